"""Refusals: what a person asked for can't be done, nothing changed, and they can act.

Everything else that is raised is a fault: logged once with an id that the person is told.
"""

from collections.abc import Sequence
from typing import Self

from bot.texts import Message
from storage.vocabulary import MeetingId, RemarkAbout, SeriesId


class Refusal(Exception):  # noqa: N818 it is no error of ours
    """Carries the message that says what to do next.

    `field` names the form field it is about, so that a dialog can show it beneath.
    """

    def __init__(self, message: Message, *, field: str = "") -> None:
        super().__init__(message.id)
        self.message = message
        self.field = field

    def at(self, field: str) -> Self:
        """The same refusal about the field that the person typed in."""
        self.field = field
        return self


class NotFound(Refusal):
    """Unknown, or behind the information barrier: the two look alike."""


class NotAllowed(Refusal):
    """The person is known, but lacks the right."""


class UnknownPerson(NotAllowed):
    """The person isn't registered in the series: they are asked who they work for.

    The item that they were about to propose is carried along, so that it isn't lost.
    """

    def __init__(
        self,
        message: Message,
        *,
        series_id: SeriesId,
        title: str = "",
        background: str = "",
    ) -> None:
        super().__init__(message)
        self.series_id = series_id
        self.title = title
        self.background = background

    def proposing(self, title: str, background: str) -> "UnknownPerson":
        """The same refusal, with what was typed."""
        return UnknownPerson(
            self.message, series_id=self.series_id, title=title, background=background
        )


class NoVoice(NotAllowed):
    """Somebody spoke for their organisation who doesn't speak for it.

    The message says who does; what they said is carried along, so that it can be kept.
    """

    def __init__(
        self,
        message: Message,
        *,
        meeting_id: MeetingId,
        about: RemarkAbout,
        subject: int,
        text: str,
    ) -> None:
        super().__init__(message)
        self.meeting_id = meeting_id
        self.about = about
        self.subject = subject
        self.text = text


class WrongMoment(Refusal):
    """The state of the thing doesn't allow it (any more), or somebody was faster."""


class Unclear(Refusal):
    """What was typed can't be read."""


class Ambiguous(Unclear):
    """What was typed can be read in several ways, and the person chooses one.

    Each of `choices`, best first, may stand in place of `heard` and is read in one way only.
    The message says the same to those who can't be given buttons.
    """

    def __init__(
        self, message: Message, *, heard: str, choices: Sequence[str], field: str = ""
    ) -> None:
        super().__init__(message, field=field)
        self.heard = heard
        self.choices = tuple(choices)

    def settled(self, typed: str, choice: str) -> str:
        """What was typed, with the choice in place of the words that were unclear."""
        before, found, after = typed.rpartition(self.heard)
        return before + choice + after if found else choice


class AlreadyDone(Refusal):
    """The same request came twice; its effect stands once."""
