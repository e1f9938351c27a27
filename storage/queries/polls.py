"""Polls, their options, electors and ballots."""

from collections.abc import Sequence

from sqlmodel import Session, col, func, select

from storage.queries.barrier import may_see
from storage.tables import (
    Ballot,
    Meeting,
    MinuteEntry,
    Organisation,
    Participant,
    Poll,
    PollElector,
    PollOption,
)
from storage.vocabulary import (
    ItemId,
    MeetingId,
    OptionId,
    OrganisationId,
    PollId,
    PollState,
    SeriesId,
)


def visible(
    session: Session, poll_id: PollId, organisation: OrganisationId | None
) -> tuple[Poll, Meeting] | None:
    """A poll with its meeting, unless unknown or behind the barrier."""
    return session.exec(
        select(Poll, Meeting)
        .join(Meeting, col(Meeting.id) == col(Poll.meeting_id))
        .where(col(Poll.id) == poll_id, may_see(organisation))
    ).one_or_none()


def lock(session: Session, poll: Poll) -> Poll:
    """Holds a poll until the transaction ends, as it stands now: votes come one by one."""
    return session.exec(
        select(Poll)
        .where(col(Poll.id) == poll.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()


def option(session: Session, option_id: OptionId) -> PollOption | None:
    return session.get(PollOption, option_id)


def options(session: Session, poll_id: PollId) -> Sequence[PollOption]:
    """In the order in which they are shown."""
    return session.exec(
        select(PollOption)
        .where(col(PollOption.poll_id) == poll_id)
        .order_by(col(PollOption.position))
    ).all()


def electors(session: Session, poll_id: PollId) -> Sequence[Organisation]:
    return session.exec(
        select(Organisation)
        .join(PollElector, col(PollElector.organisation_id) == col(Organisation.id))
        .where(col(PollElector.poll_id) == poll_id)
        .order_by(col(Organisation.id))
    ).all()


def ballots(session: Session, poll_id: PollId) -> Sequence[Ballot]:
    """One for each organisation that has voted."""
    return session.exec(
        select(Ballot).where(col(Ballot.poll_id) == poll_id).order_by(col(Ballot.organisation_id))
    ).all()


def ballot(
    session: Session, poll_id: PollId, organisation: OrganisationId
) -> tuple[Ballot, Participant] | None:
    """An organisation's ballot and who cast it last."""
    return session.exec(
        select(Ballot, Participant)
        .join(Participant, col(Participant.id) == col(Ballot.cast_by))
        .where(col(Ballot.poll_id) == poll_id, col(Ballot.organisation_id) == organisation)
    ).one_or_none()


def of_meeting(session: Session, meeting_id: MeetingId) -> Sequence[Poll]:
    """Oldest first."""
    return session.exec(
        select(Poll).where(col(Poll.meeting_id) == meeting_id).order_by(col(Poll.id))
    ).all()


def open_in(
    session: Session, series_id: SeriesId, organisation: OrganisationId | None
) -> Sequence[tuple[Poll, Meeting]]:
    """Open polls of the meetings that an organisation may see, the next to close first."""
    return session.exec(
        select(Poll, Meeting)
        .join(Meeting, col(Meeting.id) == col(Poll.meeting_id))
        .where(
            col(Meeting.series_id) == series_id,
            col(Poll.state) == PollState.OPEN,
            may_see(organisation),
        )
        .order_by(col(Poll.closes_at), col(Poll.id))
    ).all()


def undecided_in(
    session: Session, series_id: SeriesId, organisation: OrganisationId | None
) -> Sequence[tuple[Poll, Meeting]]:
    """Closed polls whose consequence hasn't been carried out, oldest first."""
    return session.exec(
        select(Poll, Meeting)
        .join(Meeting, col(Meeting.id) == col(Poll.meeting_id))
        .where(
            col(Meeting.series_id) == series_id,
            col(Poll.state) == PollState.CLOSED,
            col(Poll.consequence_at).is_(None),
            may_see(organisation),
        )
        .order_by(col(Poll.id))
    ).all()


def minute_of(session: Session, poll_id: PollId) -> MinuteEntry | None:
    """The line of the minutes that tells of a poll."""
    return session.exec(
        select(MinuteEntry)
        .where(col(MinuteEntry.poll_id) == poll_id)
        .order_by(col(MinuteEntry.id))
        .limit(1)
    ).one_or_none()


def last_minute(session: Session, item_id: ItemId) -> int:
    """The position of an item's last line in the minutes; 0 if it has none."""
    return (
        session.exec(
            select(func.max(MinuteEntry.position)).where(col(MinuteEntry.item_id) == item_id)
        ).one()
        or 0
    )
