"""The living agenda card, and the agenda as one person sees it."""

from collections.abc import Callable, Sequence

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ButtonElement,
    Option,
    PlainTextObject,
    StaticSelectElement,
)

from bot.results.agenda import Agenda, ItemLine, OwnAgenda
from bot.results.meetings import MeetingHead
from bot.rules.agenda import stands_on_paper
from bot.rules.meetings import BEFORE_SESSION
from bot.rules.reasons import wording
from bot.slack import limits
from bot.slack.ids.agenda import AgendaPress, ItemPress
from bot.slack.ids.documents import PaperPress
from bot.slack.ids.inquiries import InquiryPress
from bot.slack.limits import OPTION_TEXT, SELECT_OPTIONS, cut
from bot.slack.replies import Reply
from bot.slack.views import attendance
from bot.slack.views.item_lines import LENGTHS, listed
from bot.slack.views.links import linked
from bot.slack.views.parts import actions, button, context, header, option, section
from bot.texts import Message, Words, msg
from storage.vocabulary import ItemState, MeetingFormat, MeetingState

BUDGET = 11_500  # characters of a whole message; Slack takes 12,000 or so
OWN_BUDGET = 4_000  # of one's own items, where they stand beneath the agenda
GROWING = (MeetingState.PLANNED, MeetingState.COLLECTING)
_LINKS_A_TEXT = 4  # an own item's links take as much room as four of its texts
MOST_AWAY = 1_500  # characters of the line of apologies
MOST_OWN = 15  # own items with buttons of their own; the others are chosen from a menu
MOST_FURTHER = 40


def card(agenda: Agenda, t: Words) -> Reply:
    """One message per meeting, kept up to date."""
    t = t.within(agenda.meeting.zone)
    return Reply(_whole(agenda, t), _between(agenda, t, _card_buttons(agenda, t)))


def private(own: OwnAgenda, t: Words) -> Reply:
    """The agenda for one person, with their own items' buttons and the organiser's."""
    agenda, t = own.agenda, t.within(own.agenda.meeting.zone)
    below = own_items(own, t, OWN_BUDGET) if own.own else []
    row = item_buttons(agenda.meeting, t) + _support_button(agenda, t) + _links_button(agenda, t)
    if agenda.papers:
        row.append(papers_button(agenda.meeting, t))
    if own.organizes:
        row.append(organize_button(agenda.meeting, t))
    if row:
        below.append(actions(*row))
    edited = [each for each in agenda.items if each.has_history]
    if edited:
        below.append(menu(edited[:MOST_FURTHER], AgendaPress.HISTORY, t, most=LENGTHS[-2],
                          asks="agenda.pick_history"))  # fmt: skip
    return Reply(_whole(agenda, t), _between(agenda, t, below))


def _between(agenda: Agenda, t: Words, below: list[Block]) -> list[Block]:
    """The head, as much of the lines as there is room for, the foot, and what comes below."""
    top, foot = _top(agenda, t), _foot(agenda, t)
    room = BUDGET - limits.weight([*top, *foot, *below])
    return [*top, *listed(agenda, t, room), *foot, *below]


def mine(own: OwnAgenda, t: Words) -> Reply:
    """One person's own items, each with what can be done about it."""
    meeting = own.agenda.meeting
    if not own.own:
        text = msg("agenda.mine_none", meeting=meeting.title)
        row = item_buttons(meeting, t)[:1]
        return Reply(t(text), [section(t.mrkdwn(text)), *([actions(*row)] if row else [])])
    text = msg("agenda.mine_head", meeting=meeting.title, count=len(own.own))
    return Reply(t(text), own_items(own, t, BUDGET))


def own_items(own: OwnAgenda, t: Words, budget: int) -> list[Block]:
    """What somebody proposed; further items are chosen from a menu."""
    meeting = own.agenda.meeting
    head = section(t.mrkdwn("agenda.mine_head", meeting=meeting.title, count=len(own.own)))
    further, tail = own.own[MOST_OWN:], list[Block]()
    if further:
        tail.append(context(t.mrkdwn("agenda.mine_more", count=len(further))))
        tail.append(menu(further[:MOST_FURTHER], AgendaPress.PICK_OWN, t, most=LENGTHS[-2]))
    listed_first = shortened(
        lambda most: [
            block for item in own.own[:MOST_OWN] for block in own_item(item, meeting, t, most=most)
        ],
        budget - limits.weight([head, *tail]),
    )
    return [head, *listed_first, *tail]


