"""Texts: every id has words in both languages, with the same placeholders, and is used."""

import ast
import string
from collections.abc import Iterator
from enum import StrEnum
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from storage import vocabulary
from tests.support.town import ROOT

LOCALE = ROOT / "templates" / "locale"
FEATURES = sorted(path.stem for path in (LOCALE / "da").glob("*.po"))


def catalogue(language: str, feature: str) -> Catalog:
    with (LOCALE / language / f"{feature}.po").open("rb") as source:
        return read_po(source, locale=language)


@cache
def entries(language: str, feature: str) -> dict[str, tuple[str, ...]]:
    """Message id → its wording, several where there is a plural."""
    held: dict[str, tuple[str, ...]] = {}
    for message in catalogue(language, feature):
        if message.id:
            name = message.id if isinstance(message.id, str) else message.id[0]
            said = message.string
            held[name] = (said,) if isinstance(said, str) else tuple(said)
    return held


def placeholders(wording: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(wording) if field}


def sources() -> Iterator[Path]:
    yield from (ROOT / "bot").rglob("*.py")


@cache
def literal_ids() -> frozenset[str]:
    """Every string in the code that looks like a message id of one of the features."""
    found: set[str] = set()
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                if not node.value[-1:].isalnum() or node.value.endswith(".docx"):
                    continue  # the beginning of an id that is put together, or a file
                head, dot, rest = node.value.partition(".")
                if dot and head in FEATURES and rest and " " not in rest:
                    found.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                pattern = _pattern(node)
                if pattern.partition(".")[0] in FEATURES:
                    found.add(pattern)
    return frozenset(found)


def _pattern(put_together: ast.JoinedStr) -> str:
    """`f"poll.{x}.clause"` as `poll.*.clause`."""
    return "".join(
        str(part.value) if isinstance(part, ast.Constant) else "*" for part in put_together.values
    )


@pytest.mark.parametrize("feature", FEATURES)
def test_both_languages_say_the_same_things(feature):
    danish, english = entries("da", feature), entries("en", feature)
    assert set(danish) == set(english)
    for name, wordings in danish.items():
        in_both = {
            frozenset().union(*map(placeholders, said)) for said in (wordings, english[name])
        }
        assert len(in_both) == 1, f"{name}: {in_both}"


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("feature", FEATURES)
def test_nothing_is_left_untranslated(feature, language):
    for name, wordings in entries(language, feature).items():
        assert all(wordings), name
        assert name.startswith(f"{feature}."), f"{name} stands in another feature's catalogue"


def test_every_state_has_words():
    named = entries("da", "words")
    for kind in vars(vocabulary).values():
        if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum:
            if f"words.{kind.__name__}.{next(iter(kind)).value}" not in named:
                continue  # a word that is never shown, like a job's kind
            for state in kind:
                assert f"words.{kind.__name__}.{state.value}" in named


def test_every_id_in_the_code_has_words():
    known = {name for feature in FEATURES for name in entries("da", feature)}
    from bot.slack import ids  # noqa: PLC0415 only its folder is meant

    pressed = {
        value
        for path in Path(ids.__path__[0]).glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(value := node.value, str)
    }
    verbs = {name for name in literal_ids() if name in pressed}
    missing = {
        name
        for name in literal_ids() - verbs
        if "*" not in name and name not in known and not _is_audit_verb(name)
    }
    assert not missing


def test_every_message_is_used():
    used = literal_ids()
    patterns = [name for name in used if "*" in name and name.partition(".")[0] in FEATURES]
    patterns += ["words.*"]
    idle = {
        name
        for feature in FEATURES
        for name in entries("da", feature)
        if name not in used and not any(fnmatchcase(name, pattern) for pattern in patterns)
    }
    assert not idle


@pytest.mark.parametrize("word", ["mødeminutter", "handlingselement", "agenda punkt"])
def test_no_machine_danish(word):
    for feature in FEATURES:
        for name, wordings in entries("da", feature).items():
            assert word not in " ".join(wordings).lower(), name


@pytest.mark.parametrize(("language", "foreign"), [("da", '“”„"'), ("en", '»«„"')])
def test_one_kind_of_quotation_marks(language, foreign):
    """»…« in Danish, “…” in English."""
    for feature in FEATURES:
        for name, wordings in entries(language, feature).items():
            assert not set(foreign) & set("".join(wordings)), name


@cache
def _audit_verbs() -> frozenset[str]:
    """First arguments of `note(…)` and of helpers that hand them on."""
    found: set[str] = set()
    for path in (ROOT / "bot" / "cycle").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                if name in {"msg", "word"}:
                    continue
                found |= {
                    argument.value
                    for argument in node.args
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
                }
    return frozenset(found)


def _is_audit_verb(name: str) -> bool:
    return name in _audit_verbs()
