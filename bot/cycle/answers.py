"""Owners answer their actions, and organisers settle them.

Two people of one organisation may answer at once: both answers stand in the history, and
what can be done only once is refused the second time.
"""

from collections.abc import Callable

from bot import access
from bot.access import Member, Right
from bot.cycle.steps import actions as steps
from bot.cycle.steps import deadlines, remarks, voices
from bot.cycle.steps.carry_over import refresh_coming
from bot.errors import NotAllowed, WrongMoment
from bot.ports import By
from bot.results.actions import ActionAnswered, Answered
from bot.rules import actions as rules
from bot.rules.actions import checked_text
from bot.rules.minutes import checked_reason
from bot.texts import Message, msg
from bot.work import House, Work
from storage.queries import series
from storage.queries.actions import Raised
from storage.vocabulary import (
    ActionId,
    ActionState,
    FollowUpKind,
    Language,
    OrganisationId,
    PlanningDate,
    RemarkAbout,
)

Transition = Callable[[ActionState, str], ActionState]


# ── By the owner ─────────────────────────────────────────────────────────────


def done(house: House, action_id: ActionId, *, by: By) -> ActionAnswered:
    """It is done; `reopen` undoes it."""
    with house.work(by) as work:
        member, raised = _owned(work, action_id, msg("mandates.done"))
        _go(work, raised, rules.after_done)
        return _kept(work, raised, member, Answered.DONE, FollowUpKind.DONE)


def answer(house: House, action_id: ActionId, text: str, *, by: By) -> ActionAnswered:
    """An answer in words; the organisers are told."""
    with house.work(by) as work:
        member, raised = _owned(work, action_id, text.strip())
        said = checked_text(text, "actions.answer_missing", "text")
        _go(work, raised, rules.after_answer)
        _tell(work, raised, member, _told(work, raised, member, "actions.told_answered", text=said))
        return _kept(work, raised, member, Answered.ANSWERED, FollowUpKind.ANSWERED, text=said)


def move(
    house: House, action_id: ActionId, due: str, reason: str, *, language: Language, by: By
) -> ActionAnswered:
    """A new date with its reason; the old one stays in the history."""
    with house.work(by) as work:
        wish = msg("mandates.new_date", due=due.strip(), reason=reason.strip())
        member, raised = _owned(work, action_id, wish)
        _go(work, raised, rules.after_moving)
        planned = deadlines.read(work, due, raised.meeting, language)
        why = checked_reason(reason)
        action = raised.action
        action.due, action.due_day = planned, planned.last_day if planned else None
        told = _told(work, raised, member, "actions.told_moved", text=why)
        _tell(work, raised, member, told)
        return _kept(
            work, raised, member, Answered.MOVED, FollowUpKind.MOVED, text=why, due=planned
        )


def refuse(house: House, action_id: ActionId, *, by: By) -> ActionAnswered:
    """Not theirs: the organisers are told, and one of them hands it over."""
    with house.work(by) as work:
        member, raised = _owned(work, action_id, msg("mandates.not_ours"))
        _go(work, raised, rules.after_refusing)
        told = _told(work, raised, member, "actions.told_refused", text=raised.action.text)
        _tell(work, raised, member, told)
        return _kept(work, raised, member, Answered.REFUSED, FollowUpKind.REFUSED)


def reopen(house: House, action_id: ActionId, *, by: By) -> ActionAnswered:
    """Takes the last step back: by the organiser, or by the owner who said done or answered."""
    with house.work(by) as work:
        member, raised = _owned(work, action_id)
        own = (ActionState.DONE, ActionState.ANSWERED)
        if not member.organizes and raised.action.state not in own:
            raise NotAllowed(msg("common.needs_organize"))
        _go(work, raised, rules.after_reopening)
        return _kept(work, raised, member, Answered.REOPENED, FollowUpKind.REOPENED)


# ── By the organiser ─────────────────────────────────────────────────────────


