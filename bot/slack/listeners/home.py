"""The home tab: put together from what each feature has for the person."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot.cycle import actions, home, jobs, polls, status
from bot.ports import Asker
from bot.results.home import SeriesHome
from bot.slack.front import Front
from bot.slack.ids.home import HomePress
from bot.slack.requests import Pressed
from bot.slack.views import actions as action_views
from bot.slack.views import home as views
from bot.slack.views import polls as poll_views
from bot.slack.views import status as status_views
from bot.texts import Words
from bot.work import House
from storage.vocabulary import JobId

Section: TypeAlias = Callable[[House, Asker, SeriesHome, Words], Sequence[Block]]
"""What a feature shows one person of one series; nothing where there is nothing to do."""


def _prompts(house: House, by: Asker, series: SeriesHome, words: Words) -> Sequence[Block]:
    due = status.due(house, series.series.id, by=by)
    return status_views.home_section(due, words)


def _polls(house: House, by: Asker, series: SeriesHome, words: Words) -> Sequence[Block]:
    held = polls.open_for(house, series.series.id, by=by)
    return poll_views.home_section(held, words)


def _actions(house: House, by: Asker, series: SeriesHome, words: Words) -> Sequence[Block]:
    page = actions.mine(house, series.series.id, by=by)
    return action_views.home_section(page, words)


SECTIONS: Sequence[Section] = (_prompts, _polls, _actions)
"""In the order in which they stand beneath the agenda: what has to be answered first."""


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
