"""Articles, rules, paragraphs, chapters, sections and agenda items, found as kinds of their own so that nothing
else claims them.

Source: format catalogue 6.3.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from extractor.grammar.citations.model import Citation
from extractor.lexicon.organs import references, spaced

_KINDS = ("item", "rule", "article", "paragraph", "chapter", "section")
_VALUE = (
    r"(?:\d{1,3}(?:\.\d{1,3}){0,2}(?:\s?(?:bis|ter|quater))?|[IVXL]{1,6}(?![A-Za-z]))"
    r"(?:\s?\([a-zأ-ي]{1,3}\)|\s?[a-zа-е]\)|\(\d{1,2}\)){0,3}"
)
_NEXT = re.compile(
    rf"(?:\s?(?:,|;)\s?(?:and\s|et\s|y\s)?|\s(?:and|or|et|y|e|и|ou"
    rf"|o)\s|\s?[-、和及]\s?|\s?و\s?|\s(?:to|à|a|по)\s)(?P<value>{_VALUE})(?![\d/%]|\.\d)"
)
_LETTERS = re.compile(r"(?:,\s?(?:and\s)?|\s(?:and|et|y|и)\s)(?P<value>\([a-z]\)|[a-z]\))")
_STATEMENT = re.compile(r"(?<![A-Za-z0-9/])S/PRST/(?P<year>(?:19|20)\d\d)/(?P<number>\d{1,3})(?![\d/])")
_CJK_ITEM = re.compile(r"(?:临时)?议程项目\s?(?P<value>\d{1,3}(?:\s?\([a-z甲乙丙丁]\))?)")
_CJK_RULE = re.compile(
    r"议事规则第(?P<value>[0-9一二三四五六七八九十百]{1,5})条?(?:之[二三])?(?:\((?:[甲乙丙丁]|[a-z])\)款?)?"
)
_CJK_ARTICLE = re.compile(
    r"第(?P<value>[0-9一二三四五六七八九十百]{1,5})条(?:第?\(?[0-9一二三四五六七八九十甲乙a-z]{1,3}\)?款)?"
)
_CJK_PARAGRAPH = re.compile(r"第(?P<value>\d{1,3}(?:[-至]\d{1,3})?)段")


@cache
def _pattern() -> re.Pattern[str]:
    table = references().others
    words = "|".join(f"(?P<{kind}>{'|'.join(table[kind])})" for kind in _KINDS)
    return re.compile(
        rf"(?<![A-Za-zÀ-ÿ\u0400-\u04ff\u0600-\u06ff-])(?:{spaced(words)})\s{{0,60}}(?P<value>{_VALUE})"
        rf"(?![\d/%]|\.\d|\s?(?:%|per cent))"
    )


@cache
def _instrument() -> re.Pattern[str]:
    return re.compile(
        r",?\s{1,60}(?:of|to|under|in|thereof|de|du|del)\s(?:la\s|l['’])?"
        r"(?P<name>(?:the\s|its\s)?(?:provisional\s)?(?:rules of procedure|(?:Covenant|Convention|Protocols?|Charter"
        r"|Statute|Agreement|"
        r"Treaty|Optional Protocol|Pacte|Carta|Charte|Convención|Pacto)(?:\s(?:thereto|of the United Nations"
        r"|on [A-Z][\w ]{2,60}))?|[A-Z][\w'’-]+(?:\s(?:of|on|the|and|[A-Z][\w'’-]+)){0,8}\s(?:Convention|Protocol|"
        r"Agreement|Statute|Charter|Treaty)))|\s(?:du|del?|de su)\s(?P<rules>[Rr]èglement intérieur|[Rr]eglamento)"
        r"|\s(?P<russian>(?:Устава|Конвенции|Пакта|Протокола|правил процедуры))|\s(?:من\s)(?P<arabic>النظام الداخلي"
        r"|الاتفاقية|الميثاق|العهد|البروتوكول)"
    )


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
    if "第" in plain or "项目" in plain:
        for kind, pattern in (
            ("item", _CJK_ITEM),
            ("rule", _CJK_RULE),
            ("article", _CJK_ARTICLE),
            ("paragraph", _CJK_PARAGRAPH),
        ):
            for match in pattern.finditer(plain):
                if kind == "article" and plain[max(0, match.start() - 4) : match.start()] == "议事规则":
                    continue
                found.append(
                    Citation(
                        kind,
                        text[match.start() : match.end()],
                        match.start(),
                        match.end(),
                        None,
                        match["value"].replace(" ", ""),
                        None,
                    )
                )
    return found


def _list(text: str, plain: str, match: re.Match[str]) -> tuple[list[Citation], int]:
    """The numbers after one noun, and where the mention with its locator ends."""
    kind = next(name for name in _KINDS if match[name] is not None)
    spans = [(match.start(), match.end("value"), match["value"])]
    end = match.end("value")
    for _ in range(60):
        more = _NEXT.match(plain, end)
        if more is None:
            letter = _LETTERS.match(plain, end)
            if letter is None or not re.search(r"[a-z]\)$", spans[-1][2]):
                break
            stem = re.sub(r"\s?\(?[a-z]\)$", "", spans[-1][2])
            spans.append((letter.start("value"), letter.end(), stem + letter["value"]))
            end = letter.end()
            continue
        spans.append((more.start("value"), more.end(), more["value"]))
        end = more.end()
    inner = None
    if kind in ("article", "rule") and (
        place := re.match(
            r",\s(?P<locator>(?:paragraphs?|paras?\.|paragraphe|párrafo|пункт\w{0,3})\s\d{1,3}"
            r"(?:\s?\([a-z]\))*(?:\s(?:and|to)\s\d{1,3}(?:\s?\([a-z]\))*)*)",
            plain[end : end + 80],
        )
    ):
        inner, end = re.sub(r"\s+", " ", place["locator"]), end + place.end()
    owner = None
    if kind in ("article", "rule", "paragraph") and (name := _instrument().match(plain, end)):
        owner = re.sub(r"\s+", " ", next(value for value in name.groups() if value))
        owner = re.sub(r"^(?:the|its)\s", "", owner)
        if kind == "article" and re.search(r"rules of procedure|èglement intérieur|eglamento|правил|النظام", owner):
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
