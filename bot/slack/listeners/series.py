"""A series' dialogs: creating it, its habits, its standing items."""

from bot.cycle import home, series
from bot.cycle.series import Founder
from bot.errors import Unclear
from bot.rules import series as rules
from bot.rules.people import OrganisationDraft
from bot.rules.series import Habits, SeriesDraft
from bot.slack.front import Front
from bot.slack.ids.series import SeriesForm, SeriesPress
from bot.slack.requests import Pressed, Said, Sent
from bot.slack.verbs import Command, Verb
from bot.slack.views import home as home_views
from bot.slack.views import series as views
from bot.texts import msg
from storage.vocabulary import (
    ChannelId,
    Language,
    OrganisationKind,
    SeriesId,
    StandingKind,
)


def register(front: Front) -> None:
    _verbs(front)
    _presses(front)
    _create(front)
    _change(front)


def _verbs(front: Front) -> None:
    house = front.house

    @front.verb(
        Verb(
            Command.MEETING,
            "series.help_settings",
            ("indstillinger", "serie", "mødeserie", "settings", "series"),
        )
    )
    def settings(said: Said) -> None:
        shown = home.menu(house, said.channel, direct=said.direct, by=said.by)
        if said.open is None:
            said.answer(home_views.menu(shown, said.words))
        elif shown.series is None:
            said.open(views.create_form(said.words, channel=said.channel))
        else:
            sheet = series.sheet(house, shown.series.id, by=said.by)
            said.open(views.settings_form(sheet, said.words, channel=said.channel))


def _presses(front: Front) -> None:
    house = front.house

    @front.press(SeriesPress.CREATE)
    def open_create(pressed: Pressed) -> None:
        pressed.open(views.create_form(pressed.words, channel=pressed.channel))

    @front.press(SeriesPress.SETTINGS)
    def open_settings(pressed: Pressed) -> None:
        sheet = series.sheet(house, SeriesId(pressed.number), by=pressed.by)
        pressed.open(views.settings_form(sheet, pressed.words, channel=pressed.channel))

    @front.press(SeriesPress.STANDING)
    def open_standing(pressed: Pressed) -> None:
        sheet = series.sheet(house, SeriesId(pressed.number), by=pressed.by)
        pressed.open(views.standing_form(sheet, pressed.words, channel=pressed.channel))


def _create(front: Front) -> None:
    @front.form(SeriesForm.CREATE)
    def create(sent: Sent) -> None:
        language = Language(sent.choice("language"))
        draft = SeriesDraft(
            name=sent.text("name"),
            subject=sent.text("subject"),
            language=language,
            next_number=_whole(sent, "next_number"),
            start_time=sent.text("start_time"),
            duration_minutes=_whole(sent, "duration_minutes"),
        )
        founder = Founder(
            sent.profile(sent.by.person.user),
            OrganisationDraft(
                name=sent.text("organisation"),
                short_name=sent.text("short_name"),
                kind=OrganisationKind(sent.choice("kind")),
            ),
        )
        channel = ChannelId(str(sent.meta["channel"]))
        sheet = series.create(front.house, draft, founder, channel=channel, by=sent.by)
        sent.reply(views.created(sheet, sent.words), channel)


def _change(front: Front) -> None:
    house = front.house

    @front.form(SeriesForm.SETTINGS)
    def settings(sent: Sent) -> None:
        habits = Habits(
            subject=sent.text("subject"),
            language=Language(sent.choice("language")),
            joint_title=sent.text("joint_title"),
            separate_title=sent.text("separate_title"),
            start_time=sent.text("start_time"),
            duration_minutes=_whole(sent, "duration_minutes"),
            open_days=_whole(sent, "open_days"),
            prompt_days=_whole(sent, "prompt_days"),
            freeze_days=_whole(sent, "freeze_days"),
            comment_days=_whole(sent, "comment_days"),
            moderated=sent.choice("moderated") == views.WAIT,
            zone=sent.text("zone"),
        )
        sheet = series.set_habits(
            house,
            SeriesId(sent.kept("series")),
            habits,
            sent.text("solutions"),
            seen=sent.kept("seen"),
            by=sent.by,
        )
        sent.reply(
            views.saved("series.settings_saved", sheet, sent.words), str(sent.meta["channel"])
        )

    @front.form(SeriesForm.STANDING)
    def standing(sent: Sent) -> None:
        titles = {kind: sent.text(kind.value) for kind in StandingKind}
        others = rules.lines(sent.text("others"), "others", rules.LONGEST_LINE)
        sheet = series.set_standing(
            house, SeriesId(sent.kept("series")), rules.standing(titles, others), by=sent.by
        )
        sent.reply(
            views.saved("series.standing_saved", sheet, sent.words), str(sent.meta["channel"])
        )


def _whole(sent: Sent, field: str) -> int:
    """A number field; Slack's own apps refuse other text, others may not."""
    typed = sent.text(field)
    if not typed.isdecimal():
        raise Unclear(msg("series.not_a_number", heard=typed), field=field)
    return int(typed)
