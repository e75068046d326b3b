"""The objects that a page draws, as PDFium hands them: what it says, its pictures and its rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

import pypdfium2_raw as c

from extractor.errors import LimitExceeded
from extractor.reading.page import ASCENT, DESCENT, BBox, Page, Span
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
from extractor.reading.pdfium.glyphs import Metrics, Places
from extractor.reading.pdfium.hidden import Watch
from extractor.reading.pdfium.matrices import Matrix, map_box, times
from extractor.reading.pdfium.said import UNREAD
from extractor.reading.pdfium.text import PageText, readable
from extractor.reading.shared.fonts import is_bold, is_italic, plain_name, plain_text
from extractor.reading.shared.glyphs import OUTLINED, RUN_GAP, UNSEEN, Face
from extractor.reading.trust.shapes import MAX_COVERS, covers, hide_under, rules_of
from extractor.records import Struct
from extractor.source import Limits

#: Justified text stretches its blanks by up to this many ems on the average of a run; more is a tab.
JUSTIFIED = 0.3
#: Ink within this many ems of the pen's start is that of the first glyph: bearings are less, blanks 0.25 em and more.
BEARING = 0.18
#: What is thinner than this many ems is no ink: hyphens are about 0.06 em thick, blanks 0.
NO_INK = 0.02
#: The ink of a hyphen is longer than this many points: a quarter of an em of the smallest type, 5 points.
HYPHEN = 1.2
#: It begins at most so many points before the box of its word ends.
OVERLAP = 1.0
#: Lines of text rise by at most this share of their length (a scan laid on askew); what rises more is aslant.
STRAIGHT = 0.06
#: A path of no more segments draws one border: four sides, the move to the first and the close.
BORDER_SEGMENTS = 6
#: Paths of more segments are drawings, not borders.
MAX_SEGMENTS = 5_000
_BLACK = (0, 0, 0, 255)
_TEXT, _PATH = c.FPDF_PAGEOBJ_TEXT, c.FPDF_PAGEOBJ_PATH


@lru_cache(maxsize=1024)  # a paper has few sizes, and rounding takes ten times as long
def rounded(size: float) -> float:
    """A type size to a hundredth of a point."""
    return round(size, 2)


@lru_cache(maxsize=256)  # each page has fonts of its own, with the names of those of the page before
def _face(raw: str, flags: int, weight: int) -> Face:
    """What a font's name, flags and weight say of its face."""
    name = plain_name(raw)
    return Face(name, is_bold(name, flags, weight), is_italic(name, flags))


class _Run(Struct):
    """A text object that lies along the width of its page.

    Attributes:
        address: of the object.
        text: what it says.
        width: of an em, in points.
        size: its type size in points.
        handle: of its font.
        metrics: of its font.
        own: whether the page itself draws it, and no form on it.
    """

    address: int
    text: str
    width: float
    size: float
    handle: int
    metrics: Metrics
    own: bool


