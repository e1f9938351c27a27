"""The organiser's agenda: the card, order, deferral, freeze and sending."""

import pytest

from bot.cycle import agenda, meetings, ordering, proposals
from bot.ports import Clockwork
from storage.queries import jobs, people
from storage.vocabulary import MeetingState, Role, Tenant
from tests.support.agendas import (
    CHANNEL,
    asks,
    beside,
    card,
    defers,
    desk,
    freezes,
    order_dialog,
    picks,
    printed,
    proposes,
    shown,
)
from tests.support.joint import Joint
from tests.support.town import Town

STANDING = ["Gensidig orientering", "Status på implementeringsplaner", "Næste møde og mødeform",
            "Eventuelt"]  # fmt: skip


# ── The card and the private agenda ──────────────────────────────────────────


def test_the_card_shows_the_agenda_and_what_everybody_may_do(town: Town, series: Joint):
    proposes(town, town.cast.anders, "Samlet release")
    seen = card(town)
    assert list(printed(seen).values()) == [*STANDING[:2], "Samlet release", *STANDING[2:]]
    assert beside(seen, "Samlet release") == "til drøftelse"
    assert {"Tilføj punkt", "Mine punkter", "Mødeleder…"} <= set(seen.buttons)


def test_more_minutes_than_the_meeting_has_are_said_in_words(town: Town, series: Joint):
    anders = town.cast.anders
    added = proposes(town, anders, "Lang drøftelse")
    anders.clicks(added.replies[0], "Ret")
    anders.submits(anders.gets_dialog("Ret punkt"), {"Minutter": "95"})
    assert card(town).says("Punkterne tager 95 minutter, og mødet varer 75: 20 minutter for meget")
    on_desk = desk(town)
    assert on_desk.says("Tid: 95 af 75 minutter: 20 for meget")
    assert "Punkterne tager 95 af 75 minutter: 20 for meget" in str(on_desk.blocks)  # asked first
    assert order_dialog(town).says("Tid: 95 af 75 minutter: 20 for meget")


def test_apologies_stand_on_the_card_with_their_reason(town: Town, series: Joint):
    proposes(town, town.cast.anders, "Noget")
    karen = town.cast.karen
    karen.clicks(card(town, who=karen), "Afbud…")
    karen.submits(karen.gets_dialog(), {"reason": "deltager i et andet møde"})
    assert card(town).says("Afbud: SDS (deltager i et andet møde)")


def test_the_bare_command_shows_the_agenda_with_the_askers_own_items(town: Town, series: Joint):
    proposes(town, town.cast.anders, "Mit punkt")
    proposes(town, town.cast.nina, "Ninas punkt")
    answer = town.cast.anders.command(CHANNEL, "/dagsorden")
    private = answer.replies[0]
    assert "Ninas punkt" in printed(private).values()
    assert private.says("Dit punkt til Fællesmøde nr. 19")
    assert private.buttons.count("Ret") == 1
    assert "Mødeleder…" not in private.buttons
    assert "Mødeleder…" in town.cast.mette.command(CHANNEL, "/dagsorden").replies[0].buttons


@pytest.mark.parametrize("said", ["dagsorden", "dagsorden vis", "agenda show"])
def test_a_mention_shows_the_agenda_where_commands_dont_work(town: Town, series: Joint, said):
    town.cast.lars.mentions_bot(CHANNEL, said)
    seen = town.cast.lars.hears(CHANNEL, "Gensidig orientering")
    assert seen.ephemeral
    assert list(printed(seen).values()) == STANDING


def test_mine_lists_own_items_with_what_can_be_done(town: Town, series: Joint):
    anders = town.cast.anders
    proposes(town, anders, "Første")
    proposes(town, anders, "Andet")
    mine = anders.clicks(card(town), "Mine punkter").replies[0]
    anders.clicks(mine, "Træk tilbage", beside="Andet")
    again = anders.command(CHANNEL, "/dagsorden", "mine").replies[0]
    assert again.says("Andet* – _trukket tilbage_") or again.says("Andet – _trukket tilbage_")
    anders.clicks(again, "Fortryd", beside="Andet")
    assert "Andet" in printed(card(town)).values()


