"""Marks of notes on scanned pages: a mark in the text and the note at the foot of its page vouch for each other."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.built import compiled
from extractor.reading.page import Span
from extractor.records import replace
from extractor.repair.settings import REPAIR
from extractor.rules import rule

__all__ = ["mark_by_note", "note_by_mark", "opened", "openings"]

#: The number at the head of a note that was read with its text: `1. If the meeting`, `1 If the meeting`.
_NUMBERED = compiled(r"(\d{1,2})[.,)]?\s+(?=[^\W\d_])")


def openings(spans: Sequence[Span], body: float) -> dict[int, str]:
    """The raised numbers that open notes at the foot of a page, by the index of their run.

    `body` is the size of the text in points; notes are set smaller.
    """
    notes = [span for span in spans if len(span.text) > REPAIR.line and span.size <= REPAIR.note_size * body]
    return {
        at: mark.text.strip()
        for at, mark in enumerate(spans)
        if mark.size <= REPAIR.mark_size * body
        and mark.text.strip().isdigit()
        and any(_opens(mark, one) for one in notes)
    }


def _opens(mark: Span, note: Span) -> bool:
    """Whether a run stands right before a note, a little above its line."""
    near = -0.5 * note.size < note.x0 - mark.x1 < note.size
    return near and 0 < note.baseline - mark.baseline < REPAIR.mark_height * note.size


@rule("repair.note_by_mark", source="a note's raised number is read as one of its line: `1. If the meeting`")
def note_by_mark(span: Span, signs: Sequence[str], lowest: float, body: float) -> bool:
    """A run in smaller type, below all marks of the page, that begins with the number of one of them is its note."""
    found = _NUMBERED.match(span.text)
    small = span.size <= REPAIR.note_size * body and span.baseline > lowest
    return small and found is not None and found[1] in signs


def opened(span: Span) -> list[Span]:
    """The number of a note and its text as two runs, the number raised."""
    found = _NUMBERED.match(span.text)
    if found is None:
        return [span]
    letter = (span.x1 - span.x0) / len(span.text)
    edge = span.x0 + letter * len(found[1])
    size = REPAIR.raised_size * span.size
    up = REPAIR.raised * span.size
    number = replace(
        span, text=found[1], x1=edge, size=size, top=span.top - up, bottom=span.bottom - up, baseline=span.baseline - up
    )
    return [number, replace(span, text=span.text[found.end() :], x0=span.x0 + letter * found.end())]


@rule("repair.mark_by_note", source="the notes at the foot of a page are called in its text, each once", otherwise=None)
def mark_by_note(marks: Sequence[str], notes: Sequence[str]) -> tuple[int, str] | None:
    """The one mark of a page that names no note, and the one note of it that no mark names."""
    strange = [at for at, mark in enumerate(marks) if mark not in notes and not mark.startswith("*")]
    uncalled = [note for note in notes if note not in marks]
    return (strange[0], uncalled[0]) if len(strange) == 1 == len(uncalled) else None
