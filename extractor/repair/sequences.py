"""Labels and marks of notes that were misread: the ones before and behind them say what they were."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from extractor.built import compiled
from extractor.reading.page import Page, Span
from extractor.repair.likeness import difference
from extractor.repair.settings import REPAIR
from extractor.rules import rule

__all__ = ["Counted", "labels_of", "marks_of", "mended_labels", "mended_marks"]

Form = Literal["number", "letter", "roman", ""]

_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
#: A label at the head of a run: what stands before, the label, what stands behind.
_LABEL = compiled(r"(\(?)([A-Za-z0-9|!]{1,4})([.):;,]{0,2})(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Counted:
    """A label or mark in its place.

    Attributes:
        page: the index of its page.
        span: the index of its run on the page.
        start: where it begins in the text of the run.
        end: where it ends there.
        text: as it was read, without brackets and stops.
        frame: what stands before and behind it: brackets, stops.
        left: its left edge, which tells columns apart.
    """

    page: int
    span: int
    start: int
    end: int
    text: str
    frame: tuple[str, str] = ("", "")
    left: float = 0.0


def labels_of(pages: Sequence[Page]) -> list[Counted]:
    """What may be the label of an item at the head of a run, in the order of reading."""
    found: list[Counted] = []
    for at, page in enumerate(pages):
        order = sorted(range(len(page.spans)), key=lambda index: _place(page.spans[index]))
        for index in order:
            span = page.spans[index]
            match = _LABEL.match(span.text)
            if match and (match[3] or match.end() == len(span.text)):
                found.append(Counted(at, index, 0, match.end(), match[2], (match[1], match[3]), span.x0))
    return found


def marks_of(pages: Sequence[Page], body: float) -> list[Counted]:
    """The raised marks of notes in the text, in the order of reading: not those that open a note."""
    found: list[Counted] = []
    for at, page in enumerate(pages):
        for index in sorted(range(len(page.spans)), key=lambda index: _place(page.spans[index])):
            span = page.spans[index]
            text = span.text.strip()
            if span.size <= REPAIR.mark_size * body and 0 < len(text) < 3 and _is_behind(span, page.spans):
                found.append(Counted(at, index, 0, len(span.text), text))
    return found


def _place(span: Span) -> tuple[int, float]:
    return round(span.baseline), span.x0


def _is_behind(mark: Span, spans: Sequence[Span]) -> bool:
    """Whether a raised run stands just behind a word."""
    return any(
        abs(mark.x0 - span.x1) < 0.5 * span.size and 0 < span.baseline - mark.baseline < REPAIR.mark_height * span.size
        for span in spans
        if span is not mark
    )


def _value(text: str, form: Form) -> int | None:
    if form == "number":
        return int(text) if text.isascii() and text.isdigit() else None
    if form == "letter":
        return ord(text) - 96 if len(text) == 1 and "a" <= text <= "z" else None
    return _ROMANS.index(text) + 1 if text in _ROMANS else None


def _written(value: int, form: Form) -> str:
    if form == "number":
        return str(value)
    return chr(96 + value) if form == "letter" else _ROMANS[value - 1]


def _form(before: Counted, after: Counted, apart: int) -> tuple[Form, int]:
    """In what form two labels count that are so many places apart, and the value of the first; no form for none."""
    forms: tuple[Form, ...] = ("number", "letter", "roman")
    for form in forms:
        one, other = _value(before.text, form), _value(after.text, form)
        if one is not None and other is not None and other == one + apart:
            return form, one
    return "", 0


def _misread(label: Counted, value: int, form: Form, beside: Counted) -> str | None:
    """A label as it must be, with the brackets and stops of one beside it; None where it is so, or not like it."""
    wanted = _written(value, form)
    if (label.text == wanted and label.frame == beside.frame) or difference(wanted, label.text) > REPAIR.most_label:
        return None
    return beside.frame[0] + wanted + beside.frame[1]


@rule("repair.label", source="items are counted: what stands between 2 and 4 in their column is 3", otherwise=None)
def label_between(labels: Sequence[Counted], at: int) -> str | None:
    """A label that does not count between two that leave room for it, and for others that were misread beside it."""
    for first in range(at - 1, max(at - REPAIR.beside, 0) - 1, -1):
        for last in range(at + 1, min(first + REPAIR.beside, len(labels) - 1) + 1):
            before, after = labels[first], labels[last]
            form, value = _form(before, after, last - first) if before.frame == after.frame else ("", 0)
            if form and (last - first == 2 or labels[at].frame == before.frame):
                return _misread(labels[at], value + at - first, form, before)
    return None


@rule("repair.mark", source="marks of notes are counted through a page or paper", otherwise=None)
def mark_between(before: Counted, mark: Counted, after: Counted) -> str | None:
    """A mark that does not count between two that leave room for one."""
    form, value = _form(before, after, 2)
    wanted = str(value + 1)
    return wanted if form == "number" and mark.text != wanted and not mark.text.startswith("*") else None


def mended_labels(labels: Sequence[Counted]) -> Iterator[tuple[Counted, str]]:
    """The labels that were misread, with what they were: by those before and behind them in their column."""
    for at, label in enumerate(labels):
        near = labels[max(at - REPAIR.around, 0) : at + REPAIR.around + 1]
        column = [one for one in near if abs(one.left - label.left) <= REPAIR.column]
        if (text := label_between.applies(column, column.index(label))) is not None:
            yield label, text


def mended_marks(marks: Sequence[Counted]) -> Iterator[tuple[Counted, str]]:
    """The marks that were misread, with what they were."""
    for before, mark, after in zip(marks, marks[1:], marks[2:], strict=False):
        if (text := mark_between.applies(before, mark, after)) is not None:
            yield mark, text
