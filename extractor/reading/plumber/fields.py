"""Form fields: their looks, which pdfminer leaves aside, as forms to be drawn on the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import literal_name
from pdfminer.utils import apply_matrix_rect, mult_matrix

#: Flags of an annotation that no viewer shows: hidden, no view (PDF 32000-1, 12.5.3).
_UNSHOWN = 0b100010

Matrix = tuple[float, float, float, float, float, float]


def looks_of_fields(page: Any) -> Iterator[tuple[PDFStream, Matrix]]:
    """How the fields of a page look: the content of each, and the matrix that sets it in its place on the page."""
    for annotation in resolve1(page.annots) or ():
        field = resolve1(annotation)
        if not isinstance(field, dict) or literal_name(resolve1(field.get("Subtype"))) != "Widget":
            continue
        look = _look(field)
        if look is not None and not _whole(field.get("F")) & _UNSHOWN:
            yield look, _placed(look, [float(resolve1(edge)) for edge in resolve1(field["Rect"])])


def _look(field: dict[str, Any]) -> PDFStream | None:
    """How a field looks as it is: a tick box has one look for each of its states."""
    look = resolve1((resolve1(field.get("AP")) or {}).get("N"))
    if isinstance(look, dict):
        look = resolve1(look.get(literal_name(resolve1(field.get("AS")))))
    return look if isinstance(look, PDFStream) else None


def _placed(look: PDFStream, rect: list[float]) -> Matrix:
    """The matrix from the space of a look to the page (PDF 32000-1, 12.5.5, algorithm 8)."""
    own: Matrix = tuple(float(resolve1(part)) for part in resolve1(look.get("Matrix")) or (1, 0, 0, 1, 0, 0))  # type: ignore[assignment]
    box = [float(resolve1(edge)) for edge in resolve1(look.get("BBox"))]
    x0, y0, x1, y1 = apply_matrix_rect(own, (box[0], box[1], box[2], box[3]))
    left, right = sorted((rect[0], rect[2]))
    low, high = sorted((rect[1], rect[3]))
    wide, tall = (right - left) / (x1 - x0) if x1 > x0 else 1.0, (high - low) / (y1 - y0) if y1 > y0 else 1.0
    return mult_matrix(own, (wide, 0, 0, tall, left - x0 * wide, low - y0 * tall))


def _whole(value: Any) -> int:
    number = resolve1(value)
    return number if isinstance(number, int) else 0
