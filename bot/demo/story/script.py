"""The story, step by step: meeting no. 19 from its first item to the agenda of no. 20.

Buttons and fields are named by their ids, so that the story runs in either language.
"""

import json
from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.demo.acting import Persona, Seen
from bot.demo.cast import CHANNEL, Cast
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


def _all(cast: Cast) -> list[Seen]:
    """What stands in the meeting's channel for everybody."""
    return [seen for seen in cast.mette.sees(CHANNEL) if not seen.ephemeral]


def _in_channel(cast: Cast, *words: str) -> bool:
    return any(all(each in seen.words for each in words) for seen in _all(cast))


def _with(seen: list[Seen], action: str) -> Seen:
    """The newest message with a certain button; LookupError if there is none."""
    held = [each for each in seen if f'"{action}"' in json.dumps(each.blocks)]
    return held[-1]


def _card(who: Persona, action: str) -> Seen:
    return _with(who.sees(CHANNEL), action)


def _direct(who: Persona, action: str) -> Seen:
    return _with(who.sees(who.dm), action)


def _soon(cast: Cast, find: Callable[[Persona, str], Seen], who: Persona, action: str) -> Seen:
    """The message with a button, which may still be on its way."""

    def found() -> Seen | None:
        try:
            return find(who, action)
        except LookupError:
            return None

    held = cast.workspace.wait_until(found, 10)
    if held is None:
        raise LookupError(action)
    return held


def _at_home(cast: Cast, action: str) -> None:
    """Presses a button of the organiser's home tab, which is drawn anew at each visit."""
    mette = cast.mette
    mette.opens_home()

    def drawn() -> bool:
        return mette.home is not None and f'"{action}"' in json.dumps(mette.home.blocks)

    cast.workspace.wait_until(drawn, 10)
    if mette.home is not None:
        mette.clicks(mette.home, action)


def _agenda(cast: Cast, number: int = 19) -> str:
    """The words of a meeting's card."""
    cards = [
        seen
        for seen in _all(cast)
        if f"nr. {number}" in seen.words and '"proposals.add"' in json.dumps(seen.blocks)
    ]
    return cards[-1].words if cards else ""


def _files(cast: Cast, *words: str) -> bool:
    names = [file.name for seen in _all(cast) for file in seen.files]
    return any(all(each in name for each in words) for name in names)


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
    sofie.clicks(_soon(cast, _card, sofie, "proposals.add"), "proposals.add")
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
    karen.clicks(_soon(cast, _card, karen, "attendance.apologies"), "attendance.apologies")
    karen.submits(karen.gets_dialog(), {"reason": "Møde i styregruppen"})


def _ask_status(cast: Cast) -> None:
    cast.mette.command(CHANNEL, "/moede", "status")
    cast.mette.clicks(_card(cast.mette, "status.ask"), "status.ask")


def _answer_status(cast: Cast) -> None:
    anders = cast.anders

    def prompt(who: Persona, action: str) -> Seen:
        return _with([s for s in who.sees(who.dm) if "Fælles Stamkort" in s.words], action)

    anders.clicks(_soon(cast, prompt, anders, "status.update"), "status.update")
    anders.submits(
        anders.gets_dialog(),
        {"certification": "certified", "rollout": CURA, "planned": "uge 12/2022"},
    )


def _defer(cast: Cast) -> None:
    mette = cast.mette
    mette.command(CHANNEL, "/dagsorden", "")
    mette.clicks(_soon(cast, _card, mette, "agenda.organize"), "agenda.organize")
    chosen = _soon(cast, _card, mette, "agenda.pick")
    (option,) = [text for text in _options(chosen, "agenda.pick") if TELEPHONE in text]
    mette.chooses(chosen, "agenda.pick", option)
    mette.clicks(_soon(cast, _card, mette, "agenda.defer"), "agenda.defer")
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
    mette.clicks(_soon(cast, _card, mette, "agenda.organize"), "agenda.organize")
    mette.clicks(_soon(cast, _card, mette, "agenda.freeze"), "agenda.freeze")


# ── The meeting ──────────────────────────────────────────────────────────────


def _time_comes(cast: Cast) -> None:
    if cast.workspace.now() < MEETING:
        cast.workspace.clock.move_to(MEETING)  # type: ignore[attr-defined]


def _start(cast: Cast) -> None:
    _at_home(cast, "minutes.start")


def _raise(cast: Cast, action: str, text: str, owner: str, due: str = "") -> None:
    mette = cast.mette
    mette.clicks(_soon(cast, _direct, mette, action), action)
    entries = {"text": text, "owner": owner}
    if due:
        entries["due"] = due
    mette.submits(mette.gets_dialog(), entries)


def _panel(cast: Cast, words: str) -> bool:
    return words in _direct(cast.mette, "minutes.add_note").words


