"""The sizes of the type of a page: those of runs that agree are one, and runs of few letters take that of others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.median import median, weighted_median
from extractor.reading.ocr.settings import FACES, OCR
from extractor.records import replace
from extractor.rules import rule

__all__ = ["Face", "body_of", "is_bold", "nearest", "settled"]


@dataclass(frozen=True, slots=True)
class Face:
    """The type of a run.

    It has its size (pixels an em), baseline (pixels from the top), thickness of its stems (pixels), by how many
    letters they are known, whether it is a raised mark, whose size says nothing of others, its edges, and whether it
    is slanted.
    """

    size: float
    baseline: float
    stem: float
    letters: int
    mark: bool = False
    left: int = 0
    right: int = 0
    italic: bool = False


def settled(faces: Sequence[Face], *, arabic: bool = False) -> list[Face]:
    """The faces of a page with sizes that agree.

    Those near what more letters say take that size; what a run of few letters takes, the rules of `SETTLING` say.
    """
    same = OCR.same_size + _spread(faces) + (OCR.arabic_same if arabic else 0.0)
    clusters: list[list[Face]] = []
    for face in sorted((face for face in faces if not face.mark), key=lambda face: -face.letters):
        home = next((one for one in clusters if abs(face.size / one[0].size - 1) < same), None)
        if home is None:
            clusters.append([face])
        else:
            home.append(face)
    sizes = [_middle([(face.size, face.letters) for face in one]) for one in clusters]
    weights = [sum(face.letters for face in one) for one in clusters]
    body = sizes[max(range(len(sizes)), key=weights.__getitem__)] if sizes else 1.0
    page = _Sizes(faces, sizes, body, arabic)
    return [face if face.mark else replace(face, size=_settled_size(face, page)) for face in faces]


@dataclass(frozen=True, slots=True)
class _Sizes:
    """The faces of a page, the sizes that they have, that of the body, and whether its letters are Arabic."""

    faces: Sequence[Face]
    sizes: Sequence[float]
    body: float
    arabic: bool


@rule(
    "sizes.line",
    source="labels: three letters show a size badly, the line beside them well",
    otherwise=None,
)
def size_of_line(face: Face, page: _Sizes) -> float | None:
    """A run of few letters has the size of the run of many on its line."""
    beside = [
        other
        for other in page.faces
        if other.letters > OCR.few_letters and abs(other.baseline - face.baseline) < FACES.same_line * other.size
    ]
    if face.letters > OCR.few_letters or not beside:
        return None
    return nearest(page.sizes, max(beside, key=lambda other: other.letters).size)


@rule("sizes.arabic", source="Arabic: words without alef and lam are measured too large", otherwise=None)
def size_of_arabic(face: Face, page: _Sizes) -> float | None:
    """A short Arabic run that is a little larger than the body has its size."""
    larger = page.body < face.size < OCR.clearly_larger * page.body
    return page.body if page.arabic and face.letters < OCR.arabic_few and larger else None


@rule("sizes.paragraph", source="the last line of a paragraph is short, and of its size", otherwise=None)
def size_of_paragraph(face: Face, page: _Sizes) -> float | None:
    """A run of few letters has the size of the line of many before or behind it that is nearest to its own."""
    if face.letters >= OCR.many_letters:
        return None
    found = [other.size for other in page.faces if _is_next(face, other)]
    return nearest(page.sizes, min(found, key=lambda one: abs(face.size / one - 1))) if found else None


@rule("sizes.body", source="page numbers and cells: few letters say little of a size", otherwise=None)
def size_of_body(face: Face, page: _Sizes) -> float | None:
    """A run of few letters that is not clearly larger than the body has its size."""
    small = nearest(page.sizes, face.size) < OCR.clearly_larger * page.body
    return page.body if face.letters <= OCR.few_letters and small else None


SETTLING = (size_of_line, size_of_arabic, size_of_paragraph, size_of_body)


def _settled_size(face: Face, page: _Sizes) -> float:
    """The one of the sizes of a page that a run has."""
    for one in SETTLING:
        if (size := one.applies(face, page)) is not None:
            return size
    return nearest(page.sizes, face.size)


def nearest(sizes: Sequence[float], size: float) -> float:
    """That of the sizes which is nearest to one."""
    return min(sizes, key=lambda one: abs(size / one - 1))


def _is_next(face: Face, other: Face) -> bool:
    """Whether a run of few letters is the line before or behind one of many, in one paragraph and of about its size."""
    return (
        other.letters >= OCR.many_letters
        and 0 < abs(other.baseline - face.baseline) < OCR.line_pitch * other.size
        and face.left < other.right
        and other.left < face.right
        and abs(face.size / other.size - 1) < OCR.near_size
    )


def _spread(faces: Sequence[Face]) -> float:
    """How far the sizes of long runs lie apart where they should be one.

    As a share: the median distance of those near the body's size from it. Letters of a bad scan are eaten away here and
    swollen there.
    """
    long = [face for face in faces if face.letters >= OCR.many_letters]
    if len(long) < FACES.few_runs:
        return 0.0
    body = median(face.size for face in long)
    return median(abs(face.size / body - 1) for face in long if abs(face.size / body - 1) < OCR.near_size)


def body_of(faces: Sequence[Face]) -> Face:
    """The type of most letters of a page."""
    size = _middle([(face.size, face.letters) for face in faces])
    near = [face for face in faces if not face.mark and abs(face.size / size - 1) < OCR.same_size]
    return Face(size, 0.0, _middle([(face.stem, face.letters) for face in near]), sum(face.letters for face in near))


@rule("sizes.bold", source="Times: stems are 0.05 em thick, those of its bold 0.10 em")
def is_bold(face: Face, body: Face) -> bool:
    """Whether a run is bold, on a page whose body is not.

    What blur and threshold add to a stem is the same for all sizes, so it is taken from the body first. Stems of Times
    are 0.05 em thick, those of its bold 0.10 em.
    """
    added = body.stem - OCR.plain_stem * body.size
    return face.letters > OCR.few_letters and face.stem - added > OCR.bold_stem * max(face.size, body.size)


def _middle(values: Sequence[tuple[float, int]]) -> float:
    """The median of values that count as often as is said, 1 where there are none."""
    middle = weighted_median(values)
    return 1.0 if middle is None else middle
