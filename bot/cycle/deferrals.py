"""The organiser puts an item off with a reason, and says what brings it back."""

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot import access
from bot.access import Right
from bot.cycle.steps import actions as promises
from bot.cycle.steps import attendance, carry_over, deadlines, deferring
from bot.cycle.steps.proposing import changed
from bot.cycle.steps.putting_off import PutOff, put_off
from bot.cycle.steps.reading import head, line_of
from bot.cycle.steps.supplements import tell_change
from bot.cycle.steps.telling import tell_proposer
from bot.cycle.steps.writing import show_panels
from bot.errors import NotFound, Unclear
from bot.inputs import planning
from bot.ports import Asker
from bot.results.agenda import DeferralForm, ItemRuled, Ruled
from bot.rules import agenda as rules
from bot.rules import deferrals as deferral_rules
from bot.rules import minutes as minutes_rules
from bot.rules.actions import UNFINISHED
from bot.rules.deferrals import DeferralDraft
from bot.texts import msg
from bot.work import House, Work
from storage.queries import actions, agenda, series
from storage.tables import AgendaItem, Meeting
from storage.vocabulary import (
    ActionId,
    AgendaChangeKind,
    ItemId,
    ItemState,
    Language,
    OrganisationId,
    ReturnWhen,
)


def form(house: House, item_id: ItemId, *, by: Asker) -> DeferralForm:
    """What the dialog needs: the item, who might be absent, and whose answer it might await."""
    with house.look(by) as work:
        member, item, meeting = access.item(work, item_id, Right.ORGANIZE)
        _after(item, meeting)
        raised = actions.for_meeting(work.session, meeting, UNFINISHED)
        return DeferralForm(
            line_of(work, item, meeting),
            head(work, meeting),
            attendance.of(work, meeting).parties,
            promises.lines(work, raised, member),
        )


def defer(
    house: House, item_id: ItemId, draft: DeferralDraft, *, language: Language, by: Asker
) -> ItemRuled:
    """Puts an item off until its condition holds; its sub-items go with it.

    `language` is what the draft's day was typed in.
    """
    with house.work(by) as work:
        _, item, meeting = access.item(work, item_id, Right.ORGANIZE)
        _after(item, meeting)
        draft = deferral_rules.checked(deferral_rules.fitted(draft, _owed(work, meeting)))
        words = work.texts.words(head(work, meeting).language, head(work, meeting).zone)
        reason = words(rules.why_deferred(draft.kind, _party(work, meeting, draft), draft.typed))
        why = PutOff(
            draft.kind,
            reason,
            draft.returns or ReturnWhen.NEXT_MEETING,
            party_id=draft.party_id,
            not_before=_day(work, meeting, draft, language),
            action_id=_action(work, meeting, draft),
        )
        put_off(work, item, meeting, why)
        line = line_of(work, item, meeting)
        tell_proposer(
            work, item, meeting, "agenda.told_deferred",
            reason=reason, comes=deferral_rules.comes(line.comeback),
        )  # fmt: skip
        _show(work, meeting)
        carry_over.refresh_coming(work, meeting.series_id)
        return ItemRuled(Ruled.DEFERRED, line, head(work, meeting))


def recall(house: House, item_id: ItemId, *, by: Asker) -> ItemRuled:
    """Takes a deferral back, also for the sub-items that went with it."""
    with house.work(by) as work:
        _, item, meeting = access.item(work, item_id, Right.ORGANIZE)
        after, reason = rules.after_recalling(item.state, meeting.state), item.reason
        below = [
            each for each in _below(work, item, (ItemState.DEFERRED,)) if each.reason == reason
        ]
        for each in [item, *below]:
            each.state, each.reason = after, ""
            work.session.add(each)
            deferring.forget(work, each)
            changed(work, "agenda.recall", each, meeting)
            tell_change(work, each, meeting, AgendaChangeKind.RECALLED)
        tell_proposer(work, item, meeting, "agenda.told_recalled")
        _show(work, meeting)
        carry_over.refresh_coming(work, meeting.series_id)
        return ItemRuled(Ruled.RECALLED, line_of(work, item, meeting), head(work, meeting))


def _show(work: Work, meeting: Meeting) -> None:
    if meeting.state in minutes_rules.WRITTEN:
        show_panels(work, meeting)


def _after(item: AgendaItem, meeting: Meeting) -> ItemState:
    """Before the meeting only what is to be treated; while its minutes are written, anything."""
    if meeting.state in minutes_rules.WRITTEN:
        return minutes_rules.after_deferring(item.state, meeting.state)
    return rules.after_deferring(item.state, meeting.state)


def _below(work: Work, item: AgendaItem, states: tuple[ItemState, ...]) -> list[AgendaItem]:
    held = agenda.of_meeting(work.session, item.meeting_id, states)
    return [each for each in held if each.parent_id == item.id]


def _owed(work: Work, meeting: Meeting) -> Mapping[OrganisationId, list[ActionId]]:
    owed: dict[OrganisationId, list[ActionId]] = {}
    for each in actions.for_meeting(work.session, meeting, UNFINISHED):
        owed.setdefault(each.owner.id, []).append(each.action.id)
    return owed


def _party(work: Work, meeting: Meeting, draft: DeferralDraft) -> str:
    """The short name of the organisation that it is about; only of those who are invited."""
    if draft.party_id is None:
        return ""
    for each in attendance.of(work, meeting).parties:
        if each.organisation_id == draft.party_id:
            return each.organisation
    raise NotFound(msg("common.not_found"), field="party")


def _day(work: Work, meeting: Meeting, draft: DeferralDraft, language: Language) -> date | None:
    """On or after which it comes back: the first day of what was typed."""
    if draft.returns is not ReturnWhen.ON_DATE:
        return None
    held = series.of_meeting(work.session, meeting)
    today = work.now.astimezone(ZoneInfo(held.zone)).date()
    read = planning.planned(
        draft.day, today, language, field="day", remark=work.remark,
        context=deadlines.context(work, meeting),
    )  # fmt: skip
    start = read.start.date() if isinstance(read.start, datetime) else read.start
    if start <= meeting.starts_at.astimezone(ZoneInfo(held.zone)).date():
        raise Unclear(msg("deferrals.day_too_soon"), field="day")
    return start


def _action(work: Work, meeting: Meeting, draft: DeferralDraft) -> ActionId | None:
    """Only of those that the meeting follows up: its line is read by all who see the agenda."""
    if draft.returns is not ReturnWhen.ACTION_ANSWERED or draft.action_id is None:
        return None
    if not any(draft.action_id in theirs for theirs in _owed(work, meeting).values()):
        raise NotFound(msg("common.not_found"), field="action")
    return draft.action_id
