"""Tables: columns by drawn borders or by shared edges, rows by borders or gaps."""

from __future__ import annotations

import pytest

from extractor.layout.blocks.find import blocks_of
from extractor.layout.blocks.metrics import measure
from extractor.layout.lines.rows import lines_of
from extractor.reading.page import Rule
from tests.layout.pages import page, span


def tables(*spans, rules=()):
    lines = lines_of(page(spans, 1, rules))
    return [b.table for b in blocks_of(lines, {1: list(rules)}, measure(lines)) if b.table]


def rows(table):
    return [[row.text(column) for column in range(len(table.columns))] for row in table.rows]


def test_two_columns_without_borders():
    (table,) = tables(
        span("Provisional agenda", 124, 100),
        span("A/AC.999/2031/L.1", 340, 100),
        span("Draft report of the Committee on its", 124, 124),
        span("A/AC.999/2031/L.2", 340, 124),
        span("2031 session", 124, 136),
        span("List of participants", 124, 160),
        span("A/AC.999/2031/INF/1", 340, 160),
    )
    assert rows(table) == [
        ["Provisional agenda", "A/AC.999/2031/L.1"],
        ["Draft report of the Committee on its 2031 session", "A/AC.999/2031/L.2"],
        ["List of participants", "A/AC.999/2031/INF/1"],
    ]


def test_a_bold_heading_with_its_label_left_of_the_rows_ends_a_table():
    one, two = tables(
        span("ECE/QUAY/2031/1 (Netherlands)", 124, 100), span("Chapters 2 and 3", 400, 100),
        span("ECE/QUAY/2031/2 (Germany)", 124, 118), span("Batteries of tugs", 400, 118),
        span("(b)", 100, 140, bold=True), span("Other proposals", 124, 140, bold=True),
        span("ECE/QUAY/2031/3 (Sweden)", 124, 160), span("Instructions", 400, 160),
        span("ECE/QUAY/2031/4 (Norway)", 124, 178), span("Sirens", 400, 178),
    )  # fmt: skip
    assert [row[1] for row in rows(one)] == ["Chapters 2 and 3", "Batteries of tugs"]
    assert [row[1] for row in rows(two)] == ["Instructions", "Sirens"]


@pytest.mark.parametrize(
    "heading",
    [
        [span("4.", 124, 136, bold=True), span("Training of pilots", 148, 136, bold=True)],
        [span("Item 4. Training of pilots", 124, 136, bold=True)],
    ],
    ids=["number", "item"],
)
def test_a_bold_heading_with_its_label_at_the_edge_of_rows_without_labels_ends_a_table(heading):
    """The next item of the annotations stands at the edge of the papers of the one before it."""
    one, two = tables(
        span("A/AC.999/2031/2", 124, 100), span("Dues in small ports", 300, 100),
        span("A/AC.999/2031/3", 124, 115), span("Dues of islands", 300, 115),
        *heading,
        span("A/AC.999/2031/4", 124, 157), span("Pilots: a survey", 300, 157),
        span("A/AC.999/2031/5", 124, 172), span("List of schools", 300, 172),
    )  # fmt: skip
    assert [row[1] for row in rows(one)] == ["Dues in small ports", "Dues of islands"]
    assert [row[1] for row in rows(two)] == ["Pilots: a survey", "List of schools"]


def test_borders_give_columns_even_to_a_single_row():
    borders = [Rule(x0, y, x1, y + 0.5) for y in (90, 110, 150) for x0, x1 in ((110, 230), (231, 390), (391, 480))]
    (table,) = tables(
        span("Document title", 116, 102, 8),
        span("Document symbol", 241, 102, 8),
        span("Mandate and terms", 116, 124, 8),
        span("of reference", 116, 134, 8),
        span("ECE/XX/2031/15", 240, 129, 8),
        span("For information", 397, 129, 8),
        rules=borders,
    )
    assert rows(table)[1] == ["Mandate and terms of reference", "ECE/XX/2031/15", "For information"]


def test_prose_between_two_tables_belongs_to_neither():
    def borders(*heights):
        return [Rule(x0, y, x1, y + 0.5) for y in heights for x0, x1 in ((110, 230), (231, 480))]

    found = tables(
        span("Draft agenda", 116, 104, 8),
        span("ECE/XX/2031/1", 241, 104, 8),
        span("Draft programme", 116, 124, 8),
        span("ECE/XX/2031/2", 241, 124, 8),
        span("The secretariat will present the draft agenda for adoption by the Plenary at its session.", 113, 150),
        span("Draft report", 116, 204, 8),
        span("ECE/XX/2031/3", 241, 204, 8),
        span("Draft decision", 116, 224, 8),
        span("ECE/XX/2031/4", 241, 224, 8),
        rules=borders(90, 110, 130, 190, 210, 230),
    )
    assert [rows(table) for table in found] == [
        [["Draft agenda", "ECE/XX/2031/1"], ["Draft programme", "ECE/XX/2031/2"]],
        [["Draft report", "ECE/XX/2031/3"], ["Draft decision", "ECE/XX/2031/4"]],
    ]


def test_labels_of_a_list_make_no_table():
    assert not tables(
        *[
            s
            for n in range(4)
            for s in (span(f"{n + 1}.", 124, 100 + 18 * n), span("Other matters.", 148, 100 + 18 * n))
        ]
    )


def test_running_text_is_no_table():
    text = "The Working Group may wish to discuss challenges in investigating the subject,"
    assert not tables(*[span(text, 124, 100 + 12 * n) for n in range(6)])
