"""One date in a form's field: read, or asked about beneath the field."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from bot.errors import Ambiguous, Unclear
from bot.inputs import dates
from bot.inputs.planning import deadline, planned
from bot.texts import Message
from storage.vocabulary import Language, Precision

TODAY = date(2022, 3, 1)
HERE = dates.Context()


def closing(text: str) -> datetime:
    hour = time(16)
    return deadline(
        text, TODAY, Language.DANISH, field="closes", remark=[].append, context=HERE, hour=hour
    )


def test_a_plan_keeps_its_interval_and_its_words():
    read = planned("uge 12", TODAY, Language.DANISH, field="planned", remark=[].append)
    assert (read.start, read.end) == (date(2022, 3, 21), date(2022, 3, 27))
    assert (read.precision, read.text) == (Precision.WEEK, "uge 12")


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("fredag kl. 12", datetime(2022, 3, 4, 11, 0, tzinfo=UTC)),
        ("på fredag", datetime(2022, 3, 4, 15, 0, tzinfo=UTC)),
        ("uge 13", datetime(2022, 4, 3, 14, 0, tzinfo=UTC)),  # summer time has begun
    ],
)
def test_a_deadline_is_the_last_moment_of_what_was_said(text, moment):
    assert closing(text) == moment


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("snarest", "dates.not_a_date"),
        ("4. marts og 11. marts", "dates.several"),
        ("næste fredag", "dates.ambiguous"),
        ("10.3", "dates.perhaps"),
        ("30. februar", "dates.no_such"),
        ("uge 53/2022", "dates.no_such"),
        ("kl. 25", "dates.no_such_time"),
        ("27. marts 2022 kl. 2.30", "dates.no_such_time"),  # summer time begins
        ("inden næste møde", "dates.no_meeting"),
        ("3 mdr. herefter", "dates.no_anchor"),
        ("20.-10. marts 2022", "dates.backwards"),
        ("fra uge 9 og frem", "dates.not_a_date"),  # no last moment
    ],
)
def test_what_is_no_deadline_is_asked_about_beneath_its_field(text, why):
    with pytest.raises(Unclear) as refused:
        closing(text)
    assert (refused.value.field, refused.value.message.id) == ("closes", why)
    assert refused.value.message.facts["heard"]


def test_readings_to_choose_from_stand_in_place_of_what_was_heard():
    with pytest.raises(Ambiguous) as asked:
        planned("svar inden 1. april", TODAY, Language.DANISH, field="planned", remark=[].append)
    before, itself = "senest torsdag den 31. marts 2022", "senest fredag den 1. april 2022"
    assert asked.value.choices == (before, itself)
    assert asked.value.settled("Tak: svar inden 1. april.", before) == f"Tak: svar {before}."
    assert asked.value.settled("noget andet", before) == before


@pytest.mark.parametrize("language", Language)
def test_every_choice_is_read_in_one_way(language):
    """Else the person would be asked again and again."""
    for text in ("næste fredag", "primo 2023", "inden uge 12", "10.3", "next Friday", "midt 2023"):
        read = dates.read(text, TODAY, language)
        if not isinstance(read, dates.Reading | dates.Unclear):
            continue
        for reading in read.readings:
            again = dates.read(dates.say(reading, language), TODAY, language)
            assert isinstance(again, dates.Reading)
            assert again.readings == (replace(reading, text=again.date.text),)


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("torsdag den 1. april 2022", "dates.weekday_corrected"),
        ("30. oktober 2022 kl. 2.30", "dates.repeated_time"),
    ],
)
def test_what_a_person_should_know_of_a_reading_is_remarked(text, remark):
    told: list[Message] = []
    planned(text, TODAY, Language.DANISH, field="planned", remark=told.append)
    assert [each.id for each in told] == [remark]


def test_examples_are_in_the_persons_language():
    with pytest.raises(Unclear) as refused:
        planned("soon", TODAY, Language.ENGLISH, field="planned", remark=[].append)
    assert refused.value.message.facts["first"] == date(2022, 3, 15)
    assert refused.value.message.facts["second"] == "week 11/2022"
