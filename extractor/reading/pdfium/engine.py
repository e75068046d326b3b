"""PDFium as a reading engine: one call a text object, not one a character.

A text object in a PDF is what one show-operator draws: usually a word or a run of words in one font. PDFium hands its
text, its ink box, its matrix (whose translation is the origin on the baseline) and its font; that is all a layout
needs.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as c

from extractor.errors import LimitExceeded
from extractor.reading.page import ASCENT, DESCENT, BBox, FileFacts, Page, Span
from extractor.reading.pdfium import calls as call
from extractor.reading.pdfium.calls import (
    get_bounds,
    get_fill_color,
    get_font,
    get_font_size,
    get_matrix,
    get_render_mode,
    given,
)
from extractor.reading.pdfium.fields import flatten_fields, has_form
from extractor.reading.pdfium.glyphs import Metrics, Places
from extractor.reading.pdfium.hidden import Watch, has_optional_content
from extractor.reading.pdfium.links import links_of
from extractor.reading.pdfium.said import UNREAD, read_as_said
from extractor.reading.pdfium.tags import is_tagged, said_of, tags_of
from extractor.reading.pdfium.text import PageText, readable
from extractor.reading.shared.fonts import is_bold, is_italic, plain_name, plain_text
from extractor.reading.shared.glyphs import OUTLINED, RUN_GAP, UNSEEN, Face
from extractor.reading.shared.rtl import mostly_rtl
from extractor.reading.trust.shapes import MAX_COVERS, covers, hide_under, rules_of
from extractor.source import Limits

#: Justified text stretches its blanks by up to this many ems on the average of a run; more is a tab.
JUSTIFIED = 0.3
#: Ink within this many ems of the pen's start is that of the first glyph: bearings are less, blanks 0.25 em and more.
BEARING = 0.18
#: What is thinner than this many ems is no ink: hyphens are about 0.06 em thick, blanks 0.
NO_INK = 0.02
#: Lines of text rise by at most this share of their length (a scan laid on askew); what rises more is aslant.
STRAIGHT = 0.06
#: Paths of more segments are drawings, not borders.
MAX_SEGMENTS = 5_000
#: A file that carries more files than this is asked for no more names.
_MOST_ATTACHMENTS = 100
_BLACK = (0, 0, 0, 255)
_TEXT, _PATH = c.FPDF_PAGEOBJ_TEXT, c.FPDF_PAGEOBJ_PATH


@lru_cache(maxsize=1024)  # a paper has few sizes, and rounding takes ten times as long
def rounded(size: float) -> float:
    """A type size to a hundredth of a point."""
    return round(size, 2)


Matrix = tuple[float, float, float, float, float, float]


class PdfiumEngine:
    """Reads pages through PDFium. Not thread-safe, as PDFium is not."""

    name = "pdfium"

    def __init__(
        self,
        data: bytes,
        password: str | None = None,
        limits: Limits | None = None,
        *,
        links: bool = True,
        tags: bool | frozenset[str] = False,
    ) -> None:
        """Open a file.

        Args:
            data: its bytes.
            password: the user password, None for none.
            limits: what a page may hold.
            links: whether links are wanted.
            tags: whether tags are wanted; kinds of elements: only those of pages that have one of these.
        """
        self._links = links
        self._pdf = pdfium.PdfDocument(data, password=password)
        self._tags = bool(tags) and is_tagged(self._pdf.raw)
        self._kinds = tags if isinstance(tags, frozenset) else None
        producer, creator, title = (_said(self._pdf.raw, key) for key in (b"Producer", b"Creator", b"Title"))
        self._facts = FileFacts(len(self._pdf), producer, creator, title, _attached(self._pdf.raw))
        self._metrics: dict[str, Metrics] = {}
        self._limits = limits or Limits()
        self._optional = has_optional_content.applies(data)
        self._form = has_form(self._pdf.raw)
        self._last: Any = None

    @property
    def facts(self) -> FileFacts:
        """What the file says of itself."""
        return self._facts

    def close(self) -> None:
        """Let the file go."""
        self._let_go(None)
        self._pdf.close()

    def _let_go(self, page: Any) -> None:
        """Close the page read last and keep this one instead: PDFium drops fonts that no open page uses."""
        if self._last:
            c.FPDF_ClosePage(self._last)
        self._last = page

    def page(self, number: int) -> Page:
        """One page; one that cannot be loaded comes back empty with `suspect` set."""
        handle = c.FPDF_LoadPage(self._pdf.raw, number - 1)
        self._let_go(handle)
        if not handle:
            return Page(number, 0.0, 0.0, engine=self.name, suspect="the page cannot be loaded")
        width, height = c.FPDF_GetPageWidthF(handle), c.FPDF_GetPageHeightF(handle)
        page = Page(number, width, height, engine=self.name)
        view = _view_matrix(handle, width, height)
        if self._links and c.FPDFPage_GetAnnotCount(handle):
            page.links = links_of(self._pdf.raw, handle, partial(_map_box, view))
        if self._form and flatten_fields(handle):
            handle = c.FPDF_LoadPage(self._pdf.raw, number - 1)
            self._let_go(handle)
        text_page = c.FPDFText_LoadPage(handle)
        try:
            at, get_object = call.given(call.address(handle)), call.get_object
            watch = Watch(page, self._optional)
            reader = _Reader(page, call.address(text_page), view, self._metrics, self._limits, watch)
            count = reader.counted(call.count_objects(at))
            objects = [get_object(at, index) for index in range(count)]
            reader.walk(objects, view, 0)
            watch.settle(handle)
            if self._tags:
                marked = partial(_marked, objects, reader, view)
                page.tags = tags_of(handle, marked, self._kinds)
                if reader.unread:
                    page.spans = read_as_said(page.spans, said_of(handle, marked))
            page.rtl = mostly_rtl([span.text for span in page.spans])
            return page
        finally:
            c.FPDFText_ClosePage(text_page)


class _Reader:
    """Walks the objects of one page; what PDFium answers into is made once and used again."""

    def __init__(
        self, page: Page, text_page: int, view: Matrix, metrics: dict[str, Metrics], limits: Limits, watch: Watch
    ) -> None:
        self.page, self.view, self.metrics, self.watch = page, view, metrics, watch
        self.plain = view if view[:4] == (1, 0, 0, -1) else None
        self.limits, self.objects, self.unread = limits, 0, False
        self.layer = PageText(text_page)
        if len(self.layer.chars) > limits.characters:
            raise LimitExceeded(f"page {page.number} has more than {limits.characters:,} characters")
        self.places = Places(text_page, self.layer, view)
        self.fonts: dict[int, tuple[int, Face, Metrics]] = {}  # font handles live as long as their page
        self.edges = call.Floats(4)
        self.matrix = call.Floats(6)
        self.size = call.Floats(1)
        self.rgba = call.Whole(4)

    def counted(self, objects: int) -> int:
        """`objects`, once they are added to those of the page and are not too many."""
        self.objects += max(objects, 0)
        if self.objects > self.limits.objects:
            raise LimitExceeded(f"page {self.page.number} draws more than {self.limits.objects:,} objects")
        return objects

    def walk(self, objects: Iterable[int], view: Matrix, depth: int) -> None:
        drawn = self.layer.runs
        for address in objects:
            obj = given(address)
            kind = _TEXT if address in drawn else call.kind_of(obj)
            if kind == _TEXT:
                self.text(address, obj, view)
            elif kind == _PATH:
                self.path(obj, view)
            elif kind == c.FPDF_PAGEOBJ_IMAGE:
                box = self.box(obj, view)
                self.watch.shape(obj, box, None)
                self.image(box)
            elif kind == c.FPDF_PAGEOBJ_FORM:
                inner = _times(self.matrix_of(obj), view)
                children = self.counted(call.count_form_objects(obj))
                if depth >= self.limits.form_depth:
                    raise LimitExceeded(
                        f"the forms of page {self.page.number} are nested more than {self.limits.form_depth} deep"
                    )
                self.walk((call.get_form_object(obj, index) for index in range(children)), inner, depth + 1)

    def box(self, obj: Any, view: Matrix) -> tuple[float, float, float, float]:
        get_bounds(obj, *self.edges.at)
        return _map_box(view, *self.edges.values)

    def matrix_of(self, obj: Any) -> Sequence[float]:
        get_matrix(obj, self.matrix.at[0])
        values: list[float] = self.matrix.values.tolist()
        return values

    def text(self, address: int, obj: Any, view: Matrix) -> None:
        get_bounds(obj, *self.edges.at)
        left, low, right, high = self.edges.values
        # A third of all text objects is blanks between words; asking what they say takes long, their box does not.
        # Invisible type of recognised scans may have no ink either.
        if right <= left and high <= low and get_render_mode(obj) not in UNSEEN:
            return
        text = self.layer.text(address)
        if text.isspace():
            return
        if not text.isascii() or not text.isprintable():
            text = plain_text(readable(text))
            if text.isspace():
                return
            self.unread = self.unread or UNREAD in text
        if view is self.plain:  # the two transformations below, written out for pages that nothing turns
            x0, top, x1, bottom = left + view[4], view[5] - high, right + view[4], view[5] - low
        else:
            x0, top, x1, bottom = _map_box(view, left, low, right, high)
        drawn = bool(text)
        if not text:
            # PDFium drops a hyphen that is a text object of its own at the end of a line; only its ink remains. Of
            # turned pages it drops blanks as well: they have a width and no ink.
            before = self.page.spans[-1] if self.page.spans else None
            if before is None or not (x1 - x0 > 1.2 and NO_INK * before.size < bottom - top < 0.5 * (x1 - x0)):
                return
            if not (before.top < top < before.bottom and -1.0 <= x0 - before.x1 < 0.5 * before.size):
                return  # ink that follows no word
            text = "-"
        get_matrix(obj, self.matrix.at[0])
        if view is self.plain:
            along, across, shear, scale, start, baseline = self.matrix.values
            across, scale, start, baseline = -across, -scale, start + view[4], view[5] - baseline
        else:
            along, across, shear, scale, start, baseline = _times(self.matrix.values, view)
        get_font_size(obj, self.size.at[0])
        em = abs(self.size.values[0])
        # Type that is not turned has its size from one figure of the matrix alone.
        size = rounded(em * (abs(scale) if not shear else (scale * scale + shear * shear) ** 0.5))
        if text[1:2] == " " == text[3:4] and view is self.view:
            text = self._joined(address, text, get_font(obj) or 0, em * abs(along), size)
        red, green, blue, opacity = self.rgba.values if get_fill_color(obj, *self.rgba.at) else _BLACK
        if opacity < 255:  # as it looks on paper
            red, green, blue = (255 - (255 - part) * opacity // 255 for part in (red, green, blue))
        color = red << 16 | green << 8 | blue
        mode = get_render_mode(obj)
        hidden = (
            size < 0.5
            or x1 <= x0
            or not (x1 > 0 and bottom > 0 and x0 < self.page.width and top < self.page.height)
            or mode in UNSEEN
            or (not opacity and mode not in OUTLINED)
            or (view is self.view and self.watch.clipped(obj, left, low, right, high))
        )
        font = get_font(obj) or 0
        handle, face, metrics = self.fonts.get(font) or self.font(font)
        slanted = bool(across) and STRAIGHT * abs(along) < abs(across) and STRAIGHT * abs(across) < abs(along)
        if slanted:
            pass  # a watermark across the page
        elif not across or abs(across) <= abs(along):  # along the page's width, as all but labels in margins are
            top, bottom = baseline - ASCENT * size, baseline + DESCENT * size
            width = em * abs(along)
            inked = text.strip()
            last = inked[-1]
            # The pen starts at the first glyph's origin, which saves asking for its outline; where a leading blank was
            # left out of the text, the ink begins further away than any side bearing reaches.
            if drawn and along > 0 and abs(x0 - start) < BEARING * size:
                x0 = start
            else:
                x0 -= width * metrics.bearings(handle, inked[0])[0]
            # Text inside forms has other coordinates than the page's.
            stop = self.places.blank(address) if text[-1] == " " and along > 0 and view is self.view else None
            if stop is not None and stop > x0:
                x1 = stop
            else:
                behind = metrics.behind.get(last)
                if behind is None:
                    pen = self.places.pen(address, last) if width and view is self.view else None
                    behind = metrics.behind_ink(handle, last, None if pen is None else (x1 - pen) / width)
                x1 += width * behind
            if blanks := inked.count(" "):
                slack = x1 - x0 - width * metrics.width(handle, inked)
                if slack > (RUN_GAP + JUSTIFIED * blanks) * size:
                    # A tab made by moving the pen: what stands before and after it belongs to different columns.
                    advance = {char: width * metrics.advance(handle, char) for char in set(inked)}
                    parts = self.places.parts(address, text, advance, size) if view is self.view else None
                    if parts:
                        style = baseline, size, face.name, face.bold, face.italic, color, hidden
                        self.page.spans += [Span(part, x0, top, x1, bottom, *style) for part, x0, x1 in parts]
                        return
        else:  # turned by a quarter: up is to the right when it reads downwards
            up = size if across > 0 else -size
            x0, x1 = sorted((start + ASCENT * up, start - DESCENT * up))
        self.page.spans.append(
            Span(text, x0, top, x1, bottom, baseline, size, face.name, face.bold, face.italic, color, hidden, slanted)
        )

    def _joined(self, address: int, text: str, font: int, width: float, size: float) -> str:
        """The text of an object whose letters PDFium parts by spaces, with spaces only between its words."""
        handle, _, metrics = self.fonts.get(font) or self.font(font)
        whole = self.places.joined(address, lambda char: width * metrics.advance(handle, char), size)
        return text if whole is None else plain_text(whole)

    def image(self, box: BBox) -> None:
        self.page.images.append(box)
        if len(self.page.images) <= MAX_COVERS and covers(box, self.page):
            hide_under(box, self.page.spans)

    def font(self, handle: int) -> tuple[int, Face, Metrics]:
        """What is to be known of a font, which is asked once a page."""
        raw, flags, weight = call.font_facts(handle) if handle else ("", 0, 0)
        name = plain_name(raw)
        face = Face(name, is_bold(name, flags, weight), is_italic(name, flags))
        # The same font on another page has another handle; its measures are asked for once.
        metrics = self.metrics.setdefault(raw, Metrics()) if raw else Metrics()
        self.fonts[handle] = known = handle, face, metrics
        return known

    def path(self, obj: Any, view: Matrix) -> None:
        call.get_draw_mode(obj, *self.rgba.at[:2])
        fill, stroke = self.rgba.values[:2]
        if not (fill or stroke):
            return
        segments = call.count_segments(obj)
        box = self.box(obj, view)
        if fill and get_fill_color(obj, *self.rgba.at):
            red, green, blue, opacity = self.rgba.values
            if opacity:
                self.watch.shape(obj, box, red << 16 | green << 8 | blue)
        if segments <= 6:
            self.page.rules += rules_of(box, bool(stroke))
        elif segments <= MAX_SEGMENTS:
            # One path may draw all borders of a table: each of its parts is a rule of its own.
            whole = _times(self.matrix_of(obj), view)
            for part in self.subpaths(obj, segments):
                xs, ys = [x for x, _ in part], [y for _, y in part]
                box = _map_box(whole, min(xs), min(ys), max(xs), max(ys))
                self.page.rules += rules_of(box, bool(stroke) and len(part) <= 6)

    def subpaths(self, obj: Any, segments: int) -> Iterator[list[tuple[float, float]]]:
        points: list[tuple[float, float]] = []
        (x, y), told = self.edges.at[:2], self.edges.values
        get_segment, kind_of, get_point = call.get_segment, call.segment_kind, call.get_point
        for index in range(segments):
            segment = given(get_segment(obj, index))
            if points and kind_of(segment) == c.FPDF_SEGMENT_MOVETO:
                yield points
                points = []
            if get_point(segment, x, y):
                points.append((told[0], told[1]))
        if points:
            yield points


def _texts(objects: Iterable[int]) -> Iterator[Any]:
    """The text objects among some objects, as arguments."""
    for address in objects:
        obj = given(address)
        if call.kind_of(obj) == _TEXT:
            yield obj


def _marked(objects: Iterable[int], reader: _Reader, view: Matrix) -> list[tuple[int, BBox]]:
    """The number of the marked content of each text object, and its box."""
    return [(call.get_mark(obj), reader.box(obj, view)) for obj in _texts(objects)]


def _times(first: Sequence[float], then: Matrix) -> Matrix:
    """The matrix that applies `first`, then `then` (PDF row vectors)."""
    a, b, cc, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, cc * g + d * i, cc * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _map_box(view: Matrix, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
    a, b, cc, d, e, f = view
    if not b and not cc and a > 0 > d and left <= right and bottom <= top:  # not turned, as nearly all pages are
        return (left * a + e, top * d + f, right * a + e, bottom * d + f)
    xs = (left * a + bottom * cc + e, right * a + top * cc + e)
    ys = (left * b + bottom * d + f, right * b + top * d + f)
    return (min(xs), min(ys), max(xs), max(ys))


def _said(document: Any, key: bytes) -> str | None:
    """What the file says of itself under a key, None for nothing; halves of surrogate pairs are replaced."""
    length = c.FPDF_GetMetaText(document, key, None, 0)
    if length <= 2:
        return None
    buffer = array("B", bytes(length))
    c.FPDF_GetMetaText(document, key, buffer.buffer_info()[0], length)
    return buffer.tobytes()[:-2].decode("utf-16-le", "replace") or None


def _attached(document: Any) -> tuple[str, ...]:
    """The names of the files that a file carries."""
    names: list[str] = []
    for index in range(min(max(c.FPDFDoc_GetAttachmentCount(document), 0), _MOST_ATTACHMENTS)):
        attachment = c.FPDFDoc_GetAttachment(document, index)
        length = c.FPDFAttachment_GetName(attachment, None, 0) if attachment else 0
        buffer = (c.FPDF_WCHAR * (length // 2 + 1))()
        if length > 2:
            c.FPDFAttachment_GetName(attachment, buffer, length)
        names.append(bytes(buffer)[: max(length - 2, 0)].decode("utf-16-le", "replace") or "(no name)")
    return tuple(names)


def _view_matrix(page: Any, width: float, height: float) -> Matrix:
    """Page space -> what a reader sees, origin top left: undoes the crop box's offset and the page's rotation."""
    box = c.FS_RECTF()
    c.FPDF_GetPageBoundingBox(page, box)
    left, bottom = min(box.left, box.right), min(box.bottom, box.top)
    turn = c.FPDFPage_GetRotation(page) % 4
    if turn == 0:
        return (1, 0, 0, -1, -left, height + bottom)
    if turn == 1:
        return (0, 1, 1, 0, -bottom, -left)
    if turn == 2:
        return (-1, 0, 0, 1, width + left, -bottom)
    return (0, -1, -1, 0, width + bottom, height + left)
