"""The minutes as a card in the channel and as a reading copy, and the organiser's next steps."""

from slack_sdk.models.blocks import Block, ButtonElement

from bot.results.agenda import ItemLine
from bot.results.meetings import MeetingHead
from bot.results.minutes import Minutes, TreatedLine
from bot.rules.reasons import wording
from bot.slack.ids.agenda import AgendaPress
from bot.slack.ids.comments import CommentPress
from bot.slack.ids.meetings import MeetingPress
from bot.slack.ids.minutes import EntryPress, MinutesPress
from bot.slack.replies import Reply
from bot.slack.views import comments, entries
from bot.slack.views.attendance import sheet_button
from bot.slack.views.parts import actions, button, confirm, context, header, section
from bot.texts import Words, msg
from storage.vocabulary import CommentState, ItemState, MeetingState

ROOM = 8_000  # characters of entries in one message, which takes 12,000 in all
SECTION = 2_800  # characters of one block, which takes 3,000
LONGEST_ENTRY = 600

WRITABLE = (MeetingState.IN_SESSION, MeetingState.DRAFTING)
_WRITTEN = (*WRITABLE, MeetingState.IN_REVIEW, MeetingState.APPROVED)


def card(shown: Minutes, t: Words) -> Reply:
    """One message per meeting from the first draft on, kept up to date."""
    meeting, local = shown.meeting, t.within(shown.meeting.zone)
    text = t("minutes.card_text", meeting=meeting.title, state=meeting.state)
    blocks: list[Block] = [
        header(t("minutes.card_title", meeting=meeting.title)),
        section(_state(shown, local)),
    ]
    if shown.comments:
        blocks.append(context(_tally(shown, t)))
    row = [_show(shown, t), _organize(shown, t)]
    if meeting.state is MeetingState.IN_REVIEW:
        row = [_comment(shown, t), *row]
    blocks.append(actions(*row))
    return Reply(text, blocks)


_WAY_BACK = {
    "started": MinutesPress.UNSTART,
    "unstarted": MinutesPress.START,
    "ended": MinutesPress.RESUME,
    "resumed": MinutesPress.END,
    "published": MinutesPress.RECALL,
    "recalled": MinutesPress.PUBLISH,
}


def stepped(name: str, shown: Minutes, t: Words) -> Reply:
    """The private confirmation of a step, with the way back and the way on.

    All that may be done stands in the panel, which is often just above it.
    """
    message = msg(f"minutes.done_{name}", meeting=shown.meeting.title)
    row = [_organize(shown, t)]
    back = _WAY_BACK.get(name)
    if back:
        row.insert(0, _plain(shown, t, back.name.lower(), back))
    return Reply(t(message), [section(t.mrkdwn(message)), actions(*row)])


def overview(shown: Minutes, t: Words, unheard: str = "") -> Reply:
    """Everything written so far, to the person who asks, with what they may do next.

    `unheard` is what followed the command without a word that we know.
    """
    meeting, local = shown.meeting, t.within(shown.meeting.zone)
    text = t("minutes.card_text", meeting=meeting.title, state=meeting.state)
    blocks: list[Block] = [
        header(t("minutes.card_title", meeting=meeting.title)),
        context(_state(shown, local)),
        *([section(t.mrkdwn("minutes.unheard", text=unheard))] if unheard else []),
        *_sections(shown, t),
    ]
    if shown.organizes:
        if meeting.state in WRITABLE:
            blocks += writing(shown, t)
        blocks += controls(shown, t, reading=True)
    elif shown.may_comment:
        blocks.append(actions(_comment(shown, t)))
    return Reply(text, blocks)


def organizing(shown: Minutes, t: Words) -> Reply:
    """The organiser's steps, privately, from the card in the channel."""
    message = msg("minutes.organizing", meeting=shown.meeting.title)
    local = t.within(shown.meeting.zone)
    blocks: list[Block] = [section(t.mrkdwn(message))]
    blocks.append(context(_state(shown, local)))
    blocks += comments.waiting(shown, t)
    blocks += controls(shown, t)
    return Reply(t(message), blocks)


def writing(shown: Minutes, t: Words) -> list[Block]:
    """The four buttons that write under the current item."""
    item = shown.current_id
    if item is None:
        return []
    return [
        actions(
            button(t("minutes.button_note"), EntryPress.NOTE, item),
            button(t("minutes.button_decision"), EntryPress.DECISION, item),
            button(t("minutes.button_action"), EntryPress.ACTION, item),
            button(t("minutes.button_question"), EntryPress.QUESTION, item),
        )
    ]


def controls(shown: Minutes, t: Words, *, reading: bool = False) -> list[Block]:
    """What an organiser may do in the meeting's state, the next step first.

    `reading`: they stand beneath the minutes, which needn't be offered again.
    """
    row = _steps(shown, t)
    if not reading and shown.meeting.state in _WRITTEN:
        row.append(_show(shown, t))
    return [actions(*row)] if row else []


def _steps(shown: Minutes, t: Words) -> list[ButtonElement]:
    match shown.meeting.state:
        case MeetingState.PLANNED | MeetingState.CANCELLED:
            return []
        case MeetingState.COLLECTING:
            return [button(t("minutes.button_agenda"), AgendaPress.ORGANIZE, shown.meeting.id)]
        case MeetingState.AGENDA_SENT:
            return [_step(shown, t, "start", MinutesPress.START), _attendance(shown, t)]
        case MeetingState.IN_SESSION:
            return _in_session(shown, t)
        case MeetingState.DRAFTING:
            return [
                _step(shown, t, "publish", MinutesPress.PUBLISH),
                _edit(shown, t),
                _attendance(shown, t),
                _plain(shown, t, "resume", MinutesPress.RESUME),
            ]
        case MeetingState.IN_REVIEW:
            return _in_review(shown, t)
        case MeetingState.APPROVED:
            return _approved(shown, t)


