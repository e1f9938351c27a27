"""The dialog in which somebody answers what another wrote."""

from enum import StrEnum

from slack_sdk.models.blocks import Block, InputBlock
from slack_sdk.models.views import View

from bot.slack.views.parts import form, section, text_field
from bot.texts import Words


def replying(
    what: StrEnum, title: str, submit: str, t: Words, *, to: str, metadata: str, fields: list[Block]
) -> View:
    """`to` is what was written, as mrkdwn; it stands above the fields."""
    blocks: list[Block] = [section(to), *fields]
    return form(what, t(title), t(submit), t("common.cancel"), metadata, blocks)


def long_field(name: str, label: str, *, hint: str = "", most: int) -> InputBlock:
    """Room for several lines."""
    return text_field(name, label, hint=hint, multiline=True, most=most)
