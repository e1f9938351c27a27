"""The matters that wait for a later meeting, and what is done with them."""

from slack_sdk.models.blocks import Block, ButtonElement
from slack_sdk.models.views import View

from bot.results.put_off import PutOffLine, PutOffList, PutOffSettled, Settled
from bot.rules.agenda import LONGEST_REASON
from bot.rules.deferrals import FLAGGED, comes, nth
from bot.rules.reasons import wording
from bot.slack import limits
from bot.slack.ids.agenda import AgendaForm, PutOffPress
from bot.slack.ids.meta import packed
from bot.slack.limits import cut
from bot.slack.replies import Reply
from bot.slack.views.agenda import BUDGET, shortened
from bot.slack.views.parts import actions, button, context, form, section, text_field
from bot.texts import Message, Words, msg
from storage.vocabulary import MeetingFormat

MOST = 15  # matters with buttons; two blocks each, of the 50 of a message
MOST_DROPPED = 5


def listed(shown: PutOffList, t: Words) -> Reply:
    """What waits, oldest first; beneath it what was let go last."""
    t = t.within(shown.meeting.zone)
    waiting = [each for each in shown.lines if not each.dropped]
    dropped = [each for each in shown.lines if each.dropped][-MOST_DROPPED:]
    text = _head(shown, len(waiting))
    blocks: list[Block] = [section(t.mrkdwn(text))]
    tail: list[Block] = []
    if len(waiting) > MOST:
        tail.append(context(t.mrkdwn("deferrals.more", count=len(waiting) - MOST)))
    if dropped and shown.organizes:
        tail += [block for each in dropped for block in _dropped(each, t)]
    blocks += shortened(
        lambda most: [block for each in waiting[:MOST] for block in _waits(each, shown, t, most)],
        BUDGET - limits.weight([*blocks, *tail]),
    )
    return Reply(t(text), [*blocks, *tail])


def _head(shown: PutOffList, count: int) -> Message:
    kind = shown.meeting.format
    whose = ".separate" if kind is MeetingFormat.SEPARATE else ""
    none = "" if count else "_none"
    return msg(f"deferrals.head{none}{whose}", count=count, series=shown.meeting.series,
               vendor=shown.meeting.vendor)  # fmt: skip


def _waits(line: PutOffLine, shown: PutOffList, t: Words, most: int) -> list[Block]:
    blocks: list[Block] = [section(described(line, t, most))]
    row: list[ButtonElement] = []
    if shown.organizes and line.coming:
        row.append(_press("deferrals.button_fetch", PutOffPress.FETCH, line, t,
                          meeting=line.coming))  # fmt: skip
    if shown.organizes:
        row.append(_press("deferrals.button_drop", PutOffPress.DROP, line, t))
    if row:
        blocks.append(actions(*row))
    return blocks


def described(line: PutOffLine, t: Words, most: int = 150) -> str:
    """`*Title* – udsat på nr. 19, da SDS ikke deltager · kommer igen, når SDS deltager`."""
    item = line.item
    reason = cut(item.reason.strip(), most)
    parts = [
        msg(f"deferrals.put_off{wording(reason)}", number=line.meeting, reason=reason),
        comes(item.comeback),
    ]
    if item.raised_at is not None and item.times > 1:
        parts.append(msg("deferrals.raised", number=item.raised_at, nth=nth(item.times)))
    if item.put_off >= FLAGGED:
        parts.append(msg("deferrals.flagged", count=item.put_off))
    title = t.mrkdwn("deferrals.title", title=cut(item.title, most))
    return f"{title} – _{' · '.join(t.mrkdwn(part) for part in parts)}_"


def _dropped(line: PutOffLine, t: Words) -> list[Block]:
    said = msg("deferrals.dropped_line", title=cut(line.item.title, 100),
               reason=cut(line.dropped_reason, 100))  # fmt: skip
    return [
        context(t.mrkdwn(said)),
        actions(_press("deferrals.button_pick_up", PutOffPress.PICK_UP, line, t)),
    ]


def drop_form(line: PutOffLine, t: Words, *, channel: str) -> View:
    return form(
        AgendaForm.DROP,
        t("deferrals.form_drop"),
        t("deferrals.form_drop_submit"),
        t("common.cancel"),
        packed(item=line.item.id, channel=channel),
        [
            section(described(line, t)),
            text_field(
                "reason", t("deferrals.field_drop"), hint=t("deferrals.field_drop_hint"),
                multiline=True, most=LONGEST_REASON,
            ),
        ],
    )  # fmt: skip


def settled(done: PutOffSettled, t: Words) -> Reply:
    """What was done, with the way back."""
    item = done.item
    text = msg(
        f"deferrals.settled_{done.what.value}",
        title=item.title,
        number=item.number,
        meeting=done.meeting.title,
        reason=done.reason,
    )
    blocks: list[Block] = [section(t.mrkdwn(text))]
    label = t("agenda.button_item_label", action=t("agenda.button_reconsider"), title=item.title)
    back = {Settled.FETCHED: PutOffPress.SEND_BACK, Settled.DROPPED: PutOffPress.PICK_UP}
    if press := back.get(done.what):
        blocks.append(actions(button(t("agenda.button_reconsider"), press, item.id, label=label)))
    return Reply(t(text), blocks)


def _press(
    text: str, press: PutOffPress, line: PutOffLine, t: Words, **facts: int
) -> ButtonElement:
    said = t(text, **facts)
    label = t("agenda.button_item_label", action=said, title=line.item.title)
    return button(said, press, line.item.id, label=label)
