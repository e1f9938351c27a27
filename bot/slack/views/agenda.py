"""The living agenda card."""

from slack_sdk.models.blocks import Block

from bot.results.agenda import Agenda, ItemLine
from bot.slack.ids.agenda import ItemPress
from bot.slack.replies import Reply
from bot.slack.views.parts import actions, button, context, header, section
from bot.texts import Words, msg
from storage.vocabulary import ItemOrigin, ItemState, MeetingState


def card(agenda: Agenda, t: Words) -> Reply:
    """One message per meeting, kept up to date."""
    meeting = agenda.meeting
    when = t.within(meeting.zone).span(meeting.starts_at, meeting.ends_at)
    text = t("agenda.card_text", meeting=meeting.title, when=when, count=len(agenda.items))
    blocks: list[Block] = [
        header(meeting.title),
        context(t.mrkdwn("agenda.card_when", when=when, place=meeting.place or "–")),
        section("\n".join(line(each, t) for each in agenda.items) or t("agenda.empty_card")),
        context(
            t.mrkdwn("agenda.card_state", state=meeting.state)
            + " · "
            + t("agenda.card_minutes", minutes=agenda.minutes, length=agenda.length)
        ),
    ]
    if meeting.state in (MeetingState.PLANNED, MeetingState.COLLECTING, MeetingState.AGENDA_SENT):
        blocks.append(
            actions(
                button(
                    t("agenda.button_add"),
                    ItemPress.ADD,
                    meeting.id,
                    style="primary",
                    label=t("agenda.button_add_label", meeting=meeting.title),
                )
            )
        )
    return Reply(text, blocks)


def line(item: ItemLine, t: Words) -> str:
    """`*1.1* Title — til drøftelse · v/ Navn · 10 min`, as mrkdwn."""
    parts = [t.word(item.purpose)]
    if item.presenter:
        parts.append(t.mrkdwn("agenda.presenter", presenter=item.presenter))
    if item.minutes:
        parts.append(t.mrkdwn("agenda.minutes", count=item.minutes))
    if item.state is ItemState.DEFERRED:
        parts.append(t.mrkdwn("agenda.deferred", reason=item.reason))
    elif item.origin is not ItemOrigin.NEW and item.origin is not ItemOrigin.STANDING:
        parts.append(t.word(item.origin))
    head = t.mrkdwn(msg("agenda.line", number=item.number, title=item.title))
    indent = "        " if item.parent_id and "." in item.number else ""
    return f"{indent}{head} — _{' · '.join(parts)}_"
