"""Questions asked in private: by button, command or dialog, and the organiser's answers."""

from bot.cycle import inquiries
from bot.errors import WrongMoment
from bot.results.inquiries import InquiryLine
from bot.rules.inquiries import AnswerDraft
from bot.slack.front import Front
from bot.slack.ids.inquiries import InquiryForm, InquiryPress
from bot.slack.requests import Pressed, Said, Sent
from bot.slack.verbs import Command, Verb
from bot.slack.views import inquiries as views
from bot.texts import msg
from storage.vocabulary import InquiryId, OrganisationId, SeriesId

ASK = ("spørg", "spoerg", "ask")
LIST = ("svar", "spørgsmål", "spoergsmaal", "answers")


def register(front: Front) -> None:
    _verbs(front)
    _asking(front)
    _answering(front)


def _verbs(front: Front) -> None:
    house = front.house

    @front.verb(Verb(Command.MEETING, "inquiries.help_ask", ASK, alone=ASK, takes_text=True))
    def say(said: Said) -> None:
        if said.open is None and not said.direct:  # everybody has read a mention already
            raise WrongMoment(msg("inquiries.not_in_public"))
        asked = inquiries.ask_here(
            house, said.text, channel=said.channel, direct=said.direct, by=said.by
        )
        said.answer(views.saved(asked, said.words))

    @front.verb(Verb(Command.MEETING, "inquiries.help_list", LIST))
    def listed(said: Said) -> None:
        shown = inquiries.listed_here(house, said.channel, direct=said.direct, by=said.by)
        said.answer(views.listed(shown, said.words))


def _asking(front: Front) -> None:
    house = front.house

    @front.press(InquiryPress.ASK)
    def open_ask(pressed: Pressed) -> None:
        series = inquiries.asking(house, SeriesId(pressed.number), by=pressed.by)
        pressed.open(views.ask_form(series, pressed.words, channel=pressed.channel))

    @front.form(InquiryForm.ASK)
    def ask(sent: Sent) -> None:
        asked = inquiries.ask(house, SeriesId(sent.kept("series")), sent.text("asked"), by=sent.by)
        _confirm(sent, asked)

    @front.press(InquiryPress.LIST)
    def listed(pressed: Pressed) -> None:
        shown = inquiries.listed(house, SeriesId(pressed.number), by=pressed.by)
        pressed.answer(views.listed(shown, pressed.words))

    @front.press(InquiryPress.WITHDRAW)
    def withdraw(pressed: Pressed) -> None:
        taken = inquiries.withdraw(house, InquiryId(pressed.number), by=pressed.by)
        pressed.replace(views.saved(taken, pressed.words))


def _answering(front: Front) -> None:
    house = front.house

    @front.press(InquiryPress.ANSWER)
    def open_answer(pressed: Pressed) -> None:
        held = inquiries.form(house, InquiryId(pressed.number), by=pressed.by)
        pressed.open(views.answer_form(held, pressed.words, channel=pressed.channel))

    @front.form(InquiryForm.ANSWER)
    def answer(sent: Sent) -> None:
        who = sent.choice("answered_by")
        draft = AnswerDraft(
            sent.text("question"), sent.text("answer"), OrganisationId(int(who)) if who else None
        )
        given = inquiries.publish(house, InquiryId(sent.kept("inquiry")), draft, by=sent.by)
        _confirm(sent, given)

    @front.press(InquiryPress.ANSWER_ASKER)
    def open_answer_asker(pressed: Pressed) -> None:
        held = inquiries.form(house, InquiryId(pressed.number), by=pressed.by)
        pressed.open(views.asker_form(held, pressed.words, channel=pressed.channel))

    @front.form(InquiryForm.ANSWER_ASKER)
    def answer_asker(sent: Sent) -> None:
        given = inquiries.answer_asker(
            house, InquiryId(sent.kept("inquiry")), sent.text("answer"), by=sent.by
        )
        _confirm(sent, given)

    @front.press(InquiryPress.DECLINE)
    def open_decline(pressed: Pressed) -> None:
        held = inquiries.form(house, InquiryId(pressed.number), by=pressed.by)
        pressed.open(views.decline_form(held, pressed.words, channel=pressed.channel))

    @front.form(InquiryForm.DECLINE)
    def decline(sent: Sent) -> None:
        settled = inquiries.decline(
            house, InquiryId(sent.kept("inquiry")), sent.text("reason"), by=sent.by
        )
        _confirm(sent, settled)


def _confirm(sent: Sent, line: InquiryLine) -> None:
    sent.reply(views.saved(line, sent.words), str(sent.meta.get("channel", "")))
