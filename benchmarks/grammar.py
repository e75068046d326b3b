"""The grammar's speed beside a plain regex scan, and the calendar beside dateparser on the same strings.

The first table times every ``find_*`` over a megabyte of prose, once with a reference or date in every sentence and
once with one in ten. In the second the strings are the single dates and the ranges of
``tests/grammar/calendar_dates.txt``; dateparser is given the language and reference date for each, and knows no ranges,
so that it is also counted on single dates alone.

usage: python -m benchmarks.grammar
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from extractor.grammar import find_citations, find_references, find_symbols
from extractor.grammar.calendar import CalendarContext, Period, find_dates, find_times

# The target: a megabyte in less than a second.
MEGABYTES_A_SECOND = 1.0
TABLE = Path(__file__).parents[1] / "tests" / "grammar" / "calendar_dates.txt"
CONTEXT = CalendarContext(periods=(Period(date(2022, 6, 27), date(2022, 7, 1)),))
SECTIONS = {"French": "fr", "Spanish": "es", "Russian": "ru", "Chinese": "zh", "Arabic": "ar"}
PLAIN = (
    "Members spoke at length about the matters that the bureau had set out in its letter to the parties, and thanked "
    "the secretariat for the note that it had made for them. Others asked for more time. "
)
PROSE = (
    "The Committee will have before it the report on the work of its bureau, in accordance with resolution 58/4 of "
    "23 December 2003, and may wish to take note of it. Delegations are asked to keep their statements short and to "
    "send them to the secretariat in good time. The session is held in Vienna from 27 to 28 June 2022, and meetings "
    "run from 10 a.m. to 1 p.m. Under item 3 (a) members may comment (A/80/12 and Corr.1; E/2025/15). "
)


def strings() -> list[tuple[str, str, str]]:
    """(language, text, expected) of the rows that expect exactly one span of days."""
    language, found = "en", []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            language = next((code for name, code in SECTIONS.items() if name in line), "en")
        elif "|" in line:
            text, expected = (cell.strip() for cell in line.rsplit("|", 1))
            if re.fullmatch(r"[\d-]{10}(?:\.\.[\d-]{10})?", expected):
                found.append((language, text, expected))
    return found


def ours(text: str) -> list[str]:
    """What the grammar finds."""
    spans = [span for span in find_dates(text, CONTEXT) if span.first]
    return [str(span.first) if span.first == span.last else f"{span.first}..{span.last}" for span in spans]


def theirs(language: str, text: str) -> list[str]:
    """What dateparser finds."""
    from dateparser.search import search_dates

    found = search_dates(
        text, languages=[language], settings={"RELATIVE_BASE": datetime(2022, 6, 1), "DATE_ORDER": "DMY"}
    )
    return [str(moment.date()) for _, moment in found or []]


def side_by_side() -> list[str]:
    """The grammar and dateparser on the same strings."""
    every = strings()
    single = [row for row in every if ".." not in row[2]]
    theirs("en", "1 May 2020")
    ours("1 May 2020 上午10时")
    lines = [f"{'strings':<22}{'reader':<14}{'right':>12}{'ms each':>10}"]
    for name, rows in (("single dates", single), ("dates and ranges", every)):
        for reader in ("grammar", "dateparser"):
            start = time.perf_counter()
            right = sum(
                (ours(text) if reader == "grammar" else theirs(code, text)) == [expected]
                for code, text, expected in rows
            )
            spent = (time.perf_counter() - start) / len(rows) * 1000
            lines.append(f"{name:<22}{reader:<14}{right:>5} of {len(rows):>3}{spent:>10.3f}")
    return lines


def speed(size: int = 1_000_000) -> list[tuple[str, float, float]]:
    """``(reader, MB/s with one sentence in ten, MB/s with every sentence)``, the plain regex scan last."""
    scan = re.compile(r"\b\d{1,2} [A-Z][a-z]+ \d{4}\b|\b[A-Z]+(?:/[A-Za-z0-9.]+)+")
    readers: tuple[tuple[str, Callable[[str], object]], ...] = (
        ("find_symbols", find_symbols),
        ("find_citations", find_citations),
        ("find_references", find_references),
        ("find_dates", find_dates),
        ("find_times", find_times),
        ("plain regex scan", scan.findall),
    )
    rows = []
    for name, read in readers:
        rates = []
        for piece in (PROSE + PLAIN * 14, PROSE):
            text = (piece * (size // len(piece) + 1))[:size]
            read(text[:2000])
            start = time.perf_counter()
            read(text)
            rates.append(size / 1e6 / (time.perf_counter() - start))
        rows.append((name, rates[0], rates[1]))
    return rows


def main() -> int:
    """Print both tables."""
    rows = speed()
    print(f"{'reader':<22}{'sparse':>14}{'dense':>14}")
    for name, sparse, dense in rows:
        print(f"{name:<22}{sparse:>9.2f} MB/s{dense:>9.2f} MB/s")
    met = all(sparse >= MEGABYTES_A_SECOND for _, sparse, _ in rows)
    print(f"target: a megabyte of prose in less than a second each: {'met' if met else 'NOT MET'}")
    print()
    for line in side_by_side():
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
