"""Lines -> running text: words broken over lines rejoined, symbols and addresses without a space at the break."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Protocol

from extractor.built import compiled
from extractor.layout.lines.model import Mark
from extractor.lexicon.words import either
from extractor.records import Struct
from extractor.rules import rule

_OPEN_SYMBOL = compiled(r"(?:^|[\s(\[（“«–—])[A-Z][A-Za-z0-9.()&-]{0,60}/[A-Za-z0-9./()_&-]{0,80}[./-]$|/$")
#: So much of the end of a text is looked at for a symbol that goes on.
_LONGEST_SYMBOL = 160
#: So much of the end of a text says how the next line joins it: more than any symbol or address has.
_LONGEST_END = 1_000
_ADDRESS = compiled(r"https?://|www\.")
_ADDRESS_REST = compiled(r"^[\w%~#?&=+-]*[/._=?#&-][\w%~#?&=+./-]*")
_CJK = compiled("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
#: How far the full-width signs are from the plain ones; letters and digits of both; signs between them in symbols.
_WIDER = 0xFEE0
_WIDE_SOME = compiled("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
_WIDE = {code: code - _WIDER for first, last in ("０９", "ＡＺ", "ａｚ") for code in range(ord(first), ord(last) + 1)}
_WIDE_SIGN = compiled(r"(?<=[A-Za-z0-9)])[／．－](?=[A-Za-z0-9(])")

#: A hyphen that was set only because the line ended.
SOFT = "\u00ad"


class TextSettings(Struct, frozen=True):
    """Thresholds of how lines join to text."""

    #: No address has fewer characters.
    least_address: int = 5


TEXT = TextSettings()


class HasText(Protocol):
    """Anything with a text and footnote marks: a line, a cell."""

    @property
    def text(self) -> str:
        """Its text."""
        ...

    @property
    def marks(self) -> list[Mark]:
        """The footnote marks in it."""
        ...


@rule("text.suspended", source="`science- and evidence-based`: the word goes on behind the joiner")
def is_suspended(after: str) -> bool:
    """A hyphen before a joiner is followed by a space."""
    return _joiner().match(after) is not None


def ends_in_joiner(text: str) -> bool:
    """Whether a text cannot end where it ends: its last word is a joiner (`and`) in one of the languages."""
    before, _, last = text.rpartition(" ")
    return bool(before) and _joiner().fullmatch(last) is not None


@cache
def _joiner() -> re.Pattern[str]:
    return compiled(rf"(?:{either('layout', 'joiners')})\b")


@rule("text.hyphen", source="compounds, ranges and symbols break behind their hyphen or slash")
def is_inner(before: str) -> bool:
    """A hyphen, dash or slash at the end of a word joins it to what follows."""
    return len(before) > 1 and not before[-2].isspace()


@rule("text.chinese", source="Chinese has no spaces and breaks anywhere")
def is_chinese(last: str, following: str) -> bool:
    """Between two Chinese characters there is no space."""
    return _CJK.match(last) is not None and _CJK.match(following) is not None


@rule("text.address", source="addresses of documents break behind a slash, a dot or before one")
def is_address(word: str, after: str) -> bool:
    """An address goes on without a space."""
    return _ADDRESS.search(word) is not None and _ADDRESS_REST.match(after) is not None


@rule("text.symbol", source="`CTOC/COP/WG.` / `9/2031/3`: symbols break behind a dot")
def is_open_symbol(before: str, after: str) -> bool:
    """A symbol that ends in a dot goes on without a space where a digit follows."""
    return after[0].isdigit() and _OPEN_SYMBOL.search(before, max(0, len(before) - _LONGEST_SYMBOL)) is not None


@rule("text.slash", source="`A/CONF.999` / `/2031/2`: symbols break before a slash")
def is_slashed(before: str, after: str) -> bool:
    """A slash at the head of a line joins what follows to the last word."""
    return len(after) > 1 and after[1].isalnum() and before[-1].isalnum()


def glue(before: str, after: str) -> tuple[str, str]:
    """How two printed lines join: the first line's text, without a soft hyphen, and a space or nothing between."""
    if not before or not after:
        return before, ""
    last = before[-1]
    if last == SOFT:
        return before[:-1], ""
    if last == "-" and is_suspended.applies(after):
        return before, " "
    word = before[before.rfind(" ") + 1 :]
    joined = (
        (last in "-\u2010–/" and is_inner.applies(before))
        or (last > "\u2fff" and is_chinese.applies(last, after[0]))
        or (len(word) >= TEXT.least_address and is_address.applies(word, after))
        or (last == "." and is_open_symbol.applies(before, after))
        or (after[0] == "/" and is_slashed.applies(before, after))
    )
    return before, "" if joined else " "


def join_lines(lines: Sequence[HasText]) -> tuple[str, list[Mark]]:
    """The running text of several lines and the footnote marks in it, offsets counted in that text."""
    text, starts = join_at(lines)
    marks = [
        Mark(mark.sign, base + mark.offset) for base, line in zip(starts, lines, strict=True) for mark in line.marks
    ]
    return text, marks


def join_at(lines: Sequence[HasText]) -> tuple[str, list[int]]:
    """The running text of several lines, and where each of them begins in it."""
    if len(lines) == 1:  # as most cells of tables
        text, starts = lines[0].text, [0]
    else:
        text, starts = run_on([line.text for line in lines])
    return text if text.isascii() else narrowed(text), starts


def run_on(texts: Iterable[str]) -> tuple[str, list[int]]:
    """Printed lines as one running text, and where each of them begins in it."""
    parts: list[str] = []
    starts: list[int] = []
    end, length = "", 0
    for text in texts:
        kept, between = glue(end, text)
        if kept is not end:  # a soft hyphen goes
            parts[-1] = parts[-1][:-1]
            length -= 1
        if between:
            length += 1
        starts.append(length)
        if text:
            parts += (between, text)
            length += len(text)
            end = (kept + between + text)[-_LONGEST_END:]
    return "".join(parts), starts


def narrowed(text: str) -> str:
    """The text with plain letters and digits for full-width ones, and the signs of symbols between them: as long.

    Only whole texts are changed: a line that breaks between two full-width signs joins without a space.
    """
    if text.isascii() or not is_wide.applies(text):
        return text
    return _WIDE_SIGN.sub(lambda sign: chr(ord(sign[0]) - _WIDER), text.translate(_WIDE))


@rule("text.full_width", source="Chinese typists: symbols, numbers and dates in full-width characters")
def is_wide(text: str) -> bool:
    """Full-width letters or digits are read as plain ones."""
    return _WIDE_SOME.search(text) is not None
