"""The minutes after the meeting: draft, review, approval, corrected versions."""

from bot import access
from bot.access import Right
from bot.cycle.steps import meetings as meeting_steps
from bot.cycle.steps import minute_book as book
from bot.cycle.steps.carry_over import refresh_coming
from bot.cycle.steps.papers import ask_for
from bot.cycle.steps.writing import show_panels
from bot.errors import NotFound
from bot.ports import By
from bot.results.minutes import Minutes
from bot.rules import minutes as rules
from bot.texts import msg
from bot.work import House, Work
from storage.queries import comments, jobs, series
from storage.tables import Meeting
from storage.vocabulary import (
    CardKind,
    ChannelId,
    DocumentKind,
    JobKind,
    MeetingId,
    MeetingState,
)


def show(house: House, meeting_id: MeetingId, *, by: By) -> Minutes:
    """The minutes so far."""
    with house.look(by) as work:
        member, meeting = access.meeting(work, meeting_id)
        return book.read(work, meeting, member)


def card(house: House, meeting_id: MeetingId, channel: ChannelId, *, by: By) -> Minutes | None:
    """What the card in a channel shows; None if the meeting isn't held there."""
    with house.look(by) as work:
        try:
            member, meeting = access.meeting(work, meeting_id)
        except NotFound:
            return None
        return book.read(work, meeting, member) if meeting.channel == channel else None


def to_organize(house: House, meeting_id: MeetingId, *, by: By) -> Minutes:
    """The minutes for an organiser who wants to take the next step."""
    with house.look(by) as work:
        member, meeting = access.meeting(work, meeting_id, Right.ORGANIZE)
        return book.read(work, meeting, member)


def to_edit(house: House, meeting_id: MeetingId, *, by: By) -> Minutes:
    """The minutes for an organiser who wants to change an entry."""
    with house.look(by) as work:
        member, meeting = access.meeting(work, meeting_id, Right.ORGANIZE)
        rules.may_write(meeting.state)
        return book.read(work, meeting, member)


def to_comment(house: House, meeting_id: MeetingId, *, by: By) -> Minutes:
    """The minutes for somebody who has a remark on the draft."""
    with house.look(by) as work:
        member, meeting = access.meeting(work, meeting_id, Right.PROPOSE)
        rules.may_comment(meeting.state)
        return book.read(work, meeting, member)


def publish(house: House, meeting_id: MeetingId, *, by: By) -> Minutes:
    """A draft goes to the channel, with a period for comments; `recall` undoes it.

    In review it is a new draft, and the period begins anew.
    """
    with house.work(by) as work:
        member, meeting = access.meeting(work, meeting_id, Right.ORGANIZE)
        before = meeting.state
        meeting.state = rules.after_publishing(meeting.state)
        own = series.of_meeting(work.session, meeting)
        meeting.comments_until = rules.comments_until(work.now, own.comment_days, own.zone)
        ask_for(work, meeting, DocumentKind.MINUTES_DRAFT)
        jobs.cancel(work.session, meeting.id, [JobKind.END_COMMENTS], work.now)
        work.later(
            JobKind.END_COMMENTS,
            f"end_comments:{meeting.id}",
            {"meeting": meeting.id},
            due=meeting.comments_until,
            series=meeting.series_id,
            meeting=meeting.id,
        )
        _changed(work, "minutes.publish", meeting, before)
        return book.read(work, meeting, member)


def recall(house: House, meeting_id: MeetingId, *, by: By) -> Minutes:
    """Takes the draft back from review; remarks stay."""
    with house.work(by) as work:
        member, meeting = access.meeting(work, meeting_id, Right.ORGANIZE)
        before = meeting.state
        meeting.state = rules.after_recalling(meeting.state)
        meeting.comments_until = None
        jobs.cancel(work.session, meeting.id, [JobKind.END_COMMENTS], work.now)
        _changed(work, "minutes.recall", meeting, before)
        return book.read(work, meeting, member)


def approve(house: House, meeting_id: MeetingId, *, by: By) -> Minutes:
    """The minutes are final, and the next meeting opens for items. Nothing undoes this."""
    with house.work(by) as work:
        member, meeting = access.meeting(work, meeting_id, Right.ORGANIZE)
        before = meeting.state
        waiting = comments.still_open(work.session, meeting.id)
        meeting.state = rules.after_approving(meeting.state, waiting)
        meeting.approved_at = work.now
        ask_for(work, meeting, DocumentKind.MINUTES_FINAL)
        jobs.cancel(work.session, meeting.id, [JobKind.END_COMMENTS], work.now)
        _changed(work, "minutes.approve", meeting, before)
        meeting_steps.open_next(work, meeting)
        refresh_coming(work, meeting.series_id)
        return book.read(work, meeting, member)


def correct(house: House, meeting_id: MeetingId, *, by: By) -> Minutes:
    """Sends a corrected version; the approved one stays as it is."""
    with house.work(by) as work:
        member, meeting = access.meeting(work, meeting_id, Right.ORGANIZE)
        rules.may_correct(meeting.state)
        ask_for(work, meeting, DocumentKind.MINUTES_FINAL)
        _changed(work, "minutes.correct", meeting, meeting.state)
        return book.read(work, meeting, member)


def end_comments(house: House, meeting_id: MeetingId, *, by: By) -> None:
    """The comment period is over: the organisers are reminded. It never approves by itself."""
    with house.work(by) as work:
        _, meeting = access.meeting(work, meeting_id)
        if meeting.state is not MeetingState.IN_REVIEW:
            return
        waiting = comments.still_open(work.session, meeting.id)
        known = "comments.period_over_open" if waiting else "comments.period_over"
        for organizer in access.organizers(work, meeting):
            work.tell(
                organizer.user,
                msg(known, meeting=meeting.title, count=waiting),
                series=meeting.series_id,
                meeting=meeting.id,
            )
        _show_card(work, meeting)
        show_panels(work, meeting)


def _changed(work: Work, verb: str, meeting: Meeting, before: MeetingState) -> None:
    work.session.add(meeting)
    meeting_steps.changed(work, verb, meeting, before=before.value)
    _show_card(work, meeting)
    show_panels(work, meeting)


def _show_card(work: Work, meeting: Meeting) -> None:
    if meeting.channel:
        work.project(
            CardKind.MINUTES,
            meeting.id,
            meeting.channel,
            series=meeting.series_id,
            meeting=meeting.id,
        )
