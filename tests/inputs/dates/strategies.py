"""Texts and values for the property tests."""

from datetime import date, datetime, timedelta

from hypothesis import strategies as st

from bot.inputs.dates import danish, english
from bot.inputs.dates.meanings import Months
from bot.rules.working_days import last_of_month, weeks_in
from storage.vocabulary import DateRole, Language, PlanningDate, Precision

DAY = timedelta(days=1)
DAYS = st.dates(date(1901, 1, 1), date(2198, 12, 31))
REFERENCES = st.dates(date(1900, 1, 1), date(2200, 12, 31))
LANGUAGES = st.sampled_from(Language)
YEARS = st.integers(1901, 2198)
LENGTHS = {
    Precision.MONTH: 1,
    Precision.QUARTER: 3,
    Precision.SEASON: 3,
    Precision.HALF: 6,
    Precision.YEAR: 12,
}


@st.composite
def clock_ranges(draw: st.DrawFn) -> PlanningDate:
    start = datetime.combine(draw(DAYS), datetime.min.time()) + timedelta(
        minutes=draw(st.integers(0, 24 * 60 - 1))
    )
    length = draw(st.sampled_from((0, 0, 15, 75, 600, 24 * 60 + 30)))
    return PlanningDate(start, start + timedelta(minutes=length), Precision.MINUTE)


@st.composite
def day_ranges(draw: st.DrawFn) -> PlanningDate:
    start = draw(DAYS)
    return PlanningDate(
        start, start + draw(st.sampled_from((0, 0, 1, 4, 40, 400))) * DAY, Precision.DAY
    )


@st.composite
def week_ranges(draw: st.DrawFn) -> PlanningDate:
    year = draw(YEARS)
    monday = date.fromisocalendar(year, draw(st.integers(1, weeks_in(year))), 1)
    weeks = draw(st.sampled_from((1, 1, 2, 3, 7, 60)))
    return PlanningDate(monday, monday + (7 * weeks - 1) * DAY, Precision.WEEK)


@st.composite
def month_ranges(draw: st.DrawFn) -> PlanningDate:
    """Months, quarters, halves, seasons and years, one or several in a row."""
    precision = draw(st.sampled_from(sorted(LENGTHS)))
    length = LENGTHS[precision]
    first = draw(st.integers(0, 12 // length - 1)) * length + 1
    if precision is Precision.SEASON:
        first = {1: 12, 4: 3, 7: 6, 10: 9}[first]
    count = draw(st.sampled_from((1, 1, 2, 3, 5)))
    found = Months(None, first, length * count, precision).in_year(draw(YEARS))
    assert found is not None
    return PlanningDate(found.start, found.end, precision)


@st.composite
def parts_of_months(draw: st.DrawFn) -> PlanningDate:
    start = draw(DAYS).replace(day=draw(st.sampled_from((1, 11, 16, 21))))
    month = draw(st.sampled_from((start, start, start + 40 * DAY)))
    ends = [day for day in (10, 15, 20) if (month.month != start.month or day > start.day)]
    last = last_of_month(month.year, month.month)
    end = draw(st.sampled_from([*(month.replace(day=day) for day in ends), last]))
    if (start.day, end.day) in {(11, 15), (16, 20)} and start.month == end.month:
        end = last
    return PlanningDate(start, end, Precision.PART_OF_MONTH)


PLAIN = st.one_of(clock_ranges(), day_ranges(), week_ranges(), month_ranges(), parts_of_months())


@st.composite
def planning_dates(draw: st.DrawFn) -> PlanningDate:
    """Every value that reading gives: all precisions, all roles."""
    plain = draw(PLAIN)
    assert plain.end is not None
    match draw(st.sampled_from(DateRole)):
        case DateRole.PLAIN:
            return plain
        case DateRole.FROM:
            return PlanningDate(plain.start, None, Precision.OPEN, DateRole.FROM)
        case role:
            return PlanningDate(plain.end, plain.end, plain.precision, role)


WORDS = sorted(
    {
        piece
        for table in (danish.DANISH, english.ENGLISH)
        for words in table.names.values()
        for word in words
        for piece in word.split()
    }
)
NUMBERS = st.one_of(
    st.integers(0, 9999).map(str),
    st.tuples(st.integers(0, 40), st.sampled_from("./:-"), st.integers(0, 60)).map(
        lambda shape: f"{shape[0]}{shape[1]}{shape[2]}"
    ),
    st.dates().map(date.isoformat),
)
MARKS = st.sampled_from([*".,:;-–/()'?§#%~", " ", "\u00a0", "\n", "\t"])
PIECES = st.one_of(st.sampled_from(WORDS), NUMBERS, MARKS)
DATELIKE = st.lists(PIECES, max_size=30).map(" ".join) | st.lists(PIECES, max_size=30).map("".join)
"""Words of the tables, numbers and marks in any order: what rules take for a beginning."""
ANYTHING = st.text(max_size=400) | DATELIKE
