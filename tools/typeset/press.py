"""Typst -> PDF, in this process, the same bytes each time."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from tools.typeset.paper import Paper

_HOUSE = Path(__file__).with_name("house.typ")
_TIMESTAMP = 1893456000  # 1 January 2030: papers of our own making come from no real day


@cache
def _workshop() -> tuple[Any, Path, Any]:
    """Typst, and a temporary folder that holds the house style for as long as this process lives."""
    import typst

    folder = tempfile.TemporaryDirectory(prefix="typeset-")
    root = Path(folder.name)
    (root / "house.typ").write_text(_HOUSE.read_text(encoding="utf-8"), encoding="utf-8")
    main = root / "main.typ"
    main.write_text("", encoding="utf-8")
    return typst, main, folder


def press(source: dict[str, Any]) -> bytes:
    """The PDF of a source."""
    return press_code(Paper(source).code())


def press_code(code: str) -> bytes:
    """The PDF of Typst code. Fonts are those that Typst carries, so that every machine prints the same."""
    typst, main, _ = _workshop()
    main.write_text(code, encoding="utf-8")
    pdf = typst.compile(str(main), root=str(main.parent), ignore_system_fonts=True, format="pdf", timestamp=_TIMESTAMP)
    return bytes(pdf)
