"""What ``un-agenda export`` and ``un-agenda extract`` share: the options of the formats, and writing agendas in one."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import IO, TYPE_CHECKING

from extractor.cli.folder import HTML, is_folder, make_folder, write_folder
from extractor.errors import UsageError
from extractor.export.formats import KINDS, TABLE_FORMATS, TABLE_NAMES, export

if TYPE_CHECKING:
    from extractor.model import Agenda

__all__ = ["add_options", "check", "listed", "write_agendas"]

_BINARY = frozenset(kind.name for kind in KINDS if kind.binary)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Describe the options that belong to a format, and ``--output``."""
    parser.add_argument(
        "--table",
        choices=TABLE_NAMES,
        metavar="TABLE",
        help=f"of csv and parquet: only this table, to one file: {listed(TABLE_NAMES)}",
    )
    parser.add_argument(
        "--raw-cells", action="store_true", help="of csv: leave cells that a spreadsheet would run as formulas"
    )
    parser.add_argument(
        "--bom", action="store_true", help="of csv: begin with a byte order mark, so that Excel reads UTF-8"
    )
    parser.add_argument(
        "--with-review",
        action="store_true",
        help="of html in a folder: also the review page of each paper (pictures of its pages with boxes), to which the "
        "numbers of pages lead",
    )


def listed(names: Sequence[str]) -> str:
    """Names in a sentence: ``a, b or c``."""
    return f"{', '.join(names[:-1])} or {names[-1]}"


def check(args: argparse.Namespace) -> None:
    """Refuse options that do not go together, before any paper is read.

    Raises:
        UsageError: they do not.
    """
    where = f"--format {args.format}"
    if args.table and args.format not in TABLE_FORMATS:
        raise UsageError("--table is for csv and parquet", where=where)
    if args.raw_cells and args.format != "csv":
        raise UsageError("--raw-cells is for csv", where=where)
    if args.bom and args.format != "csv":
        raise UsageError("--bom is for csv", where=where)
    if args.with_review and not (args.format == HTML and is_folder(args.output)):
        raise UsageError(
            "--with-review is for html in a folder", where=where, hint="Give a folder with -o, such as html/."
        )
    to_stdout = args.output in (None, "-")
    if args.format in TABLE_FORMATS and not args.table and to_stdout:
        raise UsageError("its tables need a folder", where=where, hint="Give one with -o, or one table with --table.")
    if args.format in _BINARY and to_stdout and _is_terminal():
        raise UsageError(
            f"{args.format} is binary, and standard output is a terminal",
            where=where,
            hint="Give a file with -o, or send it through a pipe.",
        )


def write_agendas(agendas: Iterable[Agenda], args: argparse.Namespace) -> None:
    """Write ``agendas`` in ``args.format`` to ``args.output``: a file, a folder, or standard output.

    Raises:
        OutputError: the output could not be written.
        MissingExtra: the format needs a library that is not installed.
        UsageError: the format holds one paper a file, and there are several.
    """
    from extractor.writing import write_all

    if args.format in TABLE_FORMATS:
        if args.table:
            file = args.output
            if is_folder(file):
                file = str(make_folder(file) / f"{args.table}.{args.format}")
            write_all(_table(agendas, args), file)
        else:
            _tables(agendas, args)
    elif is_folder(args.output):
        write_folder(agendas, args.format, args.output, review=args.with_review)
    else:
        write_all(export(agendas, args.format), args.output)


def _is_terminal() -> bool:
    import sys

    return sys.stdout is not None and sys.stdout.isatty()


def _table(agendas: Iterable[Agenda], args: argparse.Namespace) -> Iterator[bytes]:
    """One table as bytes."""
    from extractor.export import csv, parquet

    if args.format == "csv":
        return csv.stream(agendas, args.table, raw=args.raw_cells, bom=args.bom)
    return parquet.stream(agendas, args.table)


def _tables(agendas: Iterable[Agenda], args: argparse.Namespace) -> None:
    """The tables into a folder; a file of an earlier export is replaced when all of them are complete."""
    from contextlib import ExitStack

    from extractor.writing import Output

    folder = make_folder(args.output)
    outputs = {name: Output(folder / f"{name}.{args.format}") for name in TABLE_NAMES}
    with ExitStack() as stack:
        _fill(agendas, {name: stack.enter_context(output) for name, output in outputs.items()}, args)
        for output in outputs.values():
            output.commit()


def _fill(agendas: Iterable[Agenda], streams: Mapping[str, IO[bytes]], args: argparse.Namespace) -> None:
    from contextlib import ExitStack

    from extractor.export.csv import head, lines
    from extractor.export.parquet import ParquetTable

    if args.format == "csv":
        for name, stream in streams.items():
            stream.write(head(name, bom=args.bom))
        for agenda in agendas:
            for name, stream in streams.items():
                stream.write(lines(agenda, name, raw=args.raw_cells))
        return
    with ExitStack() as writers:
        tables = [writers.enter_context(ParquetTable(stream, name)) for name, stream in streams.items()]
        for agenda in agendas:
            for table in tables:
                table.add(agenda)
