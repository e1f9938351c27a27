"""CPR numbers are found however they are typed, and little else is.

Every number here is made up by the test: a date, and a serial number that no register knows.
"""

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.inputs.cpr import MASK, Verdict, check, masked

SURE = "0707614285"  # the CPR office's own fictitious example; passes modulus 11
UNSURE = "0707614286"  # the same day, fails modulus 11

NO_DIGITS = st.text(st.characters(exclude_categories=("Nd", "Cs")), max_size=40).filter(
    lambda text: not any(word in text.lower() for word in ("cpr", "pers"))
)

CENTURIES = [
    # seventh digit, years of birth that it is given to ("Personnummeret i CPR", table 1)
    ("0123", 1900, 1999),
    ("49", 2000, 2036),
    ("49", 1937, 1999),
    ("5678", 2000, 2057),
    ("5678", 1858, 1899),
]


@st.composite
def people(draw: st.DrawFn) -> str:
    """Ten digits that a person may have."""
    sevenths, first, last = draw(st.sampled_from(CENTURIES))
    born = draw(st.dates(date(first, 1, 1), date(last, 12, 31)))
    serial = draw(st.integers(0, 999))
    return f"{born:%d%m%y}{draw(st.sampled_from(sevenths))}{serial:03}"


@given(digits=people())
def test_every_real_date_with_its_century_is_found(digits):
    assert check(digits).verdict is not Verdict.CLEAN


@pytest.mark.parametrize(
    "between",
    [
        "",
        "-",
        "–",
        "—",
        "‐",
        "‑",
        "−",
        ".",
        "/",
        " ",
        "  ",
        "\u00a0",
        " - ",
        " – ",
        "\u00ad",
        "\u200b",
    ],
)
@pytest.mark.parametrize(
    "around",
    ["{}", "({})", "[{}]", "“{}”", '"{}"', "'{}'", "»{}«", "{}.", "nr:{},", "a{}b", "\t{}\n"],
)
def test_it_is_found_with_any_separator_and_between_any_marks(around, between):
    typed = around.format(SURE[:6] + between + SURE[6:])

    checked = check(typed)

    (finding,) = checked.findings
    assert checked.verdict is Verdict.CERTAIN
    assert typed[finding.span.start] == "0"
    assert typed[slice(*finding.span)] == SURE[:6] + between + SURE[6:]


def test_without_the_check_digit_it_is_a_warning():
    assert check(f"Borgeren {UNSURE[:6]}-{UNSURE[6:]} har spurgt").verdict is Verdict.WARNING


@pytest.mark.parametrize(
    "typed",
    [
        "cpr {}",
        "CPR-nr.: {}",
        "cprnummer={}",
        "Personnummer {}",
        "personnr. er {}",
        "person-nr {}",
        "pers.nr. {}",
        "{} (borgerens cpr-nummer)",
    ],
)
def test_what_is_called_a_cpr_number_is_one(typed):
    assert check(typed.format(UNSURE)).verdict is Verdict.CERTAIN


def test_the_word_must_stand_nearby():
    far = "Medarbejdercertifikater med cpr nr. er bestilt. " + "Sag og journal følger siden. " * 2

    assert check(far + UNSURE).verdict is Verdict.WARNING


def test_one_certain_number_makes_a_text_certain():
    checked = check(f"{UNSURE} og {SURE}")

    assert [finding.certain for finding in checked.findings] == [False, True]
    assert checked.verdict is Verdict.CERTAIN


def test_numbers_side_by_side_are_each_found():
    assert len(check(f"{SURE}/{SURE[:6]}-{SURE[6:]} {SURE}").findings) == 3


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "Ring på 12 34 56 78 eller +45 12345678",
        "+4512345678, 004512345678",
        "0107 61 42 85",
        "Sagsnr. 22/00417 og 2022-0707614-28",
        "EAN 5798000420212",
        "CVR 12345678",
        "07.07.61 4285",  # a date and a room
        "7. juli 1961, kl. 1415",
        "10.03.2022 1415",
        "20220310-1415",
        "2022-03-10T14:00:00",
        "A-19-03, punkt 2.1, uge 12/2022",
        "070761428",  # nine digits
        "07076142855",  # eleven
        "10707614285",
        "070761\n4285",  # two lines of a list
        "3207614285",  # no such day
        "0713614285",  # no such month
        "3002614285",  # 30 February
        "2902614285",  # 29 February 1961
        "0000000000",
        "cpr 3207614285",
        "healthcareFacilityType 1.2.208.176.8.1.1",
        "https://example.dk/p1646917200123456",
    ],
)
def test_phone_case_and_other_numbers_are_clean(typed):
    assert check(typed).verdict is Verdict.CLEAN
    assert masked(typed) == typed


@pytest.mark.parametrize(
    ("digits", "found"),
    [
        ("2902000001", False),  # 1900 was no leap year
        ("2902004001", True),  # 2000 was
        ("2902005001", True),
        ("2902604001", True),  # 1960
        ("2902364001", True),  # 2036
        ("2902965001", True),  # 1896
        ("2902585001", False),  # 1858
    ],
)
def test_the_seventh_digit_tells_the_century(digits, found):
    assert (check(digits).verdict is not Verdict.CLEAN) is found


def test_few_random_numbers_are_refused():
    """3.7 % of ten digits hold a date, and one in eleven of these passes modulus 11."""
    dice = random.Random(19)
    verdicts = [check(f"{dice.randrange(10**10):010}").verdict for _ in range(50_000)]

    assert verdicts.count(Verdict.CERTAIN) / len(verdicts) < 0.004
    assert verdicts.count(Verdict.WARNING) / len(verdicts) < 0.037


@given(before=NO_DIGITS, digits=people(), after=NO_DIGITS)
def test_a_masked_text_holds_no_number_and_everything_else(before, digits, after):
    before = before.replace("+", "")

    written = masked(f"{before}{digits[:6]}-{digits[6:]}{after}")

    assert written == f"{before}{MASK}{after}"
    assert check(written).verdict is Verdict.CLEAN


@given(text=st.text(max_size=4000))
def test_any_text_is_checked_and_its_spans_lie_apart_in_it(text):
    spans = [finding.span for finding in check(text).findings]

    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)


def test_a_finding_never_shows_the_number():
    assert SURE not in repr(check(f"cpr {SURE}"))
