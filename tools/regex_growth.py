"""Whether a regular expression can take more than linear time, judged from its parse tree.

The tree becomes an automaton of positions (Glushkov): one state a character of the pattern, with the set of characters
that it takes. Backtracking explodes where two ways lead through the automaton for the same text:

* *exponential*: a loop comes back to where it was along two different ways with the same word;
* *polynomial*: a word goes round one loop, from it to a later one, and round that one. The search for a place to begin
  counts as a loop before the pattern, unless the pattern is only ever matched at a given place.

Atomic groups and possessive repetitions are not entered again once they are left, so that no loop leads out of them.
Repetitions with an end below `MANY` count as a few copies: they cost a constant.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import reduce
from operator import or_

from tools.regex_automaton import Automaton, automaton

#: States of a product that are looked at before a pair of loops is taken for one that overlaps.
BUDGET = 200_000


def _components(follow: list[set[int]]) -> list[list[int]]:
    """The strongly connected components that are loops."""
    index: dict[int, int] = {}
    low: dict[int, int] = {}
    stack: list[int] = []
    held: set[int] = set()
    loops: list[list[int]] = []
    for root in range(len(follow)):
        if root in index:
            continue
        index[root] = low[root] = len(index)
        stack.append(root)
        held.add(root)
        work: list[tuple[int, Iterator[int]]] = [(root, iter(follow[root]))]
        while work:
            state, rest = work[-1]
            for to in rest:
                if to not in index:
                    index[to] = low[to] = len(index)
                    stack.append(to)
                    held.add(to)
                    work.append((to, iter(follow[to])))
                    break
                if to in held:
                    low[state] = min(low[state], index[to])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[state])
                if low[state] == index[state]:
                    part: list[int] = []
                    while True:
                        one = stack.pop()
                        held.discard(one)
                        part.append(one)
                        if one == state:
                            break
                    if len(part) > 1 or state in follow[state]:
                        loops.append(part)
    return loops


def exponential(machine: Automaton) -> bool:
    """Whether a loop comes back along two ways with the same word."""
    if machine.twice:
        return True
    for loop in _components(machine.follow):
        inside = set(loop)
        follow = {
            state: [to for to in machine.follow[state] if to in inside and (state, to) not in machine.again]
            for state in loop
        }
        if all(len(some) < 2 for some in follow.values()):
            continue
        if _two_ways(machine, follow):
            return True
    return False


def _two_ways(machine: Automaton, follow: dict[int, list[int]]) -> bool:
    """Whether two different ways lead from a state back to itself with one word: in the product of the loop with
    itself, a pair of different states lies between two pairs of equal ones."""
    takes, groups = machine.takes, machine.groups
    edges: dict[tuple[int, int], list[tuple[int, int]]] = {}
    todo = [(state, state) for state in follow]
    while todo:
        pair = todo.pop()
        if pair in edges:
            continue
        one, other = pair
        edges[pair] = [
            (a, b)
            for a in follow[one]
            for b in follow[other]
            if takes[a] & takes[b] and not (one == other and a != b and a in groups and groups[a] == groups.get(b))
        ]
        todo += edges[pair]
        if len(edges) > BUDGET:
            return True
    back: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for pair, ends in edges.items():
        for end in ends:
            back.setdefault(end, []).append(pair)
    reach = set()
    todo = [pair for pair in edges if pair[0] == pair[1]]
    while todo:
        pair = todo.pop()
        if pair in reach:
            continue
        reach.add(pair)
        todo += back.get(pair, [])
    return any(pair[0] != pair[1] for pair in reach)


def polynomial(machine: Automaton, *, searched: bool, whole: bool) -> str:
    """The two loops of which a word goes round the first, on to the second and round that; empty where there are none.

    Args:
        machine: the automaton.
        searched: the pattern is looked for at each place, not only matched at a given one.
        whole: what it matches must end with the text (``fullmatch``): a loop at its end can fail.
    """
    takes = [*machine.takes]
    follow = [*map(set, machine.follow)]
    loops = _components(follow)
    before = []
    if searched:
        for guard in {guard for _, guard in machine.start if guard != machine.alphabet.all}:
            state = len(takes)
            takes += [machine.alphabet.all & ~guard, guard]
            entered = {to for to, own in machine.start if own == guard}
            follow += [{state, state + 1, *entered}, {state, state + 1}]
            before.append([state, state + 1] if guard else [state])
    back: list[set[int]] = [set() for _ in follow]
    for state, after in enumerate(follow):
        for to in after:
            back[to].add(state)
    leads: dict[int, set[int]] = {}  # to each loop, by its first state
    for one in [*before, *loops]:
        if not set(one).isdisjoint(machine.closed):
            continue
        reach = _reachable(follow, one)
        for other in loops:
            ends = not whole and not machine.sure.isdisjoint(other)  # matched, whatever comes
            if other is one or ends or other[0] not in reach or not _meet(takes, one, other):
                continue
            if other[0] not in leads:
                leads[other[0]] = _reachable(back, other)
            if _overlap(takes, follow, one, other, leads[other[0]] & reach):
                begin = "the search" if one in before else _shown(machine, one, takes)
                return f"{begin} and {_shown(machine, other, takes)}"
    return ""


def _meet(takes: list[int], one: list[int], other: list[int]) -> bool:
    """Whether a character goes round both loops."""
    return bool(reduce(or_, (takes[state] for state in one)) & reduce(or_, (takes[state] for state in other)))


def _overlap(takes: list[int], follow: list[set[int]], one: list[int], other: list[int], between: set[int]) -> bool:
    """Whether a word goes round the one loop, on to the other and round that.

    Args:
        takes: the characters of each state.
        follow: what follows each state.
        one: the states of the one loop.
        other: those of the other.
        between: all that follows the one and leads to the other.
    """
    first, second = set(one), set(other)
    cost = 0
    for begin in one:
        for end in other:
            if not takes[begin] & takes[end]:
                continue  # no word ends in both
            seen = set()
            todo = [(begin, begin, end)]
            while todo:
                a, b, c = todo.pop()
                for x in follow[c] & second:
                    for y in follow[b] & between:
                        common = takes[x] & takes[y]
                        if not common:
                            continue
                        for z in follow[a] & first:
                            if takes[z] & common and (z, y, x) not in seen:
                                seen.add((z, y, x))
                                todo.append((z, y, x))
                cost += 1
                if cost > BUDGET:
                    return True
                if (begin, end, end) in seen:
                    return True
    return False


def _reachable(follow: list[set[int]], begin: Iterable[int]) -> set[int]:
    seen = set(begin)
    todo = list(seen)
    while todo:
        for to in follow[todo.pop()]:
            if to not in seen:
                seen.add(to)
                todo.append(to)
    return seen


def _shown(machine: Automaton, loop: Iterable[int], takes: list[int]) -> str:
    """The characters of a loop, for a person who looks for it."""
    sets = []
    for state in sorted(loop):
        chars = [char for at, char in enumerate(machine.alphabet.chars) if takes[state] >> at & 1]
        sets.append("any" if len(chars) > 100 else "".join(chars)[:24])
    return " ".join(map(repr, sets[:8]))


def growth(pattern: str, flags: int = 0, *, searched: bool = True, whole: bool = False) -> str:
    """``exponential``, ``polynomial`` or, where the pattern is linear, an empty string."""
    machine = automaton(pattern, flags)
    if exponential(machine):
        return "exponential"
    loops = polynomial(machine, searched=searched, whole=whole)
    return f"polynomial, {loops}" if loops else ""


if __name__ == "__main__":
    for text in sys.argv[1:]:
        print(growth(text) or "linear", text)
