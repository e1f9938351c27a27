"""What could keep the bot from working, and what to do about each thing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from email.utils import parsedate_to_datetime

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError
from sqlalchemy.exc import SQLAlchemyError

from bot.documents import fields_unknown
from bot.documents.context import AgendaPaper, MinutesPaper, SupplementPaper
from bot.ports import Clock
from bot.settings import Settings
from bot.slack.manifest import BOT_SCOPES, OPTIONAL_SCOPES
from bot.texts import Message, msg
from storage import migrations
from storage.database import Database
from storage.vocabulary import Language

CLOCK_TOLERANCE = timedelta(minutes=5)  # Slack refuses signatures older than five minutes
TIMEOUT = 10  # seconds
PAPERS = {
    "agenda.docx": AgendaPaper,
    "supplement.docx": SupplementPaper,
    "minutes.docx": MinutesPaper,
}


@dataclass(frozen=True)
class Finding:
    """`fine` is None for something that only could be better."""

    fine: bool | None
    message: Message


def examine(settings: Settings, clock: Clock) -> Iterator[Finding]:
    """Every check in turn; a failed one doesn't stop the others."""
    yield from _settings(settings)
    yield from _database(settings)
    yield from _templates(settings)
    yield from _slack(settings, clock)


def _settings(settings: Settings) -> Iterator[Finding]:
    if not settings.slack_bot_token.get_secret_value():
        yield Finding(False, msg("doctor.no_bot_token"))
    if settings.public_url:
        if not settings.slack_signing_secret.get_secret_value():
            yield Finding(False, msg("doctor.no_signing_secret"))
    elif not settings.slack_app_token.get_secret_value():
        yield Finding(False, msg("doctor.no_app_token"))


def _database(settings: Settings) -> Iterator[Finding]:
    try:
        database = Database(settings.database_url)
        pending = migrations.pending(database)
    except SQLAlchemyError as failure:
        yield Finding(False, msg("doctor.database_away", why=type(failure).__name__))
        return
    if pending and not database.is_sqlite:
        yield Finding(False, msg("doctor.migrations_pending"))
    else:
        yield Finding(True, msg("doctor.database_fine", kind=database.engine.dialect.name))
    database.close()


def _templates(settings: Settings) -> Iterator[Finding]:
    faults = 0
    for language in Language:
        for name, paper in PAPERS.items():
            path = settings.templates / language.value / name
            shown = f"{language.value}/{name}"
            if not path.is_file():
                faults += 1
                yield Finding(False, msg("doctor.template_missing", file=shown))
            elif unknown := fields_unknown(path, paper):
                faults += 1
                fields = ", ".join(sorted(unknown))
                yield Finding(False, msg("doctor.template_fields", file=shown, fields=fields))
    if not faults:
        yield Finding(True, msg("doctor.templates_fine", count=len(PAPERS) * len(Language)))


def _slack(settings: Settings, clock: Clock) -> Iterator[Finding]:
    token = settings.slack_bot_token.get_secret_value()
    if not token:
        return
    client = WebClient(
        token=token, base_url=settings.slack_api_url, timeout=TIMEOUT, retry_handlers=[]
    )
    try:
        answer = client.auth_test()
    except SlackApiError as failure:
        yield Finding(False, msg("doctor.slack_refuses", code=str(failure.response["error"])))
        return
    except (SlackClientError, OSError) as failure:
        yield Finding(False, msg("doctor.slack_away", why=type(failure).__name__))
        return
    yield Finding(True, msg("doctor.slack_fine", team=str(answer.get("team", ""))))
    headers = {name.lower(): value for name, value in answer.headers.items()}
    yield from _scopes(headers.get("x-oauth-scopes", ""))
    yield from _clock(headers.get("date", ""), clock)
    if not settings.public_url:
        yield from _socket(client, settings)


def _scopes(granted: str) -> Iterator[Finding]:
    held = {scope.strip() for scope in granted.split(",")}
    missing = [scope for scope in BOT_SCOPES if scope not in held]
    if missing:
        yield Finding(False, msg("doctor.scopes_missing", scopes=", ".join(missing)))
    else:
        yield Finding(True, msg("doctor.scopes_fine"))
    if not held.issuperset(OPTIONAL_SCOPES):
        yield Finding(None, msg("doctor.scopes_optional", scopes=", ".join(OPTIONAL_SCOPES)))


def _clock(date: str, clock: Clock) -> Iterator[Finding]:
    if not date:
        return
    off = abs(clock.now() - parsedate_to_datetime(date))
    if off > CLOCK_TOLERANCE:
        yield Finding(False, msg("doctor.clock_off", minutes=int(off.total_seconds() // 60)))
    else:
        yield Finding(True, msg("doctor.clock_fine"))


def _socket(client: WebClient, settings: Settings) -> Iterator[Finding]:
    app_token = settings.slack_app_token.get_secret_value()
    if not app_token:
        return
    try:
        client.apps_connections_open(app_token=app_token)
    except SlackApiError as failure:
        yield Finding(False, msg("doctor.socket_refused", code=str(failure.response["error"])))
    else:
        yield Finding(True, msg("doctor.socket_fine"))
