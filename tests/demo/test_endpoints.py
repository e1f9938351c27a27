"""The page's endpoints, as /page/* answers them to a browser."""

import json
import threading
from datetime import datetime

import httpx
import pytest

from bot.demo.clock import SystemClock
from bot.demo.server import serve
from bot.demo.workspace import Workspace
from tests.demo.conftest import MANIFEST, TITLE, asked, button, modal, plain, section


@pytest.fixture
def page(town):
    with httpx.Client(base_url=town.server.url, trust_env=False, timeout=5) as client:
        yield client


def act(page, who, kind, **asked_for: object):
    answer = page.post("/page/act", json={"as": who.id, "kind": kind, **asked_for})
    assert answer.status_code == 200
    return answer.json()


def messages(page, town, who):
    answer = page.get("/page/channel", params={"as": who.id, "channel": town.here})
    return answer.json()["messages"]


def test_the_state_is_one_persons_screen(page, town):
    town.client.chat_postMessage(channel=town.here, text="ny")
    state = page.get("/page/state", params={"as": town.bo.id}).json()
    assert state["me"] == town.bo.id
    assert state["team"] == {"id": town.ws.home.id, "name": "MedCom"}
    assert (state["now"], state["zone"]) == ("2022-02-21T10:00:00+01:00", "Europe/Copenhagen")
    assert [one["name"] for one in state["personas"]] == ["anna", "bo", "gitte", "carl"]
    carl = state["personas"][3]
    assert (carl["external"], carl["guest"], carl["initials"]) == (True, False, "CC")
    assert state["personas"][2]["guest"] is True
    assert [(one["name"], one["kind"], one["unread"]) for one in state["channels"]] == [
        ("eoj", "channel", 1),
        ("referent", "dm", 0),
    ]
    assert state["bot"]["name"] == "referent"
    assert state["commands"][0] == {
        "command": "/punkt",
        "description": "Foreslå et punkt",
        "usage_hint": "[titel]",
    }
    assert state["shortcuts"]["message"] == [
        {"callback_id": "from_message", "name": "Sæt på dagsordenen"}
    ]
    assert (state["home"], state["views"], state["bot_connected"]) == (None, [], False)


def test_people_of_other_workspaces_are_offered_no_commands(page, town):
    state = page.get("/page/state", params={"as": town.cura.id}).json()
    assert (state["commands"], state["shortcuts"]) == ([], {"global": [], "message": []})


def test_an_unknown_persona_becomes_the_first(page, town):
    for query in ({}, {"as": "U404"}, {"as": town.ws.installed.bot.id}):
        assert page.get("/page/state", params=query).json()["me"] == town.anna.id


def test_reading_a_screen_changes_nothing(page, town):
    page.get("/page/state", params={"as": town.anna.id})
    before = town.ws.seq
    page.get("/page/state", params={"as": town.anna.id})
    messages(page, town, town.anna)
    assert town.ws.seq == before


def test_a_conversation_with_its_threads_files_and_private_words(page, town):
    act(page, town.anna, "message", channel=town.here, text="Rod &amp; gren")
    root = town.anna.sees("eoj")[0]
    act(page, town.bo, "message", channel=town.here, text="svar", thread_ts=root.ts)
    town.client.files_upload_v2(
        channel=town.here, content="abc", filename="Referat nr. 19.docx", initial_comment="Her"
    )
    town.client.chat_postEphemeral(
        channel=town.here, user=town.bo.id, text="psst", blocks=[section("psst")]
    )
    first, shared = messages(page, town, town.anna)
    assert (first["text"], first["blocks"], first["bot"]) == ("Rod &amp; gren", None, False)
    assert (first["time"], first["day"]) == ("10.00", "2022-02-21")
    assert [one["text"] for one in first["replies"]] == ["svar"]
    (stored,) = shared["files"]
    assert (stored["name"], stored["size"]) == ("Referat nr. 19.docx", 3)
    assert messages(page, town, town.bo)[-1]["ephemeral"] is True
    download = page.get(stored["url"])
    assert (download.content, download.headers["x-content-type-options"]) == (b"abc", "nosniff")
    assert "attachment" in download.headers["content-disposition"]
    stranger = town.ws.add_person("eva", "Eva Ny")
    path = stored["url"].partition("?")[0]
    assert page.get(path, params={"as": stranger.id}).status_code == 404
    assert page.get(path).status_code == 404


