"""Files and pages of agenda items, to be opened."""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block

from bot.results.agenda import Agenda, PageLink
from bot.slack import limits
from bot.slack.limits import cut
from bot.slack.replies import Reply
from bot.slack.views.parts import context, section
from bot.texts import Link, Words, msg

BUDGET = 11_000  # characters of all of an agenda's links in one message
MOST_LISTED = 45  # items, a block each, of the 50 of a message
_NAME = 60  # characters of a link's text
_SECTION = 2_500  # characters of one item's links
_TITLE = 100


def linked(links: Sequence[PageLink], t: Words, budget: int = _SECTION) -> str:
    """As many links as there is room for in mrkdwn, and how many there are beside them."""
    parts: list[str] = []
    for count, each in enumerate(links):
        text = t.mrkdwn("agenda.link", link=Link(each.url, cut(each.name, _NAME)))
        budget -= len(text) + 3
        if budget < 0:
            left = len(links) - count
            more = "agenda.links_more" if parts else "agenda.links"
            return " · ".join([*parts, t.mrkdwn(more, count=left)])
        parts.append(text)
    return " · ".join(parts)


def listed(agenda: Agenda, t: Words) -> Reply:
    """Every item that has any, with its links."""
    items = [each for each in agenda.items if each.links]
    text = msg("agenda.links_head", meeting=agenda.meeting.title)
    if not items:
        text = msg("agenda.links_none", meeting=agenda.meeting.title)
    blocks: list[Block] = [section(t.mrkdwn(text))]
    for count, each in enumerate(items):
        head = t.mrkdwn("agenda.line", number=each.number, title=cut(each.title, _TITLE))
        block = section(f"{head}\n{linked(each.links, t)}")
        if count == MOST_LISTED or limits.weight([*blocks, block]) > BUDGET:
            blocks.append(context(t.mrkdwn("agenda.links_left_out", count=len(items) - count)))
            break
        blocks.append(block)
    return Reply(t(text), blocks)
