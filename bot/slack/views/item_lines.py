"""An agenda's items as lines of a message."""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block

from bot.results.agenda import Agenda, ItemLine
from bot.rules.deferrals import comes, nth
from bot.rules.reasons import wording
from bot.slack.limits import cut
from bot.slack.views import needs
from bot.slack.views.parts import section
from bot.texts import Message, Words, msg
from storage.vocabulary import ItemOrigin, ItemState, ReturnWhen

SECTION = 2_900  # characters of one block of lines; Slack takes 3,000
LENGTHS = (150, 100, 60, 35, 20)  # characters of one text in a line, tried from the longest
_BARE = 12  # characters of a title on a line that says nothing else, where nothing longer fits
_TOLD_WHOLE = 100  # characters: from here down a line leaves out what the paper says too


def listed(agenda: Agenda, t: Words, budget: int) -> list[Block]:
    """The items as sections of lines within a budget of characters."""
    if not agenda.items:
        return [section(t("agenda.empty_card"))]
    return [section(text) for text in _sections(lines(agenda.items, t, budget))]


def lines(items: Sequence[ItemLine], t: Words, budget: int) -> list[str]:
    """Every item's line, shortened alike until all fit; failing that, as many as do."""
    shown: list[str] = []
    for most in (*LENGTHS, _BARE):
        shown = [line(each, t, most=most) for each in items]
        if sum(map(len, shown)) + len(shown) <= budget:
            return shown
    left = budget
    for count, each in enumerate(shown):
        left -= len(each) + 1
        if left < SECTION // 20:
            return [*shown[:count], t.mrkdwn("agenda.more", count=len(shown) - count)]
    return shown


def line(item: ItemLine, t: Words, *, most: int = LENGTHS[0]) -> str:
    """`*1.1* Title – til drøftelse · v/ Navn · 10 min.`, as mrkdwn.

    `most` is the length in characters of each text in it; the shortest lines say only what
    the number and title don't.
    """
    parts: list[Message] = [] if most < _TOLD_WHOLE else _facts(item, most)
    parts += _told(item, most) if most > _BARE else []
    head = t.mrkdwn("agenda.line", number=item.number, title=cut(item.title, most))
    indent = "        " if "." in item.number else ""
    tail = " · ".join(t.mrkdwn(part) for part in parts)
    return f"{indent}{head} – _{tail}_" if tail else f"{indent}{head}"


def _facts(item: ItemLine, most: int) -> list[Message]:
    parts = [msg("agenda.purpose", purpose=item.purpose)]
    if item.presenter:
        parts.append(msg("agenda.presenter", presenter=cut(item.presenter, most)))
    if item.minutes:
        parts.append(msg("agenda.minutes", count=item.minutes))
    if item.links:
        parts.append(msg("agenda.links", count=len(item.links)))
    return parts


def _after_the_others(item: ItemLine) -> list[Message]:
    if item.brought:
        return [msg(f"agenda.brought_{item.brought.kind.value}", number=item.brought.by)]
    return [msg("agenda.late")] if item.late else []


def _told(item: ItemLine, most: int) -> list[Message]:
    """Why it stands here, and why it is put off; the shortest lines give no reasons."""
    parts = _marks(item, most)
    number, room = item.carried_from, most if most > LENGTHS[-1] else 0
    if item.origin is ItemOrigin.DEFERRED and number is not None:
        reason = cut(item.carried_reason.strip(), room) if room else ""
        parts.append(msg(f"agenda.carried{wording(reason)}", number=number, reason=reason))
        if item.times > 2 and item.raised_at is not None:  # noqa: PLR2004 twice says itself
            parts.append(msg("deferrals.raised", number=item.raised_at, nth=nth(item.times)))
    elif item.origin is ItemOrigin.OPEN_QUESTION:
        reference = cut(", ".join(item.gathers), most)
        parts.append(msg("agenda.open_question", reference=reference, number=number or 0))
    elif item.gathers:
        parts.append(msg("agenda.follow_up", references=cut(", ".join(item.gathers), most)))
    if item.state is ItemState.DEFERRED:
        reason = cut(item.reason.strip(), room) if room else ""
        parts.append(msg(f"agenda.deferred{wording(reason)}", reason=reason))
        if item.comeback and item.comeback.when is not ReturnWhen.NEXT_MEETING and room:
            parts.append(comes(item.comeback))
    return parts


def _marks(item: ItemLine, most: int) -> list[Message]:
    parts = _after_the_others(item)
    if item.needs:
        parts.append(needs.told(item, most))
    if item.supporters:
        parts.append(msg("agenda.supported", count=len(item.supporters)))
    return parts


def _sections(shown: Sequence[str]) -> list[str]:
    """Lines joined into as few texts of a section's length as hold them."""
    texts: list[str] = []
    for each in shown:
        if texts and len(texts[-1]) + 1 + len(each) <= SECTION:
            texts[-1] += "\n" + each
        else:
            texts.append(each)
    return texts
