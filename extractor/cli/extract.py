"""``un-agenda extract``: one PDF in, its agenda out, as JSON or in another format."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable

from extractor.cli.child import Begin, in_haste, one_paper
from extractor.cli.formats import add_options, check, listed, write_agendas
from extractor.cli.options import add_reader
from extractor.cli.reading import add_corrections, add_limits, add_ocr, ocr_of
from extractor.errors import AgendaError, ExitCode, MemoryExceeded, NotFound, Unreadable, UsageError
from extractor.export.formats import NAMES
from extractor.messages import say
from extractor.source import WITNESSES

__all__ = ["add_parser", "page_numbers", "run"]

# A PDF cannot usefully have more pages; the bound keeps `--pages 1-99999999999` from filling the memory.
_HIGHEST_PAGE = 100_000

#: The format of the review page, which alone needs the PDF beside the result.
REVIEW = "review"

_EPILOG = """\
examples:
  un-agenda extract agenda.pdf
  un-agenda extract agenda.pdf --pages 1-3,7 --compact
  un-agenda extract agenda.pdf --entities -o agenda.json
  un-agenda extract agenda.pdf --no-blocks                    the short form, without all the text of the paper
  un-agenda extract agenda.pdf --format ics -o session.ics
  un-agenda extract agenda.pdf --format review -o agenda.html
  cat agenda.pdf | un-agenda extract -
"""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the verb's arguments."""
    parser = subparsers.add_parser(
        "extract",
        help="extract one agenda as JSON",
        description="Read the PDF of an agenda and print what it says, as JSON or in another format.",
        epilog=_EPILOG,
    )
    parser.add_argument("file", metavar="FILE", help="the PDF, '-' for standard input")
    add_reader(parser, old_name=True)
    parser.add_argument(
        "--pages", type=page_numbers, metavar="RANGE", help="read these pages only, such as 1-3 or 1,4-6 (default: all)"
    )
    parser.add_argument(
        "--format",
        choices=("json", *NAMES, REVIEW),
        default="json",
        metavar="FORMAT",
        help=f"what to write: json (default), {listed(NAMES)}, as 'un-agenda export --help' tells; or {REVIEW}: a page "
        "with the pictures of the paper beside its values, to be checked and corrected",
    )
    add_options(parser)
    parser.add_argument("--compact", action="store_true", help="JSON on one line")
    parser.add_argument("--entities", action="store_true", help="find bodies, places and countries as well (slower)")
    parser.add_argument(
        "--no-blocks", dest="blocks", action="store_false", help="leave out 'blocks', all that the paper prints"
    )
    parser.add_argument(
        "--ignore",
        action="append",
        choices=WITNESSES,
        default=[],
        help="read the paper without its links (the addresses behind words), to see what its text alone gives",
    )
    parser.add_argument(
        "--quiet", action="store_true", help="no line on standard error when the paper is no agenda or has warnings"
    )
    add_corrections(parser)
    secret = parser.add_mutually_exclusive_group()
    secret.add_argument(
        "--password-file", metavar="FILE", help="the password of an encrypted PDF is the first line of this file"
    )
    secret.add_argument(
        "--password", metavar="TEXT", help="the password itself, which other users of this machine may see"
    )
    add_ocr(parser)
    add_limits(parser)
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        help="write to this file, complete or not at all, or into this folder (it ends in '/', or is there), "
        "under the name of the paper, or of the tables of csv and parquet (default: standard output)",
    )


def run(args: argparse.Namespace) -> int:
    """Extract ``args.file`` and write it in ``args.format``."""
    from extractor.source import STANDARD_INPUT, name_of
    from extractor.writing import write_all

    check(args)
    if args.output is not None and _same_file(args.file, args.output):
        raise UsageError("the output would replace the input", where=args.output, hint="Give another name with -o.")
    if args.format == REVIEW and (args.password or args.password_file):
        raise UsageError("it cannot be written of encrypted papers", where=f"--format {REVIEW}")
    if args.format == REVIEW and args.file == STANDARD_INPUT:
        raise UsageError(
            "the pictures of its pages need a file", where=f"--format {REVIEW}", hint="Give the PDF's path."
        )
    if os.path.isdir(args.file):
        raise Unreadable(
            "it is a directory", where=args.file, hint="Extract all of it: un-agenda batch FOLDER --out DIR"
        )
    if args.compact and args.format != "json":
        raise UsageError("--compact is for json", where=f"--format {args.format}")
    line, _, found = _extracted(args).partition(b"\n")
    if line and not args.quiet:
        say(f"{name_of(args.file)}: {line.decode()}")
    if args.format == "json":
        write_all([found, b"\n"], _file(args.output, found, "json"))
        return ExitCode.DONE
    from extractor.model import Agenda

    agenda = Agenda.from_json(found)
    if args.format == REVIEW:
        from extractor.reviewing.kept import kept_page

        kept = kept_page(agenda, args.file, corrections=args.corrections and args.pages is None)
        write_all(kept, _file(args.output, found, "review.html"))
    else:
        write_agendas([agenda], args)
    return ExitCode.DONE


