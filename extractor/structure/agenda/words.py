"""The words of lists of items, compiled from `lexicon/parts/lists.toml`."""

from __future__ import annotations

import re

from extractor.built import compiled, prepared
from extractor.lexicon.folding import fold, fold_pattern
from extractor.lexicon.words import words

_STOPS = ".:;,!*–-—。：；، "


@prepared
def _whole(name: str) -> re.Pattern[str]:
    return compiled("|".join(f"(?:{fold_pattern(pattern)})" for pattern in words("lists", name)))


def is_line(text: str, name: str) -> bool:
    """Whether a whole line, stops around it apart, is one of the phrases of a list of the file."""
    folded = fold(text).strip(_STOPS)
    return bool(folded) and _whole(name).fullmatch(folded) is not None


def holds(text: str, name: str) -> bool:
    """Whether one of the phrases of a list of the file stands in the text."""
    return _whole(name).search(fold(text)) is not None


def begins_with(text: str, name: str) -> bool:
    """Whether a line begins with one of the phrases of a list of the file."""
    return _whole(name).match(fold(text)) is not None
