"""The rule of sheets that hold two pages."""

from __future__ import annotations

from extractor.layout.halves import taken_apart
from extractor.reading.page import Page
from tests.layout.pages import span
from tests.rules.case import Case


def numbers() -> list[tuple[int, float]]:
    """The pages that come out of a wide sheet with a page number below each half: page of the file, left edge."""
    lines = [span("The Committee will close.", x0, 100 + 14 * n) for x0 in (60, 480) for n in range(5)]
    sheet = Page(1, 842.0, 595.0, [*lines, span("2", 200, 560), span("3", 620, 560)])
    parted = taken_apart([sheet])
    return [(one.page, one.left) for one in parted[1]] if parted else []


def with_masthead() -> list[tuple[int, float]]:
    """The same of a sheet with the masthead of a paper on its left half and its running head on the right one."""
    lines = [span("The Committee will close.", x0, 100 + 14 * n) for x0 in (60, 480) for n in range(5)]
    heads = [span("United Nations", 60, 50), span("A/AC.97/2032/1", 320, 50), span("A/AC.97/2032/1", 700, 50)]
    parted = taken_apart([Page(1, 842.0, 595.0, [*heads, *lines])])
    return [(one.page, one.left) for one in parted[1]] if parted else []


CASES = {
    "page.two_up": Case(numbers, [(1, 0.0), (1, 421.0)]),
    "page.two_up_first": Case(with_masthead, [(1, 0.0), (1, 421.0)]),
}
