"""``parse_symbol``: one document symbol, read into its elements.

Sources: the library's guide to document symbols, the note on harmonized treaty-body symbols (2005), and format
catalogue 6.1.
"""

from __future__ import annotations

from extractor.built import compiled
from extractor.grammar.symbols.agency import parse_agency
from extractor.grammar.symbols.classify import components_of, suffixes_of
from extractor.grammar.symbols.elements import Elements, SymbolError
from extractor.grammar.symbols.explain import explain
from extractor.grammar.symbols.fold import fold, latinize
from extractor.lexicon import OFFICIAL
from extractor.lexicon.registry import series
from extractor.lexicon.signs import INVISIBLE

#: A suffix parted from its number, `Add. 1`; what stands between the two; a part of a paper in square brackets.
_APART, _BEFORE_NUMBER = compiled(r"(?i)\b(?:Rev|Add|Corr|Amend)\s+\d"), compiled(r"(?i)(?<=[a-z])\.?\s+(?=\d)")
_IN_BRACKETS = compiled(r"[\[]((?:Part|Vol|Resum|Sect)[^\[\]]*)[\]]")
_LETTERED = compiled(r"(RES/\d+)([A-Z])(\([A-Z-]+\))$")
_END = compiled(r"\d[A-Z]?(?:\([^()]*\))?$|Summary$")

_INVISIBLE = compiled(f"[{INVISIBLE}]")
_JOINT = compiled(
    r"(?<=[0-9A-Za-z)])-(?=([A-Z][A-Z0-9]*(?:\.[A-Za-z0-9]+)*)(?:\([^()]*\))?/(?!(?:Add|Amend|Corr|Rev)\.?\d))"
)


#: No symbol is longer; what reads a whole symbol need not fear for its time.
LONGEST = 200


class Symbol(Elements):
    """A document symbol; ``str()`` is the canonical form.

    That has no spaces (but in agency series), plain hyphens and no reissue mark.

    Symbols are equal across spelling variants (blanks, dashes, ``ADD``/``Add``, ``Rev1``/``Rev.1``, ``RES``/``Res``);
    they sort by series, then by number as numbers.
    """

    @property
    def base(self) -> Symbol:
        """The symbol without its modifications; itself where what is left is none."""
        text = self.text
        for part in reversed(self.components):
            if part.kind not in ("modification", "part"):
                break
            text = text[: text.rfind(part.text)].rstrip("/ -")
        try:
            return parse_symbol(text) if text != self.text and text else self
        except SymbolError:  # `ST/SGB/Rev.1`: without the revision it names a series
            return self

    def url(self, language: str = "en") -> str:
        """The address of the paper in the official document system: ``https://undocs.org/en/A/80/150``.

        Raises ``ValueError`` for a language that is not one of the six. Source: un-documents conventions, observed
        2025.
        """
        if language not in OFFICIAL:
            raise ValueError(f"no official language: {language!r}")
        return f"https://undocs.org/{language}/{self.parts[0].text.replace(' ', '%20')}"

    def filename(self, language: str = "en") -> str:
        """The library's file name: slash to ``_``, full stop to ``-``, and the language (``A_80_150-EN.pdf``)."""
        if language not in OFFICIAL:
            raise ValueError(f"no official language: {language!r}")
        return f"{self.text.replace('/', '_').replace('.', '-')}-{language.upper()}.pdf"

    def explain(self) -> str:
        """What the symbol says, in one English sentence."""
        return explain(self)


def compact(text: str) -> str:
    """A symbol's text in plain characters without blanks: ``A/80/15 (Part I)`` gives ``A/80/15(PartI)``."""
    text = _INVISIBLE.sub("", latinize(fold(text)))
    if _APART.search(text):
        text = _BEFORE_NUMBER.sub(".", text)
    text = "".join(_IN_BRACKETS.sub(r"(\1)", text).split())
    # The letter part of an old resolution may stand between number and session: 2200 A (XXI) is filed as 2200(XXI)A.
    return _LETTERED.sub(r"\1\3\2", text)


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
    if len(bare) > LONGEST:
        raise SymbolError("too long for a symbol")
    agency = parse_agency(bare)
    if agency is not None:
        canonical, components = agency
        return Symbol(canonical, components, (), stars)
    return parse_compact(compact(bare), stars)


def parse_compact(canonical: str, stars: int = 0) -> Symbol:
    """``parse_symbol`` for text that ``compact`` has folded already."""
    if len(canonical) > LONGEST:
        raise SymbolError("too long for a symbol")
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
    return _END.search(text) is not None


def _joint(canonical: str, pieces: list[str], stars: int) -> Symbol:
    shared = suffixes_of(pieces[-1])
    # A suffix printed once at the end belongs to each of the symbols (A/79/975-S/2025/82/Add.1).
    if shared and not any(suffixes_of(piece) for piece in pieces[:-1]):
        pieces = [piece + shared for piece in pieces[:-1]] + [pieces[-1]]
    parts = tuple(Symbol(piece, components_of(piece)) for piece in pieces)
    return Symbol(canonical, tuple(part for symbol in parts for part in symbol.components), parts, stars)
