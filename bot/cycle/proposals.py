"""Participants put items on the agenda, change them and take them back."""

from bot import access
from bot.access import Member, Right
from bot.cycle.steps import alike, links, needs
from bot.cycle.steps.placing import let_up, put_in_place
from bot.cycle.steps.proposing import changed, propose, waits
from bot.cycle.steps.reading import head, line_of
from bot.cycle.steps.supplements import tell_change
from bot.cycle.steps.telling import tell_organizers
from bot.cycle.steps.versions import keep, keep_first
from bot.errors import NotAllowed, UnknownPerson, WrongMoment
from bot.inputs import one_line
from bot.ports import Asker, Clockwork
from bot.results.agenda import ItemSaved, ItemTold, Saved
from bot.rules import items as rules
from bot.rules.agenda import may_order
from bot.rules.items import ItemDraft
from bot.rules.links import lines
from bot.texts import msg
from bot.work import House, Work
from storage.queries import agenda, meetings, people
from storage.tables import AgendaItem, Meeting
from storage.vocabulary import (
    AgendaChangeKind,
    ChannelId,
    ItemId,
    ItemState,
    MeetingId,
    MeetingState,
)


def add(
    house: House,
    draft: ItemDraft,
    *,
    channel: ChannelId,
    direct: bool = False,
    meeting_id: MeetingId | None = None,
    by: Asker,
) -> ItemSaved:
    """Puts an item on the agenda of the channel's meeting, or of `meeting_id`.

    If it comes late, it goes to the organiser's waiting list.
    """
    with house.work(by) as work:
        try:
            member, meeting = _meeting_for(work, channel, meeting_id, direct=direct)
        except UnknownPerson as stranger:
            draft = rules.checked(draft)
            said = "\n".join(filter(None, [draft.background.strip(), lines(draft.links)]))
            kept = said[: rules.LONGEST_BACKGROUND]
            raise stranger.proposing(one_line.line(draft), kept) from None
        draft = rules.checked(draft)
        item = propose(
            work,
            meeting,
            draft,
            proposed_by=member.participant_id,
            parent_id=_parent(work, draft.parent_id, meeting),
        )
        what = _late(meeting) if item.late else _added(item)
        found = alike.of(work, item, meeting, member)
        return ItemSaved(what, line_of(work, item, meeting), head(work, meeting), found)


def edit(house: House, item_id: ItemId, draft: ItemDraft, *, seen: int, by: Asker) -> ItemSaved:
    """Changes an item; `seen` is the version that the person had before them."""
    with house.work(by) as work:
        member, item, meeting = access.item(work, item_id, Right.PROPOSE)
        _own(member, item)
        if not member.organizes:
            rules.after_withdrawing(item.state, meeting.state)  # what can't go can't change
        after = rules.after_editing(item.state, meeting.state)
        if item.version != seen:
            raise WrongMoment(msg("proposals.changed_meanwhile", title=item.title))
        draft = rules.checked(draft)
        parent = _parent(work, draft.parent_id, meeting, child=item)
        moved = parent != item.parent_id
        if moved and item.state in agenda.ON_PAPER:
            _may_move(meeting)
        keep_first(work, item)
        item.title, item.background = draft.title.strip(), draft.background.strip()
        item.purpose, item.minutes = draft.purpose, draft.minutes
        item.presenter, item.parent_id = draft.presenter.strip(), parent
        again, item.state = after is not item.state, after
        if moved:
            put_in_place(work, item)
        work.session.add(item)
        links.put(work, item, draft.links)
        keep(work, item, member.participant_id, work.now)
        needs.require(work, item, meeting, draft.needs)
        changed(work, "proposals.edit", item, meeting)
        if item.state in agenda.ON_PAPER:
            tell_change(work, item, meeting, AgendaChangeKind.CHANGED)
        if again:
            tell_organizers(work, item, meeting)
        what = Saved.WAITING if again else Saved.CHANGED
        return ItemSaved(what, line_of(work, item, meeting), head(work, meeting))


