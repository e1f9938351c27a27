"""slack_sdk's own checks of blocks, found once a class.

The SDK looks through all attributes of every object for them, which is most of what it costs to
build a large view; property tests build thousands.
"""

from functools import cache

from slack_sdk.models.basic_objects import JsonObject


def check_quickly() -> None:
    """For the rest of the process; every check is still made."""
    JsonObject.validate_json = _validated  # type: ignore[method-assign, assignment]


def _validated(shown: JsonObject) -> None:
    for name in _checks(type(shown)):
        getattr(shown, name)()


@cache
def _checks(kind: type[JsonObject]) -> tuple[str, ...]:
    return tuple(name for name in dir(kind) if hasattr(getattr(kind, name), "validator"))
