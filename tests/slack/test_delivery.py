"""Deliveries when Slack is busy, silent or gone in the middle."""

from collections.abc import Iterator

import pytest

from bot.demo.acting import Seen
from bot.demo.faults import Trouble
from bot.worker.queue import MOST_ATTEMPTS, backoff
from tests.support import joint
from tests.support.joint import Joint
from tests.support.town import Town, found

CHANNEL = "eoj-faellesmoede"


@pytest.fixture(params=["sqlite"])
def database_url(request: pytest.FixtureRequest, sqlite_url: str) -> str:
    """What is tried here is Slack, not the database."""
    return sqlite_url


def propose(town: Town, title: str = "Visning af log") -> None:
    assert town.cast.mette.command(CHANNEL, "/dagsorden", title).ok


def cards(town: Town) -> list[Seen]:
    return [
        seen
        for seen in town.cast.anders.sees(CHANNEL)
        if not seen.ephemeral and seen.says("Fællesmøde nr. 19")
    ]


def recover(town: Town) -> None:
    """Time enough for every retry."""
    for _ in range(MOST_ATTEMPTS):
        town.clock.move(minutes=11)
        town.settle()


@pytest.mark.parametrize(
    "trouble",
    [
        Trouble.SERVER_ERROR,
        Trouble.DROPPED_BEFORE,
        Trouble.DROPPED_AFTER,
        Trouble.RATE_LIMITED,
    ],
)
def test_a_card_is_posted_once_whatever_happens_on_the_way(town: Town, series: Joint, trouble):
    faults = town.cast.workspace.faults
    faults.next("chat.postMessage", trouble, seconds=3)
    propose(town)
    town.settle()
    assert [name for name, _ in faults.spent] == ["chat.postMessage"]
    recover(town)
    assert len(cards(town)) == 1


def test_a_card_whose_post_was_doubtful_shows_what_changed_since(town: Town, series: Joint):
    town.cast.workspace.faults.next("chat.postMessage", Trouble.DROPPED_AFTER)
    propose(town)
    town.bot.worker("test").run_due()
    propose(town, "Kom til imens")
    recover(town)
    (card,) = cards(town)
    assert card.says("Kom til imens")


@pytest.mark.parametrize("trouble", [Trouble.SERVER_ERROR, Trouble.DROPPED_AFTER])
def test_an_update_that_failed_comes_later(town: Town, series: Joint, trouble):
    propose(town)
    town.settle()
    town.cast.workspace.faults.next("chat.update", trouble)
    propose(town, "Skærmning af borgeren")
    recover(town)
    (card,) = cards(town)
    assert card.says("Skærmning af borgeren")


def test_retry_after_is_kept(town: Town, series: Joint):
    town.cast.workspace.faults.next("chat.postMessage", Trouble.RATE_LIMITED, seconds=30)
    propose(town)
    worker = town.bot.worker("test")
    worker.run_due()
    town.clock.move(seconds=29)
    worker.run_due()
    assert not cards(town)
    town.clock.move(seconds=1)
    worker.run_due()
    assert len(cards(town)) == 1


def test_many_changes_are_one_update(town: Town, series: Joint):
    propose(town, "Første")
    town.settle()
    before = town.cast.workspace.seq
    for number in range(5):
        propose(town, f"Punkt {number}")
    worker = town.bot.worker("test")
    town.clock.move(seconds=2)
    assert worker.run_due() == 1
    assert town.cast.workspace.seq > before
    assert cards(town)[0].says("Punkt 4")


def test_a_card_removed_in_slack_is_posted_anew(town: Town, series: Joint):
    propose(town)
    town.settle()
    (card,) = cards(town)
    town.bot.messenger.client.chat_delete(channel=card.channel, ts=card.ts)
    propose(town, "Nyt punkt")
    town.settle()
    (again,) = cards(town)
    assert again.ts != card.ts


def test_an_organiser_sees_what_gave_up(town: Town, series: Joint):
    town.cast.workspace.faults.next("chat.postMessage", "server_error", times=MOST_ATTEMPTS)
    propose(town)
    town.settle()
    recover(town)
    told = town.cast.mette.hears(town.cast.mette.dm, "kunne ikke leveres")
    assert told


def test_the_waits_grow_and_end():
    waits = [backoff(attempt) for attempt in range(1, MOST_ATTEMPTS)]
    assert waits == sorted(waits)
    assert waits[0] < waits[1]


class TestWithoutHistory:
    """Without the optional scopes a lost answer may double a message."""

    @pytest.fixture
    def town(self, database_url: str) -> Iterator[Town]:
        founded = found(database_url, history=False)
        yield founded
        founded.close()

    @pytest.fixture
    def series(self, town: Town) -> Joint:
        return joint.gather(town)

    @pytest.mark.usefixtures("series")
    def test_the_double_goes_when_somebody_clicks_in_it(self, town: Town):
        town.cast.workspace.faults.next("chat.postMessage", Trouble.DROPPED_AFTER)
        propose(town)
        town.settle()
        recover(town)
        first, second = cards(town)
        town.cast.anders.clicks(first, "Tilføj punkt")
        assert [card.ts for card in cards(town)] == [second.ts]
