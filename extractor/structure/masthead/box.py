"""The box of the masthead: symbol, distribution, date of issue, original language, job number.

The box stands in a column of its own, at the right (at the left in Arabic papers), beside the name of the organ. Its
lines are told by what they say and by where they stand, so a box that a typesetter put elsewhere on the page is still
found (format catalogue 1.1).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extractor.layout.furniture import JOB_NUMBER, Sheet
from extractor.layout.lines.model import Line
from extractor.structure.masthead.dates import take_date_beside, whole_date
from extractor.structure.masthead.model import BOX_GAP, BOX_ZONE, COLUMN_SLACK, OWN_COLUMN, Box, Entry
from extractor.structure.masthead.symbols import symbols_in, take_symbol
from extractor.structure.masthead.words import fold, words


def read_box(lines: Sequence[Line], sheet: Sheet, language: str | None) -> Box:
    """The box among the lines of the first page."""
    box = Box()
    entries = [
        # the box of right-to-left papers is in Latin letters, flush at its left
        Entry(i, j, cell.text, *line.across(cell.x0, cell.x1), line.top, line.bottom)
        for i, line in enumerate(lines)
        for j, cell in enumerate(line.cells)
    ]
    anchor = _anchor(entries, sheet, language)
    take_symbol(box, entries, anchor, sheet)
    if anchor is None:
        take_date_beside(box, entries, sheet, language)
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


def _anchor(entries: Sequence[Entry], sheet: Sheet, language: str | None) -> Entry | None:
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
                return Entry(
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


def _column(entries: Sequence[Entry], anchor: Entry, sheet: Sheet, language: str | None) -> list[Entry]:
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
