"""Symbols side by side in a text: joint symbols, and ranges of papers of one series."""

from __future__ import annotations

import re
from functools import cache

from extractor.built import compiled
from extractor.grammar.symbols.classify import suffixes_of
from extractor.grammar.symbols.span import SymbolSpan
from extractor.grammar.symbols.symbol import Symbol, parse_compact
from extractor.lexicon.words import apart, close
from extractor.records import replace

_NUMBERED = compiled(r"(.*?)(?<!\d)(\d+)")
_DASH_GAP = compiled(r"[ \x00]?(?:\n[ \t]{0,60})?-[ \x00]?(?:\n[ \t]{0,60})?")
_MAX_RANGE = 60
#: What joins two symbols is no longer than this, line break and all.
_LONGEST_GAP = 8


@cache
def _range_gap() -> re.Pattern[str]:
    """What stands between the first and the last symbol of a range."""
    spaced, unspaced = apart("references", "links.ranges"), close("references", "links.ranges")
    return compiled(rf"[ \x00]?-[ \x00]?|[ \n]{{0,2}}(?:{unspaced})[ \n]{{0,2}}|[ \n]{{1,2}}(?:{spaced})[ \n]{{1,2}}")


def joined(text: str, plain: str, spans: list[SymbolSpan]) -> list[SymbolSpan]:
    """Neighbours joined by a dash are a joint symbol, or a range of papers of one series."""
    result: list[SymbolSpan] = []
    for span in spans:
        before = result[-1] if result else None
        if before is None or "range" in before.flags or span.start < before.end:
            result.append(span)
            continue
        gap = plain[before.end : span.start]
        if len(gap) > _LONGEST_GAP or not gap:
            result.append(span)
            continue
        members = _between(before.symbol, span.symbol) if _range_gap().fullmatch(gap) else []
        if members:
            result.pop()
            both = text[before.start : span.end]
            result += [
                SymbolSpan(both, before.start, span.end, member, before.flags | span.flags | {"range"})
                for member in members
            ]
        elif _DASH_GAP.fullmatch(gap) and _differ(before.symbol, span.symbol):
            result[-1] = replace(before, symbol=_shared(before.symbol, span.symbol), flags=before.flags | {"joint"})
            result.append(replace(span, flags=span.flags | {"joint"}))
        else:
            result.append(span)
    return _with_halves(result) if any("joint" in span.flags for span in result) else result


def _with_halves(spans: list[SymbolSpan]) -> list[SymbolSpan]:
    """The addenda behind a joint symbol belong to each of its halves: ``E/CN.7/2031/3-E/CN.15/2031/3 and Add.1``.

    Those of the first halves share the offsets of the one that is printed.
    """
    known = {span.symbol.text for span in spans}
    result: list[SymbolSpan] = []
    halves: list[Symbol] = []
    for span in spans:
        suffix = suffixes_of(span.symbol.text)
        if "joint" in span.flags:
            halves.append(span.symbol)
        elif halves and suffix and "elliptic" in span.flags:
            for half in halves[:-1]:
                own = half.text.removesuffix(suffixes_of(half.text)) + suffix
                if own not in known:
                    result.append(replace(span, symbol=parse_compact(own), flags=span.flags | {"joint"}))
        else:
            halves = []
        result.append(span)
    return result


def _between(first: Symbol, last: Symbol) -> list[Symbol]:
    one, two = _NUMBERED.fullmatch(first.text), _NUMBERED.fullmatch(last.text)
    if not one or not two or one[1] != two[1] or not 0 < int(two[2]) - int(one[2]) < _MAX_RANGE:
        return []
    return [parse_compact(f"{one[1]}{number}") for number in range(int(one[2]), int(two[2]) + 1)]


def _differ(first: Symbol, last: Symbol) -> bool:
    if (first.body or first.organ) != (last.body or last.organ):
        return True
    # ISBA/40/A/3-ISBA/40/C/18: the letters of two organs
    one, other = first.text.split("/"), last.text.split("/")
    return len(one) == len(other) and any(
        a != b and a.isalpha() and b.isalpha() for a, b in zip(one, other, strict=True)
    )


def _shared(first: Symbol, last: Symbol) -> Symbol:
    suffix = suffixes_of(last.text)
    return parse_compact(first.text + suffix) if suffix and not first.modifications else first
