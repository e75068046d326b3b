"""Footnote marks: small raised digits, letters or stars, taken out of the text of their line.

They are kept with the place where they stood (format catalogue 7).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from operator import attrgetter

from extractor.built import compiled, prepared
from extractor.layout.lines.model import Mark
from extractor.layout.lines.settings import LINES
from extractor.lexicon.words import either
from extractor.reading.page import Span
from extractor.rules import rule

MARK = compiled(
    r"^[,\s]*[()]?(?:[*∗†‡§]{1,4}|\d{1,3}|[a-z]{1,2})(?:\s*[,–-]\s*(?:[*∗†‡§]{1,4}|\d{1,3}|[a-z]))*[,.)(/]?$"
)
#: What stands between the marks of a list.
SEPARATORS = frozenset(",;")
#: An ordinal is a short number that stands alone: `58/316` takes no ending, what is raised behind it is a mark.
ORDINAL = compiled(r"(?<![\d/.,-])\d{1,3}$")
#: The word for number in French and Spanish, with its raised ending.
NUMERO = compiled(r"(?<!\w)[nN]\.?$")
#: Stops and brackets of Chinese, whose ink fills half of their place.
_FULL_WIDTH = frozenset("。，、；：？！）》」』”")
_STAR_ENDS = ("*", "∗", "†", "‡")
BY_X0 = attrgetter("x0")
_PLAIN = str.maketrans("¹²³⁰⁴⁵⁶⁷⁸⁹", "1230456789")
_RAISED_SIGN = compiled("[¹²³⁰⁴-⁹]+")
_RAISED = compiled(
    r"(?<![×x·] 10)(?<![×x·]10)(?<!\b[mм])(?<!\b[kcdmкcд][mм])⁽?[¹²³⁰⁴-⁹]{1,3}(?:[,⁾]\s?[¹²³⁰⁴-⁹]{1,3})*⁾?"
)
_STARS = compiled(r"(?<=[^\s*∗(])\s?((?:[*∗]{1,4}+|[†‡])(?:\s?,\s?(?:[*∗]{1,4}+|[†‡])){0,8})$")
_INNER_STAR = compiled(r"(?<=[\w)”’:])([*∗]{1,4}(?:\s?,\s?[*∗]{1,4}){0,8})(?=[\s)])")


@prepared
def numero_ending() -> re.Pattern[str]:
    """The raised ending of the word for number."""
    return compiled(rf"^(?:{either('layout', 'numero')})\.?$")


@cache
def ordinal_ending() -> re.Pattern[str]:
    """The ending of an ordinal, raised behind its digits."""
    return compiled(rf"^(?:{either('layout', 'ordinals')})$", re.IGNORECASE)


@rule("marks.opens_note", source="catalogue 7: a footnote begins with its mark, raised and at its left")
def opens_note(span: Span, row: Sequence[Span]) -> bool:
    """A raised mark just left of a line opens a footnote."""
    head = min(row, key=BY_X0)
    return (
        span.x1 - LINES.overlap <= head.x0 < span.x1 + LINES.before * head.size
        and 0 < head.baseline - span.baseline <= LINES.most_rise * head.size
        and span.size <= LINES.mark_size * head.size + LINES.mark_slack
    )


@rule("marks.behind_word", source="catalogue 7: marks stand behind the word that they are for")
def is_behind_word(span: Span, row: Sequence[Span]) -> bool:
    """A raised mark just behind a run of a line belongs to it."""
    x0, size, baseline = span.x0, span.size, span.baseline
    for run in row:
        reach = LINES.behind_full_width if run.text[-1:] in _FULL_WIDTH else LINES.behind
        if -LINES.overlap <= x0 - run.x1 <= reach * run.size and 0 < run.baseline - baseline <= (
            LINES.most_rise * run.size
        ):
            small = size <= LINES.mark_size * run.size + LINES.mark_slack
            if small or span.text.strip() in ("*", "**", "***"):
                return True
    return False


@rule("marks.list", source="`session¹, ²`: some producers set each mark and each comma as a run of its own")
def is_listed(span: Span, row: Sequence[Span]) -> bool:
    """Raised type just behind a mark that was put down on a line is of the same list of marks."""
    last = row[-1]
    return (
        span.size == last.size
        and abs(span.baseline - last.baseline) <= LINES.same_baseline * span.size
        and -LINES.overlap <= span.x0 - last.x1 <= LINES.behind * span.size
    )


def lower_marks(rows: list[list[Span]]) -> list[list[Span]]:
    """Put rows that hold only raised small type down on the line they belong to."""
    kept: list[list[Span]] = []
    largest = [row[0].size if len(row) == 1 else max([span.size for span in row]) for row in rows]
    reach = LINES.lines_below + 1
    for index, row in enumerate(rows):
        below = rows[index + 1 : index + reach]
        small = LINES.mark_size * max(largest[index + 1 : index + reach], default=0.0) + LINES.mark_slack
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
    """The line that a raised mark belongs to."""
    text = span.text.strip()
    separator, mark = text in SEPARATORS, MARK.match(text) is not None
    if not (separator or mark or ordinal_ending().match(text)):
        return None
    for row in below:
        if is_listed.applies(span, row):
            return row
        if not separator and ((mark and opens_note.applies(span, row)) or is_behind_word.applies(span, row)):
            return row
    return None


@rule("marks.star_at_end", source="catalogue 7: `Provisional agenda*`, set like other type", otherwise=None)
def ends_in_star(text: str) -> re.Match[str] | None:
    """Stars and daggers behind the last word of a line are marks at any height."""
    star = _STARS.search(text)
    return star if star and not text[: star.start()].endswith("*") else None


@rule(
    "marks.inner_star",
    source="`Report for 2030* (A/99/1)`: a star behind a word in the middle of a line",
    otherwise=None,
)
def has_inner_star(text: str) -> re.Match[str] | None:
    """Stars behind a word in the middle of a line are marks at any height."""
    return _INNER_STAR.search(text)


@rule("marks.character", source="fonts with raised digits of their own, typed as `¹` and `²`", otherwise=None)
def has_raised_digit(text: str) -> re.Match[str] | None:
    """Raised digits of the character set are marks, but for those behind a unit or in a power of ten: `km²`, `10⁶`."""
    return _RAISED.search(text)


def take_stars(text: str, found: list[Mark]) -> tuple[str, list[Mark]]:
    """The text without the stars, daggers and raised digits in it that are marks, and all its marks."""
    while not text.isascii() and _RAISED_SIGN.search(text) and (raised := has_raised_digit.applies(text)):
        start, end = raised.span()
        text = (text[:start] + text[end:]).lstrip() if start == 0 else text[:start] + text[end:]
        found = [Mark(mark.sign, mark.offset - (end - start) if mark.offset > start else mark.offset) for mark in found]
        found += [Mark(sign.translate(_PLAIN), start) for sign in _RAISED_SIGN.findall(raised[0])]
        found.sort(key=lambda mark: mark.offset)
    while "*" in text and (inner := has_inner_star.applies(text)):
        start, end = inner.span(1)
        text = text[:start] + text[end:]
        found = [Mark(mark.sign, mark.offset - (end - start) if mark.offset > start else mark.offset) for mark in found]
        found += _each(inner[1], start)
    if text[-1:] in _STAR_ENDS and (star := ends_in_star.applies(text)):
        text = text[: star.start()].rstrip()
        found = found + _each(star[1], len(text))
    return text, found


def _each(signs: str, offset: int) -> list[Mark]:
    """The marks of a list of stars: `*, **` stands for two notes."""
    return [Mark(sign.strip().replace("∗", "*"), offset) for sign in signs.split(",")]
