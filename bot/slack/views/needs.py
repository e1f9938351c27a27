"""Who has to come for an item: its field and its line."""

from slack_sdk.models.blocks import (
    Block,
    InputBlock,
    PlainTextObject,
    StaticMultiSelectElement,
)

from bot.results.agenda import Agenda, ItemLine
from bot.slack.limits import SELECT_OPTIONS, cut
from bot.slack.views.parts import option
from bot.texts import Message, Words, msg


def field(agenda: Agenda, t: Words, item: ItemLine | None) -> list[Block]:
    """Organisations that are invited, and those that the item needs though they no longer are."""
    needed = {each.organisation_id: each.organisation for each in item.needs} if item else {}
    invited = {each.organisation_id: each.organisation for each in agenda.parties}
    options = [option(name, held) for held, name in {**needed, **invited}.items()][:SELECT_OPTIONS]
    if not options:
        return []
    chosen = [each for each in options if each.value in {str(held) for held in needed}]
    return [
        InputBlock(
            block_id="needs",
            label=PlainTextObject(text=t("needs.field")),
            hint=PlainTextObject(text=t("needs.field_hint")),
            optional=True,
            element=StaticMultiSelectElement(
                action_id="needs", options=options, initial_options=chosen or None
            ),
        )
    ]


def told(item: ItemLine, most: int) -> Message:
    """`kræver SDS` on an item's line; apologies are named beside it on the card already."""
    return msg("needs.line", who=cut(", ".join(each.organisation for each in item.needs), most))
