"""``un-agenda refs``: documents, resolutions and decisions that a text or PDF mentions, one line each."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from typing import Any

from extractor.cli.child import Begin, in_haste, one_paper
from extractor.cli.options import add_reader
from extractor.cli.reading import add_limits, add_ocr, ocr_of
from extractor.errors import AgendaError, ExitCode, NotAPdf
from extractor.messages import say
from extractor.naming import decoded

__all__ = ["add_parser", "run"]

_EPILOG = """\
examples:
  un-agenda refs agenda.pdf
  un-agenda refs notes.txt --json
  echo 'See resolutions 48/264 and 51/241 of the Assembly' | un-agenda refs
  un-agenda refs agenda.pdf | cut -f2 | sort -u

Text output has five columns parted by tabs: kind, symbol, owner, number, the mention as printed;
'-' stands for nothing.
"""
#: What is said of a reference in a PDF, and of it in the columns.
_OF_PDF = ("kind", "symbol", "owner", "number", "text", "url", "item", "page")
_COLUMNS = ("kind", "symbol", "owner", "number", "text")


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the verb's arguments."""
    parser = subparsers.add_parser(
        "refs",
        help="list the documents, resolutions and decisions that a text or PDF mentions",
        description="List references, one a line, in printed order.",
        epilog=_EPILOG,
    )
    parser.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        default="-",
        help="plain text (UTF-8) or a PDF; '-' or nothing for standard input",
    )
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="one JSON object a line")
    shape.add_argument("--text", action="store_true", help="columns parted by tabs (default)")
    parser.add_argument(
        "--paper",
        metavar="SYMBOL",
        type=decoded,
        help="symbol of the paper that the plain text is from: resolutions without an owner are its body's",
    )
    parser.add_argument(
        "--all",
        action="store_true",
        help="also articles, rules, paragraphs, chapters, sections and agenda items of plain text",
    )
    add_reader(parser, both=False)
    add_ocr(parser)
    add_limits(parser)


def run(args: argparse.Namespace) -> int:
    """Read ``args.file`` and write one line a reference."""
    from extractor.source import load
    from extractor.writing import write

    try:
        data = load(args.file).data
    except NotAPdf:  # no bytes at all: a text without references
        data = b""
    rows: Iterable[dict[str, Any]] = (
        json.loads(_of_pdf(data, args)) if b"%PDF-" in data[:1024] else _of_text(data, args)
    )
    if args.json:
        lines = (json.dumps(row, ensure_ascii=False) for row in rows)
    else:
        lines = ("\t".join(_cell(row[name]) for name in _COLUMNS) for row in rows)
    text = "\n".join(lines)
    write(text + "\n" if text else "", None)
    if not text:
        say("nothing found")
        return ExitCode.NONE_FOUND
    return ExitCode.DONE


def _cell(value: object) -> str:
    return " ".join(str(value).split()) if value else "-"


def _of_text(data: bytes, args: argparse.Namespace) -> Iterable[dict[str, Any]]:
    from extractor.grammar.citations import CitationContext
    from extractor.grammar.references import find_references

    context = CitationContext(symbol=args.paper) if args.paper else None
    for one in find_references(data.decode("utf-8-sig", errors="replace"), context, everything=args.all):
        yield {
            "kind": one.kind,
            "symbol": one.symbol,
            "owner": one.owner,
            "number": one.number,
            "text": one.text,
            "locator": one.locator,
            "start": one.start,
            "end": one.end,
            "flags": sorted(one.flags),
            "url": one.url,
        }


def _of_pdf(data: bytes, args: argparse.Namespace) -> bytes:
    """The rows as JSON."""

    def work(begin: Begin) -> bytes:
        with in_haste():
            from extractor.pipeline import How, drafted

        begin()
        agenda = drafted(data, How(ocr=ocr_of(args, lambda _page: begin())), engine=args.reader)
        return json.dumps([{name: getattr(one, name) for name in _OF_PDF} for one in agenda.references]).encode()

    try:
        return one_paper(work, args)
    except AgendaError as error:
        from extractor.source import name_of

        error.where = name_of(args.file)
        raise
