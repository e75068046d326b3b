"""Parquet through pyarrow (the extra ``parquet``): typed columns, row groups, one file a table."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any

from extractor.export.tables import TABLES, Row, rows
from extractor.extras import load_extra

if TYPE_CHECKING:
    from extractor.model import Agenda

__all__ = ["ParquetTable", "arrow_schema", "stream"]

#: Rows held in memory before they are written as one row group.
ROW_GROUP = 20_000


def arrow_schema(table: str) -> Any:
    """The Arrow schema of a table, the meaning of each column in its metadata.

    Raises:
        MissingExtra: pyarrow is not installed.
    """
    pa = load_extra("pyarrow", "parquet")
    types = {
        "string": pa.string(),
        "int32": pa.int32(),
        "bool": pa.bool_(),
        "date32": pa.date32(),
        "timestamp[ms, UTC]": pa.timestamp("ms", tz="UTC"),
        "list<string>": pa.list_(pa.string()),
    }
    return pa.schema(
        [
            pa.field(column.name, types[column.type], metadata={"description": column.meaning})
            for column in TABLES[table].columns
        ]
    )


def stream(agendas: Iterable[Agenda], table: str) -> Iterator[bytes]:
    """One table of many papers as bytes, a row group at a time.

    Raises:
        MissingExtra: pyarrow is not installed.
    """
    sink = _Sink()
    with ParquetTable(sink, table) as writer:
        for agenda in agendas:
            writer.add(agenda)
            yield from sink.taken()
    yield from sink.taken()


class _Sink(io.RawIOBase, IO[bytes]):
    """Holds what has been written until it is taken."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[bytes] = []
        self._size = 0

    def writable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._size

    def write(self, data: Any) -> int:
        part = bytes(data)
        self._parts.append(part)
        self._size += len(part)
        return len(part)

    def taken(self) -> list[bytes]:
        """What has been written since the last call."""
        parts, self._parts = self._parts, []
        return parts


class ParquetTable:
    """Writes one table to ``stream`` (a binary file), paper by paper.

    Raises:
        MissingExtra: pyarrow is not installed.
    """

    def __init__(self, stream: IO[bytes], table: str) -> None:
        self._pa = load_extra("pyarrow", "parquet")
        parquet = load_extra("pyarrow.parquet", "parquet")
        self._table = table
        self._schema = arrow_schema(table)
        self._writer = parquet.ParquetWriter(stream, self._schema, compression="zstd")
        self._rows: list[Row] = []

    def add(self, agenda: Agenda) -> None:
        """Take up the rows of one paper."""
        self._rows.extend(rows(agenda, self._table))
        if len(self._rows) >= ROW_GROUP:
            self._flush()

    def __enter__(self) -> ParquetTable:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._flush()
            self._writer.close()
        else:
            self._rows.clear()

    def _flush(self) -> None:
        if not self._rows:
            return
        columns = list(zip(*self._rows, strict=True))
        arrays = [
            self._pa.array([_clean(value) for value in column], type=field.type)
            for column, field in zip(columns, self._schema, strict=True)
        ]
        self._writer.write_table(self._pa.Table.from_arrays(arrays, schema=self._schema))
        self._rows.clear()


def _clean(value: Any) -> Any:
    """Halves of characters have no place in UTF-8, which Arrow's strings are."""
    if isinstance(value, str) and not value.isascii():
        return value.encode("utf-8", errors="replace").decode("utf-8")
    if isinstance(value, list):
        return [_clean(one) for one in value]
    return value
