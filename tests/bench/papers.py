"""An agenda of 30 items, against bare docxtpl with the same template and facts.

Run: make bench
"""

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

from docxtpl import DocxTemplate

from bot import documents
from bot.documents.printing import printed
from tests.documents import meeting19
from tests.support.town import ROOT, words

ITEMS = 30
ROUNDS = 25
TEMPLATES = ROOT / "templates"


def test_an_agenda_of_thirty_items():
    t = words()
    known = meeting19.AGENDA
    items = tuple(
        replace(known.items[index % len(known.items)], number=str(index + 1))
        for index in range(ITEMS)
    )
    paper = replace(known, items=items)
    facts = printed(paper, t)

    def bare() -> bytes:
        template = DocxTemplate(TEMPLATES / "da" / "agenda.docx")
        template.render(facts, autoescape=True)
        held = BytesIO()
        template.save(held)
        return held.getvalue()

    floor = median(bare)
    ours = median(lambda: documents.agenda(paper, t, TEMPLATES))
    print(f"\nbare docxtpl {floor:6.1f} ms   Referent {ours:6.1f} ms   ratio {ours / floor:.2f} x")


def median(make: Callable[[], bytes]) -> float:
    """Milliseconds."""
    make()
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        assert make()
        times.append((time.perf_counter() - began) * 1_000)
    return statistics.median(times)
