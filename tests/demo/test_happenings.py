"""People and channels change, and an app that subscribed is told."""

from dataclasses import replace

import pytest
from slack_sdk.errors import SlackApiError

from bot.demo import happenings
from bot.demo.acting import Persona


@pytest.fixture
def told(town, recorder):
    """An app that subscribed to everything of this kind."""
    app = town.ws.installed
    further = {
        "app_uninstalled",
        "channel_archive",
        "channel_id_changed",
        "channel_shared",
        "channel_unshared",
        "tokens_revoked",
        "user_change",
    }
    scopes = app.scopes | {"mpim:write", "mpim:history"}
    town.ws.app = replace(app, events=app.events | further, scopes=scopes)
    return recorder


def event(told, delivery):
    assert delivery is not None
    assert delivery.wait(2)
    assert delivery.acknowledged
    return told.last["event"]


def test_a_person_changes(town, told):
    change = happenings.change_person(town.ws, town.bo.user, real_name="Bo Bak", locale="en-GB")
    sent = event(told, change)
    assert sent["type"] == "user_change"
    assert (sent["user"]["real_name"], sent["user"]["locale"]) == ("Bo Bak", "en-GB")
    gone = event(told, happenings.change_person(town.ws, town.bo.user, deactivated=True))
    assert gone["user"]["deleted"] is True


def test_a_channel_is_shared_and_cut_off(town, told):
    kmd = town.ws.add_team("KMD", "kmd")
    lars = town.ws.add_person("lars", "Lars KMD", team=kmd)
    shared = event(told, happenings.share(town.ws, town.channel, kmd))
    assert (shared["channel"], shared["connected_team_id"]) == (town.here, kmd.id)
    town.anna.invites("eoj", lars)
    assert Persona(town.ws, lars).channel("eoj").id == town.here
    cut = event(told, happenings.unshare(town.ws, town.channel, kmd))
    assert cut["previously_connected_team_id"] == kmd.id
    assert cut["is_ext_shared"] is True  # Systematic is still there
    assert lars.id not in town.channel.members


def test_a_private_channel_gets_another_id(town, told):
    said = town.client.chat_postMessage(channel=town.secret.id, text="før")
    town.client.files_upload_v2(channel=town.secret.id, content="x", filename="a.txt")
    old = town.secret.id
    sent = event(told, happenings.change_id(town.ws, town.secret))
    assert (sent["old_channel_id"], sent["new_channel_id"]) == (old, town.secret.id)
    with pytest.raises(SlackApiError, match="channel_not_found"):
        town.client.chat_postMessage(channel=old, text="x")
    town.client.chat_update(channel=town.secret.id, ts=said["ts"], text="efter")
    assert [one.text for one in town.anna.sees("formandskab")] == ["efter", ""]
    assert town.anna.sees("formandskab")[1].files[0].channels == [town.secret.id]


def test_an_archived_channel_is_silent(town, told):
    sent = event(told, happenings.archive(town.ws, town.channel, town.anna.user))
    assert (sent["type"], sent["user"]) == ("channel_archive", town.anna.id)
    with pytest.raises(SlackApiError, match="is_archived"):
        town.client.chat_postMessage(channel=town.here, text="x")


def test_an_uninstalled_app_hears_of_it_and_is_shut_out(town, told):
    sent = [event(told, one)["type"] for one in happenings.uninstall(town.ws)]
    assert set(sent) <= {"tokens_revoked", "app_uninstalled"}
    kinds = {one["event"]["type"] for one in told.payloads}
    assert kinds == {"tokens_revoked", "app_uninstalled"}
    with pytest.raises(SlackApiError, match="token_revoked"):
        town.client.auth_test()


def test_a_group_conversation_is_opened_by_the_app(town, told):
    people = f"{town.anna.id},{town.bo.id}"
    opened = town.client.conversations_open(users=people, return_im=True)["channel"]
    assert opened["is_mpim"] is True
    town.client.chat_postMessage(channel=opened["id"], text="til jer")
    assert town.bo.hears(opened["id"], "til jer")
    again = town.client.conversations_open(users=f"{town.bo.id},{town.anna.id}")
    assert (again["channel"]["id"], again["already_open"]) == (opened["id"], True)
    with pytest.raises(SlackApiError, match="too_many_users"):
        town.client.conversations_open(users=",".join(f"U{n}" for n in range(9)))
    with pytest.raises(SlackApiError, match="cannot_dm_bot"):
        town.client.conversations_open(users=town.ws.installed.bot.id)


def test_a_deleted_message_with_answers_leaves_a_stone(town):
    posted = town.client.chat_postMessage(channel=town.here, text="rod")
    root = town.anna.hears("eoj", "rod")
    town.bo.says("eoj", "svar", thread=root)
    town.client.chat_delete(channel=town.here, ts=posted["ts"])
    assert [one.text for one in town.anna.thread("eoj", root.ts)] == [
        "This message was deleted.",
        "svar",
    ]
    with pytest.raises(SlackApiError, match="message_not_found"):
        town.client.chat_update(channel=town.here, ts=posted["ts"], text="x")
    town.client.chat_postMessage(channel=town.here, text="videre", thread_ts=posted["ts"])
    assert town.anna.hears("eoj", "videre").thread_ts == posted["ts"]
