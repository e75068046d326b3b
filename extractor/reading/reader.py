"""Opening a paper: which engine reads which page, and what is wrong when none can.

PDFium reads pages twenty times as fast as pdfplumber. It is not asked for right-to-left pages, whose lines it breaks,
and where what it reads is garbage pdfplumber is asked for a second opinion. Whatever engine reads, the same judgement
follows: hidden text goes, garbage goes, the page says which.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal, Protocol

from extractor.errors import Damaged, Encrypted, LimitExceeded, NotAPdf, UsageError
from extractor.reading.page import FileFacts, Page
from extractor.reading.trust.scan import settle_text_layer
from extractor.reading.trust.shapes import tables_only
from extractor.reading.trust.suspect import clear_suspect_text
from extractor.source import Limits

if TYPE_CHECKING:
    from extractor.reading.plumber.engine import PlumberEngine


EngineName = Literal["auto", "pdfium", "pdfplumber"]
ENGINES: tuple[EngineName, ...] = ("auto", "pdfium", "pdfplumber")

#: The header may stand behind a few bytes of another program's making (PDF 32000-1, annex H.3, note 13: within 1,024
#: bytes).
_HEADER_WITHIN = 1024
#: After so many suspect pages running that pdfplumber reads no better, it is not asked again: the fonts are the same.
_VAIN_ATTEMPTS = 3
#: PDFium's error codes (FPDF_GetLastError) and what they mean here.
_PASSWORD, _SECURITY = 4, 5

#: What files of other formats begin with (lower case) and what to call them.
_OTHER_FORMATS = (
    (b"<!doctype html", "a web page"),
    (b"<html", "a web page"),
    (b"<?xml", "XML"),
    (b"pk\x03\x04", "a ZIP or Word file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "RTF"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89png", "a PNG picture"),
    (b"ii*\0", "a TIFF picture"),
    (b"mm\0*", "a TIFF picture"),
)


class _SinglePages(Protocol):
    """What the readers below need of an engine."""

    name: str

    @property
    def facts(self) -> FileFacts: ...

    def page(self, number: int) -> Page: ...

    def close(self) -> None: ...


class Reader:
    """A paper opened for reading; the :class:`extractor.reading.page.Engine` that all other code sees.

    Pages come out with hidden text dropped, text that cannot be trusted left out (`Page.suspect` says why) and
    `Page.text_layer` set. Use it as a context manager, or call :meth:`close`.
    """

    def __init__(
        self, data: bytes, engine: EngineName, password: str | None, limits: Limits, links: bool = True
    ) -> None:
        self.name: str = engine
        self._data, self._password, self._most = data, password, limits.pages
        self._second: PlumberEngine | None = None
        self._vain = 0
        # Fonts are called by other names in each engine.
        self._broken: set[str] = set()
        self._second_broken: set[str] = set()
        self._first: _SinglePages = _open_first(data, engine, password, limits, links)
        if not self._first.facts.pages:
            self._first.close()
            raise Damaged("the PDF has no pages")

    @property
    def facts(self) -> FileFacts:
        """What the file says of itself."""
        return self._first.facts

    def pages(self, numbers: Iterable[int] | None = None) -> Iterator[Page]:
        """Yield pages, each freed of what is not its text, and released before the next is read.

        Args:
            numbers: 1-based page numbers in the order wanted; all pages when left out.

        Raises:
            UsageError: a number is not that of a page, or is given twice.
            LimitExceeded: more pages than the limit allows are asked for.
        """
        count = self.facts.pages
        wanted = range(1, count + 1) if numbers is None else list(numbers)
        wrong = next((number for number in wanted if not 1 <= number <= count), None) if numbers is not None else None
        if wrong is not None:
            raise UsageError(f"there is no page {wrong}: the paper has {count}")
        if numbers is not None and len(set(wanted)) < len(wanted):
            twice = next(number for index, number in enumerate(wanted) if number in wanted[:index])
            raise UsageError(f"page {twice} is asked for twice", hint="Give each page once.")
        if len(wanted) > self._most:
            raise LimitExceeded(f"{len(wanted):,} pages are more than the limit of {self._most:,}")
        return map(self._page, wanted)

    def _page(self, number: int) -> Page:
        page = self._first.page(number)
        rtl = page.rtl
        _settle(page, self._broken)
        if self.name != "auto" or self._first.name == "pdfplumber" or not (rtl or page.suspect):
            return page
        if not rtl and self._vain >= _VAIN_ATTEMPTS:
            return page
        second = self._plumber()
        if second is None or number > second.facts.pages:
            return page
        other = second.page(number)
        _settle(other, self._second_broken)
        better = not other.suspect or _characters(other) > _characters(page)
        self._vain = 0 if better else self._vain + 1
        return other if better and (other.spans or not page.spans) else page

    def _plumber(self) -> PlumberEngine | None:
        if self._second is None:
            from extractor.reading.plumber.engine import PlumberEngine

            try:
                self._second = PlumberEngine(self._data, self._password)
            except MemoryError:
                raise
            except Exception:  # what PDFium can open and pdfminer cannot is read by PDFium alone
                self._vain = _VAIN_ATTEMPTS
        return self._second

    def close(self) -> None:
        self._first.close()
        if self._second is not None:
            self._second.close()

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_pdf(
    data: bytes,
    engine: EngineName = "auto",
    *,
    password: str | None = None,
    limits: Limits | None = None,
    links: bool = True,
) -> Reader:
    """Open a paper.

    Args:
        data: the bytes of the PDF.
        engine: ``auto`` chooses page by page (PDFium; pdfplumber for right-to-left and suspect pages); or one for all.
        password: the user password; without one, files whose user password is empty open.
        limits: refuse to read more pages, or more on a page; the defaults when left out.
        links: ``False`` spares PDFium the looking for ``links``; pages that pdfplumber reads have them all the same.

    Returns:
        A reader, whose ``pages()`` yields the pages.

    Raises:
        NotAPdf: no PDF header where one must be.
        Encrypted: it needs a password that was not given.
        Damaged: no engine can open it, or it has no pages.
        UsageError: there is no such engine.
    """
    if engine not in ENGINES:
        raise UsageError(f"there is no engine {engine!r}; choose from {', '.join(ENGINES)}")
    if b"%PDF-" not in data[:_HEADER_WITHIN]:
        raise NotAPdf("the file is empty" if not data else f"it does not begin like a PDF ({_looks_like(data)})")
    return Reader(data, engine, password, limits or Limits(), links)


def _open_first(data: bytes, engine: EngineName, password: str | None, limits: Limits, links: bool) -> _SinglePages:
    if engine == "pdfplumber":
        return _open_plumber(data, password)
    import pypdfium2

    from extractor.reading.pdfium.engine import PdfiumEngine

    try:
        return PdfiumEngine(data, password, limits, links=links)
    except pypdfium2.PdfiumError as error:
        # PDFium's last error is that of the last file that failed, where this one fails for a reason without a code.
        code = getattr(error, "err_code", None) if b"/Encrypt" in data else None
        if code == _PASSWORD:
            raise Encrypted() from error
        if code == _SECURITY:
            raise Encrypted("the PDF is encrypted in a way that cannot be read") from error
        if engine == "pdfium":
            raise Damaged() from error
    # PDFium gives up on some files whose page tree pdfminer still finds.
    return _open_plumber(data, password)


def _open_plumber(data: bytes, password: str | None) -> _SinglePages:
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    from extractor.reading.plumber.engine import PlumberEngine

    try:
        return PlumberEngine(data, password)
    except PdfminerException as error:
        cause = error.args[0] if error.args else error
        if isinstance(cause, MemoryError):
            raise cause from None
        if isinstance(cause, PDFPasswordIncorrect):
            raise Encrypted() from error
        if "ncrypt" in type(cause).__name__:
            raise Encrypted("the PDF is encrypted in a way that cannot be read") from error
        raise Damaged() from error
    except MemoryError:
        raise  # the paper may be sound: it is the machine, or the limit set, that is too small
    except Exception as error:  # pdfminer raises what comes on page trees and boxes that are not what they should be
        raise Damaged() from error


def _settle(page: Page, broken: set[str]) -> None:
    page.rules = tables_only(page.rules)
    settle_text_layer(page)
    clear_suspect_text(page, broken)


def _characters(page: Page) -> int:
    return sum(len(span.text) for span in page.spans)


def _looks_like(data: bytes) -> str:
    """A word on what the bytes are, for the message."""
    start = data[:512].lstrip().lower()
    for sign, name in _OTHER_FORMATS:
        if start.startswith(sign):
            return f"it looks like {name}"
    return "it has no '%PDF-' at its start"
