"""Rules of running text: which hyphens only broke a word, what joins two lines without a space."""

from __future__ import annotations

from extractor.layout.text import BY_MACHINE, breaks_word, glue, narrowed
from tests.rules.case import Case


def joined(before: str, after: str) -> str:
    """Two lines as running text."""
    kept, between = glue(before, after)
    return kept + between + after


CASES = {
    "text.printed_hyphen": Case(
        lambda: breaks_word("the twenty-", "third", {"twentythird", "twenty-third"}),
        False,
    ),
    "text.broken_word": Case(lambda: breaks_word("international coop-", "eration", {"cooperation"}), True),
    "text.by_machine": Case(lambda: breaks_word("only in pass-", "ing", {BY_MACHINE, "decision"}), True),
    "text.suspended": Case(lambda: joined("science-", "and evidence-based"), "science- and evidence-based"),
    "text.hyphen": Case(lambda: joined("the twenty-", "third session"), "the twenty-third session"),
    "text.chinese": Case(lambda: joined("联合国会", "议开幕"), "联合国会议开幕"),
    "text.address": Case(
        lambda: joined("see https://example.org/path/page", "s.html"), "see https://example.org/path/pages.html"
    ),
    "text.symbol": Case(lambda: joined("see CTOC/COP/WG.", "9/2031/3"), "see CTOC/COP/WG.9/2031/3"),
    "text.full_width": Case(lambda: narrowed("见Ａ／９９／２１和（b）"), "见A/99/21和（b）"),
    "text.slash": Case(lambda: joined("see A/CONF.999", "/2031/2"), "see A/CONF.999/2031/2"),
}
