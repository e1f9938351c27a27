"""Somebody asks in private; an organiser answers all, and nobody learns who asked.

Audit entries of these use cases name nobody: who asked, withdrew or was answered would follow.
"""

from textwrap import shorten

from bot import access
from bot.access import Member, Right
from bot.cycle.steps.answers_paper import find_paper
from bot.cycle.steps.series import series_head
from bot.errors import NotFound
from bot.ports import Asker, By
from bot.results.inquiries import AnswerForm, Inquiries, InquiryLine, Published
from bot.results.series import SeriesHead
from bot.rules import inquiries as rules
from bot.rules.inquiries import AnswerDraft
from bot.texts import Message, msg
from bot.work import House, Work
from storage.queries import inquiries as rows
from storage.queries import people, series
from storage.tables import Inquiry, Series
from storage.vocabulary import (
    CardKind,
    ChannelId,
    InquiryId,
    InquiryState,
    OrganisationId,
    Role,
    SeriesId,
)

MOST_LISTED = 20  # with MOST_OWN, two blocks each of the 50 that Slack takes
MOST_OWN = 3
SHORT = 200  # characters of a question, to know it again


def asking(house: House, series_id: SeriesId, *, by: Asker) -> SeriesHead:
    """The series before somebody who is about to ask."""
    with house.look(by) as work:
        _, held = access.in_series(work, series_id, Right.PROPOSE)
        return series_head(held)


def ask(house: House, series_id: SeriesId, text: str, *, by: Asker) -> InquiryLine:
    """A question that only the organisers get to see; `withdraw` takes it back."""
    with house.work(by) as work:
        member, held = access.in_series(work, series_id, Right.PROPOSE)
        return _ask(work, member, held, text)


def ask_here(
    house: House, text: str, *, channel: ChannelId, direct: bool, by: Asker
) -> InquiryLine:
    """The same for the series that a channel belongs to."""
    with house.work(by) as work:
        place = access.place(work, channel, direct=direct, right=Right.PROPOSE)
        return _ask(work, place.member, place.series, text)


def withdraw(house: House, inquiry_id: InquiryId, *, by: Asker) -> InquiryLine:
    """Its asker takes it back, as long as nobody has answered."""
    with house.work(by) as work:
        member, inquiry, held = _found(work, inquiry_id)
        if inquiry.asked_by != member.participant_id:
            raise NotFound(msg("common.not_found"))
        inquiry.state = rules.after(inquiry.state, InquiryState.WITHDRAWN)
        _changed(work, "inquiries.withdraw", inquiry)
        return _line(work, inquiry, held)


def form(house: House, inquiry_id: InquiryId, *, by: Asker) -> AnswerForm:
    """A question that waits, for the organiser's dialogs."""
    with house.look(by) as work:
        _, inquiry, held = _found(work, inquiry_id, Right.ORGANIZE)
        rules.after(inquiry.state, InquiryState.PUBLISHED)
        taking_part = series.organisations(work.session, held.id)
        return AnswerForm(
            _line(work, inquiry, held),
            tuple((each.id, each.short_name) for each in taking_part),
        )


def publish(house: House, inquiry_id: InquiryId, draft: AnswerDraft, *, by: Asker) -> InquiryLine:
    """Question and answer go to the series' channel, in the organiser's words."""
    with house.work(by) as work:
        _, inquiry, held = _found(work, inquiry_id, Right.ORGANIZE)
        question = rules.filled(draft.question, "question")
        answer = rules.filled(draft.answer, "answer")
        state = rules.after(inquiry.state, InquiryState.PUBLISHED)
        answered_by = _answering(work, held, draft.answered_by)
        inquiry.number = rows.last_number(work.session, held.id) + 1
        inquiry.question, inquiry.answer, inquiry.state = question, answer, state
        inquiry.answered_by_id, inquiry.published_at = answered_by, work.now
        _changed(work, "inquiries.publish", inquiry)
        find_paper(work, held.id)
        work.project(CardKind.PUBLISHED_ANSWER, inquiry.id, held.channel, series=held.id)
        _tell_asker(work, inquiry, msg("inquiries.told_published", number=inquiry.number))
        return _line(work, inquiry, held)


def answer_asker(house: House, inquiry_id: InquiryId, answer: str, *, by: Asker) -> InquiryLine:
    """An answer that concerns nobody else: only its asker reads it, in no paper."""
    with house.work(by) as work:
        _, inquiry, held = _found(work, inquiry_id, Right.ORGANIZE)
        inquiry.answer = rules.filled(answer, "answer")
        inquiry.state = rules.after(inquiry.state, InquiryState.ANSWERED)
        _changed(work, "inquiries.answer_asker", inquiry)
        asked = shorten(inquiry.asked, SHORT, placeholder="…")
        told = msg("inquiries.told_answered", asked=asked, answer=inquiry.answer)
        _tell_asker(work, inquiry, told)
        return _line(work, inquiry, held)


def decline(house: House, inquiry_id: InquiryId, reason: str, *, by: Asker) -> InquiryLine:
    """It won't be answered to all; the asker reads why."""
    with house.work(by) as work:
        _, inquiry, held = _found(work, inquiry_id, Right.ORGANIZE)
        inquiry.reason = rules.filled(reason, "reason", rules.LONGEST_REASON)
        inquiry.state = rules.after(inquiry.state, InquiryState.DECLINED)
        _changed(work, "inquiries.decline", inquiry)
        _tell_asker(work, inquiry, msg("inquiries.told_declined", reason=inquiry.reason))
        return _line(work, inquiry, held)


