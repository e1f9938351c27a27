"""What follows from a poll on the form of meeting, and what nobody else may see of it."""

from datetime import UTC, datetime

import pytest
from sqlmodel import select

from bot.cycle import poll_outcomes, polls
from bot.cycle.steps import poll_results
from bot.demo import sight
from bot.demo.acting import Persona
from bot.errors import NotFound, WrongMoment
from bot.ports import Asker, Clockwork
from bot.texts import Message
from storage.tables import AuditEntry, Meeting, Poll
from storage.vocabulary import MeetingFormat, Person, PollId, PollKind, PollOutcome, Tenant
from tests.support.beginnings import begins
from tests.support.joint import Joint
from tests.support.poll import (
    CHANNEL,
    JOINT,
    MIXED,
    NO_OPINION,
    QUESTION,
    SEPARATE,
    everybody_votes,
    own_card,
    starts_choice_poll,
    starts_format_poll,
    votes,
)
from tests.support.town import Town

NEXT = "25. april 2022 kl. 14.00-15.15"


def decided(town: Town, choice: int):
    """All vendors want the same; the organiser's dialog that carries it out."""
    voted(town, choice)
    card = town.cast.mette.hears(CHANNEL, QUESTION)
    desk = town.cast.mette.clicks(card, "Mødeleder…").replies[-1]
    town.cast.mette.clicks(desk, "Gennemfør…")
    return town.cast.mette.gets_dialog("Gennemfør udfaldet")


@begins
def voted(town: Town, choice: int) -> None:
    starts_format_poll(town)
    everybody_votes(town, choice, choice, choice)


def planned(town: Town) -> list[Meeting]:
    with town.bot.house.database.look() as session:
        found = select(Meeting).where(Meeting.number != 19).order_by(Meeting.id)
        return list(session.exec(found).all())


def field(series: Joint, vendor: str) -> str:
    return f"when_{series.organisations[vendor]}"


def test_joint_plans_the_next_meeting_and_the_minutes_say_so(town: Town, series: Joint):
    dialog = decided(town, JOINT)
    assert dialog.says("planlægges det næste fællesmøde")
    assert town.cast.mette.submits(dialog, {"when": NEXT}).ok
    town.settle()
    (meeting,) = planned(town)
    assert (meeting.number, meeting.format) == (20, MeetingFormat.JOINT)
    assert meeting.starts_at == datetime(2022, 4, 25, 12, 0, tzinfo=UTC)
    assert meeting.ends_at == datetime(2022, 4, 25, 13, 15, tzinfo=UTC)
    card = own_card(town.cast.nina)
    assert card.says("Næste møde: Fællesmøde nr. 20, 25. april 2022 kl. 14.00.")
    house = town.bot.house
    with house.look(Clockwork(series_tenant(town), "")) as work:
        (printed,) = poll_results.of_meeting(work, series.meeting)
    assert printed.outcome is PollOutcome.DECIDED
    assert [option.votes for option in printed.options] == [3, 0, 0, 0]
    assert printed.electorate == ("Systematic", "KMD", "Dedalus")
    assert worded(town, printed.consequence) == (
        "Der fortsættes med fællesmøder. Næste møde: Fællesmøde nr. 20, 25. april 2022 kl. 14.00."
    )


def test_the_proposed_time_is_read_back_as_it_stands(town: Town, series: Joint):
    assert town.cast.mette.submits(decided(town, JOINT)).ok
    (meeting,) = planned(town)
    assert meeting.starts_at == datetime(2022, 4, 26, 12, 0, tzinfo=UTC)


def test_carrying_out_twice_plans_once_and_the_poll_stands(town: Town, series: Joint):
    dialog = decided(town, JOINT)
    assert town.cast.mette.submits(dialog, {"when": NEXT}).ok
    with pytest.raises(WrongMoment, match=r"polls\.applied"):
        poll_outcomes.propose(town.bot.house, the_poll(town), by=asker(town, "mette"))
    with pytest.raises(WrongMoment, match=r"polls\.applied"):
        poll_outcomes.reopen(town.bot.house, the_poll(town), by=asker(town, "mette"))
    assert len(planned(town)) == 1


@pytest.mark.parametrize("typed", ["snarest", "1. marts 2021 kl. 14", ""])
def test_a_wrong_time_is_said_beneath_its_own_field(town: Town, series: Joint, typed: str):
    dialog = decided(town, MIXED)
    sent = town.cast.mette.submits(
        dialog, {"when": NEXT, field(series, "KMD"): typed or "i går", "place": "Teams"}
    )
    assert list(sent.errors) == [field(series, "KMD")]
    assert planned(town) == []


def test_mixed_plans_the_joint_one_and_those_separate_ones_that_have_a_time(
    town: Town, series: Joint
):
    dialog = decided(town, MIXED)
    sent = town.cast.mette.submits(
        dialog,
        {"when": NEXT, field(series, "KMD"): "", field(series, "Dedalus"): ""},
    )
    assert sent.ok
    assert [(each.format, each.scope) for each in planned(town)] == [
        (MeetingFormat.JOINT, 0),
        (MeetingFormat.SEPARATE, series.organisations["Systematic"]),
    ]


