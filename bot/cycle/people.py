"""Who takes part, for whom they speak and in which language."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot import access
from bot.access import Member, Right
from bot.cycle.steps.joining import request_line
from bot.cycle.steps.taking_part import (
    found,
    organisation_lines,
    person_line,
    seat,
    take_in,
)
from bot.errors import Unclear, WrongMoment
from bot.ports import Asker, By
from bot.results.people import (
    Joined,
    OrganisationLine,
    PeopleAdded,
    PeopleList,
    PersonLine,
    PersonSaved,
)
from bot.rules import people as rules
from bot.rules.people import OrganisationDraft, Profile
from bot.texts import msg
from bot.work import House, Work
from storage.queries import mandates, people
from storage.queries import series as all_series
from storage.tables import Organisation, Participant, Series
from storage.vocabulary import (
    ChannelId,
    Language,
    OrganisationId,
    ParticipantId,
    Role,
    SeriesId,
)


def language_of(house: House, by: By) -> Language | None:
    """The language that a person reads; None if we don't know them."""
    if not isinstance(by, Asker):
        return None
    with house.look(by) as work:
        known = people.anywhere(work.session, by.person)
        return known.language if known else None


def name_of(house: House, user: str, *, by: By) -> str:
    """The name of a user as participants know it; empty if we don't know them."""
    with house.look(by) as work:
        known = people.by_user(work.session, by.tenant, user)
        return known.name if known else ""


@dataclass(frozen=True)
class Newcomers:
    """People to be added to one organisation, by what they will do."""

    contacts: Sequence[Profile] = ()
    participants: Sequence[Profile] = ()
    observers: Sequence[Profile] = ()


def listed(house: House, series_id: SeriesId, *, only: str = "", by: Asker) -> PeopleList:
    """Who takes part in a series; organisers also see who asks to.

    `only` looks for organisations and people with that in their name.
    """
    with house.look(by) as work:
        member, series = access.in_series(work, series_id)
        waiting = people.requests_waiting(work.session, series.id) if member.organizes else ()
        return PeopleList(
            series_id=series.id,
            series=series.name,
            organisations=_with(only, organisation_lines(work, series)),
            requests=tuple(request_line(work, each, series, by.person.user) for each in waiting),
            may_change=member.organizes,
            own=member.organisation_id,
        )


def may_add(house: House, series_id: SeriesId, *, by: Asker) -> None:
    """Refuses those who couldn't send the dialog before they have filled it in."""
    with house.look(by) as work:
        access.in_series(work, series_id, Right.ORGANIZE)


def add(
    house: House,
    series_id: SeriesId,
    draft: OrganisationDraft,
    newcomers: Newcomers,
    *,
    by: Asker,
) -> Joined:
    """Lets an organisation take part, with its people."""
    with house.work(by) as work:
        _, series = access.in_series(work, series_id, Right.ORGANIZE)
        organisation = found(work, draft)
        take_in(work, series, organisation)
        return _seated(work, series, organisation, newcomers)


def add_people(
    house: House,
    series_id: SeriesId,
    profiles: Sequence[Profile],
    organisation: str = "",
    *,
    by: Asker,
) -> PeopleAdded:
    """Lets people take part whom an organiser mentioned.

    Where no organisation is named, their e-mail address says which.
    """
    with house.work(by) as work:
        _, series = access.in_series(work, series_id, Right.ORGANIZE)
        there = all_series.organisations(work.session, series.id)
        named = _named(organisation, there) if organisation.strip() else None
        added: list[str] = []
        known: list[str] = []
        for profile in profiles:
            if profile.is_bot:
                raise Unclear(msg("people.mention_bot", name=profile.name))
            theirs = named or _guessed(profile, there)
            someone, new = seat(work, series, profile, theirs.id)
            if not new:
                known.append(someone.name)
                continue
            added.append(f"{someone.name} ({theirs.short_name})")
            work.tell(
                someone.user,
                msg("people.welcome", series=series.name, organisation=theirs.short_name),
                series=series.id,
            )
        return PeopleAdded(series.id, tuple(added), tuple(known))


