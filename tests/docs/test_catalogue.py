"""The catalogue of shapes: every section, family and trap that the code cites stands on its page."""

from __future__ import annotations

import re
from pathlib import Path

from tests.conftest import ROOT
from tests.each import each

PAGE = (ROOT / "docs" / "catalogue.md").read_text(encoding="utf-8")
SECTIONS = set(re.findall(r"^#{2,3} (\d+(?:\.\d+)?)\.? ", PAGE, re.M))
FAMILIES = set(re.findall(r"^\| (F\d) \|", PAGE, re.M))
TRAPS = set(re.findall(r"^(\d+)\. ", PAGE, re.M))

_NUMBER = r"\d{1,2}(?:\.\d)?"
_CITED = re.compile(rf"catalogue\s+({_NUMBER}(?:(?:,| to| and)\s+{_NUMBER})*)", re.I)
_FAMILY = re.compile(r"\bF[1-9]\b")
_TRAP = re.compile(r"\btraps?\s+(\d+)", re.I)


def cited() -> list[tuple[str, Path]]:
    """What is cited, with the file that cites it."""
    found: list[tuple[str, Path]] = []
    for path in sorted((*(ROOT / "extractor").rglob("*.py"), *(ROOT / "tests").rglob("*.py"))):
        text = re.sub(r"\n\s*#?:?\s*", " ", path.read_text(encoding="utf-8"))
        found += [(number, path) for match in _CITED.finditer(text) for number in re.findall(_NUMBER, match[1])]
        found += [
            (name, path)
            for line in re.findall(r"(?:catalogue|famil)[^\"]{0,80}", text)
            for name in _FAMILY.findall(line)
        ]
        found += [(f"trap {number}", path) for number in _TRAP.findall(text)]
    return found


CITED = cited()


def test_the_citations_are_found() -> None:
    assert len(CITED) > 150


@each(sorted({name for name, _ in CITED}))
def test_what_is_cited_is_there(name: str) -> None:
    there = SECTIONS | FAMILIES | {f"trap {number}" for number in TRAPS}
    assert name in there, [str(path) for one, path in CITED if one == name]
