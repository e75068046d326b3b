"""The masthead: what the paper says of itself before its text begins.

From the top of the first page: the box (:mod:`extractor.structure.masthead.box`) beside the organ's name; below it
a block of body, session, place and dates and item line, once for each body; then the title with the lines that belong
to it. Sources: UN Editorial Manual (first page of documents) and format catalogue 1.1 to 1.3.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extractor.diagnostics import INFERRED_SYMBOL
from extractor.layout.furniture import Sheet
from extractor.layout.lines.model import Cell, Line
from extractor.structure.masthead.block import is_prose, read_block
from extractor.structure.masthead.box import job_number, read_box
from extractor.structure.masthead.checks import looks_like_un_paper, not_a_paper
from extractor.structure.masthead.item_line import item_line
from extractor.structure.masthead.model import Box, Masthead, Row, Section, row_of
from extractor.structure.masthead.rows import TITLE_INDENT, starts_list
from extractor.structure.masthead.sessions import dates_of, session_of
from extractor.structure.masthead.symbols import running_symbols, vote
from extractor.structure.masthead.words import fold, words

__all__ = ["Masthead", "Section", "looks_like_un_paper", "not_a_paper", "read_masthead"]

#: Type smaller than this is a stray sign of the template, not text (points).
LEAST_SIZE = 4.0
#: Rows looked at under the box: the longest masthead seen has 24.
MOST_ROWS = 60
#: Two columns begin at least this far apart (points), as in papers of two organs.
COLUMNS_APART = 110.0
# the letters of the organ in large type: A, E, TD, CBD
_LOGO = re.compile(r"[A-Z]{1,4}|\w")
_SIGNS_ONLY = re.compile(r"[,;*∗\d\s]{1,5}")


def read_masthead(sheets: Sequence[Sheet], language: str | None = None) -> Masthead:
    """The masthead of a paper.

    Takes the pages with furniture and footnotes set aside, the ISO 639-1 code of the running text (``None`` when
    unknown) and the words of the paper in lower case, which tell a hyphen that only breaks a word from a printed one.
    A paper without masthead gives an empty one with ``end`` 0; nothing is raised.
    """
    masthead = Masthead()
    if not sheets:
        return masthead
    first = sheets[0]
    lines = first.body
    masthead.job_number = job_number(sheets)
    box = read_box(lines, first, language)
    masthead.symbols, reason = vote(box.symbols, running_symbols(sheets))
    masthead.symbol = masthead.symbols[0] if masthead.symbols else None
    if reason:
        masthead.inferred.append(INFERRED_SYMBOL.note(1, why=reason))
    masthead.distribution, masthead.date = box.distribution, box.date
    masthead.original_language = box.original_language
    organ, below = _rows(lines, box, first, language)
    if not (masthead.symbols or box.edge is not None):
        # papers of conventions and agencies may have no box; then the block or the title itself must show
        trial = Masthead(job_number=masthead.job_number)
        read_block(trial, [], [replace(row) for row in below], language)
        if not (trial.sessions or trial.place_lines or (trial.title and words().title.search(fold(trial.title)))):
            return masthead
    read_block(masthead, organ, below, language)
    last = max((index for index, _ in box.used if not box.displaced), default=-1)
    if not below or last < below[0].line:
        masthead.end = max(masthead.end, last + 1)
    masthead.consumed = frozenset(index for index, _ in box.used if index >= masthead.end)
    return masthead


def _rows(lines: Sequence[Line], box: Box, sheet: Sheet, language: str | None) -> tuple[list[Row], list[Row]]:
    """The organ's rows beside the box, and the rows below it down to where the text begins."""
    left: list[tuple[int, Line, list[Cell]]] = []
    for index, line in enumerate(lines):
        kept = [cell for j, cell in enumerate(line.cells) if (index, j) not in box.used and cell.size >= LEAST_SIZE]
        cells = [cell for cell in kept if cell.text.strip(" ,;*∗_-–")]
        if cells:
            left.append((index, line, cells))
    boxed = box.edge is not None and not box.displaced
    organ: list[Row] = []
    below: list[Row] = []
    for position, (index, line, cells) in enumerate(left):
        row = row_of(index, line, cells)
        if _SIGNS_ONLY.fullmatch(row.text) and position + 1 < len(left):
            after = left[position + 1][1]
            if after.baseline - line.baseline < 0.8 * after.size and after.size > line.size:
                continue  # footnote marks of the next line
        folded = fold(row.text).strip(" -–|")
        named = folded in words().organization
        goes_on = named and _continues(left, position)
        if (named and not goes_on) or words().advance.match(folded) or _LOGO.fullmatch(row.text):
            continue
        if boxed and row.bottom <= box.bottom + 2 and not below:
            own = cells if goes_on else _own(cells)
            if own:
                beside = row_of(index, line, own)
                (below if organ and _opens_block(beside.text, language) else organ).append(beside)
        elif organ and boxed and not below and not sheet.page.rules and row.follows(organ[-1]) and row.size > 11:
            organ.append(row)
        elif len(below) < MOST_ROWS:
            below.append(row)
        else:
            break
    return organ, below if sheet.page.rtl else _columns(below, lines, box)


