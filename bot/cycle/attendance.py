"""People say whether they come; the organiser notes who was there."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, time

from bot import access
from bot.access import Member, Right
from bot.cycle.steps import attendance as steps
from bot.cycle.steps.meetings import show
from bot.cycle.steps.reading import head
from bot.cycle.steps.taking_part import seat
from bot.errors import NotFound, Unclear
from bot.ports import Asker, By
from bot.results.attendance import Answered, AttendanceSheet, AttendeeLine
from bot.rules import attendance as rules
from bot.rules.people import Profile
from bot.texts import msg
from bot.work import House, Work
from storage.queries import attendance, meetings, people
from storage.queries import series as all_series
from storage.tables import Attendee, Meeting, MeetingParty, Organisation, Participant
from storage.vocabulary import (
    AttendanceState,
    MeetingId,
    OrganisationId,
    ParticipantId,
    Role,
)


@dataclass(frozen=True)
class Apologies:
    """Somebody doesn't come: alone, or with all of their organisation."""

    reason: str = ""
    for_all: bool = False
    substitute: Profile | None = None


@dataclass(frozen=True)
class PartyDraft:
    """What the organiser notes for a whole organisation."""

    state: AttendanceState
    reason: str = ""


@dataclass(frozen=True)
class Presence:
    """Who was there, and who of them left before the end; `hour` is local, None now."""

    there: Collection[ParticipantId]
    left: Collection[ParticipantId] = ()
    hour: time | None = None


@dataclass(frozen=True)
class _Own:
    """The asker's place at a meeting."""

    meeting: Meeting
    party: MeetingParty
    organisation: Organisation
    person: Participant


def come(house: House, meeting_id: MeetingId, *, by: Asker) -> Answered:
    """Somebody says that they come."""
    with house.work(by) as work:
        own = _own(work, *access.meeting(work, meeting_id, Right.PROPOSE))
        rules.may_answer(own.meeting.state)
        row = _row(work, own.meeting, own.person.id)
        row.answered = AttendanceState.ACCEPTED
        row.state = rules.after_answering(row.state, row.answered)
        row.reason, row.substitute_id = "", None
        return _answered(work, own)


def send_apologies(
    house: House, meeting_id: MeetingId, apologies: Apologies, *, by: Asker
) -> Answered:
    """Somebody doesn't come, or nobody of their organisation does."""
    with house.work(by) as work:
        own = _own(work, *access.meeting(work, meeting_id, Right.PROPOSE))
        rules.may_answer(own.meeting.state)
        reason = _short(apologies.reason)
        row = _row(work, own.meeting, own.person.id)
        row.answered = AttendanceState.APOLOGIES
        row.state = rules.after_answering(row.state, row.answered)
        row.reason = reason
        named = apologies.substitute.name if apologies.substitute else ""
        rules.checked_apologies(for_all=apologies.for_all, substitute=named)
        if apologies.for_all:
            _nobody_comes(work, own.meeting, own.party)
        substitute = _substitute(work, own, apologies.substitute)
        row.substitute_id = substitute.id if substitute else None
        return _answered(work, own, reason)


def read(house: House, meeting_id: MeetingId, *, by: Asker) -> Answered:
    """What the asker and their organisation have answered so far."""
    with house.look(by) as work:
        own = _own(work, *access.meeting(work, meeting_id, Right.PROPOSE))
        rules.may_answer(own.meeting.state)
        return _read(work, own)


def invitation(house: House, meeting_id: MeetingId, user: str, *, by: By) -> Answered | None:
    """What somebody's invitation shows; None once they can't answer for an organisation."""
    with house.look(by) as work:
        try:
            _, meeting = access.meeting(work, meeting_id)
        except NotFound:
            return None
        member = access.reader(work, meeting, user)
        if member is None or not member.may(Right.PROPOSE):
            return None
        return _read(work, _own(work, member, meeting))


def sheet(house: House, meeting_id: MeetingId, *, by: Asker) -> AttendanceSheet:
    """Everybody who could be there, for the organiser's dialog."""
    with house.look(by) as work:
        _, meeting = access.meeting(work, meeting_id, Right.ORGANIZE)
        return _sheet(work, meeting)


def correct(
    house: House,
    meeting_id: MeetingId,
    parties: Mapping[OrganisationId, PartyDraft],
    presence: Presence,
    *,
    by: Asker,
) -> AttendanceSheet:
    """The organiser's list: what each organisation answered, who was there and who left."""
    with house.work(by) as work:
        _, meeting = access.meeting(work, meeting_id, Right.ORGANIZE)
        rules.may_correct(meeting.state)
        could_be = {each.participant_id for each in _sheet(work, meeting).people}
        if not {*presence.there, *presence.left} <= could_be:
            raise NotFound(msg("common.not_found"), field="present")
        _seat(work, meeting, presence)
        for party, _ in meetings.parties(work.session, meeting.id):
            draft = parties.get(party.organisation_id, PartyDraft(party.state, party.reason))
            if draft.state is not party.state:
                party.said = draft.state
                if draft.state is AttendanceState.APOLOGIES:
                    _nobody_comes(work, meeting, party)
            steps.settle(work, meeting, party, _short(draft.reason))
        show(work, meeting)
        steps.show_invitations(work, meeting)
        return _sheet(work, meeting)


def _own(work: Work, member: Member, meeting: Meeting) -> _Own:
    person = people.participant(work.session, member.participant_id or ParticipantId(0))
    for party, organisation in meetings.parties(work.session, meeting.id):
        if person is not None and party.organisation_id == member.organisation_id:
            return _Own(meeting, party, organisation, person)
    raise NotFound(msg("common.not_found"))


