"""What each component of a canonical symbol is: organ, body, session, year, nature, number, modification.

Sources: the library's guide to document symbols (organ / subsidiary body / session or year / nature / number /
modification), the note on harmonized treaty-body symbols (2005), and format catalogue 6.1.
"""

from __future__ import annotations

import re

from extractor.built import compiled
from extractor.grammar.symbols.elements import Component, SymbolError
from extractor.lexicon.registry import bodies, countries, series

_HEAD = compiled(r"[A-Z][A-Za-z0-9]*(?:[.&-][A-Za-z0-9]+)*(?:\([A-Z0-9-]+\))?")
_PIECES = compiled(r"(?:[^/()\[\]]|\([^()]*\)|\[[^\[\]]*\])+|[()\[\]]")

_YEAR = compiled(r"(?:19[4-9]|20[0-9])\d")
_SESSION = compiled(r"E?S-(?:\d{1,3}|[IVXLC]+)")
_NUMBER = compiled(r"\d{1,6}(?:-\d{1,6})?")
_LETTERED = compiled(r"\d{1,5}[A-Z]{1,2}")
_BRACKETED = compiled(r"(\d{1,5}[A-Z]?)\(([^()]+)\)([A-Z]{0,2})")
_ROMAN = compiled(r"(?=[IVXLC])L?X{0,4}(?:IX|IV|V?I{0,3})|XL(?:IX|IV|V?I{0,3})|XC(?:IX|IV|V?I{0,3})|C")
_SESSION_BRACKET = compiled(r"[IVXL]+|E?S-[IVX\d]+|ORG-\d+|PLEN\.\d+|SES\.\d+(?:/\d+)?|\d{1,4}")
_TYPED = compiled(
    r"([A-Za-z][A-Za-z&-]*(?:\.[A-Za-z]+)*)\.([0-9]{1,5}(?:-\d{1,5}|-[A-Z]|(?:\.\d{1,3}){1,2})?|[IVX]{1,6}|[A-Z])"
    r"([a-z]?)(?:\(([^()]+)\))?"
)
_WORD = compiled(r"[A-Za-z][A-Za-z&]*(?:[-.][A-Za-z&]+)*(?:\d{1,4}[A-Z]?)?(?:\([A-Z0-9][A-Za-z0-9.-]*\))?")
# Boards of agencies letter the parts of an item's papers (WFP/EB.A/2024/5-B); the Council brackets a resolution's
# number.
_SUFFIXED = compiled(r"\d{1,4}-[A-Z]")
_IN_BRACKETS = compiled(r"\(\d{1,4}\)")
_ORDINAL = compiled(r"\d{1,3}(?:st|nd|rd|th)")
_MODIFICATION = compiled(r"(?i:(Add|Amend|Corr|Rev|Annex|Supp?|Excerpt|Summary))(?:\.?([0-9]{1,4}))?([a-z]?)")
_PART = compiled(
    r"\((?:Part|Parts|Vol|Volume|Resumption|Resumed|Sect|Section|Chap|Supp|Suppl|SUPP|Summary|Excerpt|Annex|Prov"
    r"|Advance|Introduction|Foreword|Incomesect|Planoutline"
    r"|[Aa]nnotated)[A-Za-z0-9./&,-]*\)"
)
_SUFFIX = compiled(r"(?:Add|Amend|Corr|Rev)\.?\d+", re.IGNORECASE)
_DECIMAL = compiled(r"\d{1,3}\.\d{1,3}")
#: Below these stand more series than any list knows: funds, and regional commissions under their names of today and of
#: 1947 to 1980 (E/CN.11, E/CN.12, E/CN.14).
_MANY_SERIES = frozenset(("ICEF", "ECE", "ESCAP", "CEPAL", "ECA", "ESCWA", "ECWA", "TRANS", "CN.11", "CN.12", "CN.14"))
_UNNUMBERED = frozenset(("ADD", "AMEND", "CORR", "REV"))
_PLACEHOLDER = compiled(r"X{3,}|Y{3,}|N{3,}|_+|x{2,}|\.{2,}")
_PART_START = compiled(
    r"(?<=[A-Za-z0-9])[\(\[](?=(?:Part|Vol|Resum|Sect|Chap|Supp|SUPP|Summ|Excerpt|Annex|Prov|Advance|Intro|Forew|Income|Plan"
    r"|[Aa]nnot))"
)


