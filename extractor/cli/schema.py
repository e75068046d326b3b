"""``un-agenda schema``: the JSON Schema of the output."""

from __future__ import annotations

import argparse

from extractor.contract import PUBLISHED, SCHEMA_VERSION
from extractor.errors import ExitCode

__all__ = ["add_parser", "run"]


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the verb's arguments."""
    parser = subparsers.add_parser(
        "schema",
        help="print the JSON Schema of the output",
        description="Print the JSON Schema (2020-12) of what 'un-agenda extract' writes.",
        epilog="examples:\n  un-agenda schema -o agenda.schema.json\n  un-agenda schema --version 1.0\n",
    )
    parser.add_argument(
        "--version",
        choices=PUBLISHED,
        default=SCHEMA_VERSION,
        help="the version of the contract (default: %(default)s, which is what extract writes)",
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        help="write to this file atomically (complete or not at all; default: standard output)",
    )


def run(args: argparse.Namespace) -> int:
    """Write the schema."""
    from extractor.model import Agenda
    from extractor.model.schema import schema_text
    from extractor.writing import write

    write(schema_text(Agenda, args.version), args.output)
    return ExitCode.DONE
