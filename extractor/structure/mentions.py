"""Mentions in the running text: document symbols, resolutions and decisions, dates, each with its place and item."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from extractor.built import compiled
from extractor.grammar.calendar import CalendarContext, find_dates, find_times
from extractor.grammar.citations import CitationContext, find_citations
from extractor.grammar.covered import Covered
from extractor.grammar.symbols import SymbolError, SymbolSpan, find_symbols, parse_symbol
from extractor.lexicon import official
from extractor.records import Struct
from extractor.structure.passages import Passage
from extractor.structure.vocabulary import has_figure

if TYPE_CHECKING:  # at run time it would load pydantic
    from extractor.model import Evidence, ReferenceKind

#: The kinds of citations that are references of the contract.
CITED: Mapping[str, ReferenceKind] = {"resolution": "resolution", "decision": "decision"}
_JOINT = {"joint"}
#: The hours of a day stand so many characters behind it, or before it, in the same sentence.
_BEHIND, _BEFORE = 30, 12
#: What stands between the halves of a joint symbol.
_DASH = compiled(r"[^\w,;()]{1,8}")


class Mention(Struct):
    """One reference of the contract; `start` and `end` tell where it stands in the text of its passage.

    `named`: the organ stands beside the number. `evidence`: what says that it is this paper.
    """

    kind: ReferenceKind
    text: str
    symbol: str | None
    owner: str | None
    number: str | None
    url: str | None
    passage: Passage
    start: int
    end: int
    named: bool = False
    evidence: tuple[Evidence, ...] = ("text",)


class Day(Struct):
    """One date mention of the contract."""

    text: str
    start: dt.date | None
    end: dt.date | None
    start_time: dt.time | None
    end_time: dt.time | None
    passage: Passage
    at: tuple[int, int]  # where it stands in the text of its passage


def mentions(passages: Iterable[Passage], context: CitationContext, language: str) -> list[Mention]:
    """Every document symbol, resolution and decision of the text, in printed order."""
    found: list[Mention] = []
    for passage in passages:
        if not has_figure(passage.text):
            continue
        lead = f"{passage.noun} " if passage.noun else ""
        text = lead + passage.text
        marks: list[Mention] = []
        for citation in find_citations(text, context, provisions=False):
            kind = CITED.get(citation.kind)
            if kind is None or not citation.number:
                continue
            marks.append(
                Mention(
                    kind=kind,
                    text=" ".join(citation.text.removeprefix(lead).split()),
                    symbol=citation.symbol,
                    owner=citation.owner,
                    number=citation.number,
                    url=_url(citation.symbol, language),
                    passage=passage,
                    start=citation.start - len(lead),
                    end=citation.end - len(lead),
                    named=citation.named,
                )
            )
        if "/" in text or " EX" in text:
            cited = Covered((mark.start + len(lead), mark.end + len(lead)) for mark in marks)
            for span, (start, end) in printed_symbols(text):
                if cited.holds(span.start, span.end):
                    continue  # `resolution A/RES/70/1`: the symbol is the resolution's number
                marks.append(
                    Mention(
                        kind="document",
                        text=" ".join(text[start:end].split()),
                        symbol=str(span.symbol),
                        owner=None,
                        number=None,
                        url=span.symbol.url(official(language)),
                        passage=passage,
                        start=start - len(lead),
                        end=end - len(lead),
                    )
                )
        found += sorted(marks, key=lambda mention: mention.start)
    return found


def printed_symbols(text: str) -> list[tuple[SymbolSpan, tuple[int, int]]]:
    """The symbols of a text, each with where the mention stands that gives it.

    Both halves of a joint symbol stand where the whole does: it is one mention of one paper, in one printed word.
    """
    found = find_symbols(text)
    places: list[tuple[int, int]] = []
    first = 0  # of the symbols that are joined to the one at hand
    for at, span in enumerate(found):
        if not (
            at and span.flags & found[at - 1].flags >= _JOINT and _DASH.fullmatch(text, found[at - 1].end, span.start)
        ):
            first = at
        places[first:] = [(found[first].start, span.end)] * (at + 1 - first)
    return list(zip(found, places, strict=True))


@lru_cache(maxsize=4096)
def _url(symbol: str | None, language: str) -> str | None:
    """Address of a resolution that has a paper of its own; decisions are printed in reports only."""
    if symbol is None or "/DEC/" in symbol:
        return None
    try:
        return parse_symbol(symbol).url(official(language))
    except SymbolError:
        return None


def days(passages: Sequence[Passage], context: CalendarContext) -> list[Day]:
    """Every date of the text; a time that follows its date at once goes with it."""
    found: list[Day] = []
    for passage in passages:
        if not has_figure(passage.text):
            continue
        spans = [span for span in find_dates(passage.text, context) if span.first is not None]
        if not spans:
            continue
        times = find_times(passage.text, context)
        for position, span in enumerate(spans):
            after = spans[position + 1].start if position + 1 < len(spans) else len(passage.text)
            near = next((t for t in times if span.end <= t.start < min(after, span.end + _BEHIND)), None)
            before = next((t for t in times if t.end <= span.start <= t.end + _BEFORE), None) if near is None else None
            time = near or before
            first = time.sittings[0] if time and time.sittings else (None, None)
            last = time.sittings[-1][1] if time and time.sittings else None
            found.append(
                Day(" ".join(span.text.split()), span.first, span.last, first[0], last, passage, (span.start, span.end))
            )
    return found
