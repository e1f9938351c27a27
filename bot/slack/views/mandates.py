"""Who speaks for an organisation: the list, its dialogs, and what became of a mandate."""

from collections.abc import Iterable

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ButtonElement,
    Option,
    PlainTextObject,
    StaticSelectElement,
)
from slack_sdk.models.views import View

from bot.results.mandates import (
    Given,
    MandateForm,
    MandateLine,
    MandateList,
    MandateSaved,
    RemarkKept,
    RemarkLine,
)
from bot.results.people import PeopleList
from bot.rules.people import period
from bot.slack.ids.mandates import MandateForm as Form
from bot.slack.ids.mandates import MandatePress
from bot.slack.ids.meta import packed
from bot.slack.limits import OPTION_TEXT, SELECT_OPTIONS, cut
from bot.slack.replies import Reply
from bot.slack.views.agenda import BUDGET, shortened
from bot.slack.views.parts import (
    actions,
    button,
    choice_field,
    context,
    divider,
    form,
    option,
    section,
    text_field,
    view,
)
from bot.texts import Message, Words, msg
from storage.vocabulary import OrganisationId, SeriesId

MOST_LINES = 40  # mandates in a dialog, a block each
FEW_LINES = 10  # and in a message
MOST_NAMES = 1_000  # characters of a line of names
NAMES = 4  # lengths of one text that a line of names takes
MOST_IN_DIALOG = 500  # characters of one text; a message has room for less
LONGEST_REASON = 300


def list_button(
    series: SeriesId, organisation: OrganisationId, name: str, t: Words
) -> ButtonElement:
    return button(
        t("mandates.button_list"),
        MandatePress.LIST,
        f"{series}:{organisation}",
        label=t("mandates.button_list_label", organisation=name),
    )


def menu(listed: PeopleList, t: Words) -> Block:
    """For organisers: any organisation's list."""
    options = [
        option(each.short_name, f"{listed.series_id}:{each.id}") for each in listed.organisations
    ]
    return ActionsBlock(
        elements=[
            StaticSelectElement(
                action_id=MandatePress.PICK.value,
                placeholder=PlainTextObject(text=t("mandates.pick")),
                options=options[:SELECT_OPTIONS],
            )
        ]
    )


def overview(listed: MandateList, t: Words, *, channel: str) -> View:
    return view(
        t("mandates.list_title"),
        t("people.list_close"),
        packed(channel=channel),
        _blocks(listed, MOST_IN_DIALOG, t),
    )


def message(listed: MandateList, t: Words) -> Reply:
    """The same where no dialog can be opened, as after a mention."""
    return Reply(t(_speaking(listed)), shortened(lambda most: _blocks(listed, most, t), BUDGET))


def _blocks(listed: MandateList, most: int, t: Words) -> list[Block]:
    """`most`: characters of one text."""
    known = "contacts" if listed.by_contacts else "mandates"
    blocks: list[Block] = [
        section(t.mrkdwn(_speaking(listed, NAMES * most))),
        context(t.mrkdwn(f"mandates.list_by_{known}")),
    ]
    about = f"{listed.series_id}:{listed.organisation_id}"
    row: list[ButtonElement] = []
    if listed.may_give:
        label = t("mandates.button_give_label", organisation=listed.organisation)
        row.append(button(t("mandates.button_give"), MandatePress.GIVE, about, label=label))
    if listed.may_substitute:
        label = t("mandates.button_substitute_label", organisation=listed.organisation)
        text = t("mandates.button_substitute")
        row.append(button(text, MandatePress.SUBSTITUTE, about, label=label))
    if row:
        blocks.append(actions(*row))
    shown = MOST_LINES if most >= MOST_IN_DIALOG else FEW_LINES
    blocks += [_line(each, most, t) for each in listed.lines[:shown]]
    if len(listed.lines) > shown:
        blocks.append(context(t.mrkdwn("mandates.more", count=len(listed.lines) - shown)))
    if listed.remarks:
        blocks += [divider(), section(t.mrkdwn("mandates.remarks"))]
        blocks += [_remark(each, most, t) for each in listed.remarks]
    return blocks


def _remark(line: RemarkLine, most: int, t: Words) -> Block:
    said = msg(
        "mandates.remark", name=cut(line.name, most), about=cut(line.about, most),
        meeting=cut(line.meeting, most), text=cut(line.text, most),
    )  # fmt: skip
    label = t("mandates.button_withdraw_label", about=line.about)
    back = button(t("mandates.button_withdraw"), MandatePress.WITHDRAW, line.id, label=label)
    return section(t.mrkdwn(said), back if line.mine else None)


def remark(kept: RemarkKept, t: Words) -> Reply:
    """To somebody without a mandate: who speaks, and what became of what they said."""
    if kept.withdrawn:
        text = msg("mandates.remark_withdrawn")
        return Reply(t(text), [section(t.mrkdwn(text))])
    who = msg(
        f"mandates.only_voices{'' if kept.voices else '.nobody'}",
        organisation=kept.organisation,
        people=cut(", ".join(kept.voices), MOST_NAMES),
    )
    text = msg("mandates.remark_kept", who=who, text=cut(kept.text, MOST_NAMES))
    label = t("mandates.button_withdraw_label", about=kept.text)
    back = button(t("mandates.button_withdraw"), MandatePress.WITHDRAW, kept.id, label=label)
    return Reply(t(text), [section(t.mrkdwn(text)), actions(back)])