def test_an_item_whose_title_begins_with_a_verb_is_an_item(town: Town, series: Joint):
    answer = proposes(town, town.cast.anders, "send referater tidligere")
    assert answer.words.startswith("Sat på dagsordenen")


# ── Order ────────────────────────────────────────────────────────────────────


def test_the_organiser_types_the_whole_order(town: Town, series: Joint):
    proposes(town, town.cast.anders, "Samlet release")
    proposes(town, town.cast.nina, "Test og certificering")
    wishes = {"3 Samlet release": "1", "4 Test og certificering": "2.1"}
    sent = town.cast.mette.submits(order_dialog(town), wishes)
    assert sent.ok, sent.errors
    assert printed(card(town)) == {
        "1": "Samlet release",
        "2": "Gensidig orientering",
        "3": "Status på implementeringsplaner",
        "3.1": "Test og certificering",
        "4": "Næste møde og mødeform",
        "5": "Eventuelt",
    }


@pytest.mark.parametrize(
    ("typed", "complaint"),
    [
        ("to", "kan ikke læses som et nummer"),
        ("1.1.1", "har for mange led"),
        ("0", "begynder med 1"),
        ("9.1", "Intet punkt får nummer 9"),
    ],
)
def test_a_number_that_cant_be_read_is_told_beneath_its_field(
    town: Town, series: Joint, typed, complaint
):
    proposes(town, town.cast.anders, "Samlet release")
    dialog = order_dialog(town)
    sent = town.cast.mette.submits(dialog, {"3 Samlet release": typed})
    [(field, said)] = sent.errors.items()
    assert field.startswith("place_")
    assert complaint in said
    assert (
        "3 Samlet release" in town.cast.mette.gets_dialog("Rækkefølge").labels
    )  # nothing typed is lost


def test_an_item_that_came_while_the_order_was_typed_isnt_lost(town: Town, series: Joint):
    proposes(town, town.cast.anders, "Samlet release")
    dialog = order_dialog(town)
    proposes(town, town.cast.nina, "Kom imens")
    assert town.cast.mette.submits(dialog, {"3 Samlet release": "1"}).ok
    titles = list(printed(card(town)).values())
    assert titles == ["Samlet release", *STANDING[:2], "Kom imens", *STANDING[2:]]


def test_an_order_typed_over_another_organisers_is_refused(town: Town, series: Joint):
    dialog = order_dialog(town)
    first = shown(town, series.meeting).items[0]
    ordering.move(town.bot.house, first.id, 1, by=asks(town, town.cast.mette))
    sent = town.cast.mette.submits(dialog, {"1 Gensidig orientering": "3"})
    assert "ændret rækkefølgen imens" in " ".join(sent.errors.values())
    assert [each.title for each in shown(town, series.meeting).items[:2]] == STANDING[1::-1]


def test_up_and_down_move_an_item_and_replace_the_private_message(town: Town, series: Joint):
    proposes(town, town.cast.anders, "Samlet release")
    mette = town.cast.mette
    panel = picks(town, "Samlet release")
    assert mette.clicks(panel, "Flyt op").replies == ()
    assert mette.again(panel).says("*2.* Samlet release")
    mette.clicks(mette.again(panel), "Flyt op")
    assert "Flyt op" not in mette.again(panel).buttons
    assert list(printed(card(town)).values())[:2] == ["Samlet release", "Gensidig orientering"]
    mette.clicks(mette.again(panel), "Flyt ned")
    assert list(printed(card(town)).values())[:2] == ["Gensidig orientering", "Samlet release"]


def test_reordering_doesnt_refuse_somebody_who_is_writing(town: Town, series: Joint):
    anders = town.cast.anders
    added = proposes(town, anders, "Samlet release")
    anders.clicks(added.replies[0], "Ret")
    form = anders.gets_dialog("Ret punkt")
    town.cast.mette.clicks(picks(town, "Samlet release"), "Flyt op")
    assert anders.submits(form, {"Titel": "Samlet release af begge løsninger"}).ok
    assert "Samlet release af begge løsninger" in printed(card(town)).values()


# ── Deferral ─────────────────────────────────────────────────────────────────


