"""The symbols of the masthead: in its box, in the running head, in votes between them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from extractor.grammar.symbols import find_symbols
from extractor.layout.furniture import Sheet
from extractor.layout.lines.model import Cell, Line
from extractor.structure.masthead.dates import last_word, split_head
from extractor.structure.masthead.model import BOX_GAP, BOX_ZONE, COLUMN_SLACK, QUALIFIER, Box, Entry
from extractor.structure.masthead.words import fold, words

#: Running heads looked at: later pages say nothing new.
HEADS = 12
#: A symbol of the running heads replaces the masthead's where the one element that differs is as alike as this.
MISREAD = 0.4
_STARS = re.compile(r"[*∗†]+")
_JOINTS = re.compile(r"[\s,;/()–—−-]*(?:and[\s,]*)?")


def symbols_in(text: str) -> list[str]:
    """The canonical symbols of a cell that holds nothing else, else none."""
    if "/" not in text:  # as in most cells of a first page
        return []
    bare = _without_organization(QUALIFIER.sub("", _STARS.sub("", text).strip()))
    if "/" not in bare or len(bare) > 120:
        return []
    found = find_symbols(bare)
    rest, last = "", 0
    for span in found:
        rest += bare[last : span.start]
        last = span.end
    rest += bare[last:]
    if not found or _JOINTS.sub("", rest):
        return []
    return list(dict.fromkeys(str(part) for span in found for part in (span.symbol.parts or (span.symbol,))))


def _without_organization(text: str) -> str:
    """A cell without the name of the Organization, where the two ran into each other."""
    folded = fold(text)
    if len(folded) != len(text):
        return text
    for name in words().organization:
        if len(name) > 5 and folded.startswith(name):
            return text[len(name) :].strip()
        if len(name) > 5 and folded.endswith(name):
            return text[: -len(name)].strip()
    return text


def take_symbol(box: Box, entries: Sequence[Entry], anchor: Entry | None, sheet: Sheet) -> None:
    """The symbol at the outer top of the page, its first letters possibly in larger type and split off."""
    width, height = sheet.page.width, sheet.page.height
    low = min(0.3 * height, anchor.bottom + 90) if anchor and anchor.top < BOX_ZONE * height else 0.3 * height
    zone = [entry for entry in entries if entry.top < low]
    if anchor is not None and anchor.top >= BOX_ZONE * height:
        zone += [entry for entry in entries if abs(entry.top - anchor.top) < 3 * BOX_GAP]
    found: list[tuple[float, Entry, list[str], list[Entry]]] = []
    for entry in zone:
        found_here, parts = symbols_in(entry.text), [entry]
        head = split_head(entry, zone)
        if head is not None:
            joined = symbols_in(last_word(head.text) + entry.text)
            if joined and (not found_here or entry.text.startswith("/")):
                found_here, parts = joined, [entry, head]
        if found_here:
            right = entry.x1 > 0.7 * width or entry.x0 > 0.5 * width
            column = anchor is not None and abs(entry.x0 - anchor.x0) < 2 * COLUMN_SLACK
            top = entry.top < 0.15 * height
            if right or column or top:
                found.append((2.0 * right + 2.0 * column + top, entry, found_here, parts))
    if not found:
        return
    best = max(found, key=lambda row: (row[0], -row[1].top))
    for score, entry, symbols, parts in sorted(found, key=lambda row: row[1].top):
        # joint symbols stand one below the other; a dash at the end joins them wherever the line begins
        if (
            (score >= best[0] - 1 or entry.text.rstrip().endswith(("-", "–")))
            and abs(entry.top - best[1].top) <= 2.2 * (entry.bottom - entry.top + 4)
            and (entry is best[1] or abs(entry.x0 - best[1].x0) < 30 or abs(entry.x1 - best[1].x1) < 30)
        ):
            box.symbols += [symbol for symbol in symbols if symbol not in box.symbols]
            box.used |= {(part.line, part.cell) for part in parts}


def running_symbols(sheets: Sequence[Sheet]) -> list[str]:
    """The symbols of the running heads, the most frequent first; a head of two joint symbols gives both in printed
    order.
    """
    counts: Counter[str] = Counter()
    read: dict[str, list[str]] = {}  # a running head says the same on each page
    pages = 0
    for sheet in sheets[:HEADS]:
        outer = [line for line in [*sheet.head, *sheet.body[:3]] if line.bottom < 0.14 * sheet.page.height]
        here: list[str] = []
        for cell in (cell for line in outer for cell in _cells(line)):
            if cell.text not in read:
                read[cell.text] = symbols_in(cell.text)
            here += [symbol for symbol in read[cell.text] if symbol not in here]
        counts.update(here)
        pages += bool(here)
    least = max(1, 0.4 * pages)
    return [symbol for symbol, count in counts.most_common() if count >= least]


def _cells(line: Line) -> list[Cell]:
    return line.cells


def vote(box: Sequence[str], running: Sequence[str]) -> tuple[list[str], str | None]:
    """The symbols of the paper from its two witnesses, and a reason where the running heads decided.

    The masthead wins unless it is silent, or is a misreading of what the running heads say.
    """
    if not box:
        return list(running[:2]) if len(running) == 2 and _joint(running) else list(running[:1]), (
            "symbol taken from the running heads" if running else None
        )
    if running and not set(box) & set(running):
        for symbol in running[:2]:
            if len(box) == 1 and _misread(box[0], symbol):
                return [symbol], f"symbol taken from the running heads, the masthead reads {box[0]}"
    return list(box), None


def _joint(symbols: Sequence[str]) -> bool:
    return len({symbol.split("/")[0] for symbol in symbols[:2]}) == 2


def _misread(one: str, other: str) -> bool:
    """Whether two symbols differ by the letters of one element only, as a misread one does from the true one."""
    ours, theirs = one.split("/"), other.split("/")
    differing = [(a, b) for a, b in zip(ours, theirs, strict=False) if a != b]
    if len(ours) != len(theirs) or len(differing) != 1:
        return False
    (a, b) = differing[0]
    # two true numbers that differ are two papers
    return not (a.isdigit() and b.isdigit()) and abs(len(a) - len(b)) <= 1 and _likeness(a, b) >= MISREAD


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
