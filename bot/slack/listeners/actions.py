"""`/opgave`, and the owner's answers wherever an action is shown."""

from collections.abc import Callable

from slack_sdk.models.views import View

from bot.cycle import actions, answers
from bot.results.actions import ActionAnswered, ActionLine
from bot.rules.minutes import EntryDraft
from bot.slack.front import Front
from bot.slack.ids.actions import ActionForm, ActionMore, ActionPress
from bot.slack.requests import Pressed, Said, Sent
from bot.slack.verbs import Command, Verb
from bot.slack.views import action_forms as forms
from bot.slack.views import actions as views
from storage.vocabulary import (
    ActionId,
    ActionKind,
    EntryKind,
    MeetingId,
    OrganisationId,
    SeriesId,
)

_KINDS = {ActionKind.TASK: EntryKind.ACTION, ActionKind.QUESTION: EntryKind.QUESTION}


def register(front: Front) -> None:
    _listing(front)
    _raising(front)
    _pressing(front)
    _asking(front)
    _settling(front)


def _listing(front: Front) -> None:
    house = front.house

    def show(said: Said, *, everybody: bool) -> None:
        page = actions.page_here(
            house, said.channel, direct=said.direct, everybody=everybody, by=said.by
        )
        said.answer(views.page(page, said.words))

    @front.verb(Verb(Command.ACTION, help="actions.help_mine", words=("mine",)))
    def mine(said: Said) -> None:
        show(said, everybody=False)

    @front.verb(Verb(Command.ACTION, help="actions.help_all", words=("alle", "all")))
    def everything(said: Said) -> None:
        show(said, everybody=True)

    @front.verb(Verb(Command.ACTION, help="actions.help_bare"))
    def bare(said: Said) -> None:
        if said.text:
            raised = actions.say(
                house,
                said.text,
                channel=said.channel,
                direct=said.direct,
                language=said.words.language,
                by=said.by,
            )
            said.answer(views.answered(raised, said.words))
        else:
            show(said, everybody=False)

    @front.press(ActionPress.PAGE)
    def turn(pressed: Pressed) -> None:
        series, start, whose = pressed.value.split(":")
        page = actions.page(
            house,
            SeriesId(int(series)),
            everybody=whose == "all",
            start=int(start),
            by=pressed.by,
        )
        pressed.answer(views.page(page, pressed.words))


def _raising(front: Front) -> None:
    house = front.house
    verb = Verb(Command.ACTION, help="actions.help_new", words=("ny", "new"), takes_text=True)

    @front.verb(verb)
    def new(said: Said) -> None:
        if not said.text and said.open:
            held = actions.new_form(house, said.channel, direct=said.direct, by=said.by)
            said.open(forms.new_form(held, said.words, channel=said.channel))
            return
        raised = actions.say(
            house,
            said.text,
            channel=said.channel,
            direct=said.direct,
            language=said.words.language,
            by=said.by,
        )
        said.answer(views.answered(raised, said.words))

    @front.press(ActionPress.NEW)
    def open_new(pressed: Pressed) -> None:
        held = actions.new_form_of(house, SeriesId(pressed.number), by=pressed.by)
        pressed.open(forms.new_form(held, pressed.words, channel=pressed.channel))

    @front.form(ActionForm.NEW)
    def save_new(sent: Sent) -> None:
        owner = sent.choice("owner")
        draft = EntryDraft(
            kind=_KINDS[ActionKind(sent.choice("kind") or ActionKind.TASK)],
            text=sent.text("text"),
            owner_id=OrganisationId(int(owner)) if owner else None,
            asked_by=sent.text("asked_by"),
            due=sent.text("due"),
        )
        raised = actions.add(
            house,
            MeetingId(sent.kept("meeting")),
            draft,
            language=sent.words.language,
            by=sent.by,
        )
        _confirm(sent, raised)


