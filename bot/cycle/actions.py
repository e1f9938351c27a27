"""Promises and questions: raised, listed, and their history."""

from bot import access
from bot.access import Member, Right
from bot.cycle.steps import actions as steps
from bot.cycle.steps import deadlines, writing
from bot.cycle.steps import minute_book as book
from bot.cycle.steps.carry_over import refresh_coming
from bot.errors import NotAllowed, Unclear
from bot.inputs.promises import addressed
from bot.ports import By
from bot.results.actions import (
    ActionAnswered,
    ActionForm,
    ActionLine,
    ActionPage,
    Answered,
    History,
    HistoryLine,
)
from bot.rules.actions import ALIVE, ActionDraft, checked_text, owner_named
from bot.rules.minutes import PROMISES, EntryDraft
from bot.texts import msg
from bot.work import House, Work
from storage.queries import actions, people
from storage.tables import Meeting, Series
from storage.vocabulary import (
    ActionId,
    ActionState,
    ChannelId,
    EntryKind,
    Language,
    MeetingId,
    MeetingState,
    OrganisationId,
    SeriesId,
)

PAGE = 10  # lines of a list at once: each is two of a message's fifty blocks
_WRITING = (MeetingState.IN_SESSION, MeetingState.DRAFTING)


# ── Lists ────────────────────────────────────────────────────────────────────


def mine(house: House, series_id: SeriesId, *, by: By) -> ActionPage:
    """What the asker's organisation owes, for App Home."""
    return page(house, series_id, by=by)


def page(
    house: House, series_id: SeriesId, *, everybody: bool = False, start: int = 0, by: By
) -> ActionPage:
    """Open and answered actions that the asker may see, those due first at the top."""
    with house.look(by) as work:
        member, held = access.in_series(work, series_id)
        return _page(work, member, held, everybody=everybody, start=start)


def page_here(
    house: House, channel: ChannelId, *, direct: bool, everybody: bool, by: By
) -> ActionPage:
    """The same for the series that a channel belongs to."""
    with house.look(by) as work:
        place = access.place(work, channel, direct=direct)
        return _page(work, place.member, place.series, everybody=everybody, start=0)


def to_answer(house: House, action_id: ActionId, *, by: By) -> ActionLine:
    """One action, for a dialog of somebody who may answer it."""
    with house.look(by) as work:
        member, raised = access.action(work, action_id, Right.PROPOSE)
        if not steps.may_answer(member, raised.action):
            raise NotAllowed(msg("actions.not_yours", organisation=raised.owner.short_name))
        return steps.line(work, raised, member)


def history(house: House, action_id: ActionId, *, by: By) -> History:
    """Everything that happened to an action, oldest first."""
    with house.look(by) as work:
        member, raised = access.action(work, action_id)
        action = raised.action
        known = steps.histories(work, [raised]).get(action.id, [])
        lines = []
        for each, person in known:
            own = people.organisation(work.session, person.organisation_id) if person else None
            lines.append(
                HistoryLine(
                    at=each.at,
                    kind=each.kind,
                    by=f"{person.name}, {own.short_name}" if person and own else "",
                    text=each.text,
                    due=each.due,
                )
            )
        zone = steps.zone_of(work, action.series_id).key
        return History(steps.line(work, raised, member), tuple(lines), zone)


def form(house: House, action_id: ActionId, *, by: By) -> tuple[ActionLine, ActionForm]:
    """One action with whom it may be handed over to."""
    with house.look(by) as work:
        member, raised = access.action(work, action_id, Right.ORGANIZE)
        return steps.line(work, raised, member), _form(work, member, raised.meeting)


