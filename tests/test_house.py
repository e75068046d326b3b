"""The house as CONTRIBUTING draws it: every folder is named there, and no file is longer than it says."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.conftest import ROOT

CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_no_file_is_too_long() -> None:
    (limit,) = re.findall(r"no file has more than (\d+) lines", CONTRIBUTING)
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for folder in ("extractor", "tools", "benchmarks")
        for path in (ROOT / folder).rglob("*.py")
    }
    assert len(lengths) > 200
    assert {path: lines for path, lines in lengths.items() if lines > int(limit)} == {}


def test_every_folder_has_its_row() -> None:
    rows = re.findall(r"^\| (`.*) \|", CONTRIBUTING, re.M)
    named = set(re.findall(r"`extractor/(\w+)/`", "\n".join(rows)))
    there = {path.name for path in (ROOT / "extractor").iterdir() if (path / "__init__.py").exists()}
    assert named == there


def test_every_path_that_it_names_is_there() -> None:
    paths = re.findall(r"`((?:extractor|tests|tools|docs|samples)/[\w./]+)`", CONTRIBUTING)
    assert len(paths) > 20
    assert [path for path in paths if not re.search(r"NAME|CODE", path) and not (ROOT / path).exists()] == []


#: Counts, halves, signs of a rounding: what needs no name. Then the hours of a clock and the days of a month and week.
PLAIN = {0, 1, 2, 3, 4, 0.5, -1} | {5, 12, 24, 28, 60}
#: Bits of a colour, places in an alphabet.
FACTS = {"extractor/layout/spans/watermarks.py": {8, 16, 255}, "extractor/repair/sequences.py": {96},
         "extractor/repair/words.py": {25}}  # fmt: skip
#: The width of a slice that finds the cell at a place.
FACTS["extractor/structure/agenda/table.py"] = {0.1}


def _bare(function: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[float]:
    """The numbers in the body of a function that are no indexes."""
    indexes = {
        id(inner) for node in ast.walk(function) if isinstance(node, ast.Subscript) for inner in ast.walk(node.slice)
    }
    for statement in function.body:
        for node in ast.walk(statement):
            if isinstance(node, ast.Constant) and type(node.value) in (int, float) and id(node) not in indexes:
                yield node.value


def test_thresholds_have_names() -> None:
    found: list[str] = []
    for folder in ("layout", "structure", "repair"):
        for path in (ROOT / "extractor" / folder).rglob("*.py"):
            name = str(path.relative_to(ROOT))
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                    numbers = set(_bare(node)) - PLAIN - FACTS.get(name, set())
                    found += [f"{name}: {node.name}: {number}" for number in numbers]
    assert found == []
