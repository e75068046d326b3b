"""Hyphens at the ends of lines: those that only broke a word, and those that the word has.

Papers of the United Nations are set without breaks by machine, or with them: by typists until the 1990s, by word
processors of agencies, and in French, Spanish and Russian in all times. A hyphen is looked up in the other words of the
paper first, then among the words that have one of their own. What is left broke its word in languages where compounds
are few, and in English where other breaks of the paper are breaks without doubt.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cache, cached_property
from itertools import pairwise

from extractor.built import compiled
from extractor.layout.lines.model import Cell, Line
from extractor.layout.spelling import uses
from extractor.layout.text import SOFT
from extractor.lexicon.files import read_tables
from extractor.lexicon.words import words
from extractor.records import Struct, replace
from extractor.rules import Rule, first, rule

#: What a line may end with whose last word is broken.
HYPHENS = ("-", "\u2010")
_WORD_BREAK = compiled(r"(?:^|[^\W\d_])[^\W\d_][-\u2010]$")
_HYPHENED = compiled(r"[^\W\d_]+(?:-[^\W\d_]+)*")
#: The same for texts in ASCII and in lower case, in half the time.
_HYPHENED_OF_ASCII = compiled(r"[a-z]+(?:-[a-z]+)*")
#: A hyphen within a word: as typed, and as a machine sets it where it breaks a word.
_TYPED = compiled(r"[^\W\d_][-\u2011][^\W\d_]")
_SET = compiled(r"[^\W\d_]\u2010[^\W\d_]")
_ACUTE = compiled("[áéíóú]")
_CYRILLIC = compiled("[\u0400-\u04ff]")


class HyphenSettings(Struct, frozen=True):
    """Thresholds of which hyphens only broke a word."""

    #: So many breaks without doubt show that a machine set them ...
    least_breaks: int = 2
    #: ... if they are more than so many times those at hyphens that words have.
    more_breaks: float = 1.0
    #: Another form of the word goes on for so many letters behind the break ...
    stem: int = 2
    #: ... and has the first so many of it.
    least_stem: int = 5
    #: Parts of fewer letters than this are syllables more often than words.
    least_part: int = 4
    #: A word that is used so often in the texts that spelling checkers count is more than a name or a slip.
    usual: int = 1_000
    #: Two words that are both used so many times as often as the word that they make up are joined by their hyphen.
    more_usual: int = 30
    #: Cells whose left edges differ by less than this many points stand in one column.
    same_column: float = 6.0
    #: The rest of a broken word stands at most so many lines below.
    lines_below: int = 2


SETTINGS = HyphenSettings()


class Hyphened(Struct, frozen=True):
    """The words of one language that have hyphens of their own, by their parts, and its endings."""

    first: frozenset[str]
    last: frozenset[str]
    whole: frozenset[str]
    endings: frozenset[str]
    function_words: frozenset[str]


@cache
def _lists(language: str) -> Hyphened:
    begin, end, whole, endings = [
        frozenset(words("page", f"hyphens.{name}", language)) for name in ("first", "last", "whole", "endings")
    ]
    return Hyphened(begin, end, whole, endings, frozenset(_function_words().get(language, ())))


@cache
def _function_words() -> dict[str, tuple[str, ...]]:
    return {language: tuple(some) for language, some in read_tables("parts/stopwords.toml")["stop_words"].items()}


class Vocabulary:
    """The words of a paper in lower case, those with hyphens whole.

    Most papers have no word that may be broken, so the words are taken out when one is first asked for. The halves of
    a broken word are no words of the paper.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines

    def __contains__(self, word: object) -> bool:
        return word in self._counts

    @cached_property
    def _counts(self) -> Counter[str]:
        parts: list[str] = []
        cut = False
        for line in self._lines:
            ends = line.text.endswith(HYPHENS)
            if cut or ends:
                parts += _HYPHENED.findall(line.text)[1 if cut else 0 : -1 if ends else None]
            else:
                parts.append(line.text)
            cut = ends
        plain = "\n".join([part for part in parts if part.isascii()])
        others = "\n".join([part for part in parts if not part.isascii()])
        counts = Counter(_HYPHENED_OF_ASCII.findall(plain.lower()))
        counts.update(_HYPHENED.findall(others.lower()))
        return counts

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._counts)

    def begins(self, stem: str) -> bool:
        """Whether a word of the paper begins so."""
        at = bisect_left(self._sorted, stem)
        return at < len(self._sorted) and self._sorted[at].startswith(stem)

    @cached_property
    def language(self) -> str:
        """The language of most of its function words, of those in Latin letters."""
        counts = {language: sum([self._counts[word] for word in some]) for language, some in _function_words().items()}
        return max(counts, key=lambda one: counts[one])

    @cached_property
    def by_machine(self) -> bool:
        """Whether a machine, or a typist who did the same, set the breaks of the paper."""
        broken = printed = 0
        for line, after in pairwise(self._lines):
            if line.text.endswith(HYPHENS) and (halves := halves_of(line.text, after.text)):
                one = first(DECIDED, *halves, self)
                broken += one in BROKEN
                printed += one is not None and one not in BROKEN
        return broken >= SETTINGS.least_breaks and broken > SETTINGS.more_breaks * printed

    @cached_property
    def sets_own_sign(self) -> bool:
        """Whether the hyphens inside its lines are typed ones, at least one, and none is of the sign U+2010."""
        typed = False
        for line in self._lines:
            if _SET.search(line.text):
                return False
            typed = typed or _TYPED.search(line.text) is not None
        return typed


