"""Refusals and faults, told to the person who asked, in their language."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import structlog
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm.exc import StaleDataError

from bot.errors import AlreadyDone, Refusal, WrongMoment
from bot.ports import Ids
from bot.texts import msg
from storage.database import BusyError

log = structlog.get_logger(__name__)

Told = Callable[[Refusal], None]
"""Shows a refusal where the person acted: beneath a field, or only to them."""


@contextmanager
def telling(tell: Told, ids: Ids, doing: str) -> Iterator[None]:
    """Answers refusals kindly and faults with an id that stands in the log too.

    `doing` is the listener's id, for the log; no text of a person goes there.
    """
    try:
        yield
    except AlreadyDone as repeated:
        log.info("request came twice", doing=doing)
        tell(repeated)
    except Refusal as refusal:
        log.info("refused", doing=doing, why=refusal.message.id)
        tell(refusal)
    except StaleDataError:
        log.info("refused", doing=doing, why="common.changed_meanwhile")
        tell(WrongMoment(msg("common.changed_meanwhile")))
    except BusyError:
        log.warning("database busy", doing=doing)
        tell(WrongMoment(msg("common.busy")))
    except OperationalError as failure:
        if not _is_busy(failure):
            tell(_fault(ids, doing, failure))
            return
        log.warning("database busy", doing=doing)
        tell(WrongMoment(msg("common.busy")))
    except Exception as failure:  # noqa: BLE001 the last stop: nothing may reach Slack raw
        tell(_fault(ids, doing, failure))


def _is_busy(failure: OperationalError) -> bool:
    said = str(failure.orig).lower()
    return "locked" in said or "busy" in said or "timeout" in said


def _fault(ids: Ids, doing: str, failure: Exception) -> Refusal:
    fault = ids.new()[:8]
    log.error("fault", doing=doing, fault=fault, exc_info=failure)
    return Refusal(msg("common.fault", fault=fault))
