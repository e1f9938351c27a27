"""An agenda as people see it, and its sending by the organiser or by the clock."""

from typing import NoReturn

from bot import access
from bot.access import Member, Place, Right
from bot.cycle.steps import carry_over, needs
from bot.cycle.steps.at_hand import meeting_at_hand
from bot.cycle.steps.meetings import changed, reschedule_chores
from bot.cycle.steps.papers import ask_for
from bot.cycle.steps.placing import fix_numbers, free_numbers
from bot.cycle.steps.reading import agenda_of, head, own_lines
from bot.errors import NotFound, WrongMoment
from bot.ports import Asker, By, Clockwork
from bot.results.agenda import Agenda, AgendaSent, Choices, OwnAgenda, Sending
from bot.rules import agenda as rules
from bot.rules.items import state_of_new
from bot.rules.needs import lacking
from bot.texts import msg
from bot.work import House, Work
from storage.queries import agenda, jobs, meetings, series
from storage.tables import Meeting
from storage.vocabulary import (
    ChannelId,
    DocumentKind,
    JobKind,
    MeetingId,
    MeetingState,
)


def show(house: House, meeting_id: MeetingId, *, by: By) -> Agenda:
    """A meeting's agenda as it stands."""
    with house.look(by) as work:
        _, meeting = access.meeting(work, meeting_id)
        return agenda_of(work, meeting)


def offered(house: House, meeting_id: MeetingId, *, by: Asker) -> Agenda:
    """A meeting's agenda before somebody who is about to put an item on it."""
    with house.look(by) as work:
        _, meeting = access.meeting(work, meeting_id, Right.PROPOSE)
        state_of_new(meeting.state)
        return agenda_of(work, meeting)


def card(house: House, meeting_id: MeetingId, audience: ChannelId, *, by: By) -> Agenda | None:
    """What the card in a channel shows; None if the meeting isn't held there."""
    with house.look(by) as work:
        try:
            _, meeting = access.meeting(work, meeting_id)
        except NotFound:
            return None
        return agenda_of(work, meeting) if meeting.channel == audience else None


def own(house: House, meeting_id: MeetingId, *, by: Asker) -> OwnAgenda:
    """A meeting's agenda with what the asker put on it."""
    with house.look(by) as work:
        member, meeting = access.meeting(work, meeting_id)
        return _own(work, meeting, member)


def here(house: House, channel: ChannelId, *, direct: bool, by: Asker) -> OwnAgenda:
    """The agenda that people talk about in a channel, with what the asker put on it.

    That is the meeting in session, or else the next whose agenda still grows.
    """
    with house.look(by) as work:
        place = access.place(work, channel, direct=direct)
        meeting = _meant(work, place)
        if meeting is None:
            raise WrongMoment(msg("proposals.no_meeting", series=place.series.name))
        return _own(work, meeting, place.member)


def choices(house: House, channel: ChannelId, *, by: Asker) -> Choices:
    """Meetings that the asker may put an item on: those of the channel's series first."""
    with house.look(by) as work:
        own_series = series.of_person(work.session, by.tenant, by.person)
        here_first = sorted(own_series, key=lambda each: each.channel != channel)
        found: list[Meeting] = []
        for each in here_first:
            member = access.member(work, each.id)
            if member.may(Right.PROPOSE):
                found += meetings.taking_items(work.session, each.id, member.organisation_id)
        found.sort(key=lambda each: each.channel != channel)
        if not found:
            _nowhere(work, channel)
        return tuple(head(work, each) for each in found)


def ready(house: House, meeting_id: MeetingId, *, by: Asker) -> Agenda:
    """The agenda before the organiser who is about to send it."""
    with house.look(by) as work:
        _, meeting = access.meeting(work, meeting_id, Right.ORGANIZE)
        shown = agenda_of(work, meeting)
        rules.after_freezing(meeting.state, len(shown.items))
        return shown


def freeze(
    house: House, meeting_id: MeetingId, *, whoever_comes: bool = False, by: By
) -> AgendaSent:
    """Sends the agenda: its numbers are fixed, and the papers go to the meeting's channel.

    While items need somebody who may not come it is held back, unless sent `whoever_comes`.
    """
    with house.work(by) as work:
        _, meeting = access.meeting(work, meeting_id, Right.ORGANIZE)
        carry_over.refresh(work, meeting)
        shown = agenda_of(work, meeting)
        rules.after_freezing(meeting.state, len(shown.items))
        if lacking(shown.items) and not whoever_comes:
            return AgendaSent(Sending.HELD_BACK, shown)
        _freeze(work, meeting)
        return AgendaSent(Sending.FROZEN, agenda_of(work, meeting))


def freeze_due(house: House, meeting_id: MeetingId, *, by: Clockwork) -> None:
    """The clock's freeze; organisers are told if there is nothing to send."""
    with house.work(by) as work:
        _, meeting = access.meeting(work, meeting_id, Right.ORGANIZE)
        carry_over.refresh(work, meeting)
        if meeting.state is MeetingState.COLLECTING and not agenda.of_meeting(
            work.session, meeting.id
        ):
            for organizer in access.organizers(work, meeting):
                work.tell(
                    organizer.user,
                    msg("agenda.told_empty", meeting=meeting.title),
                    series=meeting.series_id,
                    meeting=meeting.id,
                )
            return
        _freeze(work, meeting)
        needs.warn(work, meeting, agenda_of(work, meeting).items)


def take_back(house: House, meeting_id: MeetingId, *, by: Asker) -> AgendaSent:
    """Opens a sent agenda for items again."""
    with house.work(by) as work:
        _, meeting = access.meeting(work, meeting_id, Right.ORGANIZE)
        before = meeting.state
        meeting.state = rules.after_taking_back(meeting.state)
        work.session.add(meeting)
        free_numbers(work, meeting)
        jobs.cancel(work.session, meeting.id, [JobKind.RENDER, JobKind.SUPPLEMENT], work.now)
        reschedule_chores(work, meeting)
        changed(work, "agenda.take_back", meeting, before=before.value)
        return AgendaSent(Sending.TAKEN_BACK, agenda_of(work, meeting))


def _freeze(work: Work, meeting: Meeting) -> None:
    carry_over.refresh(work, meeting)
    before = meeting.state
    items = agenda.of_meeting(work.session, meeting.id)
    meeting.state = rules.after_freezing(meeting.state, len(items))
    meeting.agenda_sent_at = work.now
    work.session.add(meeting)
    fix_numbers(work, meeting)
    reschedule_chores(work, meeting)
    changed(work, "agenda.freeze", meeting, before=before.value)
    ask_for(work, meeting, DocumentKind.AGENDA)
    ask_for(work, meeting, DocumentKind.INVITATION)


def _own(work: Work, meeting: Meeting, member: Member) -> OwnAgenda:
    return OwnAgenda(
        agenda=agenda_of(work, meeting),
        own=own_lines(work, meeting, member.participant_id),
        organizes=member.organizes,
    )


def _meant(work: Work, place: Place) -> Meeting | None:
    at_hand = meeting_at_hand(work, place)
    if place.meeting is not None or (at_hand and at_hand.state is MeetingState.IN_SESSION):
        return at_hand
    growing = meetings.taking_items(work.session, place.series.id, place.member.organisation_id)
    return next((each for each in growing if each.vendor_id is None), at_hand)


def _nowhere(work: Work, channel: ChannelId) -> NoReturn:
    """Why there is no meeting to choose: the channel's refusal, or that none is planned."""
    place = access.place(work, channel, direct=not channel, right=Right.PROPOSE)
    raise WrongMoment(msg("proposals.no_meeting", series=place.series.name))
