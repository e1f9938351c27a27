"""Remarks on a draft: made, taken into the minutes, or answered without a change."""

from bot import access
from bot.access import Member, Right
from bot.cycle.steps import minute_book as book
from bot.cycle.steps import writing
from bot.cycle.steps.reading import head
from bot.cycle.steps.writing import show_panels
from bot.errors import NotFound, Unclear, WrongMoment
from bot.ports import By
from bot.results.minutes import CommentLine, CommentSaved, EntryForm
from bot.rules import minutes as rules
from bot.rules.minutes import LONGEST_TEXT, EntryDraft
from bot.texts import Message, msg
from bot.work import House, Work
from storage.queries import desk, documents, people
from storage.tables import Comment, Meeting
from storage.vocabulary import (
    CardKind,
    ChannelId,
    CommentId,
    CommentState,
    DocumentKind,
    EntryId,
    ItemId,
    Language,
    MeetingId,
    MeetingState,
)


def add(
    house: House, meeting_id: MeetingId, text: str, *, source: str = "", by: By
) -> CommentSaved:
    """A participant's remark on the draft; the organisers are told."""
    with house.work(by) as work:
        member, meeting = access.meeting(work, meeting_id, Right.PROPOSE)
        return _add(work, member, meeting, text, source)


def say(
    house: House,
    text: str,
    *,
    channel: ChannelId,
    thread: str = "",
    direct: bool,
    by: By,
) -> CommentSaved:
    """The same by mention or command: on the minutes whose thread it stands in, if any."""
    with house.work(by) as work:
        card = desk.card_at(work.session, channel, thread) if thread else None
        if card is not None and card.kind is CardKind.MINUTES:
            member, meeting = access.meeting(work, MeetingId(card.subject), Right.PROPOSE)
        else:
            member, meeting = book.meeting_here(
                work,
                channel,
                direct=direct,
                right=Right.PROPOSE,
                first=MeetingState.IN_REVIEW,
            )
        return _add(work, member, meeting, text, "")


def read(house: House, comment_id: CommentId, *, by: By) -> CommentSaved:
    """A remark with its meeting, for the dialog in which the organiser answers."""
    with house.look(by) as work:
        _, comment, meeting = access.comment(work, comment_id, Right.ORGANIZE)
        return _saved(work, comment, meeting)


def form(
    house: House, comment_id: CommentId, entry_id: EntryId | None = None, *, by: By
) -> EntryForm:
    """The minutes beside a remark, with the entry that is to be changed, once it is chosen."""
    with house.look(by) as work:
        member, comment, meeting = access.comment(work, comment_id, Right.ORGANIZE)
        line = _line(work, comment, meeting)
        return book.form(work, meeting, member, entry_id=entry_id, comment=line)


def accept(house: House, comment_id: CommentId, *, seen: int, by: By) -> CommentSaved:
    """The minutes say it already; `reopen` undoes it."""
    with house.work(by) as work:
        _, comment, meeting = access.comment(work, comment_id, Right.ORGANIZE)
        _accept(work, comment, meeting, seen)
        return _saved(work, comment, meeting)


def accept_changing(
    house: House,
    comment_id: CommentId,
    entry_id: EntryId,
    item_id: ItemId,
    draft: EntryDraft,
    *,
    seen: tuple[int, int],
    language: Language,
    by: By,
) -> CommentSaved:
    """Changes an entry as the remark wanted; `seen`: versions of the remark and the entry."""
    with house.work(by) as work:
        member, comment, meeting = access.comment(work, comment_id, Right.ORGANIZE)
        _, entry, its_meeting = access.entry(work, entry_id, Right.ORGANIZE)
        _, item, item_meeting = access.item(work, item_id, Right.ORGANIZE)
        if {its_meeting.id, item_meeting.id} != {meeting.id}:
            raise NotFound(msg("minutes.item_not_here"), field="item")
        if entry.version != seen[1] or entry.removed:
            raise WrongMoment(msg("minutes.changed_meanwhile"))
        _accept(work, comment, meeting, seen[0])
        writing.rewrite(work, member, meeting, entry, item, draft, language)
        return _saved(work, comment, meeting)


def accept_adding(
    house: House,
    comment_id: CommentId,
    item_id: ItemId,
    draft: EntryDraft,
    *,
    seen: int,
    language: Language,
    by: By,
) -> CommentSaved:
    """Adds an entry as the remark wanted."""
    with house.work(by) as work:
        member, comment, meeting = access.comment(work, comment_id, Right.ORGANIZE)
        _, item, item_meeting = access.item(work, item_id, Right.ORGANIZE)
        if item_meeting.id != meeting.id:
            raise NotFound(msg("minutes.item_not_here"), field="item")
        _accept(work, comment, meeting, seen)
        writing.write(work, member, meeting, item, draft, language)
        return _saved(work, comment, meeting)


