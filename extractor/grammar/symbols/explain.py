"""A symbol in words, for readers who do not know the system.

Source: the library's guide to document symbols; the tables ``series.toml`` and ``bodies.tsv`` of ``lexicon/bodies/``.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.built import compiled
from extractor.grammar.symbols.elements import Component, Elements
from extractor.lexicon.registry import countries, parent_of, series
from extractor.lexicon.words import either


def explain(symbol: Elements) -> str:
    """One English sentence: what kind of paper, of which body, session or year, about which country, and how modified.

    A body whose row in the registry is not certain is named with that reservation.
    """
    if symbol.joint:
        return (
            "Joint symbol, filed under each of: " + "; ".join(explain(part).rstrip(".") for part in symbol.joint) + "."
        )
    sentence = " ".join([_paper(symbol), *_place(symbol)])
    if symbol.modifications:
        sentence += "; " + ", then ".join(_modified(text) for text in symbol.modifications)
    if symbol.reissued:
        sentence += "; reissued for technical reasons"
    return sentence[0].upper() + sentence[1:] + "."


def _paper(symbol: Elements) -> str:
    table = series()
    number = symbol.number
    cycle = [table.cycle[code] for code in symbol.cycle if code in table.cycle]
    if symbol.country and symbol.organ != "DP":
        what = " / ".join(cycle) if cycle else "report"
        numbers = f" {number}" if number else ""
        combined = " (combined)" if len(symbol.numbers) > 1 else ""
        return f"{what}{numbers}{combined} concerning {countries()[symbol.country]}"
    if cycle:
        return f"{' / '.join(cycle)} {number or ''}".strip()
    natures = [part.text for part in symbol.components if part.kind == "nature"]
    for nature in reversed(natures):
        key = nature.upper().split(".")[0]
        if key in table.natures:
            return f"{table.natures[key]} {number or ''}".strip()
    return f"document {number}" if number else "document"


def _place(symbol: Elements) -> list[str]:
    words = [_session(part) for part in symbol.components if part.kind == "session"]
    if symbol.year is not None:
        words.append(f"of {symbol.year}")
    body = symbol.body
    if body is None:
        return [*words, f"of the series {symbol.organ}, which the registry does not name"]
    doubt = "" if body.certainty in ("certain", "likely") else f" (registry: {body.certainty})"
    words.append(f"of the {_bare(body.name)}{doubt}")
    parent = parent_of(body)
    if parent is not None and parent.name not in ("United Nations", _bare(body.name)):
        words.append(f"under the {_bare(parent.name)}")
    return words


def _bare(name: str) -> str:
    """A registry name as it stands in a sentence.

    Without its article, its series in brackets, or the word for the series.
    """
    return _article().sub("", _series().sub("", name))


@cache
def _series() -> re.Pattern[str]:
    return compiled(rf"\s\([A-Z]+/[^()]*\)$|\s(?:{either('references', 'registry.numbered')})$")


@cache
def _article() -> re.Pattern[str]:
    return compiled(rf"^(?:{either('references', 'registry.articles')})\s")


def _session(part: Component) -> str:
    if part.text.startswith("ES-"):
        return f"of emergency special session {part.text[3:]}"
    if part.text.startswith("S-"):
        return f"of special session {part.text[2:]}"
    return f"of session {part.text}"


def _modified(text: str) -> str:
    match = re.fullmatch(r"\(?([A-Z][a-z]+|[A-Z]+)\.?\s?([0-9IVX]*)\)?", text)
    if match is None:
        return text.strip("()")
    name = series().modifications.get(match[1].upper(), match[1].lower())
    return f"{name} {match[2]}".strip()
