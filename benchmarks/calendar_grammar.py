"""The calendar grammar and dateparser side by side on the same strings: how many each reads right, and how long
it takes.

Run: ``python benchmarks/calendar_grammar.py``. The strings are the single dates and the ranges of
``tests/grammar/calendar_dates.txt``. dateparser is given the language and reference date for each; it knows no
ranges, so that it is also counted on single dates alone.
"""

from __future__ import annotations

import re
import time
from datetime import date, datetime
from pathlib import Path

from extractor.grammar.calendar import CalendarContext, Period, find_dates, find_times

TABLE = Path(__file__).parents[1] / "tests" / "grammar" / "calendar_dates.txt"
CONTEXT = CalendarContext(periods=(Period(date(2022, 6, 27), date(2022, 7, 1)),))
SECTIONS = {"French": "fr", "Spanish": "es", "Russian": "ru", "Chinese": "zh", "Arabic": "ar"}
PROSE = (
    "The Committee will have before it the report on the work of its bureau, in accordance with resolution 58/4 of "
    "23 December 2003, and may wish to take note of it. Delegations are asked to keep their statements short and to "
    "send them to the secretariat in good time. The session is held in Vienna from 27 to 28 June 2022, and meetings "
    "run from 10 a.m. to 1 p.m. Under item 3 (a) members may comment. "
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
    spans = [span for span in find_dates(text, CONTEXT) if span.first]
    return [str(span.first) if span.first == span.last else f"{span.first}..{span.last}" for span in spans]


def theirs(language: str, text: str) -> list[str]:
    from dateparser.search import search_dates

    found = search_dates(
        text, languages=[language], settings={"RELATIVE_BASE": datetime(2022, 6, 1), "DATE_ORDER": "DMY"}
    )
    return [str(moment.date()) for _, moment in found or []]


def main() -> None:
    table = strings()
    single = [row for row in table if ".." not in row[2]]
    theirs("en", "1 May 2020")
    ours("1 May 2020 上午10时")
    find_times("10 a.m.")
    print(f"{'strings':<22}{'reader':<14}{'right':>12}{'ms each':>10}")
    for name, rows in (("single dates", single), ("dates and ranges", table)):
        for reader in ("grammar", "dateparser"):
            start = time.perf_counter()
            right = sum(
                (ours(text) if reader == "grammar" else theirs(code, text)) == [expected]
                for code, text, expected in rows
            )
            spent = (time.perf_counter() - start) / len(rows) * 1000
            print(f"{name:<22}{reader:<14}{right:>5} of {len(rows):>3}{spent:>10.3f}")
    text = (PROSE * (1_000_000 // len(PROSE) + 1))[:1_000_000]
    scan = re.compile(r"\b\d{1,2} [A-Z][a-z]+ \d{4}\b")
    readers = (("find_dates", find_dates), ("find_times", find_times), ("plain regex scan", scan.findall))
    for name, read in readers:
        start = time.perf_counter()
        read(text)
        print(f"{name:<22}{1 / (time.perf_counter() - start):>8.2f} MB/s")


if __name__ == "__main__":
    main()
