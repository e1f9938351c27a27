"""Counting votes, closing times, and how a poll's state may change."""

from collections import Counter
from datetime import UTC, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Unclear, WrongMoment
from bot.rules import polls
from bot.rules.polls import PollDraft
from storage.vocabulary import (
    FormatChoice,
    MeetingFormat,
    OptionId,
    OrganisationId,
    PollKind,
    PollOutcome,
    PollState,
)

CHOICES = tuple(OptionId(each) for each in range(1, 11))


@st.composite
def ballots(draw):
    options = CHOICES[: draw(st.integers(2, 10))]
    voters = draw(st.lists(st.integers(1, 20).map(OrganisationId), unique=True))
    cast = {voter: draw(st.sampled_from(options)) for voter in voters}
    abstaining = frozenset(draw(st.sets(st.sampled_from(options[1:]))))
    return options, cast, abstaining


@given(ballots())
def test_every_ballot_counts_once_and_options_without_votes_are_there(drawn):
    options, cast, _ = drawn
    counts = polls.tally(options, cast)
    assert tuple(counts) == options
    assert sum(counts.values()) == len(cast)
    assert +Counter(counts) == Counter(cast.values())


@given(ballots(), st.integers(1, 20))
def test_who_wins_has_more_votes_than_any_other_opinion(drawn, quorum):
    options, cast, abstaining = drawn
    counts = polls.tally(options, cast)
    decided = polls.decide(counts, quorum, abstaining)
    match decided.outcome:
        case PollOutcome.NO_QUORUM:
            assert len(cast) < quorum
            assert decided.winner is None
        case PollOutcome.DECIDED:
            assert decided.winner is not None
            assert decided.winner not in abstaining
            others = [
                counts[each]
                for each in options
                if each not in abstaining and each != decided.winner
            ]
            assert all(counts[decided.winner] > each for each in others)
        case PollOutcome.TIE:
            assert decided.winner is None
            assert len(polls.leading(counts, abstaining)) > 1


@given(ballots(), st.randoms())
def test_the_order_of_votes_and_voters_decides_nothing(drawn, chance):
    options, cast, abstaining = drawn
    shuffled = list(cast.items())
    chance.shuffle(shuffled)
    first = polls.decide(polls.tally(options, cast), 1, abstaining)
    again = polls.decide(polls.tally(options, dict(shuffled)), 1, abstaining)
    assert first == again


@given(ballots())
def test_one_more_vote_for_the_winner_doesnt_take_the_victory_away(drawn):
    options, cast, abstaining = drawn
    before = polls.decide(polls.tally(options, cast), 1, abstaining)
    if before.winner is None:
        return
    late = {**cast, OrganisationId(99): before.winner}
    assert polls.decide(polls.tally(options, late), 1, abstaining) == before


def test_no_opinion_is_a_vote_but_never_wins():
    joint, nothing = CHOICES[:2]
    cast = {
        OrganisationId(1): joint,
        OrganisationId(2): nothing,
        OrganisationId(3): nothing,
    }
    counts = polls.tally((joint, nothing), cast)
    assert polls.decide(counts, 3, frozenset({nothing})).winner == joint
    assert polls.decide(counts, 4, frozenset({nothing})).outcome is PollOutcome.NO_QUORUM


def test_more_than_half_is_enough_where_nothing_is_said():
    assert [polls.quorum("", electors) for electors in (1, 2, 3, 4)] == [1, 2, 2, 3]


@pytest.mark.parametrize("typed", ["0", "4", "-1", "to", "2,5", "²"])
def test_a_quorum_is_a_number_of_electors(typed):
    with pytest.raises(Unclear) as refused:
        polls.quorum(typed, 3)
    assert refused.value.field == "quorum"


def test_a_poll_closes_on_a_working_day_at_the_local_hour():
    # Five working days from Thursday 7 April 2022: Easter (14–18 April) lies between.
    now = datetime(2022, 4, 7, 10, 0, tzinfo=UTC)
    closes = polls.closes_by_itself(now, "Europe/Copenhagen")
    assert closes == datetime(2022, 4, 19, 14, 0, tzinfo=UTC)


