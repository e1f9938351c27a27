"""`/dagsorden …`, the card's button, and an item's dialogs."""

from dataclasses import replace

from bot.cycle import agenda, proposals
from bot.errors import Unclear
from bot.inputs import links, one_line
from bot.rules.items import ItemDraft
from bot.slack.front import Front
from bot.slack.ids.agenda import ItemForm, ItemPress
from bot.slack.requests import Pressed, Said, Sent
from bot.slack.verbs import Command, Verb
from bot.slack.views import agenda as agenda_views
from bot.slack.views import proposals as views
from bot.texts import msg
from storage.vocabulary import ChannelId, ItemId, MeetingId, OrganisationId, Purpose


def register(front: Front) -> None:
    _adds(front)
    _changes(front)


def _adds(front: Front) -> None:
    house = front.house

    @front.verb(Verb(Command.AGENDA, help="proposals.help_add", alone=("punkt", "punkter", "item")))
    def add_item(said: Said) -> None:
        if not said.text:
            shown = agenda.here(house, said.channel, direct=said.direct, by=said.by)
            said.answer(agenda_views.private(shown, said.words))
            return
        draft = replace(one_line.item(said.text), source=said.link())
        saved = proposals.add(house, draft, channel=said.channel, direct=said.direct, by=said.by)
        said.answer(views.saved(saved, said.words))

    @front.press(ItemPress.ADD)
    def open_add(pressed: Pressed) -> None:
        shown = agenda.offered(house, MeetingId(pressed.number), by=pressed.by)
        pressed.open(views.add_form(shown, pressed.words, channel=pressed.channel))

    @front.form(ItemForm.ADD)
    def save_new(sent: Sent) -> None:
        channel = ChannelId(str(sent.meta.get("channel", "")))
        saved = proposals.add(
            house,
            draft_of(sent),
            channel=channel,
            meeting_id=MeetingId(int(sent.choice("meeting") or sent.kept("meeting"))),
            by=sent.by,
        )
        sent.reply(views.saved(saved, sent.words), channel)


def _changes(front: Front) -> None:
    house = front.house

    @front.press(ItemPress.EDIT)
    def open_edit(pressed: Pressed) -> None:
        held = proposals.read(house, ItemId(pressed.number), by=pressed.by)
        shown = agenda.show(house, held.meeting.id, by=pressed.by)
        pressed.open(views.edit_form(shown, held.item, pressed.words, channel=pressed.channel))

    @front.press(ItemPress.WITHDRAW)
    def withdraw(pressed: Pressed) -> None:
        saved = proposals.withdraw(house, ItemId(pressed.number), by=pressed.by)
        pressed.replace(views.saved(saved, pressed.words))

    @front.press(ItemPress.RESTORE)
    def restore(pressed: Pressed) -> None:
        saved = proposals.restore(house, ItemId(pressed.number), by=pressed.by)
        pressed.replace(views.saved(saved, pressed.words))

    @front.form(ItemForm.EDIT)
    def save_changes(sent: Sent) -> None:
        saved = proposals.edit(
            house, ItemId(sent.kept("item")), draft_of(sent), seen=sent.kept("seen"), by=sent.by
        )
        sent.reply(views.saved(saved, sent.words), str(sent.meta.get("channel", "")))


def draft_of(sent: Sent) -> ItemDraft:
    """The dialog's fields as an item."""
    minutes = sent.text("minutes")
    if minutes and not minutes.isdecimal():
        raise Unclear(msg("proposals.minutes_not_a_number", heard=minutes), field="minutes")
    parent = sent.choice("parent")
    return ItemDraft(
        title=sent.text("title"),
        background=sent.text("background"),
        purpose=Purpose(sent.choice("purpose") or Purpose.DISCUSSION),
        presenter=sent.text("presenter"),
        minutes=int(minutes) if minutes else None,
        parent_id=ItemId(int(parent)) if parent else None,
        source=str(sent.meta.get("source", "")),
        links=links.typed(sent.text("links")),
        needs=frozenset(OrganisationId(int(each)) for each in sent.choices("needs")),
    )
