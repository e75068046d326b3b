"""The reading engines: what each is called, what it is for, how it opens a file, and when it is asked.

This is the one list of them: the reader, the command line, its pages and the tests all read it. A new engine is a
module that keeps the protocol :class:`extractor.reading.page.Engine`, and a row here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from extractor.errors import Damaged, Encrypted, MissingExtra, UsageError

if TYPE_CHECKING:
    from extractor.reading.page import Engine
    from extractor.source import Limits, Ocr

__all__ = [
    "AUTO",
    "BOTH",
    "CHOICES",
    "ENGINES",
    "OCR",
    "Beside",
    "EngineKind",
    "EngineName",
    "Reading",
    "Reason",
    "Wanted",
    "chosen",
    "described",
]

EngineName = Literal["auto", "pdfium", "pdfplumber"]

Reading = Literal["auto", "pdfium", "pdfplumber", "both"]
"""How a paper is extracted: with the engines of a choice, or twice (`both`)."""

Reason = Literal["damaged", "rtl", "suspect", "no_text", "recognised"]
"""Why another engine is asked: the file cannot be opened; or the page is written from right to left, has text that
cannot be trusted, has none that can be read, or has what another program recognised."""

Beside = Literal["links", "tags", "tables"]
"""What a file says beside its text: where words lead; what is called a table or a note (PDFium alone reads it); and
`tables`: that of pages on which something is called a table, alone."""

#: What is called a table.
_TABLES = frozenset({"Table"})

AUTO: EngineName = "auto"
"""Not an engine: all of them in their order, page by page, as needed."""

BOTH: Reading = "both"
"""No choice of an engine: the paper is read as with ``auto`` and again with pdfplumber, and the two are compared."""

OCR = "ocr"
"""The engine that reads pictures."""

#: PDFium's error codes (FPDF_GetLastError) and what they mean here.
_PASSWORD, _SECURITY = 4, 5


class Wanted(NamedTuple):
    """What a file is opened with.

    Args:
        password: the user password, None for none.
        limits: what a page may hold.
        beside: what is wanted beside the text.
        ocr: how pictures are read.
    """

    password: str | None
    limits: Limits
    beside: frozenset[Beside]
    ocr: Ocr


class Opener(Protocol):
    """Opens a file with an engine.

    Raises:
        Encrypted: it needs a password that was not given.
        Damaged: this engine cannot open it.
        MissingExtra: the engine's library is not installed.
    """

    def __call__(self, data: bytes, wanted: Wanted, /) -> Engine: ...


class EngineKind(NamedTuple):
    """An engine that can be chosen.

    Args:
        name: what it is called on the command line and in ``extract(engine=…)``.
        purpose: a few words for the help.
        open: opens a file with it.
        asked_for: why it is asked after those before it in the list, when no engine is chosen.
        extra: the extra of the distribution that installs it; None when it is always there.
    """

    name: str
    purpose: str
    open: Opener
    asked_for: frozenset[Reason] = frozenset()
    extra: str | None = None


def _open_pdfium(data: bytes, wanted: Wanted) -> Engine:
    from extractor.reading.pdfium.engine import PdfiumEngine
    from extractor.reading.pdfium.library import Refused

    try:
        links = "links" in wanted.beside
        tags = "tags" in wanted.beside or (_TABLES if "tables" in wanted.beside else False)
        return PdfiumEngine(data, wanted.password, wanted.limits, links=links, tags=tags)
    except Refused as error:
        # PDFium's last error is that of the last file that failed, where this one fails for a reason without a code.
        code = error.code if b"/Encrypt" in data else None
        if code == _PASSWORD:
            raise Encrypted.locked(wanted.password) from error
        if code == _SECURITY:
            raise Encrypted("the PDF is encrypted in a way that cannot be read") from error
        raise Damaged() from error


def _open_plumber(data: bytes, wanted: Wanted) -> Engine:
    # It has limits of its own.
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    from extractor.reading.plumber.engine import PlumberEngine

    try:
        return PlumberEngine(data, wanted.password, links="links" in wanted.beside)
    except PdfminerException as error:
        cause = error.args[0] if error.args else error
        if isinstance(cause, MemoryError):
            raise cause from None
        if isinstance(cause, PDFPasswordIncorrect):
            raise Encrypted.locked(wanted.password) from error
        if "ncrypt" in type(cause).__name__:
            raise Encrypted("the PDF is encrypted in a way that cannot be read") from error
        raise Damaged() from error
    except MemoryError:
        raise  # the paper may be sound: it is the machine, or the limit set, that is too small
    except Exception as error:  # pdfminer raises what comes on page trees and boxes that are not what they should be
        raise Damaged() from error


def _open_ocr(data: bytes, wanted: Wanted) -> Engine:
    try:
        from extractor.reading.ocr.engine import OcrEngine
    except ImportError as error:
        raise MissingExtra(
            "scans are read with the extra 'ocr', which is not installed",
            hint="Install it: pip install 'un-agenda-extractor[ocr]'.",
        ) from error
    return OcrEngine(data, wanted.password, wanted.ocr)


ENGINES: tuple[EngineKind, ...] = (
    EngineKind("pdfium", "fast", _open_pdfium),
    # It opens some files on which PDFium gives up, because it finds their page tree by searching.
    EngineKind("pdfplumber", "slow, reference", _open_plumber, frozenset({"damaged", "rtl", "suspect"})),
    EngineKind(OCR, "the picture of the page", _open_ocr, frozenset({"no_text", "suspect", "recognised"}), extra="ocr"),
)
"""All engines, in the order in which they are asked."""

CHOICES: tuple[str, ...] = (AUTO, *(kind.name for kind in ENGINES if kind.name != OCR))
"""What can be given for an engine; whether pages are read from their pictures is a choice of its own."""


def chosen(name: str, mode: Literal["auto", "force", "off"] = "auto") -> tuple[EngineKind, ...]:
    """The engines that may be asked under a choice, in their order.

    Args:
        name: an engine, or ``auto``.
        mode: whether pages are read from their pictures: ``force`` asks for no other engine, ``off`` not for that one.

    Raises:
        UsageError: there is no such choice.
    """
    if mode == "force":
        return tuple(kind for kind in ENGINES if kind.name == OCR)
    if name == AUTO:
        return tuple(kind for kind in ENGINES if mode != "off" or kind.name != OCR)
    found = tuple(kind for kind in ENGINES if kind.name == name)
    if not found:
        raise UsageError(f"there is no engine {name!r}; choose from {', '.join(CHOICES)}")
    return found


def described() -> str:
    """The engines with what they are for, for a help text."""
    return ", ".join(f"{kind.name} ({kind.purpose})" for kind in ENGINES if kind.name != OCR)
