"""The registry of bodies: which body a symbol's prefix belongs to, and the elements that symbols are made of.

Data: ``bodies.tsv`` (prefix, name, parent, seat, zone, years, source, certainty) and ``series.toml``. Nothing here
reads PDFs.
"""

from __future__ import annotations

from functools import cache, lru_cache

from extractor.built import prepared, toml
from extractor.lexicon.files import read_text
from extractor.records import Struct


class Body(Struct, frozen=True):
    """One row of ``bodies.tsv``: a body and the prefix of its documents.

    ``certainty`` says how well the row is known: *certain* (a masthead or an official list was read), *likely* (the
    symbol was seen, the name is general knowledge), *inferred* (general knowledge) or *unverified*.
    """

    prefix: str
    name: str
    parent: str | None
    seat: str | None
    timezone: str | None
    from_year: int | None
    to_year: int | None
    source: str
    certainty: str
    note: str | None


class Series(Struct, frozen=True):
    """The element tables of ``series.toml``, folded for look-up."""

    heads: frozenset[str]
    foreign_heads: frozenset[str]
    shared_heads: frozenset[str]
    words: frozenset[str]
    bodies_with_number: dict[str, str]
    natures: dict[str, str]
    cycle: dict[str, str]
    modifications: dict[str, str]
    after_number: frozenset[str]
    months: tuple[str, ...]


def _year(text: str) -> int | None:
    return int(text) if text.isdigit() else None


#: Columns of ``bodies.tsv``; the last is a note, which may be left out with the tab before it.
_COLUMNS = 10
_CERTAINTIES = frozenset({"certain", "likely", "inferred", "unverified"})


@prepared
def bodies() -> dict[str, Body]:
    """All rows of the registry by prefix, in file order.

    Raises:
        LexiconError: a row has not its columns, or another word for its certainty.
    """
    rows: dict[str, Body] = {}
    for number, line in enumerate(read_text("bodies/bodies.tsv").splitlines(), 1):
        if number == 1 or not line.strip():
            continue
        cells = line.split("\t")
        if len(cells) not in (_COLUMNS, _COLUMNS - 1) or cells[_COLUMNS - 2].strip() not in _CERTAINTIES:
            raise _unsound(number, cells)
        cells.append("")
        prefix, name, parent, seat, zone, first, last, source, certainty, note = (
            cell.strip() for cell in cells[:_COLUMNS]
        )
        rows[prefix] = Body(
            prefix,
            name,
            parent or None,
            seat or None,
            zone or None,
            _year(first),
            _year(last),
            source,
            certainty,
            note or None,
        )
    return rows


def _unsound(number: int, cells: list[str]) -> KeyError:
    """What is wrong with a row of the registry."""
    from extractor.lexicon import LexiconError

    if len(cells) not in (_COLUMNS, _COLUMNS - 1):
        what = f"it has {len(cells)} columns, not {_COLUMNS} (CONTRIBUTING names them)"
    else:
        what = f"its certainty is {cells[_COLUMNS - 2]!r}, not one of {', '.join(sorted(_CERTAINTIES))}"
    return LexiconError(f"bodies.tsv, line {number}: {what}")


class Parent(Struct, frozen=True):
    """What a row's ``parent`` cell means: its full name, and the registered body where it is one.

    A parent may also be a treaty or an organization that has no series of its own (``body`` is ``None``).
    """

    name: str
    body: Body | None


@cache
def _parents() -> dict[str, Parent]:
    rows = bodies()
    known = {row.name: Parent(row.name, row) for row in reversed(rows.values())}
    for line in read_text("bodies/parents.tsv").splitlines()[1:]:
        cell, name, prefix = [*line.split("\t"), ""][:3]
        known[cell] = Parent(name, rows[prefix] if prefix else None)
    return known


def parent_of(body: Body) -> Parent | None:
    """The parent of a row; ``None`` for the head of the system.

    Raises ``KeyError`` for a parent that is neither a body nor in ``parents.tsv``.
    """
    if body.parent is None:
        return None
    # A cell may hold a prefix; where it is the row's own, the treaty or organization of that name is meant.
    if body.parent in bodies():
        row = bodies()[body.parent]
        return Parent(body.parent, None) if row is body else Parent(row.name, row)
    return _parents()[body.parent]


@lru_cache(maxsize=16384)
def body_of(symbol: str) -> Body | None:
    """The row with the longest prefix of a canonical ``symbol``; ``None`` where no row fits.

    A prefix ends at a component's end, or before the full stop or bracket of a numbered session: ``UNEP/EA`` fits
    ``UNEP/EA.5/Res.1``, ``A/C.1`` does not fit ``A/C.10/1``.
    """
    rows = bodies()
    end = len(symbol)
    while end > 0:
        if end == len(symbol) or symbol[end] in "/.(":
            numbered = symbol[end : end + 1] in (".", "(")
            row = (rows.get(symbol[:end] + ".") if numbered else None) or rows.get(symbol[:end])
            if row is not None:
                return row
        end = max(symbol.rfind(mark, 0, end) for mark in "/.(")
    return None


@cache
def _named() -> dict[str, Body]:
    """Bodies by their names in lower case, without abbreviations in brackets; those of several seats are left out."""
    found: dict[str, Body] = {}
    several: set[str] = set()
    for body in bodies().values():
        name = body.name.partition(" (")[0].lower()
        if found.setdefault(name, body).timezone != body.timezone:
            several.add(name)
    return {name: body for name, body in found.items() if name not in several}


def body_named(name: str) -> Body | None:
    """The body of this English name, whatever its symbol; None where there is none, or one with several seats."""
    return _named().get(" ".join(name.split()).lower())


@prepared
def series() -> Series:
    """The element tables (``series.toml``); heads include the first components of every registry prefix."""
    data = toml(read_text("bodies/series.toml"))
    heads = set(data["heads"]) | {prefix.split("/")[0].rstrip(".") for prefix in bodies()}
    words = set(data["words"])
    for prefix in bodies():
        words.update(part.split(".")[0] for part in prefix.split("/")[1:])
    return Series(
        heads=frozenset(heads),
        foreign_heads=frozenset(data["foreign_heads"]),
        shared_heads=frozenset(data["shared_heads"]),
        words=frozenset(word.upper() for word in words),
        bodies_with_number={key.upper(): value for key, value in data["bodies_with_number"].items()},
        natures={key.upper(): value for key, value in data["natures"].items()},
        cycle=dict(data["cycle"]),
        modifications={key.upper(): value for key, value in data["modifications"].items()},
        after_number=frozenset(data["stop_words"]["after_number"]),
        months=tuple(data["stop_words"]["months"]),
    )


@prepared
def countries() -> dict[str, str]:
    """ISO 3166 alpha-3 codes as treaty-body symbols use them (withdrawn and old ones included) with English names."""
    pairs = (line.split("\t") for line in read_text("places/iso3.tsv").splitlines()[1:] if line.strip())
    return {cells[0]: cells[1] for cells in pairs}
