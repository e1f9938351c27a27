"""What an agenda takes over from earlier meetings and from the series, kept up to date.

`refresh` may be called at any time: it adds what is missing, withdraws what has become moot,
and leaves alone what people changed, moved or took off.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from zoneinfo import ZoneInfo

from bot.cycle.steps import actions as promises
from bot.cycle.steps import links, needing, needs
from bot.cycle.steps.placing import let_up, put_in_place
from bot.cycle.steps.telling import tell_organizers_of_return
from bot.rules import actions as due_rules
from bot.rules import agenda as agenda_rules
from bot.rules import attendance
from bot.rules import carry_over as rules
from bot.rules import deferrals as deferral_rules
from bot.rules.deferrals import Condition
from bot.rules.items import titled
from bot.rules.numbering import Line, numbered
from bot.texts import msg
from bot.work import Work
from storage.queries import actions, agenda, carry_over, deferrals, meetings
from storage.queries import series as all_series
from storage.queries.actions import Raised
from storage.queries.deferrals import Left
from storage.tables import AgendaItem, Meeting, Organisation, Series, StandingItem
from storage.vocabulary import (
    ActionId,
    ActionKind,
    CardKind,
    ItemId,
    ItemOrigin,
    ItemState,
    MeetingState,
    OrganisationId,
    Purpose,
    ReturnWhen,
    SeriesId,
    StandingKind,
)

Key = tuple[str, int | str]
"""By which a line is known again: what it was carried over for."""


@dataclass(frozen=True)
class _Wanted:
    key: Key
    item: AgendaItem  # as it is added if the agenda hasn't got it
    actions: tuple[ActionId, ...] = ()  # that it takes up
    party: str = ""  # whose coming brings it back


def refresh(work: Work, meeting: Meeting) -> None:
    """Brings a meeting's carried-over and standing lines up to date until the agenda is sent.

    Meetings before it, whose agendas are still open too, take what comes back at the next
    meeting first. On a sent agenda only those are proposed for whom a party was missing.
    """
    for each in meetings.growing_before(work.session, meeting):
        _refresh(work, each)
    _refresh(work, meeting)


def refresh_coming(work: Work, series_id: SeriesId) -> None:
    """The same for every meeting of a series whose agenda takes items."""
    for meeting in meetings.taking_items(work.session, series_id, None):
        _refresh(work, meeting)


def fetch(work: Work, left: Left, meeting: Meeting) -> AgendaItem:
    """Puts a matter that waits on an open agenda, whatever it waits for."""
    work.session.flush()
    work.session.refresh(meeting, with_for_update=True)
    everything = list(agenda.of_meeting(work.session, meeting.id, list(ItemState)))
    held = _by_key(everything, {})
    line = _again(work, meeting, left, {})
    line.item.state = ItemState.ACCEPTED
    _stands(work, line, held, everything, meeting)
    item = held[line.key]
    item.state = ItemState.ACCEPTED
    work.session.add(item)
    _changed(work, meeting, 1, 0)
    return item


def send_back(work: Work, item: AgendaItem, meeting: Meeting) -> None:
    """The opposite: the matter waits again."""
    _moot(work, item)
    _changed(work, meeting, 0, 1)


def _refresh(work: Work, meeting: Meeting) -> None:
    grows = agenda_rules.grows(meeting.state)
    if not grows and meeting.state is not MeetingState.AGENDA_SENT:
        return
    work.session.flush()
    work.session.refresh(meeting, with_for_update=True)  # of two at once, one waits and sees
    everything = list(agenda.of_meeting(work.session, meeting.id, list(ItemState)))
    if not grows:
        _propose_late(work, meeting, everything)
        return
    held = _by_key(everything, carry_over.gathered(work.session, meeting.id))
    wanted = _wanted(work, meeting, everything)
    added = [_stands(work, line, held, everything, meeting) for line in wanted]
    keys = {line.key for line in wanted}
    gone = [_moot(work, item) for key, item in held.items() if key not in keys]
    if any(added) or any(gone):
        _changed(work, meeting, sum(added), sum(gone))


def _propose_late(work: Work, meeting: Meeting, everything: list[AgendaItem]) -> None:
    """A party comes after all: what waited for it is proposed beside the sent agenda."""
    held = _by_key(everything, {})
    lines = [
        line
        for line in _returning(work, meeting, everything)
        if line.item.state is ItemState.PROPOSED and line.key not in held
    ]
    for line in lines:
        line.item.late = True
        _stands(work, line, held, everything, meeting)
    if lines:
        _changed(work, meeting, len(lines), 0)


def _changed(work: Work, meeting: Meeting, added: int, moot: int) -> None:
    work.session.flush()
    work.note(
        "agenda.carry_over",
        f"meeting:{meeting.id}",
        series=meeting.series_id,
        meeting=meeting.id,
        after={"added": added, "moot": moot},
    )
    work.reproject(CardKind.AGENDA, meeting.id, series=meeting.series_id, meeting=meeting.id)
    needing.notice(work, meeting)


# ── What there is already ────────────────────────────────────────────────────


def _by_key(
    items: Sequence[AgendaItem], gathered: Mapping[ItemId, list[Raised]]
) -> dict[Key, AgendaItem]:
    """Carried-over lines by what they were carried over for; standing ones aren't among them."""
    found: dict[Key, AgendaItem] = {}
    for item in items:
        if item.carried_from_id is not None:
            found["item", item.carried_from_id] = item
        elif item.origin is ItemOrigin.OPEN_QUESTION:
            found.update({("question", each.action.id): item for each in gathered.get(item.id, [])})
        elif item.origin is ItemOrigin.OVERDUE_ACTIONS and item.about_organisation_id:
            found["owner", item.about_organisation_id] = item
    return found