def _page(work: Work, member: Member, held: Series, *, everybody: bool, start: int) -> ActionPage:
    raised = actions.of_series(
        work.session,
        held.id,
        member.organisation_id,
        states=ALIVE,
        owner=None if everybody else member.organisation_id,
    )
    lines = sorted(
        steps.lines(work, raised, member),
        key=lambda each: (
            each.state is ActionState.ANSWERED,
            each.due_day is None,
            each.due_day or each.raised_on,
        ),
    )
    return ActionPage(
        series_id=held.id,
        series=held.name,
        everybody=everybody,
        organisation=member.organisation,
        lines=tuple(lines[start : start + PAGE]),
        start=start,
        total=len(lines),
    )


# ── Raised outside the minutes, or in them ───────────────────────────────────


def new_form_of(house: House, series_id: SeriesId, *, by: By) -> ActionForm:
    """The same for a series' joint meetings."""
    with house.look(by) as work:
        member, held = access.in_series(work, series_id, Right.PROPOSE)
        return _form(work, member, book.meeting_of(work, held, member))


def new_form(house: House, channel: ChannelId, *, direct: bool, by: By) -> ActionForm:
    """Whom a new action may be given to: anybody by an organiser, else one's own."""
    with house.look(by) as work:
        member, meeting = book.meeting_here(work, channel, direct=direct, right=Right.PROPOSE)
        return _form(work, member, meeting)


def say(
    house: House, text: str, *, channel: ChannelId, direct: bool, language: Language, by: By
) -> ActionAnswered:
    """`til SDS: … senest 1. april`: owner, text and deadline out of what was said."""
    with house.work(by) as work:
        member, meeting = book.meeting_here(work, channel, direct=direct, right=Right.PROPOSE)
        said = addressed(text)
        owner = member.organisation_id
        if said.certain or (said.owner and member.organizes):
            owner = owner_named(said.owner, book.named(work, meeting.series_id))
        elif member.organizes:
            raise Unclear(msg("minutes.owner_missing"), field="owner")
        what, due = deadlines.split(work, said.text, meeting, language)
        draft = EntryDraft(EntryKind.ACTION, what, owner_id=owner, due=due)
        return _raise(work, member, meeting, draft, language)


def add(
    house: House, meeting_id: MeetingId, draft: EntryDraft, *, language: Language, by: By
) -> ActionAnswered:
    """A new action or question; while the meeting is written down, it stands in the minutes."""
    with house.work(by) as work:
        member, meeting = access.meeting(work, meeting_id, Right.PROPOSE)
        return _raise(work, member, meeting, draft, language)


def _raise(
    work: Work, member: Member, meeting: Meeting, draft: EntryDraft, language: Language
) -> ActionAnswered:
    owner = _owner(member, draft.owner_id)
    in_minutes = member.organizes and meeting.state in _WRITING and meeting.current_item_id
    if in_minutes:
        item = writing.current(work, meeting)
        entry = writing.write(work, member, meeting, item, draft, language)
        action_id = entry.action_id
    else:
        promise = ActionDraft(
            PROMISES[draft.kind],
            checked_text(draft.text, "minutes.text_missing", "text"),
            owner,
            asked_by=draft.asked_by,
            due=deadlines.read(work, draft.due, meeting, language),
        )
        action = steps.raise_action(work, meeting, promise, by_id=member.participant_id)
        action_id = action.id
    refresh_coming(work, meeting.series_id)
    if action_id is None:
        message = f"an entry of kind {draft.kind} without its action"
        raise LookupError(message)
    _, raised = access.action(work, action_id)
    return ActionAnswered(Answered.RAISED, steps.line(work, raised, member))


def _owner(member: Member, wanted: OrganisationId | None) -> OrganisationId:
    if wanted is None:
        raise Unclear(msg("minutes.owner_missing"), field="owner")
    if not member.organizes and wanted != member.organisation_id:
        raise NotAllowed(msg("actions.own_only", organisation=member.organisation), field="owner")
    return wanted


def _form(work: Work, member: Member, meeting: Meeting) -> ActionForm:
    owners = book.owners(work, meeting.series_id)
    if not member.organizes:
        owners = tuple(each for each in owners if each.id == member.organisation_id)
    return ActionForm(meeting.id, meeting.title, owners)
