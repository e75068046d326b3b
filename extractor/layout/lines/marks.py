"""Footnote marks: small raised digits, letters or stars, taken out of the text of their line.

They are kept with the place where they stood (format catalogue 7).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import attrgetter

from extractor.layout.lines.model import Mark
from extractor.reading.page import Span

#: Raised type at most this share of its line's size is a footnote mark or an ordinal's ending.
MARK_SIZE = 0.8
#: ... and stands at least this share of the line's size above the baseline.
MARK_RISE = 0.09

MARK = re.compile(r"^[,\s]*(?:[*∗†‡§]{1,4}|\d{1,3}|[a-z]{1,2})(?:\s*[,–-]\s*(?:[*∗†‡§]{1,4}|\d{1,3}|[a-z]))*[,.)/]?$")
ORDINAL_ENDING = re.compile(r"^(?:st|nd|rd|th|er|re|ère|e|ème|o|a|º|ª)$", re.IGNORECASE)
#: An ordinal is a short number that stands alone: `58/316` takes no ending, what is raised behind it is a mark.
ORDINAL = re.compile(r"(?<![\d/.,-])\d{1,3}$")
_STAR_SIGNS = ("*", "∗", "†", "‡")
BY_X0 = attrgetter("x0")
_STARS = re.compile(r"(?<=[^\s*∗(])\s?((?:[*∗]{1,4}|[†‡])(?:\s?,\s?(?:[*∗]{1,4}|[†‡]))*)$")
_INNER_STAR = re.compile(r"(?<=[\w)”’:])([*∗]{1,4}(?:\s?,\s?[*∗]{1,4})*)(?=[\s)])")


def lower_marks(rows: list[list[Span]]) -> list[list[Span]]:
    """Put rows that hold only raised small type down on the line they belong to."""
    kept: list[list[Span]] = []
    largest = [row[0].size if len(row) == 1 else max([span.size for span in row]) for row in rows]
    for index, row in enumerate(rows):
        below = rows[index + 1 : index + 4]
        small = MARK_SIZE * max(largest[index + 1 : index + 4], default=0.0) + 0.3
        if not [span for span in row if span.size <= small or "*" in span.text]:  # as in nearly all rows
            kept.append(row)
            continue
        rest: list[Span] = []
        for span in row:
            home = _home(span, below) if span.size <= small or "*" in span.text else None
            if home is not None:
                home.append(span)
            else:
                rest.append(span)
        if rest:
            kept.append(rest)
    return kept


def _home(span: Span, below: Sequence[list[Span]]) -> list[Span] | None:
    text = span.text.strip()
    if not (MARK.match(text) or ORDINAL_ENDING.match(text)):
        return None
    for row in below:
        first = min(row, key=BY_X0)
        rise = first.baseline - span.baseline
        if (
            span.x1 - 1.0 <= first.x0 < span.x1 + 3.0 * first.size
            and 0 < rise <= 0.75 * first.size
            and (span.size <= MARK_SIZE * first.size + 0.3)
        ):
            return row  # the mark that opens a footnote
        for other in row:
            rise = other.baseline - span.baseline
            if (
                (span.size <= MARK_SIZE * other.size + 0.3 or text in {"*", "**", "***"})
                and 0 < rise <= 0.75 * other.size
                and -1.0 <= span.x0 - other.x1 <= 0.5 * other.size
            ):
                return row
    return None


def take_stars(text: str, found: list[Mark]) -> tuple[str, list[Mark]]:
    """Stars and daggers set like other type are marks where they stand behind a word."""
    if "*" in text:
        text, found = _inner_stars(text, found)
    star = _STARS.search(text) if text[-1:] in _STAR_SIGNS else None
    if star and not star.string[: star.start()].endswith("*"):
        text = text[: star.start()].rstrip()
        found += _each(star[1], len(text))
    return text, found


def _inner_stars(text: str, found: list[Mark]) -> tuple[str, list[Mark]]:
    """Stars behind a word in the middle of a line (`Report for 2030* (A/99/1)`) are marks as well."""
    while inner := _INNER_STAR.search(text):
        start, end = inner.span(1)
        text = text[:start] + text[end:]
        found = [Mark(mark.sign, mark.offset - (end - start) if mark.offset > start else mark.offset) for mark in found]
        found += _each(inner[1], start)
    return text, found


def _each(signs: str, offset: int) -> list[Mark]:
    """The marks of a list of stars: `*, **` stands for two notes."""
    return [Mark(sign.strip().replace("∗", "*"), offset) for sign in signs.split(",")]
