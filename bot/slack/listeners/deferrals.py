"""The organiser defers an item and takes that back."""

from bot.cycle import deferrals
from bot.rules.deferrals import DeferralDraft
from bot.rules.minutes import WRITTEN
from bot.slack.front import Front
from bot.slack.identity import is_direct
from bot.slack.ids.agenda import AgendaForm, RulePress
from bot.slack.ids.minutes import TurnPress
from bot.slack.requests import Pressed, Sent
from bot.slack.views import ordering as views
from bot.slack.views import organizing
from storage.vocabulary import (
    ActionId,
    ChannelId,
    DeferReason,
    ItemId,
    OrganisationId,
    ReturnWhen,
)


def register(front: Front) -> None:
    house = front.house

    @front.press(RulePress.DEFER)
    def open_defer(pressed: Pressed) -> None:
        held = deferrals.form(house, ItemId(pressed.number), by=pressed.by)
        pressed.open(views.defer_form(held, pressed.words, channel=pressed.channel))

    front.press(TurnPress.DEFER)(open_defer)

    @front.form(AgendaForm.DEFER)
    def defer(sent: Sent) -> None:
        ruled = deferrals.defer(
            house,
            ItemId(sent.kept("item")),
            _draft(sent),
            language=sent.words.language,
            by=sent.by,
        )
        channel = str(sent.meta.get("channel", ""))
        if not (ruled.meeting.state in WRITTEN and is_direct(ChannelId(channel))):
            sent.reply(organizing.ruled(ruled, sent.words), channel)  # else the panel shows it

    @front.press(RulePress.RECALL)
    def recall(pressed: Pressed) -> None:
        ruled = deferrals.recall(house, ItemId(pressed.number), by=pressed.by)
        pressed.replace(organizing.ruled(ruled, pressed.words))


def _draft(sent: Sent) -> DeferralDraft:
    party, action = sent.choice("party"), sent.choice("action")
    returns = sent.choice("returns")
    return DeferralDraft(
        kind=DeferReason(sent.choice("why")),
        party_id=OrganisationId(int(party)) if party else None,
        typed=sent.text("reason"),
        returns=None if returns == views.FITTING else ReturnWhen(returns),
        day=sent.text("day"),
        action_id=ActionId(int(action)) if action else None,
    )
