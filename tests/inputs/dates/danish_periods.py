"""Danish weeks, months and longer, written on Thursday 10 March 2022."""

from datetime import date

from tests.inputs.dates.expecting import (
    Expected,
    at,
    by,
    days,
    half,
    in_week,
    month,
    months,
    part,
    quarter,
    season,
    week,
    year,
)

MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
THIRDS = (("primo", "start", "først i"), ("medio", "midt i"), ("ultimo", "slut", "sidst i"))

PERIODS: list[tuple[Expected, tuple[str, ...]]] = [
    (week(14), ("u. 14", "u.14", "u14", "uge14", "i u. 14")),
    (week(14).deadline, ("senest u. 14",)),
    (week(9).onwards, ("Kan tidligst starte i uge 9", "tidligst start uge 9")),
    (month(5), ("05/2022", "5/2022", "05.2022", "Udrulning 05/2022 i tre kommuner")),
    (month(5).deadline, ("senest 5/2022",)),
    (month(5).to(month(8)), ("05/2022 - 08/2022",)),
    (part(1, 5), ("primo 05/2022",)),
    (year(2022).to(year(2023)), ("i 2022/2023",)),
    (month(1, 2023), ("i jan", "vi går live i jan.")),
    (
        week(12),
        (
            "uge 12", "uge 12/2022", "uge 12, 2022", "uge 12 2022", "uge 12 i 2022", "i uge 12",
            "Uge 12: Favrskov, Ishøj, Esbjerg, Odsherred", "uge12", "udsat til uge 12",
            "uge nr. 12", "uge-12", "uge tolv",
            "uge 12 (21.–27. marts 2022)", "uge 12, 4 kommuner", "2022-W12", "i løbet af uge 12",
        ),
    ),
    (week(9), ("uge 9", "klar til release til de første kommuner i uge 9.", "uge 9/2022")),
    (week(10), ("denne uge", "i denne uge", "uge 10")),
    (week(11), ("næste uge", "i næste uge", "uge 11")),
    (week(9), ("sidste uge", "forrige uge")),
    (week(2), ("uge 2", "uge 2 2022")),
    (week(1, 2023), ("uge 1", "uge 1/2023")),
    (week(53, 2026), ("uge 53", "uge 53/2026")),
    (week(53, 2020), ("uge 53 2020",)),
    (week(2, 2023), ("uge 2 næste år",)),
    (week(14), ("ugen før påske",)),
    (week(14), ("første uge i april",)),
    (
        week(9).to(week(12)),
        (
            "uge 9-12", "uge 9 - 12", "uge 9 til 12", "uge 9 til uge 12", "fra uge 9 til uge 12",
            "uge 9–12 2022", "uge 9 til og med 12", "uge 9 til og med uge 12",
        ),
    ),
    (week(12).or_else(week(12).to(week(22))), ("uge 12-22",)),
    (week(51, 2021).to(week(2)), ("uge 51-2", "uge 51 til uge 2")),
    (week(27).to(week(32)), ("sommerferien", "i sommerferien 2022", "uge 27-32")),
    (week(42), ("efterårsferien", "uge 42", "efteraarsferien")),
    (week(7).or_else(week(8)), ("vinterferien",)),
    (week(12).deadline, ("senest uge 12", "senest i uge 12", "deadline: uge 12")),
    (week(8, 2023).deadline, ("senest uge 8",)),
    (week(12).day_before, ("inden uge 12", "før uge 12")),
    (week(12).until, ("til og med uge 12",)),
    (week(12).eve, ("frem til uge 12", "indtil uge 12")),
    (
        week(9).onwards,
        ("fra uge 9 og frem", "planlagt fra uge 9 og frem", "fra uge 9", "uge 9 og fremefter",
            "tidligst uge 9"),
    ),
    (week(12).onwards, ("Implementering af Fælles Stamkort fra uge 12/2022.", "ikke før uge 12")),
    (week(13).onwards, ("efter uge 12",)),
    (week(12).flagged("approximate"), ("ca. uge 12", "omkring uge 12")),
    (
        month(3),
        ("marts", "marts 2022", "i marts", "marts måned", "denne måned", "i marts i år",
            "MARTS 2022"),
    ),
    (month(2), ("februar", "i febuar", "februar 2022", "feb. 2022")),
    (month(1, 2023), ("januar", "jan. 2023", "januar 2023")),
    (month(10), ("til oktober 2022", "i fagsystem til oktober 2022.", "oktober")),
    (month(4), ("næste måned", "i april", "april 2022", "april måned 2022")),
    (
        months(3, 2022, 3, "month"),
        (
            "marts-maj 2022", "fra marts til maj", "marts til maj", "mellem marts og maj",
        ),
    ),
    (months(6, 2022, 2, "month").or_else(month(6)), ("medio 2022", "midten af 2022")),
    (
        month(12).or_else(part(3, 12)),
        (
            "ultimo 2022", "slutningen af 2022", "visning i deres fagsystemer ultimo 2022.",
        ),
    ),
    (month(1).or_else(part(1, 1)), ("primo 2022", "starten af 2022")),
    (month(1, 2023).or_else(part(1, 1, 2023)), ("primo næste år",)),
    (month(12), ("ultimo 4. kvartal 2022", "slutningen af 4. kvartal")),
    (month(5), ("medio 2. kvartal", "midten af andet kvartal 2022")),
    (month(3).deadline, ("senest marts", "senest i marts")),
    (month(4).onwards, ("fra april", "efter 1. kvartal", "fra april og frem")),
    (part(3, 1, 2023), ("ultimo januar", "ultimo januar 2023")),
    (
        part(3, 1, 2023).onwards,
        (
            "fra ultimo januar 2023", "vise aftaler i fagsystem fra ultimo januar 2023.",
        ),
    ),
    (part(3, 1, 2023).deadline, ("senest ultimo januar",)),
    (part(3, 2, 2024), ("ultimo februar 2024",)),
    (part(1, 4).to(part(2, 4)), ("primo/medio april", "primo til medio april")),
    (days(date(2022, 3, 21), date(2022, 3, 22)), ("primo uge 12", "først i uge 12")),
    (
        quarter(4),
        (
            "4. kvartal 2022", "forventet implementering 4. kvartal 2022", "Q4 2022",
            "fjerde kvartal", "Q4-22", "Q4/2022", "kvartal 4", "sidste kvartal 2022",
        ),
    ),
    (quarter(1), ("Q1", "Q1 2022", "1. kvartal", "dette kvartal")),
    (quarter(2), ("næste kvartal", "2. kvartal", "2022 Q2", "2. kvt. 2022")),
    (quarter(3).to(quarter(4)), ("Q3-4 2022", "3-4. kvartal")),
    (season(12), ("til vinter",)),
    (week(12), ("ugen efter næste",)),
    (quarter(1).to(quarter(2)), ("1.-2. kvartal 2022", "Q1-Q2 2022")),
    (quarter(1, 2023), ("første kvartal næste år", "Q1 2023")),
    (half(1, 2023), ("1. halvår 2023", "første halvår 2023", "H1 2023", "første halvdel af 2023")),
    (half(2), ("2. halvår", "andet halvår 2022")),
    (season(3), ("forår", "foråret", "i foråret 2022", "til foråret", "foraaret")),
    (season(6), ("til sommer", "sommeren 2022")),
    (season(9), ("efteråret 2022", "til efteråret", "efterår")),
    (season(12), ("vinteren 2022/23",)),
    (
        year(2022),
        (
            "2022", "i 2022", "i år", "i løbet af 2022",
            "vise aftaler i løbet af 2022. Tidsplanen for",
        ),
    ),
    (year(2023), ("næste år", "i 2023")),
    (year(2023).onwards, ("fra 2023", "fra næste år", "2023 og frem")),
    (year(2023).deadline, ("frist: 2023", "Klar 2023 senest")),
    (year(2023), ("Ibrugtagning: 2023",)),
    (by(date(2022, 3, 27)), ("inden udgangen af uge 12/2022", "inden udgangen af uge 12")),
    (part(3, 10), ("ult. oktober",)),
]  # fmt: skip

