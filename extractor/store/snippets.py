"""The piece of a text in which the words of a query stand thickest."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.store.query import Phrase
from extractor.store.words import spans

__all__ = ["snippet"]

_WIDTH = 32  # printed words: two lines of a terminal
_BEFORE = 6  # of them stand before the first word that was found
_STEM = 5  # letters that forms of a word share, for texts in which only another form stands

# Beyond this a snippet is not worth the time of reading all of the text.
_MOST = 200_000


def snippet(parts: Sequence[str], wanted: Sequence[Phrase]) -> str:
    """The words around those of ``wanted`` in ``parts`` (title, paragraphs) on one line; ``…`` for what is left out."""
    text = " · ".join(parts)[:_MOST]
    places = list(spans(text))
    if not places:
        return " ".join(text.split())[:200]
    exact = {word for one in wanted for word in (one.words[:-1] if one.prefix else one.words)}
    starts = tuple(one.words[-1] for one in wanted if one.prefix)
    marks = [_mark(some, exact, starts) for _, _, some in places]
    if not any(marks):
        stems = tuple(word[:_STEM] for word in exact)
        marks = [_mark(some, set(), stems) for _, _, some in places]
    begin = _thickest(marks)
    end = min(begin + _WIDTH, len(places))
    piece = text[places[begin][0] if begin else 0 : places[end - 1][1] if end < len(places) else len(text)]
    return ("… " if begin else "") + " ".join(piece.split()) + (" …" if end < len(places) else "")


def _mark(some: list[str], exact: set[str], starts: tuple[str, ...]) -> str | None:
    """The word of the query that a printed word is, if any."""
    for word in some:
        if word in exact:
            return word
        if starts and word.startswith(starts):
            return next(start for start in starts if word.startswith(start))
    return None


def _thickest(marks: list[str | None]) -> int:
    """Where the piece begins that has most of the different words, and of all words; the first of equals."""
    best, begin = (0, 0), 0
    for at, mark in enumerate(marks):
        if mark is None:
            continue
        inside = [one for one in marks[at : at + _WIDTH - _BEFORE] if one is not None]
        if (worth := (len(set(inside)), len(inside))) > best:
            best, begin = worth, at
    return max(0, min(begin - _BEFORE, len(marks) - _WIDTH))
