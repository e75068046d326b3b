"""Opening a paper: which engine reads which page, and what is wrong when none can.

PDFium reads pages twenty times as fast as pdfplumber. It is not asked for right-to-left pages, whose lines it breaks,
and where what it reads is garbage pdfplumber is asked for a second opinion. Whatever engine reads, the same judgement
follows: hidden text goes, garbage goes, the page says which.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from extractor.errors import Damaged, LimitExceeded, MissingExtra, NotAPdf, UsageError
from extractor.reading.engines import Beside, EngineKind, EngineName, Reason, Wanted, chosen
from extractor.reading.page import Engine, FileFacts, Foresighted, Page
from extractor.reading.trust.frames import without_frame
from extractor.reading.trust.layer import with_sound_sizes, with_type_of, with_votes_of
from extractor.reading.trust.scan import settle_text_layer
from extractor.reading.trust.shapes import tables_only
from extractor.reading.trust.suspect import clear_suspect_text
from extractor.records import Struct, field
from extractor.source import Limits, Ocr

#: The header may stand behind a few bytes of another program's making (PDF 32000-1, annex H.3, note 13: within 1,024
#: bytes).
_HEADER_WITHIN = 1024
#: After so many suspect pages running that an engine reads no better, it is not asked again: the fonts are the same.
_VAIN_ATTEMPTS = 3
#: Mean confidence from which on a page read from its picture replaces text that another program recognised.
_TRUSTED = 80.0
#: What is read beside the text when nothing is said of it.
LINKS: frozenset[Beside] = frozenset({"links"})
#: Why a page is read from its picture and by no other engine before.
_PICTURED: frozenset[Reason] = frozenset({"no_text", "recognised"})
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


class _Asked(Struct):
    """An engine that is asked after the first: opened when it is needed."""

    kind: EngineKind
    engine: Engine | None = None
    broken: set[str] = field(default_factory=set)  # fonts are called by other names in each engine
    vain: int = 0  # pages running that it read no better
    why: str | None = None  # why it cannot be asked: what is not installed, and how to install it

    def worth(self, reasons: Collection[Reason]) -> bool:
        """Whether there is a point in asking it."""
        if self.kind.asked_for.isdisjoint(reasons):
            return False
        return "rtl" in reasons or self.why is not None or self.vain < _VAIN_ATTEMPTS


_Opening = Callable[[EngineKind], Engine]


class Reader:
    """A paper opened for reading: what all other code sees of the engines.

    Pages come out with hidden text dropped, text that cannot be trusted left out (`Page.suspect` says why) and
    `Page.text_layer` set. Use it as a context manager, or call :meth:`close`.
    """

    def __init__(self, data: bytes, engine: EngineName, wanted: Wanted) -> None:
        self._most = wanted.limits.pages
        self._open: _Opening = lambda kind: kind.open(data, wanted)
        kinds = chosen(engine, wanted.ocr.mode)
        first, self._first = _open_first(kinds, self._open)
        self._broken: set[str] = set()
        self._others = [_Asked(kind) for kind in kinds[kinds.index(first) + 1 :]]
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
        return self._in_turn(wanted)

    def _in_turn(self, numbers: Sequence[int]) -> Iterator[Page]:
        """Pages in order. Where one was read from its picture, the pictures of those behind it are read meanwhile."""
        first: dict[int, Page] = {}
        for at, number in enumerate(numbers):
            page = first.pop(number, None)
            yield self._page(self._as_first(number) if page is None else page)
            self._look_ahead(numbers[at + 1 :], first)

    def _as_first(self, number: int) -> Page:
        """A page as the first engine reads it."""
        return _settled(self._first.page(number), self._broken)

    def _look_ahead(self, behind: Sequence[int], first: dict[int, Page]) -> None:
        """Begin to read pictures of the next pages, with an engine that reads several at once.

        What the first engine says of these pages is kept in `first`.
        """
        if first_ahead := _foresighted(self._first):
            for number in behind[: first_ahead.side_by_side]:
                first_ahead.begin(number)
        for asked in self._others:
            ahead = _foresighted(asked.engine)
            for number in behind[: ahead.side_by_side] if ahead else ():
                if number not in first:
                    first[number] = self._as_first(number)
                # Of what is suspect only, another engine may read more.
                if ahead and asked.worth(_PICTURED.intersection(_reasons(first[number]))):
                    ahead.begin(number)

    def _page(self, page: Page) -> Page:
        """A page as the engine reads it that reads it best."""
        for asked in self._others:
            reasons = _reasons(page)
            if not reasons:
                break
            if asked.worth(reasons):
                page = self._second(asked, page)
        return page

    def _second(self, asked: _Asked, page: Page) -> Page:
        """The page as another engine reads it, if that is better."""
        engine = self._opened(asked)
        if engine is None or page.number > engine.facts.pages:
            page.unread = asked.why or page.unread
            return page
        other = engine.page(page.number)
        if other.unread:
            page.unread = other.unread
            return page
        other = _settled(other, asked.broken)
        if other.recognised and page.text_layer == "ocr":
            other = with_votes_of(other, page)
        if other.recognised and page.spans and other.recognised.confidence < _TRUSTED:
            return with_type_of(page, other)  # the text that is there was not recognised worse
        better = not other.suspect or _characters(other) > _characters(page)
        asked.vain = 0 if better else asked.vain + 1
        return other if better and (other.spans or not page.spans) else page

    def _opened(self, asked: _Asked) -> Engine | None:
        if asked.engine is None and asked.why is None:
            try:
                asked.engine = self._open(asked.kind)
            except MemoryError:
                raise
            except MissingExtra as error:
                asked.vain, asked.why = _VAIN_ATTEMPTS, f"{error.what}. {error.hint or ''}".strip()
            except Exception:  # what the first engine can open and this one cannot is read by the first alone
                asked.vain = _VAIN_ATTEMPTS
        return asked.engine

    def close(self) -> None:
        """Close the engines."""
        self._first.close()
        for asked in self._others:
            if asked.engine is not None:
                asked.engine.close()

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
    beside: Collection[Beside] = LINKS,
    ocr: Ocr | None = None,
) -> Reader:
    """Open a paper.

    Args:
        data: the bytes of the PDF.
        engine: ``auto`` chooses page by page (PDFium; pdfplumber for right-to-left and suspect pages); or one for all.
        password: the user password; without one, files whose user password is empty open.
        limits: refuse to read more pages, or more on a page; the defaults when left out.
        beside: what is read beside the text: ``links``, ``tags``.
        ocr: whether and how pages are read from their pictures; by the defaults when left out.

    Returns:
        A reader, whose ``pages()`` yields the pages.

    Raises:
        NotAPdf: no PDF header where one must be.
        Encrypted: it needs a password that was not given.
        Damaged: no engine can open it, or it has no pages.
        UsageError: there is no such engine.
    """
    chosen(engine)
    if b"%PDF-" not in data[:_HEADER_WITHIN]:
        raise NotAPdf("the file is empty" if not data else f"it does not begin like a PDF ({_looks_like(data)})")
    return Reader(data, engine, Wanted(password, limits or Limits(), frozenset(beside), ocr or Ocr()))


def _foresighted(engine: Engine | None) -> Foresighted | None:
    """An engine that reads several pages at once; None for others."""
    if not hasattr(engine, "side_by_side"):  # as most: to look at all that makes one takes long
        return None
    return engine if isinstance(engine, Foresighted) and engine.side_by_side > 1 else None


def _open_first(kinds: Sequence[EngineKind], opening: _Opening) -> tuple[EngineKind, Engine]:
    """The first engine that opens the file, of those that are asked for damaged ones after the very first."""
    first, *others = kinds
    for kind in (first, *(other for other in others if "damaged" in other.asked_for)):
        try:
            return kind, opening(kind)
        except Damaged as error:
            damaged = error
    raise damaged


def _reasons(page: Page) -> list[Reason]:
    """Why another engine might read a page better."""
    found: list[Reason] = []
    if page.rtl:
        found.append("rtl")
    if page.suspect:
        found.append("suspect")
    if page.text_layer == "none":
        found.append("no_text")
    if page.text_layer == "ocr" and page.recognised is None:
        found.append("recognised")
    return found


def _settled(page: Page, broken: set[str]) -> Page:
    """A page freed of what is not its text."""
    page.rules = tables_only(page.rules)
    page.rules = without_frame(page)
    settle_text_layer(page)
    clear_suspect_text(page, broken)
    return with_sound_sizes(page)


def _characters(page: Page) -> int:
    return sum(len(span.text) for span in page.spans)


def _looks_like(data: bytes) -> str:
    """A word on what the bytes are, for the message."""
    start = data[:512].lstrip().lower()
    for sign, name in _OTHER_FORMATS:
        if start.startswith(sign):
            return f"it looks like {name}"
    return "it has no '%PDF-' at its start"
