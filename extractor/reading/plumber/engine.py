"""pdfplumber as a reading engine: slower than PDFium by far, but it gives every glyph with its place.

That is what right-to-left pages need (their glyphs are put in reading order by where they stand, see :mod:`.rtl`) and
what a second opinion on a suspect text layer needs. pdfplumber opens the file and knows pages, boxes and links; the
glyphs are taken from its parser, pdfminer, as they are drawn, without building a layout tree first.
"""

from __future__ import annotations

import io
import logging
import time
import zlib
from collections.abc import Iterator
from typing import Any, NamedTuple

import pdfplumber
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.utils import apply_matrix_pt, apply_matrix_rect, decode_text, mult_matrix, translate_matrix

from extractor.reading.page import BBox, FileFacts, Link, Page
from extractor.reading.pdfium.ink import Painter, hide_without_ink
from extractor.reading.plumber.document import install
from extractor.reading.plumber.fields import looks_of_fields
from extractor.reading.plumber.state import TRANSPARENT, Interpreter
from extractor.reading.shared.clusters import Tagged, spelled
from extractor.reading.shared.fonts import is_bold, is_italic, plain_name, plain_text
from extractor.reading.shared.glyphs import OUTLINED, UNSEEN, Face, Glyph, runs
from extractor.reading.shared.rtl import logical_runs, mostly_rtl
from extractor.reading.trust.shapes import MAX_COVERS, covers, rules_of
from extractor.records import replace

#: Limits a page: glyphs (a page of dense text has 8,000), drawn paths, seconds and decoded bytes of content. pdfminer
#: checks none of them, and a small file can ask for any of them in plenty.
MAX_GLYPHS, MAX_PATHS, MAX_SECONDS, MAX_CONTENT = 200_000, 200_000, 60.0, 64 * 1024 * 1024
#: Marked content inside marked content goes no deeper.
MAX_TAGS = 1_000
#: After so many glyphs or paths the time is looked at.
_STRETCH = 1024
#: Deflate packs no tighter than one to so many.
_TIGHTEST = 1032
#: A path of no more segments draws one border: four sides, the move to the first and the close.
_BORDER_SEGMENTS = 6
#: Runs whose shorter step is more than this share of the longer one are aslant.
_ASLANT = 0.2
#: The same letter within this many ems was printed twice, for weight or as a shadow.
_TWICE = 0.1
#: Stems up to so many thousandths of an em are of regular type; PDFium reckons weights so.
_REGULAR_STEM = 140

# Both report every oddity of a file as a warning; what matters to a reader is said by diagnostics.
logging.getLogger("pdfminer").setLevel(logging.ERROR)
logging.getLogger("pdfplumber").setLevel(logging.ERROR)
install()


class _TooMuch(Exception):
    """A page asks for more than the limits allow; what has been drawn so far is kept."""


