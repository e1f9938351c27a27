"""The items that need an organisation which stays away, and the organisers' notice of them."""

from collections.abc import Sequence

from bot import access
from bot.rules import absences as rules
from bot.rules.absences import Party, Subject
from bot.rules.meetings import BEFORE_SESSION
from bot.work import Work
from storage.queries import absences, agenda, meetings, needs, people
from storage.tables import Absence, AgendaItem, Meeting, Organisation
from storage.vocabulary import AttendanceState, CardKind, ItemId, ItemState, OrganisationId


def those_that_need(
    work: Work, meeting: Meeting, organisation: Organisation, states: Sequence[ItemState]
) -> list[AgendaItem]:
    """What of a meeting's agenda can't be treated without an organisation."""
    held = [
        each
        for each in agenda.of_meeting(work.session, meeting.id, states)
        if each.standing is None
    ]
    waited_for = absences.waited_for(work.session, held)
    required: dict[ItemId, set[OrganisationId]] = {}
    for item_id, whom, _ in needs.of_meeting(work.session, meeting.id):
        required.setdefault(item_id, set()).add(whom.id)
    people_of = people.participants(work.session, meeting.series_id)
    theirs = [person.name for person, of in people_of if of.id == organisation.id]
    party = Party(organisation.id, (organisation.short_name, organisation.name, *theirs))

    def subject(item: AgendaItem) -> Subject:
        return Subject(
            item.presenter,
            item.about_organisation_id,
            required.get(item.id, ()),
            waited_for.get(item.id, ()),
        )

    return [each for each in held if rules.needs(subject(each), party)]


def notice(work: Work, meeting: Meeting) -> None:
    """Tells the organisers who is away that items need, in one message for each organisation.

    What they were told before is brought up to date.
    """
    work.session.flush()
    known = {each.organisation_id: each for each in absences.of_meeting(work.session, meeting.id)}
    parties = meetings.parties(work.session, meeting.id)
    if meeting.state in BEFORE_SESSION:
        for party, organisation in parties:
            if party.state is not AttendanceState.APOLOGIES or organisation.id in known:
                continue
            if those_that_need(work, meeting, organisation, (ItemState.ACCEPTED,)):
                told = Absence(
                    meeting_id=meeting.id, organisation_id=organisation.id, noticed_at=work.now
                )
                work.session.add(told)
                known[organisation.id] = told
    work.session.flush()
    for each in known.values():
        _show(work, meeting, each)


def _show(work: Work, meeting: Meeting, absence: Absence) -> None:
    for organizer in access.organizers(work, meeting):
        work.project(
            CardKind.ABSENCE,
            absence.id,
            organizer.user,
            series=meeting.series_id,
            meeting=meeting.id,
        )
