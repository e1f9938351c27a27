"""What the people of the story do: one function an act.

Buttons and fields are named by their ids, and what people say comes from `lines`, so that the
story runs in either language.
"""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.demo.acting import Persona
from bot.demo.cast import CHANNEL, Cast
from bot.demo.screens import Seen
from bot.demo.story.lines import said_in
from bot.demo.story.looking import at_home, card, direct, panel, reminded, soon, with_button

ZONE = ZoneInfo("Europe/Copenhagen")
MEETING = datetime(2022, 3, 10, 14, 0, tzinfo=ZONE)


# ── Before the meeting ───────────────────────────────────────────────────────


def plan(cast: Cast) -> None:
    cast.mette.command(CHANNEL, "/moede", "nyt")
    when = said_in(cast).when
    cast.mette.submits(cast.mette.gets_dialog(), {"when": when, "place": "Teams"})


def item_by_command(cast: Cast) -> None:
    cast.mette.command(CHANNEL, "/dagsorden", said_in(cast).barred)


def item_by_button(cast: Cast) -> None:
    sofie = cast.sofie
    sofie.clicks(soon(cast, card, sofie, "proposals.add"), "proposals.add")
    sofie.submits(
        sofie.gets_dialog(),
        {
            "title": said_in(cast).telephone,
            "background": said_in(cast).telephone_background,
            "presenter": "SDS",
            "minutes": "10",
        },
    )


def item_by_mention(cast: Cast) -> None:
    cast.lars.mentions_bot(CHANNEL, f"{said_in(cast).item} {said_in(cast).log}")


def apologies(cast: Cast) -> None:
    karen = cast.karen
    karen.clicks(soon(cast, card, karen, "attendance.apologies"), "attendance.apologies")
    karen.submits(karen.gets_dialog(), {"reason": said_in(cast).apologies})


def ask_status(cast: Cast) -> None:
    cast.mette.command(CHANNEL, "/moede", "status")
    cast.mette.clicks(card(cast.mette, "status.ask"), "status.ask")


def answer_status(cast: Cast) -> None:
    anders = cast.anders

    def prompt(who: Persona, action: str) -> Seen:
        return with_button([s for s in who.sees(who.dm) if "Fælles Stamkort" in s.words], action)

    anders.clicks(soon(cast, prompt, anders, "status.update"), "status.update")
    anders.submits(
        anders.gets_dialog(),
        {
            "certification": "certified",
            "rollout": said_in(cast).rollout,
            "planned": said_in(cast).planned,
        },
    )


def defer(cast: Cast) -> None:
    mette = cast.mette
    mette.command(CHANNEL, "/dagsorden", "")
    mette.clicks(soon(cast, card, mette, "agenda.organize"), "agenda.organize")
    chosen = soon(cast, card, mette, "agenda.pick")
    (option,) = [
        text for text in _options(chosen, "agenda.pick") if said_in(cast).telephone in text
    ]
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


def freeze(cast: Cast) -> None:
    mette = cast.mette
    mette.command(CHANNEL, "/dagsorden", "")
    mette.clicks(soon(cast, card, mette, "agenda.organize"), "agenda.organize")
    mette.clicks(soon(cast, card, mette, "agenda.freeze"), "agenda.freeze")


# ── The meeting ──────────────────────────────────────────────────────────────


def time_comes(cast: Cast) -> None:
    if cast.workspace.now() < MEETING:
        cast.workspace.clock.move_to(MEETING)  # type: ignore[attr-defined]


def start(cast: Cast) -> None:
    at_home(cast, "minutes.start")


def _write(cast: Cast, action: str, entries: Mapping[str, str]) -> None:
    mette = cast.mette
    mette.clicks(soon(cast, direct, mette, action), action)
    mette.submits(mette.gets_dialog(), dict(entries))


def ask_for_options(cast: Cast) -> None:
    said = said_in(cast)
    _write(cast, "minutes.add_action", {"text": said.rule, "owner": "SDS", "due": said.rule_due})


def ask_sds(cast: Cast) -> None:
    _write(cast, "minutes.add_question", {"text": said_in(cast).facility, "owner": "SDS"})


def note(cast: Cast) -> None:
    _turn_to(cast, said_in(cast).barred)
    _write(cast, "minutes.add_note", {"text": said_in(cast).expected})


def ask_kl(cast: Cast) -> None:
    said = said_in(cast)
    _turn_to(cast, said.log)
    _write(
        cast,
        "minutes.add_question",
        {"text": said.display, "owner": "KL", "asked_by": said.asked_by},
    )


def _turn_to(cast: Cast, title: str) -> None:
    """By the panel's menu, whose options are cut, until the panel shows the item."""
    mette = cast.mette
    menu = soon(cast, direct, mette, "minutes.turn_to")
    (option,) = [text for text in _options(menu, "minutes.turn_to") if title[:40] in text]
    mette.chooses(menu, "minutes.turn_to", option)
    cast.workspace.wait_until(lambda: f"* {title}" in panel(cast), 10)  # as *3.* Title


def open_poll(cast: Cast) -> None:
    mette = cast.mette
    mette.command(CHANNEL, "/afstemning", "")
    mette.clicks(soon(cast, card, mette, "polls.new_format"), "polls.new_format")
    mette.submits(mette.gets_dialog())


def vote(cast: Cast, name: str, choice: int) -> None:
    who: Persona = getattr(cast, name)
    who.clicks(soon(cast, direct, who, "polls.vote"), "polls.vote", nth=choice)


def apply(cast: Cast) -> None:
    mette = cast.mette
    mette.clicks(soon(cast, direct, mette, "polls.apply"), "polls.apply")
    mette.submits(mette.gets_dialog(), {"when": said_in(cast).next_when, "place": "Teams"})


def end(cast: Cast) -> None:
    """Notes who was there first: the minutes begin with it."""
    mette = cast.mette
    mette.clicks(soon(cast, direct, mette, "attendance.sheet"), "attendance.sheet")
    there = (mette, cast.jens, cast.anders, cast.sofie, cast.lars, cast.nina)
    mette.submits(mette.gets_dialog(), {"present": [each.user.real_name for each in there]})
    mette.clicks(soon(cast, direct, mette, "minutes.end"), "minutes.end")
    if mette.dialog is not None:
        mette.submits(mette.dialog)


# ── Afterwards ───────────────────────────────────────────────────────────────


def publish(cast: Cast) -> None:
    at_home(cast, "minutes.publish")


def comment(cast: Cast) -> None:
    lars = cast.lars
    lars.clicks(soon(cast, card, lars, "comments.add"), "comments.add")
    lars.submits(lars.gets_dialog(), {"text": said_in(cast).remark})


def answer_comment(cast: Cast) -> None:
    mette = cast.mette
    mette.clicks(soon(cast, direct, mette, "comments.dismiss"), "comments.dismiss")
    mette.submits(mette.gets_dialog(), {"reply": said_in(cast).reply})


def approve(cast: Cast) -> None:
    at_home(cast, "minutes.approve")


def weeks_pass(cast: Cast) -> None:
    """Day by day, until SDS hears of what it owes."""
    for _ in range(60):
        if reminded(cast):
            return
        cast.workspace.clock.move(days=1)  # type: ignore[attr-defined]
        try:
            cast.workspace.wait_until(lambda: reminded(cast), 0.5)
        except TimeoutError:
            continue


def answer_action(cast: Cast) -> None:
    karen = cast.karen
    karen.clicks(soon(cast, direct, karen, "actions.answer"), "actions.answer", nth=0)
    karen.submits(karen.gets_dialog(), {"text": said_in(cast).answer})
