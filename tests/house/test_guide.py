"""The guide of the local workspace names buttons as they are called, in both languages."""

import re

import pytest

from bot.demo.story.script import SCRIPT
from bot.demo.story.words import words
from tests.house.test_catalogues import FEATURES, entries

QUOTED = {"da": re.compile("»([^«]+)«"), "en": re.compile("“([^”]+)”")}
OF_THE_PAGE = {"Næste dag", "Næste uge", "Next day", "Next week"}


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_guide_tells_of_every_step_and_of_buttons_that_there_are(language):
    told = words(language)
    assert set(told) == {step.id for step in SCRIPT}

    named = {name for step in told.values() for name in QUOTED[language].findall(step["what"])}
    known = {
        text.rstrip("…")
        for feature in FEATURES
        for wordings in entries(language, feature).values()
        for text in wordings
    }
    assert named - known == OF_THE_PAGE & named
