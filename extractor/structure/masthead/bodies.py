"""The bodies that the rows of a masthead name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extractor.lexicon.registry import bodies
from extractor.structure.masthead.model import Row, joined
from extractor.structure.masthead.settings import SETTINGS
from extractor.structure.masthead.words import fold, words

#: What stands in brackets: an acronym, a remark.
BRACKETED = re.compile(r"[(\[（][^()\[\]（）]*[)\]）]")


@cache
def known_bodies() -> frozenset[str]:
    """Folded names of the registry, without the acronyms in brackets, with the names before a comma."""
    names: set[str] = set()
    for row in bodies().values():
        for name in (row.name, row.parent or ""):
            bare = fold(BRACKETED.sub("", name))
            names |= {bare, bare.split(",")[0]}
    return frozenset(names - words().organization - {""})


def names_body(text: str) -> bool:
    """Whether a line begins like the name of a body, or is one of the registry."""
    folded = fold(text)
    return folded in known_bodies() or words().body_head.match(folded) is not None


def bodies_in(rows: Sequence[Row], within_box: bool = False) -> list[str]:
    """The names of the bodies in consecutive rows: lines that go on with a name are joined, others begin the next body.

    In the box a name runs over several lines, so a new one begins only after a name that the registry knows.
    """
    groups: list[list[Row]] = []
    limit = max((row.x1 for row in rows), default=0.0)
    for row in rows:
        if groups and not _new_body(groups[-1], row, limit, within_box):
            groups[-1].append(row)
        else:
            groups.append([row])
    return [joined(group) for group in groups]


def _new_body(group: Sequence[Row], row: Row, limit: float, within_box: bool) -> bool:
    last, text = group[-1], fold(joined(group))
    if row.column != last.column:
        return True
    same = row.like(last) and row.gap(last) <= SETTINGS.name_gap
    opener = row.text.split(" ")[0]
    inner = opener.islower() or (row.text.isupper() and words().open_end.fullmatch(fold(opener)) is not None)
    if same and (row.text[:1].islower() or inner or words().open_end.search(text)):
        return False
    if within_box:
        return (
            row.gap(last) > SETTINGS.organ_gap
            or abs(row.size - last.size) > SETTINGS.another_name
            or (text in known_bodies() and names_body(row.text) and fold(row.text).split(" ")[0] != "instruments")
        )
    if not row.follows(last):
        return True
    if text in known_bodies() and names_body(row.text):
        return True
    if (names_body(text) or words().treaty.search(text)) and words().body_start.match(fold(row.text)):
        return True
    first = row.text.split(" ")[0]
    fits = last.x1 + (len(first) + 1) * SETTINGS.letter_width * row.size < limit
    return fits and names_body(row.text) and names_body(joined(group))
