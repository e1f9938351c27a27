"""The Web API through slack_sdk's own client: shapes, codes and scopes."""

import io
import json
import urllib.error
import urllib.request
from dataclasses import replace
from datetime import timedelta

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.demo import happenings
from bot.demo.model import ChannelKind
from tests.demo.conftest import TITLE, Town, asked, button, modal, plain, section


def refusal(call, *args: object, **kwargs: object) -> str:
    """Slack's code for a call that must fail."""
    with pytest.raises(SlackApiError) as refused:
        call(*args, **kwargs)
    return str(refused.value.response["error"])


def client_with(town: Town, token: str | None) -> WebClient:
    return WebClient(token=token, base_url=town.server.api_url, retry_handlers=[])


# who calls


def test_auth_test_names_bot_and_workspace_and_the_scopes(town):
    answer = town.client.auth_test()
    assert answer["user_id"] == town.ws.installed.bot.id
    assert answer["team_id"] == town.ws.home.id
    assert "chat:write" in answer.headers["x-oauth-scopes"].split(",")


def test_tokens(town):
    assert refusal(client_with(town, None).auth_test) == "not_authed"
    assert refusal(client_with(town, "xoxb-else").auth_test) == "invalid_auth"
    app_token = town.ws.installed.app_token
    assert refusal(client_with(town, app_token).auth_test) == "not_allowed_token_type"
    assert refusal(town.client.api_call, "apps.connections.open") == "not_allowed_token_type"
    opened = client_with(town, None).apps_connections_open(app_token=app_token)
    assert opened["url"].startswith("ws://127.0.0.1:")


def test_a_token_may_come_as_an_argument(town):
    token = town.ws.installed.bot_token
    assert client_with(town, None).api_call("auth.test", params={"token": token})["ok"]


def test_revoked_tokens(town):
    happenings.uninstall(town.ws)
    assert refusal(town.client.auth_test) == "token_revoked"


def test_unknown_methods_and_the_echo(town):
    assert refusal(town.client.api_call, "chat.whisper") == "unknown_method"
    assert town.client.api_test(foo="bar")["args"]["foo"] == "bar"
    assert refusal(town.client.api_test, error="my_error") == "my_error"


def test_a_missing_scope_is_named(town):
    with pytest.raises(SlackApiError) as refused:
        town.client.conversations_history(channel=town.here)
    body = refused.value.response
    assert (body["error"], body["needed"]) == ("missing_scope", "channels:history")
    assert "chat:write" in body["provided"].split(",")
    assert refusal(town.client.files_info, file="F1") == "missing_scope"
    assert refusal(town.client.team_info) == "missing_scope"


# messages


def test_a_posted_message_is_in_the_channel_for_everybody(town):
    answer = town.client.chat_postMessage(
        channel=town.here,
        text="Dagsorden",
        blocks=[section("*Dagsorden*"), {"type": "actions", "elements": [button("Stem", "v")]}],
        metadata={"event_type": "card", "event_payload": {"key": "agenda:19"}},
    )
    assert answer["channel"] == town.here
    message = answer["message"]
    assert message["ts"] == answer["ts"]
    assert message["bot_id"] == town.ws.installed.bot_id
    assert message["metadata"]["event_payload"] == {"key": "agenda:19"}
    assert all(block["block_id"] for block in message["blocks"])
    assert town.cura.hears("eoj", "Dagsorden").buttons == ("Stem",)


def test_timestamps_are_unique_and_growing_while_the_clock_stands(town):
    stamps = [town.client.chat_postMessage(channel=town.here, text="x")["ts"] for _ in range(5)]
    assert stamps == sorted(set(stamps))
    town.clock.move(days=1)
    later = town.client.chat_postMessage(channel=town.here, text="x")["ts"]
    assert float(later) - float(stamps[0]) >= timedelta(days=1).total_seconds()


def test_where_the_bot_may_not_post(town):
    foreign = town.ws.add_channel("offentlig", [town.anna.user])
    hidden = town.ws.add_channel("lukket", [town.anna.user], private=True)
    post = town.client.chat_postMessage
    assert refusal(post, channel=foreign.id, text="x") == "not_in_channel"
    assert refusal(post, channel=hidden.id, text="x") == "channel_not_found"
    assert refusal(post, channel="C404", text="x") == "channel_not_found"
    happenings.archive(town.ws, town.channel, town.anna.user)
    assert refusal(post, channel=town.here, text="x") == "is_archived"