def _pressing(front: Front) -> None:
    """What one click does."""
    house = front.house

    @front.press(ActionPress.DONE)
    def done(pressed: Pressed) -> None:
        result = answers.done(house, ActionId(pressed.number), by=pressed.by)
        pressed.answer(views.answered(result, pressed.words))

    @front.press(ActionPress.REFUSE)
    def refuse(pressed: Pressed) -> None:
        result = answers.refuse(house, ActionId(pressed.number), by=pressed.by)
        pressed.answer(views.answered(result, pressed.words))

    @front.press(ActionPress.REOPEN)
    def reopen(pressed: Pressed) -> None:
        result = answers.reopen(house, ActionId(pressed.number), by=pressed.by)
        pressed.answer(views.answered(result, pressed.words))

    @front.press(ActionPress.HISTORY)
    def history(pressed: Pressed) -> None:
        shown = actions.history(house, ActionId(pressed.number), by=pressed.by)
        pressed.answer(views.history(shown, pressed.words))


def _asking(front: Front) -> None:
    """What opens a dialog."""
    house = front.house

    def opens(dialog: Callable[..., View]) -> Callable[[Pressed], None]:
        def ask(pressed: Pressed) -> None:
            line: ActionLine = actions.to_answer(house, ActionId(_number(pressed)), by=pressed.by)
            pressed.open(dialog(line, pressed.words, channel=pressed.channel))

        return ask

    front.press(ActionPress.ANSWER)(opens(forms.answer_form))
    front.press(ActionPress.MOVE)(opens(forms.move_form))

    @front.press(ActionPress.MORE)
    def more(pressed: Pressed) -> None:
        what = ActionMore(pressed.value.partition(":")[0])
        match what:
            case ActionMore.HISTORY:
                shown = actions.history(house, ActionId(_number(pressed)), by=pressed.by)
                pressed.answer(views.history(shown, pressed.words))
            case ActionMore.HAND_OVER:
                line, held = actions.form(house, ActionId(_number(pressed)), by=pressed.by)
                form = forms.hand_over_form(line, held, pressed.words, channel=pressed.channel)
                pressed.open(form)
            case ActionMore.BLOCK:
                opens(forms.block_form)(pressed)
            case ActionMore.DROP:
                opens(forms.drop_form)(pressed)


def _settling(front: Front) -> None:
    """What the dialogs do."""
    house = front.house

    @front.form(ActionForm.ANSWER)
    def answer(sent: Sent) -> None:
        action = ActionId(sent.kept("action"))
        _confirm(sent, answers.answer(house, action, sent.text("text"), by=sent.by))

    @front.form(ActionForm.MOVE)
    def move(sent: Sent) -> None:
        result = answers.move(
            house,
            ActionId(sent.kept("action")),
            sent.text("due"),
            sent.text("reason"),
            language=sent.words.language,
            by=sent.by,
        )
        _confirm(sent, result)

    @front.form(ActionForm.BLOCK)
    def block(sent: Sent) -> None:
        action = ActionId(sent.kept("action"))
        _confirm(sent, answers.block(house, action, sent.text("reason"), by=sent.by))

    @front.form(ActionForm.DROP)
    def drop(sent: Sent) -> None:
        action = ActionId(sent.kept("action"))
        _confirm(sent, answers.drop(house, action, sent.text("reason"), by=sent.by))

    @front.form(ActionForm.HAND_OVER)
    def hand_over(sent: Sent) -> None:
        owner = OrganisationId(int(sent.choice("owner") or 0))
        result = answers.hand_over(house, ActionId(sent.kept("action")), owner, by=sent.by)
        _confirm(sent, result)


def _number(pressed: Pressed) -> int:
    """The action of a button ("7") or of a line in the overflow menu ("block:7")."""
    return int(pressed.value.rpartition(":")[2])


def _confirm(sent: Sent, result: ActionAnswered) -> None:
    sent.reply(views.answered(result, sent.words), str(sent.meta.get("channel", "")))