def test_unread_marks_go_when_it_is_read(page, town):
    town.client.chat_postMessage(channel=town.here, text="1")
    town.client.chat_postMessage(channel=town.here, text="2")

    def unread() -> int:
        state = page.get("/page/state", params={"as": town.bo.id}).json()
        return int(next(one["unread"] for one in state["channels"] if one["id"] == town.here))

    assert unread() == 2
    assert act(page, town.bo, "mark_read", channel=town.here) == {"ok": True}
    assert unread() == 0
    act(page, town.bo, "message", channel=town.here, text="mit eget")
    assert unread() == 0


def test_commands_shortcuts_and_home(page, town, recorder):
    recorder.will_answer("modtaget")
    answer = act(
        page, town.anna, "command", channel=town.here, text="/punkt  Logvisning &amp; mere"
    )
    assert answer == {"ok": True}
    assert recorder.last["text"] == "Logvisning &amp; mere"
    assert messages(page, town, town.anna)[0]["text"] == "modtaget"
    bad = act(page, town.anna, "command", channel=town.here, text="/ukendt")
    assert bad == {"ok": False, "error": "invalid_command"}
    threaded = act(page, town.anna, "command", channel=town.here, text="/punkt", thread_ts="1.1")
    assert threaded["error"] == "not_supported_in_thread"
    act(page, town.anna, "global_shortcut", callback_id="new_item")
    assert recorder.last["callback_id"] == "new_item"
    act(page, town.anna, "message", channel=town.here, text="et")
    said = town.anna.sees("eoj")[-1]
    where = {"channel": town.here, "ts": said.ts}
    act(page, town.bo, "message_shortcut", callback_id="from_message", **where)
    assert recorder.last["message"]["text"] == "et"
    assert act(page, town.anna, "home_opened") == {"ok": True}
    town.ws.wait_until(lambda: recorder.last["type"] == "event_callback")


def test_a_dialog_is_filled_refused_and_sent(page, town, recorder):
    town.client.views_open(
        trigger_id=town.ws.triggers.issue(town.anna.id),
        view=modal(TITLE, section("Formål", block_id="s", accessory=button("Vis", "show"))),
    )
    (view,) = page.get("/page/state", params={"as": town.anna.id}).json()["views"]
    assert (view["type"], view["title"], view["submit"]) == ("modal", plain("Punkt"), plain("Gem"))
    values = {"title": {"text": ""}}
    refused = act(page, town.anna, "view_submit", view_id=view["id"], values=values)
    assert refused == {"ok": False, "errors": {"title": "Please complete this required field."}}
    recorder.will_answer({"response_action": "errors", "errors": {"title": "Findes allerede."}})
    values = {"title": {"text": "Telefonnumre"}}
    refused = act(page, town.anna, "view_submit", view_id=view["id"], values=values)
    assert refused["errors"] == {"title": "Findes allerede."}
    pressed = act(
        page,
        town.anna,
        "block_action",
        container={"type": "view", "view_id": view["id"]},
        block_id="s",
        action_id="show",
        value=None,
    )
    assert pressed == {"ok": True}
    foreign = act(page, town.bo, "view_submit", view_id=view["id"], values={})
    assert foreign == {"ok": False, "error": "not_found"}
    assert act(page, town.anna, "view_submit", view_id=view["id"], values=values)["ok"]
    gone = act(page, town.anna, "view_close", view_id=view["id"])
    assert gone == {"ok": False, "error": "not_found"}


