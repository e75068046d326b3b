"""Frames that are drawn around a page, as an ornament: borders of no table."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.reading.page import Page, Rule
from extractor.records import Struct
from extractor.rules import rule


class FrameSettings(Struct, frozen=True):
    """What a frame around a page is known by."""

    #: Its strokes run along this share of the page at least. The text of a page, and with it a table, is seldom wider
    #: or higher: 80 % of the width, 85 % of the height.
    width: float = 0.86
    height: float = 0.86
    #: They stand in the outer part of the page, this share of its width or height at each edge.
    margin: float = 0.09
    #: So many points from a stroke, a line touches it.
    touch: float = 2.0
    #: A double frame has this many strokes at each edge at most.
    strokes: int = 3


FRAMES = FrameSettings()


@rule("trust.frame", source="covers, invitations and papers of agencies: a frame drawn around the page as an ornament")
def is_frame(flat: Sequence[Rule], upright: Sequence[Rule], others: Sequence[Rule]) -> bool:
    """Long strokes near all four edges of a page are its frame where no other line ends at one of them."""
    if not 2 <= len(flat) <= 2 * FRAMES.strokes or not 2 <= len(upright) <= 2 * FRAMES.strokes:
        return False
    ends = [(end, edge.x0) for one in others for end in (one.x0, one.x1) for edge in upright]
    ends += [(end, edge.top) for one in others for end in (one.top, one.bottom) for edge in flat]
    return not any(abs(end - edge) <= FRAMES.touch for end, edge in ends)


def without_frame(page: Page) -> list[Rule]:
    """The rules of a page without those of a frame around it."""
    width, height = FRAMES.width * page.width, FRAMES.height * page.height
    upright = [one for one in page.rules if one.bottom - one.top >= height]
    if len(upright) < 2:
        return page.rules
    flat = [one for one in page.rules if one.x1 - one.x0 >= width]
    flat = _at_edges(flat, [one.top for one in flat], page.height)
    upright = _at_edges(upright, [one.x0 for one in upright], page.width)
    around = [*flat, *upright]
    others = [one for one in page.rules if one not in around]
    return others if is_frame.applies(flat, upright, others) else page.rules


def _at_edges(strokes: Sequence[Rule], places: Sequence[float], size: float) -> list[Rule]:
    """The strokes in the margins at both edges of a page; none where one edge has none."""
    margin = FRAMES.margin * size
    near = [one for one, at in zip(strokes, places, strict=True) if at <= margin]
    far = [one for one, at in zip(strokes, places, strict=True) if at >= size - margin]
    return [*near, *far] if near and far else []
