"""``un-agenda search``: full-text search in a database of agendas."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from extractor.cli.child import hurried
from extractor.cli.load import add_database
from extractor.errors import ExitCode
from extractor.messages import say
from extractor.naming import decoded

if TYPE_CHECKING:
    import datetime as dt

    from extractor.store import Hit

__all__ = ["add_parser", "run"]

_EPILOG = """\
examples:
  un-agenda search 'smuggling AND "private sector"' --db un.db
  un-agenda search 'climat* NOT (budget OR budgetary)' --from 2024-01-01
  un-agenda search election --body 'Statistical Commission' --limit 5
  un-agenda search A/RES/55/25                            where a document is listed or cited
  un-agenda search review --cites A/RES/55/25 --json
  un-agenda search budget --current --from 2025 --language fr

Words beside each other must all occur; "…" is a phrase, word* a beginning; AND, OR, NOT are in capitals, brackets
group. Case and accents do not matter. Output has four columns parted by tabs, the best hit first: symbol, item, date of
the meeting, text around the words; '-' stands for nothing. Of text outside the items, the second column has its role:
text, timetable, footnote, masthead and so on.
"""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the verb's arguments."""
    parser = subparsers.add_parser(
        "search",
        help="search all that the papers of a database print",
        description="Search the titles, annotations and all other text of the agendas in a database.",
        epilog=_EPILOG,
    )
    parser.add_argument(
        "query",
        metavar="QUERY",
        nargs="?",
        type=decoded,
        help='words, "phrases", AND, OR, NOT, brackets, prefix*; or a symbol (may be left out with --cites)',
    )
    add_database(parser)
    parser.add_argument(
        "--body", metavar="NAME", type=decoded, help="only this body: a part of its name, or its symbol prefix"
    )
    kinds = ("annotated_agenda", "agenda", "annotations", "organization_of_work", "list_of_documents", "other")
    parser.add_argument("--kind", choices=kinds, metavar="KIND", help="only papers of this kind: " + ", ".join(kinds))
    parser.add_argument("--language", metavar="CODE", type=decoded, help="only papers in this language, such as fr")
    parser.add_argument(
        "--current", action="store_true", help="leave out papers of which a revision in the same language is loaded"
    )
    parser.add_argument(
        "--from",
        metavar="DATE",
        type=_first_day,
        dest="first",
        help="only meetings that last to this day or longer, such as 2031-06-27, 2031-06 or 2031",
    )
    parser.add_argument(
        "--to", metavar="DATE", type=_last_day, dest="last", help="only meetings that begin by this day, month or year"
    )
    parser.add_argument("--cites", metavar="SYMBOL", type=decoded, help="only papers that cite or list this document")
    parser.add_argument("--limit", metavar="N", type=_count, default=20, help="how many hits (default: %(default)s)")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:7]) <= 100_000 and len(text) < 7):
        raise argparse.ArgumentTypeError(f"{text[:20]!r} is not a number from 1 to 100000")
    return int(text)


def _day(text: str) -> list[int]:
    import datetime as dt

    parts = text.split("-")
    widths = [len(part) for part in parts if part.isascii() and part.isdigit()]
    try:
        if widths != [4, 2, 2][: len(parts)]:
            raise ValueError
        dt.date.fromisoformat("-".join([*parts, "01", "01"][:3]))
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"not a date: {text[:40]!r}; write it as 2031-06-27, 2031-06 or 2031"
        ) from None
    return [int(part) for part in parts]


def _first_day(text: str) -> dt.date:
    import datetime as dt

    return dt.date(*[*_day(text), 1, 1][:3])


def _last_day(text: str) -> dt.date:
    import calendar
    import datetime as dt

    year, month, day = [*_day(text), 12, 0][:3] if text.count("-") == 0 else [*_day(text), 0][:3]
    return dt.date(year, month, day or calendar.monthrange(year, month)[1])


def run(args: argparse.Namespace) -> int:
    """Search the database ``args.db`` and write one line a hit."""
    import json

    from extractor.errors import UsageError
    from extractor.writing import write

    if args.query is None and args.cites is None:
        raise UsageError("there is nothing to search for", where="search", hint="Give words, or --cites SYMBOL.")
    with hurried():
        from extractor.store import open_store, search
    with open_store(args.db, create=False) as store:
        hits = search(
            store,
            args.query,
            body=args.body,
            kind=args.kind,
            language=args.language,
            current=args.current,
            first=args.first,
            last=args.last,
            cites=args.cites,
            limit=args.limit,
        )
    if args.json:
        lines = [json.dumps(_as_json(hit), ensure_ascii=False) for hit in hits]
    else:
        lines = [
            "\t".join(_cell(cell) for cell in (hit.symbol, hit.item or hit.role, hit.date, hit.snippet)) for hit in hits
        ]
    write("".join(line + "\n" for line in lines), None)
    if not hits:
        say("nothing found")
        return ExitCode.NONE_FOUND
    return ExitCode.DONE


def _as_json(hit: Hit) -> dict[str, object]:
    return {
        "symbol": hit.symbol,
        "language": hit.language,
        "item": hit.item,
        "title": hit.title,
        "body": hit.body,
        "date": hit.date.isoformat() if hit.date else None,
        "snippet": hit.snippet,
        "score": round(hit.score, 6),
        "document_id": hit.document_id,
        "item_id": hit.item_id,
        "role": hit.role,
    }


def _cell(value: object) -> str:
    """A cell of one line: titles may hold line breaks and the escapes of terminals."""
    text = " ".join(str(value).split()) if value else "-"
    return "".join(char if char.isprintable() else "\ufffd" for char in text)
