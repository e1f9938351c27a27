"""The story, step by step: meeting no. 19 from its first item to the agenda of no. 20.

Buttons and fields are named by their ids, so that the story runs in either language.
"""

import json
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.demo.acting import Persona
from bot.demo.cast import CHANNEL, Cast
from bot.demo.screens import Seen
from bot.demo.story.looking import (
    agenda,
    at_home,
    card,
    direct,
    files,
    said_to_all,
    soon,
    with_button,
)
from bot.demo.story.steps import Step

ZONE = ZoneInfo("Europe/Copenhagen")
MEETING = datetime(2022, 3, 10, 14, 0, tzinfo=ZONE)
WHEN = "torsdag d. 10. marts 2022 kl. 14-15.15"
NEXT = "25. april 2022 kl. 14-15.15"

LOG = "Visning af logoplysninger i systemerne og på sundhed.dk"
BARRED = "Spærring for ikke-digitale borgere før aftaler kan deles"
TELEPHONE = "Håndtering af telefonnumre: tekst og specialtegn"
RULE = "Løsningsmuligheder for forretningsreglen om automatisk opdatering"
FACILITY = "Brug af healthcareFacilityType i aftaleoversigten"
DISPLAY = "Hvordan må medarbejderes navne vises i MinLog?"
CURA = "Fælles Stamkort tages i brug i de første kommuner"
REMARK = "KMD bad om, at release af begge løsninger følges ad."


# ── Before the meeting ───────────────────────────────────────────────────────


def _plan(cast: Cast) -> None:
    cast.mette.command(CHANNEL, "/moede", "nyt")
    cast.mette.submits(cast.mette.gets_dialog(), {"when": WHEN, "place": "Teams"})


def _open(cast: Cast) -> None:
    """A meeting that is near opens by itself."""
    home = cast.mette.opens_home()
    if "meetings.open" in json.dumps(home.blocks):
        cast.mette.clicks(home, "meetings.open")


def _item_by_command(cast: Cast) -> None:
    cast.mette.command(CHANNEL, "/dagsorden", BARRED)


def _item_by_button(cast: Cast) -> None:
    sofie = cast.sofie
    sofie.clicks(soon(cast, card, sofie, "proposals.add"), "proposals.add")
    sofie.submits(
        sofie.gets_dialog(),
        {
            "title": TELEPHONE,
            "background": "Må feltet rumme tekst og specialtegn, fx “+45” og “privat”?",
            "presenter": "SDS",
            "minutes": "10",
        },
    )


def _item_by_mention(cast: Cast) -> None:
    cast.lars.mentions_bot(CHANNEL, f"punkt: {LOG}")


def _apologies(cast: Cast) -> None:
    karen = cast.karen
    karen.clicks(soon(cast, card, karen, "attendance.apologies"), "attendance.apologies")
    karen.submits(karen.gets_dialog(), {"reason": "Møde i styregruppen"})


def _ask_status(cast: Cast) -> None:
    cast.mette.command(CHANNEL, "/moede", "status")
    cast.mette.clicks(card(cast.mette, "status.ask"), "status.ask")


def _answer_status(cast: Cast) -> None:
    anders = cast.anders

    def prompt(who: Persona, action: str) -> Seen:
        return with_button([s for s in who.sees(who.dm) if "Fælles Stamkort" in s.words], action)

    anders.clicks(soon(cast, prompt, anders, "status.update"), "status.update")
    anders.submits(
        anders.gets_dialog(),
        {"certification": "certified", "rollout": CURA, "planned": "uge 12/2022"},
    )


def _defer(cast: Cast) -> None:
    mette = cast.mette
    mette.command(CHANNEL, "/dagsorden", "")
    mette.clicks(soon(cast, card, mette, "agenda.organize"), "agenda.organize")
    chosen = soon(cast, card, mette, "agenda.pick")
    (option,) = [text for text in _options(chosen, "agenda.pick") if TELEPHONE in text]
    mette.chooses(chosen, "agenda.pick", option)
    mette.clicks(soon(cast, card, mette, "agenda.defer"), "agenda.defer")
    mette.submits(mette.gets_dialog(), {"why": "party_absent", "party": "SDS"})


def _options(seen: Seen, action: str) -> list[str]:
    return [
        option["text"]["text"]
        for block in seen.blocks
        for element in block.get("elements", ())
        if element.get("action_id") == action
        for option in element["options"]
    ]


