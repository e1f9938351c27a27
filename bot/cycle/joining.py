"""Somebody unknown asks to take part; what they typed meanwhile isn't lost."""

from dataclasses import replace

from bot import access
from bot.access import Right
from bot.cycle.steps.joining import request_line
from bot.cycle.steps.proposing import propose
from bot.cycle.steps.taking_part import found, organisation_lines, seat, take_in
from bot.errors import NotFound, Unclear, WrongMoment
from bot.inputs import one_line
from bot.ports import Asker, By
from bot.results.people import JoinAsked, JoinLine, PeopleList
from bot.rules import people as rules
from bot.rules.people import OrganisationDraft, Profile
from bot.texts import Message, msg
from bot.work import House, Work
from storage.queries import meetings, people
from storage.queries import series as all_series
from storage.tables import JoinRequest, Organisation, Participant, Series
from storage.vocabulary import (
    CardKind,
    ChannelId,
    JoinRequestId,
    JoinState,
    OrganisationId,
    Person,
    SeriesId,
)


def meet(
    house: House,
    series_id: SeriesId,
    profile: Profile,
    *,
    channel: ChannelId,
    title: str = "",
    background: str = "",
    by: Asker,
) -> JoinAsked | None:
    """Asks somebody unknown who they work for; None outside the series' own channel.

    While they haven't answered they are asked again at each try: Slack forgets a message that
    only one person sees. The item typed last is the one that is kept.
    """
    with house.work(by) as work:
        series = all_series.get(work.session, series_id)
        if series is None or series.tenant != by.tenant or series.channel != channel:
            return None
        request = people.join_request_of(work.session, series.id, by.person)
        if request is None or _left_again(work, request):
            request = _asked(work, series, profile, request)
        if title and request.state in (JoinState.ASKED, JoinState.WAITING):
            request.pending_title, request.pending_background = title, background
            work.session.add(request)
            work.session.flush()
            if request.state is JoinState.WAITING:
                _show(work, request)
        return _question(work, request, series, profile.email)


def answer(
    house: House,
    request_id: JoinRequestId,
    *,
    organisation_id: OrganisationId | None = None,
    text: str = "",
    by: Asker,
) -> JoinAsked:
    """They work for one of the series' organisations, or for another one (`text`)."""
    with house.work(by) as work:
        request = access.own_request(work, request_id)
        series = _series(work, request)
        known = {each.id for each in all_series.organisations(work.session, series.id)}
        if organisation_id is not None and organisation_id not in known:
            raise NotFound(msg("common.not_found"))
        if organisation_id is None and not text.strip():
            raise Unclear(msg("people.employer_missing"), field="organisation")
        if len(text) > rules.LONGEST_NAME:
            most = rules.LONGEST_NAME
            raise Unclear(msg("people.field_too_long", most=most), field="organisation")
        request.state = rules.after_answering(request.state)
        request.organisation_id = organisation_id
        request.organisation_text = "" if organisation_id else " ".join(text.split())
        work.session.add(request)
        _noted(work, "joining.answer", request)
        _show(work, request)
        return _question(work, request, series, "")


def card(house: House, request_id: JoinRequestId, reader: str, *, by: By) -> JoinLine | None:
    """What an organiser's card shows; None once the reader is no organiser any more."""
    with house.look(by) as work:
        _, request = access.join_request(work, request_id)
        organizers = {each.user for each in people.organizers(work.session, request.series_id)}
        if reader not in organizers:
            return None
        return request_line(work, request, _series(work, request), reader)


def read(house: House, request_id: JoinRequestId, *, by: Asker) -> tuple[JoinLine, PeopleList]:
    """A request with the organisations that it could mean, for the organiser's dialog."""
    with house.look(by) as work:
        _, request = access.join_request(work, request_id)
        series = _series(work, request)
        lines = organisation_lines(work, series)
        overview = PeopleList(series.id, series.name, lines, (), may_change=True)
        return request_line(work, request, series, by.person.user), overview


