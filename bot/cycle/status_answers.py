"""What vendors say of their plans, and what the organiser knows of them."""

from zoneinfo import ZoneInfo

from bot import access
from bot.access import Right
from bot.cycle.steps import deadlines, remarks
from bot.cycle.steps.status_cards import show
from bot.cycle.steps.status_reading import line, page_of, prompt, speaks, vendors
from bot.errors import NotAllowed, NotFound, WrongMoment
from bot.inputs import dates
from bot.inputs.planning import planned
from bot.ports import Asker
from bot.results.status import Plan, Prompt, Said, StatusLine, StatusPage
from bot.rules import status as rules
from bot.rules.status import StatusDraft
from bot.texts import Message, msg
from bot.work import House, Work
from storage.queries import series
from storage.queries import status as rows
from storage.tables import Meeting, Organisation, Series, StatusReport, StatusRound, StatusTopic
from storage.vocabulary import (
    Language,
    MeetingId,
    OrganisationId,
    ParticipantId,
    RemarkAbout,
    ReportId,
    RoundId,
    SeriesId,
    TopicId,
)


def confirm(house: House, round_id: RoundId, *, by: Asker) -> Said:
    """What was said before is unchanged and stands. Pressed again, it changes nothing."""
    with house.work(by) as work:
        asked, meeting, by_id = _answering(work, round_id, msg("mandates.unchanged"))
        shown = prompt(work, asked, meeting)
        if shown.line.answered:
            return Said(shown, already=True)
        before = shown.line.latest
        if before is None:
            raise WrongMoment(msg("status.nothing_to_confirm"))
        work.session.add(
            StatusReport(
                topic_id=asked.topic_id,
                organisation_id=asked.organisation_id,
                meeting_id=meeting.id,
                certification=before.certification,
                rollout=before.rollout,
                planned=before.planned,
                planned_day=before.planned.last_day if before.planned else None,
                needs=before.needs,
                confirms_id=before.id,
                by_id=by_id,
                reported_at=work.now,
            )
        )
        return _answered(work, "status.confirm", asked, meeting)


def answer(
    house: House,
    round_id: RoundId,
    draft: StatusDraft,
    *,
    seen: ReportId | None,
    language: Language,
    by: Asker,
) -> Said:
    """A new answer; `seen` is the report that the dialog was filled with."""
    with house.work(by) as work:
        asked, meeting, by_id = _answering(work, round_id, _in_words(draft))
        _unchanged_since(prompt(work, asked, meeting).line, seen)
        held = series.of_meeting(work.session, meeting)
        about = (asked.topic_id, asked.organisation_id)
        report = _report(work, draft, held, language, about=about, by_id=by_id, meeting=meeting)
        report.meeting_id = meeting.id
        work.session.add(report)
        return _answered(work, "status.answer", asked, meeting)


def read(house: House, round_id: RoundId, *, by: Asker) -> Prompt:
    """A prompt as it stands, for the dialog in which it is answered.

    Anybody of the vendor may write there: without a mandate it is kept as a remark.
    """
    with house.look(by) as work:
        member, asked, meeting = access.status_round(work, round_id, Right.PROPOSE)
        if member.organisation_id != asked.organisation_id:
            rules.may_speak_for(has_voice=False)
        rules.may_answer(meeting.state)
        return prompt(work, asked, meeting)


def plan(
    house: House,
    series_id: SeriesId,
    meeting_id: MeetingId | None,
    vendor_id: OrganisationId,
    topic_id: TopicId,
    *,
    by: Asker,
) -> Plan:
    """One vendor's plan, for an organiser who knows more of it."""
    with house.look(by) as work:
        held, meeting, vendor, topic = _known(work, series_id, meeting_id, vendor_id, topic_id)
        return Plan(
            held.id,
            meeting.id if meeting else None,
            meeting is not None and meeting.vendor_id is not None,
            line(work, held, meeting, vendor, topic),
        )


