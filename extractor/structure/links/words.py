"""Which words of the text a link of the file stands on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from extractor.grammar.symbols.address import Target, target_of
from extractor.layout.lines.model import Line, starts
from extractor.layout.lines.widths import offset_in
from extractor.reading.page import BBox, Page
from extractor.records import Struct, replace
from extractor.rules import rule
from extractor.structure.links.settings import LINKS
from extractor.structure.passages import Passage
from extractor.structure.printed import Printed


class Linked(Struct, frozen=True):
    """The stretch of a block's text on which a link stands, and where it leads.

    Attributes:
        printed: the block.
        start: the character at which it begins.
        end: the character behind its end.
        target: the paper that it leads to.
        exact: whether the stretch is known; boxes over several lines hold words of others as well.
    """

    printed: Printed
    start: int
    end: int
    target: Target
    exact: bool

    @property
    def words(self) -> str:
        """The words on which it stands."""
        return self.printed.text[self.start : self.end]


def stretches(passages: Sequence[Passage], pages: Iterable[Page]) -> Iterator[Linked]:
    """The links of the pages that lead to papers, in the order of the text."""
    wanted = {page.number: targets for page in pages if page.links and (targets := _targets(page))}
    if not wanted:
        return
    blocks = list(dict.fromkeys(passage.printed for passage in passages))
    found: list[Linked] = []
    for number, places in _lines(blocks, wanted).items():
        for box, target in wanted[number]:
            lines = _covered(box, places)
            for place in lines:
                if (stretch := _within(place.line, box)) is not None:
                    start, end = (min(max(at + place.offset, place.first), place.last) for at in stretch)
                    if start < end:
                        found.append(Linked(place.printed, start, end, target, len(lines) == 1))
    order = {one: at for at, one in enumerate(blocks)}
    found.sort(key=lambda one: (order[one.printed], one.start, one.end))
    yield from _merged(found)


def _targets(page: Page) -> list[tuple[BBox, Target]]:
    found = [(link.bbox, target) for link in page.links if (target := target_of(link.uri)) is not None]
    return found[: LINKS.most]


class _Place(Struct, frozen=True):
    """A line with the block that holds it: its first character's offset, and which characters are of its piece."""

    line: Line
    printed: Printed
    offset: int
    first: int
    last: int


def _lines(blocks: Iterable[Printed], pages: Mapping[int, object]) -> dict[int, list[_Place]]:
    """The lines of the pages, from the top down."""
    found: dict[int, list[_Place]] = {}
    for printed in blocks:
        for piece in printed.pieces:
            if any(line.page in pages for line in piece.lines):
                first, last = piece.offset, piece.offset + piece.length
                for line, offset in piece.offsets():
                    if line.page in pages:
                        found.setdefault(line.page, []).append(_Place(line, printed, offset, first, last))
    for places in found.values():
        places.sort(key=lambda place: place.line.top)
    return found


def _covered(box: BBox, places: Sequence[_Place]) -> list[_Place]:
    """The lines on which a link stands: those that its box covers, else the one that it covers best."""
    x0, top, x1, bottom = box
    found: list[_Place] = []
    best, most = None, LINKS.least_height
    for place in places:
        line = place.line
        if line.top >= bottom:
            break
        if line.bottom <= top:
            continue
        left, right = line.across(line.x0, line.x1)
        if right <= x0 or left >= x1:
            continue
        share = (min(line.bottom, bottom) - max(line.top, top)) / (line.bottom - line.top)
        if share >= LINKS.height:
            found.append(place)
        elif share > most:
            best, most = place, share
    return found or ([best] if best is not None else [])


def _within(line: Line, box: BBox) -> tuple[int, int] | None:
    """From which to which character of a line the box reaches: those whose middle lies in it."""
    x0, x1 = line.across(box[0], box[2])
    x0, x1 = min(x0, x1), max(x0, x1)
    found = None
    for at, cell in starts(line.cells):
        if cell.x1 > x0 and cell.x0 < x1 and cell.text:
            runs = cell.runs or ((0, cell.x0, cell.x1),)
            first, last = offset_in(cell.text, runs, x0), offset_in(cell.text, runs, x1)
            if first < last:
                found = (found[0] if found else at + first, at + last)
    return found


@rule("links.parted", source="word processors end a link where the type changes or the line ends, and begin it anew")
def is_parted(last: Linked, one: Linked) -> bool:
    """Links to one paper with next to nothing between them are one."""
    return one.printed is last.printed and one.target == last.target and one.start - last.end <= LINKS.gap


def _merged(found: Sequence[Linked]) -> Iterator[Linked]:
    """The stretches, those that follow each other and lead to one paper as one."""
    last: Linked | None = None
    for one in found:
        if last is not None:
            if is_parted.applies(last, one):
                last = replace(last, end=max(last.end, one.end), exact=last.exact and one.exact)
                continue
            yield last
        last = one
    if last is not None:
        yield last
