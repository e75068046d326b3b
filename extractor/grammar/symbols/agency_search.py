"""Symbols of agency series with inner spaces in a text (``CL 128/INF/1``)."""

from __future__ import annotations

import re

from extractor.grammar.symbols.agency import scanner
from extractor.grammar.symbols.elements import SymbolError
from extractor.grammar.symbols.span import SymbolSpan, make_span
from extractor.grammar.symbols.symbol import parse_symbol

_AGENCY_HINT = re.compile(
    r"[A-Z0-9(-](?:(?<=[A-Z])(?:\d{1,3}(?:/(?:\d|INF|DIV|CONF)|[.(][R\d])| \d{1,4}(?:\.\d)?/)|(?<=\d) (?:EX|C)/"
    r"|(?<=M)ED\.\d|(?<=C)AR\.\d|(?<=[WI])G\.\d|(?<=G)B\.\d|(?<=I)LC\.\d"
    r"|(?<=[ -][IVXLC])[IVXLC]{0,5}/\d|(?<=\()(?:PLEN|SES)|(?<=-)WP/\d)"
)


def agency_symbols(text: str, plain: str) -> list[SymbolSpan]:
    """Symbols of agency series with inner blanks (``CL 128/INF/1``)."""
    spans: list[SymbolSpan] = []
    for hint in _AGENCY_HINT.finditer(plain):
        if spans and hint.start() < spans[-1].end:
            continue
        after = spans[-1].end if spans else 0  # `CL 188/9; CL 188/10`: the second lies close behind the first
        match = scanner().search(plain, max(after, hint.start() - 17), hint.end() + 60)
        if match is None:
            continue
        try:
            symbol = parse_symbol(match.group())
        except SymbolError:
            continue
        if symbol.organ in ("A", "C", "FC", "PC") and not _agency_context(match.group()):
            continue
        spans.append(make_span(text, match.start(), match.end(), symbol, set()))
    return spans


def _agency_context(printed: str) -> bool:
    """``C 20/3`` and ``A4/80`` look like much else: ask for a session of likely size."""
    likely = (
        r"A[5-9]\d/(?:\d|INF)|C (?:19|20)\d\d/|(?:FC|PC) \d{2,3}/|\d{1,3} (?:EX|C)/|A/FCTC|C\d\d/\d{1,4}\S*-[A-Z]"
        r"|[AC]\d{0,2}-WP/"
    )
    return re.match(likely, printed) is not None
