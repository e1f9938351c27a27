"""Sentences to those whom a decision concerns."""

from bot import access
from bot.ports import Asker
from bot.texts import Fact, Message, msg
from bot.work import Work
from storage.queries import people
from storage.tables import AgendaItem, Meeting


def tell_proposer(
    work: Work, item: AgendaItem, meeting: Meeting, message: str, **facts: Fact
) -> None:
    """Tells whoever proposed an item what became of it, unless they did it themselves."""
    if item.proposed_by is None:
        return
    proposer = people.participant(work.session, item.proposed_by)
    if proposer is None or not proposer.active:
        return
    if isinstance(work.by, Asker) and work.by.person.user == proposer.user:
        return
    work.tell(
        proposer.user,
        Message(message, {"title": item.title, "meeting": meeting.title, **facts}),
        item=item.id,
        series=meeting.series_id,
        meeting=meeting.id,
    )


def tell_organizers_of_return(work: Work, item: AgendaItem, meeting: Meeting, party: str) -> None:
    """Tells the organisers that a matter which waited for a party can be taken up."""
    for organizer in access.organizers(work, meeting):
        work.tell(
            organizer.user,
            msg("deferrals.told_returns", party=party, title=item.title, meeting=meeting.title),
            item=item.id,
            series=meeting.series_id,
            meeting=meeting.id,
        )


def tell_organizers(work: Work, item: AgendaItem, meeting: Meeting) -> None:
    """Tells the organisers of a proposal that waits for them."""
    proposer = people.participant(work.session, item.proposed_by) if item.proposed_by else None
    for organizer in access.organizers(work, meeting):
        work.tell(
            organizer.user,
            msg(
                f"agenda.told_waiting{'.late' if item.late else ''}",
                proposer=proposer.name if proposer else "–",
                title=item.title,
                meeting=meeting.title,
            ),
            item=item.id,
            series=meeting.series_id,
            meeting=meeting.id,
        )


def tell_organizers_of_wish(work: Work, item: AgendaItem, meeting: Meeting, reason: str) -> None:
    """Tells the organisers that a proposer wants an item off the sent agenda."""
    proposer = people.participant(work.session, item.proposed_by) if item.proposed_by else None
    for organizer in access.organizers(work, meeting):
        work.tell(
            organizer.user,
            msg(
                "taking_off.told_wish",
                proposer=proposer.name if proposer else "–",
                title=item.title,
                meeting=meeting.title,
                reason=reason,
            ),
            item=item.id,
            series=meeting.series_id,
            meeting=meeting.id,
        )