@rule("text.printed_hyphen", source="UN spelling: `twenty-third`, `co-operation` in old papers")
def is_printed(head: str, tail: str, paper: Vocabulary) -> bool:
    """A hyphen that the paper prints in this word elsewhere is kept."""
    return f"{head}-{tail}" in paper


@rule("text.broken_word", source="papers broken by hand: `co-` / `operation`, printed as one word elsewhere")
def is_whole_elsewhere(head: str, tail: str, paper: Vocabulary) -> bool:
    """A hyphen that the paper does not print in this word elsewhere only broke it."""
    return head + tail in paper


@rule("text.broken_stem", source="`resolu-` / `tions` in a paper with `resolution`")
def has_stem_elsewhere(head: str, tail: str, paper: Vocabulary) -> bool:
    """A word that another one begins with like, beyond the hyphen, was only broken by it."""
    part = head.rpartition("-")[2]
    stem = (part + tail)[: max(len(part) + SETTINGS.stem, SETTINGS.least_stem)]
    return len(tail) >= SETTINGS.stem and paper.begins(stem)


@rule("text.compound", source="`in-depth`, `ci-après`, `из-за`: compounds that every paper prints so")
def is_compound(head: str, tail: str, paper: Vocabulary) -> bool:
    """Words that always have their hyphen keep it."""
    return f"{head}-{tail}" in _lists(_language(head, paper)).whole


@rule("text.ending", source="`informa-` / `tion`: no word is an ending alone")
def is_ending(head: str, tail: str, paper: Vocabulary) -> bool:
    """A line that begins with an ending goes on with the word that the hyphen broke."""
    return tail in _lists(_language(head, paper)).endings


@rule("text.no_word_alone", source="`post-` / `poned`: a spelling checker knows the whole word and not its end")
def is_no_word_alone(head: str, tail: str, paper: Vocabulary) -> bool:
    """An English word goes on behind a hyphen where what follows is no word, and the whole is one."""
    return _may_be_whole(head, tail, paper) and not uses(tail.partition("-")[0])


@rule("text.first_part", source="`non-`, `self-`, `sous-`, `социально-` take a hyphen before any word")
def is_first_part(head: str, _tail: str, paper: Vocabulary) -> bool:
    """First parts of compounds keep their hyphen."""
    return head.rpartition("-")[2] in _lists(_language(head, paper)).first


@rule("text.last_part", source="`-based`, `-même`, `-либо` take a hyphen behind any word")
def is_last_part(head: str, tail: str, paper: Vocabulary) -> bool:
    """Last parts of compounds keep their hyphen; short ones that may be syllables, behind a word of the paper."""
    last = tail.partition("-")[0]
    return last in _lists(_language(head, paper)).last and (len(last) >= SETTINGS.least_part or head in paper)


@rule("text.two_words", source="`age-groups`, `equity-focused` where both words stand in the paper")
def is_of_two_words(head: str, tail: str, paper: Vocabulary) -> bool:
    """A hyphen between two words of the paper joins them, unless the first is a function word: `in-` / `formation`."""
    if head in _lists(_language(head, paper)).function_words or min(len(head), len(tail)) < SETTINGS.least_part:
        return False
    return head in paper and tail in paper


@rule("text.known_word", source="`out-` / `come`: a spelling checker knows the whole word")
def is_known_word(head: str, tail: str, paper: Vocabulary) -> bool:
    """A hyphen only broke an English word, unless both of its parts are words far more usual: `land-locked`."""
    if not _may_be_whole(head, tail, paper):
        return False
    before, after = _parts(head, tail)
    fewer = min(uses(before), uses(after)) if len(after) >= SETTINGS.least_part else 0
    return fewer < max(SETTINGS.usual, SETTINGS.more_usual * uses(before + after))


@rule("text.two_known_words", source="`age-groups`: a spelling checker knows both words and none that they make up")
def is_of_two_known_words(head: str, tail: str, paper: Vocabulary) -> bool:
    """A hyphen between two usual English words joins them, whoever set the other breaks of the paper."""
    parts = _parts(head, tail)
    if min(map(len, parts)) < SETTINGS.least_part or _language(head, paper) != "en":
        return False
    return min(map(uses, parts)) >= SETTINGS.usual and not uses("".join(parts))


@rule("text.two_accents", source="Spanish: `físico-químico`, `técnico-jurídico`: no word bears two accents")
def bears_two_accents(head: str, tail: str, paper: Vocabulary) -> bool:
    """Parts that both bear an accent are two Spanish words."""
    return bool(_ACUTE.search(head) and _ACUTE.search(tail)) and _language(head, paper) == "es"


