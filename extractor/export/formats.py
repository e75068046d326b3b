"""The formats by name: each takes agendas one after the other and gives bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from extractor.errors import UsageError

if TYPE_CHECKING:
    from extractor.export.calendar import Events
    from extractor.model import Agenda

__all__ = ["FORMATS", "TABLE_FORMATS", "TABLE_NAMES", "export"]

TABLE_FORMATS = ("csv", "parquet")
"""Those that have a table each for the items, documents, schedule, references and blocks."""
TABLE_NAMES = ("items", "documents", "schedule", "references", "blocks")


def export(agendas: Iterable[Agenda], format: str) -> Iterator[bytes]:
    """Papers in a format of one file.

    Args:
        agendas: the papers, in order; read as the bytes are taken.
        format: a key of :data:`FORMATS`.

    Returns:
        The bytes, piece by piece.
    """
    return FORMATS[format](agendas)


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
    """One calendar of all papers. Where several revise each other, the last revision alone: its events have the same
    identifiers as those that it replaces.
    """
    from extractor.export.calendar import FOOT, HEAD, events, timezone

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
    yield HEAD
    for name, years in sorted(zones.items()):
        yield timezone(name, *years)
    for found in newest.values():
        yield found.data
    yield FOOT


FORMATS: dict[str, Callable[[Iterable[Agenda]], Iterator[bytes]]] = {
    "jsonl": _jsonl,
    "ics": _calendar,
    "akn": _akoma_ntoso,
    "jsonld": _jsonld,
    "ocd": _ocd,
    "md": _markdown,
    "html": _html,
}
"""Name to what writes it; the tables are in :mod:`.csv` and :mod:`.parquet`."""
