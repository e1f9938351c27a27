"""Claim, act, mark: each its own short transaction, so that a crash loses nothing."""

from dataclasses import dataclass
from datetime import timedelta
from functools import partial

import structlog

from bot.cycle import jobs
from bot.errors import Refusal
from bot.ports import Clockwork, Delivery, DeliveryFailed, Messenger
from bot.work import House
from bot.worker.chores import CHORES

log = structlog.get_logger(__name__)

LEASE = timedelta(minutes=2)  # longer than the slowest document
MOST_ATTEMPTS = 8  # with the backoff below about 21 minutes, then an organiser is asked
FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(minutes=10)


@dataclass(frozen=True)
class Worker:
    """One of possibly many, in this process or another. `name` is unique among them."""

    house: House
    messenger: Messenger
    name: str

    def run_due(self) -> int:
        """Does everything that is due now; how many jobs that were."""
        done = 0
        while self.do_next():
            done += 1
        return done

    def do_next(self) -> bool:
        """Does one due job; False when none is due."""
        job = jobs.claim(self.house, LEASE, self.name)
        if job is None:
            return False
        mark = partial(jobs.mark_done, self.house, job.id, self.name)
        try:
            self._act(job)
        except DeliveryFailed as failed:
            mark = partial(self._failed, job, failed)
        except Refusal as refusal:
            # The moment has passed (a meeting was cancelled, say): nothing is left to do.
            log.info("job obsolete", job=job.id, kind=job.kind, why=refusal.message.id)
        except Exception:
            fault = self.house.ids.new()[:8]
            log.exception("fault", job=job.id, kind=job.kind, fault=fault)
            mark = partial(self._failed, job, DeliveryFailed(f"fault {fault}"))
        mark()
        return True

    def _act(self, job: jobs.Claimed) -> None:
        if job.kind.is_delivery:
            self.messenger.deliver(
                Delivery(
                    id=job.id,
                    kind=job.kind,
                    tenant=job.tenant,
                    lane=job.lane,
                    payload=job.payload,
                    again=job.attempts > 1,
                    remember=partial(jobs.remember, self.house, job.id, self.name),
                )
            )
        else:
            by = Clockwork(job.tenant, f"job:{job.id}")
            CHORES[job.kind](self.house, job.payload, by)

    def _failed(self, job: jobs.Claimed, failed: DeliveryFailed) -> None:
        log.warning("job failed", job=job.id, kind=job.kind, code=failed.code, try_=job.attempts)
        if failed.final or job.attempts >= MOST_ATTEMPTS:
            jobs.give_up(self.house, job.id, self.name, failed.code)
            return
        jobs.retry(
            self.house,
            job.id,
            self.name,
            failed.code,
            wait=timedelta(seconds=failed.retry_after)
            if failed.retry_after is not None
            else backoff(job.attempts),
        )


def backoff(attempts: int) -> timedelta:
    """Doubles from FIRST_WAIT up to LONGEST_WAIT."""
    doubled: timedelta = FIRST_WAIT * 2 ** (attempts - 1)
    return min(doubled, LONGEST_WAIT)
