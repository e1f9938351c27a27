"""Several towns one after another, alike but for what a test does differently in each."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from bot.demo.acting import Persona
from tests.support.grounds import EMPTY, Ground
from tests.support.joint import Joint, ready
from tests.support.listeners import verbs_of
from tests.support.town import START, Town, found
from tests.support.within_reach import words

_OWN_TIME = re.compile(
    r"\b\d{10}\.\d{6}\b|\bp\d{16}\b"  # when a message came
    r"|(?m:^(?:UID|DTSTAMP):.*$)|urn:uuid:[-0-9a-f]+"  # drawn by chance, or by the second
    r"|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"
)


@contextmanager
def world(ground: Ground) -> Iterator[tuple[Town, Joint]]:
    """A town with meeting no. 19 open for items; the same every time."""
    ground.restore(EMPTY)
    town = found(ground.url)
    try:
        series = ready(town, ground)
        town.ids.count = 1_000
        yield town, series
    finally:
        town.close()


def reach(town: Town, minutes: int) -> None:
    """All that is due happens, and the clock then stands at that many minutes from the start."""
    assert town.clock.now() < START + timedelta(minutes=minutes - 1), "time has run ahead"
    town.clock.move_to(START + timedelta(minutes=minutes - 1))
    town.settle()
    town.clock.move_to(START + timedelta(minutes=minutes))


def reads(town: Town, who: Persona) -> list[str]:
    """What stands before somebody, in no order."""
    who.opens_home()
    return sorted(_OWN_TIME.sub("…", each) for each in words(town.cast.workspace, who))


def hears(town: Town, who: Persona) -> list[str]:
    """What somebody is answered to every command that there is."""
    told = []
    for listener in verbs_of(town):
        command, _, verb = listener.name.partition(" ")
        answer = who.command(town.cast.meeting, command, verb)
        told.append(f"{listener.name}: {answer.error} {answer.words}")
        if who.dialog is not None:
            told.append(f"{listener.name}: {who.dialog.words}")
            who.closes(who.dialog)
    return [_OWN_TIME.sub("…", each) for each in told]
