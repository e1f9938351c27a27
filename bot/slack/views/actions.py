"""Actions wherever they are shown: a list, a digest, the home tab; their dialogs and history."""

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ButtonElement,
    InteractiveElement,
    Option,
    OverflowMenuElement,
)

from bot.inputs import promises
from bot.results.actions import (
    ActionAnswered,
    ActionLine,
    ActionPage,
    Answered,
    DigestShown,
    History,
    HistoryLine,
)
from bot.rules.actions import UNFINISHED
from bot.slack.ids.actions import ActionMore, ActionPress
from bot.slack.replies import Reply
from bot.slack.views.lengths import shown as brief
from bot.slack.views.parts import (
    actions,
    button,
    context,
    header,
    option,
    section,
)
from bot.texts import Words, msg
from storage.vocabulary import ActionState, PlanningDate

SHOWN_TEXT = 300  # characters of an action in a list; the whole stands in its history
SHOWN_ANSWER = 150
SHOWN_NAME = 60
MOST_DIGEST = 10  # lines; the others are in the list
MOST_HISTORY = 25  # lines; the newest count


# ── Rows and lists ───────────────────────────────────────────────────────────


def row(line: ActionLine, t: Words) -> list[Block]:
    """One action with the buttons that its reader may use."""
    return [section(described(line, t)), ActionsBlock(elements=_buttons(line, t))]


def described(line: ActionLine, t: Words) -> str:
    """What, whose, until when, how old, and the latest answer; as mrkdwn."""
    head = t.mrkdwn("actions.line", reference=line.reference, text=brief(line.text, SHOWN_TEXT))
    parts = [t.mrkdwn("actions.owner", owner=brief(line.owner, SHOWN_NAME))]
    if line.asked_by:
        parts.append(t.mrkdwn("actions.asked_by", asker=brief(line.asked_by, SHOWN_NAME)))
    parts.append(_due(line, t))
    if line.state is not ActionState.OPEN:
        parts.append(t.word(line.state))
    if line.refused:
        parts.append(t("actions.refused_mark"))
    if line.moved:
        parts.append(t("actions.moved_times", count=line.moved))
    parts.append(t("actions.age", count=line.age) if line.age else t("actions.age_new"))
    lines = [head, " · ".join(parts)]
    if line.answer:
        said = brief(line.answer, SHOWN_ANSWER)
        lines.append(
            t.mrkdwn("actions.latest_answer", by=brief(line.answered_by, SHOWN_NAME), text=said)
        )
    if line.reason:
        lines.append(t.mrkdwn("actions.latest_reason", text=brief(line.reason, SHOWN_ANSWER)))
    return "\n".join(lines)


def page(shown: ActionPage, t: Words) -> Reply:
    """A private list, a page at a time."""
    text = _page_title(shown, t)
    blocks: list[Block] = [section(f"*{text}*")]
    for line in shown.lines:
        blocks += row(line, t)
    if not shown.lines:
        blocks.append(section(t("actions.none")))
    blocks.append(actions(*_page_buttons(shown, t)))
    return Reply(text, blocks)


def home_section(shown: ActionPage, t: Words, *, most: int = 5) -> list[Block]:
    """The reader's own organisation's actions on the home tab, two blocks each, if it has any."""
    if not shown.lines:
        return []
    title = t("actions.title_mine", count=shown.total, organisation=shown.organisation)
    blocks: list[Block] = [header(title)]
    for line in shown.lines[:most]:
        blocks += row(line, t)
    if shown.total > most:
        blocks.append(actions(*_page_buttons(shown, t, start=0)))
    return blocks


def digest(shown: DigestShown, t: Words) -> Reply:
    """The one reminder of a day; what is answered says so."""
    open_ones = sum(line.state in UNFINISHED for line in shown.lines)
    text = t("reminders.digest_text", count=open_ones) if open_ones else t("reminders.all_done")
    blocks: list[Block] = [section(f"*{text}*")]
    listed = shown.lines[:MOST_DIGEST]
    others = [line for line in listed if line.owner_id not in shown.own]
    for line in listed:
        if line not in others:
            blocks += row(line, t)
    if others:
        blocks.append(context(t("reminders.others")))
        for line in others:
            blocks += row(line, t)
    if len(shown.lines) > len(listed):
        blocks.append(context(t("reminders.more", count=len(shown.lines) - len(listed))))
    return Reply(text, blocks)


def _page_title(shown: ActionPage, t: Words) -> str:
    if shown.everybody:
        return t.mrkdwn("actions.title_all", count=shown.total, series=shown.series)
    return t.mrkdwn("actions.title_mine", count=shown.total, organisation=shown.organisation)


