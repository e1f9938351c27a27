"""Organisations without which an item can't be treated."""

from collections.abc import Collection, Mapping, Sequence
from functools import reduce

from bot import access
from bot.cycle.steps import needing
from bot.errors import NotFound
from bot.results.agenda import ItemLine
from bot.results.attendance import PartyLine
from bot.rules import needs as rules
from bot.texts import Message, msg
from bot.work import Work
from storage.queries import meetings
from storage.queries import needs as rows
from storage.tables import AgendaItem, Meeting
from storage.vocabulary import AttendanceState, ItemId, OrganisationId

MOST_TOLD = 10  # items that one sentence names


def of(work: Work, meeting: Meeting) -> Mapping[ItemId, tuple[PartyLine, ...]]:
    """Who has to come for which item; who isn't invited counts as silent."""
    found: dict[ItemId, tuple[PartyLine, ...]] = {}
    for item_id, organisation, party in rows.of_meeting(work.session, meeting.id):
        state = party.state if party else AttendanceState.INVITED
        reason = party.reason if party else ""
        line = PartyLine(organisation.id, organisation.short_name, state, reason)
        found[item_id] = (*found.get(item_id, ()), line)
    return found


def require(
    work: Work,
    item: AgendaItem,
    meeting: Meeting,
    organisations: Collection[OrganisationId] | None,
) -> None:
    """Makes these the ones who have to come; for None they stay who they were.

    Only who is invited can be asked for; one who no longer is may stay.
    """
    if organisations is None:
        return
    wanted = set(organisations)
    held = {each.organisation_id for each in rows.of_item(work.session, item.id)}
    invited = {each.organisation_id for each, _ in meetings.parties(work.session, meeting.id)}
    if not wanted <= invited | held:
        raise NotFound(msg("common.not_found"), field="needs")
    if wanted == held:
        return
    rows.release(work.session, item.id, held - wanted)
    rows.require(work.session, item.id, wanted)
    work.note(
        "agenda.require",
        f"item:{item.id}",
        series=meeting.series_id,
        meeting=meeting.id,
        before={"organisations": sorted(held)},
        after={"organisations": sorted(wanted)},
    )
    needing.notice(work, meeting)


def carry(work: Work, copy: AgendaItem) -> None:
    """A carried copy needs whom its original needs."""
    if copy.carried_from_id is not None:
        rows.require(work.session, copy.id, _whom(work, copy.carried_from_id))


def bring(work: Work, item: AgendaItem, target: AgendaItem) -> None:
    """An item that goes on in another brings along whom it needs."""
    rows.require(work.session, target.id, _whom(work, item.id), brought_by=item.id)


def take_along(work: Work, item: AgendaItem, target: AgendaItem) -> None:
    """Undoes `bring`; whom another merged item needs too stays."""
    rows.take_along(work.session, item.id, target.id)
    for other in rows.merged_into(work.session, target.id):
        if other.id != item.id:
            bring(work, other, target)


def warn(work: Work, meeting: Meeting, items: Sequence[ItemLine]) -> None:
    """Tells organisers that the clock sent an agenda with items that need who may not come."""
    lacking = rules.lacking(items)
    if not lacking:
        return
    said = [_item(each) for each in lacking[:MOST_TOLD]]
    if len(lacking) > MOST_TOLD:
        said.append(msg("needs.told_more", count=len(lacking) - MOST_TOLD))
    text = msg(
        "needs.told_sent", count=len(lacking), meeting=meeting.title, items=reduce(_and, said)
    )
    for organizer in access.organizers(work, meeting):
        work.tell(organizer.user, text, series=meeting.series_id, meeting=meeting.id)


def _item(line: ItemLine) -> Message:
    doubtful = rules.doubtful(line)
    who = reduce(_and, [msg(f"needs.who.{each.state}", who=each.organisation) for each in doubtful])
    return msg("needs.told_item", number=line.number, title=line.title, who=who)


def _and(one: Message, other: Message) -> Message:
    return msg("needs.and", one=one, other=other)


def _whom(work: Work, item_id: ItemId) -> list[OrganisationId]:
    return [each.organisation_id for each in rows.of_item(work.session, item_id)]
