"""Polls: asked by the organiser, answered with one voice for each organisation."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot import access
from bot.access import Member, Right
from bot.cycle.steps import deadlines, voices
from bot.cycle.steps import poll_closing as closing
from bot.cycle.steps.at_hand import meeting_at_hand
from bot.cycle.steps.poll_reading import sheet, show, votes
from bot.cycle.steps.poll_voting import cast
from bot.cycle.steps.reading import agenda_of, head
from bot.errors import NotAllowed, NotFound, Unclear, WrongMoment
from bot.inputs.planning import deadline
from bot.ports import Asker, By
from bot.results.polls import (
    ElectorChoice,
    ItemChoice,
    PollMenu,
    PollPreparation,
    PollSheet,
)
from bot.rules import polls as rules
from bot.rules.polls import PollDraft
from bot.texts import msg
from bot.work import House, Work
from storage.queries import agenda, meetings, series
from storage.queries import polls as rows
from storage.tables import (
    Meeting,
    Organisation,
    Poll,
    PollElector,
    PollOption,
)
from storage.vocabulary import (
    ChannelId,
    FormatChoice,
    ItemId,
    Language,
    MeetingId,
    MeetingState,
    OptionId,
    OrganisationKind,
    PollId,
    PollKind,
    SeriesId,
)


def menu(house: House, channel: ChannelId, *, direct: bool = False, by: Asker) -> PollMenu:
    """The open polls of the series, and for organisers the meeting a new one is about."""
    with house.look(by) as work:
        place = access.place(work, channel, direct=direct)
        meeting = meeting_at_hand(work, place)
        return PollMenu(
            meeting=head(work, meeting) if meeting else None,
            polls=_open(work, place.series.id, place.member),
            organizes=place.member.organizes,
        )


def open_for(house: House, series_id: SeriesId, *, by: By) -> tuple[PollSheet, ...]:
    """Polls that wait for the asker: open ones, where their organisation has a vote or they
    organise, and closed ones that an organiser still has to act on.
    """
    with house.look(by) as work:
        member, _ = access.in_series(work, series_id)
        mine = tuple(
            each
            for each in _open(work, series_id, member)
            if each.reader and (each.reader.elects or each.reader.organizes)
        )
        if not member.organizes:
            return mine
        closed = (
            sheet(work, poll, meeting, member)
            for poll, meeting in rows.undecided_in(work.session, series_id, member.organisation_id)
        )
        return (
            *mine,
            *(each for each in closed if each.undecided or rules.formats(each.choice)),
        )


def prepare(house: House, meeting_id: MeetingId, kind: PollKind, *, by: Asker) -> PollPreparation:
    """What an organiser can choose among for a new poll."""
    with house.look(by) as work:
        _, meeting = access.meeting(work, meeting_id, Right.ORGANIZE)
        held = series.of_meeting(work.session, meeting)
        _may_open(kind, meeting)
        printed = agenda_of(work, meeting).items
        return PollPreparation(
            meeting=head(work, meeting),
            items=tuple(ItemChoice(each.id, each.number, each.title) for each in printed),
            item=closing.likely_item(agenda.of_meeting(work.session, meeting.id)),
            electors=tuple(
                ElectorChoice(each.id, each.short_name, each.kind is OrganisationKind.VENDOR)
                for each in _possible_electors(work, meeting)
            ),
            closes_at=rules.closes_by_itself(work.now, held.zone),
        )


def start(
    house: House, meeting_id: MeetingId, draft: PollDraft, *, language: Language, by: Asker
) -> PollSheet:
    """Opens a poll: a snapshot of who has a vote is taken, and they are asked."""
    with house.work(by) as work:
        member, meeting = access.meeting(work, meeting_id, Right.ORGANIZE)
        held = series.of_meeting(work.session, meeting)
        _may_open(draft.kind, meeting)
        draft = rules.checked(draft)
        electors = _electors(work, draft, meeting)
        if member.participant_id is None:
            raise NotAllowed(msg("common.needs_organize"))
        poll = Poll(
            meeting_id=meeting.id,
            item_id=_item(work, draft.item_id, meeting),
            kind=draft.kind,
            question=draft.question,
            secret=draft.secret,
            quorum=rules.quorum(draft.quorum, len(electors)),
            opened_by=member.participant_id,
            opened_at=work.now,
            closes_at=_closes_at(work, draft, meeting, held.zone, language),
        )
        work.session.add(poll)
        work.session.flush()
        _fill(work, poll, draft, electors)
        closing.set_clock(work, poll, meeting)
        closing.changed(work, "polls.start", poll, meeting)
        return sheet(work, poll, meeting, member)


def vote(house: House, option_id: OptionId, *, by: Asker) -> PollSheet:
    """Gives an organisation's answer, or changes it; the last one before closing stands.

    When all have voted, the poll closes.
    """
    with house.work(by) as work:
        chosen = rows.option(work.session, option_id)
        if chosen is None:
            raise NotFound(msg("common.not_found"))
        member, poll, meeting = access.poll(work, chosen.poll_id)
        poll = rows.lock(work.session, poll)
        rules.may_vote(poll.state)
        cast(work, poll, chosen, member, meeting)
        work.note(
            "polls.vote",
            f"poll:{poll.id}",
            series=meeting.series_id,
            meeting=meeting.id,
            after={"organisation": member.organisation_id},
        )
        work.session.flush()
        if len(votes(work, poll)) == len(rows.electors(work.session, poll.id)):
            closing.finish(work, poll, meeting)
        else:
            show(work, poll, meeting)
        return sheet(work, poll, meeting, member)


def read(house: House, poll_id: PollId, *, by: Asker) -> PollSheet:
    """A poll as the asker may see it, with their own organisation's answer."""
    with house.look(by) as work:
        member, poll, meeting = access.poll(work, poll_id)
        return sheet(work, poll, meeting, member)


