"""The formats: what each is called, what it is for, what a file of it holds, and what writes it.

This is the one list of them: the command line, its pages and the tests all read it. A format of one file takes agendas
one after the other and gives bytes; the tables are written by :mod:`.csv` and :mod:`.parquet`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from extractor.errors import UsageError

if TYPE_CHECKING:
    from extractor.export.calendar import Events
    from extractor.model import Agenda

__all__ = ["FORMATS", "KINDS", "NAMES", "TABLE_FORMATS", "TABLE_NAMES", "FormatKind", "described", "export", "suffix"]

Writer = Callable[[Iterable["Agenda"]], Iterator[bytes]]

TABLE_NAMES = (
    "papers",
    "meetings",
    "items",
    "documents",
    "schedule",
    "footnotes",
    "references",
    "blocks",
    "diagnostics",
)
"""The tables of the formats that hold tables; a file holds one of them."""


class FormatKind(NamedTuple):
    """A format that can be chosen.

    Args:
        name: what it is called on the command line and in :func:`export`.
        purpose: a few words for the help.
        write: gives the bytes of a file from papers; None when a file holds one of the :data:`TABLE_NAMES`.
        suffix: how the name of a file ends, without the dot; None where it is the name of the format.
        binary: whether a terminal cannot show it.
        extra: the extra of the distribution that installs what it needs; None when that is always there.
    """

    name: str
    purpose: str
    write: Writer | None
    suffix: str | None = None
    binary: bool = False
    extra: str | None = None


def export(agendas: Iterable[Agenda], format: str) -> Iterator[bytes]:
    """Papers in a format of one file.

    Args:
        agendas: the papers, in order; read as the bytes are taken.
        format: a key of :data:`FORMATS`.

    Returns:
        The bytes, piece by piece.
    """
    return FORMATS[format](agendas)


def suffix(format: str) -> str:
    """How the name of a file of a format ends, without the dot."""
    return next(kind.suffix or kind.name for kind in KINDS if kind.name == format)


def described() -> str:
    """The formats with what they are for, one a line, for a help text."""
    groups = [(purpose, [kind.name for kind in kinds]) for purpose, kinds in groupby(KINDS, lambda kind: kind.purpose)]
    return "".join(f"  {', '.join(names):<13} {purpose}\n" for purpose, names in groups)


def _jsonl(agendas: Iterable[Agenda]) -> Iterator[bytes]:
    for agenda in agendas:
        yield agenda.to_json(compact=True).encode("utf-8") + b"\n"


def _markdown(agendas: Iterable[Agenda]) -> Iterator[bytes]:
    from extractor.export.markdown import markdown

    for number, agenda in enumerate(agendas):
        if number:
            yield b"\n---\n\n"
        yield markdown(agenda)


def _html(agendas: Iterable[Agenda]) -> Iterator[bytes]:
    from extractor.export.html import stream

    return stream(agendas)


def _jsonld(agendas: Iterable[Agenda]) -> Iterator[bytes]:
    from extractor.export.jsonld import stream

    return stream(agendas)


def _ocd(agendas: Iterable[Agenda]) -> Iterator[bytes]:
    from extractor.export.ocd import stream

    return stream(agendas)


def _akoma_ntoso(agendas: Iterable[Agenda]) -> Iterator[bytes]:
    """One paper: the format holds no more in a file. A second one is an error before anything is given."""
    from extractor.export.akn import akoma_ntoso

    papers = iter(agendas)
    first = next(papers, None)
    if next(papers, None) is not None:
        raise UsageError(
            "a file of Akoma Ntoso holds one paper, and there are several",
            where="--format akn",
            hint="Give a folder with -o, such as 'akn/'.",
        )
    if first is not None:
        yield akoma_ntoso(first)


def _calendar(agendas: Iterable[Agenda]) -> Iterator[bytes]:
    """One calendar of all papers.

    Where several revise each other, the last revision alone: its events have the same identifiers as those that it
    replaces.
    """
    from extractor.export.calendar import FOOT, events, head, timezone

    newest: dict[str, Events] = {}
    for agenda in agendas:
        found = events(agenda)
        if found.key not in newest or newest[found.key].revision <= found.revision:
            newest[found.key] = found
    zones: dict[str, tuple[int, int]] = {}
    for found in newest.values():
        for name, (first, last) in found.zones.items():
            known = zones.get(name, (first, last))
            zones[name] = (min(first, known[0]), max(last, known[1]))
    yield head(list(newest.values()))
    for name, years in sorted(zones.items()):
        yield timezone(name, *years)
    for found in newest.values():
        yield found.data
    yield FOOT


_TABLES = f"tables of {', '.join(TABLE_NAMES[:4])} and so on"
_COPY = "a reading copy"

KINDS: tuple[FormatKind, ...] = (
    FormatKind("jsonl", "one paper a line", _jsonl),
    FormatKind("csv", _TABLES, None),
    FormatKind("parquet", _TABLES, None, binary=True, extra="parquet"),
    FormatKind("ics", "a calendar (RFC 5545)", _calendar),
    FormatKind("akn", "Akoma Ntoso 3.0 after AKN4UN; one paper a file", _akoma_ntoso, suffix="xml"),
    FormatKind("jsonld", "events of schema.org", _jsonld),
    FormatKind("ocd", "events of Open Civic Data, one a line", _ocd),
    FormatKind("md", _COPY, _markdown),
    FormatKind("html", _COPY, _html),
)
"""All formats, in the order of the help."""

NAMES: tuple[str, ...] = tuple(kind.name for kind in KINDS)
FORMATS: dict[str, Writer] = {kind.name: kind.write for kind in KINDS if kind.write is not None}
"""Those of one file: name to what writes it."""
TABLE_FORMATS: tuple[str, ...] = tuple(kind.name for kind in KINDS if kind.write is None)
"""Those that have a file for each of the :data:`TABLE_NAMES`."""
