"""Functions of a text that are asked the same again: the stages look at a line, a cell or a block several times.

Answers are kept for the texts asked last, and not for long ones: papers come without end, and one of them may be large.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

T = TypeVar("T")

#: So many answers of a function are kept: those for some ten pages.
_MOST = 1024
#: Longer texts are asked about once or twice; a line of print has some hundred characters.
_LONGEST = 400


def remembered(function: Callable[[str], T]) -> Callable[[str], T]:
    """The function with its answers kept; these must be values that nobody changes."""
    kept = lru_cache(maxsize=_MOST)(function)

    @wraps(function)
    def asked(text: str) -> T:
        return kept(text) if len(text) <= _LONGEST else function(text)

    asked.cache_clear = kept.cache_clear  # type: ignore[attr-defined]
    return asked
