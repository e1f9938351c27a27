"""Who takes part: the list, and the dialogs in which organisers change it."""

from collections.abc import Sequence

from slack_sdk.models.blocks import (
    Block,
    CheckboxesElement,
    InputBlock,
    Option,
    PlainTextObject,
)
from slack_sdk.models.views import View

from bot.results.people import (
    Joined,
    OrganisationLine,
    PeopleAdded,
    PeopleList,
    PersonLine,
    PersonSaved,
)
from bot.rules import people as rules
from bot.slack.ids.meta import packed
from bot.slack.ids.people import JoinPress, PeopleForm, PeoplePress
from bot.slack.limits import MESSAGE_BLOCKS, OPTION_TEXT, SELECT_OPTIONS, VIEW_BLOCKS, cut
from bot.slack.replies import Reply
from bot.slack.views import mandates
from bot.slack.views.parts import (
    actions,
    button,
    choice_field,
    confirm,
    context,
    divider,
    form,
    option,
    people_field,
    section,
    text_field,
    words_of,
)
from bot.texts import Mention, Message, Words, msg
from storage.vocabulary import Language, OrganisationKind, Role, SeriesId

LEAVES = "leaves"
"""Stands among the roles of the dialog: the person takes part no longer."""

_ROOM = 6  # blocks for head, buttons, menu and the line that says how many are left out


# ── The list ─────────────────────────────────────────────────────────────────


def overview(listed: PeopleList, t: Words, *, channel: str) -> View:
    """As a dialog to read; organisers change things from its buttons."""
    return View(
        type="modal",
        private_metadata=packed(channel=channel),
        title=PlainTextObject(text=t("people.list_title")),
        close=PlainTextObject(text=t("people.list_close")),
        blocks=_blocks(listed, t, VIEW_BLOCKS - _ROOM),
    )


def message(listed: PeopleList, t: Words) -> Reply:
    """The same where no dialog can be opened, as after a mention."""
    text = t(
        "people.list_text",
        series=listed.series,
        count=listed.count,
        organisations=len(listed.organisations),
    )
    return Reply(text, _blocks(listed, t, MESSAGE_BLOCKS - _ROOM))


