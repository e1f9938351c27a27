"""Somebody unknown says who they work for; an organiser answers."""

from bot.cycle import joining
from bot.rules.people import OrganisationDraft
from bot.slack.front import Front
from bot.slack.ids.people import JoinForm, JoinPress
from bot.slack.requests import Pressed, Sent
from bot.slack.views import joining as views
from storage.vocabulary import JoinRequestId, OrganisationId, OrganisationKind


def register(front: Front) -> None:
    _asked(front)
    _decided(front)


def _asked(front: Front) -> None:
    house = front.house

    @front.press(JoinPress.SUGGESTED)
    def take_suggestion(pressed: Pressed) -> None:
        _answer(front, pressed)

    @front.press(JoinPress.CHOSEN)
    def choose(pressed: Pressed) -> None:
        _answer(front, pressed)

    @front.press(JoinPress.OTHER)
    def open_other(pressed: Pressed) -> None:
        pressed.open(views.other_form(pressed.number, pressed.words, channel=pressed.channel))

    @front.form(JoinForm.OTHER)
    def other(sent: Sent) -> None:
        asked = joining.answer(
            house, JoinRequestId(sent.kept("request")), text=sent.text("organisation"), by=sent.by
        )
        sent.reply(views.question(asked, sent.words), str(sent.meta["channel"]))


def _answer(front: Front, pressed: Pressed) -> None:
    request_id, organisation_id = map(int, pressed.value.split(":"))
    asked = joining.answer(
        front.house,
        JoinRequestId(request_id),
        organisation_id=OrganisationId(organisation_id),
        by=pressed.by,
    )
    pressed.answer(views.question(asked, pressed.words))


def _decided(front: Front) -> None:
    house = front.house

    @front.press(JoinPress.APPROVE)
    def approve(pressed: Pressed) -> None:
        request, listed = joining.read(house, JoinRequestId(pressed.number), by=pressed.by)
        if request.organisation_id is None:
            form = views.approve_form(request, listed, pressed.words, channel=pressed.channel)
            pressed.open(form)
            return
        done = joining.approve(house, request.id, by=pressed.by)
        pressed.answer(views.decided(done, pressed.words))

    @front.press(JoinPress.DECLINE)
    def decline(pressed: Pressed) -> None:
        done = joining.decline(house, JoinRequestId(pressed.number), by=pressed.by)
        pressed.answer(views.decided(done, pressed.words))

    @front.form(JoinForm.APPROVE)
    def approve_other(sent: Sent) -> None:
        existing = sent.choice("existing")
        done = joining.approve(
            house,
            JoinRequestId(sent.kept("request")),
            existing=OrganisationId(int(existing)) if existing else None,
            new=OrganisationDraft(
                name=sent.text("name"),
                short_name=sent.text("short_name"),
                kind=OrganisationKind(sent.choice("kind")),
            ),
            by=sent.by,
        )
        sent.close_all()
        sent.reply(views.decided(done, sent.words), str(sent.meta["channel"]))
