"""The calendar invitation (RFC 5545), as a request or its cancellation (RFC 5546, 3.2)."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, vCalAddress, vText

from bot.documents import text
from bot.documents.context import InvitationPaper
from bot.texts import Words

PRODUCT = "-//Referent//Referent//DA"
A_SEASON = timedelta(days=366)  # either side of the meeting: both clock changes are told


def invitation(paper: InvitationPaper, words: Words, stamp: datetime) -> bytes:
    """An .ics file: METHOD REQUEST, or CANCEL; `stamp` (aware) is its DTSTAMP.

    Times are local in the zone of `words`, so that the meeting keeps its hour should the
    rules of summer time change.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "CANCEL" if paper.cancelled else "REQUEST")
    calendar.add_component(_zone(words.zone.key, paper.meeting.when.starts.year))
    calendar.add_component(_event(paper, words, stamp))
    written: bytes = calendar.to_ical()
    return written


def _event(paper: InvitationPaper, words: Words, stamp: datetime) -> Event:
    meeting, event = paper.meeting, Event()
    event.add("uid", paper.uid)
    event.add("sequence", paper.sequence)
    event.add("dtstamp", stamp.astimezone(UTC))
    event.add("dtstart", meeting.when.starts.astimezone(words.zone))
    event.add("dtend", meeting.when.ends.astimezone(words.zone))
    event.add("summary", _line(_summary(paper, words)), parameters={"LANGUAGE": words.language})
    event.add("description", text.allowed(_description(paper, words)))
    if meeting.place:
        event.add("location", _line(meeting.place))
    event.add("status", "CANCELLED" if paper.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if paper.cancelled else "OPAQUE")
    event.add("organizer", _address(paper.organizer, paper.uid), encode=False)
    for name in _invited(paper):
        attendee = _address(name, paper.uid)
        attendee.params["ROLE"] = vText("REQ-PARTICIPANT")
        attendee.params["PARTSTAT"] = vText("NEEDS-ACTION")
        attendee.params["RSVP"] = vText("FALSE")  # answers are given in Slack
        event.add("attendee", attendee, encode=False)
    return event


def _summary(paper: InvitationPaper, words: Words) -> str:
    if paper.cancelled:
        return words("documents.invitation.cancelled", title=paper.meeting.title)
    return f"{paper.meeting.title} · {paper.meeting.series}"


def _description(paper: InvitationPaper, words: Words) -> str:
    meeting = paper.meeting
    opening = [meeting.series, meeting.subject]
    items = [f"{item.number}. {_line(item.title)}" for item in paper.items]
    if items:
        items.insert(0, words("documents.invitation.agenda"))
    who = [words("documents.invitation.invited"), *_invited(paper)] if _invited(paper) else []
    parts = ("\n".join(filter(None, part)) for part in (opening, items, who))
    return "\n\n".join(filter(None, parts))


def _invited(paper: InvitationPaper) -> tuple[str, ...]:
    """`Anna Holm, MedCom`; an organisation without named people stands by itself."""
    return tuple(dict.fromkeys(_named(paper)))


def _named(paper: InvitationPaper) -> Iterator[str]:
    for party in paper.meeting.attending:
        yield from (f"{person}, {party.organisation}" for person in party.people)
        if not party.people:
            yield party.organisation


def _address(name: str, uid: str) -> vCalAddress:
    """A calendar user without an e-mail address: any URI will do (RFC 5545, 3.3.3)."""
    address = vCalAddress(uuid5(NAMESPACE_URL, f"{uid}/{name}").urn)
    address.params["CN"] = vText(_line(name).replace('"', "'"))  # 3.2: no quote in a parameter
    return address


def _line(value: str) -> str:
    return " ".join(text.allowed(value).split())


@cache
def _zone(key: str, year: int) -> Timezone:
    """A VTIMEZONE with the changes around a year; making one takes milliseconds."""
    first, last = datetime(year, 1, 1, tzinfo=UTC), datetime(year, 12, 31, tzinfo=UTC)
    return Timezone.from_tzinfo(
        ZoneInfo(key), key, first_date=(first - A_SEASON).date(), last_date=(last + A_SEASON).date()
    )
