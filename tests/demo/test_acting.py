"""People at their screens: they find what they see, and nothing else."""

import threading

import pytest

from bot.demo.acting import Persona
from bot.demo.clock import SimulatedClock
from bot.demo.errors import NotAllowedError, NotThereError, NotVisibleError, SlackError
from bot.demo.model import Json
from bot.demo.workspace import Workspace
from tests.demo.conftest import MANIFEST, START, TITLE, asked, button, modal, plain, section

AGENDA = [
    {"type": "header", "text": plain("Dagsorden")},
    section("1. Orientering", accessory=button("Rediger", "edit", "1")),
    section("2. Tidsplaner", accessory=button("Rediger", "edit", "2")),
    section("3. Eventuelt"),
    {
        "type": "actions",
        "elements": [
            button("Tilføj punkt", "add"),
            {
                "type": "overflow",
                "action_id": "more",
                "options": [
                    {"text": plain("Frys"), "value": "freeze"},
                    {"text": plain("Send"), "value": "send"},
                ],
            },
        ],
    },
]


@pytest.fixture
def card(town, recorder):
    town.client.chat_postMessage(channel=town.here, text="Dagsorden", blocks=AGENDA)
    return town.anna.hears("eoj", "Tidsplaner")


def test_a_card_is_read_as_it_is_shown(card):
    assert card.words.splitlines()[:4] == [
        "Dagsorden",
        "1. Orientering",
        "Rediger",
        "2. Tidsplaner",
    ]
    assert card.buttons == ("Rediger", "Rediger", "Tilføj punkt")
    assert card.says("Eventuelt")


def test_a_button_is_found_by_text_id_value_and_neighbourhood(town, recorder, card):
    town.anna.clicks(card, "Tilføj punkt")
    assert recorder.last["actions"][0]["action_id"] == "add"
    town.anna.clicks(card, "add")
    assert recorder.last["actions"][0]["action_id"] == "add"
    for how in ({"beside": "Tidsplaner"}, {"value": "2"}, {"nth": 1}):
        town.anna.clicks(card, "Rediger", **how)
        assert recorder.last["actions"][0]["value"] == "2"
    town.anna.chooses(card, "Frys")
    assert recorder.last["actions"][0]["selected_option"]["value"] == "freeze"


def test_what_is_not_there_is_answered_with_what_is(town, card):
    with pytest.raises(NotThereError, match="several are called «Rediger»"):
        town.anna.clicks(card, "Rediger")
    with pytest.raises(NotThereError, match=r"nothing is called «Slet» here; there is: .*Tilføj"):
        town.anna.clicks(card, "Slet")
    with pytest.raises(NotThereError, match="nothing is called «Rediger»"):
        town.anna.clicks(card, "Rediger", beside="Eventuelt")


def test_people_click_on_what_stands_there_now(town, recorder, card):
    town.client.chat_update(channel=town.here, ts=card.ts, text="Lukket", blocks=[section("Sendt")])
    with pytest.raises(NotThereError, match="nothing to act on"):
        town.anna.clicks(card, "Tilføj punkt")
    assert town.anna.again(card).words == "Sendt"
    town.client.chat_delete(channel=town.here, ts=card.ts)
    with pytest.raises(NotVisibleError, match="no longer there"):
        town.anna.again(card)


def test_closed_rooms_and_private_words_stay_so(town, recorder):
    with pytest.raises(NotVisibleError, match="bo sees no conversation «formandskab»; sees: eoj"):
        town.bo.sees("formandskab")
    town.client.chat_postEphemeral(channel=town.here, user=town.bo.id, text="psst", blocks=AGENDA)
    private = town.bo.hears("eoj")
    with pytest.raises(NotVisibleError):
        town.anna.clicks(private, "Tilføj punkt")
    with pytest.raises(NotAllowedError):
        town.bo.message_shortcut(private, "Sæt på dagsordenen")
    town.client.views_open(trigger_id=town.ws.triggers.issue(town.bo.id), view=modal(TITLE))
    with pytest.raises(NotVisibleError):
        town.anna.submits(town.bo.dialog, {"Titel": "x"})


def test_nobody_speaks_in_rooms_they_left(town, recorder, card):
    town.ws.unseat(town.channel, town.anna.user)
    with pytest.raises(NotVisibleError):
        town.anna.says("eoj", "er jeg her?")
    with pytest.raises(NotVisibleError):
        town.anna.clicks(card, "Tilføj punkt")


