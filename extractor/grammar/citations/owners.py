"""Whose resolution it is: the organ named, else the last organ named in the sentence, else the paper's own body.

Source: UN Editorial Manual (a citation names the organ unless the context does) and format catalogue 6.2.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache

from extractor.built import compiled, prepared
from extractor.grammar.citations.model import CitationContext
from extractor.grammar.citations.numbers import Number
from extractor.grammar.symbols.classify import roman
from extractor.lexicon.files import read_tables
from extractor.lexicon.organs import Organ, organs, spaced
from extractor.lexicon.registry import Body, body_of, parent_of
from extractor.lexicon.words import either, words
from extractor.records import Struct

#: An organ stands at most so many characters before its number: possessives and nouns of five languages.
_GAP = 70
#: So many mentions of a sentence are asked for the owner.
_MENTIONS = 12
#: An organ has no more organs above it.
_ABOVE = 6
#: The last number of decisions of an organ that sets none.
_UNLIMITED = 9999
#: The General Assembly counted its sessions in Roman numbers up to the thirtieth and ended with the second number;
#: below the third one other organs have numbers as well.
_ROMAN_SESSIONS, _ROMAN_LAST, _ROMAN_OTHERS = 30, 3541, 600
#: Since then no other organ that counts by sessions reached this number, nor this session; sessions end somewhere.
_OTHERS_NUMBER, _OTHERS_SESSION, _LAST_SESSION = 60, 75, 130
#: Decisions of the Economic and Social Council begin with the year and run between these numbers.
_DECISIONS = range(201, 400)


@cache
def _adopting() -> re.Pattern[str]:
    return compiled(either("references", "registry.adopting"), re.IGNORECASE)


@cache
def _subsidiary() -> re.Pattern[str]:
    return compiled(either("references", "registry.subsidiary"), re.IGNORECASE)


@cache
def _boundary() -> re.Pattern[str]:
    """The end of a sentence or paragraph.

    The sign comes first, so that nothing else is looked at; stops of abbreviations and initials end no sentence.
    """
    abbreviated = "".join(rf"(?<!{word}[.])" for word in words("references", "sentences.abbreviations"))
    return compiled(
        rf"[.!?؟。！？\n;•‣▪](?:(?<=[.!?؟])(?<![A-Z][.]){abbreviated}"
        r"(?=[\s\"”)]{1,8}[\[(“\"«]?[A-ZÀ-ÖА-ЯЁ\u0600-\u06ff])|(?<=[。！？•‣▪])|(?<=\n)[ \t]*\n|(?<=;)\s*\n)"
    )


@cache
def _before_noun() -> re.Pattern[str]:
    """Between the organ and the noun."""
    return compiled(rf"(?:['’]s)?\s*(?:(?:{either('references', 'links.before_noun')})\s)?")


class Mention(Struct, frozen=True):
    """An organ named in the text: a known organ, or a general word (``Council``) that the context must explain."""

    start: int
    end: int
    organ: Organ | None
    generic: str | None
    printed: str


@prepared
def _names() -> re.Pattern[str]:
    groups = []
    for at, organ in enumerate(organs()):
        groups.append(f"(?P<o{at}>{'|'.join(organ.names)})")
    for kind in read_tables("parts/references.toml")["organs"]:
        groups.append(f"(?P<g_{kind}>{either('references', f'organs.{kind}')})")
    # Longer names first: the Environment Assembly is not the Assembly, the Executive Board of UNICEF not the Board.
    order = sorted(range(len(organs())), key=lambda at: -max(len(name) for name in organs()[at].names))
    body = "|".join([groups[at] for at in order] + groups[len(organs()) :])
    return compiled(
        rf"(?=[A-ZАГЭЕИКОСТПР世大安经人联环缔麻预妇社统欧非亚托执理委ابجلملوم])(?<![A-Za-zÀ-ÿ\u0400-\u04ff])(?:{spaced(body)})"
        rf"(?![A-Za-zÀ-ÿ\u0400-\u04ff])"
    )


@cache
def _fold_names() -> dict[str, Organ]:
    return {organ.name.casefold(): organ for organ in organs()}


class Mentions:
    """The organs named in a text and its sentence bounds, looked up by place."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._found: list[Mention] | None = None
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._bounds: list[int] | None = None

    @property
    def found(self) -> list[Mention]:
        """All mentions in order, looked for when one is asked for: most nouns have no number of their own."""
        if self._found is None:
            self._found = []
            for match in _names().finditer(self.text):
                group = match.lastgroup or ""
                organ = organs()[int(group[1:])] if group[0] == "o" else None
                self._found.append(Mention(*match.span(), organ, group[2:] if organ is None else None, match.group()))
            self._starts = [mention.start for mention in self._found]
            self._ends = [mention.end for mention in self._found]
        return self._found

    def sentence(self, at: int) -> tuple[int, int]:
        """Where the sentence around ``at`` begins and ends."""
        if self._bounds is None:
            self._bounds = [match.end() for match in _boundary().finditer(self.text)]
        index = bisect_right(self._bounds, at)
        begin = self._bounds[index - 1] if index else 0
        end = self._bounds[index] if index < len(self._bounds) else len(self.text)
        return begin, end

    def ending_at(self, at: int) -> Mention | None:
        """The mention that ends at ``at`` or up to four blanks or a possessive before it."""
        found = self.found
        index = bisect_right(self._ends, at)
        for mention in reversed(found[max(0, index - 1) : index]):
            gap = self.text[mention.end : at]
            if len(gap) < _GAP and _before_noun().fullmatch(gap):
                return mention
        return None

    def starting_at(self, at: int) -> Mention | None:
        """The mention that begins at ``at``."""
        if not _names().match(self.text, at):
            return None
        found = self.found
        index = bisect_left(self._starts, at)
        return found[index] if index < len(found) and found[index].start == at else None

    def before(self, begin: int, at: int) -> list[Mention]:
        """Mentions between ``begin`` and ``at``, the last first; no more than a dozen."""
        found = self.found
        stop = bisect_right(self._ends, at)
        start = bisect_left(self._starts, begin)
        return found[max(start, stop - _MENTIONS) : stop][::-1]

    def after(self, at: int, end: int) -> list[Mention]:
        """Mentions between ``at`` and ``end`` in order; no more than a dozen."""
        found = self.found
        start = bisect_left(self._starts, at)
        return [mention for mention in found[start : start + _MENTIONS] if mention.end <= end]


