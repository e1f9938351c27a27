"""The organiser's desk: the whole agenda, one item, the waiting list, and what was decided."""

from slack_sdk.models.blocks import Block, ButtonElement

from bot.results.agenda import (
    Agenda,
    AgendaSent,
    ItemLine,
    ItemPanel,
    ItemRuled,
    ItemTold,
    Ruled,
    Sending,
)
from bot.results.meetings import MeetingHead
from bot.rules import needs
from bot.rules.agenda import stands_on_paper
from bot.rules.deferrals import FLAGGED, comes
from bot.rules.reasons import wording
from bot.slack import limits
from bot.slack.ids.agenda import AgendaPress, ItemPress, PutOffPress, RulePress
from bot.slack.limits import cut
from bot.slack.replies import Reply
from bot.slack.views import lacking
from bot.slack.views.agenda import (
    BUDGET,
    GROWING,
    history_button,
    menu,
    own_buttons,
    shortened,
    time_taken,
)
from bot.slack.views.item_lines import line
from bot.slack.views.links import linked
from bot.slack.views.parts import actions, button, confirm, context, section
from bot.texts import Message, Words, msg
from storage.vocabulary import ItemOrigin, ItemState, MeetingState

MOST_WAITING = 20  # two blocks each, of the 50 of a message; the others come up as these go


def desk(agenda: Agenda, t: Words) -> Reply:
    """What can be done about the whole agenda, and a menu of its items."""
    meeting = agenda.meeting
    text = msg(
        "agenda.desk",
        meeting=meeting.title,
        state=meeting.state,
        count=len(agenda.items),
        time=time_taken(agenda),
    )
    blocks: list[Block] = [section(t.mrkdwn(text))]
    row = _whole_buttons(agenda, t)
    if row:
        blocks.append(actions(*row))
    if agenda.items:
        blocks.append(menu(agenda.items, AgendaPress.PICK, t))
    return Reply(t(text), blocks)


def _whole_buttons(agenda: Agenda, t: Words) -> list[ButtonElement]:
    meeting = agenda.meeting
    row: list[ButtonElement] = []
    if meeting.state in GROWING and len(agenda.items) > 1:
        row.append(button(t("agenda.button_arrange"), AgendaPress.ARRANGE, meeting.id))
        if any(each.supporters for each in agenda.items):
            row.append(button(t("agenda.button_sort"), AgendaPress.SORT, meeting.id))
    if agenda.waiting:
        row.append(waiting_button(agenda, t))
    row.append(put_off_button(meeting, t))
    if meeting.state is MeetingState.COLLECTING:
        row.append(freeze_button(meeting, t, agenda))
    if meeting.state is MeetingState.AGENDA_SENT:
        row.append(_take_back_button(meeting, t))
    return row


def waiting_button(agenda: Agenda, t: Words) -> ButtonElement:
    text = t("agenda.button_waiting", count=len(agenda.waiting))
    return button(text, AgendaPress.WAITING, agenda.meeting.id)


def put_off_button(meeting: MeetingHead, t: Words) -> ButtonElement:
    return button(t("deferrals.button_list"), PutOffPress.LIST, meeting.id)


def freeze_button(meeting: MeetingHead, t: Words, agenda: Agenda | None = None) -> ButtonElement:
    """Asks before the agenda goes out, and says so where it takes longer than the meeting."""
    over = agenda is not None and agenda.minutes > agenda.length
    time = time_taken(agenda) if agenda and over else ""
    return button(
        t("agenda.button_freeze"),
        AgendaPress.FREEZE,
        meeting.id,
        style="primary",
        label=t("agenda.button_freeze_label", meeting=meeting.title),
        confirm=confirm(
            t,
            "agenda.confirm_freeze_title",
            msg(
                f"agenda.confirm_freeze{'_over' if over else ''}",
                meeting=cut(meeting.title, 100),
                time=time,
            ),
            "agenda.confirm_freeze_yes",
        ),
    )


def _take_back_button(meeting: MeetingHead, t: Words) -> ButtonElement:
    return button(
        t("agenda.button_take_back"),
        AgendaPress.TAKE_BACK,
        meeting.id,
        label=t("agenda.button_take_back_label", meeting=meeting.title),
        confirm=confirm(
            t,
            "agenda.confirm_take_back_title",
            msg("agenda.confirm_take_back"),
            "agenda.confirm_take_back_yes",
        ),
    )