def withdraw(house: House, item_id: ItemId, *, by: Asker) -> ItemSaved:
    """Takes an own item back; `restore` undoes it."""
    with house.work(by) as work:
        member, item, meeting = access.item(work, item_id, Right.PROPOSE)
        _own(member, item)
        after = rules.after_withdrawing(item.state, meeting.state)
        let_up(work, item)
        item.state = after
        work.session.add(item)
        changed(work, "proposals.withdraw", item, meeting)
        return ItemSaved(Saved.WITHDRAWN, line_of(work, item, meeting), head(work, meeting))


def restore(house: House, item_id: ItemId, *, by: Asker) -> ItemSaved:
    """Puts a withdrawn item back."""
    with house.work(by) as work:
        member, item, meeting = access.item(work, item_id, Right.PROPOSE)
        _own(member, item)
        item.late = item.late or meeting.state is MeetingState.AGENDA_SENT
        held_back = waits(work, meeting, item.proposed_by, late=item.late)
        item.state = rules.after_restoring(item.state, meeting.state, waits=held_back)
        work.session.add(item)
        changed(work, "proposals.restore", item, meeting)
        return ItemSaved(Saved.RESTORED, line_of(work, item, meeting), head(work, meeting))


def read(house: House, item_id: ItemId, *, by: Asker) -> ItemSaved:
    """An item as it stands, for the dialog in which its proposer changes it."""
    with house.look(by) as work:
        member, item, meeting = access.item(work, item_id, Right.PROPOSE)
        _own(member, item)
        return ItemSaved(Saved.CHANGED, line_of(work, item, meeting), head(work, meeting))


def told(house: House, item_id: ItemId, user: str, *, by: Clockwork) -> ItemTold:
    """An item beside a sentence about it to a user."""
    with house.look(by) as work:
        _, item, meeting = access.item(work, item_id)
        proposer = people.participant(work.session, item.proposed_by) if item.proposed_by else None
        mine = proposer is not None and proposer.user == user
        return ItemTold(line_of(work, item, meeting), head(work, meeting), mine)


def _late(meeting: Meeting) -> Saved:
    """The item is late for an agenda that is sent, or whose deadline has passed."""
    return Saved.LATE if meeting.state is MeetingState.AGENDA_SENT else Saved.OVERDUE


def _added(item: AgendaItem) -> Saved:
    return Saved.WAITING if item.state is ItemState.PROPOSED else Saved.ADDED


def _meeting_for(
    work: Work, channel: ChannelId, meeting_id: MeetingId | None, *, direct: bool
) -> tuple[Member, Meeting]:
    if meeting_id is not None:
        return access.meeting(work, meeting_id, Right.PROPOSE)
    place = access.place(work, channel, direct=direct, right=Right.PROPOSE)
    if place.meeting is not None:
        return place.member, place.meeting
    growing = meetings.taking_items(work.session, place.series.id, place.member.organisation_id)
    joint = [each for each in growing if each.vendor_id is None]
    if not joint:
        raise WrongMoment(msg("proposals.no_meeting", series=place.series.name))
    return place.member, joint[0]


def _parent(
    work: Work, parent_id: ItemId | None, meeting: Meeting, child: AgendaItem | None = None
) -> ItemId | None:
    """The item above, if it is one of the same agenda's first level."""
    if parent_id is None:
        return None
    _, parent, its_meeting = access.item(work, parent_id)
    if its_meeting.id != meeting.id or parent.parent_id is not None:
        raise WrongMoment(msg("proposals.parent_gone"), field="parent")
    if child is not None and child.id == parent.id:
        raise WrongMoment(msg("proposals.parent_itself"), field="parent")
    if child is not None and _has_below(work, child):
        raise WrongMoment(msg("proposals.parent_has_children"), field="parent")
    return parent.id


def _has_below(work: Work, item: AgendaItem) -> bool:
    return any(
        each.parent_id == item.id for each in agenda.of_meeting(work.session, item.meeting_id)
    )


def _may_move(meeting: Meeting) -> None:
    """Another item above means another number."""
    try:
        may_order(meeting.state)
    except WrongMoment as fixed:
        raise WrongMoment(fixed.message, field="parent") from None


def _own(member: Member, item: AgendaItem) -> None:
    """Own items, and everything for the organiser."""
    if not member.organizes and item.proposed_by != member.participant_id:
        raise NotAllowed(msg("proposals.not_yours"))
