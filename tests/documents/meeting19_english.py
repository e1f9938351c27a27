"""The joint meeting no. 19 as the cycle would hand it over, in English."""

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.documents.context import (
    Absence,
    ActionRow,
    AgendaPaper,
    Approval,
    Entry,
    MinutesPaper,
    NextMeeting,
    Span,
    StatusRow,
    TreatedItem,
)
from bot.documents.questions import Answered, Question
from storage.vocabulary import (
    ActionState,
    CertificationState,
    EntryKind,
    ItemOrigin,
    ItemState,
    MeetingFormat,
    Purpose,
)
from tests.documents import meeting19

MEETING = replace(
    meeting19.MEETING,
    series="Joint meetings of EHR vendors, SDS & MedCom",
    title="Joint meeting no. 19",
    subject="Shared citizen record and agreements overview",
    apologies=(Absence("SDS", ("Mette Dahl",), "attends another meeting"),),
    case_number="22/00417",
)

STATUS = (
    StatusRow(
        vendor="Systematic",
        product="Cura",
        solution="Shared citizen record",
        certification=CertificationState.CERTIFIED,
        rollout="The first four municipalities start. The start was moved from week 9, as SDS "
        "needs a month's notice.",
        planned="from week 12/2022",
        needs="SDS: a way to update automatically",
        new=True,
    ),
    StatusRow(
        vendor="KMD",
        product="Nexus",
        solution="Shared citizen record",
        certification=CertificationState.CERTIFIED,
        rollout="A pilot is running in Silkeborg.",
    ),
    StatusRow(
        vendor="Dedalus",
        solution="Shared citizen record",
        certification=CertificationState.APPLIED,
        planned="1 February 2022",
        stale=True,
    ),
)

ITEMS = (
    TreatedItem("1", "Mutual updates", Purpose.INFORMATION, "all", 20, standing=True),
    TreatedItem(
        "1.1",
        "Test and certification",
        Purpose.DISCUSSION,
        "MedCom",
        10,
        background="Could certification and the system integration test fit together better?",
        origin=ItemOrigin.OPEN_QUESTION,
        carried_from=18,
        entries=(
            Entry(
                EntryKind.ACTION,
                "Come back with options for the business rule on automatic update",
                reference="A-19-01",
                owner="SDS",
                due="1 April 2022",
            ),
        ),
    ),
    TreatedItem(
        "2",
        "Future meetings: joint or separate?",
        Purpose.DECISION,
        "MedCom",
        10,
        entries=(
            Entry(EntryKind.NOTE, "All vendors prefer to hear each other's questions."),
            Entry(EntryKind.DECISION, "The meetings go on as joint meetings."),
        ),
    ),
    TreatedItem("3", "Any other business", Purpose.INFORMATION, minutes=5, standing=True),
    TreatedItem(
        "3.1",
        "Telephone numbers: text and special characters allowed",
        Purpose.DISCUSSION,
        "SDS",
        state=ItemState.DEFERRED,
        reason="because SDS is absent",
    ),
)

ACTIONS = (
    ActionRow(
        "A-19-01",
        "Come back with options for the business rule on automatic update",
        "SDS",
        ActionState.OPEN,
        due="1 April 2022",
    ),
    ActionRow("A-18-04", "Send a new plan for Sønderborg", "Dedalus", ActionState.OPEN, "", True),
)

QUESTIONS = (
    Question(
        "A-18-02",
        "Which values of healthcareFacilityType are used for municipal agreements?",
        addressed_to="SDS",
        asked_by="Systematic",
        due="next meeting",
    ),
)

AGENDA = AgendaPaper(MEETING, ITEMS, STATUS, ACTIONS, QUESTIONS)

MINUTES = MinutesPaper(
    MEETING,
    ITEMS,
    STATUS,
    polls=(
        replace(
            meeting19.FORMAT_POLL,
            question="Shall we go on with joint meetings, or meet with each vendor separately?",
            number="2",
            consequence="Meeting no. 20 is a joint meeting.",
        ),
    ),
    actions=ACTIONS,
    questions=QUESTIONS,
    answers=(
        Answered(1, "Can a go-live be put off?", "Yes, with a month's notice.", "SDS"),
        Answered(2, "When does the test environment close?", "At the end of April."),
    ),
    next_meeting=NextMeeting(
        "Joint meeting no. 20",
        Span(datetime(2022, 4, 25, 12, 0, tzinfo=UTC), datetime(2022, 4, 25, 13, 15, tzinfo=UTC)),
        "Teams",
        MeetingFormat.JOINT,
    ),
    approval=Approval(
        date(2022, 3, 24), ("Item 2: the number of vendors is three, not four (Dedalus).",)
    ),
)