def _blocks(listed: PeopleList, t: Words, room: int) -> list[Block]:
    head = t.mrkdwn(
        "people.list_text",
        series=listed.series,
        count=listed.count,
        organisations=len(listed.organisations),
    )
    blocks: list[Block] = [section(head)]
    leave = button(
        t("people.button_leave"),
        PeoplePress.LEAVE,
        listed.series_id,
        label=t("people.button_leave_label", series=listed.series),
        confirm=confirm(
            t,
            "people.confirm_leave_title",
            msg("people.confirm_leave", series=listed.series),
            "people.confirm_leave_yes",
        ),
    )
    add = button(t("people.button_add"), PeoplePress.ADD, listed.series_id, style="primary")
    blocks.append(actions(add, leave) if listed.may_change else actions(leave))
    if listed.may_change and listed.organisations:
        blocks.append(mandates.menu(listed, t))
    for request in listed.requests[: room // 4]:
        text = t.mrkdwn(
            "people.list_request",
            person=Mention(request.user, request.name),
            organisation=request.organisation,
        )
        name = request.name
        approve = button(
            t("people.button_approve" if request.organisation_id else "people.button_approve_new"),
            JoinPress.APPROVE,
            request.id,
            label=t("people.button_approve_label", name=name),
        )
        decline = button(
            t("people.button_decline"),
            JoinPress.DECLINE,
            request.id,
            label=t("people.button_decline_label", name=name),
        )
        blocks += [section(text), actions(approve, decline)]
    shown = listed.organisations[: room - len(blocks)]
    blocks += [_organisation(each, listed, t) for each in shown]
    left_out = len(listed.organisations) - len(shown)
    if left_out:
        blocks.append(context(t("people.list_more", count=left_out)))
    return blocks


def _organisation(line: OrganisationLine, listed: PeopleList, t: Words) -> Block:
    edit = button(
        t("people.button_edit"),
        PeoplePress.ORGANISATION,
        f"{listed.series_id}:{line.id}",
        label=t("people.button_edit_label", name=line.short_name),
    )
    people = "\n".join(f"• {_person(each, t)}" for each in line.people)
    head = t.mrkdwn("people.list_organisation", name=line.short_name, kind=line.kind)
    if line.product:
        head += " · " + t.mrkdwn("people.list_product", product=line.product)
    text = f"{head}\n{people or t('people.list_nobody')}"
    if listed.may_change:
        return section(text, edit)
    voices = mandates.list_button(listed.series_id, line.id, line.short_name, t)
    return section(text, voices if line.id == listed.own else None)


def _person(person: PersonLine, t: Words) -> str:
    parts = [t.word(person.role)] if person.role is not Role.PARTICIPANT else []
    if person.is_contact:
        parts.append(t("people.contact"))
    if person.holds_mandate:
        parts.append(t("mandates.holds"))
    name = t.mrkdwn("people.list_person", name=person.name)
    return f"{name} ({', '.join(parts)})" if parts else name


# ── Organisations ────────────────────────────────────────────────────────────


def add_form(series_id: SeriesId, t: Words, *, channel: str) -> View:
    return form(
        PeopleForm.ADD,
        t("people.form_add_title"),
        t("people.form_add_submit"),
        t("common.cancel"),
        packed(series=series_id, channel=channel),
        [*_facts(None, t), *_newcomers(t)],
    )


def organisation_form(
    listed: PeopleList, line: OrganisationLine, t: Words, *, channel: str
) -> View:
    """An organisation's facts, further people, and a way to each who is there already."""
    blocks = [*_facts(line, t), *_newcomers(t)]
    if line.people:
        blocks += [divider()]
    for person in line.people[: VIEW_BLOCKS - len(blocks) - 1]:
        change = button(
            t("people.button_edit"),
            PeoplePress.PERSON,
            person.id,
            label=t("people.button_edit_label", name=person.name),
        )
        blocks.append(section(_person(person, t), change))
    return form(
        PeopleForm.ORGANISATION,
        t("people.form_organisation_title"),
        t("common.save"),
        t("common.cancel"),
        packed(series=listed.series_id, organisation=line.id, channel=channel),
        blocks,
    )


def _facts(line: OrganisationLine | None, t: Words) -> list[Block]:
    return [
        text_field(
            "name",
            t("people.field_name"),
            value=line.name if line else "",
            most=rules.LONGEST_NAME,
        ),
        text_field(
            "short_name",
            t("people.field_short_name"),
            value=line.short_name if line else "",
            hint=t("people.field_short_name_hint"),
            optional=True,
            most=rules.LONGEST_SHORT_NAME,
        ),
        choice_field(
            "kind",
            t("people.field_kind"),
            words_of(t, OrganisationKind),
            chosen=(line.kind if line else OrganisationKind.VENDOR).value,
        ),
        text_field(
            "product",
            t("people.field_product"),
            value=line.product if line else "",
            hint=t("people.field_product_hint"),
            optional=True,
            most=rules.LONGEST_PRODUCT,
        ),
        text_field(
            "email_domain",
            t("people.field_domain"),
            value=line.email_domain if line else "",
            hint=t("people.field_domain_hint"),
            optional=True,
            most=rules.LONGEST_DOMAIN,
        ),
    ]


def _newcomers(t: Words) -> list[Block]:
    return [
        people_field("contacts", t("people.field_contacts"), hint=t("people.field_contacts_hint")),
        people_field("participants", t("people.field_participants")),
        people_field(
            "observers", t("people.field_observers"), hint=t("people.field_observers_hint")
        ),
    ]


def joined(result: Joined, t: Words) -> Reply:
    """Who was added, and who took part already and keeps their place."""
    lines: list[Message] = [
        msg("people.organisation_saved", organisation=result.organisation.short_name)
    ]
    if result.added:
        lines.append(msg("people.added", names=", ".join(result.added)))
    if result.known:
        lines.append(msg("people.known_already", names=", ".join(result.known)))
    return Reply(
        " ".join(t(each) for each in lines),
        [section("\n".join(t.mrkdwn(each) for each in lines)), _back(result.series_id, t)],
    )


def people_added(result: PeopleAdded, t: Words) -> Reply:
    """The same after people were mentioned."""
    lines: list[Message] = []
    if result.added:
        lines.append(msg("people.added", names=", ".join(result.added)))
    if result.known:
        lines.append(msg("people.known_already", names=", ".join(result.known)))
    return Reply(
        " ".join(t(each) for each in lines),
        [section("\n".join(t.mrkdwn(each) for each in lines)), _back(result.series_id, t)],
    )


# ── Persons ──────────────────────────────────────────────────────────────────


def person_form(person: PersonLine, listed: PeopleList, t: Words, *, channel: str) -> View:
    organisations: Sequence[Option] = [
        option(cut(each.short_name, OPTION_TEXT), each.id) for each in listed.organisations
    ][:SELECT_OPTIONS]
    voice = option(t("people.field_contact_option"), "contact")
    return form(
        PeopleForm.PERSON,
        t("people.form_person_title"),
        t("common.save"),
        t("common.cancel"),
        packed(participant=person.id, seen=person.version, channel=channel),
        [
            section(t.mrkdwn("people.form_person", person=Mention(person.user, person.name))),
            choice_field(
                "organisation",
                t("people.field_organisation"),
                organisations,
                chosen=str(person.organisation_id),
            ),
            choice_field(
                "role",
                t("people.field_role"),
                [*words_of(t, Role), option(t("people.role_leaves"), LEAVES)],
                chosen=person.role.value,
                hint=t("people.field_role_hint"),
            ),
            InputBlock(
                block_id="contact",
                label=PlainTextObject(text=t("people.field_contact")),
                optional=True,
                element=CheckboxesElement(
                    action_id="contact",
                    options=[voice],
                    initial_options=[voice] if person.is_contact else None,
                ),
            ),
        ],
    )


def person_saved(result: PersonSaved, t: Words) -> Reply:
    person = result.person
    worded = (
        msg("people.person_left", name=person.name)
        if result.removed
        else msg(
            "people.person_saved",
            name=person.name,
            organisation=person.organisation,
            role=person.role,
        )
    )
    return Reply(t(worded), [section(t.mrkdwn(worded)), _back(result.series_id, t)])


def left(series: str, t: Words) -> Reply:
    """To somebody who took themselves out."""
    text = msg("people.you_left", series=series)
    return Reply(t(text), [section(t.mrkdwn(text))])


def _back(series_id: SeriesId, t: Words) -> Block:
    return actions(button(t("people.button_list"), PeoplePress.LIST, series_id))


# ── Language ─────────────────────────────────────────────────────────────────


def speaks(t: Words) -> Reply:
    """Said in the language that was chosen."""
    return Reply(t("people.speaks"), [section(t("people.speaks")), languages(t)])


def languages(t: Words) -> Block:
    """The other language, in its own words."""
    if t.language is Language.DANISH:
        return actions(button("English", PeoplePress.SPEAK_ENGLISH, Language.ENGLISH.value))
    return actions(button("Dansk", PeoplePress.SPEAK_DANISH, Language.DANISH.value))
