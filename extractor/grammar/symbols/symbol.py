"""``parse_symbol``: one document symbol, read into its elements.

Sources: the library's guide to document symbols (organ / subsidiary body / session or year / nature / number /
modification), the note on harmonized treaty-body symbols (2005), and format catalogue 6.1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property, total_ordering

from extractor.grammar.symbols.fold import INVISIBLE, fold, latinize
from extractor.lexicon.registry import Body, bodies, body_of, countries, series

LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")


class SymbolError(ValueError):
    """The text is not a document symbol; the message says why."""


@dataclass(frozen=True, slots=True)
class Component:
    """One element of a symbol: its ``kind`` and its ``text`` as it stands in the canonical form.

    Kinds: ``organ``, ``body``, ``word``, ``session``, ``year``, ``nature``, ``cycle``, ``country``, ``number``,
    ``part``, ``modification``.
    """

    kind: str
    text: str


@total_ordering
@dataclass(frozen=True, eq=False)
class Symbol:
    """A document symbol. ``str()`` is the canonical form: no blanks (but in agency series), plain hyphens, no
    reissue mark.

    Symbols are equal across spelling variants (blanks, dashes, ``ADD``/``Add``, ``Rev1``/``Rev.1``, ``RES``/``Res``);
    they sort by series, then by number as numbers.
    """

    text: str
    components: tuple[Component, ...] = ()
    joint: tuple[Symbol, ...] = ()
    stars: int = 0
    _memo: dict[str, object] = field(default_factory=dict, repr=False)

    def __str__(self) -> str:
        return self.text

    @cached_property
    def key(self) -> str:
        """The form that equality and hashing compare."""
        text = re.sub(r"[\s]+(?=(?:Rev|Add|Corr|Amend|Prov|Annex|Sup)\b)", "/", self.text).upper()
        text = re.sub(r"(?<=[/-])(ADD|AMEND|CORR|REV|MISC|INF|RES|DEC|SUP)[. ]?(?=\d)", r"\1.", text)
        return re.sub(r"\s+", "", text)

    @cached_property
    def sort_key(self) -> tuple[tuple[int, int, str], ...]:
        """Digits as numbers, the rest as text, so that ``/Add.2`` comes before ``/Add.10``."""
        parts = re.findall(r"\d+|[^\d/.]+|/|\.", self.key)
        return tuple((1, int(part), "") if part.isdigit() else (0 if part in "/." else 2, 0, part) for part in parts)

    def __eq__(self, other: object) -> bool:
        return self.key == other.key if isinstance(other, Symbol) else NotImplemented

    def __lt__(self, other: Symbol) -> bool:
        return (self.sort_key, self.key) < (other.sort_key, other.key) if isinstance(other, Symbol) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.key)

    def _first(self, kind: str) -> str | None:
        return next((part.text for part in self.components if part.kind == kind), None)

    def _all(self, *kinds: str) -> tuple[str, ...]:
        return tuple(part.text for part in self.components if part.kind in kinds)

    @property
    def parts(self) -> tuple[Symbol, ...]:
        """The symbols under which the paper is filed: itself, or each of a joint symbol's."""
        return self.joint or (self,)

    @property
    def organ(self) -> str | None:
        """The first component: the organ or the special series."""
        return self._first("organ")

    @property
    def bodies(self) -> tuple[str, ...]:
        """The subsidiary bodies, outermost first (``C.6``; ``COP``, ``WG.7``)."""
        return self._all("body")

    @property
    def session(self) -> str | None:
        """The session as printed in the symbol: ``80``, ``S-33``, ``ES-11``, ``XXI``."""
        return self._first("session")

    @property
    def year(self) -> int | None:
        """The year element, or the year in brackets of a Security Council resolution."""
        year = self._first("year")
        return int(year) if year else None

    @property
    def country(self) -> str | None:
        """The ISO 3166 alpha-3 code of a report to a treaty body or the periodic review."""
        return self._first("country")

    @property
    def nature(self) -> str | None:
        """The nature element without its number: ``L``, ``CRP``, ``RES``, ``SER.A``."""
        return self._first("nature")

    @property
    def cycle(self) -> tuple[str, ...]:
        """Codes of the treaty-body reporting cycle: ``CO``, ``Q``, ``LOIPR``."""
        return self._all("cycle")

    @property
    def number(self) -> str | None:
        """The number within the series, a range as printed: ``1``, ``3-4``, ``120B``."""
        numbers = self._all("number")
        return numbers[-1] if numbers else None

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers that a combined report covers: ``CO/3-4`` gives 3 and 4."""
        match = re.fullmatch(r"(\d+)-(\d+)", self.number or "")
        if match and int(match[1]) <= int(match[2]) < int(match[1]) + 1000:
            return tuple(range(int(match[1]), int(match[2]) + 1))
        digits = re.match(r"\d+", self.number or "")
        return (int(digits[0]),) if digits else ()

    @property
    def modifications(self) -> tuple[str, ...]:
        """Addenda, corrigenda, revisions, parts and the like in order."""
        return self._all("modification", "part")

    @property
    def reissued(self) -> bool:
        """The symbol was printed with the asterisk of a reissue for technical reasons."""
        return self.stars > 0

    @property
    def base(self) -> Symbol:
        """The symbol without its modifications."""
        text = self.text
        for part in reversed(self.components):
            if part.kind not in ("modification", "part"):
                break
            text = text[: text.rfind(part.text)].rstrip("/ -")
        return parse_symbol(text) if text != self.text and text else self

    @property
    def body(self) -> Body | None:
        """The registry row of the issuing body (longest prefix), ``None`` where the series is not known."""
        return body_of(self.parts[0].text)

    def url(self, language: str = "en") -> str:
        """The address of the paper in the official document system: ``https://undocs.org/en/A/80/150``.

        Raises ``ValueError`` for a language that is not one of the six. Source: un-documents conventions, observed
        2025.
        """
        if language not in LANGUAGES:
            raise ValueError(f"no official language: {language!r}")
        return f"https://undocs.org/{language}/{self.parts[0].text.replace(' ', '%20')}"

    def filename(self, language: str = "en") -> str:
        """The library's file name: slash to ``_``, full stop to ``-``, and the language (``A_80_150-EN.pdf``)."""
        if language not in LANGUAGES:
            raise ValueError(f"no official language: {language!r}")
        from extractor.grammar.symbols.filenames import to_filename

        return to_filename(self.text, language)

    def explain(self) -> str:
        """What the symbol says, in one English sentence."""
        from extractor.grammar.symbols.explain import explain

        return explain(self)


