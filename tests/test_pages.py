"""Reading some pages only: said in the diagnostics, refused when it makes no sense."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor import UsageError, extract


def test_a_part_of_a_paper_says_so(sample: Path) -> None:
    whole, part = extract(sample), extract(sample, pages=[1])
    assert "source.partial" not in [note.code for note in whole.diagnostics]
    assert "source.partial" in [note.code for note in part.diagnostics]
    assert part.document.symbol == whole.document.symbol
    assert part.source.pages == whole.source.pages


@pytest.mark.parametrize("pages", [[], [0], [99]])
def test_pages_that_are_not_there(sample: Path, pages: list[int]) -> None:
    with pytest.raises(UsageError):
        extract(sample, pages=pages)


def test_a_page_asked_for_twice_is_refused(sample: Path) -> None:
    with pytest.raises(UsageError, match="page 1 is asked for twice"):
        extract(sample, pages=[2, 1, 1])
