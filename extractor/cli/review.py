"""``un-agenda review``: papers beside their values in the web browser, to be checked and corrected."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.cli.child import agenda_reader
from extractor.cli.options import add_reader
from extractor.cli.reading import add_limits, add_ocr, ocr_of
from extractor.errors import ExitCode, UsageError
from extractor.messages import say

if TYPE_CHECKING:
    from extractor.reviewing.desk import Desk

__all__ = ["add_parser", "run"]

_EPILOG = """\
examples:
  un-agenda review agenda.pdf                          one paper
  un-agenda review archive/                            the PDFs of a folder, the doubtful first
  un-agenda review json/                               what 'un-agenda batch' has read
  un-agenda review agendas.db                          the papers of a database
  un-agenda extract a.pdf --format review -o a.html    one page that needs no server, to be sent to others

The pages are served to this machine only, at an address that nobody can guess; Ctrl-C ends it. What is corrected is
kept in NAME.corrections.json beside NAME.pdf, and 'extract', 'batch', 'load' and 'export' apply it.
"""
_USUAL_PORT = 8010
_SQLITE = b"SQLite format 3\0"


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the verb's arguments."""
    parser = subparsers.add_parser(
        "review",
        help="check and correct papers in the web browser",
        description="Serve papers beside their values as web pages on this machine, to be checked and corrected.",
        epilog=_EPILOG,
    )
    parser.add_argument("place", metavar="PLACE", help="a PDF, its JSON, a folder of PDFs or of JSON, or a database")
    parser.add_argument("--port", metavar="N", type=_port, help=f"port; {_USUAL_PORT} or a free one when left out")
    parser.add_argument("--no-open", action="store_true", help="do not open the web browser")
    add_reader(parser, both=False)
    add_ocr(parser)
    add_limits(parser)
    parser.set_defaults(entities=False)


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 5 and int(text) < 65536):
        raise argparse.ArgumentTypeError(f"{text[:20]!r} is not a port")
    return int(text)


def run(args: argparse.Namespace) -> int:
    """Serve ``args.place`` until interrupted."""
    import contextlib

    from extractor.loopback import listen
    from extractor.reviewing.server import ReviewServer

    desk = _desk(args)  # before the server: reading papers forks, which must not happen while others work
    with listen(args.port, _USUAL_PORT) as listener, contextlib.suppress(KeyboardInterrupt):
        server = ReviewServer(desk, listener)
        say(f"{server.address} shows {desk.place}; Ctrl-C ends it")
        if not args.no_open:
            import webbrowser

            webbrowser.open(server.address)
        try:
            server.serve_forever()
        finally:
            desk.close()
    return ExitCode.DONE


def _desk(args: argparse.Namespace) -> Desk:
    from extractor.reviewing.sources import desk_of_database, desk_of_file, desk_of_folder

    if "://" in args.place or _is_database(args.place):
        return desk_of_database(args.place)
    if not os.path.isdir(args.place):
        if args.place == "-":
            raise UsageError("corrections are kept beside a file: standard input is none", where="-")
        return desk_of_file(args.place, agenda_reader(args))

    def extract_all(folder: str, work: Path) -> None:
        _extract_all(folder, work, args)

    return desk_of_folder(args.place, extract_all)


def _is_database(path: str) -> bool:
    try:
        with open(path, "rb") as stream:
            return stream.read(len(_SQLITE)) == _SQLITE
    except (OSError, ValueError):
        return False


def _extract_all(folder: str, work: Path, args: argparse.Namespace) -> None:
    """Extract the PDFs of a folder, those that are new or changed; the papers that fail are named."""
    import sys

    from extractor.batch import BatchOptions, WorkLimits, WorkOptions, run_batch
    from extractor.batch.progress import Bar, Plain, Progress

    progress: Progress = Bar() if sys.stderr is not None and sys.stderr.isatty() else Plain()
    options = BatchOptions(
        work=WorkOptions(args.reader, ocr=ocr_of(args), corrections=False),
        limits=WorkLimits(args.timeout or 86_400, args.memory or 1 << 40),
        report=False,
    )
    run_batch([folder], work, options, progress=progress)
