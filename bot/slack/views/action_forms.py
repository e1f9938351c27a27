"""The dialogs about actions, and the fields that other dialogs share with them."""

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot.results.actions import ActionForm as NewAction
from bot.results.actions import ActionLine
from bot.rules.actions import LONGEST_ANSWER
from bot.rules.minutes import LONGEST_ASKED_BY, LONGEST_REASON
from bot.slack.ids.actions import ActionForm
from bot.slack.ids.meta import packed
from bot.slack.views.actions import described
from bot.slack.views.parts import choice_field, context, form, option, section, text_field, words_of
from bot.texts import Words
from storage.vocabulary import ActionKind


def answer_form(line: ActionLine, t: Words, *, channel: str) -> View:
    field = text_field(
        "text",
        t("actions.field_answer"),
        value="",
        multiline=True,
        most=LONGEST_ANSWER,
    )
    return _form(ActionForm.ANSWER, "answer", line, t, channel, [field])


def move_form(line: ActionLine, t: Words, *, channel: str) -> View:
    fields: list[Block] = [due_field(t, optional=False), reason_field(t)]
    return _form(ActionForm.MOVE, "move", line, t, channel, fields)


def block_form(line: ActionLine, t: Words, *, channel: str) -> View:
    return _form(ActionForm.BLOCK, "block", line, t, channel, [reason_field(t)])


def drop_form(line: ActionLine, t: Words, *, channel: str) -> View:
    return _form(ActionForm.DROP, "drop", line, t, channel, [reason_field(t)])


def hand_over_form(line: ActionLine, form_of: NewAction, t: Words, *, channel: str) -> View:
    others = [option(each.name, each.id) for each in form_of.owners if each.id != line.owner_id]
    field = choice_field("owner", t("actions.field_owner"), others)
    return _form(ActionForm.HAND_OVER, "hand_over", line, t, channel, [field])


def new_form(form_of: NewAction, t: Words, *, channel: str) -> View:
    """A new action or question; somebody with one possible owner finds it filled in."""
    only = form_of.owners[0].id if len(form_of.owners) == 1 else ""
    return form(
        ActionForm.NEW,
        t("actions.form_new"),
        t("actions.form_new_submit"),
        t("common.cancel"),
        packed(meeting=form_of.meeting_id, channel=channel),
        [
            context(t.mrkdwn("actions.form_meeting", meeting=form_of.meeting)),
            choice_field(
                "kind",
                t("actions.field_kind"),
                words_of(t, ActionKind),
                chosen=ActionKind.TASK.value,
            ),
            text_field("text", t("actions.field_text"), multiline=True, most=LONGEST_ANSWER),
            choice_field(
                "owner",
                t("actions.field_owner"),
                [option(each.name, each.id) for each in form_of.owners],
                chosen=str(only),
            ),
            *promise_fields(t),
        ],
    )


def promise_fields(t: Words, *, asked_by: str = "", due: str = "") -> list[Block]:
    """Who asked, and until when."""
    return [
        text_field(
            "asked_by",
            t("actions.field_asked_by"),
            value=asked_by,
            hint=t("actions.field_asked_by_hint"),
            optional=True,
            most=LONGEST_ASKED_BY,
        ),
        due_field(t, value=due),
    ]


def due_field(t: Words, *, value: str = "", optional: bool = True) -> Block:
    return text_field(
        "due",
        t("actions.field_due"),
        value=value,
        hint=t("actions.field_due_hint"),
        optional=optional,
        most=150,
    )


def reason_field(t: Words, *, value: str = "") -> Block:
    return text_field(
        "reason", t("actions.field_reason"), value=value, multiline=True, most=LONGEST_REASON
    )


def _form(
    callback: ActionForm, name: str, line: ActionLine, t: Words, channel: str, fields: list[Block]
) -> View:
    return form(
        callback,
        t(f"actions.form_{name}"),
        t("common.save"),
        t("common.cancel"),
        packed(action=line.id, channel=channel),
        [section(described(line, t)), *fields],
    )
