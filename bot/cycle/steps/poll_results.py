"""What polls came to, for the minutes."""

from bot.cycle.steps.poll_closing import item_of
from bot.cycle.steps.poll_reading import sheet
from bot.cycle.steps.reading import agenda_of
from bot.documents import context
from bot.results.polls import PollSheet
from bot.rules.polls import consequence, result
from bot.texts import Message, msg
from bot.work import Work
from storage.queries import meetings
from storage.queries import polls as rows
from storage.tables import Meeting
from storage.vocabulary import MeetingId, PollId, PollOutcome, PollState


def of_meeting(work: Work, meeting_id: MeetingId) -> tuple[context.Poll, ...]:
    """The closed polls of a meeting as its minutes print them, oldest first."""
    meeting = meetings.visible(work.session, meeting_id, None)
    if meeting is None:
        return ()
    numbers = {each.id: each.number for each in agenda_of(work, meeting).items}
    printed = []
    for poll in rows.of_meeting(work.session, meeting_id):
        if poll.state is not PollState.CLOSED or poll.outcome is None:
            continue
        item = item_of(work, poll)
        number = numbers.get(item, "") if item else ""
        printed.append(_paper(sheet(work, poll, meeting), poll.outcome, number))
    return tuple(printed)


def line(work: Work, poll_id: PollId, meeting: Meeting) -> Message:
    """A poll's line in the minutes: "Question – 3 af 3 har stemt. Flest stemmer fik: …".

    For the entries whose `poll_id` is set; their own text holds the question alone.
    """
    found = rows.visible(work.session, poll_id, None)
    if found is None:
        message = f"poll {poll_id} is gone"
        raise LookupError(message)
    return said(sheet(work, found[0], meeting))


def said(poll: PollSheet) -> Message:
    """What a closed poll came to, as one sentence after the question."""
    return msg(
        "polls.line",
        question=poll.question,
        votes=len(poll.voted),
        electors=poll.electors,
        result=result(poll.outcome, poll.winner.label if poll.winner else None, poll.reason),
    )


def _paper(poll: PollSheet, outcome: PollOutcome, number: str) -> context.Poll:
    return context.Poll(
        question=poll.question,
        electorate=(*poll.voted, *poll.missing),
        options=tuple(
            context.Option(each.label, each.votes or 0, each.chosen) for each in poll.options
        ),
        outcome=outcome,
        number=number,
        reason=poll.reason,
        consequence=consequence(poll.choice, poll.next_title, poll.next_at) if poll.applied else "",
    )
