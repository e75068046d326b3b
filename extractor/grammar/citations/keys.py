"""The symbol under which a resolution or decision is filed.

Source: facts of the documents system, section 3; organs whose resolutions stand only in the report of the session
have no key.
"""

from __future__ import annotations

import re

from extractor.built import compiled
from extractor.grammar.citations.numbers import Number
from extractor.grammar.symbols.classify import roman
from extractor.grammar.symbols.elements import SymbolError
from extractor.grammar.symbols.symbol import Symbol, parse_symbol
from extractor.lexicon.organs import Organ, organs

#: The meeting of the Conference of the Parties whose decisions were the first to have symbols.
FIRST_CBD_DECISIONS = 7


def key_of(organ: Organ | None, kind: str, number: Number) -> str | None:
    """The canonical symbol, ``None`` where the organ has no series for such a number."""
    if number.shape == "agency":
        # WHO and UNESCO cite by the symbol itself.
        return None if number.code in ("PLEN", "A") else number.number
    if number.shape == "filed":
        text = number.number if "/" in number.number else number.code
        try:
            return str(parse_symbol(text))
        except SymbolError:
            return None
    if organ is None:
        return None
    if number.code in ("NP",) and number.session.isdigit():
        return f"CBD/NP/MOP/DEC/{number.session}/{number.number}"
    if number.code in ("CP",) and number.shape == "coded" and number.session.isdigit():
        return f"CBD/CP/MOP/DEC/{number.session}/{number.number}"
    if organ.series is None:
        return None
    word = "RES" if kind == "resolution" else "DEC"
    letter = number.letter
    if organ.id in ("UNEA", "UNHA") and number.shape == "session":
        return f"{organ.series}.{number.session}/{word.capitalize()}.{number.number}"
    if organ.id == "CBD":
        session = int(number.session) if number.session.isdigit() else roman(number.session)
        if session is None or kind != "decision":
            return None
        # Decisions were first issued one by one at the seventh meeting; before, they stand in the reports. The papers
        # dropped UNEP/ and took arabic numbers from the thirteenth and fourteenth meetings.
        if session < FIRST_CBD_DECISIONS:
            return None
        if number.shape == "romansession":
            head = "UNEP/CBD" if session <= 12 else "CBD"
            return f"{head}/COP/DEC/{number.session}/{number.number}"
        return f"CBD/COP/DEC/{number.session}/{number.number}"
    if organ.id == "ESCAP":
        if kind != "resolution" or number.shape != "session":
            return None
        return f"E/ESCAP/RES/{number.session}/{number.number}"
    return _filed(organ.series, word, number, letter)


def _filed(series: str, word: str, number: Number, letter: str) -> str | None:
    match number.shape:
        case "session" | "special":
            session = number.session
            if number.shape == "special" and not re.search(r"\d", session):
                return f"{series}/{word}/{number.number}({session})"
            return f"{series}/{word}/{session}/{number.number}{letter}"
        case "year":
            return f"{series}/{word}/{number.year}/{number.number}{letter}"
        case "council":
            return f"{series}/{word}/{number.number}({number.year})"
        case "roman":
            year = f"{number.year}/" if number.year else ""
            return f"{series}/{word}/{year}{number.number}({number.session}){letter}"
        case "prst":
            return f"A/HRC/PRST/{number.session}/{number.number}"
    return None


_FILED = compiled(r"(.+)/(RES|DEC|Res\.|Dec\.)")


def adopted_by(symbol: Symbol) -> tuple[str, Organ] | None:
    """What a symbol is the number of (`resolution`, `decision`) and the organ whose it is; None for other papers."""
    found = _FILED.match(symbol.text)
    organ = next((one for one in organs() if found and one.series == found[1]), None)
    return ("resolution" if found[2].startswith("R") else "decision", organ) if found and organ else None
