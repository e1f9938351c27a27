"""`/referat`: the minutes so far, draft, approval, corrected versions."""

from bot.cycle import minutes, session
from bot.slack.front import Front
from bot.slack.ids.minutes import MinutesPress
from bot.slack.requests import Pressed, Said
from bot.slack.verbs import Command, Verb
from bot.slack.views import minutes as views
from storage.vocabulary import MeetingId, MeetingState


def register(front: Front) -> None:
    _said(front)
    _pressed(front)


def _said(front: Front) -> None:
    house = front.house

    @front.verb(Verb(Command.MINUTES, help="minutes.help_show"))
    def show(said: Said) -> None:
        held = session.find(house, said.channel, direct=said.direct, by=said.by)
        said.answer(views.overview(held, said.words, said.text))

    @front.verb(Verb(Command.MINUTES, help="minutes.help_draft", words=("udkast", "draft")))
    def say_publish(said: Said) -> None:
        held = session.find(
            house, said.channel, direct=said.direct, first=MeetingState.DRAFTING, by=said.by
        )
        out = minutes.publish(house, held.meeting.id, by=said.by)
        said.answer(views.stepped("published", out, said.words))

    @front.verb(Verb(Command.MINUTES, help="minutes.help_approve", words=("godkend", "approve")))
    def say_approve(said: Said) -> None:
        held = session.find(
            house, said.channel, direct=said.direct, first=MeetingState.IN_REVIEW, by=said.by
        )
        final = minutes.approve(house, held.meeting.id, by=said.by)
        said.answer(views.stepped("approved", final, said.words))


def _pressed(front: Front) -> None:
    house = front.house

    @front.press(MinutesPress.ORGANIZE)
    def organize(pressed: Pressed) -> None:
        held = minutes.to_organize(house, MeetingId(pressed.number), by=pressed.by)
        pressed.answer(views.organizing(held, pressed.words))

    @front.press(MinutesPress.PUBLISH)
    def publish(pressed: Pressed) -> None:
        out = minutes.publish(house, MeetingId(pressed.number), by=pressed.by)
        pressed.answer(views.stepped("published", out, pressed.words))

    @front.press(MinutesPress.RECALL)
    def recall(pressed: Pressed) -> None:
        held = minutes.recall(house, MeetingId(pressed.number), by=pressed.by)
        pressed.answer(views.stepped("recalled", held, pressed.words))

    @front.press(MinutesPress.APPROVE)
    def approve(pressed: Pressed) -> None:
        final = minutes.approve(house, MeetingId(pressed.number), by=pressed.by)
        pressed.answer(views.stepped("approved", final, pressed.words))

    @front.press(MinutesPress.CORRECT)
    def correct(pressed: Pressed) -> None:
        final = minutes.correct(house, MeetingId(pressed.number), by=pressed.by)
        pressed.answer(views.stepped("corrected", final, pressed.words))
