"""A meeting's time is read back from our own words for it: dialogs begin with them."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.inputs.times import Custom, When, meeting_time
from bot.texts import moments
from storage.vocabulary import Language
from tests.support.town import words

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
CUSTOM = Custom(time(14), 75, COPENHAGEN.key)

starts = st.integers(0, 11 * 365 * 24 * 4).map(
    lambda quarters: datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=15 * quarters)
)
clock_changes = st.sampled_from(
    [datetime(2022, 3, 27, tzinfo=UTC), datetime(2022, 10, 29, 20, tzinfo=UTC)]
).flatmap(lambda day: st.integers(0, 40).map(lambda q: day + timedelta(minutes=15 * q)))


def read(text: str, before: datetime, language: Language = Language.DANISH) -> When:
    today = before.astimezone(COPENHAGEN).date()
    return meeting_time(text, today, language, CUSTOM, field="when", remark=lambda *_: None)


@given(
    st.one_of(starts, clock_changes),
    st.integers(1, 80),
    st.sampled_from(Language),
    st.integers(0, 60),
)
def test_what_we_write_is_read_as_the_same_instants(start, quarters, language, days):
    end = start + timedelta(minutes=15 * quarters)
    assume(not any(each.astimezone(COPENHAGEN).fold for each in (start, end)))
    written = moments.span(start, end, language, COPENHAGEN)
    assert read(written, start - timedelta(days=days), language) == When(start, end)


@pytest.mark.parametrize(
    ("typed", "shown", "hours"),
    [
        ("10. marts kl. 23-01", ("torsdag den 10. marts 2022 kl. 23.00 – fredag den 11. marts "
         "2022 kl. 01.00"), 2),
        ("10. marts kl. 20-24", ("torsdag den 10. marts 2022 kl. 20.00 – fredag den 11. marts "
         "2022 kl. 00.00"), 4),
        ("27. marts kl. 1.30-3.30", "søndag den 27. marts 2022 kl. 01.30–03.30", 1),
        ("30. oktober kl. 1-4", "søndag den 30. oktober 2022 kl. 01.00–04.00", 4),
    ],
)  # fmt: skip
def test_across_midnight_and_a_clock_change_people_read_the_hours_that_they_typed(
    typed, shown, hours
):
    found = read(typed, datetime(2022, 3, 1, tzinfo=UTC))
    assert words().span(found.starts_at, found.ends_at) == shown
    assert found.ends_at - found.starts_at == timedelta(hours=hours)
