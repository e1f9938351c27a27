"""Who speaks and votes for an organisation: mandates from day to day, substitutes at a meeting."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from bot import access
from bot.access import Member
from bot.cycle.steps import mandates as steps
from bot.cycle.steps import remarks, voices
from bot.cycle.steps.actions import local_day
from bot.errors import NotAllowed, NotFound, Unclear, UnknownPerson, WrongMoment
from bot.inputs import dates
from bot.inputs.planning import planned
from bot.ports import Asker
from bot.results.mandates import Given, MandateForm, MandateList, MandateSaved
from bot.rules import people as rules
from bot.rules.attendance import may_be_answered
from bot.rules.people import Term
from bot.texts import msg
from bot.work import House, Work
from storage.queries import mandates, meetings, people
from storage.tables import Mandate, Meeting, Organisation, Participant, Series
from storage.vocabulary import (
    Language,
    MandateId,
    MeetingId,
    OrganisationId,
    ParticipantId,
    PlanningDate,
    Role,
    SeriesId,
)

LONGEST_REASON = 300  # characters


@dataclass(frozen=True)
class MandateDraft:
    """A mandate as it was typed."""

    person: ParticipantId
    starts: str = ""  # empty: today
    ends: str = ""  # empty: until further notice
    reason: str = ""


@dataclass(frozen=True)
class SubstituteDraft:
    """Who speaks at one meeting in somebody's place."""

    meeting_id: MeetingId
    instead_of: ParticipantId
    person: ParticipantId
    reason: str


@dataclass(frozen=True)
class _Place:
    member: Member
    series: Series
    organisation: Organisation

    @property
    def about(self) -> tuple[SeriesId, OrganisationId]:
        return self.series.id, self.organisation.id


def listed(
    house: House, series_id: SeriesId, organisation_id: OrganisationId | None, *, by: Asker
) -> MandateList:
    """For an organisation's people and the organisers; None is the asker's own organisation."""
    with house.look(by) as work:
        return _list(work, _place(work, series_id, organisation_id))


def form(
    house: House,
    series_id: SeriesId,
    organisation_id: OrganisationId,
    *,
    substitute: bool = False,
    by: Asker,
) -> MandateForm:
    """What the dialog for a mandate, or for a substitute, offers."""
    with house.look(by) as work:
        place = _place(work, series_id, organisation_id)
        _may(work, place, substitute=substitute)
        speaking = voices.of(work, series_id, organisation_id)
        ahead = meetings.ahead(work.session, series_id, place.member.organisation_id, work.now)
        theirs = [
            each
            for each in ahead
            if may_be_answered(each.state)
            and meetings.visible(work.session, each.id, organisation_id) is not None
        ]
        if substitute and not (theirs and speaking):
            raise WrongMoment(msg("mandates.nothing_to_substitute"))
        return MandateForm(
            _list(work, place),
            tuple((each.id, each.name) for each in _people(work, place)),
            tuple((each.id, each.name) for each in speaking),
            tuple((each.id, each.title) for each in theirs),
        )


def give(
    house: House,
    series_id: SeriesId,
    organisation_id: OrganisationId,
    draft: MandateDraft,
    *,
    language: Language,
    by: Asker,
) -> MandateSaved:
    """From now on, or from a day on, somebody speaks and votes for an organisation."""
    with house.work(by) as work:
        place = _place(work, series_id, organisation_id)
        _may(work, place, substitute=False)
        person = _person(work, place, draft.person, "person")
        today = local_day(work, series_id)
        starts = _read(work, place, draft.starts, language, "from")
        ends = _read(work, place, draft.ends, language, "until")
        term = Term(person.id, _first(starts) or today, ends.last_day if ends else None)
        held = mandates.standing(work.session, series_id, organisation_id)
        rules.checked_term(term, today, [voices.term(mandate) for mandate, _ in held])
        mandate = _kept(work, place, term, draft.reason)
        steps.tell(work, place.organisation, mandate, Given.GIVEN)
        return _saved(work, place, mandate, Given.GIVEN)


