"""Is a new item the same as something else? The question, and what came of it."""

from slack_sdk.models.blocks import Block

from bot.results.agenda import ItemLine, ItemMatched
from bot.results.similar import Alike, AlikeKind
from bot.slack.ids.similar import AlikePress
from bot.slack.limits import cut
from bot.slack.replies import Reply
from bot.slack.views.parts import actions, button, section
from bot.texts import Message, Words, msg

_TITLE = 150  # characters
_PRESSES = {
    AlikeKind.ITEM: AlikePress.ITEM,
    AlikeKind.ACTION: AlikePress.ACTION,
    AlikeKind.DEFERRED: AlikePress.DEFERRED,
}


def question(item: ItemLine, alike: Alike, t: Words) -> list[Block]:
    """Beneath the confirmation of a new item."""
    label = t("agenda.button_item_label", action=t("similar.button_same"), title=alike.title)
    return [
        section(t.mrkdwn("similar.question", other=_named(alike))),
        actions(
            button(
                t("similar.button_same"), _PRESSES[alike.kind], f"{item.id}:{alike.id}", label=label
            ),
            button(t("similar.button_keep"), AlikePress.KEEP, item.id),
        ),
    ]


def matched(result: ItemMatched, t: Words) -> Reply:
    """What became of the proposal, with the way back."""
    item, alike = result.item, result.alike
    if alike is None:
        text = msg("similar.parted", title=item.title, meeting=result.meeting.title)
        return Reply(t(text), [section(t.mrkdwn(text))])
    text = msg(f"similar.matched_{alike.kind.value}", title=item.title, other=_named(alike))
    undo = button(t("similar.button_part"), AlikePress.PART, item.id)
    return Reply(t(text), [section(t.mrkdwn(text)), actions(undo)])


def _named(alike: Alike) -> Message:
    labelled = "" if alike.label else ".bare"
    named = f"similar.named_{alike.kind.value}{labelled}"
    return msg(named, label=alike.label, title=cut(alike.title, _TITLE))
