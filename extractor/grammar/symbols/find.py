"""``find_symbols``: every document symbol in a text, with the place where it stands.

The scan looks for capital-letter components joined by slashes, reads each candidate with the same grammar as
``parse_symbol``, and then reads what follows it: parts in brackets, sessions of old resolutions, and elliptic lists
(``and Add.1-4``). Sources: format catalogue 6.1 and the library's guide to symbols. One pass, every repetition
bounded: the time grows linearly with the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from extractor.built import compiled
from extractor.grammar.symbols import repair
from extractor.grammar.symbols.agency_search import agency_symbols
from extractor.grammar.symbols.elements import SymbolError
from extractor.grammar.symbols.ellipsis import expand_last, read_tail, resolution_letter
from extractor.grammar.symbols.fold import fold, invisible_to_nul, latinize
from extractor.grammar.symbols.neighbours import joined
from extractor.grammar.symbols.span import SymbolSpan, make_span
from extractor.grammar.symbols.symbol import Symbol, compact, parse_compact
from extractor.lexicon.registry import series
from extractor.memo import remembered
from extractor.records import replace

# A space behind the letters of a kind of paper: `Rev. 1`, `L. 12`. They end no sentence.
_AFTER_KIND = (
    r"[ \x00](?=\d{1,3}(?!\d))(?:(?<=/L\.[ \x00])|(?<=/(?:WP|SR|PV)\.[ \x00])"
    r"|(?<=/(?:CRP|INF|Inf|Add|ADD|Rev|REV)\.[ \x00])"
    r"|(?<=/(?:Corr|CORR|Misc|MISC)\.[ \x00])|(?<=/Amend\.[ \x00]))"
)
_COMPONENT = (
    rf"[A-Za-z0-9]{{1,24}}+(?:(?:&|(?<=[A-Za-z])\.(?:[ \x00]?\n[ \t]{{0,60}}(?=[0-9IVX])|{_AFTER_KIND})?"
    r"|\.|-(?:\n[ \t]{0,60}(?=[A-Z]))?)"
    r"[A-Za-z0-9]{1,24}+){0,6}+(?:\((?:[A-Z0-9-]{1,9}|Sect\.\d{1,3}|(?:SES|PLEN)\.\d{1,3}(?:/\d{1,3})?)\)[A-Z]?"
    r"(?![a-z]))?"
)
_SEPARATOR = r"[ \t\x00]{0,2}(?:\n[ \t]{0,60})?/[ \t\x00]{0,2}(?:\n[ \t]{0,60})?"
# Both scanners begin with a set of letters, what must stand before it looked at after: the search then passes over all
# other letters at once.
_SCAN = compiled(
    rf"[A-Z](?<![A-Za-z0-9_@/][A-Z])"
    rf"(?:[A-Za-z0-9]{{0,23}}+(?:[.&-][A-Za-z0-9]{{1,24}}+){{0,4}}+(?:\([A-Z0-9-]{{1,8}}\))?)"
    rf"(?:{_SEPARATOR}(?:{_COMPONENT}|\(\d{{1,4}}\)(?=/))){{1,14}}"
)
_URL = compiled(r"(?:https?://|ftp://|www\.)[^\s<>\"]{1,2000}|[\w.+-]{1,64}@[\w.-]{1,200}")
_PART = compiled(
    r"\)?[ \x00]?(?:\n[ \t]{0,60})?[\[(]\s?(?:Parts?|Vols?\.?|Volume|Resumptions?|Resumed|Sect\.?|Section|Supp|Suppl"
    r"|SUPP|Summary|Excerpt|Introduction|Foreword|Income sect\.|Plan outline)"
    r"[ .]{0,2}[0-9A-Za-z ,./&-]{0,24}[\])](?:/(?:Add|Corr|Rev|Amend)\.?\s?\d{1,3}){0,3}"
)
_SESSION = compiled(
    r"[ \x00]?(?:\n[ \t]{0,60})?\(((?:19|20)\d\d|[IVXL]{1,8}|E?S-[IVX]{1,5})\)(?:[ \x00]?([A-Z])(?![A-Za-z]))?"
)
#: The date of adoption, which ends in the year that the symbols of the Security Council's resolutions bear.
_DATED = compiled(r"[ \x00]?(?:\n[ \t]{0,60})?\(\d{1,2} (?:[^\W\d_]{1,12}\.? ){1,3}((?:19|20)\d\d)\)")
#: The number of a revision or the like behind a space, as agencies print it; no range.
_SPACED = compiled(r" (Add|Amend|Corr|Rev)\. ?(\d{1,3})(?![\d/]|\.\d|[-–]\d)")
_COUNCIL = compiled(r"S/RES/\d{1,4}")
_PLACEHOLDER = compiled(r"/[\x00 ]?(?:[_.\-…?\[x*]|X{2}|$)")
_HEAD_END = compiled(r"[/\s]")
_BREAK = compiled(r"(?<![ \t])[ \t]*+\n[ \t]*+")
_LOOSE = compiled(r"[ \t]/|/[ \t](?!\n)|\x00")
_STARS = compiled(r" ?\*{1,3}")
_REPEATED = compiled(r"/([A-Za-z]{1,5}[./])(\d{1,4})-\1(\d{1,4})$")
#: The head of a symbol of a body that is not known, behind the dash of a joint symbol: `CBD/WG/8/3-IPPC/CPM/2034/3`.
_OTHER_HEAD = compiled(r"(?!(?:ADD|AMEND|CORR|REV)\b)[A-Z]{2,9}")
_MODIFIED = compiled(r"(?:Add|Amend|Corr|Rev)\.?\d")
_YEAR_ALONE = compiled(r"[AE]/(?:RES|DEC)/(?:\d{1,2}|(?:19|20)\d\d)")
_RESOLUTION = compiled(r"(?:^|/)(?:RES|DEC)/")
# A year that the text layer has cut in two: DP/20 25/L.2.
_YEAR_CUT = compiled(r"/(?:19|20)$")
_YEAR_REST = compiled(rf" \d\d(?:{_SEPARATOR}{_COMPONENT}){{1,6}}")


def find_symbols(text: str) -> list[SymbolSpan]:
    """All document symbols of ``text``, elliptic lists and ranges spelled out, in printed order.

    Never raises. Addresses (URLs), fractions, dates, placeholders (``A/80/__``) and bodies (``ECE/TRANS/WP.29``) are
    passed over.
    """
    return list(_found(text))


@remembered
def _found(text: str) -> Sequence[SymbolSpan]:
    folded = fold(text)
    plain = latinize(folded)
    cyrillic = plain != folded
    plain = invisible_to_nul(plain)
    found: list[SymbolSpan] = []
    addresses = _addresses(plain)
    position = 0 if "/" in plain else len(plain)
    while match := _SCAN.search(plain, position):
        start, end = match.span()
        inside = next((stop for begin, stop in _near(addresses, start) if begin <= start < stop), None)
        if inside is not None:
            position = max(inside, start + 1)
            continue
        spans, position = _read(text, plain, start, end)
        if cyrillic:
            spans = [
                replace(span, flags=span.flags | {"repaired"})
                if plain[span.start : span.end] != folded[span.start : span.end].translate(_NULS)
                else span
                for span in spans
            ]
        found.extend(spans)
        position = max(position, start + 1)
    agency = agency_symbols(text, plain)
    if agency:
        found = [
            span for span in found if not any(one.start < span.end and span.start < one.end for one in agency)
        ] + agency
    found.extend(repair.damaged(text, plain, found, SymbolSpan))
    found.sort(key=lambda span: (span.start, span.end))
    return joined(text, plain, found)


_NULS = {ord(char): "\x00" for char in "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"}


def _addresses(plain: str) -> list[tuple[int, int]]:
    if "://" not in plain and "www." not in plain and "@" not in plain:
        return []
    return [match.span() for match in _URL.finditer(plain)]


def _near(addresses: list[tuple[int, int]], start: int) -> list[tuple[int, int]]:
    if not addresses:
        return []
    from bisect import bisect_right

    at = bisect_right(addresses, (start, 1 << 60))
    return addresses[max(0, at - 1) : at]


def _pieces(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """Offsets of the components between the slashes of a candidate."""
    pieces, at = [], start
    for slash in [*(match.start() for match in re.finditer("/", plain[start:end])), end - start]:
        left, right = at, start + slash
        while left < right and plain[left] in " \t\n\x00":
            left += 1
        while right > left and plain[right - 1] in " \t\n\x00":
            right -= 1
        pieces.append((left, right))
        at = start + slash + 1
    return pieces


def _read(text: str, plain: str, start: int, end: int) -> tuple[list[SymbolSpan], int]:
    """The symbols of one candidate and its tail, and where to go on."""
    spans: list[SymbolSpan] = []
    position = end
    for begin, stop, glued in _cut(plain, start, end):
        got, after = _one(text, plain, begin, stop, last=stop == end)
        if glued and got:
            got = [replace(span, flags=span.flags | glued) for span in got]
        spans.extend(got)
        position = max(position, after)
    return spans, position


#: What stands where a second symbol begins: a capital behind a dash or a figure, or a blank.
_MAY_CUT = compiled(r"-\s*[A-Z]|\d[A-Z]|[ \t\n\x00]")


def _cut(plain: str, start: int, end: int) -> list[tuple[int, int, frozenset[str]]]:
    """A candidate cut where a second symbol begins: after the dash of a joint symbol, or without any mark at all."""
    if not _MAY_CUT.search(plain, start, end):
        return [(start, end, frozenset())]
    pieces = _pieces(plain, start, end)
    cuts: list[tuple[int, int, frozenset[str]]] = []
    first = start
    none: frozenset[str] = frozenset()
    for at in range(1, len(pieces) - 1):
        left, right = pieces[at]
        piece = plain[left:right]
        joint = re.search(r"(?<=[0-9A-Za-z)])-\s*([A-Z][A-Za-z0-9]*(?:\.[A-Za-z0-9]+)*(?:\(\d{1,4}\))?)$", piece)
        far = at + 2 < len(pieces) or pieces[-1][1] - pieces[-1][0] > 2
        if (
            joint
            and (_is_head(joint[1]) or (_OTHER_HEAD.fullmatch(joint[1]) and at + 2 < len(pieces)))
            and (far or "." in joint[1] or "(" in joint[1])
            and not _MODIFIED.match(plain, pieces[at + 1][0])
            and re.search(r"\d[A-Z]?\)?$", piece[: joint.start()])
        ):
            cuts.append((first, left + joint.start(), none))
            first = left + joint.start(1)
            continue
        glued = re.search(r"(?<=\d)([A-Z][A-Z]{0,6})$", piece)
        if glued and _is_head(glued[1]) and at > 1 and piece[0].isdigit() | ("." in piece):
            cuts.append((first, left + glued.start(), frozenset({"glued"})))
            first = left + glued.start()
            continue
        gap = plain[pieces[at - 1][1] : left]
        if " " in gap and plain[pieces[at - 1][1] - 1].isdigit() and _is_head(piece) and not piece.isdigit() and at > 1:
            cuts.append((first, pieces[at - 1][1], none))
            first = left
    cuts.append((first, end, none))
    if any("glued" in flags for _, _, flags in cuts):
        cuts = [(begin, stop, frozenset({"glued"})) for begin, stop, _ in cuts]
    return cuts


def _is_head(word: str) -> bool:
    heads = series().heads
    return word in heads or word.split(".")[0] in heads or word.split("(")[0] in heads


def _one(text: str, plain: str, start: int, end: int, last: bool) -> tuple[list[SymbolSpan], int]:
    """Read one candidate; ``last``: what follows it in the text belongs to it."""
    if plain[end : end + 1] == "/" and _PLACEHOLDER.match(plain[end : end + 5]):
        return [], end
    flags: set[str] = set()
    if _YEAR_CUT.search(plain, start, end) and (rest := _YEAR_REST.match(plain, end)):
        symbol = _try(plain[start:end] + rest.group().strip())
        if symbol is not None and symbol.body is not None:
            return [make_span(text, start, rest.end(), symbol, {"repaired"})], rest.end()
    raw = plain[start:end]
    mended = None if _is_head(_HEAD_END.split(raw, maxsplit=1)[0]) else repair.headed(plain, start, end)
    symbol, stop = (mended[0], mended[2]) if mended else _longest(plain, start, end, flags)
    if symbol is None:
        mended = repair.rejoined(plain, start, end, _SCAN)
        if mended is None:
            return [], end
    if mended is not None:
        symbol, start, stop = mended
        flags.add("repaired")
    if symbol is None or not _believable(symbol, flags):
        return [], end
    raw = plain[start:stop]
    if "\n" in raw:
        flags.add("broken")
    if _LOOSE.search(_BREAK.sub("", raw) if "\n" in raw else raw):
        flags.add("repaired")
    dated = repair.before_date(plain, stop, symbol) if last else None
    if dated is not None:
        symbol, stop = dated
        return [make_span(text, start, stop, symbol, flags | {"glued"})], stop
    if last:
        symbol, stop = _after(plain, stop, symbol)
    members = expand_last(symbol)
    if members:
        spans = [make_span(text, start, stop, member, flags | {"range"}) for member in members]
    else:
        spans = [make_span(text, start, stop, symbol, flags)]
    if not last:
        return spans, stop
    tail, after = read_tail(plain, stop, spans[-1].symbol)
    if tail:
        spans += [make_span(text, begin, finish, member, {"elliptic", *more}) for begin, finish, member, more in tail]
        return spans, after
    stars = _STARS.match(plain, stop, stop + 4)
    if stars and not members:
        starred = Symbol(symbol.text, symbol.components, symbol.joint, stars.group().count("*"))
        spans = [make_span(text, start, stop, starred, flags | {"reissued"})]
    return spans, stop


def _longest(plain: str, start: int, end: int, flags: set[str]) -> tuple[Symbol | None, int]:
    """The candidate as one symbol, cut back where a word or a stray mark has run into its end."""
    raw = plain[start:end]
    # A range may repeat the element: L.1-L.4 is L.1-4.
    symbol = _try(_REPEATED.sub(r"/\1\2-\3", raw) if "-" in raw else raw)
    if symbol is not None:
        return symbol, end
    if re.search(r"/(?:Add|Corr|Rev|Amend)$", raw) and (
        match := re.match(r" (\d{1,3})(?![\d/])", plain[end : end + 5])
    ):
        symbol = _try(f"{raw}.{match[1]}")
        if symbol is not None:
            return symbol, end + match.end()
    word = re.search(
        r"(?<=\d)[a-z]{2,24}$|\([A-Z0-9-]+\)$|[.&-][A-Za-z]{1,24}$|/\s*(?!x+$|n+$)[a-z]{3,24}(?:[.-][A-Za-z0-9]+)*$",
        raw,
    )
    if word is not None:
        symbol = _try(raw[: word.start()])
        if symbol is not None:
            if word.group()[0].isalpha():
                flags.add("glued")
            return symbol, start + word.start()
    fixed = repair.characters(raw)
    if fixed is not None:
        symbol = _try(fixed)
        if symbol is not None:
            flags.add("repaired")
            return symbol, end
    return None, end


@lru_cache(maxsize=16384)
def _try(raw: str) -> Symbol | None:
    try:
        return parse_compact(compact(raw.replace("\x00", "")))
    except SymbolError:
        return None


def _believable(symbol: Symbol, flags: set[str]) -> bool:
    """Running text holds look-alikes that nobody would hand to ``parse_symbol``: ``A/5``, ``PC/3``, ``ABC/2``."""
    texts = symbol.text.split("/")
    head = texts[0]
    kinds = {part.kind for part in symbol.components[1:]}
    if kinds <= {"number", "session", "year"}:
        if head in series().shared_heads:
            return False
        digits = texts[1].split("(")[0] if len(texts) == 2 else ""
        if (
            len(texts) == 2
            and head.isalpha()
            and (
                (len(head) == 1 and (len(digits) < 3 or re.fullmatch(r"(?:19[5-9]|20[0-9])\d", digits)))
                or len(digits) < 2
            )
        ):
            return False
    if _YEAR_ALONE.fullmatch(symbol.text):
        return False
    if _is_head(head):
        return True
    # A series that is not in the registry must show itself by a numbered element of its own, or by year and number.
    flags.add("unregistered")
    if len(head) < 2 or not head.isupper() or ("-" in head and any(char.isdigit() for char in head)):
        return False
    return bool(kinds & {"body", "nature", "modification"} and len(texts) > 2) or (
        symbol.year is not None and symbol.number is not None and len(texts) > 2 and len(head) > 2
    )


def _after(plain: str, stop: int, symbol: Symbol) -> tuple[Symbol, int]:
    """Read the brackets and letters that belong to the symbol before them.

    As in ``(Part I)``, ``(2001)``, ``(XXI) A``, ``B``.
    """
    resolution = _RESOLUTION.search(symbol.text) is not None
    if resolution and (match := _SESSION.match(plain, stop)):
        letter = match[2] or ""
        longer = _try(f"{symbol.text}({match[1]}){letter}")
        if longer is not None:
            return longer, match.end()
    if resolution and _COUNCIL.fullmatch(symbol.text) and (match := _DATED.match(plain, stop)):
        return _try(f"{symbol.text}({match[1]})") or symbol, match.end()
    if (
        resolution
        and not symbol.modifications
        and symbol.text[-1].isdigit()
        and (match := resolution_letter().match(plain, stop))
    ):
        session = _SESSION.match(plain, match.end())
        longer = _try(f"{symbol.text}({session[1]}){match[1]}" if session else symbol.text + match[1])
        if longer is not None:
            return longer, (session or match).end()
    if not resolution and symbol.text[-1].isdigit() and (match := _SPACED.match(plain, stop)):
        longer = _try(f"{symbol.text}/{match[1]}.{match[2]}")
        if longer is not None:
            return longer, match.end()
    if match := _PART.match(plain, stop):
        printed = match.group()
        # A closing bracket may stand between paper and part where only the paper is a link: "(DP/1) (Part I)".
        stray = printed.startswith(")")
        if not stray or _unclosed(plain, stop):
            longer = _try(symbol.text + printed.lstrip(") \n\t\x00"))
            if longer is not None:
                return longer, match.end()
    return symbol, stop


def _unclosed(plain: str, stop: int) -> bool:
    before = plain[max(0, stop - 120) : stop]
    return before.rfind("(") > before.rfind(")")