def _file(output: str | None, found: bytes, ending: str) -> str | None:
    """The file to be written: in a folder, it is called by symbol and language."""
    from extractor.cli.folder import is_folder, make_folder

    if output is None or not is_folder(output):
        return output
    from extractor.export.common import file_stem
    from extractor.model import Agenda

    return str(make_folder(output) / f"{file_stem(Agenda.from_json(found))}.{ending}")


def _extracted(args: argparse.Namespace) -> bytes:
    """Why the result should be looked at, as one line (empty where it need not), and below it the JSON of the paper."""
    from extractor.source import name_of

    password = _password(args)

    def work(begin: Begin) -> bytes:
        with in_haste():
            from extractor.corrections.files import corrected
            from extractor.model.drafts import json_of
            from extractor.model.shorten import without_blocks
            from extractor.pipeline import How, drafted
            from extractor.review import review_line
            from extractor.source import load

        if args.entities:
            from extractor.nlp.loading import load_pipelines

            load_pipelines()  # the limits are for the paper, not for spaCy

        paper = load(args.file)
        begin()
        how = How(password, ocr=ocr_of(args, lambda _page: begin()), ignore=frozenset(args.ignore))
        agenda = drafted(paper, how, engine=args.reader, pages=args.pages, entities=args.entities)
        if args.corrections and args.pages is None:  # of some pages alone, the values are counted otherwise
            agenda = corrected(agenda, args.file)
        agenda = agenda if args.blocks else without_blocks(agenda)
        return f"{review_line(agenda) or ''}\n".encode() + json_of(agenda, compact=args.compact)

    try:
        return one_paper(work, args, _progress(args))
    except MemoryError as error:
        raise MemoryExceeded("limit.memory: it needs more memory than there is", where=name_of(args.file)) from error
    except AgendaError as error:
        error.where = error.where or name_of(args.file)
        raise


def _password(args: argparse.Namespace) -> str | None:
    """The password of the PDF, where one was given."""
    if args.password_file is None:
        password: str | None = args.password
        return password
    try:
        with open(args.password_file, encoding="utf-8") as stream:
            return stream.readline().rstrip("\r\n")
    except FileNotFoundError:
        raise NotFound(where=args.password_file) from None
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else "not text in UTF-8"
        raise Unreadable(f"the password cannot be read ({why})", where=args.password_file) from error


def _progress(args: argparse.Namespace) -> Callable[[int], None] | None:
    """What shows on a terminal how far the reading of pictures has come; None where nobody looks."""
    if args.quiet or sys.stderr is None or not sys.stderr.isatty():
        return None
    return lambda count: print(f"\rreading page {count} from its picture \x1b[K", end="", file=sys.stderr, flush=True)


def page_numbers(text: str) -> list[int]:
    """Page numbers from ``1-3,7``, sorted and unique. Raises ``argparse.ArgumentTypeError`` for anything else."""
    numbers: set[int] = set()
    for part in text.split(","):
        first, dash, last = (piece.strip() for piece in part.partition("-"))
        if not (_is_number(first) and (_is_number(last) if dash else True)):
            raise argparse.ArgumentTypeError(f"{text!r} is not a page range such as 1-3 or 1,4-6")
        start, end = int(first), int(last or first)
        if not 1 <= start <= end <= _HIGHEST_PAGE:
            raise argparse.ArgumentTypeError(f"{part.strip()!r} is not a page range: pages count upwards from 1")
        numbers.update(range(start, end + 1))
    return sorted(numbers)


def _is_number(text: str) -> bool:
    # Longer strings of digits are no page numbers, and Python refuses to convert very long ones.
    return text.isascii() and text.isdigit() and len(text) <= 9


def _same_file(one: str, other: str) -> bool:
    try:
        return os.path.samefile(one, other) and os.path.isfile(one)
    except (OSError, ValueError):
        return False
