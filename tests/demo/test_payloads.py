"""What an app is sent: field by field as Slack's reference pages show it."""

from dataclasses import replace
from typing import Any

from slack_sdk.signature import SignatureVerifier

from bot.demo import happenings, page_acts
from bot.demo.model import Json
from tests.demo.conftest import TITLE, asked, button, modal, plain, section


def posted(town, *blocks: Json, **more: object):
    """A message of the bot's in the shared channel, as Anna sees it."""
    town.client.chat_postMessage(channel=town.here, text="kort", blocks=list(blocks), **more)
    return town.anna.hears("eoj")


def opened(town, who, *blocks: Json, **more: Any):
    town.client.views_open(trigger_id=town.ws.triggers.issue(who.id), view=modal(*blocks, **more))
    return who.gets_dialog()


SELECT: Json = {
    "type": "static_select",
    "action_id": "purpose",
    "placeholder": plain("Formål"),
    "options": [
        {"text": plain("Orientering"), "value": "inform"},
        {"text": plain("Beslutning"), "value": "decide"},
    ],
}


def test_requests_are_signed_as_the_sdk_verifies_them(town, recorder):
    town.anna.command("eoj", "/punkt", "æøå & <b>")
    verifier = SignatureVerifier(town.ws.installed.signing_secret)
    (headers,), (body,) = recorder.headers, recorder.bodies
    assert verifier.is_valid_request(body, headers)
    assert not verifier.is_valid_request(body + "x", headers)


def test_a_command_is_a_form_with_escaped_mentions(town, recorder):
    text = f"{town.bo.mention} tager <#{town.here}> & resten"
    town.anna.command("eoj", "/punkt", text)
    sent = recorder.last
    assert sent.pop("trigger_id").count(".") == 2
    assert sent.pop("response_url").startswith(f"{town.ws.url}/response/")
    assert sent == {
        "token": town.ws.installed.verification_token,
        "team_id": town.ws.home.id,
        "team_domain": "medcom",
        "channel_id": town.here,
        "channel_name": "eoj",
        "user_id": town.anna.id,
        "user_name": "anna",
        "command": "/punkt",
        "text": f"<@{town.bo.id}|bo> tager <#{town.here}|eoj> &amp; resten",
        "api_app_id": town.ws.installed.app_id,
        "is_enterprise_install": "false",
    }
    town.anna.command(town.anna.dm, "/raa", text)
    assert recorder.last["text"] == "@bo tager #eoj & resten"
    assert recorder.last["channel_name"] == "directmessage"
    town.anna.command("formandskab", "/punkt")
    assert recorder.last["channel_name"] == "privategroup"


def test_a_command_works_where_the_bot_is_no_member(town, recorder):
    place = town.ws.add_channel("andre", [town.anna.user])
    recorder.will_answer({"response_type": "in_channel", "text": "for alle"})
    assert town.anna.command(place, "/punkt").ok
    assert [one.text for one in town.anna.sees(place)] == ["for alle"]


def test_who_may_not_use_commands_and_where(town, recorder):
    root = town.anna.says("eoj", "rod")
    recorder.payloads.clear()
    assert town.cura.command("eoj", "/punkt").error == "not_allowed"
    assert town.cura.global_shortcut("Nyt punkt").error == "not_allowed"
    assert town.cura.message_shortcut(root, "Sæt på dagsordenen").error == "not_allowed"
    assert town.anna.command("eoj", "/punkt", thread=root).error == "not_supported_in_thread"
    assert town.anna.command("eoj", "/ukendt").error == "invalid_command"
    assert not recorder.payloads
    assert town.guest.command("eoj", "/punkt").ok


def test_bad_acks_of_a_command(town, recorder):
    recorder.will_answer({"blocks": [section("x" * 3_001)]})
    assert town.anna.command("eoj", "/punkt").error == "invalid_command_response"
    recorder.will_answer("nej", status=500)
    assert town.anna.command("eoj", "/punkt").error == "http_error"
    assert not town.anna.sees("eoj")


