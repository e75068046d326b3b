"""Right-to-left timetables, turned round so that columns begin at the left as the readers expect."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from extractor.layout.lines import Line
from extractor.reading.page import BBox, Rule

#: The axis: any number larger than a page is wide will do.
_AXIS = 20_000.0
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def runs_leftwards(lines: Sequence[Line]) -> bool:
    """Whether these lines are of a right-to-left script and flush at the right, as such a table is set."""
    script = sum(_RIGHT_TO_LEFT.search(line.text) is not None for line in lines)
    if script * 2 < len(lines):
        return False
    left: Counter[int] = Counter(round(cell.x0 / 3) for line in lines for cell in line.cells)
    right: Counter[int] = Counter(round(cell.x1 / 3) for line in lines for cell in line.cells)
    return sum(count for _, count in right.most_common(3)) >= sum(count for _, count in left.most_common(3))


def mirrored(lines: Sequence[Line], rules: Mapping[int, list[Rule]]) -> tuple[list[Line], dict[int, list[Rule]]]:
    """The same lines and rules seen in a mirror."""
    turned = [
        replace(
            line,
            x0=_AXIS - line.x1,
            x1=_AXIS - line.x0,
            cells=[
                replace(cell, x0=_AXIS - cell.x1, x1=_AXIS - cell.x0)
                for cell in sorted(line.cells, key=lambda cell: -cell.x1)
            ],
        )
        for line in lines
    ]
    return turned, {
        page: [replace(rule, x0=_AXIS - rule.x1, x1=_AXIS - rule.x0) for rule in own] for page, own in rules.items()
    }


def turned_back(box: BBox) -> BBox:
    return (_AXIS - box[2], box[1], _AXIS - box[0], box[3])
