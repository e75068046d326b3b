"""How printed lines join to running text."""

from __future__ import annotations

import pytest

from extractor.layout.text import glue, join_lines
from tests.layout.pages import lines


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("the twenty-", "third session", "the twenty-third session"),
        ("under item 4 and sub-", "items (a) to (c)", "under item 4 and sub-items (a) to (c)"),
        ("see CTOC/COP/WG.", "9/2031/3", "see CTOC/COP/WG.9/2031/3"),
        ("contained in A/CONF.999/", "2031/2", "contained in A/CONF.999/2031/2"),
        ("as amended. The", "Board", "as amended. The Board"),
        ("in 2031.", "10 papers were issued", "in 2031. 10 papers were issued"),
        ("see https://example.org/path/", "to/page.html", "see https://example.org/path/to/page.html"),
        ("14–", "18 July", "14–18 July"),
        ("联合国会", "议开幕", "联合国会议开幕"),
    ],
)
def test_lines_join(before, after, joined):
    kept, between = glue(before, after)
    assert kept + between + after == joined


def test_marks_keep_their_place_over_lines():
    first, second = lines((100, "The session will open at 10 a.m."), (112, "in Vienna*"))
    text, marks = join_lines([first, second])
    assert text == "The session will open at 10 a.m. in Vienna"
    assert [(mark.sign, text[: mark.offset][-6:]) for mark in marks] == [("*", "Vienna")]
