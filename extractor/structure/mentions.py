"""Mentions in the running text: document symbols, resolutions and decisions, dates, each with its place and item."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractor.grammar.calendar import CalendarContext, find_dates, find_times
from extractor.grammar.citations import CitationContext, find_citations
from extractor.grammar.symbols import SymbolError, find_symbols, parse_symbol
from extractor.reading.page import BBox
from extractor.structure.vocabulary import has_figure

CITED = ("resolution", "decision")


@dataclass(slots=True)
class Unit:
    """A stretch of running text with its place: a block, a table cell, a footnote."""

    text: str
    page: int
    bbox: BBox
    item: str | None = None
    role: str = "other"  # of the dates in it: meeting, issue, opening, schedule, other
    noun: str = ""  # what the head of its column says of bare numbers (`Resolution number` over `71/3`)


@dataclass(slots=True)
class Mention:
    """One reference of the contract; `start` and `end` tell where it stands in the text of its unit."""

    kind: str
    text: str
    symbol: str | None
    owner: str | None
    number: str | None
    url: str | None
    unit: Unit
    start: int
    end: int


@dataclass(slots=True)
class Day:
    """One date mention of the contract."""

    text: str
    start: dt.date | None
    end: dt.date | None
    start_time: dt.time | None
    end_time: dt.time | None
    unit: Unit


def mentions(units: Iterable[Unit], context: CitationContext, language: str) -> list[Mention]:
    """Every document symbol, resolution and decision of the text, in printed order."""
    found: list[Mention] = []
    for unit in units:
        if not has_figure(unit.text):
            continue
        lead = f"{unit.noun} " if unit.noun else ""
        text = lead + unit.text
        marks: list[Mention] = []
        for citation in find_citations(text, context, provisions=False):
            if citation.kind in CITED and citation.number:
                printed = " ".join(citation.text.removeprefix(lead).split())
                address = _url(citation.symbol, language)
                place = citation.start - len(lead), citation.end - len(lead)
                told = citation.symbol, citation.owner, citation.number, address
                marks.append(Mention(citation.kind, printed, *told, unit, *place))
        if "/" in text or " EX" in text:
            for span in find_symbols(text):
                symbol = str(span.symbol)
                printed = " ".join(span.text.split())
                place = span.start - len(lead), span.end - len(lead)
                marks.append(Mention("document", printed, symbol, None, None, span.symbol.url(language), unit, *place))
        found += sorted(marks, key=lambda mention: mention.start)
    return found


@lru_cache(maxsize=4096)
def _url(symbol: str | None, language: str) -> str | None:
    """Address of a resolution that has a paper of its own; decisions are printed in reports only."""
    if symbol is None or "/DEC/" in symbol:
        return None
    try:
        return parse_symbol(symbol).url(language)
    except SymbolError:
        return None


def days(units: Sequence[Unit], context: CalendarContext) -> list[Day]:
    """Every date of the text; a time that follows its date at once goes with it."""
    found: list[Day] = []
    for unit in units:
        if not has_figure(unit.text):
            continue
        spans = [span for span in find_dates(unit.text, context) if span.first is not None]
        if not spans:
            continue
        times = find_times(unit.text, context)
        for position, span in enumerate(spans):
            after = spans[position + 1].start if position + 1 < len(spans) else len(unit.text)
            near = next((t for t in times if span.end <= t.start < min(after, span.end + 30)), None)
            before = next((t for t in times if t.end <= span.start <= t.end + 12), None) if near is None else None
            time = near or before
            first = time.sittings[0] if time and time.sittings else (None, None)
            last = time.sittings[-1][1] if time and time.sittings else None
            found.append(Day(" ".join(span.text.split()), span.first, span.last, first[0], last, unit))
    return found
