"""What a machine without a browser or an office suite says; CI may not be such a machine."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import browser, office

ROOT = Path(__file__).parents[2]
BARE = [
    "tests/demo/page/test_markup.py",
    "tests/demo/page/test_dialogs.py",
    "tests/documents/test_layout.py",
]


def run_bare(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """These suites in a run of their own that finds no program."""
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-m",
            "browser or office",
            "-p",
            "no:cacheprovider",
            *BARE,
        ],
        cwd=ROOT,
        env={"PATH": str(folder), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_each_missing_program_is_one_line(tmp_path):
    run = run_bare(tmp_path)
    assert run.returncode == 0, run.stdout
    for missing in (browser.MISSING, office.MISSING):
        (line,) = (line for line in run.stdout.splitlines() if missing in line)
        assert "skipped: " in line


@pytest.mark.slow
def test_ci_fails_without_them(tmp_path):
    run = run_bare(tmp_path, CI="true")
    assert run.returncode == 1
    assert "skipped" not in run.stdout
    for missing in (browser.MISSING, office.MISSING):
        assert missing in run.stdout
