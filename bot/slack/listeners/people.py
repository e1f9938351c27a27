"""Who takes part: the list, its dialogs, and everybody's own language."""

from bot.cycle import home, people
from bot.cycle.people import Newcomers
from bot.errors import WrongMoment
from bot.ports import Asker
from bot.rules.people import OrganisationDraft
from bot.slack.front import Front
from bot.slack.ids.people import PeopleForm, PeoplePress
from bot.slack.requests import Pressed, Said, Sent
from bot.slack.verbs import Command, Verb
from bot.slack.views import home as home_views
from bot.slack.views import people as views
from bot.texts import msg
from storage.vocabulary import (
    ChannelId,
    Language,
    OrganisationId,
    OrganisationKind,
    ParticipantId,
    Role,
    SeriesId,
)

LANGUAGES = {
    "dansk": Language.DANISH,
    "danish": Language.DANISH,
    "da": Language.DANISH,
    "engelsk": Language.ENGLISH,
    "english": Language.ENGLISH,
    "en": Language.ENGLISH,
}
"""As people name them after `/moede sprog`."""


def register(front: Front) -> None:
    _verbs(front)
    _lists(front)
    _organisations(front)
    _persons(front)
    _leaving(front)
    _languages(front)


def _verbs(front: Front) -> None:
    house = front.house
    words = ("folk", "deltagere", "people")

    @front.verb(Verb(Command.MEETING, "people.help_list", words, takes_text=True))
    def show_list(said: Said) -> None:
        shown = home.menu(house, said.channel, direct=said.direct, by=said.by)
        if shown.series is None:
            said.answer(home_views.menu(shown, said.words))
            return
        if said.mentioned:
            people.may_add(house, shown.series.id, by=said.by)
            profiles = [said.profile(user) for user in said.mentioned]
            added = people.add_people(
                house, shown.series.id, profiles, said.after_mentions, by=said.by
            )
            said.answer(views.people_added(added, said.words))
            return
        listed = people.listed(house, shown.series.id, only=said.text, by=said.by)
        if said.open is None:
            said.answer(views.message(listed, said.words))
        else:
            said.open(views.overview(listed, said.words, channel=said.channel))


def _lists(front: Front) -> None:
    house = front.house

    @front.press(PeoplePress.LIST)
    def open_list(pressed: Pressed) -> None:
        listed = people.listed(house, SeriesId(pressed.number), by=pressed.by)
        pressed.open(views.overview(listed, pressed.words, channel=pressed.channel))

    @front.press(PeoplePress.ADD)
    def open_add(pressed: Pressed) -> None:
        people.may_add(house, SeriesId(pressed.number), by=pressed.by)
        form = views.add_form(SeriesId(pressed.number), pressed.words, channel=pressed.channel)
        pressed.open(form)


def _organisations(front: Front) -> None:
    house = front.house

    @front.press(PeoplePress.ORGANISATION)
    def open_organisation(pressed: Pressed) -> None:
        series_id, organisation_id = map(int, pressed.value.split(":"))
        listed = people.listed(house, SeriesId(series_id), by=pressed.by)
        line = listed.organisation(OrganisationId(organisation_id))
        if line is None or not listed.may_change:
            raise WrongMoment(msg("common.needs_organize"))
        form = views.organisation_form(listed, line, pressed.words, channel=pressed.channel)
        pressed.open(form)

    @front.form(PeopleForm.ADD)
    def add(sent: Sent) -> None:
        result = people.add(
            house, SeriesId(sent.kept("series")), drafted(sent), newcomers(sent), by=sent.by
        )
        sent.close_all()
        sent.reply(views.joined(result, sent.words), str(sent.meta["channel"]))

    @front.form(PeopleForm.ORGANISATION)
    def change(sent: Sent) -> None:
        result = people.change_organisation(
            house,
            SeriesId(sent.kept("series")),
            OrganisationId(sent.kept("organisation")),
            drafted(sent),
            newcomers(sent),
            by=sent.by,
        )
        sent.close_all()
        sent.reply(views.joined(result, sent.words), str(sent.meta["channel"]))


def drafted(sent: Sent) -> OrganisationDraft:
    return OrganisationDraft(
        name=sent.text("name"),
        short_name=sent.text("short_name"),
        kind=OrganisationKind(sent.choice("kind")),
        product=sent.text("product"),
        email_domain=sent.text("email_domain"),
    )


def newcomers(sent: Sent) -> Newcomers:
    """The chosen people by name; asks Slack before the transaction begins."""
    return Newcomers(
        contacts=[sent.profile(user) for user in sent.choices("contacts")],
        participants=[sent.profile(user) for user in sent.choices("participants")],
        observers=[sent.profile(user) for user in sent.choices("observers")],
    )


def _persons(front: Front) -> None:
    house = front.house

    @front.press(PeoplePress.PERSON)
    def open_person(pressed: Pressed) -> None:
        person, listed = people.person(house, ParticipantId(pressed.number), by=pressed.by)
        form = views.person_form(person, listed, pressed.words, channel=pressed.channel)
        pressed.open(form)

    @front.form(PeopleForm.PERSON)
    def change(sent: Sent) -> None:
        person, seen = ParticipantId(sent.kept("participant")), sent.kept("seen")
        role = sent.choice("role")
        if role == views.LEAVES:
            result = people.remove_person(house, person, seen=seen, by=sent.by)
        else:
            result = people.change_person(
                house,
                person,
                organisation_id=OrganisationId(int(sent.choice("organisation"))),
                role=Role(role),
                is_contact=bool(sent.choices("contact")),
                seen=seen,
                by=sent.by,
            )
        sent.close_all()
        sent.reply(views.person_saved(result, sent.words), str(sent.meta["channel"]))


def _leaving(front: Front) -> None:
    house = front.house

    @front.press(PeoplePress.LEAVE)
    def leave(pressed: Pressed) -> None:
        series = people.leave(house, SeriesId(pressed.number), by=pressed.by)
        pressed.answer(views.left(series, pressed.words))

    @front.gone
    def left_channel(by: Asker, channel: ChannelId) -> None:
        people.left_channel(house, channel, by=by)


def _languages(front: Front) -> None:
    house = front.house

    @front.verb(
        Verb(Command.MEETING, "people.help_language", ("sprog", "language"), takes_text=True)
    )
    def speak(said: Said) -> None:
        chosen = LANGUAGES.get(said.text.strip().lower())
        if chosen is None:
            said.answer(views.speaks(said.words))
            return
        people.speak(house, chosen, by=said.by)
        said.answer(views.speaks(front.tongues.of(house, said.by)))

    @front.press(PeoplePress.SPEAK_DANISH)
    def speak_danish(pressed: Pressed) -> None:
        people.speak(house, Language.DANISH, by=pressed.by)
        pressed.answer(views.speaks(front.tongues.of(house, pressed.by)))

    @front.press(PeoplePress.SPEAK_ENGLISH)
    def speak_english(pressed: Pressed) -> None:
        people.speak(house, Language.ENGLISH, by=pressed.by)
        pressed.answer(views.speaks(front.tongues.of(house, pressed.by)))
