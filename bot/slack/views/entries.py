"""Entries of the minutes: their lines, dialogs and private confirmations."""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block, Option
from slack_sdk.models.views import View

from bot.results.minutes import EntryForm, EntryLine, EntryMark, EntrySaved, Minutes
from bot.rules.minutes import LONGEST_TEXT, PLAIN, PROMISES
from bot.slack.ids.comments import CommentForm
from bot.slack.ids.meta import packed
from bot.slack.ids.minutes import EntryPress, MinutesForm
from bot.slack.limits import OPTION_TEXT, SELECT_OPTIONS, cut
from bot.slack.replies import Reply
from bot.slack.views.action_forms import promise_fields
from bot.slack.views.actions import due_words
from bot.slack.views.lengths import shown as brief
from bot.slack.views.parts import (
    actions,
    button,
    choice_field,
    context,
    focused,
    form,
    option,
    section,
    text_field,
    words_of,
)
from bot.texts import Words, msg
from storage.vocabulary import EntryKind, ItemId, PlanningDate

NEW_ENTRY = "new"
NO_ENTRY = "none"
"""What may be chosen instead of an entry when a remark is taken in."""

SHOWN_TEXT = 300  # characters of an entry in a message; the whole stands in its dialog


def line(entry: EntryLine, t: Words, *, most: int = SHOWN_TEXT) -> str:
    """`*Opgave A-19-01* · SDS · frist 1. april 2022: …`, as mrkdwn."""
    parts = [f"*{capital(t.word(entry.kind))}{' ' + entry.reference if entry.reference else ''}*"]
    if entry.owner:
        parts.append(t.mrkdwn("minutes.entry_owner", owner=entry.owner))
        parts.append(t.mrkdwn("actions.due", due=due_words(entry.due, t)))
    if entry.asked_by:
        parts.append(t.mrkdwn("actions.asked_by", asker=entry.asked_by))
    text = t.mrkdwn("minutes.entry_text", text=brief(entry.text, most))
    return " · ".join(parts) + ": " + text


def capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def saved(result: EntrySaved, t: Words) -> Reply:
    """The private confirmation, with the way back."""
    message = msg(
        f"minutes.saved_{result.what.value}",
        number=result.item.number,
        title=result.item.title,
        meeting=result.meeting.title,
    )
    entry = result.entry
    blocks: list[Block] = [section(t.mrkdwn(message)), section(line(entry, t))]
    if result.what is EntryMark.REMOVED:
        blocks.append(actions(button(t("minutes.button_undo"), EntryPress.RESTORE, entry.id)))
    else:
        blocks.append(
            actions(
                button(t("minutes.button_edit_entry"), EntryPress.EDIT, entry.id),
                button(t("minutes.button_remove_entry"), EntryPress.REMOVE, entry.id),
            )
        )
    return Reply(t(message), blocks)


# ── Dialogs ──────────────────────────────────────────────────────────────────


def add_form(
    held: EntryForm,
    t: Words,
    *,
    kind: EntryKind | None = None,
    item_id: ItemId | None = None,
    text: str = "",
    source: str = "",
    channel: str,
) -> View:
    """An empty dialog for one kind, or (None) for any, as from a message."""
    chosen = item_id or held.minutes.current_id
    kinds = _kinds(kind)
    return form(
        MinutesForm.ADD,
        t(f"minutes.form_add_{kind.value}" if kind else "minutes.form_add"),
        t("minutes.form_add_submit"),
        t("common.cancel"),
        packed(meeting=held.minutes.meeting.id, channel=channel, source=source),
        [
            context(t.mrkdwn("minutes.form_meeting", meeting=held.minutes.meeting.title)),
            *_fields(held, t, kinds, kind or EntryKind.NOTE, chosen, text),
        ],
    )


def edit_form(held: EntryForm, entry: EntryLine, t: Words, *, channel: str) -> View:
    """The dialog for an entry that stands."""
    return form(
        MinutesForm.EDIT,
        t("minutes.form_edit"),
        t("common.save"),
        t("common.cancel"),
        packed(entry=entry.id, seen=entry.version, channel=channel),
        [
            context(t.mrkdwn("minutes.form_meeting", meeting=held.minutes.meeting.title)),
            *_of_entry(held, entry, t),
        ],
    )