class Reader:
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

    def walk(self, objects: Iterable[int], view: Matrix, depth: int = 0) -> None:
        """Put what these objects draw on the page.

        Args:
            objects: their addresses.
            view: from their space to what a reader sees.
            depth: in how many forms they are.
        """
        drawn = self.layer.runs
        for address in objects:
            obj = given(address)
            kind = _TEXT if address in drawn else call.kind_of(obj)
            if kind == _TEXT:
                self._text(address, obj, view)
            elif kind == _PATH:
                self._path(obj, view)
            elif kind == c.FPDF_PAGEOBJ_IMAGE:
                box = self.box(obj, view)
                self.watch.shape(obj, box, None)
                self._image(box)
            elif kind == c.FPDF_PAGEOBJ_FORM:
                inner = times(self._matrix_of(obj), view)
                children = self.counted(call.count_form_objects(obj))
                if depth >= self.limits.form_depth:
                    raise LimitExceeded(
                        f"the forms of page {self.page.number} are nested more than {self.limits.form_depth} deep"
                    )
                self.walk((call.get_form_object(obj, index) for index in range(children)), inner, depth + 1)

    def marked(self, objects: Iterable[int], view: Matrix) -> list[tuple[int, BBox]]:
        """The number of the marked content of each text object among some objects, and its box."""
        among = map(given, objects)
        return [(call.get_mark(obj), self.box(obj, view)) for obj in among if call.kind_of(obj) == _TEXT]

    def box(self, obj: Any, view: Matrix) -> BBox:
        """The box of an object as a reader sees it."""
        get_bounds(obj, *self.edges.at)
        return map_box(view, *self.edges.values)

    def _matrix_of(self, obj: Any) -> Sequence[float]:
        get_matrix(obj, self.matrix.at[0])
        values: list[float] = self.matrix.values.tolist()
        return values

    def _text(self, address: int, obj: Any, view: Matrix) -> None:
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
            x0, top, x1, bottom = map_box(view, left, low, right, high)
        drawn = bool(text)
        if not drawn and not self._is_hyphen((x0, top, x1, bottom)):
            return
        text = text or "-"
        get_matrix(obj, self.matrix.at[0])
        if view is self.plain:
            along, across, shear, scale, start, baseline = self.matrix.values
            across, scale, start, baseline = -across, -scale, start + view[4], view[5] - baseline
        else:
            along, across, shear, scale, start, baseline = times(self.matrix.values, view)
        get_font_size(obj, self.size.at[0])
        em = abs(self.size.values[0])
        # Type that is not turned has its size from one figure of the matrix alone.
        size = rounded(em * (abs(scale) if not shear else (scale * scale + shear * shear) ** 0.5))
        font = get_font(obj) or 0
        handle, face, metrics = self.fonts.get(font) or self._font(font)
        own, width = view is self.view, em * abs(along)
        if text[1:2] == " " == text[3:4] and own:
            text = self._joined(address, text, font, width, size)
        color, opacity = self._ink(obj)
        mode = get_render_mode(obj)
        hidden = (
            size < 0.5
            or x1 <= x0
            or not (x1 > 0 and bottom > 0 and x0 < self.page.width and top < self.page.height)
            or mode in UNSEEN
            or (not opacity and mode not in OUTLINED)
            or (own and self.watch.clipped(obj, left, low, right, high))
        )
        slanted = bool(across) and STRAIGHT * abs(along) < abs(across) and STRAIGHT * abs(across) < abs(along)
        if slanted:
            pass  # a watermark across the page
        elif not across or abs(across) <= abs(along):  # along the page's width, as all but labels in margins are
            top, bottom = baseline - ASCENT * size, baseline + DESCENT * size
            # The pen starts at the first glyph's origin, which saves asking for its outline; where a leading blank was
            # left out of the text, the ink begins further away than any side bearing reaches.
            if drawn and along > 0 and -BEARING * size < x0 - start < BEARING * size:
                x0 = start
            else:
                x0 -= width * metrics.bearings(handle, text.strip()[0])[0]
            run = _Run(address, text, width, size, handle, metrics, own)
            x1 = self._end(run, x0, x1, along > 0)
            if parts := self._columns(run, x0, x1):
                self.page.spans += [
                    Span(part, x0, top, x1, bottom, baseline, size, face.name, face.bold, face.italic, color, hidden)
                    for part, x0, x1 in parts
                ]
                return
        else:  # turned by a quarter: up is to the right when it reads downwards
            up = size if across > 0 else -size
            x0, x1 = sorted((start + ASCENT * up, start - DESCENT * up))
        self.page.spans.append(
            Span(text, x0, top, x1, bottom, baseline, size, face.name, face.bold, face.italic, color, hidden, slanted)
        )

    def _is_hyphen(self, box: BBox) -> bool:
        """Whether ink of which PDFium says nothing is that of a hyphen behind the word before.

        PDFium drops a hyphen that is a text object of its own at the end of a line; only its ink remains. Of turned
        pages it drops blanks as well: they have a width and no ink.
        """
        before = self.page.spans[-1] if self.page.spans else None
        x0, top, x1, bottom = box
        if before is None or not (x1 - x0 > HYPHEN and NO_INK * before.size < bottom - top < 0.5 * (x1 - x0)):
            return False
        return before.top < top < before.bottom and -OVERLAP <= x0 - before.x1 < 0.5 * before.size

    def _ink(self, obj: Any) -> tuple[int, int]:
        """The colour of an object as it looks on white paper, and how much it covers."""
        red, green, blue, opacity = self.rgba.values if get_fill_color(obj, *self.rgba.at) else _BLACK
        if opacity < 255:
            red, green, blue = (255 - (255 - part) * opacity // 255 for part in (red, green, blue))
        return red << 16 | green << 8 | blue, opacity

    def _joined(self, address: int, text: str, font: int, width: float, size: float) -> str:
        """The text of an object whose letters PDFium parts by spaces, with spaces only between its words."""
        handle, _, metrics = self.fonts.get(font) or self._font(font)
        whole = self.places.joined(address, lambda char: width * metrics.advance(handle, char), size)
        return text if whole is None else plain_text(whole)

    def _end(self, run: _Run, x0: float, x1: float, forward: bool) -> float:
        """Where the advance of the last glyph ends, of a run from x0 whose ink ends at x1."""
        # Text inside forms has other coordinates than the page's.
        stop = self.places.blank(run.address) if run.text[-1] == " " and forward and run.own else None
        if stop is not None and stop > x0:
            return stop
        metrics, last, width = run.metrics, run.text.strip()[-1], run.width
        behind = metrics.behind.get(last)
        if behind is None:
            pen = self.places.pen(run.address, last) if width and run.own else None
            behind = metrics.behind_ink(run.handle, last, None if pen is None else (x1 - pen) / width)
        return x1 + width * behind

    def _columns(self, run: _Run, x0: float, x1: float) -> Sequence[tuple[str, float, float]] | None:
        """The parts of a run with a tab, made by moving the pen: what stands before and after belongs to columns."""
        inked = run.text.strip()
        blanks = inked.count(" ")
        if not blanks or not run.own:
            return None
        slack = x1 - x0 - run.width * run.metrics.width(run.handle, inked)
        if slack <= (RUN_GAP + JUSTIFIED * blanks) * run.size:
            return None
        advance = {char: run.width * run.metrics.advance(run.handle, char) for char in set(inked)}
        return self.places.parts(run.address, run.text, advance, run.size)

    def _image(self, box: BBox) -> None:
        self.page.images.append(box)
        if len(self.page.images) <= MAX_COVERS and covers(box, self.page):
            hide_under(box, self.page.spans)

    def _font(self, handle: int) -> tuple[int, Face, Metrics]:
        """What is to be known of a font, which is asked once a page."""
        raw, flags, weight = call.font_facts(handle) if handle else ("", 0, 0)
        face = _face(raw, flags, weight)
        # The same font on another page has another handle; its measures are asked for once.
        metrics = self.metrics.setdefault(raw, Metrics()) if raw else Metrics()
        self.fonts[handle] = known = handle, face, metrics
        return known

    def _path(self, obj: Any, view: Matrix) -> None:
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
        if segments <= BORDER_SEGMENTS:
            self.page.rules += rules_of(box, bool(stroke))
        elif segments <= MAX_SEGMENTS:
            # One path may draw all borders of a table: each of its parts is a rule of its own.
            whole = times(self._matrix_of(obj), view)
            for part in self._subpaths(obj, segments):
                xs, ys = [x for x, _ in part], [y for _, y in part]
                box = map_box(whole, min(xs), min(ys), max(xs), max(ys))
                self.page.rules += rules_of(box, bool(stroke) and len(part) <= BORDER_SEGMENTS)

    def _subpaths(self, obj: Any, segments: int) -> Iterator[list[tuple[float, float]]]:
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
