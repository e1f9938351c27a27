"""A meeting's buttons and dialogs: planned, opened, moved, cancelled."""

from slack_sdk.models.blocks import Block, ButtonElement
from slack_sdk.models.views import View

from bot.results.meetings import Change, MeetingChanged, MeetingHead, PlanOptions
from bot.results.series import MenuMeeting
from bot.rules.attendance import may_be_answered
from bot.rules.meetings import BEFORE_SESSION, LONGEST_PLACE, LONGEST_REASON
from bot.slack.ids.meetings import MeetingForm, MeetingPress
from bot.slack.ids.meta import packed
from bot.slack.limits import SELECT_OPTIONS
from bot.slack.replies import Reply
from bot.slack.views import attendance
from bot.slack.views.parts import (
    actions,
    button,
    choice_field,
    form,
    option,
    section,
    text_field,
)
from bot.texts import Words, msg
from storage.vocabulary import AttendanceState, MeetingState

JOINT = "joint"
"""The choice of a joint meeting; a separate one is chosen by its vendor's id."""

_WAY_BACK = {
    Change.PLANNED: MeetingPress.OPEN,
    Change.OPENED: MeetingPress.CLOSE,
    Change.CLOSED: MeetingPress.OPEN,
    Change.MOVED: MeetingPress.MOVE,
    Change.CANCELLED: MeetingPress.REINSTATE,
    Change.REINSTATED: MeetingPress.CANCEL,
}


def press(what: MeetingPress, meeting: MeetingHead, t: Words) -> ButtonElement:
    """One of a meeting's buttons, with the meeting's name for those who only hear it."""
    name = what.name.lower()
    return button(
        t(f"meetings.button_{name}"),
        what,
        meeting.id,
        label=t(f"meetings.button_{name}_label", meeting=meeting.title),
    )


def buttons(
    line: MenuMeeting, t: Words, *, organizes: bool, takes_part: bool
) -> list[ButtonElement]:
    """Everything that somebody can do about a meeting ahead, in one row."""
    meeting = line.head
    row: list[ButtonElement] = []
    if takes_part and line.own and may_be_answered(meeting.state):
        row += attendance.buttons(meeting, t)
    if not organizes:
        return row
    if meeting.state is MeetingState.CANCELLED:
        return [press(MeetingPress.REINSTATE, meeting, t)]
    row.append(attendance.sheet_button(meeting, t))
    if meeting.state is MeetingState.PLANNED:
        row.append(press(MeetingPress.OPEN, meeting, t))
    if meeting.state is MeetingState.COLLECTING:
        row.append(press(MeetingPress.CLOSE, meeting, t))
    if meeting.state in BEFORE_SESSION:
        row.append(press(MeetingPress.MOVE, meeting, t))
        row.append(press(MeetingPress.CANCEL, meeting, t))
    return row


def described(line: MenuMeeting, t: Words) -> str:
    """Title, time, state and the reader's own answer, as mrkdwn."""
    meeting = line.head
    when = t.within(meeting.zone).span(meeting.starts_at, meeting.ends_at)
    text = t.mrkdwn(
        "meetings.described", meeting=meeting.title, when=when, place=meeting.place or "–"
    )
    text += "\n" + t.mrkdwn("meetings.described_state", state=meeting.state)
    if line.own and may_be_answered(meeting.state):
        silent = line.own is AttendanceState.INVITED
        own = "meetings.described_silent" if silent else "meetings.described_own"
        text += " · " + t.mrkdwn(msg(own, state=line.own))
    return text


def plan_form(options: PlanOptions, t: Words, *, channel: str) -> View:
    """A new meeting: its number is shown, its time is typed as people say it."""
    blocks: list[Block] = [
        section(t.mrkdwn("meetings.form_plan_next", meeting=options.joint, series=options.series)),
        text_field(
            "when",
            t("meetings.field_when"),
            hint=t(
                "meetings.field_when_hint",
                start=options.start_time,
                minutes=options.duration_minutes,
            ),
            placeholder=t("meetings.field_when_example"),
            most=200,
        ),
        _place(options.place, t),
    ]
    if options.vendors:
        choices = [option(options.joint, JOINT)] + [
            option(t("meetings.separate_with", vendor=each.name), each.id)
            for each in options.vendors
        ]
        blocks.append(
            choice_field(
                "vendor",
                t("meetings.field_format"),
                choices[:SELECT_OPTIONS],
                chosen=JOINT,
                hint=t("meetings.field_format_hint"),
            )
        )
    return form(
        MeetingForm.PLAN,
        t("meetings.form_plan_title"),
        t("meetings.form_plan_submit"),
        t("common.cancel"),
        packed(series=options.series_id, channel=channel),
        blocks,
    )


def move_form(meeting: MeetingHead, t: Words, *, channel: str) -> View:
    when = t.within(meeting.zone).span(meeting.starts_at, meeting.ends_at)
    return form(
        MeetingForm.MOVE,
        t("meetings.form_move_title"),
        t("meetings.form_move_submit"),
        t("common.cancel"),
        packed(meeting=meeting.id, seen=meeting.version, channel=channel),
        [
            section(t.mrkdwn("meetings.form_move_intro", meeting=meeting.title)),
            text_field(
                "when",
                t("meetings.field_when"),
                value=when,
                hint=t("meetings.field_when_move_hint"),
                most=200,
            ),
            _place(meeting.place, t),
        ],
    )


def cancel_form(meeting: MeetingHead, t: Words, *, channel: str) -> View:
    return form(
        MeetingForm.CANCEL,
        t("meetings.form_cancel_title"),
        t("meetings.form_cancel_submit"),
        t("meetings.form_cancel_close"),
        packed(meeting=meeting.id, seen=meeting.version, channel=channel),
        [
            section(t.mrkdwn("meetings.form_cancel_intro", meeting=meeting.title)),
            text_field(
                "reason",
                t("meetings.field_reason"),
                hint=t("meetings.field_reason_hint"),
                most=LONGEST_REASON,
            ),
        ],
    )


def offered(what: MeetingPress, meeting: MeetingHead, t: Words) -> Reply:
    """The button to a dialog, where none can be opened at once, as after a mention."""
    when = t.within(meeting.zone).span(meeting.starts_at, meeting.ends_at)
    text = msg("meetings.offered", meeting=meeting.title, when=when)
    return Reply(t(text), [section(t.mrkdwn(text)), actions(press(what, meeting, t))])


def changed(result: MeetingChanged, t: Words) -> Reply:
    """The private confirmation: how the date was read, and the way back."""
    meeting = result.meeting
    when = t.within(meeting.zone).span(meeting.starts_at, meeting.ends_at)
    message = msg(f"meetings.changed_{result.what.value}", meeting=meeting.title, when=when)
    blocks: list[Block] = [section(t.mrkdwn(message))]
    blocks.append(actions(press(_WAY_BACK[result.what], meeting, t)))
    return Reply(t(message), blocks)


def _place(place: str, t: Words) -> Block:
    return text_field(
        "place",
        t("meetings.field_place"),
        value=place,
        hint=t("meetings.field_place_hint"),
        optional=True,
        most=LONGEST_PLACE,
    )
