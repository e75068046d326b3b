"""The examples of tutorial and recipes, run in a folder like a fresh clone; and what the runner of examples finds."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.docs import blocks

#: Fewer blocks would mean that the runner has overlooked some.
LEAST = 12


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    if not shutil.which("make") or not (Path(sys.prefix) / "bin" / "activate").exists():
        pytest.skip("needs make and a virtual environment, as the reader has them")
    for library in ("datasette", "duckdb", "pandas", "pyarrow"):
        pytest.importorskip(library)
    return blocks.folder(tmp_path)


@pytest.mark.parametrize("name", ["tutorial", pytest.param("recipes", marks=pytest.mark.slow)])
def test_the_page_is_true(name: str, clone: Path) -> None:
    page = (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
    assert blocks.run(page, clone) >= LEAST


@pytest.mark.parametrize(
    ("page", "error"),
    [
        ("```sh\necho one\n```\n```text\ntwo\n```\n", "line 4 is not what is printed:\none"),
        ("```sh\necho one >&2\n```\n\n```text\none\nmore\n```\n", "line 5 is not what is printed:\none"),
        ("words\n```sh\nfalse\ntrue\n```\n", "line 2 ends with 1"),
        ("```text\nnobody printed it\n```\n", "line 1 is neither run, nor saved, nor an output"),
        ('```sql title="a.sql"\nSELECT 1\n```\n\nProse.\n\n```text\n1\n```\n', "line 7 is neither run"),
        ("<!-- run: no, -->\n```sh\nfalse\n```\n", "line 2 does not say why it is not run"),
        ("```sh\necho one; echo two; echo three\n```\n```text\none\n…\nfour\n```\n", "line 4 is not what is printed"),
    ],
)
def test_the_runner_finds_what_is_wrong(page: str, error: str, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match=error):
        blocks.run(page, tmp_path)
