"""What a citation is, and what its reader may know of the paper that it stands in.

Source: UN Editorial Manual, "Resolutions: system of identification"; format catalogue 6.2 and 6.3.
"""

from __future__ import annotations

from extractor.records import Value


class CitationContext(Value, frozen=True):
    """What is known of the paper: the body that meets, the organ over it, the paper's symbol and its language.

    ``body`` and ``organ`` are names as in a masthead; any of them may be ``None``.
    """

    body: str | None = None
    organ: str | None = None
    symbol: str | None = None
    language: str = "en"


class Citation(Value, frozen=True):
    """One mention of a resolution, decision, statement, rule, article, paragraph or agenda item.

    ``text`` is ``source[start:end]``; ``owner`` the English name of the body that adopted it, where it is named or
    implied; ``number`` its number with blanks as the Editorial Manual sets them (``2200 A (XXI)``, ``76/418 B``);
    ``symbol`` the canonical key where a series exists; ``locator`` the place inside it (``para. 2 (b)``, ``annex
    I``); ``named`` whether an organ stands beside the number. Flags: ``list`` (not the first of a list), ``range``
    (spelled out; the members share their offsets), ``inferred`` (the owner follows from the number alone).
    """

    kind: str
    text: str
    start: int
    end: int
    owner: str | None = None
    number: str | None = None
    symbol: str | None = None
    locator: str | None = None
    flags: frozenset[str] = frozenset()
    named: bool = False
