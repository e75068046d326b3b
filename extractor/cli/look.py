"""``un-agenda look``: what each stage made of a page, one line a thing, and a picture of it."""

from __future__ import annotations

import argparse
import os

from extractor.cli.child import Begin, limited
from extractor.cli.options import add_reader
from extractor.cli.reading import add_limits
from extractor.errors import AgendaError, ExitCode
from extractor.messages import aside, say

__all__ = ["STAGES", "add_parser", "run"]

#: Those of `extractor.looking.model`, which is not imported for the help: it would load the engines.
STAGES = ("spans", "tags", "lines", "blocks", "tables", "masthead", "timetable")
_EPILOG = """\
examples:
  un-agenda look agenda.pdf --page 2
  un-agenda look agenda.pdf --stage lines | grep furniture
  un-agenda look agenda.pdf --page 2 --stage blocks --png page2.png

stages:
  spans      runs of text in one font, as the reading engine hands them on
  tags       tables, cells, labels, notes and headings, as the file has them
  lines      printed lines, and those set aside: running heads, feet, footnotes
  blocks     paragraphs, headings, list entries and tables, with their items
  tables     tables, their rows and cells
  masthead   its box, and the rows of bodies, session, dates and title below it
  timetable  the columns, dates, times and entries of timetables

A line has the page, the box (left, top, right, bottom in points from the top
left corner), what the thing was taken for, the name of the rule that decided
('-' for none), and the beginning of the text. A rule stands in the code of its
stage under its name, and says what it is for.
"""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the verb's arguments."""
    parser = subparsers.add_parser(
        "look",
        help="show what each stage made of a page, and by which rules",
        description="Show what a stage made of a paper, one line a thing, with the rule that decided.",
        epilog=_EPILOG,
    )
    parser.add_argument("file", metavar="FILE", help="the PDF, '-' for standard input")
    parser.add_argument("--page", type=_page, metavar="N", help="show this page only (default: all)")
    parser.add_argument(
        "--stage", choices=STAGES, default="blocks", metavar="STAGE", help="which stage to show (default: blocks)"
    )
    parser.add_argument(
        "--png", metavar="OUT", help="also draw the boxes over the page (--page, or the first) and write the picture"
    )
    add_reader(parser, both=False, old_name=True)
    add_limits(parser)


def run(args: argparse.Namespace) -> int:
    """Print what the stage made of ``args.file``, and write the picture where one is asked for."""
    import logging

    from extractor.source import load, name_of
    from extractor.writing import write, write_all

    def work(begin: Begin) -> bytes:
        if not args.debug:
            logging.disable(logging.CRITICAL)
        from extractor.looking.look import look

        data = load(args.file).data
        begin()
        view = look(data, args.stage, args.page, png=args.png is not None, engine=args.reader)
        return b"\0".join((view.text.encode(), view.png))  # the text has no such byte

    try:
        if not args.in_process and hasattr(os, "fork"):
            found = limited(work, args.timeout, args.memory, debug=args.debug)
        else:
            with aside():
                found = work(lambda: None)
    except AgendaError as error:
        error.where = error.where or name_of(args.file)
        raise
    text, _, picture = found.partition(b"\0")
    if not text:
        say(f"{name_of(args.file)}: the stage {args.stage} has nothing to show")
    if args.png is not None:
        write_all([picture], args.png)
    write(text.decode(), None)
    return ExitCode.DONE


def _page(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < len(text) <= 6 and int(text)):
        raise argparse.ArgumentTypeError(f"{text!r} is not a page number, counted from 1")
    return int(text)
