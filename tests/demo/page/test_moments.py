"""Five moments of the story as the page shows them, with the real bot behind it."""

import pytest
from playwright.sync_api import expect

from bot import staging
from bot.demo.story.script import SCRIPT
from bot.demo.story.steps import take
from bot.settings import Settings
from tests.support.browser import faint_words, windows

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(180)]


@pytest.fixture
def staged(tmp_path):
    with staging.guided(Settings(_env_file=None), tmp_path, 0) as living:
        yield living


def test_five_moments_are_drawn_and_their_words_stand_out(staged, browser):
    cast, left = staged.cast, iter(SCRIPT)
    here, mette, anders = cast.meeting.id, cast.mette, cast.anders

    def until(last: str) -> None:
        for step in left:
            take(cast, step)
            if step.id == last:
                return

    with windows(browser, staged.served.url) as desk:
        until("mention")
        page = desk.open(cast.sofie.id, here, width=1280, height=800)
        expect(page.locator("main")).to_contain_text("Visning af logoplysninger")
        assert faint_words(page) == []

        page.locator("main").get_by_role("button", name="Tilføj").last.click()
        page.locator("dialog[open]").get_by_label("Titel").fill("Borger med CPR 0101701237")
        page.locator("dialog[open]").get_by_role("button", name="Sæt på dagsordenen").click()
        expect(page.locator(".field-error")).to_contain_text("CPR")
        assert faint_words(page) == []

        until("ask")
        page = desk.open(anders.id, anders.dm.id, width=1280, height=800, dark=True)
        expect(page.locator("main")).to_contain_text("Status: Fælles Stamkort")
        assert faint_words(page) == []

        until("display")
        page = desk.open(mette.id, mette.dm.id, width=1280, height=800)
        expect(page.locator("main")).to_contain_text("Spørgsmål A-19-03")
        assert faint_words(page) == []

        until("approve")
        page = desk.open(mette.id, "home", width=1280, height=800)
        expect(page.locator(".home")).to_contain_text("udsat fra møde nr. 19")
        expect(page.locator(".guide [aria-current=step]")).to_contain_text("Lad uger gå")
        assert faint_words(page) == []
