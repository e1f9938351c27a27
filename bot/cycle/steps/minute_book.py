"""Minutes read inside one transaction."""

from collections.abc import Mapping, Sequence

from bot import access
from bot.access import Member, Right
from bot.cycle.steps import actions as action_steps
from bot.cycle.steps import poll_results
from bot.cycle.steps.reading import agenda_of
from bot.errors import NotFound, WrongMoment
from bot.results.actions import Owner
from bot.results.agenda import ItemLine
from bot.results.minutes import CommentLine, EntryForm, EntryLine, Minutes, TreatedLine
from bot.rules.actions import Named
from bot.texts import msg
from bot.work import Work
from storage.queries import actions, comments, documents, meetings, minutes, people, series
from storage.queries.actions import Raised
from storage.tables import ActionItem, Meeting, MinuteEntry, Series
from storage.vocabulary import (
    ActionId,
    ChannelId,
    DocumentKind,
    EntryId,
    ItemId,
    MeetingState,
    ParticipantId,
    SeriesId,
)


def read(work: Work, meeting: Meeting, member: Member) -> Minutes:
    """A meeting's minutes as a member may see and change them."""
    agenda = agenda_of(work, meeting)
    entries = entry_lines(work, meeting)
    return Minutes(
        meeting=agenda.meeting,
        items=tuple(
            TreatedLine(item, tuple(each for each in entries if each.item_id == item.id))
            for item in agenda.items
        ),
        current_id=meeting.current_item_id,
        comments=comment_lines(work, meeting),
        comments_until=meeting.comments_until,
        drafts=documents.last_version(work.session, meeting.id, DocumentKind.MINUTES_DRAFT),
        finals=documents.last_version(work.session, meeting.id, DocumentKind.MINUTES_FINAL),
        organizes=member.organizes,
        may_comment=meeting.state is MeetingState.IN_REVIEW and member.may(Right.PROPOSE),
    )


def meeting_here(
    work: Work,
    channel: ChannelId,
    *,
    direct: bool,
    right: Right = Right.SEE,
    first: MeetingState = MeetingState.IN_SESSION,
) -> tuple[Member, Meeting]:
    """The meeting that `/referat` in a channel is about.

    The one that runs, else the one whose minutes are on their way, else the nearest; one in
    the state `first` goes before all others.
    """
    place = access.place(work, channel, direct=direct, right=right)
    if place.meeting is not None:
        return place.member, place.meeting
    return place.member, meeting_of(work, place.series, place.member, direct=direct, first=first)


def meeting_of(
    work: Work,
    held: Series,
    member: Member,
    *,
    direct: bool = False,
    first: MeetingState = MeetingState.IN_SESSION,
) -> Meeting:
    """The same among a series' joint meetings; `direct`: and among its separate ones."""
    known = [
        each
        for each in meetings.of_series(work.session, held.id, member.organisation_id)
        if (direct or each.vendor_id is None) and each.state in _ORDER
    ]
    if not known:
        raise WrongMoment(msg("minutes.no_meeting", series=held.name))
    order = (first, *_ORDER)
    return min(
        known, key=lambda each: (order.index(each.state), abs(each.starts_at - work.now), each.id)
    )


_ORDER = (
    MeetingState.IN_SESSION,
    MeetingState.DRAFTING,
    MeetingState.IN_REVIEW,
    MeetingState.AGENDA_SENT,
    MeetingState.APPROVED,
    MeetingState.COLLECTING,
    MeetingState.PLANNED,
)


def form(
    work: Work,
    meeting: Meeting,
    member: Member,
    *,
    entry_id: EntryId | None = None,
    comment: CommentLine | None = None,
) -> EntryForm:
    """The minutes with whom an action may be given to, and the entry to be changed."""
    held = read(work, meeting, member)
    entry = entry_line(work, meeting, entry_id) if entry_id is not None else None
    return EntryForm(held, owners(work, meeting.series_id), entry, comment)


def entry_line(work: Work, meeting: Meeting, entry_id: EntryId) -> EntryLine:
    """One entry that stands in the minutes; one that was removed is as if unknown."""
    for each in entry_lines(work, meeting):
        if each.id == entry_id:
            return each
    raise NotFound(msg("minutes.entry_gone"))


def entry_lines(work: Work, meeting: Meeting) -> tuple[EntryLine, ...]:
    """All entries of a meeting in order."""
    work.session.flush()
    found = minutes.of_meeting(work.session, meeting.id)
    promises = _promises(work, [action for _, action in found if action is not None])
    names = {
        person.id: f"{person.name}, {organisation.short_name}"
        for person, organisation in people.participants(work.session, meeting.series_id)
    }
    return tuple(
        _entry(work, entry, _text(work, entry, meeting), promises, names) for entry, _ in found
    )


def comment_lines(work: Work, meeting: Meeting) -> tuple[CommentLine, ...]:
    return tuple(
        CommentLine(
            id=comment.id,
            author=author.name,
            organisation=organisation.short_name,
            text=comment.text,
            state=comment.state,
            reply=comment.reply,
            made_at=comment.made_at,
            version=comment.version,
        )
        for comment, author, organisation in comments.of_meeting(work.session, meeting.id)
    )


def item_in(held: Minutes, item_id: ItemId) -> ItemLine:
    """An item on the paper."""
    for each in held.items:
        if each.item.id == item_id:
            return each.item
    raise NotFound(msg("minutes.item_not_here"))


def owners(work: Work, series_id: SeriesId) -> tuple[Owner, ...]:
    """Every organisation of a series, with people in Slack or without."""
    return tuple(
        Owner(each.id, each.short_name) for each in series.organisations(work.session, series_id)
    )


def named(work: Work, series_id: SeriesId) -> list[Named]:
    """The organisations of a series by all their names."""
    return [
        Named(each.id, action_steps.organisation_names(each))
        for each in series.organisations(work.session, series_id)
    ]


def _promises(work: Work, held: Sequence[ActionItem]) -> Mapping[ActionId, Raised]:
    found: dict[ActionId, Raised] = {}
    for each in held:
        raised = actions.visible(work.session, each.id, None)
        if raised is not None:
            found[each.id] = raised
    return found


def _text(work: Work, entry: MinuteEntry, meeting: Meeting) -> str:
    """What the entry says; a poll's outcome is worded as it stands now."""
    if entry.poll_id is None:
        return entry.text
    own = series.of_meeting(work.session, meeting)
    words = work.texts.words(own.language, own.zone)
    return words(poll_results.line(work, entry.poll_id, meeting))


def _entry(
    work: Work,
    entry: MinuteEntry,
    text: str,
    promises: Mapping[ActionId, Raised],
    names: Mapping[ParticipantId, str],
) -> EntryLine:
    raised = promises.get(entry.action_id) if entry.action_id else None
    return EntryLine(
        id=entry.id,
        item_id=entry.item_id,
        kind=entry.kind,
        text=text,
        author=names.get(entry.author_id, "") if entry.author_id else "",
        action_id=entry.action_id,
        reference=action_steps.reference(work, raised) if raised else "",
        owner_id=raised.owner.id if raised else None,
        owner=raised.owner.short_name if raised else "",
        asked_by=raised.action.asked_by if raised else "",
        due=raised.action.due if raised else None,
        source=entry.source,
        of_poll=entry.poll_id is not None,
        version=entry.version,
    )
