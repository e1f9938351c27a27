"""The menu in a channel and the home tab."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from slack_sdk.models.blocks import Block, ButtonElement
from slack_sdk.models.views import View

from bot.cycle.jobs import DeadJob
from bot.results.home import Control, Home, SeriesHome
from bot.results.series import Menu, MenuMeeting, SeriesHead
from bot.rules.meetings import BEFORE_SESSION
from bot.rules.next_step import NextStep, next_step
from bot.slack.ids.home import HomePress
from bot.slack.ids.inquiries import InquiryPress
from bot.slack.ids.meetings import MeetingPress
from bot.slack.ids.minutes import MinutesPress
from bot.slack.ids.people import PeoplePress
from bot.slack.ids.series import SeriesPress
from bot.slack.limits import VIEW_BLOCKS
from bot.slack.replies import Reply
from bot.slack.views import meetings
from bot.slack.views.agenda import item_buttons, papers_button
from bot.slack.views.item_lines import line as agenda_line
from bot.slack.views.minutes import approve_button
from bot.slack.views.organizing import freeze_button, put_off_button, waiting_button
from bot.slack.views.parts import actions, button, context, divider, header, section
from bot.slack.views.people import languages
from bot.texts import Words, msg
from storage.vocabulary import MeetingState, SeriesId

MOST_DEAD = 10  # undelivered messages listed at once; the next come when these are done
MOST_LINES = 40  # of an agenda; the whole stands on its card

_PRESSED: Mapping[NextStep, StrEnum] = {
    NextStep.PLAN: MeetingPress.PLAN,
    NextStep.OPEN: MeetingPress.OPEN,
    NextStep.START: MinutesPress.START,
    NextStep.END: MinutesPress.END,
    NextStep.PUBLISH: MinutesPress.PUBLISH,
}


# ── The menu ─────────────────────────────────────────────────────────────────


def menu(shown: Menu, t: Words) -> Reply:
    """What can be done here, as buttons."""
    if shown.series is None:
        return _nothing_here(shown, t)
    text = t("home.menu_text", series=shown.series.name)
    blocks: list[Block] = [section(t.mrkdwn("home.menu_head", series=shown.series.name))]
    for line in shown.meetings:
        blocks.append(section(meetings.described(line, t)))
        row = meetings.buttons(line, t, organizes=shown.organizes, takes_part=shown.takes_part)
        if row:
            blocks.append(actions(*row))
    if not shown.meetings:
        blocks.append(context(t("home.no_meeting")))
    blocks.append(actions(*_series_buttons(shown.series, t, organizes=shown.organizes)))
    blocks.append(languages(t))
    return Reply(text, blocks)


def _nothing_here(shown: Menu, t: Words) -> Reply:
    if not shown.organizes:  # in the direct message, with no series of their own
        return Reply(t("home.no_series"), [section(t("home.no_series"))])
    new = button(t("series.button_create"), SeriesPress.CREATE, style="primary")
    return Reply(t("home.empty_channel"), [section(t("home.empty_channel")), actions(new)])


def _series_buttons(series: SeriesHead, t: Words, *, organizes: bool) -> list[ButtonElement]:
    people = button(t("people.button_list"), PeoplePress.LIST, series.id)
    answers = button(t("inquiries.button_list"), InquiryPress.LIST, series.id)
    if not organizes:
        ask = button(t("inquiries.button_ask"), InquiryPress.ASK, series.id)
        return [ask, answers, people]
    return [
        button(t("meetings.button_plan"), MeetingPress.PLAN, series.id),
        people,
        answers,
        button(t("series.button_standing"), SeriesPress.STANDING, series.id),
        button(t("series.button_settings"), SeriesPress.SETTINGS, series.id),
    ]


# ── The home tab ─────────────────────────────────────────────────────────────


def home(
    shown: Home,
    t: Words,
    parts: Mapping[SeriesId, Sequence[Block]],
    dead: Mapping[SeriesId, Sequence[DeadJob]],
) -> View:
    """One person's page; `parts` are what other features add to each series."""
    blocks: list[Block] = []
    if not shown.series:
        blocks += [header(t("home.welcome")), section(t("home.no_series"))]
    for series in shown.series:
        blocks += [
            *_series(series, t),
            *parts.get(series.series.id, ()),
            *_dead(dead.get(series.series.id, ()), t),
            *_foot(series, t),
        ]
    blocks = blocks[: VIEW_BLOCKS - 1]  # of many series, the last are read in their channels
    if shown.series:
        blocks.append(languages(t))
    return View(type="home", blocks=blocks)


