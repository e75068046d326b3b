"""Footnote bodies: what stands at the foot of a page, below a rule or in smaller type, and begins with a mark.

Editorial practice: notes stand at the foot of the page below a short rule, in type two points smaller than the text;
stars first, then
figures (format catalogue 7). Some papers have no rule, some no smaller type, so either will do together with a mark.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from extractor.layout.furniture import Sheet
from extractor.layout.lines.model import Line, Mark, box_of
from extractor.layout.text import join_lines
from extractor.reading.page import BBox

#: The rule over footnotes: 72 pt in Word's template, 145 pt in Geneva's, longer in old papers; what stands below it
#: must begin with a mark, so a table's border is not taken for it.
RULE_LENGTH = (36.0, 480.0)
#: Below a longer rule a plain figure is no mark: the first cells of tables are figures too.
SHORT_RULE = 240.0
#: ... unless all below it is smaller than tables are set.
TINY_TYPE = 0.82
#: A border of this many pieces at one height is a table's, whatever its pieces touch.
MOST_PIECES = 100
#: Notes are set in type at most this share of the body's size (8.5 or 9 on 10 points).
SMALL_TYPE = 0.93

_UNDERSCORES = re.compile(r"^[_\u2014\u2015─-]{6,}$")
_STAR = re.compile(r"^([*∗]{1,4}|[†‡])[/.)]?\s*(?=\S)")
_FIGURE = re.compile(r"^(\d{1,3}|[a-z])(?:[/.)]|\s|$)\s*")
_NUMBERED = re.compile(
    r"(?:\b(?:Add|Corr|Rev|Amend|Nos?|paras?|arts?|vols?|Supp|pp?|chap|sect|annex|item|rule|n)|/[A-Za-z.]{1,6})[.\s]?$",
    re.IGNORECASE,
)
_GLUED = re.compile(r"^(\d{1,2})(?=[A-ZÀ-ÞА-Я“«\u4e00-\u9fff])")
_LETTER = re.compile(r"[a-z]{1,2}")
_SLASHED = re.compile(r"^(\d{1,3}|[a-z]|\*{1,3})/\s+")


@dataclass(slots=True)
class Footnote:
    """A note's sign, text and place."""

    sign: str
    lines: list[Line]
    page: int
    slashed: bool = False  # printed `1/`

    @property
    def text(self) -> str:
        return join_lines(self.lines)[0]

    @property
    def bbox(self) -> BBox:
        return box_of(self.lines, self.page)


def take_footnotes(sheets: Sequence[Sheet], body_size: float) -> list[Footnote]:
    """Move the footnote lines of every sheet from `body` to `notes` and return the notes in printed order."""
    found: list[Footnote] = []
    starred = any(mark.sign.startswith("*") for sheet in sheets for line in sheet.body for mark in line.marks)
    for sheet in sheets:
        found += _below_tables(sheet, body_size)
        start, ruled = _zone(sheet, body_size, starred)
        if start is None:
            continue
        lines = sheet.body[start:]
        del sheet.body[start:]
        sheet.notes += lines
        for line in lines:
            if _UNDERSCORES.match(line.text):
                continue
            sign, rest = _sign(line, ruled)
            if sign is not None:
                slashed = _SLASHED.match(line.text) is not None
                found.append(Footnote(sign, [rest] if rest else [], sheet.page.number, slashed))
            elif found:
                found[-1].lines.append(line)
    notes = sorted((note for note in found if note.lines), key=lambda note: (note.page, note.lines[0].baseline))
    _find_glued_marks(sheets, notes)
    return notes


def _below_tables(sheet: Sheet, body_size: float) -> list[Footnote]:
    """Take out the notes of tables, which stand below their table in the middle of a page.

    Their marks are small letters (format catalogue 7); each must be called by the same letter in the lines above it.
    """
    found: list[Footnote] = []
    kept: list[Line] = []
    called: set[str] = set()
    for line in sheet.body:
        small = line.size <= SMALL_TYPE * body_size
        opening = line.marks[0].sign if line.marks and line.marks[0].offset == 0 and line.text else ""
        before = found[-1].lines[-1] if found and found[-1].lines else None
        if small and _LETTER.fullmatch(opening) and opening in called:
            found.append(Footnote(opening, [_without(line, 0)], sheet.page.number))
            sheet.notes.append(line)
        elif (
            small and before is not None and not opening and kept and kept[-1].baseline < before.baseline
            and line.size == before.size and line.baseline - before.baseline < 1.6 * line.size
        ):  # fmt: skip
            found[-1].lines.append(line)
            sheet.notes.append(line)
        else:
            called.update(mark.sign for mark in line.marks)
            kept.append(line)
    sheet.body[:] = kept
    return found


def _find_glued_marks(sheets: Sequence[Sheet], notes: Sequence[Footnote]) -> None:
    """Marks set in a font's own raised figures look like plain ones (`10 a.m.1`): found by the note that they call.

    Only where the page has a note of that number without a mark, and the number is glued in one place alone (trap 9).
    """
    by_page = {sheet.page.number: sheet for sheet in sheets}
    for note in notes:
        sheet = by_page.get(note.page)
        if sheet is None or not (note.sign.isdigit() or note.slashed):
            continue
        if any(mark.sign == note.sign for line in sheet.body for mark in line.marks):
            continue
        if note.slashed:
            _take_slashed(sheet, note.sign)
            continue
        pattern = re.compile(
            rf"(?<=[^\W\d_.])(?:[.,;:]|[)”’»]){{0,2}}(?P<mark>{note.sign})(?=$|[\s,;.)](?!\d))|(?<=[.,;:)”’»])(?P<after>{note.sign})(?=$|\s)"
        )
        hits = [
            (line, found)
            for line in sheet.body
            if note.sign in line.text
            for found in pattern.finditer(line.text)
            if not _NUMBERED.search(line.text[: found.end() - len(note.sign)])
        ]
        if len(hits) == 1:
            line, found = hits[0]
            _take_mark(line, found.start("mark" if found["mark"] else "after"), note.sign)


