"""Small pieces that the views share.

Long texts are cut here already: `slack_sdk` refuses some of them before `limits` sees them.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ButtonElement,
    ConfirmObject,
    ContextBlock,
    DividerBlock,
    HeaderBlock,
    InputBlock,
    MarkdownTextObject,
    NumberInputElement,
    Option,
    PlainTextInputElement,
    PlainTextObject,
    SectionBlock,
    StaticSelectElement,
    UserMultiSelectElement,
    UserSelectElement,
)
from slack_sdk.models.views import View

from bot.slack.limits import (
    BUTTON_TEXT,
    CONFIRM_TEXT,
    HEADER_TEXT,
    OPTION_TEXT,
    SECTION_TEXT,
    TYPED,
    cut,
)
from bot.texts import Message, Words


def header(text: str) -> HeaderBlock:
    return HeaderBlock(text=PlainTextObject(text=cut(text or "–", HEADER_TEXT)))


def section(mrkdwn: str, accessory: ButtonElement | None = None) -> SectionBlock:
    """`mrkdwn` comes from `Words.mrkdwn`, which escapes what people typed."""
    return SectionBlock(
        text=MarkdownTextObject(text=cut(mrkdwn or "–", SECTION_TEXT)), accessory=accessory
    )


def context(*mrkdwn: str) -> ContextBlock:
    return ContextBlock(elements=[MarkdownTextObject(text=each) for each in mrkdwn])


def divider() -> DividerBlock:
    return DividerBlock()


def button(
    text: str,
    action_id: StrEnum,
    value: str | int = "",
    *,
    style: str | None = None,
    label: str | None = None,
    confirm: ConfirmObject | None = None,
) -> ButtonElement:
    """`label` says for screen readers what the short text leaves open.

    It begins with the text, so that people who speak to their screen can press what they see
    (WCAG 2.1, 2.5.3).
    """
    return ButtonElement(
        text=PlainTextObject(text=cut(text, BUTTON_TEXT)),
        action_id=action_id.value,
        value=str(value) or None,
        style=style,
        accessibility_label=cut(_spoken(text, label), BUTTON_TEXT) if label else None,
        confirm=confirm,
    )


def _spoken(text: str, label: str) -> str:
    seen = text.rstrip("…").strip()
    return label if label.casefold().startswith(seen.casefold()) else f"{seen}: {label}"


def actions(*elements: ButtonElement) -> ActionsBlock:
    return ActionsBlock(elements=list(elements))


def confirm(t: Words, title: str, text: Message, yes: str) -> ConfirmObject:
    """Asks before something that others will notice."""
    return ConfirmObject(
        title=PlainTextObject(text=t(title)),
        text=PlainTextObject(text=cut(t(text), CONFIRM_TEXT)),
        confirm=PlainTextObject(text=t(yes)),
        deny=PlainTextObject(text=t("common.cancel")),
    )


def text_field(
    name: str,
    label: str,
    *,
    value: str = "",
    hint: str = "",
    placeholder: str = "",
    optional: bool = False,
    multiline: bool = False,
    most: int = TYPED,
) -> InputBlock:
    """A text field; its block id is the field's name."""
    return InputBlock(
        block_id=name,
        label=PlainTextObject(text=label),
        hint=PlainTextObject(text=hint) if hint else None,
        optional=optional,
        element=PlainTextInputElement(
            action_id=name,
            initial_value=value or None,
            placeholder=PlainTextObject(text=placeholder) if placeholder else None,
            multiline=multiline,
            max_length=most,
        ),
    )


def focused(field: InputBlock) -> InputBlock:
    """The field in which the cursor stands when the dialog opens; Slack takes one."""
    field.element.focus_on_load = True  # type: ignore[union-attr]
    return field


def number_field(
    name: str, label: str, value: int | None, *, least: int, most: int, hint: str = ""
) -> InputBlock:
    """A field for a whole number."""
    return InputBlock(
        block_id=name,
        label=PlainTextObject(text=label),
        hint=PlainTextObject(text=hint) if hint else None,
        element=NumberInputElement(
            action_id=name,
            is_decimal_allowed=False,
            initial_value=str(value) if value is not None else None,
            min_value=str(least),
            max_value=str(most),
        ),
    )


def people_field(name: str, label: str, *, hint: str = "", most: int = 10) -> InputBlock:
    """Several people of the workspace; optional."""
    return InputBlock(
        block_id=name,
        label=PlainTextObject(text=label),
        hint=PlainTextObject(text=hint) if hint else None,
        optional=True,
        element=UserMultiSelectElement(action_id=name, max_selected_items=most),
    )


def person_field(name: str, label: str, *, hint: str = "") -> InputBlock:
    """One person of the workspace; optional."""
    return InputBlock(
        block_id=name,
        label=PlainTextObject(text=label),
        hint=PlainTextObject(text=hint) if hint else None,
        optional=True,
        element=UserSelectElement(action_id=name),
    )


def form(
    callback_id: StrEnum, title: str, submit: str, close: str, metadata: str, blocks: list[Block]
) -> View:
    """A dialog with fields; `title`, `submit` and `close` take 24 characters."""
    return View(
        type="modal",
        callback_id=callback_id.value,
        private_metadata=metadata,
        title=PlainTextObject(text=title),
        submit=PlainTextObject(text=submit),
        close=PlainTextObject(text=close),
        blocks=blocks,
    )


def view(title: str, close: str, metadata: str, blocks: list[Block]) -> View:
    """A dialog to read; what is done in it is done by its buttons."""
    return View(
        type="modal",
        private_metadata=metadata,
        title=PlainTextObject(text=title),
        close=PlainTextObject(text=close),
        blocks=blocks,
    )


def choice_field(
    name: str,
    label: str,
    options: Iterable[Option],
    *,
    chosen: str = "",
    hint: str = "",
    optional: bool = False,
) -> InputBlock:
    """A select with the chosen value filled in."""
    listed: Sequence[Option] = list(options)
    initial = next((each for each in listed if each.value == chosen), None)
    return InputBlock(
        block_id=name,
        label=PlainTextObject(text=label),
        hint=PlainTextObject(text=hint) if hint else None,
        optional=optional,
        element=StaticSelectElement(action_id=name, options=listed, initial_option=initial),
    )


def option(text: str, value: str | int) -> Option:
    return Option(text=PlainTextObject(text=cut(text, OPTION_TEXT)), value=str(value))


def words_of(t: Words, states: Iterable[StrEnum]) -> list[Option]:
    """One option a word of an enum."""
    return [option(t.word(each), each.value) for each in states]
