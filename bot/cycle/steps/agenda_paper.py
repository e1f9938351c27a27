"""The agenda as its paper prints it."""

from bot.access import Member
from bot.cycle.steps import paper_head, status_page, supplements
from bot.cycle.steps.reading import agenda_of
from bot.documents import context
from bot.rules.actions import ALIVE
from bot.texts import Words, msg
from bot.work import Work
from storage.queries import actions, carry_over, series
from storage.tables import Meeting
from storage.vocabulary import ActionKind, ItemId, ItemOrigin


def of(work: Work, meeting: Meeting, member: Member) -> context.AgendaPaper:
    """Items in printed order, the status of plans, and what earlier meetings left open."""
    held = series.of_meeting(work.session, meeting)
    words = work.texts.words(held.language, held.zone)
    raised = [
        each
        for each in actions.for_meeting(work.session, meeting, ALIVE)
        if each.action.meeting_id != meeting.id
    ]
    tasks = [each for each in raised if each.action.kind is ActionKind.TASK]
    questions = [each for each in raised if each.action.kind is ActionKind.QUESTION]
    return context.AgendaPaper(
        meeting=paper_head.of(work, meeting),
        items=items(work, meeting, member, words),
        status=status_page.of_meeting(work, meeting),
        actions=paper_head.action_rows(work, tasks, member, held.language),
        questions=paper_head.question_rows(work, questions, member, held.language),
    )


def supplement(
    work: Work, meeting: Meeting, member: Member, number: int
) -> context.SupplementPaper:
    """What changed since the agenda was sent, and the agenda as it stands now."""
    held = series.of_meeting(work.session, meeting)
    words = work.texts.words(held.language, held.zone)
    return context.SupplementPaper(
        meeting=paper_head.of(work, meeting),
        number=number,
        changes=supplements.changes(work, meeting, number),
        items=items(work, meeting, member, words),
    )


def items(work: Work, meeting: Meeting, member: Member, words: Words) -> tuple[context.Item, ...]:
    """The agenda's lines; one that follows actions up names them."""
    named = _followed_up(work, meeting, member, words)
    return tuple(
        paper_head.item(line, named.get(line.id, "")) for line in agenda_of(work, meeting).items
    )


def _followed_up(work: Work, meeting: Meeting, member: Member, words: Words) -> dict[ItemId, str]:
    gathered = carry_over.gathered(work.session, meeting.id)
    follow_ups = {
        line.id for line in agenda_of(work, meeting).items
        if line.origin is ItemOrigin.OVERDUE_ACTIONS
    }  # fmt: skip
    return {
        item_id: "\n".join(
            words(msg(f"documents.follow_up{'.due' if row.due else ''}", reference=row.reference,
                      text=row.text, due=row.due))
            for row in paper_head.action_rows(work, raised, member, words.language)
        )
        for item_id, raised in gathered.items()
        if item_id in follow_ups
    }  # fmt: skip