def roman(text: str) -> int | None:
    """The value of a Roman numeral up to 100, ``None`` for other text."""
    if not _ROMAN.fullmatch(text):
        return None
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
    total = 0
    for char, after in zip(text, text[1:] + " ", strict=True):
        value = values[char]
        total += -value if after in values and values[after] > value else value
    return total


def components_of(canonical: str) -> tuple[Component, ...]:
    """The elements of one canonical symbol; raises ``SymbolError`` where an element is none."""
    texts = split(canonical)
    head = texts[0]
    if not _HEAD.fullmatch(head):
        raise SymbolError(f"{canonical!r} does not begin with an organ")
    if head in series().foreign_heads:
        raise SymbolError(f"{head!r} opens no United Nations series")
    result = [Component("organ", head)]
    last = _last_plain(texts)
    for at, text in enumerate(texts[1:], 1):
        result.extend(_classify(text, at, texts, last, canonical))
    if not any(char.isdigit() for text in texts for char in text):
        raise SymbolError(f"{canonical!r} has no number")
    if not _numbered(result) or canonical in bodies():
        raise SymbolError(f"{canonical!r} names a body or series, not a document")
    kinds = [part.kind for part in result]
    # E/CN.6/SW/COMM.LIST/48/R: behind a series and its number, so that `EX/6/R` is none
    restricted = result[-1].text == "R" and kinds[-2:] == ["number", "nature"] and len(kinds) > 3
    if (kinds[-1] in ("nature", "cycle") and result[-1].text != "AGENDA" and not restricted) or sum(
        part.text.upper() in ("RES", "DEC") for part in result
    ) > 1:
        raise SymbolError(f"{canonical!r} lacks the number at its end, or two symbols have run together")
    return tuple(result)


def suffixes_of(text: str) -> str:
    """The modifications at the end of a symbol's text: `/Rev.1/Add.2`; any letter case, empty where there are none."""
    parts = text.split("/")
    first = len(parts)
    while first > 1 and _SUFFIX.fullmatch(parts[first - 1]):
        first -= 1
    return "".join(f"/{part}" for part in parts[first:])


def split(canonical: str) -> list[str]:
    """The components between slashes; bracketed parts (``(PartI)``) stand alone, with their own slashes."""
    texts: list[str] = []
    for piece in _PIECES.findall(canonical):
        start = _PART_START.search(piece)
        if start:
            texts += [piece[: start.start()], piece[start.start() :]]
        else:
            texts.append(piece)
    if canonical.count("/") and (canonical.startswith("/") or canonical.endswith("/") or "//" in canonical):
        raise SymbolError(f"{canonical!r} has an empty component")
    return texts


def _last_plain(texts: list[str]) -> int:
    """The index of the last component that is a bare number: the paper's own, not a session or year."""
    plain = [at for at, text in enumerate(texts) if at and _NUMBER.fullmatch(text)]
    return plain[-1] if plain else -1


def _numbered(parts: list[Component]) -> bool:
    """Some element after the bodies numbers the paper."""
    for part in parts[1:]:
        if part.kind in ("number", "part", "modification") or (part is parts[-1] and part.text == "AGENDA"):
            return True
        if part.kind in ("session", "year") and part is parts[-1]:
            return True
    return False