@pytest.mark.filterwarnings("ignore:The top-level `text`")
def test_what_may_not_be_posted(town):
    post = town.client.chat_postMessage
    assert refusal(post, channel=town.here, text="") == "no_text"
    assert refusal(post, channel=town.here, text="x", blocks="{") == "invalid_blocks_format"
    bad = [section("x" * 3_001)]
    with pytest.raises(SlackApiError) as refused:
        post(channel=town.here, text="x", blocks=bad)
    assert refused.value.response["error"] == "invalid_blocks"
    assert refused.value.response["response_metadata"]["messages"] == [
        "[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]"
    ]
    wordy = [section("x" * 3_000)] * 5
    assert refusal(post, channel=town.here, text="x", blocks=wordy) == "msg_blocks_too_long"
    wrong = {"event_type": "card"}
    code = refusal(post, channel=town.here, text="x", metadata=wrong)
    assert code == "invalid_metadata_format"
    huge = {"event_type": "card", "event_payload": {"key": "x" * 20_000}}
    assert refusal(post, channel=town.here, text="x", metadata=huge) == "metadata_too_large"
    assert refusal(post, channel=town.here, text="x", thread_ts="1.1") == "thread_not_found"
    assert not town.anna.sees("eoj")


def test_a_long_text_is_cut_when_posted_and_refused_when_changed(town):
    posted = town.client.chat_postMessage(channel=town.here, text="x" * 40_001)
    assert len(posted["message"]["text"]) == 40_000
    change = {"channel": town.here, "ts": posted["ts"]}
    assert refusal(town.client.chat_update, **change, text="x" * 4_001) == "msg_too_long"
    assert town.client.chat_update(**change, text="x" * 4_000)["ok"]


def test_an_update_changes_in_place_and_keeps_what_it_does_not_mention(town):
    posted = town.client.chat_postMessage(channel=town.here, text="før", blocks=[section("gammel")])
    change = {"channel": town.here, "ts": posted["ts"]}
    town.client.chat_update(**change, text="efter")
    seen = town.anna.sees("eoj")
    assert [(one.text, one.words, one.edited) for one in seen] == [("efter", "gammel", True)]
    town.client.chat_update(**change, text="til sidst", blocks=[])
    assert town.anna.sees("eoj")[0].words == "til sidst"


def test_only_what_the_bot_said_can_be_changed_or_deleted(town):
    said = town.anna.says("eoj", "mit")
    where = {"channel": town.here, "ts": said.ts}
    assert refusal(town.client.chat_update, **where, text="dit") == "cant_update_message"
    assert refusal(town.client.chat_delete, **where) == "cant_delete_message"
    gone = {"channel": town.here, "ts": "1.000001"}
    assert refusal(town.client.chat_update, **gone, text="x") == "message_not_found"
    assert refusal(town.client.chat_delete, **gone) == "message_not_found"
    own = town.client.chat_postMessage(channel=town.here, text="væk")
    town.client.chat_delete(channel=town.here, ts=own["ts"])
    assert [one.text for one in town.anna.sees("eoj")] == ["mit"]


def test_an_ephemeral_message_is_seen_by_one_and_found_by_nobody(town):
    answer = town.client.chat_postEphemeral(channel=town.here, user=town.bo.id, text="psst")
    assert [one.text for one in town.bo.sees("eoj")] == ["psst"]
    assert not town.anna.sees("eoj")
    where = {"channel": town.here, "ts": answer["message_ts"]}
    assert refusal(town.client.chat_update, **where, text="x") == "message_not_found"
    secret = {"channel": town.secret.id, "text": "x"}
    post = town.client.chat_postEphemeral
    assert refusal(post, **secret, user=town.bo.id) == "user_not_in_channel"
    foreign = town.ws.add_channel("offentlig", [town.anna.user])
    assert refusal(post, channel=foreign.id, user=town.anna.id, text="x") == "not_in_channel"


