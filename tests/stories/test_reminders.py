"""Owners are reminded when it is time, once a day, and never on a day off."""

from datetime import UTC, date, datetime

from bot.demo.screens import Seen
from storage.vocabulary import ActionState, FollowUpKind
from tests.support.joint import Joint
from tests.support.promises import (
    PROMISE,
    action,
    digest_days,
    digests,
    follows_up,
    kinds,
    promised,
)
from tests.support.session import writes
from tests.support.town import Town

NINE = datetime(2022, 3, 11, 8, 0, tzinfo=UTC)  # 9.00 in Copenhagen, the day after the meeting


def reminded(town: Town) -> Seen:
    """Karen's newest reminder."""
    return digests(town.cast.karen)[-1]


def test_half_time_three_days_before_the_day_itself_then_weekly(town: Town, series: Joint):
    """Promised on 10 March, due on Friday 1 April; Easter is from 14 to 18 April."""
    promised(town, series)
    follows_up(town, series, NINE)
    town.until(datetime(2022, 4, 30, tzinfo=UTC))
    assert digest_days(town) == [
        date(2022, 3, 21),  # half-time
        date(2022, 3, 29),  # 3 working days before
        date(2022, 4, 1),
        date(2022, 4, 8),
        date(2022, 4, 19),  # the 15th is Good Friday
        date(2022, 4, 22),
        date(2022, 4, 29),
    ]
    assert reminded(town).says("over fristen 1. april 2022")


def test_all_that_is_due_on_a_day_is_one_message(town: Town, series: Joint):
    promised(town, series)
    writes(town, "opgave til SDS: svare om healthcareFacilityType senest 1. april")
    follows_up(town, series, NINE)
    town.until(datetime(2022, 3, 21, 12, tzinfo=UTC))
    [digest] = digests(town.cast.karen)
    assert digest.text == "2 opgaver venter på dig"
    assert digest.says(PROMISE)
    assert digest.says("healthcareFacilityType")


def test_an_answer_in_the_digest_updates_it_in_place(town: Town, series: Joint):
    promised(town, series)
    follows_up(town, series, NINE)
    town.until(datetime(2022, 3, 21, 12, tzinfo=UTC))
    karen = town.cast.karen
    digest = reminded(town)
    karen.clicks(digest, "Udført")
    town.settle()
    assert action(town).state is ActionState.DONE
    digest = karen.again(digest)
    assert digest.says("Alt her er besvaret")
    assert "Udført" not in digest.buttons
    town.until(datetime(2022, 4, 30, tzinfo=UTC))
    assert len(digests(karen)) == 1, "what is done isn't reminded of"


def test_a_jump_of_a_fortnight_reminds_once_of_what_was_missed(town: Town, series: Joint):
    promised(town, series)
    follows_up(town, series, NINE)
    town.settle()
    town.clock.move_to(datetime(2022, 3, 30, 12, tzinfo=UTC))
    town.settle()
    assert digest_days(town) == [date(2022, 3, 30)]
    assert kinds(town).count(FollowUpKind.REMINDED) == 1


def test_a_jump_to_a_day_off_waits_for_the_next_working_day(town: Town, series: Joint):
    promised(town, series)
    follows_up(town, series, NINE)
    town.settle()
    town.clock.move_to(datetime(2022, 3, 26, 12, tzinfo=UTC))  # a Saturday
    town.settle()
    assert not digest_days(town)
    town.until(datetime(2022, 3, 28, 12, tzinfo=UTC))
    assert digest_days(town) == [date(2022, 3, 28)]


def test_who_has_nobody_in_slack_is_followed_up_by_the_organiser(town: Town, series: Joint):
    promised(town, series, "til KL: svare om log senest 1. april")
    follows_up(town, series, NINE)
    town.until(datetime(2022, 3, 21, 12, tzinfo=UTC))
    mette = town.cast.mette
    [digest] = digests(mette)
    assert digest.says("organisationer uden kontakt i Slack")
    assert digest.says("svare om log")
    mette.clicks(digest, "Svar…")
    dialog = mette.gets_dialog("Svar")
    assert mette.submits(dialog, {"Jeres svar": "KL har ringet: det vises ikke"}).ok
    assert action(town).state is ActionState.ANSWERED


def test_both_contacts_of_a_vendor_are_reminded(town: Town, series: Joint):
    promised(town, series, "til Systematic: sender tidsplan senest 1. april")
    follows_up(town, series, NINE)
    town.until(datetime(2022, 3, 21, 12, tzinfo=UTC))
    assert len(digests(town.cast.anders)) == len(digests(town.cast.sofie)) == 1
    town.cast.anders.clicks(digests(town.cast.anders)[0], "Udført")
    town.settle()
    assert digests(town.cast.sofie)[0].says("Alt her er besvaret")


def test_a_moved_date_counts_anew(town: Town, series: Joint):
    promised(town, series)
    follows_up(town, series, NINE)
    town.until(datetime(2022, 3, 21, 12, tzinfo=UTC))
    karen = town.cast.karen
    karen.clicks(reminded(town), "Ny frist…")
    dialog = karen.gets_dialog("Ny frist")
    assert karen.submits(dialog, {"Frist": "20. maj", "Begrundelse": "Ny arkitekt"}).ok
    town.until(datetime(2022, 4, 22, tzinfo=UTC))
    assert digest_days(town) == [date(2022, 3, 21), date(2022, 4, 20)]


def test_without_a_date_and_a_next_meeting_nobody_is_reminded(town: Town, series: Joint):
    promised(town, series, "til SDS: se på reglen")
    follows_up(town, series, NINE)
    town.until(datetime(2022, 4, 2, tzinfo=UTC))
    assert not digest_days(town)
