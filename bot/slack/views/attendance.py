"""Buttons by which organisations answer, and the organiser's list."""

from itertools import groupby

from slack_sdk.models.blocks import (
    Block,
    ButtonElement,
    InputBlock,
    Option,
    OptionGroup,
    PlainTextObject,
    StaticMultiSelectElement,
    TimePickerElement,
)
from slack_sdk.models.views import View

from bot.results.attendance import Answered, AttendanceSheet, AttendeeLine, PartyLine
from bot.results.meetings import MeetingHead
from bot.rules.attendance import LONGEST_REASON
from bot.slack.ids.attendance import AttendForm, AttendPress
from bot.slack.ids.meta import packed
from bot.slack.limits import OPTION_TEXT, SELECT_OPTIONS, cut
from bot.slack.replies import Reply
from bot.slack.views.parts import (
    actions,
    button,
    choice_field,
    context,
    form,
    header,
    option,
    person_field,
    section,
    text_field,
    words_of,
)
from bot.texts import Message, Words, msg
from storage.vocabulary import AttendanceState, ParticipantId

ME, ALL = "me", "all"
"""For whom apologies are sent."""

MOST_PARTIES = 45
"""Two fields each, of the 100 blocks of a dialog; further ones answer for themselves."""

MOST_CHOSEN = SELECT_OPTIONS
"""People that the field can show as chosen; the dialog leaves further ones as they are."""


def buttons(meeting: MeetingHead, t: Words) -> list[ButtonElement]:
    """By which everybody answers for their own organisation; for cards, menus and the home tab."""
    return [
        button(
            t("attendance.button_come"),
            AttendPress.COME,
            meeting.id,
            label=t("attendance.button_come_label", meeting=meeting.title),
        ),
        button(
            t("attendance.button_apologies"),
            AttendPress.APOLOGIES,
            meeting.id,
            label=t("attendance.button_apologies_label", meeting=meeting.title),
        ),
    ]


def sheet_button(meeting: MeetingHead, t: Words) -> ButtonElement:
    """The organiser's way to the list."""
    return button(
        t("attendance.button_sheet"),
        AttendPress.SHEET,
        meeting.id,
        label=t("attendance.button_sheet_label", meeting=meeting.title),
    )


def answered(result: Answered, t: Words) -> Reply:
    """The private confirmation, with the way to another answer."""
    lines = _own(result)
    blocks: list[Block] = [section("\n".join(t.mrkdwn(each) for each in lines))]
    reason = result.own.reason or result.party.reason
    if reason and result.own.state is AttendanceState.APOLOGIES:
        blocks.append(context(t.mrkdwn("attendance.reason", reason=reason)))
    blocks.append(actions(*buttons(result.meeting, t)))
    return Reply(" ".join(t(each) for each in lines), blocks)


def _own(result: Answered) -> list[Message]:
    """One sentence where person and organisation answered alike, else one for each."""
    meeting, party, own = result.meeting.title, result.party, result.own
    whole = msg(
        f"attendance.answered_{party.state.value}",
        organisation=party.organisation,
        meeting=meeting,
    )
    lines = [whole]
    if own.state is not party.state:
        lines.insert(0, msg(f"attendance.own_{own.state.value}", meeting=meeting))
    if own.substitute and own.state is AttendanceState.APOLOGIES:
        lines.append(msg("attendance.substitute_told", name=own.substitute))
    return lines


def invitation(held: Answered, t: Words) -> Reply:
    """Somebody's own invitation; it says what they answered, and takes another answer."""
    meeting = held.meeting
    when = t.within(meeting.zone).span(meeting.starts_at, meeting.ends_at)
    text = msg("attendance.invitation_text", meeting=meeting.title, when=when)
    facts = [t.mrkdwn("meetings.described_state", state=meeting.state)]
    blocks: list[Block] = [
        header(meeting.title),
        section(t.mrkdwn(text)),
        context(t.mrkdwn("agenda.card_when", when=when, place=cut(meeting.place, 100) or "–")),
    ]
    if held.stands_in_for:
        facts.append(t.mrkdwn("attendance.invitation_instead", name=held.stands_in_for))
    blocks.append(context(" · ".join(facts)))
    silent = held.own.state is held.party.state is AttendanceState.INVITED
    lines = [msg("attendance.invitation_asks")] if silent and held.open else _own(held)
    blocks.append(section("\n".join(t.mrkdwn(each) for each in lines)))
    if held.open:
        blocks.append(actions(*buttons(meeting, t)))
    return Reply(t(text), blocks)


def apologies_form(held: Answered, t: Words, *, channel: str) -> View:
    meeting = held.meeting
    when = t.within(meeting.zone).span(meeting.starts_at, meeting.ends_at)
    whom = [
        option(t("attendance.for_me"), ME),
        option(t("attendance.for_all", organisation=held.party.organisation), ALL),
    ]
    blocks: list[Block] = [
        section(t.mrkdwn("attendance.form_apologies_for", meeting=meeting.title, when=when)),
        choice_field("whom", t("attendance.field_whom"), whom, chosen=ME),
        text_field(
            "reason",
            t("attendance.field_reason"),
            value=held.own.reason,
            hint=t("attendance.field_reason_hint"),
            optional=True,
            most=LONGEST_REASON,
        ),
        person_field(
            "substitute",
            t("attendance.field_substitute"),
            hint=t("attendance.field_substitute_hint", organisation=held.party.organisation),
        ),
    ]
    return form(
        AttendForm.APOLOGIES,
        t("attendance.form_apologies_title"),
        t("attendance.form_apologies_submit"),
        t("common.cancel"),
        packed(meeting=meeting.id, channel=channel),
        blocks,
    )


