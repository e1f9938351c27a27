"""The status of vendors' plans as agenda and minutes print it."""

from bot.cycle.steps.status_reading import lines
from bot.documents.context import StatusRow
from bot.inputs.dates.saying import say
from bot.results.status import StatusLine
from bot.work import Work
from storage.queries import series
from storage.tables import Meeting
from storage.vocabulary import Language


def of_meeting(work: Work, meeting: Meeting) -> tuple[StatusRow, ...]:
    """Every vendor's plan for every solution: all of them at a joint meeting, one vendor's at
    its separate one. Empty for a series without solutions to report on.
    """
    held = series.of_meeting(work.session, meeting)
    return tuple(_row(each, held.language) for each in lines(work, held, meeting))


def _row(line: StatusLine, language: Language) -> StatusRow:
    said = line.latest
    return StatusRow(
        vendor=line.vendor,
        solution=line.topic,
        product=line.product,
        certification=said.certification if said else None,
        rollout=said.rollout if said else "",
        planned=say(said.planned, language) if said and said.planned else "",
        needs=said.needs if said else "",
        new=line.new,
        stale=line.stale,
    )
