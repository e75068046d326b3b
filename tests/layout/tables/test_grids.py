"""Grids: tables of each kind, with cells that reach over several rows and columns."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.layout.blocks.find import blocks_of
from extractor.layout.blocks.metrics import measure
from extractor.layout.lines.rows import lines_of
from extractor.layout.tables.pieces import cut, printed_lines
from extractor.layout.tables.regions import drawn_grids
from extractor.layout.tables.strokes import Joint, Stroke, joint_edges, strokes_of
from extractor.reading.page import Rule, Span
from tests.layout.pages import page, span
from tests.rules.layout_grids import flat, grids, row, upright


def tables(spans: Iterable[Span], rules: list[Rule]) -> list[list[list[str]]]:
    """The tables of the text of a page."""
    lines = lines_of(page(spans, rules=rules))
    found = [block.table for block in blocks_of(lines, {1: rules}, measure(lines)) if block.table]
    return [[[one.text(at) for at in range(len(table.columns))] for one in table.rows] for table in found]


def test_days_across_and_hours_down_with_a_cell_over_two_days():
    drawn = [*flat(90, 110, 130, 150, x1=420), *upright(100, 180, 260, 420, bottom=150)]
    drawn += [*upright(340, top=90, bottom=110), *upright(340, top=130, bottom=150)]
    days = (104, 184, 264, 344)
    (found,) = grids(
        row(104, "Hour", "Monday", "Tuesday", "Friday", at=days),
        row(124, "10 a.m.", "Ports", "Lights of the quays", at=(104, 184, 300)),
        row(144, "3 p.m.", "Bays", "Locks", "Closing", at=days),
        rules=drawn,
    )
    assert found == [
        ["Hour", "Monday", "Tuesday", "Friday"],
        ["10 a.m.", "Ports", "Lights of the quays", "Lights of the quays"],
        ["3 p.m.", "Bays", "Locks", "Closing"],
    ]


def test_a_day_beside_the_rows_of_its_hours():
    drawn = [*flat(90, 130, 150, x1=360), *flat(110, x0=180, x1=360), *upright(100, 180, 260, 360, bottom=150)]
    spans = [
        *row(108, "Monday", at=(104,)),
        *row(104, "10 a.m.", "Ports", at=(184, 264)),
        *row(124, "3 p.m.", "Bays", at=(184, 264)),
        *row(144, "Tuesday", "10 a.m.", "Locks", at=(104, 184, 264)),
    ]
    assert tables(spans, drawn) == [
        [["Monday", "10 a.m.", "Ports"], ["", "3 p.m.", "Bays"], ["Tuesday", "10 a.m.", "Locks"]]
    ]


def test_words_of_one_run_are_cut_at_a_border():
    drawn = [*flat(90, 110, 130, x1=360), *upright(100, 200, 360)]
    spans = [span("Lights of the estuary lit by night", 104, 104), *row(124, "Quays", "open")]
    (grid,) = drawn_grids(lines_of(page(spans, rules=drawn)), drawn)
    assert [cell.text for cell in grid.cells] == ["Lights of the estuary", "lit by night", "Quays", "open"]


def test_text_beside_a_table_leaves_no_table_of_other_lines():
    drawn = [*flat(90, 110, 130, x1=260), *upright(100, 180, 260)]
    beside = [
        *row(104, "Quays", "open", "The Committee will have before it the report", at=(104, 184, 300)),
        *row(124, "Bays", "shut", "of the Bureau on all of its ports and lights", at=(104, 184, 300)),
    ]
    lines = lines_of(page(beside, rules=drawn))
    (grid,) = drawn_grids(lines, drawn)
    assert [cell.text for cell in grid.cells] == ["Quays", "open", "Bays", "shut"]


def test_a_head_over_two_columns_is_not_cut_where_its_borders_do_not_meet():
    lower = [one for y in (110, 130, 150) for one in (*flat(y, x1=180), *flat(y, x0=181, x1=220), *flat(y, x0=221))]
    (found,) = grids(
        row(104, "Hour", "Item and programme", at=(104, 184)),
        row(124, "9 a.m.", "1", "Quays", at=(104, 184, 224)),
        row(144, "3 p.m.", "2", "Bays", at=(104, 184, 224)),
        rules=[*flat(90, x1=180), *flat(90, x0=181), *flat(110, x1=180), *flat(110, x0=181), *lower[3:]],
    )
    assert found[0] == ["Hour", "Item and programme", "Item and programme"]
    assert found[1:] == [["9 a.m.", "1", "Quays"], ["3 p.m.", "2", "Bays"]]


def test_pieces_that_touch_are_one_stroke_and_ticks_are_none():
    drawn = [Rule(60, 100, 120, 100.5), Rule(122, 100.5, 200, 101), Rule(60, 140, 64, 140.5)]
    strokes = strokes_of(drawn)
    assert [(round(one.start), round(one.end)) for one in strokes.flat] == [(60, 200)]
    assert [round(joint.x) for joint in strokes.joints] == [121]


def test_borders_must_meet_at_two_heights_to_be_an_edge():
    assert joint_edges([Joint(200, 90)]) == []
    assert joint_edges([Joint(200, 90), Joint(202, 110)]) == [201]


def test_how_much_of_a_stretch_a_stroke_runs_along():
    assert Stroke(100, 60, 200).over(150, 300) == 50


def test_a_piece_without_a_space_in_reach_stays_whole():
    (line,) = printed_lines(lines_of(page([span("Lighthouses along the coast", 104, 104)])))
    assert cut(line.pieces[0], 120, 120, 5) == [line.pieces[0]]


def test_squared_paper_is_no_table():
    paper = [*flat(*range(100, 700, 4), x1=700), *upright(*range(100, 700, 4), top=100, bottom=700)]
    lines = lines_of(page([*row(108, "Quays", "open"), *row(124, "Bays", "shut")], rules=paper))
    assert drawn_grids(lines, paper) == []


def test_a_bullet_is_of_one_piece_with_its_text():
    (line,) = printed_lines(lines_of(page([span("\u2022", 104, 104), span("Quays", 124, 104)])))
    assert [piece.text for piece in line.pieces] == ["\u2022 Quays"]
