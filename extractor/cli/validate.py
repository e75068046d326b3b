"""``un-agenda validate``: whether JSON keeps the output contract, with the place of whatever does not."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from extractor.errors import ExitCode
from extractor.messages import say

__all__ = ["add_parser", "run"]

_EPILOG = """\
examples:
  un-agenda validate agenda.json
  un-agenda validate json/ archive.jsonl --json
  un-agenda extract agenda.pdf | un-agenda validate -
"""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the verb's arguments."""
    parser = subparsers.add_parser(
        "validate",
        help="check JSON against the contract",
        description="Check JSON against the published schema and the rules between fields; silent when all is well.",
        epilog=_EPILOG,
    )
    parser.add_argument(
        "files", metavar="FILE", nargs="+", help="JSON, JSON Lines, a folder of them, or '-' for standard input"
    )
    parser.add_argument("--json", action="store_true", help="say it as JSON, an object a line, on standard output")


def run(args: argparse.Namespace) -> int:
    """Say what is wrong in ``args.files``, a line each; exit code 13 when anything is."""
    import json

    from extractor.naming import shown_path
    from extractor.writing import write_all

    found = _problems(args.files)
    codes: list[int] = []

    def lines() -> Iterator[bytes]:
        for where, place, message, code in found:
            codes.append(code)
            if args.json:
                told = {"file": shown_path(where), "path": place, "message": message}
                yield json.dumps(told, ensure_ascii=True).encode() + b"\n"
            else:
                say(f"{where}: {place}: {message}" if place else message)

    write_all(lines(), None)
    return max(codes, default=ExitCode.DONE, key=lambda code: code == ExitCode.INVALID)


def _problems(files: list[str]) -> Iterator[tuple[str, str, str, int]]:
    """File, place in it, message and exit code of everything that is wrong."""
    from extractor.model.check import breaches
    from extractor.papers import Failure, dotted, in_file, records

    for record in records(files):
        if isinstance(record, Failure):
            yield record.where, "", str(record.error), record.error.exit_code
            continue
        if record.pdf:
            yield record.where, "$", "a PDF, no JSON: extract it first", ExitCode.INVALID
            continue
        for place, message in breaches(record.data.rstrip()):
            yield record.where, dotted(place), message if place else in_file(message, record), ExitCode.INVALID
