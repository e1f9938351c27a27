"""Organisations, roles, and requests to take part."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.errors import Unclear, WrongMoment
from bot.texts import Message, msg
from storage.vocabulary import (
    JoinState,
    MeetingId,
    OrganisationId,
    OrganisationKind,
    ParticipantId,
    Person,
    RemarkAbout,
    Role,
)

LONGEST_NAME = 120  # characters
LONGEST_SHORT_NAME = 40
LONGEST_PRODUCT = 60
LONGEST_DOMAIN = 120

_DOMAIN = re.compile(r"(?:[a-z0-9æøå](?:[a-z0-9æøå-]*[a-z0-9æøå])?\.)+[a-z]{2,}")


@dataclass(frozen=True)
class Profile:
    """A person as the chat knows them."""

    person: Person
    name: str
    email: str = ""
    is_bot: bool = False


@dataclass(frozen=True)
class OrganisationDraft:
    """An organisation as somebody typed it."""

    name: str
    short_name: str
    kind: OrganisationKind
    product: str = ""
    email_domain: str = ""


def checked(draft: OrganisationDraft) -> OrganisationDraft:
    """The draft tidied up, or a refusal that names the field."""
    tidy = OrganisationDraft(
        name=" ".join(draft.name.split()),
        short_name=" ".join(draft.short_name.split()) or " ".join(draft.name.split()),
        kind=draft.kind,
        product=" ".join(draft.product.split()),
        email_domain=draft.email_domain.strip().lower().rpartition("@")[2],
    )
    if not tidy.name:
        raise Unclear(msg("people.name_missing"), field="name")
    for field, most in (
        ("name", LONGEST_NAME),
        ("short_name", LONGEST_SHORT_NAME),
        ("product", LONGEST_PRODUCT),
        ("email_domain", LONGEST_DOMAIN),
    ):
        if len(getattr(tidy, field)) > most:
            raise Unclear(msg("people.field_too_long", most=most), field=field)
    if tidy.email_domain and not _DOMAIN.fullmatch(tidy.email_domain):
        raise Unclear(msg("people.domain_wrong", heard=tidy.email_domain), field="email_domain")
    return tidy


def keeps_an_organizer(
    organizers: Iterable[ParticipantId], person: ParticipantId, role: Role, *, stays: bool
) -> None:
    """A series always has an organiser: the last one can't leave or become anything less."""
    if stays and role is Role.ORGANIZER:
        return
    if set(organizers) == {person}:
        raise WrongMoment(msg("people.last_organizer"), field="role")


def suggested(email: str, domains: Sequence[tuple[OrganisationId, str]]) -> OrganisationId | None:
    """The organisation to which an e-mail address points; the longest domain wins."""
    host = email.strip().lower().rpartition("@")[2]
    found = [
        (len(domain), organisation)
        for organisation, domain in domains
        if domain and (host == domain or host.endswith(f".{domain}"))
    ]
    return max(found)[1] if found else None


@dataclass(frozen=True)
class Term:
    """A mandate: somebody speaks and votes for their organisation.

    Either from day to day (local, inclusive), or at one meeting, in somebody's place.
    """

    holder: ParticipantId
    from_day: date
    until_day: date | None = None
    meeting_id: MeetingId | None = None
    instead_of: ParticipantId | None = None


def limited(terms: Iterable[Term], day: date) -> bool:
    """Whether an organisation has said who speaks for it on a day, beyond its contacts."""
    return bool(_holders(terms, day))


def voices(
    contacts: Iterable[ParticipantId],
    terms: Collection[Term],
    day: date,
    meeting_id: MeetingId | None = None,
) -> frozenset[ParticipantId]:
    """Who speaks and votes for an organisation: its contacts, or who holds a mandate on the day.

    At a meeting a substitute speaks instead of the one whose place they take.
    """
    standing = _holders(terms, day) or frozenset(contacts)
    substitutes = [
        each
        for each in terms
        if each.meeting_id is not None
        and each.meeting_id == meeting_id
        and (each.instead_of is None or each.instead_of in standing)
    ]
    gone = {each.instead_of for each in substitutes}
    return frozenset(each for each in standing if each not in gone) | {
        each.holder for each in substitutes
    }


def has_voice(
    person: ParticipantId,
    contacts: Iterable[ParticipantId],
    terms: Collection[Term],
    day: date,
    meeting_id: MeetingId | None = None,
) -> bool:
    return person in voices(contacts, terms, day, meeting_id)


def checked_term(term: Term, today: date, held: Iterable[Term]) -> Term:
    """A mandate that can be given: it isn't over, and nobody has two at a time."""
    last = term.until_day
    if last is not None and last < term.from_day:
        raise Unclear(msg("mandates.ends_before"), field="until")
    if last is not None and last < today:
        raise Unclear(msg("mandates.over"), field="until")
    for other in held:
        apart = (other.until_day or date.max) < term.from_day or (last or date.max) < other.from_day
        if other.meeting_id is None and other.holder == term.holder and not apart:
            raise Unclear(msg("mandates.held_already"), field="person")
    return term


def may_read_remark(
    about: RemarkAbout, *, organizes: bool, has_voice: bool, wrote_it: bool
) -> bool:
    """Who reads what somebody said without a mandate; wishes in a poll stay in the organisation."""
    return has_voice or wrote_it or (organizes and about is not RemarkAbout.POLL)


def period(first: date, last: date | None) -> Message:
    """`fra den 1. marts 2022 til og med den 30. juni 2022`."""
    if last is None:
        return msg("mandates.from", first=first)
    return msg("mandates.from_until", first=first, last=last)


def _holders(terms: Iterable[Term], day: date) -> frozenset[ParticipantId]:
    return frozenset(
        each.holder
        for each in terms
        if each.meeting_id is None
        and each.from_day <= day
        and (each.until_day is None or day <= each.until_day)
    )


def after_answering(state: JoinState) -> JoinState:
    """They said who they work for; until an organiser decides they may correct it."""
    if state not in (JoinState.ASKED, JoinState.WAITING):
        raise WrongMoment(msg("people.request_decided", state=state))
    return JoinState.WAITING


def after_approving(state: JoinState) -> JoinState:
    """An organiser may also change a no into a yes."""
    if state not in (JoinState.WAITING, JoinState.DECLINED):
        raise WrongMoment(msg("people.request_decided", state=state))
    return JoinState.APPROVED


def after_declining(state: JoinState) -> JoinState:
    if state is not JoinState.WAITING:
        raise WrongMoment(msg("people.request_decided", state=state))
    return JoinState.DECLINED
