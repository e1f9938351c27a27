"""The poll's card, its private answers, the menu and its part of App Home."""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block, ButtonElement

from bot.results.meetings import MeetingHead
from bot.results.polls import OptionLine, Planned, PollMenu, PollSheet
from bot.rules.polls import consequence, formats, result
from bot.slack.ids.polls import PollPress
from bot.slack.replies import Reply
from bot.slack.views.parts import (
    actions,
    button,
    confirm,
    context,
    divider,
    header,
    section,
)
from bot.texts import Message, Words, msg
from storage.vocabulary import PollOutcome, PollState

MOST_AT_HOME = 10  # polls; the others are found where they were asked


def card(poll: PollSheet, t: Words) -> Reply:
    """The living card: in the channel for everybody, in a direct message for one person."""
    t = t.within(poll.meeting.zone)
    blocks: list[Block] = [
        header(t("polls.card_head")),
        section(t.mrkdwn("polls.card_question", question=poll.question)),
        context(t.mrkdwn(_state(poll))),
        *_options(poll, t),
        context(t.mrkdwn(_turnout(poll))),
    ]
    if poll.state is PollState.CLOSED:
        blocks.append(section(t.mrkdwn(_came_to(poll))))
        if poll.applied:
            blocks.append(section(t.mrkdwn(_followed(poll))))
    if poll.reader is not None and poll.reader.elects:
        blocks.append(context(t.mrkdwn(_own(poll))))
    blocks += _buttons(poll, t)
    return Reply(t(_whole(poll)), blocks)


def own(poll: PollSheet, t: Words) -> Reply:
    """What the asker's organisation has answered, for them alone."""
    t = t.within(poll.meeting.zone)
    message = _own(poll)
    if poll.state is PollState.CLOSED:
        message = msg("polls.own_and_closed", own=message, result=_came_to(poll))
    return Reply(t(message), [section(t.mrkdwn(message))])


def desk(poll: PollSheet, t: Words) -> Reply:
    """The organiser's buttons, with how far the poll has come."""
    t = t.within(poll.meeting.zone)
    message = msg("polls.desk", question=poll.question, turnout=_turnout(poll))
    if poll.state is PollState.CLOSED:
        message = msg("polls.desk", question=poll.question, turnout=_came_to(poll))
    controls = organizing(poll, t)
    blocks: list[Block] = [section(t.mrkdwn(message))]
    if controls:
        blocks.append(actions(*controls))
    return Reply(t(message), blocks)


def started(poll: PollSheet, t: Words) -> Reply:
    t = t.within(poll.meeting.zone)
    message = msg(
        "polls.started",
        question=poll.question,
        electors=", ".join((*poll.voted, *poll.missing)),
        closes=poll.closes_at,
    )
    return Reply(t(message), [section(t.mrkdwn(message)), actions(*organizing(poll, t))])


def planned(plan: Planned, t: Words) -> Reply:
    """What was planned, for the organiser alone: separate meetings are nobody else's."""
    t = t.within(plan.poll.meeting.zone)
    lines = [
        t.mrkdwn("polls.planned_line", title=each.title, starts_at=each.starts_at)
        for each in plan.meetings
    ]
    head = msg("polls.planned", count=len(plan.meetings))
    return Reply(t(head), [section("\n".join([t.mrkdwn(head), *(f"• {x}" for x in lines)]))])


def menu(shown: PollMenu, t: Words, question: str = "") -> Reply:
    """Open polls, and for an organiser the way to a new one."""
    head = msg("polls.menu_open", count=len(shown.polls)) if shown.polls else msg("polls.menu_none")
    blocks: list[Block] = [section(t.mrkdwn(head))]
    blocks += _listed(shown.polls, t)
    if shown.organizes and shown.meeting:
        blocks += offered(shown.meeting, t, question)
    elif shown.organizes:
        blocks.append(context(t.mrkdwn("polls.menu_no_meeting")))
    return Reply(t(head), blocks)


def offered(meeting: MeetingHead, t: Words, question: str = "") -> list[Block]:
    """Where an organiser starts a poll: the menu, and the panel of a running meeting."""
    typed = f"{meeting.id} {question}".strip()
    row = [button(t("polls.button_new_choice"), PollPress.NEW_CHOICE, typed)]
    if not meeting.vendor:
        row.insert(0, button(t("polls.button_new_format"), PollPress.NEW_FORMAT, meeting.id))
    return [context(t.mrkdwn("polls.menu_new", meeting=meeting.title)), actions(*row)]


def home_section(polls: Sequence[PollSheet], t: Words) -> list[Block]:
    """What waits for the reader, for App Home; nothing if nothing does."""
    if not polls:
        return []
    return [header(t("polls.home_head")), *_listed(polls[:MOST_AT_HOME], t)]


def _listed(polls: Sequence[PollSheet], t: Words) -> list[Block]:
    blocks: list[Block] = []
    for poll in polls[:MOST_AT_HOME]:
        here = t.within(poll.meeting.zone)
        message = msg("polls.listed", question=poll.question, state=_state(poll))
        blocks.append(section(here.mrkdwn(message), _next_button(poll, here)))
    return blocks


def _next_button(poll: PollSheet, t: Words) -> ButtonElement | None:
    reader = poll.reader
    if reader is None:
        return None
    if poll.state is PollState.OPEN and reader.elects:
        text = t("polls.button_change" if reader.vote else "polls.button_vote_form")
        label = t("polls.button_vote_label", option=poll.question)
        return button(text, PollPress.OPEN, poll.id, label=label)
    if reader.organizes:
        label = t("polls.button_organize_label", question=poll.question)
        return button(t("polls.button_organize"), PollPress.ORGANIZE, poll.id, label=label)
    return None


