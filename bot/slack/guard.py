"""CPR numbers are stopped at the door, before storage and before logs."""

import hashlib
from collections.abc import Mapping

from bot.cycle import privacy
from bot.errors import Unclear
from bot.inputs import cpr
from bot.ports import Asker
from bot.texts import msg
from bot.work import House


def guard(house: House, by: Asker, typed: Mapping[str, str]) -> None:
    """Refuses text that holds a CPR number.

    A number that only looks like one is refused the first time; sending the same text again
    says that it is none. Only a digest of the text is remembered.
    """
    for field, text in typed.items():
        match cpr.check(text).verdict:
            case cpr.Verdict.CERTAIN:
                raise Unclear(msg("common.cpr_certain"), field=field)
            case cpr.Verdict.WARNING:
                if not privacy.insisted(house, by, _digest(by, text)):
                    raise Unclear(msg("common.cpr_maybe"), field=field)
            case cpr.Verdict.CLEAN:
                pass


def _digest(by: Asker, text: str) -> str:
    held = f"{by.person.team}\n{by.person.user}\n{text}"
    return hashlib.sha256(held.encode()).hexdigest()