def dismiss(house: House, comment_id: CommentId, reply: str, *, seen: int, by: By) -> CommentSaved:
    """No change, with a reply to the author; `reopen` undoes it."""
    with house.work(by) as work:
        _, comment, meeting = access.comment(work, comment_id, Right.ORGANIZE)
        _fresh(comment, seen)
        if not reply.strip():
            raise Unclear(msg("comments.reply_missing"), field="reply")
        comment.state, comment.reply = CommentState.DISMISSED, reply.strip()
        told = msg("comments.told_dismissed", meeting=meeting.title, reply=comment.reply)
        _answered(work, "comments.dismiss", comment, meeting, told)
        return _saved(work, comment, meeting)


def reopen(house: House, comment_id: CommentId, *, by: By) -> CommentSaved:
    """Takes an answer back: the remark waits again. What was changed stays changed."""
    with house.work(by) as work:
        _, comment, meeting = access.comment(work, comment_id, Right.ORGANIZE)
        rules.may_comment(meeting.state)
        if comment.state is CommentState.OPEN:
            raise WrongMoment(msg("comments.open_already"))
        comment.state, comment.reply = CommentState.OPEN, ""
        _changed(work, "comments.reopen", comment, meeting)
        return _saved(work, comment, meeting)


def _add(work: Work, member: Member, meeting: Meeting, text: str, source: str) -> CommentSaved:
    rules.may_comment(meeting.state)
    if not text.strip():
        raise Unclear(msg("comments.text_missing"), field="text")
    if len(text) > LONGEST_TEXT:
        raise Unclear(msg("comments.text_too_long", most=LONGEST_TEXT), field="text")
    if member.participant_id is None:
        raise NotFound(msg("common.not_found"))
    version = documents.last_version(work.session, meeting.id, DocumentKind.MINUTES_DRAFT)
    comment = Comment(
        meeting_id=meeting.id,
        draft_version=max(version, 1),
        author_id=member.participant_id,
        text=text.strip(),
        source=source,
        made_at=work.now,
    )
    work.session.add(comment)
    _changed(work, "comments.add", comment, meeting)
    for organizer in access.organizers(work, meeting):
        if organizer.id != member.participant_id:
            work.tell(
                organizer.user,
                msg(
                    "comments.told_added",
                    author=member.name,
                    organisation=member.organisation,
                    meeting=meeting.title,
                    text=comment.text,
                ),
                series=meeting.series_id,
                meeting=meeting.id,
            )
    return _saved(work, comment, meeting)


def _accept(work: Work, comment: Comment, meeting: Meeting, seen: int) -> None:
    _fresh(comment, seen)
    comment.state, comment.reply = CommentState.ACCEPTED, ""
    told = msg("comments.told_accepted", meeting=meeting.title)
    _answered(work, "comments.accept", comment, meeting, told)


def _fresh(comment: Comment, seen: int) -> None:
    if comment.state is not CommentState.OPEN or comment.version != seen:
        raise WrongMoment(msg("comments.answered_already", state=comment.state))


def _answered(work: Work, verb: str, comment: Comment, meeting: Meeting, told: Message) -> None:
    _changed(work, verb, comment, meeting)
    author = people.participant(work.session, comment.author_id)
    if author is not None and author.active:
        work.tell(author.user, told, series=meeting.series_id, meeting=meeting.id)


def _changed(work: Work, verb: str, comment: Comment, meeting: Meeting) -> None:
    work.session.add(comment)
    work.session.flush()
    work.note(
        verb,
        f"comment:{comment.id}",
        series=meeting.series_id,
        meeting=meeting.id,
        after={"state": comment.state.value, "version": comment.version},
    )
    if meeting.channel:
        work.project(
            CardKind.MINUTES,
            meeting.id,
            meeting.channel,
            series=meeting.series_id,
            meeting=meeting.id,
        )
    show_panels(work, meeting)


def _saved(work: Work, comment: Comment, meeting: Meeting) -> CommentSaved:
    return CommentSaved(_line(work, comment, meeting), head(work, meeting))


def _line(work: Work, comment: Comment, meeting: Meeting) -> CommentLine:
    work.session.flush()
    lines = book.comment_lines(work, meeting)
    return next(each for each in lines if each.id == comment.id)
