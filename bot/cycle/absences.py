"""An organisation stays away: what needs it is proposed to the organiser for deferral."""

from collections.abc import Sequence

from bot import access
from bot.access import Right
from bot.cycle.steps import carry_over
from bot.cycle.steps.needing import those_that_need
from bot.cycle.steps.putting_off import PutOff, put_off
from bot.cycle.steps.reading import agenda_of, head, line_of
from bot.cycle.steps.telling import tell_proposer
from bot.errors import NotFound, WrongMoment
from bot.ports import Asker, By
from bot.results.absences import AbsenceNotice
from bot.results.agenda import Agenda
from bot.rules import agenda as rules
from bot.rules import deferrals as deferral_rules
from bot.rules.meetings import BEFORE_SESSION
from bot.rules.needs import doubtful, lacking
from bot.texts import msg
from bot.work import House, Work
from storage.queries import absences, agenda, deferrals, meetings, people
from storage.queries import series as all_series
from storage.tables import Absence, AgendaItem, Meeting, Organisation
from storage.vocabulary import (
    AbsenceId,
    AttendanceState,
    DeferReason,
    ItemId,
    ItemState,
    MeetingId,
    ReturnWhen,
)


def card(house: House, absence_id: AbsenceId, audience: str, *, by: By) -> AbsenceNotice | None:
    """An organiser's notice as it stands now; None for who is no organiser any more."""
    with house.look(by) as work:
        found = absences.get(work.session, absence_id)
        meeting = meetings.visible(work.session, found.meeting_id, None) if found else None
        if found is None or meeting is None:
            return None
        reader = access.reader(work, meeting, audience)
        if reader is None or not reader.may(Right.ORGANIZE):
            return None
        return _read(work, found, meeting)


def defer(
    house: House, absence_id: AbsenceId, item_ids: Sequence[ItemId], *, by: Asker
) -> AbsenceNotice:
    """Puts off items that need an organisation until it attends; all of them if none is named."""
    with house.work(by) as work:
        found, meeting = access.absence(work, absence_id)
        organisation = _organisation(work, found)
        if _answer(work, found) is not AttendanceState.APOLOGIES:
            raise WrongMoment(msg("absences.comes", organisation=organisation.short_name))
        waiting = those_that_need(work, meeting, organisation, (ItemState.ACCEPTED,))
        chosen = [each for each in waiting if not item_ids or each.id in item_ids]
        if not chosen:
            raise WrongMoment(msg("absences.nothing_left"))
        for item in chosen:
            if item.state is ItemState.ACCEPTED:  # else it went along with the item above it
                _put_off(work, item, meeting, organisation)
        carry_over.refresh_coming(work, meeting.series_id)
        return _read(work, found, meeting)


def defer_lacking(house: House, meeting_id: MeetingId, *, by: Asker) -> Agenda:
    """Puts off whatever needs an organisation that has sent apologies, before the agenda goes out.

    What needs somebody who is only silent stays.
    """
    with house.work(by) as work:
        _, meeting = access.meeting(work, meeting_id, Right.ORGANIZE)
        for line in lacking(agenda_of(work, meeting).items):
            away = [each for each in doubtful(line) if each.state is AttendanceState.APOLOGIES]
            found = agenda.visible(work.session, line.id, None) if away else None
            party = people.organisation(work.session, away[0].organisation_id) if away else None
            if found and party and found[0].state is ItemState.ACCEPTED:
                _put_off(work, found[0], meeting, party)
        carry_over.refresh_coming(work, meeting.series_id)
        return agenda_of(work, meeting)


def _put_off(work: Work, item: AgendaItem, meeting: Meeting, organisation: Organisation) -> None:
    rules.after_deferring(item.state, meeting.state)
    series = all_series.of_meeting(work.session, meeting)
    words = work.texts.words(series.language, series.zone)
    reason = words(rules.why_deferred(DeferReason.PARTY_ABSENT, organisation.short_name, ""))
    why = PutOff(
        DeferReason.PARTY_ABSENT, reason, ReturnWhen.PARTY_ATTENDS, party_id=organisation.id
    )
    put_off(work, item, meeting, why)
    comes = deferral_rules.comes(line_of(work, item, meeting).comeback)
    tell_proposer(work, item, meeting, "agenda.told_deferred", reason=reason, comes=comes)


def _read(work: Work, found: Absence, meeting: Meeting) -> AbsenceNotice:
    organisation = _organisation(work, found)
    both = (ItemState.ACCEPTED, ItemState.DEFERRED)
    held = those_that_need(work, meeting, organisation, both)
    waits = {
        item_id
        for item_id, why in deferrals.conditions(work.session, [each.id for each in held]).items()
        if why.reason is DeferReason.PARTY_ABSENT and why.party_id == organisation.id
    }
    lines = {each.id: each for each in agenda_of(work, meeting).items}
    return AbsenceNotice(
        found.id,
        head(work, meeting),
        organisation.short_name,
        _answer(work, found),
        tuple(lines[each.id] for each in held if each.state is ItemState.ACCEPTED),
        tuple(lines[each.id] for each in held if each.id in waits),
        open=meeting.state in BEFORE_SESSION,
    )


def _organisation(work: Work, found: Absence) -> Organisation:
    organisation = people.organisation(work.session, found.organisation_id)
    if organisation is None:
        raise NotFound(msg("common.not_found"))
    return organisation


def _answer(work: Work, found: Absence) -> AttendanceState:
    for party, _ in meetings.parties(work.session, found.meeting_id):
        if party.organisation_id == found.organisation_id:
            return party.state
    return AttendanceState.INVITED