class PlumberEngine:
    """Reads pages through pdfplumber.

    Args:
        data: the bytes of the file.
        password: the user password; the empty one when left out.
        links: whether links are wanted.

    Raises:
        pdfplumber.utils.exceptions.PdfminerException: the file cannot be opened.
    """

    name = "pdfplumber"

    def __init__(self, data: bytes, password: str | None = None, *, links: bool = True) -> None:
        self._links = links
        self._pdf = pdfplumber.open(io.BytesIO(data), password=password or "", raise_unicode_errors=False)
        self._painter = Painter(data, password)
        meta = self._pdf.metadata
        producer, creator, title = (_text(meta.get(key)) for key in ("Producer", "Creator", "Title"))
        self._facts = FileFacts(len(self._pdf.pages), producer, creator, title)

    @property
    def facts(self) -> FileFacts:
        """What the file says of itself."""
        return self._facts

    def close(self) -> None:
        """Let the file go."""
        self._painter.close()
        self._pdf.close()

    def page(self, number: int) -> Page:
        """One page; one that breaks the parser comes back with what was drawn before and `suspect` set."""
        source = self._pdf.pages[number - 1]
        page = Page(number, 0.0, 0.0, engine=self.name)
        try:
            device = _Device(self._pdf.rsrcmgr, page, source)
        except MemoryError:
            raise
        except Exception as error:  # boxes that are no boxes: the parser raises what comes
            page.suspect = f"the page cannot be read ({type(error).__name__})"
            return page
        try:
            _check_content(source.page_obj.contents)
            interpreter = Interpreter(self._pdf.rsrcmgr, device)
            interpreter.process_page(source.page_obj)
            for look, matrix in looks_of_fields(source.page_obj):
                resources = resolve1(look.get("Resources")) or source.page_obj.resources
                interpreter.dup().render_contents(resources, [look], ctm=mult_matrix(matrix, device.base))
        except _TooMuch as error:
            page.suspect = f"the page was read in part only: {error}"
        except MemoryError:
            raise
        except Exception as error:  # pdfminer raises TypeError, KeyError, struct.error and more on broken content
            page.suspect = f"the page was read in part only ({type(error).__name__} in its content)"
        page.rtl = mostly_rtl(glyph.text for glyph in device.glyphs)
        page.spans = logical_runs(device.glyphs) if page.rtl else runs(device.glyphs)
        # pdfminer knows neither optional content nor clipping: drawing the page takes a twentieth of reading it.
        if page.spans and (drawing := self._painter.drawing(number)):
            hide_without_ink(drawing, page)
        if self._links:
            page.links = _links(source)
        source.close()
        return page