def test_a_meeting_is_proposed_six_weeks_on_at_the_hour_of_the_series():
    held = datetime(2022, 3, 10, 13, 0, tzinfo=UTC)
    first = polls.proposed_start(held, time(14), "Europe/Copenhagen")
    second = polls.proposed_start(held, time(14), "Europe/Copenhagen", 1)
    assert first == datetime(2022, 4, 26, 12, 0, tzinfo=UTC)  # Easter has three holidays
    assert second == datetime(2022, 4, 27, 12, 0, tzinfo=UTC)


def draft(*options: str, question: str = "Hvornår?") -> PollDraft:
    return PollDraft(PollKind.CHOICE, question, options)


@pytest.mark.parametrize(
    ("asked", "field", "why"),
    [
        (draft("Ja", "Nej", question="  "), "question", "polls.question_missing"),
        (draft("Ja", "Nej", question="å" * 301), "question", "polls.question_too_long"),
        (draft("Ja"), "options", "polls.options_count"),
        (draft(*map(str, range(11))), "options", "polls.options_count"),
        (draft("Ja", "x" * 76), "options", "polls.option_too_long"),
        (draft("Ja", "ja "), "options", "polls.option_twice"),
    ],
)
def test_what_a_poll_mustnt_be(asked, field, why):
    with pytest.raises(Unclear) as refused:
        polls.checked(asked)
    assert (refused.value.field, refused.value.message.id) == (field, why)


def test_empty_lines_are_no_options():
    assert polls.checked(draft("Ja", "", "  Nej  ")).options == ("Ja", "Nej")


def test_a_format_poll_brings_its_own_options():
    asked = PollDraft(PollKind.FORMAT, "Fælles?", ("Noget andet",))
    assert polls.checked(asked).options == ()


@given(st.sampled_from(PollState), st.booleans())
def test_only_what_is_over_can_be_reopened_and_only_before_the_consequence(state, applied):
    if state is PollState.OPEN or applied:
        with pytest.raises(WrongMoment):
            polls.after_reopening(state, applied=applied)
    else:
        assert polls.after_reopening(state, applied=applied) is PollState.OPEN


@given(st.sampled_from(PollState))
def test_only_an_open_poll_closes_or_is_withdrawn(state):
    for verb, after in (
        (polls.after_closing, PollState.CLOSED),
        (polls.after_withdrawing, PollState.CANCELLED),
    ):
        if state is PollState.OPEN:
            assert verb(state) is after
        else:
            with pytest.raises(WrongMoment):
                verb(state)


def test_the_deadline_moves_once():
    assert polls.is_extended(1, 2, extended=False)
    assert not polls.is_extended(1, 2, extended=True)
    assert not polls.is_extended(2, 2, extended=False)


def test_a_tie_is_settled_among_the_leading_with_a_reason():
    first = CHOICES[:2]
    assert polls.settled(first[1], PollOutcome.TIE, first, "flest ønsker det") == first[1]
    with pytest.raises(Unclear, match="not_leading"):
        polls.settled(CHOICES[2], PollOutcome.TIE, first, "fordi")
    with pytest.raises(Unclear, match="reason_missing"):
        polls.settled(first[0], PollOutcome.TIE, first, " ")
    with pytest.raises(WrongMoment):
        polls.settled(first[0], PollOutcome.DECIDED, first, "fordi")


@pytest.mark.parametrize(
    ("choice", "following"),
    [
        (FormatChoice.JOINT, {MeetingFormat.JOINT}),
        (FormatChoice.SEPARATE, {MeetingFormat.SEPARATE}),
        (FormatChoice.MIXED, {MeetingFormat.JOINT, MeetingFormat.SEPARATE}),
        (FormatChoice.NO_OPINION, set()),
        (None, set()),
    ],
)
def test_what_follows_from_each_form(choice, following):
    assert polls.formats(choice) == following


def test_the_consequence_for_all_to_read_says_nothing_of_separate_meetings():
    starts = datetime(2022, 4, 25, 12, 0, tzinfo=UTC)
    told = polls.consequence(FormatChoice.SEPARATE, "Fællesmøde nr. 20", starts)
    assert told.facts == {}
    both = polls.consequence(FormatChoice.MIXED, "Fællesmøde nr. 20", starts)
    assert both.facts == {"title": "Fællesmøde nr. 20", "starts_at": starts}
