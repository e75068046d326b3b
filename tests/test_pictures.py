"""The picture of the documentation shows what it says."""

from __future__ import annotations

from extractor import extract
from tools.grammar_docs_tables import ROOT
from tools.pictures import PAGE, PAPER, PICTURE, REVIEW, things_of


def test_the_picture_has_each_block_of_its_page_and_each_reference() -> None:
    agenda = extract(ROOT / "samples" / PAPER)
    labels = [thing.label for thing in things_of(agenda, PAGE)]
    assert {f"{block.role} {block.id}" for block in agenda.blocks if block.page == PAGE} <= set(labels)
    assert labels.count("reference") > sum(one.page == PAGE for one in agenda.references) > 0, (
        "one runs over a line end"
    )


def test_the_pages_show_them() -> None:
    for picture, page in ((PICTURE, "schema.md"), (REVIEW, "review.md")):
        assert (ROOT / "docs" / picture).read_bytes().startswith(b"\x89PNG")
        assert f"]({picture})" in (ROOT / "docs" / page).read_text(encoding="utf-8")
