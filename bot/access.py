"""The one door to rows of a series or an organisation.

It knows roles and the information barrier. What is unknown and what is forbidden look
alike from outside: both are `NotFound` with the same words.
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.errors import NotAllowed, NotFound, UnknownPerson
from bot.ports import Asker, Clockwork
from bot.texts import Message, msg
from bot.work import Work
from storage.queries import (
    absences,
    actions,
    agenda,
    comments,
    documents,
    inquiries,
    meetings,
    minutes,
    people,
    polls,
    series,
    status,
)
from storage.queries.actions import Raised
from storage.tables import (
    Absence,
    AgendaItem,
    Comment,
    Document,
    Inquiry,
    JoinRequest,
    Meeting,
    MinuteEntry,
    Organisation,
    Participant,
    Poll,
    Series,
    StatusRound,
)
from storage.vocabulary import (
    AbsenceId,
    ActionId,
    ChannelId,
    CommentId,
    DocumentId,
    EntryId,
    InquiryId,
    ItemId,
    JoinRequestId,
    MeetingId,
    OrganisationId,
    OrganisationKind,
    ParticipantId,
    Person,
    PollId,
    Role,
    RoundId,
    SeriesId,
)


class Right(StrEnum):
    SEE = "see"
    PROPOSE = "propose"  # take part: add items, comment; observers can't
    ORGANIZE = "organize"


@dataclass(frozen=True)
class Member:
    """The asker's place in a series. Referent itself has no id and every right."""

    series_id: SeriesId
    participant_id: ParticipantId | None
    name: str
    organisation_id: OrganisationId | None  # None: Referent, whom no barrier stops
    organisation: str
    kind: OrganisationKind | None
    role: Role
    is_contact: bool

    @property
    def organizes(self) -> bool:
        return self.role is Role.ORGANIZER

    def may(self, right: Right) -> bool:
        match right:
            case Right.SEE:
                return True
            case Right.PROPOSE:
                return self.role is not Role.OBSERVER
            case Right.ORGANIZE:
                return self.organizes


@dataclass(frozen=True)
class Place:
    """Where somebody acts: a series, and its separate meeting if the channel is that one's."""

    series: Series
    meeting: Meeting | None
    member: Member


def member(work: Work, series_id: SeriesId, right: Right = Right.SEE) -> Member:
    """The asker in a series. Refuses unknown people and those without the right."""
    if isinstance(work.by, Clockwork):
        return _referent(series_id)
    found = people.member(work.session, series_id, work.by.person)
    if found is None:
        raise UnknownPerson(msg("common.unknown_person"), series_id=series_id)
    asker = _as_member(*found)
    if not asker.may(right):
        raise NotAllowed(msg(f"common.needs_{right.value}"))
    return asker


def somebody(work: Work, series_id: SeriesId, person: Person) -> Member | None:
    """Another person's place in a series, for what is sent to them."""
    found = people.member(work.session, series_id, person)
    return _as_member(*found) if found else None


def place(
    work: Work, channel: ChannelId, *, direct: bool = False, right: Right = Right.SEE
) -> Place:
    """The series that a channel belongs to.

    In a direct message with Referent (`direct`) it is the asker's only series, if there is
    just one. Elsewhere the refusal names the channels where it works.
    """
    if not isinstance(work.by, Asker):
        raise NotFound(msg("common.not_found"))
    session, tenant = work.session, work.by.tenant
    held = series.in_channel(session, tenant, channel)
    separate = None if held else series.meeting_in_channel(session, tenant, channel)
    if separate is not None:
        held = series.get(session, separate.series_id)
    if held is None and direct:
        own = series.of_person(session, tenant, work.by.person)
        held = own[0] if len(own) == 1 else None
    if held is None:
        raise NotFound(_elsewhere(work, work.by))
    asker = member(work, held.id, right)
    if separate and meetings.visible(session, separate.id, asker.organisation_id) is None:
        raise NotFound(_elsewhere(work, work.by))
    return Place(held, separate, asker)


