"""A series' dialogs: creating it, its habits, its standing items."""

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot.results.series import SeriesSheet
from bot.rules import people as people_rules
from bot.rules import series as rules
from bot.slack.ids.meetings import MeetingPress
from bot.slack.ids.meta import packed
from bot.slack.ids.people import PeoplePress
from bot.slack.ids.series import SeriesForm, SeriesPress
from bot.slack.replies import Reply
from bot.slack.views.parts import (
    actions,
    button,
    choice_field,
    context,
    form,
    number_field,
    option,
    section,
    text_field,
    words_of,
)
from bot.texts import Words, msg
from storage.vocabulary import Language, OrganisationKind, StandingKind

GO_ON, WAIT = "go_on", "wait"  # what a proposal does: choices of the settings

_MOST_NUMBER = 9_999


def create_form(t: Words, *, channel: str) -> View:
    return form(
        SeriesForm.CREATE,
        t("series.form_create_title"),
        t("series.form_create_submit"),
        t("common.cancel"),
        packed(channel=channel),
        [
            section(t.mrkdwn("series.form_create_intro")),
            text_field("name", t("series.field_name"), most=rules.LONGEST_NAME),
            text_field(
                "subject",
                t("series.field_subject"),
                hint=t("series.field_subject_hint"),
                optional=True,
                most=rules.LONGEST_SUBJECT,
            ),
            _language(t, t.language),
            number_field(
                "next_number",
                t("series.field_next_number"),
                1,
                least=1,
                most=_MOST_NUMBER,
                hint=t("series.field_next_number_hint"),
            ),
            text_field("start_time", t("series.field_start_time"), value="14.00", most=10),
            _duration(t, 60),
            text_field(
                "organisation", t("series.field_organisation"), most=people_rules.LONGEST_NAME
            ),
            text_field(
                "short_name",
                t("people.field_short_name"),
                hint=t("people.field_short_name_hint"),
                optional=True,
                most=people_rules.LONGEST_SHORT_NAME,
            ),
            choice_field(
                "kind",
                t("people.field_kind"),
                words_of(t, OrganisationKind),
                chosen=OrganisationKind.COORDINATOR.value,
            ),
        ],
    )


def created(sheet: SeriesSheet, t: Words) -> Reply:
    """What to do next: people, solutions, the first meeting."""
    message = msg("series.created", series=sheet.head.name)
    return Reply(
        t(message),
        [
            section(t.mrkdwn(message)),
            context(t.mrkdwn("series.created_invite")),
            actions(
                button(t("people.button_add"), PeoplePress.ADD, sheet.head.id, style="primary"),
                button(t("series.button_settings"), SeriesPress.SETTINGS, sheet.head.id),
                button(t("meetings.button_plan"), MeetingPress.PLAN, sheet.head.id),
            ),
        ],
    )


def settings_form(sheet: SeriesSheet, t: Words, *, channel: str) -> View:
    head = sheet.head
    days = {
        "open_days": head.open_days,
        "prompt_days": head.prompt_days,
        "freeze_days": head.freeze_days,
        "comment_days": head.comment_days,
    }
    labels = {
        "open_days": t("series.field_open_days"),
        "prompt_days": t("series.field_prompt_days"),
        "freeze_days": t("series.field_freeze_days"),
        "comment_days": t("series.field_comment_days"),
    }
    blocks: list[Block] = [
        text_field(
            "subject",
            t("series.field_subject"),
            value=head.subject,
            optional=True,
            most=rules.LONGEST_SUBJECT,
        ),
        _language(t, head.language),
        text_field(
            "joint_title",
            t("series.field_joint_title"),
            value=head.joint_title,
            hint=t("series.field_title_hint"),
            most=rules.LONGEST_PATTERN,
        ),
        text_field(
            "separate_title",
            t("series.field_separate_title"),
            value=head.separate_title,
            hint=t("series.field_separate_title_hint"),
            most=rules.LONGEST_PATTERN,
        ),
        text_field("start_time", t("series.field_start_time"), value=head.start_time, most=10),
        _duration(t, head.duration_minutes),
        *(
            number_field(name, labels[name], value, least=1, most=rules.MOST_DAYS)
            for name, value in days.items()
        ),
        choice_field(
            "moderated",
            t("series.field_moderated"),
            [
                option(t("series.proposals_go_on"), GO_ON),
                option(t("series.proposals_wait"), WAIT),
            ],
            chosen=WAIT if head.moderated else GO_ON,
        ),
        text_field(
            "zone",
            t("series.field_zone"),
            value=head.zone,
            hint=t("series.field_zone_hint"),
            most=60,
        ),
        text_field(
            "solutions",
            t("series.field_solutions"),
            value="\n".join(sheet.solutions),
            hint=t("series.field_solutions_hint"),
            optional=True,
            multiline=True,
        ),
    ]
    return form(
        SeriesForm.SETTINGS,
        t("series.form_settings_title"),
        t("common.save"),
        t("common.cancel"),
        packed(series=head.id, seen=head.version, channel=channel),
        blocks,
    )


def standing_form(sheet: SeriesSheet, t: Words, *, channel: str) -> View:
    """One field for each kind that the cycle knows, and one for all others, one a line."""
    titles = {each.kind: each.title for each in sheet.standing}
    others = [each.title for each in sheet.standing if each.kind is StandingKind.OTHER]
    blocks: list[Block] = [context(t.mrkdwn("series.form_standing_intro"))]
    for kind in StandingKind:
        if kind is StandingKind.OTHER:
            blocks.append(
                text_field(
                    "others",
                    t("series.field_others"),
                    value="\n".join(others),
                    hint=t("series.field_others_hint"),
                    optional=True,
                    multiline=True,
                )
            )
        else:
            blocks.append(
                text_field(
                    kind.value,
                    t(f"series.field_{kind.value}"),
                    value=titles.get(kind, ""),
                    optional=True,
                    most=rules.LONGEST_LINE,
                )
            )
    return form(
        SeriesForm.STANDING,
        t("series.form_standing_title"),
        t("common.save"),
        t("common.cancel"),
        packed(series=sheet.head.id, channel=channel),
        blocks,
    )


def saved(message: str, sheet: SeriesSheet, t: Words) -> Reply:
    worded = msg(message, series=sheet.head.name)
    return Reply(t(worded), [section(t.mrkdwn(worded))])


def _language(t: Words, chosen: Language) -> Block:
    return choice_field(
        "language",
        t("series.field_language"),
        words_of(t, Language),
        chosen=chosen.value,
        hint=t("series.field_language_hint"),
    )


def _duration(t: Words, minutes: int) -> Block:
    return number_field(
        "duration_minutes",
        t("series.field_duration"),
        minutes,
        least=rules.SHORTEST,
        most=rules.LONGEST,
    )
