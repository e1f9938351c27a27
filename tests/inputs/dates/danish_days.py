"""Danish days and times, written on Thursday 10 March 2022: (expected, its wordings)."""

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
    in_week,
    on,
)

MARCH_10 = THURSDAY
FRIDAY = date(2022, 3, 11)
APRIL_1 = day(2022, 4, 1)
EASTER = easter(2022)
MISMATCH = "weekday-mismatch"

DAYS: list[tuple[Expected, tuple[str, ...]]] = [
    (
        on(MARCH_10),
        (
            "10. marts 2022", "10 marts 2022", "d. 10. marts 2022", "den 10. marts 2022",
            "torsdag den 10. marts 2022", "torsdag d. 10. marts", "torsdag 10. marts",
            "10.3.2022", "10.03.2022", "10.3.22", "10/3", "10/3/2022", "10/3-22", "d.10/3-22",
            "10/3 2022", "10/3 - 2022", "10-03-2022", "2022-03-10", "2022/03/10", "10. 3. 2022",
            "10. mar. 2022", "10-mar-2022", "10marts", "tors. 10/3", "tor d. 10/3", "10.3.",
            "torsdag den 10.", "tordag den 10. marts", "torsdg d 10 marts", "10 marst 2022",
            "d.\u00a010.\u00a0marts\u00a02022", "TORSDAG DEN 10. MARTS", "10. marts (torsdag)",
            "i dag", "d.d.", "i eftermiddag", "tiende marts", "den 10. i denne måned",
            "**10. marts 2022**",
        ),
    ),
    (
        day(2022, 2, 1),
        ("1. februar 22", "1. februar 2022", "1/2-22", "1. feb. 2022", "1. febuar 22", "01.02.22"),
    ),
    (day(2021, 12, 10), ("10. december", "10/12", "fredag den 10. december")),
    (day(2022, 12, 9), ("9. december", "9/12", "9. dec.")),
    (day(2022, 5, 4), ("begynder at dele og vise aftaler i deres fagsystem 4. maj 2022.",)),
    (day(2022, 2, 7), ("webinar – afholdt 7. februar.", "7. februar")),
    (day(2022, 3, 14), ("Tjek ind- møde 14. marts. 2022: 4 kommuner",)),
    (day(2022, 3, 1), ("Ny bekendtgørelse 01.03.22:", "senest opdateret 1. marts")),
    (day(2024, 2, 29), ("29. februar", "29/2", "29. februar 2024")),
    (
        on(MARCH_10).flagged(MISMATCH),
        ("fredag den 10. marts 2022", "mandag d. 10/3", "onsdag den 10. marts", "fre. 10.3.2022"),
    ),
    (day(2022, 4, 10), ("den 10. i næste måned", "10. april", "d. 10.4.")),
    (on(date(2023, 3, 10)), ("10. marts næste år", "10. marts 2023")),
    (day(2022, 3, 17), ("den 17.", "torsdag den 17.", "d. 17.")),
    (
        on(FRIDAY),
        (
            "på fredag", "fredag", "til fredag", "førstkommende fredag", "kommende fredag",
            "den kommende fredag", "i morgen", "imorgen", "fredga", "paa fredag", "denne fredag",
        ),
    ),
    (
        on(FRIDAY + 7 * DAY).or_else(on(FRIDAY)),
        ("næste fredag", "næste fredag?", "Kan I næste fredag?"),
    ),
    (on(MARCH_10 + 7 * DAY), ("på torsdag", "næste torsdag", "torsdag i næste uge")),
    (on(FRIDAY + 7 * DAY), ("på fredag om 8 dage", "fredag om 8 dage", "fredag om en uge")),
    (on(FRIDAY - 7 * DAY), ("i fredags", "sidste fredag")),
    (after(2), ("overmorgen", "i overmorgen")),
    (after(7), ("om 8 dage", "i dag om 8 dage", "om otte dage", "om en uge", "om 1 uge")),
    (after(14), ("om 14 dage", "om fjorten dage", "om to uger", "i dag om 14 dage")),
    (after(21), ("om 3 uger", "tre uger fra i dag")),
    (after(-21), ("for 3 uger siden",)),
    (day(2022, 6, 10), ("om 3 måneder", "om 3 mdr.", "om et kvartal", "om tre maaneder")),
    (day(2022, 9, 10), ("om et halvt år", "om 6 måneder")),
    (day(2023, 3, 10), ("om et år",)),
    (days(after(14).start, after(21).start), ("om 2-3 uger",)),
    (day(2022, 3, 15), ("om 3 arbejdsdage", "om 3 hverdage")),
    (on(date(2022, 4, 1) - 8 * DAY), ("8 dage før 1. april", "8 dage før den 1. april")),
    (on(MARCH_10 - 8 * DAY), ("8 dage før mødet",)),
    (on(NEXT - 8 * DAY), ("8 dage før næste møde",)),
    (on(NEXT), ("på næste møde", "til næste møde", "det næste møde")),
    (on(EASTER + (1 + 21) * DAY), ("3 uger efter påske", "tre uger efter påsken")),
    (on(EASTER - 4 * DAY), ("dagen før påske",)),
    (in_week(12, 2), ("tirsdag i uge 12", "tirsdag uge 12", "uge 12, tirsdag", "uge 12 tirsdag")),
    (in_week(12, 1), ("mandag i uge 12/2022", "mandag d. 21/3 (uge 12)", "21. marts (uge 12)")),
    (
        days(in_week(12, 1).start, in_week(12, 3).start),
        ("mandag til onsdag i uge 12", "mandag-onsdag i uge 12", "21.-23. marts"),
    ),
    (day(2022, 4, 7), ("første torsdag i april", "den første torsdag i april")),
    (day(2022, 3, 25), ("sidste fredag i marts",)),
    (day(2022, 4, 4), ("første mandag i april", "den 1. mandag i april")),
    (day(2022, 3, 31), ("sidste hverdag i marts", "udgangen af Q1 2022", "månedens udgang")),
    (
        days(date(2022, 3, 10), date(2022, 3, 12)),
        ("10.-12. marts", "10.–12. marts 2022", "10.--12. marts", "10. til 12. marts", "10/3-12/3",
            "10.-12.3.2022"),
    ),
    (
        days(date(2022, 12, 28), date(2023, 1, 3)),
        ("28. december 2022 - 3. januar 2023", "fra 28. december til 3. januar 2023"),
    ),
    (
        days(date(2022, 3, 1), date(2022, 4, 15)),
        ("fra 1. marts til 15. april", "1. marts til og med 15. april", "1/3 - 15/4 2022"),
    ),
    (days(date(2022, 4, 1), date(2022, 4, 15)), ("mellem den 1. og 15. april",)),
    (days(EASTER - 3 * DAY, EASTER + DAY), ("påsken", "i påsken", "påske 2022", "paasken")),
    (on(EASTER - 3 * DAY), ("skærtorsdag",)),
    (on(EASTER - 2 * DAY), ("langfredag", "langfredag 2022")),
    (on(EASTER), ("påskedag", "1. påskedag")),
    (on(EASTER + DAY), ("2. påskedag", "anden påskedag")),
    (on(easter(2022) + 26 * DAY), ("store bededag",)),
    (on(easter(2023) + 26 * DAY), ("store bededag 2023",)),
    (on(EASTER + 39 * DAY), ("Kristi himmelfartsdag", "Kr. himmelfart")),
    (days(EASTER + 49 * DAY, EASTER + 50 * DAY), ("pinse", "pinsen", "i pinsen 2022")),
    (on(EASTER + 50 * DAY), ("2. pinsedag",)),
    (day(2022, 6, 5), ("grundlovsdag",)),
    (day(2022, 12, 24), ("juleaften", "juleaften 2022")),
    (day(2022, 12, 26), ("2. juledag", "anden juledag")),
    (day(2022, 12, 31), ("nytårsaften", "årets udgang")),
    (days(date(2022, 12, 31), date(2023, 1, 1)), ("årsskiftet", "årsskiftet 2022/23")),
    (in_week(12, 2), ("tirsdagen i uge 12",)),
    (on(EASTER + 2 * DAY), ("tirsdagen efter påske",)),
    (
        days(date(2022, 3, 22), date(2022, 3, 24)),
        ("22. til og med 24. marts", "fra den 22. til og med den 24. marts"),
    ),
    (days(after(14).start, after(21).start), ("om to til tre uger", "om to-tre uger")),
    (days(date(2022, 12, 31), date(2023, 1, 1)), ("årsskiftet 22/23",)),
    (on(EASTER - 3 * DAY), ("Mødet er aflyst skærtorsdag, da alle har fri",)),
    (day(2022, 3, 24), ("24 . marts 2022",)),
    (day(2022, 4, 1), ("1ste april", "1st of April 2022")),
    (days(date(2022, 3, 10), date(2022, 4, 1)), ("fra i dag til 1. april", "fra nu til 1. april")),
]  # fmt: skip

