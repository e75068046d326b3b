"""Lists set as tables, and codes at the right of their lines (families F5 and F6)."""

from __future__ import annotations

from extractor.layout.blocks.find import blocks_of
from extractor.layout.blocks.metrics import measure
from extractor.layout.lines.rows import lines_of
from extractor.structure.agenda.table import unfold
from tests.layout.pages import page, span


def read(*spans):
    lines = lines_of(page(spans))
    measures = measure(lines)
    done = unfold(blocks_of(lines, {}, measures), measures)
    return [(block.text, [d.symbols for d in done.beside.get(block, [])]) for block in done.blocks]


def test_dates_and_papers_beside_the_items():
    found = read(
        span("Agenda item", 62, 100, 8, italic=True),
        span("Proposed dates", 276, 100, 8, italic=True),
        span("Documentation", 400, 100, 8, italic=True),
        span("1. Opening of the session.", 62, 120, 9),
        span("Monday, 8 July, 10 a.m.", 276, 120, 9),
        span("2. Adoption of the agenda.", 62, 134, 9),
        span("Annotated agenda:", 400, 134, 9),
        span("A/CN.9/1062", 400, 145, 9),
        span("3. Finalization of a practice guide", 62, 159, 9),
        span("Tuesday, 9 July", 276, 159, 9),
        span("Draft guide: A/CN.9/1082", 400, 159, 9),
        span("to the Model Law.", 62, 170, 9),
        span("and Add.1", 400, 170, 9),
    )
    assert ("1. Opening of the session.", []) in found
    assert ("2. Adoption of the agenda.", [["A/CN.9/1062"]]) in found
    assert ("3. Finalization of a practice guide to the Model Law.", [["A/CN.9/1082", "A/CN.9/1082/Add.1"]]) in found


def test_codes_at_the_right_of_the_lines():
    found = read(
        span("1.", 100, 100),
        span("Adoption of the agenda.", 124, 100),
        span("TRADE/WP.4/110", 440, 100),
        span("2.", 100, 118),
        span("Migration of the standards.", 124, 118),
        span("TRADE/R.650", 440, 118),
        span("TRADE/R.651", 440, 130),
        span("3.", 100, 148),
        span("Other business.", 124, 148),
    )
    assert found[:3] == [
        ("1. Adoption of the agenda.", [["TRADE/WP.4/110"]]),
        ("2. Migration of the standards.", [["TRADE/R.650"], ["TRADE/R.651"]]),
        ("3. Other business.", []),
    ]


def test_numbered_documents_are_no_list_of_items():
    spans = []
    for n in range(1, 5):
        spans += [
            span(f"{n}.", 100, 80 + 20 * n),
            span(f"A/99/{n}0 Report", 124, 80 + 20 * n),
            span("Issued", 400, 80 + 20 * n),
        ]
    assert len(read(*spans)) == 1


def test_an_addendum_on_a_line_of_its_own_goes_with_its_paper():
    found = read(
        span("Item", 62, 100, 8, italic=True),
        span("Title", 110, 100, 8, italic=True),
        span("Documents", 400, 100, 8, italic=True),
        span("1", 62, 120, 9),
        span("Opening of the session", 110, 120, 9),
        span("A/CN.9/1062", 400, 120, 9),
        span("A/CN.9/1062/Add.1", 400, 131, 9),
        span("A/CN.9/1063", 400, 142, 9),
        span("2", 62, 160, 9),
        span("Adoption of the agenda", 110, 160, 9),
        span("A/CN.9/1061", 400, 160, 9),
    )
    papers = [symbols for _, symbols in found if symbols]
    assert papers == [[["A/CN.9/1062", "A/CN.9/1062/Add.1"], ["A/CN.9/1063"]], [["A/CN.9/1061"]]]