def shortened(made: Callable[[int], list[Block]], budget: int) -> list[Block]:
    """Blocks made with texts as long as leaves all of them inside a budget of characters."""
    blocks: list[Block] = []
    for most in LENGTHS:
        blocks = made(most)
        if limits.weight(blocks) <= budget:
            break
    return blocks


def own_item(
    item: ItemLine, meeting: MeetingHead, t: Words, *, most: int = LENGTHS[0]
) -> list[Block]:
    """An item before its proposer; state and reason stand in words."""
    reason = cut(item.reason.strip(), most)
    state = msg(f"agenda.own{wording(reason)}", state=item.state, reason=reason)
    text = t.mrkdwn("agenda.own_line", number=item.number or "–", title=cut(item.title, most))
    said = [f"{text} – _{t.mrkdwn(state)}_"]
    if item.links:
        said.append(linked(item.links, t, most * _LINKS_A_TEXT))
    blocks: list[Block] = [section("\n".join(said))]
    row = own_buttons(item, meeting, t)
    if item.has_history:
        row.append(history_button(item, t))
    if row:
        blocks.append(actions(*row))
    return blocks


def own_buttons(item: ItemLine, meeting: MeetingHead, t: Words) -> list[ButtonElement]:
    """What a proposer may do just now."""
    if item.state is ItemState.RETURNED and meeting.state in BEFORE_SESSION:
        return [
            _item_button("proposals.button_send_again", ItemPress.EDIT, item, t),
            _item_button("proposals.button_withdraw", ItemPress.WITHDRAW, item, t),
        ]
    growing = meeting.state in GROWING
    waits = item.state is ItemState.PROPOSED and meeting.state is MeetingState.AGENDA_SENT
    if waits or (growing and item.state in (ItemState.ACCEPTED, ItemState.PROPOSED)):
        return [
            _item_button("proposals.button_edit", ItemPress.EDIT, item, t),
            _item_button("proposals.button_withdraw", ItemPress.WITHDRAW, item, t),
        ]
    if item.state is ItemState.WITHDRAWN:
        if meeting.state in BEFORE_SESSION:
            return [_item_button("proposals.button_restore", ItemPress.RESTORE, item, t)]
        return [_item_button("taking_off.button_again", ItemPress.AGAIN, item, t)]
    if stands_on_paper(item.state, meeting.state):
        return [_item_button("taking_off.button_ask", ItemPress.ASK_OFF, item, t)]
    return []


def history_button(item: ItemLine, t: Words) -> ButtonElement:
    return _item_button("proposals.button_history", ItemPress.HISTORY, item, t)


def menu(
    items: Sequence[ItemLine],
    press: AgendaPress,
    t: Words,
    *,
    most: int = OPTION_TEXT,
    asks: str = "agenda.pick",
) -> ActionsBlock:
    """A menu of items; Slack takes a hundred."""
    options: list[Option] = [
        option(cut(f"{each.number or '–'} {each.title}", most), each.id)
        for each in items[:SELECT_OPTIONS]
    ]
    return ActionsBlock(
        elements=[
            StaticSelectElement(
                action_id=press.value,
                placeholder=PlainTextObject(text=t(asks)),
                options=options,
            )
        ]
    )


def _top(agenda: Agenda, t: Words) -> list[Block]:
    meeting = agenda.meeting
    when = t.span(meeting.starts_at, meeting.ends_at)
    about = [t.mrkdwn("agenda.card_when", when=when, place=cut(meeting.place, 100) or "–")]
    if meeting.state in GROWING and meeting.items_until:
        about.append(t.mrkdwn("agenda.card_until", until=t.long_moment(meeting.items_until)))
    blocks: list[Block] = [header(meeting.title), context(*about)]
    if agenda.apologies:
        away = [
            msg(f"agenda.away{'.why' if each.reason else ''}", who=each.organisation,
                why=cut(each.reason, 60))
            for each in agenda.apologies
        ]  # fmt: skip
        blocks.append(
            context(cut(t.mrkdwn("agenda.apologies", away=", ".join(map(t, away))), MOST_AWAY))
        )
    return blocks


