"""An item's dialog and its private confirmation."""

from slack_sdk.models.blocks import (
    Block,
    InputBlock,
    NumberInputElement,
    PlainTextObject,
)
from slack_sdk.models.views import View

from bot.results.agenda import Agenda, ItemLine, ItemSaved, Saved
from bot.results.meetings import MeetingHead
from bot.rules.items import LONGEST_BACKGROUND, LONGEST_TITLE, MOST_MINUTES
from bot.slack.ids.agenda import ItemForm, ItemPress
from bot.slack.ids.meta import packed
from bot.slack.replies import Reply
from bot.slack.views.parts import (
    actions,
    button,
    choice_field,
    context,
    option,
    section,
    text_field,
    words_of,
)
from bot.texts import Words, msg
from storage.vocabulary import Purpose


def add_form(agenda: Agenda, t: Words, *, title: str = "", source: str = "", channel: str) -> View:
    """An empty dialog; `title` is what was typed already."""
    return View(
        type="modal",
        callback_id=ItemForm.ADD.value,
        private_metadata=packed(meeting=agenda.meeting.id, channel=channel, source=source),
        title=PlainTextObject(text=t("proposals.form_add_title")),
        submit=PlainTextObject(text=t("proposals.form_add_submit")),
        close=PlainTextObject(text=t("common.cancel")),
        blocks=[_for_meeting(agenda.meeting, t), *_fields(agenda, t, None, title)],
    )


def edit_form(agenda: Agenda, item: ItemLine, t: Words, *, channel: str) -> View:
    return View(
        type="modal",
        callback_id=ItemForm.EDIT.value,
        private_metadata=packed(item=item.id, seen=item.version, channel=channel),
        title=PlainTextObject(text=t("proposals.form_edit_title")),
        submit=PlainTextObject(text=t("common.save")),
        close=PlainTextObject(text=t("common.cancel")),
        blocks=[_for_meeting(agenda.meeting, t), *_fields(agenda, t, item, item.title)],
    )


def saved(result: ItemSaved, t: Words) -> Reply:
    """The private confirmation, with the way back."""
    item, meeting = result.item, result.meeting
    message = msg(
        f"proposals.saved_{result.what.value}",
        title=item.title,
        number=item.number,
        meeting=meeting.title,
    )
    blocks: list[Block] = [section(t.mrkdwn(message))]
    if result.what is not Saved.WITHDRAWN:
        details = _details(item, t)
        if details:
            blocks.append(context(details))
        blocks.append(
            actions(
                button(t("proposals.button_edit"), ItemPress.EDIT, item.id),
                button(t("proposals.button_withdraw"), ItemPress.WITHDRAW, item.id),
            )
        )
    else:
        blocks.append(actions(button(t("proposals.button_restore"), ItemPress.RESTORE, item.id)))
    return Reply(t(message), blocks)


def _for_meeting(meeting: MeetingHead, t: Words) -> Block:
    when = t.within(meeting.zone).span(meeting.starts_at, meeting.ends_at)
    return context(t.mrkdwn("proposals.form_meeting", meeting=meeting.title, when=when))


def _fields(agenda: Agenda, t: Words, item: ItemLine | None, title: str) -> list[Block]:
    parents = [
        option(f"{each.number} {each.title}", each.id)
        for each in agenda.items
        if each.parent_id is None and (item is None or each.id != item.id)
    ]
    fields: list[Block] = [
        text_field("title", t("proposals.field_title"), value=title, most=LONGEST_TITLE),
        text_field(
            "background",
            t("proposals.field_background"),
            value=item.background if item else "",
            hint=t("proposals.field_background_hint"),
            optional=True,
            multiline=True,
            most=LONGEST_BACKGROUND,
        ),
        choice_field(
            "purpose",
            t("proposals.field_purpose"),
            words_of(t, Purpose),
            chosen=(item.purpose if item else Purpose.DISCUSSION).value,
        ),
        text_field(
            "presenter",
            t("proposals.field_presenter"),
            value=item.presenter if item else "",
            hint=t("proposals.field_presenter_hint"),
            optional=True,
            most=120,
        ),
        InputBlock(
            block_id="minutes",
            label=PlainTextObject(text=t("proposals.field_minutes")),
            optional=True,
            element=NumberInputElement(
                action_id="minutes",
                is_decimal_allowed=False,
                initial_value=str(item.minutes) if item and item.minutes else None,
                min_value="1",
                max_value=str(MOST_MINUTES),
            ),
        ),
    ]
    if parents:
        fields.append(
            choice_field(
                "parent",
                t("proposals.field_parent"),
                parents,
                chosen=str(item.parent_id or "") if item else "",
                optional=True,
            )
        )
    return fields


def _details(item: ItemLine, t: Words) -> str:
    parts = [t.word(item.purpose)]
    if item.presenter:
        parts.append(t.mrkdwn("agenda.presenter", presenter=item.presenter))
    if item.minutes:
        parts.append(t.mrkdwn("agenda.minutes", count=item.minutes))
    return " · ".join(parts)
