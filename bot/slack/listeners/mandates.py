"""Who speaks for an organisation: `/moede mandater`, the list's buttons and dialogs."""

from datetime import date

from bot.cycle import home, mandates, remarks
from bot.cycle.mandates import MandateDraft, SubstituteDraft
from bot.slack.front import Front
from bot.slack.ids.mandates import MandateForm, MandatePress
from bot.slack.requests import Pressed, Said, Sent
from bot.slack.verbs import Command, Verb
from bot.slack.views import home as home_views
from bot.slack.views import mandates as views
from storage.vocabulary import (
    MandateId,
    MeetingId,
    OrganisationId,
    ParticipantId,
    RemarkId,
    SeriesId,
)


def register(front: Front) -> None:
    _lists(front)
    _gives(front)
    _ends(front)


def _lists(front: Front) -> None:
    house = front.house

    @front.verb(Verb(Command.MEETING, "mandates.help_list", ("mandater", "mandat", "mandates")))
    def show_list(said: Said) -> None:
        shown = home.menu(house, said.channel, direct=said.direct, by=said.by)
        if shown.series is None:
            said.answer(home_views.menu(shown, said.words))
            return
        listed = mandates.listed(house, shown.series.id, None, by=said.by)
        if said.open is None:
            said.answer(views.message(listed, said.words))
        else:
            said.open(views.overview(listed, said.words, channel=said.channel))

    @front.press(MandatePress.LIST)
    def open_list(pressed: Pressed) -> None:
        listed = mandates.listed(house, *about(pressed), by=pressed.by)
        pressed.open(views.overview(listed, pressed.words, channel=pressed.channel))

    @front.press(MandatePress.PICK)
    def pick(pressed: Pressed) -> None:
        open_list(pressed)


def _gives(front: Front) -> None:
    house = front.house

    @front.press(MandatePress.GIVE)
    def open_give(pressed: Pressed) -> None:
        held = mandates.form(house, *about(pressed), by=pressed.by)
        pressed.open(views.give_form(held, pressed.words, channel=pressed.channel))

    @front.press(MandatePress.SUBSTITUTE)
    def open_substitute(pressed: Pressed) -> None:
        held = mandates.form(house, *about(pressed), substitute=True, by=pressed.by)
        pressed.open(views.substitute_form(held, pressed.words, channel=pressed.channel))

    @front.form(MandateForm.GIVE)
    def give(sent: Sent) -> None:
        draft = MandateDraft(
            ParticipantId(int(sent.choice("person"))),
            sent.text("from"),
            sent.text("until"),
            sent.text("reason"),
        )
        language = sent.words.language
        saved = mandates.give(house, *kept(sent), draft, language=language, by=sent.by)
        sent.close_all()
        sent.reply(views.saved(saved, sent.words), str(sent.meta.get("channel", "")))

    @front.form(MandateForm.SUBSTITUTE)
    def substitute(sent: Sent) -> None:
        draft = SubstituteDraft(
            MeetingId(int(sent.choice("meeting"))),
            ParticipantId(int(sent.choice("instead"))),
            ParticipantId(int(sent.choice("person"))),
            sent.text("reason"),
        )
        saved = mandates.substitute(house, *kept(sent), draft, by=sent.by)
        sent.close_all()
        sent.reply(views.saved(saved, sent.words), str(sent.meta.get("channel", "")))


def _ends(front: Front) -> None:
    house = front.house

    @front.press(MandatePress.END)
    def open_end(pressed: Pressed) -> None:
        listed, held = mandates.read(house, MandateId(pressed.number), by=pressed.by)
        pressed.open(views.end_form(listed, held, pressed.words, channel=pressed.channel))

    @front.form(MandateForm.END)
    def end(sent: Sent) -> None:
        saved = mandates.end(
            house,
            MandateId(sent.kept("mandate")),
            sent.text("until"),
            language=sent.words.language,
            by=sent.by,
        )
        sent.close_all()
        sent.reply(views.saved(saved, sent.words), str(sent.meta.get("channel", "")))

    @front.press(MandatePress.TAKE_BACK)
    def take_back(pressed: Pressed) -> None:
        mandate, language = MandateId(pressed.number), pressed.words.language
        saved = mandates.end(house, mandate, language=language, by=pressed.by)
        pressed.replace(views.saved(saved, pressed.words))

    @front.press(MandatePress.WITHDRAW)
    def withdraw(pressed: Pressed) -> None:
        gone = remarks.withdraw(house, RemarkId(pressed.number), by=pressed.by)
        pressed.replace(views.remark(gone, pressed.words))

    @front.press(MandatePress.RESTORE)
    def restore(pressed: Pressed) -> None:
        mandate, _, until = pressed.value.partition(":")
        last = date.fromisoformat(until) if until else None
        saved = mandates.restore(house, MandateId(int(mandate)), last, by=pressed.by)
        pressed.replace(views.saved(saved, pressed.words))


def about(pressed: Pressed) -> tuple[SeriesId, OrganisationId]:
    series, _, organisation = pressed.value.partition(":")
    return SeriesId(int(series)), OrganisationId(int(organisation))


def kept(sent: Sent) -> tuple[SeriesId, OrganisationId]:
    return SeriesId(sent.kept("series")), OrganisationId(sent.kept("organisation"))
