"""Opens dialogs and shows them anew (docs.slack.dev: views.open, views.push, views.update)."""

from collections.abc import Callable

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.models.views import View

from bot.errors import WrongMoment
from bot.slack import limits
from bot.slack.identity import Payload
from bot.texts import msg

_TOO_LATE = {"expired_trigger_id", "invalid_trigger_id"}


def opener(client: WebClient, body: Payload) -> Callable[[View], None]:
    """What opens a dialog for a request; one opened from a dialog is put on top of it.

    A request that came twice finds its trigger used: the dialog is open already. Three seconds
    after the click Slack opens none any more, which is a WrongMoment.
    """
    from_dialog = (body.get("view") or {}).get("type") == "modal"

    def open_view(view: View) -> None:
        show = client.views_push if from_dialog else client.views_open
        try:
            show(trigger_id=body["trigger_id"], view=limits.view(view))
        except SlackApiError as failure:
            code = failure.response["error"]
            if code in _TOO_LATE:
                raise WrongMoment(msg("common.too_late_for_dialog")) from failure
            if code != "exchanged_trigger_id":
                raise

    return open_view


def redrawer(client: WebClient, body: Payload) -> Callable[[Payload], None]:
    """What shows the dialog that was clicked in anew; one that was closed meanwhile stays so."""

    def redraw(view: Payload) -> None:
        try:
            client.views_update(view_id=body["view"]["id"], view=limits.view(view))
        except SlackApiError as failure:
            if failure.response["error"] != "not_found":
                raise

    return redraw
