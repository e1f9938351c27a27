"""Dates that people type for a promise, read with the series' calendar in mind."""

from datetime import date

from bot.cycle.steps.actions import calendar, local_day
from bot.inputs import dates, promises
from bot.inputs.planning import planned
from bot.rules import actions as rules
from bot.work import Work
from storage.queries import series
from storage.tables import Meeting
from storage.vocabulary import Language, PlanningDate


def read(work: Work, text: str, meeting: Meeting, language: Language) -> PlanningDate | None:
    """The date of a field called `due`; None for the next meeting.

    Refuses what can't be read, what has no last day and what is past.
    """
    if promises.is_next_meeting(text):
        return None
    today = local_day(work, meeting.series_id)
    due = planned(
        text,
        today,
        language,
        field="due",
        remark=work.remark,
        context=context(work, meeting),
    )
    rules.checked_day(due.last_day, today, text)
    return due


def split(work: Work, text: str, meeting: Meeting, language: Language) -> tuple[str, str]:
    """What was said, without the deadline that it ends in, and that deadline's words."""
    today = local_day(work, meeting.series_id)
    return promises.without_date(text, today, language, context(work, meeting))


def context(work: Work, meeting: Meeting) -> dates.Context:
    """What a date that is typed for a meeting may lean on: "inden næste møde"."""
    held = calendar(work, meeting.series_id)
    day = next((each.day for each in held if each.id == meeting.id), date.min)
    later = [each.day for each in held if each.scope == meeting.scope and each.day > day]
    own = series.get(work.session, meeting.series_id)
    return dates.Context(
        meeting=day,
        next_meeting=min(later, default=None),
        zone=own.zone if own else dates.Context.zone,
    )