def _opens_block(text: str, language: str | None) -> bool:
    """Whether a line beside the box is of the block of session, dates and item line: agencies set all of it there."""
    return session_of(text, language) is not None or dates_of(text, language) or item_line(text) is not None


def _own(cells: list[Cell]) -> list[Cell]:
    """The organ's cells: without the Organization's name and the letters of a logo on the same line."""
    return [cell for cell in cells if fold(cell.text).strip(" -–") not in words().organization and len(cell.text) > 1]


def _continues(left: Sequence[tuple[int, Line, list[Cell]]], position: int) -> bool:
    """Whether `United Nations` only begins a longer name in the same type: `Conference on Trade and Development`."""
    index, line, cells = left[position]
    if len(cells) > 1 or position + 1 >= len(left):
        return False
    index_after, line_after, cells_after = left[position + 1]
    row, after = row_of(index, line, cells), row_of(index_after, line_after, cells_after[:1])
    return (
        abs(after.size - row.size) <= 0.7
        and after.bold == row.bold
        and after.gap(row) <= 1.7
        and abs(after.x0 - row.x0) < 4
        and " " in row.text
        and fold(after.text) not in words().organization
        and row.text != row.text.upper()
    )


def _columns(rows: list[Row], lines: Sequence[Line], box: Box) -> list[Row]:
    """Rows of two columns, as papers of two organs have them, taken apart; the left column comes first."""
    head: list[Row] = []
    for row in rows:
        if starts_list(row) or is_prose(row):
            break
        head.append(row)
    starts: Counter[int] = Counter()
    margin = min((row.x0 for row in head), default=0.0)
    for row in head:
        for j, cell in enumerate(lines[row.line].cells):
            if (
                (row.line, j) not in box.used
                and cell.x0 - margin > COLUMNS_APART
                and cell is not lines[row.line].cells[0]
            ):
                starts[round(cell.x0 / 4)] += 1
    common = [key for key, count in starts.most_common(1) if count >= 2]
    if not common:
        return rows
    edge = 4.0 * common[0] - 8
    first: list[Row] = []
    second: list[Row] = []
    rest: list[Row] = []
    done = False
    for row in rows:
        line = lines[row.line]
        cells = [cell for j, cell in enumerate(line.cells) if (row.line, j) not in box.used and cell.size >= LEAST_SIZE]
        left = [cell for cell in cells if cell.x0 < edge]
        right = [cell for cell in cells if cell.x0 >= edge]
        across = bool(left) and (
            max(cell.x1 for cell in left) > edge + 12 or (not right and min(c.x0 for c in left) > margin + TITLE_INDENT)
        )
        if done or across:
            done = True
            rest.append(row)
            continue
        if left:
            first.append(row_of(row.line, line, left))
        if right:
            second.append(row_of(row.line, line, right, 1))
    return [*first, *second, *rest]