def listed(house: House, series_id: SeriesId, *, by: Asker) -> Inquiries:
    with house.look(by) as work:
        return _listed(work, *access.in_series(work, series_id))


def listed_here(house: House, channel: ChannelId, *, direct: bool, by: Asker) -> Inquiries:
    """The same for the series that a channel belongs to."""
    with house.look(by) as work:
        place = access.place(work, channel, direct=direct)
        return _listed(work, place.member, place.series)


def card(house: House, inquiry_id: InquiryId, audience: str, *, by: By) -> InquiryLine | None:
    """What an organiser's card shows; None for anybody else."""
    with house.look(by) as work:
        inquiry = rows.get(work.session, inquiry_id)
        held = series.get(work.session, inquiry.series_id) if inquiry else None
        if inquiry is None or held is None:
            return None
        organizers = people.organizers(work.session, held.id)
        if audience not in {each.user for each in organizers}:
            return None
        return _line(work, inquiry, held)


def answer_card(house: House, inquiry_id: InquiryId, *, by: By) -> Published | None:
    """What everybody reads."""
    with house.look(by) as work:
        inquiry = rows.get(work.session, inquiry_id)
        return _published(work, inquiry) if inquiry else None


def _ask(work: Work, member: Member, held: Series, text: str) -> InquiryLine:
    if member.participant_id is None or member.organisation_id is None:
        raise NotFound(msg("common.not_found"))
    inquiry = Inquiry(
        series_id=held.id,
        asked_by=member.participant_id,
        organisation_id=member.organisation_id,
        asked=rules.filled(text, "asked"),
        asked_at=work.now,
    )
    _changed(work, "inquiries.ask", inquiry)
    for organizer in people.organizers(work.session, held.id):
        work.project(CardKind.INQUIRY, inquiry.id, organizer.user, series=held.id)
    return _line(work, inquiry, held)


def _found(
    work: Work, inquiry_id: InquiryId, right: Right = Right.SEE
) -> tuple[Member, Inquiry, Series]:
    """For its asker and the organisers; to anybody else it doesn't exist."""
    member, inquiry, held = access.inquiry(work, inquiry_id)
    if right is Right.ORGANIZE and not member.organizes:
        raise NotFound(msg("common.not_found"))
    return member, inquiry, held


def _answering(
    work: Work, held: Series, organisation: OrganisationId | None
) -> OrganisationId | None:
    if organisation is None:
        return None
    known = {each.id for each in series.organisations(work.session, held.id)}
    if organisation not in known:
        raise NotFound(msg("common.not_found"), field="answered_by")
    return organisation


def _changed(work: Work, verb: str, inquiry: Inquiry) -> None:
    work.session.add(inquiry)
    work.session.flush()
    work.note(
        verb,
        f"inquiry:{inquiry.id}",
        series=inquiry.series_id,
        after={"state": inquiry.state.value},
        nameless=True,
    )
    work.reproject(CardKind.INQUIRY, inquiry.id, series=inquiry.series_id)


def _tell_asker(work: Work, inquiry: Inquiry, message: Message) -> None:
    asker = people.participant(work.session, inquiry.asked_by)
    if asker is not None and asker.active:
        work.tell(asker.user, message, series=inquiry.series_id)


def _listed(work: Work, member: Member, held: Series) -> Inquiries:
    given = rows.published(work.session, held.id, MOST_LISTED)
    asker = member.participant_id
    own = rows.own_of(work.session, held.id, asker, MOST_OWN) if asker is not None else ()
    return Inquiries(
        series=series_head(held),
        published=tuple(
            _as_published(each, organisation.short_name if organisation else "")
            for each, organisation in given
        ),
        own=tuple(_line(work, each, held) for each in own),
        takes_part=member.role is not Role.OBSERVER,
    )


def _line(work: Work, inquiry: Inquiry, held: Series) -> InquiryLine:
    person = people.participant(work.session, inquiry.asked_by)
    organisation = people.organisation(work.session, inquiry.organisation_id)
    names = (person.name if person else "", organisation.short_name if organisation else "")
    return InquiryLine(
        id=inquiry.id,
        series=series_head(held),
        asked=inquiry.asked,
        asker=", ".join(filter(None, names)),
        state=inquiry.state,
        reason=inquiry.reason,
        answer=inquiry.answer,
        published=_published(work, inquiry),
        version=inquiry.version,
    )


def _published(work: Work, inquiry: Inquiry) -> Published | None:
    answering = inquiry.answered_by_id
    organisation = people.organisation(work.session, answering) if answering else None
    if inquiry.state is not InquiryState.PUBLISHED:
        return None
    return _as_published(inquiry, organisation.short_name if organisation else "")


def _as_published(inquiry: Inquiry, answered_by: str) -> Published:
    if inquiry.number is None or inquiry.published_at is None:
        message = f"inquiry {inquiry.id} published without number or time"
        raise LookupError(message)
    return Published(
        inquiry.number, inquiry.question, inquiry.answer, answered_by, inquiry.published_at
    )