def test_a_button_in_a_message(town, recorder):
    card = posted(town, {"type": "actions", "block_id": "b", "elements": [button("Ja", "y", "7")]})
    town.anna.clicks(card, "Ja")
    sent = recorder.last
    assert sent["type"] == "block_actions"
    assert sent["user"] == {
        "id": town.anna.id,
        "username": "anna",
        "name": "anna",
        "team_id": town.ws.home.id,
    }
    assert sent["team"] == {"id": town.ws.home.id, "domain": "medcom"}
    assert sent["enterprise"] is None
    assert sent["container"] == {
        "type": "message",
        "message_ts": card.ts,
        "channel_id": town.here,
        "is_ephemeral": False,
    }
    assert sent["channel"] == {"id": town.here, "name": "eoj"}
    assert sent["message"]["ts"] == card.ts
    assert sent["message"]["blocks"] == card.blocks
    (action,) = sent["actions"]
    assert float(action.pop("action_ts")) > float(card.ts)
    assert action == {
        "type": "button",
        "action_id": "y",
        "block_id": "b",
        "text": plain("Ja"),
        "value": "7",
    }


def test_a_click_in_an_ephemeral_message_carries_no_message(town, recorder):
    town.client.chat_postEphemeral(
        channel=town.here,
        user=town.bo.id,
        text="?",
        blocks=[{"type": "actions", "elements": [button("Ja", "y")]}],
    )
    town.bo.clicks(town.bo.hears("eoj"), "Ja")
    assert recorder.last["container"]["is_ephemeral"] is True
    assert "message" not in recorder.last
    assert recorder.last["response_url"]


def test_somebody_of_another_workspace_clicks_and_submits(town, recorder):
    card = posted(town, {"type": "actions", "elements": [button("Ja", "y")]})
    town.cura.clicks(card, "Ja")
    away = town.cura.user.team
    assert recorder.last["team"]["id"] == town.ws.home.id
    assert recorder.last["user"]["team_id"] == away.id
    town.client.views_open(trigger_id=recorder.last["trigger_id"], view=modal(TITLE))
    town.cura.submits(town.cura.gets_dialog(), {"Titel": "Certificering"})
    sent = recorder.last
    assert sent["type"] == "view_submission"
    assert sent["team"] == {"id": away.id, "domain": "systematic"}
    assert sent["view"]["team_id"] == away.id
    assert sent["view"]["app_installed_team_id"] == town.ws.home.id


def test_a_submission_carries_the_view_and_its_state(town, recorder):
    dialog = opened(
        town,
        town.anna,
        TITLE,
        asked("Formål", "why", SELECT),
        asked("Minutter", "time", {"type": "number_input", "is_decimal_allowed": False,
                                   "action_id": "minutes"}, optional=True),
        private_metadata='{"item": 3}',
    )  # fmt: skip
    town.anna.submits(dialog, {"Titel": "Telefonnumre", "Formål": "Beslutning"})
    sent = recorder.last
    assert sent["response_urls"] == []
    view = sent["view"]
    assert view["private_metadata"] == '{"item": 3}'
    assert view["callback_id"] == "item"
    assert view["state"]["values"] == {
        "title": {"text": {"type": "plain_text_input", "value": "Telefonnumre"}},
        "why": {"purpose": {"type": "static_select", "selected_option": SELECT["options"][1]}},
        "time": {"minutes": {"type": "number_input", "value": None}},
    }
    assert (view["root_view_id"], view["previous_view_id"]) == (view["id"], None)


def test_choices_in_a_dialog_are_sent_at_once_outside_input_blocks(town, recorder):
    dialog = opened(town, town.anna, section("Formål", block_id="s", accessory=SELECT), TITLE)
    town.anna.chooses(dialog, "Formål", "Orientering")
    sent = recorder.last
    assert sent["container"] == {"type": "view", "view_id": dialog.id}
    assert "channel" not in sent
    assert "response_url" not in sent
    assert sent["actions"][0]["selected_option"] == SELECT["options"][0]
    assert sent["actions"][0]["placeholder"] == plain("Formål")
    assert sent["view"]["state"]["values"]["s"]["purpose"]["selected_option"]["value"] == "inform"


