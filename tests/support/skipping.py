"""One line for each reason why tests were skipped, at the end of every run."""

from collections import Counter
from collections.abc import Iterable

import pytest


def lines(reports: Iterable[pytest.TestReport]) -> list[str]:
    """How many tests, and what they miss; many tests of one suite miss the same."""
    reasons = Counter(
        str(report.longrepr[2]).removeprefix("Skipped: ")
        for report in reports
        if isinstance(report.longrepr, tuple)
    )
    return [f"{count} skipped: {reason}" for reason, count in sorted(reasons.items())]
