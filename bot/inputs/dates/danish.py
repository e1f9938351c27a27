"""The words of Danish planning dates."""

from typing import Final

from bot.inputs.dates.kinds import Form, Kind, Part, Role, Unit, UnitWord, Which
from bot.inputs.dates.lexicon import LanguageTable, flags, words
from storage.vocabulary import Duration

MONTHS: Final = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
WEEKDAYS: Final = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_TENS: Final = {20: "tyve", 30: "tredive", 40: "fyrre", 50: "halvtreds", 60: "tres", 90: "halvfems"}
_ONES: Final = ("en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni")
_CARDINALS: Final = {
    "en": 1, "et": 1, "én": 1, "ét": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6,
    "syv": 7, "otte": 8, "ni": 9, "ti": 10, "elleve": 11, "tolv": 12, "tretten": 13,
    "fjorten": 14, "femten": 15, "seksten": 16, "sytten": 17, "atten": 18, "nitten": 19,
} | {word: tens for tens, word in _TENS.items()} | {
    f"{one}og{word}": tens + i + 1
    for tens, word in _TENS.items()
    for i, one in enumerate(_ONES)
}  # fmt: skip
_ORDINALS: Final = {
    "første": 1, "anden": 2, "andet": 2, "tredje": 3, "tredie": 3, "fjerde": 4, "femte": 5,
    "sjette": 6, "syvende": 7, "ottende": 8, "niende": 9, "tiende": 10, "ellevte": 11,
    "tolvte": 12, "trettende": 13, "fjortende": 14, "femtende": 15, "sekstende": 16,
    "syttende": 17, "attende": 18, "nittende": 19, "tyvende": 20, "tredivte": 30,
    "enogtredivte": 31, "næstsidste": -2, "allersidste": -1,
} | {f"{one}ogtyvende": 21 + i for i, one in enumerate(_ONES)}  # fmt: skip


def _forms(unit: Unit, plain: str, definite: str = "", genitive: str = "") -> dict[str, UnitWord]:
    return {
        word: UnitWord(unit, form)
        for form, forms in zip(Form, (plain, definite, genitive), strict=True)
        for word in forms.split()
    }


_UNITS: Final = {
    **_forms(Unit.MINUTE, "minut minutter min", "minuttet", "minutters"),
    **_forms(Unit.HOUR, "time timer", "timen", "times timers"),
    **_forms(Unit.DAY, "dag dage døgn", "dagen", "dags dages dagens døgns"),
    **_forms(
        Unit.WORKING_DAY,
        "arbejdsdag arbejdsdage hverdag hverdage bankdag bankdage",
        "arbejdsdagen hverdagen",
        "arbejdsdages hverdages arbejdsdags hverdags",
    ),
    **_forms(Unit.WEEKEND, "weekend weekender", "weekenden", "weekendens"),
    **_forms(Unit.WEEK, "uge uger ugerne", "ugen", "ugers uges ugens"),
    **_forms(Unit.MONTH, "måned måneder md mdr mnd mdr.", "måneden", "måneds måneders månedens"),
    **_forms(Unit.QUARTER, "kvartal kvartaler kvt kv", "kvartalet", "kvartals kvartalets"),
    **_forms(Unit.HALF, "halvår", "halvåret", "halvårs halvårets"),
    **_forms(Unit.YEAR, "år", "året", "års årets"),
}
_WEEK: Final = UnitWord(Unit.WEEK, Form.PLAIN)

