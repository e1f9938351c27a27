"""An organisation's ballot."""

from bot.access import Member
from bot.cycle.steps import remarks
from bot.cycle.steps.poll_reading import elects
from bot.errors import NotAllowed
from bot.texts import msg
from bot.work import Work
from storage.queries import polls as rows
from storage.tables import Ballot, BallotChange, Meeting, Poll, PollOption
from storage.vocabulary import RemarkAbout


def cast(work: Work, poll: Poll, chosen: PollOption, member: Member, meeting: Meeting) -> None:
    """Gives or changes a ballot and keeps what was answered before; the same answer is none."""
    if not elects(work, poll, member):
        raise _why_not(work, poll, chosen, member, meeting)
    if member.organisation_id is None or member.participant_id is None:
        raise NotAllowed(msg("common.needs_propose"))
    own = rows.ballot(work.session, poll.id, member.organisation_id)
    if own is not None and own[0].option_id == chosen.id:
        return
    change = BallotChange(
        poll_id=poll.id,
        organisation_id=member.organisation_id,
        option_id=chosen.id,
        cast_by=member.participant_id,
        cast_at=work.now,
    )
    ballot = own[0] if own else _blank(change)
    ballot.option_id = chosen.id
    ballot.cast_by, ballot.cast_at = member.participant_id, work.now
    work.session.add_all((ballot, change))


def _blank(change: BallotChange) -> Ballot:
    return Ballot(
        poll_id=change.poll_id,
        organisation_id=change.organisation_id,
        option_id=change.option_id,
        cast_by=change.cast_by,
        cast_at=change.cast_at,
    )


def _why_not(
    work: Work, poll: Poll, chosen: PollOption, member: Member, meeting: Meeting
) -> NotAllowed:
    """Who has a vote instead: another organisation, or who speaks for one's own."""
    electors = {each.id for each in rows.electors(work.session, poll.id)}
    if member.organisation_id is None or member.organisation_id not in electors:
        return NotAllowed(msg("polls.not_elector", organisation=member.organisation))
    wish = msg("mandates.wished", option=chosen.choice or chosen.text)
    unvoiced = remarks.unvoiced(work, member, meeting, RemarkAbout.POLL, poll.id, wish)
    return unvoiced or NotAllowed(remarks.who_speaks(work, member, meeting))
