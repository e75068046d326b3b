"""Symbols in running text: the hand-written sentences, the flags, the offsets, the time."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.grammar import find_symbols
from tests.each import each
from tests.grammar.table import rows
from tests.grammar.timing import check_growth

ROWS = [[*row, ""][:3] for row in rows("symbols.tsv")]


@each(ROWS)
def test_the_sentences(language: str, sentence: str, expected: str) -> None:
    found = find_symbols(sentence)
    assert [str(span.symbol) for span in found] == [text.replace("|", " ") for text in expected.split()]
    for span in found:
        assert sentence[span.start : span.end] == span.text


def test_the_table_covers_the_six_languages() -> None:
    assert {row[0] for row in ROWS} == {"en", "fr", "es", "ru", "zh", "ar"}


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("A/77/100 and Corr.1", [set(), {"elliptic"}]),
        ("A/77/100/Add.1-2", [{"range"}, {"range"}]),
        ("A/77/100, Add.1-2", [set(), {"elliptic", "range"}, {"elliptic", "range"}]),
        ("A/79/975-E/2025/82", [{"joint"}, {"joint"}]),
        ("E/2018/22E/C.12/2017/3", [{"glued"}, {"glued"}]),
        ("E/C.12/2005/318 July 2005", [{"glued"}]),
        ("CEDAW /C/2010/I/L.1", [{"repaired"}]),
        ("A/RESI71/280", [{"repaired"}]),
        ("CTOC/COP/WG.\n7/2022/3", [{"broken"}]),
        ("DP/2025/1*", [{"reissued"}]),
        ("ZZZ/WG.1/2024/1", [{"unregistered"}]),
    ],
)
def test_flags(text: str, flags: list[set[str]]) -> None:
    assert [set(span.flags) for span in find_symbols(text)] == flags


def test_offsets_of_a_list() -> None:
    text = "see A/77/100, Add.1-3 and Corr.2."
    assert [(span.text, str(span.symbol)) for span in find_symbols(text)] == [
        ("A/77/100", "A/77/100"),
        ("Add.1-3", "A/77/100/Add.1"),
        ("Add.1-3", "A/77/100/Add.2"),
        ("Add.1-3", "A/77/100/Add.3"),
        ("Corr.2", "A/77/100/Corr.2"),
    ]


PIECES = [
    "A/80/150",
    "E/2025/1",
    " and Add.1-4",
    ", 44",
    "\n",
    " – ",
    "S/2025/1/Corr.1",
    "(Part I)",
    "*",
    "http://x/A/80/1",
    "A/",
    "/",
    "Add.",
    "18 July 2005",
    "CEDAW /C/1",
    "号",
    "و",
    "\u200f",
    "A/RES/31/16 A and B",
    "UNEP/MED IG.24/2",
    "\x00",
    "A/80/__",
    "RESI7/2",
    "Ej4004",
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=12).map("".join))
def test_offsets_point_at_the_text_and_spans_are_in_order(text: str) -> None:
    before = (0, 0)
    for span in find_symbols(text):
        assert text[span.start : span.end] == span.text
        assert span.start < span.end
        assert span.start >= before[1] or (span.start, span.end) == before
        before = (span.start, span.end)


HOSTILE = [
    "A/",
    "A.",
    "A.A",
    "A/80/150 ",
    "A/80/150",
    "(",
    "A-",
    "/",
    "A/\n",
    " A",
    "E/CN.",
    "Add.1, ",
    "S/2000/40/Add.39, 44, ",
    "X/1-",
    "A&",
    "http://",
    "@a",
    "1(A)",
    "A/80/150(",
    "A/80/1 (Part I",
    "1 EX/",
    "A1/2 ",
    "E/C\n",
    "A/80/20 25/",
    "CCPR / C / ",
    "A\x00/",
    "a@",
    "مA/1/",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_with_the_length_only(unit: str) -> None:
    check_growth(find_symbols, unit)


PROSE = """the Committee noted that delegations might wish to meet and/or write before 12/05/2025 at 10/00 hours in
room S-1520 or A/B of the building, on HIV/AIDS, UNDP/UNFPA matters, the 2018/19 biennium, 3/4 of members, TCP/IP and
ISO/IEC 27001, km/h, CO2/kg, N/A, 24/7 support, his/her views, c/o the desk, representative(s), 1958/1997 Agreements,
the A4/A5 sizes, vol. 520/2, I/O ports, résolution, A.1, B.2/C, P-5/D-1 posts, GS/OL staff, UN-Women/UNICEF, EU/2016
trade, AND/OR, Q1/Q2 figures, 5/6 votes, U/S of A, A/C units, b/w, A/V equipment in E/F wings, S/N 12345, ratio
100/1000, ABC/12, lot E/12 and T/C tests, WP/TP"""
WORDS = PROSE.split()


def test_prose_without_symbols_has_none() -> None:
    """Twenty pages of prose made of everything that looks like a symbol and is none."""
    choose = random.Random(20).choice
    pages = [" ".join(choose(WORDS) for _ in range(500)) for _ in range(20)]
    assert [span.text for page in pages for span in find_symbols(page)] == []


def test_a_manual_of_another_trade_has_none() -> None:
    """Two hundred real pages full of slashes, dots and capitals: the reference of Python, which comes with Python."""
    from pydoc_data.topics import topics

    text = "\n".join(topics.values())
    assert len(text) > 200_000
    assert [span.text for span in find_symbols(text)] == []


def test_a_supplement_behind_a_joining_word_is_one_of_the_report() -> None:
    """The reports of boards have supplements as others have addenda."""
    found = [str(span.symbol) for span in find_symbols("Report of the Board (E/INCB/2033/1 and Supp.1)")]
    assert found == ["E/INCB/2033/1", "E/INCB/2033/1/Supp.1"]


def test_agency_symbols_keep_a_modification_in_brackets():
    text = "See GB.399/INS/3(Rev.1), (GB.399/PFA/2(Add.2)), GB.399/INS/4 (Corr. 1) and GB.399/INS/5 (revised)."
    found = [(str(span.symbol), span.text) for span in find_symbols(text)]
    assert found == [
        ("GB.399/INS/3(Rev.1)", "GB.399/INS/3(Rev.1)"),
        ("GB.399/PFA/2(Add.2)", "GB.399/PFA/2(Add.2)"),
        ("GB.399/INS/4(Corr.1)", "GB.399/INS/4 (Corr. 1)"),
        ("GB.399/INS/5", "GB.399/INS/5"),
    ]


def test_agency_symbols_close_behind_one_another():
    text = "for decision (CL 199/9; CL 199/10) and GB.399/INS/1, GB.399/PFA/2/1"
    found = [str(span.symbol) for span in find_symbols(text)]
    assert found == ["CL 199/9", "CL 199/10", "GB.399/INS/1", "GB.399/PFA/2/1"]
