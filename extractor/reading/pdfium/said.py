"""Runs whose font does not say what they are, read as the tags of the page say that they mean (ActualText)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractor.reading.page import BBox, Span
from extractor.records import replace
from extractor.rules import rule

#: What stands for a glyph that cannot be read.
UNREAD = "\ufffd"
#: The words that a mark of a page holds stand within so many points of its box.
_SLACK = 1.0
#: The text that is said to be meant is no longer than that of its runs by so many times.
_LONGER = 4
#: Where the middle of a run is, in ems above its baseline.
_MIDDLE = 0.3


@rule("tags.actual_text", source="fonts without the characters of their glyphs, in papers made to be read aloud")
def is_meant(said: str, runs: Sequence[Span]) -> bool:
    """What is said to be meant by runs of one line that cannot be read is, where it holds all that can be read."""
    text = "".join([run.text for run in runs])
    if UNREAD not in text or len(said) > _LONGER * len(text) or len({round(run.baseline) for run in runs}) > 1:
        return False
    rest = iter(said)
    return UNREAD not in said and all(char in rest for char in text if char.isalnum())


def read_as_said(spans: Sequence[Span], said: Iterable[tuple[BBox, str]]) -> list[Span]:
    """The runs of a page, those that cannot be read as the tags say that they mean."""
    found = list(spans)
    for box, text in said:
        own = [run for run in found if _stands_in(run, box)]
        if own and is_meant.applies(text, own):
            whole = replace(own[0], text=text, x1=max(run.x1 for run in own))
            found = [whole if run is own[0] else run for run in found if run is own[0] or run not in own]
    return found


def _stands_in(run: Span, box: BBox) -> bool:
    x0, top, x1, bottom = box
    middle = (run.x0 + run.x1) / 2, run.baseline - _MIDDLE * run.size
    return x0 - _SLACK <= middle[0] <= x1 + _SLACK and top - _SLACK <= middle[1] <= bottom + _SLACK
