"""How a footnote opens: raised mark, star, digit with a slash, digit glued to its text or in a cell of its own."""

from __future__ import annotations

from extractor.built import compiled
from extractor.layout.footnotes.settings import FOOTNOTES
from extractor.layout.lines.model import Line
from extractor.records import Struct
from extractor.rules import rule

STAR = compiled(r"^([*∗]{1,4}|[†‡])[/.)]?\s*(?=\S)")
SLASHED = compiled(r"^(\d{1,3}|[a-z]|\*{1,3})/\s+")
_DIGITS = compiled(r"^(\d{1,3}|[a-z])(?:[/.)]|\s|$)\s*")
_BRACKETED = compiled(r"^\(\s?(\d{1,3})\s?\)\s*(?=\S)")
_GLUED = compiled(r"^(\d{1,2})(?=[A-ZÀ-ÞА-Я“«\u0621-\u064a\u4e00-\u9fff])")


class Opening(Struct, frozen=True):
    """The mark that opens a note, how many characters of the line it takes, and by which rule."""

    sign: str
    length: int
    rule: str = ""


@rule("footnotes.raised", source="catalogue 7: the mark stands raised before the note", otherwise=None)
def opens_raised(line: Line, _plain: bool) -> Opening | None:
    """A raised mark at the head of a line."""
    marks = line.marks
    return Opening(marks[0].sign, 0) if marks and marks[0].offset == 0 else None


@rule("footnotes.star", source="catalogue 7: notes to the title have stars", otherwise=None)
def opens_with_star(line: Line, _plain: bool) -> Opening | None:
    """A star at the head of a line."""
    found = STAR.match(line.text)
    return Opening(found[1].replace("∗", "*"), found.end()) if found else None


@rule("footnotes.slash", source="papers until 1998: `1/ See the report`", otherwise=None)
def opens_with_slash(line: Line, _plain: bool) -> Opening | None:
    """A digit, letter or star with a slash at the head of a line."""
    found = SLASHED.match(line.text)
    return Opening(found[1], found.end()) if found else None


@rule("footnotes.bracketed", source="Arabic papers: `(١)` before the note", otherwise=None)
def opens_bracketed(line: Line, plain: bool) -> Opening | None:
    """A digit in brackets at the head of a line, below a rule over footnotes."""
    found = _BRACKETED.match(line.text) if plain else None
    return Opening(str(int(found[1])), found.end()) if found else None


@rule("footnotes.glued", source="fonts with raised digits of their own, which read as plain ones", otherwise=None)
def opens_glued(line: Line, plain: bool) -> Opening | None:
    """A digit glued to the first word, below a rule over footnotes."""
    found = _GLUED.match(line.text) if plain else None
    return Opening(found[1], found.end()) if found else None


@rule("footnotes.cell", source="notes set with a tab behind their digit", otherwise=None)
def opens_in_a_cell(line: Line, plain: bool) -> Opening | None:
    """A digit or letter in a cell of its own, below a rule over footnotes or smaller than its line."""
    found = _DIGITS.match(line.text) if len(line.cells) > 1 else None
    if found is None or found.end() < len(line.cells[0].text):
        return None
    small = line.cells[0].size <= FOOTNOTES.small_digit * line.size
    return Opening(found[1], found.end()) if plain or small else None


OPENINGS = (opens_raised, opens_with_star, opens_with_slash, opens_bracketed, opens_glued, opens_in_a_cell)


def opening_of(line: Line, plain: bool) -> Opening | None:
    """The mark that opens a note at the head of the line; `plain`: a plain digit may."""
    for one in OPENINGS:
        if opening := one.applies(line, plain):
            return Opening(opening.sign, opening.length, one.name)
    return None
