"""Remarks on a draft: where the organiser answers them, and their dialogs."""

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot.results.meetings import MeetingHead
from bot.results.minutes import CommentLine, CommentSaved, Minutes
from bot.rules.minutes import LONGEST_TEXT
from bot.slack.ids.comments import CommentForm, CommentPress
from bot.slack.ids.meta import packed
from bot.slack.replies import Reply
from bot.slack.views.entries import NEW_ENTRY, NO_ENTRY, entry_options
from bot.slack.views.lengths import shown as brief
from bot.slack.views.parts import (
    actions,
    button,
    choice_field,
    context,
    option,
    section,
)
from bot.slack.views.replying import long_field, replying
from bot.texts import Words, msg
from storage.vocabulary import CommentState

SHOWN_TEXT = 500  # characters of a remark in a message; the whole stands in its dialog
MOST_SHOWN = 6  # open remarks at once; answered ones make room for the next


def waiting(minutes: Minutes, t: Words) -> list[Block]:
    """Open remarks, each with the organiser's two answers."""
    found: list[Block] = []
    for comment in minutes.open_comments[:MOST_SHOWN]:
        found.append(section(_said(comment, t, SHOWN_TEXT)))
        found.append(
            actions(
                button(
                    t("comments.button_accept"),
                    CommentPress.ACCEPT,
                    comment.id,
                    label=t("comments.button_accept_label", author=comment.author),
                ),
                button(
                    t("comments.button_dismiss"),
                    CommentPress.DISMISS,
                    comment.id,
                    label=t("comments.button_dismiss_label", author=comment.author),
                ),
            )
        )
    more = len(minutes.open_comments) - MOST_SHOWN
    if more > 0:
        found.append(context(t("comments.more", count=more)))
    return found


def saved(result: CommentSaved, t: Words) -> Reply:
    """The private confirmation; answers can be taken back."""
    comment = result.comment
    message = msg(f"comments.saved_{comment.state.value}", meeting=result.meeting.title)
    blocks: list[Block] = [
        section(t.mrkdwn(message)),
        section(t.mrkdwn("comments.quoted", text=brief(comment.text, SHOWN_TEXT))),
    ]
    if comment.state is not CommentState.OPEN:
        undo = button(t("comments.button_reopen"), CommentPress.REOPEN, comment.id)
        blocks.append(actions(undo))
    return Reply(t(message), blocks)


def add_form(meeting: MeetingHead, t: Words, *, channel: str) -> View:
    hint = t("comments.field_text_hint")
    return replying(
        CommentForm.ADD,
        "comments.form_add",
        "comments.form_add_submit",
        t,
        to=t.mrkdwn("comments.form_meeting", meeting=meeting.title),
        metadata=packed(meeting=meeting.id, channel=channel),
        fields=[long_field("text", t("comments.field_text"), hint=hint, most=LONGEST_TEXT)],
    )


def choose_form(minutes: Minutes, comment: CommentLine, t: Words, *, channel: str) -> View:
    """Which entry does the remark change?"""
    others = [
        option(t("comments.option_new"), NEW_ENTRY),
        option(t("comments.option_none"), NO_ENTRY),
    ]
    field = choice_field("entry", t("comments.field_entry"), [*others, *entry_options(minutes, t)])
    return replying(
        CommentForm.CHOOSE,
        "comments.form_change",
        "comments.form_choose_submit",
        t,
        to=_said(comment, t, LONGEST_TEXT - 200),
        metadata=packed(comment=comment.id, seen=comment.version, channel=channel),
        fields=[field],
    )


def dismiss_form(result: CommentSaved, t: Words, *, channel: str) -> View:
    comment = result.comment
    return replying(
        CommentForm.DISMISS,
        "comments.form_dismiss",
        "comments.form_dismiss_submit",
        t,
        to=_said(comment, t, LONGEST_TEXT - 200),
        metadata=packed(comment=comment.id, seen=comment.version, channel=channel),
        fields=[long_field("reply", t("comments.field_reply"), most=LONGEST_TEXT)],
    )


def _said(comment: CommentLine, t: Words, most: int) -> str:
    who = t.mrkdwn("comments.said", author=comment.author, organisation=comment.organisation)
    return who + "\n" + t.mrkdwn("comments.quoted", text=brief(comment.text, most))
