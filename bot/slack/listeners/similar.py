"""The buttons that say whether a new item is the same as something else."""

from bot.cycle import proposals, similar
from bot.results.similar import AlikeKind
from bot.slack.front import Front
from bot.slack.ids.similar import AlikePress
from bot.slack.requests import Pressed
from bot.slack.views import proposals as proposal_views
from bot.slack.views import similar as views
from storage.vocabulary import ItemId


def register(front: Front) -> None:
    house = front.house

    def match(pressed: Pressed, kind: AlikeKind) -> None:
        item, other = map(int, pressed.value.split(":"))
        done = similar.match(house, ItemId(item), kind, other, by=pressed.by)
        pressed.replace(views.matched(done, pressed.words))

    @front.press(AlikePress.ITEM)
    def same_item(pressed: Pressed) -> None:
        match(pressed, AlikeKind.ITEM)

    @front.press(AlikePress.ACTION)
    def same_action(pressed: Pressed) -> None:
        match(pressed, AlikeKind.ACTION)

    @front.press(AlikePress.DEFERRED)
    def same_deferred(pressed: Pressed) -> None:
        match(pressed, AlikeKind.DEFERRED)

    @front.press(AlikePress.KEEP)
    def keep(pressed: Pressed) -> None:
        held = proposals.read(house, ItemId(pressed.number), by=pressed.by)
        pressed.replace(proposal_views.kept(held, pressed.words))

    @front.press(AlikePress.PART)
    def part(pressed: Pressed) -> None:
        done = similar.part(house, ItemId(pressed.number), by=pressed.by)
        pressed.replace(views.matched(done, pressed.words))