def test_a_thread_and_its_permalinks(town):
    root = town.anna.says("eoj", "rod")
    reply = town.client.chat_postMessage(channel=town.here, text="svar", thread_ts=root.ts)
    assert reply["message"]["thread_ts"] == root.ts
    link = town.client.chat_getPermalink(channel=town.here, message_ts=reply["ts"])["permalink"]
    assert f"/archives/{town.here}/p{reply['ts'].replace('.', '')}" in link
    assert f"thread_ts={root.ts}" in link
    code = refusal(town.client.chat_getPermalink, channel=town.here, message_ts="1.1")
    assert code == "message_not_found"
    assert [one.text for one in town.bo.thread("eoj", root.ts)] == ["rod", "svar"]


# conversations and people


def test_history_reads_newest_first_with_metadata_and_pages(readable):
    town = readable
    for number in range(5):
        town.client.chat_postMessage(
            channel=town.here,
            text=f"nr. {number}",
            metadata={"event_type": "card", "event_payload": {"n": number}},
        )
    page = town.client.conversations_history(channel=town.here, limit=2, include_all_metadata=True)
    assert [one["text"] for one in page["messages"]] == ["nr. 4", "nr. 3"]
    assert page["messages"][0]["metadata"]["event_payload"] == {"n": 4}
    assert page["has_more"]
    texts = [m["text"] for part in page for m in part["messages"]]
    assert texts == [f"nr. {n}" for n in (4, 3, 2, 1, 0)]
    bare = town.client.conversations_history(channel=town.here)
    assert "metadata" not in bare["messages"][0]
    middle = bare["messages"][1]["ts"]
    newer = town.client.conversations_history(channel=town.here, oldest=middle)
    assert [one["text"] for one in newer["messages"]] == ["nr. 4"]


def test_history_leaves_out_replies_and_private_words(readable):
    town = readable
    root = town.anna.says("eoj", "rod")
    town.bo.says("eoj", "svar", thread=root)
    town.client.chat_postEphemeral(channel=town.here, user=town.bo.id, text="psst")
    history = town.client.conversations_history(channel=town.here)["messages"]
    assert [(one["text"], one["reply_count"]) for one in history] == [("rod", 1)]
    replies = town.client.conversations_replies(channel=town.here, ts=root.ts)["messages"]
    assert [one["text"] for one in replies] == ["rod", "svar"]
    assert replies[1]["parent_user_id"] == town.anna.id
    missing = refusal(town.client.conversations_replies, channel=town.here, ts="1.1")
    assert missing == "thread_not_found"
    foreign = town.ws.add_channel("offentlig", [town.anna.user])
    read = town.client.conversations_history
    assert refusal(read, channel=foreign.id) == "not_in_channel"


def test_conversations_are_listed_with_the_scopes_one_has(town):
    listed = town.client.conversations_list(types="public_channel,private_channel")["channels"]
    assert {one["name"] for one in listed} == {"eoj", "formandskab"}
    assert refusal(town.client.conversations_list, types="im") == "missing_scope"
    assert refusal(town.client.conversations_list, types="rooms") == "invalid_types"
    info = town.client.conversations_info(channel=town.here)["channel"]
    assert (info["is_ext_shared"], info["is_member"], info["is_private"]) == (True, True, False)
    assert town.cura.user.team.id in info["shared_team_ids"]
    private = town.client.conversations_info(channel=town.secret.id)["channel"]
    assert (private["is_private"], private["is_ext_shared"]) == (True, False)
    hidden = town.ws.add_channel("lukket", [town.bo.user], private=True)
    assert refusal(town.client.conversations_info, channel=hidden.id) == "channel_not_found"
    assert refusal(town.client.conversations_members, channel=hidden.id) == "channel_not_found"
    members = town.client.conversations_members(channel=town.here)["members"]
    assert set(members) == set(town.channel.members)


def test_direct_messages_are_opened_once(town):
    opened = town.client.conversations_open(users=town.bo.id)
    again = town.client.conversations_open(users=town.bo.id)
    assert again["channel"]["id"] == opened["channel"]["id"]
    assert again["already_open"]
    town.client.chat_postMessage(channel=opened["channel"]["id"], text="husk")
    town.client.chat_postMessage(channel=town.bo.id, text="igen")
    assert [one.text for one in town.bo.sees(town.bo.dm)] == ["husk", "igen"]
    assert town.bo.channel("referent").kind is ChannelKind.DM


