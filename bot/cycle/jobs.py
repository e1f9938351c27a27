"""The queue's own use cases: claim, mark, retry, give up, and an organiser's second try."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot import access
from bot.access import Member, Right
from bot.errors import NotFound
from bot.ports import Asker, Clockwork
from bot.texts import msg
from bot.work import House, Work
from storage.queries import jobs as queue
from storage.queries import people
from storage.tables import Job
from storage.vocabulary import JobId, JobKind, JobState, SeriesId, Tenant


@dataclass(frozen=True)
class Claimed:
    """A job in one worker's hand."""

    id: JobId
    kind: JobKind
    tenant: Tenant
    lane: str
    payload: Mapping[str, Any]
    attempts: int


@dataclass(frozen=True)
class DeadJob:
    """What an organiser sees of a job that gave up."""

    id: JobId
    kind: JobKind
    audience: str
    error: str
    attempts: int


def claim(house: House, lease: timedelta, worker: str) -> Claimed | None:
    """Takes the next due job for the time of the lease."""
    with house.database.work() as session:
        job = queue.claim(session, house.clock.now(), lease, worker)
        if job is None:
            return None
        return Claimed(job.id, job.kind, job.tenant, job.lane or "", job.payload, job.attempts)


def mark_done(house: House, job_id: JobId, worker: str) -> None:
    with house.database.work() as session:
        job = queue.held(session, job_id, worker)
        if job is not None:
            job.state, job.done_at, job.leased_until = JobState.DONE, house.clock.now(), None


def remember(house: House, job_id: JobId, worker: str, progress: Mapping[str, Any]) -> None:
    """Adds to a job's payload at once, for the attempt after a crash."""
    with house.database.work() as session:
        job = queue.held(session, job_id, worker)
        if job is not None:
            job.payload = {**job.payload, **progress}


def retry(house: House, job_id: JobId, worker: str, code: str, *, wait: timedelta) -> None:
    """Puts a job back; a newer one with the same key makes it superfluous."""
    with house.database.work() as session:
        job = queue.held(session, job_id, worker)
        if job is None:
            return
        now = house.clock.now()
        newer = queue.waiting(session, job.key)
        if newer is not None:
            job.state, job.done_at = JobState.CANCELLED, now
            newer.due_at = max(newer.due_at, now + wait)
        else:
            job.state, job.due_at = JobState.WAITING, now + wait
        job.error, job.leased_until = code, None


def give_up(house: House, job_id: JobId, worker: str, code: str) -> None:
    """Lays a job aside; the organisers hear of it and may retry it."""
    with house.database.work() as session:
        job = queue.held(session, job_id, worker)
        if job is None:
            return
        job.state, job.error, job.leased_until = JobState.DEAD, code, None
        job.done_at = house.clock.now()
        lane, series_id, tenant = job.lane, job.series_id, job.tenant
    if series_id is None:
        return
    with house.work(Clockwork(tenant, f"gave-up:{job_id}")) as work:
        for organizer in people.organizers(work.session, series_id):
            if organizer.user != lane:  # who can't be reached needn't be told so there
                work.tell(organizer.user, msg("common.job_gave_up", code=code), series=series_id)


def dead(house: House, series_id: SeriesId, *, by: Asker) -> tuple[DeadJob, ...]:
    """Deliveries of a series that gave up, for its organisers."""
    with house.look(by) as work:
        member, _ = access.in_series(work, series_id, Right.ORGANIZE)
        return tuple(
            DeadJob(job.id, job.kind, job.lane or "", job.error, job.attempts)
            for job in queue.dead(work.session, series_id)
            if _may_see(work, job, member)
        )


def try_again(house: House, job_id: JobId, *, by: Asker) -> None:
    """An organiser has a dead job done again."""
    with house.work(by) as work:
        job = queue.get(work.session, job_id)
        if job is None or job.series_id is None:
            raise NotFound(msg("common.not_found"))
        member, _ = access.in_series(work, job.series_id, Right.ORGANIZE)
        if not _may_see(work, job, member) or job.state is not JobState.DEAD:
            raise NotFound(msg("common.not_found"))
        if queue.waiting(work.session, job.key) is None:
            job.state, job.due_at, job.attempts = JobState.WAITING, work.now, 0
        else:
            job.state = JobState.CANCELLED
        work.note("jobs.try_again", f"job:{job.id}", series=job.series_id)


def _may_see(work: Work, job: Job, member: Member) -> bool:
    """Jobs of a separate meeting stand behind its barrier."""
    if job.meeting_id is None:
        return True
    try:
        access.meeting(work, job.meeting_id)
    except NotFound:
        return False
    return member.organizes
