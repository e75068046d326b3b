"""What became of each paper: an SQLite file beside the output, so that a batch can be interrupted and resumed.

A paper is known by the hash of its bytes; its row holds for the extractor version and the options under which it was
read, and is made anew under others. Paths are remembered with size and time of change, so that a finished archive is
recognised without reading its files again.
"""

from __future__ import annotations

import json
import os
import re
import sqlite3
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from extractor.batch.names import is_output_name, path_bytes
from extractor.errors import DiskFull, OutputError
from extractor.review import grade_of

if TYPE_CHECKING:  # at run time it would load pydantic
    from extractor.model import Review

__all__ = ["Entry", "Journal", "Seen", "Skipped"]

FILE_NAME = "journal.sqlite"
#: Raised with every change of the tables; a journal with a higher one is refused.
FORMAT = 2

Status = Literal["done", "failed"]

#: Seconds that another program may keep it locked.
_PATIENCE = 30.0
_ROWS_AT_ONCE = 500
_DAMAGED_HINT = "Move it away, and run the same command again: all papers are extracted anew."

_TABLES = """
CREATE TABLE IF NOT EXISTS papers (
    sha256 TEXT PRIMARY KEY, version TEXT NOT NULL, options TEXT NOT NULL, path TEXT NOT NULL,
    status TEXT NOT NULL, category TEXT, message TEXT, retryable INTEGER NOT NULL DEFAULT 0,
    seconds REAL NOT NULL, memory INTEGER NOT NULL, attempts INTEGER NOT NULL,
    symbol TEXT, language TEXT, kind TEXT, pages INTEGER, diagnostics TEXT NOT NULL DEFAULT '{}',
    base TEXT, name TEXT
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS papers_by_base ON papers (base COLLATE NOCASE) WHERE base IS NOT NULL;
CREATE TABLE IF NOT EXISTS paths (
    path BLOB PRIMARY KEY, size INTEGER, changed INTEGER, sha256 TEXT
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS skipped (path BLOB PRIMARY KEY, reason TEXT NOT NULL, message TEXT NOT NULL) WITHOUT ROWID;
"""


@dataclass(slots=True)
class Entry:
    """A row of the journal: one paper.

    `path` is the file it was read from, `seconds` and `memory` (bytes, peak) what the last attempt took, `base` and
    `name` the output name without and with what tells equals apart; both None for a paper that failed, or that was left
    out because it is no agenda.
    """

    sha256: str
    version: str
    options: str
    path: str
    status: Status
    seconds: float
    memory: int
    attempts: int
    category: str | None = None
    message: str | None = None
    retryable: bool = False
    symbol: str | None = None
    language: str | None = None
    kind: str | None = None
    pages: int | None = None
    diagnostics: dict[str, int] = field(default_factory=dict)
    base: str | None = None
    name: str | None = None

    @property
    def left_out(self) -> bool:
        """Whether it was read and has no JSON, for it is no agenda."""
        return self.status == "done" and self.name is None

    @property
    def review(self) -> Review:
        """Whether a person should check it, by the codes of its diagnostics."""
        return grade_of(self.diagnostics)


class Seen(NamedTuple):
    """A file whose content was hashed; `changed` is its time of change in nanoseconds."""

    path: str
    size: int
    changed: int
    sha256: str


class Skipped(NamedTuple):
    """A path that was not read, and why (``duplicate``, ``not_pdf``, ``special``, ``outside``)."""

    path: str
    reason: str
    message: str


_COLUMNS = (
    "sha256", "version", "options", "path", "status", "seconds", "memory", "attempts", "category", "message",
    "retryable", "symbol", "language", "kind", "pages", "diagnostics", "base", "name",
)  # fmt: skip
_SELECT = f"SELECT {', '.join(_COLUMNS)} FROM papers"
_INSERT = f"INSERT OR REPLACE INTO papers ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"
_TABLE_COLUMNS = {
    "papers": set(_COLUMNS),
    "paths": {"path", "size", "changed", "sha256"},
    "skipped": {"path", "reason", "message"},
}
#: The hash of a paper, or what stands in for it where its bytes could not be had.
_KEY = re.compile(r"[0-9a-f]{64}|path-[0-9a-f]{40}")
_NUMBER = (int, float)
_TEXT_OR_NONE = (str, type(None))
#: What a row must hold; a column of SQLite takes whatever is put into it.
_TYPES: dict[str, tuple[type, ...]] = {
    "sha256": (str,), "version": (str,), "options": (str,), "path": (str,), "status": (str,), "seconds": _NUMBER,
    "memory": (int,), "attempts": (int,), "category": _TEXT_OR_NONE, "message": _TEXT_OR_NONE, "retryable": (int,),
    "symbol": _TEXT_OR_NONE, "language": _TEXT_OR_NONE, "kind": _TEXT_OR_NONE, "pages": (int, type(None)),
    "diagnostics": (str,), "base": _TEXT_OR_NONE, "name": _TEXT_OR_NONE,
}  # fmt: skip


