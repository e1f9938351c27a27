"""auth, api, team, users, bots, and the door to Socket Mode."""

from bot.demo import payloads
from bot.demo.errors import SlackError
from bot.demo.methods.call import Call, Method
from bot.demo.model import Json, User


def _auth_test(call: Call) -> Json:
    home, app = call.ws.home, call.app
    return {
        "url": f"https://{home.domain}.slack.com/",
        "team": home.name,
        "user": app.bot.name,
        "team_id": home.id,
        "user_id": app.bot.id,
        "bot_id": app.bot_id,
        "is_enterprise_install": False,
    }


def _api_test(call: Call) -> Json:
    if call.maybe("error"):
        raise SlackError(call.maybe("error"), args=call.args)
    return {"args": call.args}


def _connections_open(call: Call) -> Json:
    ticket = call.ws.ids.secret()
    call.ws.socket_tickets.add(ticket)
    address = call.ws.url.replace("http://", "ws://")
    return {"url": f"{address}/link/?ticket={ticket}&app_id={call.app.app_id}"}


def _team_info(call: Call) -> Json:
    team = call.ws.teams.get(call.maybe("team") or call.ws.home.id)
    if team is None:
        raise SlackError("team_not_found")
    return {
        "team": {
            "id": team.id,
            "name": team.name,
            "domain": team.domain,
            "email_domain": "",
            "icon": {"image_default": True},
        }
    }


def _known_here(call: Call, who: User) -> bool:
    """People of other workspaces show up once they share a conversation with this one."""
    return not call.ws.is_external(who) or any(
        who.id in place.members for place in call.ws.channels.values()
    )


def _as_json(call: Call, who: User) -> Json:
    return payloads.user(
        call.ws,
        who,
        email="users:read.email" in call.app.scopes,
        locale=call.flag("include_locale"),
    )


def _users_info(call: Call) -> Json:
    who = call.ws.user(call.maybe("user"))
    if not _known_here(call, who):
        raise SlackError("user_not_visible")
    return {"user": _as_json(call, who)}


def _users_list(call: Call) -> Json:
    people = [who for who in call.ws.users.values() if _known_here(call, who)]
    rows, following = call.page(people)
    members = [_as_json(call, who) for who in rows]
    return {"members": members, "cache_ts": call.ws.seconds(), **following}


def _bots_info(call: Call) -> Json:
    if call.text("bot") != call.app.bot_id:
        raise SlackError("bot_not_found")
    return {
        "bot": {
            "id": call.app.bot_id,
            "deleted": False,
            "name": call.app.bot.real_name,
            "updated": call.ws.seconds(),
            "app_id": call.app.app_id,
            "user_id": call.app.bot.id,
            "icons": {},
        }
    }


TEAM = {
    "api.test": Method(_api_test),
    "apps.connections.open": Method(_connections_open, app_token=True),
    "auth.test": Method(_auth_test),
    "bots.info": Method(_bots_info, ("users:read",)),
    "team.info": Method(_team_info, ("team:read",)),
    "users.info": Method(_users_info, ("users:read",)),
    "users.list": Method(_users_list, ("users:read",)),
}
