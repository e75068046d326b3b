"""The registry of diagnostics: its codes are fit for the contract, each is used, and nothing goes past it."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from typing import get_args

import pytest

from extractor import diagnostics, extract
from extractor.diagnostics import CODES, Code, Note
from extractor.diagnostics.model import register
from extractor.model import Severity
from tests.conftest import ROOT, sample_pdfs
from tests.each import each

NAMED = {name: one for name, one in vars(diagnostics).items() if isinstance(one, Code)}


def modules() -> Iterator[str]:
    """The text of every other module of the package."""
    for path in sorted((ROOT / "extractor").rglob("*.py")):
        if path.parent.name != "diagnostics":
            yield path.read_text(encoding="utf-8")


@each(CODES)
def test_a_code_is_fit_for_the_contract(code: str) -> None:
    one = CODES[code]
    assert re.fullmatch(r"[a-z0-9_]+(\.[a-z0-9_]+)+", code)
    assert one.severity in get_args(Severity)
    for text in (one.meaning, one.advice):
        assert text.endswith("."), text
        assert "|" not in text, "it is a cell of a table"


def test_every_code_has_a_name_and_is_used() -> None:
    assert {one.code for one in NAMED.values()} == set(CODES)
    used = {name for text in modules() for name in re.findall(r"\b([A-Z_]+)\.note\(", text)}
    assert used == set(NAMED)


def test_nothing_makes_a_diagnostic_but_the_registry() -> None:
    assert [text for text in modules() if re.search(r"\bNote\(", text)] == []


def test_a_note_fills_the_braces_of_its_message() -> None:
    note = diagnostics.UNKNOWN_ITEM.note(3, number="{9}")
    assert note == Note(
        "schedule.unknown_item", "warning", "the timetable names item {9}, which is not on the agenda", 3
    )
    for one in NAMED.values():
        fields = {name for _, name, _, _ in string.Formatter().parse(one.message) if name is not None}
        assert one.note(**dict.fromkeys(fields, "x")).message
        if fields:
            with pytest.raises(KeyError):
                one.note()


def test_two_codes_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match=r"text\.suspect"):
        register("text.suspect", "info", "again", meaning="Twice.", advice="Nothing.")


def test_what_the_samples_give_is_registered() -> None:
    first, *rest = sample_pdfs()
    found = [one for agenda in [extract(first, pages=[1]), *map(extract, rest)] for one in agenda.diagnostics]
    assert "source.partial" in [one.code for one in found]
    assert {(one.code, one.severity) for one in found} <= {(one.code, one.severity) for one in CODES.values()}


#: What is about the whole paper, or about pages of it, has no path.
WHOLE = {
    "source.partial",
    "text.hidden",
    "text.letters_lost",
    "text.struck",
    "source.attachments",
    "text.sideways",
    "ocr.page",
    "ocr.low_confidence",
    "ocr.repaired",
    "ocr.skipped",
    "store.replaced_characters",
}


def test_each_note_that_is_about_a_part_has_its_path() -> None:
    inside = r"[^()]*"
    for _ in range(4):  # brackets within brackets
        inside = rf"(?:[^()]|\({inside}\))*"
    calls = [call for text in modules() for call in re.findall(rf"\b([A-Z_]+)\.note\(({inside})\)", text)]
    assert {name for name, _ in calls} == set(NAMED)
    assert {NAMED[name].code for name, values in calls if "path=" not in values} == WHOLE


def test_a_path_leads_to_a_value() -> None:
    for pdf in sample_pdfs():
        agenda = extract(pdf).model_dump()
        for note in agenda["diagnostics"]:
            value = agenda if note["path"] is not None else None
            for name, at in re.findall(r"([a-z_]+)|\[(\d+)\]", note["path"] or ""):
                value = value[name] if name else value[int(at)]  # a path that leads nowhere fails here
