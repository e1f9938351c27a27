"""Actions in stories: promised at a meeting, and answered by their owners."""

from datetime import date, datetime

from sqlmodel import col, select

from bot.demo.acting import Persona
from bot.demo.screens import Seen
from storage.tables import ActionItem, Digest, FollowUp, Job
from storage.vocabulary import FollowUpKind, JobKind, Tenant
from tests.support.beginnings import begins
from tests.support.joint import Joint
from tests.support.session import CHANNEL, starts, writes
from tests.support.town import Town

PROMISE = "vende tilbage med løsningsmuligheder"


@begins
def promised(town: Town, series: Joint, text: str = f"til SDS: {PROMISE} senest 1. april") -> None:
    """SDS promises something at meeting no. 19."""
    starts(town, series)
    writes(town, f"opgave {text}")
    town.settle()


def action(town: Town) -> ActionItem:
    with town.bot.house.database.look() as session:
        return session.exec(select(ActionItem)).one()


def history(town: Town) -> list[FollowUp]:
    with town.bot.house.database.look() as session:
        return list(session.exec(select(FollowUp).order_by(col(FollowUp.id))).all())


def kinds(town: Town) -> list[FollowUpKind]:
    return [each.kind for each in history(town)]


def lists(who: Persona, text: str = "") -> Seen:
    """`/opgave …`, or a mention for those without commands."""
    answer = who.command(CHANNEL, "/opgave", text)
    assert answer.ok, answer.error
    return answer.replies[-1]


def follows_up(town: Town, series: Joint, at: datetime) -> None:
    """The series' daily follow-up begins."""
    with town.bot.house.database.work() as session:
        session.add(
            Job(
                kind=JobKind.FOLLOW_UP,
                key=f"follow_up:{series.series}",
                tenant=Tenant(town.cast.workspace.home.id),
                series_id=series.series,
                payload={"series": series.series},
                due_at=at,
                made_at=town.clock.now(),
            )
        )


def digest_days(town: Town) -> list[date]:
    with town.bot.house.database.look() as session:
        return list(session.exec(select(col(Digest.day)).order_by(col(Digest.day))).all())


def digests(who: Persona) -> list[Seen]:
    """The reminders that stand in somebody's direct message."""
    return [
        seen
        for seen in who.sees(who.dm)
        if "venter på dig" in seen.text or "er besvaret" in seen.text
    ]