def organizing(poll: PollSheet, t: Words) -> list[ButtonElement]:
    """What an organiser can do with the poll as it stands."""
    match poll.state:
        case PollState.OPEN:
            return [_close_button(poll, t), _withdraw_button(poll, t)]
        case PollState.CANCELLED:
            return [button(t("polls.button_reopen"), PollPress.REOPEN, poll.id)]
        case PollState.CLOSED:
            return _after_closing(poll, t)


def _after_closing(poll: PollSheet, t: Words) -> list[ButtonElement]:
    if poll.applied:
        return []
    buttons = []
    if poll.outcome is PollOutcome.TIE:
        text = t("polls.button_settle" if poll.undecided else "polls.button_settle_again")
        style = "primary" if poll.undecided else None
        buttons.append(button(text, PollPress.SETTLE, poll.id, style=style))
    if formats(poll.choice):
        buttons.append(button(t("polls.button_apply"), PollPress.APPLY, poll.id, style="primary"))
    return [*buttons, button(t("polls.button_reopen"), PollPress.REOPEN, poll.id)]


def _close_button(poll: PollSheet, t: Words) -> ButtonElement:
    enough = len(poll.voted) >= poll.quorum
    asked = msg(
        "polls.confirm_close" if enough else "polls.confirm_close_early",
        votes=len(poll.voted),
        electors=poll.electors,
        quorum=poll.quorum,
    )
    return button(
        t("polls.button_close"),
        PollPress.CLOSE,
        poll.id,
        confirm=confirm(t, "polls.confirm_close_title", asked, "polls.button_close"),
    )


def _withdraw_button(poll: PollSheet, t: Words) -> ButtonElement:
    return button(
        t("polls.button_withdraw"),
        PollPress.WITHDRAW,
        poll.id,
        confirm=confirm(
            t,
            "polls.confirm_withdraw_title",
            msg("polls.confirm_withdraw"),
            "polls.button_withdraw",
        ),
    )


def _buttons(poll: PollSheet, t: Words) -> list[Block]:
    if poll.reader is None:
        buttons = [button(t("polls.button_own"), PollPress.OWN, poll.id)]
        label = t("polls.button_organize_label", question=poll.question)
        buttons.append(button(t("polls.button_organize"), PollPress.ORGANIZE, poll.id, label=label))
        return [actions(*buttons)]
    controls = organizing(poll, t) if poll.reader.organizes else []
    return [divider(), actions(*controls)] if controls else []


def _options(poll: PollSheet, t: Words) -> list[Block]:
    """Each option on a line of its own; while the poll is open with its button."""
    votes_here = poll.state is PollState.OPEN and (poll.reader is None or poll.reader.elects)
    return [
        section(
            t.mrkdwn(_option(each)),
            button(
                t("polls.button_vote"),
                PollPress.VOTE,
                each.id,
                label=t("polls.button_vote_label", option=each.label),
            )
            if votes_here
            else None,
        )
        for each in poll.options
    ]


def _option(option: OptionLine) -> Message:
    if option.votes is None:
        return msg("polls.option", option=option.label)
    known = "polls.option_chosen" if option.chosen else "polls.option_counted"
    return msg(known, option=option.label, count=option.votes)


def _state(poll: PollSheet) -> Message:
    match poll.state:
        case PollState.OPEN:
            known = "polls.state_extended" if poll.extended else "polls.state_open"
            return msg(known, meeting=poll.meeting.title, closes=poll.closes_at)
        case PollState.CLOSED:
            return msg("polls.state_closed", meeting=poll.meeting.title)
        case PollState.CANCELLED:
            return msg("polls.state_withdrawn", meeting=poll.meeting.title)


def _turnout(poll: PollSheet) -> Message:
    """Who has voted, never what."""
    votes, electors = len(poll.voted), poll.electors
    if poll.missing and poll.voted:
        known = "polls.turnout"
    else:
        known = "polls.turnout_none" if poll.missing else "polls.turnout_all"
    hidden = poll.secret and poll.state is PollState.OPEN
    return msg(
        "polls.turnout_hidden" if hidden else "polls.turnout_plain",
        turnout=msg(
            known,
            votes=votes,
            electors=electors,
            voted=", ".join(poll.voted),
            missing=", ".join(poll.missing),
        ),
    )


def _came_to(poll: PollSheet) -> Message:
    label = poll.winner.label if poll.winner else None
    outcome = result(poll.outcome, label, poll.reason)
    known = "polls.undecided" if poll.undecided else "polls.came_to"
    return msg(known, result=outcome)


def _followed(poll: PollSheet) -> Message:
    return msg("polls.followed", what=consequence(poll.choice, poll.next_title, poll.next_at))


def _own(poll: PollSheet) -> Message:
    reader = poll.reader
    if reader is None or reader.vote is None:
        return msg("polls.own_none", organisation=reader.organisation if reader else "")
    facts = msg(
        "polls.own",
        organisation=reader.organisation,
        option=reader.vote.option.label,
        by=reader.vote.by,
        at=reader.vote.at,
    )
    if poll.state is PollState.OPEN:
        return msg("polls.own_open", own=facts, closes=poll.closes_at)
    return facts


def _whole(poll: PollSheet) -> Message:
    """The card in one sentence, for notifications and screen readers."""
    match poll.state:
        case PollState.OPEN:
            return msg("polls.text_open", question=poll.question, closes=poll.closes_at)
        case PollState.CLOSED:
            return msg("polls.text_closed", question=poll.question, result=_came_to(poll))
        case PollState.CANCELLED:
            return msg("polls.text_withdrawn", question=poll.question)
