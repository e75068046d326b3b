"""Symbols of agency series with inner spaces in a text (``CL 128/INF/1``)."""

from __future__ import annotations

import re

from extractor.built import compiled
from extractor.grammar.numbering import roman, roman_value
from extractor.grammar.symbols.agency import scanner
from extractor.grammar.symbols.elements import SymbolError
from extractor.grammar.symbols.span import SymbolSpan, make_span
from extractor.grammar.symbols.symbol import Symbol, parse_symbol
from extractor.lexicon.words import choice, connectives
from extractor.records import replace

_AGENCY_HINT = compiled(
    r"[A-Z0-9(-](?:(?<=[A-Z])(?:\d{1,3}(?:/(?:\d|INF|DIV|CONF)|[.(][R\d])| \d{1,4}(?:\.\d)?/)|(?<=\d) (?:EX|C)/"
    r"|(?<=M)ED\.\d|(?<=C)AR\.\d|(?<=[WI])G\.\d|(?<=G)B\.\d|(?<=I)OC[-/]|(?<=I)LC\.\d"
    r"|(?<=/R)C\d|(?<=[A-Z]-)\d\d/(?:\d|INF/)|(?<=[CgMVI]-)\d{1,3}/(?:Doc|INF|Inf)\."
    r"|(?<=[ -][IVXLC])[IVXLC]{0,5}/\d|(?<=\()(?:PLEN|SES)|(?<=-)WP/\d|(?<=\d P)[Rr][Oo][Vv]\b)"
)
#: A symbol begins so far before its hint at most; before the mark of a draft all of it stands.
_BACK, _BACK_FROM_DRAFT = 17, 40

#: No list or range of papers of an agency is longer.
LONGEST_RANGE = 60
_RANGE_REST = compiled(r"-(\d{1,3})(?![\d/A-Za-z])")
_LAST_NUMBER = compiled(r"(?<!\d)(\d{1,3})$")
_MODIFIED = compiled(r"(?:[ /-](?:Add|Corr|Rev)\.\d{1,3}){1,3}$")
_MORE = compiled(
    rf"(?:\s?[,;]\s?|\s(?:{choice(connectives('and'))})\s){{1,2}}(?P<kind>Add|Corr|Rev)\."
    r"(?:\s?(?P<first>\d{1,3})(?!\d|\s(?:EX|C)/)(?:\s?-\s?(?:Add\.|Corr\.|Rev\.)?(?P<last>\d{1,3}))?|(?<=Corr\.)|(?<=Add\.))"
    r"(?![\d/A-Za-z])"
)


#: The part of a paper of UNESCO that ends its symbol: `241 EX/5.I`, `241 EX/4.I.A`.
_PART = compiled(r"(\d{1,3} (?:EX|C)/)(\d{1,3})\.([IVX]{1,5})(?:\.([A-Z]))?")
_PART_RANGE = compiled(r"-([IVX]{1,5}|[A-Z])(?![\w/]|\.\w)")
_MORE_PARTS = compiled(
    rf"(?:\s?[,;]\s?|\s(?:{choice(connectives('and'))})\s){{1,2}}(?:(\d{{1,3}})\.)?([IVX]{{1,5}})(?:\.([A-Z]))?(?![\w/]|\.\w)"
)


def agency_symbols(text: str, plain: str) -> list[SymbolSpan]:
    """Symbols of agency series with inner blanks (``CL 128/INF/1``)."""
    spans: list[SymbolSpan] = []
    for hint in _AGENCY_HINT.finditer(plain):
        if spans and hint.start() < spans[-1].end:
            continue
        after = spans[-1].end if spans else 0  # `CL 188/9; CL 188/10`: the second lies close behind the first
        back = _BACK_FROM_DRAFT if hint.group().upper() == "PROV" else _BACK
        match = scanner().search(plain, max(after, hint.start() - back), hint.end() + 60)
        while match is not None and match.end() <= hint.start():  # that is another, before this one
            match = scanner().search(plain, match.end(), hint.end() + 60)
        if match is None:
            continue
        try:
            symbol = parse_symbol(match.group())
        except SymbolError:
            continue
        if symbol.organ in ("A", "C", "FC", "PC") and not _agency_context(match.group()):
            continue
        spans += _ranged(text, plain, symbol, *match.span())
        spans += _more_parts(text, plain, spans[-1])
        spans += _tail(text, plain, spans[-1])
    return spans


