"""The warning before an agenda goes out with items that need who may not come."""

from slack_sdk.models.blocks import Block, ButtonElement

from bot.results.agenda import Agenda, ItemLine
from bot.results.meetings import MeetingHead
from bot.rules.needs import doubtful, lacking
from bot.slack import limits
from bot.slack.ids.absences import AbsencePress
from bot.slack.ids.agenda import AgendaPress, RulePress
from bot.slack.limits import cut
from bot.slack.replies import Reply
from bot.slack.views.agenda import BUDGET, shortened
from bot.slack.views.parts import actions, button, context, section
from bot.texts import Words, msg
from storage.vocabulary import AttendanceState

MOST_SHOWN = 30  # items, a block each
ROOM_BELOW = 300  # characters of what stands beneath the items


def held_back(agenda: Agenda, t: Words) -> Reply:
    """The agenda isn't sent yet: what the organiser can do about each item, or send it anyway."""
    meeting, items = agenda.meeting, lacking(agenda.items)
    text = msg("needs.held_back", meeting=meeting.title, count=len(items))
    blocks: list[Block] = [section(t.mrkdwn(text))]
    blocks += shortened(
        lambda most: [_item(item, most, t) for item in items[:MOST_SHOWN]],
        BUDGET - limits.weight(blocks) - ROOM_BELOW,
    )
    if len(items) > MOST_SHOWN:
        blocks.append(context(t.mrkdwn("needs.told_more", count=len(items) - MOST_SHOWN)))
    away = sum(
        any(each.state is AttendanceState.APOLOGIES for each in doubtful(item)) for item in items
    )
    blocks.append(actions(*_buttons(meeting, away, t)))
    return Reply(t(text), blocks)


def _buttons(meeting: MeetingHead, away: int, t: Words) -> list[ButtonElement]:
    """`away`: items that need somebody who has sent apologies."""
    row = [
        button(
            t("needs.button_defer", count=away),
            AbsencePress.DEFER_LACKING,
            meeting.id,
            label=t("needs.button_defer_label", count=away, meeting=meeting.title),
        )
    ]
    return [
        *(row if away else []),
        button(
            t("needs.button_send"),
            AgendaPress.FREEZE_ANYWAY,
            meeting.id,
            label=t("needs.button_send_label", meeting=meeting.title),
        ),
        button(
            t("needs.button_again"),
            AgendaPress.FREEZE,
            meeting.id,
            label=t("needs.button_again_label", meeting=meeting.title),
        ),
    ]


def _item(item: ItemLine, most: int, t: Words) -> Block:
    whom = doubtful(item)
    said = [
        t.mrkdwn(f"needs.{why}", who=cut(", ".join(names), most))
        for why, state in (("away", AttendanceState.APOLOGIES), ("silent", AttendanceState.INVITED))
        if (names := [each.organisation for each in whom if each.state is state])
    ]
    line = t.mrkdwn("agenda.line", number=item.number, title=cut(item.title, most))
    label = t("agenda.button_item_label", action=t("agenda.button_defer"), title=item.title)
    defer = button(t("agenda.button_defer"), RulePress.DEFER, item.id, label=label)
    return section(f"{line}\n{' · '.join(said)}", defer)