def own(house: House, poll_id: PollId, *, by: Asker) -> PollSheet:
    """What the asker's organisation has answered; only organisations with a vote have any."""
    with house.look(by) as work:
        member, poll, meeting = access.poll(work, poll_id)
        electors = {each.id for each in rows.electors(work.session, poll.id)}
        if member.organisation_id not in electors:
            raise NotAllowed(msg("polls.not_elector", organisation=member.organisation))
        return sheet(work, poll, meeting, member)


def card(house: House, poll_id: PollId, audience: str, *, by: By) -> PollSheet | None:
    """What a poll shows in its channel, or to one person in a direct message."""
    with house.look(by) as work:
        try:
            _, poll, meeting = access.poll(work, poll_id)
        except NotFound:
            return None
        if audience == meeting.channel:
            return sheet(work, poll, meeting)
        member = access.reader(work, meeting, audience)
        return sheet(work, poll, meeting, member) if member else None


def close_due(house: House, poll_id: PollId, *, by: By) -> None:
    """The deadline: too few votes move it once, with a word to those who are missing."""
    with house.work(by) as work:
        _, poll, meeting = access.poll(work, poll_id)
        poll = rows.lock(work.session, poll)
        rules.may_vote(poll.state)
        if poll.closes_at > work.now:
            return
        given = votes(work, poll)
        if not rules.is_extended(len(given), poll.quorum, extended=poll.extended):
            closing.finish(work, poll, meeting)
            return
        zone = series.of_meeting(work.session, meeting).zone
        poll.extended = True
        poll.closes_at = rules.closes_by_itself(work.now, zone, rules.EXTENSION)
        work.session.add(poll)
        closing.set_clock(work, poll, meeting)
        closing.changed(work, "polls.extend", poll, meeting)
        for elector in rows.electors(work.session, poll.id):
            if elector.id not in given:
                _ask_again(work, poll, meeting, elector)


def _ask_again(work: Work, poll: Poll, meeting: Meeting, elector: Organisation) -> None:
    for speaker in voices.of(work, meeting.series_id, elector.id, meeting.id):
        work.tell(
            speaker.user,
            msg("polls.told_extended", question=poll.question, closes=poll.closes_at),
            series=meeting.series_id,
            meeting=meeting.id,
        )


def _open(work: Work, series_id: SeriesId, member: Member) -> tuple[PollSheet, ...]:
    held = rows.open_in(work.session, series_id, member.organisation_id)
    return tuple(sheet(work, poll, meeting, member) for poll, meeting in held)


def _may_open(kind: PollKind, meeting: Meeting) -> None:
    if meeting.state in (MeetingState.APPROVED, MeetingState.CANCELLED):
        raise WrongMoment(msg("polls.meeting_over"))
    if kind is PollKind.FORMAT and meeting.vendor_id is not None:
        raise WrongMoment(msg("polls.format_is_joint"))


def _possible_electors(work: Work, meeting: Meeting) -> list[Organisation]:
    """Parties of the meeting that have somebody to vote for them."""
    speaking = voices.by_organisation(work, meeting.series_id, meeting.id)
    parties = (each for _, each in meetings.parties(work.session, meeting.id))
    return [each for each in parties if each.id in speaking]


def _electors(work: Work, draft: PollDraft, meeting: Meeting) -> list[Organisation]:
    possible = _possible_electors(work, meeting)
    if draft.kind is PollKind.FORMAT:
        found = [each for each in possible if each.kind is OrganisationKind.VENDOR]
    else:
        found = [each for each in possible if each.id in draft.electors]
    if not found:
        raise Unclear(msg("polls.no_electors"), field="electors")
    return found


def _item(work: Work, item_id: ItemId | None, meeting: Meeting) -> ItemId | None:
    if item_id is None:
        return None
    _, item, its_meeting = access.item(work, item_id)
    if its_meeting.id != meeting.id:
        raise NotFound(msg("common.not_found"))
    return item.id


def _closes_at(
    work: Work, draft: PollDraft, meeting: Meeting, zone: str, language: Language
) -> datetime:
    if not draft.closes.strip():
        return rules.closes_by_itself(work.now, zone)
    today = work.now.astimezone(ZoneInfo(zone)).date()
    closes = deadline(
        draft.closes,
        today,
        language,
        field="closes",
        remark=work.remark,
        context=deadlines.context(work, meeting),
        hour=rules.CLOSING_HOUR,
    )
    return rules.checked_closing(closes, work.now)


def _fill(work: Work, poll: Poll, draft: PollDraft, electors: list[Organisation]) -> None:
    choices = list(FormatChoice) if draft.kind is PollKind.FORMAT else [None] * len(draft.options)
    texts = draft.options or ("",) * len(choices)
    for position, (text, choice) in enumerate(zip(texts, choices, strict=True), start=1):
        work.session.add(PollOption(poll_id=poll.id, position=position, text=text, choice=choice))
    for elector in electors:
        work.session.add(PollElector(poll_id=poll.id, organisation_id=elector.id))
    work.session.flush()
