"""Misread symbols: the series of the paper, its running heads, its companions and its file name say what they were."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extractor.built import compiled
from extractor.grammar.symbols.elements import SymbolError
from extractor.grammar.symbols.filenames import from_filename
from extractor.grammar.symbols.find import find_symbols
from extractor.grammar.symbols.fold import latinize
from extractor.grammar.symbols.symbol import Symbol, parse_symbol
from extractor.lexicon.registry import bodies
from extractor.repair.likeness import endings
from extractor.repair.settings import REPAIR
from extractor.rules import rule

__all__ = ["Change", "Series", "changes_of_symbols", "series_of"]

#: What may be a symbol that was misread: it holds a digit, and no space.
_CANDIDATE = compiled(r"(?<![\w/.|!\\-])[A-Za-zА-Я][\w/.|!\\-]{5,}+")
#: A stroke before the name of a part, as it is misread: `2028INGO/1`.
_STROKE = compiled(r"(?<=[\d/])[JIl|!ryi](?=(?:NGO|CRP|INF|WP|Add|Corr|Rev|RES|DEC|SR|L)[./JIl|!]\d)")
#: A year that begins a part, and one that has run into the number of a group.
_YEAR = compiled(r"(?:19|20)\d\d/")
_RUN_IN = compiled(r"[A-Z]\.\d{1,2}(?:19|20)\d\d/")
#: The name of a part.
_PART = compiled(r"(?:NGO|CRP|INF|WP|Add|Corr|Rev|RES|DEC|SR|L)[./]\d")
#: ... and between two numbers.
_BETWEEN = compiled(r"(?<=\d)[JIl|!](?=\d)|(?<=/NGO)[JIl|!](?=\d)")


@dataclass(frozen=True, slots=True)
class Change:
    """Characters of a text that are put right, and by which rule."""

    start: int
    end: int
    after: str
    rule: str


@dataclass(frozen=True, slots=True)
class Series:
    """Beginnings of symbols that are known.

    Attributes:
        own: those of the paper, the most frequent first: its symbols without their last part, and what those begin
            with.
        whole: how often each whole symbol stands in the paper.
    """

    own: tuple[str, ...]
    whole: Counter[str]


def series_of(texts: Iterable[str], name: str | None) -> Series:
    """The series of a paper, from the symbols that are sound and from the name of its file."""
    whole: Counter[str] = Counter()
    for text in texts:
        if "/" in text:
            whole.update([span.symbol.text for span in find_symbols(text) if _is_sound(span.symbol)])
    if name:
        try:
            named, _ = from_filename(name)
        except SymbolError:
            pass
        else:
            if _is_sound(named):
                whole[named.text] += 1
    own: Counter[str] = Counter()
    for symbol, count in whole.items():
        for start in _beginnings(symbol):
            own[start] += count
    return Series(tuple(sorted(own, key=lambda start: (-len(start), -own[start], start))), whole)


def _beginnings(symbol: str) -> Iterator[str]:
    """What a symbol begins with, whole parts only, each long enough to be known by."""
    parts = symbol.split("/")
    for count in range(2, len(parts)):
        start = "/".join(parts[:count])
        if len(start) >= REPAIR.shortest and any(map(str.isdigit, start)) | (count > 2):
            yield start


def _is_sound(symbol: Symbol) -> bool:
    return symbol.body is not None and "/" in symbol.text


@rule(
    "repair.own_series",
    source="papers name their companions: a misread symbol is most often of a series it has",
    otherwise=None,
)
def of_own_series(read: str, series: Series) -> str | None:
    """A symbol whose beginning looks like that of others in the paper."""
    return _mended(read, series.own, REPAIR.most)


@rule("repair.registered_series", source="the register of bodies: `E/cN.7`, `CTOCJCOP`", otherwise=None)
def of_registered_series(read: str, _series: Series) -> str | None:
    """A symbol whose beginning looks much like that of a registered body, and of one alone."""
    return _mended(read, _registered(), REPAIR.most_registered)


WITNESSES = (of_own_series, of_registered_series)


@cache
def _registered() -> tuple[str, ...]:
    return tuple(prefix for prefix in bodies() if len(prefix) >= REPAIR.shortest and "/" in prefix)


def changes_of_symbols(text: str, series: Series) -> list[Change]:
    """What is put right in the symbols of a text."""
    found: list[Change] = []
    for match in _CANDIDATE.finditer(text):
        read = match.group().rstrip("/.|!\\-")
        if not any(map(str.isdigit, read)) or not any(map(str.isupper, read)) or not _is_misread(read, series):
            continue
        for witness in WITNESSES:
            if (after := witness.applies(latinize(read), series)) is not None and after != read:
                found.append(Change(match.start(), match.start() + len(read), after, witness.name))
                break
    return found


def _is_misread(read: str, series: Series) -> bool:
    """Whether a word is no symbol of a registered body.

    Or one of a head alone (`CAC/COSPWG.4/2027/3`) or with a year run into a number (`WG.42027/3`) in a paper that has a
    series of this head.
    """
    symbol = _parsed(read)
    if symbol is None:
        return True
    prefix = symbol.body.prefix.rstrip(".") if symbol.body else ""
    alone = "/" not in prefix and re.match(r"/\d", read[len(prefix) :]) is None
    odd = alone or _RUN_IN.search(read) is not None
    return (
        odd
        and series.whole[symbol.text] < REPAIR.known
        and any(start.startswith(f"{prefix.partition('/')[0]}/") for start in series.own)
    )


def _mended(read: str, starts: Sequence[str], most: float) -> str | None:
    """The symbol that was read so, by the beginning that is nearest; None where it is none."""
    best: tuple[float, int, str] | None = None
    for start in starts:
        if len(start) > len(read) + 2:
            continue
        costs = endings(start, read[: len(start) + 2])
        for length in range(max(len(start) - 2, 3), len(costs)):
            cost = costs[length]
            if cost > most or (best is not None and (cost, -len(start)) >= best[:2]):
                continue
            rest = _tail(read[length:])
            if _YEAR.match(rest) and start[-1].isdigit():
                cost, rest = cost + REPAIR.lost_sign, f"/{rest}"
            if cost <= most and rest.startswith("/") and _parsed(start + rest) is not None:
                best = cost, -len(start), start + rest
    return best[2] if best else None


def _tail(text: str) -> str:
    """What follows the beginning of a symbol, its strokes put right."""
    if _PART.match(text):
        text = "/" + text  # its stroke was lost
    elif text[:1] in ("J", "I", "l", "|", "!") and text[1:2].isalnum():
        text = "/" + text[1:]
    return _BETWEEN.sub("/", _STROKE.sub("/", text))


def _parsed(text: str) -> Symbol | None:
    """The symbol that a text is, of a registered body; None where it is none."""
    try:
        symbol = parse_symbol(text)
    except SymbolError:
        return None
    return symbol if _is_sound(symbol) and not any(char in text for char in "|!\\") else None
