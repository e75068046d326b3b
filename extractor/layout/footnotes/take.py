"""Footnote bodies: what stands at the foot of a page, below a rule or in smaller type, and begins with a mark.

Editorial practice: notes stand at the foot of the page below a short rule, in type two points smaller than the text;
stars first, then digits (format catalogue 7). Some papers have no rule, some no smaller type, so either will do
together with a mark.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.built import compiled
from extractor.layout.footnotes.marks import glued_signs, without_marks
from extractor.layout.footnotes.model import Footnote
from extractor.layout.footnotes.openings import SLASHED, Opening, opening_of, opens_raised, opens_with_star
from extractor.layout.footnotes.settings import FOOTNOTES
from extractor.layout.footnotes.zones import UNDERSCORES, ZONES, Foot, Zone, endnote_opening, is_heading
from extractor.layout.furniture import Sheet
from extractor.layout.lines.model import Line, starts
from extractor.records import replace
from extractor.rules import rule

_LETTER = compiled(r"[a-z]{1,2}")
_DIGIT = compiled(r"\d{1,2}|\*{1,3}")


@rule("footnotes.below_table", source="catalogue 7: notes of tables have small letters and stand below their table")
def opens_below_table(line: Line, body_size: float, called: set[str]) -> bool:
    """A small line that opens with a letter which the lines above call is a table's note."""
    marks = line.marks
    if not marks or marks[0].offset or not line.text or line.size > FOOTNOTES.small_type * body_size:
        return False
    return marks[0].sign in called and _LETTER.fullmatch(marks[0].sign) is not None


@rule("footnotes.within_page", source="notes of tables with digits or stars, above more text", otherwise=None)
def opens_within_page(line: Line, body_size: float, called: set[str], last: float) -> Opening | None:
    """A small line that opens with a digit or star which the lines above call, above text that ends at `last`.

    The digit is raised, the star may stand on the line.
    """
    if not line.text or line.baseline >= last or line.size > FOOTNOTES.small_type * body_size:
        return None
    opening = opens_raised.applies(line, False) or opens_with_star.applies(line, False)
    known = opening is not None and opening.sign in called and _DIGIT.fullmatch(opening.sign) is not None
    return opening if known else None


@rule("footnotes.below_table_on", source="catalogue 7: notes of tables may take several lines")
def goes_on(line: Line, before: Line, above: Line | None) -> bool:
    """The next small line without a mark goes on with a table's note; `above` is the last line that was kept."""
    return (
        above is not None
        and above.baseline < before.baseline
        and line.size == before.size
        and not (line.marks and line.marks[0].offset == 0)
        and line.baseline - before.baseline < FOOTNOTES.note_pitch * line.size
    )


def take_footnotes(sheets: Sequence[Sheet], body_size: float) -> tuple[list[Sheet], list[Footnote]]:
    """The sheets with their footnote lines in `notes`, no more in `body`, and the notes in printed order."""
    found: list[Footnote] = []
    made: list[Sheet] = []
    called = {mark.sign for sheet in sheets for line in sheet.body for mark in line.marks}
    if any(is_heading(line) for sheet in sheets for line in sheet.body):
        called |= glued_signs(line for sheet in sheets for line in sheet.body)
    starred = any(sign.startswith("*") for sign in called)
    goes_on = False
    for sheet in sheets:
        body, taken, of_tables = _below_tables(sheet.body, body_size)
        found += of_tables
        foot = Foot(sheet.page, body, body_size, starred, called, goes_on)
        goes_on = False
        for one in ZONES:
            if zone := one.applies(foot):
                own = body[zone.start : zone.end]
                taken += [line.set_aside(one.name) for line in own]
                found = _with_notes(found, own[zone.headed :], zone)
                goes_on = zone.end is None
                body = body[: zone.start] + (body[zone.end :] if zone.end is not None else [])
                break
        made.append(replace(sheet, body=body, notes=[*sheet.notes, *taken]))
    notes = sorted((note for note in found if note.lines), key=lambda note: (note.page, note.lines[0].baseline))
    return without_marks(made, notes), notes


def _with_notes(before: Sequence[Footnote], lines: Sequence[Line], zone: Zone) -> list[Footnote]:
    """The notes before and those of these lines; a line that opens none goes on with the last."""
    found = list(before)
    for line in lines:
        if UNDERSCORES.match(line.text):
            continue
        if opening := endnote_opening(line) if zone.headed else opening_of(line, zone.plain):
            own = [_behind(line, opening.length)] if line.text else []
            slashed = SLASHED.match(line.text) is not None
            found.append(Footnote(opening.sign, own, line.page, slashed, zone.headed, opening.rule))
        elif found:
            found[-1] = replace(found[-1], lines=[*found[-1].lines, line])
    return found


def _behind(line: Line, length: int) -> Line:
    """The line without the mark at its head."""
    text = line.text
    cut = len(text) - len(text[length:].lstrip())
    if cut:
        line = line.without(0, cut)
    if not line.marks or line.marks[0].offset:
        return line
    cells = [
        replace(cell, marks=[mark for mark in cell.marks if at + mark.offset > 0]) if cell.marks else cell
        for at, cell in starts(line.cells)
    ]
    return line.with_cells(cells)


def _below_tables(body: Sequence[Line], body_size: float) -> tuple[list[Line], list[Line], list[Footnote]]:
    """The lines without the notes of tables, which stand below their table in the middle of a page; these, read."""
    found: list[Footnote] = []
    kept: list[Line] = []
    taken: list[Line] = []
    called: set[str] = set()
    last = max([line.baseline for line in body if line.size > FOOTNOTES.small_type * body_size], default=0.0)
    for line in body:
        opening = _opening_below_table(line, body_size, called, last) if called else None
        if opening is not None:
            found.append(Footnote(opening.sign, [_behind(line, opening.length)], line.page, rule=opening.rule))
            taken.append(line.set_aside(opening.rule))
        elif found and goes_on.applies(line, found[-1].lines[-1], kept[-1] if kept else None):
            found[-1].lines.append(line)
            taken.append(line.set_aside(goes_on.name))
        else:
            if line.marks:
                called.update([mark.sign for mark in line.marks])
            kept.append(line)
    return kept, taken, found


def _opening_below_table(line: Line, body_size: float, called: set[str], last: float) -> Opening | None:
    """How a line opens a note of a table, None where it opens none."""
    if not (line.marks and line.marks[0].offset == 0) and line.text[:1] not in ("*", "∗"):
        return None
    if opens_below_table.applies(line, body_size, called):
        return Opening(line.marks[0].sign, 0, opens_below_table.name)
    opening = opens_within_page.applies(line, body_size, called, last)
    return Opening(opening.sign, opening.length, opens_within_page.name) if opening is not None else None
