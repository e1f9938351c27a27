"""The organiser's live panel, and the dialogs that defer an item and end the meeting."""

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ButtonElement,
    InputBlock,
    MarkdownTextObject,
    OverflowMenuElement,
    PlainTextObject,
    SectionBlock,
    StaticMultiSelectElement,
    StaticSelectElement,
)
from slack_sdk.models.views import View

from bot.results.agenda import ItemLine
from bot.results.minutes import Ending, EntryLine, Minutes, TreatedLine
from bot.slack import limits
from bot.slack.ids.meta import packed
from bot.slack.ids.minutes import EntryPress, MinutesForm, TurnPress
from bot.slack.limits import SELECT_OPTIONS
from bot.slack.replies import Reply
from bot.slack.views import comments, entries, polls
from bot.slack.views.action_forms import reason_field
from bot.slack.views.lengths import shown as brief
from bot.slack.views.links import linked
from bot.slack.views.minutes import controls, deferred, writing
from bot.slack.views.parts import (
    actions,
    button,
    context,
    form,
    header,
    option,
    section,
)
from bot.texts import Words, msg
from storage.vocabulary import ItemState, MeetingState

MOST_ITEMS = 60  # in the menu of items, cut to TITLE each: a message has room for 12,000 characters
TITLE = 60
MOST_ENTRIES = 8  # of the current item; all stand in the reading copy
BACKGROUND = 400
LINKS = 600  # characters of an item's links


def panel(shown: Minutes, t: Words) -> Reply:
    """One message per organiser from the meeting's hour to its approved minutes."""
    meeting, local = shown.meeting, t.within(shown.meeting.zone)
    text = t("minutes.panel_text", meeting=meeting.title, state=meeting.state)
    blocks: list[Block] = [header(meeting.title)]
    match meeting.state:
        case MeetingState.IN_SESSION:
            blocks += _running(shown, t, limits.weight([*blocks, *controls(shown, t)]))
        case MeetingState.IN_REVIEW:
            blocks.append(section(_review(shown, local)))
            blocks += comments.waiting(shown, t)
        case _:
            known = f"minutes.panel_{meeting.state.value}"
            when = local.span(meeting.starts_at, meeting.ends_at)
            blocks.append(section(local.mrkdwn(known, when=when, **_counts(shown))))
    return Reply(text, [*blocks, *controls(shown, t)])


def _review(shown: Minutes, t: Words) -> str:
    until = shown.comments_until or shown.meeting.ends_at
    return t.mrkdwn("minutes.panel_in_review", until=until, count=len(shown.open_comments))


def _counts(shown: Minutes) -> dict[str, int]:
    states = [each.item.state for each in shown.items]
    return {
        "treated": states.count(ItemState.TREATED),
        "deferred": states.count(ItemState.DEFERRED),
        "entries": sum(len(each.entries) for each in shown.items),
    }


def _running(shown: Minutes, t: Words, around: int) -> list[Block]:
    """The current item; `around` it stand so many characters of the message."""
    current = shown.current
    if current is None:
        return [section(t("minutes.no_current_item")), *_menu(shown, t)]
    ids = [each.item.id for each in shown.items]
    place = t(
        "minutes.panel_place",
        place=ids.index(current.item.id) + 1,
        count=len(ids),
        **{name: many for name, many in _counts(shown).items() if name != "entries"},
    )
    above: list[Block] = [context(place), section(_head(current.item, t))]
    below: list[Block] = [
        *writing(shown, t),
        actions(*_turning(shown, current.item, t)),
        *_menu(shown, t),
        *polls.offered(shown.meeting, t),
    ]
    room = limits.MESSAGE_BUDGET - around - limits.weight([*above, *below])
    return [*above, *_entries(current, t, room), *below]


