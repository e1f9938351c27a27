"""What brings an item back when nobody chose it."""

import pytest

from bot.rules.deferrals import DeferralDraft, checked, fitted
from storage.vocabulary import ActionId, DeferReason, OrganisationId, ReturnWhen

SDS, KMD = OrganisationId(2), OrganisationId(4)
OWED = {SDS: [ActionId(7)], KMD: [ActionId(8), ActionId(9)]}


def fits(kind: DeferReason, party: OrganisationId | None = None, **more: object) -> DeferralDraft:
    draft = DeferralDraft(kind, party, returns=None, **more)
    return checked(fitted(draft, OWED))


def test_an_awaited_answer_is_that_of_the_partys_one_open_action():
    fitting = fits(DeferReason.AWAITS_ANSWER, SDS)
    assert (fitting.returns, fitting.action_id) == (ReturnWhen.ACTION_ANSWERED, ActionId(7))


@pytest.mark.parametrize("party", [None, KMD, OrganisationId(5)])
def test_where_none_or_several_might_be_meant_it_comes_at_the_next_meeting(
    party: OrganisationId | None,
):
    fitting = fits(DeferReason.AWAITS_ANSWER, party)
    assert (fitting.returns, fitting.action_id) == (ReturnWhen.NEXT_MEETING, None)


@pytest.mark.parametrize("kind", sorted({*DeferReason} - {DeferReason.AWAITS_ANSWER}))
def test_other_reasons_end_with_the_next_meeting(kind: DeferReason):
    assert fits(kind, SDS).returns is ReturnWhen.NEXT_MEETING


@pytest.mark.parametrize("kind", DeferReason)
def test_a_day_or_an_action_that_was_given_counts(kind: DeferReason):
    assert fits(kind, SDS, day="1. maj").returns is ReturnWhen.ON_DATE
    given = fits(kind, SDS, action_id=ActionId(9))
    assert (given.returns, given.action_id) == (ReturnWhen.ACTION_ANSWERED, ActionId(9))


@pytest.mark.parametrize("returns", ReturnWhen)
def test_what_was_chosen_stays(returns: ReturnWhen):
    chosen = DeferralDraft(
        DeferReason.PARTY_ABSENT, SDS, returns=returns, day="1. maj", action_id=ActionId(9)
    )
    assert fitted(chosen, OWED) == chosen
