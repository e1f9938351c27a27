"""Column types that the tables share."""

import json
from dataclasses import asdict
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import DateTime, Dialect, Text
from sqlalchemy import Enum as WordType
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field

from storage.vocabulary import DateRole, PlanningDate, Precision

LONGEST_WORD = 30  # characters, for the states in vocabulary.py


def word(words: type[StrEnum], name: str, **options: Any) -> Any:  # noqa: ANN401 SQLModel's own
    """A state column: its English words, checked by the database too.

    SQLModel alone stores an enum by its member's name and without CHECK.
    """
    column = WordType(
        words,
        values_callable=lambda listed: [each.value for each in listed],
        native_enum=False,
        create_constraint=True,
        length=LONGEST_WORD,
        name=name,
    )
    return Field(sa_type=column, **options)


class UtcTime(TypeDecorator[datetime]):
    """An instant: aware in Python, UTC in the database; a naive one is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            message = "a stored time needs a zone"
            raise ValueError(message)
        in_utc = value.astimezone(UTC)
        return in_utc.replace(tzinfo=None) if dialect.name == "sqlite" else in_utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class PlanningDateText(TypeDecorator[PlanningDate]):
    """A planning date as JSON text; sort and compare by a day column beside it."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: PlanningDate | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        if value is None:
            return None
        return json.dumps(asdict(value), default=lambda day: day.isoformat(), ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> PlanningDate | None:  # noqa: ARG002
        if value is None:
            return None
        held = json.loads(value)
        precision = Precision(held["precision"])
        read = datetime.fromisoformat if precision is Precision.MINUTE else date.fromisoformat
        return PlanningDate(
            start=read(held["start"]),
            end=read(held["end"]) if held["end"] else None,
            precision=precision,
            role=DateRole(held["role"]),
            text=held["text"],
        )