class Journal:
    """The journal of an output folder; opened by one batch at a time (the supervisor holds the lock).

    Whatever it holds is checked when it is read: it may have been cut off, or edited by hand, and no row of it may name
    a file outside the output folder.

    Raises:
        OutputError: it cannot be opened, read or written, is damaged or of another program, or a later version of this
            program has written it.
        DiskFull: there is no room for it.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE_NAME
        self._check_file()
        try:
            self._db = sqlite3.connect(self.path, isolation_level=None, timeout=_PATIENCE)
        except sqlite3.Error as error:
            raise self._failed(error) from error
        try:
            self._check_format()
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute("PRAGMA synchronous=NORMAL")
            self._db.executescript(_TABLES)
            self._db.execute(f"PRAGMA user_version={FORMAT}")
            self._check_tables()
        except sqlite3.Error as error:
            self._db.close()
            raise self._failed(error) from error
        except OutputError:
            self._db.close()
            raise

    def _check_file(self) -> None:
        try:
            status = os.stat(self.path)
        except OSError:
            return  # it is made, or SQLite says why not
        if not stat.S_ISREG(status.st_mode):
            raise self._foreign("the journal is not a regular file")

    def _check_format(self) -> None:
        (written,) = self._db.execute("PRAGMA user_version").fetchone()
        tables = {name for (name,) in self._db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if ("papers" not in tables and tables - _TABLE_COLUMNS.keys()) or written < 0:
            raise self._foreign("the database of this name is not a journal of un-agenda")
        if written > FORMAT:
            raise OutputError(
                f"the journal is of a later version of un-agenda (format {written})",
                where=str(self.path),
                hint="Update un-agenda, or give another --out.",
            )

    def _check_tables(self) -> None:
        for table, columns in _TABLE_COLUMNS.items():
            found = {row[1] for row in self._db.execute(f"PRAGMA table_info({table})")}
            if not columns <= found:
                raise self._damaged(f"the table {table} lacks columns")

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def find(self, sha256: str) -> Entry | None:
        """The entry of a paper under whatever version and options."""
        return next((self._entry(row) for row in self._rows(f"{_SELECT} WHERE sha256 = ?", sha256)), None)

    def entries(self) -> Iterator[Entry]:
        """All entries by hash."""
        return map(self._entry, self._rows(f"{_SELECT} ORDER BY sha256"))

    def put(self, entry: Entry) -> None:
        """Write or replace an entry, durably against the death of this process."""
        values = [getattr(entry, name) for name in _COLUMNS]
        values[_COLUMNS.index("diagnostics")] = json.dumps(entry.diagnostics)
        self._write(_INSERT, [_sayable(value) if isinstance(value, str) else value for value in values])

    @contextmanager
    def together(self) -> Iterator[None]:
        """Write all that is put in between at once, which is many times as fast as each by itself.

        What was put before an error is written.
        """
        self._write("BEGIN", ())
        try:
            yield
        finally:
            if self._db.in_transaction:  # SQLite ends it by itself when there is no room
                self._write("COMMIT", ())

    def rename(self, sha256: str, name: str) -> None:
        """Note the new output name of a paper."""
        self._write("UPDATE papers SET name = ? WHERE sha256 = ?", (name, sha256))

    def forget(self, papers: Sequence[str]) -> None:
        """Take out papers, by their hashes, with all paths at which they were found."""
        for table in ("papers", "paths"):
            self._write_many(f"DELETE FROM {table} WHERE sha256 = ?", [(one,) for one in papers])

    def taken(self, base: str, sha256: str) -> bool:
        """Whether another paper's output has this base name, whatever the letters' case."""
        found = self._rows("SELECT 1 FROM papers WHERE base = ? COLLATE NOCASE AND sha256 <> ? LIMIT 1", base, sha256)
        return next(found, None) is not None

    def sharing(self) -> Iterator[tuple[Entry, bool]]:
        """Every paper with output, and whether another shares its base name."""
        rows = self._rows(
            "SELECT base FROM papers WHERE base IS NOT NULL GROUP BY base COLLATE NOCASE HAVING count(*) > 1"
        )
        shared = {str(base).casefold() for (base,) in rows}
        for entry in list(self.entries()):
            if entry.base is not None:
                yield entry, entry.base.casefold() in shared

    def seen(self) -> dict[str, Seen]:
        """The files that were hashed before, by path."""
        found = {}
        for path, size, changed, sha256 in self._rows("SELECT path, size, changed, sha256 FROM paths"):
            if not (
                isinstance(path, bytes)
                and isinstance(size, int)
                and isinstance(changed, int)
                and isinstance(sha256, str)
                and _KEY.fullmatch(sha256)
            ):
                raise self._damaged("a row of the table paths is not one of this program")
            name = os.fsdecode(path)
            found[name] = Seen(name, size, changed, sha256)
        return found

    def remember(self, seen: Sequence[Seen]) -> None:
        """Note the hashes of files."""
        self._write_many(
            "INSERT OR REPLACE INTO paths VALUES (?, ?, ?, ?)", [(path_bytes(one.path), *one[1:]) for one in seen]
        )

    def skip(self, skipped: Sequence[Skipped]) -> None:
        """Note the paths that were not read."""
        self._write_many(
            "INSERT OR REPLACE INTO skipped VALUES (?, ?, ?)",
            [(path_bytes(one.path), one.reason, _sayable(one.message)) for one in skipped],
        )

    def _entry(self, row: tuple[object, ...]) -> Entry:
        values = dict(zip(_COLUMNS, row, strict=True))
        if any(not isinstance(values[name], kinds) for name, kinds in _TYPES.items()):
            raise self._damaged("a row of the table papers is not one of this program")
        try:
            values["diagnostics"] = json.loads(str(values["diagnostics"]))
        except ValueError:
            values["diagnostics"] = None
        values["retryable"] = bool(values["retryable"])
        entry = Entry(**values)  # type: ignore[arg-type]
        if not _is_sound(entry):
            raise self._damaged(f"the row of paper {entry.sha256[:16]!r} is not one of this program")
        return entry

    def _rows(self, statement: str, *values: str) -> Iterator[tuple[object, ...]]:
        try:
            cursor = self._db.execute(statement, values)
            while rows := cursor.fetchmany(_ROWS_AT_ONCE):
                yield from rows
        except sqlite3.Error as error:
            raise self._failed(error) from error

    def _write(self, statement: str, values: Sequence[object]) -> None:
        try:
            self._db.execute(statement, values)
        except sqlite3.Error as error:
            raise self._failed(error) from error

    def _write_many(self, statement: str, rows: list[tuple[object, ...]]) -> None:
        try:
            self._db.execute("BEGIN")
            self._db.executemany(statement, rows)
            self._db.execute("COMMIT")
        except sqlite3.Error as error:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise self._failed(error) from error

    def _failed(self, error: sqlite3.Error) -> OutputError:
        """The error of this package for one of SQLite's."""
        name = getattr(error, "sqlite_errorname", "")
        if name == "SQLITE_FULL":
            return DiskFull(where=str(self.path))
        if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_ERROR", "SQLITE_CONSTRAINT")) or not name:
            return self._damaged(str(error))
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            return OutputError(
                "the journal is locked by another program",
                where=str(self.path),
                hint="Close the program that has it open, and run the same command again.",
            )
        if not self.path.exists():
            return OutputError(
                "the journal was removed while the batch was writing it",
                where=str(self.path),
                hint="Run the same command again: it makes the journal anew.",
            )
        return OutputError(
            f"the journal cannot be used ({error})",
            where=str(self.path),
            hint="Check that the file and its folder may be written to and have room.",
        )

    def _damaged(self, why: str) -> OutputError:
        return OutputError(f"the journal is damaged ({why})", where=str(self.path), hint=_DAMAGED_HINT)

    def _foreign(self, what: str) -> OutputError:
        return OutputError(what, where=str(self.path), hint="Move it away, or give another --out or --journal.")


def _is_sound(entry: Entry) -> bool:
    """Whether an entry can be one that this program has written."""
    if not _KEY.fullmatch(entry.sha256) or not isinstance(entry.diagnostics, dict):
        return False
    if not all(isinstance(count, int) for count in entry.diagnostics.values()):
        return False
    if entry.left_out and entry.base is None:
        return entry.kind == "other"
    if entry.status == "done":
        return None not in (entry.base, entry.name, entry.kind, entry.pages) and is_output_name(str(entry.name))
    return entry.status == "failed" and entry.base is None and entry.name is None


def _sayable(text: str) -> str:
    """The text without what UTF-8 cannot hold: parts of names that are not UTF-8 may stand in a message."""
    return text.encode("utf-8", "backslashreplace").decode() if not text.isascii() else text
