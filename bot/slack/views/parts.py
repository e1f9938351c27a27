"""Small pieces that the views share."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from slack_sdk.models.blocks import (
    ActionsBlock,
    ButtonElement,
    ConfirmObject,
    ContextBlock,
    DividerBlock,
    HeaderBlock,
    InputBlock,
    MarkdownTextObject,
    Option,
    PlainTextInputElement,
    PlainTextObject,
    SectionBlock,
    StaticSelectElement,
)

from bot.slack.limits import TYPED
from bot.texts import Message, Words


def header(text: str) -> HeaderBlock:
    return HeaderBlock(text=PlainTextObject(text=text or "–"))


def section(mrkdwn: str, accessory: ButtonElement | None = None) -> SectionBlock:
    """`mrkdwn` comes from `Words.mrkdwn`, which escapes what people typed."""
    return SectionBlock(text=MarkdownTextObject(text=mrkdwn or "–"), accessory=accessory)


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
    """`label` says for screen readers what the short text leaves open."""
    return ButtonElement(
        text=PlainTextObject(text=text),
        action_id=action_id.value,
        value=str(value) or None,
        style=style,
        accessibility_label=label,
        confirm=confirm,
    )


def actions(*elements: ButtonElement) -> ActionsBlock:
    return ActionsBlock(elements=list(elements))


def confirm(t: Words, title: str, text: Message, yes: str) -> ConfirmObject:
    """Asks before something that others will notice."""
    return ConfirmObject(
        title=PlainTextObject(text=t(title)),
        text=PlainTextObject(text=t(text)),
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
    return Option(text=PlainTextObject(text=text), value=str(value))


def words_of(t: Words, states: Iterable[StrEnum]) -> list[Option]:
    """One option a word of an enum."""
    return [option(t.word(each), each.value) for each in states]