def in_series(work: Work, series_id: SeriesId, right: Right = Right.SEE) -> tuple[Member, Series]:
    held = series.get(work.session, series_id)
    if held is None or held.tenant != work.by.tenant:
        raise NotFound(msg("common.not_found"))
    return member(work, held.id, right), held


def meeting(work: Work, meeting_id: MeetingId, right: Right = Right.SEE) -> tuple[Member, Meeting]:
    """A meeting that the asker may see, with the asker's place in its series."""
    found = meetings.visible(work.session, meeting_id, None)
    if found is None:
        raise NotFound(msg("common.not_found"))
    asker = _behind_barrier(work, found)
    if not asker.may(right):
        raise NotAllowed(msg(f"common.needs_{right.value}"))
    return asker, found


def item(
    work: Work, item_id: ItemId, right: Right = Right.SEE
) -> tuple[Member, AgendaItem, Meeting]:
    found = agenda.visible(work.session, item_id, None)
    if found is None:
        raise NotFound(msg("common.not_found"))
    asker, its_meeting = meeting(work, found[1].id, right)
    return asker, found[0], its_meeting


def absence(work: Work, absence_id: AbsenceId) -> tuple[Absence, Meeting]:
    """What the organisers were told of an organisation that stays away."""
    found = absences.get(work.session, absence_id)
    if found is None:
        raise NotFound(msg("common.not_found"))
    _, its_meeting = meeting(work, found.meeting_id, Right.ORGANIZE)
    return found, its_meeting


def participant(work: Work, participant_id: ParticipantId) -> tuple[Member, Participant]:
    """Somebody in a series, for its organisers."""
    found = people.participant(work.session, participant_id)
    if found is None:
        raise NotFound(msg("common.not_found"))
    asker, _ = in_series(work, found.series_id, Right.ORGANIZE)
    return asker, found


def organisation(
    work: Work, series_id: SeriesId, organisation_id: OrganisationId, right: Right = Right.ORGANIZE
) -> tuple[Series, Organisation]:
    """An organisation that takes part in a series."""
    _, held = in_series(work, series_id, right)
    for each in series.organisations(work.session, held.id):
        if each.id == organisation_id:
            return held, each
    raise NotFound(msg("common.not_found"))


def join_request(work: Work, request_id: JoinRequestId) -> tuple[Member, JoinRequest]:
    """A request to take part, for the organisers of the series."""
    found = people.join_request(work.session, request_id)
    if found is None:
        raise NotFound(msg("common.not_found"))
    asker, _ = in_series(work, found.series_id, Right.ORGANIZE)
    return asker, found


def own_request(work: Work, request_id: JoinRequestId) -> JoinRequest:
    """A request to take part, for the person whose it is."""
    found = people.join_request(work.session, request_id)
    mine = found and isinstance(work.by, Asker) and work.by.person
    if found is None or mine != Person(found.team, found.user):
        raise NotFound(msg("common.not_found"))
    return found


def is_free(work: Work, channel: ChannelId) -> bool:
    """Whether a new series may live in a channel: no series or separate meeting does."""
    session, tenant = work.session, work.by.tenant
    return (
        series.in_channel(session, tenant, channel) is None
        and series.meeting_in_channel(session, tenant, channel) is None
    )


def document(
    work: Work, document_id: DocumentId, right: Right = Right.SEE
) -> tuple[Member, Document, Meeting]:
    found = documents.get(work.session, document_id)
    if found is None:
        raise NotFound(msg("common.not_found"))
    asker, its_meeting = meeting(work, found.meeting_id, right)
    return asker, found, its_meeting


def entry(
    work: Work, entry_id: EntryId, right: Right = Right.SEE
) -> tuple[Member, MinuteEntry, Meeting]:
    found = minutes.visible(work.session, entry_id, None)
    if found is None:
        raise NotFound(msg("common.not_found"))
    asker, its_meeting = meeting(work, found[1].id, right)
    return asker, found[0], its_meeting


def comment(
    work: Work, comment_id: CommentId, right: Right = Right.SEE
) -> tuple[Member, Comment, Meeting]:
    found = comments.visible(work.session, comment_id, None)
    if found is None:
        raise NotFound(msg("common.not_found"))
    asker, its_meeting = meeting(work, found[1].id, right)
    return asker, found[0], its_meeting


