"""Status rows → what is shown."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.access import Member
from bot.cycle.steps import voices
from bot.cycle.steps.reading import head
from bot.results.status import Missing, Prompt, ReportLine, StatusLine, StatusPage
from bot.rules import status as rules
from bot.rules.status import Moment, Report
from bot.work import Work
from storage.queries import meetings, people, series
from storage.queries import status as rows
from storage.tables import (
    Meeting,
    Organisation,
    Participant,
    Series,
    StatusReport,
    StatusRound,
    StatusTopic,
)
from storage.vocabulary import MeetingId, OrganisationKind


def lines(work: Work, held: Series, meeting: Meeting | None) -> tuple[StatusLine, ...]:
    """Every vendor's plan for every solution, by vendor.

    At a joint meeting those of all vendors; at a separate one only that vendor's.
    """
    solutions = series.topics(work.session, held.id)
    return tuple(
        line(work, held, meeting, vendor, topic)
        for vendor in vendors(work, held, meeting)
        for topic in solutions
    )


def vendors(work: Work, held: Series, meeting: Meeting | None) -> list[Organisation]:
    """The vendors that a meeting is about."""
    if meeting is None:
        present: Sequence[Organisation] = series.organisations(work.session, held.id)
    else:
        present = [each for _, each in meetings.parties(work.session, meeting.id)]
    return [each for each in present if each.kind is OrganisationKind.VENDOR]


def page_of(work: Work, held: Series, meeting: Meeting | None, *, organizes: bool) -> StatusPage:
    """Where the plans stand; who is missing is for organisers."""
    return StatusPage(
        series_id=held.id,
        meeting=head(work, meeting) if meeting else None,
        zone=held.zone,
        lines=lines(work, held, meeting),
        asked=bool(meeting and rows.rounds(work.session, meeting.id)),
        missing=missing(work, meeting) if meeting and organizes else (),
        organizes=organizes,
        may_ask=meeting is not None and rules.may_be_asked(meeting.state),
    )


def line(
    work: Work, held: Series, meeting: Meeting | None, vendor: Organisation, topic: StatusTopic
) -> StatusLine:
    scopes = [0, meeting.scope] if meeting else [0]
    said = {
        report.id: (_report(report, its_meeting), _line(report, by, organisation))
        for report, by, organisation, its_meeting in rows.reports(
            work.session, topic.id, vendor.id, scopes
        )
    }
    standing = rules.standing([each for each, _ in said.values()], _moment(work, held, meeting))
    return StatusLine(
        vendor_id=vendor.id,
        vendor=vendor.short_name,
        product=vendor.product,
        topic_id=topic.id,
        topic=topic.name,
        latest=said[standing.latest.id][1] if standing.latest else None,
        earlier=said[standing.earlier.id][1] if standing.earlier else None,
        new=standing.new,
        stale=standing.stale,
        answered=standing.answered,
    )


def prompt(work: Work, asked: StatusRound, meeting: Meeting) -> Prompt:
    """A round as its vendor's contacts see it."""
    held = series.of_meeting(work.session, meeting)
    vendor = people.organisation(work.session, asked.organisation_id)
    topic = rows.topic(work.session, asked.topic_id)
    if vendor is None or topic is None:
        message = f"round {asked.id} without vendor or solution"
        raise LookupError(message)
    return Prompt(
        id=asked.id,
        meeting=head(work, meeting),
        line=line(work, held, meeting, vendor, topic),
        now=work.now,
        open=rules.is_open(meeting.state),
    )


def speaks(work: Work, member: Member, asked: StatusRound) -> bool:
    """Whether a person answers for the vendor that was asked."""
    own = member.organisation_id == asked.organisation_id
    return own and voices.has(work, member, asked.meeting_id)


def missing(work: Work, meeting: Meeting) -> tuple[Missing, ...]:
    """Vendors that were asked and haven't answered about everything."""
    unanswered: dict[str, list[str]] = {}
    for _, each in open_prompts(work, meeting):
        unanswered.setdefault(each.line.vendor, []).append(each.line.topic)
    return tuple(Missing(vendor, tuple(topics)) for vendor, topics in unanswered.items())


def open_prompts(work: Work, meeting: Meeting) -> Iterator[tuple[StatusRound, Prompt]]:
    """Rounds of a meeting that wait for an answer."""
    for asked in rows.rounds(work.session, meeting.id):
        shown = prompt(work, asked, meeting)
        if not shown.line.answered:
            yield asked, shown


def _moment(work: Work, held: Series, meeting: Meeting | None) -> Moment:
    zone = ZoneInfo(held.zone)
    if meeting is None:
        return Moment(MeetingId(0), work.now, _day(work.now, zone))
    before = meetings.before(work.session, meeting)
    return Moment(
        meeting_id=meeting.id,
        starts_at=meeting.starts_at,
        day=_day(meeting.starts_at, zone),
        previous_end=before.ends_at if before else None,
        sealed_at=meeting.approved_at,
    )


def _day(when: datetime, zone: ZoneInfo) -> date:
    return when.astimezone(zone).date()


def _report(report: StatusReport, meeting: Meeting | None) -> Report:
    return Report(
        id=report.id,
        meeting_id=report.meeting_id,
        meeting_starts=meeting.starts_at if meeting else None,
        reported_at=report.reported_at,
        certification=report.certification,
        rollout=report.rollout,
        planned=report.planned,
        needs=report.needs,
        confirmed=report.confirmed,
    )


def _line(report: StatusReport, by: Participant, organisation: Organisation) -> ReportLine:
    return ReportLine(
        id=report.id,
        certification=report.certification,
        rollout=report.rollout,
        planned=report.planned,
        needs=report.needs,
        by=by.name,
        organisation=organisation.short_name,
        at=report.reported_at,
        confirmed=report.confirmed,
        unchanged=report.confirms_id is not None,
    )
