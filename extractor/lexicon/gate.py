"""Patterns of phrases that are looked for only in texts that hold one of the strings of which each match holds one.

The patterns of the lexicon are choices of phrases in six languages, which a regular expression tries one after the
other at each letter. Most texts hold none of the words that the phrases are made of, and a search for a plain string
is some hundred times faster.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from extractor.built import code, kept

#: More strings than this are hardly faster to look for than the pattern itself.
MOST_STRINGS = 120

# What the strings of a pattern are found by.
_CODE = code(__file__)
# The kinds of nodes of a parsed pattern.
_sre: Any = importlib.import_module("re._constants")


def holds_any(text: str, strings: Iterable[str]) -> bool:
    """Whether one of the strings stands in the text."""
    return any(map(text.__contains__, strings))


class Phrases:
    """A pattern behind a gate, which tells cheaply that it cannot be found in a text.

    Args:
        pattern: the compiled pattern. One that ignores case is meant for texts in lower case, as those that are
            folded are.
    """

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern
        #: One of these stands in each match; empty where that cannot be told.
        self.strings = kept(("gate", _CODE, pattern.pattern, pattern.flags), partial(_strings, pattern))
        self._ascii = tuple([one for one in self.strings if one.isascii()])

    def open(self, text: str) -> bool:
        """Whether the pattern may be found: ``False`` is certain, ``True`` means that it must be looked for."""
        return not self.strings or holds_any(text, self._ascii if text.isascii() else self.strings)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match of the pattern."""
        return self.pattern.search(text) if self.open(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches of the pattern."""
        return self.pattern.finditer(text) if self.open(text) else iter(())


def _strings(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """Strings of which one stands in each match; none where that cannot be told."""
    parser: Any = importlib.import_module("re._parser")  # has its name since Python 3.11
    strings = _needed(parser.parse(pattern.pattern, pattern.flags)) or frozenset()
    if pattern.flags & re.IGNORECASE:
        strings = frozenset(string.lower() for string in strings)
    # one of two where the one holds the other
    fewest = [one for one in strings if not any(other != one and other in one for other in strings)]
    return tuple(sorted(fewest)) if len(fewest) <= MOST_STRINGS else ()


def _needed(tree: Iterable[tuple[Any, Any]]) -> frozenset[str] | None:
    """Strings of which one stands in each text that a sequence of a parse tree matches; None where there are none."""
    best: frozenset[str] | None = None
    run = ""
    for kind, value in [*tree, (None, None)]:
        if kind is _sre.LITERAL:
            run += chr(value)
            continue
        if kind is _sre.AT:
            continue  # a place takes no room: the letters around it stand side by side
        best, run = _better(best, frozenset({run}) if run else None), ""
        best = _better(best, _of_one(kind, value))
    return best


def _of_one(kind: Any, value: Any) -> frozenset[str] | None:
    """The same for one part of a sequence that is more than a letter."""
    if kind is _sre.SUBPATTERN:
        return _needed(value[3]) if not value[1] and not value[2] else None  # flags of its own
    if kind is _sre.BRANCH:
        several = [_needed(branch) for branch in value[1]]
        known = [one for one in several if one is not None]
        return frozenset().union(*known) if len(known) == len(several) else None
    if kind in (_sre.MAX_REPEAT, _sre.MIN_REPEAT, _sre.POSSESSIVE_REPEAT):
        return _needed(value[2]) if value[0] > 0 else None
    if kind is _sre.ATOMIC_GROUP:
        return _needed(value)
    return None


def _better(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    """That of two sets of strings which is found more seldom: whose shortest string is longer."""
    if one is None or other is None:
        return one if other is None else other
    return max(one, other, key=lambda strings: (min(map(len, strings)), -len(strings)))