LIMITS: list[tuple[Expected, tuple[str, ...]]] = [
    (
        APRIL_1.deadline,
        (
            "senest 1. april", "SDS vender tilbage senest 1. april", "Frist: 1. april",
            "fristen er 1. april", "Svarfrist: 1/4", "deadline 1. april", "senest d. 1/4",
            "senest 1.4.", "1. april senest", "Høringsfristen udløber den 1. april",
            "senest fredag den 1. april", "ikke senere end 1. april", "Frist: senest 1. april",
            "Frist for bemærkninger: 1. april", "Fristen for høringssvar er den 1. april",
            "Der er frist for tilmelding den 1. april", "Svar 1. april, senest", "senst 1. april",
            "Jf. pkt. 3.2 er fristen 1. april 2022", "A-19-03: SDS svarer senest 1. april",
        ),
    ),
    (day(2023, 3, 1).deadline, ("senest 1. marts", "frist 1. marts")),
    (day(2023, 3, 9).deadline, ("senest 9. marts",)),
    (
        APRIL_1.day_before,
        (
            "inden 1. april", "inden den 1. april", "før 1. april", "Frist: inden 1/4",
        ),
    ),
    (
        by(date(2022, 3, 31)),
        (
            "inden udgangen af marts", "inden udgangen af Q1", "inden månedens udgang",
        ),
    ),
    (by(date(2022, 3, 13)), ("inden udgangen af ugen", "inden ugens udgang")),
    (by(date(2022, 12, 31)), ("inden udgangen af året", "inden årsskiftet", "inden nytår")),
    (
        by(after(14).start),
        (
            "inden 14 dage", "inden for 14 dage", "senest om 14 dage", "i løbet af 14 dage",
        ),
    ),
    (by(after(21).start), ("inden for 3 uger", "inden tre uger", "inden for de næste 3 uger")),
    (by(NEXT), ("inden næste møde", "senest næste møde", "før næste møde", "inden det næste møde")),
    (by(MARCH_10 + 14 * DAY), ("senest 14 dage efter mødet",)),
    (by(FRIDAY), ("senest fredag", "senest på fredag", "senest i morgen")),
    (by(date(2022, 7, 1)), ("inden sommerferien", "før sommerferien", "senest inden sommerferien")),
    (by(date(2022, 10, 14)), ("inden efterårsferien",)),
    (days(EASTER - 3 * DAY, EASTER + DAY).day_before, ("inden påske", "før påsken")),
    (APRIL_1.until, ("til og med 1. april", "t.o.m. 1. april", "indtil og med 1. april")),
    (APRIL_1.eve, ("indtil 1. april", "frem til 1. april", "frem til den 1. april")),
    (
        APRIL_1.onwards,
        (
            "fra 1. april", "fra og med 1. april", "tidligst 1. april", "ikke før 1. april",
        ),
    ),
    (day(2022, 4, 2).onwards, ("efter 1. april", "efter den 1. april")),
    (day(2022, 8, 15).onwards, ("efter sommerferien",)),
    (on(EASTER + 2 * DAY).onwards, ("efter påske", "efter påsken")),
    (day(2022, 1, 1).onwards, ("siden januar",)),
    (day(2022, 3, 10).onwards, ("fra i dag", "fra dags dato")),
    (day(2022, 4, 1).flagged("approximate"), ("ca. 1. april", "omkring den 1. april")),
]  # fmt: skip