def _stands(
    work: Work,
    line: _Wanted,
    held: dict[Key, AgendaItem],
    everything: list[AgendaItem],
    meeting: Meeting,
) -> bool:
    """Sees to it that a line stands on the agenda; whether anything was to be done."""
    item, done = held.get(line.key), False
    if item is None:
        item, done = line.item, True
        above = held.get(("item", item.parent_id)) if item.parent_id else None
        item.parent_id = above.id if above else None
        put(work, item)
        if item.carried_from_id is not None:
            links.carry(work, item.carried_from_id, item)
        needs.carry(work, item)
        everything.append(item)
        held[line.key] = item
    elif item.moot:
        item.state, item.moot, done = line.item.state, False, True
        work.session.add(item)
    if done and item.state is ItemState.PROPOSED:
        tell_organizers_of_return(work, item, meeting, line.party)
    if line.actions and carry_over.gather(work.session, item.id, line.actions):
        done = True
    return done


def _moot(work: Work, item: AgendaItem) -> bool:
    if item.state not in _OURS:
        return False
    let_up(work, item)
    item.state, item.moot = ItemState.WITHDRAWN, True
    work.session.add(item)
    return True


_OURS = (ItemState.ACCEPTED, ItemState.DEFERRED, ItemState.PROPOSED, ItemState.CARRIED)
"""What nobody has decided for good."""


def put(work: Work, item: AgendaItem) -> None:
    """Before the first line of a later group, wherever the organiser has moved those."""
    everything = agenda.of_meeting(work.session, item.meeting_id, list(ItemState))
    own = rules.rank(item.origin, item.standing)
    ranks = {each.id: rules.rank(each.origin, each.standing) for each in everything}

    def place(siblings: Sequence[Line]) -> int:
        later = (index for index, line in enumerate(siblings) if ranks.get(line.id, own) > own)
        return next(later, len(siblings))

    put_in_place(work, item, place)


# ── What is wanted ───────────────────────────────────────────────────────────


def _wanted(work: Work, meeting: Meeting, everything: Sequence[AgendaItem]) -> list[_Wanted]:
    series = all_series.of_meeting(work.session, meeting)
    return [
        *_returning(work, meeting, everything),
        *_owed(work, meeting, series),
        *_standing(work, meeting, everything),
    ]


def _returning(work: Work, meeting: Meeting, everything: Sequence[AgendaItem]) -> Iterator[_Wanted]:
    """What earlier meetings left, each in its printed order, once its condition holds.

    What stands here already stays, whatever becomes of the condition; only a proposal that
    nobody has taken goes with it.
    """
    here = {
        each.carried_from_id
        for each in everything
        if not each.moot and each.state is not ItemState.PROPOSED
    }
    parties = meetings.parties(work.session, meeting.id)
    come = {party.organisation_id for party, _ in parties if party.state in attendance.COMES}
    names = {organisation.id: organisation.short_name for _, organisation in parties}
    zone = ZoneInfo(all_series.of_meeting(work.session, meeting).zone)
    day = meeting.starts_at.astimezone(zone).date()
    left = [
        each
        for each in deferrals.left_for(work.session, meeting)
        if rules.comes_back(each.item.state, each.item.origin, each.meeting.state)
        and not (each.deferral and each.deferral.dropped_at)
        and (each.item.id in here or _holds(each, day, come))
    ]
    for _, those in groupby(left, lambda each: each.meeting.id):
        by_id = {each.item.id: each for each in those}
        for line in numbered(_as_line(each.item) for each in by_id.values()):
            yield _again(work, meeting, by_id[line.id], names)


def _holds(left: Left, day: date, come: Collection[OrganisationId | None]) -> bool:
    held = left.deferral
    if held is None:
        return True
    condition = Condition(held.returns, held.not_before, left.action.state if left.action else None)
    return deferral_rules.returns(condition, meeting=day, party_comes=held.party_id in come)


