"""Files and pages that belong to an item."""

from collections.abc import Iterable, Sequence

from bot.errors import Unclear
from bot.results.agenda import PageLink
from bot.texts import msg

MOST = 10  # of one item
LONGEST_URL = 1_000  # characters
LONGEST_TITLE = 150  # characters
LONGEST_FIELD = 3_000  # characters of all of them: one text field of Slack


def checked(links: Sequence[PageLink]) -> tuple[PageLink, ...]:
    """The links, each address once, or a refusal that names the field."""
    found: dict[str, PageLink] = {}
    for each in links:
        if len(each.url) > LONGEST_URL:
            raise Unclear(msg("proposals.link_too_long", most=LONGEST_URL), field="links")
        if len(each.title) > LONGEST_TITLE:
            raise Unclear(msg("proposals.link_title_too_long", most=LONGEST_TITLE), field="links")
        found.setdefault(each.url, each)
    if len(found) > MOST or len(lines(found.values())) > LONGEST_FIELD:
        raise Unclear(msg("proposals.links_too_many", most=MOST), field="links")
    return tuple(found.values())


def lines(links: Iterable[PageLink]) -> str:
    """One a line, as they are typed."""
    return "\n".join(f"{each.title} {each.url}".strip() for each in links)


def merged(own: Sequence[PageLink], brought: Sequence[PageLink]) -> None:
    """Refuses a merging after which an item would have too many links."""
    try:
        checked([*own, *brought])
    except Unclear:
        raise Unclear(msg("agenda.merge_too_many_links", most=MOST), field="target") from None
