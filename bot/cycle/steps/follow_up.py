"""The daily round of reminders of a series, which calls itself again."""

from datetime import date

from bot.rules import reminders as rules
from bot.work import Work
from storage.tables import Series
from storage.vocabulary import JobKind


def come_again(work: Work, series: Series, since: date) -> None:
    """Leaves the next round; `since` is the last day that has been looked at."""
    work.later(
        JobKind.FOLLOW_UP,
        f"{JobKind.FOLLOW_UP}:{series.id}",
        {"series": series.id, "since": since.isoformat()},
        due=rules.next_round(work.now, series.zone),
        series=series.id,
    )
