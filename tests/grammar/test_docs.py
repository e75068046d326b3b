"""The page of the grammar shows all that the tests know (that it is fresh is tested in ``tests/docs``)."""

from __future__ import annotations

from tests.conftest import ROOT
from tools.grammar_docs_tables import cell, lines


def test_every_form_of_the_tables_is_on_the_page() -> None:
    text = (ROOT / "docs" / "grammar.md").read_text(encoding="utf-8")
    for name in ("Symbols", "Citations", "Dates", "Times", "Periods", "Places", "Sessions"):
        assert f"\n## {name}\n" in text
    for line in lines("calendar_dates.txt") + lines("calendar_times.txt"):
        if "|" in line and not line.startswith("# "):
            assert f"| {cell(line.rsplit('|', 1)[0].strip())} |" in text
