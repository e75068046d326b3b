"""Rules of pages that are set along their long side."""

from __future__ import annotations

from extractor.layout.quarter import upright
from extractor.records import replace
from tests.layout.pages import page, span
from tests.rules.case import Case

CASES = {
    "page.quarter": Case(
        lambda: (
            upright(
                page([replace(span("Quays and lights. " * 8, 100, 400, 8), top=100.0, x1=110.0, bottom=700.0)])
            ).turned
        ),
        "up",
    ),
}