def test_a_dialog_is_filled_by_what_stands_above_its_fields(town, recorder):
    some = [{"text": plain(name), "value": str(n)} for n, name in enumerate(["KMD", "Dedalus"])]
    town.client.views_open(
        trigger_id=town.ws.triggers.issue(town.anna.id),
        view=modal(
            TITLE,
            asked("Hvem", "who", {"type": "users_select", "action_id": "u"}),
            asked("Leverandører", "v", {"type": "checkboxes", "action_id": "v", "options": some}),
            asked("Én", "one", {"type": "radio_buttons", "action_id": "o", "options": some}),
            asked("Frist", "due", {"type": "datepicker", "action_id": "d"}),
            asked("Tid", "at", {"type": "timepicker", "action_id": "t"}),
            asked("Kort", "short", {"type": "plain_text_input", "action_id": "s", "min_length": 3,
                                    "max_length": 5}),
            asked("Mail", "mail", {"type": "email_text_input", "action_id": "m"}, optional=True),
            asked("Tal", "n", {"type": "number_input", "action_id": "n", "min_value": "1",
                               "is_decimal_allowed": False}, optional=True),
        ),
    )  # fmt: skip
    dialog = town.anna.gets_dialog("Punkt")
    assert dialog.labels[:2] == ("Titel", "Hvem")
    entries = {
        "Titel": "T",
        "Hvem": town.bo.id,
        "Leverandører": ["KMD", "Dedalus"],
        "Én": "Dedalus",
        "Frist": "2022-02-30",
        "Tid": "14:00",
        "Kort": "ab",
        "Mail": "ikke en adresse",
        "Tal": "0",
    }
    assert set(town.anna.submits(dialog, entries).errors) == {"due", "short", "mail", "n"}
    assert not recorder.payloads
    fixed = {"Frist": "2022-03-10", "Kort": "abc", "Mail": "a@b.dk", "Tal": "2"}
    assert town.anna.submits(dialog, fixed).ok
    values = recorder.last["view"]["state"]["values"]
    assert values["who"]["u"]["selected_user"] == town.bo.id
    assert [one["value"] for one in values["v"]["v"]["selected_options"]] == ["0", "1"]
    assert values["one"]["o"]["selected_option"]["text"]["text"] == "Dedalus"
    assert (values["due"]["d"]["selected_date"], values["at"]["t"]["selected_time"]) == (
        "2022-03-10",
        "14:00",
    )


@pytest.mark.parametrize(
    ("element", "raw", "refused"),
    [
        ({"type": "number_input", "is_decimal_allowed": False}, "1.5", True),
        ({"type": "number_input", "is_decimal_allowed": True}, "1.5", False),
        ({"type": "number_input", "is_decimal_allowed": True}, "en", True),
        ({"type": "number_input", "is_decimal_allowed": True, "max_value": "3"}, "4", True),
        ({"type": "url_text_input"}, "medcom.dk", True),
        ({"type": "url_text_input"}, "https://medcom.dk", False),
        ({"type": "plain_text_input", "max_length": 3}, "abcd", True),
        ({"type": "plain_text_input"}, "x" * 3_001, True),
        ({"type": "plain_text_input"}, "x" * 3_000, False),
        ({"type": "multi_users_select", "max_selected_items": 1}, ["U1", "U2"], True),
        ({"type": "multi_users_select", "max_selected_items": 2}, ["U1", "U2"], False),
    ],
)
def test_slacks_client_refuses_before_the_app_is_asked(town, recorder, element, raw, refused):
    field = asked("Felt", "f", {**element, "action_id": "a"})
    town.client.views_open(trigger_id=town.ws.triggers.issue(town.bo.id), view=modal(field))
    result = town.bo.submits(town.bo.gets_dialog(), {"Felt": raw})
    assert (set(result.errors) == {"f"}) is refused
    assert bool(recorder.payloads) is not refused


def test_an_unknown_option_is_listed_against(town, recorder):
    some = [{"text": plain("KMD"), "value": "kmd"}]
    menu = asked("Hvem", "w", {"type": "static_select", "action_id": "w", "options": some})
    town.client.views_open(trigger_id=town.ws.triggers.issue(town.bo.id), view=modal(menu))
    with pytest.raises(NotThereError, match="no option «Cura»; there are: «KMD»"):
        town.bo.fills(town.bo.dialog, {"Hvem": "Cura"})


def test_a_dialog_without_a_button_cannot_be_sent(town, recorder):
    reading = {"type": "modal", "title": plain("Læs"), "blocks": [section("tekst")]}
    town.client.views_open(trigger_id=town.ws.triggers.issue(town.bo.id), view=reading)
    with pytest.raises(NotThereError, match="no button to send"):
        town.bo.submits(town.bo.dialog)


