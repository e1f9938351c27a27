"""The queue: one table, a lease, order per lane."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, bindparam, exists, or_, text, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.columns import UtcTime
from storage.tables import Job
from storage.vocabulary import JobId, JobKind, JobState, MeetingId, SeriesId

_UNFINISHED = (JobState.WAITING, JobState.LEASED)


def add(session: Session, row: Mapping[str, Any]) -> None:
    """Puts a job into the queue; a waiting one with the same key is enough."""
    session.flush()  # the insert below bypasses the unit of work; its foreign keys must stand
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    session.execute(
        insert(Job)
        .values(state=JobState.WAITING, attempts=0, leased_by="", error="", **row)
        .on_conflict_do_nothing(
            # A literal: PostgreSQL can't match a parameter to the partial index's condition.
            index_elements=["key"],
            index_where=text("state = 'waiting'"),
        )
    )


def _ready() -> SelectOfScalar[Job]:
    """Built once: every worker asks several times a second."""
    ahead = aliased(Job)
    blocked = exists().where(
        col(ahead.lane) == col(Job.lane),
        col(ahead.id) < col(Job.id),
        col(ahead.state).in_(_UNFINISHED),
    )
    now = bindparam("now", type_=UtcTime())
    ready = or_(
        and_(col(Job.state) == JobState.WAITING, col(Job.due_at) <= now),
        and_(col(Job.state) == JobState.LEASED, col(Job.leased_until) <= now),
    )
    return (
        select(Job)
        .where(ready, or_(col(Job.lane).is_(None), ~blocked))
        .order_by(col(Job.due_at), col(Job.id))
        .limit(1)
        .with_for_update(skip_locked=True)
    )


_READY = _ready()


def claim(session: Session, now: datetime, lease: timedelta, worker: str) -> Job | None:
    """Leases the next due job, or one whose lease ran out; None when nothing is due.

    A job waits while an earlier one of its lane is unfinished. On PostgreSQL, rows that
    another worker holds are skipped; SQLite has one writer, so nothing is held.
    """
    job = session.exec(_READY, params={"now": now}).one_or_none()
    if job is None:
        return None
    job.state = JobState.LEASED
    job.attempts += 1
    job.leased_until = now + lease
    job.leased_by = worker
    session.add(job)
    return job


def held(session: Session, job_id: JobId, worker: str) -> Job | None:
    """The job if this worker still has it: a slow worker mustn't mark another's work."""
    return session.exec(
        select(Job).where(
            col(Job.id) == job_id,
            col(Job.state) == JobState.LEASED,
            col(Job.leased_by) == worker,
        )
    ).one_or_none()


def cancel(
    session: Session, meeting_id: MeetingId, kinds: Sequence[JobKind], now: datetime
) -> None:
    """Waiting chores of a meeting that are no longer wanted."""
    session.execute(
        update(Job)
        .where(
            col(Job.meeting_id) == meeting_id,
            col(Job.kind).in_(kinds),
            col(Job.state) == JobState.WAITING,
        )
        .values(state=JobState.CANCELLED, done_at=now)
    )


def cancel_key(session: Session, key: str, now: datetime) -> None:
    session.execute(
        update(Job)
        .where(col(Job.key) == key, col(Job.state) == JobState.WAITING)
        .values(state=JobState.CANCELLED, done_at=now)
    )


def dead(session: Session, series_id: SeriesId) -> Sequence[Job]:
    """What couldn't be done, oldest first; an organiser may retry it."""
    return session.exec(
        select(Job)
        .where(col(Job.series_id) == series_id, col(Job.state) == JobState.DEAD)
        .order_by(col(Job.id))
    ).all()


def waiting(session: Session, key: str) -> Job | None:
    return session.exec(
        select(Job).where(col(Job.key) == key, col(Job.state) == JobState.WAITING)
    ).one_or_none()


def get(session: Session, job_id: JobId) -> Job | None:
    return session.get(Job, job_id)
