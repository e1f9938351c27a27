"""The words of English planning dates; day before month, as in Britain."""

from typing import Final

from bot.inputs.dates.kinds import Form, Kind, Part, Role, Unit, UnitWord, Which
from bot.inputs.dates.lexicon import LanguageTable, flags, words
from storage.vocabulary import Duration

MONTHS: Final = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS: Final = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
)  # fmt: skip
_ONES: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TENS: Final = {20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 90: "ninety"}
_CARDINALS: Final = {
    "a": 1, "an": 1, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
} | {one: i + 1 for i, one in enumerate(_ONES)} | {
    word: tens for tens, word in _TENS.items()
} | {
    f"{word} - {one}": tens + i + 1 for tens, word in _TENS.items() for i, one in enumerate(_ONES)
}  # fmt: skip
_FIRST: Final = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
)  # fmt: skip
_ORDINALS: Final = {
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20, "thirtieth": 30, "thirty - first": 31,
} | {word: i + 1 for i, word in enumerate(_FIRST)} | {
    f"twenty - {word}": 21 + i for i, word in enumerate(_FIRST)
} | {"penultimate": -2, "last but one": -2}  # fmt: skip


def _forms(unit: Unit, plain: str, genitive: str = "") -> dict[str, UnitWord]:
    return {word: UnitWord(unit, Form.PLAIN) for word in plain.split()} | {
        word: UnitWord(unit, Form.GENITIVE) for word in genitive.split(",") if word
    }


_UNITS: Final = {
    **_forms(Unit.MINUTE, "minute minutes min mins"),
    **_forms(Unit.HOUR, "hour hours hr hrs"),
    **_forms(Unit.DAY, "day days", "day ' s,days '"),
    **_forms(Unit.WORKING_DAY, "workday workdays weekday weekdays"),
    **_forms(Unit.WEEKEND, "weekend weekends"),
    **_forms(Unit.WEEK, "week weeks wk wks", "week ' s,weeks '"),
    **_forms(Unit.MONTH, "month months mth mths", "month ' s,months '"),
    **_forms(Unit.QUARTER, "quarter quarters qtr", "quarter ' s"),
    **{f"half{joint}year": UnitWord(Unit.HALF, Form.PLAIN) for joint in (" ", " - ")},
    **_forms(Unit.YEAR, "year years yr yrs", "year ' s,years '"),
    **{
        phrase: UnitWord(Unit.WORKING_DAY, Form.PLAIN)
        for phrase in ("working day", "working days", "business day", "business days")
    },
}
_WEEK: Final = UnitWord(Unit.WEEK, Form.PLAIN)
_THE_WEEK_OF: Final = UnitWord(Unit.WEEK, Form.DEFINITE)