def test_a_choice_in_a_message_knows_the_other_fields_of_the_message(page, town, recorder):
    field = asked("Navn", "n", {"type": "plain_text_input", "action_id": "n"})
    actions = {"type": "actions", "block_id": "a", "elements": [button("Ja", "y")]}
    town.client.chat_postMessage(channel=town.here, text="?", blocks=[field, actions])
    ts = town.anna.sees("eoj")[0].ts
    act(
        page,
        town.anna,
        "block_action",
        container={"type": "message", "channel": town.here, "ts": ts},
        block_id="a",
        action_id="y",
        value=None,
        values={"n": {"n": "Anna"}},
    )
    assert recorder.last["state"]["values"]["n"]["n"]["value"] == "Anna"


def test_suggestions_for_an_external_menu(page, town, recorder):
    menu = {"type": "external_select", "action_id": "who"}
    town.client.views_open(
        trigger_id=town.ws.triggers.issue(town.anna.id), view=modal(asked("Hvem", "w", menu))
    )
    recorder.will_answer({"options": [{"text": plain("KMD"), "value": "kmd"}]})
    query = {"as": town.anna.id, "view_id": town.anna.dialog.id, "action_id": "who", "q": "k"}
    assert page.get("/page/suggestions", params=query).json()["options"][0]["value"] == "kmd"
    assert page.get("/page/suggestions", params=query | {"action_id": "x"}).status_code == 404


def test_time_moves_forward_only(page, town):
    assert page.get("/page/time").json() == {"now": "2022-02-21T10:00:00+01:00"}
    assert page.post("/page/time", json={"days": 1}).json()["now"].startswith("2022-02-22T10")
    there = page.post("/page/time", json={"to": "2022-03-10T14:00"}).json()
    assert there == {"now": "2022-03-10T14:00:00+01:00"}
    assert town.clock.now() == datetime.fromisoformat("2022-03-10T13:00:00+00:00")
    for back in ({"to": "2022-03-09"}, {"days": -1}, {"to": "i går"}, {"days": "x"}):
        answer = page.post("/page/time", json=back)
        assert (answer.status_code, answer.json()["error"]) == (400, "time_goes_forward")


def test_real_time_cannot_be_moved():
    ws = Workspace(clock=SystemClock())
    ws.add_person("anna", "Anna Holm")
    ws.install(MANIFEST)
    with serve(ws) as server:
        answer = httpx.post(f"{server.url}/page/time", json={"days": 1}, trust_env=False)
    assert (answer.status_code, answer.json()["error"]) == (400, "time_goes_by_itself")


def test_every_change_is_news(page, town):
    with page.stream("GET", "/page/events") as stream:
        lines = stream.iter_lines()
        first = json.loads(next(line for line in lines if line)[6:])["seq"]
        town.client.chat_postMessage(channel=town.here, text="nyt")
        news = json.loads(next(line for line in lines if line)[6:])["seq"]
    assert news > first


def test_an_open_news_stream_does_not_hold_the_server_back(town):
    opened = threading.Event()
    ended = threading.Event()

    def listen():
        with (
            httpx.Client(trust_env=False, timeout=5) as client,
            client.stream("GET", f"{town.server.url}/page/events") as stream,
        ):
            for line in stream.iter_lines():
                if line:
                    opened.set()
        ended.set()

    threading.Thread(target=listen, daemon=True).start()
    assert opened.wait(5)
    town.server.close()
    assert ended.wait(1)


class Story:
    """A guide whose first step is done once somebody has spoken."""

    def __init__(self, who) -> None:
        self.who = who

    def steps(self, workspace):
        spoken = any(workspace.messages.values())
        shape = {"who": self.who, "where": "home", "what": "…", "try": ""}
        return [
            {"id": "speak", "title": "Sig noget", "done": spoken, **shape},
            {"id": "listen", "title": "Lyt", "done": False, **shape},
        ]


