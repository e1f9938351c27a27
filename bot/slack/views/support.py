"""Supporting items, and the agenda ordered by support."""

from slack_sdk.models.blocks import Block

from bot.results.agenda import ItemLine, Sorted, SupportList
from bot.slack.ids.agenda import AgendaPress, ItemPress
from bot.slack.limits import cut
from bot.slack.replies import Reply
from bot.slack.views.parts import actions, button, context, section
from bot.texts import Words, msg
from storage.vocabulary import ItemId, MeetingId

MOST_LISTED = 45  # a block each, of the 50 of a message
_TITLE = 150  # characters
MOST_UNDONE = 150  # items whose order before fits into a button's value


def support_list(shown: SupportList, t: Words) -> Reply:
    """Each item with a button that supports it, or takes that back."""
    text = msg("agenda.support_head", meeting=shown.meeting.title)
    if not shown.items:
        text = msg("agenda.support_none", meeting=shown.meeting.title)
    blocks: list[Block] = [section(t.mrkdwn(text))]
    blocks += [_line(each, shown, t) for each in shown.items[:MOST_LISTED]]
    if len(shown.items) > MOST_LISTED:
        blocks.append(context(t.mrkdwn("agenda.support_more")))
    return Reply(t(text), blocks)


def _line(item: ItemLine, shown: SupportList, t: Words) -> Block:
    ours = shown.organisation_id in item.supporters
    said = t.mrkdwn("agenda.line", number=item.number, title=cut(item.title, _TITLE))
    if item.supporters:
        count = t.mrkdwn("agenda.supported", count=len(item.supporters))
        said += f" — _{count}_"
    text = t("agenda.button_support_off" if ours else "agenda.button_support_on")
    label = t("agenda.button_item_label", action=text, title=item.title)
    return section(said, button(text, ItemPress.SUPPORT, item.id, label=label))


def in_order(result: Sorted, t: Words) -> Reply:
    """What the organiser is told after sorting, with the way back."""
    meeting = result.agenda.meeting
    text = msg("agenda.sorted" if result.before else "agenda.sorted_already", meeting=meeting.title)
    blocks: list[Block] = [section(t.mrkdwn(text))]
    if result.before and len(result.before) <= MOST_UNDONE:
        value = packed_order(meeting.id, result.before)
        blocks.append(actions(button(t("agenda.button_reconsider"), AgendaPress.UNSORT, value)))
    return Reply(t(text), blocks)


def put_back(result: Sorted, t: Words) -> Reply:
    text = msg("agenda.unsorted", meeting=result.agenda.meeting.title)
    return Reply(t(text), [section(t.mrkdwn(text))])


def packed_order(meeting: MeetingId, before: tuple[ItemId, ...]) -> str:
    return " ".join(map(str, [meeting, *before]))


def unpacked_order(value: str) -> tuple[MeetingId, list[ItemId]]:
    meeting, *before = map(int, value.split())
    return MeetingId(meeting), [ItemId(each) for each in before]
