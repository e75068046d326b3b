"""Checks of the vertical rhythm of a page: a line that was not read leaves its room."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
from extractor.structure.vocabulary import is_heading

if TYPE_CHECKING:  # at run time it would load pydantic
    from extractor.model import PrintedBlock

#: Blocks that show the leading of a paper.
_SET = ("annotation", "documentation", "list", "text", "timetable")
#: Below these, blocks of one kind stand equally far apart.
_TEXTS = ("annotation", "documentation")
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


#: A kind of block: its role, its type, whether it has a number.
_Kind = tuple[str, str, bool]


class _Pair(Struct, frozen=True):
    """Two blocks one below the other on a page, and how far apart their nearest lines are.

    Pairs of the same `kinds` stand equally far apart.
    """

    step: float
    above: PrintedBlock
    below: PrintedBlock
    kinds: tuple[_Kind, _Kind]


class _Steps:
    """How far apart pairs that are alike stand; distances that differ by less than `near` are one."""

    def __init__(self, steps: Iterable[float], near: float) -> None:
        self.steps = sorted(steps)
        self.near = near

    def count(self, step: float) -> int:
        """How many of the steps are as long as one."""
        return bisect_left(self.steps, step + self.near) - bisect_right(self.steps, step - self.near)

    @cached_property
    def usual(self) -> Sequence[float]:
        """The steps that come again."""
        return [step for step in self.steps if self.count(step) >= LEAST_LIKE]


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
            _Pair(step, one, two, (_kind(one), _kind(two)))
            for at, ((one, above), (two, below)) in enumerate(pairwise(blocks))
            if one.role not in _APART
            and two.role not in _APART
            and "table" not in (one.type, two.type)
            and not is_heading(two.text, "documentation")
            and (two.role != "timetable" or (one.role == "timetable" and at and blocks[at - 1][0].role == "timetable"))
            and (step := _step(above, below)) > 0
        ]

    @cached_property
    def everywhere(self) -> _Steps:
        """How far apart all pairs stand."""
        return _Steps((one.step for one in self.pairs), self.near)

    @cached_property
    def _alike(self) -> Mapping[tuple[_Kind, ...], _Steps]:
        """How far apart pairs stand by the kinds of both blocks, and by that of the lower one."""
        found: dict[tuple[_Kind, ...], list[float]] = {}
        for pair in self.pairs:
            for kinds in (pair.kinds, pair.kinds[1:]):
                found.setdefault(kinds, []).append(pair.step)
        return {kinds: _Steps(steps, self.near) for kinds, steps in found.items()}

    def like(self, pair: _Pair) -> _Steps | None:
        """How far apart pairs of the same kinds stand; None where these are few.

        Below a text where they are few, those whose lower block is of the kind.
        """
        alike = [self._alike[pair.kinds]]
        if pair.above.role in _TEXTS:
            alike.append(self._alike[pair.kinds[1:]])
        return next((one for one in alike if len(one.steps) >= LEAST_PAIRS), None)


def _kind(block: PrintedBlock) -> _Kind:
    return block.role, block.type, bool(block.number)


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
    for pair in rhythm.pairs:
        like = rhythm.like(pair)
        if like is None or (like if pair.below.role in _EVEN else rhythm.everywhere).count(pair.step) > 1:
            continue
        usual = like.usual
        if not usual or pair.step <= usual[-1]:
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