def block(house: House, action_id: ActionId, reason: str, *, by: By) -> ActionAnswered:
    """It can't go on for a reason; nobody is reminded until it is reopened."""
    with house.work(by) as work:
        member, raised = _in_turn(work, action_id, Right.ORGANIZE)
        _go(work, raised, rules.after_blocking)
        why = checked_reason(reason)
        return _kept(work, raised, member, Answered.BLOCKED, FollowUpKind.BLOCKED, text=why)


def drop(house: House, action_id: ActionId, reason: str, *, by: By) -> ActionAnswered:
    """It is no longer wanted, for a reason; `reopen` undoes it."""
    with house.work(by) as work:
        member, raised = _in_turn(work, action_id, Right.ORGANIZE)
        _go(work, raised, rules.after_dropping)
        why = checked_reason(reason)
        return _kept(work, raised, member, Answered.DROPPED, FollowUpKind.DROPPED, text=why)


def hand_over(
    house: House, action_id: ActionId, owner_id: OrganisationId, *, by: By
) -> ActionAnswered:
    """Another organisation owes it from now on."""
    with house.work(by) as work:
        member, raised = _in_turn(work, action_id, Right.ORGANIZE)
        action = raised.action
        _go(work, raised, rules.after_handing_over)
        there = {each.id: each for each in series.organisations(work.session, action.series_id)}
        if owner_id not in there or owner_id == action.owner_id:
            raise WrongMoment(msg("actions.no_such_owner"), field="owner")
        action.owner_id, action.person_id = owner_id, None
        return _kept(
            work,
            raised,
            member,
            Answered.HANDED_OVER,
            FollowUpKind.HANDED_OVER,
            text=there[owner_id].short_name,
        )


def _owned(work: Work, action_id: ActionId, said: Message | str = "") -> tuple[Member, Raised]:
    """The action, if the asker answers for its owner; else what they `said` may be kept."""
    member, raised = _in_turn(work, action_id, Right.PROPOSE)
    if not steps.may_answer(member, raised.action):
        raise NotAllowed(msg("actions.not_yours", organisation=raised.owner.short_name))
    named = raised.action.person_id == member.participant_id
    if not (member.organizes or named or voices.may_answer_for(work, member, raised.meeting.id)):
        unvoiced = remarks.unvoiced(
            work, member, raised.meeting, RemarkAbout.ACTION, action_id, said
        )
        raise unvoiced or NotAllowed(remarks.who_speaks(work, member, raised.meeting))
    return member, raised


def _in_turn(work: Work, action_id: ActionId, right: Right) -> tuple[Member, Raised]:
    """The action, held until the transaction ends: of two who answer at once, one waits."""
    member, raised = access.action(work, action_id, right)
    work.session.refresh(raised.action, with_for_update=True)
    return member, raised


def _go(work: Work, raised: Raised, transition: Transition) -> None:
    reference = steps.reference(work, raised)
    raised.action.state = transition(raised.action.state, reference)


def _kept(
    work: Work,
    raised: Raised,
    member: Member,
    what: Answered,
    kind: FollowUpKind,
    *,
    text: str = "",
    due: PlanningDate | None = None,
) -> ActionAnswered:
    action = raised.action
    steps.follow_up(work, action, kind, text=text, by_id=member.participant_id, due=due)
    refresh_coming(work, action.series_id)
    _, now = access.action(work, action.id)
    return ActionAnswered(what, steps.line(work, now, member))


def _told(work: Work, raised: Raised, member: Member, known: str, *, text: str) -> Message:
    return msg(
        known,
        name=member.name,
        organisation=member.organisation,
        reference=steps.reference(work, raised),
        text=text,
    )


def _tell(work: Work, raised: Raised, member: Member, told: Message) -> None:
    for organizer in access.organizers(work, raised.meeting):
        if organizer.id != member.participant_id:
            work.tell(
                organizer.user,
                told,
                series=raised.meeting.series_id,
                meeting=raised.meeting.id,
            )
