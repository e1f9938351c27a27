"""`/afstemning`, the card's buttons, and the dialogs of polls."""

from bot.cycle import poll_outcomes, polls
from bot.cycle.poll_outcomes import Wishes
from bot.errors import Unclear
from bot.rules.polls import LONGEST_QUESTION, PollDraft
from bot.slack.front import Front
from bot.slack.ids.polls import PollForm, PollPress
from bot.slack.requests import Pressed, Said, Sent
from bot.slack.verbs import Command, Verb
from bot.slack.views import poll_forms as forms
from bot.slack.views import polls as views
from bot.texts import msg
from storage.vocabulary import ItemId, MeetingId, OptionId, OrganisationId, PollId, PollKind


def register(front: Front) -> None:
    house = front.house

    @front.verb(Verb(Command.POLL, help="polls.help_menu"))
    def show_menu(said: Said) -> None:
        if len(said.text) > LONGEST_QUESTION:
            raise Unclear(msg("polls.question_too_long", most=LONGEST_QUESTION))
        shown = polls.menu(house, said.channel, direct=said.direct, by=said.by)
        said.answer(views.menu(shown, said.words, said.text))

    _starting(front)
    _voting(front)
    _organizing(front)
    _deciding(front)


def _starting(front: Front) -> None:
    house = front.house

    @front.press(PollPress.NEW_FORMAT)
    def open_format(pressed: Pressed) -> None:
        ready = polls.prepare(house, MeetingId(pressed.number), PollKind.FORMAT, by=pressed.by)
        pressed.open(forms.format_form(ready, pressed.words, channel=pressed.channel))

    @front.press(PollPress.NEW_CHOICE)
    def open_choice(pressed: Pressed) -> None:
        meeting, _, question = pressed.value.partition(" ")
        ready = polls.prepare(house, MeetingId(int(meeting)), PollKind.CHOICE, by=pressed.by)
        pressed.open(
            forms.choice_form(ready, pressed.words, question=question, channel=pressed.channel)
        )

    @front.form(PollForm.FORMAT)
    def start_format(sent: Sent) -> None:
        _start(front, sent, PollKind.FORMAT)

    @front.form(PollForm.CHOICE)
    def start_choice(sent: Sent) -> None:
        _start(front, sent, PollKind.CHOICE)


def _voting(front: Front) -> None:
    house = front.house

    @front.press(PollPress.VOTE)
    def vote(pressed: Pressed) -> None:
        poll = polls.vote(house, OptionId(pressed.number), by=pressed.by)
        pressed.answer(views.own(poll, pressed.words))

    @front.press(PollPress.OPEN)
    def open_vote(pressed: Pressed) -> None:
        poll = polls.read(house, PollId(pressed.number), by=pressed.by)
        pressed.open(forms.vote_form(poll, pressed.words, channel=pressed.channel))

    @front.form(PollForm.VOTE)
    def vote_in_dialog(sent: Sent) -> None:
        if not sent.choice("option"):
            raise Unclear(msg("polls.nothing_chosen"), field="option")
        poll = polls.vote(house, OptionId(int(sent.choice("option"))), by=sent.by)
        sent.reply(views.own(poll, sent.words), _channel(sent))

    @front.press(PollPress.OWN)
    def show_own(pressed: Pressed) -> None:
        poll = polls.own(house, PollId(pressed.number), by=pressed.by)
        pressed.answer(views.own(poll, pressed.words))


def _organizing(front: Front) -> None:
    house = front.house

    @front.press(PollPress.ORGANIZE)
    def organize(pressed: Pressed) -> None:
        poll = poll_outcomes.desk(house, PollId(pressed.number), by=pressed.by)
        pressed.answer(views.desk(poll, pressed.words))

    @front.press(PollPress.CLOSE)
    def close(pressed: Pressed) -> None:
        poll = poll_outcomes.close(house, PollId(pressed.number), by=pressed.by)
        pressed.answer(views.desk(poll, pressed.words))

    @front.press(PollPress.WITHDRAW)
    def withdraw(pressed: Pressed) -> None:
        poll = poll_outcomes.withdraw(house, PollId(pressed.number), by=pressed.by)
        pressed.answer(views.desk(poll, pressed.words))

    @front.press(PollPress.REOPEN)
    def reopen(pressed: Pressed) -> None:
        poll = poll_outcomes.reopen(house, PollId(pressed.number), by=pressed.by)
        pressed.answer(views.desk(poll, pressed.words))


def _deciding(front: Front) -> None:
    house = front.house

    @front.press(PollPress.SETTLE)
    def open_settle(pressed: Pressed) -> None:
        poll = poll_outcomes.desk(house, PollId(pressed.number), by=pressed.by)
        pressed.open(forms.settle_form(poll, pressed.words, channel=pressed.channel))

    @front.form(PollForm.SETTLE)
    def settle(sent: Sent) -> None:
        winner = OptionId(int(sent.choice("winner") or 0))
        poll = poll_outcomes.settle(
            house, PollId(sent.kept("poll")), winner, sent.text("reason"), by=sent.by
        )
        sent.reply(views.desk(poll, sent.words), _channel(sent))

    @front.press(PollPress.APPLY)
    def open_apply(pressed: Pressed) -> None:
        plan = poll_outcomes.propose(house, PollId(pressed.number), by=pressed.by)
        pressed.open(forms.apply_form(plan, pressed.words, channel=pressed.channel))

    @front.form(PollForm.APPLY)
    def apply(sent: Sent) -> None:
        poll = PollId(sent.kept("poll"))
        plan = poll_outcomes.propose(house, poll, by=sent.by)
        wishes = Wishes(
            {slot.vendor_id: sent.text(slot.field) for slot in plan.slots}, sent.text("place")
        )
        planned = poll_outcomes.apply(house, poll, wishes, language=sent.words.language, by=sent.by)
        sent.reply(views.planned(planned, sent.words), _channel(sent))


def _start(front: Front, sent: Sent, kind: PollKind) -> None:
    poll = polls.start(
        front.house,
        MeetingId(sent.kept("meeting")),
        _draft_of(sent, kind),
        language=sent.words.language,
        by=sent.by,
    )
    sent.reply(views.started(poll, sent.words), _channel(sent))


def _draft_of(sent: Sent, kind: PollKind) -> PollDraft:
    """The dialog's fields as a poll."""
    item = sent.choice("item")
    return PollDraft(
        kind=kind,
        question=sent.text("question"),
        options=tuple(sent.text("options").splitlines()),
        electors=tuple(OrganisationId(int(each)) for each in sent.choices("electors")),
        item_id=ItemId(int(item)) if item else None,
        quorum=sent.text("quorum"),
        closes=sent.text("closes"),
        secret=sent.choice("secret") != forms.OPEN,
    )


def _channel(sent: Sent) -> str:
    return str(sent.meta.get("channel", ""))
