"""Dates as people type them in a hurry, written on Thursday 10 March 2022: slips, other
punctuation, a weekday with only a number, the other language's words.
"""

from datetime import date, timedelta

from tests.inputs.dates.expecting import (
    DAY,
    NEXT,
    THURSDAY,
    Expected,
    after,
    at,
    day,
    days,
    in_week,
    month,
    on,
    part,
    quarter,
    season,
    week,
    year,
)

APRIL_1 = day(2022, 4, 1)
FRIDAY = THURSDAY + DAY
WEEK = timedelta(weeks=1)

DANISH: list[tuple[Expected, tuple[str, ...]]] = [
    (on(THURSDAY), ("10 - 3 - 2022", "10 / 3 / 2022", "på mødet", "til mødet")),
    (on(THURSDAY + DAY).onwards, ("efter mødet",)),
    (APRIL_1.deadline, ("senset 1. april", "senst d. 1/4", "seenst den 1. april")),
    (APRIL_1.day_before, ("indn 1. april", "indne d. 1/4")),
    (APRIL_1.onwards, ("fom. 1. april", "fom 1. april")),
    (week(12), ("ueg 12", "uge. 12", "i uge. 12", "ugen 12")),
    (week(17).or_else(week(16)), ("ugen efter påske",)),
    (part(3, 4), ("ulitmo april", "utlimo april", "ultmo april")),
    (part(1, 4), ("pirmo april",)),
    (quarter(4), ("årets sidste kvartal", "årets 4. kvartal", "4. kvatal 2022")),
    (
        day(2022, 3, 31),
        ("månedens sidste dag", "månedens sidste hverdag", "månedens sidste torsdag"),
    ),
    (year(2022).to(year(2023)), ("i løbet af 2022-23", "i 2022-2023")),
    (season(12), ("vinteren 2022-23", "vinteren 2022-2023")),
    (days(date(2022, 12, 27), date(2023, 1, 3)), ("27/12-22 til 3/1-23", "27/12-22 - 3/1-23")),
    (
        days(date(2022, 4, 4), date(2022, 4, 6)),
        (
            "mandag den 4. til onsdag den 6. april", "mandag d. 4. - onsdag d. 6. april",
            "fra mandag den 4. til onsdag den 6. april 2022",
        ),
    ),
    (
        days(date(2022, 3, 28), date(2022, 4, 1)),
        ("mandag den 28. til fredag den 1. april",),
    ),
    (
        at("12.00", FRIDAY).deadline,
        (
            "fredag senest kl. 12", "fredag inden kl. 12", "i morgen før kl. 12",
            "i morgen senest 12.00",
        ),
    ),
    (in_week(12, 2), ("om to uger på tirsdag", "om 2 uger på tirsdag")),
    (day(2022, 11, 10), ("mortensaften", "Mortens aften")),
    (day(2022, 12, 23), ("lillejuleaften",)),
    (week(12), ("Pilot u12 i Aarhus", "i u12", "i U12")),
]  # fmt: skip

DANISH_SEVERAL: list[tuple[tuple[Expected, ...], tuple[str, ...]]] = [
    (
        (day(2022, 4, 7), day(2022, 4, 8)),
        ("torsdag den 7. eller fredag den 8. april", "torsdag d. 7. og fredag d. 8. april"),
    ),
    (
        (day(2022, 3, 31), day(2022, 4, 1), day(2022, 4, 4)),
        ("torsdag d. 31., fredag d. 1. og mandag d. 4. april",),
    ),
]  # fmt: skip

ENGLISH: list[tuple[Expected, tuple[str, ...]]] = [
    (after(-2), ("day before yesterday",)),
    (after(1), ("tommorow", "tommorrow", "tomorow")),
    (quarter(3), ("Q3/22", "third quater 2022")),
    (week(12).onwards, ("earliest in week 12", "at the earliest in week 12")),
    (week(12).deadline, ("at the latest in week 12", "due in week 12")),
    (on(NEXT).deadline, ("by the next meeting", "no later than at the next meeting")),
    (on(FRIDAY + DAY).day_before, ("befor Saturday",)),
    (month(4).deadline, ("due in April", "latest in April")),
]  # fmt: skip
