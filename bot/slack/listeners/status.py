"""`/moede status`, the prompts' buttons, and the dialogs of a status."""

from bot.cycle import status, status_answers
from bot.errors import Unclear
from bot.ports import Asker
from bot.results.status import Plan
from bot.rules.status import StatusDraft
from bot.slack.front import Front
from bot.slack.ids.status import StatusForm, StatusPress
from bot.slack.requests import Pressed, Said, Sent
from bot.slack.verbs import Command, Verb
from bot.slack.views import status as views
from bot.slack.views import status_forms as forms
from bot.texts import msg
from bot.work import House
from storage.vocabulary import (
    CertificationState,
    MeetingId,
    OrganisationId,
    ReportId,
    RoundId,
    SeriesId,
    TopicId,
)


def register(front: Front) -> None:
    house = front.house

    @front.verb(Verb(Command.MEETING, help="status.help", words=("status",), alone=("status",)))
    def show_page(said: Said) -> None:
        shown = status.page(house, said.channel, direct=said.direct, by=said.by)
        said.answer(views.page(shown, said.words))

    @front.press(StatusPress.PAGE)
    def page_of_meeting(pressed: Pressed) -> None:
        shown = status.of_meeting(house, MeetingId(pressed.number), by=pressed.by)
        pressed.answer(views.page(shown, pressed.words))

    @front.press(StatusPress.ASK)
    def ask(pressed: Pressed) -> None:
        asked = status.ask(house, MeetingId(pressed.number), by=pressed.by)
        pressed.replace(views.asked(asked, pressed.words))

    _answering(front)
    _knowing(front)


def _answering(front: Front) -> None:
    house = front.house

    @front.press(StatusPress.CONFIRM)
    def confirm(pressed: Pressed) -> None:
        said = status_answers.confirm(house, RoundId(pressed.number), by=pressed.by)
        pressed.answer(views.taken(said, pressed.words))

    @front.press(StatusPress.UPDATE)
    def open_answer(pressed: Pressed) -> None:
        asked = status_answers.read(house, RoundId(pressed.number), by=pressed.by)
        pressed.open(forms.answer_form(asked, pressed.words, channel=pressed.channel))

    @front.form(StatusForm.ANSWER)
    def answer(sent: Sent) -> None:
        said = status_answers.answer(
            house,
            RoundId(sent.kept("round")),
            _draft_of(sent),
            seen=_seen(sent),
            language=sent.words.language,
            by=sent.by,
        )
        sent.reply(views.taken(said, sent.words), _channel(sent))


def _knowing(front: Front) -> None:
    house = front.house

    @front.press(StatusPress.KNOWN)
    def open_known(pressed: Pressed) -> None:
        plan = _plan(house, pressed.value, pressed.by)
        pressed.open(forms.known_form(plan, pressed.words, channel=pressed.channel))

    @front.form(StatusForm.KNOWN)
    def know(sent: Sent) -> None:
        names = ("series", "meeting", "vendor", "topic")
        plan = _plan(house, ":".join(str(sent.kept(each)) for each in names), sent.by)
        page = status_answers.know(
            house,
            plan,
            _draft_of(sent),
            confirmed=sent.choice("source") == forms.CONFIRMED,
            seen=_seen(sent),
            language=sent.words.language,
            by=sent.by,
        )
        sent.reply(views.page(page, sent.words), _channel(sent))


def _plan(house: House, value: str, by: Asker) -> Plan:
    """`series:meeting:vendor:topic`, as the page's buttons say it."""
    series, meeting, vendor, topic = map(int, value.split(":"))
    return status_answers.plan(
        house,
        SeriesId(series),
        MeetingId(meeting) if meeting else None,
        OrganisationId(vendor),
        TopicId(topic),
        by=by,
    )


def _draft_of(sent: Sent) -> StatusDraft:
    """The dialog's fields as a status."""
    certification = sent.choice("certification")
    if not certification:
        raise Unclear(msg("status.certification_missing"), field="certification")
    return StatusDraft(
        certification=CertificationState(certification),
        rollout=sent.text("rollout"),
        planned=sent.text("planned"),
        needs=sent.text("needs"),
    )


def _seen(sent: Sent) -> ReportId | None:
    return ReportId(sent.kept("seen")) if "seen" in sent.meta else None


def _channel(sent: Sent) -> str:
    return str(sent.meta.get("channel", ""))
