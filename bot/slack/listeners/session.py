"""The organiser leads the meeting: start, from item to item, end."""

from bot.cycle import minutes, session
from bot.slack.front import Front
from bot.slack.identity import is_direct
from bot.slack.ids.minutes import MinutesForm, MinutesPress, TurnPress
from bot.slack.requests import Pressed, Said, Sent
from bot.slack.verbs import Command, Verb
from bot.slack.views import minutes as minutes_views
from bot.slack.views import session as views
from storage.vocabulary import ChannelId, ItemId, MeetingId, MeetingState


def register(front: Front) -> None:
    _said(front)
    _meeting(front)
    _ending(front)
    _items(front)


def _said(front: Front) -> None:
    house = front.house

    @front.verb(Verb(Command.MINUTES, help="minutes.help_start", words=("start", "begynd")))
    def say_start(said: Said) -> None:
        held = session.find(
            house, said.channel, direct=said.direct, first=MeetingState.AGENDA_SENT, by=said.by
        )
        started = session.start(house, held.meeting.id, by=said.by)
        said.answer(minutes_views.overview(started, said.words))

    @front.verb(Verb(Command.MINUTES, help="minutes.help_end", words=("slut", "end")))
    def say_end(said: Said) -> None:
        held = session.find(house, said.channel, direct=said.direct, by=said.by)
        ending = session.ending(house, held.meeting.id, by=said.by)
        if ending.undecided and said.open:
            said.open(views.end_form(ending, said.words, channel=said.channel))
        elif ending.undecided:  # a mention can't open the dialog; its button can
            said.answer(minutes_views.overview(ending.minutes, said.words))
        else:
            ended = session.end(house, held.meeting.id, (), "", by=said.by)
            said.answer(minutes_views.overview(ended, said.words))


def _meeting(front: Front) -> None:
    house = front.house

    @front.press(MinutesPress.START)
    def start(pressed: Pressed) -> None:
        started = session.start(house, MeetingId(pressed.number), by=pressed.by)
        pressed.answer(minutes_views.stepped("started", started, pressed.words))

    @front.press(MinutesPress.UNSTART)
    def unstart(pressed: Pressed) -> None:
        held = session.unstart(house, MeetingId(pressed.number), by=pressed.by)
        pressed.answer(minutes_views.stepped("unstarted", held, pressed.words))


def _ending(front: Front) -> None:
    house = front.house

    @front.press(MinutesPress.END)
    def ask_end(pressed: Pressed) -> None:
        ending = session.ending(house, MeetingId(pressed.number), by=pressed.by)
        if ending.undecided:
            pressed.open(views.end_form(ending, pressed.words, channel=pressed.channel))
            return
        ended = session.end(house, ending.minutes.meeting.id, (), "", by=pressed.by)
        pressed.answer(minutes_views.stepped("ended", ended, pressed.words))

    @front.form(MinutesForm.END)
    def end(sent: Sent) -> None:
        deferred = [ItemId(int(each)) for each in sent.choices("deferred")]
        ended = session.end(
            house, MeetingId(sent.kept("meeting")), deferred, sent.text("reason"), by=sent.by
        )
        reply = minutes_views.stepped("ended", ended, sent.words)
        channel = str(sent.meta.get("channel", ""))
        if not is_direct(ChannelId(channel)):  # there the panel shows it
            sent.reply(reply, channel)

    @front.press(MinutesPress.RESUME)
    def resume(pressed: Pressed) -> None:
        held = session.resume(house, MeetingId(pressed.number), by=pressed.by)
        pressed.answer(minutes_views.stepped("resumed", held, pressed.words))

    @front.press(MinutesPress.SHOW)
    def show(pressed: Pressed) -> None:
        held = minutes.show(house, MeetingId(pressed.number), by=pressed.by)
        pressed.answer(minutes_views.overview(held, pressed.words))


def _items(front: Front) -> None:
    """The panel is the answer: it shows what came of the click."""
    house = front.house

    def turn(pressed: Pressed) -> None:
        session.turn_to(house, ItemId(pressed.number), by=pressed.by)

    for press in (TurnPress.BACK, TurnPress.ON, TurnPress.GO):
        front.press(press)(turn)

    @front.press(TurnPress.TREAT)
    def treat(pressed: Pressed) -> None:
        session.treat(house, ItemId(pressed.number), by=pressed.by)

    @front.press(TurnPress.TAKE_UP)
    def take_up(pressed: Pressed) -> None:
        session.take_up(house, ItemId(pressed.number), by=pressed.by)
