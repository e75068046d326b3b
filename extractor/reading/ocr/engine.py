"""The engine for scans: a page is read from its picture and comes out as if it had been typeset.

The stages: the picture is drawn, cleaned and set upright (`picture`); rules are found and taken out (`rules`); the ink
is cut into runs (`runs`); raised marks are cut out of them (`marks`); each piece is read (`recognise`); its letters
give size, baseline and weight (`faces`). Nothing behind the engine knows of pictures.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import closing
from typing import Any

import cv2
import numpy as np
import pypdfium2

from extractor.built import compiled
from extractor.limits import processors
from extractor.median import median
from extractor.reading.ocr.ahead import Ahead
from extractor.reading.ocr.cache import PageCache
from extractor.reading.ocr.document import opened
from extractor.reading.ocr.faces import measured, typed
from extractor.reading.ocr.marks import Piece, pieces
from extractor.reading.ocr.parts import Cut
from extractor.reading.ocr.picture import Grey, Picture, TooLarge, drawn, painted, unruled, upright
from extractor.reading.ocr.readers import Readers
from extractor.reading.ocr.recognise import Reading, Word
from extractor.reading.ocr.rules import strokes
from extractor.reading.ocr.runs import cut
from extractor.reading.ocr.settings import BARS, OCR, SPACES
from extractor.reading.ocr.sizes import Face, body_of, is_bold, settled
from extractor.reading.ocr.spaces import spaced
from extractor.reading.ocr.sweep import ornaments
from extractor.reading.ocr.texts import is_text, typeset
from extractor.reading.page import ASCENT, DESCENT, BBox, FileFacts, Page, Recognised, Rule, Span
from extractor.source import Ocr

__all__ = ["OcrEngine"]


def lacks_memory(error: Exception) -> bool:
    """Whether a library says in its own way that there is not enough memory: OpenCV, ONNX Runtime."""
    return error.code == cv2.Error.StsNoMem if isinstance(error, cv2.error) else "std::bad_alloc" in str(error)


class OcrEngine:
    """Reads pages from their pictures."""

    name = "ocr"

    def __init__(self, data: bytes, password: str | None = None, options: Ocr | None = None) -> None:
        self._options = options or Ocr()
        self._pdf = opened(data, password)
        self._readers = Readers(self._options.languages)
        self._read_pages = 0
        self._data = data
        self._cache: PageCache | None = None
        #: How many pages are read side by side, one thread each.
        self.side_by_side = self._options.workers or processors()
        self._ahead: Ahead | None = None
        cv2.setNumThreads(1)

    @property
    def facts(self) -> FileFacts:
        """What the file says of itself."""
        said = self._pdf.get_metadata_dict()
        return FileFacts(len(self._pdf), said.get("Producer") or None, said.get("Creator") or None)

    def close(self) -> None:
        """Let the file and the models go."""
        if self._ahead:
            self._ahead.close()
        self._readers.close()
        self._pdf.close()

    def page(self, number: int) -> Page:
        """One page, read from its picture: `recognised` says how, or `unread` why it was not."""
        if self._read_pages >= self._options.pages:
            page = Page(number, 0.0, 0.0, engine=self.name)
            page.unread = f"more than {self._options.pages} pages of the paper would have to be read from pictures"
            return page
        self._read_pages += 1
        if self._cache is None and self._options.cache:
            # The language is that of the first page that is read.
            asked = (*self._options.languages, str(number))
            self._cache = PageCache(self._options.cache, self._data, *asked)
        if self._cache and (kept := self._cache.get(number)):
            page, self._readers.language = kept
            return page
        if self._options.on_page:
            self._options.on_page(number)
        try:
            page = self._taken(number)
        except Exception as error:
            if lacks_memory(error):
                raise MemoryError from error
            raise
        if self._cache and page.recognised and self._readers.language:
            self._cache.put(page, self._readers.language)
        return page

    def begin(self, number: int) -> None:
        """Have a page read that will be asked for. Nothing is begun before the language of the paper is known."""
        if self.side_by_side == 1 or self._readers.language is None:
            return
        if self._ahead is None:
            self._ahead = Ahead(self.side_by_side, self._readers)
        wanted = self._read_pages + len(self._ahead) < self._options.pages
        if wanted and number not in self._ahead and not (self._cache and self._cache.get(number)):
            self._begin(self._ahead, number)

    def _begin(self, ahead: Ahead, number: int) -> None:
        page, picture = self._drawn(number)
        if picture is None:
            return
        grey, scale = picture
        seconds = self._options.seconds
        ahead.begin(number, lambda readers: read_page(page, upright(grey, scale), readers, seconds))

    def _taken(self, number: int) -> Page:
        """A page as it was read meanwhile, or is read now."""
        ahead = self._ahead
        if ahead is not None and number not in ahead:
            self._begin(ahead, number)
        if ahead is not None and number in ahead:
            return ahead.take(number)
        page, picture = self._drawn(number)
        return read_page(page, upright(*picture), self._readers, self._options.seconds) if picture else page

    def _empty(self, number: int, handle: Any) -> Page:
        width, height = handle.get_size()
        return Page(number, width, height, engine=self.name, images=[(0.0, 0.0, width, height)])

    def _drawn(self, number: int) -> tuple[Page, tuple[Grey, float] | None]:
        """A page without text, and its picture with the pixels a point; no picture where it is too large."""
        try:
            loaded = self._pdf[number - 1]
        except pypdfium2.PdfiumError:  # in a damaged file
            return Page(number, 0.0, 0.0, engine=self.name, unread="the page cannot be loaded"), None
        with closing(loaded) as handle:
            page = self._empty(number, handle)
            try:
                return page, drawn(handle)
            except TooLarge:
                page.unread = f"its picture has more than {OCR.most_pixels // 1_000_000} million pixels"
                return page, None


def read_page(page: Page, picture: Picture, readers: Readers, seconds: float) -> Page:
    """A page with what its picture says, or with the reason why that was not read.

    Args:
        page: the page without text.
        picture: its picture.
        readers: what reads; finds the language of the paper where it is not known.
        seconds: of CPU, after which the page is given up.
    """
    until = time.thread_time() + seconds
    found = strokes(picture.ink, picture.scale)
    ink = unruled(picture.ink, picture.ink, found, 0)
    sheet = cut(painted(ink, ornaments(ink, picture.scale), 0), picture.scale)
    grey = unruled(picture.grey, picture.ink, found, 255)
    usual = usual_em(sheet)
    parts = pieces(sheet, readers.letters)
    if readers.language is None:
        readers.settle([cropped(grey, sheet, piece) for piece in parts if not piece.mark], usual)
        if readers.letters != "latin":
            parts = pieces(sheet, readers.letters)
    if readers.rtl:
        usual *= OCR.arabic_usual
    readings = readers.read([cropped(grey, sheet, piece) for piece in parts], parts, usual, until)
    if readings is None:
        page.unread = f"reading it from its picture took more than {seconds:g} seconds of CPU"
        return page
    readings = [
        spaced(reading, piece.parts, piece.box[0] - OCR.margin, usual, sheet.pitch)
        for piece, reading in zip(parts, readings, strict=True)
    ]
    faces = settled(
        [
            measured(piece, reading, piece.box[0] - OCR.margin, sheet.labels, usual)
            for piece, reading in zip(parts, readings, strict=True)
        ],
        arabic=readers.rtl,
    )
    if sheet.pitch:
        faces = typed(faces, parts, sheet.pitch)
    body = body_of(faces)
    kept = [
        (piece, reading, face)
        for piece, reading, face in zip(parts, readings, faces, strict=True)
        if is_text(reading.text, readers.han) and not is_bars(piece)
    ]
    page.rules = [Rule(*(edge / picture.scale for edge in box)) for box in found]
    page.spans = [
        span for piece, reading, face in kept for span in _spans(piece, reading, face, body, picture.scale, sheet.pitch)
    ]
    page.rtl = readers.rtl
    page.text_layer = "ocr" if page.spans else "none"
    page.recognised = _recognised(kept, picture, readers.names)
    return page


def is_bars(piece: Piece) -> bool:
    """Whether the ink is that of a bar code: upright strokes of one height."""
    parts = piece.parts
    bars = [part for part in parts if part.height > BARS.slim * part.width]
    return len(bars) > BARS.least and len(bars) > BARS.share * len(parts)


def _recognised(kept: Sequence[tuple[Piece, Reading, Face]], picture: Picture, by: str) -> Recognised:
    """How sure the words of a page are, and which are in doubt."""
    words = [(piece, word, face) for piece, reading, face in kept for word in reading.words]
    doubts = tuple(
        (_word_box(piece, word, face, picture.scale), word.text, word.confidence)
        for piece, word, face in words
        if word.confidence < OCR.doubtful
    )
    letters = sum(len(word.text) for _, word, _ in words)
    mean = sum(word.confidence * len(word.text) for _, word, _ in words) / max(letters, 1)
    return Recognised(by, round(mean, 1), len(words), round(picture.skew, 2), doubts)


def _word_box(piece: Piece, word: Word, face: Face, scale: float) -> BBox:
    left = piece.box[0] - OCR.margin
    size, baseline = face.size / scale, face.baseline / scale
    return (
        (left + word.left) / scale,
        baseline - ASCENT * size,
        (left + word.right) / scale,
        baseline + DESCENT * size,
    )


def cropped(grey: Grey, sheet: Cut, piece: Piece) -> Grey:
    """The picture of a piece with white around it, freed of the ink of others."""
    left, top, right, bottom = piece.box
    height, width = grey.shape
    y0, y1, x0, x1 = (
        max(top - OCR.margin, 0),
        min(bottom + OCR.margin, height),
        max(left - OCR.margin, 0),
        min(right + OCR.margin, width),
    )
    crop = grey[y0:y1, x0:x1].copy()
    near = sheet.labels[y0:y1, x0:x1]
    other = (near > 0) & ~np.isin(near, [part.label for part in piece.parts])
    if other.any():
        crop[cv2.dilate(other.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0] = 255
    return crop


def usual_em(sheet: Cut) -> float:
    """An em of the page's body in pixels, from the height of most letters, which are small."""
    heights = [part.height for run in sheet.runs for part in run.parts if part.height > OCR.dot]
    return median(heights) / OCR.usual_height if heights else OCR.dpi / 72 * OCR.usual_size


