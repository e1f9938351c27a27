"""What changes after the agenda was sent, kept until a numbered supplement tells it."""

from collections.abc import Iterable
from datetime import timedelta
from itertools import groupby

from bot.cycle.steps import paper_head
from bot.cycle.steps.reading import line_of
from bot.documents import context
from bot.rules.numbering import rank
from bot.rules.supplements import told_as
from bot.texts import Message, msg
from bot.work import Work
from storage.queries import agenda, series
from storage.tables import AgendaChange, AgendaItem, Meeting
from storage.vocabulary import AgendaChangeKind, JobKind, MeetingState

PAUSE = timedelta(minutes=1)
"""From the first change to the supplement: what an organiser changes meanwhile is told with it."""

MOST_TOLD = 12
"""Changes that are listed in the notice; the paper has them all."""


def tell_change(work: Work, item: AgendaItem, meeting: Meeting, kind: AgendaChangeKind) -> None:
    """Has the next supplement tell a change of an agenda that was sent; of others, nothing."""
    if meeting.state is not MeetingState.AGENDA_SENT:
        return
    work.session.flush()
    work.session.add(AgendaChange(meeting_id=meeting.id, item_id=item.id, kind=kind, at=work.now))
    work.later(
        JobKind.SUPPLEMENT,
        f"supplement:{meeting.id}",
        {"meeting": meeting.id},
        due=work.now + PAUSE,
        series=meeting.series_id,
        meeting=meeting.id,
    )


def changes(work: Work, meeting: Meeting, number: int | None) -> tuple[context.Change, ...]:
    """What a supplement tells, in the agenda's order; for None what none has told yet."""
    rows = agenda.changes(work.session, meeting, number)
    told = (_change(work, meeting, list(each)) for _, each in groupby(rows, _item))
    return tuple(sorted(filter(None, told), key=lambda each: rank(each.number)))


def notice(work: Work, meeting: Meeting, number: int) -> Message:
    """What is said beside a supplement: its changes, a line each."""
    held = series.of_meeting(work.session, meeting)
    words = work.texts.words(held.language, held.zone)
    lines = [f"• {words(each.told)}" for each in changes(work, meeting, number)]
    more = len(lines) - MOST_TOLD
    if more > 0:
        lines[MOST_TOLD:] = [words(msg("documents.changes_more", count=more))]
    return msg(
        "documents.sent_supplement",
        number=number,
        meeting=meeting.title,
        changes="\n".join(lines),
    )


def _change(
    work: Work, meeting: Meeting, rows: Iterable[tuple[AgendaChange, AgendaItem]]
) -> context.Change | None:
    held = list(rows)
    kind, item = told_as([change.kind for change, _ in held]), held[0][1]
    if kind is None or item.fixed_number is None:
        return None
    line = paper_head.item(line_of(work, item, meeting))
    return context.Change(item.fixed_number, line.title, kind, line.reason)


def _item(row: tuple[AgendaChange, AgendaItem]) -> int:
    return row[1].id