def fits(organ: Organ, kind: str, number: Number) -> bool:
    """Whether the organ numbers its resolutions (decisions) in this shape and range."""
    if number.shape == "plain":
        return True  # nothing in it contradicts
    shapes = organ.resolution if kind == "resolution" else organ.decision
    if number.shape not in shapes:
        return False
    if number.shape in ("coded", "agency"):
        return number.code in organ.codes
    if number.shape == "suffixed":
        return number.code in organ.suffixes
    if number.shape == "session":
        last = organ.last_decision if kind == "decision" and organ.last_decision < _UNLIMITED else organ.last_number
        if kind == "decision" and int(number.number) < organ.first_decision:
            return False
        return organ.first_session <= int(number.session) <= organ.last_session and int(number.number) <= last
    if number.shape == "year" and kind == "decision":
        return int(number.number) >= organ.first_decision
    if number.shape == "roman" and organ.id == "GA":
        value = roman(number.session.split("-")[-1])
        return value is not None and value <= _ROMAN_SESSIONS
    return True


class Owner(Struct, frozen=True):
    """The result: an organ or only a name, and whether the number alone gave it."""

    organ: Organ | None
    name: str | None
    inferred: bool = False


class Home:
    """The bodies of the paper itself, the innermost first."""

    def __init__(self, context: CitationContext | None) -> None:
        self.names: list[str] = []
        self.organs: list[Organ] = []
        row: Body | None = None
        if context is not None:
            self.names += [name for name in (context.body, context.organ) if name]
            row = body_of(context.symbol) if context.symbol else None
        prefix = context.symbol if context is not None and context.symbol else ""
        ranked = [
            (len(start), organ)
            for organ in organs()
            for start in organ.prefixes
            if prefix == start or prefix.startswith((start + "/", start + ".", start + "("))
        ]
        # `Executive Board` alone names no organ, but the symbol of its paper does, before the organ above it
        own = [named(name) for name in self.names]
        nearest = [organ for _, organ in sorted(ranked, key=lambda pair: -pair[0])]
        self.organs += [organ for organ in [*own[:1], *nearest, *own[1:]] if organ is not None]
        seen = 0
        while row is not None and seen < _ABOVE:
            self.names.append(row.name)
            if (organ := named(row.name)) is not None:
                self.organs.append(organ)
            above = parent_of(row)
            row = above.body if above else None
            seen += 1
        if self.names or self.organs:
            self.organs += [organ for organ in organs() if organ.id in ("GA", "SC")]

    def general(self, kind: str) -> str | None:
        """The paper's body whose name holds the general word."""
        words = {
            "board": "Board",
            "council": "Council",
            "conference": "Conference",
            "commission": "Commission",
            "assembly": "Assembly",
            "meeting": "Meeting",
            "plenary": "Plenary",
            "committee": "Committee",
        }
        return next((name for name in self.names if words[kind].casefold() in name.casefold()), None)


@lru_cache(maxsize=64)  # a paper asks for each of its texts
def home_of(context: CitationContext | None) -> Home:
    """The bodies of the paper that a context describes."""
    return Home(context)


def named(name: str) -> Organ | None:
    """The organ of a masthead name."""
    match = _names().fullmatch(name.strip())
    if match and (match.lastgroup or "")[0] == "o":
        return organs()[int((match.lastgroup or "")[1:])]
    return _fold_names().get(name.strip().casefold())


