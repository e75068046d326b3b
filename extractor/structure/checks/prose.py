"""Checks of the words of a text: what stands beside one another that a language, or the paper itself, never joins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import compress, pairwise
from operator import or_
from typing import TYPE_CHECKING

from extractor.built import compiled, prepared
from extractor.diagnostics import ANNOTATION_BROKEN, ROW_BROKEN, TITLE_BROKEN, WORDS_ASTRAY, Note
from extractor.lexicon import LANGUAGES
from extractor.lexicon.words import choice, months_everywhere, words
from extractor.rules import rule
from extractor.structure.checks.gaps import paths
from extractor.structure.checks.result import Result, goes_on
from extractor.structure.vocabulary import is_joining

if TYPE_CHECKING:  # at run time it would load pydantic
    from extractor.model import PrintedBlock

#: A sentence that goes on behind its stop; words before it that are shorter may be abbreviations.
_GOES_ON = compiled(r"(?<![\w.])[a-zà-ÿа-я]{5,}\.\s[a-zà-ÿа-я]+(?=\s)")
#: A row of words that the paper prints so often is how it writes them.
LEAST_ROWS = 2
#: The stop in it, which is found some ten times faster than the word before it.
_STOP_WITHIN = compiled(r"\.(?<=[a-zà-ÿа-я]{5}\.)\s[a-zà-ÿа-я]")


@prepared
def _pairs(language: str) -> frozenset[tuple[str, str]]:
    """The words of a language that never stand beside one another."""
    found = set()
    for line in words("structure", "order.never", language):
        first, _, second = line.partition(" : ")
        found |= {(one, two) for one in first.split() for two in second.split()}
    return frozenset(found)


@prepared
def _little(language: str) -> frozenset[str]:
    """The words of a language that stand within sentences: articles, prepositions, auxiliary verbs."""
    return frozenset(word for pair in _pairs(language) for word in pair)


@prepared
def _ending(language: str) -> frozenset[str]:
    """The little words of a language with which no title ends; a letter alone (`Annex a`) is none."""
    return frozenset(word for word in _little(language) if len(word) > 1)


@prepared
def _capitals(language: str) -> frozenset[str]:
    """The little words of a language with a capital, but for those that are names of months."""
    return frozenset(word.capitalize() for word in _ending(language) - months_everywhere())


@prepared
def _begins(language: str) -> re.Pattern[str]:
    """A little word of a language with a capital, within a sentence, and the word before it."""
    return compiled(rf"(?<!\S)([^\W\d_]+)\s(?:{choice(sorted(_capitals(language)))})\s(?=[a-zà-ÿа-я])")


@rule("checks.prose.pairs", source="grammar: no preposition behind an article, no two auxiliary verbs", otherwise=())
def pairs(result: Result) -> Iterator[Note]:
    """No two words stand beside one another that the language of the paper never joins: `the of`."""
    language = result.agenda.source.language
    if language not in LANGUAGES:
        return
    own = result.running.split()
    for pair in _pairs(language).intersection(pairwise(own)):
        text = " ".join(pair)
        for block in result.texts:
            if text in block.text and f" {text} " in f" {block.text} ":
                for path in _values(result, block):
                    yield WORDS_ASTRAY.note(block.page, path=path, text=text)


@rule("checks.prose.sentence", source="grammar: a sentence begins with a capital behind a stop", otherwise=())
def sentence(result: Result) -> Iterator[Note]:
    """Within a text no sentence begins without a stop before it, and none goes on behind one."""
    language = result.agenda.source.language
    if language not in LANGUAGES:
        return
    own = result.running.split()
    before = compress(own, map(_capitals(language).__contains__, own[1:]))
    if not any(map(str.islower, before)) and not _STOP_WITHIN.search(result.running):
        return
    begins = _begins(language)
    for block in result.texts:
        found = _GOES_ON.search(block.text) or next(filter(_is_inner, begins.finditer(block.text)), None)
        if found is not None:
            for path in paths(result, block):
                yield ANNOTATION_BROKEN.note(block.page, path=path, text=found[0])


def _is_inner(found: re.Match[str]) -> bool:
    """Whether the word before a little one with a capital is in small letters from its first one on."""
    return found[1].islower()


@rule("checks.prose.swapped", source="a paper writes the same words in the same order", otherwise=())
def swapped(result: Result) -> Iterator[Note]:
    """No two words stand in the order that the paper prints the other way round beside the same third word."""
    own = result.words
    beside = set(pairwise(own))
    both = beside.intersection(zip(own[1:], own, strict=False))  # stand in either order: few of all
    turned = list(map(both.__contains__, pairwise(own)))
    rows = set(compress(zip(own, own[1:], own[2:], strict=False), map(or_, turned, turned[1:])))
    heads = [row for row in rows if (row[1], row[0], row[2]) in rows]
    tails = [row for row in rows if (row[0], row[2], row[1]) in rows]
    if not heads and not tails:
        return
    often, language = Counter(pairwise(own)), result.agenda.source.language or ""
    little = _little(language) if language in LANGUAGES else frozenset()
    found = [(row, row[:2]) for row in heads] + [(row, row[1:]) for row in tails]
    for row, pair in sorted(found):
        known = often[pair[::-1]] >= LEAST_ROWS or not little.isdisjoint(pair)
        if known and len(set(row)) == len(row) and often[pair] == 1 and all(map(str.isalpha, row)):
            yield from _astray(result, row)


@rule("checks.prose.lacking", source="a paper writes the same words in the same order", otherwise=())
def lacking(result: Result) -> Iterator[Note]:
    """Four words that stand in a row once have no preposition or verb between them wherever else they stand."""
    language = result.agenda.source.language
    if language not in LANGUAGES:
        return
    little = _little(language)
    shifted = [result.words[by:] for by in range(5)]
    fives = Counter(compress(zip(*shifted, strict=False), map(little.__contains__, shifted[2])))
    often = [
        (*row[:2], *row[3:])
        for row, count in fives.items()
        if count >= LEAST_ROWS and not is_joining(row[2]) and all(map(str.isalpha, row))
    ]
    fours = Counter(filter(frozenset(often).__contains__, zip(*shifted[:4], strict=False))) if often else {}
    for rest in often:
        if fours.get(rest) == 1:
            yield from _astray(result, rest)


@rule("checks.prose.open", source="contract 1.1: titles that end in the middle of a sentence", otherwise=())
def open_ended(result: Result) -> Iterator[Note]:
    """No title of an item or a listed document, and not one of the rows alone, ends in a preposition or a verb."""
    language = result.agenda.source.language
    if language not in LANGUAGES:
        return
    little = _ending(language)
    for path, item in result.items:
        titles = [(f"{path}.title", item.title)]
        titles += [(f"{path}.documents[{at}]", one.title or "") for at, one in enumerate(item.documents)]
        for place, title in titles:
            if title.rpartition(" ")[2] in little and not goes_on(title):
                yield TITLE_BROKEN.note(item.page, path=place, title=title[-40:])
    rows = [
        (at, row)
        for at, row in enumerate(result.agenda.schedule)
        if row.title and row.title.rpartition(" ")[2] in little
    ]
    if len(rows) == 1:
        at, row = rows[0]
        yield ROW_BROKEN.note(row.page, path=f"schedule[{at}]", title=(row.title or "")[-40:])


def _astray(result: Result, row: Sequence[str]) -> Iterator[Note]:
    """A note for each value that holds a row of words, given in small letters."""
    text = " ".join(row)
    for block in result.texts:
        if f" {text} " in f" {' '.join(block.text.casefold().split())} ":
            for path in _values(result, block):
                yield WORDS_ASTRAY.note(block.page, path=path, text=text)


def _values(result: Result, block: PrintedBlock) -> Sequence[str]:
    """The value that a block is part of, where it is one."""
    path = result.path_of(block)
    return () if path.startswith("blocks") else (path,)


CHECKS = (open_ended, pairs, sentence, swapped, lacking)
