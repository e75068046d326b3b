"""``un-agenda export``: agendas in the formats that people feed on."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from extractor.cli.child import agenda_reader
from extractor.cli.formats import add_options, check, listed, write_agendas
from extractor.cli.options import add_reader
from extractor.cli.reading import add_corrections, add_limits, add_ocr
from extractor.errors import ExitCode
from extractor.export.formats import NAMES, described
from extractor.messages import say

if TYPE_CHECKING:
    from extractor.model import Agenda
    from extractor.papers import PdfReader

__all__ = ["add_parser", "run"]

_EPILOG = f"""\
examples:
  un-agenda export agenda.pdf --format ics -o session.ics     a calendar; a PDF is extracted on the way
  un-agenda export json/ --format parquet -o tables/          the tables of a whole folder
  un-agenda export json/ --format csv --table items           one table to standard output
  un-agenda export json/ --format html -o html/               a page a paper, and an index
  un-agenda extract a.pdf | un-agenda export - --format html  from a pipe

formats:
{described()}"""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the verb's arguments."""
    parser = subparsers.add_parser(
        "export",
        help="write agendas as tables, calendars, linked data or reading copies",
        description="Write agendas in another format.",
        epilog=_EPILOG,
    )
    parser.add_argument(
        "sources",
        metavar="SOURCE",
        nargs="+",
        help="JSON, JSON Lines, a PDF, a folder of JSON or PDFs, or '-' for standard input",
    )
    parser.add_argument(
        "--format", choices=NAMES, required=True, metavar="FORMAT", help=f"what to write: {listed(NAMES)}"
    )
    add_options(parser)
    parser.add_argument("--entities", action="store_true", help="find bodies and places in the PDFs as well")
    add_reader(parser)
    add_corrections(parser)
    add_ocr(parser)
    add_limits(parser)
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        help="file; or folder (it ends in '/', or is there), with a file a paper, or a table; of html with an index "
        "(default: standard output)",
    )


def run(args: argparse.Namespace) -> int:
    """Write ``args.sources`` in ``args.format``; nothing where no paper can be read."""
    import logging

    check(args)
    if not args.debug:
        logging.disable(logging.CRITICAL)
    read = _Agendas(args.sources, agenda_reader(args), corrections=args.corrections)
    agendas = iter(read)
    first = next(agendas, None)
    if first is not None:
        write_agendas(chain([first], agendas), args)
    elif not read.code:
        write_agendas([], args)
    return read.code


class _Agendas:
    """The agendas of the sources; those that cannot be read are told of and counted."""

    def __init__(self, sources: list[str], reader: PdfReader, *, corrections: bool) -> None:
        self._sources, self._reader, self._corrections = sources, reader, corrections
        self.read = 0
        self._failed: list[ExitCode] = []

    def __iter__(self) -> Iterator[Agenda]:
        from extractor.papers import Failure, papers

        for paper in papers(self._sources, reader=self._reader, corrections=self._corrections):
            if isinstance(paper, Failure):
                self._failed.append(paper.error.exit_code)
                say(str(paper.error))
            else:
                self.read += 1
                yield paper.agenda

    @property
    def code(self) -> int:
        """Of one paper alone that fails, its own code; else that some failed."""
        if not self._failed:
            return ExitCode.DONE
        return self._failed[0] if len(self._failed) == 1 and not self.read else ExitCode.SOME_FAILED