def action(work: Work, action_id: ActionId, right: Right = Right.SEE) -> tuple[Member, Raised]:
    """An action whose meeting the asker may see, with where it was raised and who owes it."""
    found = actions.visible(work.session, action_id, None)
    if found is None:
        raise NotFound(msg("common.not_found"))
    asker, _ = meeting(work, found.meeting.id, right)
    return asker, found


def poll(work: Work, poll_id: PollId, right: Right = Right.SEE) -> tuple[Member, Poll, Meeting]:
    found = polls.visible(work.session, poll_id, None)
    if found is None:
        raise NotFound(msg("common.not_found"))
    asker, its_meeting = meeting(work, found[1].id, right)
    return asker, found[0], its_meeting


def status_round(
    work: Work, round_id: RoundId, right: Right = Right.SEE
) -> tuple[Member, StatusRound, Meeting]:
    """A question to one vendor: for its own people and the organisers only."""
    found = status.visible(work.session, round_id, None)
    if found is None:
        raise NotFound(msg("common.not_found"))
    asker, its_meeting = meeting(work, found[1].id, right)
    own = asker.organisation_id in (None, found[0].organisation_id)
    if not (own or asker.organizes):
        raise NotFound(msg("common.not_found"))
    return asker, found[0], its_meeting


def inquiry(work: Work, inquiry_id: InquiryId) -> tuple[Member, Inquiry, Series]:
    """A question asked in private: for its asker and the organisers only."""
    found = inquiries.get(work.session, inquiry_id)
    held = series.get(work.session, found.series_id) if found else None
    if found is None or held is None or held.tenant != work.by.tenant:
        raise NotFound(msg("common.not_found"))
    try:
        asker = member(work, held.id)
    except UnknownPerson:
        raise NotFound(msg("common.not_found")) from None
    if not asker.organizes and found.asked_by != asker.participant_id:
        raise NotFound(msg("common.not_found"))
    return asker, found, held


def reader(work: Work, found: Meeting, user: str) -> Member | None:
    """Somebody to whom a card about a meeting is shown; None if they mayn't know of it."""
    for person, organisation in people.participants(work.session, found.series_id):
        seen = meetings.visible(work.session, found.id, organisation.id)
        if person.user == user and seen is not None:
            return _as_member(person, organisation)
    return None


def organizers(work: Work, found: Meeting) -> list[Participant]:
    """The organisers who may know of a meeting: the only ones who are told of it."""
    return [
        each
        for each in people.organizers(work.session, found.series_id)
        if meetings.visible(work.session, found.id, each.organisation_id) is not None
    ]


def _behind_barrier(work: Work, found: Meeting) -> Member:
    """The asker, if they may know of the meeting; else as if it didn't exist."""
    held = series.get(work.session, found.series_id)
    if held is None or held.tenant != work.by.tenant:
        raise NotFound(msg("common.not_found"))
    try:
        asker = member(work, found.series_id)
    except UnknownPerson:
        if found.vendor_id is None:
            raise
        raise NotFound(msg("common.not_found")) from None
    if meetings.visible(work.session, found.id, asker.organisation_id) is None:
        raise NotFound(msg("common.not_found"))
    return asker


def _elsewhere(work: Work, by: Asker) -> Message:
    own = series.of_person(work.session, by.tenant, by.person)
    if not own:
        return msg("common.no_series_here")
    listed = ", ".join(f"{each.name}" for each in own)
    return msg("common.not_in_this_channel", series=listed)


def _as_member(participant: Participant, organisation: Organisation) -> Member:
    return Member(
        series_id=participant.series_id,
        participant_id=participant.id,
        name=participant.name,
        organisation_id=organisation.id,
        organisation=organisation.short_name,
        kind=organisation.kind,
        role=participant.role,
        is_contact=participant.is_contact,
    )


def _referent(series_id: SeriesId) -> Member:
    return Member(
        series_id=series_id,
        participant_id=None,
        name="Referent",
        organisation_id=None,
        organisation="",
        kind=None,
        role=Role.ORGANIZER,
        is_contact=False,
    )
