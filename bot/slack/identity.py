"""Who acts, in which tenant, by which request: nobody else reads these payload fields.

`team.id` of a submission is the submitter's workspace, not the one with our app; a user id
is unique only inside its workspace. So a person is (user's team, user id) and the tenant is
the installing team, which the authorization names.
"""

import hashlib
from collections.abc import Mapping
from typing import Any, TypeAlias

from slack_bolt import BoltContext

from bot.ports import Asker
from storage.vocabulary import ChannelId, Person, Tenant

Payload: TypeAlias = Mapping[str, Any]


def tenant(context: BoltContext) -> Tenant:
    """The workspace in which the app is installed, as the authorization found it."""
    found = context.authorize_result
    return Tenant((found.team_id if found else None) or "")


def asker(body: Payload, tenant: Tenant) -> Asker:
    """The person behind a command, click, submission, shortcut or event."""
    return Asker(_person(body, tenant), tenant, request(body))


def request(body: Payload) -> str:
    """What stays the same when Slack sends a request twice.

    Events have an id; commands, clicks and shortcuts a trigger of single use; a submission
    its view and the view's hash. The view's hash changes with every update of the view.
    """
    if "event_id" in body:
        return f"event:{body['event_id']}"
    if body.get("type") in {"view_submission", "view_closed"}:
        view = body["view"]
        return f"{body['type']}:{view['id']}:{view.get('hash', '')}:{_values(view)}"
    return f"trigger:{body.get('trigger_id', '')}"


def channel(body: Payload) -> ChannelId:
    """The conversation in which somebody acts; empty for App Home and global shortcuts."""
    if "event" in body:
        return ChannelId(body["event"].get("channel", ""))
    if "channel_id" in body:
        return ChannelId(body["channel_id"])
    held = body.get("channel") or {}
    return ChannelId(held.get("id") or (body.get("container") or {}).get("channel_id", ""))


def is_direct(where: ChannelId) -> bool:
    """A conversation of one person with Referent, or none at all (App Home)."""
    return where == "" or where.startswith("D")


def _person(body: Payload, tenant: str) -> Person:
    if "event" in body:
        event = body["event"]
        team = event.get("user_team") or event.get("team") or body.get("team_id") or tenant
        return Person(team, event["user"])
    if "user_id" in body:  # a slash command; only the tenant's own people can send one
        return Person(body.get("team_id") or tenant, body["user_id"])
    user = body["user"]
    return Person(user.get("team_id") or tenant, user["id"])


def _values(view: Payload) -> str:
    """A digest of what was filled in: the same dialog sent again after a correction differs."""
    state = repr((view.get("state") or {}).get("values"))
    return hashlib.sha256(state.encode()).hexdigest()[:16]
