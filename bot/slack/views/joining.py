"""The question to somebody unknown, and the organisers' card about it."""

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    InteractiveElement,
    PlainTextObject,
    StaticSelectElement,
)
from slack_sdk.models.views import View

from bot.results.people import JoinAsked, JoinLine, PeopleList
from bot.rules.people import LONGEST_NAME, LONGEST_SHORT_NAME
from bot.slack.ids.meta import packed
from bot.slack.ids.people import JoinForm, JoinPress
from bot.slack.limits import SELECT_OPTIONS
from bot.slack.replies import Reply
from bot.slack.views.parts import (
    actions,
    button,
    choice_field,
    context,
    option,
    section,
    text_field,
    words_of,
)
from bot.texts import Mention, Words, msg
from storage.vocabulary import JoinState, OrganisationKind


def question(asked: JoinAsked, t: Words) -> Reply:
    """Whom do you work for? Once answered, where the request stands."""
    if asked.state is JoinState.ASKED:
        return _asking(asked, t)
    message = msg(
        f"people.join_{asked.state.value}", series=asked.series, organisation=asked.answer
    )
    return Reply(t(message), [section(t.mrkdwn(message)), *_kept(asked, t)])


def _asking(asked: JoinAsked, t: Words) -> Reply:
    message = msg("people.join_question", series=asked.series)
    names = dict(asked.organisations)
    elements: list[InteractiveElement] = []
    if asked.suggested in names:
        elements.append(
            button(
                t("people.button_join_suggested", organisation=names[asked.suggested]),
                JoinPress.SUGGESTED,
                f"{asked.id}:{asked.suggested}",
                style="primary",
            )
        )
    if names:
        options = [option(name, f"{asked.id}:{held}") for held, name in asked.organisations]
        elements.append(
            StaticSelectElement(
                action_id=JoinPress.CHOSEN.value,
                placeholder=PlainTextObject(text=t("people.join_choose")),
                options=options[:SELECT_OPTIONS],
            )
        )
    elements.append(button(t("people.button_join_other"), JoinPress.OTHER, asked.id))
    blocks: list[Block] = [
        section(t.mrkdwn(message)),
        *_kept(asked, t),
        ActionsBlock(elements=elements),
    ]
    return Reply(t(message), blocks)


def _kept(asked: JoinAsked, t: Words) -> list[Block]:
    if not asked.pending:
        return []
    return [context(t.mrkdwn("people.join_kept", title=asked.pending))]


def other_form(request_id: int, t: Words, *, channel: str) -> View:
    """An organisation that isn't in the list."""
    return View(
        type="modal",
        callback_id=JoinForm.OTHER.value,
        private_metadata=packed(request=request_id, channel=channel),
        title=PlainTextObject(text=t("people.form_join_other_title")),
        submit=PlainTextObject(text=t("people.form_join_other_submit")),
        close=PlainTextObject(text=t("common.cancel")),
        blocks=[
            text_field(
                "organisation",
                t("people.field_employer"),
                hint=t("people.field_employer_hint"),
                most=LONGEST_NAME,
            )
        ],
    )


def card(request: JoinLine, t: Words) -> Reply:
    """To each organiser: who wants to take part, and the answer once one was given."""
    who = Mention(request.user, request.name)
    message = msg(
        f"people.join_card_{request.state.value}",
        person=who,
        organisation=request.organisation,
        series=request.series,
    )
    blocks: list[Block] = [section(t.mrkdwn(message))]
    if request.pending_title:
        blocks.append(context(t.mrkdwn("people.join_card_item", title=request.pending_title)))
    if request.pending_background:
        blocks.append(context(t.mrkdwn("people.join_card_text", text=request.pending_background)))
    buttons = _decisions(request, t)
    if buttons:
        blocks.append(buttons)
    return Reply(t(message), blocks)


def _decisions(request: JoinLine, t: Words) -> ActionsBlock | None:
    known = request.organisation_id is not None
    approve = button(
        t("people.button_approve" if known else "people.button_approve_new"),
        JoinPress.APPROVE,
        request.id,
        style="primary",
        label=t("people.button_approve_label", name=request.name),
    )
    match request.state:
        case JoinState.WAITING:
            decline = button(
                t("people.button_decline"),
                JoinPress.DECLINE,
                request.id,
                label=t("people.button_decline_label", name=request.name),
            )
            return actions(approve, decline)
        case JoinState.DECLINED:
            return actions(approve)
        case JoinState.ASKED | JoinState.APPROVED:
            return None


def decided(request: JoinLine, t: Words) -> Reply:
    """The organiser's own confirmation; the card of every organiser says the same."""
    message = msg(
        f"people.join_card_{request.state.value}",
        person=Mention(request.user, request.name),
        organisation=request.organisation,
        series=request.series,
    )
    return Reply(t(message), [section(t.mrkdwn(message))])


def approve_form(request: JoinLine, listed: PeopleList, t: Words, *, channel: str) -> View:
    """They typed an organisation that doesn't take part yet: which is it, or is it new?"""
    options = [option(each.short_name, each.id) for each in listed.organisations][:SELECT_OPTIONS]
    blocks: list[Block] = [
        section(
            t.mrkdwn(
                "people.approve_which",
                person=Mention(request.user, request.name),
                organisation=request.organisation,
            )
        )
    ]
    if options:
        blocks.append(choice_field("existing", t("people.field_existing"), options, optional=True))
    blocks += [
        text_field(
            "name",
            t("people.field_new_name"),
            value=request.organisation,
            optional=True,
            most=LONGEST_NAME,
        ),
        text_field(
            "short_name",
            t("people.field_short_name"),
            hint=t("people.field_short_name_hint"),
            optional=True,
            most=LONGEST_SHORT_NAME,
        ),
        choice_field(
            "kind",
            t("people.field_kind"),
            words_of(t, OrganisationKind),
            chosen=OrganisationKind.OTHER.value,
        ),
    ]
    return View(
        type="modal",
        callback_id=JoinForm.APPROVE.value,
        private_metadata=packed(request=request.id, channel=channel),
        title=PlainTextObject(text=t("people.form_approve_title")),
        submit=PlainTextObject(text=t("people.button_approve")),
        close=PlainTextObject(text=t("common.cancel")),
        blocks=blocks,
    )