def test_only_the_dialog_in_front_can_be_sent(town, recorder):
    town.client.views_open(trigger_id=town.ws.triggers.issue(town.bo.id), view=modal(TITLE))
    behind = town.bo.gets_dialog()
    town.bo.fills(behind, {"Titel": "T"})
    trigger = town.ws.triggers.issue(town.bo.id, in_view=behind.id)
    town.client.views_push(trigger_id=trigger, view=modal(TITLE, title="Foran"))
    with pytest.raises(NotVisibleError, match="in front"):
        town.bo.submits(behind)
    town.bo.closes(town.bo.gets_dialog("Foran"))
    assert town.bo.submits(behind).ok


def test_waiting_ends_with_what_was_seen_instead(town, card):
    with pytest.raises(NotThereError, match=r"anna waited 0.1 s for .*«Referat»; there is: Dagsor"):
        town.anna.hears("eoj", "Referat", timeout=0.1)
    with pytest.raises(NotThereError, match="there is: nothing"):
        town.anna.gets_dialog("Referat", timeout=0.1)
    with pytest.raises(TimeoutError):
        town.ws.wait_until(lambda: False, timeout=0.05)


def test_waiting_ends_as_soon_as_it_is_so(town):
    later = threading.Timer(
        0.05, lambda: town.client.chat_postMessage(channel=town.here, text="nu")
    )
    later.start()
    assert town.anna.hears("eoj", "nu", timeout=5).text == "nu"
    later.join()
    first = town.anna.hears("eoj", "nu")
    with pytest.raises(NotThereError):
        town.anna.hears("eoj", "nu", after=first, timeout=0.05)


def test_bots_without_a_message_tab_cannot_be_written_to():
    closed: Json = {**MANIFEST, "features": {**MANIFEST["features"], "app_home": {
        "home_tab_enabled": False, "messages_tab_enabled": False}}}  # fmt: skip
    ws = Workspace(clock=SimulatedClock.frozen(START))
    user = ws.add_person("anna", "Anna Holm")
    ws.install(closed)
    anna = Persona(ws, user)
    with pytest.raises(NotAllowedError, match="turned off"):
        anna.says(anna.dm, "hej")
    ws.close()


@pytest.mark.parametrize(
    ("command", "complaint"),
    [
        ("punkt", "isn't a slash command"),
        ("/", "isn't a slash command"),
        ("/Punkt", "isn't a slash command"),
        ("/to ord", "isn't a slash command"),
        ("/" + "x" * 32, "isn't a slash command"),
        ("/status", "Slack's own"),
    ],
)
def test_a_manifest_with_a_bad_command_is_refused(command, complaint):
    ws = Workspace(clock=SimulatedClock.frozen(START))
    manifest = {
        "features": {"slash_commands": [{"command": command}]},
        "oauth_config": {"scopes": {"bot": ["commands"]}},
    }
    with pytest.raises(ValueError, match=complaint):
        ws.install(manifest)
    ws.close()


def test_a_workspace_speaks_danish_or_english(recorder, town):
    with pytest.raises(ValueError, match="speaks da, en"):
        Workspace(clock=town.clock, language="sv")
    town.ws.language = "da"
    town.client.views_open(trigger_id=town.ws.triggers.issue(town.bo.id), view=modal(TITLE))
    assert town.bo.submits(town.bo.gets_dialog()).errors == {"title": "Feltet skal udfyldes."}


def test_commands_need_their_scope_and_stand_once():
    ws = Workspace(clock=SimulatedClock.frozen(START))
    twice = {"slash_commands": [{"command": "/a1"}, {"command": "/a1"}]}
    scopes = {"scopes": {"bot": ["commands"]}}
    with pytest.raises(ValueError, match="twice"):
        ws.install({"features": twice, "oauth_config": scopes})
    with pytest.raises(ValueError, match="need the scope"):
        ws.install({"features": {"slash_commands": [{"command": "/a1"}]}})
    ws.close()


def test_names_that_are_not_one_person(town):
    with pytest.raises(NotThereError, match="«Eva» is 0 people here; there are: anna, bo"):
        Persona(town.ws, "Eva")
    assert Persona(town.ws, "Bo Lind").id == town.bo.id


def test_empty_words_are_not_said(town):
    with pytest.raises(SlackError, match="no_text"):
        town.anna.says("eoj", "   ")


def test_many_people_at_once_lose_nothing(town):
    def speak(who, count):
        for number in range(count):
            who.says("eoj", f"{who.user.name} {number}")
            town.client.chat_postMessage(channel=town.here, text=f"til {who.user.name} {number}")

    people = [town.anna, town.bo, town.guest, town.cura]
    threads = [threading.Thread(target=speak, args=(who, 10)) for who in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seen = town.anna.sees("eoj")
    assert len(seen) == 80
    assert len({one.ts for one in seen}) == 80
    assert [one.ts for one in seen] == sorted(one.ts for one in seen)
