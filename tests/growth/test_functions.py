"""The time of the functions that meet text of papers grows with its length, not with a power of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor import grammar
from extractor.layout.hyphens import Vocabulary, breaks_word
from extractor.layout.text import SOFT, glue, run_on
from extractor.structure.agenda import titles
from extractor.structure.documents.entry import split_codes
from extractor.structure.language import running_language
from extractor.structure.masthead.item_line import item_line
from extractor.structure.timetable import item_numbers, phrases
from extractor.structure.timetable import words as timetable
from extractor.structure.timetable.entries import is_codes
from extractor.structure.vocabulary import is_heading, is_prose, is_purpose_line, is_whole, says
from tests.growth.measure import MOST, PAIRS, PARTS, exponent

Call = Callable[[str], object]


def _or_error(call: Call) -> Call:
    def tried(text: str) -> object:
        try:
            return call(text)
        except grammar.SymbolError as error:
            return error

    return tried


def _lines(text: str) -> list[str]:
    return [text[at : at + 8] for at in range(0, len(text), 8)]


CALLS: dict[str, Call] = {
    name: getattr(grammar, name) for name in grammar.__all__ if name.startswith(("find_", "parse_period", "read_"))
}
CALLS |= {
    "parse_symbol": _or_error(grammar.parse_symbol),
    "from_filename": _or_error(grammar.from_filename),
    "is_heading": lambda text: is_heading(text, "agenda"),
    "says": lambda text: says(text, "before_it"),
    "is_whole": lambda text: is_whole(text, "sentences", "none"),
    "is_prose": is_prose,
    "is_purpose_line": is_purpose_line,
    "clean_title": titles.clean_title,
    "alike": lambda text: titles.alike(text, text[:-1] + "b"),
    "item_suffix": titles.item_suffix().search,
    "is_codes": is_codes,
    "is_codes, a word behind": lambda text: is_codes(text + " Lunch"),
    "is_codes, a word before": lambda text: is_codes("Lunch " + text),
    "is_clockwork": timetable.is_clockwork,
    "take_continued": phrases.take_continued,
    "is_marked": lambda text: phrases.is_marked(text, "headings"),
    "without_count": timetable.without_count,
    "after_clock": timetable.after_clock,
    "leading_items": item_numbers.leading_items,
    "mentioned_items": item_numbers.mentioned_items,
    "trailing_items": item_numbers.trailing_items,
    "item_line": lambda text: item_line("Item 1 " + text),
    "split_codes": lambda text: split_codes(text, []),
    "breaks_word": lambda text: breaks_word(text + "-", "ab", Vocabulary([])),
    "glue": lambda text: glue(text + ".", "1"),
    "run_on": lambda text: run_on(_lines(text)),
    "run_on, soft hyphens": lambda text: run_on([line + SOFT for line in _lines(text)]),
    "running_language": lambda text: running_language([text]),
}


@pytest.mark.parametrize("name", CALLS)
def test_a_repeated_part_takes_linear_time(name: str) -> None:
    grown = {part: exponent(CALLS[name], part, 4_000) for part in PARTS}
    assert {part: power for part, power in grown.items() if power > MOST} == {}


@pytest.mark.slow
@pytest.mark.parametrize("name", CALLS)
def test_long_texts_of_parts_and_pairs_take_linear_time(name: str) -> None:
    grown = {part: exponent(CALLS[name], part, 64_000) for part in (*PARTS, *PAIRS)}
    assert {part: power for part, power in grown.items() if power > MOST} == {}
