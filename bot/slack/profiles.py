"""Who a user is: name and e-mail from Slack (docs.slack.dev, users.info)."""

from collections.abc import Callable
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.rules.people import Profile
from storage.vocabulary import Person, Tenant

ProfileOf = Callable[[str], Profile]


def profiles(client: WebClient, tenant: Tenant) -> ProfileOf:
    """Looks a user id up; one whom Slack doesn't show us is called by the id."""

    def profile(user: str) -> Profile:
        try:
            held: dict[str, Any] = client.users_info(user=user)["user"]
        except SlackApiError:
            return Profile(Person(tenant, user), user)
        known = held.get("profile") or {}
        name = known.get("real_name") or held.get("real_name") or held.get("name") or user
        return Profile(
            person=Person(held.get("team_id") or tenant, user),
            name=str(name),
            email=str(known.get("email") or ""),
            is_bot=bool(held.get("is_bot")),
        )

    return profile
