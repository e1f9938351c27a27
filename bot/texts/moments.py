"""Days and times in words.

Patterns are given explicitly: Babel's long Danish styles and its interval formatter differ
from the written form of meeting papers (`torsdag den 10. marts 2022 kl. 14.00–15.15`).
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time

from storage.vocabulary import Language

_LONG_DAY = {Language.DANISH: "EEEE 'den' d. MMMM y", Language.ENGLISH: "EEEE d MMMM y"}
_WEEKDAY = {Language.DANISH: "EEEE 'den' d. MMMM", Language.ENGLISH: "EEEE d MMMM"}
_DAY = {Language.DANISH: "d. MMMM y", Language.ENGLISH: "d MMMM y"}
_TIME = {Language.DANISH: "HH.mm", Language.ENGLISH: "HH:mm"}
_AT = {Language.DANISH: " kl. ", Language.ENGLISH: ", "}


def day(when: date, language: Language) -> str:
    """10. marts 2022."""
    return format_date(when, _DAY[language], locale=language.value)


def long_day(when: date, language: Language) -> str:
    """Torsdag den 10. marts 2022, in lower case."""
    return format_date(when, _LONG_DAY[language], locale=language.value)


def clock(when: datetime, language: Language, zone: ZoneInfo) -> str:
    """14.00, in the zone's local time."""
    return format_time(when.astimezone(zone), _TIME[language], locale=language.value)


def moment(when: datetime, language: Language, zone: ZoneInfo) -> str:
    """10. marts 2022 kl. 14.00."""
    local = when.astimezone(zone)
    return day(local.date(), language) + _AT[language] + clock(when, language, zone)


def long_moment(when: datetime, language: Language, zone: ZoneInfo) -> str:
    """Torsdag den 3. marts kl. 12.00, in lower case: a deadline of these weeks needs no year."""
    local = when.astimezone(zone)
    said = format_date(local.date(), _WEEKDAY[language], locale=language.value)
    return said + _AT[language] + clock(when, language, zone)


def span(start: datetime, end: datetime, language: Language, zone: ZoneInfo) -> str:
    """Torsdag den 10. marts 2022 kl. 14.00–15.15; over midnight with both days."""
    first, last = start.astimezone(zone).date(), end.astimezone(zone).date()
    begins = long_day(first, language) + _AT[language] + clock(start, language, zone)
    if first == last:
        return f"{begins}–{clock(end, language, zone)}"
    return f"{begins} – {long_day(last, language)}{_AT[language]}{clock(end, language, zone)}"
