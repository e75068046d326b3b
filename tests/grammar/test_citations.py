"""Resolutions, decisions and the other citations: the hand-written sentences, owners, locators, offsets, time."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.grammar import CitationContext, find_citations, find_references
from tests.each import each
from tests.grammar.table import rows
from tests.grammar.timing import check_growth

ROWS = rows("citations.tsv")


@each(ROWS)
def test_the_sentences(language: str, sentence: str, paper: str, expected: str) -> None:
    context = None if paper == "-" else CitationContext(symbol=paper, language=language)
    found = find_citations(sentence, context)
    wanted = [] if expected == "-" else expected.split(" ; ")
    shown = []
    for one, text in zip(found, [*wanted, *[""] * len(found)], strict=False):
        line = f"{one.kind} {one.number}"
        if " = " in text:
            line += f" = {one.symbol}"
        if " @ " in text:
            assert one.symbol is None
            line += f" @ {one.owner}"
        shown.append(line)
        assert sentence[one.start : one.end] == one.text
    assert shown == wanted


def test_the_tables_hold_enough_sentences_in_the_six_languages() -> None:
    """Whole sentences alone, each read by hand; the strings of the calendar's two lists come on top of them."""
    sentences = Counter(
        row[0] for name in ("citations.tsv", "symbols.tsv", "calendar_sentences.tsv") for row in rows(name)
    )
    assert sum(sentences.values()) >= 300
    assert set(sentences) == {"en", "fr", "es", "ru", "zh", "ar"}
    assert min(sentences.values()) >= 25


def owner(text: str, **context: str) -> str | None:
    found = [
        one
        for one in find_citations(text, CitationContext(**context) if context else None)
        if one.kind in ("resolution", "decision")
    ]
    return found[0].owner if found else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("General Assembly resolution 60/251", "General Assembly"),
        ("The General Assembly met. It was tired. See resolution 12/3.", None),
        ("The Assembly noted that resolution 55/25 had been read.", "General Assembly"),
        ("By resolution 1373 (2001) it acted.", "Security Council"),
        ("In its resolution 55/61, the General Assembly asked for more.", "General Assembly"),
        ("The Human Rights Council recalled resolution 5/1.", "Human Rights Council"),
        ("Economic and Social Council decision 2021/245", "Economic and Social Council"),
        ("The Security Council and, in its resolution 55/61, the General Assembly agreed.", "General Assembly"),
    ],
)
def test_owner_without_a_paper(text: str, name: str | None) -> None:
    assert owner(text) == name


def test_owner_from_the_paper() -> None:
    assert owner("decision 2024/24", symbol="DP/2025/1") == "Executive Board of UNDP, UNFPA and UNOPS"
    assert owner("decision 2024/224", symbol="E/2025/1") == "Economic and Social Council"
    assert owner("decision 2024/24", symbol="E/2025/1") is None
    assert owner("resolution 5/1", symbol="A/HRC/60/1") == "Human Rights Council"
    assert owner("resolution 60/251", symbol="A/HRC/60/1") == "General Assembly"
    assert owner("Council resolution 5/1", symbol="A/HRC/WG.6/20/1") == "Human Rights Council"
    assert owner("Council decision 2021/245", symbol="E/CN.7/2022/1") == "Economic and Social Council"
    name = "Conference of the States Parties to a Convention"
    assert owner("Conference resolution 3/1", body="Working Group", organ=name) == name
    assert owner("resolution 3/1", body="Working Group", organ=name) == name


def test_locators_are_kept() -> None:
    def locators(text: str) -> list[str | None]:
        return [one.locator for one in find_citations(text)]

    assert locators("General Assembly resolution 55/25, annex I") == ["annex I"]
    assert locators("(decision XII/26, para. 2(b))") == ["para. 2(b)"]
    assert locators("paragraph 17 (a) of annex II to Assembly resolution 2837 (XXVI)") == [
        "paragraph 17 (a) of annex II"
    ]
    assert locators("rule 3, paragraph 2, of the rules of procedure") == ["paragraph 2"]


def test_instruments_of_articles_and_rules() -> None:
    found = find_citations("Articles 16 and 17 of the Covenant; rule 23.1 of the rules of procedure")
    assert [(one.kind, one.number, one.owner) for one in found] == [
        ("article", "16", "Covenant"),
        ("article", "17", "Covenant"),
        ("rule", "23.1", "rules of procedure"),
    ]


def test_offsets_of_a_list() -> None:
    text = "under resolutions 48/264 and 43/222 A to C"
    assert [(one.text, one.number) for one in find_citations(text)] == [
        ("resolutions 48/264", "48/264"),
        ("43/222 A to C", "43/222 A"),
        ("43/222 A to C", "43/222 B"),
        ("43/222 A to C", "43/222 C"),
    ]


def test_references_hold_symbols_and_citations() -> None:
    text = "See A/80/1, resolution 55/25 of the General Assembly, S/PRST/2013/2 and article 4."
    found = find_references(text)
    assert [(one.kind, one.symbol) for one in found] == [
        ("document", "A/80/1"),
        ("resolution", "A/RES/55/25"),
        ("statement", "S/PRST/2013/2"),
    ]
    assert find_references(text, everything=True)[-1].kind == "article"
    assert found[0].url == "https://undocs.org/A/80/1"


PIECES = [
    "resolution ",
    "resolutions ",
    "decision ",
    "55/25",
    "2200 A (XXI)",
    "1373 (2001)",
    " and ",
    ", ",
    "General Assembly ",
    "annex I",
    "A to E",
    "第",
    "号决议",
    "48/264",
    "قرار ",
    "article 4",
    "A/RES/70/1",
    "S/PRST/2013/2",
    "its ",
    "\n",
    ". ",
    "1/CP.21",
    "BC-15/3",
    "paragraph 2 of ",
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=14).map("".join))
def test_offsets_point_at_the_text(text: str) -> None:
    start = 0
    for one in find_citations(text, CitationContext(symbol="E/CN.7/2025/1")):
        assert text[one.start : one.end] == one.text
        assert one.start >= start
        start = one.start


HOSTILE = [
    "resolution 55/25 ",
    "resolution ",
    "resolutions 55/25, ",
    "1/",
    "II/",
    "General Assembly ",
    "paragraph 1 ",
    "Council ",
    "第48/264号决议",
    "第",
    "大会",
    "قرار ",
    "1 (",
    "resolution 55/25, annex I, para. 1, ",
    "item 1 and 2 ",
    "Article 1, ",
    "para. ",
    "of the ",
    "decision",
    "43/222 A to ",
    "the Assembly, in its resolution 3/4, ",
    "article 1 of the A of ",
    "Executive Board of UNDP ",
    "第1",
    "\n",
    "A",
    "9",
    ", entitled “",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_with_the_length_only(unit: str) -> None:
    check_growth(find_citations, unit)
