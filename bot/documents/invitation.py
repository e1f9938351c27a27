"""The calendar invitation (RFC 5545), as a request or its cancellation (RFC 5546, 3.2)."""

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vCalAddress, vText

from bot.documents import text
from bot.documents.context import InvitationPaper, Item
from bot.documents.summer_time import zone_rules
from bot.texts import Words

PRODUCT = "-//Referent//Referent//EN"


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
    calendar.add_component(zone_rules(words.zone, paper.meeting.when.starts))
    calendar.add_component(_event(paper, words, stamp))
    written: bytes = calendar.to_ical()
    return written


def _event(paper: InvitationPaper, words: Words, stamp: datetime) -> Event:
    meeting, event = paper.meeting, Event()
    event.add("uid", paper.uid)
    event.add("sequence", paper.sequence)
    event.add("dtstamp", stamp.astimezone(UTC))
    event.add("dtstart", _local(meeting.when.starts, words.zone))
    event.add("dtend", _local(meeting.when.ends, words.zone))
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


def _local(when: datetime, zone: ZoneInfo) -> datetime:
    """Local time, but UTC in the hour that comes twice: local would mean its first coming."""
    local = when.astimezone(zone)
    return when.astimezone(UTC) if local.fold else local


def _summary(paper: InvitationPaper, words: Words) -> str:
    if paper.cancelled:
        return words("documents.invitation.cancelled", title=paper.meeting.title)
    return f"{paper.meeting.title} · {paper.meeting.series}"


def _description(paper: InvitationPaper, words: Words) -> str:
    meeting = paper.meeting
    opening = [meeting.series, meeting.subject]
    items = [_item(item) for item in paper.items if not item.deferred]
    if items:
        items.insert(0, words("documents.invitation.agenda"))
    who = [words("documents.invitation.invited"), *_invited(paper)] if _invited(paper) else []
    parts = ("\n".join(filter(None, part)) for part in (opening, items, who))
    return "\n\n".join(filter(None, parts))


def _item(item: Item) -> str:
    return f"{item.number}{'' if item.is_sub_item else '.'} {_line(item.title)}"


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
