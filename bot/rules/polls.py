"""Polls: what one must be, how its votes are counted and how its state may change."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.errors import Unclear, WrongMoment
from bot.rules.working_days import add_working_days
from bot.texts import Message, msg
from storage.vocabulary import (
    FormatChoice,
    ItemId,
    MeetingFormat,
    OptionId,
    OrganisationId,
    PollKind,
    PollOutcome,
    PollState,
)

LONGEST_QUESTION = 300  # characters
LONGEST_OPTION = 75  # characters: an option's text in Slack
LONGEST_REASON = 500  # characters
FEWEST_OPTIONS, MOST_OPTIONS = 2, 10  # ten: a group of radio buttons in Slack

CLOSING_HOUR = time(16)  # local: when a poll closes on a day that was named without an hour
OPEN_FOR = 5  # working days that a poll is open unless the organiser says otherwise
EXTENSION = 3  # working days more, once, when too few have voted
NEXT_MEETING = 30  # working days to the meeting that is proposed: six weeks


@dataclass(frozen=True)
class PollDraft:
    """A poll as the organiser asks for it.

    `closes` and `quorum` are as typed; empty leaves them to us. A format poll brings its own
    options and electors.
    """

    kind: PollKind
    question: str
    options: tuple[str, ...] = ()
    electors: tuple[OrganisationId, ...] = ()
    item_id: ItemId | None = None
    quorum: str = ""
    closes: str = ""
    secret: bool = True


def checked(draft: PollDraft) -> PollDraft:
    """The draft with its texts trimmed, or a refusal that names the field."""
    question = draft.question.strip()
    if not question:
        raise Unclear(msg("polls.question_missing"), field="question")
    if len(question) > LONGEST_QUESTION:
        raise Unclear(msg("polls.question_too_long", most=LONGEST_QUESTION), field="question")
    options = _options(draft.options) if draft.kind is PollKind.CHOICE else ()
    return PollDraft(
        kind=draft.kind,
        question=question,
        options=options,
        electors=draft.electors,
        item_id=draft.item_id,
        quorum=draft.quorum,
        closes=draft.closes,
        secret=draft.secret,
    )


def _options(typed: Iterable[str]) -> tuple[str, ...]:
    options = tuple(each.strip() for each in typed if each.strip())
    if not FEWEST_OPTIONS <= len(options) <= MOST_OPTIONS:
        raise Unclear(
            msg("polls.options_count", fewest=FEWEST_OPTIONS, most=MOST_OPTIONS), field="options"
        )
    for each in options:
        if len(each) > LONGEST_OPTION:
            raise Unclear(
                msg("polls.option_too_long", option=each, most=LONGEST_OPTION), field="options"
            )
    folded = [each.casefold() for each in options]
    for place, each in enumerate(folded):
        if each in folded[:place]:
            raise Unclear(msg("polls.option_twice", option=options[place]), field="options")
    return options


def quorum(typed: str, electors: int) -> int:
    """How many votes a poll needs; more than half where nothing was typed."""
    if electors == 0:
        raise Unclear(msg("polls.no_electors"), field="electors")
    if not typed.strip():
        return electors // 2 + 1
    if not (typed.strip().isdecimal() and 1 <= int(typed) <= electors):
        raise Unclear(msg("polls.quorum_wrong", heard=typed.strip(), most=electors), field="quorum")
    return int(typed)


def closes_by_itself(now: datetime, zone: str, days: int = OPEN_FOR) -> datetime:
    """The closing time `days` working days from now (UTC)."""
    local = ZoneInfo(zone)
    day: date = add_working_days(now.astimezone(local).date(), days)
    return datetime.combine(day, CLOSING_HOUR, local).astimezone(now.tzinfo)


def checked_closing(closes: datetime, now: datetime) -> datetime:
    if closes <= now:
        raise Unclear(msg("polls.closes_past", closes=closes), field="closes")
    return closes


# ── Counting ─────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Decided:
    """The outcome, and the option that won; a tie is for the organiser among the leading."""

    outcome: PollOutcome
    winner: OptionId | None = None


def tally(
    options: Iterable[OptionId], ballots: Mapping[OrganisationId, OptionId]
) -> dict[OptionId, int]:
    """Votes by option, also where there are none."""
    counts = dict.fromkeys(options, 0)
    for option in ballots.values():
        counts[option] += 1
    return counts


def leading(
    counts: Mapping[OptionId, int], abstaining: AbstractSet[OptionId] = frozenset()
) -> tuple[OptionId, ...]:
    """The options with most votes. To have no opinion counts as voting, but never leads."""
    opinions = {option: count for option, count in counts.items() if option not in abstaining}
    most = max(opinions.values(), default=0)
    return tuple(option for option, count in opinions.items() if count == most)


def decide(
    counts: Mapping[OptionId, int],
    quorum: int,
    abstaining: AbstractSet[OptionId] = frozenset(),
) -> Decided:
    """Plurality: most votes win; too few votes or several leading options decide nothing."""
    if sum(counts.values()) < quorum:
        return Decided(PollOutcome.NO_QUORUM)
    first = leading(counts, abstaining)
    return Decided(PollOutcome.DECIDED, first[0]) if len(first) == 1 else Decided(PollOutcome.TIE)


# ── States ───────────────────────────────────────────────────────────────────


def may_vote(state: PollState) -> None:
    match state:
        case PollState.OPEN:
            return
        case PollState.CLOSED:
            raise WrongMoment(msg("polls.closed"))
        case PollState.CANCELLED:
            raise WrongMoment(msg("polls.withdrawn"))


def is_extended(votes: int, quorum: int, *, extended: bool) -> bool:
    """Whether the deadline moves: once, when too few have voted. Closing by hand never does."""
    return votes < quorum and not extended


def after_closing(state: PollState) -> PollState:
    may_vote(state)
    return PollState.CLOSED


def after_withdrawing(state: PollState) -> PollState:
    """Takes the opening back."""
    may_vote(state)
    return PollState.CANCELLED


def after_reopening(state: PollState, *, applied: bool) -> PollState:
    """Takes closing or withdrawing back, until the consequence is carried out."""
    if state is PollState.OPEN:
        raise WrongMoment(msg("polls.is_open"))
    if applied:
        raise WrongMoment(msg("polls.applied"))
    return PollState.OPEN


def settled(
    winner: OptionId, outcome: PollOutcome | None, first: Sequence[OptionId], reason: str
) -> OptionId:
    """The organiser's choice in a tie, among the leading options and with a reason."""
    if outcome is not PollOutcome.TIE:
        raise WrongMoment(msg("polls.no_tie"))
    if winner not in first:
        raise Unclear(msg("polls.not_leading"), field="winner")
    if not reason.strip():
        raise Unclear(msg("polls.reason_missing"), field="reason")
    if len(reason) > LONGEST_REASON:
        raise Unclear(msg("polls.reason_too_long", most=LONGEST_REASON), field="reason")
    return winner