def _open_poll(cast: Cast) -> None:
    mette = cast.mette
    mette.command(CHANNEL, "/afstemning", "")
    mette.clicks(_soon(cast, _card, mette, "polls.new_format"), "polls.new_format")
    mette.submits(mette.gets_dialog())


def _vote(cast: Cast, name: str, choice: int) -> None:
    who: Persona = getattr(cast, name)
    who.clicks(_soon(cast, _direct, who, "polls.vote"), "polls.vote", nth=choice)


def _poll(cast: Cast) -> str:
    return _card(cast.mette, "polls.own").words


def _voted(cast: Cast) -> str:
    """The line of the poll's card that says who has voted."""
    return _poll(cast).partition("har stemt:")[2].partition("Mangler")[0]


def _apply(cast: Cast) -> None:
    mette = cast.mette
    mette.clicks(_soon(cast, _direct, mette, "polls.apply"), "polls.apply")
    mette.submits(mette.gets_dialog(), {"when": NEXT, "place": "Teams"})


def _end(cast: Cast) -> None:
    mette = cast.mette
    mette.clicks(_soon(cast, _direct, mette, "minutes.add_note"), "minutes.end")
    if mette.dialog is not None:
        mette.submits(mette.dialog)


# ── Afterwards ───────────────────────────────────────────────────────────────


def _publish(cast: Cast) -> None:
    _at_home(cast, "minutes.publish")


def _comment(cast: Cast) -> None:
    lars = cast.lars
    lars.clicks(_soon(cast, _card, lars, "comments.add"), "comments.add")
    lars.submits(lars.gets_dialog(), {"text": REMARK})


def _answer_comment(cast: Cast) -> None:
    mette = cast.mette
    mette.clicks(_soon(cast, _direct, mette, "comments.dismiss"), "comments.dismiss")
    mette.submits(mette.gets_dialog(), {"reply": "Tak. Det fremgår af status fra KMD."})


def _approve(cast: Cast) -> None:
    _at_home(cast, "minutes.approve")


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
        _direct(cast.karen, "actions.answer")
    except LookupError:
        return False
    return True


def _answer_action(cast: Cast) -> None:
    karen = cast.karen
    karen.clicks(_soon(cast, _direct, karen, "actions.answer"), "actions.answer", nth=0)
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
            bool(_agenda(c))
            or any("meetings.open" in json.dumps(each.blocks) for each in c.mette.sees(CHANNEL))
        ),
        "/moede nyt",
    ),
    Step("open", "mette", "home", _open, lambda c: bool(_agenda(c))),
    Step(
        "command",
        "mette",
        CHANNEL,
        _item_by_command,
        lambda c: BARRED in _agenda(c),
        f"/dagsorden {BARRED}",
    ),
    Step("button", "sofie", CHANNEL, _item_by_button, lambda c: TELEPHONE in _agenda(c)),
    Step(
        "mention",
        "lars",
        CHANNEL,
        _item_by_mention,
        lambda c: LOG in _agenda(c),
        f"@Referent punkt: {LOG}",
    ),
    Step(
        "ask",
        "mette",
        CHANNEL,
        _ask_status,
        lambda c: bool(_direct(c.anders, "status.update")),
        "/moede status",
    ),
    Step(
        "status",
        "anders",
        "dm",
        _answer_status,
        lambda c: any(CURA in each.words for each in c.anders.sees(c.anders.dm)),
    ),
    Step("apologies", "karen", CHANNEL, _apologies, lambda c: "Afbud: SDS" in _agenda(c)),
    Step("defer", "mette", CHANNEL, _defer, lambda c: "udsat" in _agenda(c), "/dagsorden"),
    Step(
        "freeze",
        "mette",
        CHANNEL,
        _freeze,
        lambda c: _files(c, ".docx") and _files(c, ".ics"),
        "/dagsorden",
    ),
    Step("time", "mette", "dm", _time_comes, lambda c: c.workspace.now() >= MEETING),
    Step("start", "mette", "home", _start, lambda c: bool(_direct(c.mette, "minutes.add_note"))),
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
        lambda c: bool(_direct(c.sofie, "polls.vote")),
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
        lambda c: any("Anders Kjær" in each.words for each in c.sofie.sees(c.sofie.dm)),
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
        lambda c: (
            not any(
                "minutes.add_note" in json.dumps(each.blocks) for each in c.mette.sees(c.mette.dm)
            )
        ),
    ),
    Step("publish", "mette", "home", _publish, lambda c: _files(c, "udkast")),
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
        lambda c: "venter på svar: 0" in _card(c.mette, "comments.add").words,
    ),
    Step(
        "approve",
        "mette",
        "home",
        _approve,
        lambda c: any(
            file.name.startswith("Referat") and "udkast" not in file.name
            for seen in _all(c)
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
        lambda c: TELEPHONE in _agenda(c, 20) and FACILITY in _agenda(c, 20),
    ),
)
