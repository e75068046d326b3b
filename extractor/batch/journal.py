"""What became of each paper: an SQLite file beside the output, so that a batch can be interrupted and resumed.

A paper is known by the hash of its bytes; its row holds for the extractor version and the options under which it was
read, and is made anew under others. Paths are remembered with size and time of change, so that a finished archive is
recognised without reading its files again.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

from extractor.errors import OutputError, write_error

__all__ = ["Entry", "Journal", "Seen", "Skipped"]

FILE_NAME = "journal.sqlite"
#: Raised with every change of the tables; a journal with a higher one is refused.
FORMAT = 1

Status = Literal["done", "failed"]

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
    `name` the output name without and with what tells equals apart; both None for a paper that failed.
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


class Seen(NamedTuple):
    """A file whose content was hashed; `changed` is its time of change in nanoseconds."""

    path: str
    size: int
    changed: int
    sha256: str


class Skipped(NamedTuple):
    """What was passed over, and why (``duplicate``, ``not_pdf``, ``special``, ``outside``)."""

    path: str
    reason: str
    message: str


_COLUMNS = (
    "sha256", "version", "options", "path", "status", "seconds", "memory", "attempts", "category", "message",
    "retryable", "symbol", "language", "kind", "pages", "diagnostics", "base", "name",
)  # fmt: skip
_SELECT = f"SELECT {', '.join(_COLUMNS)} FROM papers"
_INSERT = f"INSERT OR REPLACE INTO papers ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"


class Journal:
    """The journal of an output folder; opened by one batch at a time (the supervisor holds the lock).

    Raises:
        OutputError: it cannot be opened or written, or a later version of this program has written it.
        DiskFull: there is no room for it.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE_NAME
        try:
            self._db = sqlite3.connect(self.path, isolation_level=None, timeout=30)
            (written,) = self._db.execute("PRAGMA user_version").fetchone()
            if written > FORMAT:
                raise OutputError(
                    f"the journal is of a later version of un-agenda (format {written})",
                    where=str(self.path),
                    hint="Update un-agenda, or give another --out.",
                )
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute("PRAGMA synchronous=NORMAL")
            self._db.executescript(_TABLES)
            self._db.execute(f"PRAGMA user_version={FORMAT}")
        except sqlite3.Error as error:
            raise self._failed(error) from error

    def close(self) -> None:
        self._db.close()

    def find(self, sha256: str) -> Entry | None:
        """The entry of a paper under whatever version and options."""
        row = self._db.execute(f"{_SELECT} WHERE sha256 = ?", (sha256,)).fetchone()
        return _entry(row) if row else None

    def entries(self) -> Iterator[Entry]:
        """All entries by hash."""
        for row in self._db.execute(f"{_SELECT} ORDER BY sha256"):
            yield _entry(row)

    def put(self, entry: Entry) -> None:
        """Write or replace an entry, durably against the death of this process."""
        values = [getattr(entry, name) for name in _COLUMNS]
        values[_COLUMNS.index("diagnostics")] = json.dumps(entry.diagnostics)
        self._write(_INSERT, values)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Write all that is put in between at once: many times as fast as each by itself. What was put before an error
        is written."""
        self._write("BEGIN", ())
        try:
            yield
        finally:
            if self._db.in_transaction:  # SQLite ends it by itself when there is no room
                self._write("COMMIT", ())

    def rename(self, sha256: str, name: str) -> None:
        """Note the new output name of a paper."""
        self._write("UPDATE papers SET name = ? WHERE sha256 = ?", (name, sha256))

    def taken(self, base: str, sha256: str) -> bool:
        """Whether another paper's output has this base name, whatever the letters' case."""
        found = self._db.execute(
            "SELECT 1 FROM papers WHERE base = ? COLLATE NOCASE AND sha256 <> ? LIMIT 1", (base, sha256)
        ).fetchone()
        return found is not None

    def sharing(self) -> Iterator[tuple[Entry, bool]]:
        """Every paper with output, and whether another shares its base name."""
        shared = {
            row[0].casefold()
            for row in self._db.execute(
                "SELECT base FROM papers WHERE base IS NOT NULL GROUP BY base COLLATE NOCASE HAVING count(*) > 1"
            )
        }
        for entry in list(self.entries()):
            if entry.base is not None:
                yield entry, entry.base.casefold() in shared

    def seen(self) -> dict[str, Seen]:
        """The files that were hashed before, by path."""
        rows = self._db.execute("SELECT path, size, changed, sha256 FROM paths")
        return {seen.path: seen for seen in (Seen(_path(path), *facts) for path, *facts in rows)}

    def remember(self, seen: Sequence[Seen]) -> None:
        """Note the hashes of files."""
        self._write_many(
            "INSERT OR REPLACE INTO paths VALUES (?, ?, ?, ?)", [(_bytes(one.path), *one[1:]) for one in seen]
        )

    def skip(self, skipped: Sequence[Skipped]) -> None:
        """Note what was passed over."""
        self._write_many(
            "INSERT OR REPLACE INTO skipped VALUES (?, ?, ?)", [(_bytes(one.path), *one[1:]) for one in skipped]
        )

    def _write(self, statement: str, values: object) -> None:
        try:
            self._db.execute(statement, values)  # type: ignore[arg-type]
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
        if getattr(error, "sqlite_errorname", "") == "SQLITE_FULL":
            import errno

            return write_error(OSError(errno.ENOSPC, "no room"), str(self.path))
        return OutputError(f"the journal cannot be used ({error})", where=str(self.path))


def _entry(row: tuple[object, ...]) -> Entry:
    values = dict(zip(_COLUMNS, row, strict=True))
    values["diagnostics"] = json.loads(str(values["diagnostics"]))
    values["retryable"] = bool(values["retryable"])
    return Entry(**values)  # type: ignore[arg-type]


def _bytes(path: str) -> bytes:
    return path.encode("utf-8", "surrogateescape")


def _path(path: bytes) -> str:
    return path.decode("utf-8", "surrogateescape")
