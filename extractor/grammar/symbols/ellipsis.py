"""Elliptic lists and ranges after a symbol: ``and Add.1-4``, ``/Add.14-16, 21, 42/Rev.1 and 47``, ``SR.1 et 2``.

Source: format catalogue 6.1 ("elliptical lists", "ranges") and 3.5 ("grouped suffixes").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extractor.built import compiled, prepared
from extractor.grammar.symbols.classify import suffixes_of
from extractor.grammar.symbols.elements import SymbolError
from extractor.grammar.symbols.symbol import Symbol, parse_compact
from extractor.lexicon.registry import series
from extractor.lexicon.words import apart, close

_MAX_RANGE = 100
_BARE_SUFFIXED = compiled(r"(\d{1,3})((?:/(?:Add|Corr|Rev|Amend)\.?\s?\d{1,3}){1,3})")
_NATURE = compiled(
    r"/?((?:L|CRP|SR|PV|WP|NGO|INF|MISC|Misc|R|BP|PET)[./])(\d{1,3})(?!\d|\.\d)(?:\s?-\s?(?:\1)?(\d{1,3})(?!\d))?"
    r"((?:/(?:Add|Corr|Rev|Amend)\.?\s?\d{1,3}){0,2})(?!/)"
)
_SLASHED = compiled(r"/(\d{1,4})(?![\d/.]\d)((?:/(?:Add|Corr|Rev|Amend)\.?\s?\d{1,3}){0,2})(?![/\w])")
_LETTER = compiled(r"([A-Z])(?![A-Za-z0-9/]|\.\w)")
_PART = compiled(r"[(\[]\s?(Part|Vol\.?|Volume)[ .]{0,2}([IVXLC]{1,6}|\d{1,2})[)\]]")
_WITH_PART = compiled(r"(.*)\((?:Part|Vol\.?|Volume)[IVXLC\d]+\)")
_NATURE_END = compiled(r"(.*/)((?:L|CRP|SR|PV|WP|NGO|INF|MISC|Misc|R|BP|PET)[./])(\d{1,4})")
_RANGE = compiled(r"(.*[/.])(\d{1,4})-(\d{1,4})")
_RANGE_OF_NATURE = compiled(r"(.*/((?:Add|Amend|Corr|Rev|L|SR|PV|CRP|WP|INF)[./]))(\d{1,4})-(?:\2)(\d{1,4})")
_NUMBERED = compiled(r"(.*/)(\d{1,4})")
_OPEN_LIST = compiled(r"(.*/(?:Add|Amend|Corr|Rev|L|SR|PV|CRP|WP|NGO|INF|MISC|Misc)[./]?)(\d{1,4})")
#: A bare number of a list is no larger: beyond it are years and quantities.
_MOST = 400
#: A list has no more members.
_MEMBERS = 200
#: A member of a list: where it begins and ends, its symbol, its flags.
Member = tuple[int, int, Symbol, frozenset[str]]
_LEVELS = {"REV": 0, "ADD": 1, "AMEND": 1, "CORR": 2}


@prepared
def _connector() -> re.Pattern[str]:
    """What joins a further number or suffix to a symbol."""
    joints, ranges = ("references", "symbols.joints"), ("references", "links.ranges")
    spaced, unspaced = apart(*joints), close(*joints)
    its = apart("references", "links.possessives")
    return compiled(
        rf"\s{{0,3}}(?:[,;、，،؛]\s{{0,3}}(?:(?:{spaced}|{unspaced})\s{{0,3}})?|(?:{spaced}|{apart(*ranges)})\s{{1,3}}"
        rf"|(?:{unspaced}|{close(*ranges)}|&|\+)\s{{0,3}}|/(?=(?:Add|Corr|Rev|Amend)\b))(?:(?:{its})\s)?",
        re.ASCII,
    )


def _ranges() -> str:
    """What stands between the first and the last number of a range."""
    return rf"\s?(?:-|{close('references', 'links.ranges')})\s?|\s(?:{apart('references', 'links.ranges')})\s"


@cache
def _typed() -> re.Pattern[str]:
    """A suffix with its number, or a range of them."""
    return compiled(
        r"[(]?/?(Add|Amend|Corr|Rev|Supp|ADD|AMEND|CORR|REV)\.?\s{0,2}(\d{1,3})(?![\d])"
        rf"(?:(?:{_ranges()})(?:/?(?:Add|Amend|Corr|Rev|ADD|CORR|REV)\.?\s?)?(\d{{1,3}})"
        r"(?!\d))?((?:/(?:Add|Corr|Rev|Amend)\.?\s?\d{1,3}){0,3})"
    )


@cache
def _bare_number() -> re.Pattern[str]:
    """A number without the word of its series, or a range of them."""
    return compiled(
        rf"(\d{{1,3}})(?![\d/]|\.\d|\s?%|{apart('layout', 'ordinals')})(?:(?:{_ranges()})(\d{{1,3}})(?![\d/]))?("
        r"(?:/(?:Add|Corr|Rev|Amend)\.?\s?\d{1,3}){0,3})"
    )


@cache
def _numbers_only() -> re.Pattern[str]:
    """A list of nothing but numbers, to the end of the sentence or bracket."""
    spaced, unspaced = apart("references", "symbols.joints"), close("references", "symbols.joints")
    joints = rf",|,? (?:{spaced})|[、،]| ?(?:{unspaced})"
    return compiled(
        rf"\d{{1,3}}(?:(?:{joints})\s{{0,2}}(?:\d{{1,3}}|(?:Add|Corr|Rev)\.\s?\d{{1,3}})){{0,20}}"
        r"(?:\s?[;)\]]|\.?\s*$|\.\s)"
    )


@cache
def resolution_letter() -> re.Pattern[str]:
    """The letter behind the symbol of a resolution."""
    joints = rf"{apart('references', 'symbols.joints')}|{apart('references', 'links.ranges')}"
    behind = apart("references", "symbols.behind_letter")
    return compiled(
        rf" ?([A-Z])(?=\s?(?:$|\([IVXL]{{1,8}}\)|[,.;:)\]\n]|(?:{joints}) [A-Z](?![A-Za-z])|(?:{behind}) ))"
    )


def expand_last(symbol: Symbol) -> list[Symbol]:
    """The papers of a range inside one symbol (``SR.2-6``, ``Add.1-4``, ``/31-32``); ``[]`` where it is one paper.

    A report to a treaty body that is combined (``CEDAW/C/BLZ/5-9``, ``CO/3-4``) is one paper.
    """
    if "-" not in symbol.text:
        return []
    match = _RANGE.fullmatch(symbol.text)
    if not match or symbol.country or symbol.cycle:
        match = _RANGE_OF_NATURE.fullmatch(symbol.text)
        if not match:
            return []
        return _numbers(match[1], int(match[3]), int(match[4]))
    return _numbers(match[1], int(match[2]), int(match[3]))


def _numbers(stem: str, first: int, last: int) -> list[Symbol]:
    if not first < last <= first + _MAX_RANGE:
        return []
    try:
        return [parse_compact(f"{stem}{number}") for number in range(first, last + 1)]
    except SymbolError:
        return []


def _stacked(symbol: Symbol, kind: str) -> str:
    """The text to which a further suffix of ``kind`` is added.

    A corrigendum goes with the paper before it; an addendum or amendment goes with the paper or its revision; a
    suffix of the kind that is there already takes its place.
    """
    text = symbol.text
    printed = suffixes_of(text)
    if not printed:
        return text
    base, suffixes = text[: -len(printed)], re.findall(r"/[A-Za-z]+\.?\d+", printed)
    kinds = [re.match(r"/([A-Za-z]+)", suffix)[1].upper() for suffix in suffixes]  # type: ignore[index]
    if kind in kinds:
        return base + "".join(suffixes[: kinds.index(kind)])
    keep = len(suffixes)
    if kind != "CORR":
        while keep and (
            kinds[keep - 1] == "CORR" or (kind in ("ADD", "AMEND") and kinds[keep - 1] in ("ADD", "AMEND"))
        ):
            keep -= 1
    return base + "".join(suffixes[:keep])


def _may_follow(plain: str, end: int, number: int, before: int) -> bool:
    """Whether a bare number goes on with the list.

    It does when it is larger than the last and nothing after it makes it a quantity or a date.
    """
    if number <= before or number > _MOST:
        return False
    after = re.match(r"[ \n]{0,3}([^\W\d_]+)", plain[end : end + 24])
    if after is None or plain[end : end + 1] in ",;.:)]":
        return not re.match(r"\s?(?:%|\$|°|/\d)", plain[end : end + 3])
    word = after[1]
    if plain[end : end + 1].isalpha() and word.isascii():
        return False
    if word[:1].isupper() and word.isascii() and "\n" not in plain[end : after.end(0) + end]:
        return re.match(r"[ \n]{0,3}[A-Z][A-Za-z]*[./]", plain[end : end + 24]) is not None
    return word.casefold() not in series().after_number and word not in series().months


def read_tail(plain: str, stop: int, symbol: Symbol) -> tuple[list[Member], int]:
    """What an elliptic list after the symbol that ends at ``stop`` stands for, and where the list ends.

    Each with its offsets, symbol and flags.
    """
    found: list[Member] = []
    current, position = symbol, stop
    if plain[stop : stop + 1] == "*":
        position += len(re.match(r"\*{1,3}", plain[stop : stop + 3]).group())  # type: ignore[union-attr]
    prefix, number = _open_list(symbol)
    seen = {prefix: (symbol, number)} if prefix else {}
    plain_number = _NUMBERED.fullmatch(symbol.text)
    if plain_number and not symbol.country:
        seen[plain_number[1]] = (symbol, int(plain_number[2]))
        prefix = prefix or plain_number[1]
    for _ in range(_MEMBERS):
        connector = _connector().match(plain, position)
        if connector is None:
            break
        start = connector.end()
        step = _step(plain, start, symbol if _corrects_report(plain, start, symbol, found) else current, prefix, seen)
        if step is None:
            break
        begin, end, stem, first, last, suffix = step
        if first < 0:
            members = [_parse(stem)]
        else:
            members = [_parse(f"{stem}{value}{suffix}") for value in range(first, min(last, first + _MAX_RANGE) + 1)]
        good = [member for member in members if member is not None]
        if not good or len(good) != len(members):
            break
        flags = frozenset({"range"}) if len(good) > 1 else frozenset()
        found += [(begin, end, member, flags) for member in good]
        current, position = good[-1], end
        if first >= 0:
            prefix = stem
            seen[stem] = (current, last)
    return found, position


def _corrects_report(plain: str, start: int, symbol: Symbol, found: Sequence[Member]) -> bool:
    """Whether a corrigendum behind a range of addenda is that of their report: `A/80/3 and Add.1-3 and Corr.1`.

    Behind a single addendum it is that of the addendum, and so it is in a list of numbers (`Add.18, 22 and Corr.1`).
    """
    if not found or "range" not in found[-1][3] or suffixes_of(symbol.text):
        return False
    match = _typed().match(plain, start)
    return match is not None and match[1].upper() == "CORR"


def _open_list(symbol: Symbol) -> tuple[str | None, int]:
    match = _OPEN_LIST.fullmatch(symbol.text)
    return (match[1], int(match[2])) if match else (None, 0)


def _parse(text: str) -> Symbol | None:
    try:
        return parse_compact(re.sub(r"\s", "", text))
    except SymbolError:
        return None


_Step = tuple[int, int, str, int, int, str]


def _step(
    plain: str, start: int, current: Symbol, prefix: str | None, seen: dict[str, tuple[Symbol, int]]
) -> _Step | None:
    if match := _typed().match(plain, start):
        kind = match[1]
        stem = f"{_stacked(current, kind.upper())}/{kind}."
        first, last = int(match[2]), int(match[3] or match[2])
        if last < first:
            return None
        begin = start + (1 if plain[start] in "(/" else 0)
        return begin, match.end(), stem, first, last, _dotted(match[4])
    match, ending = _NATURE.match(plain, start), _NATURE_END.fullmatch(current.base.text)
    if match and ending and ending[2].upper() == match[1].upper():
        first, last = int(match[2]), int(match[3] or match[2])
        if 0 < first <= last:
            return start, match.end(), ending[1] + ending[2], first, last, _dotted(match[4])
    own = _NUMBERED.fullmatch(current.base.text) if match and not ending and not current.country else None
    if match and own:  # `CBD/WG/8/4 and INF/1-3`: another kind of papers of the same meeting
        first, last = int(match[2]), int(match[3] or match[2])
        if 0 < first <= last:
            return start, match.end(), own[1] + match[1], first, last, _dotted(match[4])
    if plain[start : start + 1] == "/" and (match := _SLASHED.match(plain, start)):
        slashed = re.fullmatch(r"(.*/)\d{1,4}", current.base.text)
        if slashed:
            return start, match.end(), slashed[1], int(match[1]), int(match[1]), _dotted(match[2])
    if (match := _PART.match(plain, start)) and (whole := _WITH_PART.match(current.text)):
        return start, match.end(), f"{whole[1]}({match[1]}{match[2]})", -1, -1, ""
    match = _LETTER.match(plain, start)
    lettered = re.fullmatch(r"(.*/(?:RES|DEC)/\S*\d(?:\([IVX-]+\))?)([A-Z])", current.text) if match else None
    if match and lettered and match[1] > lettered[2]:
        return start, match.end(), lettered[1] + match[1], -1, -1, ""
    if prefix is None:
        return None
    return _bare(plain, start, prefix, seen)


def _bare(plain: str, start: int, prefix: str, seen: dict[str, tuple[Symbol, int]]) -> _Step | None:
    """A number alone: it goes on with the kind of suffix before it, or with an earlier kind that it fits better.

    In ``Add.18, 19, 22 and Corr.1, 30`` the 30 is an addendum: it follows on from 22, not from 1.
    """
    match = _BARE_SUFFIXED.match(plain, start) or _bare_number().match(plain, start)
    if match is None:
        return None
    number = int(match[1])
    stem = prefix
    if "/Corr." in prefix and number != seen[prefix][1] + 1:
        others = [other for other in seen if other != prefix and "/Corr." not in other and number > seen[other][1]]
        stem = others[-1] if others else prefix
    ranged = match.re is _bare_number() and match[2]
    last = int(match[2]) if ranged else number
    suffix = match[3] if match.re is _bare_number() else match[2]
    if last < number or not _may_follow(plain, match.end(), number, seen[stem][1]):
        return None
    # Papers of one series may be listed by their numbers alone (1996/5, 8 and 11); the list must end as lists end.
    if stem[-1] == "/" and not _numbers_only().match(plain, start):
        return None
    return start, match.end(), stem, number, last, _dotted(suffix)


def _dotted(suffix: str | None) -> str:
    return re.sub(r"\s", "", suffix or "")
