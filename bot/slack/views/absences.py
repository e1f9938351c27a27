"""The organiser's notice of an organisation that stays away, with what needs it."""

from slack_sdk.models.blocks import Block

from bot.results.absences import AbsenceNotice
from bot.results.agenda import ItemLine
from bot.slack.ids.absences import AbsencePress
from bot.slack.ids.agenda import RulePress
from bot.slack.limits import cut
from bot.slack.replies import Reply
from bot.slack.views.agenda import BUDGET, shortened
from bot.slack.views.parts import actions, button, context, section
from bot.texts import Message, Words, msg
from storage.vocabulary import AbsenceId, AttendanceState, ItemId

MOST = 20  # lines of either kind, of a message's 50 blocks; one button takes all at once


def card(shown: AbsenceNotice, t: Words) -> Reply:
    """Says what the organisation answers now; what still needs it, and what was put off."""
    said = [_head(shown), *([_needed(shown), *_put_off(shown)] if shown.open else [])]
    whole = " ".join(t(each) for each in said if each)
    return Reply(whole, shortened(lambda most: _blocks(shown, most, t), BUDGET))


def _blocks(shown: AbsenceNotice, most: int, t: Words) -> list[Block]:
    blocks: list[Block] = [section(t.mrkdwn(_head(shown)))]
    if not shown.open:
        return blocks
    needed = _needed(shown)
    if needed:
        blocks.append(section(t.mrkdwn(needed)))
        if _away(shown):
            blocks += [_needs(shown, each, most, t) for each in shown.items[:MOST]]
            blocks += _more(len(shown.items), t)
            blocks += _all_button(shown, t)
    for why in _put_off(shown):
        blocks.append(section(t.mrkdwn(why)))
        blocks += [_waits(each, most, t) for each in shown.put_off[:MOST]]
        blocks += _more(len(shown.put_off), t)
    return blocks


def _away(shown: AbsenceNotice) -> bool:
    return shown.state is AttendanceState.APOLOGIES


def _head(shown: AbsenceNotice) -> Message:
    answer = "away" if _away(shown) else "comes"
    if shown.state is AttendanceState.INVITED:
        answer = "open"
    return msg(
        f"absences.head_{answer}", organisation=shown.organisation, meeting=shown.meeting.title
    )


def _needed(shown: AbsenceNotice) -> Message | None:
    if not _away(shown):
        return None
    if not shown.items:
        return msg("absences.settled", organisation=shown.organisation)
    return msg("absences.needed", count=len(shown.items), organisation=shown.organisation)


def _put_off(shown: AbsenceNotice) -> list[Message]:
    if not shown.put_off:
        return []
    now = "away" if _away(shown) else "back"
    count = len(shown.put_off)
    return [msg(f"absences.put_off_{now}", count=count, organisation=shown.organisation)]


def _needs(shown: AbsenceNotice, item: ItemLine, most: int, t: Words) -> Block:
    text = t("absences.button_defer")
    label = t("agenda.button_item_label", action=text, title=cut(item.title, most))
    value = f"{shown.id} {item.id}"
    return section(_line(item, most, t), button(text, AbsencePress.DEFER, value, label=label))


def _waits(item: ItemLine, most: int, t: Words) -> Block:
    text = t("agenda.button_recall")
    label = t("agenda.button_item_label", action=text, title=cut(item.title, most))
    return section(_line(item, most, t), button(text, RulePress.RECALL, item.id, label=label))


def _line(item: ItemLine, most: int, t: Words) -> str:
    return t.mrkdwn("agenda.line", number=item.number, title=cut(item.title, most))


def _more(count: int, t: Words) -> list[Block]:
    return [context(t.mrkdwn("agenda.more", count=count - MOST))] if count > MOST else []


def _all_button(shown: AbsenceNotice, t: Words) -> list[Block]:
    count = len(shown.items)
    text = t("absences.button_all", count=count)
    return [actions(button(text, AbsencePress.DEFER_ALL, shown.id))] if count > 1 else []


def unpacked(value: str) -> tuple[AbsenceId, list[ItemId]]:
    absence, *items = map(int, value.split())
    return AbsenceId(absence), [ItemId(each) for each in items]
