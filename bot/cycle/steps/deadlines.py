"""Dates that people type for a promise, read with the series' calendar in mind."""

from datetime import date
from typing import assert_never

from bot.cycle.steps.actions import calendar, local_day
from bot.errors import Unclear
from bot.inputs import dates, promises
from bot.rules import actions as rules
from bot.texts import Message, msg
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
    outcome = dates.read(text, today, language, _context(work, meeting))
    match outcome:
        case dates.Reading():
            rules.checked_day(outcome.date.last_day, today, text)
            return outcome.date
        case dates.Unclear():
            raise Unclear(_doubt(outcome, text, language), field="due")
        case dates.Several():
            raise Unclear(msg("actions.due_several", heard=text), field="due")
        case dates.NotADate():
            raise Unclear(msg("actions.due_unread", heard=text), field="due")
        case _:
            assert_never(outcome)


def split(work: Work, text: str, meeting: Meeting, language: Language) -> tuple[str, str]:
    """What was said, without the deadline that it ends in, and that deadline's words."""
    today = local_day(work, meeting.series_id)
    return promises.without_date(text, today, language, _context(work, meeting))


def _context(work: Work, meeting: Meeting) -> dates.Context:
    held = calendar(work, meeting.series_id)
    day = next((each.day for each in held if each.id == meeting.id), date.min)
    later = [each.day for each in held if each.scope == meeting.scope and each.day > day]
    own = series.get(work.session, meeting.series_id)
    return dates.Context(
        meeting=day,
        next_meeting=min(later, default=None),
        zone=own.zone if own else dates.Context.zone,
    )


def _doubt(doubt: dates.Unclear, text: str, language: Language) -> Message:
    match [dates.say(each, language) for each in doubt.readings[:2]]:
        case [first, second]:
            return msg("actions.due_two_ways", heard=text, first=first, second=second)
        case [only]:
            return msg("actions.due_one_way", heard=text, reading=only)
        case _:
            return msg("actions.due_unread", heard=text)