def _head(item: ItemLine, t: Words) -> str:
    lines = [t.mrkdwn("minutes.item_line", number=item.number, title=item.title)]
    about = [t.word(item.purpose)]
    if item.presenter:
        about.append(t.mrkdwn("agenda.presenter", presenter=item.presenter))
    if item.minutes:
        about.append(t("agenda.minutes", count=item.minutes))
    if item.state is ItemState.DEFERRED:
        about.append(deferred(item, t))
    elif item.state is ItemState.TREATED:
        about.append(t.word(item.state))
    lines.append(" · ".join(about))
    if item.background:
        lines.append(t.mrkdwn("minutes.entry_text", text=brief(item.background, BACKGROUND)))
    if item.links:
        lines.append(linked(item.links, t, LINKS))
    return "\n".join(lines)


def _entries(current: TreatedLine, t: Words, room: int) -> list[Block]:
    """The newest entries, as many as there is room for."""
    if not current.entries:
        return [context(t("minutes.no_entries"))]
    blocks: list[Block] = []
    for most in range(MOST_ENTRIES, 0, -1):
        hidden = len(current.entries) - most
        blocks = [context(t("minutes.entries_above", count=hidden))] if hidden > 0 else []
        blocks += [_entry(each, t) for each in current.entries[-most:]]
        if limits.weight(blocks) <= room:
            break
    return blocks


def _entry(entry: EntryLine, t: Words) -> SectionBlock:
    change = [option(t("minutes.button_edit_entry"), f"edit:{entry.id}")]
    remove = [option(t("minutes.button_remove_entry"), f"remove:{entry.id}")]
    menu = OverflowMenuElement(
        action_id=EntryPress.MORE.value,
        options=(remove if entry.of_poll else change + remove),
    )
    return SectionBlock(text=MarkdownTextObject(text=entries.line(entry, t)), accessory=menu)


def _turning(shown: Minutes, item: ItemLine, t: Words) -> list[ButtonElement]:
    row: list[ButtonElement] = []
    for steps, name, press in ((-1, "back", TurnPress.BACK), (1, "on", TurnPress.ON)):
        beside = shown.beside(steps)
        if beside is not None:
            label = t(f"minutes.button_{name}_label", number=beside.number, title=beside.title)
            row.append(button(t(f"minutes.button_{name}"), press, beside.id, label=label))
    if item.state is ItemState.ACCEPTED:
        row.append(button(t("minutes.button_treat"), TurnPress.TREAT, item.id))
        row.append(button(t("minutes.button_defer"), TurnPress.DEFER, item.id))
    else:
        row.append(button(t("minutes.button_take_up"), TurnPress.TAKE_UP, item.id))
    return row


def _menu(shown: Minutes, t: Words) -> list[Block]:
    """Straight to any item."""
    if len(shown.items) < 2:  # noqa: PLR2004 one item leaves no choice
        return []
    listed = entries.item_options(shown, shown.current_id, MOST_ITEMS, title=TITLE)
    menu = StaticSelectElement(
        action_id=TurnPress.GO.value,
        placeholder=PlainTextObject(text=t("minutes.menu_items")),
        options=listed,
    )
    return [ActionsBlock(elements=[menu])]


# ── Dialogs ──────────────────────────────────────────────────────────────────


def end_form(ending: Ending, t: Words, *, channel: str) -> View:
    """What nobody decided about: deferred if chosen, else treated."""
    listed = [option(f"{each.number} {each.title}", each.id) for each in ending.undecided][
        :SELECT_OPTIONS
    ]
    proposed = {str(each) for each in ending.proposed}
    chosen = [each for each in listed if each.value in proposed]
    field = InputBlock(
        block_id="deferred",
        label=PlainTextObject(text=t("minutes.field_deferred")),
        hint=PlainTextObject(text=t("minutes.field_deferred_hint")),
        optional=True,
        element=StaticMultiSelectElement(
            action_id="deferred",
            placeholder=PlainTextObject(text=t("minutes.field_deferred_none")),
            options=listed,
            initial_options=chosen or None,
        ),
    )
    return form(
        MinutesForm.END,
        t("minutes.form_end"),
        t("minutes.form_end_submit"),
        t("common.cancel"),
        packed(meeting=ending.minutes.meeting.id, channel=channel),
        [
            section(t.mrkdwn(msg("minutes.form_end_text", meeting=ending.minutes.meeting.title))),
            field,
            reason_field(t, value=t("minutes.not_reached")),
        ],
    )