class _Device(PDFTextDevice):
    """Takes down what pdfminer's interpreter draws."""

    def __init__(self, resources: Any, page: Page, source: Any) -> None:
        super().__init__(resources)
        self.page, self.source = page, source
        self.glyphs: list[Glyph] = []
        self.faces: dict[int, Face] = {}
        self.kept: list[Any] = []  # keeps the fonts alive, so that their ids stay theirs
        self.drawn: dict[tuple[str, int, int], float] = {}
        self.mode, self.paths = 0, 0
        self.tags: list[Tagged | None] = []
        self.until = time.monotonic() + MAX_SECONDS
        media, crop, turn = source.page_obj.mediabox, source.page_obj.cropbox, source.page_obj.rotate % 360
        self.left, self.upper, page.width, page.height = _frame(media, crop, turn)

    def begin_page(self, page: Any, ctm: Any) -> None:
        self.ctm = self.base = ctm

    def end_page(self, page: Any) -> None:
        """Nothing is left to do: runs are built by the engine."""

    def begin_figure(self, name: str, bbox: Any, matrix: Any) -> None:
        """Forms and images need no frame of their own: the interpreter's matrix holds for what is in them."""

    def end_figure(self, name: str) -> None:
        """See begin_figure."""

    def begin_tag(self, tag: Any, props: Any = None) -> None:
        """Marked content begins, which may say what its glyphs spell."""
        said = props.get("ActualText") if isinstance(props, dict) and len(self.tags) < MAX_TAGS else None
        self.tags.append(Tagged(decode_text(said), len(self.glyphs)) if isinstance(said, bytes) else None)

    def end_tag(self) -> None:
        """Marked content ends: its glyphs spell what it says."""
        tagged = self.tags.pop() if self.tags else None
        if tagged is not None:
            self.glyphs[tagged.start :] = spelled(tagged.text, self.glyphs[tagged.start :])

    def do_tag(self, tag: Any, props: Any = None) -> None:
        """A point in the content, which nothing is drawn in."""

    def place(self, box: Any) -> BBox:
        x0, y0, x1, y1 = box
        return (x0 - self.left, self.upper - y1, x1 - self.left, self.upper - y0)

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        if textstate.font is None or self.ctm is None:  # a text operator before any font was set
            return
        self.mode = textstate.render
        if textstate.font.is_vertical():
            super().render_string(textstate, seq, ncs, graphicstate)
            return
        # pdfminer leaves out the space after the last character of each operator, which shifts all that follows it.
        matrix, font, fontsize = mult_matrix(textstate.matrix, self.ctm), textstate.font, textstate.fontsize
        scaling, rise = textstate.scaling * 0.01, textstate.rise
        space, blank = textstate.charspace * scaling, textstate.wordspace * scaling
        blank = 0 if font.is_multibyte() else blank
        x, y = textstate.linematrix
        for part in seq:
            if isinstance(part, int | float):
                x -= part * 0.001 * fontsize * scaling
            elif isinstance(part, bytes):
                for cid in font.decode(part):
                    place = translate_matrix(matrix, (x, y))
                    x += self.render_char(place, font, fontsize, scaling, rise, cid, ncs, graphicstate)
                    x += space + (blank if cid == 32 else 0)
        textstate.linematrix = (x, y)

    def render_char(
        self,
        matrix: Any,
        font: Any,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: Any,
        graphicstate: Any,
    ) -> float:
        advance: float = font.char_width(cid) * fontsize * scaling
        a, b, c, d, e, f = matrix
        try:
            text = font.to_unichr(cid)
        except (PDFUnicodeNotDefined, KeyError, ValueError):
            text = "\ufffd"
        if not text or text == "\0":
            if not self.tags or self.tags[-1] is None:
                return advance
            text = "\ufffd"  # the marked content says what it stands for
        x, y = e + c * rise - self.left, self.upper - (f + d * rise)
        size = abs(fontsize) * (c * c + d * d) ** 0.5
        if len(self.glyphs) >= MAX_GLYPHS:
            raise _TooMuch(f"more than {MAX_GLYPHS:,} glyphs")
        if not len(self.glyphs) % _STRETCH:
            self.check_time()
        dx, dy = a * advance, -b * advance
        if font.is_vertical():
            dx, dy = 0.0, -d * advance
        if not self.seen(text, x, y, size):
            hidden = self.mode in UNSEEN or size < 0.5 or not self.on_page(x, y, dx, dy)
            hidden |= self.mode not in OUTLINED and graphicstate.opacity <= TRANSPARENT
            hidden |= _ASLANT * abs(dx) < abs(dy) and _ASLANT * abs(dy) < abs(dx)  # aslant: a watermark
            face, color = self.face(font), _rgb(graphicstate.ncolor)
            self.glyphs.append(Glyph(plain_text(text), x, y, dx, dy, round(size, 2), face, color, hidden))
        return advance

    def seen(self, text: str, x: float, y: float, size: float) -> bool:
        """Whether the same letter was already drawn in this place: bold or shadow by printing twice."""
        key = (text, round(x), round(y))
        before = self.drawn.get(key)
        self.drawn[key] = x
        return before is not None and abs(before - x) < _TWICE * size and not text.isspace()

    def on_page(self, x: float, y: float, dx: float, dy: float) -> bool:
        return max(x, x + dx) > 0 and min(x, x + dx) < self.page.width and 0 < y < self.page.height + 2

    def check_time(self) -> None:
        if time.monotonic() > self.until:
            raise _TooMuch(f"more than {MAX_SECONDS:.0f} seconds")

    def face(self, font: Any) -> Face:
        known = self.faces.get(id(font))
        if known is None:
            raw = font.fontname
            name = plain_name(raw.decode("utf-8", "replace") if isinstance(raw, bytes) else str(raw))
            name = "" if name == "unknown" else name
            facts = font.descriptor if isinstance(font.descriptor, dict) else {}
            flags, stem = _number(facts.get("Flags")), _number(facts.get("StemV"))
            weight = stem * 5 if stem < _REGULAR_STEM else stem * 4 + _REGULAR_STEM
            known = self.faces[id(font)] = Face(name, is_bold(name, flags, weight), is_italic(name, flags))
            self.kept.append(font)
        return known

    def render_image(self, name: str, stream: PDFStream) -> None:
        if self.ctm is not None:
            box = self.place(apply_matrix_rect(self.ctm, (0, 0, 1, 1)))
            self.page.images.append(box)
            if len(self.page.images) <= MAX_COVERS and covers(box, self.page):
                self.glyphs = [replace(glyph, hidden=True) if glyph.inside(box) else glyph for glyph in self.glyphs]

    def paint_path(self, gstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Any) -> None:
        self.paths += 1
        if self.paths > MAX_PATHS:
            raise _TooMuch(f"more than {MAX_PATHS:,} drawn paths")
        if not self.paths % _STRETCH:
            self.check_time()
        if not (stroke or fill) or self.ctm is None:
            return
        for part in _subpaths(path):
            points = [apply_matrix_pt(self.ctm, point) for point in part]
            xs, ys = [x for x, _ in points], [y for _, y in points]
            box = self.place((min(xs), min(ys), max(xs), max(ys)))
            self.page.rules += rules_of(box, stroke and len(part) <= _BORDER_SEGMENTS)


