"""What every table shares: the metadata with its naming of constraints, and versions."""

from typing import Any

from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Table(SQLModel):
    """Parent of all tables; constraints get names, which Alembic needs to change them."""


class Versioned(Table):
    """A row that two people may change at once: the later, unaware one is refused.

    SQLAlchemy counts `version` up at each change and raises StaleDataError when the row
    was changed by another transaction since it was read.
    """

    version: int = Field(default=None, nullable=False)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 SQLAlchemy hands the class
        return {"version_id_col": cls.__table__.c.version}  # type: ignore[attr-defined]


metadata = SQLModel.metadata
