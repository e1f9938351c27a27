"""An item's versions: what changed, by whom and when."""

from slack_sdk.models.blocks import Block

from bot.results.history import Change, ItemHistory, ItemPart, RoundLine, VersionLine, Wording
from bot.rules.reasons import wording
from bot.slack.limits import cut
from bot.slack.replies import Reply
from bot.slack.views.parts import context, section
from bot.texts import Message, Words, msg

MOST_SHOWN = 12  # versions; the first is always among them
_TEXT = 250  # characters of one text before or after


def history(shown: ItemHistory, t: Words) -> Reply:
    """The newest first."""
    t = t.within(shown.zone)
    head = msg("proposals.history_head", title=shown.title)
    versions = shown.versions
    left = max(0, len(versions) - MOST_SHOWN)
    listed = [*versions[: MOST_SHOWN - 1], versions[-1]] if left else versions
    blocks: list[Block] = [section(t.mrkdwn(head))]
    blocks += [section(_version(each, t)) for each in listed]
    if left:
        blocks.append(context(t.mrkdwn("proposals.history_more", count=left)))
    if shown.rounds:
        told = "\n".join(t.mrkdwn(_round(each)) for each in shown.rounds[:MOST_SHOWN])
        blocks.append(section(f"{t.mrkdwn('deferrals.rounds')}\n{told}"))
    if not versions:
        blocks.append(section(t.mrkdwn("proposals.history_none")))
    return Reply(t(head), blocks)


def _round(line: RoundLine) -> Message:
    reason = line.reason.strip()
    return msg(f"deferrals.round{wording(reason)}", number=line.number, state=line.state,
               reason=reason)  # fmt: skip


def _version(line: VersionLine, t: Words) -> str:
    who = line.who or "Referent"
    said = t.mrkdwn("proposals.history_version", number=line.number, who=who, at=line.at)
    parts = [_change(each) for each in line.changes] or _first(line.wording)
    return "\n".join([said, *(t.mrkdwn(part) for part in parts)])


def _change(change: Change) -> Message:
    before, after = _short(change.before), _short(change.after)
    part = msg(f"proposals.field_{change.part.value}")
    if not before:
        return msg("proposals.history_added", part=part, after=after)
    if not after:
        return msg("proposals.history_removed", part=part, before=before)
    return msg("proposals.history_changed", part=part, before=before, after=after)


def _first(wording: Wording) -> list[Message]:
    facts = {
        ItemPart.TITLE: wording.title,
        ItemPart.PURPOSE: wording.purpose,
        ItemPart.PRESENTER: wording.presenter,
        ItemPart.MINUTES: str(wording.minutes or ""),
        ItemPart.BACKGROUND: wording.background,
        ItemPart.LINKS: wording.links,
    }
    return [
        msg("proposals.history_said", part=msg(f"proposals.field_{part.value}"), text=_short(text))
        for part, text in facts.items()
        if text
    ]


def _short(text: str) -> str:
    """A purpose stays a word of its own."""
    return text if len(text) <= _TEXT else cut(text, _TEXT)