def result(
    outcome: PollOutcome | None, winner: str | FormatChoice | None, reason: str = ""
) -> Message:
    """What a poll came to, as one sentence."""
    if winner is None:
        return msg("documents.poll.open", outcome=outcome or PollOutcome.NO_QUORUM)
    if outcome is PollOutcome.TIE:
        return msg("documents.poll.settled.reason", option=winner, reason=reason)
    return msg("documents.poll.decided", option=winner)


# ── What follows from a format poll ──────────────────────────────────────────


def formats(choice: FormatChoice | None) -> frozenset[MeetingFormat]:
    """The kinds of meeting that come next; none where nothing follows."""
    match choice:
        case FormatChoice.JOINT:
            return frozenset({MeetingFormat.JOINT})
        case FormatChoice.SEPARATE:
            return frozenset({MeetingFormat.SEPARATE})
        case FormatChoice.MIXED:
            return frozenset(MeetingFormat)
        case FormatChoice.NO_OPINION | None:
            return frozenset()


def may_apply(choice: FormatChoice | None, *, applied: bool) -> frozenset[MeetingFormat]:
    """The kinds of meeting to plan, or why there is nothing to carry out."""
    following = formats(choice)
    if not following:
        raise WrongMoment(msg("polls.no_consequence"))
    if applied:
        raise WrongMoment(msg("polls.applied"))
    return following


def consequence(
    choice: FormatChoice | None, title: str = "", starts_at: datetime | None = None
) -> Message:
    """What followed, as everybody may read it: of separate meetings neither dates nor number."""
    following = formats(choice)
    if MeetingFormat.JOINT not in following or starts_at is None:
        return msg("polls.followed_separate")
    if MeetingFormat.SEPARATE in following:
        return msg("polls.followed_both", title=title, starts_at=starts_at)
    return msg("polls.followed_joint", title=title, starts_at=starts_at)


def proposed_start(held: datetime, start: time, zone: str, place: int = 0) -> datetime:
    """A time for a meeting that follows one held at `held`: the series' hour, six weeks on.

    `place` moves one of several meetings by so many working days.
    """
    local = ZoneInfo(zone)
    day = add_working_days(held.astimezone(local).date(), NEXT_MEETING + place)
    return datetime.combine(day, start, local).astimezone(held.tzinfo)
