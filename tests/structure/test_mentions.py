"""Mentions: numbers that stand bare in a table are known by the head of their column; what is one mention is whole."""

from __future__ import annotations

import pytest

from extractor.grammar.citations import CitationContext
from extractor.layout.arrange import arrange
from extractor.structure.mentions import mentions, printed_symbols
from extractor.structure.recognise import recognise
from tests.layout.pages import page, span

CONTEXT = CitationContext("Special Committee on Quays", "General Assembly", "A/AC.999/2031/L.1", "en")


def cited(head: str, *rows: tuple[str, str, str]) -> list[tuple[str, str, str | None]]:
    spans = [span("The resolutions and decisions that concern the quays are listed below.", 124, 160)]
    spans += [span("Territory", 124, 200, 7), span(head, 330, 200, 7), span("Adopted on", 420, 200, 7)]
    for n, (name, number, date) in enumerate(rows, 1):
        spans += [span(name, 124, 204 + 20 * n), span(number, 330, 204 + 20 * n), span(date, 420, 204 + 20 * n)]
    spans.append(span("The Committee may wish to take them into account.", 124, 230 + 20 * len(rows)))
    passages = recognise(arrange([page(spans)])).passages
    return [(m.kind, m.text, m.symbol) for m in mentions(passages, CONTEXT, "en")]


@pytest.mark.parametrize("head", ["Resolution", "Resolution number", "Numéro de la résolution", "Номер резолюции"])
def test_a_column_of_resolutions(head):
    rows = [("North Quay", "85/94", "4 December 2030"), ("Old Harbour", "85/95 A and B", "7 December 2030")]
    assert cited(head, *rows) == [
        ("resolution", "85/94", "A/RES/85/94"),
        ("resolution", "85/95 A", "A/RES/85/95A"),
        ("resolution", "B", "A/RES/85/95B"),
    ]


def test_a_column_of_decisions_with_one_row():
    assert cited("Decision number", ("North Quay", "85/521", "4 December 2030")) == [
        ("decision", "85/521", "A/DEC/85/521")
    ]


def test_numbers_below_another_head_are_none():
    rows = [("North Quay", "85/94", "4 December 2030"), ("Old Harbour", "85/95", "7 December 2030")]
    assert cited("Berths/cranes", *rows) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see A/85/7–E/2030/9.", {"A/85/7": "A/85/7–E/2030/9", "E/2030/9": "A/85/7–E/2030/9"}),
        (
            "UNEP/CHW.19/15–UNEP/FAO/RC/COP.15/14–UNEP/POPS/COP.14/17",
            dict.fromkeys(
                ("UNEP/CHW.19/15", "UNEP/FAO/RC/COP.15/14", "UNEP/POPS/COP.14/17"),
                "UNEP/CHW.19/15–UNEP/FAO/RC/COP.15/14–UNEP/POPS/COP.14/17",
            ),
        ),
        (
            "A/85/7–E/2030/9, A/85/8–E/2030/10",
            {
                "A/85/7": "A/85/7–E/2030/9",
                "E/2030/9": "A/85/7–E/2030/9",
                "A/85/8": "A/85/8–E/2030/10",
                "E/2030/10": "A/85/8–E/2030/10",
            },
        ),
        ("A/85/7 and Add.1", {"A/85/7": "A/85/7", "A/85/7/Add.1": "Add.1"}),
    ],
)
def test_each_half_of_a_joint_symbol_stands_where_the_whole_does(text, expected):
    assert {str(one.symbol): text[start:end] for one, (start, end) in printed_symbols(text)} == expected


def test_each_number_of_a_range_stands_where_the_range_does():
    text = "The Committee adopted resolutions 85/11–85/13 on quays, and it may wish to look at them once more."
    passages = recognise(arrange([page([span(text, 72, 160)])])).passages
    assert [(m.number, m.text) for m in mentions(passages, CONTEXT, "en")] == [
        ("85/11", "resolutions 85/11–85/13"),
        ("85/12", "resolutions 85/11–85/13"),
        ("85/13", "resolutions 85/11–85/13"),
    ]
