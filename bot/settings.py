"""The only reader of the environment (and of `.env`). Every setting stands in .env.example."""

from pathlib import Path
from typing import Annotated

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from storage.vocabulary import Language

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env", extra="ignore", hide_input_in_errors=True)

    slack_bot_token: SecretStr = SecretStr("")
    slack_app_token: SecretStr = SecretStr("")
    slack_signing_secret: SecretStr = SecretStr("")
    slack_api_url: str = "https://slack.com/api/"
    database_url: str = "sqlite:///referent.sqlite3"
    command_prefix: Annotated[str, Field(pattern=r"^[a-z0-9_-]{0,16}$")] = ""
    default_language: Language = Language.DANISH
    http_host: str = "127.0.0.1"
    http_port: Annotated[int, Field(ge=0, le=65535)] = 3000
    public_url: str = ""
    workers: Annotated[int, Field(ge=1, le=16)] = 2
    templates: Path = TEMPLATES
    log_level: Annotated[str, Field(pattern="^(DEBUG|INFO|WARNING|ERROR)$")] = "INFO"
    log_json: bool = False

    @field_validator("slack_api_url")
    @classmethod
    def _ends_with_slash(cls, url: str) -> str:
        return url if url.endswith("/") else url + "/"

    @field_validator("templates")
    @classmethod
    def _holds_texts(cls, folder: Path) -> Path:
        if not (folder / "locale").is_dir():
            message = f"{folder} has no folder locale"
            raise ValueError(message)
        return folder

    @field_validator("database_url")
    @classmethod
    def _names_a_database(cls, url: str) -> str:
        if not url.startswith(("sqlite:///", "postgresql://", "postgresql+psycopg://")):
            raise ValueError("write sqlite:///file or postgresql://user:password@host/name")
        return url


class WrongSettingsError(Exception):
    """One clear line for each wrong setting; secrets aren't repeated."""


def load() -> Settings:
    try:
        return Settings()
    except ValidationError as wrong:
        lines = [
            f"{'.'.join(map(str, each['loc'])).upper()}: {each['msg']}" for each in wrong.errors()
        ]
        raise WrongSettingsError("\n".join(lines)) from None
