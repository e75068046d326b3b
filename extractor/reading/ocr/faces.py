"""What the letters of a run say of its type: size, baseline, weight.

The size comes from the height of letters whose shape is known, not from the height of the ink, which is that of the
tallest letter and of what hangs below the line: 7 to 12 points for a line of 10.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import cv2
import numpy as np

from extractor.built import compiled
from extractor.median import median
from extractor.reading.ocr.lining import pitch_of_run
from extractor.reading.ocr.parts import Part, arabic_foot, box_of
from extractor.reading.ocr.settings import FACES, OCR
from extractor.reading.ocr.sizes import Face, nearest, settled
from extractor.records import replace

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from extractor.reading.ocr.marks import Piece
    from extractor.reading.ocr.recognise import Reading

__all__ = ["measured", "typed"]

#: Heights of letters in ems (Times, as UN papers are set; Liberation Serif has the same).
_SMALL, _TALL, _CAPITAL, _DIGIT, _HANGING, _HAN = 0.459, 0.683, 0.676, 0.676, 0.676, 0.9
_RATIOS = {
    **dict.fromkeys("acemnorsuvwxzàâãäåáéèêëíìîïñóòôöúùûüçавгежзиклмнопстчшэюяьыъ", _SMALL),
    **dict.fromkeys("bdfhklß", _TALL),
    **dict.fromkeys("ABCDEFGHIJKLMNOPRSTUVWXYZАБВГЕЖЗИКЛМНОПРСТУФХЧШЭЮЯЫЬ", _CAPITAL),
    **dict.fromkeys("0123456789", _DIGIT),
    **dict.fromkeys("gpqyру", _HANGING),
}
_ARABIC = compiled(r"[\u0620-\u064a]")
#: Letters with marks above are higher than their class says.
_MARKED = frozenset("àâãäåáéèêëíìîïñóòôöúùûüç")
_ON_LINE = frozenset(
    "abcdefhiklmnorstuvwxzABCDEFGHIKLMNOPRSTUVWXYZ0123456789.авгежзиклмнопстчшэюяьыъАБВГЕЖЗИКЛМНОПРСТФХЧШЭЮЯЫЬ"
)


def measured(piece: Piece, reading: Reading, left: int, labels: NDArray[np.int32], usual: float) -> Face:
    """The type of a run.

    Args:
        piece: its ink.
        reading: what was read; its boxes count from `left`.
        left: where the crop begins on the page, in pixels.
        labels: the number of the piece at each pixel of the page.
        usual: an em of the page's body in pixels, for runs that show no letter of a known height.
    """
    parts = piece.parts
    if piece.mark:
        height = max(part.height for part in parts)
        return Face((height - OCR.spread) / _DIGIT, max(part.bottom for part in parts), 0.0, 0, mark=True)
    signs = [(left + (sign.left + sign.right) / 2, sign.text) for word in reading.words for sign in word.signs]
    sizes: list[float] = []
    feet: list[int] = []
    for part, char in _matched(parts, signs, FACES.reach * usual):
        ratio = _RATIOS.get(char, _HAN if "\u4e00" <= char <= "\u9fff" else None)
        if ratio is not None and char not in _MARKED and part.height > FACES.whole * usual * ratio:
            sizes.append((part.height - OCR.spread) / ratio)
        if char in _ON_LINE:
            feet.append(part.bottom)
        elif "\u4e00" <= char <= "\u9fff" and part.height > FACES.whole_han * usual:
            feet.append(round(part.bottom - OCR.han_below * part.height))
    if _ARABIC.search(reading.text):
        return _of_arabic(parts, labels)
    top, bottom = min(part.top for part in parts), max(part.bottom for part in parts)
    baseline = median(feet) if feet else bottom - FACES.below * (bottom - top)
    size = median(sizes) if sizes else usual
    ends = min(part.left for part in parts), max(part.right for part in parts)
    slanted = len(sizes) > OCR.few_letters and is_slanted(_own(parts, labels))
    return Face(size, baseline, _stem(parts, labels), len(sizes), False, *ends, slanted)


def _matched(parts: Sequence[Part], signs: Sequence[tuple[float, str]], reach: float) -> list[tuple[Part, str]]:
    """The pieces of ink with their letters: in their order where there are as many, else by where they stand."""
    if not signs:
        return []
    bodies: list[Part] = []  # without the dots of letters
    for part in parts:
        if bodies and part.left < bodies[-1].right and part.right - FACES.over <= bodies[-1].right + part.width / 2:
            if part.height > bodies[-1].height:
                bodies[-1] = part
        else:
            bodies.append(part)
    if len(bodies) == len(signs):
        return [(part, char) for part, (_, char) in zip(bodies, sorted(signs), strict=True)]
    middles = np.array([x for x, _ in signs])
    found: list[tuple[Part, str]] = []
    for part in parts:
        away = np.abs(middles - (part.left + part.right) / 2)
        at = int(away.argmin())
        if away[at] < reach:
            found.append((part, signs[at][1]))
    return found


def _of_arabic(parts: Sequence[Part], labels: NDArray[np.int32]) -> Face:
    """The type of an Arabic run: alef and lam say its size."""
    left, _, right, _ = box_of(parts)
    foot, tall = arabic_foot(parts, labels)
    return Face(tall / OCR.arabic_tall, foot, _stem(parts, labels), len(parts), False, left, right)


def _stem(parts: Sequence[Part], labels: NDArray[np.int32]) -> float:
    """The thickness of the strokes of a run in pixels: four times the mean distance of its ink from the white."""
    own = _own(parts, labels)
    if not own.any():
        return 0.0
    distances = cv2.distanceTransform(own, cv2.DIST_L2, 3)
    return 4 * float(distances[own > 0].mean()) - 1


def _own(parts: Sequence[Part], labels: NDArray[np.int32]) -> NDArray[np.uint8]:
    """The ink of a run: 1 where it is, with an empty edge."""
    left, top, right, bottom = box_of(parts)
    right = min(right, left + FACES.stem_width)
    return np.pad((labels[top:bottom, left:right] > 0).astype(np.uint8), 1)


def is_slanted(own: NDArray[np.uint8]) -> bool:
    """Whether the stems of a run lean as those of italics do: then its columns are clearer once it is set upright."""
    height, width = own.shape
    lean = FACES.lean * height
    moved = np.array([[1.0, FACES.lean, 0.0], [0.0, 1.0, 0.0]])
    upright = cv2.warpAffine(own, moved, (width + int(lean) + 1, height), flags=cv2.INTER_NEAREST)
    clear = [float(np.square(np.diff(one.sum(axis=0, dtype=np.int64))).sum()) for one in (own, upright)]
    return clear[1] > FACES.leaning * clear[0]


def typed(faces: Sequence[Face], pieces: Sequence[Piece], usual: float) -> list[Face]:
    """The faces of a page that was typed on a typewriter.

    Its letters have one size, which their distance says, and one weight. What was printed before, such as the
    letterhead, stays.

    Args:
        faces: the faces.
        pieces: the ink of each.
        usual: the width of most letters of the page in pixels.
    """
    pitches = [None if piece.mark else pitch_of_run(piece.parts, usual) for piece in pieces]
    sizes = [pitch / FACES.pitch for pitch in pitches if pitch]
    found: list[Face] = []
    for face, piece, pitch in zip(faces, pieces, pitches, strict=True):
        size = pitch / FACES.pitch if pitch else nearest(sizes, face.size) if sizes else face.size
        short = len(piece.parts) <= OCR.pitch_run
        is_typed = not face.mark and (pitch or short or abs(face.size / size - 1) < OCR.near_size)
        found.append(replace(face, size=size, stem=0.0) if is_typed else face)
    return settled(found)
