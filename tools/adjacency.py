"""How well tables are read, by adjacency relations (ICDAR 2013: Göbel, Hassan, Oro, Orsi).

A relation is a cell with text beside the next such cell to its right, or above the next such cell below it; a cell that
reaches over several rows or columns is related once to each of its neighbours, and cells without text are looked
through. Two relations are the same when both texts are and the direction is. Texts are compared without case, spaces
and special characters; a cell of special characters alone counts as one sign.

Each paper has one F1, of the relations of all its tables together: tables that are missed and tables that are made up
count as they do in the competition's complete task. The measure of a set is the mean over its papers.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

_SPECIAL = re.compile(r"[\W_]")

#: Two texts, and whether they stand side by side or one above the other.
Relation = tuple[Literal["right", "below"], str, str]
Relations = Counter[Relation]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: the first and last row and column that it reaches over, and its text as it is compared."""

    rows: tuple[int, int]
    columns: tuple[int, int]
    text: str


def cell(rows: tuple[int, int], columns: tuple[int, int], text: str) -> Cell:
    """A cell with its text as it is compared."""
    return Cell(rows, columns, _SPECIAL.sub("", text.casefold()) or ("_" if text.strip() else ""))


def relations(cells: Iterable[Cell]) -> Relations:
    """The relations of a table."""
    filled = [one for one in cells if one.text]
    grid: dict[tuple[int, int], Cell] = {}
    for one in filled:
        for row in range(one.rows[0], one.rows[1] + 1):
            for column in range(one.columns[0], one.columns[1] + 1):
                grid.setdefault((row, column), one)
    last_row = max((row for row, _ in grid), default=0)
    last_column = max((column for _, column in grid), default=0)
    found: Relations = Counter()
    for one in filled:
        beside = [
            next((grid[row, at] for at in range(one.columns[1] + 1, last_column + 1) if (row, at) in grid), None)
            for row in range(one.rows[0], one.rows[1] + 1)
        ]
        below = [
            next((grid[at, column] for at in range(one.rows[1] + 1, last_row + 1) if (at, column) in grid), None)
            for column in range(one.columns[0], one.columns[1] + 1)
        ]
        found.update(("right", one.text, other.text) for other in _once(beside))
        found.update(("below", one.text, other.text) for other in _once(below))
    return found


def _once(cells: Iterable[Cell | None]) -> list[Cell]:
    """The cells, each once."""
    return list({id(one): one for one in cells if one is not None}.values())


@dataclass(frozen=True, slots=True)
class Score:
    """How many relations are right, of how many there are and how many were found."""

    right: int
    there: int
    found: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what there is that was found."""
        return self.right / self.there if self.there else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both; 1 where there is nothing and nothing was found."""
        return 2 * self.right / (self.there + self.found) if self.there + self.found else 1.0


def score(truth: Relations, found: Relations) -> Score:
    """Found relations against true ones."""
    return Score((truth & found).total(), truth.total(), found.total())


def mean(scores: Iterable[Score]) -> float:
    """The mean F1 of papers."""
    values = [one.f1 for one in scores]
    return sum(values) / len(values) if values else 0.0


def read_truth(path: Path) -> Relations:
    """The relations of a file `NAME-str.xml` of the competition; each region is a table of its own."""
    found: Relations = Counter()
    for region in ElementTree.parse(path).getroot().iter("region"):
        found += relations(map(_cell, region.findall("cell")))
    return found


def _cell(node: ElementTree.Element) -> Cell:
    row, column = int(node.get("start-row", 0)), int(node.get("start-col", 0))
    rows, columns = (row, int(node.get("end-row", row))), (column, int(node.get("end-col", column)))
    return cell(rows, columns, node.findtext("content") or "")