def test_whom_the_bot_can_reach(town):
    stranger = town.ws.add_person("eva", "Eva Fremmed", team=town.cura.user.team)
    opening = town.client.conversations_open
    assert refusal(opening, users="U404") == "user_not_found"
    assert refusal(opening, users="") == "users_list_not_supplied"
    assert refusal(opening, users=stranger.id) == "user_not_visible"
    assert refusal(opening, users=f"{town.anna.id},{town.bo.id}") == "missing_scope"
    assert opening(users=town.cura.id)["ok"]
    post = town.client.chat_postMessage
    assert refusal(post, channel=stranger.id, text="x") == "channel_not_found"
    assert refusal(town.client.users_info, user=stranger.id) == "user_not_visible"
    happenings.change_person(town.ws, town.bo.user, deactivated=True)
    assert refusal(opening, users=town.bo.id) == "user_disabled"


def test_a_group_conversation_has_all_of_them(town):
    people = [town.ws.installed.bot.id, town.anna.id, town.bo.id]
    place, _ = town.ws.direct(people)
    same, fresh = town.ws.direct(people[::-1])
    assert (place.kind, same.id, fresh) == (ChannelKind.GROUP, place.id, False)
    town.client.chat_postMessage(channel=place.id, text="til jer to")
    assert town.anna.hears(place, "til jer to")
    assert town.bo.channel("referent, Anna Holm").id == place.id


def test_people_as_the_api_shows_them(town):
    guest = town.client.users_info(user=town.guest.id, include_locale=True)["user"]
    assert guest["is_restricted"]
    assert not guest["is_ultra_restricted"]
    assert guest["locale"] == "da-DK"
    assert guest["profile"]["email"] == "gitte@medcom.example"
    external = town.client.users_info(user=town.cura.id)["user"]
    assert external["team_id"] == town.cura.user.team.id != town.ws.home.id
    assert external["is_stranger"] is False
    assert "locale" not in external
    app = town.ws.installed
    town.ws.app = replace(app, scopes=app.scopes - {"users:read.email"})
    assert "email" not in town.client.users_info(user=town.anna.id)["user"]["profile"]
    everybody = town.client.users_list()["members"]
    assert {one["id"] for one in everybody} == set(town.ws.users)
    assert refusal(town.client.users_info, user="U404") == "user_not_found"
    bot = town.client.bots_info(bot=town.ws.installed.bot_id)["bot"]
    assert bot["user_id"] == town.ws.installed.bot.id
    assert refusal(town.client.bots_info, bot="B404") == "bot_not_found"


# views


def test_a_trigger_opens_one_dialog_within_three_seconds(town):
    fresh = town.ws.triggers.issue(town.anna.id)
    view = town.client.views_open(trigger_id=fresh, view=modal(TITLE))["view"]
    assert town.anna.dialog.title == "Punkt"
    assert view["app_installed_team_id"] == town.ws.home.id
    assert view["root_view_id"] == view["id"]
    opening = town.client.views_open
    assert refusal(opening, trigger_id=fresh, view=modal(TITLE)) == "exchanged_trigger_id"
    assert refusal(opening, trigger_id="1.2.x", view=modal(TITLE)) == "invalid_trigger_id"
    late = town.ws.triggers.issue(town.anna.id)
    town.clock.move(seconds=3.1)
    assert refusal(opening, trigger_id=late, view=modal(TITLE)) == "expired_trigger_id"


def test_a_refused_view_leaves_the_trigger_usable(town):
    trigger = town.ws.triggers.issue(town.anna.id)
    bad = modal(TITLE, title="x" * 25)
    assert refusal(town.client.views_open, trigger_id=trigger, view=bad) == "invalid_arguments"
    assert town.client.views_open(trigger_id=trigger, view=modal(TITLE))["ok"]