def _read(work: Work, own: _Own) -> Answered:
    held = steps.of(work, own.meeting)
    unanswered = steps.attendee_line(own.person, own.organisation.short_name, None)
    mine = [each for each in held.people if each.participant_id == own.person.id]
    replaced = [
        person.name
        for row, person in attendance.people(work.session, own.meeting.id)
        if row.substitute_id == own.person.id
    ]
    could_come = steps.who_could_come(work, own.meeting, own.organisation.id)
    return Answered(
        head(work, own.meeting),
        steps.party_line(own.party, own.organisation),
        mine[0] if mine else unanswered,
        alone=len(could_come) == 1,
        open=rules.may_be_answered(own.meeting.state),
        stands_in_for=", ".join(replaced),
    )


def _answered(work: Work, own: _Own, reason: str = "") -> Answered:
    work.session.flush()
    work.note(
        "attendance.person",
        f"participant:{own.person.id}",
        series=own.meeting.series_id,
        meeting=own.meeting.id,
        after={"state": _row(work, own.meeting, own.person.id).state.value},
    )
    steps.settle(work, own.meeting, own.party, reason)
    show(work, own.meeting)
    steps.show_invitations(work, own.meeting)
    return _read(work, own)


def _row(work: Work, meeting: Meeting, participant_id: ParticipantId) -> Attendee:
    row = attendance.attendee(work.session, meeting.id, participant_id)
    if row is None:
        row = Attendee(
            meeting_id=meeting.id,
            participant_id=participant_id,
            state=AttendanceState.INVITED,
        )
        work.session.add(row)
    return row


def _nobody_comes(work: Work, meeting: Meeting, party: MeetingParty) -> None:
    """Apologies of a whole organisation also take back what its people promised before."""
    party.said = AttendanceState.APOLOGIES
    for row, person in attendance.people(work.session, meeting.id):
        if person.organisation_id == party.organisation_id:
            row.answered = rules.after_apologies_of_all(row.answered)
            row.state = rules.after_answering(row.state, row.answered)
            work.session.add(row)


def _substitute(work: Work, own: _Own, profile: Profile | None) -> Participant | None:
    """Who comes instead: a colleague, who gets a place in the series if they have none."""
    if profile is None:
        return None
    themselves = profile.person.user == own.person.user
    rules.may_stand_in(profile.name, themselves=themselves, app=profile.is_bot, could_come=True)
    series = all_series.of_meeting(work.session, own.meeting)
    person, _ = seat(work, series, profile, own.organisation.id)
    colleague = person.organisation_id == own.organisation.id and person.role is not Role.OBSERVER
    rules.may_stand_in(person.name, themselves=False, app=False, could_come=colleague)
    if _row(work, own.meeting, own.person.id).substitute_id != person.id:
        _tell_of(work, own, person)
    steps.invite(work, own.meeting, person)
    return person


def _tell_of(work: Work, own: _Own, substitute: Participant) -> None:
    meeting = own.meeting
    facts = {
        "name": own.person.name,
        "organisation": own.organisation.short_name,
        "meeting": meeting.title,
    }
    work.tell(
        substitute.user,
        msg("attendance.told_substitute", **facts, when=meeting.starts_at),
        series=meeting.series_id,
        meeting=meeting.id,
    )
    for organizer in people.organizers(work.session, meeting.series_id):
        if organizer.id not in (own.person.id, substitute.id) and access.reader(
            work, meeting, organizer.user
        ):
            work.tell(
                organizer.user,
                msg("attendance.told_of_substitute", **facts, substitute=substitute.name),
                series=meeting.series_id,
                meeting=meeting.id,
            )


def _sheet(work: Work, meeting: Meeting) -> AttendanceSheet:
    held = steps.of(work, meeting)
    answered = {each.participant_id: each for each in held.people}
    invited = {each.organisation_id for each in held.parties}
    could_be = [
        answered.get(person.id) or steps.attendee_line(person, organisation.short_name, None)
        for person, organisation in people.participants(work.session, meeting.series_id)
        if organisation.id in invited
    ]
    known = {each.participant_id for each in could_be}
    gone: list[AttendeeLine] = [each for each in held.present if each.participant_id not in known]
    return AttendanceSheet(head(work, meeting), held, (*could_be, *gone))


def _short(reason: str) -> str:
    if len(reason) > rules.LONGEST_REASON:
        raise Unclear(msg("attendance.reason_too_long", most=rules.LONGEST_REASON), field="reason")
    return " ".join(reason.split())


def _seat(work: Work, meeting: Meeting, presence: Presence) -> None:
    before = {
        row.participant_id: row.state for row, _ in attendance.people(work.session, meeting.id)
    }
    for participant_id in {*before, *presence.there, *presence.left}:
        row = _row(work, meeting, participant_id)
        left = participant_id in presence.left
        row.state = rules.after_noting(
            row.answered, there=participant_id in presence.there, left=left
        )
        if left and row.left_at is None:
            row.left_at = _left_at(work, meeting, presence.hour)
        if not left:
            row.left_at = None
        work.session.add(row)
    work.session.flush()
    work.note(
        "attendance.present",
        f"meeting:{meeting.id}",
        series=meeting.series_id,
        meeting=meeting.id,
        before={"people": sorted(each for each in before if before[each] in rules.WERE_THERE)},
        after={"people": sorted({*presence.there, *presence.left})},
    )


def _left_at(work: Work, meeting: Meeting, hour: time | None) -> datetime:
    if hour is None and meeting.starts_at <= work.now <= meeting.ends_at:
        return work.now
    if hour is None:
        raise Unclear(msg("attendance.left_when"), field="left_at")
    zone = all_series.of_meeting(work.session, meeting).zone
    return rules.left_at(hour, meeting.starts_at, meeting.ends_at, zone)
