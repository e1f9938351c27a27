"""The one thing that an organiser should do next."""

from enum import StrEnum

from storage.vocabulary import MeetingState


class NextStep(StrEnum):
    PLAN = "plan"
    OPEN = "open"
    FREEZE = "freeze"
    START = "start"
    END = "end"
    PUBLISH = "publish"
    APPROVE = "approve"


def next_step(state: MeetingState | None) -> NextStep:
    """By the state of the meeting at hand; without one, the next is planned."""
    match state:
        case None | MeetingState.APPROVED | MeetingState.CANCELLED:
            return NextStep.PLAN
        case MeetingState.PLANNED:
            return NextStep.OPEN
        case MeetingState.COLLECTING:
            return NextStep.FREEZE
        case MeetingState.AGENDA_SENT:
            return NextStep.START
        case MeetingState.IN_SESSION:
            return NextStep.END
        case MeetingState.DRAFTING:
            return NextStep.PUBLISH
        case MeetingState.IN_REVIEW:
            return NextStep.APPROVE
