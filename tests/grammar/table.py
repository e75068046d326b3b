"""Reading the hand-written tables of sentences."""

from __future__ import annotations

import pathlib

HERE = pathlib.Path(__file__).parent


def rows(name: str) -> list[list[str]]:
    """The rows of a table beside this file; ``\\n`` in a cell is a line break, lines with ``#`` are remarks."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [
        [cell.replace("\\n", "\n") for cell in line.split("\t")] for line in lines if line and not line.startswith("#")
    ]
