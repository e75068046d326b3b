"""Checks of the names of bodies against the registry."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from extractor.built import compiled, prepared
from extractor.diagnostics import NAME_BROKEN, Note
from extractor.lexicon.folding import fold
from extractor.lexicon.signs import UNSPACED
from extractor.rules import rule
from extractor.structure.checks.result import Result
from extractor.structure.masthead.bodies import known_bodies, names_body
from extractor.structure.masthead.words import words
from extractor.structure.vocabulary import is_joining

#: Names of fewer words are parts of other names: `Executive Board`, `General Assembly`.
LEAST_WORDS = 4
#: Names of known bodies of so many words, or Chinese characters, do not begin the names of others by chance.
LEAST_PARENT, LEAST_SIGNS = 3, 6
#: Shorter words stand in most names.
LEAST_LETTERS = 4
#: A word and a number in parts before the title.
_NUMBERED = compiled(r"^[^\W\d_]+\s[\dIVXLC]{1,6}/\d{1,3}[.:]\s")


@prepared
def _by_words() -> dict[tuple[str, ...], str]:
    """The names of the registry by their words in alphabetical order."""
    known = (*known_bodies(), *words().organization)
    return {tuple(sorted(name.split())): name for name in known if " " in name}


@cache
def _in_order() -> list[str]:
    return sorted(known_bodies())


def _beginning_with(head: str) -> list[str]:
    """The names of known bodies that begin so."""
    names = _in_order()
    return names[bisect_left(names, head) : bisect_left(names, f"{head}\U0010ffff")]


@rule("checks.names.order", source="registry of bodies: a name has its words in one order", otherwise=())
def order(result: Result) -> Iterator[Note]:
    """No name of the masthead has the words of a known body in another order."""
    for field, name in _names(result):
        known = _by_words().get(tuple(sorted(name.split())))
        if known is not None and name not in known_bodies() and name not in words().organization:
            yield NAME_BROKEN.note(1, path=f"document.{field}", name=name)


@rule("checks.names.part", source="registry of bodies: the names of long bodies run over two lines", otherwise=())
def part(result: Result) -> Iterator[Note]:
    """No name of the masthead is the beginning of a known one that the masthead prints to its end."""
    printed = {word for block in result.blocks if block.role == "masthead" for word in fold(block.text).split()}
    for field, name in _names(result):
        is_long = len(name.split()) >= LEAST_WORDS and name not in known_bodies()
        longer = (known[len(name) :].split() for known in (_beginning_with(f"{name} ") if is_long else ()))
        if any(printed.issuperset(word for word in rest if len(word) >= LEAST_LETTERS) for rest in longer):
            yield NAME_BROKEN.note(1, path=f"document.{field}", name=name)


@rule("checks.names.joined", source="mastheads: organ and body stand one below the other", otherwise=())
def joined(result: Result) -> Iterator[Note]:
    """The name of a known body is not the end of another name, but behind a word that joins them."""
    for field, name in _names(result):
        if name in known_bodies() or name in result.whole_names:
            continue
        own = name.split()
        for at in range(LEAST_WORDS, len(own) - 1):
            rest = " ".join(own[at:])
            if " ".join(own[:at]) in known_bodies() and _beginning_with(rest):
                yield NAME_BROKEN.note(1, path=f"document.{field}", name=name)
                break
        for at in range(1, len(own) - 1):
            if " ".join(own[at:]) in known_bodies() and not is_joining(own[at - 1]):
                yield NAME_BROKEN.note(1, path=f"document.{field}", name=name)
                break


@rule("checks.names.tail", source="mastheads: `United Nations` over `Environment Programme`, one name", otherwise=())
def tail(result: Result) -> Iterator[Note]:
    """The organ is not a known body without the name of the organization before it."""
    for field, name in _names(result):
        if (
            field == "organ"
            and name not in known_bodies()
            and any(f"{first} {name}" in known_bodies() for first in words().organization)
        ):
            yield NAME_BROKEN.note(1, path=f"document.{field}", name=name)


@rule("checks.names.behind", source="mastheads: organ and body stand one below the other", otherwise=())
def behind(result: Result) -> Iterator[Note]:
    """No name of the masthead begins with that of a known body and goes on with a capital, as a name of its own."""
    head = result.agenda.document
    for field, name in (("organ", head.organ), ("body", head.body)):
        if not name or fold(name) in known_bodies():
            continue
        own = name.split()
        unspaced = name[0] >= UNSPACED and any(name[:at] in known_bodies() for at in range(LEAST_SIGNS, len(name) - 2))
        if unspaced or any(_is_followed(own, at) for at in range(LEAST_PARENT, len(own) - 1)):
            yield NAME_BROKEN.note(1, path=f"document.{field}", name=name)


def _is_followed(own: Sequence[str], at: int) -> bool:
    """Whether the words before a place are the name of a known body, and the word there begins another name."""
    above, first = own[at - 1], own[at]
    begins = first[0].isupper() and above[-1].isalpha() and not is_joining(above) and not is_joining(first)
    return begins and fold(" ".join(own[:at])) in known_bodies()


@rule("checks.names.sign", source="mastheads: the emblem with its acronym stands beside the name", otherwise=())
def sign(result: Result) -> Iterator[Note]:
    """No name of the masthead is that of a known body behind an acronym."""
    head = result.agenda.document
    for field, name in (("organ", head.organ), ("body", head.body)):
        own, _, rest = (name or "").partition(" ")
        is_sign = own.isalpha() and own.isupper() and not rest.split(" ", 1)[0].isupper() and names_body(rest)
        if is_sign:
            yield NAME_BROKEN.note(1, path=f"document.{field}", name=name)


@rule(
    "checks.names.number", source="decisions of a session: `Decision XVII/9. Provisional agenda of ...`", otherwise=()
)
def number(result: Result) -> Iterator[Note]:
    """The title does not begin with the number of a decision, which is then no reference either."""
    title = result.agenda.document.title
    if title and _NUMBERED.search(title):
        for path in ("document.title", "references"):
            yield NAME_BROKEN.note(1, path=path, name=title)


def _names(result: Result) -> Iterator[tuple[str, str]]:
    head = result.agenda.document
    for field, name in (("organ", head.organ), ("body", head.body)):
        if name:
            yield field, fold(name)


CHECKS = (sign, number, behind, order, part, joined, tail)
