"""The columns of which the tables are made, and their comments, which SQLite keeps too.

Both :mod:`extractor.store.schema` and the revisions under ``migrations/`` build their tables from these. What a
published revision has built must stay as it is: a change here needs a new function beside the old one.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Text,
    Time,
    TypeDecorator,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.schema import CreateColumn, CreateIndex
from sqlalchemy.sql.compiler import DDLCompiler

__all__ = [
    "CASCADE",
    "CLOCK",
    "CONFIGURATION",
    "MOMENT",
    "box",
    "column",
    "dates",
    "document_id",
    "item",
    "lookup",
    "mention",
    "metadata",
    "page",
    "places",
    "position",
]

CASCADE = "CASCADE"

_OURS = "un-agenda"
#: Marks an index of :func:`lookup`.
_HASHED = "hashed"

#: A time of day to the minute; SQLite keeps it as the contract writes it, ``10:00``.
CLOCK = Time().with_variant(
    sqlite.TIME(storage_format="%(hour)02d:%(minute)02d", regexp=r"(\d{2}):(\d{2})"),  # type: ignore[no-untyped-call]
    "sqlite",
)


class _Moment(TypeDecorator[dt.datetime]):
    """A moment in universal time: `timestamptz` on PostgreSQL; on SQLite text that sorts, ``2031-06-27T08:00:00Z``."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> Any:
        """The type of a database."""
        return dialect.type_descriptor(Text() if dialect.name == "sqlite" else DateTime(timezone=True))

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> Any:
        """What is written."""
        if value is None or dialect.name != "sqlite":
            return value
        return value.astimezone(dt.UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"

    def process_result_value(self, value: Any, dialect: Dialect) -> dt.datetime | None:  # noqa: ARG002
        """What is read."""
        moment = dt.datetime.fromisoformat(value) if isinstance(value, str) else value
        return moment.astimezone(dt.UTC) if moment is not None else None


MOMENT = _Moment()


class _Configuration(TypeDecorator[str]):
    """The name of a text search configuration: `regconfig` on PostgreSQL, whose types are loaded there alone."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> Any:
        """The type of a database."""
        if dialect.name != "postgresql":
            return dialect.type_descriptor(Text())
        from sqlalchemy.dialects.postgresql import REGCONFIG

        return dialect.type_descriptor(REGCONFIG())


CONFIGURATION = _Configuration()


def metadata() -> MetaData:
    """A collection of tables whose constraints have names, the same on every database."""
    return MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        },
        info={_OURS: True},
    )


def column(name: str, kind: Any, comment: str, *args: Any, **options: Any) -> Column[Any]:
    """A column with its comment."""
    return Column(name, kind, *args, comment=comment, **options)


def document_id(*, primary_key: bool = True) -> Column[Any]:
    """The paper to which a row belongs; the row goes with it."""
    return column(
        "document_id",
        Text,
        "The paper to which the row belongs.",
        ForeignKey("documents.id", ondelete=CASCADE),
        primary_key=primary_key,
        nullable=False,
    )


def position(comment: str, name: str = "position") -> Column[Any]:
    """The place in an order, counted from 1; part of the key."""
    return column(name, Integer, comment, primary_key=True, autoincrement=False)


def item(what: str) -> list[Column[Any]]:
    """The number of the item to which something belongs, as the paper says, and the item itself where there is one."""
    return [
        column("item_number", Text, f"Number of the agenda item {what}, as in the JSON."),
        column(
            "item_id",
            Text,
            f"The agenda item {what}; null where the paper has none of that number.",
            ForeignKey("items.id", ondelete=CASCADE),
            index=True,
        ),
    ]


def page() -> Column[Any]:
    """The page on which something starts."""
    return column("page", BigInteger, "Page of the PDF on which it starts, counted from 1.")


def box() -> list[Column[Any]]:
    """The box on that page, in four columns."""
    where = "of its box on the page, in PDF points from the top left corner."
    return [
        column("x0", Float, f"Left edge {where}"),
        column("top", Float, f"Upper edge {where}"),
        column("x1", Float, f"Right edge {where}"),
        column("bottom", Float, f"Lower edge {where}"),
    ]


def places() -> Column[Any]:
    """All boxes on which a value stands."""
    return column(
        "places", Text, "Where it stands, as JSON: a list of page and bbox, one a line; null for what is inferred."
    )


def mention() -> list[Column[Any]]:
    """Where a mention stands in the ledger, and its boxes."""
    return [
        column("block", BigInteger, "Position of the block in whose text it stands."),
        column("span_start", BigInteger, "How many characters of that text stand before it."),
        column("span_end", BigInteger, "At which character of that text it ends."),
        places(),
    ]


def dates(start: str, end: str) -> list[Column[Any]]:
    """First and last day; the names avoid the reserved word END."""
    return [column("start_date", Date, start), column("end_date", Date, end)]


def lookup(name: str) -> Index:
    """An index for finding rows by the whole text of a column, of any length.

    PostgreSQL's usual index refuses texts of more than some 2,700 bytes, and with them the paper; its hash index does
    not.
    """
    return Index(None, name, info={_HASHED: True})


@compiles(CreateIndex, "postgresql")
def _with_method(element: CreateIndex, compiler: DDLCompiler, **options: Any) -> str:
    """The method of an index is said here.

    As an argument of the index it would load PostgreSQL's part of SQLAlchemy, which searches in SQLite do without.
    """
    index = element.element
    if index.info.get(_HASHED):
        index.dialect_options["postgresql"]["using"] = "hash"
    text: str = compiler.visit_create_index(element, **options)  # type: ignore[no-untyped-call]
    return text


@compiles(CreateColumn, "sqlite")
def _with_comment(element: CreateColumn, compiler: DDLCompiler, **options: Any) -> str:
    """SQLite has no comments on columns, but keeps the text of CREATE TABLE: ``.schema documents`` shows them."""
    text: str = compiler.visit_create_column(element, **options)  # type: ignore[no-untyped-call]
    one = element.element
    if text and one.comment and one.table is not None and one.table.metadata.info.get(_OURS):
        text += f" /* {one.comment.replace('*/', '* /')} */"
    return text
