"""Comments that a word processor prints in the margin, beside the text that they are about."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.layout.spans.settings import CLEAR
from extractor.lexicon.words import words
from extractor.reading.page import BBox, Page, Span
from extractor.rules import rule

_OPENINGS = tuple([word.lower() for word in words("page", "margin.comment")])
#: Lines of a comment stand no further apart than this many type sizes.
_PITCH = 1.9
_SAME_EDGE = 4.0


@rule("margin.comment_words", source="Word prints `Commented [AB1]:` or `Deleted:` before what it puts in the margin")
def opens_comment(span: Span) -> bool:
    """Words of a word processor open a comment."""
    return span.text.lstrip().lower().startswith(_OPENINGS)


@rule("margin.comment_box", source="word processors draw a box around each comment in the margin")
def is_boxed(span: Span, boxes: Sequence[BBox]) -> bool:
    """Small type in a box that stands beside the text."""
    return any(x0 <= span.x0 and span.x1 <= x1 + 1 and top <= span.baseline <= bottom for x0, top, x1, bottom in boxes)


def comments(page: Page, body: float) -> dict[int, str]:
    """Which runs of a page are comments in its margin, each with the name of the rule."""
    least, small = CLEAR.margin * page.width, CLEAR.small_comment * body
    if page.rtl:
        return {}
    beside = [(at, span) for at, span in enumerate(page.spans) if span.size <= small and span.x0 > least]
    if not beside:
        return {}
    boxes = _boxes(page)
    found: dict[int, str] = {}
    above: Span | None = None
    name = ""
    for at, span in sorted(beside, key=lambda one: (one[1].baseline, one[1].x0)):
        if above is None or not _goes_on(above, span):
            one = opens_comment if opens_comment.applies(span) else is_boxed if is_boxed.applies(span, boxes) else None
            if one is None or not _is_alone(span, page, beside):
                continue
            name = one.name
        found[at] = name
        above = span
    return found


def _goes_on(above: Span, span: Span) -> bool:
    """Whether a run is the next line of a comment."""
    return (
        abs(span.x0 - above.x0) < _SAME_EDGE
        and span.size == above.size
        and 0 < span.baseline - above.baseline < _PITCH * span.size
    )


def _is_alone(span: Span, page: Page, beside: Sequence[tuple[int, Span]]) -> bool:
    """Whether no text of the page reaches to a comment at its height."""
    near = span.x0 - CLEAR.beyond
    own = {at for at, _ in beside}
    return not any(
        other.x1 > near and other.top < span.bottom and other.bottom > span.top
        for at, other in enumerate(page.spans)
        if at not in own
    )


def _boxes(page: Page) -> list[BBox]:
    """Boxes drawn beside the text and apart from all other lines, so no cells of a table."""
    least = CLEAR.margin * page.width
    flat = [drawn for drawn in page.rules if drawn.horizontal]
    sides = [drawn for drawn in page.rules if not drawn.horizontal and drawn.x0 > least]
    boxes: list[BBox] = []
    for left in sides:
        level = [one for one in flat if abs(one.top - left.top) < 1]
        top = next((one for one in level if abs(one.x0 - left.x0) < 1), None)
        if top is None or any(one.x0 < left.x0 - 1 for one in level):
            continue
        if any(abs(right.x0 - top.x1) < 1 and abs(right.top - left.top) < 1 for right in sides):
            boxes.append((left.x0, left.top, top.x1, left.bottom))
    return boxes
