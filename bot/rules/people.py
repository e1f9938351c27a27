"""Organisations, roles, and requests to take part."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.errors import Unclear, WrongMoment
from bot.texts import msg
from storage.vocabulary import (
    JoinState,
    OrganisationId,
    OrganisationKind,
    ParticipantId,
    Person,
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
