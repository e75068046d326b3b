"""The box of the masthead: symbol, distribution, date of issue, original language, job number.

The box stands in a column of its own, at the right (at the left in Arabic papers), beside the name of the organ. Its
lines are told by what they say and by where they stand, so a box that a typesetter put elsewhere on the page is still
found (format catalogue 1.1).
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from extractor.grammar.calendar import CalendarContext, find_dates
from extractor.grammar.symbols import find_symbols
from extractor.layout.furniture import JOB_NUMBER, Sheet
from extractor.layout.lines.model import Cell, Line
from extractor.structure.masthead_words import fold, words
from extractor.structure.words import has_figure

#: Cells that begin this near to the column's edge belong to the column (points; measured: 1 pt in digital papers, 10
#: in scans).
COLUMN_SLACK = 15.0
#: A box farther left than this share of the page's width has no column of its own: only what is known for a field is
#: taken.
OWN_COLUMN = 0.4
#: The box ends in the upper part of the page ...
BOX_ZONE = 0.42
#: ... and its lines are at most this far apart (points): a blank line stands between the date and the language.
BOX_GAP = 52.0
#: The first letters of a symbol, split off in larger type, end at most this far before the rest (points) ...
CLOSE_HEAD = 8.0
#: ... farther where the rest begins with its slash and cannot stand alone.
LOOSE_HEAD = 16.0
#: Running heads looked at: later pages say nothing new.
HEADS = 12
#: A symbol of the running heads replaces the masthead's where the one element that differs is as alike as this.
MISREAD = 0.4

# `EB152/1 (annotated)`, `SCP/36/1 PROV.2`, `Document C24/1-E`: words around the symbol in the box
_QUALIFIER = re.compile(r"\s*\(annotated\)$|\s*\bprov\.?\s?\d{0,2}$|^document:?\s+", re.IGNORECASE)
_STARS = re.compile(r"[*∗†]+")
_JOINTS = re.compile(r"[\s,;/()–—−-]*(?:and[\s,]*)?")
_DATE_LABEL = re.compile(r"^\s*(?:\[|Date\s*:|Date\s+of\s+issue\s*:|[^\W\d_]+\s*,)?\s*", re.IGNORECASE)


@dataclass(slots=True)
class Box:
    """What the box says. `used` holds (line, cell) indexes of page 1 that are the box's own; `bottom` is where it
    ends.
    """

    symbols: list[str] = field(default_factory=list)
    distribution: str | None = None
    date: dt.date | None = None
    original_language: str | None = None
    edge: float | None = None
    top: float = 0.0
    bottom: float = 0.0
    used: set[tuple[int, int]] = field(default_factory=set)
    displaced: bool = False


@dataclass(slots=True)
class _Entry:
    line: int
    cell: int
    text: str
    x0: float
    x1: float
    top: float
    bottom: float


def read_box(lines: Sequence[Line], sheet: Sheet, language: str | None) -> Box:
    """The box among the lines of the first page."""
    box = Box()
    entries = [
        # the box of right-to-left papers is in Latin letters, flush at its left
        _Entry(i, j, cell.text, *line.across(cell.x0, cell.x1), line.top, line.bottom)
        for i, line in enumerate(lines)
        for j, cell in enumerate(line.cells)
    ]
    anchor = _anchor(entries, sheet, language)
    _take_symbol(box, entries, anchor, sheet)
    if anchor is None:
        _take_date_beside(box, entries, sheet, language)
        return box
    box.edge, box.displaced = anchor.x0, anchor.top > BOX_ZONE * sheet.page.height
    column = _column(entries, anchor, sheet, language)
    box.used |= {(entry.line, entry.cell) for entry in column}
    box.top = min([anchor.top, *(entry.top for entry in column)])
    box.bottom = max([anchor.bottom, *(entry.bottom for entry in column)])
    rule = _rule_below(sheet, box.bottom)
    if rule is not None and not box.displaced:
        box.bottom = rule
    texts = [entry.text for entry in sorted(column, key=lambda entry: (entry.top, entry.x0))]
    box.distribution = _distribution(texts)
    box.original_language = original_language(texts)
    box.date = next((day for text in texts if (day := whole_date(text, language))), None)
    return box


def _anchor(entries: Sequence[_Entry], sheet: Sheet, language: str | None) -> _Entry | None:
    """The cell that tells where the column stands: `Distr.`, else `Original:`."""
    known = words()
    for pattern in (known.distribution_mark, known.original_mark):
        for entry in entries:
            found = pattern.search(entry.text)
            if found is None or len(entry.text) > 60:
                continue
            if found.start() and fold(entry.text[: found.start()]) not in known.distributions:
                if found.start() < 4 or not entry.text[found.end() :].strip():
                    continue
                # two columns that run into each other: the box begins where the mark stands
                share = found.start() / len(entry.text)
                return _Entry(
                    entry.line,
                    -1,
                    entry.text[found.start() :],
                    entry.x0 + share * (entry.x1 - entry.x0),
                    entry.x1,
                    entry.top,
                    entry.bottom,
                )
            if pattern is known.original_mark and original_language([entry.text]) is None:
                continue
            return entry
    return None


def _column(entries: Sequence[_Entry], anchor: _Entry, sheet: Sheet, language: str | None) -> list[_Entry]:
    """The cells of the box, upwards and downwards from the anchor."""
    own = anchor.x0 > OWN_COLUMN * sheet.page.width
    rule = _rule_below(sheet, anchor.bottom)
    column = [anchor]
    for step in (-1, 1):
        edge = anchor.top
        rows = sorted(
            (e for e in entries if e is not anchor and (e.top - anchor.top) * step > -4), key=lambda e: e.top * step
        )
        for entry in rows:
            near = entry.x0 >= anchor.x0 - COLUMN_SLACK if own else abs(entry.x0 - anchor.x0) <= 3 * COLUMN_SLACK
            if not near or entry in column:
                continue
            if abs(entry.top - edge) > BOX_GAP or (step > 0 and rule is not None and entry.top > rule):
                break
            if not _is_field(entry.text, language):
                loose = own and (step < 0 or rule is not None or abs(entry.top - edge) < 30) and len(entry.text) < 60
                if not loose or (rule is None and entry.top - anchor.top > 110):
                    if step > 0:
                        break
                    continue
            column.append(entry)
            edge = entry.top
    return column


def _is_field(text: str, language: str | None) -> bool:
    known, folded = words(), fold(text).strip(" :.*")
    return bool(
        known.distribution_mark.search(text)
        or folded in known.distributions
        or folded in known.languages
        or (known.original_mark.search(text) and len(text) < 60)
        or (known.only.search(folded) and known.language_word.search(folded))
        or known.advance.match(folded)
        or symbols_in(text)
        or whole_date(text, language)
    )


def _rule_below(sheet: Sheet, y: float) -> float | None:
    """Top of the rule that closes the box: pieces side by side over half of the page."""
    spans: dict[int, float] = {}
    for rule in sheet.page.rules:
        if rule.horizontal and y - 2 < rule.top < min(y + 130, BOX_ZONE * sheet.page.height):
            spans[round(rule.top / 3)] = spans.get(round(rule.top / 3), 0.0) + rule.x1 - rule.x0
    return next((3.0 * key for key in sorted(spans) if spans[key] > 0.5 * sheet.page.width), None)


def symbols_in(text: str) -> list[str]:
    """The canonical symbols of a cell that holds nothing else, else none."""
    if "/" not in text:  # as in most cells of a first page
        return []
    bare = _without_organization(_QUALIFIER.sub("", _STARS.sub("", text).strip()))
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


def _take_symbol(box: Box, entries: Sequence[_Entry], anchor: _Entry | None, sheet: Sheet) -> None:
    """The symbol at the outer top of the page, its first letters possibly in larger type and split off."""
    width, height = sheet.page.width, sheet.page.height
    low = min(0.3 * height, anchor.bottom + 90) if anchor and anchor.top < BOX_ZONE * height else 0.3 * height
    zone = [entry for entry in entries if entry.top < low]
    if anchor is not None and anchor.top >= BOX_ZONE * height:
        zone += [entry for entry in entries if abs(entry.top - anchor.top) < 3 * BOX_GAP]
    found: list[tuple[float, _Entry, list[str], list[_Entry]]] = []
    for entry in zone:
        found_here, parts = symbols_in(entry.text), [entry]
        head = _split_head(entry, zone)
        if head is not None:
            joined = symbols_in(_last_word(head.text) + entry.text)
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


def _take_date_beside(box: Box, entries: Sequence[_Entry], sheet: Sheet, language: str | None) -> None:
    """The date under or over the symbol in papers of agencies, whose mastheads have neither `Distr.` nor `Original:`.

    A month alone (`October 2031`) gives no date, but belongs to the box all the same.
    """
    symbol = next((e for e in entries if (e.line, e.cell) in box.used and e.x0 > 0.5 * sheet.page.width), None)
    if symbol is None:
        return
    for entry in entries:
        near = entry.x1 > symbol.x0 and entry.x0 > OWN_COLUMN * sheet.page.width and entry is not symbol
        if not (near and abs(entry.top - symbol.top) < BOX_GAP and len(entry.text) < 50):
            continue
        day = whole_date(entry.text, language)
        if day is not None or _whole_month(entry.text, language):
            box.date = box.date or day
            box.used.add((entry.line, entry.cell))


def _whole_month(text: str, language: str | None) -> bool:
    """Whether a line is a month and year: `October 2031`."""
    for code in dict.fromkeys((language, "en")):
        for span in find_dates(text.strip(), CalendarContext(language=code)):
            if span.precision == "month" and span.end - span.start >= 0.9 * len(text.strip()):
                return True
    return False


def _last_word(text: str) -> str:
    return text.rsplit(" ", 1)[-1]


def _split_head(entry: _Entry, zone: Sequence[_Entry]) -> _Entry | None:
    """The cell that ends just left of this one, on about the same line."""
    for other in zone:
        reach = LOOSE_HEAD if entry.text.startswith("/") else CLOSE_HEAD
        if other is not entry and abs(other.top - entry.top) < 8 and -2 <= entry.x0 - other.x1 <= reach:
            word = _last_word(other.text)
            if len(word) <= 12 and word[:1].isupper():
                return other
    return None


def whole_date(text: str, language: str | None) -> dt.date | None:
    """The day that a line consists of: `16 March 2022`, `Date: 17 August 2010`, `[11 septembre 1997]`, `PARIS, 9
    April 2008`.
    """
    if len(text) > 50 or not has_figure(text):
        return None
    bare = _DATE_LABEL.sub("", text).strip(" ]*")
    for code in dict.fromkeys((language, "en")):
        for span in find_dates(bare, CalendarContext(language=code)):
            if span.first is not None and span.first == span.last and span.end - span.start >= 0.7 * len(bare):
                return span.first
    return None


def _distribution(texts: Sequence[str]) -> str | None:
    known = words()
    for index, text in enumerate(texts):
        found = known.distribution_mark.search(text)
        if found is None:
            continue
        nearby = [
            text[found.end() :],
            text[: found.start()],
            *texts[index + 1 : index + 2],
            *texts[max(0, index - 1) : index],
        ]
        for words_near in nearby:
            word = fold(words_near).strip(" :.*-,")
            if word in known.distributions:
                return known.distributions[word]
            first = word.split(" ")[0].strip(" :.*-,") if word else ""
            if words_near is nearby[0] and first in known.distributions:
                return known.distributions[first]
    return None


def original_language(texts: Iterable[str]) -> str | None:
    """ISO 639-1 code of the language after `Original:`, the first of several; else of an `English only` line."""
    known = words()
    whole = " ".join(fold(text) for text in texts)
    found = known.original_mark.search(whole)
    if found:
        rest = whole[found.end() : found.end() + 40]
        language = known.language_word.search(rest)
        if language and not re.search(r"\w", rest[: language.start()]):
            return known.languages[language[0]]
    for text in map(fold, texts if isinstance(texts, list) else [whole]):
        only, language = known.only.search(text), known.language_word.search(text)
        if only and language and len(text) < 80:
            return known.languages[language[0]]
    return None


def job_number(sheets: Sequence[Sheet]) -> str | None:
    """The job number at the foot of the first page, else in the feet of the others, without language letter and print
    dates.
    """
    first = sheets[0]
    low = 0.75 * first.page.height
    rows = [*first.foot, *(line for line in reversed(first.body + first.notes) if line.top > low)]
    for line in [*rows, *(line for sheet in sheets[1:] for line in sheet.foot)]:
        for text in (line.text, *(cell.text for cell in line.cells)):
            found = JOB_NUMBER.search(text)
            if found and (found.start() == 0 or line in first.foot or len(text) < 40):
                return re.sub(r"\s+", "", found["number"])
    return None


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