def test_an_item_is_deferred_because_sds_isnt_taking_part(town: Town, series: Joint):
    proposes(town, town.cast.anders, "Håndtering af telefonnumre")
    told = defers(
        town,
        "Håndtering af telefonnumre",
        {"Hvorfor?": "en part deltager ikke", "Hvem drejer det sig om?": "SDS"},
    )
    assert told.says("udsat, da SDS ikke deltager")
    assert "udsat, da SDS ikke deltager" in beside(card(town), "Håndtering af telefonnumre")
    town.cast.anders.hears(town.cast.anders.dm, "er udsat og kommer igen på næste møde")


def test_whom_it_is_about_is_asked_for_beneath_its_field(town: Town, series: Joint):
    proposes(town, town.cast.anders, "Noget")
    mette = town.cast.mette
    mette.clicks(picks(town, "Noget"), "Udsæt…")
    sent = mette.submits(mette.gets_dialog("Udsæt"), {"Hvorfor?": "en part deltager ikke"})
    assert set(sent.errors) == {"party"}
    again = mette.submits(mette.gets_dialog("Udsæt"), {"Hvorfor?": "andet"})
    assert set(again.errors) == {"reason"}


def test_a_deferral_is_taken_back_with_the_sub_items_that_went_along(town: Town, series: Joint):
    proposes(town, town.cast.anders, "Hovedpunkt")
    proposes(town, town.cast.anders, "Underpunkt")
    town.cast.mette.submits(order_dialog(town), {"4 Underpunkt": "3.1"})
    told = defers(town, "Hovedpunkt", {"Hvorfor?": "tiden slog ikke til"})
    assert beside(card(town), "Underpunkt").endswith("udsat, da tiden ikke slår til")
    town.cast.mette.clicks(told, "Fortryd udsættelsen")
    assert "udsat" not in card(town).words


# ── Freeze, sending, taking back ─────────────────────────────────────────────


def test_freezing_fixes_the_numbers_and_sends_paper_and_invitation(town: Town, series: Joint):
    proposes(town, town.cast.anders, "Samlet release")
    answer = freezes(town)
    assert answer.ok
    seen = card(town)
    assert seen.says("dagsorden sendt")
    files = [file.name for said in town.cast.anders.sees(CHANNEL) for file in said.files]
    assert files == [
        "Dagsorden Fællesmøde nr. 19 2022-03-10.docx",
        "Mødeindkaldelse Fællesmøde nr. 19 2022-03-10.ics",
    ]
    assert "Rækkefølge…" not in desk(town).buttons
    refused = town.cast.mette.command(CHANNEL, "/dagsorden", "orden")
    assert "numrene ligger fast" in refused.words


def test_the_same_click_twice_sends_once(town: Town, series: Joint):
    before = desk(town)
    mette = town.cast.mette
    mette.clicks(before, "Send dagsordenen…")
    again = mette.command(CHANNEL, "/dagsorden", "send")
    assert "kan kun sendes, mens mødet er åbent for punkter" in again.words
    town.settle()
    assert sum(len(said.files) for said in mette.sees(CHANNEL)) == 2


def test_send_asks_before_it_sends(town: Town, series: Joint):
    ready = town.cast.mette.command(CHANNEL, "/dagsorden", "send").replies[0]
    assert ready.says("er klar til at blive sendt. Punkter: 4")
    assert shown(town, series.meeting).meeting.state is MeetingState.COLLECTING
    town.cast.mette.clicks(ready, "Send dagsordenen…")
    assert shown(town, series.meeting).meeting.state is MeetingState.AGENDA_SENT


def test_only_the_organiser_sends(town: Town, series: Joint):
    assert (
        "Det kan kun mødelederen gøre"
        in town.cast.anders.command(CHANNEL, "/dagsorden", "send").words
    )
    proposes(town, town.cast.anders, "Noget")
    refused = town.cast.anders.clicks(card(town), "Mødeleder…")
    assert "Det kan kun mødelederen gøre" in refused.words
    assert refused.replies[0].ephemeral


def test_an_empty_agenda_isnt_sent(town: Town, series: Joint):
    mette = town.cast.mette
    for title in STANDING:
        mette.clicks(picks(town, title), "Tag af dagsordenen")
    assert card(town).says("Der er ingen punkter endnu")
    assert "Dagsordenen er tom" in mette.command(CHANNEL, "/dagsorden", "send").words


