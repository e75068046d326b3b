"""What is usual in a paper: body size, line pitch, right edge of the text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.layout.blocks.model import leader_of
from extractor.layout.lines.model import Line

#: So many lines of one size show that their paper is set in double space.
ENOUGH_LINES = 30
#: Where more than this share of the lines ends beyond what seemed the text's right edge, it is none.
RAGGED = 0.3
#: Sizes that differ by more than this many points are different type.
SIZE_STEP = 0.8


@dataclass(slots=True)
class Measures:
    """What is usual in the paper: body size, line pitch by size, right edge of the text."""

    body_size: float
    pitch: dict[float, float]
    right: float

    def usual(self, size: float) -> float:
        return self.pitch.get(round(size), 1.2 * size)


def body_size_of(lines: Sequence[Line]) -> float:
    """The type size that most of the text has, to half a point."""
    sizes: defaultdict[float, int] = defaultdict(int)
    for line in lines:
        sizes[line.size] += len(line.text)
    halves: Counter[float] = Counter()
    for size, count in sizes.items():
        halves[round(size * 2) / 2] += count
    return halves.most_common(1)[0][0] if halves else 10.0


def measure(lines: Sequence[Line]) -> Measures:
    """The paper's habits, from all its body lines."""
    # the page number of a contents entry stands beyond the text's edge
    rights = Counter([round(line.x1 / 4) * 4 for line in lines if not leader_of(line.text)])
    pitches: dict[int, Counter[float]] = defaultdict(Counter)
    for above, line in pairwise(lines):
        step = line.baseline - above.baseline
        if above.page == line.page and abs(above.size - line.size) < SIZE_STEP and 0.9 < step / max(line.size, 1) < 2.6:
            pitches[round(line.size)][round(step * 2) / 2] += 1
    pitch: dict[float, float] = {}
    for size, steps in pitches.items():
        # the usual pitch is the tightest step that is common, not the commonest: lists may have more gaps than lines
        common = [step for step, count in steps.items() if count >= max(2, 0.12 * sum(steps.values()))]
        close = [step for step in common if step <= 1.45 * size]
        wide = common if sum(steps.values()) >= ENOUGH_LINES else []  # a paper set in double space
        pitch[size] = min(close or wide or [1.2 * size])
    most = max(rights.values(), default=0)
    frequent = [right for right, count in rights.items() if count >= max(2, 0.3 * most)]
    edges = sorted(line.x1 for line in lines) or [500.0]
    right = max(frequent, default=edges[-1])
    body_size = body_size_of(lines)
    if sum(edge > right + 3 * body_size for edge in edges) > RAGGED * len(edges):
        right = edges[int(0.95 * (len(edges) - 1))]  # lines of many lengths: that some end at one place is chance
    return Measures(body_size, pitch, right)
