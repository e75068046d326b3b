"""The words by which papers say when and where meetings open and are held, compiled once.

The words stand in ``lexicon/parts/masthead.toml`` under ``opening``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.built import compiled, prepared
from extractor.lexicon.gate import Phrases
from extractor.records import Struct
from extractor.structure.masthead.patterns import folded, seldom, some, whole

if TYPE_CHECKING:  # at run time it would load pydantic
    from extractor.model import Format

#: A hybrid meeting says both of the others.
_FORMATS: tuple[Format, ...] = ("hybrid", "online", "in_person")


class MeetingWords(Struct, frozen=True):
    """Compiled patterns and sets of words, for folded text.

    Patterns of whole lines are used with `match` on a folded line, the others with `search`; phrases are looked for
    in folded text only.
    """

    opens: Phrases
    held: Phrases
    subjects: re.Pattern[str]
    holders: frozenset[str]
    gatherings: re.Pattern[str]
    relative: re.Pattern[str]
    before: re.Pattern[str]
    others: re.Pattern[str]
    opening_entry: re.Pattern[str]
    sitting: re.Pattern[str]
    parts: Phrases
    formats: tuple[tuple[Format, re.Pattern[str]], ...]


@prepared
def words() -> MeetingWords:
    """The compiled words; read and compiled on first use."""
    return MeetingWords(
        opens=seldom(folded("opening.opens")),
        held=seldom(folded("opening.held")),
        subjects=some(folded("opening.subjects")),
        holders=frozenset(folded("opening.holders")),
        gatherings=some(folded("opening.gatherings")),
        relative=compiled(
            rf"(?:{'|'.join(folded('opening.gatherings'))})\s*,\s*(?:{'|'.join(folded('opening.which'))})\s*\Z",
            re.IGNORECASE,
        ),
        before=compiled(rf"(?:{'|'.join(folded('opening.before'))})", re.IGNORECASE),
        others=some(folded("opening.others")),
        opening_entry=whole(folded("opening.entries")),
        sitting=some(folded("opening.sittings")),
        parts=seldom(folded("opening.parts")),
        formats=tuple((name, some(folded(f"opening.{name}"))) for name in _FORMATS),
    )
