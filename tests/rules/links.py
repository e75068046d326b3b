"""The smallest text that needs each rule of the links behind its words."""

from __future__ import annotations

from tests.rules.case import Case
from tests.structure.linked import Said, said

DOCS = "https://docs.un.org/en/"
QUAYS = "the report on quays (A/85/7), and it took note of it at its third meeting"


def told(text: str, *links: tuple[str, str]) -> list[Said]:
    """The references of a line of text with links: their words and symbols, what says so, and whether it is denied."""
    return said(text, *((words, DOCS + target) for words, target in links))


CASES = {
    "links.confirms": Case(
        lambda: told(f"The Committee had {QUAYS}.", ("A/85/7", "A/85/7")), [("A/85/7", "A/85/7", "text link", False)]
    ),
    "links.parted": Case(
        lambda: told("The numbers are 41/6 and 50/18.", ("41/", "A/RES/41/6"), ("6", "A/RES/41/6")),
        [("41/6", "A/RES/41/6", "link", False)],
    ),
    "links.slipped": Case(
        lambda: told("The Committee had the report on quays before it (A/85/7).", ("quays", "A/85/7")),
        [("A/85/7", "A/85/7", "text", False)],
    ),
    "links.year": Case(
        lambda: told("The Committee had S/RES/853 before it.", ("S/RES/853", "S/RES/853(1993)")),
        [("S/RES/853", "S/RES/853(1993)", "text link", False)],
    ),
    "links.number": Case(
        lambda: told("It acted under resolution 5/1 on quays.", ("5/1", "A/HRC/RES/5/1")),
        [("resolution 5/1", "A/HRC/RES/5/1", "text link", False)],
    ),
    "links.other_document": Case(
        lambda: told(f"The Committee had {QUAYS}.", ("A/85/7", "A/84/321")), [("A/85/7", "A/85/7", "text", True)]
    ),
    "links.other_resolution": Case(
        lambda: told("It acted under General Assembly resolution 85/11 on quays.", ("85/11", "A/RES/84/32")),
        [("resolution 85/11", "A/RES/85/11", "text", True)],
    ),
    "links.bare": Case(
        lambda: told("The numbers are 41/6 and 50/18.", ("41/6", "A/RES/41/6"), ("50/18", "A/RES/50/18")),
        [("41/6", "A/RES/41/6", "link", False), ("50/18", "A/RES/50/18", "link", False)],
    ),
    "links.words": Case(
        lambda: told("The Committee had the concept note before it.", ("concept note", "A/85/7")),
        [("concept note", "A/85/7", "link", False)],
    ),
}
