"""What the links of the file say of the mentions in its text.

Nearly every modern paper links its symbols to the document system: a second witness beside the wording. A link that
leads where the text says confirms the mention; one whose words lack something completes it (a year, an organ) or gives
a mention that the wording does not show (`41/6` in a column of numbers); one that leads elsewhere is reported. What is
printed stays as it is, and links that lead to no paper are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from extractor.built import compiled
from extractor.diagnostics import REFERENCE_CONFLICT, Note
from extractor.grammar.citations.keys import adopted_by
from extractor.grammar.symbols import Symbol, SymbolError, parse_symbol
from extractor.grammar.symbols.address import Target
from extractor.lexicon import official
from extractor.reading.page import Page
from extractor.records import Struct, replace
from extractor.rules import first, rule
from extractor.structure.links.settings import LINKS
from extractor.structure.links.words import Linked, stretches
from extractor.structure.mentions import Mention
from extractor.structure.passages import Passage
from extractor.structure.printed import Printed

_DIGITS = compiled(r"\d+")
_WORD = compiled(r"[^\W_]")
_NUMBER = compiled(r"(?:RES|DEC)[/.](.+)", re.IGNORECASE)
_YEAR = compiled(r"\(\d{4}\)")


def with_links(
    mentions: Sequence[Mention], passages: Sequence[Passage], pages: Iterable[Page], language: str
) -> tuple[list[Mention], list[Note]]:
    """The mentions with what the links of the pages say of them, in printed order, and where the two differ."""
    found = list(stretches(passages, pages))
    if not found:
        return list(mentions), []
    scales = _Scales(mentions, passages, official(language))
    for link in found:
        scales.put(link)
    return scales.read()


class Pair(Struct, frozen=True):
    """A link over a mention that it does not confirm.

    Attributes:
        link: the link.
        mention: the mention.
        symbol: the symbol of the mention, None for none.
        whole: whether the link stands on (nearly) all of the mention.
    """

    link: Linked
    mention: Mention
    symbol: Symbol | None
    whole: bool

    @property
    def is_of_kind(self) -> bool:
        """Whether the link leads to a resolution, as the mention says, or to a decision, as it says."""
        adopted = adopted_by(self.link.target.symbol)
        return adopted is not None and adopted[0] == self.mention.kind and self.link.target.is_whole


# The rules.


@rule("links.confirms", source="23 of 33 agendas link what they cite; a part of a resolution is linked to its sheet")
def confirms(target: Target, symbol: Symbol | None) -> bool:
    """A link that leads to the paper that the words name confirms it."""
    return symbol is not None and target.holds(symbol)


@rule("links.slipped", source="links of word processors stand on the date behind a number, or on half of it")
def has_slipped(start: int, end: int, link: Linked) -> bool:
    """A link beside the words that name its paper says nothing of the words on which it stands."""
    return start < link.end + LINKS.slipped and end > link.start - LINKS.slipped


@rule("links.year", source="`S/RES/853` is filed as `S/RES/853(1993)`")
def lacks_year(pair: Pair) -> bool:
    """The symbol of the link is that of the mention, and the year that it lacks."""
    target, symbol = pair.link.target, pair.symbol
    return symbol is not None and _YEAR.fullmatch(target.symbol.key.removeprefix(symbol.key)) is not None


@rule("links.number", source="`resolution 5/1` is that of the organ whose sheet is linked, where the text names none")
def lacks_organ(pair: Pair) -> bool:
    """The link leads to the number of the mention, whose organ the words do not name."""
    return (
        pair.is_of_kind
        and (pair.symbol is None or not pair.mention.named)
        and spells(pair.mention.number or "", pair.link.target)
    )


@rule("links.other_document", source="links that were copied with the text of another paper, or mistyped")
def is_other_document(pair: Pair) -> bool:
    """The words are a symbol, and the link leads to another paper."""
    link, symbol = pair.link, pair.symbol
    return (
        pair.mention.kind == "document"
        and pair.whole
        and symbol is not None
        and not link.target.is_near(symbol)
        and not spells(link.words, link.target)
    )


@rule("links.other_resolution", source="links that were copied with the text of another paper, or mistyped")
def is_other_resolution(pair: Pair) -> bool:
    """The words are a number, and the link leads to another one, or to that of another organ than they name.

    Reports and other papers in which a resolution stands are linked as well.
    """
    link, mention = pair.link, pair.mention
    if not pair.is_of_kind or pair.symbol is None or link.target.is_near(pair.symbol):
        return False
    return spells(mention.number or "", link.target) or (
        not spells(link.words, link.target) and _digits(mention.number or "") <= _digits(link.words)
    )


@rule("links.bare", source="columns of numbers; preambles that name the resolutions of the Council by number alone")
def is_number(words: str, target: Target) -> bool:
    """Words that no grammar reads are the number of the paper to which they are linked."""
    return spells(words, target)


@rule("links.words", source="`the concept note` with the address of its paper behind it")
def are_words(words: str, target: Target) -> bool:
    """Words without a digit mean the paper to which they are linked."""
    return target.is_whole and _DIGITS.search(words) is None and _WORD.search(words) is not None


COMPLETES = (lacks_year, lacks_organ)
CONTRADICTS = (is_other_document, is_other_resolution)
ADDS = (is_number, are_words)


class _Scales:
    """Takes the links one after the other, and gives the mentions with what they said."""

    def __init__(self, mentions: Sequence[Mention], passages: Sequence[Passage], language: str) -> None:
        self.mentions = list(mentions)
        self.language = language
        self.added: list[Mention] = []
        self.conflicts: dict[int, Target] = {}
        self.order = {passage: at for at, passage in enumerate(passages)}
        self.of_block: dict[Printed, list[tuple[int, int, int]]] = {}
        self.passages: dict[Printed, list[Passage]] = {}
        for passage in passages:
            self.passages.setdefault(passage.printed, []).append(passage)
        for at, one in enumerate(mentions):
            self.of_block.setdefault(one.passage.printed, []).append((*one.passage.span(one.start, one.end), at))

    def put(self, link: Linked) -> None:
        """Take what one link says."""
        there = self.of_block.get(link.printed, [])
        near = [one for one in there if one[0] < link.end and link.start < one[1]]
        over = [at for start, end, at in near if _shared(link, start, end) >= LINKS.shared]
        agreeing = [at for at in over if confirms.applies(link.target, _symbol(self.mentions[at].symbol))]
        for at in agreeing:
            self._confirm(at, link.target)
        if agreeing or not link.exact:
            return
        beside = [at for start, end, at in there if has_slipped.applies(start, end, link)]
        if any(confirms.applies(link.target, _symbol(self.mentions[at].symbol)) for at in beside):
            return
        if over:
            self._weigh(over, link)
        else:
            self._add(link)

    def read(self) -> tuple[list[Mention], list[Note]]:
        """The mentions, and the notes of those that their links contradict."""
        marked = [(one, self.conflicts.get(at)) for at, one in enumerate(self.mentions)]
        marked += [(one, None) for one in self.added]
        marked.sort(key=lambda pair: (self.order[pair[0].passage], pair[0].start))
        notes = [
            REFERENCE_CONFLICT.note(
                one.passage.page, path=f"references[{at}]", text=one.text, symbol=one.symbol, target=other.filed
            )
            for at, (one, other) in enumerate(marked)
            if other is not None
        ]
        return [one for one, _ in marked], notes

    def _confirm(self, at: int, target: Target) -> None:
        """A mention that its link confirms, with the address of the sheet that holds it."""
        one = self.mentions[at]
        symbol = _symbol(one.symbol)
        url = one.url if symbol is None or target.names(symbol) or one.url is None else target.url(self.language)
        self.mentions[at] = replace(one, evidence=("text", "link"), url=url)
        self.conflicts.pop(at, None)

    def _weigh(self, over: Sequence[int], link: Linked) -> None:
        """A link over mentions of something else: it completes one of them, or contradicts it."""
        words = "".join(link.words.split())
        halves = [at for at in over if (self.mentions[at].symbol or " ") in words]
        if len(halves or over) > 1:  # of a joint symbol a link may cover one half
            return
        at = (halves or over)[0]
        one, target = self.mentions[at], link.target
        start, end = one.passage.span(one.start, one.end)
        covered = min(end, link.end) - max(start, link.start)
        pair = Pair(link, one, _symbol(one.symbol), bool(halves) or covered >= LINKS.covered * (end - start))
        if first(COMPLETES, pair):
            adopted = adopted_by(target.symbol)
            self.mentions[at] = replace(
                one,
                symbol=str(target.symbol),
                owner=one.owner if adopted is None or one.kind == "document" else adopted[1].name,
                url=target.url(self.language),
                evidence=("text", "link"),
            )
        elif first(CONTRADICTS, pair):
            self.conflicts[at] = target

    def _add(self, link: Linked) -> None:
        """A mention that the wording does not show."""
        printed, target = link.printed, link.target
        start, end = _words(printed.text, link.start, link.end)
        words = printed.text[start:end]
        if target.symbol.body is None or first(ADDS, words, target) is None:
            return
        for passage in self.passages[printed]:
            begin, stop = passage.span(0, len(passage.text))
            if begin <= start and end <= stop:
                self.added.append(_mention(target, passage, (start - passage.base, end - passage.base), self.language))
                return


@lru_cache(maxsize=4096)
def _symbol(text: str | None) -> Symbol | None:
    try:
        return parse_symbol(text) if text is not None else None
    except SymbolError:
        return None


def _shared(link: Linked, start: int, end: int) -> float:
    """How much of the shorter of link and mention the two have in common."""
    shorter = min(link.end - link.start, end - start)
    return (min(end, link.end) - max(start, link.start)) / shorter if shorter > 0 else 0.0


def _digits(text: str) -> set[str]:
    return set(_DIGITS.findall(text))


def spells(words: str, target: Target) -> bool:
    """Whether the numbers in some words are those of the paper, from its first one on or up to its last one."""
    own = _NUMBER.search(target.symbol.text)
    numbers, whole = _DIGITS.findall(words), _DIGITS.findall(own[1] if own else target.symbol.text)
    return bool(numbers) and (numbers == whole[: len(numbers)] or numbers == whole[-len(numbers) :])


def _words(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without spaces and signs at its ends; a word of which the link covers a part is taken whole."""
    while start < end and not _WORD.match(text, start):
        start += 1
    while start < end and not (_WORD.match(text, end - 1) or text[end - 1] == ")"):
        end -= 1
    if start < end:
        while start and _WORD.match(text, start - 1):
            start -= 1
        while _WORD.match(text, end) and _WORD.match(text, end - 1):
            end += 1
        if text[end - 1] == ")" and "(" not in text[start:end]:
            end -= 1
    return start, end


def _mention(target: Target, passage: Passage, span: tuple[int, int], language: str) -> Mention:
    """The mention of a paper in these characters of a passage."""
    adopted = adopted_by(target.symbol)
    number = _NUMBER.search(target.symbol.text) if adopted else None
    start, end = span
    return Mention(
        kind="document" if adopted is None else "resolution" if adopted[0] == "resolution" else "decision",
        text=" ".join(passage.text[start:end].split()),
        symbol=str(target.symbol),
        owner=adopted[1].name if adopted else None,
        number=number[1].replace("(", " (") if number else None,
        url=target.url(language),
        passage=passage,
        start=start,
        end=end,
        evidence=("link",),
    )