def approve(
    house: House,
    request_id: JoinRequestId,
    *,
    existing: OrganisationId | None = None,
    new: OrganisationDraft | None = None,
    by: Asker,
) -> JoinLine:
    """Lets them take part, and puts the item that they typed meanwhile on the agenda.

    `existing` or `new` says which organisation is meant by one that we didn't know.
    """
    with house.work(by) as work:
        _, request = access.join_request(work, request_id)
        series = _series(work, request)
        request.state = rules.after_approving(request.state)
        organisation = _organisation(work, request, series, existing, new)
        take_in(work, series, organisation)
        profile = Profile(Person(request.team, request.user), request.name)
        someone, _ = seat(work, series, profile, organisation.id)
        request.organisation_id = organisation.id
        told = _with_item(work, request, series, someone)
        work.tell(request.user, told, series=series.id)
        work.session.add(request)
        _noted(work, "joining.approve", request)
        _show(work, request)
        return request_line(work, request, series, by.person.user)


def decline(house: House, request_id: JoinRequestId, *, by: Asker) -> JoinLine:
    """Doesn't let them take part; they are told. A later approval is still possible."""
    with house.work(by) as work:
        _, request = access.join_request(work, request_id)
        series = _series(work, request)
        request.state = rules.after_declining(request.state)
        work.session.add(request)
        work.tell(
            request.user,
            msg("people.told_declined", series=series.name, title=request.pending_title or "–"),
            series=series.id,
        )
        _noted(work, "joining.decline", request)
        _show(work, request)
        return request_line(work, request, series, by.person.user)


def _asked(
    work: Work, series: Series, profile: Profile, earlier: JoinRequest | None
) -> JoinRequest:
    request = earlier or JoinRequest(
        series_id=series.id,
        team=profile.person.team,
        user=profile.person.user,
        name=profile.name,
        asked_at=work.now,
    )
    request.state, request.asked_at = JoinState.ASKED, work.now
    request.pending_title = request.pending_background = ""
    request.name = profile.name[: rules.LONGEST_NAME]
    work.session.add(request)
    _noted(work, "joining.meet", request)
    return request


def _left_again(work: Work, request: JoinRequest) -> bool:
    """They were let in before and no longer take part: they may ask anew."""
    person = people.known(work.session, request.series_id, Person(request.team, request.user))
    return request.state is JoinState.APPROVED and (person is None or not person.active)


def _organisation(
    work: Work,
    request: JoinRequest,
    series: Series,
    existing: OrganisationId | None,
    new: OrganisationDraft | None,
) -> Organisation:
    chosen = existing or (None if new and new.name.strip() else request.organisation_id)
    if chosen is not None:
        return access.organisation(work, series.id, chosen, Right.ORGANIZE)[1]
    if new is None:
        raise Unclear(msg("people.which_organisation"), field="existing")
    return found(work, new)


def _with_item(work: Work, request: JoinRequest, series: Series, someone: Participant) -> Message:
    """Puts the kept item on the coming agenda; what the person is told."""
    if not request.pending_title:
        return msg("people.told_approved", series=series.name)
    growing = meetings.taking_items(work.session, series.id, someone.organisation_id)
    joint = next((each for each in growing if each.vendor_id is None), None)
    if joint is None:
        return msg(
            "people.told_approved_no_meeting", series=series.name, title=request.pending_title
        )
    draft = replace(one_line.item(request.pending_title), background=request.pending_background)
    propose(work, joint, draft, proposed_by=someone.id)
    return msg(
        "people.told_approved_item",
        series=series.name,
        title=draft.title,
        meeting=joint.title,
    )


def _question(work: Work, request: JoinRequest, series: Series, email: str) -> JoinAsked:
    organisations = all_series.organisations(work.session, series.id)
    names = {each.id: each.short_name for each in organisations}
    answered = names.get(request.organisation_id) if request.organisation_id else None
    return JoinAsked(
        id=request.id,
        series=series.name,
        state=request.state,
        organisations=tuple(names.items()),
        suggested=rules.suggested(email, [(each.id, each.email_domain) for each in organisations]),
        answer=answered or request.organisation_text,
        pending=request.pending_title,
    )


def _series(work: Work, request: JoinRequest) -> Series:
    series = all_series.get(work.session, request.series_id)
    if series is None:
        raise WrongMoment(msg("common.not_found"))
    return series


def _show(work: Work, request: JoinRequest) -> None:
    """Every organiser has the card; the first to answer answers for all."""
    for organizer in people.organizers(work.session, request.series_id):
        work.project(CardKind.JOIN_REQUEST, request.id, organizer.user, series=request.series_id)


def _noted(work: Work, verb: str, request: JoinRequest) -> None:
    work.session.flush()
    work.note(
        verb,
        f"join_request:{request.id}",
        series=request.series_id,
        after={"state": request.state.value},
    )
