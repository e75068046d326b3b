"""The words of the masthead, compiled once: which line is an item line, a session's qualifier, a `Note by`, a language.

The words stand in ``lexicon/parts/masthead.toml``; all comparisons are made on folded text (lower case, no accents).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from extractor.built import compiled, prepared
from extractor.lexicon import words as lexicon
from extractor.lexicon.files import read_tables
from extractor.lexicon.folding import fold, fold_pattern
from extractor.lexicon.gate import Phrases
from extractor.lexicon.signs import UNSPACED
from extractor.lexicon.words import choice
from extractor.records import Struct

if TYPE_CHECKING:  # at run time it would load pydantic
    from extractor.model import Format

#: What is no sign of a pattern: an escaped character, a class of characters.
_NO_SIGNS = compiled(r"\\.|\[[^\]]*\]")


def _whole(patterns: Iterable[str]) -> re.Pattern[str]:
    # What ends with anything is not followed to the end of the line.
    known = list(patterns)
    ended = "|".join(pattern for pattern in known if not pattern.endswith(".*"))
    begun = "|".join(pattern.removesuffix(".*") for pattern in known if pattern.endswith(".*"))
    return compiled("|".join([*([rf"(?:{ended})\Z"] if ended else []), *([begun] if begun else [])]), re.IGNORECASE)


def _names(names: Iterable[str], acronyms: Iterable[str]) -> re.Pattern[str]:
    """Whole names of several words, and acronyms in capitals, as printed."""
    whole = choice(name for name in names if " " in name or name >= UNSPACED)
    return compiled(rf"(?i:{whole})|(?<!\w)(?:{choice(acronyms)})(?!\w)")


def _some(patterns: Iterable[str]) -> re.Pattern[str]:
    # What begins at the edge of a word is tried there only, not with each pattern's own look at every letter.
    edged = [pattern[2:] for pattern in patterns if pattern.startswith(r"\b") and not _top_level_or(pattern)]
    rest = [f"(?:{pattern})" for pattern in patterns if not pattern.startswith(r"\b") or _top_level_or(pattern)]
    groups = "|".join(f"(?:{pattern})" for pattern in edged)
    return compiled("|".join(([rf"\b(?:{groups})"] if edged else []) + rest), re.IGNORECASE)


def _labelled(patterns: Iterable[str]) -> re.Pattern[str]:
    """A label at the beginning of a line, before a colon."""
    return compiled(rf"\A(?:{'|'.join(patterns)})\s?[:：]", re.IGNORECASE)


def _seldom(patterns: Iterable[str]) -> Phrases:
    """Phrases that are looked for in much text and seldom found."""
    return Phrases(_some(patterns))


def _top_level_or(pattern: str) -> bool:
    """Whether a pattern is a choice outside all brackets, of which only the first branch begins as the whole does."""
    depth = 0
    for sign in _NO_SIGNS.sub("", pattern):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and depth == 0:
            return True
    return False


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
    reference: re.Pattern[str]
    salutation: re.Pattern[str]
    title: Phrases
    adopted: re.Pattern[str]
    annotated: re.Pattern[str]
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
    not_a_paper: tuple[re.Pattern[str], ...]
    around_symbol: re.Pattern[str]
    date_label: re.Pattern[str]
    list_head: re.Pattern[str]


#: A hybrid meeting says both of the others.
_FORMATS: tuple[Format, ...] = ("hybrid", "online", "in_person")


def _printed(name: str) -> tuple[str, ...]:
    """The words of a list of the masthead, looked for in lines as they are printed."""
    return lexicon.words("masthead", name)


def _folded(name: str) -> tuple[str, ...]:
    """The words of a list of the masthead, looked for in folded lines."""
    return tuple(map(fold_pattern, _printed(name)))


@prepared
def words() -> MastheadWords:
    """The compiled words; read and compiled on first use."""
    data = read_tables("parts/masthead.toml")
    languages = {
        fold(word): code for code in data["original"]["languages"] for word in _folded(f"original.languages.{code}")
    }
    longest = "|".join(sorted(map(re.escape, languages), key=len, reverse=True))
    distributions = {
        fold(word): code for code in data["distribution"]["words"] for word in _folded(f"distribution.words.{code}")
    }
    spelled = choice(_printed("distribution.spelled"))
    originals = "|".join(map(re.escape, map(fold, _folded("original.marks"))))
    behind = choice(_folded("original.behind"))
    return MastheadWords(
        organization=frozenset(map(fold, _folded("organization"))),
        names_organization=_names(_printed("organization"), _printed("organization_acronyms")),
        organization_leads=frozenset(map(fold, _folded("organization_leads"))),
        advance=_whole(_folded("advance")),
        distribution_mark=compiled(
            rf"(?<!\w)(?:{'|'.join(map(re.escape, _printed('distribution.marks')))})\b\.?\s*:?"
            rf"|(?<!\w)(?:{spelled})\s*:?(?=\s*(?:{choice(distributions)})\s*\Z)|(?<=\s)(?:{spelled})\Z",
            re.IGNORECASE,
        ),
        distributions=distributions,
        original_mark=compiled(rf"(?<!\w)(?:{originals})(?:\s+(?:{behind}))?(?:\s*[:：]\s*|\s+|(?=\W))", re.IGNORECASE),
        only=_some([rf"(?<!\w){re.escape(fold(word))}(?!\w)" for word in _folded("original.only")]),
        languages=languages,
        language_word=compiled(rf"(?<![^\W\d_])(?:{longest})(?![^\W\d_])|(?:{longest})(?=[\u3400-\u9fff]|$)"),
        item_head=compiled(rf"\s*(?:{'|'.join(_printed('item.heads'))})\s*(?=[\d(（٠-٩])", re.IGNORECASE),
        item_tail=compiled(rf"\s*(?:{'|'.join(_printed('item.tails'))})", re.IGNORECASE),
        item_broken=compiled(rf"(?:{'|'.join(_folded('item.broken'))})\s*\Z", re.IGNORECASE),
        qualifier=_whole(_folded("lines.qualifier")),
        subtitle=_whole(_folded("lines.subtitle")),
        note_by=_whole(_folded("lines.note_by")),
        supplement=_whole(_folded("lines.supplement")),
        stop=_whole(_folded("lines.stop")),
        venue=_labelled(_folded("lines.venue")),
        as_of=_some([rf"\A(?:{pattern})" for pattern in _folded("lines.as_of")]),
        series=_whole(_folded("lines.series")),
        sponsors=_whole(_folded("lines.sponsors")),
        officer=_labelled(_folded("lines.officer")),
        hosts=_some([rf"\A(?:{pattern})" for pattern in _folded("lines.hosts")]),
        invited=compiled(rf"(?:\A|[,،，])\s?(?:{'|'.join(_printed('lines.invited'))})", re.IGNORECASE),
        reference=_labelled(_folded("lines.reference")),
        salutation=compiled(rf"(?:{'|'.join(_folded('lines.salutation'))})\s?[,:،，：!]\s*\Z", re.IGNORECASE),
        title=_seldom(_folded("titles.words")),
        adopted=_some(_folded("titles.adopted")),
        annotated=_some(_folded("titles.annotated")),
        list_heading=compiled(rf"(?:{'|'.join(_folded('titles.list_heads'))})"),
        adoption=_some(_folded("titles.adoption")),
        body_head=_whole(_folded("bodies.heads")),
        body_start=_some([rf"\A(?:{pattern})" for pattern in _folded("bodies.starts")]),
        bare_organ=_whole(_folded("bodies.bare")),
        treaty=_some(_folded("bodies.treaties")),
        open_end=compiled(rf"(?:{'|'.join(_folded('bodies.open_ends'))})\s*\Z", re.IGNORECASE),
        session_links=compiled(
            rf"\s+(?:{'|'.join(_printed('session_in_body.links'))})(?:\s+|(?<=['’]))", re.IGNORECASE
        ),
        abbreviated=compiled(rf"\b(?:{'|'.join(_folded('sentences.abbreviations'))})\.$"),
        sessions=frozenset(_folded("session_in_body.sessions")),
        possessive=compiled(rf"\b(?:{choice(_folded('session_in_body.possessives'))})\Z"),
        opens=_seldom(_folded("opening.opens")),
        held=_seldom(_folded("opening.held")),
        subjects=_some(_folded("opening.subjects")),
        holders=frozenset(_folded("opening.holders")),
        gatherings=_some(_folded("opening.gatherings")),
        relative=compiled(
            rf"(?:{'|'.join(_folded('opening.gatherings'))})\s*,\s*(?:{'|'.join(_folded('opening.which'))})\s*\Z",
            re.IGNORECASE,
        ),
        before=compiled(rf"(?:{'|'.join(_folded('opening.before'))})", re.IGNORECASE),
        others=_some(_folded("opening.others")),
        opening_entry=_whole(_folded("opening.entries")),
        sitting=_some(_folded("opening.sittings")),
        parts=_seldom(_folded("opening.parts")),
        formats=tuple((name, _some(_folded(f"opening.{name}"))) for name in _FORMATS),
        not_a_paper=tuple(compiled(pattern) for pattern in _folded("not_a_paper.patterns")),
        around_symbol=compiled("|".join(_printed("symbols.around")), re.IGNORECASE),
        date_label=compiled(
            rf"^\s*(?:\[|(?:{choice(_printed('dates.labels'))})\s*[:：]|[^\W\d_]+\s*,)?\s*", re.IGNORECASE
        ),
        list_head=compiled(rf"(?:{choice(_printed('lists.heads'))})\s+[IVX\d]"),
    )


def names_title(text: str) -> bool:
    """Whether a line, as printed, has the words of a title of an agenda's papers."""
    return words().title.search(fold(text)) is not None
