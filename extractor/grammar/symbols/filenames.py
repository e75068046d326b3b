"""Symbols from the names of files in the library's naming.

Slash becomes ``_``, full stop ``-``, and the language stands at the end: ``A_80_150-EN.pdf``,
``FCCC_SBI_2012_L-21-EN.pdf``. Names in collections also keep the full stops and put the language after one:
``E_2025_68_Corr.1.en.pdf``. Source: facts of the documents system, section 4.
"""

from __future__ import annotations

import re
from itertools import product

from extractor.built import compiled
from extractor.grammar.symbols.elements import SymbolError
from extractor.grammar.symbols.symbol import Symbol, parse_symbol
from extractor.lexicon import OFFICIAL
from extractor.lexicon.registry import bodies, series

#: So many readings of a name are tried.
_READINGS = 64
_NAME = compiled(
    r"(?P<stem>.+?)(?:[-.](?P<language>[A-Za-z]{2}))?(?:\.(?:pdf|docx?|html?|txt|json|xml))?", re.IGNORECASE
)


def from_filename(name: str) -> tuple[Symbol, str | None]:
    """The symbol and language of a library file name; the folder and the ending are passed over.

    A hyphen is a full stop of the symbol or a hyphen of its own; the reading that the registry knows wins. Raises
    ``SymbolError`` where the name holds no symbol.
    """
    match = _NAME.fullmatch(re.split(r"[/\\]", name)[-1])
    if match is None:
        raise SymbolError(f"no file name: {name!r}")
    language = (match["language"] or "").lower()
    stem = match["stem"]
    if language and language not in OFFICIAL:
        stem, language = f"{stem}-{match['language']}", ""
    return parse_symbol(_dotted(stem.replace("_", "/"))), language or None


def _dotted(text: str) -> str:
    """Hyphens turned back into full stops where the symbol needs them."""
    pieces = text.split("/")
    choices = [_readings(piece) for piece in pieces]
    best, rank = text, -1
    for at, chosen in enumerate(product(*choices)):
        if at >= _READINGS:
            break
        candidate = "/".join(chosen)
        try:
            parse_symbol(candidate)
        except SymbolError:
            continue
        score = 2 * max((len(prefix) for prefix in _prefixes(candidate)), default=0) + (at == 0)
        if score > rank:
            best, rank = candidate, score
    return best


def _readings(piece: str) -> list[str]:
    """The likeliest reading first."""
    if "-" not in piece or re.fullmatch(r"E?S-\d+|\d+-\d+", piece):
        return [piece]
    dotted = re.sub(r"(?<=[A-Za-z])-(?=\d|[IVX]{1,5}$)", ".", piece)
    every = piece.replace("-", ".")
    return list(dict.fromkeys([dotted, piece, every]))


def _prefixes(symbol: str) -> list[str]:
    table = bodies()
    ends = [match.start() for match in re.finditer(r"[/(]|\.(?=\d)", symbol)]
    known = [symbol[:end] for end in ends if symbol[:end] in table or symbol[:end] + "." in table]
    return known or [head for head in (symbol.split("/")[0],) if head in series().heads]
