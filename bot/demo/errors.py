"""What goes wrong in the local workspace, for the bot and for the people in it."""

from typing import Any


class SlackError(Exception):
    """A Web API refusal: `{"ok": false, "error": code}` with Slack's own code.

    `messages` become `response_metadata.messages`, where Slack points at the faulty place.
    """

    def __init__(self, code: str, *, messages: tuple[str, ...] = (), **extra: Any) -> None:  # noqa: ANN401 - further JSON fields
        super().__init__(code, *messages)
        self.code = code
        self.messages = messages
        self.extra = extra

    def body(self) -> dict[str, Any]:
        """The JSON that Slack answers with (HTTP status 200)."""
        body: dict[str, Any] = {"ok": False, "error": self.code, **self.extra}
        if self.messages:
            if self.code == "invalid_blocks":
                body["errors"] = list(self.messages)
            marked = [f"[ERROR] {message}" for message in self.messages]
            body["response_metadata"] = {"messages": marked}
        return body


class ActingError(Exception):
    """A person tried what can't be done in front of that screen."""


class NotVisibleError(ActingError):
    """The person doesn't see that conversation, message or dialog."""


class NotThereError(ActingError):
    """Nothing on the screen answers to that name; the message lists what does."""


class NotAllowedError(ActingError):
    """Slack wouldn't let that person do that there."""
