"""The options of the verbs that read PDFs: limits, corrections, and pages that are read from their pictures."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.source import Ocr

#: What a paper may take when nothing else is said: a paper of 300 pages takes some 3 s and 200 MB.
SECONDS, SIZE = 60.0, 1 << 30


def add_limits(parser: argparse.ArgumentParser) -> None:
    """Describe the options of the limits."""
    parser.add_argument(
        "--timeout",
        type=_none_or(seconds),
        default=SECONDS,
        metavar="SECONDS",
        help="time that a PDF may take (default: 60; 0 for no limit)",
    )
    parser.add_argument(
        "--memory",
        type=_none_or(size),
        default=SIZE,
        metavar="SIZE",
        help="memory that a PDF may take, such as 512M or 2G (default: 1G; 0 for no limit); for each page that "
        "is read from its picture beside others 512M are added",
    )
    parser.add_argument(
        "--in-process", action="store_true", help="read PDFs in this process and without limits, for debuggers"
    )


def add_corrections(parser: argparse.ArgumentParser) -> None:
    """Describe the option that leaves out what people corrected."""
    parser.add_argument(
        "--no-corrections",
        dest="corrections",
        action="store_false",
        help="leave out what people corrected, in NAME.corrections.json beside NAME.pdf (see 'un-agenda review')",
    )


def seconds(text: str) -> float:
    """A number of seconds up to a day."""
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 0 < number <= 86_400:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds up to a day")
    return number


def size(text: str) -> int:
    """A number of bytes, at least 16 MiB: ``512M``, ``2G``."""
    number, unit = text[:-1], text[-1:].upper()
    factor = {"K": 1 << 10, "M": 1 << 20, "G": 1 << 30}.get(unit)
    if factor is None:
        number, factor = text, 1
    if not (number.isascii() and number.isdigit() and len(number) < 15 and int(number) * factor >= 1 << 24):
        raise argparse.ArgumentTypeError(f"{text!r} is not a size such as 512M or 2G (at least 16M)")
    return int(number) * factor


def _none_or(read: Callable[[str], float]) -> Callable[[str], float]:
    def either(text: str) -> float:
        return 0 if text == "0" else read(text)

    return either


def add_ocr(parser: argparse.ArgumentParser) -> None:
    """Describe the options of reading pages from their pictures."""
    parser.add_argument(
        "--ocr",
        choices=("auto", "force", "off"),
        default="auto",
        help="read pages from their pictures: those without text of their own (auto, the default, where the extra "
        "'ocr' is installed), all (force) or none (off)",
    )
    parser.add_argument(
        "--ocr-languages",
        type=_languages,
        default=(),
        metavar="CODES",
        help="languages of the pictures, such as fr or ru,en (default: found from the first page)",
    )
    parser.add_argument(
        "--ocr-pages",
        type=_pages,
        default=300,
        metavar="N",
        help="most pages of a paper that are read from their pictures (default: 300)",
    )


def ocr_of(args: argparse.Namespace, on_page: Callable[[int], None] | None = None) -> Ocr:
    """The options of :func:`add_ocr`, as :func:`extractor.extract` takes them."""
    from extractor.source import Ocr

    return Ocr(args.ocr, args.ocr_languages, args.ocr_pages, on_page=on_page)


def _languages(text: str) -> tuple[str, ...]:
    from extractor.reading.ocr.languages import LANGUAGES

    codes = tuple(text.split(","))
    wrong = next((code for code in codes if code not in LANGUAGES), None)
    if wrong is not None:
        raise argparse.ArgumentTypeError(f"{wrong!r} is not one of {', '.join(LANGUAGES)}")
    return codes


def _pages(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text[:9]) > 0 and len(text) < 7):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of pages from 1 on")
    return int(text)
