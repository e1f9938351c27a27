"""Refusals: what a person asked for can't be done, nothing changed, and they can act.

Everything else that is raised is a fault: logged once with an id that the person is told.
"""

from bot.texts import Message
from storage.vocabulary import SeriesId


class Refusal(Exception):  # noqa: N818 it is no error of ours
    """Carries the message that says what to do next.

    `field` names the form field it is about, so that a dialog can show it beneath.
    """

    def __init__(self, message: Message, *, field: str = "") -> None:
        super().__init__(message.id)
        self.message = message
        self.field = field


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


class WrongMoment(Refusal):
    """The state of the thing doesn't allow it (any more), or somebody was faster."""


class Unclear(Refusal):
    """What was typed can't be read."""


class AlreadyDone(Refusal):
    """The same request came twice; its effect stands once."""
