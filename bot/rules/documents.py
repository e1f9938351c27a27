"""When a paper may be made."""

from bot.errors import WrongMoment
from bot.texts import msg
from storage.vocabulary import DocumentKind, MeetingState


def may_make(kind: DocumentKind, meeting: MeetingState) -> None:
    """Refuses a paper whose moment has passed, as when the agenda was taken back meanwhile."""
    if meeting not in _moments(kind):
        raise WrongMoment(msg("documents.not_now", paper=kind, state=meeting))


def _moments(kind: DocumentKind) -> tuple[MeetingState, ...]:
    match kind:
        case DocumentKind.AGENDA | DocumentKind.SUPPLEMENT:
            return MeetingState.AGENDA_SENT, MeetingState.IN_SESSION
        case DocumentKind.INVITATION:
            return (
                MeetingState.PLANNED,
                MeetingState.COLLECTING,
                MeetingState.AGENDA_SENT,
                MeetingState.IN_SESSION,
                MeetingState.CANCELLED,
            )
        case DocumentKind.MINUTES_DRAFT:
            return (MeetingState.IN_REVIEW,)
        case DocumentKind.MINUTES_FINAL:
            return (MeetingState.APPROVED,)
