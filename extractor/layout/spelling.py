"""English words and how often they are used: the word list that comes with a spelling checker.

The list is read as one text, and a word is looked for in it: no paper needs more than a few words of it, and the
checker's own tables of all of them take half a second to build.
"""

from __future__ import annotations

import gzip
from functools import cache
from importlib.resources import files

from extractor.lexicon.words import words
from extractor.memo import remembered

#: A line of the list: `"agenda": 1234,`.
_LINE = '\n"{}": '


@remembered
def uses(word: str) -> int:
    """How often an English word, in lower case, stands in the texts that the list counts; 0 if it does not.

    The most usual words stand there some ten million times, the least usual 50 times. The list has American spelling: a
    British word counts as the American one.
    """
    return _count(word) or max(map(_count, _american(word)), default=0)


def _american(word: str) -> list[str]:
    """How a British word may be spelled in America."""
    return [word.removesuffix(old) + new for old, new in _endings() if word.endswith(old)]


@cache
def _endings() -> list[tuple[str, str]]:
    return [(old, new) for old, _, new in (one.partition("=") for one in words("page", "hyphens.american", "en"))]


def _count(word: str) -> int:
    text, line = _words(), _LINE.format(word)
    at = text.find(line)
    if at < 0:
        return 0
    at += len(line)
    return int(text[at : text.index("\n", at)].rstrip(","))


@cache
def _words() -> str:
    """The list as it is stored, a word a line."""
    stored = files("spellchecker").joinpath("resources", "en.json.gz").read_bytes()
    return gzip.decompress(stored).decode("utf-8")
