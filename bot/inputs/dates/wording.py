"""How each language writes planning dates; a further language is a further `Wording`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.inputs.dates import danish, english
from bot.inputs.dates.readings import Doubt, Flag
from storage.vocabulary import DateRole, Language

OneAndMany = tuple[str, str]


@dataclass(frozen=True)
class Wording:
    """Patterns for `str.format`: `day` and `year` are numbers, `month` and `weekday` names,
    `number` is that of a month, week, quarter or half; `first` and `last` are ends of a range.
    """

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    day: str
    short_day: str
    plain_day: str
    days_in_month: str
    days_in_year: str
    short_days_in_month: str
    short_days_in_year: str
    at_time: str
    clock: str
    """For `datetime.strftime`."""
    midnight: str
    """The end of a day, as its last time."""
    week: str
    weeks: str
    with_days: str
    week_and_year: str
    weeks_and_year: str
    month: str
    months_in_year: str
    parts: tuple[str, str, str]
    """Before a month's name, with what parts them from it."""
    part: str
    parts_in_month: str
    halves_of_month: tuple[str, str]
    quarter: str
    short_quarter: str
    quarters: str
    halves: tuple[str, str]
    short_halves: tuple[str, str]
    seasons: Mapping[int, str]
    """By their first month."""
    winter: str
    """Of two years; `next` has two digits."""
    roles: Mapping[DateRole, str]
    explanations: Mapping[str, str]
    """What `explain` says of a reading, by flag, doubt and its own words."""
    heard: str
    """What was read, quoted, and what it means."""
    conjunction: str
    years: OneAndMany
    months_of: OneAndMany
    weeks_of: OneAndMany
    days_of: OneAndMany
    hours: OneAndMany
    minutes: OneAndMany


DANISH: Final = Wording(
    months=danish.MONTHS,
    weekdays=danish.WEEKDAYS,
    day="{weekday} den {day}. {month} {year}",
    short_day="{day}.{number}.{year}",
    plain_day="{day}. {month} {year}",
    days_in_month="{first.day}.–{day}. {month} {year}",
    days_in_year="{first.day}. {first_month} – {day}. {month} {year}",
    short_days_in_month="{first.day}.–{day}.{number}.{year}",
    short_days_in_year="{first.day}.{first.month}.–{day}.{number}.{year}",
    at_time="{day} kl. {time}",
    clock="%H.%M",
    midnight="24.00",
    week="uge {number}",
    weeks="uge {first}–{last}",
    with_days="{weeks} ({days})",
    week_and_year="uge {number}/{year}",
    weeks_and_year="uge {first}–{last}, {year}",
    month="{month} {year}",
    months_in_year="{first}–{month} {year}",
    parts=("primo ", "medio ", "ultimo "),
    part="{part}{month} {year}",
    parts_in_month="{first}–{part}{month} {year}",
    halves_of_month=(
        "første halvdel af {month} {year}",
        "anden halvdel af {month} {year}",
    ),
    quarter="{number}. kvartal {year}",
    short_quarter="Q{number} {year}",
    quarters="{first}.–{number}. kvartal {year}",
    halves=("1. halvår {year}", "2. halvår {year}"),
    short_halves=("1. halvår {year}", "2. halvår {year}"),
    seasons={3: "foråret {year}", 6: "sommeren {year}", 9: "efteråret {year}"},
    winter="vinteren {year}/{next:02}",
    roles={
        DateRole.PLAIN: "{}",
        DateRole.FROM: "fra {}",
        DateRole.UNTIL: "til og med {}",
        DateRole.DEADLINE: "senest {}",
    },
    explanations={
        "or": "eller",
        "not-a-date": "ingen dato",
        "duration": "ingen dato, men en varighed",
        Flag.WEEKDAY_MISMATCH: "ugedagen passer ikke til datoen",
        Flag.NONEXISTENT_TIME: "klokkeslættet springes over, når sommertiden begynder",
        Flag.REPEATED_TIME: "klokkeslættet kommer to gange, når sommertiden slutter",
        Flag.APPROXIMATE: "omtrentlig",
        Doubt.AMBIGUOUS: "kan læses på flere måder; den mest sandsynlige først",
        Doubt.PERHAPS: "måske en dato",
        Doubt.NO_MEETING: "ingen dato: mødet er ikke kendt",
        Doubt.NO_ANCHOR: "ingen dato: der mangler en dato at tælle fra",
        Doubt.NO_SUCH_DAY: "den dag findes ikke",
        Doubt.NO_SUCH_WEEK: "den uge findes ikke",
        Doubt.NO_SUCH_TIME: "det klokkeslæt findes ikke",
        Doubt.BACKWARDS: "slutter, før det begynder",
    },
    heard="»{text}«: {said}",
    conjunction="og",
    years=("år", "år"),
    months_of=("måned", "måneder"),
    weeks_of=("uge", "uger"),
    days_of=("dag", "dage"),
    hours=("time", "timer"),
    minutes=("minut", "minutter"),
)

