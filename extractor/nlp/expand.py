"""Finite regular expressions written out, so that a phrase matcher can use the names of ``organs.toml``."""

from __future__ import annotations

#: More spellings than this of one name are not worth their memory.
MOST = 64


class Unbounded(ValueError):
    """The expression has no short list of spellings."""


def spellings(pattern: str) -> list[str]:
    """All strings that `pattern` matches: letters, ``(?:a|b)``, ``[’']`` and ``?`` only.

    Raises Unbounded for anything else (repetitions, look-around, classes by range) and for more than `MOST` spellings.
    """
    found, at = _alternatives(pattern, 0)
    if at != len(pattern):
        raise Unbounded(pattern)
    return list(dict.fromkeys(" ".join(one.split()) for one in found))


def _alternatives(pattern: str, at: int) -> tuple[list[str], int]:
    found: list[str] = []
    while True:
        some, at = _sequence(pattern, at)
        found += some
        if at < len(pattern) and pattern[at] == "|":
            at += 1
            continue
        return found, at


def _sequence(pattern: str, at: int) -> tuple[list[str], int]:
    found = [""]
    while at < len(pattern) and pattern[at] not in "|)":
        some, at = _atom(pattern, at)
        if at < len(pattern) and pattern[at] == "?":
            some, at = [*some, ""], at + 1
        found = [before + one for before in found for one in some]
        if len(found) > MOST:
            raise Unbounded(pattern)
    return found, at


def _atom(pattern: str, at: int) -> tuple[list[str], int]:
    sign = pattern[at]
    if sign == "(":
        if not pattern.startswith("(?:", at):
            raise Unbounded(pattern)
        some, at = _alternatives(pattern, at + 3)
        if at >= len(pattern):
            raise Unbounded(pattern)
        return some, at + 1
    if sign == "[":
        close = pattern.find("]", at)
        inside = pattern[at + 1 : close]
        if close < 0 or inside.startswith("^") or "-" in inside or "\\" in inside:
            raise Unbounded(pattern)
        return list(inside), close + 1
    if sign == "\\" and at + 1 < len(pattern) and not pattern[at + 1].isalnum():
        return [pattern[at + 1]], at + 2
    if sign in "\\*+{}.^$?":
        raise Unbounded(pattern)
    return [sign], at + 1
