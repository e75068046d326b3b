"""Damage that text layers do to symbols, and what may be undone on evidence.

Source: format catalogue 6.1 ("damage seen"). Every repair needs a witness: a registered series that the mended text
belongs to, or a date that the symbol's last figures complete.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from extractor.built import compiled, prepared
from extractor.grammar.symbols.elements import SymbolError
from extractor.grammar.symbols.symbol import Symbol, compact, parse_compact
from extractor.lexicon.gate import holds_any
from extractor.lexicon.registry import body_of, series
from extractor.lexicon.words import choice, connectives

_OCR_RES = compiled(r"(?<=/)(RES|DEC)[Il1|](?=\d+/)")
_ARABIC = compiled(r"[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]")
_MIRRORED = compiled(
    r"(?<![A-Za-z0-9/.])(?:\d{1,4}(?:\.(?:Add|Corr|Rev|L|CRP))?)(?:/[A-Z]{1,6}|/\d{1,4}(?:\.[A-Za-z]{1,5})?){1,5}"
    r"(?![A-Za-z0-9/.])"
)
_BARRED = compiled(
    r"(?<![A-Za-z0-9])([AEST])( ?[Ij|] ?)((?:CN|C|AC|CONF)\. ?[\dl]{1,3})\2((?:L\. ?)?[\dl]{1,4})"
    r"(?![\w/])|(?<![A-Za-z0-9])([ES])j(\d{4})(?![\w/])"
)
#: Without one of these nothing in a text can be barred.
_BAR_SIGNS = ("|", "j", "IC", "I C", "IA", "I A")
_BLOWN = compiled(r" ?\. ?(\d{1,4}(?: \d{1,3})?)(?![\d/])")


@lru_cache(maxsize=16384)
def _parsed(text: str) -> Symbol | None:
    try:
        return parse_compact(compact(text.replace("\x00", "")))
    except SymbolError:
        return None


def characters(raw: str) -> str | None:
    """A candidate with misread characters put right; ``None`` where there is nothing to repair.

    As in ``RESI71`` = ``RES/71``, ``C0NF``, ``CN.l4j343``.
    """
    fixed = _OCR_RES.sub(r"\1/", raw)
    fixed = re.sub(r"(?<=[\dlRLA])j(?=[\dlRLAC])", "/", fixed)
    fixed = fixed.replace("C0NF", "CONF")
    fixed = re.sub(r"(?<=[./\d])l(?=[\d/]|$)|(?<=\d)l(?=/|$)", "1", fixed)
    fixed = re.sub(r"(?<=[\d])[O](?=\d|/|$)", "0", fixed)
    return fixed if fixed != raw else None


def headed(plain: str, start: int, end: int) -> tuple[Symbol, int, int] | None:
    """A candidate whose first letters stand apart: ``CED AW/C/UKR/CO/7``."""
    raw = plain[start:end]
    before = re.search(r"(?<![A-Za-z0-9])([A-Z]{1,6})[ \n]$", plain[max(0, start - 8) : start])
    if before:
        head = before[1] + re.match(r"[A-Za-z]*", raw).group()  # type: ignore[union-attr]
        if head in series().heads and len(head) > 1:
            symbol = _parsed(before[1] + raw)
            if symbol is not None and symbol.body is not None:
                return symbol, start - len(before.group()), end
    return None


def rejoined(plain: str, start: int, end: int, scan: re.Pattern[str]) -> tuple[Symbol, int, int] | None:
    """A candidate that is a symbol once a neighbour is joined to it: ``E/C`` + ``N.3/2010/34``, ``SR .23 93``."""
    raw = plain[start:end]
    if plain[end : end + 1] in (" ", "\n"):
        at = end + 1
        while at < end + 12 and plain[at : at + 1] in (" ", "\n", "\t"):
            at += 1
        following = scan.match(plain, at)
        if following:
            symbol = _parsed(raw + following.group())
            longer, shorter = body_of(compact(raw + following.group())), body_of(compact(raw))
            if symbol is not None and longer is not None and longer != shorter and "/" in longer.prefix:
                return symbol, start, following.end()
    if (
        re.search(r" /|/ ", raw)
        and re.search(r"/\s?(?:SR|L|CRP|WP|Add|Rev|INF|PV)$", raw)
        and (match := _BLOWN.match(plain, end))
    ):
        symbol = _parsed(raw + "." + match[1].replace(" ", ""))
        if symbol is not None and symbol.body is not None:
            return symbol, start, match.end()
    return None


@prepared
def _date_after() -> re.Pattern[str]:
    months = "|".join(sorted(series().months, key=len, reverse=True))
    of = choice(connectives("of"))
    return compiled(rf" (?:(?:{of}) )?(?:{months})(?: (?:{of}))? (?:19|20)\d\d(?!\d)")


def before_date(plain: str, stop: int, symbol: Symbol) -> tuple[Symbol, int] | None:
    """The symbol without the day of a date that has run into it.

    ``E/C.12/2005/318 July 2005`` is ``E/C.12/2005/3`` and 18 July.

    The day takes two figures where they make a day and leave a number, else one.
    """
    if plain[stop : stop + 1] != " " or not _date_after().match(plain, stop):
        return None
    match = re.search(r"(?<!\d)(\d+)$", symbol.text)
    if match is None:
        return None
    digits = match[1]
    for size in (2, 1):
        left, day = digits[:-size], digits[-size:]
        if left and day and day[0] != "0" and 1 <= int(day) <= 31:
            shorter = _parsed(symbol.text[: match.start()] + left)
            if shorter is not None:
                return shorter, stop - size
    return None


def damaged(text: str, plain: str, found: Sequence[Any], make: Callable[..., Any]) -> list[Any]:
    """Symbols that the scan cannot see.

    Their slashes are read as bars or letters, or their components are mirrored in right-to-left lines.
    """
    spans = []
    for match in _BARRED.finditer(plain) if holds_any(plain, _BAR_SIGNS) else ():
        if match[1]:
            mended = "/".join(
                (match[1], match[3].replace("l", "1").replace(" ", ""), match[4].replace("l", "1").replace(" ", ""))
            )
        else:
            mended = f"{match[5]}/{match[6]}"
        symbol = _parsed(mended)
        if symbol is not None and body_of(symbol.text) is not None:
            spans.append(
                make(text[match.start() : match.end()], match.start(), match.end(), symbol, frozenset({"repaired"}))
            )
    if not plain.isascii() and _ARABIC.search(plain):
        for match in _MIRRORED.finditer(plain):
            if not _ARABIC.search(plain[max(0, match.start() - 40) : match.end() + 40]):
                continue
            pieces = [re.sub(r"^(\d+)\.([A-Za-z]+)$", r"\2.\1", piece) for piece in reversed(match.group().split("/"))]
            symbol = _parsed("/".join(pieces))
            if symbol is not None and symbol.organ in series().heads and len(pieces) > 2 and pieces[0].isalpha():
                spans.append(
                    make(text[match.start() : match.end()], match.start(), match.end(), symbol, frozenset({"repaired"}))
                )
    return [span for span in spans if not any(one.start < span.end and one.end > span.start for one in found)]
