"""Rules on a picture: long thin strokes with white on both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from extractor.reading.ocr.settings import OCR, STROKES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from extractor.reading.ocr.picture import Ink

__all__ = ["Stroke", "strokes"]

Stroke = tuple[int, int, int, int]
"""The box of a stroke in pixels: left, top, right, bottom."""


def strokes(ink: Ink, scale: float) -> list[Stroke]:
    """The horizontal and upright strokes of a page, underlines among them."""
    runs = _runs(ink)
    flat = _found(ink, runs, int(OCR.rule_length * scale), OCR.rule_thickness * scale, bridge=STROKES.bridge)
    # A hairline that the scanner broke into dashes: long ones alone, since dots and dashes of text are none.
    faint = _found(
        ink, runs, int(OCR.faint_length * scale), OCR.rule_thickness * scale / 2, bridge=int(OCR.faint_gap * scale)
    )
    faint = [one for one in faint if _is_free(ink, one, STROKES.faint_beside)]
    flat += [one for one in faint if not any(_meet(one, other) for other in flat)]
    turned = np.ascontiguousarray(ink.T)
    length = int(OCR.upright_length * scale)
    tall = _found(turned, _runs(turned), length, OCR.rule_thickness * scale, bridge=STROKES.bridge)
    return flat + [(top, left, bottom, right) for left, top, right, bottom in tall]


def _meet(one: Stroke, other: Stroke) -> bool:
    return (
        one[0] < other[2]
        and other[0] < one[2]
        and one[1] - STROKES.step < other[3]
        and other[1] - STROKES.step < one[3]
    )


def _runs(ink: Ink) -> NDArray[np.int64]:
    """The pieces of ink of each row, in the order of reading: row, left, right."""
    height, width = ink.shape
    edged = np.zeros((height, width + 2), dtype=np.uint8)
    edged[:, 1:-1] = ink
    flat = edged.ravel()
    edges = np.flatnonzero(flat[1:] != flat[:-1])
    starts, ends = edges[::2], edges[1::2]
    rows = starts // (width + 2)
    return np.stack([rows, starts - rows * (width + 2), ends - rows * (width + 2)], axis=1)


def _bridged(runs: NDArray[np.int64], bridge: int) -> NDArray[np.int64]:
    """The pieces of ink with breaks of fewer than `bridge` pixels closed."""
    if not len(runs):
        return runs
    parted = (runs[1:, 0] != runs[:-1, 0]) | (runs[1:, 1] - runs[:-1, 2] >= bridge)
    first = np.flatnonzero(np.concatenate(([True], parted)))
    last = np.concatenate((first[1:] - 1, [len(runs) - 1]))
    return np.stack([runs[first, 0], runs[first, 1], runs[last, 2]], axis=1)


def _found(ink: Ink, runs: NDArray[np.int64], length: int, thickness: float, *, bridge: int) -> list[Stroke]:
    """The horizontal strokes of at least a length, breaks of fewer than `bridge` pixels in them closed."""
    whole = _bridged(runs, bridge)
    found: list[Stroke] = []
    for whole_box in _joined(whole[whole[:, 2] - whole[:, 1] >= length].tolist(), length // STROKES.joined):
        box = whole_box
        beside, thick = STROKES.beside, thickness
        is_whole = bridge > STROKES.bridge or _is_solid(ink, box)
        if is_whole and bridge <= STROKES.bridge and _has_letters(ink, box):
            if box[2] - box[0] < STROKES.underline * length:
                continue
            # Typewriters underline so near that the feet of letters touch the line.
            box, beside, thick = _core(ink, box), STROKES.feet, STROKES.slim * thickness
        if is_whole and box[3] - box[1] <= thick and _is_free(ink, box, beside):
            found.append(box)
    return found


def _core(ink: Ink, box: Stroke) -> Stroke:
    """A stroke without the feet of the letters that stand on it: the rows with hardly less ink than the darkest."""
    left, top, right, bottom = box
    shares = (ink[top:bottom, left:right] > 0).mean(axis=1)
    rows = np.flatnonzero(shares > STROKES.core * shares.max())
    return left, top + int(rows[0]), right, top + int(rows[-1]) + 1


def _joined(runs: list[list[int]], reach: int) -> list[Stroke]:
    """The boxes of long pieces of ink, those of one stroke joined: a line that is not quite level comes in steps."""
    groups: list[list[list[int]]] = []
    done: list[list[list[int]]] = []
    for run in runs:
        row, left, right = run
        open_, near = [], []
        for group in groups:
            if row - group[-1][0] > STROKES.step:
                done.append(group)
            elif any(
                row - y <= STROKES.step and left <= x1 + reach and x0 <= right + reach
                for y, x0, x1 in group[-STROKES.last :]
            ):
                near.append(group)
            else:
                open_.append(group)
        groups = [*open_, sorted([one for group in near for one in group] + [run])]
    return sorted(
        (
            (min(left for _, left, _ in one), one[0][0], max(right for _, _, right in one), one[-1][0] + 1)
            for one in done + groups
        ),
        key=lambda box: (box[1], box[0]),
    )


def _has_letters(ink: Ink, box: Stroke) -> bool:
    """Whether letters grow out of a stroke on one side: the line on which joined letters stand is no rule."""
    left, top, right, bottom = box
    edge = STROKES.edge
    shares = [
        float(np.mean((side > 0).any(axis=0))) if side.size else 0.0
        for side in (
            ink[max(top - 2 * edge, 0) : max(top - edge, 0), left:right],
            ink[bottom + edge : bottom + 2 * edge, left:right],
        )
    ]
    return max(shares) > OCR.rule_letters


def _is_solid(ink: Ink, box: Stroke) -> bool:
    """Whether a stroke has hardly a gap: the heads of small letters that stand close make a broken one."""
    left, top, right, bottom = box
    return float(np.mean((ink[top:bottom, left:right] > 0).any(axis=0))) > OCR.rule_solid


def _is_free(ink: Ink, box: Stroke, most: float) -> bool:
    """Whether there is white above or below most of a stroke, and no more than a share of ink on the other side.

    The edge of a picture has ink on one side all along, and a line of text has it above and below.
    """
    left, top, right, bottom = box
    gap = max(bottom - top, STROKES.least_beside)
    above = ink[max(top - gap, 0) : max(top - STROKES.edge, 0), left:right]
    below = ink[bottom + STROKES.edge : bottom + gap, left:right]
    shares = [float(np.mean(side > 0)) if side.size else 0.0 for side in (above, below)]
    return min(shares) < STROKES.white and max(shares) < most
