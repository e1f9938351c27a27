"""English dates, written on Thursday 10 March 2022; day before month, as in Britain."""

from datetime import date

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
    easter,
    half,
    in_week,
    month,
    months,
    on,
    part,
    quarter,
    season,
    week,
    year,
)

FRIDAY = date(2022, 3, 11)
APRIL_1 = day(2022, 4, 1)

DATES: list[tuple[Expected, tuple[str, ...]]] = [
    (
        on(THURSDAY),
        (
            "10 March 2022", "10th March", "10th of March 2022", "the 10th of March", "10 Mar",
            "March 10, 2022", "March 10th", "Thursday 10 March 2022", "Thursday, March 10, 2022",
            "10/3/2022", "10/3", "10.3.2022", "10-03-2022", "2022-03-10", "10-Mar-2022",
            "Thu 10 Mar", "today", "10 March 2022 (Thursday)", "Thursday the 10th",
        ),
    ),
    (on(THURSDAY).flagged("weekday-mismatch"), ("Friday 10 March 2022", "Mon 10/3")),
    (day(2022, 10, 3), ("03/10/2022", "3/10/2022")),
    (on(FRIDAY), ("Friday", "on Friday", "this Friday", "the coming Friday", "tomorrow")),
    (on(FRIDAY + 7 * DAY).or_else(on(FRIDAY)), ("next Friday",)),
    (on(FRIDAY + 7 * DAY), ("a week on Friday", "Friday week", "Friday next week")),
    (on(FRIDAY - 7 * DAY), ("last Friday",)),
    (after(2), ("the day after tomorrow",)),
    (after(8), ("in 8 days", "in eight days")),
    (after(14), ("in two weeks", "in a fortnight", "in 14 days", "two weeks from today")),
    (after(-14), ("two weeks ago",)),
    (on(date(2022, 4, 1) - 8 * DAY), ("8 days before 1 April",)),
    (on(easter(2022) + 22 * DAY), ("three weeks after Easter",)),
    (days(easter(2022) - 3 * DAY, easter(2022) + DAY), ("Easter", "at Easter 2022")),
    (on(easter(2022) - 2 * DAY), ("Good Friday",)),
    (on(easter(2023) + DAY), ("Easter Monday 2023",)),
    (in_week(12, 2), ("Tuesday in week 12", "Tuesday, week 12")),
    (day(2022, 4, 7), ("first Thursday in April", "the first Thursday of April")),
    (
        days(date(2022, 3, 10), date(2022, 3, 12)),
        (
            "10–12 March 2022", "March 10-12, 2022", "10 to 12 March",
        ),
    ),
    (
        at("14.00-15.15"),
        (
            "Thursday 10 March 2022, 14:00–15:15", "10 March 2-3.15pm", "2.00-3.15 pm on 10 March",
            "Date: 10 March 2022, time: 14:00-15:15", "10 March between 14:00 and 15:15",
        ),
    ),
    (at("14.00"), ("at 2pm", "14:00", "10 March at 2 p.m.", "at 14:00")),
    (at("14.30"), ("half past two",)),
    (at("09.00-12.00"), ("from 9 am to 12 noon", "9 am - noon")),
    (at("12.00", FRIDAY).deadline, ("by noon on Friday", "by Friday 12:00")),
    (at("02.30", date(2022, 3, 27)).flagged("nonexistent-time"), ("27 March 2022 at 02:30",)),
    (at("02.30", date(2022, 10, 30)).flagged("repeated-time"), ("30 October 2022 02:30",)),
    (
        APRIL_1.deadline,
        (
            "by 1 April", "no later than 1 April", "SDS will answer by 1 April", "due 1 April",
            "Deadline: 1 April", "1 April at the latest", "the deadline is 1 April",
        ),
    ),
    (APRIL_1.day_before, ("before 1 April",)),
    (by(date(2022, 3, 31)), ("by the end of March", "before the end of Q1", "by end of month")),
    (by(after(14).start), ("within 14 days", "within a fortnight", "within the next two weeks")),
    (by(NEXT), ("before the next meeting", "by the next meeting")),
    (by(date(2022, 7, 1)), ("before the summer holidays",)),
    (APRIL_1.until, ("up to and including 1 April", "through 1 April")),
    (APRIL_1.eve, ("until 1 April",)),
    (
        APRIL_1.onwards,
        (
            "from 1 April", "from 1 April onwards", "not before 1 April", "as of 1 April",
        ),
    ),
    (day(2022, 4, 2).onwards, ("after 1 April",)),
    (APRIL_1.flagged("approximate"), ("around 1 April", "approx. 1 April")),
    (
        week(12),
        (
            "week 12", "week 12, 2022", "week 12/2022", "week of 21 March",
            "week commencing 21 March 2022",
        ),
    ),
    (week(11), ("next week",)),
    (week(12), ("the week after next",)),
    (week(13), ("the last week of March",)),
    (week(9).to(week(12)), ("weeks 9-12", "week 9 to week 12", "weeks 9 through 12")),
    (week(12).onwards, ("earliest week 12", "week 12 at the earliest")),
    (season(9), ("fall 2022", "in the fall", "this fall", "autumn")),
    (season(6), ("over the summer",)),
    (quarter(2), ("in the next quarter",)),
    (by(date(2022, 12, 31)), ("by the end of the second half of 2022",)),
    (APRIL_1.deadline, ("The deadline for comments is 1 April", "deadline for answers: 1 April")),
    (week(12).deadline, ("by week 12",)),
    (week(9).onwards, ("from week 9 onwards",)),
    (month(4), ("next month", "April", "in April 2022")),
    (months(3, 2022, 3, "month"), ("March to May 2022", "March–May 2022")),
    (part(1, 4), ("early April", "beginning of April 2022")),
    (part(2, 3), ("mid-March", "middle of March")),
    (part(3, 1, 2023), ("late January 2023", "end of January")),
    (quarter(1), ("Q1 2022", "first quarter of 2022")),
    (quarter(4), ("Q4", "the last quarter of 2022")),
    (half(2), ("H2 2022", "second half of 2022")),
    (season(3, 2023), ("spring 2023",)),
    (season(12), ("winter 2022/23",)),
    (year(2022), ("2022", "in 2022", "this year")),
]  # fmt: skip

SEVERAL: list[tuple[tuple[Expected, ...], tuple[str, ...]]] = [
    ((week(12), week(13), week(14)), ("weeks 12, 13 and 14",)),
    ((month(4), month(5)), ("in April or May", "April/May 2022")),
    ((quarter(2), quarter(3)), ("the 2nd and 3rd quarters of 2022", "Q2/3")),
    (
        (day(2022, 3, 1), day(2022, 3, 15)),
        ("1/15 March", "1 and 15 March", "1 March and 15 March 2022", "March 1 and 15"),
    ),
]
