"""Marks of notes that were read as signs behind headings: the note at the foot of the page that has no mark tells."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractor.reading.page import Page, Span
from extractor.records import replace
from extractor.repair.sequences import marks_of
from extractor.repair.settings import REPAIR
from extractor.rules import rule

__all__ = ["is_raised_sign", "notes_of", "parted", "raised_sign"]

#: What raised figures are read as at the end of a heading, and what of it hardly stands in running text.
_HEADING_SIGNS, _TEXT_SIGNS = frozenset("!?’'”\":;|^¹²³⁴ª°"), frozenset("!|^¹²³⁴")
#: What stands right behind the stop of a sentence is a mark; of signs, only quotation marks and brackets do.
_BEHIND_STOP = frozenset("?ª°")


def notes_of(page: Page, body: float) -> list[int]:
    """The numbers of the notes at the foot of a page, in order: raised or in small type, at the head of a line.

    Args:
        page: the page.
        body: the usual size of text in the paper, in points.
    """
    found: list[tuple[float, int]] = []
    for span in page.spans:
        text = span.text.strip()
        if 0 < len(text) < 3 and text.isascii() and text.isdigit() and _opens_note(span, page.spans, body):
            found.append((span.baseline, int(text)))
    return [number for _, number in sorted(found)]


def _opens_note(mark: Span, spans: Sequence[Span], body: float) -> bool:
    """Whether a run stands at the head of a line of small type, or raised at the head of any line."""
    beside = [span for span in spans if span is not mark and abs(span.baseline - mark.baseline) < span.size]
    if any(span.x0 < mark.x0 and abs(span.baseline - mark.baseline) < 0.5 * span.size for span in beside):
        return False
    small = REPAIR.note_size * body
    return any(
        -0.5 < span.x0 - mark.x1 < REPAIR.note_tab * span.size
        and (_is_raised(mark, span) or (max(span.size, mark.size) <= small and span.baseline == mark.baseline))
        for span in beside
    )


def _is_raised(mark: Span, span: Span) -> bool:
    """Whether a run is small beside another, and stands higher."""
    up = span.baseline - mark.baseline
    return mark.size <= REPAIR.mark_size * span.size and 0 < up < REPAIR.mark_height * span.size


def _count_on(notes: Sequence[int], last: int) -> bool:
    """Whether notes count, so that none was misread: one alone begins anew, or goes on from the last one before it."""
    in_turn = all(after == before + 1 for before, after in pairwise(notes))
    return bool(notes) and in_turn and (len(notes) > 1 or notes[0] in (1, last + 1))


@rule("repair.raised_sign", source="measured on made scans: raised figures behind headings are read as `!`, `’` or `:`")
def is_raised_sign(text: str, size: float, body: float) -> bool:
    """A sign at the end of a run that stands for a raised figure: in text few, as sentences end in the others."""
    if len(text) < 3 or text[-1] not in _HEADING_SIGNS:
        return False
    behind_stop = text[-2] == "." and text[-3].isalpha() and text[-1] in _BEHIND_STOP
    return behind_stop or text[-1] in _TEXT_SIGNS or size > REPAIR.heading * body


def raised_sign(page: Page, body: float, last: int) -> tuple[int, str] | None:
    """The sign that was a raised figure: where one note has no mark, and one such sign stands between its neighbours.

    Args:
        page: the page, whose marks are put right.
        body: the usual size of text in the paper, in points.
        last: the number of the last note before this page; 0 for none.

    Returns:
        The index of the run that ends in the sign, and the number; None for none.
    """
    notes = notes_of(page, body)
    if not _count_on(notes, last):
        return None
    known = [
        (int(mark.text), _place(page.spans[mark.span])) for mark in marks_of([page], body) if mark.text.isdecimal()
    ]
    left = set(notes).difference(number for number, _ in known)
    if len(left) != 1:
        return None
    (number,) = left
    above = max((place for one, place in known if one in notes and one < number), default=(0.0, 0.0))
    below = min((place for one, place in known if one in notes and one > number), default=(page.height, 0.0))
    found = [
        index
        for index, span in enumerate(page.spans)
        if above < _place(span) < below and is_raised_sign.applies(span.text.rstrip(), span.size, body)
    ]
    return (found[0], str(number)) if len(found) == 1 else None


def _place(span: Span) -> tuple[float, float]:
    return span.baseline, span.x0


def parted(span: Span, number: str) -> list[Span]:
    """A run that ends in a sign as two: its text, and the raised number in place of the sign."""
    text = span.text.rstrip()
    left = span.x1 - (span.x1 - span.x0) / len(text)
    base = span.baseline - REPAIR.raised * span.size
    size = REPAIR.raised_size * span.size
    mark = replace(span, text=number, x0=left, top=base - size, bottom=base, baseline=base, size=size)
    return [replace(span, text=text[:-1].rstrip(), x1=left), mark]
