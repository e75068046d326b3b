"""``un-agenda batch``: an archive of PDFs into one JSON a paper, resumable."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from extractor.batch.executors.registry import DEFAULT, NAMES, described
from extractor.cli.options import Renamed, add_reader
from extractor.cli.reading import add_corrections, add_ocr, ocr_of, seconds, size
from extractor.errors import ExitCode
from extractor.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from extractor.batch import Summary
    from extractor.batch.log import Log

__all__ = ["add_parser", "run"]

_EPILOG = """\
examples:
  un-agenda batch archive/ --out json/                      every PDF below a folder
  un-agenda batch 'ga/**/*.pdf' @list.txt --out json/       a pattern and a list of paths
  find . -name '*.pdf' -print0 | un-agenda batch - --out json/
  un-agenda batch archive/ --out json/ --retry-failed       continue, and retry temporary failures
  un-agenda batch archive/ --out json/ --only agendas --prune --log batch.log   every night
  un-agenda batch archive/ --out json/ --shard 3/16         a sixteenth of it, for one job of an array
  un-agenda batch s3://bucket/pdf --out s3://bucket/json --journal job/   from and to object storage

Run the same command again after any interruption: it continues where it stopped. Ctrl-C once finishes the papers under
way; twice stops at once.
"""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the verb's arguments."""
    parser = subparsers.add_parser(
        "batch",
        help="extract an archive of PDFs",
        description="Extract every PDF of folders, patterns, lists and URLs into one JSON file each.",
        epilog=_EPILOG,
    )
    _add_places(parser)
    _add_work(parser)
    _add_choices(parser)
    add_reader(parser)
    add_corrections(parser)
    add_ocr(parser)
    _add_output(parser)


def _add_places(parser: argparse.ArgumentParser) -> None:
    """What is read and where the result goes."""
    parser.add_argument(
        "inputs",
        metavar="INPUT",
        nargs="+",
        help="file, folder, pattern, @FILE with a list of paths, fsspec URL, or '-' for a list on standard input",
    )
    parser.add_argument(
        "--out", metavar="DIR", required=True, help="folder for the JSON, the journal and the report; or an fsspec URL"
    )
    parser.add_argument(
        "--journal", metavar="DIR", help="folder for the journal and the report (default: DIR of --out; a URL needs it)"
    )
    parser.add_argument(
        "--jsonl", metavar="FILE", help="also write each paper's JSON as one line to FILE ('-' for standard output)"
    )


def _add_work(parser: argparse.ArgumentParser) -> None:
    """Who does the work, and within which limits."""
    parser.add_argument(
        "--workers", type=_count, metavar="N", help="number of worker processes (default: one per processor)"
    )
    parser.add_argument(
        "--timeout",
        type=seconds,
        default=60.0,
        metavar="SECONDS",
        help="time limit per paper, which grows by 6 s with each page that is read from its picture (default: 60)",
    )
    parser.add_argument(
        "--memory", type=size, default=1 << 30, metavar="SIZE", help="memory limit per paper (default: 1G)"
    )
    parser.add_argument(
        "--executor",
        choices=NAMES,
        default=DEFAULT,
        help=f"where papers are extracted: {described()} (default: {DEFAULT})",
    )
    parser.add_argument("--engine", action=Renamed, new="--executor", dest="executor", choices=NAMES)
    parser.add_argument("--address", metavar="HOST:PORT", help="the Ray cluster (default: a new one on this machine)")


def _add_choices(parser: argparse.ArgumentParser) -> None:
    """Which papers are extracted, and what is done with the others."""
    parser.add_argument("--retry-failed", action="store_true", help="retry papers whose failure may be temporary")
    parser.add_argument("--force", action="store_true", help="extract all papers again")
    parser.add_argument(
        "--only", choices=("agendas",), metavar="agendas", help="write no JSON of papers that are no agendas"
    )
    parser.add_argument(
        "--prune", action="store_true", help="remove the JSON of papers whose files were removed or changed"
    )
    parser.add_argument("--dry-run", action="store_true", help="only list the papers that would be extracted")
    parser.add_argument("--follow", action="store_true", help="follow links that lead out of an input folder")
    parser.add_argument("--shard", type=_shard, metavar="I/N", help="only part I of N, by the papers' hashes")
    parser.add_argument("--quarantine", metavar="DIR", help="folder for links to the papers that failed")


def _add_output(parser: argparse.ArgumentParser) -> None:
    """What is written of a paper, and what is said."""
    parser.add_argument("--entities", action="store_true", help="find bodies, places and countries as well (slower)")
    parser.add_argument(
        "--no-blocks", dest="blocks", action="store_false", help="leave out 'blocks', all that the paper prints"
    )
    parser.add_argument("--compact", action="store_true", help="JSON on one line")
    parser.add_argument(
        "--log", metavar="FILE", help="add a line for each paper to FILE: time, what happened, path and more"
    )
    parser.add_argument("--quiet", action="store_true", help="print errors only")


def run(args: argparse.Namespace) -> int:
    """Run the batch and report the result on standard error."""
    from contextlib import ExitStack

    from extractor.batch import BatchOptions, WorkLimits, WorkOptions, run_batch
    from extractor.batch.log import Log
    from extractor.batch.progress import Bar, Plain, Progress, Silent
    from extractor.nlp.loading import need_spacy

    if args.entities:
        need_spacy()  # or each paper would fail
    options = BatchOptions(
        work=WorkOptions(args.reader, args.entities, args.compact, args.blocks, ocr_of(args), args.corrections),
        limits=WorkLimits(args.timeout, args.memory, 0 if args.ocr == "off" else args.ocr_pages),
        workers=args.workers,
        engine=args.executor,
        address=args.address,
        retry_failed=args.retry_failed,
        force=args.force,
        only=args.only,
        prune=args.prune,
        dry_run=args.dry_run,
        follow=args.follow,
        shard=args.shard,
        jsonl=args.jsonl,
        quarantine=args.quarantine,
        journal=args.journal,
    )
    progress: Progress
    if args.quiet:
        progress = Silent()
    else:
        progress = Bar() if sys.stderr is not None and sys.stderr.isatty() else Plain()
    try:
        with ExitStack() as kept:
            log = kept.enter_context(Log(args.log, progress)) if args.log else None
            summary = run_batch(args.inputs, args.out, options, progress=log or progress)
            _report(summary, None if args.quiet else say, log)
    except KeyboardInterrupt:  # while it still looked for papers, or a second time
        return _interrupted()
    if summary.interrupted:
        return _interrupted()
    failed = any(entry.status == "failed" for entry in summary.entries)
    return ExitCode.SOME_FAILED if failed and not args.dry_run else ExitCode.DONE


def _report(summary: Summary, print_line: Callable[[str], None] | None, log: Log | None) -> None:
    """The summary on standard error and in the log, where there are these."""
    from extractor.batch.summary import lines

    for line in lines(summary):
        if print_line is not None:
            print_line(line)
        if log is not None:
            log.write("end", "", line)


def _interrupted() -> int:
    say("interrupted; run the same command again to go on")
    return ExitCode.INTERRUPTED


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:6]) <= 1024):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to 1024")
    return int(text)


def _shard(text: str) -> tuple[int, int]:
    part, slash, parts = text.partition("/")
    if not (slash and part.isascii() and part.isdigit() and parts.isascii() and parts.isdigit() and len(text) < 16):
        raise argparse.ArgumentTypeError(f"{text!r} is not a part such as 3/16")
    if not 1 <= int(part) <= int(parts):
        raise argparse.ArgumentTypeError(f"{text!r}: the part must be between 1 and the number of parts")
    return int(part), int(parts)
