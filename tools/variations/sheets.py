"""Variations of a printed PDF: what programs do to a file that leave what is read from it as it is."""

from __future__ import annotations

import ctypes
import io
import random
from collections.abc import Callable
from functools import partial

import pypdfium2 as pdfium
import pypdfium2.raw as raw

#: Makes another PDF of a PDF.
Change = Callable[[bytes], bytes]
#: The two rows of a matrix and its shift.
Matrix = tuple[float, float, float, float, float, float]

_SHIFT = (36.0, 54.0)


def _changed(data: bytes, change: Callable[[pdfium.PdfDocument], None]) -> bytes:
    """The file after a change to the open document, written anew."""
    document = pdfium.PdfDocument(data)
    try:
        change(document)
        return _written(document)
    finally:
        document.close()


def _written(document: pdfium.PdfDocument) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def each_page(change: Callable[[pdfium.PdfPage], None]) -> Change:
    """The same change to each page."""

    def on_all(document: pdfium.PdfDocument) -> None:
        for number in range(len(document)):
            page = document[number]
            change(page)
            page.close()

    return lambda data: _changed(data, on_all)


def _moved(
    page: pdfium.PdfPage, matrix: Matrix, width: float, height: float, left: float = 0, bottom: float = 0
) -> None:
    """The content of a page moved by a matrix, on a page of another size."""
    box = raw.FS_RECTF(-10_000, 10_000, 10_000, -10_000)
    raw.FPDFPage_TransFormWithClip(page.raw, raw.FS_MATRIX(*matrix), box)
    page.set_mediabox(left, bottom, left + width, bottom + height)
    page.set_cropbox(left, bottom, left + width, bottom + height)


def _rotated(page: pdfium.PdfPage, angle: int) -> None:
    """Content drawn aside on a sheet that is shown rotated: the page looks as before."""
    width, height = page.get_size()
    if angle == 90:
        _moved(page, (0, 1, -1, 0, height, 0), height, width)
    elif angle == 180:
        _moved(page, (-1, 0, 0, -1, width, height), width, height)
    else:
        _moved(page, (0, -1, 1, 0, 0, width), height, width)
    page.set_rotation(angle)


def _scaled(page: pdfium.PdfPage, factor: float) -> None:
    width, height = page.get_size()
    _moved(page, (factor, 0, 0, factor, 0, 0), width * factor, height * factor)


def _shifted(page: pdfium.PdfPage) -> None:
    """A page whose corner is not the origin."""
    width, height = page.get_size()
    across, up = _SHIFT
    _moved(page, (1, 0, 0, 1, across, up), width, height, across, up)


def _bordered(page: pdfium.PdfPage) -> None:
    """A larger sheet of which only the old page is shown."""
    width, height = page.get_size()
    page.set_mediabox(-_SHIFT[0], -_SHIFT[1], width + _SHIFT[0], height + _SHIFT[1])
    page.set_cropbox(0, 0, width, height)


def _reordered(page: pdfium.PdfPage, order: Callable[[list[ctypes.c_void_p]], list[ctypes.c_void_p]]) -> None:
    """The same objects, drawn in another order."""
    count = raw.FPDFPage_CountObjects(page.raw)
    objects = [raw.FPDFPage_GetObject(page.raw, number) for number in range(count)]
    for one in objects:
        raw.FPDFPage_RemoveObject(page.raw, one)
    for one in order(objects):
        raw.FPDFPage_InsertObject(page.raw, one)
    raw.FPDFPage_GenerateContent(page.raw)


def _shuffled(objects: list[ctypes.c_void_p]) -> list[ctypes.c_void_p]:
    return random.Random(7).sample(objects, len(objects))


def _coloured(page: pdfium.PdfPage) -> None:
    for number in range(raw.FPDFPage_CountObjects(page.raw)):
        one = raw.FPDFPage_GetObject(page.raw, number)
        if raw.FPDFPageObj_GetType(one) == raw.FPDF_PAGEOBJ_TEXT:
            raw.FPDFPageObj_SetFillColor(one, 40, 40, 120, 255)
    raw.FPDFPage_GenerateContent(page.raw)


def _stamped(page: pdfium.PdfPage, words: str, x: float, y: float, size: float) -> None:
    """Words that another program has put on a page."""
    document = page.pdf
    one = raw.FPDFPageObj_NewTextObj(document.raw, b"Helvetica", size)
    text = ctypes.create_string_buffer(words.encode("utf-16-le") + b"\0\0")
    raw.FPDFText_SetText(one, ctypes.cast(text, ctypes.POINTER(ctypes.c_ushort)))
    raw.FPDFPageObj_SetFillColor(one, 160, 160, 160, 255)
    raw.FPDFPageObj_Transform(one, 1, 0, 0, 1, x, y)
    raw.FPDFPage_InsertObject(page.raw, one)
    raw.FPDFPage_GenerateContent(page.raw)


def _in_new_file(data: bytes) -> bytes:
    """The pages in a file of their own, without tags and outline."""
    old, new = pdfium.PdfDocument(data), pdfium.PdfDocument.new()
    new.import_pages(old)
    out = _written(new)
    new.close()
    old.close()
    return out


def _two_on_a_sheet(data: bytes) -> bytes:
    old = pdfium.PdfDocument(data)
    width, height = old[0].get_size()
    new = pdfium.PdfDocument(raw.FPDF_ImportNPagesToOne(old.raw, 2 * width, height, 2, 1))
    out = _written(new)
    new.close()
    old.close()
    return out


def _with_empty_page(document: pdfium.PdfDocument, at: int) -> None:
    document.new_page(*document[0].get_size(), index=at)


#: Each by its name.
SHEETS: dict[str, Change] = {
    "written by PDFium": partial(_changed, change=lambda _document: None),
    "pages in a new file": _in_new_file,
    "sheets shown rotated by 90 degrees": each_page(lambda page: _rotated(page, 90)),
    "sheets shown rotated by 180 degrees": each_page(lambda page: _rotated(page, 180)),
    "sheets shown rotated by 270 degrees": each_page(lambda page: _rotated(page, 270)),
    "pages made smaller": each_page(lambda page: _scaled(page, 0.85)),
    "pages made larger": each_page(lambda page: _scaled(page, 1.25)),
    "corner of the page elsewhere": each_page(_shifted),
    "sheet larger than the page": each_page(_bordered),
    "drawn backwards": each_page(lambda page: _reordered(page, lambda objects: objects[::-1])),
    "drawn in any order": each_page(lambda page: _reordered(page, _shuffled)),
    "text in another colour": each_page(_coloured),
    "stamp at the head": each_page(lambda page: _stamped(page, "COPY", 20, page.get_height() - 16, 8)),
    "stamp at the foot": each_page(lambda page: _stamped(page, "Downloaded from the library", 20, 12, 6)),
    "empty page put first": partial(_changed, change=lambda document: _with_empty_page(document, 0)),
    "empty page put last": partial(_changed, change=lambda document: _with_empty_page(document, len(document))),
    "two pages on a sheet": _two_on_a_sheet,
}
