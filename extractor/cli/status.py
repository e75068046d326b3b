"""``un-agenda status``: what a batch made of its papers, and which of them should be checked."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from extractor.errors import ExitCode, NotFound
from extractor.messages import say
from extractor.naming import masked
from extractor.review import GRADES, serious

__all__ = ["add_parser", "run"]

_EPILOG = """\
examples:
  un-agenda status json/                       how many papers there are of each grade
  un-agenda status json/ --review doubtful     the papers with errors, or with text that no part took
  un-agenda status json/ --review look --json  one JSON object a line
"""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the verb's arguments."""
    parser = subparsers.add_parser(
        "status",
        help="show which papers of a batch should be checked",
        description="Show from the journal of a batch how its papers are graded, and why.",
        epilog=_EPILOG,
    )
    parser.add_argument("folder", metavar="DIR", help="the folder of the journal: that of 'batch --out' or '--journal'")
    parser.add_argument("--review", choices=GRADES, help="list the papers of this grade")
    parser.add_argument("--json", action="store_true", help="print JSON, a line for each paper")


def run(args: argparse.Namespace) -> int:
    """Print the papers of a grade, or how many there are of each."""
    from extractor.batch.journal import FILE_NAME, Journal
    from extractor.writing import write

    folder = Path(args.folder)
    if not (folder / FILE_NAME).is_file():
        raise NotFound("there is no journal of a batch", where=args.folder, hint="Give the folder of 'batch --out'.")
    journal = Journal(folder)
    try:
        entries = list(journal.entries())
    finally:
        journal.close()
    read = [one for one in entries if one.status == "done" and not one.left_out]
    done = sorted(read, key=lambda one: (GRADES.index(one.review), one.path))
    if args.json:
        lines = [
            json.dumps({"path": one.path, "name": one.name, "review": one.review, "codes": serious(one.diagnostics)})
            for one in done
            if args.review in (None, one.review)
        ]
    elif args.review:
        lines = [
            f"{masked(one.path)}: {', '.join(serious(one.diagnostics)) or 'no warning'}"
            for one in done
            if one.review == args.review
        ]
    else:
        counts = Counter(one.review for one in done)
        lines = [f"{grade}: {counts[grade]:,}" for grade in GRADES]
        lines.append(f"failed: {sum(one.status == 'failed' for one in entries):,}")
        if left_out := sum(one.left_out for one in entries):
            lines.append(f"left out: {left_out:,}")
    write("".join(f"{line}\n" for line in lines), None)
    if not lines:
        say("nothing found")
        return ExitCode.NONE_FOUND
    return ExitCode.DONE
