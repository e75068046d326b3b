"""What the README shows is true: the excerpt, the verbs, the links; and the grammar examples of the page on Python."""

from __future__ import annotations

import doctest
import json
import re
from typing import Any

from tests.conftest import ROOT, SAMPLES

README = (ROOT / "README.md").read_text(encoding="utf-8")


def assert_part(part: Any, whole: Any, where: str = "$") -> None:
    """Each value of ``part`` stands in ``whole``: objects may lack keys, lists may stop early."""
    if isinstance(part, dict):
        for key, value in part.items():
            assert_part(value, whole[key], f"{where}.{key}")
    elif isinstance(part, list) and any(isinstance(value, dict) for value in part):
        for index, value in enumerate(part):
            assert_part(value, whole[index], f"{where}[{index}]")
    elif where.endswith(".bbox"):
        assert all(abs(shown - real) <= 2 for shown, real in zip(part, whole, strict=True)), where
    else:
        assert part == whole, where


def test_the_excerpt_is_real() -> None:
    from extractor import extract

    (name,) = re.findall(r"`un-agenda extract samples/(\w+\.pdf)` prints", README)
    (excerpt,) = re.findall(r"```json\n(.*?)```", README, re.S)
    assert_part(json.loads(excerpt), json.loads(extract(SAMPLES / name).to_json()))


def test_it_is_short() -> None:
    assert len(README.splitlines()) <= 130


def test_every_verb_that_it_shows_is_one() -> None:
    from extractor.cli import VERBS

    shown = set(re.findall(r"^un-agenda (\w+)", README, re.M))
    assert len(shown) >= 5
    assert shown <= set(VERBS)


def test_the_grammar_examples_are_real() -> None:
    result = doctest.testfile(str(ROOT / "docs" / "python.md"), module_relative=False)
    assert result.attempted >= 9
    assert result.failed == 0


def test_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).exists(), target
