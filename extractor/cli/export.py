"""``un-agenda export``: agendas in the formats that people feed on."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from typing import IO, TYPE_CHECKING

from extractor.errors import ExitCode, UsageError, write_error

if TYPE_CHECKING:
    from extractor.model import Agenda

__all__ = ["add_parser", "run"]

CHOICES = ("jsonl", "csv", "parquet", "ics", "md", "html")
TABLES = ("items", "documents", "schedule", "references")

_EPILOG = """\
examples:
  un-agenda export agenda.pdf --format ics -o session.ics     a calendar; a PDF is extracted on the way
  un-agenda export json/ --format parquet -o tables/          four tables of a whole folder
  un-agenda export json/ --format csv --table items           one table to standard output
  un-agenda extract a.pdf | un-agenda export - --format html  from a pipe
"""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the verb's arguments."""
    parser = subparsers.add_parser(
        "export",
        help="write agendas as tables, calendars or reading copies",
        description="Write agendas in another format.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "sources",
        metavar="SOURCE",
        nargs="+",
        help="JSON, JSON Lines, a PDF, a folder with JSON, or '-' for standard input",
    )
    parser.add_argument("--format", choices=CHOICES, required=True, help="what to write")
    parser.add_argument("--table", choices=TABLES, help="of csv and parquet: only this table, to one file")
    parser.add_argument(
        "--raw-cells", action="store_true", help="of csv: leave cells that a spreadsheet would run as formulas"
    )
    parser.add_argument("--entities", action="store_true", help="find bodies and places in the PDFs as well")
    parser.add_argument(
        "-o", "--output", metavar="OUT", help="file; folder for the four tables (default: standard output)"
    )


def run(args: argparse.Namespace) -> int:
    """Write ``args.sources`` in ``args.format``."""
    import logging

    from extractor.cli.output import write_all
    from extractor.export.formats import TABLE_FORMATS, export

    tabular = args.format in TABLE_FORMATS
    if (args.table or args.raw_cells) and not tabular:
        raise UsageError("--table and --raw-cells are for csv and parquet", where="--format " + args.format)
    if tabular and not args.table and args.output in (None, "-"):
        raise UsageError("four tables need a folder", hint="Give one with -o, or one table with --table.")
    if not args.debug:
        logging.disable(logging.CRITICAL)
    read = _Agendas(args.sources, args.entities)
    if tabular and not args.table:
        _tables(read, args)
    else:
        made = _table(read, args) if tabular else export(read, args.format)
        write_all(made, args.output)
    return read.code


class _Agendas:
    """The agendas of the sources; those that cannot be read are told of and counted."""

    def __init__(self, sources: list[str], entities: bool) -> None:
        self._sources, self._entities = sources, entities
        self.read = 0
        self._failed: list[ExitCode] = []

    def __iter__(self) -> Iterator[Agenda]:
        from extractor.papers import Failure, papers

        for paper in papers(self._sources, entities=self._entities):
            if isinstance(paper, Failure):
                self._failed.append(paper.error.exit_code)
                print(f"un-agenda: {paper.error}", file=sys.stderr)
            else:
                self.read += 1
                yield paper.agenda

    @property
    def code(self) -> int:
        """Of one paper alone that fails, its own code; else that some failed."""
        if not self._failed:
            return ExitCode.DONE
        return self._failed[0] if len(self._failed) == 1 and not self.read else ExitCode.SOME_FAILED


def _table(agendas: _Agendas, args: argparse.Namespace) -> Iterator[bytes]:
    """One table as bytes."""
    if args.format == "csv":
        from extractor.export.csv import stream

        yield from stream(agendas, args.table, raw=args.raw_cells)
        return
    import io

    from extractor.export.parquet import ParquetTable

    buffer = io.BytesIO()
    with ParquetTable(buffer, args.table) as table:
        for agenda in agendas:
            table.add(agenda)
    yield buffer.getvalue()


def _tables(agendas: _Agendas, args: argparse.Namespace) -> None:
    """The four tables into a folder, all of them or none: written under temporary names, then renamed."""
    import os
    from contextlib import ExitStack
    from pathlib import Path

    folder = Path(args.output)
    targets = {name: folder / f"{name}.{args.format}" for name in TABLES}
    temporaries = {name: folder / f".{path.name}.{os.getpid()}.tmp" for name, path in targets.items()}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with ExitStack() as stack:
            streams = {name: stack.enter_context(open(path, "xb")) for name, path in temporaries.items()}
            _fill(agendas, streams, args)
        for name, temporary in temporaries.items():
            os.replace(temporary, targets[name])
    except OSError as error:
        raise write_error(error, args.output) from error
    finally:
        for temporary in temporaries.values():
            temporary.unlink(missing_ok=True)


def _fill(agendas: _Agendas, streams: Mapping[str, IO[bytes]], args: argparse.Namespace) -> None:
    from contextlib import ExitStack

    from extractor.export.csv import head, lines
    from extractor.export.parquet import ParquetTable

    if args.format == "csv":
        for name, stream in streams.items():
            stream.write(head(name))
        for agenda in agendas:
            for name, stream in streams.items():
                stream.write(lines(agenda, name, raw=args.raw_cells))
        return
    with ExitStack() as writers:
        tables = [writers.enter_context(ParquetTable(stream, name)) for name, stream in streams.items()]
        for agenda in agendas:
            for table in tables:
                table.add(agenda)
