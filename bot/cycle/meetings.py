"""A meeting is planned, opened for items, moved and cancelled."""

from dataclasses import dataclass
from datetime import time
from zoneinfo import ZoneInfo

from bot import access
from bot.access import Right
from bot.cycle.steps import carry_over
from bot.cycle.steps import meetings as steps
from bot.cycle.steps.answers_paper import find_paper
from bot.cycle.steps.reading import head
from bot.errors import Unclear, WrongMoment
from bot.inputs.times import Custom, When, meeting_time
from bot.ports import Asker, By
from bot.results.meetings import (
    Change,
    MeetingChanged,
    MeetingHead,
    PlanOptions,
    VendorChoice,
)
from bot.rules import meetings as rules
from bot.rules.meetings import MeetingDraft
from bot.texts import msg
from bot.work import House, Work
from storage.queries import jobs, meetings
from storage.queries import series as all_series
from storage.tables import Meeting, Series
from storage.vocabulary import (
    DocumentKind,
    JobKind,
    Language,
    MeetingFormat,
    MeetingId,
    MeetingState,
    OrganisationId,
    OrganisationKind,
    SeriesId,
)


@dataclass(frozen=True)
class Typed:
    """When and where, as it was typed, and the language it was typed in."""

    when: str
    place: str
    language: Language


def options(house: House, series_id: SeriesId, *, by: Asker) -> PlanOptions:
    """What the dialog for a new meeting offers."""
    with house.look(by) as work:
        member, series = access.in_series(work, series_id, Right.ORGANIZE)
        held = meetings.of_series(work.session, series.id, member.organisation_id)
        joint = [each for each in held if each.vendor_id is None]
        return PlanOptions(
            series_id=series.id,
            series=series.name,
            joint=rules.title_of(series.joint_title, series.next_number),
            vendors=tuple(
                VendorChoice(each.id, each.short_name)
                for each in all_series.organisations(work.session, series.id)
                if each.kind is OrganisationKind.VENDOR
            ),
            start_time=series.start_time,
            duration_minutes=series.duration_minutes,
            place=joint[0].place if joint else "",
            language=series.language,
            zone=series.zone,
        )


def plan(
    house: House,
    series_id: SeriesId,
    typed: Typed,
    *,
    vendor_id: OrganisationId | None = None,
    by: Asker,
) -> MeetingChanged:
    """Plans the next joint meeting, or a separate one with a vendor."""
    with house.work(by) as work:
        _, series = access.in_series(work, series_id, Right.ORGANIZE)
        when = _when(work, series, typed)
        draft = MeetingDraft(
            starts_at=when.starts_at,
            ends_at=when.ends_at,
            place=typed.place,
            format=MeetingFormat.SEPARATE if vendor_id else MeetingFormat.JOINT,
            vendor_id=vendor_id,
        )
        meeting = steps.plan(work, series, draft)
        return MeetingChanged(Change.PLANNED, head(work, meeting))


def read(house: House, meeting_id: MeetingId, *, by: Asker) -> MeetingHead:
    """A meeting as it stands, for the organiser's dialogs."""
    with house.look(by) as work:
        _, meeting = access.meeting(work, meeting_id, Right.ORGANIZE)
        return head(work, meeting)


def open_for_items(house: House, meeting_id: MeetingId, *, by: By) -> MeetingChanged:
    """Planned → open for items, by an organiser or by the clock."""
    with house.work(by) as work:
        _, meeting = access.meeting(work, meeting_id, Right.ORGANIZE)
        steps.open_for_items(work, meeting)
        return MeetingChanged(Change.OPENED, head(work, meeting))


def close_for_items(house: House, meeting_id: MeetingId, *, by: Asker) -> MeetingChanged:
    """Takes the opening back; items stay, and the clock doesn't open it again."""
    with house.work(by) as work:
        _, meeting = access.meeting(work, meeting_id, Right.ORGANIZE)
        before = meeting.state
        meeting.state = rules.after_closing(meeting.state)
        work.session.add(meeting)
        steps.reschedule_chores(work, meeting)
        jobs.cancel(work.session, meeting.id, [JobKind.OPEN_FOR_ITEMS], work.now)
        steps.changed(work, "meetings.close", meeting, before=before.value)
        return MeetingChanged(Change.CLOSED, head(work, meeting))


