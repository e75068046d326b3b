"""The automaton of positions (Glushkov) of a regular expression: one state a character of the pattern."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import reduce
from operator import and_
from typing import Any

_sre: Any = importlib.import_module("re._parser")

#: A repetition that may go on for so long is a loop.
MANY = 512
#: Characters that stand for all others, beside those that stand in the pattern.
_SAMPLE = {*map(chr, range(128)), *"éÉяЯ中ع٣–’“。、，\u00a0\u00ad\u064b\u3000№"}


class Alphabet:
    """Some characters, and sets of them as masks."""

    def __init__(self, chars: frozenset[str]) -> None:
        self.chars = sorted(_SAMPLE | chars)
        self.bits = {char: 1 << at for at, char in enumerate(self.chars)}
        self.all = (1 << len(self.chars)) - 1
        self.word = self.mask(lambda char: char.isalnum() or char == "_")
        self.newline = self.mask(lambda char: char == "\n")
        digit, space = self.mask(str.isdecimal), self.mask(str.isspace)
        self.categories = {
            _sre.CATEGORY_DIGIT: digit,
            _sre.CATEGORY_SPACE: space,
            _sre.CATEGORY_WORD: self.word,
            _sre.CATEGORY_NOT_DIGIT: self.all & ~digit,
            _sre.CATEGORY_NOT_SPACE: self.all & ~space,
            _sre.CATEGORY_NOT_WORD: self.all & ~self.word,
        }

    def mask(self, test: Callable[[str], bool]) -> int:
        """The characters for which the test holds."""
        return sum(1 << at for at, char in enumerate(self.chars) if test(char))


@dataclass
class Fragment:
    """Part of the automaton: where it begins and ends, and whether it takes no text at all."""

    first: list[tuple[int, int]]  # a state, and the characters that must not stand before it
    last: list[int]
    empty: bool
    guard: int = 0  # of a part without text: what must not stand before the next character
    tests: bool = False  # of a part without text: it may fail
    takes_all: int = 0  # characters that cannot stand behind it: a possessive repetition has taken them
    sure: list[int] = field(default_factory=list)  # the states of `last` behind which nothing can fail


@dataclass
class Automaton:
    """The states of a pattern with the characters they take (masks over a sample alphabet) and what may follow them."""

    alphabet: Alphabet
    ignore_case: bool
    takes: list[int] = field(default_factory=list)
    follow: list[set[int]] = field(default_factory=list)
    #: States of loops that are not entered again once they are left.
    closed: set[int] = field(default_factory=set)
    start: list[tuple[int, int]] = field(default_factory=list)
    #: Edges by which a possessive repetition begins again: a new round never takes back the one before.
    again: set[tuple[int, int]] = field(default_factory=set)
    #: States of atomic groups without loops: of two ways through one, the second is never tried.
    groups: dict[int, int] = field(default_factory=dict)
    #: A loop goes from one state to another by two ways, as in `(a+)+`.
    twice: bool = False
    #: States behind which the pattern has matched, whatever comes.
    sure: set[int] = field(default_factory=set)

    def add(self, mask: int) -> int:
        self.takes.append(mask)
        self.follow.append(set())
        return len(self.takes) - 1

    def literal(self, code: int) -> int:
        char = chr(code)
        chars = {char, char.lower(), char.upper()} if self.ignore_case else {char}
        return sum({self.alphabet.bits.get(one, 0) for one in chars})


def automaton(pattern: str, flags: int) -> Automaton:
    """The automaton of a pattern."""
    tree = _sre.parse(pattern, flags)
    flags = tree.state.flags
    chars = {char for char in pattern if not char.isascii()}
    chars |= {other for char in chars for other in (char.lower(), char.upper()) if len(other) == 1}
    found = Automaton(Alphabet(frozenset(chars)), bool(flags & re.IGNORECASE))
    whole = _sequence(found, tree, bool(flags & re.DOTALL))
    found.start = whole.first
    found.sure = set(whole.sure)
    return found


def _sequence(machine: Automaton, tree: Iterable[tuple[Any, Any]], dotall: bool) -> Fragment:
    whole = Fragment([], [], True)
    for kind, value in tree:
        part = _part(machine, kind, value, dotall)
        entered = set().union(*machine.follow) if whole.takes_all else set()
        for state, _ in part.first:
            if state not in entered:
                machine.takes[state] &= ~whole.takes_all
        first = [(state, guard | whole.guard) for state, guard in part.first]
        for state in whole.last:
            machine.follow[state].update(to for to, _ in part.first)
        if whole.empty:
            whole.first += first
        whole.last = part.last + (whole.last if part.empty else [])
        whole.sure = part.sure + (whole.sure if part.empty and not part.tests else [])
        whole.guard = (whole.guard if part.empty else 0) | part.guard
        whole.empty = whole.empty and part.empty
        whole.takes_all = part.takes_all | (whole.takes_all if part.empty else 0)
    return whole


def _part(machine: Automaton, kind: Any, value: Any, dotall: bool) -> Fragment:
    if kind in (_sre.LITERAL, _sre.NOT_LITERAL, _sre.ANY, _sre.IN, _sre.CATEGORY):
        state = machine.add(_one(machine, kind, value, dotall))
        return Fragment([(state, 0)], [state], False, sure=[state])
    if kind is _sre.SUBPATTERN:
        return _sequence(machine, value[3], dotall)
    if kind is _sre.ATOMIC_GROUP:
        before = len(machine.takes)
        group = _sequence(machine, value, dotall)
        inside = range(before, len(machine.takes))
        if not any(to <= state for state in inside for to in machine.follow[state]):
            machine.groups.update(dict.fromkeys(inside, before))
        return _closed(machine, before, group)
    if kind is _sre.BRANCH:
        several = [_sequence(machine, branch, dotall) for branch in value[1]]
        return Fragment(
            [one for part in several for one in part.first],
            [one for part in several for one in part.last],
            any(part.empty for part in several),
            tests=any(part.tests for part in several),
            takes_all=reduce(and_, (part.takes_all for part in several)),
            sure=[one for part in several for one in part.sure],
        )
    if kind in (_sre.MAX_REPEAT, _sre.MIN_REPEAT, _sre.POSSESSIVE_REPEAT):
        return _repeat(machine, kind, value, dotall)
    if kind is _sre.AT:
        if value in (_sre.AT_BEGINNING, _sre.AT_BEGINNING_STRING):
            return Fragment([], [], True, machine.alphabet.all, True)
        return Fragment([], [], True, machine.alphabet.word if value is _sre.AT_BOUNDARY else 0, True)
    if kind in (_sre.ASSERT, _sre.ASSERT_NOT) and value[0] < 0 and len(value[1]) == 1:
        inner, what = value[1][0]
        if inner in (_sre.LITERAL, _sre.NOT_LITERAL, _sre.ANY, _sre.IN):
            mask = _one(machine, inner, what, dotall)
            return Fragment([], [], True, mask if kind is _sre.ASSERT_NOT else machine.alphabet.all & ~mask, True)
    if kind is _sre.FAILURE:
        return Fragment([], [], False)
    if kind is _sre.GROUPREF_EXISTS:
        some = [_sequence(machine, part, dotall) for part in value[1:] if part is not None]
        return Fragment([one for part in some for one in part.first], [one for part in some for one in part.last], True)
    return Fragment([], [], True, 0, True)  # what looks ahead, back or at a group takes no text of its own


def _one(machine: Automaton, kind: Any, value: Any, dotall: bool) -> int:
    """The characters that one state takes."""
    if kind is _sre.LITERAL:
        return machine.literal(value)
    if kind is _sre.NOT_LITERAL:
        return machine.alphabet.all & ~machine.literal(value)
    if kind is _sre.ANY:
        return machine.alphabet.all if dotall else machine.alphabet.all & ~machine.alphabet.newline
    if kind is _sre.CATEGORY:
        return machine.alphabet.categories[value]
    mask, negated = 0, False
    for inner, what in value:
        if inner is _sre.NEGATE:
            negated = True
        elif inner is _sre.RANGE:
            low, high = what
            mask |= machine.alphabet.mask(
                lambda char, low=low, high=high: any(
                    low <= ord(one) <= high
                    for one in ({char, char.lower(), char.upper()} if machine.ignore_case else {char})
                    if len(one) == 1
                )
            )
        else:
            mask |= _one(machine, inner, what, dotall)
    return machine.alphabet.all & ~mask if negated else mask


def _repeat(machine: Automaton, kind: Any, value: Any, dotall: bool) -> Fragment:
    least, most, body = value
    before = len(machine.takes)
    if most is not _sre.MAXREPEAT and most < MANY:
        copies = [_sequence(machine, body, dotall) for _ in range(min(int(most), 2))]
        whole = Fragment([], [], True)
        skipped = True
        for at, copy in enumerate(copies):
            for state in whole.last:
                machine.follow[state].update(to for to, _ in copy.first)
            if skipped:
                whole.first += copy.first
            skipped = skipped and copy.empty
            can_stop = copy.empty or least <= at
            whole.last = copy.last + (whole.last if can_stop else [])
            whole.sure = copy.sure + (whole.sure if can_stop else [])
            whole.empty = whole.empty and can_stop
    else:
        whole = _sequence(machine, body, dotall)
        for state in whole.last:
            again = {to for to, _ in whole.first}
            if kind is _sre.POSSESSIVE_REPEAT:
                machine.again |= {(state, to) for to in again - machine.follow[state]}
            else:
                machine.twice = machine.twice or not machine.follow[state].isdisjoint(again)
            machine.follow[state] |= again
        whole.empty = whole.empty or least == 0
        whole.guard = 0
    whole.takes_all = 0
    if kind is not _sre.POSSESSIVE_REPEAT:
        return whole
    if most is _sre.MAXREPEAT and len(machine.takes) == before + 1:
        whole.takes_all = machine.takes[before]
    return _closed(machine, before, whole)


def _closed(machine: Automaton, before: int, fragment: Fragment) -> Fragment:
    machine.closed.update(range(before, len(machine.takes)))
    return fragment
