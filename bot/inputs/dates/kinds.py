"""What a word or a number may be in the grammar: the alphabet that tables and rules share."""

from enum import IntEnum, StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """The kinds of token; what a kind carries as its value stands beside it."""

    END = "end"
    OTHER = "other"  # words that the grammar doesn't know
    JUNK = "junk"  # numbers that are no dates by their shape
    MARK = "mark"
    # numbers
    INT = "int"  # the number
    PAIR = "pair"  # Shape
    TRIPLE = "triple"  # Shape
    ISO = "iso"  # as it stands
    # marks
    DOT = "dot"
    COMMA = "comma"
    COLON = "colon"
    SLASH = "slash"
    DASH = "dash"
    OPEN = "open"
    CLOSE = "close"
    APOSTROPHE = "apostrophe"
    # names of days and times, with a number
    MONTH = "month"  # 1-12
    SHY_MONTH = "shy-month"  # 1-12, but only beside a number: "mar", lower-case "may"
    WEEKDAY = "weekday"  # 0-6, Monday first
    SHY_WEEKDAY = "shy-weekday"  # 0-6, but only beside a number: "man", "sat"
    WEEKDAYS = "weekdays"  # "torsdage": a recurrence
    PAST_WEEKDAY = "past-weekday"  # "i fredags"
    DAY_WORD = "day-word"  # days from today: "overmorgen" is 2
    ORDINAL = "ordinal"  # "første" is 1, "sidste" -1
    CARDINAL = "cardinal"
    SUFFIX = "suffix"  # "st", "th", "nd"
    SEASON = "season"  # its first month
    FEAST = "feast"  # a key of feasts.FEASTS
    # periods and lengths
    UNIT = "unit"  # UnitWord
    LETTER = "letter"  # Unit: the Q of "Q1", the H of "H1", the W of "W12"
    LENGTH = "length"  # Duration: "et halvt år"
    PART = "part"  # Part
    EDGE = "edge"  # "udgangen (af)"
    EDGE_AFTER = "edge-after"  # "(månedens) udgang"
    LAST_DAY = "last-day"  # Unit: "EOY", "year-end"
    GENITIVE_MONTH = "genitive-month"  # 1-12, in the genitive: "oktobers (udgang)"
    OF_THIS_MONTH = "of-this-month"  # "(31.) ds."
    THIS = "this"  # Unit: "i år"
    HALF_OF = "half-of"  # "(første) halvdel (af)"
    WHICH = "which"  # Which
    # small words
    THE = "the"  # "den", "d."; 1 for "de", which no day follows
    OF = "of"
    IN = "in"  # makes a bare month or year a date; 1 if it may mean "within" a length
    ON = "on"  # makes a bare weekday or short date a date
    AT = "at"  # as ON, and in English before a time
    TO = "to"
    AND = "and"
    BETWEEN = "between"
    ROLE = "role"  # Role
    ROLE_AFTER = "role-after"  # Role, said after the date: "og frem"
    AHEAD = "ahead"  # "om" (3 uger); English "in" is both this and IN
    AGO = "ago"
    FROM_TODAY = "from-today"  # "fra i dag", "from now"
    FURTHER = "further"  # "herefter" 1, "forinden" -1
    MEETING = "meeting"  # Which
    IS = "is"  # between "fristen" and its date
    # the clock
    CLOCK = "clock"
    TIME_LABEL = "time-label"  # "tid:"
    HALF_DAY = "half-day"  # "am" 0, "pm" 12
    HALF_HOUR = "half-hour"  # minutes to add to the hour named: "halv" -30, "half past" 30
    QUARTER_HOUR = "quarter-hour"  # "kvart over" 15, "kvart i" -15
    TIME_WORD = "time-word"  # the hour: "noon" 12, "midnat" 24
    # words that say that no date follows, or how sure it is
    RECURRENCE = "recurrence"
    GUARD = "guard"  # "punkt", "nr.": the numbers after it name something
    LAW = "law"  # as GUARD; a date after it belongs to its name
    COUNTED = "counted"  # "kr.", "af": the number before it counts something
    ABOUT = "about"


class Unit(IntEnum):
    MINUTE = 1
    HOUR = 2
    DAY = 3
    WORKING_DAY = 4
    WEEKEND = 5
    WEEK = 6
    MONTH = 7
    QUARTER = 8
    HALF = 9
    YEAR = 10


class Form(IntEnum):
    PLAIN = 1  # uge, uger
    DEFINITE = 2  # ugen
    GENITIVE = 3  # ugens; and måneds (varsel)


class UnitWord(NamedTuple):
    unit: Unit
    form: Form


class Part(IntEnum):
    """A third of a period."""

    EARLY = 0
    MIDDLE = 1
    LATE = 2
    CLOSING = 3  # as LATE; "before the end of" means its last day


class Which(IntEnum):
    LAST = -1
    THIS = 0
    NEXT = 1
    COMING = 2


class Role(IntEnum):
    BY = 1  # senest
    BEFORE = 2  # inden
    WITHIN = 3  # inden for
    FROM = 4  # fra
    AFTER = 5  # efter
    UNTIL = 6  # indtil
    THROUGH = 7  # til og med
    SINCE = 8  # siden
