"""A frame around a page is no border of a table; the borders of a table as large as the page stay."""

from __future__ import annotations

import pytest

from extractor.reading.page import BBox, Page, Rule
from extractor.reading.trust.frames import without_frame
from extractor.reading.trust.shapes import rules_of

OUTER, INNER = (20.0, 20.0, 575.0, 822.0), (24.0, 24.0, 571.0, 818.0)
BELOW_MASTHEAD = Rule(72.0, 130.0, 523.0, 130.7)


def left(*boxes: BBox, others: tuple[Rule, ...] = ()) -> list[Rule]:
    """What stays of the lines of a page of A4 with boxes and other lines."""
    sides = [side for box in boxes for side in rules_of(box, outlined=True)]
    return without_frame(Page(1, 595, 842, rules=[*sides, *others]))


@pytest.mark.parametrize("boxes", [(OUTER,), (OUTER, INNER)], ids=["single", "double"])
def test_a_frame_around_the_page_goes_and_the_line_below_the_masthead_stays(boxes: tuple[BBox, ...]) -> None:
    """One box or two."""
    assert left(*boxes, others=(BELOW_MASTHEAD,)) == [BELOW_MASTHEAD]


def test_a_box_within_the_frame_keeps_its_sides() -> None:
    """A table does not touch the frame."""
    table = rules_of((72.0, 300.0, 523.0, 400.0), outlined=True)
    assert left(OUTER, others=tuple(table)) == table


@pytest.mark.parametrize(
    "inner",
    [Rule(24.0, 200.0, 571.0, 200.5), Rule(24.0, 200.0, 300.0, 200.5), Rule(200.0, 24.0, 200.5, 818.0)],
    ids=["over the width", "of a cell at the left", "between two columns"],
)
def test_the_borders_of_a_table_as_large_as_the_page_stay(inner: Rule) -> None:
    """A line of a row or a column ends at the box."""
    assert len(left(INNER, others=(inner,))) == 5


def test_a_box_around_the_text_and_lines_at_two_edges_alone_stay() -> None:
    """A frame stands in the margins, at all four edges."""
    assert len(left((72.0, 90.0, 523.0, 770.0))) == 4
    assert len(left(others=(Rule(24.0, 20.0, 24.5, 820.0), Rule(571.0, 20.0, 571.5, 820.0)))) == 2