def _page_buttons(shown: ActionPage, t: Words, start: int | None = None) -> list[ButtonElement]:
    whose = "all" if shown.everybody else "mine"
    found = []
    if start is not None or shown.more:
        following = start if start is not None else shown.start + len(shown.lines)
        value = f"{shown.series_id}:{following}:{whose}"
        label = "actions.button_list" if start is not None else "actions.button_more"
        found.append(button(t(label), ActionPress.PAGE, value))
    found.append(button(t("actions.button_new"), ActionPress.NEW, shown.series_id))
    return found


def _due(line: ActionLine, t: Words) -> str:
    if line.due is None and line.due_day is None:
        return t("actions.due_next_meeting")
    if line.due is None and line.due_day is not None:
        known = "actions.overdue" if line.overdue else "actions.due_next_meeting_on"
        return t.mrkdwn(known, due=line.due_day)
    known = "actions.overdue" if line.overdue else "actions.due"
    return t.mrkdwn(known, due=due_words(line.due, t))


def due_words(due: PlanningDate | None, t: Words) -> str:
    """A date as it was planned; the next meeting when there is none."""
    return promises.in_words(due, t.language) if due else t("actions.next_meeting")


def _buttons(line: ActionLine, t: Words) -> list[InteractiveElement]:
    found: list[InteractiveElement] = []
    if line.may_answer:
        found += _answers(line, t)
    if line.organizes:
        found.append(OverflowMenuElement(action_id=ActionPress.MORE.value, options=_more(line, t)))
    else:
        found.append(_button(line, t, "history", ActionPress.HISTORY))
    return found


def _answers(line: ActionLine, t: Words) -> list[InteractiveElement]:
    found: list[InteractiveElement] = []
    if line.state not in (ActionState.DONE, ActionState.DROPPED):
        found.append(_button(line, t, "done", ActionPress.DONE))
    if line.state in UNFINISHED:
        found.append(_button(line, t, "answer", ActionPress.ANSWER))
        found.append(_button(line, t, "move", ActionPress.MOVE))
        if not line.organizes:
            found.append(_button(line, t, "refuse", ActionPress.REFUSE))
    own = (ActionState.DONE, ActionState.ANSWERED)
    if line.state is not ActionState.OPEN and (line.organizes or line.state in own):
        found.append(_button(line, t, "reopen", ActionPress.REOPEN))
    return found


def _button(line: ActionLine, t: Words, name: str, press: ActionPress) -> ButtonElement:
    return button(
        t(f"actions.button_{name}"),
        press,
        line.id,
        label=t(f"actions.button_{name}_label", reference=line.reference),
    )


def _more(line: ActionLine, t: Words) -> list[Option]:
    offered = [ActionMore.HISTORY]
    if line.state in UNFINISHED:
        offered.append(ActionMore.HAND_OVER)
    if line.state is ActionState.OPEN:
        offered.append(ActionMore.BLOCK)
    if line.state not in (ActionState.DONE, ActionState.DROPPED):
        offered.append(ActionMore.DROP)
    return [option(t(f"actions.more_{each.value}"), f"{each.value}:{line.id}") for each in offered]


# ── Answers ──────────────────────────────────────────────────────────────────

_UNDONE_BY_REOPENING = (Answered.DONE, Answered.ANSWERED, Answered.BLOCKED, Answered.DROPPED)


def answered(result: ActionAnswered, t: Words) -> Reply:
    """The private confirmation, with the way back where there is one."""
    line = result.action
    message = msg(
        f"actions.saved_{result.what.value}",
        reference=line.reference,
        owner=line.owner,
        text=brief(line.text, SHOWN_TEXT),
        due=due_words(line.due, t),
    )
    undone = result.what in _UNDONE_BY_REOPENING
    way = (
        button(t("actions.button_undo"), ActionPress.REOPEN, line.id)
        if undone
        else _button(line, t, "history", ActionPress.HISTORY)
    )
    return Reply(t(message), [section(t.mrkdwn(message)), actions(way)])


def history(shown: History, t: Words) -> Reply:
    """Everything that happened to an action."""
    line, local = shown.action, t.within(shown.zone)
    text = t("actions.history_title", reference=line.reference)
    blocks: list[Block] = [header(text), section(described(line, t))]
    rows = [_happened(each, local) for each in shown.lines[-MOST_HISTORY:]]
    blocks += [context(each) for each in rows]
    return Reply(text, blocks)


def _happened(line: HistoryLine, t: Words) -> str:
    who = brief(line.by, SHOWN_ANSWER) or t("actions.history_referent")
    said = t.mrkdwn("actions.history_line", at=line.at, what=line.kind, who=who)
    if line.due:
        said += " · " + t.mrkdwn("actions.due", due=due_words(line.due, t))
    if line.text:
        said += "\n" + t.mrkdwn("actions.history_text", text=brief(line.text, SHOWN_ANSWER))
    return said
