"""The same small Bolt app in all three transports: command, button, dialog, mention, home."""

import threading

from tests.demo.conftest import TITLE, bolt_app, button, modal, plain, section


def small_app(town):
    app = bolt_app(town)
    seen = []

    @app.command("/punkt")
    def on_command(ack, command, client):
        if command["text"]:
            ack(f"Tak for «{command['text']}»")
            return
        client.views_open(trigger_id=command["trigger_id"], view=modal(TITLE))
        ack()

    @app.view("item")
    def on_item(ack, view, body, client):
        title = view["state"]["values"]["title"]["text"]["value"]
        if title == "tom":
            ack(response_action="errors", errors={"title": "Skriv en rigtig titel."})
            return
        ack()
        seen.append(body)
        client.chat_postMessage(
            channel=town.here,
            text=title,
            blocks=[section(title), {"type": "actions", "elements": [button("Stem", "vote", "7")]}],
        )

    @app.action("vote")
    def on_vote(ack, action, respond, body):
        ack()
        seen.append(body)
        respond(f"Din stemme: {action['value']}")

    @app.event("app_mention")
    def on_mention(event, say):
        say(f"Hørt: {event['text'].partition(' ')[2]}", thread_ts=event["ts"])

    @app.event("app_home_opened")
    def on_home(event, client):
        client.views_publish(
            user_id=event["user"], view={"type": "home", "blocks": [section("Velkommen")]}
        )

    return app, seen


def test_a_command_with_text_is_answered_privately(town, connect, road):
    app, _ = small_app(town)
    connect(app, road)
    answer = town.anna.command("eoj", "/punkt", "Telefonnumre")
    assert answer.ok
    assert answer.words == "Tak for «Telefonnumre»"
    assert not town.bo.sees("eoj")


def test_a_dialog_is_opened_refused_sent_and_acted_on(town, connect, road):
    app, seen = small_app(town)
    connect(app, road)
    assert town.bo.command("eoj", "/punkt").ok
    dialog = town.bo.gets_dialog("Punkt")
    assert town.bo.submits(dialog).errors == {"title": "Please complete this required field."}
    assert town.bo.submits(dialog, {"Titel": "tom"}).errors == {"title": "Skriv en rigtig titel."}
    assert town.bo.dialog.errors == {"title": "Skriv en rigtig titel."}
    assert town.bo.submits(dialog, {"Titel": "Telefonnumre"}).ok
    assert town.bo.dialog is None
    posted = town.anna.hears("eoj", "Telefonnumre")
    assert posted.buttons == ("Stem",)
    assert town.guest.clicks(posted, "Stem").ok
    assert town.guest.hears("eoj", "Din stemme: 7").ephemeral
    assert [body["type"] for body in seen] == ["view_submission", "block_actions"]


def test_a_mention_is_answered_in_its_thread(town, connect, road):
    app, _ = small_app(town)
    connect(app, road)
    said = town.cura.mentions_bot("eoj", "punkt: Logvisning")
    town.anna.hears("eoj", "Hørt: punkt: Logvisning")
    assert [one.author for one in town.anna.thread("eoj", said.ts)] == [
        town.cura.id,
        town.ws.installed.bot.id,
    ]


def test_the_home_tab_fills_when_it_is_opened(town, connect, road):
    app, _ = small_app(town)
    connect(app, road)
    assert town.anna.opens_home("Velkommen").kind == "home"


def test_a_slow_app_is_a_timeout_for_the_person(town, connect, road):
    town.ws.courier.patience = 0.2
    app = bolt_app(town)
    released = threading.Event()

    @app.command("/punkt")
    def on_command(ack):
        released.wait(5)
        ack()

    connect(app, road)
    if road == "inline":  # a call can't be left early, so the listener must end by itself
        threading.Timer(0.4, released.set).start()
    assert town.anna.command("eoj", "/punkt").error == "operation_timeout"
    released.set()


def test_without_an_app_the_person_is_told_so(town):
    assert town.anna.command("eoj", "/punkt").error == "dispatch_failed"


def test_dialogs_stack_update_and_clear(town, connect, road):
    app = bolt_app(town)

    @app.command("/punkt")
    def on_command(ack, client, command):
        client.views_open(trigger_id=command["trigger_id"], view=modal(TITLE, title="Første"))
        ack()

    @app.view("item")
    def on_item(ack, view):
        step = view["title"]["text"]
        if step == "Første":
            ack(response_action="push", view=modal(TITLE, title="Anden"))
        elif step == "Anden":
            ack(response_action="update", view=modal(TITLE, title="Tredje", close=plain("Luk")))
        else:
            ack(response_action="clear")

    connect(app, road)
    town.anna.command("eoj", "/punkt")
    town.anna.submits(town.anna.gets_dialog("Første"), {"Titel": "a"})
    town.anna.submits(town.anna.gets_dialog("Anden"), {"Titel": "b"})
    third = town.anna.gets_dialog("Tredje")
    assert third.values["title"]["text"]["value"] == "b"
    assert town.anna.submits(third).ok
    assert town.anna.dialog is None
