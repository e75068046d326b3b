"""``un-agenda corrections``: what people corrected, checked against the papers, and turned into gold files."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractor.cli.child import agenda_reader
from extractor.cli.options import add_reader
from extractor.cli.reading import add_limits, add_ocr
from extractor.errors import AgendaError, ExitCode, NoPapers, UsageError
from extractor.messages import say

if TYPE_CHECKING:
    from extractor.corrections.apply import Outcome

__all__ = ["add_parser", "run"]

_EPILOG = """\
examples:
  un-agenda corrections check archive/              each correction, and whether it still applies
  un-agenda corrections export agenda.pdf -o gold/  the corrected papers as gold files

Corrections are made with 'un-agenda review' and lie in NAME.corrections.json beside NAME.pdf. 'extract', 'batch',
'load' and 'export' apply them. A gold file is NAME.truth.json, with a copy of the PDF beside it: in a checkout
'make gate GOLD=gold/' measures how well the program reads them by itself.
"""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the verb's arguments."""
    parser = subparsers.add_parser(
        "corrections",
        help="check what people corrected, or export it as gold files",
        description="Check the corrections beside papers, or write the corrected papers as gold files.",
        epilog=_EPILOG,
    )
    parser.add_argument("action", choices=("check", "export"), metavar="ACTION", help="check or export")
    parser.add_argument("papers", metavar="PDF", nargs="+", help="PDFs with corrections beside them, or folders")
    parser.add_argument("-o", "--output", metavar="DIR", help="of export: folder for the gold files and their PDFs")
    add_reader(parser, both=False)
    add_ocr(parser)
    add_limits(parser)
    parser.set_defaults(entities=False)


def run(args: argparse.Namespace) -> int:
    """Print each correction with what became of it, or write gold files; 10 when there is a conflict."""
    if args.action == "export" and args.output is None:
        raise UsageError("a folder for the gold files is missing", hint="Give one with -o.")
    if args.action == "check" and args.output is not None:
        raise UsageError("-o is for export")
    codes: list[ExitCode] = []
    nothing = True
    for paper in _corrected_papers(args.papers):
        nothing = False
        try:
            outcome = _outcome(paper, args)
        except AgendaError as error:
            error.where = error.where or paper
            say(str(error))
            codes.append(error.exit_code)
            continue
        for conflict in outcome.conflicts:
            say(f"{paper}: conflict: {conflict.path or 'the paper'}: {conflict.why}")
            codes.append(ExitCode.SOME_FAILED)
        if args.action == "check":
            _print(paper, outcome)
        else:
            _export(paper, outcome, args.output)
    if nothing:
        raise NoPapers("no PDF with corrections was found", where=", ".join(args.papers)[:200], hint="")
    return codes[0] if len(codes) == 1 else ExitCode.SOME_FAILED if codes else ExitCode.DONE


def _corrected_papers(places: list[str]) -> Iterator[str]:
    """The PDFs with corrections beside them; a PDF that is named must have some."""
    from extractor.corrections.files import corrections_path
    from extractor.source import not_found

    for place in places:
        if not os.path.isdir(place):
            if not os.path.exists(place):
                raise not_found(place)
            if os.path.exists(corrections_path(place)):
                yield place
            continue
        for folder, folders, names in os.walk(place):
            folders.sort()
            for name in sorted(names):
                path = os.path.join(folder, name)
                if name.lower().endswith(".pdf") and os.path.exists(corrections_path(path)):
                    yield path


def _outcome(paper: str, args: argparse.Namespace) -> Outcome:
    from extractor.corrections.apply import correct
    from extractor.corrections.files import corrections_path, read_corrections
    from extractor.errors import Unreadable
    from extractor.naming import shown_path
    from extractor.source import load

    corrections = read_corrections(corrections_path(paper))
    source = load(paper)
    if source.sha256 != corrections.sha256:
        raise Unreadable("its corrections are of a file with another SHA-256", where=paper, hint="")
    agenda = agenda_reader(args)(source.data)
    agenda.source.path = shown_path(paper)
    return correct(agenda, corrections)


def _print(paper: str, outcome: Outcome) -> None:
    from extractor.corrections.apply import shown_place
    from extractor.naming import shown_path
    from extractor.writing import write

    lines = []
    for state, entries in (("applied", outcome.applied), ("stands already", outcome.known)):
        for entry in entries:
            reason = f": {entry.reason}" if entry.reason else ""
            lines.append(f"{shown_path(paper)}: {state}: {entry.action} {shown_place(entry) or 'the paper'}{reason}\n")
    write("".join(lines), None)


def _export(paper: str, outcome: Outcome, folder: str) -> None:
    """The gold file of a paper and a copy of its PDF; the copy first, so that no gold file is without its paper."""
    from pathlib import Path

    from extractor.corrections.gold import gold_of
    from extractor.errors import write_error
    from extractor.writing import write, write_all

    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise write_error(error, folder) from error
    stem = Path(paper).stem
    copy = Path(folder) / f"{stem}.pdf"
    if not (copy.exists() and os.path.samefile(copy, paper)):
        write_all([Path(paper).read_bytes()], copy)
    write(gold_of(outcome.agenda), str(Path(folder) / f"{stem}.truth.json"))
