"""The second engine under the same files: it parses in Python, so that no file can crash it, but rings can hold it."""

from __future__ import annotations

import pytest

from extractor import errors, extract
from tests.hostile import cases_content, cases_size
from tests.hostile.case import BROKEN

CASES = {**cases_size.CASES, **cases_content.CASES}
#: Cheap to read: rings, lies, junk, names. Bombs and bulk are bounded by the engine's own limits and cost seconds.
NAMES = [
    name
    for name in CASES
    if not any(word in name for word in ("million", "0,000", "tables"))
    and any(word in name for word in ("ring", "itself", "names with", "widths", "junk", "actions", "embedded", "half",
                                     "text of", "cut at", "spliced", "null", "empty", "upside", "words", "rules"))
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_ends_as_it_may(name: str) -> None:
    try:
        extract(CASES[name].build(), engine="pdfplumber")
        end = "ok"
    except errors.AgendaError as error:
        end = error.code
    assert end in {*CASES[name].ends, *BROKEN, "input.encrypted"}