def _in_session(shown: Minutes, t: Words) -> list[ButtonElement]:
    row = [_attendance(shown, t)]
    if any(each.entries for each in shown.items):
        row.append(_edit(shown, t))
    else:
        row.append(_plain(shown, t, "unstart", MinutesPress.UNSTART))
    return [*row, _plain(shown, t, "end", MinutesPress.END)]


def approve_button(meeting: MeetingHead, t: Words, *, primary: bool) -> ButtonElement:
    """Asks first, for it can't be taken back."""
    return button(
        t("minutes.button_approve"),
        MinutesPress.APPROVE,
        meeting.id,
        style="primary" if primary else None,
        confirm=confirm(
            t,
            "minutes.confirm_approve_title",
            msg("minutes.confirm_approve", meeting=meeting.title),
            "minutes.button_approve",
        ),
    )


def _in_review(shown: Minutes, t: Words) -> list[ButtonElement]:
    return [
        approve_button(shown.meeting, t, primary=not shown.open_comments),
        _edit(shown, t),
        _plain(shown, t, "publish_again", MinutesPress.PUBLISH),
        _plain(shown, t, "recall", MinutesPress.RECALL),
    ]


def _approved(shown: Minutes, t: Words) -> list[ButtonElement]:
    sure = confirm(
        t,
        "minutes.confirm_correct_title",
        msg("minutes.confirm_correct", meeting=shown.meeting.title),
        "minutes.button_correct",
    )
    return [
        button(t("minutes.button_plan"), MeetingPress.PLAN, shown.meeting.series_id),
        _edit(shown, t),
        button(t("minutes.button_correct"), MinutesPress.CORRECT, shown.meeting.id, confirm=sure),
    ]


def _step(shown: Minutes, t: Words, name: str, press: MinutesPress) -> ButtonElement:
    return button(t(f"minutes.button_{name}"), press, shown.meeting.id, style="primary")


def _plain(shown: Minutes, t: Words, name: str, press: MinutesPress) -> ButtonElement:
    return button(t(f"minutes.button_{name}"), press, shown.meeting.id)


def _edit(shown: Minutes, t: Words) -> ButtonElement:
    return button(t("minutes.button_edit"), EntryPress.CHOOSE, shown.meeting.id)


def _show(shown: Minutes, t: Words) -> ButtonElement:
    return _plain(shown, t, "show", MinutesPress.SHOW)


def _organize(shown: Minutes, t: Words) -> ButtonElement:
    return _plain(shown, t, "organize", MinutesPress.ORGANIZE)


def _attendance(shown: Minutes, t: Words) -> ButtonElement:
    return sheet_button(shown.meeting, t)


def _comment(shown: Minutes, t: Words) -> ButtonElement:
    return button(
        t("minutes.button_comment"),
        CommentPress.ADD,
        shown.meeting.id,
        style="primary",
        label=t("minutes.button_comment_label", meeting=shown.meeting.title),
    )


def _state(shown: Minutes, t: Words) -> str:
    match shown.meeting.state:
        case MeetingState.IN_REVIEW if shown.comments_until:
            return t.mrkdwn("minutes.state_in_review", until=shown.comments_until)
        case MeetingState.DRAFTING if shown.drafts:
            return t.mrkdwn("minutes.state_recalled")
        case MeetingState.APPROVED:
            return t.mrkdwn("minutes.state_approved")
        case _:
            return t.mrkdwn("minutes.state", state=shown.meeting.state)


def _tally(shown: Minutes, t: Words) -> str:
    taken = sum(each.state is CommentState.ACCEPTED for each in shown.comments)
    return t(
        "minutes.comment_tally",
        count=len(shown.comments),
        open=len(shown.open_comments),
        taken=taken,
    )


def _sections(shown: Minutes, t: Words) -> list[Block]:
    """Items with their entries, packed into blocks; what has no room is counted."""
    lines = [text for each in shown.items for text in _item(each, shown, t)]
    blocks: list[Block] = []
    held, used, taken = "", 0, 0
    for text in lines:
        if used + len(text) > ROOM:
            break
        if len(held) + len(text) > SECTION:
            blocks.append(section(held))
            held = ""
        held += ("\n" if held else "") + text
        used, taken = used + len(text), taken + 1
    if held:
        blocks.append(section(held))
    if taken < len(lines):
        blocks.append(context(t("minutes.overview_more", count=len(lines) - taken)))
    return blocks


def deferred(item: ItemLine, t: Words) -> str:
    """`udsat, da SDS ikke deltager`, as mrkdwn."""
    return t.mrkdwn(msg(f"agenda.deferred{wording(item.reason)}", reason=item.reason))


def _item(each: TreatedLine, shown: Minutes, t: Words) -> list[str]:
    item = each.item
    head = t.mrkdwn("minutes.item_line", number=item.number, title=item.title)
    if item.state is ItemState.DEFERRED:
        head += " · " + deferred(item, t)
    elif item.state is ItemState.TREATED:
        head += " · " + t.word(item.state)
    elif item.id == shown.current_id and shown.meeting.state is MeetingState.IN_SESSION:
        head += " · " + t("minutes.now")
    return [head, *(f"• {entries.line(e, t, most=LONGEST_ENTRY)}" for e in each.entries)]
