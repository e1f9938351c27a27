"""What each kind of card shows: row ids → use case that reads → view."""

from collections.abc import Callable
from typing import TypeAlias

from bot.cycle import agenda
from bot.ports import By
from bot.slack.replies import Reply
from bot.slack.views import agenda as agenda_views
from bot.slack.words import Tongues
from bot.work import House
from storage.vocabulary import CardKind, CardRef, ChannelId, MeetingId

Projection: TypeAlias = Callable[[House, Tongues, CardRef, By], Reply | None]


def project(house: House, tongues: Tongues, ref: CardRef, by: By) -> Reply | None:
    """The card's message now; None when what it showed no longer exists."""
    return PROJECTIONS[ref.kind](house, tongues, ref, by)


def _agenda(house: House, tongues: Tongues, ref: CardRef, by: By) -> Reply | None:
    shown = agenda.card(house, MeetingId(ref.subject), ChannelId(ref.audience), by=by)
    if shown is None:
        return None
    return agenda_views.card(shown, tongues.to(shown.meeting.language, shown.meeting.zone))


PROJECTIONS: dict[CardKind, Projection] = {CardKind.AGENDA: _agenda}
