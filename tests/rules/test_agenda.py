"""What an organiser may do with an agenda and its items, and when."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Unclear, WrongMoment
from bot.rules import agenda as rules
from bot.rules.items import LONGEST_BACKGROUND, LONGEST_TITLE, titled
from bot.rules.reasons import wording
from storage.vocabulary import DeferReason, ItemState, MeetingState

GROWING = {MeetingState.PLANNED, MeetingState.COLLECTING}
ALIVE = {*GROWING, MeetingState.AGENDA_SENT, MeetingState.IN_SESSION}

CHANGES = {
    rules.after_deferring: ({ItemState.ACCEPTED}, ALIVE),
    rules.after_recalling: ({ItemState.DEFERRED}, ALIVE),
    rules.after_accepting: ({ItemState.PROPOSED}, ALIVE),
    rules.after_returning: ({ItemState.PROPOSED}, ALIVE),
    rules.after_reconsidering: (
        {ItemState.CARRIED, ItemState.DECLINED, ItemState.RETURNED, ItemState.MERGED},
        ALIVE,
    ),
}


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_change_is_allowed_from_its_states_only(change):
    states, moments = CHANGES[change]
    for state, moment in itertools.product(ItemState, MeetingState):
        if state in states and moment in moments:
            assert change(state, moment) is not state
        else:
            with pytest.raises(WrongMoment):
                change(state, moment)


def test_an_item_is_declined_from_the_waiting_list_or_an_agenda_ahead():
    for state, moment in itertools.product(ItemState, MeetingState):
        waits = state is ItemState.PROPOSED and moment in ALIVE
        stands = state is ItemState.ACCEPTED and moment in {*GROWING, MeetingState.AGENDA_SENT}
        if waits or stands:
            assert rules.after_declining(state, moment) is ItemState.DECLINED
        else:
            with pytest.raises(WrongMoment):
                rules.after_declining(state, moment)


def test_an_item_is_carried_from_the_waiting_list_or_an_open_agenda():
    for state, moment in itertools.product(ItemState, MeetingState):
        waits = state is ItemState.PROPOSED and moment in ALIVE
        stands = state is ItemState.ACCEPTED and moment in GROWING
        if waits or stands:
            assert rules.after_carrying(state, moment) is ItemState.CARRIED
        else:
            with pytest.raises(WrongMoment):
                rules.after_carrying(state, moment)


def test_what_is_set_aside_comes_back_to_where_it_belongs():
    back = rules.after_reconsidering
    assert back(ItemState.DECLINED, MeetingState.COLLECTING) is ItemState.ACCEPTED
    assert back(ItemState.DECLINED, MeetingState.AGENDA_SENT) is ItemState.PROPOSED
    assert back(ItemState.DECLINED, MeetingState.AGENDA_SENT, printed=True) is ItemState.ACCEPTED
    assert back(ItemState.DECLINED, MeetingState.COLLECTING, waits=True) is ItemState.PROPOSED


def test_only_an_open_agenda_with_items_is_sent_and_only_a_sent_one_taken_back():
    for state in MeetingState:
        if state is MeetingState.COLLECTING:
            assert rules.after_freezing(state, 1) is MeetingState.AGENDA_SENT
            with pytest.raises(WrongMoment, match=r"agenda\.empty"):
                rules.after_freezing(state, 0)
        else:
            with pytest.raises(WrongMoment, match=r"agenda\.not_collecting"):
                rules.after_freezing(state, 1)
        if state is MeetingState.AGENDA_SENT:
            assert rules.after_taking_back(state) is MeetingState.COLLECTING
        else:
            with pytest.raises(WrongMoment):
                rules.after_taking_back(state)


def test_an_items_minutes_hold_its_sub_items():
    state = ItemState.ACCEPTED
    assert rules.minutes_in_all([("1", 20, state), ("1.1", 10, state), ("2", None, state)]) == 20
    assert rules.minutes_in_all([("1", None, state), ("1.1", 10, state), ("1.2", 5, state)]) == 15
    assert rules.minutes_in_all([("1", 20, ItemState.DEFERRED), ("2", 5, state)]) == 5


def test_a_reason_needs_what_it_is_about():
    with pytest.raises(Unclear) as party:
        rules.why_deferred(DeferReason.PARTY_ABSENT, "", "")
    assert party.value.field == "party"
    with pytest.raises(Unclear) as text:
        rules.why_deferred(DeferReason.OTHER, "SDS", "  ")
    assert text.value.field == "reason"
    with pytest.raises(Unclear) as long:
        rules.why_deferred(DeferReason.NO_TIME, "", "x" * (rules.LONGEST_REASON + 1))
    assert long.value.field == "reason"


@pytest.mark.parametrize(
    ("reason", "end"),
    [("da SDS ikke deltager", ".clause"), ("Fordi det haster", ".clause"),
     ("as SDS is absent", ".clause"), ("mangler bilag", ".reason"), ("dagen er kort", ".reason"),
     ("  ", "")],
)  # fmt: skip
def test_a_clause_follows_a_comma(reason, end):
    assert wording(reason) == end


@given(st.text(max_size=4_000))
def test_a_message_becomes_a_title_and_its_whole_text(text):
    title, background = titled(text)
    assert len(title) <= LONGEST_TITLE
    assert "\n" not in title
    assert bool(title) == bool(text.strip())
    kept = background or title
    assert text.strip()[:LONGEST_BACKGROUND].startswith(kept) or kept == title
