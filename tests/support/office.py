"""LibreOffice and pdftoppm for tests that look at a paper as a reader would see it."""

import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

_PATIENCE = 120  # seconds; LibreOffice's first start makes a profile
MISSING = (
    "LibreOffice Writer and pdftoppm aren't both on this machine; "
    "`apt-get install libreoffice-writer-nogui poppler-utils` gets them, then run this again"
)


@dataclass(frozen=True)
class Office:
    soffice: str
    pdftoppm: str

    def pdf(self, document: bytes, folder: Path) -> Path:
        """The document as PDF, laid out by LibreOffice; `folder` keeps its profile too."""
        source = folder / "paper.docx"
        source.write_bytes(document)
        profile = (folder / "profile").as_uri()
        self._run(
            self.soffice,
            f"-env:UserInstallation={profile}",
            *("--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)),
        )
        return folder / "paper.pdf"

    def pages(self, pdf: Path, *, resolution: int = 60) -> list[Path]:
        """A PNG of each page, `resolution` in dots an inch."""
        stem = pdf.with_suffix("")
        self._run(self.pdftoppm, "-r", str(resolution), "-png", str(pdf), str(stem))
        return sorted(pdf.parent.glob(f"{stem.name}-*.png"))

    def _run(self, *command: str) -> None:
        subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE)


def office(
    environment: Mapping[str, str], look: Callable[[str], str | None] = shutil.which
) -> Office:
    """Both programs. Without them the test is skipped; in CI, where it must run, it fails."""
    soffice, pdftoppm = look("soffice"), look("pdftoppm")
    if soffice and pdftoppm:
        return Office(soffice, pdftoppm)
    if environment.get("CI"):
        pytest.fail(MISSING, pytrace=False)
    pytest.skip(MISSING)
