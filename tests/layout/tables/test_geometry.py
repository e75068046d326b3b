"""Columns and borders: one geometry, with the tolerances that its user passes."""

from __future__ import annotations

from extractor.layout.tables.geometry import (
    GridSettings,
    borders,
    chains,
    column_of,
    distinct,
    free_edges,
    levels,
    ruled_edges,
    shared_edges,
)
from extractor.reading.page import Rule

GRID = GridSettings(aligned=4.0, apart=8.0, slack=8.0, level=3.0, gap=8.0, doubled=4.0)


def flat(top: float, *ends: tuple[float, float]) -> list[Rule]:
    """Horizontal rules at one height."""
    return [Rule(x0, top, x1, top + 0.5) for x0, x1 in ends]


def cells(*edges: tuple[float, float]) -> list[Rule]:
    """A row of stretches; any object with two edges will do."""
    return [Rule(x0, 0, x1, 1) for x0, x1 in edges]


def test_rules_of_nearly_one_height_are_one_border() -> None:
    drawn = [*flat(100, (60, 200)), *flat(102, (201, 300)), *flat(110, (60, 300)), *flat(120, (60, 64))]
    assert [[rule.x0 for rule in level] for level in levels(drawn, GRID)] == [[60, 201], [60]]


def test_a_gap_parts_two_tables_and_a_border_drawn_twice_counts_once() -> None:
    (level,) = levels(flat(100, (60, 150), (61, 150), (151, 200), (260, 300)), GRID)
    assert [[rule.x0 for rule in chain] for chain in chains(level, GRID)] == [[60, 151], [260]]


def test_places_closer_than_a_column_are_one() -> None:
    assert distinct([130, 60, 64, 68.5], 8.0) == [60, 68.5, 130]


def test_columns_from_borders_side_by_side() -> None:
    drawn = [*flat(100, (60, 150), (151, 300)), *flat(140, (60, 300)), *flat(600, (60, 80), (81, 300))]
    assert ruled_edges(drawn, 90, 200, GRID) == [60, 151]


def test_columns_from_upright_rules() -> None:
    upright = [Rule(x0, 100, x0 + 0.5, 300) for x0 in (60, 150, 300)]
    assert ruled_edges(upright, 90, 200, GRID) == [60, 150, 300]
    assert ruled_edges(upright[:2], 90, 200, GRID) == []


def test_a_shared_edge_drifts_left_only_where_its_user_says_so() -> None:
    rows = [(0, cells((120, 150))), (1, cells((117, 150))), (2, cells((114, 150)))]
    assert shared_edges(rows, GRID) == [(120, [0, 1]), (114, [2])]
    assert shared_edges(rows, GridSettings(aligned=4.0, leftmost=True)) == [(114, [0, 1, 2])]


def test_columns_without_borders_need_two_rows_and_little_across() -> None:
    rows = [cells((60, 100), (150, 200)), cells((60, 110), (152, 190)), cells((60, 90), (300, 320))]
    assert free_edges(rows, GRID) == [60, 150]
    wide = cells((60, 320))
    assert free_edges([*rows, wide, wide, wide], GRID) == [60]


def test_what_begins_a_little_left_of_an_edge_stands_in_its_column() -> None:
    assert [column_of(x0, [60, 150], GRID) for x0 in (20, 60, 141, 143, 200)] == [0, 0, 0, 1, 1]


def test_borders_over_the_middle_of_a_column() -> None:
    drawn = [*flat(100, (60, 300)), *flat(101, (60, 300)), *flat(140, (60, 120)), *flat(180, (150, 300))]
    assert borders(drawn, 150, 250, GRID) == [100, 180]
