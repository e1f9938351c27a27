"""Whatever the manifest subscribes to is acknowledged."""

import pytest
from slack_bolt.request import BoltRequest
from slack_bolt.response import BoltResponse

from bot.demo import happenings
from bot.demo.model import Guest
from bot.slack.manifest import EVENTS
from tests.support.joint import Joint
from tests.support.town import Town


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_somebody_who_joins_the_channel_is_no_fault(
    town: Town, series: Joint, caplog: pytest.LogCaptureFixture
):
    workspace = town.cast.workspace
    newcomer = workspace.add_person("ida", "Ida Berg", guest=Guest.MULTI_CHANNEL)
    told = happenings.join(workspace, town.cast.meeting, newcomer, inviter=town.cast.mette.id)
    assert told is not None
    assert told.wait(2)
    assert told.acknowledged
    assert "Unhandled request" not in caplog.text


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("event", EVENTS)
def test_every_event_has_a_listener(town: Town, event: str):
    body = {"type": "event_callback", "event": {"type": event}}
    asked = BoltRequest(body=body, mode="socket_mode")
    answer = BoltResponse(status=404)
    heard = [each for each in town.bot.app._listeners if each.matches(req=asked, resp=answer)]
    assert len(heard) == 1
