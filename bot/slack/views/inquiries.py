"""Questions asked in private, and the answers that all get."""

from slack_sdk.models.blocks import Block, ButtonElement
from slack_sdk.models.views import View

from bot.results.inquiries import AnswerForm, Inquiries, InquiryLine, Published
from bot.results.series import SeriesHead
from bot.rules.inquiries import LONGEST, LONGEST_REASON
from bot.slack.ids.inquiries import InquiryForm, InquiryPress
from bot.slack.ids.meta import packed
from bot.slack.limits import SELECT_OPTIONS
from bot.slack.replies import Reply
from bot.slack.views.lengths import shown as brief
from bot.slack.views.parts import (
    actions,
    button,
    choice_field,
    context,
    option,
    section,
)
from bot.slack.views.replying import long_field, replying
from bot.texts import Words, msg
from storage.vocabulary import InquiryState

SHOWN = 1_200  # characters of a text in a card; Slack takes 3,000 in a section
LISTED = 300  # characters of each text in the list


def card(line: InquiryLine, t: Words) -> Reply:
    """Before an organiser: who asks what, and what can be done."""
    blocks: list[Block] = [
        section(t.mrkdwn("inquiries.card_head", asker=line.asker, series=line.series.name)),
        section(_asked(line, t)),
    ]
    if line.state is InquiryState.ASKED:
        blocks.append(context(t.mrkdwn("inquiries.card_secret")))
        blocks.append(
            actions(
                button(t("inquiries.button_answer"), InquiryPress.ANSWER, line.id, style="primary"),
                button(t("inquiries.button_answer_asker"), InquiryPress.ANSWER_ASKER, line.id),
                button(t("inquiries.button_decline"), InquiryPress.DECLINE, line.id),
            )
        )
    else:
        blocks.append(context(t.mrkdwn("inquiries.card_state", state=line.state)))
        if line.state is InquiryState.ANSWERED:
            blocks.append(section(t.mrkdwn("inquiries.answer", text=brief(line.answer, SHOWN))))
    return Reply(t("inquiries.card_text", asker=line.asker), blocks)


def answer_card(given: Published, t: Words) -> Reply:
    """Before everybody: question and answer, and nothing about who asked."""
    return Reply(
        t("inquiries.answer_text", number=given.number, question=brief(given.question, LISTED)),
        _given(given, t, SHOWN),
    )


def listed(shown: Inquiries, t: Words) -> Reply:
    """Answers given to all, and one's own questions that wait."""
    t = t.within(shown.series.zone)
    head = msg("inquiries.list_head", series=shown.series.name)
    blocks: list[Block] = [section(t.mrkdwn(head))]
    for line in shown.own:
        if line.state is InquiryState.ANSWERED:
            alone = t.mrkdwn("inquiries.list_answered", text=brief(line.asked, LISTED))
            answer = t.mrkdwn("inquiries.answer", text=brief(line.answer, LISTED))
            blocks.append(section(f"{alone}\n{answer}"))
            continue
        waiting = t.mrkdwn("inquiries.list_own", text=brief(line.asked, LISTED))
        blocks += [section(waiting), actions(_withdraw(line, t))]
    for given in shown.published:
        blocks += _given(given, t, LISTED)
    if not shown.published:
        blocks.append(context(t("inquiries.list_none")))
    if shown.takes_part:
        ask = button(t("inquiries.button_ask"), InquiryPress.ASK, shown.series.id)
        blocks.append(actions(ask))
    return Reply(t(head), blocks)


def saved(line: InquiryLine, t: Words) -> Reply:
    """The private confirmation; what was asked can be taken back."""
    number = line.published.number if line.published else 0
    message = msg(f"inquiries.saved_{line.state.value}", number=number, series=line.series.name)
    blocks: list[Block] = [section(t.mrkdwn(message))]
    if line.state is InquiryState.ASKED:
        blocks.append(section(t.mrkdwn("inquiries.quoted", text=brief(line.asked, LISTED))))
        blocks.append(actions(_withdraw(line, t)))
    return Reply(t(message), blocks)


def ask_form(series: SeriesHead, t: Words, *, channel: str) -> View:
    return replying(
        InquiryForm.ASK,
        "inquiries.form_ask",
        "inquiries.form_ask_submit",
        t,
        to=t.mrkdwn("inquiries.form_ask_intro", series=series.name),
        metadata=packed(series=series.id, channel=channel),
        fields=[long_field("asked", t("inquiries.field_asked"), most=LONGEST)],
    )


def answer_form(held: AnswerForm, t: Words, *, channel: str) -> View:
    """The question stands above as it was asked; its field begins empty on purpose."""
    options = [option(name, organisation) for organisation, name in held.organisations]
    options = options[:SELECT_OPTIONS]
    hint = t("inquiries.field_question_hint")
    return replying(
        InquiryForm.ANSWER,
        "inquiries.form_answer",
        "inquiries.form_answer_submit",
        t,
        to=_asked(held.inquiry, t),
        metadata=packed(inquiry=held.inquiry.id, channel=channel),
        fields=[
            long_field("question", t("inquiries.field_question"), hint=hint, most=LONGEST),
            long_field("answer", t("inquiries.field_answer"), most=LONGEST),
            choice_field("answered_by", t("inquiries.field_answered_by"), options, optional=True),
        ],
    )


def asker_form(held: AnswerForm, t: Words, *, channel: str) -> View:
    hint = t("inquiries.field_answer_asker_hint")
    return replying(
        InquiryForm.ANSWER_ASKER,
        "inquiries.form_answer_asker",
        "inquiries.form_answer_asker_submit",
        t,
        to=_asked(held.inquiry, t),
        metadata=packed(inquiry=held.inquiry.id, channel=channel),
        fields=[long_field("answer", t("inquiries.field_answer_asker"), hint=hint, most=LONGEST)],
    )


def decline_form(held: AnswerForm, t: Words, *, channel: str) -> View:
    hint = t("inquiries.field_reason_hint")
    return replying(
        InquiryForm.DECLINE,
        "inquiries.form_decline",
        "inquiries.form_decline_submit",
        t,
        to=_asked(held.inquiry, t),
        metadata=packed(inquiry=held.inquiry.id, channel=channel),
        fields=[long_field("reason", t("inquiries.field_reason"), hint=hint, most=LONGEST_REASON)],
    )


def _asked(line: InquiryLine, t: Words) -> str:
    return t.mrkdwn("inquiries.quoted", text=brief(line.asked, SHOWN))


def _given(given: Published, t: Words, most: int) -> list[Block]:
    which = ".by" if given.answered_by else ""
    head = msg(f"inquiries.answer_head{which}", number=given.number, who=given.answered_by)
    return [
        section(
            t.mrkdwn(head) + "\n" + t.mrkdwn("inquiries.quoted", text=brief(given.question, most))
        ),
        section(t.mrkdwn("inquiries.answer", text=brief(given.answer, most))),
    ]


def _withdraw(line: InquiryLine, t: Words) -> ButtonElement:
    return button(t("inquiries.button_withdraw"), InquiryPress.WITHDRAW, line.id)
