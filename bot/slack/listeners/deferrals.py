"""The organiser defers an item and takes that back."""

from bot.cycle import deferrals
from bot.slack.front import Front
from bot.slack.ids.agenda import AgendaForm, RulePress
from bot.slack.requests import Pressed, Sent
from bot.slack.views import ordering as views
from bot.slack.views import organizing
from storage.vocabulary import DeferReason, ItemId


def register(front: Front) -> None:
    house = front.house

    @front.press(RulePress.DEFER)
    def open_defer(pressed: Pressed) -> None:
        held = deferrals.form(house, ItemId(pressed.number), by=pressed.by)
        pressed.open(views.defer_form(held, pressed.words, channel=pressed.channel))

    @front.form(AgendaForm.DEFER)
    def defer(sent: Sent) -> None:
        ruled = deferrals.defer(
            house,
            ItemId(sent.kept("item")),
            DeferReason(sent.choice("why")),
            party=sent.choice("party"),
            typed=sent.text("reason"),
            by=sent.by,
        )
        sent.reply(organizing.ruled(ruled, sent.words), str(sent.meta.get("channel", "")))

    @front.press(RulePress.RECALL)
    def recall(pressed: Pressed) -> None:
        ruled = deferrals.recall(house, ItemId(pressed.number), by=pressed.by)
        pressed.replace(organizing.ruled(ruled, pressed.words))
