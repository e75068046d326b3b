"""The engine for scans: a page is read from its picture and comes out as if it had been typeset.

The stages: the picture is drawn, cleaned and set upright (`picture`); rules are found and taken out (`rules`); the ink
is cut into runs (`runs`); raised marks are cut out of them (`marks`); each piece is read (`recognise`); its letters
give size, baseline and weight (`faces`). Nothing behind the engine knows of pictures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median
from typing import Any

import cv2
import numpy as np
import pypdfium2 as pdfium

from extractor.reading.ocr.faces import Face, body_of, is_bold, measured, settled
from extractor.reading.ocr.marks import Piece, pieces
from extractor.reading.ocr.picture import Grey, Picture, TooLarge, drawn, upright
from extractor.reading.ocr.readers import Readers
from extractor.reading.ocr.spaces import spaced
from extractor.reading.ocr.rules import strokes, without
from extractor.reading.ocr.runs import Cut, cut
from extractor.reading.ocr.settings import OCR
from extractor.reading.page import ASCENT, DESCENT, FileFacts, Page, Rule, Span

__all__ = ["OcrEngine"]

#: Around a piece so many pixels are given to the recogniser: it reads letters at the very edge badly.
_MARGIN = 9


class OcrEngine:
    """Reads pages from their pictures."""

    name = "ocr"

    def __init__(self, data: bytes, password: str | None = None, *, languages: Sequence[str] = ()) -> None:
        self._pdf = pdfium.PdfDocument(data, password=password)
        self._readers = Readers(languages)

    @property
    def facts(self) -> FileFacts:
        """What the file says of itself."""
        return FileFacts(len(self._pdf))

    def close(self) -> None:
        """Let the file go."""
        self._readers.close()
        self._pdf.close()

    def page(self, number: int) -> Page:
        """One page, read from its picture; `text_layer` is ``ocr``."""
        handle: Any = self._pdf[number - 1]
        try:
            width, height = handle.get_size()
            page = Page(number, width, height, engine=self.name, images=[(0.0, 0.0, width, height)])
            try:
                grey, scale = drawn(handle)
            except TooLarge:
                page.suspect = "the picture of the page is too large to be read"
                return page
        finally:
            handle.close()
        picture = upright(grey, scale)
        self._read(page, picture)
        return page

    def _read(self, page: Page, picture: Picture) -> None:
        found = strokes(picture.ink, picture.scale)
        sheet = cut(without(picture.ink, found), picture.scale)
        page.rules = [Rule(*(edge / picture.scale for edge in box)) for box in found]
        grey = picture.grey.copy()
        for left, top, right, bottom in found:
            grey[max(top - 2, 0) : bottom + 2, max(left - 2, 0) : right + 2] = 255
        parts = pieces(sheet)
        crops = [cropped(grey, sheet, piece) for piece in parts]
        usual = _usual(sheet)
        readings = self._readers.read(crops, parts, usual)
        readings = [
            spaced(reading, piece.parts, piece.box[0] - _MARGIN, usual)
            for piece, reading in zip(parts, readings, strict=True)
        ]
        faces = settled(
            [
                measured(piece, reading, piece.box[0] - _MARGIN, sheet.labels, usual)
                for piece, reading in zip(parts, readings, strict=True)
            ]
        )
        body = body_of(faces)
        kept = [
            (piece, typeset(reading.text), face)
            for piece, reading, face in zip(parts, readings, faces, strict=True)
            if reading.text and any(map(str.isalnum, reading.text)) or reading.text in ("*", "**", "***", "•", "–", "—", "-")
        ]
        page.spans = [_span(piece, text, face, body, picture.scale) for piece, text, face in kept]
        page.rtl = self._readers.rtl
        page.text_layer = "ocr" if page.spans else "none"


def cropped(grey: Grey, sheet: Cut, piece: Piece) -> Grey:
    """The picture of a piece with white around it, freed of the ink of others."""
    left, top, right, bottom = piece.box
    height, width = grey.shape
    y0, y1, x0, x1 = max(top - _MARGIN, 0), min(bottom + _MARGIN, height), max(left - _MARGIN, 0), min(right + _MARGIN, width)
    crop = grey[y0:y1, x0:x1].copy()
    near = sheet.labels[y0:y1, x0:x1]
    other = (near > 0) & ~np.isin(near, [part.label for part in piece.parts])
    if other.any():
        crop[cv2.dilate(other.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0] = 255
    return crop


_OPENING = re.compile(r"(?:(?<=[\s(\[])|^)[\"\u201f](?=\w)")


def typeset(text: str) -> str:
    """Text with the quotation marks of print: recognisers give some of them as those of a keyboard."""
    if '"' in text or "'" in text:
        text = _OPENING.sub("“", text).replace('"', "”").replace("'", "’")
    return text


def _usual(sheet: Cut) -> float:
    """An em of the page's body in pixels, from the height of most letters, which are small."""
    heights = [part.height for run in sheet.runs for part in run.parts if part.height > 6]
    return median(heights) / 0.47 if heights else OCR.dpi / 7.2


def _span(piece: Piece, text: str, face: Face, body: Face, scale: float) -> Span:
    size = round(face.size / scale, 1)
    left, _, right, _ = piece.box
    baseline = face.baseline / scale
    bold = is_bold(face, body)
    return Span(
        text=(" " if piece.spaced else "") + text,
        x0=(piece.after if piece.spaced else left) / scale,
        top=baseline - ASCENT * size,
        x1=right / scale,
        bottom=baseline + DESCENT * size,
        baseline=baseline,
        size=size,
        font="ocr-bold" if bold else "ocr",
        bold=bold,
    )