def _again(
    work: Work, meeting: Meeting, left: Left, names: Mapping[OrganisationId, str]
) -> _Wanted:
    """A copy for this meeting; with its party's coming it is only proposed."""
    item, held = left.item, left.deferral
    proposed = held is not None and held.returns is ReturnWhen.PARTY_ATTENDS
    copy = AgendaItem(
        meeting_id=meeting.id,
        parent_id=item.parent_id,  # of the original: `_stands` finds its copy
        position=0,
        title=item.title,
        background=item.background,
        purpose=item.purpose,
        presenter=item.presenter,
        minutes=item.minutes,
        state=ItemState.PROPOSED if proposed else ItemState.ACCEPTED,
        origin=rules.origin_of_copy(item.state, item.origin),
        carried_from_id=item.id,
        first_id=item.first_id or item.id,
        proposed_by=item.proposed_by,
        source=item.source,
        created_at=work.now,
    )
    party = names.get(held.party_id, "") if held and held.party_id else ""
    return _Wanted(("item", item.id), copy, party=party)


def _as_line(item: AgendaItem) -> Line:
    return Line(item.id, item.parent_id, item.position, item.standing, item.fixed_number)


def _owed(work: Work, meeting: Meeting, series: Series) -> Iterator[_Wanted]:
    """Open questions, each a line, then a line for each owner of overdue actions."""
    zone = ZoneInfo(series.zone)
    calendar = promises.calendar(work, series.id)
    today = work.now.astimezone(zone).date()
    day = meeting.starts_at.astimezone(zone).date()
    overdue: dict[OrganisationId, list[Raised]] = {}
    for each in actions.for_meeting(work.session, meeting, due_rules.UNFINISHED):
        action = each.action
        if action.meeting_id == meeting.id:
            continue
        if rules.is_open_question(action.kind, action.state):
            yield _Wanted(("question", action.id), _question(work, meeting, each), (action.id,))
            continue
        due = due_rules.due_day(action.due_day, action.meeting_id, calendar)
        if action.kind is ActionKind.TASK and rules.is_overdue(
            action.state, action.due_day, due, today, day
        ):
            overdue.setdefault(each.owner.id, []).append(each)
    for theirs in overdue.values():
        owner = theirs[0].owner
        words = work.texts.words(series.language, series.zone)
        title = words(msg("agenda.follow_up_title", organisation=owner.short_name))
        item = _ours(work, meeting, ItemOrigin.OVERDUE_ACTIONS, title, owner)
        yield _Wanted(("owner", owner.id), item, tuple(each.action.id for each in theirs))


def _question(work: Work, meeting: Meeting, raised: Raised) -> AgendaItem:
    title, background = titled(raised.action.text)
    item = _ours(work, meeting, ItemOrigin.OPEN_QUESTION, title, raised.owner)
    item.background = background
    return item


def _ours(
    work: Work, meeting: Meeting, origin: ItemOrigin, title: str, owner: Organisation
) -> AgendaItem:
    purpose = Purpose.DISCUSSION if origin is ItemOrigin.OPEN_QUESTION else Purpose.STATUS
    return AgendaItem(
        meeting_id=meeting.id,
        position=0,
        title=title,
        purpose=purpose,
        presenter=owner.short_name,
        state=ItemState.ACCEPTED,
        origin=origin,
        about_organisation_id=owner.id,
        created_at=work.now,
    )


def _standing(work: Work, meeting: Meeting, everything: Sequence[AgendaItem]) -> Iterator[_Wanted]:
    """The series' standing items that this agenda hasn't had yet.

    Each kind stands once; of other ones a new title counts, unless it took an old one's place.
    """
    had = [each for each in everything if each.origin is ItemOrigin.STANDING]
    kinds = {each.standing for each in had}
    titles = {each.title.casefold() for each in had}
    others = sum(each.standing is StandingKind.OTHER for each in had)
    room = sum(
        each.kind is StandingKind.OTHER
        for each in all_series.standing_items(work.session, meeting.series_id)
    )
    room -= others
    for each in all_series.standing_items(work.session, meeting.series_id):
        if each.kind is not StandingKind.OTHER:
            missing = each.kind not in kinds
        else:
            missing = room > 0 and each.title.casefold() not in titles
            room -= missing
        if missing:
            yield _Wanted(("standing", each.id), _line_of(work, meeting, each))


def _line_of(work: Work, meeting: Meeting, standing: StandingItem) -> AgendaItem:
    return AgendaItem(
        meeting_id=meeting.id,
        position=0,
        title=standing.title,
        purpose=standing.purpose,
        minutes=standing.minutes,
        state=ItemState.ACCEPTED,
        origin=ItemOrigin.STANDING,
        standing=standing.kind,
        created_at=work.now,
    )
