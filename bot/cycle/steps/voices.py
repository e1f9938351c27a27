"""Who speaks and votes for an organisation: its contacts, or who holds its mandate."""

from collections.abc import Iterable, Mapping

from bot.access import Member
from bot.cycle.steps.actions import local_day
from bot.rules import people as rules
from bot.rules.people import Term
from bot.work import Work
from storage.queries import mandates, people
from storage.tables import Mandate, Participant
from storage.vocabulary import MeetingId, OrganisationId, ParticipantId, SeriesId


def by_organisation(
    work: Work, series_id: SeriesId, meeting_id: MeetingId | None = None
) -> Mapping[OrganisationId, list[Participant]]:
    """Everybody who speaks for an organisation of the series; at a meeting with substitutes."""
    day = local_day(work, series_id)
    terms: dict[OrganisationId, list[Term]] = {}
    for mandate, _ in mandates.standing(work.session, series_id):
        terms.setdefault(mandate.organisation_id, []).append(term(mandate))
    seated: dict[OrganisationId, list[Participant]] = {}
    for person, organisation in people.participants(work.session, series_id):
        seated.setdefault(organisation.id, []).append(person)
    return {
        organisation: speaking
        for organisation, everybody in seated.items()
        if (
            speaking := _among(
                everybody,
                rules.voices(_contacts(everybody), terms.get(organisation, ()), day, meeting_id),
            )
        )
    }


def of(
    work: Work,
    series_id: SeriesId,
    organisation: OrganisationId,
    meeting_id: MeetingId | None = None,
) -> list[Participant]:
    """Who speaks for one organisation."""
    return by_organisation(work, series_id, meeting_id).get(organisation, [])


def has(work: Work, member: Member, meeting_id: MeetingId | None = None) -> bool:
    """Whether somebody speaks for their organisation."""
    if member.organisation_id is None or member.participant_id is None:
        return False
    terms = _terms(work, member)
    if not terms:
        return member.is_contact
    contacts = people.contacts(work.session, member.series_id, member.organisation_id)
    day = local_day(work, member.series_id)
    return rules.has_voice(
        member.participant_id, [each.id for each in contacts], terms, day, meeting_id
    )


def holders(work: Work, series_id: SeriesId) -> frozenset[ParticipantId]:
    """Who holds a mandate in the series today."""
    held = [term(mandate) for mandate, _ in mandates.standing(work.session, series_id)]
    return rules.voices((), held, local_day(work, series_id)) if held else frozenset()


def may_answer_for(work: Work, member: Member, meeting_id: MeetingId | None = None) -> bool:
    """Whether somebody may answer what their organisation owes.

    Anybody of it may, until it has said who speaks for it.
    """
    terms = _terms(work, member)
    if not rules.limited(terms, local_day(work, member.series_id)):
        return True
    return has(work, member, meeting_id)


def term(mandate: Mandate) -> Term:
    return Term(
        mandate.participant_id,
        mandate.from_day,
        mandate.until_day,
        mandate.meeting_id,
        mandate.instead_of_id,
    )


def _terms(work: Work, member: Member) -> list[Term]:
    held = mandates.standing(work.session, member.series_id, member.organisation_id)
    return [term(mandate) for mandate, _ in held]


def _contacts(everybody: Iterable[Participant]) -> list[ParticipantId]:
    return [each.id for each in everybody if each.is_contact]


def _among(
    everybody: Iterable[Participant], speaking: frozenset[ParticipantId]
) -> list[Participant]:
    return sorted((each for each in everybody if each.id in speaking), key=lambda each: each.id)
