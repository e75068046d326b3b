"""Recognised pages that are kept: the same page comes back, and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.reading.ocr.cache import PageCache
from extractor.reading.ocr.languages import Language
from extractor.reading.page import Page, Recognised, Rule, Span

PAGE = Page(
    2,
    595.28,
    841.89,
    spans=[Span("Tides of 2031", 100.1, 92.8, 160.3, 102.2, 100.0, 10.5, "ocr", bold=True)],
    rules=[Rule(60, 45, 533, 46)],
    images=[(0.0, 0.0, 595.28, 841.89)],
    engine="ocr",
    recognised=Recognised("a reader", 96.5, 3, 0.4, (((100.1, 92.8, 120.0, 102.2), "Tides", 61.0),)),
    text_layer="ocr",
)
ENGLISH = Language("latin", ("eng",))


def test_a_page_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    PageCache(str(tmp_path), b"%PDF-1", "en", "1").put(PAGE, ENGLISH)
    assert PageCache(str(tmp_path), b"%PDF-1", "en", "1").get(2) == (PAGE, ENGLISH)


@pytest.mark.parametrize(
    ("data", "asked", "number"), [(b"%PDF-2", "en", 2), (b"%PDF-1", "fr", 2), (b"%PDF-1", "en", 1)]
)
def test_a_page_of_another_file_language_or_number_is_not_taken(
    tmp_path: Path, data: bytes, asked: str, number: int
) -> None:
    PageCache(str(tmp_path), b"%PDF-1", "en").put(PAGE, ENGLISH)
    assert PageCache(str(tmp_path), data, asked).get(number) is None


@pytest.mark.parametrize("content", [b"", b"{}", b'{"page": {"number": 2}, "script": "latin", "codes": []}', b"\xff"])
def test_a_damaged_entry_is_read_anew(tmp_path: Path, content: bytes) -> None:
    cache = PageCache(str(tmp_path), b"%PDF-1")
    cache.put(PAGE, ENGLISH)
    (kept,) = tmp_path.rglob("*.page")
    kept.write_bytes(content)
    assert cache.get(2) is None


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "pages").write_text("a file stands where the folder should")
    cache = PageCache(str(tmp_path / "pages"), b"%PDF-1")
    cache.put(PAGE, ENGLISH)
    assert cache.get(2) is None
