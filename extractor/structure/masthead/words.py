"""The words of the masthead, compiled once: which line is an item line, a session's qualifier, a `Note by`, a language.

The words stand in ``lexicon/parts/masthead.toml``; all comparisons are made on folded text (lower case, no accents).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractor.built import compiled, prepared
from extractor.lexicon.files import read_tables
from extractor.lexicon.folding import fold
from extractor.lexicon.gate import Phrases
from extractor.lexicon.words import choice
from extractor.records import Struct
from extractor.structure.masthead.patterns import folded, labelled, names, printed, seldom, some, whole


class MastheadWords(Struct, frozen=True):
    """Compiled patterns and sets of words.

    Patterns of whole lines are used with `match` on a folded line, the others with `search`; phrases are looked for
    in folded text only.
    """

    organization: frozenset[str]
    names_organization: re.Pattern[str]
    organization_leads: frozenset[str]
    advance: re.Pattern[str]
    distribution_mark: re.Pattern[str]
    distributions: dict[str, str]
    original_mark: re.Pattern[str]
    only: re.Pattern[str]
    languages: dict[str, str]
    language_word: re.Pattern[str]
    item_head: re.Pattern[str]
    item_tail: re.Pattern[str]
    item_broken: re.Pattern[str]
    qualifier: re.Pattern[str]
    subtitle: re.Pattern[str]
    note_by: re.Pattern[str]
    supplement: re.Pattern[str]
    stop: re.Pattern[str]
    venue: re.Pattern[str]
    as_of: re.Pattern[str]
    series: re.Pattern[str]
    sponsors: re.Pattern[str]
    officer: re.Pattern[str]
    hosts: re.Pattern[str]
    invited: re.Pattern[str]
    ways: re.Pattern[str]
    rooms: re.Pattern[str]
    reference: re.Pattern[str]
    salutation: re.Pattern[str]
    title: Phrases
    adopted: re.Pattern[str]
    annotated: re.Pattern[str]
    title_rest: re.Pattern[str]
    title_number: re.Pattern[str]
    list_heading: re.Pattern[str]
    adoption: re.Pattern[str]
    body_head: re.Pattern[str]
    body_start: re.Pattern[str]
    bare_organ: re.Pattern[str]
    treaty: re.Pattern[str]
    open_end: re.Pattern[str]
    session_links: re.Pattern[str]
    sessions: frozenset[str]
    abbreviated: re.Pattern[str]
    possessive: re.Pattern[str]
    not_a_paper: tuple[re.Pattern[str], ...]
    around_symbol: re.Pattern[str]
    date_label: re.Pattern[str]
    list_head: re.Pattern[str]


@prepared
def words() -> MastheadWords:
    """The compiled words; read and compiled on first use."""
    data = read_tables("parts/masthead.toml")
    languages = {
        fold(word): code for code in data["original"]["languages"] for word in folded(f"original.languages.{code}")
    }
    longest = "|".join(sorted(map(re.escape, languages), key=len, reverse=True))
    distributions = _distributions(data["distribution"]["words"])
    return MastheadWords(
        organization=frozenset(map(fold, folded("organization"))),
        names_organization=names(printed("organization"), printed("organization_acronyms")),
        organization_leads=frozenset(map(fold, folded("organization_leads"))),
        advance=whole(folded("advance")),
        distribution_mark=_distribution_mark(distributions),
        distributions=distributions,
        original_mark=_original_mark(),
        only=some([rf"(?<!\w){re.escape(fold(word))}(?!\w)" for word in folded("original.only")]),
        languages=languages,
        language_word=compiled(rf"(?<![^\W\d_])(?:{longest})(?![^\W\d_])|(?:{longest})(?=[\u3400-\u9fff]|$)"),
        item_head=compiled(rf"\s*(?:{'|'.join(printed('item.heads'))})\s*(?=[\d(（٠-٩])", re.IGNORECASE),
        item_tail=compiled(rf"\s*(?:{'|'.join(printed('item.tails'))})", re.IGNORECASE),
        item_broken=compiled(rf"(?:{'|'.join(folded('item.broken'))})\s*\Z", re.IGNORECASE),
        qualifier=whole(folded("lines.qualifier")),
        subtitle=whole(folded("lines.subtitle")),
        note_by=whole(folded("lines.note_by")),
        supplement=whole(folded("lines.supplement")),
        stop=whole(folded("lines.stop")),
        venue=labelled(folded("lines.venue")),
        as_of=some([rf"\A(?:{pattern})" for pattern in folded("lines.as_of")]),
        series=whole(folded("lines.series")),
        sponsors=whole(folded("lines.sponsors")),
        officer=labelled(folded("lines.officer")),
        hosts=some([rf"\A(?:{pattern})" for pattern in folded("lines.hosts")]),
        invited=compiled(rf"(?:\A|[,،，])\s?(?:{'|'.join(printed('lines.invited'))})", re.IGNORECASE),
        ways=compiled("|".join(printed("lines.ways")), re.IGNORECASE),
        rooms=compiled(rf"(?:{'|'.join(folded('lines.rooms'))})\Z"),
        reference=labelled(folded("lines.reference")),
        salutation=compiled(rf"(?:{'|'.join(folded('lines.salutation'))})\s?[,:،，：!]\s*\Z", re.IGNORECASE),
        title=seldom(folded("titles.words")),
        adopted=some(folded("titles.adopted")),
        annotated=some(folded("titles.annotated")),
        title_rest=whole(folded("titles.rest")),
        title_number=whole(folded("titles.numbered")),
        list_heading=compiled(rf"(?:{'|'.join(folded('titles.list_heads'))})"),
        adoption=some(folded("titles.adoption")),
        body_head=whole(folded("bodies.heads")),
        body_start=some([rf"\A(?:{pattern})" for pattern in folded("bodies.starts")]),
        bare_organ=whole(folded("bodies.bare")),
        treaty=some(folded("bodies.treaties")),
        open_end=compiled(rf"(?:{'|'.join(folded('bodies.open_ends'))})\s*\Z", re.IGNORECASE),
        session_links=compiled(rf"\s+(?:{'|'.join(printed('session_in_body.links'))})(?:\s+|(?<=['’]))", re.IGNORECASE),
        abbreviated=compiled(rf"\b(?:{'|'.join(folded('sentences.abbreviations'))})\.$"),
        sessions=frozenset(folded("session_in_body.sessions")),
        possessive=compiled(rf"\b(?:{choice(folded('session_in_body.possessives'))})\Z"),
        not_a_paper=tuple(compiled(pattern) for pattern in folded("not_a_paper.patterns")),
        around_symbol=compiled("|".join(printed("symbols.around")), re.IGNORECASE),
        date_label=_date_label(),
        list_head=compiled(rf"(?:{choice(printed('lists.heads'))})\s+[IVX\d]"),
    )


def _distributions(codes: Iterable[str]) -> dict[str, str]:
    """The codes of distribution by their words in all languages."""
    return {fold(word): code for code in codes for word in folded(f"distribution.words.{code}")}


def _distribution_mark(distributions: Iterable[str]) -> re.Pattern[str]:
    """`Distr.:`, and `Distribution` spelled out before the word for one."""
    spelled = choice(printed("distribution.spelled"))
    return compiled(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, printed('distribution.marks')))})\b\.?\s*:?"
        rf"|(?<!\w)(?:{spelled})\s*:?(?=\s*(?:{choice(distributions)})\s*\Z)|(?<=\s)(?:{spelled})\Z",
        re.IGNORECASE,
    )


def _original_mark() -> re.Pattern[str]:
    """`Original:` before the language or languages of a paper."""
    originals = "|".join(map(re.escape, map(fold, folded("original.marks"))))
    behind = choice(folded("original.behind"))
    return compiled(rf"(?<!\w)(?:{originals})(?:\s+(?:{behind}))?(?:\s*[:：]\s*|\s+|(?=\W))", re.IGNORECASE)


def _date_label() -> re.Pattern[str]:
    """`Date:`, a bracket or the place of issue, before a date of issue."""
    labels = choice(printed("dates.labels"))
    return compiled(rf"^\s*(?:\[|(?:{labels})\s*[:：]|[^\W\d_]+\s*,)?\s*", re.IGNORECASE)


def names_title(text: str) -> bool:
    """Whether a line, as printed, has the words of a title of an agenda's papers."""
    return words().title.search(fold(text)) is not None
