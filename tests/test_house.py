"""The house as CONTRIBUTING draws it: every folder is named there, and no file is longer than it says."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.conftest import ROOT, parsed

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


#: Signatures that a library asks for: pdfminer's devices.
FORCED = {"render_char"}
#: What PDFium says of one text object, in the order in which it is cheap to ask: calls to parts of it would cost time.
LONG = {"extractor/reading/pdfium/objects.py:_text"}


def test_no_function_is_too_long_or_takes_too_much() -> None:
    """Sixty lines, and six arguments by their place; options by their name are not counted."""
    found, seen = [], 0
    for path in sorted((ROOT / "extractor").rglob("*.py")):
        if "migrations" in path.parts:
            continue
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.FunctionDef):
                seen += 1
                name = f"{path.relative_to(ROOT)}:{node.name}"
                names = [one.arg for one in (*node.args.posonlyargs, *node.args.args) if one.arg not in ("self", "cls")]
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if (lines > 60 and name not in LONG) or (len(names) > 6 and node.name not in FORCED):
                    found.append(f"{name}: {lines} lines, {len(names)} arguments")
    assert seen > 4000
    assert found == []


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
#: The other numbers of clocks and calendars, and the base of numerals.
PLAIN |= {23, 59, 30, 31} | {9, 10, 100, 1000}
#: Bits of a colour, places in an alphabet.
FACTS = {"extractor/layout/spans/watermarks.py": {8, 16, 255}, "extractor/repair/sequences.py": {96},
         "extractor/repair/words.py": {25}}  # fmt: skip
#: The width of a slice that finds the cell at a place.
FACTS["extractor/structure/agenda/table.py"] = {0.1}
#: Quarters of an hour, years of thirteen months that no date reaches; the values and names of numerals.
FACTS |= {"extractor/grammar/calendar/clock.py": {11, 15}, "extractor/grammar/calendar/resolve.py": {13},
          "extractor/grammar/numbering.py": {40, 50, 90, 400, 500, 900}, "extractor/grammar/ordinals.py": {20, 80},
          "extractor/grammar/symbols/classify.py": {50}}  # fmt: skip
#: The blocks of Unicode whose letters have accents, and those of shaped Arabic letters.
FACTS["extractor/grammar/calendar/fold.py"] = {0x41, 0x5B, 0xC0, 0x250, 0x370, 0x530, 0x1E00, 0x1F00} | {
    0xFB50, 0xFE00, 0xFE70, 0xFEFF
}  # fmt: skip
FACTS["extractor/reading/shared/fonts.py"] = {0xF000}
#: Places in the arrays of PDFium, colours, units of fonts, quarters of a circle, and the number of the space.
FACTS |= {"extractor/reading/pdfium/links.py": {8}, "extractor/reading/pdfium/objects.py": {6, 8, 16, 255},
          "extractor/reading/pdfium/ink.py": {8, 16, 0xFF, 0xFFFFFFFF},
          "extractor/reading/plumber/engine.py": {0.001, 0.01, 8, 16, 32, 90, 180, 255, 270, 360}}  # fmt: skip
#: Points of an inch, neighbours of a pixel, shades of grey and their middle, shares of a hundred; the end of a range.
FACTS |= {"extractor/reading/ocr/engine.py": {72, 255, 1_000_000}, "extractor/reading/ocr/votes.py": {100.0},
          "extractor/reading/ocr/picture.py": {0.01, 8, 72, 255}, "extractor/reading/ocr/ppocr.py": {25, 127.5},
          "extractor/reading/ocr/runs.py": {8}, "extractor/reading/ocr/sweep.py": {8},
          "extractor/reading/ocr/tesseract.py": {300}}  # fmt: skip


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
    for folder in ("grammar", "layout", "structure", "reading", "repair"):
        for path in (ROOT / "extractor" / folder).rglob("*.py"):
            name = str(path.relative_to(ROOT))
            for node in ast.walk(parsed(path)):
                if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                    numbers = set(_bare(node)) - PLAIN - FACTS.get(name, set())
                    found += [f"{name}: {node.name}: {number}" for number in numbers]
    assert found == []
