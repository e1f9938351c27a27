"""The home tab: put together from what each feature has for the person."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot.cycle import home, jobs
from bot.ports import Asker
from bot.results.home import SeriesHome
from bot.slack.front import Front
from bot.slack.ids.home import HomePress
from bot.slack.requests import Pressed
from bot.slack.views import home as views
from bot.texts import Words
from bot.work import House
from storage.vocabulary import JobId

Section: TypeAlias = Callable[[House, Asker, SeriesHome, Words], Sequence[Block]]
"""What a feature shows one person of one series; nothing where there is nothing to do."""

SECTIONS: Sequence[Section] = ()
"""In the order in which they stand beneath the agenda."""


def register(front: Front) -> None:
    house = front.house

    @front.home
    def compose(by: Asker, words: Words) -> View:
        shown = home.home(house, by=by)
        parts = {
            series.series.id: [
                block for part in SECTIONS for block in part(house, by, series, words)
            ]
            for series in shown.series
        }
        dead = {
            series.series.id: jobs.dead(house, series.series.id, by=by)
            for series in shown.series
            if series.organizes
        }
        return views.home(shown, words, parts, dead)

    @front.press(HomePress.TRY_AGAIN)
    def try_again(pressed: Pressed) -> None:
        jobs.try_again(house, JobId(pressed.number), by=pressed.by)