def test_three_views_in_a_stack(town):
    def trigger() -> str:
        shown = town.anna.dialog
        return str(town.ws.triggers.issue(town.anna.id, in_view=shown.id if shown else None))

    outside = refusal(town.client.views_push, trigger_id=trigger(), view=modal(TITLE))
    assert outside == "not_found"
    first = town.client.views_open(trigger_id=trigger(), view=modal(TITLE))["view"]
    second = town.client.views_push(trigger_id=trigger(), view=modal(TITLE))["view"]
    assert second["previous_view_id"] == first["id"] == second["root_view_id"]
    town.client.views_push(trigger_id=trigger(), view=modal(TITLE))
    code = refusal(town.client.views_push, trigger_id=trigger(), view=modal(TITLE))
    assert code == "push_limit_reached"
    town.anna.closes(town.anna.dialog)
    assert town.anna.dialog.id == second["id"]


def test_an_update_changes_the_hash_and_respects_the_old_one(town):
    trigger = town.ws.triggers.issue(town.anna.id)
    view = modal(TITLE, external_id="item-1")
    opened = town.client.views_open(trigger_id=trigger, view=view)["view"]
    town.anna.fills(town.anna.dialog, {"Titel": "Telefonnumre"})
    changed = town.client.views_update(
        view_id=opened["id"], hash=opened["hash"], view=modal(section("ny"), TITLE)
    )["view"]
    assert changed["hash"] != opened["hash"]
    assert changed["state"]["values"]["title"]["text"]["value"] == "Telefonnumre"
    update = town.client.views_update
    stale = {"view_id": opened["id"], "hash": opened["hash"], "view": modal(TITLE)}
    assert refusal(update, **stale) == "hash_conflict"
    assert refusal(update, view_id="V404", view=modal(TITLE)) == "not_found"
    town.anna.closes(town.anna.dialog)
    assert refusal(update, view_id=opened["id"], view=modal(TITLE)) == "not_found"


def test_an_external_id_is_unique_and_finds_the_view(town):
    one, two = (town.ws.triggers.issue(who.id) for who in (town.anna, town.bo))
    named = modal(TITLE, external_id="item-1")
    town.client.views_open(trigger_id=one, view=named)
    code = refusal(town.client.views_open, trigger_id=two, view=named)
    assert code == "duplicate_external_id"
    own = modal(TITLE, title="Ny", external_id="item-1")
    found = town.client.views_update(external_id="item-1", view=own)
    assert found["view"]["title"] == plain("Ny")


def test_an_update_with_another_kind_of_field_forgets_what_was_typed(town):
    trigger = town.ws.triggers.issue(town.anna.id)
    opened = town.client.views_open(trigger_id=trigger, view=modal(TITLE))["view"]
    town.anna.fills(town.anna.dialog, {"Titel": "2022-03-10"})
    dated = asked("Titel", "title", {"type": "datepicker", "action_id": "text"})
    changed = town.client.views_update(view_id=opened["id"], view=modal(dated))["view"]
    assert changed["state"]["values"]["title"]["text"] == {
        "type": "datepicker",
        "selected_date": None,
    }


def test_the_home_tab_is_published_per_person(town):
    home = {"type": "home", "blocks": [section("Hej Anna")]}
    first = town.client.views_publish(user_id=town.anna.id, view=home)["view"]
    assert town.anna.home.words == "Hej Anna"
    assert town.bo.home is None
    second = town.client.views_publish(user_id=town.anna.id, view=home, hash=first["hash"])["view"]
    assert second["id"] == first["id"]
    publish = town.client.views_publish
    old = {"user_id": town.anna.id, "view": home, "hash": first["hash"]}
    assert refusal(publish, **old) == "hash_conflict"
    other = {"user_id": town.bo.id, "view": home, "hash": first["hash"]}
    assert refusal(publish, **other) == "hash_conflict"
    assert refusal(publish, user_id="U404", view=home) == "user_not_found"


def test_a_home_tab_must_be_turned_on(town):
    town.ws.app = replace(town.ws.installed, home_tab=False)
    home = {"type": "home", "blocks": [section("Hej")]}
    assert refusal(town.client.views_publish, user_id=town.anna.id, view=home) == "not_enabled"


# files


