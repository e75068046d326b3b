"""What is usual in a paper: body size, line pitch, right edge of the text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from extractor.layout.blocks.model import leader_of
from extractor.layout.blocks.settings import BLOCKS, BlockSettings
from extractor.layout.columns import Column
from extractor.layout.lines.model import Line
from extractor.records import Struct


class Measures(Struct):
    """What is usual in the paper: body size, line pitch by size, right edge of the text, columns of text."""

    body_size: float
    pitch: dict[float, float]
    right: float
    columns: Sequence[Column] = ()

    def edge(self, line: Line) -> float:
        """The right edge of the text, or of the column of text in which the line stands."""
        if not self.columns:
            return self.right
        return next((column.x1 for column in self.columns if column.holds(line)), self.right)

    def usual(self, size: float) -> float:
        """The usual distance of two baselines of this size."""
        return self.pitch.get(round(size), BLOCKS.usual_pitch * size)


def body_size_of(lines: Sequence[Line]) -> float:
    """The type size that most of the text has, to half a point."""
    sizes: defaultdict[float, int] = defaultdict(int)
    for line in lines:
        sizes[line.size] += len(line.text)
    halves: Counter[float] = Counter()
    for size, count in sizes.items():
        halves[round(size * 2) / 2] += count
    return halves.most_common(1)[0][0] if halves else BLOCKS.no_size


def measure(lines: Sequence[Line], settings: BlockSettings = BLOCKS) -> Measures:
    """The paper's habits, from all its body lines."""
    body_size = body_size_of(lines)
    return Measures(body_size, _pitches(lines, settings), _right(lines, body_size, settings))


def _pitches(lines: Sequence[Line], settings: BlockSettings) -> dict[float, float]:
    """The usual line pitch of each size, rounded to a point."""
    pitches: dict[int, Counter[float]] = defaultdict(Counter)
    size_step, least, most = settings.size_step, settings.least_pitch, settings.most_pitch
    for above, line in pairwise(lines):
        step = line.baseline - above.baseline
        if (
            above.page == line.page
            and abs(above.size - line.size) < size_step
            and least < step / max(line.size, 1) < most
        ):
            pitches[round(line.size)][round(step * 2) / 2] += 1
    pitch: dict[float, float] = {}
    for size, steps in pitches.items():
        # the usual pitch is the tightest step that is common, not the commonest: lists may have more gaps than lines
        total = sum(steps.values())
        common = [step for step, count in steps.items() if count >= max(2, settings.common * total)]
        close = [step for step in common if step <= settings.close * size]
        wide = common if total >= settings.enough_lines else []  # a paper set in double space
        pitch[size] = min(close or wide or [settings.usual_pitch * size])
    return pitch


def _right(lines: Sequence[Line], body_size: float, settings: BlockSettings) -> float:
    """The right edge of the text."""
    step = settings.edge_step
    # the page number of a contents entry stands beyond the text's edge
    rights = Counter([round(line.x1 / step) * step for line in lines if not leader_of(line.text)])
    most = max(rights.values(), default=0)
    frequent = [right for right, count in rights.items() if count >= max(2, settings.frequent * most)]
    edges = sorted(line.x1 for line in lines) or [settings.no_right]
    right = max(frequent, default=edges[-1])
    if sum(edge > right + settings.beyond * body_size for edge in edges) > settings.ragged * len(edges):
        # lines of many lengths: that some end at one place is chance
        right = edges[int(settings.most_lines * (len(edges) - 1))]
    return right