@rule(
    "text.few_compounds",
    source="French, Spanish and Russian papers, whose words break at line ends",
)
def has_few_compounds(head: str, _tail: str, paper: Vocabulary) -> bool:
    """Where compounds are few a hyphen only broke its word."""
    return _language(head, paper) != "en"


@rule("text.by_machine", source="papers of agencies that are hyphenated by their word processor")
def is_by_machine(_head: str, _tail: str, paper: Vocabulary) -> bool:
    """Where a machine set the breaks, a hyphen only broke its word."""
    return paper.by_machine


@rule("text.own_sign", source="browsers and typesetters: U+2010 where they break a word, `-` where one is typed")
def has_own_sign(sign: str, paper: Vocabulary) -> bool:
    """A sign that stands at ends of lines alone was set by the machine that broke the word."""
    return sign == "\u2010" and paper.sets_own_sign


#: What tells without doubt, in the order in which it is asked.
DECIDED: tuple[Rule[[str, str, Vocabulary], bool], ...] = (
    is_printed,
    is_whole_elsewhere,
    has_stem_elsewhere,
    is_compound,
    is_ending,
    is_no_word_alone,
    is_first_part,
    is_last_part,
    is_of_two_words,
    is_known_word,
    is_of_two_known_words,
    bears_two_accents,
)
BROKEN = (is_whole_elsewhere, has_stem_elsewhere, is_ending, is_no_word_alone, is_known_word)


def halves_of(before: str, after: str) -> tuple[str, str] | None:
    """The parts of a word, in lower case, that a hyphen at the end of a line parts; None where the word ends there."""
    if not _WORD_BREAK.search(before) or "/" in before[before.rfind(" ") + 1 :]:  # part of an address or symbol
        return None
    head, tail = _HYPHENED.findall(before[:-1])[-1], _HYPHENED.match(after)
    if tail is None:
        return None
    capitals = head.isupper() and len(head) > 1 and tail[0].isupper() and len(tail[0]) > 1
    return (head.lower(), tail[0].lower()) if tail[0][0].islower() or capitals else None


def breaks_word(before: str, after: str, paper: Vocabulary) -> bool:
    """Whether the hyphen that ends a line only broke a word that goes on in the next."""
    halves = halves_of(before, after)
    if halves is None:
        return False
    one = first(DECIDED, *halves, paper)
    if one is not None:
        return one in BROKEN
    return (
        has_own_sign.applies(before[-1], paper)
        or has_few_compounds.applies(*halves, paper)
        or is_by_machine.applies(*halves, paper)
    )


def _language(head: str, paper: Vocabulary) -> str:
    """The language of a word: Russian in Cyrillic letters, else that of the paper, English where it has no lists."""
    if _CYRILLIC.search(head):
        return "ru"
    return paper.language if paper.language in ("fr", "es") else "en"


def _may_be_whole(head: str, tail: str, paper: Vocabulary) -> bool:
    """Whether two parts make up an English word; a hyphen keeps two like vowels apart: `co-operate`, `re-elect`."""
    apart = head[-1] == tail[0] and tail[0] in "aeiou"
    return not apart and _language(head, paper) == "en" and uses("".join(_parts(head, tail))) > 0


def _parts(head: str, tail: str) -> tuple[str, str]:
    """What stands right before and behind the hyphen, of words that have others."""
    return head.rpartition("-")[2], tail.partition("-")[0]


def softened(lines: Sequence[Line], paper: Vocabulary) -> list[Line]:
    """The lines with hyphens that only broke words as soft ones, which `glue` drops.

    Each cell is followed down its column.
    """
    made: list[Line] = []
    for index, line in enumerate(lines):
        if any(cell.text.endswith(HYPHENS) for cell in line.cells):
            following = lines[index + 1 : index + 1 + SETTINGS.lines_below]
            below = [cell for other in following for cell in other.cells]
            *inner, last = [_softened(cell, below, len(line.cells) == 1, paper) for cell in line.cells]
            if last is line.cells[-1] and following and below_number.applies(line, following[0]):
                last = _softened(last, following[0].cells, True, paper)
            cells = [*inner, last]
            if cells != line.cells:
                line = line.with_cells(cells)
        made.append(line)
    return made


@rule("text.below_number", source="numbered paragraphs: `5.   The Council … resolu-` over a line at the margin")
def below_number(line: Line, below: Line) -> bool:
    """Text behind a number in a cell of its own goes on in a line at the edge of the number."""
    return len(line.cells) == 2 and len(below.cells) == 1 and below.x0 < line.cells[0].x1


def _softened(cell: Cell, below: Sequence[Cell], alone: bool, paper: Vocabulary) -> Cell:
    """The cell with a soft hyphen at its end when the cell below it goes on with its last word."""
    if not cell.text.endswith(HYPHENS):
        return cell
    after = next((other for other in below if alone or abs(other.x0 - cell.x0) < SETTINGS.same_column), None)
    if after is None or not breaks_word(cell.text, after.text, paper):
        return cell
    return replace(cell, text=cell.text[:-1] + SOFT)
