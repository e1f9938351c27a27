"""Meetings inside one transaction: planned, scheduled, opened for items and shown."""

from bot.cycle.steps import answers_paper, attendance, carry_over, needing, timing
from bot.errors import WrongMoment
from bot.rules import meetings as rules
from bot.rules import schedule
from bot.rules.meetings import MeetingDraft, Seat
from bot.rules.status import REMINDERS, may_be_asked
from bot.texts import msg
from bot.work import Work
from storage.queries import jobs, meetings, people, status
from storage.queries import series as all_series
from storage.tables import Meeting, MeetingParty, Organisation, Series
from storage.vocabulary import (
    CardKind,
    JobKind,
    MeetingFormat,
    OrganisationKind,
)

HOSTS = (OrganisationKind.COORDINATOR, OrganisationKind.AUTHORITY)
"""Who takes part in a separate meeting beside its vendor."""


def plan(work: Work, series: Series, draft: MeetingDraft) -> Meeting:
    """Plans a meeting with its number, parties, chores and carried-over items.

    A separate meeting is known to its vendor, the coordinators and the authorities only; its
    group conversation is opened, and its agenda card is posted there.
    """
    rules.checked(draft, work.now, series.zone)
    all_series.lock(work.session, series)  # of two who plan at once, one waits for the number
    vendor = _vendor(work, series, draft)
    number = _next_number(work, series, vendor)
    pattern = series.separate_title if vendor else series.joint_title
    meeting = Meeting(
        series_id=series.id,
        scope=vendor.id if vendor else 0,
        number=number,
        title=rules.title_of(pattern, number, vendor.short_name if vendor else ""),
        starts_at=draft.starts_at,
        ends_at=draft.ends_at,
        timed_at=work.now,
        place=draft.place.strip(),
        format=draft.format,
        vendor_id=vendor.id if vendor else None,
        channel=None if vendor else series.channel,
        uid=f"{work.ids.new()}@referent",
    )
    work.session.add(meeting)
    work.session.flush()
    before = meetings.before(work.session, meeting)
    meeting.previous_id = before.id if before else None
    for organisation in _parties(work, series, vendor):
        work.session.add(MeetingParty(meeting_id=meeting.id, organisation_id=organisation.id))
    work.session.flush()
    work.note(
        "meetings.plan",
        f"meeting:{meeting.id}",
        series=series.id,
        meeting=meeting.id,
        after={"state": meeting.state.value, "number": number, "format": draft.format.value},
    )
    if vendor:
        _open_group(work, meeting)
    reschedule_chores(work, meeting)
    carry_over.refresh(work, meeting)
    answers_paper.find_paper(work, series.id)
    return meeting


def reschedule_chores(work: Work, meeting: Meeting) -> None:
    """Sets the clock anew for a meeting: what no longer fits its time or state is dropped."""
    series = all_series.of_meeting(work.session, meeting)
    work.session.flush()
    jobs.cancel(work.session, meeting.id, schedule.CHORES, work.now)
    due = schedule.chores(meeting.starts_at, meeting.state, timing.offsets(series), work.now)
    for kind, moment in due.items():
        work.later(
            kind,
            f"{kind}:{meeting.id}",
            {"meeting": meeting.id},
            due=moment,
            series=series.id,
            meeting=meeting.id,
        )
    if may_be_asked(meeting.state) and status.rounds(work.session, meeting.id):
        remind_later(work, meeting)


def remind_later(work: Work, meeting: Meeting) -> None:
    """Sets the clock to remind those who were asked for their status and don't answer."""
    series = all_series.of_meeting(work.session, meeting)
    due = schedule.reminders(meeting.starts_at, REMINDERS, timing.offsets(series), work.now)
    for days, moment in due.items():
        work.later(
            JobKind.REMIND_STATUS,
            f"remind_status:{meeting.id}:{days}",
            {"meeting": meeting.id},
            due=moment,
            series=series.id,
            meeting=meeting.id,
        )


def open_for_items(work: Work, meeting: Meeting) -> None:
    """Planned → open for items: its card is posted, and everybody may add to it."""
    before = meeting.state
    meeting.state = rules.after_opening(meeting.state)
    work.session.add(meeting)
    jobs.cancel(work.session, meeting.id, [JobKind.OPEN_FOR_ITEMS], work.now)
    changed(work, "meetings.open", meeting, before=before.value)
    attendance.invite_all(work, meeting)


def open_next(work: Work, meeting: Meeting) -> Meeting | None:
    """Opens the meeting planned after this one, if there is one that isn't open yet."""
    following = meetings.following(work.session, meeting)
    if following is not None:
        open_for_items(work, following)
    return following


def changed(work: Work, verb: str, meeting: Meeting, *, before: str) -> None:
    """Audit entry and card of a meeting whose state or time changed."""
    work.session.flush()
    work.note(
        verb,
        f"meeting:{meeting.id}",
        series=meeting.series_id,
        meeting=meeting.id,
        before={"state": before},
        after={"state": meeting.state.value, "version": meeting.version},
    )
    show(work, meeting)
    attendance.show_invitations(work, meeting)
    needing.notice(work, meeting)


def show(work: Work, meeting: Meeting) -> None:
    """Brings the meeting's agenda card up to date where it is held."""
    if meeting.channel:
        work.project(
            CardKind.AGENDA,
            meeting.id,
            meeting.channel,
            series=meeting.series_id,
            meeting=meeting.id,
        )


def _vendor(work: Work, series: Series, draft: MeetingDraft) -> Organisation | None:
    match draft.format:
        case MeetingFormat.JOINT:
            return None
        case MeetingFormat.SEPARATE:
            for each in all_series.organisations(work.session, series.id):
                if each.id == draft.vendor_id and each.kind is OrganisationKind.VENDOR:
                    return each
            raise WrongMoment(msg("meetings.no_such_vendor"), field="vendor")


def _next_number(work: Work, series: Series, vendor: Organisation | None) -> int:
    """Joint meetings count in the series, separate ones per vendor, both without gaps."""
    if vendor:
        return meetings.last_number(work.session, series.id, vendor.id) + 1
    number = series.next_number
    series.next_number = number + 1
    work.session.add(series)
    return number


def _parties(work: Work, series: Series, vendor: Organisation | None) -> list[Organisation]:
    everybody = all_series.organisations(work.session, series.id)
    if vendor is None:
        return list(everybody)
    return [each for each in everybody if each.id == vendor.id or each.kind in HOSTS]


def _open_group(work: Work, meeting: Meeting) -> None:
    parties = {party.organisation_id for party, _ in meetings.parties(work.session, meeting.id)}
    seats = [
        Seat(person.user, person.role, person.is_contact, person.organisation_id == meeting.scope)
        for person, _ in people.participants(work.session, meeting.series_id)
        if person.organisation_id in parties
    ]
    if not any(seat.of_vendor for seat in seats):
        raise WrongMoment(msg("meetings.vendor_without_people"), field="vendor")
    work.later(
        JobKind.GROUP,
        f"group:{meeting.id}",
        {"meeting": meeting.id, "users": rules.group(seats)},
        lane=f"group:{meeting.id}",
        series=meeting.series_id,
        meeting=meeting.id,
    )