ENGLISH: Final = Wording(
    months=tuple(month.capitalize() for month in english.MONTHS),
    weekdays=tuple(weekday.capitalize() for weekday in english.WEEKDAYS),
    day="{weekday} {day} {month} {year}",
    short_day="{day} {short_month} {year}",
    plain_day="{day} {month} {year}",
    days_in_month="{first.day}–{day} {month} {year}",
    days_in_year="{first.day} {first_month} – {day} {month} {year}",
    short_days_in_month="{first.day}–{day} {short_month} {year}",
    short_days_in_year="{first.day} {first_short_month} – {day} {short_month} {year}",
    at_time="{day}, {time}",
    clock="%H:%M",
    midnight="24:00",
    week="week {number}",
    weeks="weeks {first}–{last}",
    with_days="{weeks} ({days})",
    week_and_year="week {number}/{year}",
    weeks_and_year="weeks {first}–{last}, {year}",
    month="{month} {year}",
    months_in_year="{first}–{month} {year}",
    parts=("early ", "mid-", "late "),
    part="{part}{month} {year}",
    parts_in_month="{first} to {part}{month} {year}",
    halves_of_month=(
        "the first half of {month} {year}",
        "the second half of {month} {year}",
    ),
    quarter="Q{number} {year}",
    short_quarter="Q{number} {year}",
    quarters="Q{first}–Q{number} {year}",
    halves=("the first half of {year}", "the second half of {year}"),
    short_halves=("H1 {year}", "H2 {year}"),
    seasons={3: "spring {year}", 6: "summer {year}", 9: "autumn {year}"},
    winter="winter {year}/{next:02}",
    roles={
        DateRole.PLAIN: "{}",
        DateRole.FROM: "from {}",
        DateRole.UNTIL: "up to and including {}",
        DateRole.DEADLINE: "by {}",
    },
    explanations={
        "or": "or",
        "not-a-date": "not a date",
        "duration": "not a date, but a duration",
        Flag.WEEKDAY_MISMATCH: "the weekday doesn’t fit the date",
        Flag.NONEXISTENT_TIME: "the time is skipped when summer time begins",
        Flag.REPEATED_TIME: "the time comes twice when summer time ends",
        Flag.APPROXIMATE: "approximate",
        Doubt.AMBIGUOUS: "can be read in several ways; the most likely first",
        Doubt.PERHAPS: "perhaps a date",
        Doubt.NO_MEETING: "not a date: the meeting isn’t known",
        Doubt.NO_ANCHOR: "not a date: there is no date to count from",
        Doubt.NO_SUCH_DAY: "there is no such day",
        Doubt.NO_SUCH_WEEK: "there is no such week",
        Doubt.NO_SUCH_TIME: "there is no such time",
        Doubt.BACKWARDS: "ends before it begins",
    },
    heard="“{text}”: {said}",
    conjunction="and",
    years=("year", "years"),
    months_of=("month", "months"),
    weeks_of=("week", "weeks"),
    days_of=("day", "days"),
    hours=("hour", "hours"),
    minutes=("minute", "minutes"),
)

WORDINGS: Final = {Language.DANISH: DANISH, Language.ENGLISH: ENGLISH}
