"""Chinese dates: year, month, day in that order, each with its sign, in figures or numerals (format catalogue
1.2 and 4.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractor.grammar.calendar.atoms import Atom
from extractor.lexicon import load

_DIGITS = "零〇○一二两三四五六七八九"
_VALUES = {
    "零": 0,
    "〇": 0,
    "○": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_SMALL = r"(?:\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"


def chinese_number(text: str) -> int | None:
    """A number in figures, in numerals with powers (`二十六`, `一百二十五`) or digit by digit (`二〇二二`)."""
    if text.isdigit() and text.isascii():
        return int(text)
    if not text:
        return None
    if all(char in _VALUES for char in text):
        return int("".join(str(_VALUES[char]) for char in text))
    total, current = 0, 0
    for char in text:
        if char in _VALUES:
            current = _VALUES[char]
        elif char in "十百千":
            total += (current or 1) * {"十": 10, "百": 100, "千": 1000}[char]
            current = 0
        else:
            return None
    return total + current


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    lexicon = load("zh")
    days = "|".join(sorted(lexicon.weekdays, key=len, reverse=True))
    halves = "|".join(word for half in ("am", "pm") for word in lexicon.words(f"half_days.{half}"))
    tail = rf"(?:\s*[,(]?\s*(?P<weekday>{days})\s?\)?)?(?:\s*[,(]?\s*(?P<half>{halves})(?!\s*[\d(])\)?)?"
    year = rf"(?:(?<![\d])(?P<year>\d{{4}}|[{_DIGITS}]{{4}})\s*年\s*)"
    head = re.compile(
        rf"(?:{year}?(?<!\d)(?P<month>{_SMALL})\s*月(?!份以)(?:\s*(?P<day>{_SMALL})(?:\s*[日号]|(?=\s*(?:[-和及]|至))))?){tail}"
    )
    joints = rf"\s*(?P<link>-|[{''.join('至到')}]|和|及|与|以及|,)\s*"
    follow = re.compile(
        rf"{joints}{year}?(?:(?P<month>{_SMALL})\s*月\s*)?(?P<day>{_SMALL})(?:\s*[日号]|(?=\s*(?:[-和及至]|,\s*\d{{1,2}}\s*[日,和])))(?!\s*[届次])(?P<gap>){tail}"
    )
    return head, follow


def _atom(match: re.Match[str]) -> Atom:
    groups = match.groupdict()
    link = groups.get("link")
    atom = Atom(
        match.start() + (len(match.group()) - len(match.group().lstrip(" -至到和及与以,\n"))),
        match.end(),
        languages=frozenset({"zh"}),
    )
    atom.link = None if link is None else "to" if link in "-至到" else "comma" if link == "," else "and"
    for name in ("year", "month", "day"):
        if groups.get(name):
            setattr(atom, name, chinese_number(groups[name]))
    lexicon = load("zh")
    if groups.get("weekday"):
        atom.weekday = lexicon.weekdays[groups["weekday"]] - 1
    if groups.get("half"):
        atom.half = 1 if groups["half"] in lexicon.words("half_days.pm") else 0
    atom.month_start = atom.start
    return atom


def chinese_sequences(text: str) -> Iterator[list[Atom]]:
    """Lists of atoms in folded `text`; year and month go from left to right."""
    if "月" not in text:
        return
    head, follow = _patterns()
    at = 0
    while (match := head.search(text, at)) is not None:
        atoms = [_atom(match)]
        at = match.end()
        while atoms[-1].day is not None and (match := follow.match(text, at)) is not None:
            atom, before = _atom(match), atoms[-1]
            if atom.month is None and (atom.day or 0) <= (before.day or 0):
                break
            if atom.month is None:
                atom.month = before.month
                atom.inferred.add("month")
            if atom.year is None and before.year is not None:
                atom.year = before.year + (1 if (atom.month or 0) < (before.month or 0) else 0)
                atom.inferred.add("year")
            atoms.append(atom)
            at = match.end()
        yield atoms
