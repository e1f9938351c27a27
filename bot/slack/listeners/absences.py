"""The organiser puts off what needs an organisation that stays away."""

from bot.cycle import absences
from bot.slack.front import Front
from bot.slack.ids.absences import AbsencePress
from bot.slack.requests import Pressed
from bot.slack.views import absences as views
from bot.slack.views import organizing
from storage.vocabulary import AbsenceId, MeetingId


def register(front: Front) -> None:
    house = front.house

    @front.press(AbsencePress.DEFER)
    def defer(pressed: Pressed) -> None:
        absence, items = views.unpacked(pressed.value)
        absences.defer(house, absence, items, by=pressed.by)  # the notice itself shows it

    @front.press(AbsencePress.DEFER_ALL)
    def defer_all(pressed: Pressed) -> None:
        absences.defer(house, AbsenceId(pressed.number), (), by=pressed.by)

    @front.press(AbsencePress.DEFER_LACKING)
    def defer_lacking(pressed: Pressed) -> None:
        left = absences.defer_lacking(house, MeetingId(pressed.number), by=pressed.by)
        pressed.replace(organizing.checked(left, pressed.words))