def substitute(
    house: House,
    series_id: SeriesId,
    organisation_id: OrganisationId,
    draft: SubstituteDraft,
    *,
    by: Asker,
) -> MandateSaved:
    """At one meeting somebody speaks in another's place; a new substitute replaces the last."""
    with house.work(by) as work:
        place = _place(work, series_id, organisation_id)
        _may(work, place, substitute=True)
        meeting = _meeting(work, place, draft.meeting_id)
        person = _person(work, place, draft.person, "person")
        replaced = _person(work, place, draft.instead_of, "instead")
        speaking = voices.of(work, series_id, organisation_id)
        if replaced.id not in {each.id for each in speaking}:
            raise Unclear(msg("mandates.no_voice", name=replaced.name), field="instead")
        if person.id in {each.id for each in speaking}:
            raise Unclear(msg("mandates.speaks_already", name=person.name), field="person")
        if not draft.reason.strip():
            raise Unclear(msg("mandates.reason_missing"), field="reason")
        for mandate, _ in mandates.standing(work.session, series_id, organisation_id):
            if (mandate.meeting_id, mandate.instead_of_id) == (meeting.id, replaced.id):
                mandate.ended_at = work.now
                work.session.add(mandate)
        today = local_day(work, series_id)
        term = Term(person.id, today, None, meeting.id, replaced.id)
        mandate = _kept(work, place, term, draft.reason)
        steps.tell(work, place.organisation, mandate, Given.SUBSTITUTED)
        return _saved(work, place, mandate, Given.SUBSTITUTED)


def read(house: House, mandate_id: MandateId, *, by: Asker) -> tuple[MandateList, MandateSaved]:
    """A mandate that is about to be ended, for the dialog."""
    with house.look(by) as work:
        place, mandate = _mandate(work, mandate_id)
        return _list(work, place), _saved(work, place, mandate, Given.GIVEN)


def end(
    house: House, mandate_id: MandateId, last: str = "", *, language: Language, by: Asker
) -> MandateSaved:
    """A mandate ends with a day, or at once; `restore` undoes it."""
    with house.work(by) as work:
        place, mandate = _mandate(work, mandate_id)
        if mandate.ended_at is not None:
            raise WrongMoment(msg("mandates.ended_already"))
        before = mandate.until_day
        day = _read(work, place, last, language, "until")
        if day is None or day.last_day is None or mandate.meeting_id is not None:
            mandate.ended_at = work.now
        else:
            term = replace(voices.term(mandate), until_day=day.last_day)
            rules.checked_term(term, local_day(work, place.series.id), ())
            mandate.until_day = day.last_day
        work.session.add(mandate)
        _changed(work, place, mandate, "mandates.end", before)
        steps.tell(work, place.organisation, mandate, Given.ENDED)
        return replace(_saved(work, place, mandate, Given.ENDED), until_before=before)


def restore(house: House, mandate_id: MandateId, until: date | None, *, by: Asker) -> MandateSaved:
    """A mandate goes on as before it was ended."""
    with house.work(by) as work:
        place, mandate = _mandate(work, mandate_id)
        if mandate.ended_at is None and mandate.until_day == until:
            raise WrongMoment(msg("mandates.not_ended"))
        others = [
            voices.term(other)
            for other, _ in mandates.standing(work.session, *place.about)
            if other.id != mandate.id
        ]
        before = mandate.until_day
        term = replace(voices.term(mandate), until_day=until)
        rules.checked_term(term, local_day(work, place.series.id), others)
        mandate.ended_at, mandate.until_day = None, until
        work.session.add(mandate)
        _changed(work, place, mandate, "mandates.restore", before)
        steps.tell(work, place.organisation, mandate, Given.RESTORED)
        return _saved(work, place, mandate, Given.RESTORED)


def _place(work: Work, series_id: SeriesId, organisation_id: OrganisationId | None) -> _Place:
    """Where the asker may know who speaks: in their own organisation, or as an organiser."""
    member, series = access.in_series(work, series_id)
    wanted = organisation_id or member.organisation_id
    if wanted is None or not (member.organizes or wanted == member.organisation_id):
        raise NotFound(msg("common.not_found"))
    _, organisation = access.organisation(work, series_id, wanted, access.Right.SEE)
    return _Place(member, series, organisation)


def _may(work: Work, place: _Place, *, substitute: bool) -> None:
    """Organisers give mandates; who speaks for an organisation may name a substitute."""
    if place.member.organizes or (substitute and voices.has(work, place.member)):
        return
    raise NotAllowed(msg("mandates.needs_voice" if substitute else "common.needs_organize"))


