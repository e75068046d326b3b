"""The house as CONTRIBUTING draws it: every folder is named there, and no file is longer than it says."""

from __future__ import annotations

import re

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
