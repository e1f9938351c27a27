"""A separate meeting lives in a conversation of its own, from its card to its minutes."""

import pytest

from bot.demo import sight
from bot.demo.acting import Persona
from bot.demo.model import Channel, StoredFile
from storage.tables import Meeting
from storage.vocabulary import MeetingId
from tests.support.hidden import goes, mark, planned
from tests.support.joint import Joint
from tests.support.session import CHANNEL
from tests.support.town import Town

VENDOR, OTHERS = "KMD", ("anders", "sofie", "nina", "peter")


@pytest.fixture
def meeting(town: Town, series: Joint) -> MeetingId:
    """Planned with KMD; the group has been opened."""
    held = planned(town, series, VENDOR, town.cast.lars)
    town.settle()
    return held.id


def group(town: Town, meeting: MeetingId) -> Channel:
    with town.bot.house.database.look() as session:
        channel = session.get_one(Meeting, meeting).channel
    assert channel is not None
    return town.cast.workspace.channels[channel]


def in_group(town: Town, place: Channel, who: Persona) -> list[str]:
    return [said.text for said in sight.visible(town.cast.workspace, place, who.user)]


def files(town: Town, place: Channel) -> list[StoredFile]:
    return [each for each in town.cast.workspace.files.values() if place.id in each.channels]


def test_its_vendor_the_coordinator_and_the_authority_are_in_the_group(
    town: Town, meeting: MeetingId
):
    cast, held = town.cast, group(town, meeting)
    bot = cast.workspace.installed.bot.id
    inside = {cast.mette.id, cast.jens.id, cast.karen.id, cast.lars.id, bot}
    assert set(held.members) == inside
    for name in OTHERS:
        assert held not in sight.conversations(cast.workspace, getattr(cast, name).user)


def test_what_is_said_in_the_group_is_about_its_meeting(town: Town, meeting: MeetingId):
    cast, held = town.cast, group(town, meeting)
    cast.mette.clicks(cast.mette.command(held, "/moede").replies[-1], "Åbn for punkter")
    town.settle()
    cast.lars.mentions_bot(held, "punkt Prisen på integrationen")
    assert cast.mette.command(held, "/dagsorden", "Tidsplan for Nexus").ok
    town.settle()
    (card,) = [seen for seen in cast.lars.sees(held) if seen.text.startswith("Dagsorden til")]
    assert card.says("Prisen på integrationen")
    assert card.says("Tidsplan for Nexus")
    joint = cast.mette.command(CHANNEL, "/dagsorden").words
    assert "Fællesmøde nr. 19" in joint
    assert "integrationen" not in joint


def test_it_goes_its_whole_way_there_and_the_joint_channel_hears_nothing(town: Town, series: Joint):
    cast, ws = town.cast, town.cast.workspace
    said_before = [each.ts for each in ws.messages[cast.meeting.id]]
    planned_one = planned(town, series, VENDOR, cast.lars)
    town.settle()
    place, course = group(town, planned_one.id), goes(planned_one)

    assert next(course) == "collecting"
    assert any(said.startswith(f"Dagsorden til Møde {mark(VENDOR)}")
               for said in in_group(town, place, cast.lars))  # fmt: skip
    assert cast.lars.hears(cast.lars.dm, "Status: Fælles Stamkort")

    assert next(course) == "agenda_sent"
    assert {each.name.rpartition(".")[2] for each in files(town, place)} == {"docx", "ics"}
    assert {next(course), next(course), next(course), next(course)} == {
        "in_session", "drafting", "in_review", "approved",
    }  # fmt: skip
    assert any(said.startswith(f"Referat af Møde {mark(VENDOR)}")
               for said in in_group(town, place, cast.lars))  # fmt: skip
    papers = files(town, place)
    assert len(papers) >= 4  # agenda, invitation, draft, final
    for paper in papers:
        assert paper.channels == [place.id]
        for name in OTHERS:
            assert not sight.may_open_file(ws, paper.id, getattr(cast, name).user)
    assert [each.ts for each in ws.messages[cast.meeting.id]] == said_before
    for name in ("anders", "sofie", "nina"):
        assert not any("Status:" in said for said in in_group(town, getattr(cast, name).dm,
                                                              getattr(cast, name)))  # fmt: skip
