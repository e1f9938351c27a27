"""What every paper of a meeting begins with, and the lines that agenda and minutes share."""

from collections.abc import Sequence

from bot.access import Member
from bot.cycle.steps import actions as promises
from bot.cycle.steps import attendance
from bot.documents import context
from bot.documents.questions import Question
from bot.inputs.promises import in_words
from bot.results.actions import ActionLine
from bot.results.agenda import ItemLine
from bot.results.attendance import Attendance, AttendeeLine
from bot.rules import attendance as attendance_rules
from bot.texts import Words
from bot.work import Work
from storage.queries import people, series
from storage.queries.actions import Raised
from storage.tables import Meeting
from storage.vocabulary import AttendanceState, Language


def of(work: Work, meeting: Meeting, *, held: bool = False) -> context.Meeting:
    """The head: before the meeting with those invited, and once it was `held` with who came."""
    its_series = series.of_meeting(work.session, meeting)
    comes = attendance.of(work, meeting)
    organizer = organizer_of(work, meeting)
    words = work.texts.words(its_series.language).within(its_series.zone)
    return context.Meeting(
        series=its_series.name,
        number=meeting.number,
        title=meeting.title,
        when=context.Span(meeting.starts_at, meeting.ends_at),
        made_at=work.now,
        subject=its_series.subject,
        place=meeting.place,
        issued_by=organizer[1],
        chair=", ".join(filter(None, organizer)),
        attending=_present(comes, words) if held else _invited(work, meeting, comes),
        apologies=_apologies(comes, words),
    )


def organizer_of(work: Work, meeting: Meeting) -> tuple[str, str]:
    """The series' first organiser and their organisation."""
    for person in people.organizers(work.session, meeting.series_id):
        organisation = people.organisation(work.session, person.organisation_id)
        return person.name, organisation.short_name if organisation else ""
    return "", ""


def item(line: ItemLine, background: str = "") -> context.Item:
    """A line of the agenda as papers print it; `background` where it has none of its own."""
    return context.Item(
        number=line.number,
        title=line.title,
        purpose=line.purpose,
        presenter=line.presenter,
        minutes=line.minutes,
        background=line.background or background,
        standing=line.standing is not None,
        links=tuple(context.Address(each.url, each.name) for each in line.links),
        state=line.state,
        reason=line.reason,
        origin=line.origin,
        carried_from=line.carried_from,
        carried_reason=line.carried_reason,
        raised_at=line.raised_at,
        times=line.times,
    )


def action_rows(
    work: Work, raised: Sequence[Raised], member: Member, language: Language
) -> tuple[context.ActionRow, ...]:
    return tuple(
        context.ActionRow(
            reference=line.reference,
            text=line.text,
            owner=line.owner,
            state=line.state,
            due=_due(line, language),
            overdue=line.overdue,
            answer=line.answer,
        )
        for line in promises.lines(work, raised, member)
    )


def question_rows(
    work: Work, raised: Sequence[Raised], member: Member, language: Language
) -> tuple[Question, ...]:
    return tuple(
        Question(
            reference=line.reference,
            text=line.text,
            addressed_to=line.owner,
            asked_by=line.asked_by,
            due=_due(line, language),
            answer=line.answer,
            source=line.answered_by,
        )
        for line in promises.lines(work, raised, member)
    )


def _due(line: ActionLine, language: Language) -> str:
    return in_words(line.due, language) if line.due else ""


def _invited(work: Work, meeting: Meeting, comes: Attendance) -> tuple[context.Party, ...]:
    """Organisations that haven't sent apologies, with those of their people who haven't."""
    away = {each.participant_id for each in comes.people_who(AttendanceState.APOLOGIES)}
    seated: dict[str, list[str]] = {}
    for person, organisation in people.participants(work.session, meeting.series_id):
        if person.id not in away:
            seated.setdefault(organisation.short_name, []).append(person.name)
    return tuple(
        context.Party(each.organisation, tuple(seated.get(each.organisation, ())))
        for each in comes.parties
        if each.state is not AttendanceState.APOLOGIES
    )


def _present(comes: Attendance, words: Words) -> tuple[context.Party, ...]:
    """People who were there, and organisations of which only that is known."""
    seated: dict[str, list[str]] = {
        each.organisation: [] for each in comes.those(*attendance_rules.WERE_THERE)
    }
    for person in comes.present:
        seated.setdefault(person.organisation, []).append(_there(person, words))
    return tuple(context.Party(name, tuple(those)) for name, those in seated.items())


def _there(person: AttendeeLine, words: Words) -> str:
    if person.left_at is None:
        return person.name
    return words("attendance.paper_left", name=person.name, at=words.clock(person.left_at))


def _apologies(comes: Attendance, words: Words) -> tuple[context.Absence, ...]:
    """Whole organisations, and single people of those that come all the same."""
    absent: list[context.Absence] = []
    for party in comes.parties:
        those = [
            each
            for each in comes.people_who(AttendanceState.APOLOGIES)
            if each.organisation_id == party.organisation_id
        ]
        if those or party.state is AttendanceState.APOLOGIES:
            reasons = dict.fromkeys(filter(None, (party.reason, *(p.reason for p in those))))
            names = tuple(_away(each, words) for each in those)
            absent.append(context.Absence(party.organisation, names, "; ".join(reasons)))
    return tuple(absent)


def _away(person: AttendeeLine, words: Words) -> str:
    if not person.substitute:
        return person.name
    return words("attendance.paper_away", name=person.name, substitute=person.substitute)
