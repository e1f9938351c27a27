"""Poll rows → what is shown, and where it is shown."""

from bot.access import Member
from bot.cycle.steps import voices
from bot.cycle.steps.reading import head
from bot.results.polls import OptionLine, OwnVote, PollSheet, Reader
from bot.rules import polls as rules
from bot.work import Work
from storage.queries import meetings, people
from storage.queries import polls as rows
from storage.tables import Meeting, Poll, PollOption
from storage.vocabulary import CardKind, FormatChoice, OptionId, OrganisationId, PollState


def sheet(work: Work, poll: Poll, meeting: Meeting, member: Member | None = None) -> PollSheet:
    """A poll as it stands; with `member` also what concerns that person's organisation."""
    electors = rows.electors(work.session, poll.id)
    cast = votes(work, poll)
    options = _options(work, poll, cast)
    following = meetings.after(work.session, meeting) if poll.consequence_at else None
    return PollSheet(
        id=poll.id,
        kind=poll.kind,
        question=poll.question,
        meeting=head(work, meeting),
        secret=poll.secret,
        quorum=poll.quorum,
        state=poll.state,
        closes_at=poll.closes_at,
        extended=poll.extended,
        outcome=poll.outcome,
        reason=poll.reason,
        options=options,
        voted=tuple(each.short_name for each in electors if each.id in cast),
        missing=tuple(each.short_name for each in electors if each.id not in cast),
        applied=poll.consequence_at is not None,
        next_title=following.title if following else "",
        next_at=following.starts_at if following else None,
        reader=_reader(work, poll, member, options) if member else None,
    )


def votes(work: Work, poll: Poll) -> dict[OrganisationId, OptionId]:
    return {each.organisation_id: each.option_id for each in rows.ballots(work.session, poll.id)}


def abstaining(options: list[PollOption]) -> frozenset[OptionId]:
    """Options that count as voting without an opinion."""
    return frozenset(each.id for each in options if each.choice is FormatChoice.NO_OPINION)


def elects(work: Work, poll: Poll, member: Member) -> bool:
    """Whether the person's organisation has a vote, and they may give it."""
    electors = {each.id for each in rows.electors(work.session, poll.id)}
    return member.organisation_id in electors and voices.has(work, member, poll.meeting_id)


def show(work: Work, poll: Poll, meeting: Meeting) -> None:
    """Brings the poll up to date in the meeting's channel, with its voters and organisers."""
    electors = {each.id for each in rows.electors(work.session, poll.id)}
    speaking = voices.by_organisation(work, meeting.series_id, meeting.id)
    audiences: list[str] = [meeting.channel] if meeting.channel else []
    audiences += [person.user for each in electors for person in speaking.get(each, ())]
    audiences += [
        person.user
        for person in people.organizers(work.session, meeting.series_id)
        if meetings.visible(work.session, meeting.id, person.organisation_id) is not None
    ]
    for audience in dict.fromkeys(audiences):
        work.project(CardKind.POLL, poll.id, audience, series=meeting.series_id, meeting=meeting.id)
    work.reproject(CardKind.POLL, poll.id, series=meeting.series_id, meeting=meeting.id)


def _options(
    work: Work, poll: Poll, cast: dict[OrganisationId, OptionId]
) -> tuple[OptionLine, ...]:
    held = list(rows.options(work.session, poll.id))
    counts = rules.tally((each.id for each in held), cast)
    hidden = poll.secret and poll.state is not PollState.CLOSED
    first = rules.leading(counts, abstaining(held)) if poll.state is PollState.CLOSED else ()
    return tuple(
        OptionLine(
            id=each.id,
            text=each.text,
            choice=each.choice,
            votes=None if hidden else counts[each.id],
            chosen=each.id == poll.winner_id,
            leads=each.id in first,
        )
        for each in held
    )


def _reader(work: Work, poll: Poll, member: Member, options: tuple[OptionLine, ...]) -> Reader:
    own = (
        rows.ballot(work.session, poll.id, member.organisation_id)
        if member.organisation_id
        else None
    )
    vote = None
    if own is not None:
        ballot, caster = own
        option = next(each for each in options if each.id == ballot.option_id)
        vote = OwnVote(option, caster.name, ballot.cast_at)
    return Reader(
        organisation=member.organisation,
        elects=elects(work, poll, member),
        organizes=member.organizes,
        vote=vote,
    )
