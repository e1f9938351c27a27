"""The organiser's notice of an absence stays inside Slack's limits, whatever stands in it."""

from dataclasses import replace

import pytest

from bot.results.absences import AbsenceNotice
from bot.slack.views import absences
from storage.vocabulary import AbsenceId, AttendanceState
from tests.slack.test_agenda_views import TYPED, WIDEST, T, stands


@pytest.mark.parametrize("sign", TYPED)
@pytest.mark.parametrize("state", [AttendanceState.APOLOGIES, AttendanceState.ACCEPTED])
def test_the_notice_keeps_every_line(sign: str, state: AttendanceState):
    agenda = replace(WIDEST, sign=sign).agenda()
    name = (sign * 40)[:40].strip()
    shown = AbsenceNotice(
        AbsenceId(9), agenda.meeting, name, state, agenda.items, agenda.items, open=True
    )
    said = stands(absences.card(shown, T))
    for item in agenda.items[: absences.MOST]:
        assert f"*{item.number}.*" in said
