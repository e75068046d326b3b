"""Rules of running text: which hyphens only broke a word, what joins two lines without a space."""

from __future__ import annotations

from extractor.layout.hyphens import Vocabulary, breaks_word, softened
from extractor.layout.lines.rows import lines_of
from extractor.layout.text import glue, join_lines, narrowed
from tests.layout.pages import lines, page, span
from tests.rules.case import Case

#: Lines whose words a machine broke.
BROKEN = ("the informa-", "tion of sta-", "tion keepers")
#: A numbered paragraph whose second line begins at the edge of the number.
NUMBERED = lines_of(
    page([span("5.", 100, 100), span("О работе и о продолже-", 130, 100), span("ние работы.", 100, 112)])
)


def paper(*texts: str) -> Vocabulary:
    """The words of a paper of these lines."""
    return Vocabulary(lines(*[(100.0 + 12 * at, text) for at, text in enumerate(texts)]))


def joined(before: str, after: str) -> str:
    """Two lines as running text."""
    kept, between = glue(before, after)
    return kept + between + after


CASES = {
    "text.printed_hyphen": Case(
        lambda: breaks_word("a ground-", "swell", paper("ground-swell and groundswell")),
        False,
    ),
    "text.broken_word": Case(lambda: breaks_word("in each brundhol-", "m", paper("the brundholm")), True),
    "text.broken_stem": Case(lambda: breaks_word("all brund-", "holms", paper("the brundholm")), True),
    "text.compound": Case(lambda: breaks_word("the pre-", "session", paper("the lights", *BROKEN)), False),
    "text.ending": Case(lambda: breaks_word("its brundha-", "tion", paper("the lights")), True),
    "text.no_word_alone": Case(lambda: breaks_word("was post-", "poned", paper("the lights")), True),
    "text.known_word": Case(lambda: breaks_word("only in pass-", "age", paper("the lights")), True),
    "text.two_known_words": Case(lambda: breaks_word("of ocean-", "lights", paper("the lights", *BROKEN)), False),
    "text.first_part": Case(lambda: breaks_word("and self-", "brund", paper("the lights", *BROKEN)), False),
    "text.last_part": Case(lambda: breaks_word("the quay-", "related", paper("the lights", *BROKEN)), False),
    "text.two_words": Case(lambda: breaks_word("of quay-", "lights", paper("a quay, the lights", *BROKEN)), False),
    "text.two_accents": Case(
        lambda: breaks_word("lo físico-", "químico", paper("los puertos de la costa y las luces del faro")), False
    ),
    "text.few_compounds": Case(lambda: breaks_word("о продолже-", "ние", paper("повестка дня")), True),
    "text.below_number": Case(
        lambda: join_lines(softened(NUMBERED, paper("повестка дня")))[0], "5. О работе и о продолжение работы."
    ),
    "text.by_machine": Case(lambda: breaks_word("only in Brund-", "holt", paper(*BROKEN)), True),
    "text.own_sign": Case(
        lambda: [
            breaks_word("only in Brund\u2010", "holt", paper(one)) for one in ("a re-lit lamp", "a re\u2010lit lamp")
        ],
        [True, False],
    ),
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
