"""What the people of the story look at before they act, and what shows that they did."""

import json
from collections.abc import Callable

from bot.demo.acting import Persona
from bot.demo.cast import CHANNEL, Cast
from bot.demo.screens import Seen
from bot.demo.story.lines import FACILITY_SIGN, said_in


def said_to_all(cast: Cast) -> list[Seen]:
    """What stands in the meeting's channel for everybody."""
    return [seen for seen in cast.mette.sees(CHANNEL) if not seen.ephemeral]


def with_button(seen: list[Seen], action: str) -> Seen:
    """The newest message with a certain button; LookupError if there is none."""
    held = [each for each in seen if f'"{action}"' in json.dumps(each.blocks)]
    return held[-1]


def card(who: Persona, action: str) -> Seen:
    return with_button(who.sees(CHANNEL), action)


def direct(who: Persona, action: str) -> Seen:
    return with_button(who.sees(who.dm), action)


def soon(cast: Cast, find: Callable[[Persona, str], Seen], who: Persona, action: str) -> Seen:
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


def at_home(cast: Cast, action: str) -> None:
    """Presses a button of the organiser's home tab, which is drawn anew at each visit."""
    mette = cast.mette
    mette.opens_home()

    def drawn() -> bool:
        return mette.home is not None and f'"{action}"' in json.dumps(mette.home.blocks)

    cast.workspace.wait_until(drawn, 10)
    if mette.home is not None:
        mette.clicks(mette.home, action)


def agenda(cast: Cast, number: int = 19) -> str:
    """The words of a meeting's card."""
    cards = [
        seen
        for seen in said_to_all(cast)
        if _titled(seen, number) and '"proposals.add"' in json.dumps(seen.blocks)
    ]
    return cards[-1].words if cards else ""


def _titled(seen: Seen, number: int) -> bool:
    """Meetings are numbered at the end of their titles, in every language."""
    title, *_ = seen.words.splitlines() or [""]
    return title.endswith(f" {number}")


def files(cast: Cast, *words: str) -> bool:
    names = [file.name for seen in said_to_all(cast) for file in seen.files]
    return any(all(each in name for each in words) for name in names)


def status_answered(cast: Cast) -> bool:
    """The prompt names who answered."""
    anders = cast.anders
    return any(
        anders.user.real_name in seen.words
        for seen in anders.sees(anders.dm)
        if '"status.update"' in json.dumps(seen.blocks)
    )


def panel(cast: Cast) -> str:
    return direct(cast.mette, "minutes.add_note").words


def shows(cast: Cast, sign: str) -> bool:
    return sign in panel(cast).lower()


def voted(reader: Persona, voter: Persona) -> bool:
    """Colleagues see who answered for their organisation."""
    return voter.user.real_name in direct(reader, "polls.vote").words


def poll_closed(cast: Cast) -> bool:
    return '"polls.vote"' not in json.dumps(card(cast.mette, "polls.own").blocks)


def approved(cast: Cast) -> bool:
    said = said_in(cast)
    return any(
        file.name.startswith(said.minutes_sign) and said.draft_sign not in file.name
        for seen in said_to_all(cast)
        for file in seen.files
    )


def reminded(cast: Cast) -> bool:
    try:
        direct(cast.karen, "actions.answer")
    except LookupError:
        return False
    return True


def answered(cast: Cast) -> bool:
    return bool(direct(cast.karen, "actions.reopen"))


def carried(cast: Cast) -> bool:
    following = agenda(cast, 20).lower()
    return said_in(cast).telephone_sign in following and FACILITY_SIGN in following
