"""What somebody finds where they stand: the menu in a channel, the home tab for themselves."""

from collections.abc import Sequence

from bot import access
from bot.access import Member
from bot.cycle.steps import attendance as attendance_steps
from bot.cycle.steps.reading import agenda_of, head
from bot.cycle.steps.series import series_head
from bot.errors import NotFound
from bot.ports import Asker
from bot.results.home import Control, Home, SeriesHome
from bot.results.series import Menu, MenuMeeting
from bot.work import House, Work
from storage.queries import attendance, meetings, people
from storage.queries import series as all_series
from storage.tables import Meeting, Series
from storage.vocabulary import AttendanceState, ChannelId, MeetingState, Role

MOST_AHEAD = 10  # meetings in a menu; each takes two of Slack's 50 blocks


def menu(house: House, channel: ChannelId, *, direct: bool = False, by: Asker) -> Menu:
    """What can be done here; where no series lives yet, one can be created."""
    with house.look(by) as work:
        if channel and not direct and access.is_free(work, channel):
            return Menu(None, organizes=True, takes_part=False, meetings=())
        try:
            place = access.place(work, channel, direct=direct)
        except NotFound:
            if direct and not all_series.of_person(work.session, by.tenant, by.person):
                return Menu(None, organizes=False, takes_part=False, meetings=())
            raise
        ahead = _ahead(work, place.series, place.member)
        if place.meeting is not None:
            ahead = [each for each in ahead if each.channel == place.meeting.channel]
        return Menu(
            series=series_head(place.series),
            organizes=place.member.organizes,
            takes_part=place.member.role is not Role.OBSERVER,
            meetings=_lines(work, ahead[:MOST_AHEAD], place.member),
        )


def home(house: House, *, by: Asker) -> Home:
    """Everything that waits for one person, series by series."""
    with house.look(by) as work:
        known = people.anywhere(work.session, by.person)
        own = all_series.of_person(work.session, by.tenant, by.person)
        return Home(
            name=known.name if known and own else "",
            series=tuple(_series_home(work, each) for each in own),
        )


def _series_home(work: Work, series: Series) -> SeriesHome:
    member = access.member(work, series.id)
    ahead = _ahead(work, series, member)
    open_ones = [each for each in ahead if each.state is not MeetingState.CANCELLED]
    first = open_ones[0] if open_ones else None
    lines = _lines(work, open_ones[:MOST_AHEAD], member)
    line = lines[0] if lines else None
    held = agenda_of(work, first) if first else None
    waiting = people.requests_waiting(work.session, series.id) if member.organizes else ()
    return SeriesHome(
        series=series_head(series),
        organizes=member.organizes,
        takes_part=member.role is not Role.OBSERVER,
        organisation=member.organisation,
        meeting=line,
        agenda=held,
        control=_control(work, first, line) if first and line and member.organizes else None,
        further=lines[1:],
        waiting=len(waiting),
        own_waiting=sum(each.proposer_id == member.participant_id for each in held.waiting)
        if held and member.participant_id
        else 0,
    )


def _control(work: Work, meeting: Meeting, line: MenuMeeting) -> Control:
    held = attendance_steps.of(work, meeting)
    silent = held.those(AttendanceState.INVITED)
    return Control(line, tuple(each.organisation for each in silent))


def _ahead(work: Work, series: Series, member: Member) -> Sequence[Meeting]:
    """Meetings that the member may know of and that aren't over, soonest first."""
    return meetings.ahead(work.session, series.id, member.organisation_id, work.now)


def _lines(work: Work, shown: Sequence[Meeting], member: Member) -> tuple[MenuMeeting, ...]:
    """Meetings with what the member's own organisation answered."""
    own = (
        attendance.answers(work.session, [each.id for each in shown], member.organisation_id)
        if member.organisation_id
        else {}
    )
    return tuple(MenuMeeting(head(work, each), own.get(each.id)) for each in shown)