def test_a_sent_agenda_is_taken_back_and_sent_as_the_next_version(town: Town, series: Joint):
    freezes(town)
    mette = town.cast.mette
    mette.clicks(desk(town), "Træk dagsordenen tilbage…")
    assert card(town).says("åben for punkter")
    proposes(town, town.cast.anders, "Nåede det alligevel")
    freezes(town)
    names = [file.name for said in mette.sees(CHANNEL) for file in said.files]
    assert "Dagsorden Fællesmøde nr. 19 2022-03-10 version 2.docx" in names


def test_the_clock_sends_the_agenda_five_working_days_before(town: Town, series: Joint):
    house, mette = town.bot.house, town.cast.mette
    meetings.close_for_items(house, series.meeting, by=asks(town, mette))
    meetings.open_for_items(house, series.meeting, by=asks(town, mette))
    with house.database.look() as session:
        due = jobs.waiting(session, f"freeze:{series.meeting}")
        assert due is not None
        noon = due.due_at
    town.until(noon)
    assert card(town).says("dagsorden sendt")
    assert sum(len(said.files) for said in mette.sees(CHANNEL)) == 2


def test_the_clock_tells_organisers_of_an_empty_agenda(town: Town, series: Joint):
    house, mette = town.bot.house, town.cast.mette
    for item in shown(town, series.meeting).items:
        proposals.withdraw(house, item.id, by=asks(town, mette))
    clock = Clockwork(Tenant(town.cast.workspace.home.id), "job:1")
    agenda.freeze_due(house, series.meeting, by=clock)
    town.settle()
    mette.hears(mette.dm, "er tom, så den blev ikke sendt")
    assert shown(town, series.meeting).meeting.state is MeetingState.COLLECTING


def test_a_click_that_slack_brings_twice_sends_once(town: Town, series: Joint):
    on_desk = desk(town)
    town.cast.workspace.faults.next("interactive", "duplicate")
    town.cast.mette.clicks(on_desk, "Send dagsordenen…")
    town.settle()
    assert sum(len(said.files) for said in town.cast.mette.sees(CHANNEL)) == 2


def test_the_organiser_orders_by_mention_too(town: Town, series: Joint):
    """A mention brings no dialog, so its answer has the button that does."""
    mette = town.cast.mette
    mette.mentions_bot(CHANNEL, "dagsorden orden")
    mette.clicks(mette.hears(CHANNEL, "Dagsordenen for Fællesmøde nr. 19"), "Rækkefølge…")
    assert mette.gets_dialog("Rækkefølge").says("1 Gensidig orientering")


def test_the_direct_message_shows_the_agenda_of_ones_only_series(town: Town, series: Joint):
    anders = town.cast.anders
    answer = anders.command(anders.dm, "/dagsorden")
    assert list(printed(answer.replies[0]).values()) == STANDING


def test_help_names_every_word(town: Town, series: Joint):
    answer = town.cast.anders.command(CHANNEL, "/dagsorden", "hjælp")
    for word in ("vis", "mine", "orden", "venteliste", "send", "dokumenter"):
        assert f"`/dagsorden {word}`" in answer.words


def test_an_organiser_without_the_right_any_more_is_refused_at_every_button(
    town: Town, series: Joint
):
    """Buttons of a desk that was opened before the role was taken away."""
    proposes(town, town.cast.anders, "Noget")
    panel, on_desk = picks(town, "Noget"), desk(town)
    with town.bot.house.database.work() as session:
        held = people.member(session, series.series, asks(town, town.cast.mette).person)
        assert held is not None
        held[0].role = Role.PARTICIPANT
        session.add(held[0])
    for seen, button in (
        (panel, "Flyt op"),
        (panel, "Udsæt…"),
        (panel, "Afvis…"),
        (on_desk, "Rækkefølge…"),
        (on_desk, "Send dagsordenen…"),
    ):
        assert "Det kan kun mødelederen gøre" in town.cast.mette.clicks(seen, button).words, button
    assert town.cast.mette.dialog is None
