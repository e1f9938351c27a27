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
    by,
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
    (days(date(2022, 4, 12), date(2022, 4, 16)), ("12.-16/4", "12-16/4", "d. 12.–16/4")),
    (APRIL_1.deadline, ("Frist - 1/4", "Frist (1/4)", "Deadline – 1. april")),
    (on(THURSDAY - DAY), ("referatet fra 9/3", "mail fra i går")),
    (week(10), ("i løbet af ugen", "i løbet af denne uge")),
    (year(2022), ("i løbet af året",)),
    (by(date(2022, 12, 31)), ("senest med årets udgang",)),
    (by(date(2022, 6, 30)), ("inden 2. kvartals udgang",)),
    (quarter(4), ("4 kvartal 2022",)),
    (part(3, 4), ("vi sigter efter ultimo april",)),
    (week(12), ("kommer først uge 12",)),
    (at("10.00-11.00", date(2022, 3, 16)), ("Kan I onsdag 10-11?",)),
    (at("14.10-14.25"), ("14.10-14.25", "14.10 – 14.25: Siden sidst")),
    (at("09.30"), ("kl. 9,30",)),
    (year(2023).to(year(2025)), ("i perioden 2023-2025",)),
    (by(date(2022, 6, 30)), ("by end of Q2",)),
    (day(2022, 4, 7), ("april 7", "Thursday, April 7")),
    (month(4), ("april 22",)),
    (day(2022, 11, 27), ("1. søndag i advent", "første søndag i advent")),
    (day(2022, 12, 18), ("4. søndag i advent 2022",)),
    (after(21).deadline, ("inden for 2-3 uger", "inden for to til tre uger")),
    (day(2022, 4, 19), ("første hverdag efter påske", "den første arbejdsdag efter påske")),
    (day(2022, 4, 13), ("sidste hverdag før påske", "den sidste arbejdsdag inden påske")),
    (day(2022, 12, 23), ("sidste fredag før jul", "den sidste fredag inden jul")),
    (day(2022, 5, 9), ("anden mandag efter 1. maj",)),
    (days(date(2022, 3, 20), date(2022, 4, 13)), ("fra 20. marts og frem til påske",)),
    (days(date(2022, 3, 20), date(2022, 4, 1)), ("fra 20. marts og til 1. april",)),
    (day(2022, 4, 7), ("passer torsdag den 7. jer?", "torsdag d. 7. er fin")),
    (month(11), ("i det sene efterår",)),
    # English words where Danish is read
    (by(FRIDAY), ("by Friday", "Kan I sende det by Friday?", "deadline: Friday", "senest Friday")),
    (by(FRIDAY), ("no later than tomorrow", "senest tomorrow")),
    (on(FRIDAY), ("on Friday", "på Friday", "tomorrow", "Vi tager den tomorrow", "Friday")),
    (
        at("10.00", FRIDAY),
        ("tomorrow at 10", "tomorrow kl. 10", "Vi ses Friday kl. 10", "10:00 tomorrow"),
    ),
    (at("14.00", FRIDAY), ("fredag 2pm", "i morgen kl. 2 pm")),
    (by(date(2022, 4, 1)), ("ikke efter 1. april",)),
    (week(11), ("next week", "SDS leverer next week")),
    (week(11).deadline, ("senest next week", "by next week")),
    (part(2, 4), ("mid April", "mid april", "mid-April", "Test i mid April")),
    (part(3, 4), ("end of April", "end of april", "late April 2022")),
    (part(2, 4).deadline, ("by mid April", "senest mid April")),
    (by(date(2022, 3, 31)), ("by end of March", "by the end of the month")),
    (after(14), ("in 2 weeks", "in 14 days")),
    (after(14).deadline, ("within 14 days", "within two weeks")),
    (on(NEXT).deadline, ("by the next meeting", "before the next meeting")),
    (on(date(2022, 3, 14)).onwards, ("from Monday", "fra Monday")),
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
    ((day(2022, 3, 14), day(2022, 3, 15)), ("Monday or Tuesday",)),
    ((month(4), month(5)), ("apr./maj", "apr/maj 2022")),
    ((day(2022, 4, 7), day(2022, 4, 21)), ("torsdagene 7/4 og 21/4",)),
    ((week(12), week(14)), ("1. pilot: uge 12; 2. pilot: uge 14",)),
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
    (on(THURSDAY - DAY), ("the minutes from 9 March",)),
    (at("09.00-10.00", date(2022, 3, 14)), ("Monday 9-10", "Monday 9 to 10 am")),
    (by(date(2022, 6, 30)), ("inden udgangen af Q2",)),
    (day(2022, 4, 19), ("the first working day after Easter",)),
    (day(2022, 12, 23), ("the last Friday before Christmas",)),
    (day(2022, 11, 27), ("the first Sunday of Advent",)),
    # Danish words where English is read
    (at("10.00", FRIDAY), ("fredag at 10", "i morgen at 10", "Friday kl. 10", "10:00 på fredag")),
    (by(FRIDAY), ("senest fredag", "senest i morgen", "by fredag", "deadline på fredag")),
    (on(FRIDAY), ("på fredag", "i morgen", "fredag", "see you i morgen")),
    (week(11), ("næste uge", "SDS delivers i næste uge")),
    (part(3, 3), ("ultimo marts", "sidst i marts")),
    (part(3, 4), ("sidst i april", "sidst i April", "test i slutningen af april")),
    (part(2, 4), ("midt i april",)),
    (by(date(2022, 3, 31)), ("inden udgangen af marts", "senest ved månedens udgang")),
    (after(14), ("om 14 dage", "om to uger")),
    (after(14).deadline, ("inden 14 dage", "inden for to uger")),
    (day(2022, 4, 19).onwards, ("efter påske",)),
]  # fmt: skip
