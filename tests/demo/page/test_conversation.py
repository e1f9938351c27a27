"""Talking in the page: commands, mentions, threads, persons, unread marks, time, files."""

import re

import pytest
from playwright.sync_api import Route, expect

from tests.demo.page.conftest import say, write

pytestmark = pytest.mark.browser


def test_the_answer_to_a_command_is_seen_by_the_one_who_asked(town, desk, came):
    anna = desk.open(town.anna.id, town.here)
    bo = desk.open(town.bo.id, town.here)

    say(anna, "/punkt Telefonnumre")

    answer = anna.locator(".message.ephemeral")
    expect(answer).to_contain_text("Kun synlig for dig")
    expect(answer.locator("strong")).to_have_text("Telefonnumre")
    expect(anna.locator("#composer")).to_have_value("")
    town.client.chat_postMessage(channel=town.here, text="til alle")
    expect(bo.locator("main").get_by_text("til alle")).to_be_visible()
    expect(bo.locator(".message.ephemeral")).to_have_count(0)


def test_a_command_that_nobody_answers_stays_in_the_field(town, desk):
    page = desk.open(town.anna.id, town.here)

    say(page, "/punkt Telefonnumre, tekst og specialtegn")

    expect(page.locator(".composer-error")).to_contain_text("Din tekst står her stadig")
    expect(page.locator("#composer")).to_have_value("/punkt Telefonnumre, tekst og specialtegn")


def test_an_unknown_command_is_said_to_be_one_and_not_sent(town, desk, came):
    page = desk.open(town.anna.id, town.here)

    say(page, "/pnkt hej")

    expect(page.locator(".composer-error")).to_contain_text("/pnkt er ikke en kommando her")
    expect(page.locator("#composer")).to_have_value("/pnkt hej")
    assert came == []


def test_commands_are_completed_from_a_slash(town, desk, came):
    page = desk.open(town.anna.id, town.here)

    write(page, "/pu")
    expect(page.get_by_role("option")).to_have_count(1)
    expect(page.get_by_role("option")).to_contain_text("[titel]")
    page.keyboard.press("Enter")
    expect(page.locator("#composer")).to_have_value("/punkt ")
    expect(page.locator(".composer-usage")).to_contain_text("Foreslå et punkt")
    page.keyboard.type("Log")
    page.keyboard.press("Enter")

    expect(page.locator(".message.ephemeral")).to_contain_text("Log er noteret")


def test_a_name_after_an_at_sign_becomes_a_mention(town, desk):
    page = desk.open(town.anna.id, town.here)

    write(page, "Spørg @bo l")
    page.keyboard.press("Enter")
    page.keyboard.type("og @Bo Linder om #eoj")
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")

    expect(page.locator(".message .mention").first).to_have_text("@Bo Lind")
    said = town.anna.sees(town.here)[-1]
    assert said.text == f"Spørg <@{town.bo.id}> og @Bo Linder om <#{town.here}>"


def test_persons_are_switched_with_two_keys_and_see_their_own_channels(town, desk):
    page = desk.open(town.anna.id, town.secret.id)
    expect(page.locator("nav").get_by_text("formandskab")).to_be_visible()

    page.keyboard.press("Alt+p")
    expect(page.get_by_role("menuitem")).to_have_count(4)
    expect(page.get_by_role("menuitem", name="Carl Cura")).to_contain_text("Ekstern")
    expect(page.get_by_role("menuitem", name="Gitte Krag")).to_contain_text("Gæst")
    page.keyboard.press("2")

    expect(page.locator(".persona-button")).to_contain_text("Bo Lind")
    expect(page.locator(".persona-button")).to_contain_text("SDS")
    expect(page.locator("nav").get_by_text("formandskab")).to_have_count(0)
    expect(page.locator("main h1")).to_contain_text("eoj")


def test_news_for_the_person_before_never_reach_the_next(town, desk):
    page = desk.open(town.anna.id, town.here)
    held: list[Route] = []
    # a lambda, for Playwright hangs its own mark on the handler
    page.route("**/page/state?as=*", lambda route: held.append(route))  # noqa: PLW0108
    page.keyboard.press("Alt+p")
    with page.expect_request(f"**/page/state?as={town.bo.id}"):
        page.keyboard.press("2")
    with page.expect_request(f"**/page/state?as={town.anna.id}"):
        town.client.chat_postMessage(channel=town.here, text="imens")
    page.evaluate("1")  # by its answer both requests are held
    to_bo, to_anna = held

    to_bo.continue_()
    expect(page.locator(".persona-button")).to_contain_text("Bo Lind")
    with page.expect_request(f"**/page/state?as={town.bo.id}"):
        to_anna.continue_()  # it's dropped, and asked again for Bo
    expect(page.locator("nav").get_by_text("formandskab")).to_have_count(0)
    page.unroute_all()  # lets the held ones go
    expect(page.locator("main").get_by_text("imens")).to_be_visible()


def test_unread_messages_are_counted_per_channel_and_person(town, desk):
    page = desk.open(town.anna.id, town.here)
    for text in ("en", "to"):
        town.client.chat_postMessage(channel=town.secret.id, text=text)

    place = page.get_by_role("button", name="formandskab")
    expect(place.locator(".count")).to_contain_text("2")
    expect(page).to_have_title(re.compile(r"^\(2\)"))
    place.click()
    expect(page.locator("main").get_by_text("to", exact=True)).to_be_visible()
    expect(place.locator(".count")).to_have_count(0)

    town.client.chat_postMessage(channel=town.here, text="tre")
    page.keyboard.press("Alt+p")
    expect(page.get_by_role("menuitem", name="Bo Lind").locator(".count")).to_contain_text("1")


