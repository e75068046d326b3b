"""Marks that read as plain text, found by the notes that they call."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from extractor.built import compiled
from extractor.layout.footnotes.model import Footnote
from extractor.layout.furniture import Sheet
from extractor.layout.lines.model import Line, Mark, starts
from extractor.lexicon.words import either
from extractor.records import replace
from extractor.rules import rule


@cache
def _numbered() -> re.Pattern[str]:
    """What a digit numbers at the end of a text."""
    return compiled(
        rf"(?:(?<![A-Za-zÀ-ÿ\u0400-\u04ff])(?:{either('layout', 'cited')})|/[A-Za-z.]{{1,6}})[.\s]?$", re.IGNORECASE
    )


#: A mark of papers until 1998 behind a word: `the Convention 1/`.
_SLASHED_MARK = compiled(r"(?<=[^\W\d_][ ,])(\d{1,2})/(?=$|[\s,;.)])")
_GLUED = compiled(r"(?<=[^\W\d_])[.,]?(\d{1,2})(?=$|[\s,;.)])")


@rule("footnotes.cited_number", source="catalogue trap 9: `Add.1`, `para. 2` end in a digit that is no mark")
def is_cited(before: str) -> bool:
    """The digit behind the abbreviation of a part is its number."""
    return _numbered().search(before) is not None


@rule("footnotes.plain_mark", source="catalogue trap 9: `10 a.m.1` in a font with raised digits of its own")
def is_lone(places: Sequence[tuple[int, int]]) -> bool:
    """A digit glued to a word in one place alone is the mark of the page's note of that number."""
    return len(places) == 1


@rule("footnotes.slashed_mark", source="papers until 1998: `the Convention 1/ and the Protocol, 2/`")
def is_slashed(note: Footnote) -> bool:
    """The marks of notes with a slash stand on the line and are taken out of the text."""
    return note.slashed


def without_marks(sheets: Sequence[Sheet], notes: Sequence[Footnote]) -> list[Sheet]:
    """The sheets with marks in their lines which read as plain text, found by the notes that they call.

    Only where the page has a note of that number without a mark.
    """
    bodies = {sheet.page.number: sheet.body for sheet in sheets}
    for note in notes:
        if not (note.sign.isdigit() or note.slashed):
            continue
        pages = [*bodies] if note.endnote else [note.page] if note.page in bodies else []
        if any(mark.sign == note.sign for page in pages for line in bodies[page] for mark in line.marks):
            continue
        mark = _slashed if is_slashed.applies(note) else _glued
        made = {page: body for page in pages if (body := mark(bodies[page], note.sign)) != bodies[page]}
        if len(made) == 1:
            bodies |= made
    return [replace(sheet, body=bodies[sheet.page.number]) for sheet in sheets]


def glued_signs(lines: Iterable[Line]) -> set[str]:
    """Digits glued to words, as marks of fonts with raised digits of their own read, and those of `the text 1/`."""
    found = set()
    for line in lines:
        found |= {one[1] for one in _GLUED.finditer(line.text) if not is_cited.applies(line.text[: one.start(1)])}
        found |= set(_SLASHED_MARK.findall(line.text)) if "/" in line.text else set()
    return found


def _glued(body: list[Line], sign: str) -> list[Line]:
    """The lines with the digit as a mark where it is glued to a word in one place alone."""
    pattern = compiled(
        rf"(?<=[^\W\d_.])(?:[.,;:]|[)”’»]){{0,2}}(?P<mark>{sign})(?=$|[\s,;.)](?!\d))|(?<=[.,;:)”’»])(?P<after>{sign})(?=$|\s)"
    )
    places = [
        (index, found.start("mark" if found["mark"] else "after"))
        for index, line in enumerate(body)
        if sign in line.text
        for found in pattern.finditer(line.text)
        if not is_cited.applies(line.text[: found.end() - len(sign)])
    ]
    if not is_lone.applies(places):
        return body
    index, at = places[0]
    return [*body[:index], _marked(body[index], at, at + len(sign), sign), *body[index + 1 :]]


def _slashed(body: Sequence[Line], sign: str) -> list[Line]:
    """The lines with the first `1/` of each as a mark."""
    pattern = compiled(rf"\s?(?<![\w/]){re.escape(sign)}/(?=$|[\s.,;:)])")
    made: list[Line] = []
    for line in body:
        found = pattern.search(line.text) if f"{sign}/" in line.text else None
        if found:  # at the head of a line with the space behind it
            line = _marked(line, found.start(), found.end() + (found.start() == 0), sign)
        made.append(line)
    return made


def _marked(line: Line, start: int, end: int, sign: str) -> Line:
    """The line with the characters [start, end) as a mark, not as text."""
    line = line.without(start, end)
    cells = list(line.cells)
    home, at = max((index, at) for index, (at, _) in enumerate(starts(cells)) if at <= start)
    cell = cells[home]
    mark = Mark(sign, min(start - at, len(cell.text)))
    cells[home] = replace(cell, marks=[*cell.marks, mark])
    return line.with_cells(cells)
