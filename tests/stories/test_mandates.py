"""Who speaks and votes for an organisation, from day to day and at a single meeting."""

from collections.abc import Mapping, Sequence

from sqlmodel import select

from bot.demo.acting import Persona, Screen, Seen
from storage.tables import Ballot, Mandate, Participant
from tests.support.joint import Joint
from tests.support.poll import (
    CHANNEL,
    JOINT,
    QUESTION,
    SEPARATE,
    own_card,
    starts_format_poll,
    votes,
)
from tests.support.town import Town


def mandates(who: Persona, organisation: str = "") -> Screen:
    """The list, as organisers reach it by »Folk«, and others by their own words."""
    if organisation:
        who.command(CHANNEL, "/moede", "folk")
        who.chooses(who.gets_dialog("Folk"), "Mandater for…", organisation)
    else:
        who.command(CHANNEL, "/moede", "mandater")
    return who.gets_dialog("Mandater")


def gives(town: Town, fields: Mapping[str, str | Sequence[str]]) -> Mapping[str, str]:
    """The organiser gives somebody of Systematic a mandate; what is refused of it."""
    mette = town.cast.mette
    mette.clicks(mandates(mette, "Systematic"), "Giv mandat…")
    errors: Mapping[str, str] = mette.submits(mette.gets_dialog("Giv mandat"), fields).errors
    town.settle()
    return errors


def substitutes(town: Town, who: Persona, **fields: str) -> Seen:
    """Somebody names a substitute for the meeting ahead; what they are told."""
    who.mentions_bot(CHANNEL, "møde mandater")
    who.clicks(who.hears(CHANNEL, "taler og stemmer"), "Stedfortræder…")
    sent = who.submits(who.gets_dialog("Stedfortræder"), {"reason": "Ferie", **fields})
    assert sent.ok, sent.errors
    town.settle()
    return who.hears(CHANNEL, "i stedet for")


def ballots(town: Town) -> set[str]:
    """Who has voted."""
    with town.bot.house.database.look() as session:
        cast = session.exec(select(Ballot)).all()
        people = {each.id: each.name for each in session.exec(select(Participant)).all()}
        return {people[each.cast_by] for each in cast}


def test_only_who_holds_the_mandate_votes_and_all_of_theirs_are_told(town: Town, series: Joint):
    anders, sofie = town.cast.anders, town.cast.sofie
    card = starts_format_poll(town)
    assert not gives(town, {"Hvem?": "Sofie Winther", "Til og med hvornår?": "30. juni"})
    for who in (anders, sofie):
        assert who.hears(who.dm, "Sofie Winther taler og stemmer for Systematic fra den 14.")
    anders.mentions_bot(CHANNEL, "møde folk")
    assert anders.hears(CHANNEL, "deltagere fra").says("Sofie Winther (kontakt, mandat)")
    refused = votes(anders, card, JOINT)
    assert "For Systematic taler Sofie Winther. Bed en af dem om at svare." in refused.words
    assert not ballots(town)
    votes(sofie, own_card(sofie), SEPARATE)
    assert ballots(town) == {"Sofie Winther"}


def test_a_mandate_is_ended_and_the_contacts_speak_again(town: Town, series: Joint):
    mette, anders = town.cast.mette, town.cast.anders
    card = starts_format_poll(town)
    gives(town, {"Hvem?": "Sofie Winther"})
    listed = mandates(mette, "Systematic")
    assert listed.says("For Systematic taler og stemmer: Sofie Winther.")
    mette.clicks(listed, "Afslut…")
    assert mette.submits(mette.gets_dialog("Afslut mandat"), {}).ok
    town.settle()
    assert anders.hears(anders.dm, "Sofie Winther taler ikke længere for Systematic.")
    votes(anders, card, JOINT)
    assert ballots(town) == {"Anders Kjær"}
    mette.clicks(mette.hears(CHANNEL, "er afsluttet"), "Fortryd")
    assert "For Systematic taler" in votes(anders, card, SEPARATE).words


