"""``find_citations``: all that a text cites.

These are resolutions, decisions, statements, rules, articles, paragraphs and agenda items.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache

from extractor.built import compiled, prepared
from extractor.grammar.citations import owners
from extractor.grammar.citations.keys import key_of
from extractor.grammar.citations.model import Citation, CitationContext
from extractor.grammar.citations.numbers import (
    Number,
    between,
    connector,
    locator_after,
    locator_before,
    read_alone,
    read_number,
    read_plain,
    read_range,
)
from extractor.grammar.citations.others import find_others
from extractor.grammar.citations.owning import Cited, owner_of, owner_of_symbol
from extractor.grammar.covered import Covered
from extractor.grammar.symbols.fold import fold, invisible_to_nul
from extractor.lexicon.gate import Phrases
from extractor.lexicon.organs import spaced
from extractor.lexicon.signs import VOWELS
from extractor.lexicon.words import either
from extractor.records import Struct, replace

_MAX_LIST = 400
#: Look this far back for the paragraph or chapter of what is cited.
_LEAD = 120
_SIGNS = compiled(f"[{VOWELS}]")


@cache
def _in_particular() -> re.Pattern[str]:
    """Between the noun and numbers that are some of those meant: `its resolutions on ports, in particular 39/159`."""
    words = either("references", "links.in_particular")
    return compiled(rf"[^.;:()/\d]{{0,120}}?(?<!\w)(?:{words})\s{{1,4}}(?=[A-Z]?\d{{1,4}}/)")


@cache
def _of() -> re.Pattern[str]:
    """Between the noun and the organ that is named before the number."""
    return compiled(rf"\s{{0,60}}(?:{either('references', 'links.inner')})?\s{{0,60}}")


@cache
def _and() -> re.Pattern[str]:
    """Between two mentions of one organ."""
    joints, articles = either("references", "links.joints"), either("references", "links.articles")
    return compiled(rf",?\s{{0,60}}(?:{joints})?\s{{0,60}}(?:(?:{articles})\s{{1,60}}){{0,2}}")


@cache
def _before_organ() -> re.Pattern[str]:
    """Between the number and the organ behind it."""
    return compiled(rf",?\s{{1,60}}(?:{either('references', 'links.of_organ')})\s{{0,60}}")


@cache
def _leads() -> re.Pattern[str]:
    """Only behind these words can a locator stand before its resolution."""
    return compiled(rf"\s(?:{either('references', 'locators.leads')})$")


@cache
def _into() -> re.Pattern[str]:
    """Behind a locator that is one of the resolution that follows."""
    return compiled(rf"\s*(?:{either('references', 'locators.into')})")


@cache
def _last_of() -> re.Pattern[str]:
    return compiled(rf"(?:,?\s(?:{either('references', 'links.of')}))$")


@prepared
def _nouns() -> Phrases:
    kinds = "|".join(f"(?P<{kind}>{either('references', f'nouns.{kind}')})" for kind in ("resolution", "decision"))
    letter = r"[A-Za-zÀ-ÿ\u0400-\u04ff\u0600-\u06ff]"
    return Phrases(compiled(rf"(?<!{letter})(?:{spaced(kinds)})(?!{letter})"))


@cache
def _marks() -> re.Pattern[str]:
    marks = spaced(either("references", "links.number_marks"))
    return compiled(rf"[ \t]{{0,60}}(?:\n[ \t]{{0,60}})?[\[(]?(?:(?:{marks})\s{{0,4}})?")


@cache
def _chinese() -> re.Pattern[str]:
    """Chinese puts the numbers before the noun: 第48/264号…, 第48/264和51/241号…."""
    nouns = "|".join(
        f"(?P<{kind}>{either('references', f'nouns.{kind}_after')})" for kind in ("resolution", "decision")
    )
    return compiled(
        rf"第(?P<numbers>[0-9A-Z第号()IVXLCS/、，和及与至\s.-]{{2,400}}?)号\s?(?:[^，。；、()（）“”0-9]{{0,10}}?)(?:{nouns})"
    )


def find_citations(text: str, context: CitationContext | None = None, *, provisions: bool = True) -> list[Citation]:
    """All citations of ``text`` in printed order.

    Lists, letter parts and ranges are spelled out, one citation a number. The owner is the organ named with the
    number; else the last organ named in the sentence; else (with a ``context``) the paper's own body, or the body
    above it that numbers so; else the only organ that numbers so. Without ``provisions`` only resolutions and
    decisions are looked for, which takes half the time. Never raises. Sources: UN Editorial Manual
    ("Resolutions"), format catalogue 6.2 and 6.3.
    """
    if _SIGNS.search(text):
        return _without_signs(text, context, provisions=provisions)
    plain = invisible_to_nul(fold(text)).replace("\x00", " ")
    nouns = list(_nouns().finditer(plain))
    chinese = list(_chinese().finditer(plain)) if "号" in plain else []
    alone = read_alone(plain)
    groups: list[_Group] = []
    if nouns or chinese or alone:
        mentions = owners.Mentions(plain)
        home = owners.home_of(context)
        taken = 0
        for noun in nouns:
            if noun.start() < taken:
                continue
            group = _read(plain, noun, mentions, home)
            if group is not None:
                groups.append(group)
                taken = group.end
        for match in chinese:
            groups.append(_read_chinese(plain, match, mentions, home))
        read = Covered((group.begin, group.end) for group in groups)
        groups += [_by_itself(number) for number in alone if not read.holds(number.start, number.end)]
        groups.sort(key=lambda group: group.begin)
        _lend(plain, groups)
    found = [citation for group in groups for citation in group.citations(text)]
    if provisions:
        found += find_others(text, plain, [(group.claims, group.end) for group in groups])
    found.sort(key=lambda one: (one.start, one.end))
    return found


def _without_signs(text: str, context: CitationContext | None, *, provisions: bool) -> list[Citation]:
    """The citations of a text with Arabic vowel signs, looked for without them."""
    places = [at for at, char in enumerate(text) if char not in VOWELS]
    found = find_citations("".join([text[at] for at in places]), context, provisions=provisions)
    spans = [(places[one.start], places[one.end - 1] + 1) for one in found]
    return [
        replace(one, text=text[start:end], start=start, end=end) for one, (start, end) in zip(found, spans, strict=True)
    ]


class _Group(Struct):
    """One noun with its numbers. ``claims``: where the mention begins with a locator before it."""

    kind: str
    begin: int
    end: int
    claims: int
    numbers: list[tuple[Number, str | None]]
    found: list[owners.Owner | None]
    named: bool
    lead: str | None = None
    whole: bool = False

    def citations(self, text: str) -> list[Citation]:
        """The citations, one a number."""
        spans = Counter((number.start, number.end) for number, _ in self.numbers)
        result = []
        for at, ((number, locator), owner) in enumerate(zip(self.numbers, self.found, strict=True)):
            ranged = spans[number.start, number.end] > 1
            first = number.start == self.numbers[0][0].start
            left, right = (self.begin if first else number.start), number.end
            if self.whole and len(self.numbers) == 1:
                left, right = self.begin, self.end
            elif self.whole:
                left = number.start
            flags = (("list", at > 0), ("inferred", owner is not None and owner.inferred), ("range", ranged))
            symbol = key_of(owner.organ if owner else None, self.kind, number)
            name = owner.name if owner else None
            result.append(
                Citation(
                    kind="statement" if number.shape == "prst" else self.kind,
                    text=text[left:right],
                    start=left,
                    end=right,
                    owner=owner_of_symbol(symbol) if number.shape == "filed" and name is None else name,
                    number=number.printed,
                    symbol=symbol,
                    locator=_strip(locator or self.lead),
                    flags=frozenset(flag for flag, on in flags if on),
                    named=self.named,
                )
            )
        return result


def _lend(plain: str, groups: list[_Group]) -> None:
    """The owner named last is the first one's as well.

    As in ``resolution 55/25 and resolution 55/255 of the General Assembly``.
    """
    for before, after in zip(reversed(groups[:-1]), reversed(groups[1:]), strict=True):
        if before.named or not after.named or not _and().fullmatch(plain[before.end : after.begin]):
            continue
        lent = after.found[0]
        if lent is None or lent.organ is None:
            continue
        if all(owners.fits(lent.organ, before.kind, number) for number, _ in before.numbers):
            before.found = [lent] * len(before.found)
            before.named = True


def _numbers(
    plain: str, at: int, read: Callable[[str, int], list[Number]] = read_number
) -> tuple[list[tuple[Number, str | None]], int]:
    """The list of numbers that begins at ``at``, each with the locator after it, and where the list ends."""
    result: list[tuple[Number, str | None]] = []
    end = at
    while len(result) < _MAX_LIST:
        got = read(plain, at)
        if len(got) == 1:
            got = read_range(plain, got[0]) or got
        if not got or (result and not _goes_on(result[-1][0], got[0])):
            break
        end = max(number.end for number in got)
        locator = None
        if (place := locator_after().match(plain, end)) and not _into().match(plain[place.end() : place.end() + 24]):
            locator, end = _folded(place["locator"]), place.end()
        for _ in range(2):
            if gap := between().match(plain, end):
                end = gap.end()
        result += [(number, locator) for number in got]
        joint = connector().match(plain, end)
        if joint is None:
            break
        at = joint.end()
        # "and its decision" begins a mention of its own.
    return result, end


def _goes_on(before: Number, after: Number) -> bool:
    """A list keeps to shapes that occur together; ``55/25, 12 (2001)`` does not."""
    if after.shape in ("dashed", "letter") and before.shape != after.shape:
        return False
    return not (after.shape == "filed" and before.shape not in ("filed",) and "/" not in after.number)


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _read(plain: str, noun: re.Match[str], mentions: owners.Mentions, home: owners.Home) -> _Group | None:
    kind = noun.lastgroup or "resolution"
    begin, at = noun.span()
    inner = None
    marked = _after_mark(plain, at)
    numbers, end = _numbers(plain, marked)
    if not numbers and plain[at:marked].strip(" ([\n\t"):
        numbers, end = _numbers(plain, marked, read_plain)
    if not numbers:
        # Russian, Arabic and old French name the organ between noun and number: قرار الجمعية العامة 60/251.
        gap = _of().match(plain, at)
        inner = mentions.starting_at(gap.end()) if gap else None
        if inner is None:
            return _read_apart(plain, noun, mentions, home)
        numbers, end = _numbers(plain, _after_mark(plain, inner.end))
        if not numbers:
            return None
    explicit = inner or mentions.ending_at(begin) or _following(plain, end, mentions)
    left = explicit.start if explicit and explicit.end <= begin else begin
    start = max(0, left - _LEAD)
    window = plain[start:left]
    before = locator_before().search(window) if _leads().search(window) else None
    lead = _folded(before["locator"]) if before else None
    cited = Cited(plain, kind, begin, end, explicit)
    found = [owner_of(number, cited, mentions, home) for number, _ in numbers]
    return _Group(
        kind, begin, end, start + before.start() if before else begin, numbers, found, explicit is not None, lead
    )


def _read_apart(plain: str, noun: re.Match[str], mentions: owners.Mentions, home: owners.Home) -> _Group | None:
    """The numbers that stand behind `in particular` further on in the clause of the noun; they are the mention."""
    kind = noun.lastgroup or "resolution"
    gap = _in_particular().match(plain, noun.end())
    numbers, end = _numbers(plain, gap.end()) if gap is not None else ([], 0)
    if not numbers:
        return None
    explicit = mentions.ending_at(noun.start()) or _following(plain, end, mentions)
    cited = Cited(plain, kind, noun.start(), end, explicit)
    found = [owner_of(number, cited, mentions, home) for number, _ in numbers]
    begin = numbers[0][0].start
    return _Group(kind, begin, end, begin, numbers, found, explicit is not None)


def _by_itself(number: Number) -> _Group:
    """A resolution or decision that is cited by its number alone, as agencies do."""
    decided = number.printed.endswith(")") or "/D" in number.printed
    kind = "decision" if decided else "resolution"
    owner = owners.by_number(kind, number)
    return _Group(kind, number.start, number.end, number.start, [(number, None)], [owner], owner is not None)


def _after_mark(plain: str, at: int) -> int:
    mark = _marks().match(plain, at)
    return mark.end() if mark else at


def _strip(locator: str | None) -> str | None:
    return _last_of().sub("", locator) if locator else None


def _following(plain: str, end: int, mentions: owners.Mentions) -> owners.Mention | None:
    """The organ after the numbers.

    As in ``resolution 55/25 of the General Assembly``, ``резолюции 58/316 Генеральной Ассамблеи``.
    """
    match = _before_organ().match(plain[end : end + 140])
    return mentions.starting_at(end + match.end()) if match else None


def _read_chinese(plain: str, match: re.Match[str], mentions: owners.Mentions, home: owners.Home) -> _Group:
    kind = "resolution" if match["resolution"] else "decision"
    numbers: list[Number] = []
    at = match.start("numbers")
    while at < match.end("numbers"):
        got = read_number(plain, at)
        if got and got[0].end <= match.end("numbers"):
            numbers += got
            at = max(number.end for number in got)
        else:
            at += 1
    begin = match.start()
    date = re.search(r"\d{4}年\d{1,2}月\d{1,2}日$", plain[max(0, begin - 14) : begin])
    left = begin - len(date.group()) if date else begin
    explicit = mentions.ending_at(left) or mentions.ending_at(left - 1 if left else 0)
    cited = Cited(plain, kind, begin, match.end(), explicit)
    found = [owner_of(number, cited, mentions, home) for number in numbers]
    return _Group(
        kind, begin, match.end(), begin, [(number, None) for number in numbers], found, explicit is not None, whole=True
    )
