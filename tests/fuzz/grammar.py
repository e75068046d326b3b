"""The readers of text: whatever they are given, they raise nothing undocumented and say where they found it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

#: Seconds of the processor for some ten thousand characters; a thousandth of it is usual, instrumented a hundredth.
LINEAR = 20.0
LONG = 10_000


def check(text: str) -> None:
    """Read `text` by every reader.

    Raises:
        AssertionError: a span is not where it says.
    """
    from extractor import grammar
    from extractor.grammar import numbering
    from extractor.grammar.calendar.times import find_sittings
    from extractor.grammar.places import find_places

    spanning: tuple[Callable[[str], Sequence[Any]], ...] = (
        grammar.find_symbols,
        grammar.find_citations,
        grammar.find_references,
        grammar.find_dates,
        grammar.find_times,
        find_sittings,
    )
    for read in spanning:
        for span in read(text):
            assert 0 <= span.start < span.end <= len(text), (read.__name__, span)
            assert text[span.start : span.end] == span.text, (read.__name__, span)
    for place in find_places(text):
        assert 0 <= place.start < place.end <= len(text), place
    session = grammar.find_session(text)
    if session is not None:
        assert text[session.start : session.end] == session.text, session
    for period in grammar.parse_period(text):
        assert period.days is None or period.days >= 1, period
    numbering.read_label(text)
    for parse in (grammar.parse_symbol, grammar.from_filename):
        try:
            parse(text)
        except grammar.SymbolError:
            continue
    for found in grammar.find_symbols(text):
        assert str(grammar.parse_symbol(str(found.symbol))) == str(found.symbol), found
        found.symbol.explain()
        found.symbol.filename("en")


def check_time(text: str) -> None:
    """Whether time grows with the length of the text only: many times `text` must be read in seconds."""
    from extractor import grammar

    long = text * (LONG // max(len(text), 1))
    begun = time.process_time()
    grammar.find_references(long, everything=True)
    grammar.parse_period(long)
    taken = time.process_time() - begun
    assert taken < LINEAR, f"{taken:.1f} s for {len(long)} characters"


def seeds() -> Iterator[bytes]:
    """Sentences and forms of the tests' own tables, and the texts of the samples."""
    root = Path(__file__).resolve().parents[2]
    for table in sorted((root / "tests" / "grammar").glob("*.t*")):
        lines = table.read_text("utf-8").splitlines()
        yield from ("\n".join(lines[at : at + 4]).encode() for at in range(0, len(lines), 12))
    for sample in sorted((root / "samples").glob("*.source.json")):
        yield sample.read_bytes()[:2_000]


WORDS = (
    "A/RES/", "A/C.", "E/CN.", "/Add.", "/Corr.", "/Rev.", " and ", "Part ", "(I)", "resolution ",
    "decision ", "paragraph ", "session", " January ", "2031", "Monday", "10 a.m.", "-", "/", "–",
    "to ", "rés. ", "第", "年", "月", "日", "числа ", "résolution ", "القرار ", "XXI", "S-", "ES-", "[",
    "]", "*", "\n", "\u00ad", "\u200b",
)  # fmt: skip


def load() -> tuple[Callable[[bytes], None], Iterable[bytes], Iterable[str]]:
    """Import what is fuzzed and return the target, the seeds and the words."""
    import extractor.grammar.calendar.times
    import extractor.grammar.citations
    import extractor.grammar.numbering
    import extractor.grammar.ordinals
    import extractor.grammar.places
    import extractor.grammar.references
    import extractor.grammar.symbols  # noqa: F401

    runs = 0

    def target(data: bytes) -> None:
        nonlocal runs
        runs += 1
        text = data.decode("utf-8", "surrogateescape")  # halves of surrogate pairs are in real text layers
        check(text)
        if not runs % 256:
            check_time(text[:64])

    return target, seeds(), WORDS


if __name__ == "__main__":
    from tests.fuzz.run import fuzz

    fuzz(load, sys.argv[1:])
