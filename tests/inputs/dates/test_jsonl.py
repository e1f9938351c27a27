"""The answers that programs get, and the ones that a person gets."""

import json

import pytest

from bot.inputs.dates import jsonl
from storage.vocabulary import Language
from tests.inputs.dates.expecting import THURSDAY


def asked(text: str, language: str = "da", **context: str) -> dict[str, object]:
    request = {
        "text": text,
        "reference": "2022-03-10",
        "language": language,
        "context": context,
    }
    answer = jsonl.answer(json.dumps(request))
    assert "\n" not in answer
    found: dict[str, object] = json.loads(answer)
    return found


def test_every_answer_has_the_same_fields():
    fields = ["text", "start", "end", "precision", "role", "readings", "parts", "flags"]
    for text in ("uge 12", "afventer", "næste fredag", "uge 12 og 14", "30. februar", "10.3"):
        assert list(asked(text)) == fields


@pytest.mark.parametrize(
    ("text", "start", "end", "precision", "role"),
    [
        ("ultimo januar", "2023-01-21", "2023-01-31", "part-of-month", "plain"),
        ("10/3 kl. 14-15.15", "2022-03-10T14:00", "2022-03-10T15:15", "minute", "plain"),
        ("senest uge 12", "2022-03-27", "2022-03-27", "week", "deadline"),
        ("til og med 1. april", "2022-04-01", "2022-04-01", "day", "until"),
        ("fra uge 9 og frem", "2022-02-28", None, "open", "from"),
        ("inden næste møde", "2022-04-25", "2022-04-25", "day", "deadline"),
        ("3 mdr. herefter", "2022-05-01", "2022-05-01", "day", "plain"),
        ("8 dage før mødet", "2022-03-02", "2022-03-02", "day", "plain"),
    ],
)  # fmt: skip
def test_dates_are_answered(text, start, end, precision, role):
    known = {"meeting": "2022-03-10", "next_meeting": "2022-04-25", "anchor": "2022-02-01"}
    found = asked(text, **known)
    assert (found["start"], found["end"]) == (start, end)
    assert (found["precision"], found["role"]) == (precision, role)


@pytest.mark.parametrize(
    "text",
    [
        "afventer",
        "1 måneds varsel",
        "hver torsdag",
        "30. februar",
        "uge 53 2022",
        "inden næste møde",
    ],
)
def test_what_is_no_date_has_no_start(text):
    found = asked(text)
    assert found["start"] is None
    assert found["text"] == text
    assert found["readings"] == found["parts"] == found["flags"] == []


def test_further_readings_come_after_the_best():
    found = asked("næste fredag")
    assert found["start"] == "2022-03-18"
    assert found["readings"] == [
        {"start": "2022-03-11", "end": "2022-03-11", "precision": "day", "role": "plain"}
    ]


def test_what_may_be_no_date_has_a_reading_and_no_start():
    found = asked("10.3")
    assert found["start"] is None
    assert [reading["start"] for reading in found["readings"]] == ["2022-03-10"]


def test_several_dates_are_parts_that_the_answer_spans():
    found = asked("uge 12, 13 og 14")
    assert (found["start"], found["end"]) == ("2022-03-21", "2022-04-10")
    assert [part["start"] for part in found["parts"]] == ["2022-03-21", "2022-03-28", "2022-04-04"]


def test_an_open_part_leaves_the_answer_open():
    found = asked("Pilot i uge 20, udrulning fra uge 24")
    assert (found["start"], found["end"]) == ("2022-05-16", None)


def test_flags_are_answered():
    assert asked("fredag den 10. marts 2022")["flags"] == ["weekday-mismatch"]
    assert asked("27. marts 2022 kl. 2.30")["flags"] == ["nonexistent-time"]


@pytest.mark.parametrize("text", ["uge\u202812", "uge 12\n", "\ud800 uge 12", "påsken"])
def test_an_answer_is_one_line_that_any_terminal_takes(text):
    answer = jsonl.answer(json.dumps({"text": text, "reference": "2022-03-10"}))
    assert answer.splitlines() == [answer]
    assert json.loads(answer.encode())["start"]
    assert ("å" in text) is ("å" in answer)


def test_english_is_answered():
    assert asked("by Friday", "en")["role"] == "deadline"


@pytest.mark.parametrize(
    "line",
    [
        "ultimo januar",
        "[]",
        "[" * 100_000,
        '{"text": "uge 12"}',
        '{"text": "uge 12", "reference": "10/3-2022"}',
        '{"text": "uge 12", "reference": "2022-03-10", "language": "sv"}',
        '{"text": 12, "reference": "2022-03-10"}',
        '{"text": "uge 12", "reference": "2022-03-10", "context": ["meeting"]}',
        '{"text": "uge 12", "reference": "2022-03-10", "context": {"meeting": "i dag"}}',
    ],
)
def test_a_bad_line_is_refused_with_what_it_should_be(line):
    with pytest.raises(jsonl.BadLine, match=r"\w"):
        jsonl.answer(line)


@pytest.mark.parametrize(
    ("text", "language", "explained"),
    [
        ("ultimo maj", Language.DANISH, "»ultimo maj«: ultimo maj 2022 (21.–31. maj 2022)"),
        ("senest uge 12", Language.DANISH, "»senest uge 12«: senest uge 12 (21.–27. marts 2022)"),
        ("afventer", Language.DANISH, "»afventer«: ingen dato"),
        ("3 mdr.", Language.DANISH, "»3 mdr.«: ingen dato, men en varighed: 3 måneder (P3M)"),
        ("week 53 2022", Language.ENGLISH, "“week 53 2022”: there is no such week"),
        (
            "næste fredag",
            Language.DANISH,
            """»næste fredag«: fredag den 18. marts 2022
  eller fredag den 11. marts 2022
  kan læses på flere måder; den mest sandsynlige først""",
        ),
        (
            "Friday 10 March 2022",
            Language.ENGLISH,
            "“Friday 10 March 2022”: Thursday 10 March 2022\n  the weekday doesn’t fit the date",
        ),
        (
            "uge 12 og 14. april",
            Language.DANISH,
            "»uge 12«: uge 12 (21.–27. marts 2022)\n»14. april«: torsdag den 14. april 2022",
        ),
    ],
)  # fmt: skip
def test_a_reading_is_explained_to_a_person(text, language, explained):
    assert jsonl.explain(text, THURSDAY, language) == explained
