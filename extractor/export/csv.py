"""CSV after RFC 4180: one table, a line of column names, lines that end in CRLF, UTF-8.

Cells that a spreadsheet would run as a formula are neutralised: a string that begins with ``=``, ``+``, ``-``, ``@``,
a tab or a line break gets an apostrophe before it, which spreadsheets show as text (OWASP, CSV Injection). Lists are
joined by ``"; "``; moments are ISO 8601 in UTC; nothing is an empty cell. A byte order mark, which Excel needs to see
that the text is UTF-8, is written on request.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from extractor.export.common import utf8
from extractor.export.tables import TABLES, rows

if TYPE_CHECKING:
    from extractor.model import Agenda

__all__ = ["BOM", "cell", "head", "lines", "neutral", "stream"]

BOM = b"\xef\xbb\xbf"

# The full-width forms count too: some spreadsheets read them as the plain ones.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def head(table: str, *, bom: bool = False) -> bytes:
    """The line of column names, after a byte order mark where asked for."""
    return (BOM if bom else b"") + _line([column.name for column in TABLES[table].columns])


def lines(agenda: Agenda, table: str, *, raw: bool = False) -> bytes:
    """The lines of ``agenda`` in ``table``; ``raw`` leaves formulas as they are, for what is no spreadsheet."""
    return b"".join(_line([cell(value, raw=raw) for value in row]) for row in rows(agenda, table))


def stream(agendas: Iterable[Agenda], table: str, *, raw: bool = False, bom: bool = False) -> Iterator[bytes]:
    """One table of many papers: the line of column names, then the lines of each paper."""
    yield head(table, bom=bom)
    for agenda in agendas:
        yield lines(agenda, table, raw=raw)


def cell(value: Any, *, raw: bool = False) -> str:
    """A value as text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dt.datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%SZ") if value.year >= 1000 else value.isoformat()
    if isinstance(value, list):
        value = "; ".join(value)
    text = str(value).replace("\0", "\ufffd")  # many readers take a NUL for the end of the file
    return text if raw or not isinstance(value, str) else neutral(text)


def neutral(text: str) -> str:
    """``text`` such that no spreadsheet runs it."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _line(cells: list[str]) -> bytes:
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerow(cells)
    return utf8(buffer.getvalue())
