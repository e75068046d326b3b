"""Who owns a number that a text cites: the organ named with it, before it, or the paper's own body."""

from __future__ import annotations

import re
from functools import cache

from extractor.built import compiled
from extractor.grammar.citations import owners
from extractor.grammar.citations.keys import key_of
from extractor.grammar.citations.numbers import Number
from extractor.lexicon.organs import spaced
from extractor.lexicon.words import either
from extractor.records import Struct


@cache
def _possessive() -> re.Pattern[str]:
    """What says at the end of a text that the organ of a number is named behind it (`its resolution 55/25`)."""
    return compiled(rf"(?:{spaced(either('references', 'links.possessives'))})\s+(?:\w+\s+){{0,2}}$")


class Cited(Struct, frozen=True):
    """A place where a text cites numbers.

    Attributes:
        plain: the text, folded.
        kind: `resolution` or `decision`.
        begin: where the noun begins.
        end: where the last number ends.
        explicit: the organ that is named with the numbers; without it the sentence and the paper's body decide.
    """

    plain: str
    kind: str
    begin: int
    end: int
    explicit: owners.Mention | None


def owner_of(number: Number, cited: Cited, mentions: owners.Mentions, home: owners.Home) -> owners.Owner | None:
    """The organ that adopted ``number``, None if nobody is sure.

    ``mentions`` are the organs that the whole text names, ``home`` is the body whose paper it is.
    """
    plain, kind, begin, explicit = cited.plain, cited.kind, cited.begin, cited.explicit
    if number.shape == "filed" and "/" in number.number:
        return owners.Owner(None, owner_of_symbol(key_of(None, kind, number)))
    if number.shape in ("coded", "suffixed", "agency", "prst", "council"):
        sure = owners.by_number(kind, number)
        if sure is not None:
            return sure
    if explicit is not None and not (explicit.organ and explicit.organ.weak):
        named = owners.explained(explicit, kind, number, home, mentions)
        known = named is not None and (named.organ is not None or named.name in home.names)
        if named is not None and (
            explicit.organ is not None or (known and (named.organ is None or owners.fits(named.organ, kind, number)))
        ):
            return named
        # "Plenary", "Board" of no body that is known: the paper's own body if it numbers so, else the word as printed.
        own = owners.of_home(kind, number, home)
        if named is not None and not known:
            return own if own is not None and own.organ is not None and own.organ.id not in ("GA", "SC") else named
    sure = owners.by_number(kind, number)
    if sure is not None:
        return sure
    first, last = mentions.sentence(begin)
    for mention in mentions.before(first, begin):
        named = _from_mention(mention, kind, number, home, _adopts(plain, mention))
        if named is not None:
            return named
    if _possessive().search(plain[max(0, begin - 40) : begin]):
        for mention in mentions.after(cited.end, last):
            named = _from_mention(mention, kind, number, home, _adopts(plain, mention))
            if named is not None:
                return named
    return owners.of_home(kind, number, home) or owners.by_size(kind, number)


@cache
def _adopted() -> re.Pattern[str]:
    """What stands before the organ that has adopted something (`adopted by the Commission`)."""
    return compiled(rf"(?:{spaced(either('references', 'links.adopted'))})\s*$")


def _adopts(plain: str, mention: owners.Mention) -> bool:
    return _adopted().search(plain[max(0, mention.start - 40) : mention.start]) is not None


def _from_mention(
    mention: owners.Mention, kind: str, number: Number, home: owners.Home, adopting: bool
) -> owners.Owner | None:
    """The organ of a mention that may own the number; ``adopting``: the text says that it adopted something."""
    if mention.organ is not None:
        usable = owners.fits(mention.organ, kind, number) and not mention.organ.weak
        return owners.Owner(mention.organ, mention.organ.name) if usable else None
    named = owners.explained(mention, kind, number, home, None)
    if named is None or named.organ is None:
        return (
            named
            if named is not None
            and (mention.generic in ("board", "conference", "meeting", "plenary") or adopting)
            and named.name in home.names
            else None
        )
    return named if owners.fits(named.organ, kind, number) else None


def owner_of_symbol(symbol: str | None) -> str | None:
    """The name of the body whose series a symbol belongs to, None if no body is known to have it."""
    from extractor.lexicon.registry import body_of

    row = body_of(symbol) if symbol else None
    return row.name if row else None