def test_a_mandate_ends_by_itself(town: Town, series: Joint):
    gives(town, {"Hvem?": "Sofie Winther", "Til og med hvornår?": "1. marts"})
    town.clock.move(days=16)  # 2 March
    card = starts_format_poll(town)
    votes(town.cast.anders, card, JOINT)
    assert ballots(town) == {"Anders Kjær"}


def test_a_day_that_cant_be_stands_beneath_its_field(town: Town, series: Joint):
    held = {"Hvem?": "Sofie Winther"}
    assert set(gives(town, {**held, "Til og med hvornår?": "i går"})) == {"until"}
    mette = town.cast.mette
    dialog = mette.gets_dialog("Giv mandat")
    assert set(mette.submits(dialog, {**held, "Fra hvornår?": "engang"}).errors) == {"from"}
    assert not gives(town, held)
    assert set(gives(town, held)) == {"person"}  # nobody holds two at a time


def test_a_contact_names_a_substitute_for_one_meeting(town: Town, series: Joint):
    mette, anders, sofie = town.cast.mette, town.cast.anders, town.cast.sofie
    gives(town, {"Hvem?": "Anders Kjær"})
    told = substitutes(town, anders, instead="Anders Kjær", person="Sofie Winther")
    for who in (mette, sofie):
        heard = who.hears(who.dm, "på Fællesmøde nr. 19 i stedet for Anders Kjær")
        assert heard.says("Begrundelse: Ferie")
    card = starts_format_poll(town)
    assert "For Systematic taler" in votes(anders, card, JOINT).words
    votes(sofie, own_card(sofie), SEPARATE)
    assert ballots(town) == {"Sofie Winther"}
    anders.clicks(told, "Fortryd")
    town.settle()
    votes(anders, own_card(anders), JOINT)
    assert ballots(town) == {"Anders Kjær"}


def test_a_new_substitute_takes_the_last_ones_place(town: Town, series: Joint):
    gives(town, {"Hvem?": "Anders Kjær"})
    for reason in ("Ferie", "Kursus"):
        substitutes(
            town, town.cast.anders, instead="Anders Kjær", person="Sofie Winther", reason=reason
        )
    with town.bot.house.database.look() as session:
        held = session.exec(select(Mandate)).all()
    assert [each.reason for each in held if each.meeting_id and not each.ended_at] == ["Kursus"]


def test_others_learn_nothing_of_it_and_change_nothing(town: Town, series: Joint):
    gives(town, {"Hvem?": "Sofie Winther", "Hvorfor?": "Ny produktchef"})
    nina = town.cast.nina
    nina.mentions_bot(CHANNEL, "møde mandater")
    own = nina.hears(CHANNEL, "taler og stemmer")
    assert own.says("For Dedalus taler og stemmer: Nina Frost.")
    assert "Giv mandat…" not in own.buttons
    anders = town.cast.anders
    anders.mentions_bot(CHANNEL, "møde mandater")
    theirs = anders.hears(CHANNEL, "taler og stemmer")
    assert theirs.says("Ny produktchef")
    assert not {"Giv mandat…", "Stedfortræder…", "Afslut…"} & set(theirs.buttons)
    assert not any(seen.says("Ny produktchef") for seen in nina.sees(CHANNEL))


def test_who_leaves_lays_the_mandate_down(town: Town, series: Joint):
    anders, sofie = town.cast.anders, town.cast.sofie
    gives(town, {"Hvem?": "Sofie Winther"})
    sofie.mentions_bot(CHANNEL, "møde folk")
    sofie.clicks(sofie.hears(CHANNEL, "deltagere fra"), "Meld mig ud")
    card = starts_format_poll(town)
    assert card.says(QUESTION)
    votes(anders, card, JOINT)
    assert ballots(town) == {"Anders Kjær"}
