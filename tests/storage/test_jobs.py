"""The queue: one effect, order per lane, leases, and many workers."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from storage.database import Database
from storage.queries import jobs
from storage.vocabulary import JobId, JobKind, JobState

NOW = datetime(2022, 3, 10, 13, 0, tzinfo=UTC)
LEASE = timedelta(minutes=2)


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    opened = Database(database_url)
    yield opened
    opened.close()


def leave(database: Database, key: str, *, lane: str | None = None, due: datetime = NOW) -> None:
    with database.work() as session:
        jobs.add(
            session,
            {
                "kind": JobKind.TELL if lane else JobKind.FOLLOW_UP,
                "key": key,
                "lane": lane,
                "tenant": "T1",
                "series_id": None,
                "meeting_id": None,
                "payload": {"key": key},
                "due_at": due,
                "made_at": NOW,
            },
        )


def take(database: Database, worker: str = "w", at: datetime = NOW) -> tuple[JobId, str] | None:
    with database.work() as session:
        job = jobs.claim(session, at, LEASE, worker)
        return (job.id, job.key) if job else None


def end(
    database: Database, job_id: JobId, worker: str = "w", state: JobState = JobState.DONE
) -> None:
    with database.work() as session:
        job = jobs.held(session, job_id, worker)
        assert job is not None
        job.state = state


def key(taken: tuple[JobId, str] | None) -> str:
    return taken[1] if taken else ""


def test_a_second_job_with_a_waiting_key_adds_nothing(database):
    leave(database, "card:1")
    leave(database, "card:1")
    first = take(database)
    assert first is not None
    assert take(database) is None
    leave(database, "card:1")  # the first is in hand and may have read an older state
    assert key(take(database)) == "card:1"


def test_a_lane_keeps_its_order_and_others_go_on(database):
    for name, lane in (("a1", "A"), ("a2", "A"), ("b1", "B")):
        leave(database, name, lane=lane)
    first = take(database)
    assert key(first) == "a1"
    assert key(take(database)) == "b1"
    assert take(database) is None, "a2 waits for a1"
    assert first
    end(database, first[0])
    assert key(take(database)) == "a2"


def test_a_job_that_backs_off_holds_its_lane(database):
    leave(database, "a1", lane="A", due=NOW + timedelta(minutes=1))
    leave(database, "a2", lane="A")
    assert take(database) is None
    assert key(take(database, at=NOW + timedelta(minutes=1))) == "a1"


def test_a_dead_job_doesnt_hold_its_lane(database):
    leave(database, "a1", lane="A")
    leave(database, "a2", lane="A")
    first = take(database)
    assert first
    end(database, first[0], state=JobState.DEAD)
    assert key(take(database)) == "a2"


def test_what_isnt_due_waits(database):
    leave(database, "later", due=NOW + timedelta(seconds=1))
    assert take(database) is None
    assert key(take(database, at=NOW + timedelta(seconds=1))) == "later"


def test_a_lease_that_ran_out_passes_to_another_worker(database):
    leave(database, "a1", lane="A")
    first = take(database, "first")
    assert first
    assert take(database, "second", at=NOW + LEASE - timedelta(seconds=1)) is None
    second = take(database, "second", at=NOW + LEASE)
    assert second == first
    with database.look() as session:
        assert jobs.held(session, first[0], "first") is None, "the slow one must not mark it"


def test_many_workers_do_every_job_once(database):
    for number in range(40):
        leave(database, f"job:{number}", lane=f"lane {number % 4}")

    def work(name: str) -> list[str]:
        done = []
        while taken := take(database, name):
            done.append(taken[1])
            end(database, taken[0], name)
        return done

    with ThreadPoolExecutor(4) as pool:
        shares = list(pool.map(work, ("w1", "w2", "w3", "w4")))
    # A worker may stop early while another holds the lanes; what is left is done at the end.
    done = [name for share in [*shares, work("w5")] for name in share]
    assert sorted(done) == sorted(f"job:{number}" for number in range(40))
