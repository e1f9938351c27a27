"""The polls' dialogs: a new poll, a vote, a tie, and what follows."""

from collections.abc import Sequence

from slack_sdk.models.blocks import (
    Block,
    InputBlock,
    NumberInputElement,
    Option,
    PlainTextObject,
    RadioButtonsElement,
    StaticMultiSelectElement,
)
from slack_sdk.models.views import View

from bot.results.polls import ConsequencePlan, PollPreparation, PollSheet, Slot
from bot.rules.meetings import LONGEST_PLACE
from bot.rules.polls import (
    LONGEST_QUESTION,
    LONGEST_REASON,
    MOST_OPTIONS,
)
from bot.slack.ids.meta import packed
from bot.slack.ids.polls import PollForm
from bot.slack.views.parts import choice_field, context, option, section, text_field
from bot.texts import Message, Words, msg
from storage.vocabulary import FormatChoice, MeetingFormat

SECRET, OPEN = "secret", "open"


def format_form(ready: PollPreparation, t: Words, *, channel: str) -> View:
    """Joint or separate meetings: options and electors are given."""
    vendors = ", ".join(each.name for each in ready.electors if each.is_vendor)
    listed = "\n".join(f"• {t.word(each)}" for each in FormatChoice)
    return _form(
        PollForm.FORMAT,
        t("polls.form_format_title"),
        t("polls.form_start"),
        packed(meeting=ready.meeting.id, channel=channel),
        t,
        [
            _meeting(ready, t),
            _question(t, t("polls.format_question")),
            section(t.mrkdwn("polls.form_given", options=listed, vendors=vendors)),
            *_common(ready, t),
        ],
    )


def choice_form(ready: PollPreparation, t: Words, *, question: str = "", channel: str) -> View:
    """An own question with own options."""
    fields: list[Block] = [
        _meeting(ready, t),
        _question(t, question),
        text_field(
            "options",
            t("polls.field_options"),
            hint=t("polls.field_options_hint", most=MOST_OPTIONS),
            multiline=True,
        ),
    ]
    fields.append(_electors(ready, t))
    return _form(
        PollForm.CHOICE,
        t("polls.form_choice_title"),
        t("polls.form_start"),
        packed(meeting=ready.meeting.id, channel=channel),
        t,
        [*fields, *_common(ready, t)],
    )


def vote_form(poll: PollSheet, t: Words, *, channel: str) -> View:
    t = t.within(poll.meeting.zone)
    listed = [option(_label(t, each.label), each.id) for each in poll.options]
    own = poll.reader.vote.option.id if poll.reader and poll.reader.vote else None
    chosen = next((each for each in listed if each.value == str(own)), None)
    return _form(
        PollForm.VOTE,
        t("polls.form_vote_title"),
        t("polls.form_vote_submit"),
        packed(poll=poll.id, channel=channel),
        t,
        [
            section(t.mrkdwn("polls.card_question", question=poll.question)),
            _radio("option", t("polls.field_vote"), listed, chosen),
            context(t.mrkdwn("polls.form_vote_note", closes=poll.closes_at)),
        ],
    )


def settle_form(poll: PollSheet, t: Words, *, channel: str) -> View:
    """A tie: the leading options, and why."""
    listed = [option(_label(t, each.label), each.id) for each in poll.options if each.leads]
    chosen = next(
        (each for each in listed if poll.winner and each.value == str(poll.winner.id)), None
    )
    return _form(
        PollForm.SETTLE,
        t("polls.form_settle_title"),
        t("polls.form_settle_submit"),
        packed(poll=poll.id, channel=channel),
        t,
        [
            section(t.mrkdwn("polls.card_question", question=poll.question)),
            _radio("winner", t("polls.field_winner"), listed, chosen),
            text_field(
                "reason",
                t("polls.field_reason"),
                value=poll.reason,
                hint=t("polls.field_reason_hint"),
                multiline=True,
                most=LONGEST_REASON,
            ),
        ],
    )


def apply_form(plan: ConsequencePlan, t: Words, *, channel: str) -> View:
    """Exactly what will happen, with proposed times that can be changed."""
    t = t.within(plan.poll.meeting.zone)
    fields: list[Block] = [section(t.mrkdwn(_will_happen(plan)))]
    if plan.standing:
        standing = msg(
            "polls.apply_standing",
            title=plan.standing.title,
            starts_at=plan.standing.starts_at,
        )
        fields.append(context(t.mrkdwn(standing)))
    fields += [_time(slot, t, plan) for slot in plan.slots]
    fields.append(
        text_field(
            "place",
            t("polls.field_place"),
            value=_shared_place(plan),
            hint=t("polls.field_place_hint"),
            optional=True,
            most=LONGEST_PLACE,
        )
    )
    return _form(
        PollForm.APPLY,
        t("polls.form_apply_title"),
        t("polls.form_apply_submit"),
        packed(poll=plan.poll.id, channel=channel),
        t,
        fields,
    )


