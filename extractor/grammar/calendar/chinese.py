"""Chinese dates: year, month and day in that order, each with its sign, in digits or numerals.

Source: format catalogue 1.2 and 4.2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractor.built import compiled
from extractor.grammar.calendar.atoms import Atom
from extractor.grammar.calendar.vocabulary import either, forms
from extractor.lexicon import load
from extractor.lexicon.gate import holds_any


@cache
def _digits() -> dict[str, int]:
    return load("zh").numbers("ordinals.digits")


@cache
def _powers() -> dict[str, int]:
    return load("zh").numbers("ordinals.powers")


@cache
def numerals() -> str:
    """The signs of numbers from one to ninety-nine, for the inside of a class of characters."""
    return "".join(char for char, value in {**_digits(), **_powers()}.items() if 0 < value <= 10)


def chinese_number(text: str) -> int | None:
    """A number in figures, in numerals with powers (`二十六`, `一百二十五`) or digit by digit (`二〇二二`)."""
    if text.isdigit() and text.isascii():
        return int(text)
    if not text:
        return None
    digits, powers = _digits(), _powers()
    if all(char in digits for char in text):
        return int("".join(str(digits[char]) for char in text))
    total, current = 0, 0
    for char in text:
        if char in digits:
            current = digits[char]
        elif char in powers:
            total += (current or 1) * powers[char]
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
    ones = "".join(char for char, value in _digits().items() if value)
    ten = "".join(char for char, value in _powers().items() if value == 10)
    small = rf"(?:\d{{1,2}}|[{ones}]?[{ten}][{ones}]?|[{ones}])"
    of_year, of_month, of_day = (either(forms(f"dates.signs.{name}", ("zh",))) for name in ("year", "month", "day"))
    to, joined = either(forms("dates.to", ("zh",))), either(forms("dates.and", ("zh",)))
    year = rf"(?:(?<![\d])(?P<year>\d{{4}}|[{''.join(_digits())}]{{4}})\s*(?:{of_year})\s*)"
    unlike = either(forms("dates.signs.not_month", ("zh",)))
    counted = "".join(sorted({noun[0] for noun in lexicon.words("sessions.nouns")}))
    next_day = rf"(?=\s*(?:-|{to}|{joined}"
    head = compiled(
        rf"(?:{year}?(?<!\d)(?P<month>{small})\s*(?:{of_month})(?!{unlike})"
        rf"(?:\s*(?P<day>{small})(?:\s*(?:{of_day})|{next_day}))))?){tail}"
    )
    follow = compiled(
        rf"\s*(?P<link>-|(?P<to>{to})|{joined}|,)\s*{year}?(?:(?P<month>{small})\s*(?:{of_month})\s*)?(?P<day>{small})"
        rf"(?:\s*(?:{of_day})|{next_day}|,\s*\d{{1,2}}\s*(?:{of_day}|,|{joined}))))(?!\s*[{counted}])(?P<gap>){tail}"
    )
    return head, follow


def _atom(match: re.Match[str]) -> Atom:
    groups = match.groupdict()
    link = groups.get("link")
    first = match.end("link") if link else match.start()
    first += len(match.string[first : match.end()]) - len(match.string[first : match.end()].lstrip())
    atom = Atom(first, match.end(), languages=frozenset({"zh"}))
    if link is not None:
        atom.link = "to" if link == "-" or groups["to"] else "comma" if link == "," else "and"
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


@cache
def _month_signs() -> tuple[str, ...]:
    return tuple(load("zh").words("dates.signs.month"))


def chinese_sequences(text: str) -> Iterator[list[Atom]]:
    """Lists of atoms in folded `text`; year and month go from left to right."""
    if text.isascii() or not holds_any(text, _month_signs()):
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
