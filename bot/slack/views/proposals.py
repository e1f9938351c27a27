"""An item's dialog and its private confirmation."""

from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from slack_sdk.models.blocks import (
    Block,
    InputBlock,
    NumberInputElement,
    PlainTextObject,
)
from slack_sdk.models.views import View

from bot.results.agenda import Agenda, Choices, ItemLine, ItemSaved, PageLink, Saved
from bot.results.meetings import MeetingHead
from bot.rules.items import LONGEST_BACKGROUND, LONGEST_TITLE, MOST_MINUTES
from bot.rules.links import LONGEST_FIELD, lines
from bot.slack.ids.agenda import ItemForm, ItemPress
from bot.slack.ids.meta import packed
from bot.slack.limits import OPTION_TEXT, SELECT_OPTIONS, cut
from bot.slack.replies import Reply
from bot.slack.views import needs, similar
from bot.slack.views.agenda import GROWING
from bot.slack.views.links import linked
from bot.slack.views.parts import (
    actions,
    button,
    choice_field,
    context,
    form,
    option,
    section,
    text_field,
    words_of,
)
from bot.texts import Words, msg
from storage.vocabulary import ItemState, Purpose


@dataclass(frozen=True)
class Filled:
    """What the dialog for a new item starts with."""

    title: str = ""
    background: str = ""
    source: str = ""  # link to the message that it comes from
    links: tuple[PageLink, ...] = ()  # of the files in it


NOTHING = Filled()


def add_form(agenda: Agenda, t: Words, filled: Filled = NOTHING, *, channel: str) -> View:
    """The dialog for a new item on one meeting's agenda."""
    return form(
        ItemForm.ADD,
        t("proposals.form_add_title"),
        t("proposals.form_add_submit"),
        t("common.cancel"),
        packed(meeting=agenda.meeting.id, channel=channel, source=filled.source),
        [
            _for_meeting(agenda.meeting, t),
            *_fields(t, None, filled),
            *_parent(agenda, t, None),
            *needs.field(agenda, t, None),
        ],
    )


def choose_form(choices: Choices, t: Words, filled: Filled, *, channel: str) -> View:
    """The same where several meetings come into question."""
    meetings = [
        option(cut(t("proposals.choice", meeting=each.title, day=_day(each), series=each.series),
                   OPTION_TEXT), each.id)
        for each in choices[:SELECT_OPTIONS]
    ]  # fmt: skip
    chosen = choice_field(
        "meeting", t("proposals.field_meeting"), meetings, chosen=str(choices[0].id)
    )
    return form(
        ItemForm.ADD,
        t("proposals.form_add_title"),
        t("proposals.form_add_submit"),
        t("common.cancel"),
        packed(channel=channel, source=filled.source),
        [chosen, *_fields(t, None, filled)],
    )


def _day(meeting: MeetingHead) -> date:
    return meeting.starts_at.astimezone(ZoneInfo(meeting.zone)).date()


def edit_form(agenda: Agenda, item: ItemLine, t: Words, *, channel: str) -> View:
    return form(
        ItemForm.EDIT,
        t("proposals.form_edit_title"),
        t("common.save"),
        t("common.cancel"),
        packed(item=item.id, seen=item.version, channel=channel),
        [
            _for_meeting(agenda.meeting, t),
            *_fields(t, item, Filled(item.title, item.background, links=item.links)),
            *_parent(agenda, t, item),
            *needs.field(agenda, t, item),
        ],
    )


