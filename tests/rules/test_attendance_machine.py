"""Whatever people and the organiser do in whatever order, who comes stays in line with it."""

from collections.abc import Callable

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from bot.errors import Refusal
from bot.rules import attendance as rules
from storage.vocabulary import AttendanceState, MeetingState

INVITED, ACCEPTED, APOLOGIES, PRESENT, LEFT = AttendanceState
PEOPLE = ("Anders", "Sofie", "Ida")  # of one organisation
ANSWERABLE = {
    MeetingState.PLANNED,
    MeetingState.COLLECTING,
    MeetingState.AGENDA_SENT,
    MeetingState.IN_SESSION,
}
CORRECTABLE = {*ANSWERABLE, MeetingState.DRAFTING, MeetingState.IN_REVIEW}

person = st.sampled_from(PEOPLE)
some = st.frozensets(person)


def why_not(act: Callable[[], None]) -> str:
    """The id of a refusal's message; empty if there was none."""
    try:
        act()
    except Refusal as refused:
        return refused.message.id
    return ""


class Attendance(RuleBasedStateMachine):
    """`answers`, `there`, `gone` are what happened; `answered` and `states` what the rules say."""

    def __init__(self) -> None:
        super().__init__()
        self.meeting = MeetingState.COLLECTING
        self.said = INVITED
        self.answered = dict.fromkeys(PEOPLE, INVITED)
        self.states = dict.fromkeys(PEOPLE, INVITED)
        self.substitutes: dict[str, str] = {}
        self.answers = dict.fromkeys(PEOPLE, INVITED)
        self.there: frozenset[str] = frozenset()
        self.gone: frozenset[str] = frozenset()

    # ── What people do ───────────────────────────────────────────────────────

    @rule(who=person)
    def comes(self, who: str) -> None:
        if self._is_allowed(rules.may_answer, ANSWERABLE):
            self._answers(who, ACCEPTED)

    @rule(who=person, instead=st.none() | person)
    def stays_away(self, who: str, instead: str | None) -> None:
        if not self._is_allowed(rules.may_answer, ANSWERABLE):
            return
        if instead:
            themselves = instead == who
            refused = why_not(
                lambda: rules.may_stand_in(
                    instead, themselves=themselves, app=False, could_come=True
                )
            )
            assert refused == ("attendance.no_substitute" if themselves else "")
            if refused:
                return
        self._answers(who, APOLOGIES)
        if instead:
            self.substitutes[who] = instead

    @rule(who=person, instead=st.sampled_from(["", "Bo"]))
    def nobody_comes(self, who: str, instead: str) -> None:
        if not self._is_allowed(rules.may_answer, ANSWERABLE):
            return
        refused = why_not(lambda: rules.checked_apologies(for_all=True, substitute=instead))
        assert refused == ("attendance.all_and_substitute" if instead else "")
        if refused:
            return
        self._answers(who, APOLOGIES)
        self._all_stay_away()
        if not self.there:
            assert self._organisation() is APOLOGIES

    # ── What the organiser does ──────────────────────────────────────────────

    @rule(state=st.sampled_from(AttendanceState))
    def is_said_to(self, state: AttendanceState) -> None:
        """The organiser notes what a whole organisation answered."""
        if self._is_allowed(rules.may_correct, CORRECTABLE):
            self.said = state
            if state is APOLOGIES:
                self._all_stay_away()

    @rule(there=some, gone=some)
    def is_noted(self, there: frozenset[str], gone: frozenset[str]) -> None:
        if self._is_allowed(rules.may_correct, CORRECTABLE):
            self._notes(there | gone, gone)

    @rule(there=some, gone=some)
    def is_noted_and_put_right(self, there: frozenset[str], gone: frozenset[str]) -> None:
        """A slip of the list is undone: all stand as before."""
        if not self._is_allowed(rules.may_correct, CORRECTABLE):
            return
        before, was = dict(self.states), (self.there, self.gone)
        self._notes(there | gone, gone)
        self._notes(*was)
        assert self.states == before

    @rule(state=st.sampled_from(MeetingState))
    def goes_on(self, state: MeetingState) -> None:
        self.meeting = state

    # ── What always holds ────────────────────────────────────────────────────

    @invariant()
    def a_person_was_there_or_stands_as_they_answered(self) -> None:
        for who in PEOPLE:
            expected = self.answers[who]
            if who in self.there:
                expected = LEFT if who in self.gone else PRESENT
            assert self.states[who] is expected, who

    @invariant()
    def the_organisation_comes_while_anybody_does(self) -> None:
        made, states = self._organisation(), set(self.states.values())
        if PRESENT in states:
            assert made is PRESENT
        elif LEFT in states and self.said is not PRESENT:
            assert made is LEFT
        elif self.said not in rules.WERE_THERE and not states & {PRESENT, LEFT}:
            if ACCEPTED in states:
                assert made is ACCEPTED
            elif states == {APOLOGIES}:
                assert made is APOLOGIES
            else:
                assert made is self.said

    @invariant()
    def only_who_stays_away_has_a_substitute(self) -> None:
        assert all(self.answers[who] is APOLOGIES for who in self.substitutes)

    def _is_allowed(self, check: Callable[[MeetingState], None], states: set[MeetingState]) -> bool:
        """The rule's answer, which has to be that of the meeting's state, and worded if no."""
        allowed = self.meeting in states
        assert why_not(lambda: check(self.meeting)) == ("" if allowed else "attendance.over")
        return allowed

    def _answers(self, who: str, answer: AttendanceState) -> None:
        self.answers[who] = answer
        self.substitutes.pop(who, None)
        self.answered[who] = answer
        self.states[who] = rules.after_answering(self.states[who], answer)

    def _all_stay_away(self) -> None:
        self.said = APOLOGIES
        for who in PEOPLE:
            if self.answers[who] is ACCEPTED:
                self.answers[who] = APOLOGIES
            self.answered[who] = rules.after_apologies_of_all(self.answered[who])
            self.states[who] = rules.after_answering(self.states[who], self.answered[who])

    def _notes(self, there: frozenset[str], gone: frozenset[str]) -> None:
        self.there, self.gone = there, gone
        for who in PEOPLE:
            self.states[who] = rules.after_noting(
                self.answered[who], there=who in there, left=who in gone
            )

    def _organisation(self) -> AttendanceState:
        return rules.organisation(self.said, list(self.states.values()))


TestAttendance = Attendance.TestCase
TestAttendance.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
