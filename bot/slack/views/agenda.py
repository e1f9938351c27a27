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
from bot.rules.deferrals import comes, nth
from bot.rules.meetings import BEFORE_SESSION
from bot.rules.reasons import wording
from bot.slack import limits
from bot.slack.ids.agenda import AgendaPress, ItemPress
from bot.slack.ids.documents import PaperPress
from bot.slack.ids.inquiries import InquiryPress
from bot.slack.limits import OPTION_TEXT, SELECT_OPTIONS, cut
from bot.slack.replies import Reply
from bot.slack.views import attendance, needs
from bot.slack.views.links import linked
from bot.slack.views.parts import actions, button, context, header, option, section
from bot.texts import Message, Words, msg
from storage.vocabulary import ItemOrigin, ItemState, MeetingFormat, MeetingState, ReturnWhen

BUDGET = 11_500  # characters of a whole message; Slack takes 12,000 or so
OWN_BUDGET = 4_000  # of one's own items, where they stand beneath the agenda
SECTION = 2_900  # characters of one block of lines; Slack takes 3,000
_LENGTHS = (150, 100, 60, 35, 20)  # characters of one text in a line, tried from the longest
_BARE = 12  # characters of a title on a line that says nothing else, where nothing longer fits
_TOLD_WHOLE = 100  # characters: from here down a line leaves out what the paper says too

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
    row = _item_buttons(agenda.meeting, t) + _support_button(agenda, t) + _links_button(agenda, t)
    if agenda.papers:
        row.append(_papers_button(agenda.meeting, t))
    if own.organizes:
        row.append(_organize_button(agenda.meeting, t))
    if row:
        below.append(actions(*row))
    edited = [each for each in agenda.items if each.edited]
    if edited:
        below.append(menu(edited[:MOST_FURTHER], AgendaPress.HISTORY, t, most=_LENGTHS[-2],
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
        row = _item_buttons(meeting, t)[:1]
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
        tail.append(menu(further[:MOST_FURTHER], AgendaPress.PICK_OWN, t, most=_LENGTHS[-2]))
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
    for most in _LENGTHS:
        blocks = made(most)
        if limits.weight(blocks) <= budget:
            break
    return blocks


def own_item(
    item: ItemLine, meeting: MeetingHead, t: Words, *, most: int = _LENGTHS[0]
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
    if item.edited:
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
    if item.state is ItemState.WITHDRAWN and meeting.state in BEFORE_SESSION:
        return [_item_button("proposals.button_restore", ItemPress.RESTORE, item, t)]
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


def listed(agenda: Agenda, t: Words, budget: int) -> list[Block]:
    """The items as sections of lines within a budget of characters."""
    if not agenda.items:
        return [section(t("agenda.empty_card"))]
    return [section(text) for text in _sections(lines(agenda.items, t, budget))]


def lines(items: Sequence[ItemLine], t: Words, budget: int) -> list[str]:
    """Every item's line, shortened alike until all fit; failing that, as many as do."""
    shown: list[str] = []
    for most in (*_LENGTHS, _BARE):
        shown = [line(each, t, most=most) for each in items]
        if sum(map(len, shown)) + len(shown) <= budget:
            return shown
    left = budget
    for count, each in enumerate(shown):
        left -= len(each) + 1
        if left < SECTION // 20:
            return [*shown[:count], t.mrkdwn("agenda.more", count=len(shown) - count)]
    return shown


def line(item: ItemLine, t: Words, *, most: int = _LENGTHS[0]) -> str:
    """`*1.1* Title – til drøftelse · v/ Navn · 10 min.`, as mrkdwn.

    `most` is the length in characters of each text in it; the shortest lines say only what
    the number and title don't.
    """
    parts: list[Message] = [] if most < _TOLD_WHOLE else _facts(item, most)
    parts += _told(item, most) if most > _BARE else []
    head = t.mrkdwn("agenda.line", number=item.number, title=cut(item.title, most))
    indent = "        " if "." in item.number else ""
    tail = " · ".join(t.mrkdwn(part) for part in parts)
    return f"{indent}{head} – _{tail}_" if tail else f"{indent}{head}"


def _facts(item: ItemLine, most: int) -> list[Message]:
    parts = [msg("agenda.purpose", purpose=item.purpose)]
    if item.presenter:
        parts.append(msg("agenda.presenter", presenter=cut(item.presenter, most)))
    if item.minutes:
        parts.append(msg("agenda.minutes", count=item.minutes))
    if item.links:
        parts.append(msg("agenda.links", count=len(item.links)))
    return parts


def _told(item: ItemLine, most: int) -> list[Message]:
    """Why it stands here, and why it is put off; the shortest lines give no reasons."""
    parts = _marks(item, most)
    number, room = item.carried_from, most if most > _LENGTHS[-1] else 0
    if item.origin is ItemOrigin.DEFERRED and number is not None:
        reason = cut(item.carried_reason.strip(), room) if room else ""
        parts.append(msg(f"agenda.carried{wording(reason)}", number=number, reason=reason))
        if item.times > 2 and item.raised_at is not None:  # noqa: PLR2004 twice says itself
            parts.append(msg("deferrals.raised", number=item.raised_at, nth=nth(item.times)))
    elif item.origin is ItemOrigin.OPEN_QUESTION:
        reference = cut(", ".join(item.gathers), most)
        parts.append(msg("agenda.open_question", reference=reference, number=number or 0))
    elif item.origin is ItemOrigin.OVERDUE_ACTIONS:
        parts.append(msg("agenda.follow_up", references=cut(", ".join(item.gathers), most)))
    if item.state is ItemState.DEFERRED:
        reason = cut(item.reason.strip(), room) if room else ""
        parts.append(msg(f"agenda.deferred{wording(reason)}", reason=reason))
        if item.comeback and item.comeback.when is not ReturnWhen.NEXT_MEETING and room:
            parts.append(comes(item.comeback))
    return parts


def _marks(item: ItemLine, most: int) -> list[Message]:
    parts: list[Message] = [msg("agenda.late")] if item.late else []
    if item.needs:
        parts.append(needs.told(item, most))
    if item.supporters:
        parts.append(msg("agenda.supported", count=len(item.supporters)))
    return parts


def _sections(shown: Sequence[str]) -> list[str]:
    """Lines joined into as few texts of a section's length as hold them."""
    texts: list[str] = []
    for each in shown:
        if texts and len(texts[-1]) + 1 + len(each) <= SECTION:
            texts[-1] += "\n" + each
        else:
            texts.append(each)
    return texts


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
    row = _item_buttons(meeting, t)
    row += _support_button(agenda, t) + _links_button(agenda, t)
    if meeting.state in BEFORE_SESSION:
        row += attendance.buttons(meeting, t)
    if meeting.format is MeetingFormat.JOINT and meeting.state in BEFORE_SESSION:
        row.append(button(t("inquiries.button_ask"), InquiryPress.ASK, meeting.series_id))
    if agenda.papers:
        row.append(_papers_button(meeting, t))
    if meeting.state in (*BEFORE_SESSION, MeetingState.IN_SESSION):
        row.append(_organize_button(meeting, t))
    return [actions(*row)] if row else []


def _item_buttons(meeting: MeetingHead, t: Words) -> list[ButtonElement]:
    if meeting.state not in BEFORE_SESSION:
        return []
    return [
        button(
            t("agenda.button_add"),
            ItemPress.ADD,
            meeting.id,
            style="primary",
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


def _papers_button(meeting: MeetingHead, t: Words) -> ButtonElement:
    return button(
        t("documents.button_list"),
        PaperPress.LIST,
        meeting.id,
        label=t("documents.button_list_label", meeting=meeting.title),
    )


def _organize_button(meeting: MeetingHead, t: Words) -> ButtonElement:
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
