"""What is shown of organisations, people and requests to take part."""

from dataclasses import dataclass

from storage.vocabulary import (
    JoinRequestId,
    JoinState,
    Language,
    OrganisationId,
    OrganisationKind,
    ParticipantId,
    Role,
    SeriesId,
)


@dataclass(frozen=True)
class PersonLine:
    id: ParticipantId
    user: str
    name: str
    organisation_id: OrganisationId
    organisation: str  # short name
    role: Role
    is_contact: bool
    language: Language
    version: int
    holds_mandate: bool = False  # speaks for the organisation today, beyond being a contact


@dataclass(frozen=True)
class OrganisationLine:
    """An organisation of a series with its people, organisers first."""

    id: OrganisationId
    name: str
    short_name: str
    kind: OrganisationKind
    product: str
    email_domain: str
    people: tuple[PersonLine, ...]


@dataclass(frozen=True)
class PeopleList:
    """Who takes part in a series."""

    series_id: SeriesId
    series: str
    organisations: tuple[OrganisationLine, ...]
    requests: tuple["JoinLine", ...]  # that wait for an organiser; for organisers only
    may_change: bool
    own: OrganisationId | None = None  # the reader's

    def organisation(self, organisation_id: OrganisationId) -> OrganisationLine | None:
        return next((each for each in self.organisations if each.id == organisation_id), None)

    @property
    def count(self) -> int:
        return sum(len(each.people) for each in self.organisations)


@dataclass(frozen=True)
class Joined:
    """What became of adding people."""

    organisation: OrganisationLine
    series_id: SeriesId
    added: tuple[str, ...]  # names
    known: tuple[str, ...]  # took part already


@dataclass(frozen=True)
class PeopleAdded:
    """What became of people whom an organiser mentioned."""

    series_id: SeriesId
    added: tuple[str, ...]  # "Name (Organisation)"
    known: tuple[str, ...]  # names of those who took part already


@dataclass(frozen=True)
class PersonSaved:
    person: PersonLine
    series_id: SeriesId
    removed: bool


@dataclass(frozen=True)
class JoinAsked:
    """The question to somebody unknown, or where their answer stands."""

    id: JoinRequestId
    series: str
    state: JoinState
    organisations: tuple[tuple[OrganisationId, str], ...]  # id, short name
    suggested: OrganisationId | None  # from the e-mail domain
    answer: str  # whom they said they work for; empty before
    pending: str  # title of the item that is kept for them


@dataclass(frozen=True)
class JoinLine:
    """A request as an organiser sees it."""

    id: JoinRequestId
    series_id: SeriesId
    series: str
    user: str
    name: str
    organisation_id: OrganisationId | None
    organisation: str  # one that takes part, or what they typed
    pending_title: str
    pending_background: str
    state: JoinState
    language: Language  # of the organiser who reads it
    zone: str
