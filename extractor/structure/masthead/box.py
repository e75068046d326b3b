"""The box of the masthead: symbol, distribution, date of issue, original language, job number.

The box stands in a column of its own, at the right (at the left in Arabic papers), beside the name of the organ. Its
lines are known by what they say and by where they stand, so a box that a typesetter put elsewhere on the page is
still found (format catalogue 1.1).
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from extractor.layout.furniture import Sheet
from extractor.layout.furniture_words import JOB_NUMBER, plain
from extractor.layout.lines.model import Line
from extractor.lexicon.folding import fold
from extractor.records import replace
from extractor.rules import rule
from extractor.structure.masthead.dates import date_beside, whole_date
from extractor.structure.masthead.model import Box, Entry, Place
from extractor.structure.masthead.settings import SETTINGS
from extractor.structure.masthead.symbols import of_item, printed_symbols, symbols_in
from extractor.structure.masthead.words import words

#: The cell of an anchor that is only the end of a printed cell: it is none of the line's own.
_NO_CELL = -1


def read_box(lines: Sequence[Line], sheet: Sheet, language: str | None) -> Box:
    """The box among the lines of the first page."""
    entries = [
        # the box of right-to-left papers is in Latin letters, flush at its left
        Entry(Place(i, j), cell.text, *line.across(cell.x0, cell.x1), line.top, line.bottom)
        for i, line in enumerate(lines)
        for j, cell in enumerate(line.cells)
    ]
    anchor = _anchor(entries)
    symbols, used = printed_symbols(entries, anchor, sheet)
    if anchor is None:
        day, dated = date_beside.applies(entries, used, sheet, language)
        return Box(symbols, date=day, used=used | dated)
    column = _column(entries, anchor, sheet, language)
    bottom = max([anchor.bottom, *(entry.bottom for entry in column)])
    displaced = is_displaced.applies(anchor, sheet)
    closing = None if displaced else rule_below.applies(sheet, bottom)
    texts = [entry.text for entry in sorted(column, key=lambda entry: (entry.top, entry.x0))]
    return Box(
        symbols=symbols,
        distribution=_distribution(texts),
        date=_issued(texts, language),
        original_language=original_language(texts),
        version=language_line.applies(texts),
        edge=min([anchor.x0, *(entry.x0 for entry in column if at_right_edge.applies(entry, anchor, sheet))]),
        bottom=bottom if closing is None else closing,
        used=used | {entry.place for entry in column},
        displaced=displaced,
    )


@rule("masthead.low_box", source="catalogue 1.1: in the Geneva template the box may come between items of the list")
def is_displaced(anchor: Entry, sheet: Sheet) -> bool:
    """A box in the lower part of the page is cut out of the text that it stands in."""
    return anchor.top > SETTINGS.box_zone * sheet.page.height


def _anchor(entries: Sequence[Entry]) -> Entry | None:
    """The cell that shows where the column stands: `Distr.`, else `Original:`."""
    known = words()
    for pattern in (known.distribution_mark, known.original_mark):
        for entry in entries:
            # the hamza of an Arabic mark is folded
            found = pattern.search(entry.text) or pattern.search(fold(entry.text))
            if found is None or len(entry.text) - found.start() > SETTINGS.field_length:
                continue
            if found.start() and fold(entry.text[: found.start()]) not in known.distributions:
                if runs_together.applies(entry, found):
                    return _end_of(entry, found.start())
                continue
            if pattern is known.original_mark and original_language([entry.text]) is None:
                continue
            return entry
    return None


@rule("masthead.columns_run_together", source="catalogue 1.1: `Rotterdam Convention on the Prior Distr.: General`")
def runs_together(entry: Entry, mark: re.Match[str]) -> bool:
    """`Distr.` at the end of a cell with other text stands in a column that ran into the one before it."""
    return mark.start() >= SETTINGS.stray and bool(entry.text[mark.end() :].strip())


def _end_of(entry: Entry, start: int) -> Entry:
    """The end of a cell in which two columns run into each other: the box begins where the mark stands."""
    x0 = entry.x0 + start / len(entry.text) * (entry.x1 - entry.x0)
    return replace(entry, place=Place(entry.place.line, _NO_CELL), text=entry.text[start:], x0=x0)


def _column(entries: Sequence[Entry], anchor: Entry, sheet: Sheet, language: str | None) -> list[Entry]:
    """The cells of the box, upwards and downwards from the anchor."""
    own = anchor.x0 > SETTINGS.own_column * sheet.page.width
    closing = rule_below.applies(sheet, anchor.bottom)
    slack, gap = SETTINGS.column_slack, SETTINGS.box_gap
    column = [anchor]
    for step in (-1, 1):
        edge = anchor.top
        rows = sorted(
            (e for e in entries if e is not anchor and (e.top - anchor.top) * step > -SETTINGS.same_line),
            key=lambda e: e.top * step,
        )
        for entry in rows:
            aside = min(abs(entry.x0 - anchor.x0), abs(entry.x1 - anchor.x1))  # Arabic boxes may be flush at the right
            near = entry.x0 >= anchor.x0 - slack if own else aside <= 3 * slack
            near = near or (own and entry.x1 > anchor.x1 - slack and at_right_edge.applies(entry, anchor, sheet))
            if not near or entry in column:
                continue
            if abs(entry.top - edge) > gap or (step > 0 and closing is not None and entry.top > closing):
                break
            if step > 0 and of_item.applies(entry, entries):
                break
            known = _is_field(entry.text, language) or (own and is_loose.applies(entry, anchor, edge, closing))
            if not known and step > 0:
                break
            if not known:
                continue
            column.append(entry)
            edge = entry.top
    return column


@rule(
    "masthead.box_at_right_edge", source="conventions: `Distr.`, `GENERAL`, symbol and date all end at the right margin"
)
def at_right_edge(entry: Entry, anchor: Entry, sheet: Sheet) -> bool:
    """A cell in the right part of the page that ends where the mark of the box ends stands in the box."""
    flush = abs(entry.x1 - anchor.x1) < SETTINGS.column_slack
    return flush and entry.x0 > SETTINGS.own_column * sheet.page.width


@rule("masthead.other_line_of_box", source="catalogue 1.1: `Job No. ...`, `Item 2 (a)` and the like stand in the box")
def is_loose(entry: Entry, anchor: Entry, edge: float, closing: float | None) -> bool:
    """A short cell in the box's column is the box's own whatever it says, close to its lines or above its rule."""
    if len(entry.text) >= SETTINGS.field_length or (closing is None and entry.top - anchor.top > SETTINGS.open_box):
        return False
    return entry.top <= anchor.top or closing is not None or abs(entry.top - edge) < SETTINGS.loose_gap


def _is_field(text: str, language: str | None) -> bool:
    """Whether a cell says what only a box says."""
    known, folded = words(), fold(text).strip(" :.*")
    return bool(
        known.distribution_mark.search(text)
        or folded in known.distributions
        or folded in known.languages
        or (known.original_mark.search(fold(text)) and len(text) < SETTINGS.field_length)
        or (known.only.search(folded) and known.language_word.search(folded))
        or known.advance.match(folded)
        or symbols_in(text)
        or whole_date(text, language)
    )


@rule("masthead.box_rule", source="templates of all stations: a rule closes the box", otherwise=None)
def rule_below(sheet: Sheet, y: float) -> float | None:
    """Top of the rule that closes the box: pieces side by side over half of the page."""
    step = SETTINGS.rule_step
    low = min(y + SETTINGS.rule_reach, SETTINGS.box_zone * sheet.page.height)
    widths: defaultdict[int, float] = defaultdict(float)
    for one in sheet.page.rules:
        if one.horizontal and y - SETTINGS.rule_overlap < one.top < low:
            widths[round(one.top / step)] += one.x1 - one.x0
    least = SETTINGS.rule_width * sheet.page.width
    return next((step * key for key in sorted(widths) if widths[key] > least), None)


def _issued(texts: Sequence[str], language: str | None) -> dt.date | None:
    """The date of issue: in one line of the box, else in two where the column is narrow."""
    pairs = (" ".join(pair) for pair in pairwise(texts))
    return next((day for text in (*texts, *pairs) if (day := whole_date(text, language))), None)


def _distribution(texts: Sequence[str]) -> str | None:
    """The code of the word beside `Distr.`, or on the line below or above it."""
    known = words()
    for index, text in enumerate(texts):
        found = known.distribution_mark.search(text)
        if found is None:
            continue
        after = text[found.end() :]
        nearby = [after, text[: found.start()], *texts[index + 1 : index + 2], *texts[max(0, index - 1) : index]]
        for words_near in nearby:
            word = fold(words_near).strip(" :.*-,")
            if word in known.distributions:
                return known.distributions[word]
            first = word.split(" ")[0].strip(" :.*-,") if word else ""
            if words_near is after and first in known.distributions:
                return known.distributions[first]
    return None


def original_language(texts: Sequence[str]) -> str | None:
    """ISO 639-1 code of the language after `Original:`, the first of several; else of an `English only` line."""
    known = words()
    folded = [fold(text) for text in texts]
    whole = " ".join(folded)
    found = known.original_mark.search(whole)
    if found:
        rest = whole[found.end() : found.end() + SETTINGS.after_original]
        language = known.language_word.search(rest)
        if language and not re.search(r"\w", rest[: language.start()]):
            return known.languages[language[0]]
    for text in folded:
        only, language = known.only.search(text), known.language_word.search(text)
        if only and language and len(text) < SETTINGS.only_length:
            return known.languages[language[0]]
    return None


@rule(
    "masthead.language_line", source="catalogue 1.1: `English` over `Original: Arabic` is the version", otherwise=None
)
def language_line(texts: Sequence[str]) -> str | None:
    """ISO 639-1 code of the language that stands alone on the line over `Original:`."""
    known = words()
    for above, text in pairwise(map(fold, texts)):
        if known.original_mark.search(text) and above.strip(" :.*") in known.languages:
            return known.languages[above.strip(" :.*")]
    return None


def job_number(sheets: Sequence[Sheet]) -> str | None:
    """The job number, without language letter and print dates: at the foot of the first page, else of the others."""
    first = sheets[0]
    low = SETTINGS.job_zone * first.page.height
    rows = [*first.foot, *(line for line in reversed(first.body + first.notes) if line.top > low)]
    for line in [*rows, *(line for sheet in sheets[1:] for line in sheet.foot)]:
        for text in (line.text, *(cell.text for cell in line.cells)):
            found = JOB_NUMBER.search(plain(text))
            if found and (found.start() == 0 or line in first.foot or len(text) < SETTINGS.job_length):
                return "".join(found["number"].split())
    return job_in_box.applies(first)


@rule("masthead.job_in_box", source="regional commissions: `31-00417` below the original language", otherwise=None)
def job_in_box(sheet: Sheet) -> str | None:
    """A job number alone in its cell in the upper part of the first page."""
    low = SETTINGS.box_zone * sheet.page.height
    for line in sheet.body:
        for cell in line.cells if line.top < low else ():
            found = JOB_NUMBER.fullmatch(plain(cell.text))
            if found:
                return "".join(found["number"].split())
    return None