def test_the_guide_points_at_the_first_step_that_is_not_done(page, town):
    assert page.get("/page/guide", params={"as": town.anna.id}).json() == {
        "steps": [],
        "current": None,
    }
    ws = Workspace(clock=town.clock)
    anna = ws.add_person("anna", "Anna Holm")
    app = ws.install(MANIFEST)
    place = ws.add_channel("eoj", [anna, app.bot])
    with serve(ws, guide=Story(anna.id)) as server:
        url = f"{server.url}/page/guide?as={anna.id}"
        assert httpx.get(url, trust_env=False).json()["current"] == "speak"
        body = {"as": anna.id, "kind": "message", "channel": place.id, "text": "hej"}
        httpx.post(f"{server.url}/page/act", json=body, trust_env=False)
        assert httpx.get(url, trust_env=False).json()["current"] == "listen"


def test_trouble_can_be_ordered(page, town):
    order = {"target": "api.test", "trouble": "server_error"}
    assert page.post("/page/faults", json=order).json() == {"ok": True}
    assert page.post("/api/api.test").status_code == 500
    assert page.post("/api/api.test").status_code == 200
    bad = page.post("/page/faults", json={"target": "api.test", "trouble": "earthquake"})
    assert (bad.status_code, bad.json()["error"]) == (400, "unknown_trouble")


@pytest.mark.parametrize(
    ("path", "body", "status", "code"),
    [
        ("/page/channel?as=U404&channel=C1", None, 404, "user_not_found"),
        ("/page/channel?as={anna}&channel=C404", None, 404, "channel_not_found"),
        ("/page/guide", None, 404, "user_not_found"),
        ("/page/act", {"as": "U404", "kind": "message"}, 404, "user_not_found"),
        ("/page/act", "[]", 400, "invalid_json"),
        ("/page/act", "{", 400, "invalid_json"),
    ],
)
def test_questions_that_have_no_answer(page, town, path, body, status, code):
    path = path.replace("{anna}", town.anna.id)
    if body is None:
        answer = page.get(path)
    elif isinstance(body, str):
        answer = page.post(path, content=body)
    else:
        answer = page.post(path, json=body)
    assert (answer.status_code, answer.json()) == (status, {"ok": False, "error": code})


def test_acts_that_cannot_be_done(page, town):
    assert act(page, town.anna, "dance")["error"] == "unknown_kind"
    hidden = {"channel": town.secret.id, "text": "x"}
    assert act(page, town.bo, "message", **hidden)["error"] == "channel_not_found"
    assert act(page, town.bo, "message", channel=town.here, text=" ")["error"] == "no_text"
    show = section("Formål", block_id="s", accessory=button("Vis", "show"))
    town.client.views_open(trigger_id=town.ws.triggers.issue(town.bo.id), view=modal(show))
    foreign = {"type": "view", "view_id": town.bo.dialog.id}
    pressed = act(
        page, town.anna, "block_action", container=foreign, block_id="s", action_id="show"
    )
    assert pressed["error"] == "not_found"
    gone = {"type": "message", "channel": town.here, "ts": "1.1"}
    missing = act(page, town.bo, "block_action", container=gone, block_id="b", action_id="a")
    assert missing["error"] == "message_not_found"


def test_only_this_machine_is_answered(page, town):
    port = town.server.url.rpartition(":")[2]
    for host in ("example.com", f"example.com:{port}", "127.0.0.1.example.com", "127.0.0.1:1"):
        assert page.get("/page/state", headers={"Host": host}).status_code == 403
    for host in (f"localhost:{port}", "127.0.0.1"):
        assert page.get("/page/state", headers={"Host": host}).status_code == 200
    foreign = {"Origin": "https://example.com"}
    body = {"as": town.anna.id, "kind": "message", "channel": town.here, "text": "x"}
    assert page.post("/page/act", json=body, headers=foreign).status_code == 403
    own = {"Origin": town.server.url}
    assert page.post("/page/act", json=body, headers=own).json() == {"ok": True}
    assert len(town.anna.sees("eoj")) == 1


def test_the_page_itself(page):
    index = page.get("/")
    assert index.headers["content-type"].startswith("text/html")
    assert page.get("/static/js/main.js").status_code == 200
    assert page.get("/static/../page_api.py").status_code == 404