_YEAR = re.compile(r"(?:19[4-9]|20[0-9])\d")
_SESSION = re.compile(r"E?S-(?:\d{1,3}|[IVXLC]+)")
_NUMBER = re.compile(r"\d{1,6}(?:-\d{1,6})?")
_LETTERED = re.compile(r"\d{1,5}[A-Z]{1,2}")
_BRACKETED = re.compile(r"(\d{1,5}[A-Z]?)\(([^()]+)\)([A-Z]{0,2})")
_ROMAN = re.compile(r"(?=[IVXLC])L?X{0,4}(?:IX|IV|V?I{0,3})|XL(?:IX|IV|V?I{0,3})|XC(?:IX|IV|V?I{0,3})|C")
_SESSION_BRACKET = re.compile(r"[IVXL]+|E?S-[IVX\d]+|ORG-\d+|PLEN\.\d+|SES\.\d+(?:/\d+)?|\d{1,4}")
_TYPED = re.compile(
    r"([A-Za-z][A-Za-z&-]*(?:\.[A-Za-z]+)*)\.([0-9]{1,5}(?:-\d{1,5}|-[A-Z]|(?:\.\d{1,3}){1,2})?|[IVX]{1,6}|[A-Z])"
    r"([a-z]?)(?:\(([^()]+)\))?"
)
_WORD = re.compile(r"[A-Za-z][A-Za-z&]*(?:[-.][A-Za-z&]+)*(?:\d{1,4}[A-Z]?)?(?:\([A-Z0-9][A-Za-z0-9.-]*\))?")
# Boards of agencies letter the parts of an item's papers (WFP/EB.A/2024/5-B); the Council brackets a resolution's
# number.
_SUFFIXED = re.compile(r"\d{1,4}-[A-Z]")
_IN_BRACKETS = re.compile(r"\(\d{1,4}\)")
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_MODIFICATION = re.compile(r"(?i:(Add|Amend|Corr|Rev|Annex|Sup|Excerpt|Summary))(?:\.?([0-9]{1,4}))?([a-z]?)")
_PART = re.compile(
    r"\((?:Part|Parts|Vol|Volume|Resumption|Resumed|Sect|Section|Chap|Supp|Suppl|SUPP|Summary|Excerpt|Annex|Prov"
    r"|Advance"
    r"|[Aa]nnotated)[A-Za-z0-9./&,-]*\)"
)
_DECIMAL = re.compile(r"\d{1,3}\.\d{1,3}")
_UNNUMBERED = frozenset(("ADD", "AMEND", "CORR", "REV"))
_PLACEHOLDER = re.compile(r"X{3,}|Y{3,}|N{3,}|_+|x{2,}|\.{2,}")
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_JOINT = re.compile(r"(?<=[0-9A-Za-z)])-(?=([A-Z][A-Z0-9]*(?:\.[A-Za-z0-9]+)*)(?:\([^()]*\))?/)")
_PART_START = re.compile(
    r"(?<=[A-Za-z0-9])[\(\[](?=(?:Part|Vol|Resum|Sect|Chap|Supp|SUPP|Summ|Excerpt|Annex|Prov|Advance|[Aa]nnot))"
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


def compact(text: str) -> str:
    """A symbol's text in plain characters without blanks: ``A/80/15 (Part I)`` gives ``A/80/15(PartI)``."""
    text = _INVISIBLE.sub("", latinize(fold(text)))
    text = (
        re.sub(r"(?i)(?<=[a-z])\.?\s+(?=\d)", ".", text)
        if re.search(r"(?i)\b(?:Rev|Add|Corr|Amend)\s+\d", text)
        else text
    )
    text = re.sub(r"[\[]((?:Part|Vol|Resum|Sect)[^\[\]]*)[\]]", r"(\1)", text)
    text = re.sub(r"\s+", "", text)
    # The letter part of an old resolution may stand between number and session: 2200 A (XXI) is filed as 2200(XXI)A.
    return re.sub(r"(RES/\d+)([A-Z])(\([A-Z-]+\))$", r"\1\3\2", text)


def parse_symbol(text: str) -> Symbol:
    """Read ``text``, which must be one symbol (joint symbols count as one) and nothing else.

    Blanks, dashes of any kind, invisible marks and trailing asterisks are allowed. Raises ``SymbolError`` with the
    reason for anything else: dates, fractions, addresses, bodies without a number, placeholders.
    """
    raw = _INVISIBLE.sub("", fold(text)).strip()
    bare = raw.rstrip("* ")
    stars = raw.count("*", len(bare))
    if not bare:
        raise SymbolError("empty text")
    if len(bare) > 200:
        raise SymbolError("too long for a symbol")
    from extractor.grammar.symbols.agency import parse_agency

    agency = parse_agency(bare)
    if agency is not None:
        canonical, components = agency
        return Symbol(canonical, components, (), stars)
    return parse_compact(compact(bare), stars)


def parse_compact(canonical: str, stars: int = 0) -> Symbol:
    """``parse_symbol`` for text that ``compact`` has folded already."""
    if "/" not in canonical:
        raise SymbolError(f"no slash: {canonical!r}")
    joints = [match.start() for match in _JOINT.finditer(canonical) if _opens(match[1])]
    joints = [at for at in joints if _ends_symbol(canonical[:at])]
    if joints:
        pieces = [
            canonical[start + (start > 0) : end]
            for start, end in zip([0, *joints], [*joints, len(canonical)], strict=True)
        ]
        return _joint(canonical, pieces, stars)
    return Symbol(canonical, components_of(canonical), (), stars)


def _opens(head: str) -> bool:
    table = series()
    return head in table.heads or head.split(".")[0] in table.heads


def _ends_symbol(text: str) -> bool:
    """The text before a joint's dash ends a symbol, not a joint series name such as DP/FPA-ICEF."""
    return bool(re.search(r"\d[A-Z]?(?:\([^()]*\))?$|Summary$", text))


def _joint(canonical: str, pieces: list[str], stars: int) -> Symbol:
    shared = re.search(r"(?:/(?:Add|Amend|Corr|Rev)\.?\d+)+$", pieces[-1])
    own = re.compile(r"/(?:Add|Amend|Corr|Rev)\.?\d+$")
    # A suffix printed once at the end belongs to each of the symbols (A/79/975-S/2025/82/Add.1).
    if shared and not any(own.search(piece) for piece in pieces[:-1]):
        pieces = [piece + shared.group() for piece in pieces[:-1]] + [pieces[-1]]
    parts = tuple(Symbol(piece, components_of(piece)) for piece in pieces)
    return Symbol(canonical, tuple(part for symbol in parts for part in symbol.components), parts, stars)


def components_of(canonical: str) -> tuple[Component, ...]:
    """The elements of one canonical symbol; raises ``SymbolError`` where an element is none."""
    texts = split(canonical)
    head = texts[0]
    if not re.fullmatch(r"[A-Z][A-Za-z0-9]*(?:[.&-][A-Za-z0-9]+)*(?:\([A-Z0-9-]+\))?", head):
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
    if (kinds[-1] in ("nature", "cycle") and result[-1].text != "AGENDA") or sum(
        part.text.upper() in ("RES", "DEC") for part in result
    ) > 1:
        raise SymbolError(f"{canonical!r} lacks the number at its end, or two symbols have run together")
    return tuple(result)


def split(canonical: str) -> list[str]:
    """The components between slashes; bracketed parts (``(PartI)``) stand alone, with their own slashes."""
    texts: list[str] = []
    for piece in re.findall(r"(?:[^/()\[\]]|\([^()]*\)|\[[^\[\]]*\])+|[()\[\]]", canonical):
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
        return _typed(match, text, short, canonical, final=at >= last)
    if roman(text) is not None and (at > 1 or not short) and text not in ("C", "L"):
        return [Component("session", text)]
    if text.upper() in table.natures:
        return [Component("nature", text)]
    if _ORDINAL.fullmatch(text) and not short:
        return [Component("session", text)]
    if _WORD.fullmatch(text) and (
        not short
        or _known_word(text)
        or _deep(texts, at)
        or before in ("ICEF", "ECE", "ESCAP", "CEPAL", "ECA", "ESCWA", "ECWA", "TRANS")
    ):
        return [Component("body" if _known_word(text) else "word", text)]
    if _IN_BRACKETS.fullmatch(text):
        return [Component("session", text)]
    if (_DECIMAL.fullmatch(text) or _SUFFIXED.fullmatch(text)) and not short:
        return [Component("number", text)]
    raise SymbolError(f"{text!r} in {canonical!r} is no element of a symbol")


def _deep(texts: list[str], at: int) -> bool:
    """Two numbers follow, bare or typed: enough to take an unknown capital word under a one-letter head for a body
    (A/WXYZ/2024/1, E/WXYZ/2024/AB/L.1).
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
    stem = re.sub(r"\(.*\)$|\d+$", "", text).upper()
    table = series()
    return stem in table.words or stem in table.bodies_with_number or stem in table.natures


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
