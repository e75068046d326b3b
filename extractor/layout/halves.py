"""Sheets with two pages side by side, as printed for a booklet: taken apart before anything else is read from them."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.layout.furniture import FURNITURE, surely_foot
from extractor.layout.furniture_words import FOOT_WORDS, HEAD_WORDS, plain, symbol
from extractor.layout.lines.model import Line
from extractor.layout.lines.rows import lines_of
from extractor.reading.page import Link, Page, Rule, Span
from extractor.records import Struct, replace
from extractor.rules import first, rule


class HalvesSettings(Struct, frozen=True):
    """What shows that a sheet holds two pages."""

    #: It is so many times as wide as high (two pages of Letter format: 1.29).
    wide: float = 1.2
    #: The gutter between the pages is so wide, as a share of the sheet.
    gutter: float = 0.03
    #: Running heads, or feet, of both pages stand at one height, within this share of it.
    level: float = 0.02


HALVES = HalvesSettings()


class Origin(Struct, frozen=True):
    """Where a page comes from: the page of the file, and how far from its left edge it begins."""

    page: int
    left: float


@rule("page.two_up", source="papers printed for a booklet: two pages on each sheet, each with its head or foot")
def has_two_pages(page: Page) -> bool:
    """Both halves of a wide sheet have a running head, or a foot, at the same height."""
    left, right = (lines_of(half) for half in _halves(page))
    height = page.height
    if right and any(has_masthead.applies(line) for line in left[:1]):
        return True
    for words, own in ((HEAD_WORDS, _heads), (FOOT_WORDS, _feet)):
        edges = [
            [line for line in own(lines, height) if all(first(words, plain(cell.text)) for cell in line.cells)]
            for lines in (left, right)
        ]
        if any(abs(one.baseline - other.baseline) < HALVES.level * height for one in edges[0] for other in edges[1]):
            return True
    return False


@rule("page.two_up_first", source="papers printed for a booklet: the first page has a masthead and no running head")
def has_masthead(line: Line) -> bool:
    """The first line of the left half ends in the symbol, which else stands at the right edge of the sheet."""
    return symbol.applies(plain(line.cells[-1].text.strip()))


def taken_apart(pages: Sequence[Page]) -> tuple[list[Page], list[Origin]] | None:
    """The pages of the paper, numbered from 1, and where each comes from; None where no sheet holds two."""
    apart = [_is_parted(page) for page in pages]
    if not any(parted and has_two_pages.applies(page) for page, parted in zip(pages, apart, strict=True)):
        return None
    made: list[Page] = []
    origins: list[Origin] = []
    for page, parted in zip(pages, apart, strict=True):
        halves = list(zip(_halves(page), (0.0, page.width / 2), strict=True)) if parted else [(page, 0.0)]
        held = [(half, left) for half, left in halves if half.spans] or halves[:1]
        for half, left in reversed(held) if page.rtl else held:
            made.append(replace(half, number=len(made) + 1))
            origins.append(Origin(page.number, left))
    return made, origins


def _is_parted(page: Page) -> bool:
    """Whether a wide sheet has nothing in the middle between its two halves."""
    if page.width < HALVES.wide * page.height or not page.spans:
        return False
    middle, gutter = page.width / 2, HALVES.gutter * page.width / 2
    low, high = middle - gutter, middle + gutter
    return not any(span.x0 < high and span.x1 > low for span in page.spans) and not any(
        drawn.x0 < low and drawn.x1 > high for drawn in page.rules
    )


def _halves(page: Page) -> list[Page]:
    """The left and the right half of a sheet, each as a page."""
    middle = page.width / 2
    spans: tuple[list[Span], list[Span]] = ([], [])
    rules: tuple[list[Rule], list[Rule]] = ([], [])
    links: tuple[list[Link], list[Link]] = ([], [])
    for span in page.spans:
        right = span.x0 >= middle
        spans[right].append(replace(span, x0=span.x0 - middle, x1=span.x1 - middle) if right else span)
    for link in page.links:
        x0, top, x1, bottom = link.bbox
        right = x0 >= middle
        links[right].append(Link((x0 - middle, top, x1 - middle, bottom), link.uri) if right else link)
    for drawn in page.rules:
        right = drawn.x0 >= middle
        rules[right].append(replace(drawn, x0=drawn.x0 - middle, x1=drawn.x1 - middle) if right else drawn)
    return [
        replace(
            page,
            width=middle,
            spans=spans[side],
            rules=rules[side],
            links=links[side],
            tags=None,
            unseen=0 if side else page.unseen,
        )
        for side in (0, 1)
    ]


def _heads(lines: Sequence[Line], height: float) -> list[Line]:
    return [line for line in lines[:1] if line.bottom < FURNITURE.head * height]


def _feet(lines: Sequence[Line], height: float) -> list[Line]:
    """The foot of a page; a job number may stand higher, on pages that are short."""
    low, half = FURNITURE.foot * height, FURNITURE.lower_half * height
    return [line for line in lines[-1:] if line.top > (half if surely_foot.applies(line) else low)]
