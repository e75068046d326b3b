"""``un-agenda load``: agendas into a database, SQLite or PostgreSQL."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import chain
from typing import TYPE_CHECKING

from extractor.cli.child import agenda_reader
from extractor.cli.options import add_reader
from extractor.cli.reading import add_corrections, add_limits, add_ocr
from extractor.errors import AgendaError, ExitCode
from extractor.messages import aside, say

if TYPE_CHECKING:
    from extractor.papers import Failure, Paper

__all__ = ["add_database", "add_parser", "default_database", "run"]

_EPILOG = """\
examples:
  un-agenda load agendas/                                   the JSON of a folder into agendas.db
  un-agenda load agenda.pdf agenda.json --db un.db          PDFs are extracted on the way
  un-agenda extract a.pdf --compact | un-agenda load -      from a pipe: JSON, JSON Lines or a PDF
  un-agenda load archive.jsonl --bulk --db postgresql://user@host/name

Loading a paper again changes nothing; another extraction of it replaces its rows and no others. What was loaded and
what was not is said on standard error.
"""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the verb's arguments."""
    parser = subparsers.add_parser(
        "load",
        help="load agendas into a database",
        description="Load agendas into a database, which is created or brought up to date where needed.",
        epilog=_EPILOG,
    )
    parser.add_argument(
        "sources",
        metavar="SOURCE",
        nargs="+",
        help="JSON, JSON Lines, a PDF, a folder of JSON or PDFs, or '-' for standard input",
    )
    add_database(parser)
    parser.add_argument(
        "--bulk",
        action="store_true",
        help="some hundred papers a transaction instead of one (much faster for archives)",
    )
    parser.add_argument("--entities", action="store_true", help="find bodies and places in the PDFs as well")
    add_reader(parser)
    add_corrections(parser)
    add_ocr(parser)
    add_limits(parser)


def add_database(parser: argparse.ArgumentParser) -> None:
    """Describe the option that names the database."""
    parser.add_argument(
        "--db",
        metavar="URL",
        default=default_database(),
        help="path, sqlite:///PATH or postgresql://USER@HOST/NAME (default: what UN_AGENDA_DB says, else agendas.db)",
    )


def default_database() -> str:
    """The database where none is named."""
    import os

    return os.environ.get("UN_AGENDA_DB") or "agendas.db"


def run(args: argparse.Namespace) -> int:
    """Load ``args.sources`` and say on standard error what became of them."""
    import logging

    from extractor.papers import papers
    from extractor.store import load_agendas, open_store
    from extractor.store.database import check_new_file

    new = check_new_file(args.db)
    if not args.debug:
        logging.disable(logging.CRITICAL)
    failures: list[ExitCode] = []

    def report(error: AgendaError) -> None:
        failures.append(error.exit_code)
        say(str(error))

    # Nothing is printed, whatever a library of the readers would say.
    with aside():
        read = papers(args.sources, reader=agenda_reader(args), corrections=args.corrections)
        if new:  # a database without papers would look as if all had gone well
            refused, rest = _up_to_the_first(read)
            if rest is None:
                for failure in refused:
                    report(failure.error)
                say(f"nothing was loaded, and {args.db} was not made")
                return failures[0] if len(failures) == 1 else ExitCode.SOME_FAILED
            read = chain(refused, rest)
        with _made(args.db, new), open_store(args.db) as store:
            result = load_agendas(store, read, bulk=args.bulk, sources=args.sources, report=report)
    if new and not (result.loaded or result.replaced or result.unchanged):
        _remove_empty(args.db)
    say(
        f"{store.name}: {result.loaded} loaded, {result.replaced} replaced, "
        f"{result.unchanged} unchanged, {result.failed} failed"
    )
    if not failures:
        return ExitCode.DONE
    # One paper alone has its own code; of several, it says that not all went well.
    alone = len(failures) == 1 and not (result.loaded or result.replaced or result.unchanged)
    return failures[0] if alone else ExitCode.SOME_FAILED


@contextmanager
def _made(address: str, new: bool) -> Iterator[None]:
    """Remove a new database where the load breaks off before it holds a paper."""
    try:
        yield
    except BaseException:
        if new:
            _remove_empty(address)
        raise


def _remove_empty(address: str) -> None:
    import os

    from sqlalchemy import func, select

    from extractor.store import open_store
    from extractor.store.database import parse_url
    from extractor.store.schema import METADATA

    with suppress(AgendaError, OSError):
        with open_store(address) as store, store.read() as connection:
            papers = connection.execute(select(func.count()).select_from(METADATA.tables["documents"])).scalar()
        if not papers:
            os.unlink(parse_url(address).database or "")


def _up_to_the_first(read: Iterator[Paper | Failure]) -> tuple[list[Failure], Iterator[Paper | Failure] | None]:
    """What could not be read before the first paper, and the papers from that one on; None where there is none."""
    from extractor.papers import Failure

    refused: list[Failure] = []
    for paper in read:
        if not isinstance(paper, Failure):
            return refused, chain([paper], read)
        refused.append(paper)
    return refused, None