def test_no_opinion_of_all_is_a_tie_that_the_organiser_settles(town: Town, series: Joint):
    card = starts_format_poll(town)
    everybody_votes(town, NO_OPINION, NO_OPINION, NO_OPINION)
    desk = town.cast.mette.clicks(card, "Mødeleder…").replies[-1]
    assert desk.buttons == ("Afgør…", "Genåbn")


def test_each_vendor_sees_its_own_separate_meeting_and_no_trace_of_the_others(
    town: Town, series: Joint
):
    dialog = decided(town, SEPARATE)
    assert dialog.says("Systematic, KMD, Dedalus")
    days = {"Systematic": "26", "KMD": "27", "Dedalus": "28"}
    times = {
        field(series, vendor): f"{day}. april 2022 kl. 9.30-10.30" for vendor, day in days.items()
    }
    assert town.cast.mette.submits(dialog, times).ok
    town.settle()
    held = {each.scope: each for each in planned(town)}
    assert len(held) == 3
    assert {each.number for each in held.values()} == {1}

    reply = town.cast.mette.hears(CHANNEL, "Der er planlagt 3 møder")
    assert reply.ephemeral

    for vendor, who in (("KMD", town.cast.lars), ("Dedalus", town.cast.nina)):
        mine = held[series.organisations[vendor]]
        others = [each for each in held.values() if each is not mine]
        seen = everything_seen(town, who)
        assert mine.title in seen
        for other in others:
            assert other.title not in seen
            assert f"{other.starts_at.day}. april" not in seen
        assert "3 møder" not in seen
        for other in others:
            with pytest.raises(NotFound):
                polls.prepare(
                    town.bot.house, other.id, PollKind.CHOICE, by=asker(town, vendor_of(who))
                )


def test_the_joint_meetings_rows_hold_no_trace_of_separate_ones(town: Town, series: Joint):
    dialog = decided(town, SEPARATE)
    assert town.cast.mette.submits(dialog).ok
    town.settle()
    separate = {each.id for each in planned(town)}
    with town.bot.house.database.look() as session:
        for entry in session.exec(select(AuditEntry)).all():
            if entry.meeting_id in separate:
                continue
            assert not any(f"meeting:{each}" in str(entry.subject) for each in separate)
            assert "count" not in entry.after
    with town.bot.house.look(Clockwork(series_tenant(town), "")) as work:
        (printed,) = poll_results.of_meeting(work, series.meeting)
    assert worded(town, printed.consequence) == "Der holdes separate møder med hver leverandør."


def test_a_poll_in_a_separate_meeting_is_nobody_elses(town: Town, series: Joint):
    assert town.cast.mette.submits(decided(town, SEPARATE)).ok
    town.settle()
    mine = next(each for each in planned(town) if each.scope == series.organisations["KMD"])
    assert mine.channel
    menu = town.cast.mette.command(mine.channel, "/afstemning", "Skal vi mødes fysisk?").replies[-1]
    assert menu.buttons == ("Eget spørgsmål…",)
    town.cast.mette.clicks(menu, "Eget spørgsmål…")
    sent = town.cast.mette.submits(
        town.cast.mette.gets_dialog("Ny afstemning"), {"options": "Ja\nNej"}
    )
    assert sent.ok, sent
    town.settle()
    card = town.cast.lars.hears(mine.channel, "Skal vi mødes fysisk?")
    assert card.says("Stemmeberettigede: KMD.")
    for who in (town.cast.nina, town.cast.anders):
        assert "mødes fysisk" not in everything_seen(town, who)
        with town.bot.house.database.look() as session:
            newest = session.exec(select(Poll).order_by(Poll.id.desc())).first()
        assert newest is not None
        with pytest.raises(NotFound):
            polls.read(town.bot.house, newest.id, by=asker(town, vendor_of(who)))
        shown = polls.open_for(town.bot.house, series.series, by=asker(town, vendor_of(who)))
        assert shown == ()


def test_own_questions_have_no_consequence(town: Town, series: Joint):
    card = starts_choice_poll(town, "Kan vi?", "Ja", "Nej", quorum="1")
    votes(town.cast.lars, card, 0)
    desk = town.cast.mette.clicks(card, "Mødeleder…").replies[-1]
    town.cast.mette.clicks(desk, "Luk afstemningen")
    desk = town.cast.mette.clicks(card, "Mødeleder…").replies[-1]
    assert desk.buttons == ("Genåbn",)
    assert polls.open_for(town.bot.house, series.series, by=asker(town, "mette")) == ()


def series_tenant(town: Town) -> Tenant:
    return Tenant(town.cast.workspace.home.id)


def worded(town: Town, consequence: Message | str) -> str:
    assert isinstance(consequence, Message)
    return town.words(consequence)


def the_poll(town: Town) -> PollId:
    with town.bot.house.database.look() as session:
        return session.exec(select(Poll)).one().id


def vendor_of(who: Persona) -> str:
    name: str = who.user.name
    return name


def asker(town: Town, name: str) -> Asker:
    who = getattr(town.cast, name)
    return Asker(Person(who.user.team.id, who.id), series_tenant(town), f"test:{next(_requests)}")


def everything_seen(town: Town, who: Persona) -> str:
    """Every word on a person's screen: channels, groups, direct messages and home."""
    places = sight.conversations(town.cast.workspace, who.user)
    words = [seen.words + seen.text for place in places for seen in who.sees(place)]
    return "\n".join(words)


_requests = iter(range(10**6))