def _freeze(cast: Cast) -> None:
    mette = cast.mette
    mette.command(CHANNEL, "/dagsorden", "")
    mette.clicks(soon(cast, card, mette, "agenda.organize"), "agenda.organize")
    mette.clicks(soon(cast, card, mette, "agenda.freeze"), "agenda.freeze")


# ── The meeting ──────────────────────────────────────────────────────────────


def _time_comes(cast: Cast) -> None:
    if cast.workspace.now() < MEETING:
        cast.workspace.clock.move_to(MEETING)  # type: ignore[attr-defined]


def _start(cast: Cast) -> None:
    at_home(cast, "minutes.start")


def _raise(cast: Cast, action: str, text: str, owner: str, due: str = "") -> None:
    mette = cast.mette
    mette.clicks(soon(cast, direct, mette, action), action)
    entries = {"text": text, "owner": owner}
    if due:
        entries["due"] = due
    mette.submits(mette.gets_dialog(), entries)


def _panel(cast: Cast, words: str) -> bool:
    return words in direct(cast.mette, "minutes.add_note").words


def _open_poll(cast: Cast) -> None:
    mette = cast.mette
    mette.command(CHANNEL, "/afstemning", "")
    mette.clicks(soon(cast, card, mette, "polls.new_format"), "polls.new_format")
    mette.submits(mette.gets_dialog())


def _vote(cast: Cast, name: str, choice: int) -> None:
    who: Persona = getattr(cast, name)
    who.clicks(soon(cast, direct, who, "polls.vote"), "polls.vote", nth=choice)


def _poll(cast: Cast) -> str:
    return card(cast.mette, "polls.own").words


def _voted(cast: Cast) -> str:
    """The line of the poll's card that says who has voted."""
    return _poll(cast).partition("har stemt:")[2].partition("Mangler")[0]


def _apply(cast: Cast) -> None:
    mette = cast.mette
    mette.clicks(soon(cast, direct, mette, "polls.apply"), "polls.apply")
    mette.submits(mette.gets_dialog(), {"when": NEXT, "place": "Teams"})


def _end(cast: Cast) -> None:
    mette = cast.mette
    mette.clicks(soon(cast, direct, mette, "minutes.add_note"), "minutes.end")
    if mette.dialog is not None:
        mette.submits(mette.dialog)


# ── Afterwards ───────────────────────────────────────────────────────────────


def _publish(cast: Cast) -> None:
    at_home(cast, "minutes.publish")


def _comment(cast: Cast) -> None:
    lars = cast.lars
    lars.clicks(soon(cast, card, lars, "comments.add"), "comments.add")
    lars.submits(lars.gets_dialog(), {"text": REMARK})


def _answer_comment(cast: Cast) -> None:
    mette = cast.mette
    mette.clicks(soon(cast, direct, mette, "comments.dismiss"), "comments.dismiss")
    mette.submits(mette.gets_dialog(), {"reply": "Tak. Det fremgår af status fra KMD."})


def _approve(cast: Cast) -> None:
    at_home(cast, "minutes.approve")


def _weeks_pass(cast: Cast) -> None:
    """Day by day, until SDS hears of what it owes."""
    for _ in range(60):
        if _reminded(cast):
            return
        cast.workspace.clock.move(days=1)  # type: ignore[attr-defined]
        try:
            cast.workspace.wait_until(lambda: _reminded(cast), 0.5)
        except TimeoutError:
            continue


def _reminded(cast: Cast) -> bool:
    try:
        direct(cast.karen, "actions.answer")
    except LookupError:
        return False
    return True


def _answer_action(cast: Cast) -> None:
    karen = cast.karen
    karen.clicks(soon(cast, direct, karen, "actions.answer"), "actions.answer", nth=0)
    karen.submits(karen.gets_dialog(), {"text": "SDS foreslår en månedlig, automatisk hentning."})


def _answered(cast: Cast) -> bool:
    return any(
        "månedlig, automatisk hentning" in each.words for each in cast.karen.sees(cast.karen.dm)
    )