def move(
    house: House, meeting_id: MeetingId, typed: Typed, *, seen: int, by: Asker
) -> MeetingChanged:
    """Another time or place; its items stay, its deadlines and the invitation follow."""
    with house.work(by) as work:
        _, meeting = access.meeting(work, meeting_id, Right.ORGANIZE)
        rules.may_move(meeting.state)
        _as_seen(meeting, seen)
        series = all_series.of_meeting(work.session, meeting)
        when = _when(work, series, typed)
        draft = MeetingDraft(when.starts_at, when.ends_at, typed.place)
        rules.checked(draft, work.now, series.zone)
        same = (meeting.starts_at, meeting.ends_at, meeting.place)
        if same == (draft.starts_at, draft.ends_at, draft.place.strip()):
            raise WrongMoment(msg("meetings.not_moved"), field="when")
        moved = (meeting.starts_at, meeting.ends_at) != (draft.starts_at, draft.ends_at)
        meeting.starts_at, meeting.ends_at = draft.starts_at, draft.ends_at
        meeting.place = draft.place.strip()
        if moved:
            meeting.timed_at = work.now
        work.session.add(meeting)
        _invitation_changed(work, meeting)
        steps.reschedule_chores(work, meeting)
        steps.changed(work, "meetings.move", meeting, before=meeting.state.value)
        if moved:
            _tell(work, meeting, "meetings.told_moved")
        return MeetingChanged(Change.MOVED, head(work, meeting))


def cancel(
    house: House, meeting_id: MeetingId, reason: str, *, seen: int, by: Asker
) -> MeetingChanged:
    """Cancels a meeting that hasn't begun, with the reason that others are told."""
    with house.work(by) as work:
        _, meeting = access.meeting(work, meeting_id, Right.ORGANIZE)
        after = rules.after_cancelling(meeting.state)
        _as_seen(meeting, seen)
        before = meeting.state
        meeting.cancel_reason = rules.reason(reason)
        meeting.cancelled_from, meeting.state = before, after
        work.session.add(meeting)
        _invitation_changed(work, meeting)
        steps.reschedule_chores(work, meeting)
        steps.changed(work, "meetings.cancel", meeting, before=before.value)
        carry_over.refresh_coming(work, meeting.series_id)
        find_paper(work, meeting.series_id)
        _tell(work, meeting, "meetings.told_cancelled")
        return MeetingChanged(Change.CANCELLED, head(work, meeting))


def reinstate(house: House, meeting_id: MeetingId, *, by: Asker) -> MeetingChanged:
    """Takes a cancellation back while the meeting's time lies ahead."""
    with house.work(by) as work:
        _, meeting = access.meeting(work, meeting_id, Right.ORGANIZE)
        before = meeting.state
        meeting.state = rules.after_reinstating(
            meeting.state, meeting.cancelled_from or MeetingState.PLANNED
        )
        if meeting.starts_at <= work.now:
            raise WrongMoment(msg("meetings.too_late_to_reinstate"))
        meeting.cancelled_from, meeting.cancel_reason = None, ""
        work.session.add(meeting)
        _invitation_changed(work, meeting)
        steps.reschedule_chores(work, meeting)
        steps.changed(work, "meetings.reinstate", meeting, before=before.value)
        carry_over.refresh_coming(work, meeting.series_id)
        find_paper(work, meeting.series_id)
        _tell(work, meeting, "meetings.told_reinstated")
        return MeetingChanged(Change.REINSTATED, head(work, meeting))


def _when(work: Work, series: Series, typed: Typed) -> When:
    hour, minute = series.start_time.split(".")
    custom = Custom(time(int(hour), int(minute)), series.duration_minutes, series.zone)
    today = work.now.astimezone(ZoneInfo(series.zone)).date()
    if not typed.when.strip():
        raise Unclear(msg("meetings.when_missing"), field="when")
    return meeting_time(typed.when, today, typed.language, custom, field="when", remark=work.remark)


def _as_seen(meeting: Meeting, seen: int) -> None:
    if meeting.version != seen:
        raise WrongMoment(msg("common.changed_meanwhile"))


def _invitation_changed(work: Work, meeting: Meeting) -> None:
    """People who hold the invitation get it anew (RFC 5546: a higher SEQUENCE)."""
    meeting.sequence += 1
    if meeting.agenda_sent_at is None:
        return
    kind = DocumentKind.INVITATION
    work.later(
        JobKind.RENDER,
        f"render:{kind}:{meeting.id}",
        {"meeting": meeting.id, "kind": kind.value},
        series=meeting.series_id,
        meeting=meeting.id,
    )


def _tell(work: Work, meeting: Meeting, message: str) -> None:
    """Tells the meeting's channel, once people have heard of the meeting there."""
    told_of = (meeting.cancelled_from or meeting.state) is not MeetingState.PLANNED
    if meeting.channel and told_of:
        work.tell(
            meeting.channel,
            msg(
                message,
                meeting=meeting.title,
                when=meeting.starts_at,
                place=meeting.place or "–",
                reason=meeting.cancel_reason or "–",
            ),
            series=meeting.series_id,
            meeting=meeting.id,
        )
