"""The minutes as their paper prints them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from zoneinfo import ZoneInfo

from bot.access import Member
from bot.cycle.steps import minute_book, paper_head, poll_results, status_page
from bot.documents import context
from bot.documents.questions import Answered
from bot.inputs.promises import in_words
from bot.results.minutes import EntryLine, Minutes, TreatedLine
from bot.rules.actions import ALIVE
from bot.work import Work
from storage.queries import actions, inquiries, meetings, series
from storage.queries.actions import Raised
from storage.tables import Meeting
from storage.vocabulary import (
    ActionKind,
    ActionState,
    CommentState,
    Language,
)


def of(work: Work, meeting: Meeting, member: Member, *, draft: bool) -> context.MinutesPaper:
    """What was said and decided, by item, and everything that follows from it.

    A draft carries the version that it is about to become; the final paper its approval.
    """
    own = series.of_meeting(work.session, meeting)
    held = minute_book.read(work, meeting, member)
    raised = _raised(work, meeting)
    tasks = [each for each in raised if each.action.kind is ActionKind.TASK]
    questions = [each for each in raised if each.action.kind is ActionKind.QUESTION]
    return context.MinutesPaper(
        meeting=replace(paper_head.of(work, meeting, held=True), minute_taker=_writer(held)),
        items=tuple(_item(each, own.language) for each in held.items),
        status=status_page.of_meeting(work, meeting),
        polls=poll_results.of_meeting(work, meeting.id),
        actions=paper_head.action_rows(work, tasks, member, own.language),
        questions=paper_head.question_rows(work, questions, member, own.language),
        answers=tuple(_answered(work, meeting)),
        next_meeting=_next(work, meeting),
        draft=context.Draft(held.drafts + 1, meeting.comments_until) if draft else None,
        approval=None if draft else _approval(work, meeting, held, own.zone),
    )


def _answered(work: Work, meeting: Meeting) -> Iterator[Answered]:
    """What was asked in private and answered to all since the meeting before."""
    for inquiry, organisation in inquiries.of_meeting(work.session, meeting.id):
        yield Answered(
            number=inquiry.number or 0,
            question=inquiry.question,
            answer=inquiry.answer,
            answered_by=organisation.short_name if organisation else "",
        )


def _item(treated: TreatedLine, language: Language) -> context.TreatedItem:
    printed = paper_head.item(treated.item)
    facts = {field.name: getattr(printed, field.name) for field in fields(printed)}
    entries = tuple(_entry(each, language) for each in treated.entries)
    return context.TreatedItem(**facts, entries=entries)


def _entry(entry: EntryLine, language: Language) -> context.Entry:
    return context.Entry(
        kind=entry.kind,
        text=entry.text,
        organisation=entry.asked_by,
        reference=entry.reference,
        owner=entry.owner,
        due=in_words(entry.due, language) if entry.due else "",
    )


def _raised(work: Work, meeting: Meeting) -> list[Raised]:
    """What is still open of earlier meetings, and what this one raised, done or not."""
    everything = actions.for_meeting(work.session, meeting, (*ALIVE, ActionState.DONE))
    return [
        each
        for each in everything
        if each.action.state in ALIVE or each.action.meeting_id == meeting.id
    ]


def _next(work: Work, meeting: Meeting) -> context.NextMeeting | None:
    """The next meeting of the same kind, once it is planned."""
    coming: Sequence[Meeting] = [
        each
        for each in meetings.taking_items(work.session, meeting.series_id, None)
        if each.scope == meeting.scope and each.starts_at > meeting.starts_at
    ]
    if not coming:
        return None
    following = coming[0]
    return context.NextMeeting(
        title=following.title,
        when=context.Span(following.starts_at, following.ends_at),
        place=following.place,
        form=following.format,
    )


def _approval(work: Work, meeting: Meeting, held: Minutes, zone: str) -> context.Approval:
    on = (meeting.approved_at or work.now).astimezone(ZoneInfo(zone)).date()
    taken = tuple(each.text for each in held.comments if each.state is CommentState.ACCEPTED)
    return context.Approval(on, taken, answered=bool(held.comments) and not taken)


def _writer(held: Minutes) -> str:
    """Who wrote most of the entries."""
    wrote = Counter(each.author for item in held.items for each in item.entries if each.author)
    return wrote.most_common(1)[0][0] if wrote else ""
