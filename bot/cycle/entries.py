"""What is said at a meeting, written down."""

from dataclasses import replace

from bot import access
from bot.access import Member, Right
from bot.cycle.steps import deadlines, writing
from bot.cycle.steps import minute_book as book
from bot.errors import NotFound, WrongMoment
from bot.inputs.promises import addressed
from bot.ports import By
from bot.results.minutes import EntryForm, EntryLine, EntryMark, EntrySaved
from bot.rules import minutes as rules
from bot.rules.actions import owner_named
from bot.rules.minutes import PROMISES, EntryDraft
from bot.texts import msg
from bot.work import House, Work
from storage.queries import agenda
from storage.tables import AgendaItem, Meeting
from storage.vocabulary import ChannelId, EntryId, ItemId, Language, MeetingId


def form(house: House, meeting_id: MeetingId, *, by: By) -> EntryForm:
    """What the dialog for a new entry needs."""
    with house.look(by) as work:
        member, meeting = access.meeting(work, meeting_id, Right.ORGANIZE)
        rules.may_write(meeting.state)
        return book.form(work, meeting, member)


def form_for(house: House, item_id: ItemId, *, by: By) -> EntryForm:
    """The same, asked from one of its items."""
    with house.look(by) as work:
        member, item, meeting = access.item(work, item_id, Right.ORGANIZE)
        rules.may_write(meeting.state)
        _on_paper(item)
        return book.form(work, meeting, member)


def form_here(house: House, channel: ChannelId, *, direct: bool, by: By) -> EntryForm:
    """The same for the meeting that a channel is about."""
    with house.look(by) as work:
        member, meeting = book.meeting_here(work, channel, direct=direct, right=Right.ORGANIZE)
        rules.may_write(meeting.state)
        return book.form(work, meeting, member)


def edit_form(house: House, entry_id: EntryId, *, by: By) -> EntryForm:
    """What the dialog for an entry that stands needs."""
    with house.look(by) as work:
        member, entry, meeting = access.entry(work, entry_id, Right.ORGANIZE)
        return book.form(work, meeting, member, entry_id=entry.id)


def add(
    house: House, item_id: ItemId, draft: EntryDraft, *, language: Language, by: By
) -> EntrySaved:
    """Writes an entry under an item. `language` is the one that its date is typed in."""
    with house.work(by) as work:
        member, item, meeting = access.item(work, item_id, Right.ORGANIZE)
        entry = writing.write(work, member, meeting, _on_paper(item), draft, language)
        return _saved(work, meeting, member, entry.id, EntryMark.ADDED)


def say(
    house: House,
    draft: EntryDraft,
    *,
    channel: ChannelId,
    direct: bool,
    language: Language,
    by: By,
) -> EntrySaved:
    """Writes what was typed under the item that is spoken of.

    An action or question begins with its owner ("til SDS: …") and may end in a deadline.
    """
    with house.work(by) as work:
        member, meeting = book.meeting_here(work, channel, direct=direct, right=Right.ORGANIZE)
        rules.may_write(meeting.state)
        item = writing.current(work, meeting)
        if draft.kind in PROMISES:
            draft = promised(work, draft, meeting, language)
        entry = writing.write(work, member, meeting, item, draft, language)
        return _saved(work, meeting, member, entry.id, EntryMark.ADDED)


def promised(work: Work, draft: EntryDraft, meeting: Meeting, language: Language) -> EntryDraft:
    """Owner and deadline out of what was said."""
    said = addressed(draft.text)
    if not said.owner:
        return draft  # refused for its missing owner, which says how to name one
    owner = owner_named(said.owner, book.named(work, meeting.series_id))
    text, due = deadlines.split(work, said.text, meeting, language)
    return replace(draft, text=text, owner_id=owner, due=due)


def edit(
    house: House,
    entry_id: EntryId,
    item_id: ItemId,
    draft: EntryDraft,
    *,
    seen: int,
    language: Language,
    by: By,
) -> EntrySaved:
    """Changes an entry; `seen` is the version that the person had before them."""
    with house.work(by) as work:
        member, entry, meeting = access.entry(work, entry_id, Right.ORGANIZE)
        book.entry_line(work, meeting, entry.id)
        if entry.version != seen:
            raise WrongMoment(msg("minutes.changed_meanwhile"))
        item = _item_of(work, item_id, meeting)
        writing.rewrite(work, member, meeting, entry, item, draft, language)
        return _saved(work, meeting, member, entry.id, EntryMark.CHANGED)


def remove(house: House, entry_id: EntryId, *, by: By) -> EntrySaved:
    """Takes an entry out of the minutes, and its promise with it; `restore` undoes it."""
    with house.work(by) as work:
        member, entry, meeting = access.entry(work, entry_id, Right.ORGANIZE)
        gone = _saved(work, meeting, member, entry.id, EntryMark.REMOVED)
        writing.set_removed(work, member, meeting, entry)
        return gone


def restore(house: House, entry_id: EntryId, *, by: By) -> EntrySaved:
    """Puts a removed entry back where it stood."""
    with house.work(by) as work:
        member, entry, meeting = access.entry(work, entry_id, Right.ORGANIZE)
        if not entry.removed:
            raise WrongMoment(msg("minutes.not_removed"))
        writing.set_removed(work, member, meeting, entry)
        return _saved(work, meeting, member, entry.id, EntryMark.RESTORED)


def _on_paper(item: AgendaItem) -> AgendaItem:
    if item.state not in agenda.ON_PAPER:
        raise NotFound(msg("minutes.item_not_here"), field="item")
    return item


def _item_of(work: Work, item_id: ItemId, meeting: Meeting) -> AgendaItem:
    _, item, its_meeting = access.item(work, item_id, Right.ORGANIZE)
    if its_meeting.id != meeting.id:
        raise NotFound(msg("minutes.item_not_here"), field="item")
    return _on_paper(item)


def _saved(
    work: Work, meeting: Meeting, member: Member, entry_id: EntryId, what: EntryMark
) -> EntrySaved:
    line: EntryLine = book.entry_line(work, meeting, entry_id)
    held = book.read(work, meeting, member)
    return EntrySaved(what, line, book.item_in(held, line.item_id), held.meeting)