def test_an_upload_in_three_steps_lands_in_the_channel(town):
    content = b"PK" + bytes(range(256)) * 40
    answer = town.client.files_upload_v2(
        channel=town.here,
        file=io.BytesIO(content),
        filename="Dagsorden nr. 19.docx",
        title="Dagsorden",
        initial_comment="Her er dagsordenen",
    )
    assert answer["file"]["title"] == "Dagsorden"
    assert answer["file"]["shares"] == {}
    message = town.bo.hears("eoj", "Her er dagsordenen")
    (stored,) = message.files
    assert (stored.name, stored.content) == ("Dagsorden nr. 19.docx", content)
    assert stored.mimetype.endswith("wordprocessingml.document")


def test_several_files_in_a_thread(town):
    root = town.anna.says("eoj", "papirer?")
    town.client.files_upload_v2(
        channel=town.here,
        thread_ts=root.ts,
        file_uploads=[
            {"content": "BEGIN:VCALENDAR", "filename": "møde.ics"},
            {"content": "x", "filename": "b.txt"},
        ],
    )
    reply = town.bo.thread("eoj", root.ts)[-1]
    assert [one.name for one in reply.files] == ["møde.ics", "b.txt"]


def test_uploads_that_fail(town):
    client = town.client
    upload = {"filename": "a.txt", "length": 1}
    assert refusal(client.files_getUploadURLExternal, filename="a", length=0) == "missing_argument"
    unsent = client.files_getUploadURLExternal(**upload)
    finish = client.files_completeUploadExternal
    files = [{"id": unsent["file_id"], "title": "a"}]
    assert refusal(finish, files=files, channel_id=town.here) == "file_not_found"
    foreign = town.ws.add_channel("offentlig", [town.anna.user])
    send = client.files_upload_v2
    assert refusal(send, content="x", filename="a", channel=foreign.id) == "not_in_channel"
    assert refusal(send, content="x", filename="a", channel="C404") == "channel_not_found"
    with pytest.raises(urllib.error.HTTPError):
        urllib.request.urlopen(f"{town.ws.url}/upload/F1-guess", data=b"x")


def test_a_file_is_read_and_deleted(readable):
    town = readable
    app = town.ws.installed
    town.ws.app = replace(app, scopes=app.scopes | {"files:read"})
    sent = town.client.files_upload_v2(channel=town.here, content="x", filename="a.txt")
    file_id = sent["file"]["id"]
    info = town.client.files_info(file=file_id)["file"]
    (share,) = info["shares"]["public"][town.here]
    assert share["ts"] == town.anna.sees("eoj")[0].ts
    town.client.files_delete(file=file_id)
    assert town.anna.sees("eoj")[0].files == ()
    assert refusal(town.client.files_info, file=file_id) == "file_deleted"
    assert refusal(town.client.files_delete, file="F404") == "file_not_found"


# limits of pace


def test_tiers_count_a_minute_and_say_when_to_come_back(town):
    town.ws.rates.tiers = True
    for _ in range(20):
        town.client.users_list()
    with pytest.raises(SlackApiError) as refused:
        town.client.users_list()
    assert refused.value.response.status_code == 429
    assert refused.value.response["error"] == "ratelimited"
    assert refused.value.response.headers["Retry-After"] == "60"
    assert town.client.auth_test()["ok"]
    town.clock.move(seconds=60)
    assert town.client.users_list()["ok"]


def test_one_message_a_second_per_channel_after_a_burst(town):
    town.ws.rates.posting = True
    for _ in range(4):
        town.client.chat_postMessage(channel=town.here, text="x")
    post = town.client.chat_postMessage
    assert refusal(post, channel=town.here, text="x") == "ratelimited"
    assert town.client.chat_postMessage(channel=town.secret.id, text="x")["ok"]
    town.clock.move(seconds=4)
    assert town.client.chat_postMessage(channel=town.here, text="x")["ok"]


@pytest.mark.parametrize(
    ("body", "code"), [(b"{", "invalid_json"), (b"[1]", "json_not_object"), (b"", "not_authed")]
)
def test_bodies_that_are_no_json_object(town, body, code):
    request = urllib.request.Request(
        f"{town.server.api_url}auth.test", body, {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request) as answer:
        assert json.load(answer) == {"ok": False, "error": code}
