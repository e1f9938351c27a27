"""After the agenda was sent: what changes goes out together, as a numbered supplement."""

from bot.cycle import proposals
from bot.demo.screens import Seen
from bot.rules.items import ItemDraft
from storage.vocabulary import Purpose
from tests.documents.reading import lines
from tests.support.agendas import (
    CHANNEL,
    asks,
    beside,
    card,
    defers,
    desk,
    freezes,
    picks,
    printed,
    proposes,
    shown,
)
from tests.support.joint import Joint
from tests.support.town import Town

EARLY, LATE, LATER = "Samlet release", "Kommer for sent", "Kommer også for sent"
BUSY = {"Hvorfor?": "en part deltager ikke", "Hvem drejer det sig om?": "SDS"}


def a_minute_passes(town: Town) -> None:
    town.settle()
    town.clock.move(minutes=1)
    town.settle()


def notices(town: Town) -> list[Seen]:
    return [said for said in town.cast.anders.sees(CHANNEL) if "Tillægsdagsorden nr." in said.text]


def accepts(town: Town, title: str) -> None:
    mette = town.cast.mette
    waiting = mette.clicks(desk(town), "Venteliste (1)…").replies[-1]
    assert waiting.says(title)
    answer = mette.clicks(waiting, "Sæt på dagsordenen")
    assert "om et minut i en tillægsdagsorden" in answer.words


def test_many_changes_within_a_minute_are_told_once_in_words_with_a_paper(
    town: Town, series: Joint
):
    proposes(town, town.cast.anders, EARLY)
    freezes(town)
    before = printed(card(town))
    for title in (LATE, LATER):
        proposes(town, town.cast.anders, title)
        accepts(town, title)
    defers(town, EARLY, BUSY)
    town.settle()
    assert notices(town) == []
    a_minute_passes(town)

    [told] = notices(town)
    number = next(each for each, title in before.items() if title == EARLY)
    last = list(before)[-2]
    assert told.text.splitlines() == [
        "Tillægsdagsorden nr. 1 til Fællesmøde nr. 19:",
        f"• Punkt {number} er udsat, da SDS ikke deltager: {EARLY}",
        f"• Nyt punkt {last}a: {LATE}",
        f"• Nyt punkt {last}b: {LATER}",
    ]
    [paper] = told.files
    assert paper.name == "Tillægsdagsorden nr. 1 Fællesmøde nr. 19 2022-03-10.docx"
    said = lines(paper.content)
    assert said[0] == "Tillægsdagsorden nr. 1"
    assert f"Nyt punkt {last}a: {LATE}" in said
    assert f"{last}b.\t{LATER} (D)" in said
    assert beside(card(town), LATE).endswith("· nyt i tillæg 1")
    assert "tillæg" not in beside(card(town), EARLY)
    after = printed(card(town))
    assert before.items() <= after.items()
    assert card(town).says("Tillægsdagsorden nr. 1 er sendt")


def test_an_edit_is_told_by_the_next_number(town: Town, series: Joint):
    freezes(town)
    proposes(town, town.cast.anders, LATE)
    accepts(town, LATE)
    a_minute_passes(town)
    item = next(each for each in shown(town, series.meeting).items if each.title == LATE)
    draft = ItemDraft("Kom for sent, men vigtigt", purpose=Purpose.DECISION)
    by = asks(town, town.cast.mette)
    proposals.edit(town.bot.house, item.id, draft, seen=item.version, by=by)
    a_minute_passes(town)
    first, second = notices(town)
    assert first.text.startswith("Tillægsdagsorden nr. 1")
    assert second.text.splitlines() == [
        "Tillægsdagsorden nr. 2 til Fællesmøde nr. 19:",
        f"• Punkt {item.number} er ændret: Kom for sent, men vigtigt",
    ]
    assert card(town).says("Tillægsdagsorden nr. 2 er sendt")
    assert beside(card(town), "Kom for sent, men vigtigt").endswith("· ændret i tillæg 2")


def test_what_is_undone_before_it_was_told_needs_no_supplement(town: Town, series: Joint):
    proposes(town, town.cast.anders, EARLY)
    freezes(town)
    defers(town, EARLY, BUSY)
    town.cast.mette.clicks(picks(town, EARLY), "Fortryd udsættelsen")
    a_minute_passes(town)
    assert notices(town) == []
    assert not card(town).says("Tillægsdagsorden")


def test_an_agenda_taken_back_needs_no_supplement(town: Town, series: Joint):
    freezes(town)
    proposes(town, town.cast.anders, LATE)
    accepts(town, LATE)
    town.cast.mette.clicks(desk(town), "Træk dagsordenen tilbage…")
    a_minute_passes(town)
    freezes(town)
    a_minute_passes(town)
    assert notices(town) == []
    proposes(town, town.cast.anders, LATER)
    accepts(town, LATER)
    a_minute_passes(town)
    [told] = notices(town)
    assert "Tillægsdagsorden nr. 1" in told.text
    assert LATE not in told.text.splitlines()[1]