DANISH: Final = LanguageTable(
    months=MONTHS,
    weekdays=WEEKDAYS,
    month_before_day=False,
    modal_months=frozenset(),
    ordinary_words=frozenset({"man", "tor", "søn", "jan", "mar", "maj"}),
    foreign_homographs=frozenset({"by", "due"}),
    addressed=frozenset(),
    counting_words=frozenset({
        "har", "kan", "vil", "skal", "må", "fik", "gik", "kom", "blev", "sagde", "klar", "klare",
        "ja", "nej", "ud", "svaret", "bestået", "gennemført", "godkendt", "ok",
    }),
    counting_endings=("er", "ede", "te"),
    minute_signs={"over": 1, "i": -1},
    adverbs=frozenset({"tidligst", "senest", "allersenest"}),
    modals=frozenset({"skal", "kan", "bør", "må", "vil", "skulle", "kunne", "burde", "ville"}),
    origin="fra",
    dated_things=frozenset({
        "referat", "referatet", "mail", "mailen", "notat", "notatet", "brev", "brevet", "besked",
        "tal", "tallene", "opgørelse", "opgørelsen", "udkast", "udkastet", "beslutning",
        "beslutningen", "bilag", "dagsorden", "dagsordenen", "indlæg",
    }),
    parts_before_in=frozenset({"først", "sidst"}),
    plural_units=frozenset({"dage", "uger", "ugerne", "måneder", "mdr", "kvartaler", "weekender"}),
    plural_weeks=frozenset({"uger", "ugerne"}),
    eight_days_are_a_week=True,
    months_capitalised=False,
    clock_24h=True,
    dotted_dates=True,
    abbreviations=frozenset(words("""
        d, kl, ca, nr, pkt, kap, stk, md, mdr, mnd, kvt, kv, kvart, jan, feb, febr, mar, apr,
        aug, sep, sept, okt, nov, dec, jun, jul, man, tir, tirs, ons, tor, tors, fre, lør, søn,
        lau, tlf, ds, inkl, afs, bek, kr, mio, min, pr, ed, bd, fig, tab, vers, ver, ult
    """)),
    deadline_endings=("frist", "fristen", "deadline", "deadlinen"),
    number_endings=("nr", "nummer", "nummeret", "numre"),
    mistyped=(
        "senest", "inden", "primo", "medio", "ultimo", "kvartal", "halvår", "slutningen",
        "udgangen", "kommende", "overmorgen", "deadline",
    ),
    slips={
        "ueg": "uge", "tosdag": "torsdag", "ondsdag": "onsdag", "october": "oktober",
        "sensest": "senest", "senesr": "senest",
    },
    false_friends=frozenset({
        "mandags", "onsdags", "fredags", "mars", "inde", "iden", "prio", "prim", "medi", "senes",
    }),
    month_homographs={"jul": 7},
    names={
        Kind.MONTH: {name: i + 1 for i, name in enumerate(MONTHS)},
        Kind.SHY_MONTH: {
            "jan": 1, "feb": 2, "febr": 2, "mar": 3, "apr": 4, "jun": 6, "aug": 8,
            "sep": 9, "sept": 9, "okt": 10, "nov": 11, "dec": 12,
        },
        Kind.WEEKDAY: {name: i for i, name in enumerate(WEEKDAYS)},
        Kind.SHY_WEEKDAY: {
            "man": 0, "tir": 1, "tirs": 1, "ons": 2, "tor": 3, "tors": 3, "fre": 4,
            "lør": 5, "søn": 6,
        } | {f"{name}en": i for i, name in enumerate(WEEKDAYS)},
        Kind.WEEKDAYS: {
            name + ending: i
            for i, name in enumerate(WEEKDAYS)
            for ending in ("e", "ene")
        } | {f"om {name}en": i for i, name in enumerate(WEEKDAYS)},
        Kind.PAST_WEEKDAY: {f"i {name}s": i for i, name in enumerate(WEEKDAYS)},
        Kind.DAY_WORD: {
            "i dag": 0, "dags dato": 0, "d . d .": 0, "d . d": 0,
            "i morgen": 1, "imorgen": 1, "idag": 0,
            "i overmorgen": 2, "overmorgen": 2, "i går": -1, "igår": -1, "i forgårs": -2,
            "i formiddag": 0, "i eftermiddag": 0, "i aften": 0,
        },
        Kind.ORDINAL: _ORDINALS,
        Kind.CARDINAL: _CARDINALS,
        Kind.SUFFIX: flags("ste, st, nd, rd, th"),
        Kind.SEASON: {
            "forår": 3, "foråret": 3, "forårets": 3, "sommer": 6, "sommeren": 6,
            "sommerens": 6, "efterår": 9, "efteråret": 9, "efterårets": 9, "vinter": 12,
            "vinteren": 12, "vinterens": 12,
        },
        Kind.FEAST: {
            "påske": "easter", "påsken": "easter", "påskedagene": "easter",
            "palmesøndag": "palm-sunday", "skærtorsdag": "maundy-thursday",
            "langfredag": "good-friday", "påskelørdag": "easter-saturday",
            "påskedag": "easter-sunday",
            "anden påskedag": "easter-monday",
            "påskeferie": "easter-holidays", "påskeferien": "easter-holidays",
            "store bededag": "prayer-day", "bededag": "prayer-day",
            "kristi himmelfartsdag": "ascension", "kristi himmelfart": "ascension",
            "kr . himmelfartsdag": "ascension", "kr . himmelfart": "ascension",
            "himmelfartsdag": "ascension", "himmelfart": "ascension",
            "pinse": "whitsun", "pinsen": "whitsun", "pinsedag": "whit-sunday",
            "anden pinsedag": "whit-monday", "fastelavn": "shrovetide",
            "søndag i advent": "advent-sunday", "s . i advent": "advent-sunday",
            "grundlovsdag": "constitution-day",
            "sankthansaften": "midsummer-eve", "sankt hans aften": "midsummer-eve",
            "mortensaften": "martinmas-eve", "mortens aften": "martinmas-eve",
            "lillejuleaften": "little-christmas-eve", "helligtrekonger": "epiphany",
            "sankt hans": "midsummer-eve", "sankthans": "midsummer-eve",
            "jul": "christmas", "julen": "christmas", "juleaften": "christmas-eve",
            "juleaftensdag": "christmas-eve", "juledag": "christmas-day",
            "anden juledag": "boxing-day", "juleferie": "christmas-holidays",
            "juleferien": "christmas-holidays", "mellem jul og nytår": "between-the-years",
            "nytår": "new-year", "nytåret": "new-year", "årsskifte": "new-year",
            "årsskiftet": "new-year", "nytårsaften": "new-years-eve",
            "nytårsaftensdag": "new-years-eve", "nytårsdag": "new-years-day",
            "sommerferie": "summer-holidays", "sommerferien": "summer-holidays",
            "skolernes sommerferie": "summer-holidays",
            "efterårsferie": "autumn-holidays", "efterårsferien": "autumn-holidays",
            "vinterferie": "winter-holidays", "vinterferien": "winter-holidays",
        },
        Kind.UNIT: _UNITS | {
            "uge nr": _WEEK, "uge nr .": _WEEK, "ugerne nr .": _WEEK, "uge nummer": _WEEK,
            "kalenderuge": _WEEK,
        },
        Kind.LETTER: {"q": Unit.QUARTER, "h": Unit.HALF, "w": Unit.WEEK, "u": Unit.WEEK},
        Kind.LENGTH: {
            "et halvt år": Duration(months=6), "halvt år": Duration(months=6),
            "et halvår": Duration(months=6),
            "halvandet år": Duration(months=18),
            "halvanden måned": Duration(months=1, days=15),
            "halvanden time": Duration(minutes=90), "en halv time": Duration(minutes=30),
            "et kvarter": Duration(minutes=15), "tre kvarter": Duration(minutes=45),
        },
        Kind.PART: {
            "primo": Part.EARLY, "først": Part.EARLY, "start": Part.EARLY,
            "starten": Part.EARLY, "begyndelsen": Part.EARLY, "begyndelse": Part.EARLY,
            "tidlige": Part.EARLY, "tidlig": Part.EARLY, "tidligt": Part.EARLY,
            "indledningen": Part.EARLY, "sene": Part.LATE,
            "medio": Part.MIDDLE, "midt": Part.MIDDLE, "midten": Part.MIDDLE,
            "ultimo": Part.LATE, "ult": Part.LATE, "slut": Part.LATE, "sidst": Part.LATE,
            "sent": Part.LATE, "sen": Part.LATE, "slutningen": Part.CLOSING,
            "slutning": Part.CLOSING, "enden": Part.CLOSING,
        },
        Kind.IS: flags("er, udløber, bliver, er sat til, sættes til, er nu, var"),
        Kind.EDGE: {"udgangen": 1, "med udgangen": 1, "udløbet": 1, "ophøret": 1},
        Kind.EDGE_AFTER: {"udgang": 1, "udløb": 1, "afslutning": 1},
        Kind.LAST_DAY: {},
        Kind.OF_THIS_MONTH: {"ds": 0, "d . s .": 0, "dennes": 0},
        Kind.GENITIVE_MONTH: {f"{name}s": i + 1 for i, name in enumerate(MONTHS)} | {"marts '": 3},
        Kind.THIS: {"i år": Unit.YEAR, "i indeværende år": Unit.YEAR},
        Kind.HALF_OF: {"halvdel": 1},
        Kind.WHICH: {
            "denne": Which.THIS, "dette": Which.THIS, "indeværende": Which.THIS,
            "førstkommende": Which.COMING, "kommende": Which.COMING, "nærmeste": Which.COMING,
            "næste": Which.NEXT, "følgende": Which.NEXT,
            "sidste": Which.LAST, "forrige": Which.LAST,
        },
        Kind.THE: {"den": 0, "d": 0, "det": 0, "de": 1},
        Kind.OF: {"af": 0, "of": 0},
        Kind.IN: {
            "i": 0, "i løbet af": 1, "henover": 0, "hen over": 0, "under": 0, "inde i": 0,
            "gennem": 0, "hele": 0, "omkring i": 0, "i perioden": 0, "perioden": 0,
        },
        Kind.ON: {"på": 0, "ved": 0, "for": 0, "dato": 0, "datoen": 0, "pr": 0, "per": 0,
            "sigter efter": 0, "går efter": 0, "stiler efter": 0, "sigter mod": 0,
        },
        Kind.TO: {"til": 0, "og til": 0},
        Kind.AND: {"og": 0, "eller": 0, "samt": 0, "og igen": 0, "hhv": 0, "og/eller": 0},
        Kind.BETWEEN: {"mellem": 0, "imellem": 0},
        Kind.ROLE: {
            "senest": Role.BY, "senest den": Role.BY, "senest med": Role.BY, "allersenest": Role.BY,
            "frist": Role.BY, "fristen": Role.BY, "deadline": Role.BY, "deadlinen": Role.BY,
            "forfalder": Role.BY, "forfald": Role.BY, "forfaldsdato": Role.BY,
            "ikke senere end": Role.BY, "ikke efter": Role.BY, "på eller før": Role.BY,
            "inden": Role.BEFORE, "før": Role.BEFORE, "forud for": Role.BEFORE,
            "om senest": Role.WITHIN, "om højst": Role.WITHIN,
            "inden for": Role.WITHIN, "indenfor": Role.WITHIN, "inden om": Role.WITHIN,
            "i løbet af de næste": Role.WITHIN, "inden for de næste": Role.WITHIN,
            "inden for de kommende": Role.WITHIN, "i løbet af de kommende": Role.WITHIN,
            "indenfor de næste": Role.WITHIN, "indenfor de kommende": Role.WITHIN,
            "fra": Role.FROM, "fra og med": Role.FROM, "f . o . m .": Role.FROM,
            "f . o . m": Role.FROM, "tidligst": Role.FROM, "ikke før": Role.FROM,
            "fom": Role.FROM, "fom .": Role.FROM, "ikke inden": Role.FROM, "først fra": Role.FROM,
            "gældende fra": Role.FROM, "med virkning fra": Role.FROM, "startende": Role.FROM,
            "fra den": Role.FROM,
            "efter": Role.AFTER,
            "indtil": Role.UNTIL, "frem til": Role.UNTIL, "frem mod": Role.UNTIL,
            "op til": Role.UNTIL, "hen til": Role.UNTIL,
            "til og med": Role.THROUGH, "t . o . m .": Role.THROUGH, "t . o . m": Role.THROUGH,
            "og frem til": Role.UNTIL, "og indtil": Role.UNTIL, "og til og med": Role.THROUGH,
            "og frem til og med": Role.THROUGH,
            "indtil og med": Role.THROUGH, "frem til og med": Role.THROUGH,
            "fremtil": Role.UNTIL,
        },
        Kind.ROLE_AFTER: {
            "og frem": Role.FROM, "og fremefter": Role.FROM, "og fremover": Role.FROM,
            "fremefter": Role.FROM, "og frem efter": Role.FROM, "ff": Role.FROM,
            "og derefter": Role.FROM, "og senere": Role.FROM, "eller senere": Role.FROM,
            "og frem i tiden": Role.FROM, "fremad": Role.FROM, "og videre": Role.FROM,
            "som senest": Role.BY,
        },
        Kind.AHEAD: {"om": 0},
        Kind.AGO: {"siden": 0},
        Kind.FROM_TODAY: {"fra i dag": 0, "fra dags dato": 0, "fra nu": 0, "fra idag": 0},
        Kind.FURTHER: {
            "herefter": 1, "derefter": 1, "efterfølgende": 1, "senere": 1,
            "forinden": -1, "tidligere": -1, "forud": -1,
        },
        Kind.MEETING: {
            "næste møde": Which.NEXT, "det næste møde": Which.NEXT, "vores næste møde": Which.NEXT,
            "kommende møde": Which.NEXT, "det kommende møde": Which.NEXT,
            "førstkommende møde": Which.NEXT, "mødet": Which.THIS, "dette møde": Which.THIS,
            "næste fællesmøde": Which.NEXT, "fællesmødet": Which.THIS,
            "næste statusmøde": Which.NEXT, "næste gang": Which.NEXT,
        },
        Kind.CLOCK: {"kl": 0, "klokken": 0},
        Kind.TIME_LABEL: {"tid": 0, "tidspunkt": 0, "tidsrum": 0},
        Kind.HALF_DAY: {"am": 0, "pm": 12},
        Kind.HALF_HOUR: {"halv": -30},
        Kind.QUARTER_HOUR: {"kvart over": 15, "kvart i": -15},
        Kind.TIME_WORD: {"midnat": 24},
        Kind.RECURRENCE: flags("""
            hver, hvert, hveranden, hvertandet, enhver, ugentlig, ugentlige, ugentligt, månedlig,
            månedlige, månedligt, kvartalsvis, kvartalsvise, kvartalsvist, årlig, årlige, årligt,
            daglig, daglige, dagligt, halvårlig, i lige uger, i ulige uger, lige uger, ulige uger,
            halvårlige, halvårligt, på hverdage, hverdage kl, hverdage kl ., på arbejdsdage,
            alle hverdage, i hverdagene, i weekender, i weekenderne
        """),
        Kind.GUARD: flags("""
            punkter til næste møde, punkt til næste møde, emner til næste møde, dagsorden til næste
            møde, forslag til næste møde, input til næste møde, forhold, forholdet, score, punkt,
            punkter, punktet, pkt, nr, nummer, numrene, version, versionen, ver, vers, udgave,
            release, afsnit, kapitel, kap, side, sider, siderne, bilag, figur, fig, tabel, tab, stk,
            tlf, telefon, telefonnummer, mobil, cpr, cvr, ean, postnr, postnummer, sagsnr,
            sagsnummer, journalnr, lokale, lokalet, rum, mødelokale, fhir, hl, beløb, kr, artikel,
            art, ad, dias, slide, spørgsmål, trin, fase, sprint, krav, id, ref, port, ip, dkk, eur,
            usd, build, api, paragraf, litra, emne, opgave, aktion, sal, vej, niveau, gruppe,
            rækker, række, linje, sag, sagen, bølge, runde, etape
        """),
        Kind.LAW: flags("""
            lov, loven, lov nr, lov nr ., bekendtgørelse nr, lovforslag, bekendtgørelse nr ., bek,
            bek nr, bek . nr ., lovbekendtgørelse, lovbekendtgørelse nr ., lbk, lbk nr, lbk nr .,
            cirkulære nr ., vejledning nr ., cirkulære nr, vejledning nr, forordning
        """),
        Kind.COUNTED: flags("""
            kroner, mio, mia, tusind, procent, pct, flertal, kommuner, regioner, leverandører,
            vendorer, parter, organisationer, borgere, patienter, brugere, medarbejdere, ansatte,
            i alt, ialt, deltagere, personer, mennesker, systemer, stemmer, sager, gange, steder
        """),
        Kind.ABOUT: flags("""
            ca, cirka, omkring, omtrent, rundt regnet, omkring den
        """),
    },
)  # fmt: skip
