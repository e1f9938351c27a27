"""Response URLs: five uses in thirty minutes, to one person or to all."""

import pytest
from slack_sdk.webhook import WebhookClient

from tests.demo.conftest import button, section


@pytest.fixture
def hook(town, recorder):
    """A response URL from a command of Anna's."""
    town.anna.command("eoj", "/punkt")
    return WebhookClient(recorder.last["response_url"], retry_handlers=[])


def clicked(town, recorder, who, seen):
    who.clicks(seen, "Ja")
    return WebhookClient(recorder.last["response_url"], retry_handlers=[])


YES = [section("Enig?"), {"type": "actions", "elements": [button("Ja", "y")]}]


def test_an_answer_is_private_unless_it_says_otherwise(town, hook):
    assert hook.send(text="kun dig").body == "ok"
    assert hook.send(text="for alle", response_type="in_channel").body == "ok"
    assert [one.text for one in town.anna.sees("eoj")] == ["kun dig", "for alle"]
    assert [one.text for one in town.bo.sees("eoj")] == ["for alle"]


def test_it_works_five_times(town, hook):
    for number in range(5):
        assert hook.send(text=str(number)).status_code == 200
    spent = hook.send(text="seks")
    assert (spent.status_code, "used_url" in spent.body) == (404, True)
    assert len(town.anna.sees("eoj")) == 5


def test_it_works_for_half_an_hour(town, hook):
    town.clock.move(minutes=30)
    assert hook.send(text="lige nået").status_code == 200
    town.clock.move(seconds=1)
    late = hook.send(text="for sent")
    assert (late.status_code, "expired_url" in late.body) == (404, True)


def test_an_unknown_one(town, hook):
    wrong = WebhookClient(hook.url + "x", retry_handlers=[]).send(text="x")
    assert wrong.status_code == 404


def test_a_bad_answer_is_refused_with_its_place(town, hook):
    refused = hook.send(text="x", blocks=[section("x" * 3_001)])
    assert refused.status_code == 400
    assert "json-pointer:/blocks/0/text/text" in refused.body


def test_an_ephemeral_message_is_replaced_and_deleted(town, recorder):
    town.client.chat_postEphemeral(channel=town.here, user=town.bo.id, text="?", blocks=YES)
    hook = clicked(town, recorder, town.bo, town.bo.hears("eoj", "Enig?"))
    hook.send(text="Tak", replace_original=True)
    assert [(one.words, one.ephemeral) for one in town.bo.sees("eoj")] == [("Tak", True)]
    hook.send(delete_original=True)
    assert not town.bo.sees("eoj")


def test_a_message_in_the_channel_is_replaced_for_all(town, recorder):
    town.client.chat_postMessage(channel=town.here, text="?", blocks=YES)
    hook = clicked(town, recorder, town.bo, town.bo.hears("eoj", "Enig?"))
    hook.send(text="Lukket", blocks=[section("Lukket")], replace_original=True)
    assert town.anna.hears("eoj", "Lukket").edited
    hook.send(text="og tak", replace_original=False)
    assert len(town.bo.sees("eoj")) == 2
    assert len(town.anna.sees("eoj")) == 1


def test_a_lost_answer_at_a_response_url(town, hook):
    town.ws.faults.next("response_url", "server_error")
    assert hook.send(text="x").status_code == 500
    assert hook.send(text="y").body == "ok"
    assert [one.text for one in town.anna.sees("eoj")] == ["y"]
