"""``un-agenda symbol``: document symbols taken apart, as JSON."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from extractor.errors import ExitCode
from extractor.naming import decoded

if TYPE_CHECKING:
    from extractor.grammar.symbols import Symbol

__all__ = ["add_parser", "run"]

_EPILOG = """\
examples:
  un-agenda symbol A/80/150
  un-agenda symbol 'A/77/100 and Corr.1' --explain
  un-agenda symbol 'CEDAW/C/BLZ/5-9' 'S/RES/1373 (2001)'

Each TEXT is one symbol, or holds several; lists and ranges are spelled out. A text without a symbol gives an object
with "error", and exit code 2.
"""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the verb's arguments."""
    parser = subparsers.add_parser(
        "symbol",
        help="take document symbols apart",
        description="Print the elements of document symbols as JSON: one array, one object a symbol.",
        epilog=_EPILOG,
    )
    parser.add_argument("text", metavar="TEXT", nargs="+", type=decoded, help="a symbol, or text that holds symbols")
    parser.add_argument("--explain", action="store_true", help="add a sentence that says what the symbol means")
    parser.add_argument(
        "--language",
        choices=("ar", "zh", "en", "fr", "ru", "es"),
        default="en",
        help="language of the address and the file name (default: en)",
    )


def run(args: argparse.Namespace) -> int:
    """Write one JSON array."""
    import json

    from extractor.messages import say
    from extractor.writing import write

    rows: list[dict[str, Any]] = []
    code = ExitCode.DONE
    for text in args.text:
        symbols, reason = _read(text)
        if reason is not None:
            rows.append({"text": text, "error": reason})
            say(f"{reason}. Give a symbol such as A/80/150.")
            code = ExitCode.USAGE
        rows += [_row(text, symbol, args.language, explain=args.explain) for symbol in symbols]
    write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n", None)
    return code


def _read(text: str) -> tuple[list[Symbol], str | None]:
    from extractor.grammar.symbols import SymbolError, find_symbols, parse_symbol

    found = find_symbols(text)
    if any("range" in span.flags for span in found):
        return [span.symbol for span in found], None  # `Add.1-3` is three papers
    try:
        return [parse_symbol(text)], None
    except SymbolError as error:
        return [span.symbol for span in found], None if found else str(error)


def _row(text: str, symbol: Symbol, language: str, *, explain: bool) -> dict[str, Any]:
    body = symbol.body
    row: dict[str, Any] = {
        "text": text,
        "symbol": str(symbol),
        "organ": symbol.organ,
        "bodies": list(symbol.bodies),
        "session": symbol.session,
        "year": symbol.year,
        "country": symbol.country,
        "nature": symbol.nature,
        "cycle": list(symbol.cycle),
        "number": symbol.number,
        "numbers": list(symbol.numbers),
        "modifications": list(symbol.modifications),
        "reissued": symbol.reissued,
        "joint": [str(part) for part in symbol.joint],
        "components": [{"kind": part.kind, "text": part.text} for part in symbol.components],
        "body": None
        if body is None
        else {
            "prefix": body.prefix,
            "name": body.name,
            "parent": body.parent,
            "seat": body.seat,
            "timezone": body.timezone,
            "certainty": body.certainty,
        },
        "url": symbol.url(language),
        "filename": symbol.filename(language),
    }
    if explain:
        row["explanation"] = symbol.explain()
    return row