def _foot(agenda: Agenda, t: Words) -> list[Block]:
    """State, minutes against the length of a meeting ahead, and what waits; all in words."""
    parts = [msg("agenda.card_state", state=agenda.meeting.state)]
    if agenda.meeting.state in BEFORE_SESSION:
        parts.append(_time(agenda))
    if agenda.supplement:
        parts.append(msg("agenda.card_supplement", number=agenda.supplement))
    if agenda.waiting:
        parts.append(msg("agenda.card_waiting", count=len(agenda.waiting)))
    return [context(" · ".join(t.mrkdwn(part) for part in parts))]


def time_taken(agenda: Agenda) -> Message:
    """`78 af 75 minutter: 3 for meget`: where the organiser can still do something about it."""
    over = agenda.minutes - agenda.length
    if over > 0:
        return msg("agenda.time_over", minutes=agenda.minutes, length=agenda.length, count=over)
    return msg("agenda.time", minutes=agenda.minutes, length=agenda.length)


def _time(agenda: Agenda) -> Message:
    over = agenda.minutes - agenda.length
    if over > 0:
        return msg("agenda.card_overrun", minutes=agenda.minutes, length=agenda.length, count=over)
    return msg("agenda.card_minutes", minutes=agenda.minutes, length=agenda.length)


def _whole(agenda: Agenda, t: Words) -> str:
    meeting = agenda.meeting
    when = t.span(meeting.starts_at, meeting.ends_at)
    return t("agenda.card_text", meeting=meeting.title, when=when, count=len(agenda.items))


def _card_buttons(agenda: Agenda, t: Words) -> list[Block]:
    meeting = agenda.meeting
    row = item_buttons(meeting, t)
    row += _support_button(agenda, t) + _links_button(agenda, t)
    if meeting.state in BEFORE_SESSION:
        row += attendance.buttons(meeting, t)
    if meeting.format is MeetingFormat.JOINT and meeting.state in BEFORE_SESSION:
        row.append(button(t("inquiries.button_ask"), InquiryPress.ASK, meeting.series_id))
    if agenda.papers:
        row.append(papers_button(meeting, t))
    if meeting.state in (*BEFORE_SESSION, MeetingState.IN_SESSION):
        row.append(organize_button(meeting, t))
    return [actions(*row)] if row else []


def item_buttons(
    meeting: MeetingHead, t: Words, *, style: str | None = "primary"
) -> list[ButtonElement]:
    """To put something on an agenda that takes items, and to see to one's own."""
    if meeting.state not in BEFORE_SESSION:
        return []
    return [
        button(
            t("agenda.button_add"),
            ItemPress.ADD,
            meeting.id,
            style=style,
            label=t("agenda.button_add_label", meeting=meeting.title),
        ),
        button(
            t("agenda.button_mine"),
            AgendaPress.MINE,
            meeting.id,
            label=t("agenda.button_mine_label", meeting=meeting.title),
        ),
    ]


def _support_button(agenda: Agenda, t: Words) -> list[ButtonElement]:
    meeting = agenda.meeting
    if meeting.state not in GROWING or not any(each.standing is None for each in agenda.items):
        return []
    label = t("agenda.button_support_label", meeting=meeting.title)
    return [button(t("agenda.button_support"), AgendaPress.SUPPORT, meeting.id, label=label)]


def _links_button(agenda: Agenda, t: Words) -> list[ButtonElement]:
    if not any(each.links for each in agenda.items):
        return []
    meeting = agenda.meeting
    label = t("agenda.button_links_label", meeting=meeting.title)
    return [button(t("agenda.button_links"), AgendaPress.LINKS, meeting.id, label=label)]


def papers_button(meeting: MeetingHead, t: Words) -> ButtonElement:
    return button(
        t("documents.button_list"),
        PaperPress.LIST,
        meeting.id,
        label=t("documents.button_list_label", meeting=meeting.title),
    )


def organize_button(meeting: MeetingHead, t: Words) -> ButtonElement:
    return button(
        t("agenda.button_organize"),
        AgendaPress.ORGANIZE,
        meeting.id,
        label=t("agenda.button_organize_label", meeting=meeting.title),
    )


def _item_button(text: str, press: ItemPress, item: ItemLine, t: Words) -> ButtonElement:
    return button(
        t(text),
        press,
        item.id,
        label=t("agenda.button_item_label", action=t(text), title=item.title),
    )
