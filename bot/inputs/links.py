"""Web addresses that people type: one a line in a dialog, or anywhere in a sentence."""

import re
from urllib.parse import urlsplit

from bot.errors import Unclear
from bot.results.agenda import PageLink
from bot.texts import msg

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"]+", re.IGNORECASE)
_AFTER = ".,;:!?'»”"  # punctuation that ends a sentence, not an address
_AROUND = ' \t:–—-|,;()[]<>«»“”"'  # between a title and its address
_HELD = 80  # characters of what isn't understood, as it is shown back
_TIDY = (
    (re.compile(r"\(\s*[,;]?\s*\)"), ""),
    (re.compile(r"\s*[,;]\s*\)"), ")"),
    (re.compile(r"\(\s*[,;]\s*"), "("),
    (re.compile(r"\s+(?=[.,;:!?](?:\s|$))"), ""),
)
"""What an address leaves behind: empty brackets, and a comma or full stop that stands alone."""


def typed(text: str) -> tuple[PageLink, ...]:
    """`Udkast til aftale https://…`: a line each, with a title before or after the address."""
    return tuple(_line(line.strip()) for line in text.splitlines() if line.strip())


def taken_out(text: str) -> tuple[str, tuple[PageLink, ...]]:
    """A sentence without the addresses in it, and those."""
    links: list[PageLink] = []

    def take(found: re.Match[str]) -> str:
        address, rest = _parted(found[0])
        if not _leads_somewhere(address):
            return found[0]
        links.append(PageLink(address))
        return rest

    left = _ADDRESS.sub(take, text)
    if not links:
        return text, ()
    for untidy, tidy in _TIDY:
        left = untidy.sub(tidy, left)
    return " ".join(left.split()).rstrip(" :–-"), tuple(links)


def _line(line: str) -> PageLink:
    found = _ADDRESS.findall(line)
    if not found:
        raise Unclear(msg("proposals.link_unclear", heard=line[:_HELD]), field="links")
    if len(found) > 1:
        raise Unclear(msg("proposals.link_a_line", heard=line[:_HELD]), field="links")
    address, rest = _parted(found[0])
    if not _leads_somewhere(address):
        raise Unclear(msg("proposals.link_unclear", heard=line[:_HELD]), field="links")
    before, _, after = line.partition(found[0])
    title = " ".join(filter(None, (before.strip(_AROUND), (rest + after).strip(_AROUND + _AFTER))))
    return PageLink(address, " ".join(title.split()))


def _parted(found: str) -> tuple[str, str]:
    """An address and the punctuation after it; a bracket belongs to one that opened it."""
    end = len(found)
    while end:
        last = found[end - 1]
        unopened = last in ")]" and found[:end].count(last) > found[:end].count("(["[last == "]"])
        if last not in _AFTER and not unopened:
            break
        end -= 1
    address = found[:end].replace("|", "%7C")  # parts a link's address from its text in Slack
    if address[:4].lower() == "www.":
        address = f"https://{address}"
    return address, found[end:]


def _leads_somewhere(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:  # brackets that are no IPv6 address, or a port that is no number
        return False