def test_an_input_speaks_only_if_it_dispatches(town, recorder):
    dialog = opened(town, town.anna, TITLE, asked("Formål", "why", SELECT, dispatch_action=True))
    town.anna.fills(dialog, {"Titel": "T"})
    assert not recorder.payloads
    town.anna.fills(dialog, {"Formål": "decide"})
    assert recorder.last["actions"][0]["action_id"] == "purpose"


def test_a_closed_dialog_is_told_of_if_it_asked(town, recorder):
    town.anna.closes(opened(town, town.anna, TITLE))
    assert not recorder.payloads
    town.anna.closes(opened(town, town.anna, TITLE, notify_on_close=True))
    assert recorder.last["type"] == "view_closed"
    assert recorder.last["is_cleared"] is False
    opened(town, town.anna, TITLE, notify_on_close=True)
    trigger = town.ws.triggers.issue(town.anna.id, in_view="any")
    town.client.views_push(trigger_id=trigger, view=modal(TITLE, clear_on_close=True))
    town.anna.closes(town.anna.dialog)
    assert recorder.last["is_cleared"] is True
    assert town.anna.dialog is None


def test_shortcuts(town, recorder):
    said = town.bo.says("eoj", "Vi mangler telefonnumrene")
    town.anna.message_shortcut(said, "Sæt på dagsordenen")
    sent = recorder.last
    assert (sent["type"], sent["callback_id"]) == ("message_action", "from_message")
    assert sent["message"]["text"] == "Vi mangler telefonnumrene"
    assert sent["message"]["user"] == town.bo.id
    assert (sent["message_ts"], sent["channel"]["id"]) == (said.ts, town.here)
    town.anna.global_shortcut("Nyt punkt")
    sent = recorder.last
    assert (sent["type"], sent["callback_id"]) == ("shortcut", "new_item")
    assert "channel" not in sent
    assert sent["trigger_id"]


def test_a_mention_is_an_event_with_its_wrapping(town, recorder):
    said = town.cura.mentions_bot("eoj", "punkt: A & B")
    body = recorder.last
    assert body["type"] == "event_callback"
    assert body["team_id"] == town.ws.home.id
    assert body["is_ext_shared_channel"] is True
    assert body["authorizations"][0]["user_id"] == town.ws.installed.bot.id
    event = body["event"]
    assert event["type"] == "app_mention"
    assert event["text"] == f"<@{town.ws.installed.bot.id}> punkt: A &amp; B"
    assert (event["channel"], event["ts"], event["event_ts"]) == (town.here, said.ts, said.ts)
    assert event["user_team"] == event["team"] == town.cura.user.team.id
    parts = event["blocks"][0]["elements"][0]["elements"]
    assert parts == [
        {"type": "user", "user_id": town.ws.installed.bot.id},
        {"type": "text", "text": " punkt: A & B"},
    ]
    town.anna.mentions_bot("eoj", "svar", thread=said)
    assert recorder.last["event"]["thread_ts"] == said.ts
    assert recorder.last["event_id"] != body["event_id"]


def test_the_bot_hears_only_what_it_subscribed_to_and_where_it_is(town, recorder):
    town.anna.says("eoj", "ikke til dig")
    town.anna.says(town.anna.dm, "hej bot")
    elsewhere = town.ws.add_channel("andre", [town.anna.user])
    town.anna.mentions_bot(elsewhere, "hører du?")
    assert not recorder.payloads


def test_messages_are_events_for_those_who_asked_for_them(town, recorder):
    app = town.ws.installed
    town.ws.app = replace(app, events=app.events | {"message.channels", "message.im"})
    town.anna.says("eoj", "hej alle")
    event = recorder.last["event"]
    assert (event["type"], event["channel_type"], event["text"]) == (
        "message",
        "channel",
        "hej alle",
    )
    town.anna.says(town.anna.dm, "hej bot")
    assert recorder.last["event"]["channel_type"] == "im"
    town.anna.says("formandskab", "i det lukkede")
    assert len(recorder.payloads) == 2
    town.anna.mentions_bot("eoj", "begge dele")
    kinds = {one["event"]["type"] for one in recorder.payloads[2:]}
    assert kinds == {"message", "app_mention"}
    town.client.chat_postMessage(channel=town.here, text="fra botten")
    town.ws.wait_until(lambda: "bot_id" in recorder.last["event"])