def test_new_messages_are_marked_and_announced(town, desk):
    page = desk.open(town.anna.id, town.here)
    town.client.chat_postMessage(channel=town.here, text="*Dagsordenen* er sendt")
    expect(page.locator("#announcer")).to_have_text("Ny besked fra referent: Dagsordenen er sendt")
    page.keyboard.press("Alt+ArrowDown")
    expect(page.locator("main h1")).to_contain_text("formandskab")

    town.client.chat_postMessage(channel=town.here, text="Og rettet")
    expect(page.locator("#announcer")).to_have_text("1 ulæst besked")
    expect(page.get_by_role("button", name="eoj 1 ulæst")).to_be_visible()
    page.keyboard.press("Alt+Shift+ArrowDown")

    expect(page.locator(".fresh + .message")).to_contain_text("Og rettet")


def test_a_reply_in_a_thread(town, desk):
    asked_by = town.client.chat_postMessage(channel=town.here, text="Hvad er status?")
    page = desk.open(town.anna.id, town.here)
    page.locator(".message", has_text="Hvad er status?").hover()
    page.get_by_role("button", name="Svar i tråd").click()
    expect(page.locator("#composer-thread")).to_be_focused()

    page.keyboard.type("I gang")
    page.keyboard.press("Enter")

    expect(page.locator(".thread .message")).to_have_count(2)
    expect(page.locator("main .replies")).to_contain_text("1 svar")
    assert [seen.text for seen in town.bo.thread(town.here, asked_by["ts"])][1:] == ["I gang"]
    page.keyboard.type("/punkt x")
    page.keyboard.press("Enter")
    expect(page.locator(".thread .composer-error")).to_contain_text("kan ikke bruges i en tråd")
    page.keyboard.press("Escape")
    expect(page.locator(".thread")).to_have_count(0)


def test_days_pass_at_a_click(town, desk):
    page = desk.open(town.anna.id, town.here)
    expect(page.locator(".long-date")).to_contain_text("mandag den 21. februar 2022 kl. 10.00")

    page.get_by_role("button", name="Næste dag").click()
    expect(page.locator(".long-date")).to_contain_text("tirsdag den 22. februar 2022")
    page.get_by_role("button", name="Næste uge").click()
    expect(page.locator(".long-date")).to_contain_text("tirsdag den 1. marts 2022")
    page.locator(".clock-now").click()
    page.get_by_label("Gå frem til").fill("2022-03-10")
    page.keyboard.press("Enter")

    expect(page.locator(".long-date")).to_contain_text("torsdag den 10. marts 2022")
    assert town.clock.now().date().isoformat() == "2022-03-10"


def test_a_file_is_downloaded_by_those_who_see_it(town, desk):
    town.client.files_upload_v2(
        channel=town.here, filename="Dagsorden – møde 19.docx", content=b"PK papir"
    )
    page = desk.open(town.bo.id, town.here)
    card = page.locator(".file")
    expect(card).to_contain_text("Word-dokument · 8 B")

    with page.expect_download() as download:
        card.click()

    assert download.value.suggested_filename == "Dagsorden – møde 19.docx"
    assert download.value.path().read_bytes() == b"PK papir"


def test_the_line_breaks_and_heals(town, desk):
    page = desk.open(town.anna.id, town.here)
    page.route("**/page/events", lambda route: route.abort())
    page.reload()
    expect(page.locator(".statusbar")).to_contain_text("prøver igen")
    town.client.chat_postMessage(channel=town.here, text="imens")
    page.unroute("**/page/events")

    expect(page.locator("main").get_by_text("imens")).to_be_visible(timeout=15_000)
    expect(page.locator(".line.broken")).to_have_count(0)
    desk.complaints.clear()  # the browser reports the broken line itself


def test_the_page_speaks_english_when_told(town, desk):
    page = desk.open(town.anna.id, town.here)
    page.get_by_role("button", name="Udseende og sprog").click()
    page.get_by_role("menuitem", name="English").click()

    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("#composer")).to_have_attribute("placeholder", "Write to #eoj")
    expect(page.locator(".long-date")).to_have_text(
        re.compile("Monday,? 21 February 2022 at 10:00")
    )
    expect(page.locator(".statusbar")).to_contain_text("not Slack")
    page.reload()
    expect(page.locator("html")).to_have_attribute("lang", "en")


# A tall row arrives, and the scroll event of the layout comes before the list can follow it.
LAYOUT_MOVES = """async (list) => {
  const row = document.createElement("li");
  row.style.height = "300px";
  list.firstElementChild.append(row);
  list.dispatchEvent(new Event("scroll"));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return list.scrollHeight - list.scrollTop - list.clientHeight;
}"""


def test_the_newest_message_stays_in_view_and_the_readers_place_too(town, desk, came):
    for number in range(30):
        town.client.chat_postMessage(channel=town.here, text=f"besked {number}")
    page = desk.open(town.anna.id, town.here)
    say(page, "/punkt Log")
    expect(page.locator(".message.ephemeral")).to_be_in_viewport(ratio=1)
    assert page.locator("main .scroller").evaluate(LAYOUT_MOVES) <= 1

    page.locator("main .scroller").evaluate("list => list.scrollTop = 200")
    place = page.locator(".message", has_text=re.compile(r"besked 5$"))
    expect(place).to_be_in_viewport()
    town.client.chat_postMessage(channel=town.here, text="nyere")
    expect(page.locator("main").get_by_text("nyere")).to_be_attached()
    expect(place).to_be_in_viewport()
