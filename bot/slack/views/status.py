"""Status prompts, the status page, and their part of App Home."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from slack_sdk.models.blocks import Block

from bot.inputs.dates.saying import say
from bot.results.status import Asked, Due, Missing, Prompt, ReportLine, Said, StatusLine, StatusPage
from bot.slack.ids.status import StatusPress
from bot.slack.limits import SECTION_TEXT, cut
from bot.slack.replies import Reply
from bot.slack.views.parts import actions, button, context, divider, header, section
from bot.texts import Message, Words, msg

MOST_LINES = 20  # of a page in one message; the papers hold them all
MOST_OF_A_FIELD = 240  # characters on the page; the prompts and the papers show them all
MOST_AT_HOME = 10


def prompt(asked: Prompt, t: Words) -> Reply:
    """The living prompt in a contact's direct message."""
    t = t.within(asked.meeting.zone)
    line = asked.line
    when = t.span(asked.meeting.starts_at, asked.meeting.ends_at)
    blocks: list[Block] = [
        header(t("status.prompt_head", topic=line.topic)),
        context(
            t.mrkdwn(
                "status.prompt_for", meeting=asked.meeting.title, when=when, vendor=named(line)
            )
        ),
        section(t.mrkdwn(_stands(asked, t))),
    ]
    if line.latest:
        blocks.append(section(said(line.latest, t)))
    if asked.open:
        blocks += _buttons(asked, t)
        note = "status.note_answered" if line.answered else "status.note_open"
        blocks.append(context(t.mrkdwn(note, vendor=line.vendor)))
    else:
        blocks.append(context(t.mrkdwn("status.note_over")))
    return Reply(t(_whole(asked)), blocks)


def taken(result: Said, t: Words) -> Reply:
    """The private confirmation of an answer."""
    asked = result.prompt
    t = t.within(asked.meeting.zone)
    latest = asked.line.latest
    if latest is None:
        return prompt(asked, t)
    known = "unchanged" if latest.unchanged else "updated"
    message = msg(
        "status.already" if result.already else f"status.taken_{known}",
        topic=asked.line.topic,
        meeting=asked.meeting.title,
        by=latest.by,
        at=latest.at,
    )
    return Reply(t(message), [section(t.mrkdwn(message))])


def page(shown: StatusPage, t: Words) -> Reply:
    """Where all plans stand; organisers see who is missing and can write what they know."""
    t = t.within(shown.zone)
    title = (
        msg("status.page_head", meeting=shown.meeting.title)
        if shown.meeting
        else msg("status.page_head_alone")
    )
    blocks: list[Block] = [header(t(title))]
    if not shown.lines:
        blocks.append(section(t.mrkdwn("status.page_empty")))
    blocks += [_line(each, shown, t) for each in shown.lines[:MOST_LINES]]
    if len(shown.lines) > MOST_LINES:
        blocks.append(context(t.mrkdwn("status.page_more", count=len(shown.lines) - MOST_LINES)))
    if shown.organizes:
        blocks += _organizing(shown, t)
    lines = "; ".join(t(_in_short(each)) for each in shown.lines)
    return Reply(f"{t(title)}: {lines}" if lines else t(title), blocks)


def asked(result: Asked, t: Words) -> Reply:
    message = msg(
        "status.asked",
        vendors=", ".join(result.vendors) or "–",
        topics=", ".join(result.topics),
        meeting=result.meeting.title,
    )
    blocks: list[Block] = [section(t.mrkdwn(message))]
    if result.unreached:
        unreached = msg("status.unreached", vendors=", ".join(result.unreached))
        blocks.append(context(t.mrkdwn(unreached)))
    return Reply(t(message), blocks)


def home_section(due: Due, t: Words) -> list[Block]:
    """What waits for the reader, for App Home; nothing if nothing does."""
    if not due.prompts and not due.missing:
        return []
    blocks: list[Block] = [header(t("status.home_head"))]
    for each in due.prompts[:MOST_AT_HOME]:
        label = t("status.button_update_label", topic=each.line.topic)
        blocks.append(
            section(
                t.within(each.meeting.zone).mrkdwn(
                    "status.home_prompt",
                    topic=each.line.topic,
                    meeting=each.meeting.title,
                    starts_at=each.meeting.starts_at,
                ),
                button(t("status.button_update"), StatusPress.UPDATE, each.id, label=label),
            )
        )
    for meeting, late in due.missing[:MOST_AT_HOME]:
        blocks.append(
            section(
                t.mrkdwn("status.home_missing", meeting=meeting.title, missing=_names(late)),
                button(t("status.button_page"), StatusPress.PAGE, meeting.id),
            )
        )
    return blocks