def sheet_form(sheet: AttendanceSheet, t: Words, *, channel: str) -> View:
    """Who was there and who left, and for each organisation its answer and reason."""
    blocks: list[Block] = [
        section(t.mrkdwn("attendance.form_sheet_for", meeting=sheet.meeting.title))
    ]
    if sheet.people:
        blocks += _presence(sheet, t)
    for party in sheet.attendance.parties[:MOST_PARTIES]:
        blocks += _party(party, t)
    if len(sheet.attendance.parties) > MOST_PARTIES:
        count = len(sheet.attendance.parties) - MOST_PARTIES
        blocks.append(context(t("attendance.form_sheet_more", count=count)))
    return form(
        AttendForm.SHEET,
        t("attendance.form_sheet_title"),
        t("common.save"),
        t("common.cancel"),
        packed(meeting=sheet.meeting.id, channel=channel),
        blocks,
    )


def sheet_offered(sheet: AttendanceSheet, t: Words) -> Reply:
    """The button to the list, where no dialog can be opened at once, as after a mention."""
    text = msg("attendance.form_sheet_for", meeting=sheet.meeting.title)
    blocks: list[Block] = [section(t.mrkdwn(text)), actions(sheet_button(sheet.meeting, t))]
    return Reply(t(text), blocks)


def sheet_saved(sheet: AttendanceSheet, t: Words) -> Reply:
    away = ", ".join(
        each.organisation for each in sheet.attendance.those(AttendanceState.APOLOGIES)
    )
    message = msg(
        "attendance.sheet_saved",
        meeting=sheet.meeting.title,
        count=len(sheet.attendance.present),
        apologies=away or msg("attendance.nobody"),
    )
    return Reply(t(message), [section(t.mrkdwn(message))])


def _party(party: PartyLine, t: Words) -> list[Block]:
    return [
        choice_field(
            f"state:{party.organisation_id}",
            t("attendance.field_party", organisation=party.organisation),
            words_of(t, AttendanceState),
            chosen=party.state.value,
        ),
        text_field(
            f"reason:{party.organisation_id}",
            t("attendance.field_party_reason", organisation=party.organisation),
            value=party.reason,
            optional=True,
            most=LONGEST_REASON,
        ),
    ]


def _presence(sheet: AttendanceSheet, t: Words) -> list[Block]:
    there = {each.participant_id for each in sheet.attendance.present}
    early = sheet.attendance.people_who(AttendanceState.LEFT_EARLY)
    left = {each.participant_id for each in early}
    blocks: list[Block] = [
        _people("present", sheet, there, t),
        _people("left", sheet, left, t),
        InputBlock(
            block_id="left_at",
            label=PlainTextObject(text=t("attendance.field_left_at")),
            hint=PlainTextObject(text=t("attendance.field_left_at_hint")),
            optional=True,
            element=TimePickerElement(action_id="left_at"),
        ),
    ]
    if early:
        zoned = t.within(sheet.meeting.zone)
        gone = ", ".join(
            zoned("attendance.paper_left", name=each.name, at=zoned.clock(each.left_at))
            for each in early
            if each.left_at
        )
        blocks.append(context(t.mrkdwn("attendance.left_so_far", people=gone)))
    return blocks


def _people(name: str, sheet: AttendanceSheet, chosen: set[ParticipantId], t: Words) -> InputBlock:
    """People by organisation; Slack takes 100 groups of 100."""
    in_order = sorted(sheet.people, key=_order)
    groups = [
        OptionGroup(
            label=PlainTextObject(text=cut(listed[0].organisation, OPTION_TEXT)),
            options=[_person(each) for each in listed[:SELECT_OPTIONS]],
        )
        for _, members in groupby(in_order, key=lambda each: each.organisation_id)
        if (listed := list(members))
    ][:SELECT_OPTIONS]
    initial = [_person(each) for each in in_order if each.participant_id in chosen]
    initial = initial[:MOST_CHOSEN]
    return InputBlock(
        block_id=name,
        label=PlainTextObject(text=t(f"attendance.field_{name}")),
        hint=PlainTextObject(text=t(f"attendance.field_{name}_hint")),
        optional=True,
        element=StaticMultiSelectElement(
            action_id=name, option_groups=groups, initial_options=initial or None
        ),
    )


def unshown(sheet: AttendanceSheet) -> list[AttendeeLine]:
    """Who was there and stands beyond what the field can show as chosen."""
    return sorted(sheet.attendance.present, key=_order)[MOST_CHOSEN:]


def _order(person: AttendeeLine) -> tuple[int, str]:
    return person.organisation_id, person.name


def _person(person: AttendeeLine) -> Option:
    return option(cut(person.name, OPTION_TEXT), person.participant_id)
