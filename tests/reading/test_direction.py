"""English pages of a file that is leafed through from the right keep the order of their words."""

from __future__ import annotations

from extractor.pipeline import extract
from tests.hostile.pdf import paper


def test_words_of_a_file_that_turns_from_the_right_are_in_order() -> None:
    alone = extract(paper())
    turned = extract(paper(catalogue=b"/ViewerPreferences << /Direction /R2L >>"))
    assert " " in (turned.items[0].title or "")
    assert [item.title for item in turned.items] == [item.title for item in alone.items]
    assert [block.text for block in turned.blocks or ()] == [block.text for block in alone.blocks or ()]