def _speaking(listed: MandateList, most: int = MOST_NAMES) -> Message:
    who = cut(", ".join(listed.voices), most)
    known = "" if listed.voices else ".nobody"
    return msg(f"mandates.speaking{known}", organisation=listed.organisation, people=who)


def _line(line: MandateLine, most: int, t: Words) -> Block:
    end = button(
        t("mandates.button_end"),
        MandatePress.TAKE_BACK if line.meeting else MandatePress.END,
        line.id,
        label=t("mandates.button_end_label", name=line.name),
    )
    return section(t.mrkdwn(_described(line, most)), end if line.may_end else None)


def _described(line: MandateLine, most: int) -> Message:
    name, reason = cut(line.name, most), cut(line.reason, most)
    if line.meeting:
        return msg(
            "mandates.line_substitute", name=name, meeting=cut(line.meeting, most),
            instead=cut(line.instead_of, most), reason=reason,
        )  # fmt: skip
    known = "mandates.line.why" if line.reason else "mandates.line"
    when = period(line.from_day, line.until_day)
    return msg(known, name=name, period=when, reason=reason)


# ── Dialogs ──────────────────────────────────────────────────────────────────


def give_form(held: MandateForm, t: Words, *, channel: str) -> View:
    listed = held.listed
    return form(
        Form.GIVE,
        t("mandates.form_give_title"),
        t("common.save"),
        t("common.cancel"),
        packed(series=listed.series_id, organisation=listed.organisation_id, channel=channel),
        [
            section(t.mrkdwn("mandates.form_give", organisation=listed.organisation)),
            choice_field("person", t("mandates.field_person"), _options(held.people)),
            text_field(
                "from",
                t("mandates.field_from"),
                hint=t("mandates.field_from_hint"),
                optional=True,
                most=80,
            ),
            text_field(
                "until",
                t("mandates.field_until"),
                hint=t("mandates.field_until_hint"),
                optional=True,
                most=80,
            ),
            text_field("reason", t("mandates.field_reason"), optional=True, most=LONGEST_REASON),
        ],
    )


def substitute_form(held: MandateForm, t: Words, *, channel: str) -> View:
    listed = held.listed
    meetings = _options(held.meetings)
    replaced = _options(held.voices)
    return form(
        Form.SUBSTITUTE,
        t("mandates.form_substitute_title"),
        t("common.save"),
        t("common.cancel"),
        packed(series=listed.series_id, organisation=listed.organisation_id, channel=channel),
        [
            section(t.mrkdwn("mandates.form_substitute", organisation=listed.organisation)),
            choice_field(
                "meeting", t("mandates.field_meeting"), meetings, chosen=meetings[0].value
            ),
            choice_field(
                "instead", t("mandates.field_instead"), replaced, chosen=replaced[0].value
            ),
            choice_field("person", t("mandates.field_person"), _options(held.people)),
            text_field("reason", t("mandates.field_reason"), most=LONGEST_REASON),
        ],
    )


def end_form(listed: MandateList, saved: MandateSaved, t: Words, *, channel: str) -> View:
    return form(
        Form.END,
        t("mandates.form_end_title"),
        t("common.save"),
        t("common.cancel"),
        packed(mandate=saved.mandate.id, channel=channel),
        [
            section(t.mrkdwn(_described(saved.mandate, MOST_IN_DIALOG))),
            text_field(
                "until",
                t("mandates.field_last"),
                hint=t("mandates.field_last_hint", organisation=listed.organisation),
                optional=True,
                most=80,
            ),
        ],
    )


def saved(result: MandateSaved, t: Words) -> Reply:
    """What became of it, with the way back."""
    line = result.mandate
    text = msg(
        f"mandates.saved_{result.what.value}{'.meeting' if line.meeting else ''}",
        name=line.name,
        organisation=result.organisation,
        period=period(line.from_day, line.until_day),
        meeting=line.meeting,
        instead=line.instead_of,
    )
    until = result.until_before.isoformat() if result.until_before else ""
    label = t("mandates.button_undo_label", name=line.name)
    row: list[ButtonElement] = []
    match result.what:
        case Given.ENDED:
            back = f"{line.id}:{until}"
            row = [button(t("mandates.button_undo"), MandatePress.RESTORE, back, label=label)]
        case Given.GIVEN | Given.SUBSTITUTED:
            back = str(line.id)
            row = [button(t("mandates.button_undo"), MandatePress.TAKE_BACK, back, label=label)]
        case Given.RESTORED:
            pass
    again = list_button(result.series_id, result.organisation_id, result.organisation, t)
    return Reply(t(text), [section(t.mrkdwn(text)), actions(*row, again)])


def _options(held: Iterable[tuple[int, str]]) -> list[Option]:
    return [option(cut(name, OPTION_TEXT), each) for each, name in held][:SELECT_OPTIONS]