def _ranged(text: str, plain: str, symbol: Symbol, start: int, end: int) -> list[SymbolSpan]:
    """The papers of a range (``227 EX/SR.1-7``), else the symbol alone."""
    if parts := _parts(text, plain, symbol, start, end):
        return parts
    rest, number = _RANGE_REST.match(plain, end), _LAST_NUMBER.search(symbol.text)
    if rest is None or number is None or not 0 < int(rest[1]) - int(number[1]) < LONGEST_RANGE:
        return [make_span(text, start, end, symbol, set())]
    stem = symbol.text[: number.start()]
    return [
        make_span(text, start, rest.end(), parse_symbol(f"{stem}{at}"), {"range"})
        for at in range(int(number[1]), int(rest[1]) + 1)
    ]


def _parts(text: str, plain: str, symbol: Symbol, start: int, end: int) -> list[SymbolSpan]:
    """The parts of a range of them (``241 EX/5.I-III``, ``241 EX/4.I.A-B``)."""
    part, rest = _PART.fullmatch(symbol.text), _PART_RANGE.match(plain, end)
    if part is None or rest is None:
        return []
    session, number, main, letter = part.groups()
    if letter:
        names = [f"{main}.{chr(at)}" for at in range(ord(letter), ord(rest[1][0]) + 1)]
    else:
        first, last = roman_value(main), roman_value(rest[1])
        names = [roman(at) for at in range(first, last + 1)] if first and last else []
    if not 1 < len(names) <= LONGEST_RANGE:
        return []
    members = [parse_symbol(f"{session}{number}.{name}") for name in names]
    return [make_span(text, start, rest.end(), member, {"range"}) for member in members]


def _more_parts(text: str, plain: str, span: SymbolSpan) -> list[SymbolSpan]:
    """The parts of which the session is not printed again (``241 EX/4.I and 4.II``, ``240 EX/32.I and II``)."""
    found: list[SymbolSpan] = []
    part, end = _PART.fullmatch(span.symbol.text), span.end
    while part and (more := _MORE_PARTS.match(plain, end)) and len(found) < LONGEST_RANGE:
        name = f"{part[1]}{more[1] or part[2]}.{more[2]}" + (f".{more[3]}" if more[3] else "")
        begin = more.start(1) if more[1] else more.start(2)
        found += [
            replace(one, flags=one.flags | {"elliptic"})
            for one in _ranged(text, plain, parse_symbol(name), begin, more.end())
        ]
        end = found[-1].end
    return found


def _tail(text: str, plain: str, span: SymbolSpan) -> list[SymbolSpan]:
    """The papers of which only the suffix is printed (``228 EX/5.I and Add.1-2``)."""
    found: list[SymbolSpan] = []
    stem = _MODIFIED.sub("", span.symbol.text)
    end = span.end
    while (more := _MORE.match(plain, end)) and len(found) < LONGEST_RANGE:
        if more["first"] is None:  # `232 EX/4 and Corr.`: the only one has no number
            one = parse_symbol(f"{stem} {more['kind']}.")
            found.append(make_span(text, more.start("kind"), more.end(), one, {"elliptic"}))
            end = more.end()
            continue
        first, last = int(more["first"]), int(more["last"] or more["first"])
        if not first <= last < first + LONGEST_RANGE:
            break
        flags = {"elliptic", "range"} if last > first else {"elliptic"}
        members = [parse_symbol(f"{stem} {more['kind']}.{at}") for at in range(first, last + 1)]
        found += [make_span(text, more.start("kind"), more.end(), one, flags) for one in members]
        end = more.end()
    return found


def _agency_context(printed: str) -> bool:
    """``C 20/3`` and ``A4/80`` look like much else: ask for a session of likely size."""
    likely = (
        r"A[5-9]\d/(?:\d|INF)|C (?:19|20)\d\d/|(?:FC|PC) \d{2,3}/|\d{1,3} (?:EX|C)/|A/FCTC|C\d\d/\d{1,4}\S*-[A-Z]"
        r"|[AC]\d{0,2}-WP/|C 1\d\d/\d{1,2}(?:\([a-z]\)|/\d)"
    )
    return re.match(likely, printed) is not None