def _take_slashed(sheet: Sheet, sign: str) -> None:
    """Marks of papers before 1998 stand on the line: `the Convention 1/ and the Protocol, 2/`."""
    pattern = re.compile(rf"\s?(?<![\w/]){re.escape(sign)}/(?=$|[\s.,;:)])")
    for line in sheet.body:
        found = pattern.search(line.text) if f"{sign}/" in line.text else None
        if found:  # at the head of a line with the blank behind it
            _take_mark(line, found.start(), sign, found.end() - found.start() + (found.start() == 0))


def _take_mark(line: Line, at: int, sign: str, length: int = 0) -> None:
    """Cut a mark of so many letters (its sign's, when not said) out of a line's text and of the cell that holds it."""
    length = length or len(sign)
    line.text = line.text[:at] + line.text[at + length :]
    line.marks.append(Mark(sign, at))
    start = 0
    for cell in line.cells:
        if start <= at < start + len(cell.text):
            cell.text = cell.text[: at - start] + cell.text[at - start + length :]
            cell.marks.append(Mark(sign, at - start))
            break
        start += len(cell.text) + 1


def _zone(sheet: Sheet, body_size: float, starred: bool) -> tuple[int | None, bool]:
    """Index of the first footnote line on the sheet and whether a rule stands over it.

    `starred`: a star stands somewhere in the paper's text, so that a line which begins with one may be its note.
    """
    lines = sheet.body
    candidates = [i for i, line in enumerate(lines) if _UNDERSCORES.match(line.text)]
    for index in candidates:
        if index + 1 < len(lines) and _sign(lines[index + 1], True)[0] is not None:
            return index, True
    low = 0.2 * sheet.page.height
    shortest, longest = RULE_LENGTH
    flat = sorted((rule for rule in sheet.page.rules if rule.horizontal), key=attrgetter("top"))
    heights = [rule.top for rule in flat]
    for rule in flat:
        if not (rule.top > low and shortest <= rule.x1 - rule.x0 <= longest):
            continue
        level = flat[bisect_right(heights, rule.top - 2) : bisect_left(heights, rule.top + 2)]
        if len(level) > MOST_PIECES or any(
            other is not rule and min(abs(other.x0 - rule.x1), abs(rule.x0 - other.x1)) < 6 for other in level
        ):
            continue  # a table's border comes in pieces side by side
        below = [i for i, line in enumerate(lines) if line.baseline > rule.top]
        if not below or not _all_small(lines[below[0] :], body_size):
            continue
        tiny = all(line.size <= TINY_TYPE * body_size for line in lines[below[0] :])
        plain = tiny or rule.x1 - rule.x0 <= SHORT_RULE
        if _sign(lines[below[0]], plain)[0] is not None:
            return below[0], plain
    small = len(lines)
    while small and lines[small - 1].size <= SMALL_TYPE * body_size:
        small -= 1
    for index in range(small, len(lines)):
        if lines[index].top > low and _sign(lines[index], False)[0] is not None:
            return index, False
    # the last lines of a page may be star notes in the body's own size
    for index in range(max(0, len(lines) - 6), len(lines)):
        line = lines[index]
        above = lines[index - 1].bottom if index else 0.0
        if (
            (starred or line.top > 0.6 * sheet.page.height)
            and line.top - above > 1.2 * line.size
            and (_STAR.match(line.text) or _is_called(line, lines[:index]))
        ):
            return index, False
    return None, False


def _is_called(line: Line, above: Sequence[Line]) -> bool:
    """Whether a line begins with a mark in the old form, `1/`, that stands in the text above it."""
    slashed = _SLASHED.match(line.text)
    return slashed is not None and any(f" {slashed[1]}/" in other.text for other in above)


def _all_small(lines: Sequence[Line], body_size: float) -> bool:
    return all(line.size <= SMALL_TYPE * body_size + 0.2 for line in lines) or len(lines) <= 4


def _sign(line: Line, ruled: bool) -> tuple[str | None, Line | None]:
    """The mark that opens the note, and the line without it."""
    if line.marks and line.marks[0].offset == 0:
        return line.marks[0].sign, _without(line, 0) if line.text else None
    star = _STAR.match(line.text) or _SLASHED.match(line.text)
    if star:
        return star[1].replace("∗", "*"), _without(line, star.end())
    glued = _GLUED.match(line.text) if ruled else None
    if glued:
        return glued[1], _without(line, glued.end())
    figure = _FIGURE.match(line.text)
    if (
        figure
        and figure.end()
        and len(line.cells) > 1
        and figure.end() >= len(line.cells[0].text)
        and (ruled or line.cells[0].size <= 0.85 * line.size)
    ):
        return figure[1], _without(line, figure.end())
    return None, None


def _without(line: Line, count: int) -> Line:
    """The line without its first `count` characters; the mark at its head is dropped."""
    text = line.text[count:].lstrip()
    cut = len(line.text) - len(text)
    marks = [mark for mark in line.marks if mark.offset >= cut and mark.offset > 0]
    for mark in marks:
        mark.offset -= cut
    return Line(
        line.page, line.x0, line.top, line.x1, line.bottom, line.baseline, line.size, line.bold, line.italic, text,
        line.cells, marks, line.fonts, line.axis,
    )  # fmt: skip