def _series(series: SeriesHome, t: Words) -> list[Block]:
    blocks: list[Block] = [header(series.series.name)]
    if series.series.subject:
        blocks.append(context(t.mrkdwn("home.subject", subject=series.series.subject)))
    return [*blocks, *_meeting(series, t), *_agenda(series, t)]


def _agenda(series: SeriesHome, t: Words) -> list[Block]:
    """The agenda's lines, what waits for the organiser, and what can be done about it."""
    agenda, blocks = series.agenda, list[Block]()
    if agenda is None:
        return blocks
    if agenda.items:
        lines = [agenda_line(each, t) for each in agenda.items[:MOST_LINES]]
        blocks.append(section(t.mrkdwn("home.agenda") + "\n" + "\n".join(lines)))
    if series.own_waiting:
        blocks.append(context(t("home.own_waiting", count=series.own_waiting)))
    row: list[ButtonElement] = []
    if series.takes_part:  # an organiser has one primary button, the next step
        row += item_buttons(agenda.meeting, t, style=None if series.organizes else "primary")
    if series.organizes and agenda.waiting:
        row.append(waiting_button(agenda, t))
    if series.organizes:
        row.append(put_off_button(agenda.meeting, t))
    if agenda.papers:
        row.append(papers_button(agenda.meeting, t))
    return [*blocks, actions(*row)] if row else blocks


def _meeting(series: SeriesHome, t: Words) -> list[Block]:
    blocks: list[Block] = []
    if series.meeting is None:
        blocks.append(section(t("home.no_meeting")))
    else:
        blocks.append(section(meetings.described(series.meeting, t)))
    row = _row(series.meeting, series, t) if series.meeting else []
    if series.organizes:
        row = [_primary(series, t), *row]
    if row:
        blocks.append(actions(*row))
    ahead = series.meeting and series.meeting.head.state in BEFORE_SESSION
    if ahead and series.control and series.control.unanswered:
        blocks.append(context(_silent(series.control, t)))
    return blocks


def _row(line: MenuMeeting, series: SeriesHome, t: Words) -> list[ButtonElement]:
    row = meetings.buttons(line, t, organizes=series.organizes, takes_part=series.takes_part)
    opening = series.meeting is line and line.head.state is MeetingState.PLANNED
    return [
        each for each in row if not (opening and each.action_id == MeetingPress.OPEN.value)
    ]  # that one is the primary button


def _primary(series: SeriesHome, t: Words) -> ButtonElement:
    """The organiser's next step, as the one primary button; what can't be undone asks first."""
    meeting = series.meeting.head if series.meeting else None
    step = next_step(meeting.state if meeting else None)
    if meeting and step is NextStep.FREEZE:
        return freeze_button(meeting, t, series.agenda)
    if meeting and step is NextStep.APPROVE:
        return approve_button(meeting, t, primary=True)
    subject = meeting.id if meeting and step is not NextStep.PLAN else series.series.id
    return button(
        t(f"home.next_{step.value}"),
        _PRESSED[step],
        subject,
        style="primary",
        label=t("home.next_label", step=msg(f"home.next_{step.value}"), meeting=meeting.title)
        if meeting
        else None,
    )


def _silent(control: Control, t: Words) -> str:
    return t.mrkdwn("home.unanswered", organisations=", ".join(control.unanswered))


def _dead(jobs: Sequence[DeadJob], t: Words) -> list[Block]:
    """What couldn't be delivered, each with a second try."""
    if not jobs:
        return []
    blocks: list[Block] = [section(t("home.undelivered", count=len(jobs)))]
    for job in jobs[:MOST_DEAD]:
        again = button(t("home.button_try_again"), HomePress.TRY_AGAIN, job.id)
        text = t.mrkdwn("home.undelivered_one", what=job.kind, code=job.error)
        blocks.append(section(text, again))
    return blocks


def _foot(series: SeriesHome, t: Words) -> list[Block]:
    blocks: list[Block] = [header(t("home.further"))] if series.further else []
    for line in series.further:
        blocks.append(section(meetings.described(line, t)))
        row = _row(line, series, t)
        if row:
            blocks.append(actions(*row))
    blocks.append(divider())
    if series.waiting:
        blocks.append(context(t("home.waiting", count=series.waiting)))
    blocks.append(actions(*_series_buttons(series.series, t, organizes=series.organizes)))
    return blocks
