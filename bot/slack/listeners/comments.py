"""Remarks on a draft: by button, by mention in the thread, and the organiser's answers."""

from bot.cycle import comments, minutes
from bot.slack.front import Front
from bot.slack.ids.comments import CommentForm, CommentPress
from bot.slack.listeners.entries import draft_of, item_of
from bot.slack.requests import Pressed, Said, Sent
from bot.slack.verbs import Command, Verb
from bot.slack.views import comments as views
from bot.slack.views import entries as entry_views
from storage.vocabulary import CommentId, EntryId, MeetingId

WORDS = ("bemærkning", "bemaerkning", "kommentar", "remark", "comment")


def register(front: Front) -> None:
    _adding(front)
    _answering(front)
    _taking_in(front)


def _adding(front: Front) -> None:
    house = front.house
    verb = Verb(Command.MINUTES, help="comments.help", words=WORDS, alone=WORDS, takes_text=True)

    @front.verb(verb)
    def say(said: Said) -> None:
        saved = comments.say(
            house,
            said.text,
            channel=said.channel,
            thread=said.thread_ts,
            direct=said.direct,
            by=said.by,
        )
        said.answer(views.saved(saved, said.words))

    @front.press(CommentPress.ADD)
    def open_add(pressed: Pressed) -> None:
        held = minutes.to_comment(house, MeetingId(pressed.number), by=pressed.by)
        pressed.open(views.add_form(held.meeting, pressed.words, channel=pressed.channel))

    @front.form(CommentForm.ADD)
    def add(sent: Sent) -> None:
        saved = comments.add(house, MeetingId(sent.kept("meeting")), sent.text("text"), by=sent.by)
        sent.reply(views.saved(saved, sent.words), str(sent.meta.get("channel", "")))


def _answering(front: Front) -> None:
    house = front.house

    @front.press(CommentPress.DISMISS)
    def open_dismiss(pressed: Pressed) -> None:
        held = comments.read(house, CommentId(pressed.number), by=pressed.by)
        pressed.open(views.dismiss_form(held, pressed.words, channel=pressed.channel))

    @front.form(CommentForm.DISMISS)
    def dismiss(sent: Sent) -> None:
        saved = comments.dismiss(
            house,
            CommentId(sent.kept("comment")),
            sent.text("reply"),
            seen=sent.kept("seen"),
            by=sent.by,
        )
        sent.reply(views.saved(saved, sent.words), str(sent.meta.get("channel", "")))

    @front.press(CommentPress.REOPEN)
    def reopen(pressed: Pressed) -> None:
        saved = comments.reopen(house, CommentId(pressed.number), by=pressed.by)
        pressed.answer(views.saved(saved, pressed.words))


def _taking_in(front: Front) -> None:
    """First which entry the remark changes, then that entry with the remark above it."""
    house = front.house

    @front.press(CommentPress.ACCEPT)
    def open_choose(pressed: Pressed) -> None:
        held = comments.form(house, CommentId(pressed.number), by=pressed.by)
        if held.comment is not None:
            pressed.open(
                views.choose_form(
                    held.minutes, held.comment, pressed.words, channel=pressed.channel
                )
            )

    @front.form(CommentForm.CHOOSE)
    def chosen(sent: Sent) -> None:
        comment, channel = CommentId(sent.kept("comment")), str(sent.meta.get("channel", ""))
        match sent.choice("entry"):
            case entry_views.NO_ENTRY:
                saved = comments.accept(house, comment, seen=sent.kept("seen"), by=sent.by)
                sent.reply(views.saved(saved, sent.words), channel)
            case entry_views.NEW_ENTRY:
                held = comments.form(house, comment, by=sent.by)
                sent.show(entry_views.change_form(held, sent.words, channel=channel))
            case entry:
                held = comments.form(house, comment, EntryId(int(entry)), by=sent.by)
                sent.show(entry_views.change_form(held, sent.words, channel=channel))

    @front.form(CommentForm.CHANGE)
    def change(sent: Sent) -> None:
        comment, seen = CommentId(sent.kept("comment")), sent.kept("comment_seen")
        item, draft = item_of(sent), draft_of(sent)
        language = sent.words.language
        if "entry" in sent.meta:
            saved = comments.accept_changing(
                house,
                comment,
                EntryId(sent.kept("entry")),
                item,
                draft,
                seen=(seen, sent.kept("seen")),
                language=language,
                by=sent.by,
            )
        else:
            saved = comments.accept_adding(
                house, comment, item, draft, seen=seen, language=language, by=sent.by
            )
        sent.reply(views.saved(saved, sent.words), str(sent.meta.get("channel", "")))