def said(report: ReportLine, t: Words, most: int = SECTION_TEXT) -> str:
    """The answer's fields, one a line, as mrkdwn; texts of at most `most` characters."""
    lines = [
        t.mrkdwn("status.said_certification", state=report.certification),
        t.mrkdwn("status.said_rollout", rollout=cut(report.rollout, most)),
    ]
    if report.planned:
        lines.append(t.mrkdwn("status.said_planned", planned=say(report.planned, t.language)))
    if report.needs:
        lines.append(t.mrkdwn("status.said_needs", needs=cut(report.needs, most)))
    return "\n".join(lines)


def named(line: StatusLine) -> str:
    """`Systematic (Cura)`."""
    return f"{line.vendor} ({line.product})" if line.product else line.vendor


def known_value(shown: StatusPage, line: StatusLine) -> str:
    meeting = shown.meeting.id if shown.meeting else 0
    return f"{shown.series_id}:{meeting}:{line.vendor_id}:{line.topic_id}"


def _stands(asked: Prompt, t: Words) -> Message:
    """Whether it is answered, by whom, and how old what we know is."""
    latest = asked.line.latest
    if latest is None:
        return msg("status.nothing_known")
    by = msg("status.by", by=latest.by, organisation=latest.organisation, at=latest.at)
    if asked.line.answered:
        return msg("status.answered_unchanged" if latest.unchanged else "status.answered", by=by)
    return msg("status.last_said", by=by, age=_age(latest.at, asked.now, t))


def _age(at: datetime, now: datetime, t: Words) -> Message:
    zone: ZoneInfo = t.zone
    days = (now.astimezone(zone).date() - at.astimezone(zone).date()).days
    return msg("status.age", count=days) if days > 0 else msg("status.age_today")


def _buttons(asked: Prompt, t: Words) -> list[Block]:
    line = asked.line
    label = t("status.button_update_label", topic=line.topic)
    if line.answered:
        again = button(t("status.button_correct"), StatusPress.UPDATE, asked.id, label=label)
        return [actions(again)]
    update = button(t("status.button_update"), StatusPress.UPDATE, asked.id, label=label)
    if line.latest is None:
        return [actions(update)]
    same = t("status.button_confirm_label", topic=line.topic)
    return [
        actions(
            button(
                t("status.button_confirm"),
                StatusPress.CONFIRM,
                asked.id,
                style="primary",
                label=same,
            ),
            update,
        )
    ]


def _line(line: StatusLine, shown: StatusPage, t: Words) -> Block:
    head = t.mrkdwn("status.line_head", vendor=named(line), topic=line.topic)
    marks = []
    if line.new and line.latest:
        marks.append(t("status.new"))
    if line.stale and shown.meeting:
        marks.append(t("status.stale_past" if line.answered else "status.stale"))
    parts = [" · ".join([head, *marks])]
    if line.latest:
        parts.append(said(line.latest, t, MOST_OF_A_FIELD))
        by = msg(
            "status.by",
            by=line.latest.by,
            organisation=line.latest.organisation,
            at=line.latest.at,
        )
        known = "status.said_by" if line.latest.confirmed else "status.known_by"
        parts.append(t.mrkdwn(known, by=by))
    else:
        parts.append(t.mrkdwn("status.nothing_known"))
    if not shown.organizes:
        return section("\n".join(parts))
    label = t("status.button_known_label", vendor=line.vendor, topic=line.topic)
    return section(
        "\n".join(parts),
        button(t("status.button_known"), StatusPress.KNOWN, known_value(shown, line), label=label),
    )


def _organizing(shown: StatusPage, t: Words) -> list[Block]:
    blocks: list[Block] = [divider()]
    if shown.missing:
        blocks.append(context(t.mrkdwn("status.missing", missing=_names(shown.missing))))
    elif shown.asked:
        blocks.append(context(t.mrkdwn("status.all_answered")))
    else:
        blocks.append(context(t.mrkdwn("status.not_asked")))
    if shown.meeting and shown.may_ask:
        text = t("status.button_ask_again" if shown.asked else "status.button_ask")
        style = None if shown.asked else "primary"
        blocks.append(actions(button(text, StatusPress.ASK, shown.meeting.id, style=style)))
    return blocks


def _names(late: Iterable[Missing]) -> str:
    """`KMD (Fælles Stamkort, Aftaleoversigt), Dedalus (Fælles Stamkort)`."""
    return ", ".join(f"{each.organisation} ({', '.join(each.topics)})" for each in late)


def _in_short(line: StatusLine) -> Message:
    known = "status.short_stale" if line.stale else "status.short"
    return msg(
        known,
        vendor=line.vendor,
        topic=line.topic,
        rollout=line.latest.rollout if line.latest else "–",
    )


def _whole(asked: Prompt) -> Message:
    """The prompt in one sentence, for notifications and screen readers."""
    known = "status.text_answered" if asked.line.answered else "status.text_open"
    return msg(known, topic=asked.line.topic, meeting=asked.meeting.title)
