"""Organisations and people who come to take part in a series."""

from dataclasses import replace

from bot.cycle.steps import voices
from bot.cycle.steps.attendance import invite_to_those_ahead
from bot.results.people import OrganisationLine, PersonLine
from bot.rules import people as rules
from bot.rules.meetings import BEFORE_SESSION
from bot.rules.people import OrganisationDraft, Profile
from bot.work import Work
from storage.queries import attendance, meetings, people
from storage.queries import series as all_series
from storage.tables import MeetingParty, Organisation, Participant, Series, SeriesOrganisation
from storage.vocabulary import OrganisationId, Role


def found(work: Work, draft: OrganisationDraft) -> Organisation:
    """The workspace's organisation of that name, or a new one.

    Another series may have named it before; then its facts stay as they are there.
    """
    tidy = rules.checked(draft)
    names = {tidy.name.casefold(), tidy.short_name.casefold()}
    for each in people.organisations_of_tenant(work.session, work.by.tenant):
        if names & {each.name.casefold(), each.short_name.casefold()}:
            return each
    organisation = Organisation(
        tenant=work.by.tenant,
        name=tidy.name,
        short_name=tidy.short_name,
        kind=tidy.kind,
        product=tidy.product,
        email_domain=tidy.email_domain,
    )
    work.session.add(organisation)
    work.session.flush()
    return organisation


def take_in(work: Work, series: Series, organisation: Organisation) -> bool:
    """Lets an organisation take part, also in the joint meetings to come; False if it did.

    Separate meetings stay closed to it: their parties were chosen when they were planned.
    """
    if organisation.id in {each.id for each in all_series.organisations(work.session, series.id)}:
        return False
    work.session.add(SeriesOrganisation(series_id=series.id, organisation_id=organisation.id))
    for meeting in meetings.of_series(work.session, series.id, None):
        joint_and_ahead = meeting.vendor_id is None and meeting.state in BEFORE_SESSION
        if joint_and_ahead and not attendance.party(work.session, meeting.id, organisation.id):
            work.session.add(MeetingParty(meeting_id=meeting.id, organisation_id=organisation.id))
    work.session.flush()
    work.note("people.take_in", f"organisation:{organisation.id}", series=series.id)
    return True


def seat(
    work: Work,
    series: Series,
    profile: Profile,
    organisation_id: OrganisationId,
    *,
    role: Role = Role.PARTICIPANT,
    is_contact: bool = False,
) -> tuple[Participant, bool]:
    """Gives a person a place in a series; False if they had one already (it stays as it is).

    Somebody who left comes back to the same row: what they said stays theirs.
    """
    person = people.known(work.session, series.id, profile.person)
    if person is not None and person.active:
        return person, False
    if person is None:
        elsewhere = people.anywhere(work.session, profile.person)
        person = Participant(
            series_id=series.id,
            organisation_id=organisation_id,
            team=profile.person.team,
            user=profile.person.user,
            name=profile.name,
            language=elsewhere.language if elsewhere else series.language,
        )
    person.organisation_id = organisation_id
    person.name = profile.name[: rules.LONGEST_NAME]
    person.role, person.is_contact, person.active = role, is_contact, True
    work.session.add(person)
    work.session.flush()
    work.note(
        "people.seat",
        f"participant:{person.id}",
        series=series.id,
        after={"organisation": organisation_id, "role": role.value, "contact": is_contact},
    )
    invite_to_those_ahead(work, person)
    return person, True


def person_line(person: Participant, organisation: Organisation) -> PersonLine:
    return PersonLine(
        id=person.id,
        user=person.user,
        name=person.name,
        organisation_id=organisation.id,
        organisation=organisation.short_name,
        role=person.role,
        is_contact=person.is_contact,
        language=person.language,
        version=person.version,
    )


_RANK = {Role.ORGANIZER: 0, Role.PARTICIPANT: 1, Role.OBSERVER: 2}


def organisation_lines(work: Work, series: Series) -> tuple[OrganisationLine, ...]:
    """The organisations of a series with those who take part now."""
    seated: dict[OrganisationId, list[PersonLine]] = {}
    holders = voices.holders(work, series.id)
    for person, organisation in people.participants(work.session, series.id):
        line = replace(person_line(person, organisation), holds_mandate=person.id in holders)
        seated.setdefault(organisation.id, []).append(line)
    return tuple(
        OrganisationLine(
            id=each.id,
            name=each.name,
            short_name=each.short_name,
            kind=each.kind,
            product=each.product,
            email_domain=each.email_domain,
            people=tuple(sorted(seated.get(each.id, ()), key=_order)),
        )
        for each in all_series.organisations(work.session, series.id)
    )


def _order(person: PersonLine) -> tuple[int, bool, str]:
    return _RANK[person.role], not person.is_contact, person.name.casefold()