def _will_happen(plan: ConsequencePlan) -> Message:
    label = plan.poll.winner.label if plan.poll.winner else ""
    if MeetingFormat.SEPARATE not in plan.formats:
        return msg("polls.apply_joint", option=label)
    known = "polls.apply_both" if MeetingFormat.JOINT in plan.formats else "polls.apply_separate"
    vendors = ", ".join(each.vendor for each in plan.slots if each.vendor_id)
    return msg(known, option=label, vendors=vendors)


def _time(slot: Slot, t: Words, plan: ConsequencePlan) -> Block:
    label = (
        t("polls.field_when_vendor", vendor=slot.vendor)
        if slot.vendor_id
        else t("polls.field_when")
    )
    return text_field(
        slot.field,
        label,
        value=t.moment(slot.starts_at),
        hint=t("polls.field_when_hint") if slot is plan.slots[0] else "",
        optional=slot.vendor_id is not None,
        most=120,
    )


def _shared_place(plan: ConsequencePlan) -> str:
    """The place of the last meeting; but a link isn't shared between separate meetings."""
    separate = MeetingFormat.SEPARATE in plan.formats
    return "" if separate and "://" in plan.place else plan.place


def _common(ready: PollPreparation, t: Words) -> list[Block]:
    fields: list[Block] = []
    if ready.items:
        listed = [option(f"{each.number} {each.title}", each.id) for each in ready.items]
        fields.append(
            choice_field(
                "item",
                t("polls.field_item"),
                listed,
                chosen=str(ready.item or ""),
                hint=t("polls.field_item_hint"),
                optional=True,
            )
        )
    fields.append(
        text_field(
            "closes",
            t("polls.field_closes"),
            hint=t(
                "polls.field_closes_hint",
                closes=t.within(ready.meeting.zone).moment(ready.closes_at),
            ),
            optional=True,
            most=120,
        )
    )
    fields.append(
        InputBlock(
            block_id="quorum",
            label=PlainTextObject(text=t("polls.field_quorum")),
            hint=PlainTextObject(text=t("polls.field_quorum_hint")),
            optional=True,
            element=NumberInputElement(
                action_id="quorum", is_decimal_allowed=False, min_value="1", max_value="99"
            ),
        )
    )
    hidden = [option(t("polls.secret_yes"), SECRET), option(t("polls.secret_no"), OPEN)]
    fields.append(_radio("secret", t("polls.field_secret"), hidden, hidden[0]))
    return fields


def _electors(ready: PollPreparation, t: Words) -> Block:
    """Who has a vote; the vendors, unless the organiser chooses others."""
    listed = [option(each.name, each.id) for each in ready.electors]
    vendors = {str(each.id) for each in ready.electors if each.is_vendor}
    chosen = [each for each in listed if each.value in vendors]
    return InputBlock(
        block_id="electors",
        label=PlainTextObject(text=t("polls.field_electors")),
        hint=PlainTextObject(text=t("polls.field_electors_hint")),
        element=StaticMultiSelectElement(
            action_id="electors", options=listed, initial_options=chosen or None
        ),
    )


def _question(t: Words, question: str) -> Block:
    return text_field(
        "question",
        t("polls.field_question"),
        value=question[:LONGEST_QUESTION],
        multiline=True,
        most=LONGEST_QUESTION,
    )


def _radio(name: str, label: str, listed: Sequence[Option], chosen: Option | None) -> InputBlock:
    return InputBlock(
        block_id=name,
        label=PlainTextObject(text=label),
        element=RadioButtonsElement(action_id=name, options=list(listed), initial_option=chosen),
    )


def _label(t: Words, label: str | FormatChoice) -> str:
    return t.word(label) if isinstance(label, FormatChoice) else label


def _meeting(ready: PollPreparation, t: Words) -> Block:
    return context(t.mrkdwn("polls.form_meeting", meeting=ready.meeting.title))


def _form(
    form: PollForm, title: str, submit: str, kept: str, t: Words, blocks: list[Block]
) -> View:
    return View(
        type="modal",
        callback_id=form.value,
        private_metadata=kept,
        title=PlainTextObject(text=title),
        submit=PlainTextObject(text=submit),
        close=PlainTextObject(text=t("common.cancel")),
        blocks=blocks,
    )
