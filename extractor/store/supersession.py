"""What a revision or corrigendum stands in for, told by its symbol alone.

Source: the library's guide to document symbols: ``/Rev.n`` supersedes what came before it, ``/Corr.n`` changes a part
of the text. An addendum adds and supersedes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

__all__ = ["earlier_symbols", "supersessions_of"]

_CHANGED = re.compile(r"(?P<base>.+)/(?P<what>Rev|Corr)\.?(?P<number>\d{1,4})?")

# Revisions are counted from 1; a paper with more of them than this has a misread symbol.
_MOST = 50


def earlier_symbols(symbol: str) -> list[tuple[str, str]]:
    """What a paper with ``symbol`` changes, as relation and symbol, the latest first.

    ``A/1/Rev.2`` revises ``A/1/Rev.1`` and ``A/1``; ``A/1/Rev.2/Corr.1`` corrects ``A/1/Rev.2``.
    """
    found = _CHANGED.fullmatch(symbol)
    if not found:
        return []
    if found["what"] == "Corr":
        return [("corrects", found["base"])]
    number = int(found["number"] or 1)
    between = range(number - 1, max(0, number - 1 - _MOST), -1)
    return [("revises", f"{found['base']}/Rev.{one}") for one in between] + [("revises", found["base"])]


def supersessions_of(document: str, symbols: Iterable[str | None]) -> list[dict[str, Any]]:
    """The rows of ``supersessions`` of a paper with these symbols."""
    pairs = dict.fromkeys(pair for symbol in symbols if symbol for pair in earlier_symbols(symbol))
    return [
        {"document_id": document, "position": at, "relation": relation, "symbol": symbol}
        for at, (relation, symbol) in enumerate(pairs, start=1)
    ]