_BY_ID = {organ.id: organ for organ in organs()}
_GENERIC = {
    "council": ("ECOSOC", "HRC", "SC", "TC"),
    "assembly": ("GA", "UNEA", "UNHA"),
    "board": ("EB-UNDP", "EB-UNICEF", "EB-UNW", "EB-WFP", "TDB", "UNIDO-IDB"),
    "conference": ("UNTOC", "UNCAC", "UNFCCC-COP", "UNCCD", "CBD", "BC", "RC", "STOCKHOLM", "MC", "UNCTAD"),
    "commission": ("CND", "CCPCJ", "CSW", "CSOCD", "CPD", "STAT", "CHR"),
    "meeting": ("OZONE",),
    "plenary": ("IPBES",),
    "committee": (),
}
_WORDS = {
    "board": "Executive Board",
    "council": "Council",
    "assembly": "Assembly",
    "conference": "Conference",
    "commission": "Commission",
    "meeting": "Meeting of the Parties",
    "plenary": "Plenary",
    "committee": "Committee",
}


def explained(mention: Mention, kind: str, number: Number, home: Home, mentions: Mentions | None) -> Owner | None:
    """The organ that a mention means for this number; ``None`` where it cannot be its owner."""
    if mention.organ is not None:
        return Owner(mention.organ, mention.organ.name)
    generic = mention.generic or ""
    ids = _GENERIC[generic]
    for organ in home.organs:
        if organ.id in ids and fits(organ, kind, number):
            return Owner(organ, organ.name)
    own = [organ for organ in home.organs if organ.id in ids and organ.id not in ("GA", "SC")]
    if generic == "council" and own and not _other_named(ids, own, mentions):
        return None
    if generic in ("council", "assembly"):
        fitting = [_BY_ID[name] for name in ids if fits(_BY_ID[name], kind, number)]
        # "Assembly" is the General Assembly; "Council" is known by the number's shape when the paper does not tell.
        if fitting:
            return Owner(fitting[0], fitting[0].name)
    name = home.general(generic)
    if name is not None:
        known = named(name)
        return Owner(known, name if known is None else known.name)
    if mentions is not None:
        earlier = [
            other for other in mentions.before(0, mention.start) if other.organ is not None and other.organ.id in ids
        ]
        if earlier and earlier[0].organ is not None:
            return Owner(earlier[0].organ, earlier[0].organ.name)
    return Owner(None, _WORDS[generic])


def _other_named(ids: Sequence[str], own: Sequence[Organ], mentions: Mentions | None) -> bool:
    """Whether the text names an organ of the kind by its whole name that is not the paper's own."""
    if mentions is None:
        return False
    return any(one.organ is not None and one.organ.id in ids and one.organ not in own for one in mentions.found)


def by_number(kind: str, number: Number) -> Owner | None:
    """The owner that the number alone gives.

    ``1373 (2001)`` is the Security Council's, ``BC-15/3`` the Basel Convention's.
    """
    if number.shape == "council" and kind == "resolution":
        return Owner(_BY_ID["SC"], _BY_ID["SC"].name, True)
    if number.shape == "board":
        return Owner(_BY_ID["EB-WFP"], _BY_ID["EB-WFP"].name, True)
    if number.shape in ("coded", "suffixed", "agency"):
        own = kind if number.shape == "agency" else "decision"
        organ = next((organ for organ in organs() if fits(organ, own, number)), None)
        return Owner(organ, organ.name, True) if organ else None
    if number.shape == "prst":
        return Owner(_BY_ID["HRC"], _BY_ID["HRC"].name, True)
    if number.shape == "special" and number.session.startswith("ES-"):
        return Owner(_BY_ID["GA"], _BY_ID["GA"].name, True)
    return None


def by_size(kind: str, number: Number) -> Owner | None:
    """The only organ whose numbers run so high: from the thirty-first session on, the General Assembly's."""
    if (
        number.shape == "session"
        and _ROMAN_SESSIONS < int(number.session) <= _LAST_SESSION
        and (int(number.number) > _OTHERS_NUMBER or int(number.session) > _OTHERS_SESSION)
    ):
        return Owner(_BY_ID["GA"], _BY_ID["GA"].name, True)
    if number.shape == "roman" and number.number.isdigit() and _ROMAN_OTHERS < int(number.number) <= _ROMAN_LAST:
        value = roman(number.session.split("-")[-1])
        if value is not None and value <= _ROMAN_SESSIONS:
            return Owner(_BY_ID["GA"], _BY_ID["GA"].name, True)
    if number.shape == "year" and kind == "decision" and int(number.number) in _DECISIONS:
        return Owner(_BY_ID["ECOSOC"], _BY_ID["ECOSOC"].name, True)
    return None


def of_home(kind: str, number: Number, home: Home) -> Owner | None:
    """The paper's own body, or the nearest body above it that numbers in this shape."""
    for organ in home.organs if number.shape != "plain" else ():
        if fits(organ, kind, number):
            return Owner(organ, organ.name)
    for name in home.names:
        own = named(name) is None or number.shape == "plain"
        if own and _adopting().search(name) and not _subsidiary().search(name):
            return Owner(None, name)
    return None
