"""Lines that begin with a person: who leads a slot, or speaks in it."""

from __future__ import annotations

import re
from functools import lru_cache

from extractor.built import compiled, prepared
from extractor.lexicon.folding import fold, fold_pattern
from extractor.lexicon.words import words as words_of


@prepared
def _persons() -> re.Pattern[str]:
    labels, addresses = words_of("timetable", "lines.roles"), words_of("timetable", "lines.addresses")
    roles = "|".join(f"(?:{fold_pattern(one)})" for one in labels)
    named = "|".join(f"(?:{fold_pattern(one)})" for one in addresses)
    return compiled(rf"(?:(?:{roles})\s?[:：]|(?<![^\W_])(?:{named}))")


@lru_cache(maxsize=4096)
def names_person(text: str) -> bool:
    """Whether a line begins with who leads or speaks: `Chair: ...`, `Ms. Ana Bell, Harbour Board`."""
    return text[:1].isalpha() and _persons().match(fold(text)) is not None
