"""A series is created, and its habits are set."""

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot import access
from bot.access import Right
from bot.cycle.steps.follow_up import come_again
from bot.cycle.steps.meetings import reschedule_chores, show
from bot.cycle.steps.series import series_head
from bot.cycle.steps.taking_part import found, seat, take_in
from bot.errors import Unclear, WrongMoment
from bot.ports import Asker
from bot.results.series import SeriesSheet, StandingLine
from bot.rules import series as rules
from bot.rules.meetings import BEFORE_SESSION, NUMBER_SIGN
from bot.rules.people import OrganisationDraft, Profile
from bot.rules.series import Habits, SeriesDraft, StandingDraft
from bot.texts import msg
from bot.work import House, Work
from storage.queries import meetings
from storage.queries import series as all_series
from storage.tables import Series, StandingItem, StatusTopic
from storage.vocabulary import ChannelId, Role, SeriesId, StandingKind


@dataclass(frozen=True)
class Founder:
    """Who creates a series, and for which organisation."""

    profile: Profile
    organisation: OrganisationDraft


def create(
    house: House,
    draft: SeriesDraft,
    founder: Founder,
    *,
    channel: ChannelId,
    by: Asker,
) -> SeriesSheet:
    """Creates a series in a channel; who creates it becomes its organiser and contact.

    It starts with the four standing items that every agenda has, in the series' language.
    """
    with house.work(by) as work:
        if not channel or channel.startswith("D"):
            raise WrongMoment(msg("series.needs_channel"))
        if not access.is_free(work, channel):
            raise WrongMoment(msg("series.channel_taken"))
        rules.checked(draft)
        words = work.texts.words(draft.language)
        series = Series(
            tenant=by.tenant,
            channel=channel,
            name=draft.name.strip(),
            subject=draft.subject.strip(),
            language=draft.language,
            joint_title=words("series.joint_title", number=NUMBER_SIGN),
            separate_title=words("series.separate_title", number=NUMBER_SIGN),
            next_number=draft.next_number,
            start_time=rules.clock(draft.start_time),
            duration_minutes=draft.duration_minutes,
        )
        work.session.add(series)
        work.session.flush()
        work.note("series.create", f"series:{series.id}", series=series.id)
        come_again(work, series, work.now.astimezone(ZoneInfo(series.zone)).date())
        _put_standing(
            work,
            series,
            [
                StandingDraft(StandingKind.ORIENTATION, words("series.standing_orientation")),
                StandingDraft(StandingKind.STATUS, words("series.standing_status")),
                StandingDraft(StandingKind.NEXT_MEETING, words("series.standing_next_meeting")),
                StandingDraft(
                    StandingKind.ANY_OTHER_BUSINESS, words("series.standing_any_other_business")
                ),
            ],
        )
        organisation = found(work, founder.organisation)
        take_in(work, series, organisation)
        seat(
            work,
            series,
            founder.profile,
            organisation.id,
            role=Role.ORGANIZER,
            is_contact=True,
        )
        return _sheet(work, series)


def sheet(house: House, series_id: SeriesId, *, by: Asker) -> SeriesSheet:
    """A series with everything that an organiser can set."""
    with house.look(by) as work:
        _, series = access.in_series(work, series_id, Right.ORGANIZE)
        return _sheet(work, series)


def set_habits(
    house: House,
    series_id: SeriesId,
    habits: Habits,
    solutions: str,
    *,
    seen: int,
    by: Asker,
) -> SeriesSheet:
    """Changes a series' habits and solutions (one a line); the clock follows at once."""
    with house.work(by) as work:
        _, series = access.in_series(work, series_id, Right.ORGANIZE)
        if series.version != seen:
            raise WrongMoment(msg("common.changed_meanwhile"))
        rules.checked_habits(habits)
        names = rules.lines(solutions, "solutions", rules.LONGEST_SOLUTION)
        retimed = (series.freeze_days, series.zone) != (habits.freeze_days, habits.zone)
        series.subject, series.language = habits.subject.strip(), habits.language
        series.joint_title = habits.joint_title.strip()
        series.separate_title = habits.separate_title.strip()
        series.start_time = rules.clock(habits.start_time)
        series.duration_minutes = habits.duration_minutes
        series.open_days, series.prompt_days = habits.open_days, habits.prompt_days
        series.freeze_days, series.comment_days = habits.freeze_days, habits.comment_days
        series.moderated, series.zone = habits.moderated, habits.zone
        work.session.add(series)
        _put_solutions(work, series, names)
        work.session.flush()
        work.note("series.set_habits", f"series:{series.id}", series=series.id)
        for meeting in meetings.of_series(work.session, series.id, None):
            if meeting.state in BEFORE_SESSION:
                if retimed:
                    meeting.timed_at = work.now
                    show(work, meeting)
                reschedule_chores(work, meeting)
        return _sheet(work, series)


def set_standing(
    house: House, series_id: SeriesId, standing: Sequence[StandingDraft], *, by: Asker
) -> SeriesSheet:
    """Changes what stands on every agenda from now on."""
    with house.work(by) as work:
        _, series = access.in_series(work, series_id, Right.ORGANIZE)
        all_series.remove(work.session, all_series.standing_items(work.session, series.id))
        _put_standing(work, series, standing)
        work.note(
            "series.set_standing",
            f"series:{series.id}",
            series=series.id,
            after={"count": len(standing)},
        )
        return _sheet(work, series)


def _put_standing(work: Work, series: Series, standing: Sequence[StandingDraft]) -> None:
    for position, each in enumerate(standing, start=1):
        work.session.add(
            StandingItem(
                series_id=series.id,
                position=position,
                kind=each.kind,
                title=each.title,
                purpose=each.purpose,
            )
        )
    work.session.flush()


def _put_solutions(work: Work, series: Series, names: Sequence[str]) -> None:
    """A line in another's place is its new name; one that was answered about can't go."""
    held = all_series.topics(work.session, series.id)
    lines = rules.matched([each.name for each in held], names)
    gone = [held[index] for index in lines.gone]
    for topic in gone:
        if all_series.has_answers(work.session, topic.id):
            raise Unclear(msg("series.solution_in_use", name=topic.name), field="solutions")
    all_series.remove(work.session, gone)
    for position, (index, name) in enumerate(lines.kept, start=1):
        topic = (
            StatusTopic(series_id=series.id, position=position, name=name)
            if index is None
            else held[index]
        )
        topic.position, topic.name = position, name
        work.session.add(topic)
    work.session.flush()


def _sheet(work: Work, series: Series) -> SeriesSheet:
    return SeriesSheet(
        head=series_head(series),
        standing=tuple(
            StandingLine(each.kind, each.title)
            for each in all_series.standing_items(work.session, series.id)
        ),
        solutions=tuple(each.name for each in all_series.topics(work.session, series.id)),
    )
