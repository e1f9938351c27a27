"""Word templates: opened, checked for the fields they name, and filled.

Tags are Jinja's, in docxtpl's dialect (`{%p … %}` takes its paragraph away, `{%tr … %}`
its table row). They run in a sandbox that knows nothing but the paper's fields.
"""

import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

from docx.opc.exceptions import OpcError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from bot.documents import text
from bot.documents.context import Address
from bot.documents.printing import Printed, field_paths
from bot.texts import Message, msg

OPENING_A_ZIP = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can hold


class BrokenTemplateError(Exception):
    """A template can't be used; `finding` says which, why, and what to do."""

    def __init__(self, finding: Message) -> None:
        super().__init__(finding.id, dict(finding.facts))
        self.finding = finding


def opened(path: Path) -> DocxTemplate:
    """A template ready to be filled once; raises BrokenTemplateError."""
    try:
        template = DocxTemplate(BytesIO(path.read_bytes()))
        template.init_docx()
    except FileNotFoundError:
        raise BrokenTemplateError(msg("documents.template.missing", path=str(path))) from None
    except (OpcError, KeyError, ValueError, SyntaxError, zipfile.BadZipFile) as why:
        finding = msg("documents.template.unreadable", path=str(path), why=str(why))
        raise BrokenTemplateError(finding) from why
    return template


def filled(path: Path, context: Mapping[str, Printed]) -> DocxTemplate:
    """The template with a paper's fields in place of its tags; raises BrokenTemplateError."""
    template = opened(path)
    try:
        template.render(dict(context), jinja_env=_sandbox(template), autoescape=True)
    except TemplateError as why:
        finding = msg("documents.template.broken", path=str(path), why=str(why.message))
        raise BrokenTemplateError(finding) from why
    return template


def sealed(template: DocxTemplate) -> bytes:
    """The document's bytes; the same paper always gives the same bytes."""
    saved, stamped = BytesIO(), BytesIO()
    template.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(stamped, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, OPENING_A_ZIP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return stamped.getvalue()


def fields_named(path: Path) -> frozenset[str]:
    """The dotted fields that a template's body, header and footer name.

    Fields of what is looped over carry the loop's path: `items.title`. Raises
    BrokenTemplateError where a tag can't be read.
    """
    template = opened(path)
    sandbox = _sandbox(template)
    try:
        named = [
            field
            for xml in _parts(template)
            for field in _named(sandbox.parse(template.patch_xml(xml)), {"loop": ""})
        ]
    except TemplateError as why:
        finding = msg("documents.template.broken", path=str(path), why=str(why.message))
        raise BrokenTemplateError(finding) from why
    return frozenset(named)


def fields_unknown(path: Path, paper: type) -> frozenset[str]:
    """The fields that a template names and its paper doesn't have; raises BrokenTemplateError."""
    return fields_named(path) - set(field_paths(paper))


def _sandbox(template: DocxTemplate) -> ImmutableSandboxedEnvironment:
    def written(value: object) -> object:
        match value:
            case None:
                return ""
            case Address():
                return text.link(
                    value.url, value.name, template.build_url_id(text.allowed(value.url))
                )
            case _:
                return value

    sandbox = ImmutableSandboxedEnvironment(
        autoescape=True,
        undefined=StrictUndefined,
        finalize=written,
    )
    sandbox.globals.clear()
    return sandbox


def _parts(template: DocxTemplate) -> Iterator[str]:
    yield template.get_xml()
    for uri in (template.HEADER_URI, template.FOOTER_URI):
        for _, part in template.get_headers_footers(uri):
            yield template.get_part_xml(part)


def _named(node: nodes.Node, scope: dict[str, str]) -> Iterator[str]:
    """Walks a template's tree; `scope` maps the names of loops to what they loop over."""
    match node:
        case nodes.For(target=nodes.Name(name=name)):
            yield from _named(node.iter, scope)
            within = scope | {name: _path(node.iter, scope)}
            for inner in (*node.body, *node.else_):
                yield from _named(inner, within)
        case nodes.Name(ctx="store"):
            scope[node.name] = ""
        case nodes.Name() | nodes.Getattr():
            path = _path(node, scope)
            if path:
                yield path
        case _:
            for inner in node.iter_child_nodes():
                yield from _named(inner, scope)


def _path(node: nodes.Node, scope: Mapping[str, str]) -> str:
    match node:
        case nodes.Name():
            return scope.get(node.name, node.name)
        case nodes.Getattr():
            owner = _path(node.node, scope)
            return f"{owner}.{node.attr}" if owner else ""
        case _:
            return ""
