"""`/moede`: the menu, and a meeting's way from planned to open, moved and cancelled."""

from bot.cycle import home, meetings
from bot.cycle.meetings import Typed
from bot.errors import WrongMoment
from bot.results.meetings import MeetingHead
from bot.slack.front import Front
from bot.slack.ids.meetings import MeetingForm, MeetingPress
from bot.slack.requests import Pressed, Said, Sent
from bot.slack.verbs import Command, Verb
from bot.slack.views import home as home_views
from bot.slack.views import meetings as views
from bot.texts import msg
from storage.vocabulary import MeetingId, OrganisationId, SeriesId


def register(front: Front) -> None:
    _menu(front)
    _said_at_once(front)
    _said_for_a_dialog(front)
    _presses(front)
    _forms(front)


def _menu(front: Front) -> None:
    @front.verb(Verb(Command.MEETING, help="meetings.help_menu"))
    def show_menu(said: Said) -> None:
        shown = home.menu(front.house, said.channel, direct=said.direct, by=said.by)
        said.answer(home_views.menu(shown, said.words))


def _said_at_once(front: Front) -> None:
    house = front.house

    @front.verb(Verb(Command.MEETING, "meetings.help_open", ("åbn", "aabn", "open")))
    def open_for_items(said: Said) -> None:
        changed = meetings.open_for_items(house, at_hand(front, said).id, by=said.by)
        said.answer(views.changed(changed, said.words))

    @front.verb(Verb(Command.MEETING, "meetings.help_close", ("luk", "close")))
    def close_for_items(said: Said) -> None:
        changed = meetings.close_for_items(house, at_hand(front, said).id, by=said.by)
        said.answer(views.changed(changed, said.words))


def _said_for_a_dialog(front: Front) -> None:
    """Opens the dialog; after a mention, which can't open one, the button to it is shown."""
    house = front.house

    @front.verb(Verb(Command.MEETING, "meetings.help_plan", ("nyt", "ny", "new", "plan")))
    def plan(said: Said) -> None:
        shown = home.menu(house, said.channel, direct=said.direct, by=said.by)
        if said.open is None or shown.series is None:
            said.answer(home_views.menu(shown, said.words))
            return
        options = meetings.options(house, shown.series.id, by=said.by)
        said.open(views.plan_form(options, said.words, channel=said.channel))

    @front.verb(Verb(Command.MEETING, "meetings.help_move", ("flyt", "move")))
    def move(said: Said) -> None:
        held = meetings.read(house, at_hand(front, said).id, by=said.by)
        if said.open is None:
            said.answer(views.offered(MeetingPress.MOVE, held, said.words))
            return
        said.open(views.move_form(held, said.words, channel=said.channel))

    @front.verb(Verb(Command.MEETING, "meetings.help_cancel", ("aflys", "cancel")))
    def cancel(said: Said) -> None:
        held = meetings.read(house, at_hand(front, said).id, by=said.by)
        if said.open is None:
            said.answer(views.offered(MeetingPress.CANCEL, held, said.words))
            return
        said.open(views.cancel_form(held, said.words, channel=said.channel))


def at_hand(front: Front, said: Said) -> MeetingHead:
    """The meeting that is meant where somebody says “flyt” or “afbud”."""
    shown = home.menu(front.house, said.channel, direct=said.direct, by=said.by)
    if shown.at_hand is None:
        raise WrongMoment(msg("meetings.none_ahead"))
    return shown.at_hand


def _presses(front: Front) -> None:
    house = front.house

    @front.press(MeetingPress.PLAN)
    def open_plan(pressed: Pressed) -> None:
        options = meetings.options(house, SeriesId(pressed.number), by=pressed.by)
        pressed.open(views.plan_form(options, pressed.words, channel=pressed.channel))

    @front.press(MeetingPress.OPEN)
    def open_for_items(pressed: Pressed) -> None:
        changed = meetings.open_for_items(house, MeetingId(pressed.number), by=pressed.by)
        pressed.answer(views.changed(changed, pressed.words))

    @front.press(MeetingPress.CLOSE)
    def close_for_items(pressed: Pressed) -> None:
        changed = meetings.close_for_items(house, MeetingId(pressed.number), by=pressed.by)
        pressed.answer(views.changed(changed, pressed.words))

    @front.press(MeetingPress.MOVE)
    def open_move(pressed: Pressed) -> None:
        held = meetings.read(house, MeetingId(pressed.number), by=pressed.by)
        pressed.open(views.move_form(held, pressed.words, channel=pressed.channel))

    @front.press(MeetingPress.CANCEL)
    def open_cancel(pressed: Pressed) -> None:
        held = meetings.read(house, MeetingId(pressed.number), by=pressed.by)
        pressed.open(views.cancel_form(held, pressed.words, channel=pressed.channel))

    @front.press(MeetingPress.REINSTATE)
    def reinstate(pressed: Pressed) -> None:
        changed = meetings.reinstate(house, MeetingId(pressed.number), by=pressed.by)
        pressed.answer(views.changed(changed, pressed.words))


def _forms(front: Front) -> None:
    house = front.house

    @front.form(MeetingForm.PLAN)
    def plan(sent: Sent) -> None:
        chosen = sent.choice("vendor") or views.JOINT
        changed = meetings.plan(
            house,
            SeriesId(sent.kept("series")),
            typed(sent),
            vendor_id=None if chosen == views.JOINT else OrganisationId(int(chosen)),
            by=sent.by,
        )
        sent.reply(views.changed(changed, sent.words), str(sent.meta["channel"]))

    @front.form(MeetingForm.MOVE)
    def move(sent: Sent) -> None:
        changed = meetings.move(
            house,
            MeetingId(sent.kept("meeting")),
            typed(sent),
            seen=sent.kept("seen"),
            by=sent.by,
        )
        sent.reply(views.changed(changed, sent.words), str(sent.meta["channel"]))

    @front.form(MeetingForm.CANCEL)
    def cancel(sent: Sent) -> None:
        changed = meetings.cancel(
            house,
            MeetingId(sent.kept("meeting")),
            sent.text("reason"),
            seen=sent.kept("seen"),
            by=sent.by,
        )
        sent.reply(views.changed(changed, sent.words), str(sent.meta["channel"]))


def typed(sent: Sent) -> Typed:
    return Typed(sent.text("when"), sent.text("place"), sent.words.language)
