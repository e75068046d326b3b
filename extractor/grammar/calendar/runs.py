"""From folded text to runs of date words: the months are found, and what stands around them is cut into tokens.

Only words near a month (or a weekday, when asked for) are looked at, so that text without dates costs one pass
over its words. Source: format catalogue 1.2 and 4.2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractor.built import compiled, prepared
from extractor.grammar.calendar.vocabulary import Word, months, phrases, weekdays, words
from extractor.lexicon.words import choice, everywhere
from extractor.records import Struct

_WORD = compiled(r"[^\W\d_]+")
#: The same in folded text of plain letters, found twice as fast.
_ASCII_WORD = compiled(r"[a-z]+")
#: What stands before and behind a slash between two days.
#: How far before a month a run may begin: a weekday, `from`, a list of days. Longer lists start with an anchor
#: of their own.
_REACH = 110
#: A run of dates longer than this is cut; it keeps the work linear.
_LONGEST = 4000


@cache
def _day_before() -> re.Pattern[str]:
    """A day, with or without its month, at the end of a text."""
    of = choice(everywhere("dates.of"))
    return compiled(rf"(?<![\w/.:-])(?P<day>\d{{1,2}})(?:\s+(?:(?:{of})\s+)?(?P<month>[^\W\d_]+))?\s?$")


@cache
def _day_behind() -> re.Pattern[str]:
    of = choice(everywhere("dates.of"))
    return compiled(rf"\s?(?P<day>\d{{1,2}})\s+(?:(?:{of})\s+)?(?P<month>[^\W\d_]+)")


class Token(Struct):
    """A piece of a run.

    `kind` is "number", "time", "mark" (a.m.), "break", a punctuation sign or the kind of its word.
    """

    kind: str
    start: int
    end: int
    value: int = 0
    word: Word | None = None
    uses: tuple[Word, ...] = ()
    broken: bool = False  # a line ends before it


@prepared
def _token() -> re.Pattern[str]:
    several = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in phrases())
    return compiled(
        rf"(?P<blank>\s+)"
        rf"|(?P<mark>(?<![^\W\d_])[ap]\.? ?m\b\.?)"
        rf"|(?P<time>(?<![\d/.])\d{{1,2}}[:.]\d{{2}}(?!\d|\.\d))"
        rf"|(?P<number>\d+)"
        rf"|(?P<phrase>(?<![^\W\d_])(?:{several})(?![^\W\d_]))"
        rf"|(?P<word>[^\W\d_]+)"
        rf"|(?P<sign>.)",
        re.DOTALL,
    )


@cache
def _followers() -> frozenset[str]:
    """First words of months and weekdays of several parts."""
    return frozenset(form.split()[0] for form in phrases() if form in months() or form in weekdays())


@prepared
def _date_words() -> frozenset[str]:
    """Every word that can stand in a run, and the parts of those of several parts."""
    parts = {part for form in phrases() for part in re.findall(r"[^\W\d_]+", form)}
    return frozenset(words()) | parts | {"a", "p", "m", "am", "pm"}


@cache
def _wanted(with_weekdays: bool) -> frozenset[str]:
    """The words that a run is built around."""
    return frozenset(months() | _followers() | (weekdays() if with_weekdays else frozenset()))


def _anchors(text: str, with_weekdays: bool) -> Iterator[int]:
    wanted = _wanted(with_weekdays)
    if wanted.isdisjoint((_ASCII_WORD if text.isascii() else _WORD).findall(text)):  # most texts hold no date
        return
    for match in _WORD.finditer(text):
        if match.group() in wanted:
            yield match.start()


def _tokens(text: str, start: int, stop: int) -> Iterator[Token]:
    """Tokens from `start`; blanks are dropped, a stop after a short word belongs to it."""
    broken = False
    for match in _token().finditer(text, start, stop):
        kind = match.lastgroup or "sign"
        first, last = match.span()
        if kind == "blank":
            breaks = match.group().count("\n")
            if breaks > 1:
                yield Token("break", first, last)
            broken = breaks == 1
            continue
        piece = match.group()
        if kind == "number":
            yield _number(text, piece, first, last, broken)
        elif kind in ("word", "phrase"):
            uses = words().get(piece if kind == "word" else " ".join(piece.split()), ())
            yield Token(
                uses[0].kind if uses else "break",
                first,
                last,
                uses[0].value if uses else 0,
                uses[0] if uses else None,
                uses,
                broken,
            )
        elif kind == "mark":
            yield Token("mark", first, last, 1 if piece[0] == "p" else 0, broken=broken)
        elif kind == "time":
            yield Token("time", first, last, broken=broken)
        else:
            if piece == "/" and _joins_names(text, first):
                piece = "~"
            elif piece == "/" and _joins_days(text, first):
                piece = "&"
            yield Token(piece, first, last, broken=broken) if piece in ",.-()'°º&~" else Token("break", first, last)
        broken = False


def _number(text: str, digits: str, first: int, last: int, broken: bool) -> Token:
    """A number that can be a day or a year.

    One that is part of a symbol, a fraction or a longer number breaks the run.
    """
    before = text[first - 1] if first else " "
    second = text[first - 2] if first > 1 else " "
    if (
        before == "_"
        or (before == "/" and not _joins_days(text, first - 1))
        or len(digits) > 4
        or (before == "." and second.isalnum())
        or (before == "," and second.isdigit() and len(digits) == 3)
    ):
        return Token("break", first, last)
    if before == "-" and (second == "/" or (second.isalpha() and _part_of_code(text, first))):
        return Token("break", first, last)
    if before.isascii() and before.isalpha() and _ends_in_code(text, first):
        return Token("break", first, last)
    after = text[last] if last < len(text) else " "
    if after == "/" and not _joins_days(text, last):
        return Token("break", first, last)
    return Token("number", first, last, int(digits), broken=broken)


def _ends_in_code(text: str, first: int) -> bool:
    """Whether the letters glued to the front of a number are no month (`May2025`) but a code (`L15`)."""
    match = re.search(r"(?<![^\W\d_])[^\W\d_]+$", text[max(0, first - 12) : first])
    return match is None or match.group() not in months()


def _joins_names(text: str, slash: int) -> bool:
    """Whether a slash stands between the two Arabic names of a month."""
    around = (text[max(0, slash - 3) : slash].rstrip()[-1:], text[slash + 1 : slash + 4].lstrip()[:1])
    return all("\u0620" <= char <= "\u064a" for char in around)


def _joins_days(text: str, slash: int) -> bool:
    """Whether a slash stands between two days of which the second has a month: `12/13 May`, `31 May/1 June`."""
    left, right = (
        _day_before().search(text, max(0, slash - 24), slash),
        _day_behind().match(text, slash + 1, slash + 24),
    )
    if left is None or right is None or right["month"] not in months():
        return False
    return left["month"] in months() if left["month"] else int(left["day"]) < int(right["day"])


def _part_of_code(text: str, first: int) -> bool:
    """Whether the dash before a number joins it to a code (`S-33`, `COVID-19`) and not to a month (`June-13 July`)."""
    match = re.search(r"(\d?)(?<![^\W\d_])([^\W\d_]+)$", text[max(0, first - 14) : first - 1])
    if match is None or match[1]:
        return match is None
    return match[2] not in months() and match[2] not in weekdays()


def runs(text: str, with_weekdays: bool = False) -> Iterator[list[Token]]:
    """Runs of tokens around the months of folded `text`, in order and without overlap; a run holds no "break"."""
    done = 0
    for anchor in _anchors(text, with_weekdays):
        if anchor < done:
            continue
        run: list[Token] = []
        start = max(done, anchor - _REACH)
        while start < anchor and start > done and (text[start - 1].isalnum() or text[start].isspace()):
            start += 1
        for match in _WORD.finditer(text, start, anchor):
            if match.group() not in _date_words():
                start = match.end()
        limit = min(len(text), anchor + _LONGEST)
        for token in _tokens(text, start, limit):
            if token.kind == "break":
                done = max(done, token.start)
                if token.end > anchor:
                    break
                run = []
                continue
            run.append(token)
            done = token.end
        done = max(done, anchor + 1)
        if run and run[-1].end > anchor:
            yield run
