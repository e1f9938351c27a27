"""Writes the papers and their metadata into a folder."""

import json
from dataclasses import asdict
from pathlib import Path

from bot.cycle.export import Archived, papers
from bot.work import House

INDEX = "index.json"


def write(house: House, folder: Path) -> int:
    """One folder a meeting, and `index.json` with title, date, version and checksum of each.

    Returns how many papers there are.
    """
    listed = []
    for paper in papers(house):
        place = folder / _safe(paper.series) / _safe(_meeting(paper))
        place.mkdir(parents=True, exist_ok=True)
        target = place / f"{paper.kind.value}-{paper.version}-{_safe(paper.filename)}"
        target.write_bytes(paper.content)
        facts = {name: value for name, value in asdict(paper).items() if name != "content"}
        listed.append({**facts, "path": target.relative_to(folder).as_posix()})
    if listed:
        index = json.dumps(listed, ensure_ascii=False, indent=2, default=lambda at: at.isoformat())
        (folder / INDEX).write_text(index + "\n", encoding="utf-8")
    return len(listed)


def _meeting(paper: Archived) -> str:
    return f"{paper.meeting} {paper.vendor}".strip()


def _safe(name: str) -> str:
    """A name that every file system takes."""
    kept = "".join(sign if sign.isalnum() or sign in " .-_()" else "-" for sign in name)
    return kept.strip(" .") or "-"
