"""PDFium as a reading engine: one call a text object, not one a character.

A text object in a PDF is what one show-operator draws: usually a word or a run of words in one font. PDFium hands its
text, its ink box, its matrix (whose translation is the origin on the baseline) and its font; that is all a layout
needs.
"""

from __future__ import annotations

import ctypes
from array import array
from functools import partial
from typing import Any

import pypdfium2_raw as c

from extractor.reading.page import FileFacts, Page
from extractor.reading.pdfium import calls as call
from extractor.reading.pdfium.fields import flatten_fields, has_form
from extractor.reading.pdfium.glyphs import Metrics
from extractor.reading.pdfium.hidden import Watch, has_optional_content
from extractor.reading.pdfium.library import Document
from extractor.reading.pdfium.links import links_of
from extractor.reading.pdfium.matrices import map_box, view_matrix
from extractor.reading.pdfium.objects import Reader
from extractor.reading.pdfium.said import read_as_said
from extractor.reading.pdfium.tags import is_tagged, said_of, tags_of
from extractor.reading.shared.rtl import mostly_rtl
from extractor.source import Limits

#: A file that carries more files than this is asked for no more names.
_MOST_ATTACHMENTS = 100
#: After so many pages the file is opened anew: PDFium keeps what it parsed of each page until a file is closed, some
#: 0.14 MB a page, and opening takes as long as reading a page or less.
PAGES_AN_OPENING = 100


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
        self._pdf = Document(data, password)
        self._again, self._pages_read = partial(Document, data, password), 0
        self._tags = bool(tags) and is_tagged(self._pdf.raw)
        self._kinds = tags if isinstance(tags, frozenset) else None
        producer, creator, title = (_said(self._pdf.raw, key) for key in (b"Producer", b"Creator", b"Title"))
        self._facts = FileFacts(len(self._pdf), producer, creator, title, _attached(self._pdf.raw))
        self._metrics: dict[str, Metrics] = {}
        self._limits = limits or Limits()
        self._optional = has_optional_content.applies(data)
        self._form = has_form(self._pdf.raw)
        self._from_right = _turns_from_right(self._pdf.raw)
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

    def _open_anew(self) -> None:
        """Let PDFium forget the pages that were read."""
        fresh = self._again()
        self.close()
        self._pdf, self._pages_read = fresh, 0

    def page(self, number: int) -> Page:
        """One page; one that cannot be loaded comes back empty with `suspect` set."""
        if self._pages_read >= PAGES_AN_OPENING:
            self._open_anew()
        self._pages_read += 1
        handle = c.FPDF_LoadPage(self._pdf.raw, number - 1)
        self._let_go(handle)
        if not handle:
            return Page(number, 0.0, 0.0, engine=self.name, suspect="the page cannot be loaded")
        width, height = c.FPDF_GetPageWidthF(handle), c.FPDF_GetPageHeightF(handle)
        page = Page(number, width, height, engine=self.name)
        view = view_matrix(handle, width, height)
        if self._links and c.FPDFPage_GetAnnotCount(handle):
            page.links = links_of(self._pdf.raw, handle, partial(map_box, view))
        if self._form and flatten_fields(handle):
            handle = c.FPDF_LoadPage(self._pdf.raw, number - 1)
            self._let_go(handle)
        text_page = c.FPDFText_LoadPage(handle)
        try:
            at, get_object = call.given(call.address(handle)), call.get_object
            watch = Watch(page, self._optional)
            reader = Reader(page, call.address(text_page), view, self._metrics, self._limits, watch)
            count = reader.counted(call.count_objects(at))
            objects = [get_object(at, index) for index in range(count)]
            reader.walk(objects, view)
            watch.settle(handle)
            if self._tags:
                marked = partial(reader.marked, objects, view)
                page.tags = tags_of(handle, marked, self._kinds)
                if reader.unread:
                    page.spans = read_as_said(page.spans, said_of(handle, marked))
            page.rtl = self._from_right or mostly_rtl([span.text for span in page.spans])
            return page
        finally:
            c.FPDFText_ClosePage(text_page)


def _turns_from_right(document: Any) -> bool:
    """Whether the file is to be leafed through from the right, as Arabic ones are.

    PDFium gives the words of each page of such a file from the right, those of an English page among them as well.
    """
    right = b"R2L"
    buffer = ctypes.create_string_buffer(len(right) + 1)
    c.FPDF_VIEWERREF_GetName(document, b"Direction", buffer, len(buffer))
    return buffer.value == right


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
