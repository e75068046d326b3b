"""How the words of mastheads become patterns: whole lines, labels, phrases that are seldom found.

The words stand in ``lexicon/parts/masthead.toml``; all comparisons are made on folded text (lower case, no accents).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractor.built import compiled
from extractor.lexicon import words as lexicon
from extractor.lexicon.folding import fold_pattern
from extractor.lexicon.gate import Phrases
from extractor.lexicon.signs import UNSPACED
from extractor.lexicon.words import choice

#: What is no sign of a pattern: an escaped character, a class of characters.
_NO_SIGNS = compiled(r"\\.|\[[^\]]*\]")


def whole(patterns: Iterable[str]) -> re.Pattern[str]:
    """A line that is one of the patterns from its beginning (`match`) to its end."""
    # What ends with anything is not followed to the end of the line.
    known = list(patterns)
    ended = "|".join(pattern for pattern in known if not pattern.endswith(".*"))
    begun = "|".join(pattern.removesuffix(".*") for pattern in known if pattern.endswith(".*"))
    return compiled("|".join([*([rf"(?:{ended})\Z"] if ended else []), *([begun] if begun else [])]), re.IGNORECASE)


def names(names: Iterable[str], acronyms: Iterable[str]) -> re.Pattern[str]:
    """Whole names of several words, and acronyms in capitals, as printed."""
    whole = choice(name for name in names if " " in name or name >= UNSPACED)
    return compiled(rf"(?i:{whole})|(?<!\w)(?:{choice(acronyms)})(?!\w)")


def some(patterns: Iterable[str]) -> re.Pattern[str]:
    """A text in which one of the patterns stands somewhere."""
    # What begins at the edge of a word is tried there only, not with each pattern's own look at every letter.
    edged = [pattern[2:] for pattern in patterns if pattern.startswith(r"\b") and not _top_level_or(pattern)]
    rest = [f"(?:{pattern})" for pattern in patterns if not pattern.startswith(r"\b") or _top_level_or(pattern)]
    groups = "|".join(f"(?:{pattern})" for pattern in edged)
    return compiled("|".join(([rf"\b(?:{groups})"] if edged else []) + rest), re.IGNORECASE)


def labelled(patterns: Iterable[str]) -> re.Pattern[str]:
    """A label at the beginning of a line, before a colon."""
    return compiled(rf"\A(?:{'|'.join(patterns)})\s?[:：]", re.IGNORECASE)


def seldom(patterns: Iterable[str]) -> Phrases:
    """Phrases that are looked for in much text and seldom found."""
    return Phrases(some(patterns))


def _top_level_or(pattern: str) -> bool:
    """Whether a pattern is a choice outside all brackets, of which only the first branch begins as the whole does."""
    depth = 0
    for sign in _NO_SIGNS.sub("", pattern):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and depth == 0:
            return True
    return False


def printed(name: str) -> tuple[str, ...]:
    """The words of a list of the masthead, looked for in lines as they are printed."""
    return lexicon.words("masthead", name)


def folded(name: str) -> tuple[str, ...]:
    """The words of a list of the masthead, looked for in folded lines."""
    return tuple(map(fold_pattern, printed(name)))
