"""The page's own sentences, and what it takes to try it in a browser."""

import json
import re
from pathlib import Path

import pytest

from tests.support.browser import MISSING, chromium_path

STATIC = Path(__file__).parents[3] / "bot" / "demo" / "static"


def nowhere(name: str) -> None:
    """A machine without any browser."""


def test_without_chromium_the_tests_are_skipped_with_the_way_to_get_it():
    with pytest.raises(pytest.skip.Exception, match="apt-get install chromium"):
        chromium_path({}, look=nowhere)


def test_without_chromium_ci_fails():
    with pytest.raises(pytest.fail.Exception, match=re.escape(MISSING)):
        chromium_path({"CI": "true"}, look=nowhere)


def catalogue(language: str) -> dict[str, str]:
    words: dict[str, str] = json.loads((STATIC / "words" / f"{language}.json").read_text("utf-8"))
    return words


def test_both_languages_say_the_same_things():
    danish, english = catalogue("da"), catalogue("en")
    assert list(danish) == list(english)
    holes = re.compile(r"\{\w+\}")
    for key, sentence in danish.items():
        assert set(holes.findall(sentence)) == set(holes.findall(english[key])), key


def test_every_sentence_that_the_page_asks_for_exists():
    known = catalogue("da")
    scripts = "\n".join(path.read_text("utf-8") for path in (STATIC / "js").glob("*.js"))
    asked = set(re.findall(r"""\bt\("([a-z.]+)[",)]""", scripts))
    assert len(asked) > 60
    for key in asked:
        assert key in known or f"{key}.one" in known, key


def test_the_page_needs_nothing_from_elsewhere():
    for path in STATIC.rglob("*"):
        if path.suffix in {".js", ".css", ".html"}:
            addresses = re.findall(
                r"""(?:src|href|url|import)\W{1,3}(https?:)?//""", path.read_text("utf-8")
            )
            assert addresses == [], path
