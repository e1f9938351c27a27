"""A poll's end by the organiser: closing, settling a tie, taking back, and what follows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot import access
from bot.access import Right
from bot.cycle.steps import meetings as planning
from bot.cycle.steps import poll_closing as closing
from bot.cycle.steps.poll_reading import abstaining, sheet, votes
from bot.cycle.steps.reading import head
from bot.errors import Refusal, Unclear, WrongMoment
from bot.inputs.times import Custom, meeting_time
from bot.ports import Asker
from bot.results.meetings import MeetingHead
from bot.results.polls import JOINT_FIELD, ConsequencePlan, Planned, PollSheet, Slot
from bot.rules import polls as rules
from bot.rules.meetings import MeetingDraft
from bot.texts import msg
from bot.work import House, Work
from storage.queries import meetings, series
from storage.queries import polls as rows
from storage.tables import Meeting, Poll, Series
from storage.vocabulary import (
    FormatChoice,
    Language,
    MeetingFormat,
    MeetingState,
    OptionId,
    OrganisationId,
    PollId,
)


@dataclass(frozen=True)
class Wishes:
    """The meetings that the organiser wants: times as typed, by vendor (None: joint).

    An empty time plans nothing for that vendor now.
    """

    times: Mapping[OrganisationId | None, str]
    place: str = ""


def desk(house: House, poll_id: PollId, *, by: Asker) -> PollSheet:
    """A poll as its organiser sees it."""
    with house.look(by) as work:
        member, poll, meeting = access.poll(work, poll_id, Right.ORGANIZE)
        return sheet(work, poll, meeting, member)


def close(house: House, poll_id: PollId, *, by: Asker) -> PollSheet:
    """The organiser ends the poll before its deadline; too few votes decide nothing."""
    with house.work(by) as work:
        member, poll, meeting = access.poll(work, poll_id, Right.ORGANIZE)
        poll = rows.lock(work.session, poll)
        closing.finish(work, poll, meeting)
        return sheet(work, poll, meeting, member)


def withdraw(house: House, poll_id: PollId, *, by: Asker) -> PollSheet:
    """Takes the opening back; `reopen` undoes it."""
    with house.work(by) as work:
        member, poll, meeting = access.poll(work, poll_id, Right.ORGANIZE)
        poll = rows.lock(work.session, poll)
        poll.state = rules.after_withdrawing(poll.state)
        work.session.add(poll)
        closing.set_clock(work, poll, meeting)
        closing.changed(work, "polls.withdraw", poll, meeting)
        return sheet(work, poll, meeting, member)


def reopen(house: House, poll_id: PollId, *, by: Asker) -> PollSheet:
    """Takes closing or withdrawing back; votes given so far stand."""
    with house.work(by) as work:
        member, poll, meeting = access.poll(work, poll_id, Right.ORGANIZE)
        poll = rows.lock(work.session, poll)
        poll.state = rules.after_reopening(poll.state, applied=poll.consequence_at is not None)
        if meeting.state is MeetingState.APPROVED:
            raise WrongMoment(msg("polls.in_approved_minutes"))
        closing.forget(poll)
        if poll.closes_at <= work.now:
            zone = series.of_meeting(work.session, meeting).zone
            poll.closes_at = rules.closes_by_itself(work.now, zone, rules.EXTENSION)
        work.session.add(poll)
        closing.write_minutes(work, poll, meeting)
        closing.set_clock(work, poll, meeting)
        closing.changed(work, "polls.reopen", poll, meeting)
        return sheet(work, poll, meeting, member)


def settle(house: House, poll_id: PollId, winner: OptionId, reason: str, *, by: Asker) -> PollSheet:
    """The organiser decides a tie, with a reason that stands in the minutes."""
    with house.work(by) as work:
        member, poll, meeting = access.poll(work, poll_id, Right.ORGANIZE)
        poll = rows.lock(work.session, poll)
        if poll.consequence_at is not None:
            raise WrongMoment(msg("polls.applied"))
        options = list(rows.options(work.session, poll.id))
        counts = rules.tally((each.id for each in options), votes(work, poll))
        first = rules.leading(counts, abstaining(options))
        poll.winner_id = rules.settled(winner, poll.outcome, first, reason)
        poll.reason = reason.strip()
        work.session.add(poll)
        closing.write_minutes(work, poll, meeting)
        closing.changed(work, "polls.settle", poll, meeting)
        return sheet(work, poll, meeting, member)


def propose(house: House, poll_id: PollId, *, by: Asker) -> ConsequencePlan:
    """What would be planned, with proposed times, for the organiser to confirm."""
    with house.look(by) as work:
        member, poll, meeting = access.poll(work, poll_id, Right.ORGANIZE)
        held = series.of_meeting(work.session, meeting)
        formats = _formats(work, poll)
        standing = meetings.after(work.session, meeting)
        return ConsequencePlan(
            poll=sheet(work, poll, meeting, member),
            formats=formats,
            slots=tuple(_slots(work, poll, meeting, held, formats, joint=standing is None)),
            standing=head(work, standing) if standing else None,
            place=meeting.place,
        )


def apply(
    house: House, poll_id: PollId, wishes: Wishes, *, language: Language, by: Asker
) -> Planned:
    """Plans the meetings that follow, once.

    Nothing that others than its parties may read tells of a separate meeting: not the poll,
    not its line in the minutes, and not the audit entry of the joint meeting.
    """
    with house.work(by) as work:
        member, poll, meeting = access.poll(work, poll_id, Right.ORGANIZE)
        poll = rows.lock(work.session, poll)
        held = series.of_meeting(work.session, meeting)
        formats = _formats(work, poll)
        standing = meetings.after(work.session, meeting)
        wanted = _slots(work, poll, meeting, held, formats, joint=standing is None)
        planned = [
            _plan(work, held, slot, typed, wishes.place, language)
            for slot in wanted
            if (typed := wishes.times.get(slot.vendor_id, "").strip())
        ]
        if MeetingFormat.JOINT in formats and standing is None and not _joint(planned):
            raise Unclear(msg("polls.joint_time_missing"), field=JOINT_FIELD)
        if not planned and standing is None:
            raise Unclear(msg("polls.nothing_planned"), field=wanted[0].field)
        poll.consequence_at = work.now
        work.session.add(poll)
        closing.changed(work, "polls.apply", poll, meeting)
        return Planned(sheet(work, poll, meeting, member), tuple(planned))


def _joint(planned: list[MeetingHead]) -> bool:
    return any(each.format is MeetingFormat.JOINT for each in planned)


def _formats(work: Work, poll: Poll) -> frozenset[MeetingFormat]:
    winner = rows.option(work.session, poll.winner_id) if poll.winner_id else None
    choice: FormatChoice | None = winner.choice if winner else None
    return rules.may_apply(choice, applied=poll.consequence_at is not None)


def _slots(
    work: Work,
    poll: Poll,
    meeting: Meeting,
    held: Series,
    formats: frozenset[MeetingFormat],
    *,
    joint: bool,
) -> list[Slot]:
    start = _start_time(held)

    def proposed(place: int) -> datetime:
        last = max(meeting.starts_at, work.now)
        return rules.proposed_start(last, start, held.zone, place)

    slots = []
    if MeetingFormat.JOINT in formats and joint:
        slots.append(Slot(None, "", proposed(0)))
    if MeetingFormat.SEPARATE in formats:
        first = len(slots)
        for place, each in enumerate(rows.electors(work.session, poll.id), start=first):
            slots.append(Slot(each.id, each.short_name, proposed(place)))
    return slots


def _plan(
    work: Work, held: Series, slot: Slot, typed: str, place: str, language: Language
) -> MeetingHead:
    """Plans one meeting; what is wrong with it is said beneath its own field."""
    today = work.now.astimezone(ZoneInfo(held.zone)).date()
    custom = Custom(_start_time(held), held.duration_minutes, held.zone)
    try:
        when = meeting_time(typed, today, language, custom, field=slot.field, remark=work.remark)
        draft = MeetingDraft(
            starts_at=when.starts_at,
            ends_at=when.ends_at,
            place=place,
            format=MeetingFormat.SEPARATE if slot.vendor_id else MeetingFormat.JOINT,
            vendor_id=slot.vendor_id,
        )
        return head(work, planning.plan(work, held, draft))
    except Refusal as refused:
        raise refused.at("place" if refused.field == "place" else slot.field) from None


def _start_time(held: Series) -> time:
    return time.fromisoformat(held.start_time.replace(".", ":"))
