"""The house's own laws."""

import ast
import re
from pathlib import Path

import pytest

from bot.settings import Settings
from tests.support.town import ROOT

MOST_LINES = {"bot": 400, "storage": 400, "tests": 600}


def python_files(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def test_no_file_is_too_long_to_read():
    long = {
        str(path.relative_to(ROOT)): count
        for folder, most in MOST_LINES.items()
        for path in python_files(folder)
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > most
        and "versions" not in path.parts
    }
    assert not long


def test_every_setting_is_documented_and_nothing_else():
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    named = set(re.findall(r"^#?([A-Z_]+)=", example, flags=re.MULTILINE))
    assert named == {name.upper() for name in Settings.model_fields}


def test_documented_defaults_are_the_real_ones():
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    for name, value in re.findall(r"^([A-Z_]+)=(.*)$", example, flags=re.MULTILINE):
        default = Settings.model_fields[name.lower()].default
        held = getattr(default, "get_secret_value", lambda: default)()  # noqa: B023 called at once
        shown = str(held).lower() if isinstance(held, bool) else str(held)
        assert shown == value, name


def test_use_cases_fetch_rows_through_access_and_queries_only():
    for path in python_files("bot"):
        text = path.read_text(encoding="utf-8")
        assert "session.get(" not in text, path
        assert not re.search(r"\bselect\(", text), path
        assert "session.exec" not in text, path


def test_only_the_database_commits():
    for path in python_files("bot", "storage"):
        if path.name != "database.py" and "demo" not in path.parts:
            assert ".commit(" not in path.read_text(encoding="utf-8"), path


def test_features_dont_import_each_other():
    """They meet through rows, rules and queries; what they share stands in `cycle.steps`."""
    for path in (ROOT / "bot" / "cycle").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                module = node.module
                assert module != "bot.cycle", path
                assert not module.startswith("bot.cycle.") or module.startswith(
                    "bot.cycle.steps"
                ), f"{path.name} imports {module}"


@pytest.mark.parametrize(
    "record", sorted((ROOT / "docs" / "decisions").glob("*.md")), ids=lambda path: path.stem
)
def test_every_decision_names_a_check_that_exists(record):
    named = re.findall(
        r"`((?:tests|bot|storage)/[\w/.]+\.py)(?:::(\w+))?`", record.read_text("utf-8")
    )
    assert named, "a decision names the check that proves it"
    for path, test in named:
        assert (ROOT / path).is_file(), path
        if test:
            assert f"def {test}" in (ROOT / path).read_text(encoding="utf-8")


def test_lock_files_carry_no_address():
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "://" not in text
        assert not re.search(r"^--(index|extra|find)", text, flags=re.MULTILINE)
