"""The dialogs in which an organiser orders, defers and declines."""

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot.results.agenda import Agenda, DeferralForm, ItemLine, MergeForm
from bot.rules.agenda import LONGEST_REASON
from bot.rules.ordering import field_of
from bot.slack.ids.agenda import AgendaForm, ItemForm
from bot.slack.ids.meta import LONGEST, packed
from bot.slack.limits import OPTION_TEXT, SELECT_OPTIONS, VIEW_BLOCKS, cut
from bot.slack.views.agenda import time_taken
from bot.slack.views.parts import (
    choice_field,
    context,
    form,
    option,
    section,
    text_field,
    words_of,
)
from bot.texts import Words
from storage.vocabulary import AttendanceState, DeferReason, ItemId, ReturnWhen

FITTING = "fitting"
"""Comes back as the reason and the fields beside it say."""

MOST_LINES = VIEW_BLOCKS - 3  # guidance and time above, and what is said of the others below


def arrange_form(agenda: Agenda, t: Words, *, channel: str) -> View:
    """Each line's number, to be typed over."""
    blocks: list[Block] = [
        section(t("ordering.guidance")),
        context(t.mrkdwn("ordering.time", time=time_taken(agenda))),
    ]
    held = ""
    for count, each in enumerate(agenda.items):
        more = f"{held} {each.id}:{each.number}".strip()
        if count >= MOST_LINES or len(more) > LONGEST - 100:
            left = len(agenda.items) - count
            blocks.append(context(t.mrkdwn("ordering.left_out", count=left)))
            break
        held = more
        blocks.append(_number_field(each))
    return form(
        AgendaForm.ARRANGE,
        t("ordering.form_title"),
        t("common.save"),
        t("common.cancel"),
        packed(meeting=agenda.meeting.id, channel=channel, shown=held),
        blocks,
    )


def shown_in(held: str) -> dict[ItemId, str]:
    """The numbers that the dialog showed, out of what it remembered."""
    pairs = (each.partition(":") for each in held.split())
    return {ItemId(int(item)): number for item, _, number in pairs}


def _number_field(item: ItemLine) -> Block:
    return text_field(field_of(item.id), f"{item.number} {item.title}", value=item.number, most=12)


def defer_form(held: DeferralForm, t: Words, *, channel: str) -> View:
    """Why, about whom, and in which words; filled in where somebody sent apologies."""
    away = [
        each
        for each in (*held.item.needs, *held.parties)
        if each.state is AttendanceState.APOLOGIES
    ]
    parties = [option(cut(each.organisation, OPTION_TEXT), each.organisation_id)
               for each in held.parties[:SELECT_OPTIONS]]  # fmt: skip
    blocks: list[Block] = [
        section(t.mrkdwn("agenda.defer_item", number=held.item.number, title=held.item.title)),
        choice_field(
            "why",
            t("agenda.field_why"),
            words_of(t, DeferReason),
            chosen=(DeferReason.PARTY_ABSENT if away else DeferReason.NO_TIME).value,
        ),
    ]
    if parties:
        blocks.append(
            choice_field(
                "party",
                t("agenda.field_party"),
                parties,
                chosen=str(away[0].organisation_id) if away else "",
                hint=t("agenda.field_party_hint"),
                optional=True,
            )
        )
    blocks.append(_reason_field("agenda.field_reason", "agenda.field_reason_hint", t))
    blocks += _comeback_fields(held, t)
    return form(
        AgendaForm.DEFER,
        t("agenda.form_defer_title"),
        t("agenda.form_defer_submit"),
        t("common.cancel"),
        packed(item=held.item.id, channel=channel),
        blocks,
    )


def _comeback_fields(held: DeferralForm, t: Words) -> list[Block]:
    """When it comes back; the day and the action only matter to their own choice."""
    awaited = [
        option(cut(f"{each.reference} {each.owner}: {each.text}", OPTION_TEXT), each.id)
        for each in held.actions[:SELECT_OPTIONS]
    ]
    choices = [each for each in ReturnWhen if awaited or each is not ReturnWhen.ACTION_ANSWERED]
    fields: list[Block] = [
        choice_field(
            "returns",
            t("deferrals.field_returns"),
            [option(t("deferrals.returns_fitting"), FITTING), *words_of(t, choices)],
            chosen=FITTING,
            hint=t("deferrals.returns_hint"),
        ),
        text_field(
            "day", t("deferrals.field_day"), hint=t("deferrals.field_day_hint"),
            optional=True, most=100,
        ),
    ]  # fmt: skip
    if awaited:
        label, hint = t("deferrals.field_action"), t("deferrals.field_action_hint")
        fields.append(choice_field("action", label, awaited, hint=hint, optional=True))
    return fields


def decline_form(item: ItemLine, t: Words, *, channel: str, printed: bool = False) -> View:
    """`printed`: people have the item on paper."""
    title = "taking_off.form_title" if printed else "agenda.form_decline_title"
    submit = "taking_off.form_submit" if printed else "agenda.form_decline_submit"
    blocks: list[Block] = [
        section(t.mrkdwn("agenda.decline_item", title=item.title, proposer=item.proposer or "–")),
        _reason_field("agenda.field_decline", "agenda.field_decline_hint", t, optional=False),
    ]
    return form(
        AgendaForm.DECLINE,
        t(title),
        t(submit),
        t("common.cancel"),
        packed(item=item.id, channel=channel),
        blocks,
    )


def ask_off_form(item: ItemLine, t: Words, *, channel: str) -> View:
    """Before the proposer of an item on a sent agenda."""
    return form(
        ItemForm.ASK_OFF,
        t("taking_off.form_ask_title"),
        t("taking_off.form_ask_submit"),
        t("common.cancel"),
        packed(item=item.id, channel=channel),
        [
            section(t.mrkdwn("agenda.defer_item", number=item.number, title=item.title)),
            _reason_field("agenda.field_decline", "taking_off.field_ask_hint", t, optional=False),
        ],
    )


def return_form(item: ItemLine, t: Words, *, channel: str) -> View:
    blocks: list[Block] = [
        section(t.mrkdwn("agenda.decline_item", title=item.title, proposer=item.proposer or "–")),
        _reason_field("agenda.field_return", "agenda.field_return_hint", t, optional=False),
    ]
    return form(
        AgendaForm.RETURN,
        t("agenda.form_return_title"),
        t("agenda.form_return_submit"),
        t("common.cancel"),
        packed(item=item.id, channel=channel),
        blocks,
    )


def merge_form(held: MergeForm, t: Words, *, channel: str) -> View:
    """Which item takes this one up."""
    item = held.item
    targets = [
        option(cut(f"{each.number or '–'} {each.title}", OPTION_TEXT), each.id)
        for each in held.targets[:SELECT_OPTIONS]
    ]
    return form(
        AgendaForm.MERGE,
        t("agenda.form_merge_title"),
        t("agenda.form_merge_submit"),
        t("common.cancel"),
        packed(item=item.id, channel=channel),
        [
            section(
                t.mrkdwn("agenda.decline_item", title=item.title, proposer=item.proposer or "–")
            ),
            choice_field(
                "target", t("agenda.field_target"), targets, hint=t("agenda.field_target_hint")
            ),
        ],
    )


def _reason_field(label: str, hint: str, t: Words, *, optional: bool = True) -> Block:
    return text_field(
        "reason", t(label), hint=t(hint), optional=optional, multiline=True, most=LONGEST_REASON
    )
