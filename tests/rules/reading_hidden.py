"""Cases of the rules that say which text of a page is hidden."""

from __future__ import annotations

from collections.abc import Callable

from tests.hostile.pdf import paper
from tests.reading.test_hidden import GROUPS, HIDDEN, NAMES, SECRET, SEEN, SWITCHES, words
from tests.rules.case import Case


def read(hidden: bytes) -> Callable[[], str]:
    """What is read of a page with a line in sight and a hidden one."""
    return lambda: words(paper(SEEN + hidden), "pdfium")


def layered() -> str:
    """What is read of a page with a line on a layer that is switched off."""
    off = b"/OC /Off BDC " + SECRET + b"EMC\n"
    return words(paper(SEEN + off, objects=GROUPS, resources=NAMES, catalogue=SWITCHES), "pdfium")


CASES: dict[str, Case] = {
    "hidden.light": Case(read(HIDDEN["white"]), "Opening of the session"),
    "hidden.ground": Case(read(HIDDEN["the colour of its ground"]), "Opening of the session"),
    "hidden.covered": Case(read(HIDDEN["under a black shape"]), "Opening of the session"),
    "hidden.clipped": Case(read(HIDDEN["clipped away"]), "Opening of the session"),
    "hidden.optional": Case(layered, "Opening of the session"),
}
