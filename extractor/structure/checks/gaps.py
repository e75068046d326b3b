"""Checks of the vertical rhythm of a page: a line that was not read leaves its room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.diagnostics import ANNOTATION_BROKEN, LINE_LOST, Note
from extractor.layout.lines.model import Line
from extractor.median import median
from extractor.records import Struct
from extractor.rules import rule
from extractor.structure.checks.lines import steps_of
from extractor.structure.checks.result import Result

if TYPE_CHECKING:  # at run time it would load pydantic
    from extractor.model import PrintedBlock

#: Blocks that show the leading of a paper.
_SET = ("annotation", "documentation", "list", "text", "timetable")
#: Blocks that stand where they please: fields of the masthead, notes at the foot of a page.
_APART = ("masthead", "title", "footnote")
#: Blocks that stand evenly apart, each among its like, however far apart others stand.
_EVEN = ("documentation", "list", "timetable")
#: Distances that differ by less than this share of the leading are one.
NEAR = 0.1
#: Fewer pairs of blocks of two kinds do not show how far apart they stand.
LEAST_PAIRS = 3
#: ... and a distance is usual when so many have it.
LEAST_LIKE = 2
#: Of the headings this share stands nearer to what is below them than to what is above.
MOST_NEARER = 0.8
#: Fewer headings do not show where they stand.
LEAST_HEADINGS = 4


class _Pair(Struct, frozen=True):
    """Two blocks one below the other on a page, and how far apart their nearest lines are."""

    step: float
    above: PrintedBlock
    below: PrintedBlock

    @property
    def kinds(self) -> tuple[tuple[str, str, bool], ...]:
        """What kinds of blocks they are: pairs of the same kinds stand equally far apart."""
        return tuple((one.role, one.type, bool(one.number)) for one in (self.above, self.below))


class _Rhythm:
    """How far apart the blocks of a paper stand."""

    def __init__(self, result: Result) -> None:
        self._result = result
        steps = [
            step
            for block, lines in result.set_blocks
            if block.role in _SET and block.type != "table"
            for step in steps_of(lines)
        ]
        self.leading = median(steps) if steps else 0.0
        self.near = NEAR * self.leading

    @cached_property
    def pairs(self) -> Sequence[_Pair]:
        """The blocks one below the other; the first block of a timetable is its heading."""
        blocks = self._result.set_blocks
        return [
            _Pair(step, one, two)
            for at, ((one, above), (two, below)) in enumerate(pairwise(blocks))
            if one.role not in _APART
            and two.role not in _APART
            and "table" not in (one.type, two.type)
            and (two.role != "timetable" or (one.role == "timetable" and at and blocks[at - 1][0].role == "timetable"))
            and (step := _step(above, below)) > 0
        ]

    def like(self, pair: _Pair) -> Sequence[float]:
        """How far apart pairs of the same kinds stand; where these are few, those whose lower block is of the kind."""
        kinds = pair.kinds
        found = [one.step for one in self.pairs if one.kinds == kinds]
        if len(found) < LEAST_PAIRS:
            found = [one.step for one in self.pairs if one.kinds[1] == kinds[1]]
        return found if len(found) >= LEAST_PAIRS else ()

    def count(self, step: float, steps: Sequence[float]) -> int:
        """How many of the steps are as long as one."""
        return sum(abs(one - step) < self.near for one in steps)


def _step(above: Sequence[Line], below: Sequence[Line]) -> float:
    """How far apart two blocks stand on one page, 0 where they stand on two."""
    if not above or not below or above[-1].page != below[0].page:
        return 0.0
    return below[0].baseline - above[-1].baseline


@rule("checks.gaps.line", source="typesetting: blocks of two kinds always stand equally far apart", otherwise=())
def line(result: Result) -> Iterator[Note]:
    """Between two blocks there is no room for a line more than between others like them."""
    rhythm = _Rhythm(result)
    if not rhythm.leading:
        return
    everywhere = [one.step for one in rhythm.pairs]
    for pair in rhythm.pairs:
        like = rhythm.like(pair)
        if rhythm.count(pair.step, like if pair.below.role in _EVEN else everywhere) > 1:
            continue
        usual = [step for step in like if rhythm.count(step, like) >= LEAST_LIKE]
        if not usual or pair.step <= max(usual):
            continue
        if any(abs(one + more - pair.step) < rhythm.near for one in usual for more in (rhythm.leading, *usual)):
            for path in paths(result, pair.above, pair.below):
                yield LINE_LOST.note(pair.below.page, path=path, text=pair.below.text[:60])


def paths(result: Result, *blocks: PrintedBlock) -> Sequence[str]:
    """The values that blocks are parts of, and the references and documents, which a text may have lost."""
    found: list[str] = []
    listed = any(item.documents for _, item in result.items)
    numbered = {item.number: f"{path}.annotation" for path, item in result.items if item.number}
    for block in blocks:
        path = result.path_of(block)
        if path.startswith("blocks"):
            path = numbered.get(block.item or "", "")
        found.append(path)
        if block.role in ("annotation", "documentation"):
            found += ["references", "documents" * listed]
    return [path for path in dict.fromkeys(found) if path]


@rule("checks.gaps.heading", source="typesetting: a heading stands nearer to its text", otherwise=())
def heading(result: Result) -> Iterator[Note]:
    """Where headings stand nearer to what is below them, none stands nearer to what is above it."""
    rhythm = _Rhythm(result)
    around = [
        (two.step - one.step, one)
        for one, two in pairwise(rhythm.pairs)
        if one.below is two.above and one.below.role == "heading" != one.above.role and two.below.role != "heading"
    ]
    nearer = sum(apart < -rhythm.near for apart, _ in around)
    if len(around) < LEAST_HEADINGS or nearer < MOST_NEARER * len(around):
        return
    for apart, pair in around:
        if apart > rhythm.near:
            for path in paths(result, pair.above, pair.below):
                yield ANNOTATION_BROKEN.note(pair.below.page, path=path, text=pair.below.text[:50])


CHECKS = (line, heading)