def _mandate(work: Work, mandate_id: MandateId) -> tuple[_Place, Mandate]:
    """A mandate that the asker may end."""
    mandate = mandates.get(work.session, mandate_id)
    if mandate is None:
        raise NotFound(msg("common.not_found"))
    try:
        place = _place(work, mandate.series_id, mandate.organisation_id)
    except UnknownPerson:  # who has nothing to do with it isn't to learn that it is there
        raise NotFound(msg("common.not_found")) from None
    if mandate.meeting_id is not None:
        _meeting(work, place, mandate.meeting_id)
    _may(work, place, substitute=mandate.meeting_id is not None)
    return place, mandate


def _meeting(work: Work, place: _Place, meeting_id: MeetingId) -> Meeting:
    """A meeting ahead that both the asker and the organisation may know of."""
    _, meeting = access.meeting(work, meeting_id)
    theirs = meetings.visible(work.session, meeting.id, place.organisation.id)
    if theirs is None or meeting.series_id != place.series.id:
        raise NotFound(msg("common.not_found"), field="meeting")
    if not may_be_answered(meeting.state):
        raise WrongMoment(msg("attendance.over", state=meeting.state), field="meeting")
    return meeting


def _person(work: Work, place: _Place, person_id: ParticipantId, field: str) -> Participant:
    for each in _people(work, place):
        if each.id == person_id:
            return each
    raise NotFound(msg("common.not_found"), field=field)


def _people(work: Work, place: _Place) -> list[Participant]:
    """Who could speak for the organisation."""
    return [
        person
        for person, organisation in people.participants(work.session, place.series.id)
        if organisation.id == place.organisation.id and person.role is not Role.OBSERVER
    ]


def _read(
    work: Work, place: _Place, typed: str, language: Language, field: str
) -> PlanningDate | None:
    if not typed.strip():
        return None
    return planned(
        typed, local_day(work, place.series.id), language, field=field, remark=work.remark,
        context=dates.Context(zone=place.series.zone),
    )  # fmt: skip


def _first(read: PlanningDate | None) -> date | None:
    if read is None:
        return None
    return read.start.date() if isinstance(read.start, datetime) else read.start


def _kept(work: Work, place: _Place, term: Term, typed: str) -> Mandate:
    reason = " ".join(typed.split())
    if len(reason) > LONGEST_REASON:
        raise Unclear(msg("mandates.reason_too_long", most=LONGEST_REASON), field="reason")
    mandate = Mandate(
        series_id=place.series.id,
        organisation_id=place.organisation.id,
        participant_id=term.holder,
        from_day=term.from_day,
        until_day=term.until_day,
        meeting_id=term.meeting_id,
        instead_of_id=term.instead_of,
        reason=reason,
        given_by=place.member.participant_id,
        given_at=work.now,
    )
    work.session.add(mandate)
    verb = "mandates.substitute" if term.meeting_id else "mandates.give"
    _changed(work, place, mandate, verb, None)
    return mandate


def _changed(
    work: Work, place: _Place, mandate: Mandate, verb: str, until_before: date | None
) -> None:
    work.session.flush()
    work.note(
        verb,
        f"mandate:{mandate.id}",
        series=place.series.id,
        meeting=mandate.meeting_id,
        before={"until": until_before.isoformat() if until_before else None},
        after={
            "participant": mandate.participant_id,
            "until": mandate.until_day.isoformat() if mandate.until_day else None,
            "ended": mandate.ended_at is not None,
        },
    )
    steps.ask_anew(work, *place.about)


def _list(work: Work, place: _Place) -> MandateList:
    speaking = voices.of(work, *place.about)
    held = mandates.standing(work.session, *place.about)
    today = local_day(work, place.series.id)
    gives, substitutes = place.member.organizes, voices.has(work, place.member)
    lines = [
        steps.line(work, mandate, may_end=gives or (bool(mandate.meeting_id) and substitutes))
        for mandate, _ in held
        if steps.matters(work, mandate, place.member, today)
    ]
    return MandateList(
        series_id=place.series.id,
        series=place.series.name,
        organisation_id=place.organisation.id,
        organisation=place.organisation.short_name,
        voices=tuple(each.name for each in speaking),
        by_contacts=not rules.limited([voices.term(each) for each, _ in held], today),
        lines=tuple(lines),
        may_give=gives,
        may_substitute=gives or substitutes,
        remarks=remarks.listed(work, *place.about, place.member),
    )


def _saved(work: Work, place: _Place, mandate: Mandate, what: Given) -> MandateSaved:
    return MandateSaved(
        what,
        steps.line(work, mandate, may_end=True),
        place.series.id,
        place.organisation.id,
        place.organisation.short_name,
    )