def _named(typed: str, there: Sequence[Organisation]) -> Organisation:
    heard = " ".join(typed.split())
    for each in there:
        if heard.casefold() in (each.name.casefold(), each.short_name.casefold()):
            return each
    names = ", ".join(each.short_name for each in there)
    raise Unclear(msg("people.mention_organisation", heard=heard, known=names))


def _guessed(profile: Profile, there: Sequence[Organisation]) -> Organisation:
    found = rules.suggested(profile.email, [(each.id, each.email_domain) for each in there])
    for each in there:
        if each.id == found:
            return each
    names = ", ".join(each.short_name for each in there)
    raise Unclear(msg("people.mention_which", name=profile.name, known=names))


def change_organisation(
    house: House,
    series_id: SeriesId,
    organisation_id: OrganisationId,
    draft: OrganisationDraft,
    newcomers: Newcomers,
    *,
    by: Asker,
) -> Joined:
    """Corrects an organisation's facts and adds people to it."""
    with house.work(by) as work:
        series, organisation = access.organisation(work, series_id, organisation_id)
        tidy = rules.checked(draft)
        names = {tidy.name.casefold(), tidy.short_name.casefold()}
        for other in people.organisations_of_tenant(work.session, work.by.tenant):
            taken = {other.name.casefold(), other.short_name.casefold()}
            if other.id != organisation.id and names & taken:
                raise Unclear(msg("people.name_taken", name=other.short_name), field="name")
        organisation.name, organisation.short_name = tidy.name, tidy.short_name
        organisation.kind = tidy.kind
        organisation.product, organisation.email_domain = tidy.product, tidy.email_domain
        work.session.add(organisation)
        work.session.flush()
        work.note("people.change_organisation", f"organisation:{organisation.id}", series=series.id)
        return _seated(work, series, organisation, newcomers)


def person(
    house: House, participant_id: ParticipantId, *, by: Asker
) -> tuple[PersonLine, PeopleList]:
    """Somebody, with the organisations that they could belong to, for the organiser's dialog."""
    with house.look(by) as work:
        _, held = access.participant(work, participant_id)
        _, series = access.in_series(work, held.series_id, Right.ORGANIZE)
        lines = organisation_lines(work, series)
        overview = PeopleList(series.id, series.name, lines, (), may_change=True)
        for line in lines:
            for each in line.people:
                if each.id == participant_id:
                    return each, overview
        raise WrongMoment(msg("people.left_already", name=held.name))


def change_person(
    house: House,
    participant_id: ParticipantId,
    *,
    organisation_id: OrganisationId,
    role: Role,
    is_contact: bool,
    seen: int,
    by: Asker,
) -> PersonSaved:
    """Gives somebody another role, organisation, or the organisation's voice."""
    with house.work(by) as work:
        _, held = access.participant(work, participant_id)
        series, organisation = access.organisation(work, held.series_id, organisation_id)
        _as_seen(held, seen)
        all_series.lock(work.session, series)  # of two who step down at once, one waits and sees
        rules.keeps_an_organizer(_organizers(work, series), held.id, role, stays=True)
        before = {"role": held.role.value, "organisation": held.organisation_id}
        if organisation.id != held.organisation_id or role is Role.OBSERVER:
            mandates.lay_down(work.session, held.id, work.now)
        held.organisation_id, held.role = organisation.id, role
        held.is_contact = is_contact and role is not Role.OBSERVER
        work.session.add(held)
        work.session.flush()
        work.note(
            "people.change_person",
            f"participant:{held.id}",
            series=series.id,
            before=before,
            after={"role": role.value, "organisation": organisation.id},
        )
        return PersonSaved(person_line(held, organisation), series.id, removed=False)


def remove_person(
    house: House, participant_id: ParticipantId, *, seen: int, by: Asker
) -> PersonSaved:
    """Somebody no longer takes part; what they said and decided stays."""
    with house.work(by) as work:
        _, held = access.participant(work, participant_id)
        series, organisation = access.organisation(work, held.series_id, held.organisation_id)
        _as_seen(held, seen)
        _removed(work, "people.remove_person", series, held)
        return PersonSaved(person_line(held, organisation), series.id, removed=True)