PERIODS += [
    (part(third + 1, number, 2022 if number >= 2 else 2023), (f"{word} {name}",))
    for number, name in enumerate(MONTHS, 1)
    for third, words in enumerate(THIRDS)
    for word in words[: 1 + number % 2]
]

SEVERAL: list[tuple[tuple[Expected, ...], tuple[str, ...]]] = [
    (
        (week(12), week(13), week(14)),
        (
            "ugerne 12, 13 og 14", "uge 12, 13 og 14", "uge 12, uge 13 og uge 14",
        ),
    ),
    ((week(12), week(14)), ("uge 12 & 14", "ugerne 12 & 14")),
    ((week(9), week(12)), ("9 kommuner i uge 9, 12 i uge 12", "uge 9: 4 kommuner, uge 12: 8")),
    ((week(12), week(13)), ("uge 12 eller 13", "Uge 12: Favrskov. Uge 13: Syddjurs", "uge 12/13")),
    ((part(1, 4), part(2, 4)), ("Løsning forventes start april/medio april",)),
    (
        (at("10.00", date(2022, 3, 14)), at("14.00", date(2022, 3, 14))),
        ("14. marts kl. 10 eller kl. 14",),
    ),
    ((month(4, 2023), month(5, 2023)), ("april og maj 2023", "april eller maj 2023")),
    ((quarter(3), quarter(4)), ("Q3/4", "3./4. kvartal")),
    ((season(3), season(6)), ("forår/sommer 2022",)),
    ((in_week(12, 2), in_week(12, 3)), ("tirs/ons i uge 12", "tirsdag/onsdag i uge 12")),
    ((quarter(1), quarter(2)), ("1. og 2. kvartal 2022", "Q1 og Q2")),
    (
        tuple(week(number, 2023 if number < 3 else 2022) for number in (51, 52, 1, 2)),
        ("ugerne 51, 52, 1 og 2",),
    ),
]  # fmt: skip
