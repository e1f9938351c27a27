"""`/dagsorden dokumenter` and the card's button: papers fetched again."""

from bot.cycle import documents
from bot.slack.front import Front
from bot.slack.ids.documents import PaperPress
from bot.slack.requests import Pressed, Said
from bot.slack.verbs import Command, Verb
from bot.slack.views import documents as views
from storage.vocabulary import DocumentId, MeetingId

WORDS = ("dokumenter", "documents", "papirer", "papers")


def register(front: Front) -> None:
    house = front.house

    @front.verb(
        Verb(
            Command.AGENDA,
            help="documents.help_list",
            words=WORDS,
            alone=("dokumenter", "documents"),
        )
    )
    def listed(said: Said) -> None:
        papers = documents.here(house, said.channel, direct=said.direct, by=said.by)
        said.answer(views.listed(papers, said.words))

    @front.press(PaperPress.LIST)
    def press_list(pressed: Pressed) -> None:
        papers = documents.listed(house, MeetingId(pressed.number), by=pressed.by)
        pressed.answer(views.listed(papers, pressed.words))

    @front.press(PaperPress.SEND)
    def send(pressed: Pressed) -> None:
        sent = documents.send(house, DocumentId(pressed.number), by=pressed.by)
        pressed.answer(views.sent(sent, pressed.words))
