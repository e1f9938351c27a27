"""One date in a form's field: read, or asked about beneath the field."""

from datetime import UTC, date, datetime, time

import pytest

from bot.errors import Unclear
from bot.inputs.planning import deadline, planned
from storage.vocabulary import Language, Precision

TODAY = date(2022, 3, 1)
ZONE = "Europe/Copenhagen"


def closing(text: str) -> datetime:
    return deadline(text, TODAY, Language.DANISH, field="closes", zone=ZONE, hour=time(16))


def test_a_plan_keeps_its_interval_and_its_words():
    read = planned("uge 12", TODAY, Language.DANISH, field="planned")
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
        ("30. februar", "dates.no_such"),
        ("fra uge 9 og frem", "dates.not_a_date"),  # no last moment
    ],
)
def test_what_is_no_deadline_is_asked_about_beneath_its_field(text, why):
    with pytest.raises(Unclear) as refused:
        closing(text)
    assert (refused.value.field, refused.value.message.id) == ("closes", why)
    assert refused.value.message.facts["heard"]


def test_examples_are_in_the_persons_language():
    with pytest.raises(Unclear) as refused:
        planned("soon", TODAY, Language.ENGLISH, field="planned")
    assert refused.value.message.facts["first"] == date(2022, 3, 15)
    assert refused.value.message.facts["second"] == "week 11/2022"
