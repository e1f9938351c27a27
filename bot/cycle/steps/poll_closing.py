"""A poll ends: its outcome, its line in the minutes, and who hears of it."""

from collections.abc import Sequence

from bot import access
from bot.cycle.steps.poll_reading import abstaining, show, votes
from bot.rules import polls as rules
from bot.texts import msg
from bot.work import Work
from storage.queries import agenda, jobs
from storage.queries import polls as rows
from storage.tables import AgendaItem, Meeting, MinuteEntry, Poll
from storage.vocabulary import (
    CardKind,
    EntryKind,
    ItemId,
    JobKind,
    MeetingState,
    PollState,
    StandingKind,
)


def set_clock(work: Work, poll: Poll, meeting: Meeting) -> None:
    """Has the poll closed at its deadline; an earlier one no longer counts."""
    work.session.flush()
    key = f"close_poll:{poll.id}"
    jobs.cancel_key(work.session, key, work.now)
    if poll.state is PollState.OPEN:
        work.later(
            JobKind.CLOSE_POLL,
            key,
            {"poll": poll.id},
            due=poll.closes_at,
            series=meeting.series_id,
            meeting=meeting.id,
        )


def finish(work: Work, poll: Poll, meeting: Meeting) -> None:
    """Closes a poll by plurality; the organisers hear what it came to."""
    poll.state = rules.after_closing(poll.state)
    options = list(rows.options(work.session, poll.id))
    counts = rules.tally((each.id for each in options), votes(work, poll))
    decided = rules.decide(counts, poll.quorum, abstaining(options))
    poll.outcome, poll.winner_id = decided.outcome, decided.winner
    work.session.add(poll)
    write_minutes(work, poll, meeting)
    set_clock(work, poll, meeting)
    changed(work, "polls.close", poll, meeting)
    for organizer in access.organizers(work, meeting):
        work.tell(
            organizer.user,
            msg(f"polls.told_{decided.outcome.value}", question=poll.question),
            series=meeting.series_id,
            meeting=meeting.id,
        )


def changed(work: Work, verb: str, poll: Poll, meeting: Meeting) -> None:
    """Audit entry and cards of a poll whose state changed."""
    work.session.flush()
    work.note(
        verb,
        f"poll:{poll.id}",
        series=meeting.series_id,
        meeting=meeting.id,
        after={
            "state": poll.state.value,
            "outcome": poll.outcome.value if poll.outcome else None,
            "version": poll.version,
        },
    )
    show(work, poll, meeting)
    for card in (CardKind.PANEL, CardKind.MINUTES):
        work.reproject(card, meeting.id, series=meeting.series_id, meeting=meeting.id)


def write_minutes(work: Work, poll: Poll, meeting: Meeting) -> None:
    """Puts the poll into the minutes, or takes it out again; approved minutes stay as they are.

    The line holds the question; what the poll came to is read from its rows.
    """
    if meeting.state is MeetingState.APPROVED:
        return
    entry = rows.minute_of(work.session, poll.id)
    if poll.state is not PollState.CLOSED:
        if entry is not None:
            entry.removed = True
            work.session.add(entry)
        return
    item = item_of(work, poll)
    if item is None:
        return
    if entry is None:
        entry = MinuteEntry(
            meeting_id=meeting.id,
            item_id=item,
            position=rows.last_minute(work.session, item) + 1,
            kind=EntryKind.INFORMATION,
            text=poll.question,
            poll_id=poll.id,
            written_at=work.now,
        )
    entry.kind = EntryKind.DECISION if poll.winner_id else EntryKind.INFORMATION
    entry.removed = False
    work.session.add(entry)


def item_of(work: Work, poll: Poll) -> ItemId | None:
    """The agenda item of a poll: the one that was chosen, or what it most likely belongs to."""
    items = agenda.of_meeting(work.session, poll.meeting_id)
    if any(each.id == poll.item_id for each in items):
        return poll.item_id
    return likely_item(items)


def likely_item(items: Sequence[AgendaItem]) -> ItemId | None:
    """The standing item on the next meeting and its form, or else the last item."""
    for each in items:
        if each.standing is StandingKind.NEXT_MEETING:
            return each.id
    return items[-1].id if items else None


def forget(poll: Poll) -> None:
    """Forgets an outcome."""
    poll.outcome, poll.winner_id, poll.reason = None, None, ""
