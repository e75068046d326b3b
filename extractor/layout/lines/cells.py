"""Spans -> cells: runs of text on one line without a wide gap between them."""

from __future__ import annotations

import re

from extractor.layout.lines.marks import MARK, MARK_RISE, MARK_SIZE, ORDINAL, ORDINAL_ENDING, take_stars
from extractor.layout.lines.model import Cell, Head, Mark
from extractor.layout.lines.tidy import tidy, tidy_with_offsets
from extractor.reading.page import Span

#: A gap wider than this many ems between two runs is a blank (0.25 em as set, less where lines are justified tight).
WORD_GAP = 0.19
#: What may stand in plain type before words that stand out at the head of a line: a label.
_PLAIN_LABEL = re.compile(r"\s*(?:[^\W\d_]+\s+){0,2}\(?(?:\d{1,3}(?:\.\d{1,2})*|[^\W\d_]{1,4}(?=[.)]))[.):]?\s*")
_BLANKS = " \u00a0"


def weight_of(text: str) -> int:
    """How much a run counts when the face of its line is settled: blanks and the dots of leaders count nothing."""
    return len(text) - text.count(".") - text.count(" ") or 1


def heaviest(weights: dict[float, int]) -> float:
    """The size that most of the text has; of equals, the larger."""
    if len(weights) == 1:
        return next(iter(weights))
    return max(weights, key=lambda key: (weights[key], key))


def cell_of(group: list[Span], baseline: float) -> Cell:
    """Join spans to text; raised small signs become marks."""
    first = group[0]
    size, bold, italic = first.size, first.bold, first.italic
    raised = baseline - MARK_RISE * size
    for span in group:
        if span.size != size or span.bold is not bold or span.italic is not italic or span.baseline <= raised:
            return _mixed_cell(group, baseline)
    # One face and no raised type, as in nearly all cells: nothing is to be weighed.
    text, reach = first.text, first.x1
    for span in group[1:]:
        if span.x0 - reach > WORD_GAP * size and text[-1] not in _BLANKS and span.text[0] != " ":
            text += " "
        text += span.text
        reach = span.x1
    text, marks = take_stars(tidy(text), [])
    x1 = first.x1 if len(group) == 1 else max([span.x1 for span in group])
    return Cell(text, first.x0, x1, size, bold, italic, marks)


def _mixed_cell(group: list[Span], baseline: float) -> Cell:
    """A cell of several faces, or with raised type in it."""
    parts: list[str] = []
    marks: list[tuple[str, int]] = []
    length = 0
    bold = italic = letters = 0
    weights: dict[float, int] = {}
    previous: Span | None = None
    largest = max([span.size for span in group])
    leading: Span | None = None  # the first of the words that stand out at the head
    plain: Span | None = None  # the first behind them
    head_end = 0
    for span in group:
        raw = span.text
        stripped = raw.strip()
        raised = baseline - span.baseline >= MARK_RISE * largest and (
            span.size <= MARK_SIZE * largest + 0.3 or stripped.strip("*∗") == ""
        )
        if raised and length and ORDINAL_ENDING.match(stripped) and ORDINAL.search(parts[-1].rstrip()):
            parts[-1] = parts[-1].rstrip()
            parts.append(raw)
            length = sum(map(len, parts))
            previous = span
            continue
        if raised and MARK.match(stripped):
            marks += [(sign, length) for sign in re.findall(r"[*∗†‡§]+|\d+|[a-z]+", stripped)]
            if raw.endswith(" "):
                parts.append(" ")
                length += 1
            previous = span
            continue
        if previous is not None and parts and not parts[-1].endswith((" ", "\u00a0")) and not raw.startswith(" "):
            gap = span.x0 - previous.x1
            if gap > WORD_GAP * min(span.size, max(previous.size, 0.5 * span.size)):
                parts.append(" ")
                length += 1
        if leading is None:
            if (span.bold or span.italic) and (length == 0 or _PLAIN_LABEL.fullmatch("".join(parts))):
                leading = span
        elif plain is None and stripped and (span.bold, span.italic) != (leading.bold, leading.italic):
            plain, head_end = span, length
        parts.append(raw)
        length += len(raw)
        count = weight_of(stripped)
        letters += count
        bold += count if span.bold else 0
        italic += count if span.italic else 0
        weights[span.size] = weights.get(span.size, 0) + count
        previous = span
    text, offsets = tidy_with_offsets("".join(parts), [head_end, *[offset for _, offset in marks]])
    text, found = take_stars(text, [Mark(sign, offset) for (sign, _), offset in zip(marks, offsets[1:], strict=True)])
    head = None
    if leading is not None and plain is not None and not (plain.bold or plain.italic) and 0 < offsets[0] < len(text):
        head = Head(offsets[0], plain.x0, leading.bold, leading.italic)
    size = heaviest(weights) if weights else group[0].size
    letters = letters or 1
    return Cell(
        text,
        min([span.x0 for span in group]),
        max([span.x1 for span in group]),
        size,
        bold >= 0.6 * letters,
        italic >= 0.6 * letters,
        found,
        head,
    )
