"""Organs that adopt resolutions and decisions (``bodies/organs.toml``)."""

from __future__ import annotations

from extractor.built import compiled, prepared, toml
from extractor.lexicon.files import read_text
from extractor.records import Struct

#: A class of characters, a space that may be missing, another space.
_BLANKS = compiled(r"(\[[^\]]*\])|( \?)|( )")


class Organ(Struct, frozen=True):
    """An organ: how it is named, what shapes its numbers have, and the series that files them.

    ``weak``: the name occurs as often for something else (a protocol) and does not decide the owner by itself.
    """

    id: str
    name: str
    names: tuple[str, ...]
    resolution: frozenset[str]
    decision: frozenset[str]
    series: str | None
    prefixes: tuple[str, ...]
    codes: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    first_session: int = 1
    last_session: int = 999
    last_number: int = 9999
    last_decision: int = 9999
    first_decision: int = 1
    weak: bool = False


def _load(name: str) -> dict[str, object]:
    return toml(read_text(name))


def spaced(pattern: str) -> str:
    """``pattern`` with each blank outside a character class standing for one or more blanks or line ends."""
    return _BLANKS.sub(lambda match: match[1] or (r"\s{0,60}" if match[2] else r"\s{1,60}"), pattern)


@prepared
def organs() -> tuple[Organ, ...]:
    """All organs, in file order (the principal organs first)."""
    rows = _load("bodies/organs.toml")["organ"]
    assert isinstance(rows, list)
    result = []
    for row in rows:
        values = {key: value for key, value in row.items() if key != "short"}
        for key in ("names", "prefixes", "codes", "suffixes"):
            values[key] = tuple(values.get(key, ()))
        for key in ("resolution", "decision"):
            values[key] = frozenset(values[key])
        values.setdefault("series", None)
        result.append(Organ(**values))
    return tuple(result)