def saved(result: ItemSaved, t: Words) -> Reply:
    """The private confirmation, with the way back."""
    item, meeting = result.item, result.meeting
    message = msg(
        f"proposals.saved_{result.what.value}",
        title=item.title,
        number=item.number,
        meeting=meeting.title,
        until=t.within(meeting.zone).long_moment(meeting.items_until or meeting.starts_at),
    )
    blocks: list[Block] = [section(t.mrkdwn(message))]
    if result.what is not Saved.WITHDRAWN:
        details = _details(item, t)
        if details:
            blocks.append(context(details))
        if item.links:
            blocks.append(section(linked(item.links, t)))
        blocks.append(
            actions(
                button(t("proposals.button_edit"), ItemPress.EDIT, item.id),
                button(t("proposals.button_withdraw"), ItemPress.WITHDRAW, item.id),
            )
        )
    else:
        blocks.append(actions(button(t("proposals.button_restore"), ItemPress.RESTORE, item.id)))
    if result.alike is not None:
        blocks += similar.question(item, result.alike, t)
    return Reply(t(message), blocks)


def asked_off(held: ItemSaved, t: Words) -> Reply:
    """Nothing has changed yet: the organiser decides."""
    text = msg("taking_off.asked", title=held.item.title, meeting=held.meeting.title)
    return Reply(t(text), [section(t.mrkdwn(text))])


def kept(held: ItemSaved, t: Words) -> Reply:
    """The confirmation once more, after somebody said that an item is a matter of its own."""
    waits = held.item.state is ItemState.PROPOSED
    return saved(replace(held, what=Saved.WAITING if waits else Saved.ADDED), t)


def _for_meeting(meeting: MeetingHead, t: Words) -> Block:
    t = t.within(meeting.zone)
    when = t.span(meeting.starts_at, meeting.ends_at)
    said = [t.mrkdwn("proposals.form_meeting", meeting=meeting.title, when=when)]
    if meeting.state in GROWING and meeting.items_until:
        said.append(t.mrkdwn("agenda.card_until", until=t.long_moment(meeting.items_until)))
    return context(*said)


def _parent(agenda: Agenda, t: Words, item: ItemLine | None) -> list[Block]:
    """The item above; only those of the first level can be one."""
    parents = [
        option(f"{each.number} {each.title}", each.id)
        for each in agenda.items
        if "." not in each.number and (item is None or each.id != item.id)
    ][:SELECT_OPTIONS]
    if not parents:
        return []
    return [
        choice_field(
            "parent",
            t("proposals.field_parent"),
            parents,
            chosen=str(item.parent_id or "") if item else "",
            optional=True,
        )
    ]


def _fields(t: Words, item: ItemLine | None, filled: Filled) -> list[Block]:
    return [
        text_field("title", t("proposals.field_title"), value=filled.title, most=LONGEST_TITLE),
        text_field(
            "background",
            t("proposals.field_background"),
            value=filled.background,
            hint=t("proposals.field_background_hint"),
            optional=True,
            multiline=True,
            most=LONGEST_BACKGROUND,
        ),
        text_field(
            "links",
            t("proposals.field_links"),
            value=lines(filled.links),
            hint=t("proposals.field_links_hint"),
            optional=True,
            multiline=True,
            most=LONGEST_FIELD,
        ),
        choice_field(
            "purpose",
            t("proposals.field_purpose"),
            words_of(t, Purpose),
            chosen=(item.purpose if item else Purpose.DISCUSSION).value,
        ),
        text_field(
            "presenter",
            t("proposals.field_presenter"),
            value=item.presenter if item else "",
            hint=t("proposals.field_presenter_hint"),
            optional=True,
            most=120,
        ),
        InputBlock(
            block_id="minutes",
            label=PlainTextObject(text=t("proposals.field_minutes")),
            optional=True,
            element=NumberInputElement(
                action_id="minutes",
                is_decimal_allowed=False,
                initial_value=str(item.minutes) if item and item.minutes else None,
                min_value="1",
                max_value=str(MOST_MINUTES),
            ),
        ),
    ]


def _details(item: ItemLine, t: Words) -> str:
    parts = [t.word(item.purpose)]
    if item.presenter:
        parts.append(t.mrkdwn("agenda.presenter", presenter=item.presenter))
    if item.minutes:
        parts.append(t.mrkdwn("agenda.minutes", count=item.minutes))
    return " · ".join(parts)
