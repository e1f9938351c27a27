"""“Deltager”, “Afbud…”, and the organiser's list."""

from datetime import time

from bot.cycle import attendance
from bot.cycle.attendance import Apologies, PartyDraft, Presence
from bot.slack.front import Front
from bot.slack.ids.attendance import AttendForm, AttendPress
from bot.slack.listeners.meetings import at_hand
from bot.slack.requests import Pressed, Said, Sent
from bot.slack.verbs import Command, Verb
from bot.slack.views import attendance as views
from storage.vocabulary import (
    AttendanceState,
    MeetingId,
    OrganisationId,
    ParticipantId,
)


def register(front: Front) -> None:
    _verbs(front)
    _answers(front)
    _sheet(front)


def _verbs(front: Front) -> None:
    house = front.house

    @front.verb(Verb(Command.MEETING, "attendance.help_apologies", ("afbud", "apologies")))
    def apologies(said: Said) -> None:
        held = attendance.read(house, at_hand(front, said).id, by=said.by)
        if said.open is None:
            said.answer(views.answered(held, said.words))
        else:
            said.open(views.apologies_form(held, said.words, channel=said.channel))

    @front.verb(
        Verb(Command.MEETING, "attendance.help_sheet", ("deltagelse", "fremmøde", "attendance"))
    )
    def show_sheet(said: Said) -> None:
        sheet = attendance.sheet(house, at_hand(front, said).id, by=said.by)
        if said.open is None:
            said.answer(views.sheet_offered(sheet, said.words))
        else:
            said.open(views.sheet_form(sheet, said.words, channel=said.channel))


def _answers(front: Front) -> None:
    house = front.house

    @front.press(AttendPress.COME)
    def come(pressed: Pressed) -> None:
        held = attendance.come(house, MeetingId(pressed.number), by=pressed.by)
        pressed.answer(views.answered(held, pressed.words))

    @front.press(AttendPress.APOLOGIES)
    def open_apologies(pressed: Pressed) -> None:
        held = attendance.read(house, MeetingId(pressed.number), by=pressed.by)
        pressed.open(views.apologies_form(held, pressed.words, channel=pressed.channel))

    @front.form(AttendForm.APOLOGIES)
    def send_apologies(sent: Sent) -> None:
        substitute = sent.choice("substitute")
        apologies = Apologies(
            reason=sent.text("reason"),
            for_all=sent.choice("whom") == views.ALL,
            substitute=sent.profile(substitute) if substitute else None,
        )
        meeting_id = MeetingId(sent.kept("meeting"))
        held = attendance.send_apologies(house, meeting_id, apologies, by=sent.by)
        sent.reply(views.answered(held, sent.words), str(sent.meta["channel"]))


def _sheet(front: Front) -> None:
    house = front.house

    @front.press(AttendPress.SHEET)
    def open_sheet(pressed: Pressed) -> None:
        sheet = attendance.sheet(house, MeetingId(pressed.number), by=pressed.by)
        pressed.open(views.sheet_form(sheet, pressed.words, channel=pressed.channel))

    @front.form(AttendForm.SHEET)
    def correct(sent: Sent) -> None:
        meeting_id = MeetingId(sent.kept("meeting"))
        before = attendance.sheet(house, meeting_id, by=sent.by)
        parties = {
            OrganisationId(each.organisation_id): PartyDraft(
                AttendanceState(state), sent.text(f"reason:{each.organisation_id}")
            )
            for each in before.attendance.parties
            if (state := sent.choice(f"state:{each.organisation_id}"))
        }
        present = people_chosen(sent, "present")
        present += [each.participant_id for each in views.unshown(before)]
        presence = Presence(present, people_chosen(sent, "left"), hour_of(sent, "left_at"))
        sheet = attendance.correct(house, meeting_id, parties, presence, by=sent.by)
        sent.reply(views.sheet_saved(sheet, sent.words), str(sent.meta["channel"]))


def people_chosen(sent: Sent, field: str) -> list[ParticipantId]:
    return [ParticipantId(int(chosen)) for chosen in sent.choices(field)]


def hour_of(sent: Sent, field: str) -> time | None:
    """A time field's hour; None if it is empty."""
    chosen = sent.text(field)
    return time.fromisoformat(chosen) if chosen else None
