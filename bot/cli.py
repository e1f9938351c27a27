"""The `referent` command."""

import json
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from sqlalchemy.exc import OperationalError

from bot import doctor, exporting, logs, running, settings, staging, wiring
from bot.inputs.dates import jsonl
from bot.settings import Settings, WrongSettingsError
from bot.slack.manifest import manifest as app_manifest
from bot.texts import Catalogues, Words
from storage import migrations
from storage.vocabulary import Language

cli = typer.Typer(
    name="referent",
    help="Referent, the meeting secretary that lives in Slack.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

SIGNS = {True: "✓", False: "✗", None: "–"}


def main() -> None:
    cli()


@cli.command()
def run(
    http: Annotated[bool, typer.Option("--http", help="Signed HTTP, not Socket Mode.")] = False,  # noqa: FBT002 a flag
) -> None:
    """Run the bot until Ctrl+C."""
    held, t = _begin()
    if not _can_run(held, http=http):
        _fail(t("cli.missing_tokens"))
    bot = wiring.build(held)
    with _reaching_the_database(t):
        running.prepare(bot)
    if http:
        address = f"http://{held.http_host}:{held.http_port}"
        running.by_http(bot, held, lambda: typer.echo(t("cli.running_http", address=address)))
    else:
        running.by_socket(bot, held, lambda: typer.echo(t("cli.running_socket")))
    bot.close()


@cli.command()
def demo(
    port: Annotated[int, typer.Option(help="Port of the page.")] = staging.DEFAULT_PORT,
    play: Annotated[bool, typer.Option("--play", help="Play the story and end.")] = False,  # noqa: FBT002 a flag
    out: Annotated[Path | None, typer.Option(help="Where --play leaves the documents.")] = None,
) -> None:
    """Run the bot in a workspace of its own in the browser; no account, no token."""
    held, t = _begin(quiet=True)
    with tempfile.TemporaryDirectory(prefix="referent-") as folder:
        if play:
            raise typer.Exit(staging.play(held, Path(folder), out or Path("out"), typer.echo))
        try:
            _demo(held, t, Path(folder), port)
        except OSError:
            _fail(t("cli.port_taken", port=str(port)))


def _demo(held: Settings, t: Words, folder: Path, port: int) -> None:
    typer.echo(t("cli.demo_preparing"))
    with staging.guided(held, folder, port) as staged:
        typer.echo(t("cli.demo_ready", address=staged.served.url))
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            typer.echo("")


@cli.command()
def migrate() -> None:
    """Bring the database's schema up to date."""
    held, t = _begin()
    with _reaching_the_database(t), closing(wiring.build(held)) as bot:
        migrations.upgrade(bot.house.database)
    typer.echo(t("cli.migrated"))


@cli.command(name="doctor")
def examine() -> None:
    """Check settings, database, scopes, templates and clock; each finding says what to do."""
    held, t = _begin()
    findings = list(doctor.examine(held, wiring.SystemClock()))
    for finding in findings:
        typer.echo(f"{SIGNS[finding.fine]} {t(finding.message)}")
    if any(finding.fine is False for finding in findings):
        raise typer.Exit(1)


@cli.command()
def manifest() -> None:
    """Print the app manifest for the configured prefix, mode and address."""
    held, t = _begin()
    made = app_manifest(t, prefix=held.command_prefix, public_url=held.public_url)
    typer.echo(json.dumps(made, ensure_ascii=False, indent=2))


@cli.command()
def export(
    out: Annotated[Path, typer.Option(help="The folder to write to.")] = Path("out"),
) -> None:
    """Write every agenda, invitation and minutes with metadata and checksums to a folder."""
    held, t = _begin()
    with _reaching_the_database(t), closing(wiring.build(held)) as bot:
        running.prepare(bot)
        count = exporting.write(bot.house, out)
    if count:
        typer.echo(t("cli.exported", count=count, folder=str(out)))
    else:
        typer.echo(t("cli.nothing_to_export"))


@cli.command()
def dates(
    text: Annotated[str, typer.Argument(help="A date as people write it.")] = "",
    lines: Annotated[bool, typer.Option("--jsonl", help="JSON lines in, JSON lines out.")] = False,  # noqa: FBT002 a flag
    reference: Annotated[str, typer.Option(help="The day it was written, YYYY-MM-DD.")] = "",
    language: Annotated[Language, typer.Option(help="da or en.")] = Language.DANISH,
) -> None:
    """Show how a date is read; with --jsonl, one JSON object a line from standard input."""
    if lines:
        for line in sys.stdin:
            if line.strip():
                _answer(line)
        return
    try:
        day = date.fromisoformat(reference) if reference else wiring.SystemClock().now().date()
    except ValueError:
        _fail(_words(language)("cli.wrong_reference", heard=reference))
    typer.echo(jsonl.explain(text, day, language))


def _answer(line: str) -> None:
    try:
        typer.echo(jsonl.answer(line))
    except jsonl.BadLine as bad:
        _fail(str(bad))


def _words(language: Language) -> Words:
    return Catalogues(settings.TEMPLATES / "locale").words(language)


def _begin(*, quiet: bool = False) -> tuple[Settings, Words]:
    """Settings, logging and the operator's words; one line for each wrong setting."""
    try:
        held = settings.load()
    except WrongSettingsError as wrong:
        t = _words(Language.DANISH)
        _fail(f"{t('cli.wrong_settings')}\n{wrong}")
    logs.set_up("ERROR" if quiet else held.log_level, json=held.log_json)
    return held, Catalogues(held.templates / "locale").words(held.default_language)


@contextmanager
def _reaching_the_database(t: Words) -> Iterator[None]:
    """One line on what to do, where the database is away or behind."""
    try:
        yield
    except running.SchemaBehindError:
        _fail(t("cli.needs_migrate"))
    except OperationalError as away:
        _fail(t("doctor.database_away", why=type(away).__name__))


def _can_run(held: Settings, *, http: bool) -> bool:
    needed = held.slack_signing_secret if http else held.slack_app_token
    return bool(held.slack_bot_token.get_secret_value() and needed.get_secret_value())


def _fail(message: str) -> NoReturn:
    typer.echo(message, err=True)
    raise typer.Exit(2)
