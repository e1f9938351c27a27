"""What isn't taken is said kindly, and nothing typed is lost, or kept where it mustn't be."""

import logging
from collections.abc import Sequence

import pytest
from sqlmodel import select

from bot.demo.acting import Persona
from bot.demo.envelopes import Envelope, Reply, Transport
from bot.demo.screens import Seen
from storage.tables import metadata
from tests.support.joint import Joint
from tests.support.session import CHANNEL, ends, publishes, starts, writes
from tests.support.town import Town

NUMBER = "070761-4285"  # nobody's; its check digit is right
REMARK = f"Borgeren {NUMBER} mangler i stamkortet"


class SlowRoad:
    """Requests reach the bot four seconds after the click."""

    def __init__(self, town: Town, road: Transport) -> None:
        self._town = town
        self._road = road

    @property
    def connected(self) -> bool:
        return self._road.connected

    def close(self) -> None:
        """The road beneath belongs to the town."""

    def deliver(self, envelope: Envelope, *, patience: float) -> Reply:
        self._town.clock.move(seconds=4)
        return self._road.deliver(envelope, patience=patience)


def shows_agenda(who: Persona) -> Seen:
    return who.command(CHANNEL, "/dagsorden").replies[-1]


def stored(town: Town) -> Sequence[str]:
    """Every row that the bot keeps, as text."""
    with town.bot.house.database.look() as session:
        return [str(row) for table in metadata.sorted_tables for row in session.exec(select(table))]


def test_a_cpr_number_in_the_minutes_thread_is_given_back_to_its_author_only(
    town: Town, series: Joint, caplog: pytest.LogCaptureFixture
):
    starts(town, series)
    writes(town, "notat Cura ruller ud fra uge 9")
    ends(town)
    shown = publishes(town)
    lars = town.cast.lars
    with caplog.at_level(logging.DEBUG):
        said = lars.mentions_bot(CHANNEL, f"bemærkning: {REMARK}", thread=shown)
        town.settle()
    answer = lars.hears(CHANNEL, "CPR-nummer", after=said)
    assert answer.ephemeral
    assert answer.thread_ts == shown.ts
    assert answer.says(REMARK), "what was typed isn't lost"
    for other in (town.cast.mette, town.cast.anders):
        assert not [seen for seen in other.sees(CHANNEL) if seen.ts > said.ts]
    assert not [row for row in stored(town) if NUMBER in row or "mangler i stamkortet" in row]
    assert NUMBER not in caplog.text


def test_a_cpr_number_in_a_dialog_is_said_beneath_its_field(
    town: Town, series: Joint, caplog: pytest.LogCaptureFixture
):
    anders = town.cast.anders
    anders.clicks(shows_agenda(anders), "Tilføj punkt")
    dialog = anders.gets_dialog("Nyt punkt")
    with caplog.at_level(logging.DEBUG):
        sent = anders.submits(dialog, {"Titel": "Skærmning", "Baggrund": REMARK})
    assert list(sent.errors) == ["background"]
    assert "CPR-nummer" in sent.errors["background"]
    kept = anders.gets_dialog("Nyt punkt").values["background"]["background"]["value"]
    assert kept == REMARK
    assert not [row for row in stored(town) if NUMBER in row]
    assert NUMBER not in caplog.text


def test_a_dialog_that_slack_no_longer_opens_is_asked_for_again(town: Town, series: Joint):
    mette = town.cast.mette
    courier = town.cast.workspace.courier
    fast = courier.transport
    assert fast is not None
    agenda = shows_agenda(mette)
    courier.transport = SlowRoad(town, fast)
    answer = mette.clicks(agenda, "Tilføj punkt")
    assert mette.dialog is None
    assert answer.words == town.t("common.too_late_for_dialog")
    courier.transport = fast
    mette.clicks(agenda, "Tilføj punkt")
    assert mette.gets_dialog("Nyt punkt")
