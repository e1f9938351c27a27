"""Owners are reminded: one digest a day for a person, whatever falls due."""

from collections.abc import Sequence
from datetime import date

from bot import access
from bot.access import Member
from bot.cycle.steps import actions as steps
from bot.cycle.steps import voices
from bot.cycle.steps.follow_up import come_again
from bot.ports import By
from bot.results.actions import ActionLine, DigestShown
from bot.rules import actions as action_rules
from bot.rules import reminders as rules
from bot.rules.working_days import is_working_day
from bot.work import House, Work
from storage.queries import actions, meetings, people, reminders, series
from storage.queries.actions import Raised
from storage.tables import Digest, DigestLine, FollowUp, Participant, Series
from storage.vocabulary import (
    ActionId,
    ActionState,
    CardKind,
    FollowUpKind,
    OrganisationId,
    Person,
    SeriesId,
)

_RESTARTS = (
    FollowUpKind.RAISED,
    FollowUpKind.MOVED,
    FollowUpKind.REOPENED,
    FollowUpKind.HANDED_OVER,
)
"""Steps after which half-time is counted anew."""


def follow_up(house: House, series_id: SeriesId, since: date | None, *, by: By) -> None:
    """Reminds of everything that fell due after `since` (None: ever), and comes again.

    On a day off it only comes again. A run that was missed for a week remembers the week.
    """
    with house.work(by) as work:
        held = series.get(work.session, series_id)
        if held is None:
            return
        today = steps.local_day(work, series_id)
        asked = since or date.min
        working = is_working_day(today)
        come_again(work, held, today if working else asked)
        if not working:
            return
        for raised, person in _due(work, held, asked, today):
            _into_digest(work, person, raised.action.id, today, held)


def digest(house: House, digest_id: int, user: str, *, by: By) -> DigestShown | None:
    """A person's digest as it stands now; None if it isn't theirs."""
    with house.look(by) as work:
        found = reminders.get(work.session, digest_id)
        if found is None or found[1].user != user:
            return None
        held, person = found
        lines: list[ActionLine] = []
        own: set[OrganisationId] = set()
        for action_id in reminders.lines(work.session, digest_id):
            shown = _line(work, action_id, Person(person.team, person.user))
            if shown is not None:
                lines.append(shown[0])
                if shown[1].organisation_id is not None:
                    own.add(shown[1].organisation_id)
        return DigestShown(held.day, tuple(lines), frozenset(own))


def _line(work: Work, action_id: ActionId, person: Person) -> tuple[ActionLine, Member] | None:
    raised = actions.visible(work.session, action_id, None)
    if raised is None:
        return None
    member = access.somebody(work, raised.action.series_id, person)
    if member is None:
        return None
    if actions.visible(work.session, action_id, member.organisation_id) is None:
        return None
    return steps.line(work, raised, member), member


def _due(work: Work, held: Series, since: date, today: date) -> list[tuple[Raised, Participant]]:
    """Every action to be reminded of, with everybody who is to hear it."""
    open_ones = actions.of_series(work.session, held.id, None, states=(ActionState.OPEN,))
    calendar = steps.calendar(work, held.id)
    known = steps.histories(work, open_ones)
    found: list[tuple[Raised, Participant]] = []
    for raised in open_ones:
        action = raised.action
        due = action_rules.due_day(action.due_day, action.meeting_id, calendar)
        counted = _counted_from(work, raised, [each for each, _ in known.get(action.id, ())])
        if due is None or not rules.is_due(counted, due, since=since, today=today):
            continue
        hearers = _hearers(work, raised)
        found += [(raised, person) for person in hearers]
        if hearers:
            steps.follow_up(work, action, FollowUpKind.REMINDED)
    return found


def _counted_from(work: Work, raised: Raised, history: Sequence[FollowUp]) -> date:
    restarts = [each.at for each in history if each.kind in _RESTARTS]
    at = restarts[-1] if restarts else raised.action.raised_at
    return at.astimezone(steps.zone_of(work, raised.action.series_id)).date()


def _hearers(work: Work, raised: Raised) -> list[Participant]:
    """The named person, else who speaks for the owner, else its people, else the organisers."""
    action, session = raised.action, work.session
    everybody = [person for person, _ in people.participants(session, action.series_id)]
    theirs = [person for person in everybody if person.organisation_id == action.owner_id]
    named = [person for person in theirs if person.id == action.person_id]
    speaking = voices.of(work, action.series_id, action.owner_id, raised.meeting.id)
    organizers = list(people.organizers(session, action.series_id))
    chosen = named or speaking or theirs or organizers
    return [
        person
        for person in chosen
        if meetings.visible(session, raised.meeting.id, person.organisation_id) is not None
    ]


def _into_digest(
    work: Work, person: Participant, action_id: ActionId, today: date, held: Series
) -> None:
    """A person in two series gets one message a day all the same."""
    digest = reminders.of_person(work.session, person.team, person.user, today)
    if digest is None:
        digest = Digest(participant_id=person.id, day=today)
        work.session.add(digest)
        work.session.flush()
    if action_id not in reminders.lines(work.session, digest.id):
        work.session.add(DigestLine(digest_id=digest.id, action_id=action_id))
        work.session.flush()
    work.project(CardKind.DIGEST, digest.id, person.user, series=held.id)
