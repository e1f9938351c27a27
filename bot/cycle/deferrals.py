"""The organiser defers an item with a reason, and takes that back."""

from bot import access
from bot.access import Right
from bot.cycle.steps import attendance, carry_over
from bot.cycle.steps.proposing import changed
from bot.cycle.steps.reading import head, line_of
from bot.cycle.steps.supplements import tell_change
from bot.cycle.steps.telling import tell_proposer
from bot.ports import Asker
from bot.results.agenda import DeferralForm, ItemRuled, Ruled
from bot.rules import agenda as rules
from bot.work import House, Work
from storage.queries import agenda, series
from storage.tables import AgendaItem
from storage.vocabulary import AgendaChangeKind, DeferReason, ItemId, ItemState


def form(house: House, item_id: ItemId, *, by: Asker) -> DeferralForm:
    """What the dialog needs: the item, and who might be absent."""
    with house.look(by) as work:
        _, item, meeting = access.item(work, item_id, Right.ORGANIZE)
        rules.after_deferring(item.state, meeting.state)
        return DeferralForm(
            line_of(work, item, meeting),
            head(work, meeting),
            attendance.of(work, meeting).parties,
        )


def defer(
    house: House,
    item_id: ItemId,
    kind: DeferReason,
    *,
    party: str = "",
    typed: str = "",
    by: Asker,
) -> ItemRuled:
    """Puts an item off to the next meeting; its sub-items go with it."""
    with house.work(by) as work:
        _, item, meeting = access.item(work, item_id, Right.ORGANIZE)
        after = rules.after_deferring(item.state, meeting.state)
        held = series.of_meeting(work.session, meeting)
        words = work.texts.words(held.language, held.zone)
        reason = words(rules.why_deferred(kind, party, typed))
        for each in [item, *_below(work, item, ItemState.ACCEPTED)]:
            each.state, each.reason = after, reason
            work.session.add(each)
            changed(work, "agenda.defer", each, meeting)
            tell_change(work, each, meeting, AgendaChangeKind.DEFERRED)
        tell_proposer(work, item, meeting, "agenda.told_deferred", reason=reason)
        carry_over.refresh_after(work, meeting)
        return ItemRuled(Ruled.DEFERRED, line_of(work, item, meeting), head(work, meeting))


def recall(house: House, item_id: ItemId, *, by: Asker) -> ItemRuled:
    """Takes a deferral back, also for the sub-items that went with it."""
    with house.work(by) as work:
        _, item, meeting = access.item(work, item_id, Right.ORGANIZE)
        after, reason = rules.after_recalling(item.state, meeting.state), item.reason
        below = [each for each in _below(work, item, ItemState.DEFERRED) if each.reason == reason]
        for each in [item, *below]:
            each.state, each.reason = after, ""
            work.session.add(each)
            changed(work, "agenda.recall", each, meeting)
            tell_change(work, each, meeting, AgendaChangeKind.RECALLED)
        tell_proposer(work, item, meeting, "agenda.told_recalled")
        carry_over.refresh_after(work, meeting)
        return ItemRuled(Ruled.RECALLED, line_of(work, item, meeting), head(work, meeting))


def _below(work: Work, item: AgendaItem, state: ItemState) -> list[AgendaItem]:
    held = agenda.of_meeting(work.session, item.meeting_id, [state])
    return [each for each in held if each.parent_id == item.id]