def _classify(text: str, at: int, texts: list[str], last: int, canonical: str) -> list[Component]:
    table = series()
    short = len(texts[0]) == 1
    if _PLACEHOLDER.fullmatch(text):
        raise SymbolError(f"{canonical!r} has a placeholder for a number")
    if (match := _MODIFICATION.fullmatch(text)) and (
        match[2] or match[1].capitalize() in ("Summary", "Excerpt", "Annex")
    ):
        return [Component("modification", text)]
    if text.upper() in _UNNUMBERED:
        raise SymbolError(f"{text!r} in {canonical!r} lacks its number")
    if _PART.fullmatch(text):
        return [Component("part", text)]
    if _SESSION.fullmatch(text):
        return [Component("session", text)]
    if _NUMBER.fullmatch(text):
        if at == last and _is_number(texts, at):
            return [Component("number", text)]
        return [Component("year" if _YEAR.fullmatch(text) else "session", text)]
    before = texts[at - 1].upper()
    filed = any(piece.upper() in ("RES", "DEC") for piece in texts[:at])
    if filed and _LETTERED.fullmatch(text):
        return [Component("number", text)]
    if match := _BRACKETED.fullmatch(text):
        number, bracket, letters = match.groups()
        if not _SESSION_BRACKET.fullmatch(bracket):
            raise SymbolError(f"{bracket!r} in {canonical!r} is neither session nor year")
        kind = "year" if _YEAR.fullmatch(bracket) else "session"
        return [Component("number", number + letters), Component(kind, bracket)]
    if text in countries() and (at > 1 or not short) and _has_countries(texts):
        return [Component("country", text)]
    if text in table.cycle and _has_cycle(texts):
        return [Component("cycle", text)]
    if match := _TYPED.fullmatch(text):
        return _typed(match, text, short and before not in _MANY_SERIES, canonical, final=at >= last)
    if roman(text) is not None and (at > 1 or not short) and text not in ("C", "L"):
        return [Component("session", text)]
    if text.upper() in table.natures:
        return [Component("nature", text)]
    if _ORDINAL.fullmatch(text) and not short:
        return [Component("session", text)]
    if _WORD.fullmatch(text) and (not short or _known_word(text) or _deep(texts, at) or before in _MANY_SERIES):
        return [Component("body" if _known_word(text) else "word", text)]
    if _IN_BRACKETS.fullmatch(text):
        return [Component("session", text)]
    if (_DECIMAL.fullmatch(text) or _SUFFIXED.fullmatch(text)) and not short:
        return [Component("number", text)]
    raise SymbolError(f"{text!r} in {canonical!r} is no element of a symbol")


def _deep(texts: list[str], at: int) -> bool:
    """Whether two numbers follow, bare or typed.

    That is enough to take an unknown capital word under a one-letter head for a body (A/WXYZ/2024/1,
    E/WXYZ/2024/AB/L.1).
    """
    after = [text for text in texts[at + 1 :] if _NUMBER.fullmatch(text) or _TYPED.fullmatch(text)]
    return texts[at].isupper() and len(after) > 1


def _is_number(texts: list[str], at: int) -> bool:
    """The last bare number is the paper's own unless a numbered nature follows (A/C.6/80/L.1)."""
    table = series()
    for text in texts[at + 1 :]:
        match = _TYPED.fullmatch(text)
        if match and match[1].upper() in table.natures and not _MODIFICATION.fullmatch(text):
            return False
    return True


def _has_countries(texts: list[str]) -> bool:
    return (
        (len(texts) > 2 and texts[1] in ("C", "OP", "SP"))
        or texts[:3] == ["A", "HRC", "WG.6"]
        or texts[0] in ("HRI", "DP", "E", "A")
    )


def _has_cycle(texts: list[str]) -> bool:
    return (len(texts) > 2 and texts[1] in ("C", "OP", "SP", "CORE", "GEN", "C.12")) or texts[0] == "HRI"


def _known_word(text: str) -> bool:
    bracketed = text.endswith(")") and "(" in text
    stem = (text[: text.index("(")] if bracketed else text.rstrip("0123456789")).upper()
    table = series()
    known = (table.words, table.bodies_with_number, table.natures)
    return all(any(part in names for names in known) for part in stem.split("."))  # COMM.LIST


def _typed(match: re.Match[str], text: str, short: bool, canonical: str, *, final: bool) -> list[Component]:
    table = series()
    stem = match[1].upper()
    simple = stem.split(".")[-1]
    if stem in table.natures or (stem.startswith("SER") and stem[3:4] in ("", ".")):
        number = match[2] + match[3]
        if number.isalpha() and stem == "SER":
            return [Component("nature", text)]
        if match[4]:
            return [Component("nature", match[1]), Component("number", number), Component("session", match[4])]
        return [Component("nature", match[1]), Component("number", number)]
    if stem in table.bodies_with_number or simple in table.bodies_with_number or _known_word(match[1]):
        return [Component("body", text)]
    if short:
        raise SymbolError(f"{text!r} in {canonical!r} is no known element")
    # Series of other bodies number their own kinds of papers (MISCs.2, Inf.8, Tech.3, HLS.1).
    return [Component("number" if final and not match[2].isalpha() else "body", text)]