class _Frame(NamedTuple):
    left: float
    upper: float
    width: float
    height: float


def _frame(media: Any, crop: Any, turn: int) -> _Frame:
    """Where the visible part of the page lies in pdfminer's space.

    Its origin is the lower left corner of the rotated media box.
    """
    mx0, my0, mx1, my1 = _box(media)
    cx0, cy0, cx1, cy1 = _box(crop)
    x0, y0, x1, y1 = max(mx0, cx0), max(my0, cy0), min(mx1, cx1), min(my1, cy1)
    if x1 <= x0 or y1 <= y0:
        x0, y0, x1, y1 = mx0, my0, mx1, my1
    if turn == 90:
        return _Frame(y0 - my0, mx1 - x0, y1 - y0, x1 - x0)
    if turn == 180:
        return _Frame(mx1 - x1, my1 - y0, x1 - x0, y1 - y0)
    if turn == 270:
        return _Frame(my1 - y1, x1 - mx0, y1 - y0, x1 - x0)
    return _Frame(x0 - mx0, y1 - my0, x1 - x0, y1 - y0)


def _box(value: Any) -> tuple[float, float, float, float]:
    a, b, c, d = (float(number) for number in value)
    return (min(a, c), min(b, d), max(a, c), max(b, d))


def _subpaths(path: Any) -> Iterator[list[tuple[float, float]]]:
    points: list[tuple[float, float]] = []
    for operator, *numbers in path:
        if operator == "m" and points:
            yield points
            points = []
        if len(numbers) >= 2:
            points.append((float(numbers[-2]), float(numbers[-1])))
    if points:
        yield points


def _check_content(streams: Any) -> None:
    """Refuse content that swells beyond MAX_CONTENT when unpacked; pdfminer would unpack all of it at once."""
    left = MAX_CONTENT
    for stream in streams:
        stream = resolve1(stream)
        if not isinstance(stream, PDFStream) or not isinstance(stream.rawdata, bytes):
            continue
        if len(stream.rawdata) * _TIGHTEST < left:
            left -= len(stream.rawdata)
            continue
        try:
            left -= len(zlib.decompressobj().decompress(stream.rawdata, left + 1))
        except zlib.error:
            left -= len(stream.rawdata)
        if left <= 0:
            raise _TooMuch(f"more than {MAX_CONTENT:,} bytes of content")


def _links(source: Any) -> list[Link]:
    try:
        found = source.hyperlinks
    except Exception:  # annotations that are no annotations
        return []
    return [
        Link((float(one["x0"]), float(one["top"]), float(one["x1"]), float(one["bottom"])), str(one["uri"]))
        for one in found[:10_000]
    ]


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


def _number(value: Any) -> int:
    number: object = resolve1(value)
    if isinstance(number, int | float):
        return int(number)
    return 0


def _rgb(color: Any) -> int:
    """A colour of one, three or four parts from 0 to 1 as 0xRRGGBB; patterns and the like count as black."""
    parts = color if isinstance(color, tuple | list) else (color,)
    if not all(isinstance(part, int | float) for part in parts):
        return 0
    if len(parts) == 4:
        cyan, magenta, yellow, black = parts
        parts = tuple(1.0 - min(1.0, part + black) for part in (cyan, magenta, yellow))
    if len(parts) == 1:
        parts = (parts[0],) * 3
    if len(parts) != 3:
        return 0
    red, green, blue = (max(0, min(255, round(255 * float(part)))) for part in parts)
    return (red << 16) | (green << 8) | blue
