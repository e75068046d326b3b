"""What layout makes remembers the rule that made it."""

from __future__ import annotations

from extractor.layout.footnotes.take import take_footnotes
from extractor.layout.furniture import sheets_of
from extractor.rules import all_rules
from tests.layout.pages import blocks, page, paragraph, span


def test_blocks_know_the_rule_that_began_them() -> None:
    found = blocks(
        *paragraph(100),
        *paragraph(142),
        span("2.", 124, 178),
        span("Other matters", 148, 178),
        more=[[span("are contained in the annex.", 124, 100), span("3.", 124, 112), span("Closing", 148, 112)]],
    )
    assert [block.rule for block in found] == ["", "blocks.space", "blocks.label_in_a_cell", "blocks.label_in_a_cell"]


def test_tables_and_their_rows_know_their_rules() -> None:
    (block,) = blocks(
        *(span(text, x0, 100 + 18 * n) for n in range(3) for text, x0 in (("Harbours", 124), ("open", 300)))
    )
    assert block.table is not None
    assert block.table.rule == "tables.same_edge"
    assert [row.rule for row in block.table.rows] == ["", "rows.gap", "rows.gap"]


def test_what_is_set_aside_knows_its_rule() -> None:
    spans = [*paragraph(200), span("* To be issued.", 110, 702, 8.5), span("2/9", 500, 760)]
    (sheet,), (note,) = take_footnotes(sheets_of([page(spans)]), 10.0)
    assert [line.rule for line in sheet.foot] == ["furniture.page_number"]
    assert [line.rule for line in sheet.notes] == ["footnotes.small_type"]
    assert note.rule == "footnotes.star"
    assert {"furniture.page_number", "footnotes.small_type", "footnotes.star"} < all_rules().keys()