def sent(result: AgendaSent, t: Words) -> Reply:
    """After freezing or taking back: what happened, and the way back."""
    meeting = result.agenda.meeting
    if result.what is Sending.HELD_BACK:
        return lacking.held_back(result.agenda, t)
    text = msg(f"agenda.sent_{result.what.value}", meeting=meeting.title)
    blocks: list[Block] = [section(t.mrkdwn(text))]
    if result.what is Sending.TAKEN_BACK:
        blocks.append(actions(freeze_button(meeting, t, result.agenda)))
    else:
        blocks.append(actions(_take_back_button(meeting, t)))
    return Reply(t(text), blocks)


def checked(agenda: Agenda, t: Words) -> Reply:
    """After items were put off: whoever is still doubtful, or the button that sends."""
    return lacking.held_back(agenda, t) if needs.lacking(agenda.items) else ready(agenda, t)


def ready(agenda: Agenda, t: Words) -> Reply:
    """`/dagsorden send`: the button that asks once more."""
    meeting = agenda.meeting
    text = msg(
        "agenda.ready",
        meeting=meeting.title,
        count=len(agenda.items),
        time=time_taken(agenda),
    )
    return Reply(t(text), [section(t.mrkdwn(text)), actions(freeze_button(meeting, t, agenda))])


# ── One item ─────────────────────────────────────────────────────────────────


def panel(shown: ItemPanel, t: Words) -> Reply:
    """One item with its neighbours; moving it replaces this message."""
    item = shown.item
    blocks: list[Block] = [section(line(item, t))]
    beside = [
        msg("agenda.panel_before", item=shown.before),
        msg("agenda.panel_after", item=shown.after),
    ]
    said = [t.mrkdwn(why_here(item)), *(t.mrkdwn(each) for each in beside if each.facts["item"])]
    if said:
        blocks.append(context(*said))
    if item.links:
        blocks.append(context(linked(item.links, t)))
    row = _panel_buttons(shown, t)
    if row:
        blocks.append(actions(*row))
    whole = msg("agenda.panel", number=item.number or "–", title=item.title)
    return Reply(t(whole), blocks)


def _panel_buttons(shown: ItemPanel, t: Words) -> list[ButtonElement]:
    item, growing = shown.item, shown.meeting.state in GROWING
    on_agenda = item.state is ItemState.ACCEPTED
    row = [_press("proposals.button_edit", ItemPress.EDIT, item, t)]
    if growing and shown.before:
        row.append(_press("agenda.button_up", RulePress.UP, item, t))
    if growing and shown.after:
        row.append(_press("agenda.button_down", RulePress.DOWN, item, t))
    if on_agenda:
        row.append(_press("agenda.button_defer", RulePress.DEFER, item, t))
    if item.state is ItemState.DEFERRED:
        row.append(_press("agenda.button_recall", RulePress.RECALL, item, t))
    if growing and on_agenda:
        row += _leaving_buttons(shown, t)
    if stands_on_paper(item.state, shown.meeting.state):
        row.append(_press("taking_off.button", RulePress.DECLINE, item, t))
    if item.has_history:
        row.append(history_button(item, t))
    return row


def why_here(item: ItemLine) -> Message:
    """Why a line stands on the agenda, for the organiser who may refuse it."""
    if item.put_off >= FLAGGED:
        return msg("deferrals.flagged", count=item.put_off)
    return msg(
        f"deferrals.here.{item.origin.value}",
        number=item.carried_from or 0,
        proposer=item.proposer or "Referent",
        references=", ".join(item.gathers),
    )


def _leaving_buttons(shown: ItemPanel, t: Words) -> list[ButtonElement]:
    """How an item leaves an open agenda; somebody else's isn't taken off without a reason."""
    item = shown.item
    row = [
        _press("agenda.button_remove", ItemPress.WITHDRAW, item, t)
        if shown.mine
        else _press("agenda.button_decline", RulePress.DECLINE, item, t)
    ]
    if item.standing is None:
        row.append(_press("agenda.button_merge", RulePress.MERGE, item, t))
    if item.origin in (ItemOrigin.NEW, ItemOrigin.DEFERRED):
        row.append(_press("agenda.button_carry", RulePress.NOT_NOW, item, t))
    return row