def know(
    house: House,
    of: Plan,
    draft: StatusDraft,
    *,
    confirmed: bool,
    seen: ReportId | None,
    language: Language,
    by: Asker,
) -> StatusPage:
    """The organiser writes down what is known of a vendor's plan.

    `confirmed` says that the vendor told it for this meeting: it counts as its answer. Else it
    is known from before; in a separate meeting it stays within that meeting.
    """
    with house.work(by) as work:
        held, meeting, vendor, topic = _known(
            work, of.series_id, of.meeting_id, of.line.vendor_id, of.line.topic_id
        )
        if meeting is not None:
            rules.may_answer(meeting.state)
        _unchanged_since(line(work, held, meeting, vendor, topic), seen)
        member = access.member(work, held.id, Right.ORGANIZE)
        if member.participant_id is None:
            raise NotAllowed(msg("common.needs_organize"))
        about, by_id = (topic.id, vendor.id), member.participant_id
        report = _report(work, draft, held, language, about=about, by_id=by_id, meeting=meeting)
        report.confirmed = confirmed and meeting is not None
        if meeting is not None and (confirmed or meeting.vendor_id is not None):
            report.meeting_id = meeting.id
        work.session.add(report)
        work.session.flush()
        if meeting is not None:
            _show_to(work, meeting, vendor, topic)
        work.note(
            "status.know",
            f"report:{report.id}",
            series=held.id,
            meeting=meeting.id if meeting else None,
        )
        return page_of(work, held, meeting, organizes=True)


def _show_to(work: Work, meeting: Meeting, vendor: Organisation, topic: StatusTopic) -> None:
    """Brings the vendor's own prompts up to date with what the organiser wrote."""
    for asked in rows.rounds(work.session, meeting.id):
        if (asked.organisation_id, asked.topic_id) == (vendor.id, topic.id):
            show(work, asked, meeting)


def _in_words(draft: StatusDraft) -> str:
    return "\n".join(filter(str.strip, (draft.rollout, draft.planned, draft.needs)))


def _answering(
    work: Work, round_id: RoundId, said: Message | str
) -> tuple[StatusRound, Meeting, ParticipantId]:
    """The round, if the asker answers for its vendor and the meeting isn't over."""
    member, asked, meeting = access.status_round(work, round_id)
    voiced, own = speaks(work, member, asked), member.organisation_id == asked.organisation_id
    if own and not voiced:
        rules.may_answer(meeting.state)
        unvoiced = remarks.unvoiced(work, member, meeting, RemarkAbout.STATUS, asked.id, said)
        raise unvoiced or NotAllowed(remarks.who_speaks(work, member, meeting))
    rules.may_speak_for(has_voice=voiced)
    rules.may_answer(meeting.state)
    if member.participant_id is None:
        raise NotAllowed(msg("status.only_contacts"))
    rows.lock(work.session, asked)
    return asked, meeting, member.participant_id


def _answered(work: Work, verb: str, asked: StatusRound, meeting: Meeting) -> Said:
    show(work, asked, meeting)
    work.note(verb, f"round:{asked.id}", series=meeting.series_id, meeting=meeting.id)
    return Said(prompt(work, asked, meeting))


def _unchanged_since(current: StatusLine, seen: ReportId | None) -> None:
    if current.latest and current.latest.id != seen:
        raise WrongMoment(msg("status.changed_meanwhile", by=current.latest.by))


def _known(
    work: Work,
    series_id: SeriesId,
    meeting_id: MeetingId | None,
    vendor_id: OrganisationId,
    topic_id: TopicId,
) -> tuple[Series, Meeting | None, Organisation, StatusTopic]:
    _, held = access.in_series(work, series_id, Right.ORGANIZE)
    meeting = access.meeting(work, meeting_id, Right.ORGANIZE)[1] if meeting_id else None
    if meeting is not None and meeting.series_id != held.id:
        raise NotFound(msg("common.not_found"))
    vendor = next((each for each in vendors(work, held, meeting) if each.id == vendor_id), None)
    topic = rows.topic(work.session, topic_id)
    if vendor is None or topic is None or topic.series_id != held.id:
        raise NotFound(msg("common.not_found"))
    return held, meeting, vendor, topic


def _report(
    work: Work,
    draft: StatusDraft,
    held: Series,
    language: Language,
    *,
    about: tuple[TopicId, OrganisationId],
    by_id: ParticipantId,
    meeting: Meeting | None,
) -> StatusReport:
    """What was typed, as a row that isn't stored yet."""
    rules.checked(draft)
    today = work.now.astimezone(ZoneInfo(held.zone)).date()
    leaning = deadlines.context(work, meeting) if meeting else dates.Context(zone=held.zone)
    date = (
        planned(
            draft.planned.strip(),
            today,
            language,
            field="planned",
            remark=work.remark,
            context=leaning,
        )
        if draft.planned.strip()
        else None
    )
    return StatusReport(
        topic_id=about[0],
        organisation_id=about[1],
        certification=draft.certification,
        rollout=draft.rollout.strip(),
        planned=date,
        planned_day=date.last_day if date else None,
        needs=draft.needs.strip(),
        by_id=by_id,
        reported_at=work.now,
    )
