"""Articles, rules, paragraphs, chapters, sections and agenda items.

They are found as kinds of their own so that nothing else claims them.

Source: format catalogue 6.3.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from extractor.built import compiled
from extractor.grammar.citations.model import Citation
from extractor.lexicon.gate import Phrases
from extractor.lexicon.organs import spaced
from extractor.lexicon.words import apart, between, either, words

_KINDS = ("item", "rule", "article", "paragraph", "chapter", "section")
_VALUE = (
    r"(?:\d{1,3}(?:\.\d{1,3}){0,2}(?:\s?(?:bis|ter|quater))?|[IVXL]{1,6}(?![A-Za-z]))"
    r"(?:\s?\([a-zأ-ي]{1,3}\)|\s?[a-zа-е]\)|\(\d{1,2}\)){0,3}"
)
_STATEMENT = compiled(r"(?<![A-Za-z0-9/])S/PRST/(?P<year>(?:19|20)\d\d)/(?P<number>\d{1,3})(?![\d/])")


@cache
def _next() -> re.Pattern[str]:
    """A further number."""
    joints = rf"\s?(?:,|;)\s?(?:(?:{apart('references', 'links.joints')})\s)?|{between('references', 'links.joints')}"
    return compiled(rf"(?:{joints}|\s?-\s?|{between('references', 'links.ranges')})(?P<value>{_VALUE})(?![\d/%]|\.\d)")


@cache
def _letters() -> re.Pattern[str]:
    """A further letter of the same number."""
    joints = apart("references", "links.joints")
    return compiled(rf"(?:,\s?(?:(?:{joints})\s)?|\s(?:{joints})\s)(?P<value>\([a-z]\)|[a-z]\))")


@cache
def _counted() -> tuple[tuple[str, Phrases], ...]:
    """Chinese puts a noun before the number, or a sign on each side of it."""
    item, rules = either("references", "counted.item"), either("references", "counted.rule")
    digits = "[0-9一二三四五六七八九十百]{1,5}"
    patterns = (
        ("item", rf"(?:{item})\s?(?P<value>\d{{1,3}}(?:\s?\([a-z甲乙丙丁]\))?)"),
        ("rule", rf"(?:{rules})第(?P<value>{digits})条?(?:之[二三])?(?:\((?:[甲乙丙丁]|[a-z])\)款?)?"),
        ("article", rf"第(?P<value>{digits})条(?:第?\(?[0-9一二三四五六七八九十甲乙a-z]{{1,3}}\)?款)?"),
        ("paragraph", r"第(?P<value>\d{1,3}(?:[-至]\d{1,3})?)段"),
    )
    return tuple((kind, Phrases(compiled(pattern))) for kind, pattern in patterns)


@cache
def _pattern() -> re.Pattern[str]:
    nouns = "|".join(f"(?P<{kind}>{either('references', f'others.{kind}')})" for kind in _KINDS)
    return compiled(
        rf"(?<![A-Za-zÀ-ÿ\u0400-\u04ff\u0600-\u06ff-])(?:{spaced(nouns)})\s{{0,60}}(?P<value>{_VALUE})"
        rf"(?![\d/%]|\.\d|\s?(?:%|{either('references', 'counted.quantities')}))"
    )


@cache
def _places() -> re.Pattern[str]:
    """A paragraph of the article or rule before it."""
    units, joints = either("references", "instruments.places"), either("references", "locators.joints")
    part = r"\d{1,3}(?:\s?\([a-z]\))*"
    return compiled(rf",\s(?P<locator>(?:{units})\s{part}(?:\s(?:{joints})\s{part})*)")


@cache
def _articles() -> re.Pattern[str]:
    return compiled(rf"^(?:{either('references', 'instruments.articles')})\s")


@cache
def _rules() -> re.Pattern[str]:
    """The instrument is one of rules."""
    return compiled(either("references", "instruments.rules"))


@cache
def _instrument() -> re.Pattern[str]:
    """The instrument whose article, rule or paragraph it is: one group for each pattern."""
    return compiled(either("references", "instruments.owners"))


def find_others(text: str, plain: str, claimed: Sequence[tuple[int, int]]) -> list[Citation]:
    """The other kinds, outside the ``claimed`` spans; one citation a number, the instrument as owner where named."""
    ordered = sorted(claimed)
    starts = [begin for begin, _ in ordered]
    reach: list[int] = []
    for _, end in ordered:
        reach.append(max(end, reach[-1] if reach else 0))
    found: list[Citation] = []
    until = 0
    for match in _pattern().finditer(plain):
        at = bisect_right(starts, match.start())
        if match.start() >= until and (at == 0 or reach[at - 1] <= match.start()):
            got, until = _list(text, plain, match)
            found.extend(got)
    for match in _STATEMENT.finditer(plain):
        symbol = match.group()
        found.append(
            Citation(
                "statement",
                text[match.start() : match.end()],
                match.start(),
                match.end(),
                "Security Council",
                f"{match['year']}/{match['number']}",
                symbol,
            )
        )
    if not plain.isascii():
        for kind, phrases in _counted():
            for match in phrases.finditer(plain):
                begin, end = match.span()
                if kind == "article" and plain.endswith(words("references", "counted.rule"), 0, begin):
                    continue
                value = match["value"].replace(" ", "")
                found.append(Citation(kind, text[begin:end], begin, end, None, value, None))
    return found


def _list(text: str, plain: str, match: re.Match[str]) -> tuple[list[Citation], int]:
    """The numbers after one noun, and where the mention with its locator ends."""
    kind = next(name for name in _KINDS if match[name] is not None)
    spans = [(match.start(), match.end("value"), match["value"])]
    end = match.end("value")
    for _ in range(60):
        more = _next().match(plain, end)
        if more is None:
            letter = _letters().match(plain, end)
            if letter is None or not re.search(r"[a-z]\)$", spans[-1][2]):
                break
            stem = re.sub(r"\s?\(?[a-z]\)$", "", spans[-1][2])
            spans.append((letter.start("value"), letter.end(), stem + letter["value"]))
            end = letter.end()
            continue
        spans.append((more.start("value"), more.end(), more["value"]))
        end = more.end()
    inner = None
    if kind in ("article", "rule") and (place := _places().match(plain[end : end + 80])):
        inner, end = re.sub(r"\s+", " ", place["locator"]), end + place.end()
    owner = None
    if kind in ("article", "rule", "paragraph") and (name := _instrument().match(plain, end)):
        owner = re.sub(r"\s+", " ", next(value for value in name.groups() if value))
        owner = _articles().sub("", owner)
        if kind == "article" and _rules().search(owner):
            kind = "rule"
    return [
        Citation(
            kind,
            text[begin:finish],
            begin,
            finish,
            owner,
            re.sub(r"\s+", "", value),
            None,
            inner,
            frozenset({"list"}) if at else frozenset(),
        )
        for at, (begin, finish, value) in enumerate(spans)
    ], end
