"""Answers that are kept: once for each text, for some texts, and not for long ones."""

from __future__ import annotations

from extractor import memo
from extractor.memo import remembered

asked: list[str] = []


@remembered
def _length(text: str) -> int:
    """How long a text is."""
    asked.append(text)
    return len(text)


def test_a_text_is_asked_about_once_and_again_when_all_is_forgotten() -> None:
    _length.cache_clear()
    asked.clear()
    assert [_length("lamp"), _length("lamp"), _length("oar")] == [4, 4, 3]
    assert asked == ["lamp", "oar"]
    _length.cache_clear()
    assert _length("lamp") == 4
    assert asked == ["lamp", "oar", "lamp"]
    assert (_length.__name__, _length.__module__, _length.__doc__) == ("_length", __name__, "How long a text is.")


def test_long_texts_are_not_kept_and_no_more_than_some_others() -> None:
    _length.cache_clear()
    asked.clear()
    long = "x" * (memo._LONGEST + 1)
    assert [_length(long), _length(long)] == [len(long)] * 2
    assert asked == [long, long]
    assert len(_length) == 0
    for number in range(memo._MOST + 1):
        _length(str(number))
    assert 0 < len(_length) <= memo._MOST
