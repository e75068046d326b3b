"""The query language of the search: words, "phrases", AND, OR, NOT, brackets and prefix*.

Text in, a tree out; what a database makes of it is written from the tree, never from the text. Words beside each other
must all occur; AND binds closer than OR, NOT takes away what stands after it. Operators are in capitals. A word is what
the index has (:mod:`extractor.store.words`): a symbol such as ``A/77/100`` is thus a phrase of three.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from extractor.errors import UsageError
from extractor.store.words import words

__all__ = ["Both", "Either", "Node", "Not", "Phrase", "parse_query", "phrases", "to_fts5"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row, one or more; of the last one only the beginning where ``prefix`` is set."""

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Both:
    """All of ``parts``, the last of which may be :class:`Not`."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one of ``parts``."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """What must not occur; only within :class:`Both`, beside something that must."""

    part: Node


Node: TypeAlias = "Phrase | Both | Either | Not"

_TOKEN = re.compile(
    r"""\s*(?:(?P<bracket>[()])|["“”«»„](?P<phrase>[^"“”«»„]*)["“”«»„](?P<star>\*?)|(?P<word>[^\s()"“”«»„]+))"""
)
_HINT = 'Write words, "phrases", AND, OR, NOT, brackets, prefix*.'

# Far beyond what people write, and within what both databases take.
_MOST_WORDS = 200
_DEEPEST = 30
# Characters of a query that cannot be read which its error repeats.
_SHOWN = 60


def parse_query(text: str) -> Node:
    """The tree of a query.

    Raises:
        UsageError: a bracket or quotation mark is not closed, an operator lacks its words, nothing is searched for.
    """
    try:
        return _parsed(text)
    except UsageError as error:
        error.where = repr(text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…")
        raise


def _parsed(text: str) -> Node:
    parser = _Parser(list(_tokens(text)))
    node = parser.either(0)
    if parser.at < len(parser.tokens):
        raise _wrong("a closing bracket has no opening one")
    if node is None:
        raise _wrong("there is no word to search for")
    if isinstance(node, Not):
        raise _wrong("NOT alone finds nothing: say also what should occur")
    if sum(len(one.words) for one in phrases(node, negative=True)) > _MOST_WORDS:
        raise _wrong(f"more than {_MOST_WORDS} words")
    return node


def phrases(node: Node, *, negative: bool = False) -> Iterator[Phrase]:
    """The phrases of a query; those that must not occur only where ``negative`` is set."""
    if isinstance(node, Phrase):
        yield node
    elif isinstance(node, Not):
        if negative:
            yield from phrases(node.part, negative=True)
    else:
        for part in node.parts:
            yield from phrases(part, negative=negative)


def to_fts5(node: Node) -> str:
    """The query in the language of SQLite's FTS5; its words are letters and digits only."""
    if isinstance(node, Phrase):
        return f'"{" ".join(node.words)}"{" *" if node.prefix else ""}'
    if isinstance(node, Either):
        return f"({' OR '.join(map(to_fts5, node.parts))})"
    if isinstance(node, Both):
        wanted = [to_fts5(part) for part in node.parts if not isinstance(part, Not)]
        unwanted = [to_fts5(part.part) for part in node.parts if isinstance(part, Not)]
        text = f"({' AND '.join(wanted)})"
        return f"({text} NOT ({' OR '.join(unwanted)}))" if unwanted else text
    raise AssertionError("NOT stands beside something that must occur")


def _tokens(text: str) -> Iterator[tuple[str, Phrase | None]]:
    """The signs of a query: a bracket or operator as text, or a phrase. Punctuation on its own is passed over."""
    at = 0
    text = text.rstrip()
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None:
            raise _wrong("a quotation mark is not closed")
        at = found.end()
        if found["bracket"]:
            yield found["bracket"], None
        elif found["word"] in ("AND", "OR", "NOT"):
            yield found["word"], None
        else:
            printed = found["word"] if found["word"] is not None else found["phrase"]
            some = tuple(words(printed))
            if some:
                yield "", Phrase(some, bool(found["star"]) or (found["word"] or "").endswith("*"))


class _Parser:
    """Descends through the signs of a query."""

    def __init__(self, tokens: list[tuple[str, Phrase | None]]) -> None:
        self.tokens = tokens
        self.at = 0

    def next(self) -> str | None:
        """The sign that comes next: None at the end, ``""`` for a phrase."""
        return self.tokens[self.at][0] if self.at < len(self.tokens) else None

    def either(self, depth: int) -> Node | None:
        if depth > _DEEPEST:
            raise _wrong("the brackets are nested too deeply")
        parts = [self.both(depth)]
        while self.next() == "OR":
            self.at += 1
            parts.append(self.both(depth))
        if len(parts) == 1:
            return parts[0]
        kept = [part for part in parts if part is not None]
        if len(kept) < len(parts):
            raise _wrong("OR stands between two words")
        if any(isinstance(part, Not) for part in kept):
            raise _wrong("NOT cannot stand beside OR without a word of its own")
        return Either(tuple(kept))

    def both(self, depth: int) -> Node | None:
        parts: list[Node] = []
        joined = False
        while (sign := self.next()) not in (None, "OR", ")"):
            if sign == "AND":
                if joined or not parts:
                    raise _wrong("AND stands between two words")
                joined = True
                self.at += 1
                continue
            joined = False
            if (part := self.one(depth)) is not None:
                parts.append(part)
        if joined:
            raise _wrong("AND stands between two words")
        if not parts:
            return None
        if len(parts) == 1:
            return parts[0]
        if all(isinstance(part, Not) for part in parts):
            raise _wrong("NOT alone finds nothing: say also what should occur")
        return Both(tuple(parts))

    def one(self, depth: int) -> Node | None:
        sign, phrase = self.tokens[self.at]
        self.at += 1
        if sign == "NOT":
            if self.next() in (None, "OR", "AND", ")"):
                raise _wrong("NOT stands before a word")
            if depth > _DEEPEST:
                raise _wrong("NOT is repeated too often")
            part = self.one(depth + 1)
            if isinstance(part, Not):
                return part.part
            return Not(part) if part is not None else None
        if sign == "(":
            inner = self.either(depth + 1)
            if self.next() != ")":
                raise _wrong("a bracket is not closed")
            self.at += 1
            return inner
        return phrase


def _wrong(what: str) -> UsageError:
    return UsageError(f"the query cannot be read: {what}", hint=_HINT)