#: A label at the head of a run, as layout knows it.
_LABEL = compiled(r"\(?(?:\d{1,3}|[a-zA-Z]{1,2}|[ivxl]{1,5})[.)]?")


def _spans(piece: Piece, reading: Reading, face: Face, body: Face, scale: float, pitch: float | None) -> list[Span]:
    """The span of a piece; a label before a tab is one of its own, since a space says nothing of how wide it is."""
    words = reading.words
    if len(words) > 1 and not piece.spaced and words[0].right < words[1].left and _LABEL.fullmatch(words[0].text):
        edge = _edge_behind(piece, piece.box[0] - OCR.margin + (words[0].right + words[1].left) / 2)
        least = OCR.label_pitch * pitch if pitch else OCR.label_gap * face.size
        if edge is not None and edge[1] - edge[0] > least:
            rest = typeset(" ".join(word.text for word in words[1:]))
            left, right = piece.box[0] / scale, piece.box[2] / scale
            label = typeset(words[0].text)
            return [
                _span(label, (left, edge[0] / scale), face, body, scale),
                _span(rest, (edge[1] / scale, right), face, body, scale),
            ]
    text = typeset(reading.text)
    left = piece.after if piece.spaced else piece.box[0]
    return [_span((" " if piece.spaced else "") + text, (left / scale, piece.box[2] / scale), face, body, scale)]


def _edge_behind(piece: Piece, middle: float) -> tuple[int, int] | None:
    """The widest gap in the ink about a place: where it begins and ends, in pixels; None where there is none."""
    best: tuple[int, int] | None = None
    end = piece.parts[0].right
    for part in piece.parts[1:]:
        near = part.left > end and end - SPACES.near < middle < part.left + SPACES.near
        if near and (best is None or part.left - end > best[1] - best[0]):
            best = end, part.left
        end = max(end, part.right)
    return best


def _span(text: str, across: tuple[float, float], face: Face, body: Face, scale: float) -> Span:
    size = round(face.size / scale, 1)
    baseline = face.baseline / scale
    bold = is_bold.applies(face, body)
    return Span(
        text=text,
        x0=across[0],
        top=baseline - ASCENT * size,
        x1=across[1],
        bottom=baseline + DESCENT * size,
        baseline=baseline,
        size=size,
        font="ocr-bold" if bold else "ocr",
        bold=bold,
        italic=face.italic,
    )
