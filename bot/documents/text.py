"""What people typed, made safe to print: it is data, never markup or a template's tag."""

import html
import re

from markupsafe import Markup

# XML 1.0, 2.2 "Char": everything else can't stand in a document, not even escaped.
_FORBIDDEN = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_ONE_LINE = re.compile(r"[ \t]*\n[ \t\n]*|\t+")
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")

_TOOLTIP = 260  # characters; Word calls a file with a longer one damaged

PARAGRAPH = "\a"  # docxtpl's sign for "new paragraph"; forbidden in XML, so nobody can type it


def line(text: str) -> Markup:
    """One line, whatever was typed; for titles, names and table cells."""
    return _as_data(_ONE_LINE.sub(" ", allowed(text)))


def prose(text: str) -> Markup:
    """Lines stay lines, and blank lines part paragraphs."""
    return _as_data(_BLANK_LINES.sub(PARAGRAPH, allowed(text)))


def link(url: str, name: str, relation: str) -> Markup:
    """A run of Word that leads to an address, known in the document by `relation`.

    For `{{r link }}`, which takes the place of a whole run.
    """
    tooltip = line(url[:_TOOLTIP]).replace('"', "&quot;")
    run = f'<w:t xml:space="preserve">{line(name)}</w:t>'
    return Markup(  # noqa: S704 made of escaped parts
        f'<w:hyperlink r:id="{relation}" w:tooltip="{tooltip}">'
        f'<w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>{run}</w:r></w:hyperlink>'
    )


def allowed(text: str) -> str:
    """The text with line feeds only, and without the characters that XML forbids."""
    return _FORBIDDEN.sub("", _LINE_BREAKS.sub("\n", text)).strip()


def _as_data(text: str) -> Markup:
    """Escaped for XML. docxtpl turns `{_{` into `{{` even in data, so that is written apart."""
    escaped = html.escape(text, quote=False)
    return Markup(escaped.replace("{_", "{&#95;").replace("_}", "&#95;}"))  # noqa: S704 escaped
