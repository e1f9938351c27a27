"""What is said at the meeting: by command, mention, panel button or from a message."""

from collections.abc import Callable

from bot.cycle import entries, minutes
from bot.errors import Unclear
from bot.rules.minutes import LONGEST_TEXT, EntryDraft
from bot.slack.front import Front
from bot.slack.identity import is_direct
from bot.slack.ids.minutes import EntryPress, MinutesForm
from bot.slack.ids.shortcuts import Shortcut
from bot.slack.replies import Reply
from bot.slack.requests import Pressed, Said, Sent
from bot.slack.verbs import Command, Verb
from bot.slack.views import entries as views
from bot.texts import msg
from storage.vocabulary import ChannelId, EntryId, EntryKind, ItemId, MeetingId, OrganisationId

SAID: dict[EntryKind, tuple[str, ...]] = {
    EntryKind.NOTE: ("notat", "note"),
    EntryKind.DECISION: ("beslutning", "decision"),
    EntryKind.ACTION: ("opgave", "action"),
    EntryKind.QUESTION: ("spørgsmål", "question"),
}
"""How an entry's kind is said. `opgave` alone is the command of that name."""

BUTTONS: dict[EntryPress, EntryKind] = {
    EntryPress.NOTE: EntryKind.NOTE,
    EntryPress.DECISION: EntryKind.DECISION,
    EntryPress.ACTION: EntryKind.ACTION,
    EntryPress.QUESTION: EntryKind.QUESTION,
}


def register(front: Front) -> None:
    for kind, words in SAID.items():
        _said(front, kind, words)
    for press, kind in BUTTONS.items():
        front.press(press)(_opening(front, kind))
    _from_message(front)
    _changing(front)
    _choosing(front)
    _forms(front)


def _said(front: Front, kind: EntryKind, words: tuple[str, ...]) -> None:
    house = front.house
    alone = () if kind is EntryKind.ACTION else words
    verb = Verb(
        Command.MINUTES,
        help=f"minutes.help_{kind.value}",
        words=words,
        alone=alone,
        takes_text=True,
    )

    @front.verb(verb)
    def say(said: Said) -> None:
        if not said.text and said.open:
            held = entries.form_here(house, said.channel, direct=said.direct, by=said.by)
            said.open(views.add_form(held, said.words, kind=kind, channel=said.channel))
            return
        saved = entries.say(
            house,
            EntryDraft(kind, said.text),
            channel=said.channel,
            direct=said.direct,
            language=said.words.language,
            by=said.by,
        )
        said.answer(views.saved(saved, said.words))


def _opening(front: Front, kind: EntryKind) -> Callable[[Pressed], None]:
    def open_add(pressed: Pressed) -> None:
        item = ItemId(pressed.number)
        held = entries.form_for(front.house, item, by=pressed.by)
        pressed.open(
            views.add_form(held, pressed.words, kind=kind, item_id=item, channel=pressed.channel)
        )

    return open_add


def _from_message(front: Front) -> None:
    house = front.house

    @front.shortcut(Shortcut.MINUTES_FROM_MESSAGE)
    def from_message(pressed: Pressed) -> None:
        held = entries.form_here(house, pressed.channel, direct=pressed.direct, by=pressed.by)
        pressed.open(
            views.add_form(
                held,
                pressed.words,
                text=pressed.message_text[:LONGEST_TEXT],
                source=pressed.link(),
                channel=pressed.channel,
            )
        )


def _changing(front: Front) -> None:
    house = front.house

    def open_edit(pressed: Pressed, entry: EntryId) -> None:
        held = entries.edit_form(house, entry, by=pressed.by)
        if held.entry is not None:
            pressed.open(views.edit_form(held, held.entry, pressed.words, channel=pressed.channel))

    def take_out(pressed: Pressed, entry: EntryId) -> None:
        gone = entries.remove(house, entry, by=pressed.by)
        pressed.answer(views.saved(gone, pressed.words))

    @front.press(EntryPress.EDIT)
    def edit(pressed: Pressed) -> None:
        open_edit(pressed, EntryId(pressed.number))

    @front.press(EntryPress.REMOVE)
    def remove(pressed: Pressed) -> None:
        gone = entries.remove(house, EntryId(pressed.number), by=pressed.by)
        pressed.replace(views.saved(gone, pressed.words))

    @front.press(EntryPress.MORE)
    def more(pressed: Pressed) -> None:
        what, _, entry = pressed.value.partition(":")
        (open_edit if what == "edit" else take_out)(pressed, EntryId(int(entry)))


def _choosing(front: Front) -> None:
    house = front.house

    @front.press(EntryPress.RESTORE)
    def restore(pressed: Pressed) -> None:
        back = entries.restore(house, EntryId(pressed.number), by=pressed.by)
        pressed.replace(views.saved(back, pressed.words))

    @front.press(EntryPress.CHOOSE)
    def choose(pressed: Pressed) -> None:
        held = minutes.to_edit(house, MeetingId(pressed.number), by=pressed.by)
        pressed.open(views.choose_form(held, pressed.words, channel=pressed.channel))


def _forms(front: Front) -> None:
    house = front.house

    @front.form(MinutesForm.CHOOSE)
    def chosen(sent: Sent) -> None:
        channel = str(sent.meta.get("channel", ""))
        if sent.choice("entry") == views.NEW_ENTRY:
            held = entries.form(house, MeetingId(sent.kept("meeting")), by=sent.by)
            sent.show(views.add_form(held, sent.words, channel=channel))
            return
        held = entries.edit_form(house, EntryId(int(sent.choice("entry"))), by=sent.by)
        if held.entry is not None:
            sent.show(views.edit_form(held, held.entry, sent.words, channel=channel))

    @front.form(MinutesForm.ADD)
    def add(sent: Sent) -> None:
        saved = entries.add(
            house, item_of(sent), draft_of(sent), language=sent.words.language, by=sent.by
        )
        _confirm(sent, views.saved(saved, sent.words))

    @front.form(MinutesForm.EDIT)
    def save(sent: Sent) -> None:
        saved = entries.edit(
            house,
            EntryId(sent.kept("entry")),
            item_of(sent),
            draft_of(sent),
            seen=sent.kept("seen"),
            language=sent.words.language,
            by=sent.by,
        )
        _confirm(sent, views.saved(saved, sent.words))


def draft_of(sent: Sent) -> EntryDraft:
    """The dialog's fields as an entry."""
    owner = sent.choice("owner")
    return EntryDraft(
        kind=EntryKind(sent.choice("kind") or EntryKind.NOTE),
        text=sent.text("text"),
        owner_id=OrganisationId(int(owner)) if owner else None,
        asked_by=sent.text("asked_by"),
        due=sent.text("due"),
        source=str(sent.meta.get("source", "")),
    )


def item_of(sent: Sent) -> ItemId:
    chosen = sent.choice("item")
    if not chosen:
        raise Unclear(msg("minutes.item_missing"), field="item")
    return ItemId(int(chosen))


def _confirm(sent: Sent, reply: Reply) -> None:
    """In the direct message the panel shows it; elsewhere it is said."""
    channel = str(sent.meta.get("channel", ""))
    if not is_direct(ChannelId(channel)):
        sent.reply(reply, channel)
