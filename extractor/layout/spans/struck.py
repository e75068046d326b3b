"""Words that are struck out: a stroke runs through them, and they are no part of the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from extractor.built import compiled
from extractor.layout.lines.widths import x_in
from extractor.layout.spans.settings import CLEAR
from extractor.reading.page import Page, Rule, Span
from extractor.records import replace
from extractor.rules import rule

_WORD = compiled(r"\S+\s*")
#: A stroke is looked for in type of at most this many points.
_LARGEST = 40.0
#: Points: pieces of one stroke or border are no further apart.
_TOUCHING = 1.0


@rule("text.struck", source="changes that a word processor shows: deleted words have a stroke through them")
def strikes(whole: tuple[float, float], span: Span, ends: tuple[float, float]) -> bool:
    """A thin rule through small letters that ends within the line of words (`ends`), with what it touches (`whole`)."""
    reach = CLEAR.stroke_reach * span.size
    return ends[0] - reach <= whole[0] and whole[1] <= ends[1] + reach


def _crosses(stroke: Rule, span: Span) -> bool:
    """Whether a thin rule runs through the small letters of a run."""
    size, middle = span.size, (stroke.top + stroke.bottom) / 2
    return (
        stroke.x0 < span.x1
        and stroke.x1 > span.x0
        and CLEAR.lowest_stroke * size < span.baseline - middle < CLEAR.highest_stroke * size
        and stroke.bottom - stroke.top <= CLEAR.thick_stroke * size
    )


def without_struck(page: Page) -> tuple[Page, list[Span]]:
    """The page without struck words and their strokes; and these words."""
    flat = sorted(
        (drawn for drawn in page.rules if drawn.x1 - drawn.x0 > drawn.bottom - drawn.top), key=attrgetter("top")
    )
    if not flat:
        return page, []
    order = sorted(range(len(page.spans)), key=lambda at: page.spans[at].baseline)
    heights = [page.spans[at].baseline for at in order]
    tops = [drawn.top for drawn in flat]
    ends: dict[int, tuple[float, float]] = {}
    strokes: dict[int, list[Rule]] = {}
    for drawn in flat:
        first = bisect_left(heights, drawn.top)
        last = bisect_left(heights, drawn.bottom + CLEAR.highest_stroke * _LARGEST)
        for at in order[first:last]:
            span = page.spans[at]
            if not _crosses(drawn, span):
                continue
            if at not in ends:
                ends[at] = _ends(span, page.spans)
            level = flat[bisect_right(tops, drawn.top - _TOUCHING) : bisect_left(tops, drawn.top + _TOUCHING)]
            if len(level) <= CLEAR.most_pieces and strikes.applies(_whole(drawn, level), span, ends[at]):
                strokes.setdefault(at, []).append(drawn)
    if not strokes:
        return page, []
    kept: list[Span] = []
    struck: list[Span] = []
    for at, span in enumerate(page.spans):
        if at in strokes:
            left, taken = _parted(span, strokes[at])
            kept += left
            struck += taken
        else:
            kept.append(span)
    gone = {_edges(drawn) for own in strokes.values() for drawn in own}
    rules = [drawn for drawn in page.rules if _edges(drawn) not in gone]
    return replace(page, spans=_closed(kept, struck), rules=rules), struck


def _edges(drawn: Rule) -> tuple[float, float, float, float]:
    return drawn.x0, drawn.top, drawn.x1, drawn.bottom


def _whole(drawn: Rule, level: Sequence[Rule]) -> tuple[float, float]:
    """Where a rule begins and ends together with those at its height that touch it: the pieces of a border."""
    x0, x1 = drawn.x0, drawn.x1
    level = sorted(level, key=attrgetter("x0"))
    for one in level:
        if x0 <= one.x0 <= x1 + _TOUCHING:
            x1 = max(x1, one.x1)
    for one in reversed(level):
        if x0 - _TOUCHING <= one.x1 <= x1:
            x0 = min(x0, one.x0)
    return x0, x1


def _ends(span: Span, spans: Sequence[Span]) -> tuple[float, float]:
    """Where the line of a run begins and ends."""
    line = [other for other in spans if abs(other.baseline - span.baseline) < CLEAR.level * span.size]
    return min([other.x0 for other in line]), max([other.x1 for other in line])


def _parted(span: Span, strokes: Sequence[Rule]) -> tuple[list[Span], list[Span]]:
    """The words of a run without strokes, and those with one, as runs."""
    text = span.text
    whole = ((0, span.x0, span.x1),)
    parts: list[tuple[bool, int, int]] = []
    for word in _WORD.finditer(text):
        start, end = word.span()
        x0, x1 = x_in(text, whole, start, closing=False), x_in(text, whole, len(word[0].rstrip()) + start, closing=True)
        middle = (x0 + x1) / 2
        gone = any(drawn.x0 <= middle <= drawn.x1 for drawn in strokes)
        if parts and parts[-1][0] == gone:
            parts[-1] = (gone, parts[-1][1], end)
        else:
            parts.append((gone, start, end))
    kept: list[Span] = []
    struck: list[Span] = []
    for gone, start, end in parts:
        x0, x1 = x_in(text, whole, start, closing=False), x_in(text, whole, len(text[:end].rstrip()), closing=True)
        (struck if gone else kept).append(replace(span, text=text[start:end], x0=x0, x1=x1))
    return kept, struck


def _closed(kept: Sequence[Span], struck: Sequence[Span]) -> list[Span]:
    """The runs with the gaps closed that struck words leave: what follows on the line begins where they began."""
    made = list(kept)
    for gone in sorted(struck, key=attrgetter("x0"), reverse=True):
        near = CLEAR.behind_struck * gone.size
        for at, span in enumerate(made):
            if abs(span.baseline - gone.baseline) < CLEAR.level * gone.size and -near < span.x0 - gone.x1 < near:
                made[at] = replace(span, x0=min(gone.x0, span.x0))
                break
    return made
