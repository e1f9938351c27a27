"""One item goes on in another."""

from bot.cycle import merging
from bot.slack.front import Front
from bot.slack.ids.agenda import AgendaForm, RulePress
from bot.slack.requests import Pressed, Sent
from bot.slack.views import ordering as forms
from bot.slack.views import organizing as views
from storage.vocabulary import ItemId


def register(front: Front) -> None:
    house = front.house

    @front.press(RulePress.MERGE)
    def open_merge(pressed: Pressed) -> None:
        held = merging.offered(house, ItemId(pressed.number), by=pressed.by)
        pressed.open(forms.merge_form(held, pressed.words, channel=pressed.channel))

    @front.form(AgendaForm.MERGE)
    def merge(sent: Sent) -> None:
        target = ItemId(int(sent.choice("target")))
        ruled = merging.merge(house, ItemId(sent.kept("item")), target, by=sent.by)
        sent.reply(views.ruled(ruled, sent.words), str(sent.meta.get("channel", "")))

    @front.press(RulePress.TAKE_APART)
    def take_apart(pressed: Pressed) -> None:
        ruled = merging.take_apart(house, ItemId(pressed.number), by=pressed.by)
        pressed.replace(views.ruled(ruled, pressed.words))
