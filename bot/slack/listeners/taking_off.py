"""A proposer asks for an item off a sent agenda, or proposes again what left a past one."""

from bot.cycle import agenda, taking_off
from bot.slack.front import Front
from bot.slack.ids.agenda import ItemForm, ItemPress
from bot.slack.requests import Pressed, Sent
from bot.slack.views import ordering as forms
from bot.slack.views import proposals as views
from bot.slack.views.proposals import Filled
from storage.vocabulary import ItemId


def register(front: Front) -> None:
    house = front.house

    @front.press(ItemPress.ASK_OFF)
    def open_ask(pressed: Pressed) -> None:
        held = taking_off.form(house, ItemId(pressed.number), by=pressed.by)
        pressed.open(forms.ask_off_form(held.item, pressed.words, channel=pressed.channel))

    @front.form(ItemForm.ASK_OFF)
    def ask(sent: Sent) -> None:
        item = ItemId(sent.kept("item"))
        saved = taking_off.ask(house, item, sent.text("reason"), by=sent.by)
        sent.reply(views.asked_off(saved, sent.words), str(sent.meta.get("channel", "")))

    @front.press(ItemPress.AGAIN)
    def propose_again(pressed: Pressed) -> None:
        draft = taking_off.again(house, ItemId(pressed.number), by=pressed.by)
        choices = agenda.choices(house, pressed.channel, by=pressed.by)
        filled = Filled(draft.title, draft.background, draft.source, draft.links)
        if len(choices) > 1:
            pressed.open(views.choose_form(choices, pressed.words, filled, channel=pressed.channel))
            return
        shown = agenda.offered(house, choices[0].id, by=pressed.by)
        pressed.open(views.add_form(shown, pressed.words, filled, channel=pressed.channel))