# ── The waiting list ─────────────────────────────────────────────────────────


def waiting(agenda: Agenda, t: Words) -> Reply:
    meeting = agenda.meeting
    text = msg("agenda.waiting_head", meeting=meeting.title, count=len(agenda.waiting))
    if not agenda.waiting:
        text = msg("agenda.waiting_none", meeting=meeting.title)
    blocks: list[Block] = [section(t.mrkdwn(text))]
    blocks += shortened(
        lambda most: [
            block for item in agenda.waiting[:MOST_WAITING] for block in _waits(item, most, t)
        ],
        BUDGET - limits.weight(blocks),
    )
    if len(agenda.waiting) > MOST_WAITING:
        count = len(agenda.waiting) - MOST_WAITING
        blocks.append(context(t.mrkdwn("agenda.waiting_more", count=count)))
    return Reply(t(text), blocks)


def _waits(item: ItemLine, most: int, t: Words) -> list[Block]:
    said = msg(
        f"agenda.waiting_line{'.late' if item.late else ''}",
        title=cut(item.title, most),
        proposer=cut(item.proposer, most) or "–",
    )
    text = t.mrkdwn(said)
    if item.links:
        text += f"\n{linked(item.links, t, most)}"
    return [
        section(text),
        actions(*_waiting_buttons(item, t)),
    ]


def _waiting_buttons(item: ItemLine, t: Words) -> list[ButtonElement]:
    return [
        _press("agenda.button_accept", RulePress.ACCEPT, item, t),
        _press("agenda.button_carry", RulePress.CARRY, item, t),
        _press("agenda.button_return", RulePress.RETURN, item, t),
        _press("agenda.button_merge", RulePress.MERGE, item, t),
        _press("agenda.button_decline", RulePress.DECLINE, item, t),
    ]


def told(text: str, held: ItemTold, t: Words) -> Reply:
    """A sentence about an item (mrkdwn), with what its reader can do about it now."""
    item = held.item
    if held.mine:
        row = own_buttons(item, held.meeting, t)
    else:
        row = _waiting_buttons(item, t) if item.state is ItemState.PROPOSED else []
        if stands_on_paper(item.state, held.meeting.state):
            row.append(_press("taking_off.button", RulePress.DECLINE, item, t))
    return Reply(text, [section(text), actions(*row)] if row else [])


# ── What was decided ─────────────────────────────────────────────────────────


def ruled(result: ItemRuled, t: Words) -> Reply:
    """What became of an item, with the way back where there is one."""
    item, meeting = result.item, result.meeting
    text = msg(
        f"agenda.ruled_{result.what.value}",
        title=item.title,
        number=item.number,
        meeting=meeting.title,
        reason=item.reason,
        printed=msg(f"agenda.deferred{wording(item.reason)}", reason=item.reason.strip()),
        comes=comes(item.comeback),
    )
    blocks: list[Block] = [section(t.mrkdwn(text))]
    row: list[ButtonElement] = []
    match result.what:
        case Ruled.DEFERRED:
            row.append(_press("agenda.button_recall", RulePress.RECALL, item, t))
        case Ruled.CARRIED | Ruled.DECLINED | Ruled.RETURNED | Ruled.TAKEN_OFF:
            row.append(_press("agenda.button_reconsider", RulePress.RECONSIDER, item, t))
        case Ruled.MERGED:
            row.append(_press("agenda.button_reconsider", RulePress.TAKE_APART, item, t))
        case Ruled.ACCEPTED | Ruled.RECALLED | Ruled.RECONSIDERED:
            pass
    told = item.state in _ON_SENT_PAPER or result.what is Ruled.TAKEN_OFF
    if meeting.state is MeetingState.AGENDA_SENT and told:
        blocks.append(context(t.mrkdwn("agenda.supplement_follows")))
    if row:
        blocks.append(actions(*row))
    return Reply(t(text), blocks)


_ON_SENT_PAPER = (ItemState.ACCEPTED, ItemState.DEFERRED)
"""A change that the paper people have doesn't show yet."""


def _press(text: str, press: ItemPress | RulePress, item: ItemLine, t: Words) -> ButtonElement:
    label = t("agenda.button_item_label", action=t(text), title=item.title)
    return button(t(text), press, item.id, label=label)