TIMES: list[tuple[Expected, tuple[str, ...]]] = [
    (
        at("14.00-15.15"),
        (
            "Dato: torsdag d. 10. marts 2022, tid: 14-15.15", "10. marts 2022 kl. 14.00-15.15",
            "torsdag den 10. marts 2022 kl. 14.00–15.15", "10/3 kl. 14-15.15", "kl. 14.00-15.15",
            "10. marts kl 14:00 - 15:15", "10. marts fra kl. 14 til 15.15", "14.00-15.15",
            "10. marts kl. 1400-1515", "10/3 mellem kl. 14 og 15.15",
            "10.3.2022 kl.14-15.15", "i dag kl. 14-15.15", "kl. 14.00 til 15.15 den 10. marts",
        ),
    ),
    (at("14.00"), ("kl. 14", "kl 14:00", "kl.14", "klokken 14", "2022-03-10T14:00", "14:00")),
    (at("14.30"), ("halv tre", "kl. halv tre", "kl. 14.30", "klokken halv 3", "kl. 1430")),
    (at("14.15"), ("kvart over to", "14.15")),
    (at("14.45"), ("kvart i tre",)),
    (at("15.00"), ("klokken tre",)),
    (at("00.00", FRIDAY), ("kl. 24", "10. marts 2022 kl. 24", "kl. 24.00")),
    (
        at("14.00", FRIDAY),
        (
            "på fredag kl. 14", "kl. 14 på fredag", "i morgen kl. 14.00",
            "Mødet er på fredag. Vi starter kl. 14.", "Kl. 14 mødes vi på fredag",
        ),
    ),
    (at("14.00-15.15"), ("Dato: 10. marts 2022\nSted: Teams\nTid: 14-15.15",)),
    (at("08.30", FRIDAY), ("i morgen klokken 8.30",)),
    (at("14.00-15.15", NEXT), ("Nyt møde forslag: 25. april kl. 14.00-15.15 ?",)),
    (
        at("02.30", date(2022, 3, 27)).flagged("nonexistent-time"),
        ("27. marts 2022 kl. 02.30", "27/3 kl. 2.30"),
    ),
    (
        at("02.30", date(2022, 10, 30)).flagged("repeated-time"),
        ("30. oktober 2022 kl. 02.30", "30/10 2022 kl. 2.30"),
    ),
    (at("03.30", date(2022, 3, 27)), ("27. marts 2022 kl. 03.30",)),
    (at("12.00", FRIDAY).deadline, ("senest fredag kl. 12", "senest kl. 12 på fredag")),
    (at("12.00", date(2022, 4, 1)).deadline, ("Frist den 1. april kl. 12",)),
    (at("10.00", in_week(12, 3).start), ("uge 12 onsdag kl. 10", "onsdag i uge 12 kl. 10")),
    (at("03.00").or_else(at("15.00")), ("kl. 3",)),
]  # fmt: skip