def test_home_opened_names_the_tab_and_the_view_it_has(town, recorder):
    town.client.views_publish(
        user_id=town.anna.id, view={"type": "home", "blocks": [section("Hej")]}
    )
    home = town.anna.opens_home()
    event = recorder.last["event"]
    assert (event["type"], event["tab"], event["user"]) == (
        "app_home_opened",
        "home",
        town.anna.id,
    )
    assert event["channel"] == town.anna.dm.id
    assert event["view"]["id"] == home.id


def test_people_come_and_go(town, recorder):
    eva = town.ws.add_person("eva", "Eva Ny")
    town.anna.invites("eoj", eva)
    joined = recorder.last["event"]
    assert (joined["type"], joined["user"], joined["inviter"]) == (
        "member_joined_channel",
        eva.id,
        town.anna.id,
    )
    assert (joined["channel_type"], joined["team"]) == ("C", town.ws.home.id)
    left = happenings.leave(town.ws, town.channel, eva)
    assert left is not None
    assert left.wait(1)
    assert recorder.last["event"]["type"] == "member_left_channel"
    count = len(recorder.payloads)
    assert happenings.leave(town.ws, town.channel, eva) is None
    assert happenings.change_person(town.ws, eva, real_name="Eva Nyere") is None  # not subscribed
    assert len(recorder.payloads) == count


def test_an_external_menu_is_filled_by_the_app(town, recorder):
    menu = {"type": "external_select", "action_id": "who", "min_query_length": 0}
    dialog = opened(town, town.anna, asked("Hvem", "who", menu))
    options = [{"text": plain("KMD"), "value": "kmd"}]
    recorder.will_answer({"options": options})
    assert town.anna.searches(dialog, "Hvem", "km") == ["KMD"]
    sent = recorder.last
    assert (sent["type"], sent["value"], sent["action_id"]) == ("block_suggestion", "km", "who")
    assert sent["container"] == {"type": "view", "view_id": dialog.id}
    town.anna.submits(dialog, {"Hvem": "KMD"})
    held = recorder.last["view"]["state"]["values"]["who"]["who"]
    assert held["selected_option"] == options[0]
    recorder.will_answer({"options": options * 101})
    dialog = opened(town, town.anna, asked("Hvem", "who", menu))
    assert town.anna.searches(dialog, "Hvem", "km") == []


def test_bad_answers_to_a_submission_leave_the_dialog_open(town, recorder):
    dialog = opened(town, town.anna, TITLE)
    town.anna.fills(dialog, {"Titel": "T"})
    for answer, code in (
        ({"response_action": "errors", "errors": {"andet": "nej"}}, "invalid_response_action"),
        ({"response_action": "dance"}, "invalid_response_action"),
        ({"ok": True}, "invalid_response_action"),
        ({"response_action": "update", "view": modal(title="x" * 25)}, "invalid_arguments"),
        ({"response_action": "push", "view": {}}, "invalid_arguments"),
    ):
        recorder.will_answer(answer)
        assert town.anna.submits(dialog).error == code
        assert town.anna.dialog.values["title"]["text"]["value"] == "T"
    recorder.will_answer("", status=500)
    assert town.anna.submits(dialog).error == "http_error"
    assert town.anna.dialog is not None


def test_the_page_sends_what_the_form_holds(town, recorder):
    dialog = opened(town, town.anna, section("F", block_id="s", accessory=SELECT), TITLE)
    page_acts.act(
        town.ws,
        town.anna.user,
        "block_action",
        {
            "container": {"type": "view", "view_id": dialog.id},
            "block_id": "s",
            "action_id": "purpose",
            "value": "decide",
            "values": {"title": {"text": "halvfærdig"}},
        },
    )
    assert recorder.last["view"]["state"]["values"]["title"]["text"]["value"] == "halvfærdig"
