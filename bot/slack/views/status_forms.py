"""The dialogs in which a status is written."""

from slack_sdk.models.blocks import (
    Block,
    InputBlock,
    PlainTextObject,
    RadioButtonsElement,
)
from slack_sdk.models.views import View

from bot.inputs.dates.saying import say
from bot.results.status import Plan, Prompt, ReportLine
from bot.rules.status import LONGEST_NEEDS, LONGEST_ROLLOUT
from bot.slack.ids.meta import packed
from bot.slack.ids.status import StatusForm
from bot.slack.views.parts import choice_field, context, option, text_field, words_of
from bot.slack.views.status import named
from bot.texts import Words
from storage.vocabulary import CertificationState

CONFIRMED, KNOWN = "confirmed", "known"


def answer_form(asked: Prompt, t: Words, *, channel: str) -> View:
    """Filled with the last answer."""
    latest = asked.line.latest
    return _form(
        StatusForm.ANSWER,
        t,
        packed(round=asked.id, seen=latest.id if latest else None, channel=channel),
        [
            context(
                t.mrkdwn(
                    "status.form_for",
                    vendor=named(asked.line),
                    topic=asked.line.topic,
                    meeting=asked.meeting.title,
                )
            ),
            *_fields(latest, t),
        ],
    )


def known_form(plan: Plan, t: Words, *, channel: str) -> View:
    """What the organiser knows of a vendor's plan, and whether the vendor said it itself."""
    latest = plan.line.latest
    blocks: list[Block] = [
        context(t.mrkdwn("status.form_known_for", vendor=named(plan.line), topic=plan.line.topic)),
        *_fields(latest, t),
    ]
    if plan.meeting_id is not None:
        listed = [
            option(t("status.known_before"), KNOWN),
            option(t("status.known_told"), CONFIRMED),
        ]
        blocks.append(
            InputBlock(
                block_id="source",
                label=PlainTextObject(text=t("status.field_source")),
                element=RadioButtonsElement(
                    action_id="source", options=listed, initial_option=listed[0]
                ),
            )
        )
    return _form(
        StatusForm.KNOWN,
        t,
        packed(
            series=plan.series_id,
            meeting=plan.meeting_id or 0,
            vendor=plan.line.vendor_id,
            topic=plan.line.topic_id,
            seen=latest.id if latest else None,
            channel=channel,
        ),
        blocks,
    )


def _fields(latest: ReportLine | None, t: Words) -> list[Block]:
    planned = say(latest.planned, t.language) if latest and latest.planned else ""
    return [
        choice_field(
            "certification",
            t("status.field_certification"),
            words_of(t, CertificationState),
            chosen=latest.certification.value if latest else "",
        ),
        text_field(
            "rollout",
            t("status.field_rollout"),
            value=latest.rollout if latest else "",
            hint=t("status.field_rollout_hint"),
            multiline=True,
            most=LONGEST_ROLLOUT,
        ),
        text_field(
            "planned",
            t("status.field_planned"),
            value=planned,
            hint=t("status.field_planned_hint"),
            optional=True,
            most=120,
        ),
        text_field(
            "needs",
            t("status.field_needs"),
            value=latest.needs if latest else "",
            hint=t("status.field_needs_hint"),
            optional=True,
            multiline=True,
            most=LONGEST_NEEDS,
        ),
    ]


def _form(form: StatusForm, t: Words, kept: str, blocks: list[Block]) -> View:
    return View(
        type="modal",
        callback_id=form.value,
        private_metadata=kept,
        title=PlainTextObject(text=t("status.form_title")),
        submit=PlainTextObject(text=t("common.save")),
        close=PlainTextObject(text=t("common.cancel")),
        blocks=blocks,
    )