ENGLISH: Final = LanguageTable(
    months=MONTHS,
    weekdays=WEEKDAYS,
    month_before_day=True,
    modal_months=frozenset({"may", "march", "fall"}),
    ordinary_words=frozenset({"sat", "sun", "wed", "mon", "jan", "mar"}),
    foreign_homographs=frozenset(),
    addressed=frozenset({
        "thanks", "thank", "ask", "asked", "tell", "told", "dear", "hi", "hello", "with", "contact",
    }),
    counting_words=frozenset({
        "are", "have", "has", "had", "were", "ready", "can", "will", "want", "agree", "say", "said",
        "yes", "no", "out",
    }),
    counting_endings=("ed",),
    minute_signs={"past": 1, "to": -1},
    adverbs=frozenset({"earliest", "latest"}),
    modals=frozenset({"must", "can", "should", "will", "may", "shall"}),
    origin="from",
    dated_things=frozenset({
        "minutes", "mail", "email", "letter", "note", "notes", "memo", "message",
        "figures", "numbers", "report", "draft", "decision", "agenda",
    }),
    parts_before_in=frozenset(),
    plural_units=frozenset({"days", "weeks", "months", "quarters", "years", "weekends"}),
    plural_weeks=frozenset({"weeks"}),
    eight_days_are_a_week=False,
    months_capitalised=True,
    clock_24h=False,
    dotted_dates=False,
    abbreviations=frozenset(words("""
        jan, feb, mar, apr, jun, jul, aug, sep, sept, oct, nov, dec, mon, tue, tues, wed, thu,
        thur, thurs, fri, sat, sun, no, nos, ca, approx, wk, pt, sec, ch, fig, tab, vers, ver,
        ref, tel, min, hr, approx, kl
    """)),
    deadline_endings=("deadline",),
    number_endings=("number",),
    mistyped=(
        "today", "tomorrow", "yesterday", "quarter", "latest", "deadline", "before", "within",
        "until",
    ),
    slips={
        "tommorow": "tomorrow", "tommorrow": "tomorrow", "wensday": "wednesday",
        "febuary": "february", "thurday": "thursday",
    },
    false_friends=frozenset({
        "match", "mach", "marc", "mars", "sundry", "monda", "arch", "toady", "util",
    }),
    month_homographs={},
    names={
        Kind.MONTH: {name: i + 1 for i, name in enumerate(MONTHS)},
        Kind.SHY_MONTH: {
            "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
            "sept": 9, "oct": 10, "nov": 11, "dec": 12,
        },
        Kind.WEEKDAY: {name: i for i, name in enumerate(WEEKDAYS)},
        Kind.SHY_WEEKDAY: {
            "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3,
            "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
        },
        Kind.WEEKDAYS: {f"{name}s": i for i, name in enumerate(WEEKDAYS)},
        Kind.PAST_WEEKDAY: {},
        Kind.DAY_WORD: {
            "today": 0, "tomorrow": 1, "tonight": 0, "yesterday": -1, "this morning": 0,
            "this afternoon": 0, "this evening": 0, "the day after tomorrow": 2,
            "day after tomorrow": 2, "the day before yesterday": -2, "day before yesterday": -2,
        },
        Kind.ORDINAL: _ORDINALS,
        Kind.CARDINAL: _CARDINALS,
        Kind.SUFFIX: flags("""
            st, nd, rd, th
        """),
        Kind.SEASON: {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12},
        Kind.FEAST: {
            "easter": "easter", "palm sunday": "palm-sunday",
            "maundy thursday": "maundy-thursday", "good friday": "good-friday",
            "easter sunday": "easter-sunday", "easter monday": "easter-monday",
            "easter holidays": "easter-holidays", "easter holiday": "easter-holidays",
            "great prayer day": "prayer-day", "ascension": "ascension",
            "ascension day": "ascension", "whitsun": "whitsun", "pentecost": "whitsun",
            "whit sunday": "whit-sunday", "whit monday": "whit-monday",
            "sunday of advent": "advent-sunday", "sunday in advent": "advent-sunday",
            "constitution day": "constitution-day",
            "christmas": "christmas", "christmas eve": "christmas-eve",
            "christmas day": "christmas-day", "boxing day": "boxing-day",
            "christmas holidays": "christmas-holidays", "xmas": "christmas",
            "new year": "new-year", "the new year": "new-year",
            "the turn of the year": "new-year", "turn of the year": "new-year",
            "new year ' s eve": "new-years-eve", "new year ' s day": "new-years-day",
            "between christmas and new year": "between-the-years",
            "summer holidays": "summer-holidays", "summer holiday": "summer-holidays",
            "summer break": "summer-holidays", "autumn holidays": "autumn-holidays",
            "autumn holiday": "autumn-holidays", "autumn break": "autumn-holidays",
            "winter holidays": "winter-holidays", "winter holiday": "winter-holidays",
            "winter break": "winter-holidays",
        },
        Kind.UNIT: _UNITS | {
            "week no": _WEEK, "week no .": _WEEK, "week number": _WEEK,
            "week commencing": _THE_WEEK_OF, "week beginning": _THE_WEEK_OF,
            "week starting": _THE_WEEK_OF, "week of": _THE_WEEK_OF, "w / c": _THE_WEEK_OF,
        },
        Kind.LETTER: {"q": Unit.QUARTER, "h": Unit.HALF, "w": Unit.WEEK},
        Kind.LENGTH: {
            "half a year": Duration(months=6), "half an hour": Duration(minutes=30),
            "a year and a half": Duration(months=18), "fortnight": Duration(weeks=2),
            "a fortnight": Duration(weeks=2), "an hour and a half": Duration(minutes=90),
        },
        Kind.PART: {
            "early": Part.EARLY, "early in": Part.EARLY, "start": Part.EARLY,
            "beginning": Part.EARLY, "mid": Part.MIDDLE, "middle": Part.MIDDLE,
            "late": Part.LATE, "late in": Part.LATE, "end": Part.CLOSING,
            "primo": Part.EARLY, "medio": Part.MIDDLE, "ultimo": Part.LATE,
        },
        Kind.IS: flags("is, expires, is set to, will be, falls on, is now, was"),
        Kind.EDGE: {"last day": 1, "close": 1, "expiry": 1},
        Kind.EDGE_AFTER: {},
        Kind.LAST_DAY: {
            "eoy": Unit.YEAR, "eoq": Unit.QUARTER, "eom": Unit.MONTH, "eow": Unit.WEEK,
            "year end": Unit.YEAR, "year - end": Unit.YEAR, "month end": Unit.MONTH,
            "month - end": Unit.MONTH, "quarter end": Unit.QUARTER, "quarter - end": Unit.QUARTER,
        },
        Kind.OF_THIS_MONTH: {"inst": 0},
        Kind.GENITIVE_MONTH: {},
        Kind.THIS: {},
        Kind.HALF_OF: flags("half"),
        Kind.WHICH: {
            "this": Which.THIS, "current": Which.THIS, "coming": Which.COMING,
            "upcoming": Which.COMING, "next": Which.NEXT, "following": Which.NEXT,
            "last": Which.LAST, "previous": Which.LAST,
        },
        Kind.THE: {"the": 0},
        Kind.OF: {"of": 0},
        Kind.IN: {
            "during": 0, "in the course of": 1, "over the course of": 1, "throughout": 0,
            "into": 0, "all of": 0, "over the": 0, "sometime in": 0, "in the period": 0,
        },
        Kind.ON: flags("""
            on, for, date, dated, cob, close of business, eob, eod, end of day
        """),
        Kind.AT: {"at": 0},
        Kind.TO: {"to": 0},
        Kind.AND: {"and": 0, "or": 0, "and again": 0},
        Kind.BETWEEN: {"between": 0},
        Kind.ROLE: {
            "by": Role.BY, "no later than": Role.BY, "not later than": Role.BY,
            "not after": Role.BY,
            "at the latest": Role.BY, "deadline": Role.BY, "due": Role.BY, "due date": Role.BY,
            "due by": Role.BY, "due on": Role.BY, "on or before": Role.BY, "latest": Role.BY,
            "by no later than": Role.BY, "due in": Role.BY, "latest by": Role.BY,
            "at the latest by": Role.BY, "at latest": Role.BY,
            "before": Role.BEFORE, "ahead of": Role.BEFORE, "prior to": Role.BEFORE,
            "within": Role.WITHIN, "within the next": Role.WITHIN,
            "in the next": Role.WITHIN, "over the next": Role.WITHIN,
            "during the next": Role.WITHIN, "inside": Role.WITHIN,
            "from": Role.FROM, "since": Role.SINCE, "starting": Role.FROM,
            "starting from": Role.FROM, "as of": Role.FROM, "as from": Role.FROM,
            "no earlier than": Role.FROM, "not earlier than": Role.FROM,
            "not before": Role.FROM, "at the earliest": Role.FROM, "earliest": Role.FROM,
            "from and including": Role.FROM,
            "effective": Role.FROM, "effective from": Role.FROM, "beginning on": Role.FROM,
            "starting on": Role.FROM, "on or after": Role.FROM, "starting in": Role.FROM,
            "after": Role.AFTER,
            "and until": Role.UNTIL, "and through": Role.THROUGH,
            "until": Role.UNTIL, "till": Role.UNTIL, "til": Role.UNTIL, "up to": Role.UNTIL,
            "through": Role.THROUGH, "thru": Role.THROUGH,
            "up to and including": Role.THROUGH, "until and including": Role.THROUGH,
            "through to": Role.THROUGH, "to and including": Role.THROUGH,
        },
        Kind.ROLE_AFTER: {
            "onwards": Role.FROM, "onward": Role.FROM, "and onwards": Role.FROM,
            "and later": Role.FROM, "or later": Role.FROM, "and after": Role.FROM,
            "and beyond": Role.FROM, "and onward": Role.FROM,
        },
        Kind.AHEAD: {"in": 0},
        Kind.AGO: {"ago": 0},
        Kind.FROM_TODAY: {"from today": 0, "from now": 0},
        Kind.FURTHER: {
            "later": 1, "thereafter": 1, "afterwards": 1, "after that": 1, "earlier": -1,
            "beforehand": -1, "before that": -1,
        },
        Kind.MEETING: {
            "next meeting": Which.NEXT, "the next meeting": Which.NEXT,
            "the coming meeting": Which.NEXT, "our next meeting": Which.NEXT,
            "the meeting": Which.THIS, "this meeting": Which.THIS,
            "the next joint meeting": Which.NEXT, "the upcoming meeting": Which.NEXT,
        },
        Kind.CLOCK: {"o ' clock": 1, "kl": 0},
        Kind.TIME_LABEL: {"time": 0},
        Kind.HALF_DAY: {
            "am": 0, "pm": 12, "a . m .": 0, "p . m .": 12, "a . m": 0, "p . m": 12,
        },
        Kind.HALF_HOUR: {"half past": 30},
        Kind.QUARTER_HOUR: {
            "quarter past": 15, "a quarter past": 15, "quarter to": -15, "a quarter to": -15,
        },
        Kind.TIME_WORD: {"noon": 12, "midday": 12, "midnight": 24},
        Kind.RECURRENCE: flags("""
            every, each, weekly, monthly, quarterly, yearly, annual, annually, daily, biweekly,
            fortnightly, bi-weekly, every other, on weekdays, on working days, on business days,
            at weekends, on weekends, weekdays at
        """),
        Kind.GUARD: flags("""
            ratio, score, item, items, no, nos, number, numbers, version, ver, vers, release,
            section, sections, chapter, page, pages, pp, annex, appendix, figure, fig, table, tel,
            telephone, phone, mobile, cpr, cvr, postcode, case, room, fhir, hl, article, slide,
            question, step, phase, sprint, requirement, id, ref, build, api, paragraph, para, dkk,
            eur, usd, gbp, point, agenda item, port, ip, topic, line, row, edition, issue, ticket,
            call, extension, ext, action, task, part, floor, group, level, wave, round
        """),
        Kind.LAW: flags("""
            act, act no, act no ., law, law no, law no ., bill, bill no ., executive order no .,
            executive order no, executive order, regulation, directive, consolidated act no .
        """),
        Kind.COUNTED: flags("""
            kroner, euros, million, billion, thousand, percent, majority, municipalities, regions,
            in favour, in total,
            vendors, suppliers, parties, organisations, citizens, patients, users, employees,
            participants, people, persons, systems, votes, cases, times, places
        """),
        Kind.ABOUT: flags("""
            approximately, approx, about, around, circa, ca, roughly
        """),
    },
)  # fmt: skip
