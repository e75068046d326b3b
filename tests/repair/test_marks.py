"""Marks of notes that were read as signs."""

from __future__ import annotations

import pytest

from tests.rules.repair import headed


@pytest.mark.parametrize("sign", ["’", "!", ":", "?"])
def test_a_sign_behind_a_heading_is_the_mark_of_a_note_without_one(sign: str) -> None:
    assert headed(f"Programme of the week{sign}", "Hours are local.")[:2] == ["Programme of the week", "1"]


def test_signs_stay_where_more_than_one_may_be_the_mark() -> None:
    assert headed("Programme of the week?", "Ports ahead!")[:2] == ["Programme of the week?", "Ports ahead!"]


def test_signs_in_text_stay_where_sentences_end_in_them() -> None:
    texts = headed("Programme of the week", "Where will it meet?", "As follows:")
    assert texts[1:3] == ["Where will it meet?", "As follows:"]


@pytest.mark.parametrize("sign", ["?", "ª", "²", "!"])
def test_a_sign_behind_a_stop_is_a_mark(sign: str) -> None:
    texts = headed("Programme of the week", f"Keepers of remote lights.{sign}")
    assert texts[1:3] == ["Keepers of remote lights.", "1"]


def test_an_ordinal_in_spanish_stays() -> None:
    assert headed("Programme of the week", "Se celebra la 3.ª")[1] == "Se celebra la 3.ª"