def leave(house: House, series_id: SeriesId, *, by: Asker) -> str:
    """Somebody takes themselves out of a series, and the organisers hear of it; its name."""
    with house.work(by) as work:
        member, series = access.in_series(work, series_id)
        held = people.known(work.session, series.id, by.person)
        if held is None:
            raise WrongMoment(msg("people.left_already", name=member.name))
        _removed(work, "people.leave", series, held)
        _tell_organizers(work, series, "people.told_left", member)
        return series.name


def left_channel(house: House, channel: ChannelId, *, by: Asker) -> None:
    """Somebody went out of the series' channel: organisers decide what it means.

    They still take part: prompts and invitations reach them in direct messages.
    """
    with house.work(by) as work:
        series = all_series.in_channel(work.session, by.tenant, channel)
        member = access.somebody(work, series.id, by.person) if series else None
        if series and member:
            _tell_organizers(work, series, "people.told_left_channel", member)


def _tell_organizers(work: Work, series: Series, words: str, member: Member) -> None:
    for organizer in people.organizers(work.session, series.id):
        if organizer.id != member.participant_id:
            facts = {"name": member.name, "organisation": member.organisation}
            work.tell(organizer.user, msg(words, series=series.name, **facts), series=series.id)


def _removed(work: Work, verb: str, series: Series, held: Participant) -> None:
    """What they said and decided stays."""
    all_series.lock(work.session, series)  # of two who leave at once, one waits and sees
    rules.keeps_an_organizer(_organizers(work, series), held.id, held.role, stays=False)
    held.active, held.is_contact = False, False
    mandates.lay_down(work.session, held.id, work.now)
    work.session.add(held)
    work.session.flush()
    work.note(verb, f"participant:{held.id}", series=series.id, after={"active": False})


def speak(house: House, language: Language, *, by: Asker) -> int:
    """From now on the person reads this language; in how many series that is."""
    with house.work(by) as work:
        places = people.places(work.session, work.by.tenant, by.person)
        if not places:
            raise WrongMoment(msg("people.speak_unknown"))
        for place in places:
            place.language = language
            work.session.add(place)
        work.note("people.speak", f"user:{by.person.user}", after={"language": language.value})
        return len(places)


def _seated(work: Work, series: Series, organisation: Organisation, newcomers: Newcomers) -> Joined:
    added: list[str] = []
    known: list[str] = []
    chosen: set[str] = set()
    for profiles, role, is_contact in (
        (newcomers.contacts, Role.PARTICIPANT, True),
        (newcomers.participants, Role.PARTICIPANT, False),
        (newcomers.observers, Role.OBSERVER, False),
    ):
        for profile in profiles:
            if profile.is_bot or profile.person.user in chosen:
                continue
            chosen.add(profile.person.user)
            someone, new = seat(
                work, series, profile, organisation.id, role=role, is_contact=is_contact
            )
            (added if new else known).append(someone.name)
            if new:
                work.tell(
                    someone.user,
                    msg("people.welcome", series=series.name, organisation=organisation.short_name),
                    series=series.id,
                )
    return Joined(_line(work, series, organisation.id), series.id, tuple(added), tuple(known))


def _with(text: str, lines: tuple[OrganisationLine, ...]) -> tuple[OrganisationLine, ...]:
    wanted = text.strip().casefold()
    return tuple(
        line
        for line in lines
        if any(
            wanted in name.casefold()
            for name in (line.name, line.short_name, line.product, *(p.name for p in line.people))
        )
    )


def _line(work: Work, series: Series, organisation_id: OrganisationId) -> OrganisationLine:
    lines = {each.id: each for each in organisation_lines(work, series)}
    return lines[organisation_id]


def _organizers(work: Work, series: Series) -> list[ParticipantId]:
    return [each.id for each in people.organizers(work.session, series.id)]


def _as_seen(held: Participant, seen: int) -> None:
    if not held.active:
        raise WrongMoment(msg("people.left_already", name=held.name))
    if held.version != seen:
        raise WrongMoment(msg("common.changed_meanwhile"))