def choose_form(minutes: Minutes, t: Words, *, channel: str) -> View:
    """Which entry is to be changed?"""
    new = option(t("minutes.option_new"), NEW_ENTRY)
    listed = [new, *entry_options(minutes, t)]
    field = choice_field("entry", t("minutes.field_entry"), listed)
    return form(
        MinutesForm.CHOOSE,
        t("minutes.form_edit"),
        t("minutes.form_choose_submit"),
        t("common.cancel"),
        packed(meeting=minutes.meeting.id, channel=channel),
        [field],
    )


def change_form(held: EntryForm, t: Words, *, channel: str) -> View:
    """The entry that a remark changes, or a new one, with the remark above it."""
    entry, comment = held.entry, held.comment
    fields = (
        _of_entry(held, entry, t)
        if entry
        else _fields(held, t, PLAIN, EntryKind.NOTE, held.minutes.current_id, "")
    )
    above = (
        t.mrkdwn("comments.said", author=comment.author, organisation=comment.organisation)
        + "\n"
        + t.mrkdwn("comments.quoted", text=comment.text)
        if comment
        else ""
    )
    return form(
        CommentForm.CHANGE,
        t("comments.form_change"),
        t("common.save"),
        t("common.cancel"),
        packed(
            comment=comment.id if comment else None,
            comment_seen=comment.version if comment else None,
            entry=entry.id if entry else None,
            seen=entry.version if entry else None,
            channel=channel,
        ),
        [section(above), *fields],
    )


def entry_options(minutes: Minutes, t: Words) -> list[Option]:
    """Entries to choose from, as many as a select takes; the latest when there are more."""
    listed = [
        option(f"{each.item.number} {capital(t.word(entry.kind))}: {entry.text}", entry.id)
        for each in minutes.items
        for entry in each.entries
        if not entry.of_poll
    ]
    return listed[-(SELECT_OPTIONS - 2) :]


def item_options(
    minutes: Minutes, chosen: ItemId | None, most: int, *, title: int = OPTION_TEXT
) -> list[Option]:
    """Items to choose from, cut to `title` characters; of too many, those around the chosen."""
    ids = [each.item.id for each in minutes.items]
    place = ids.index(chosen) if chosen in ids else 0
    start = max(0, min(place - most // 2, len(ids) - most))
    return [
        option(cut(f"{each.item.number} {each.item.title}", title), each.item.id)
        for each in minutes.items[start : start + most]
    ]


def _kinds(kind: EntryKind | None) -> Sequence[EntryKind]:
    if kind is None:
        return tuple(EntryKind)
    return tuple(PROMISES) if kind in PROMISES else PLAIN


def _of_entry(held: EntryForm, entry: EntryLine, t: Words) -> list[Block]:
    kinds = (entry.kind,) if entry.kind in PROMISES else PLAIN
    return _fields(held, t, kinds, entry.kind, entry.item_id, entry.text, entry)


def _fields(
    held: EntryForm,
    t: Words,
    kinds: Sequence[EntryKind],
    kind: EntryKind,
    item_id: ItemId | None,
    text: str,
    entry: EntryLine | None = None,
) -> list[Block]:
    fields: list[Block] = [
        choice_field("kind", t("minutes.field_kind"), words_of(t, kinds), chosen=kind.value),
        choice_field(
            "item",
            t("minutes.field_item"),
            item_options(held.minutes, item_id, SELECT_OPTIONS),
            chosen=str(item_id or ""),
        ),
        focused(
            text_field(
                "text", t("minutes.field_text"), value=text, multiline=True, most=LONGEST_TEXT
            )
        ),
    ]
    if not set(kinds) & set(PROMISES):
        return fields
    anything = bool(set(kinds) - set(PROMISES))
    owners = [option(each.name, each.id) for each in held.owners]
    return [
        *fields,
        choice_field(
            "owner",
            t("actions.field_owner"),
            owners,
            chosen=str(entry.owner_id or "") if entry else "",
            hint=t("minutes.field_owner_hint") if anything else "",
            optional=anything,
        ),
        *promise_fields(
            t,
            asked_by=entry.asked_by if entry else "",
            due=_typed(entry.due, t) if entry else "",
        ),
    ]


def _typed(due: PlanningDate | None, t: Words) -> str:
    return due_words(due, t) if due else ""