SCRIPT: tuple[Step, ...] = (
    Step(
        "plan",
        "mette",
        CHANNEL,
        _plan,
        lambda c: (
            bool(agenda(c))
            or any("meetings.open" in json.dumps(each.blocks) for each in c.mette.sees(CHANNEL))
        ),
        "/moede nyt",
    ),
    Step("open", "mette", "home", _open, lambda c: bool(agenda(c))),
    Step(
        "command",
        "mette",
        CHANNEL,
        _item_by_command,
        lambda c: BARRED in agenda(c),
        f"/dagsorden {BARRED}",
    ),
    Step("button", "sofie", CHANNEL, _item_by_button, lambda c: TELEPHONE in agenda(c)),
    Step(
        "mention",
        "lars",
        CHANNEL,
        _item_by_mention,
        lambda c: LOG in agenda(c),
        f"@Referent punkt: {LOG}",
    ),
    Step(
        "ask",
        "mette",
        CHANNEL,
        _ask_status,
        lambda c: bool(direct(c.anders, "status.update")),
        "/moede status",
    ),
    Step(
        "status",
        "anders",
        "dm",
        _answer_status,
        lambda c: any(CURA in each.words for each in c.anders.sees(c.anders.dm)),
    ),
    Step("apologies", "karen", CHANNEL, _apologies, lambda c: "Afbud: SDS" in agenda(c)),
    Step("defer", "mette", CHANNEL, _defer, lambda c: "udsat" in agenda(c), "/dagsorden"),
    Step(
        "freeze",
        "mette",
        CHANNEL,
        _freeze,
        lambda c: files(c, ".docx") and files(c, ".ics"),
        "/dagsorden",
    ),
    Step("time", "mette", "dm", _time_comes, lambda c: c.workspace.now() >= MEETING),
    Step("start", "mette", "home", _start, lambda c: bool(direct(c.mette, "minutes.add_note"))),
    Step(
        "action",
        "mette",
        "dm",
        lambda c: _raise(c, "minutes.add_action", RULE, "SDS", "1. april"),
        lambda c: _panel(c, RULE),
    ),
    Step(
        "facility",
        "mette",
        "dm",
        lambda c: _raise(c, "minutes.add_question", FACILITY, "SDS"),
        lambda c: _panel(c, FACILITY),
    ),
    Step(
        "display",
        "mette",
        "dm",
        lambda c: _raise(c, "minutes.add_question", DISPLAY, "KL"),
        lambda c: _panel(c, DISPLAY),
    ),
    Step(
        "poll",
        "mette",
        CHANNEL,
        _open_poll,
        lambda c: bool(direct(c.sofie, "polls.vote")),
        "/afstemning",
    ),
    Step(
        "vote_sofie",
        "sofie",
        "dm",
        lambda c: _vote(c, "sofie", 1),
        lambda c: "Systematic" in _voted(c),
    ),
    Step(
        "vote_anders",
        "anders",
        "dm",
        lambda c: _vote(c, "anders", 0),
        lambda c: "Anders Kjær" in direct(c.sofie, "polls.vote").words,
    ),
    Step("vote_lars", "lars", "dm", lambda c: _vote(c, "lars", 0), lambda c: "KMD" in _voted(c)),
    Step(
        "vote_nina",
        "nina",
        "dm",
        lambda c: _vote(c, "nina", 1),
        lambda c: "Alle har stemt" in _poll(c),
    ),
    Step("apply", "mette", "dm", _apply, lambda c: "Fællesmøde nr. 20" in _poll(c)),
    Step(
        "end",
        "mette",
        "dm",
        _end,
        lambda c: bool(direct(c.mette, "minutes.publish")),
    ),
    Step("publish", "mette", "home", _publish, lambda c: files(c, "udkast")),
    Step(
        "comment",
        "lars",
        CHANNEL,
        _comment,
        lambda c: any(REMARK in each.words for each in c.mette.sees(c.mette.dm)),
    ),
    Step(
        "reply",
        "mette",
        "dm",
        _answer_comment,
        lambda c: "venter på svar: 0" in card(c.mette, "comments.add").words,
    ),
    Step(
        "approve",
        "mette",
        "home",
        _approve,
        lambda c: any(
            file.name.startswith("Referat") and "udkast" not in file.name
            for seen in said_to_all(c)
            for file in seen.files
        ),
    ),
    Step("weeks", "karen", "dm", _weeks_pass, _reminded),
    Step("answer", "karen", "dm", _answer_action, _answered),
    Step(
        "next",
        "mette",
        CHANNEL,
        lambda _: None,
        lambda c: TELEPHONE in agenda(c, 20) and FACILITY in agenda(c, 20),
    ),
)
