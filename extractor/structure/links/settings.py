"""Thresholds of how links belong to words."""

from __future__ import annotations

from extractor.records import Struct


class LinkSettings(Struct, frozen=True):
    """Shares are those of the paper's own boxes and characters."""

    #: A line belongs to a link that covers this share of its height; the boxes of some links reach into the next line.
    height: float = 0.9
    #: Where a link covers no line so well, the line that it covers best must be covered by this share at least.
    least_height: float = 0.4
    #: A link and a mention are of the same words from this share of the shorter of the two on.
    shared: float = 0.5
    #: A link contradicts a mention of whose characters it covers this share.
    covered: float = 0.8
    #: A link that leads to a paper that is mentioned so many characters from it has slipped off its words.
    slipped: int = 60
    #: Two links to one paper with no more characters between them are one link.
    gap: int = 2
    #: A page with more links to papers is none that people made, and only so many are used. Real pages have up to 60.
    most: int = 1_000


LINKS = LinkSettings()
