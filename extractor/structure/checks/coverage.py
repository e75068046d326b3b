"""Checks the other way round: what is printed like a value, by a pattern wider than the grammar, and stands in none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.built import compiled, prepared
from extractor.diagnostics import (
    ANNOTATION_BROKEN,
    DOCUMENT_EMPTY,
    DOCUMENT_UNLISTED,
    HOUR_UNREAD,
    KIND_DENIED,
    LIST_STOPS,
    MEETING_UNREAD,
    OPENING_UNREAD,
    REFERENCE_UNREAD,
    SYMBOL_UNREAD,
    Note,
)
from extractor.lexicon import load
from extractor.lexicon.folding import fold
from extractor.lexicon.gate import Phrases
from extractor.lexicon.words import choice, either, everywhere
from extractor.rules import rule
from extractor.structure.checks.result import STOPS, SYMBOL, Result
from extractor.structure.kinds import speaks_of_agenda
from extractor.structure.meetings.words import words as meeting_words
from extractor.structure.vocabulary import has_figure, is_heading, is_prose

if TYPE_CHECKING:  # at run time it would load pydantic
    from extractor.model import PrintedBlock

#: The number of a resolution or decision: `60/251`, `1 (I)`, `335 (S-30)` in any script, `7/MOP.4`.
_NUMBER = (
    r"\d{1,4}/(?:\d{1,4}[A-Z]?|[A-Z]{2,5}\.\s?\d{1,3})(?![\w/])|\d{1,4}\s?\((?:[IVXLC]{1,7}|[^\W\d_a-z]{1,3}-\d{1,3})\)"
)
_NUMBERS = compiled(r"(?<![\w/])\d{1,3}/\d{1,3}(?![\w/])")
#: ... joined to one that is a reference: `60/251, 65/281 and 68/268`.
_JOINED = compiled(r"\s?[,;،、]?\s?(?:\w{1,3}\s)?(\d{1,4}/\d{1,4})(?![\w/]|\.\d)")
#: The number of an item in brackets behind its title: `Programme planning [137]`.
_BRACKETED = compiled(r"\S\s\[(\d{1,3})\]$")
#: Fewer bracketed numbers that are items do not show what brackets mean.
LEAST_BRACKETED = 3
#: The hours of a slot.
SLOT = compiled(
    r"(?<![\d/.:-])\d{1,2}(?:[:.h]\d{2}|\s?[ap]\.m\.|(?=[^\d]{1,4}\d{1,2}\s?[ap]\.m\.))(?:\s?[ap]\.m\.)?"
    r"\s?[–—~-]\s?\d{1,2}(?:[:.h]\d{2}|\s?[ap]\.m\.)",
    re.IGNORECASE,
)
#: So many slots are a timetable.
LEAST_SLOTS = 4
#: So many rows are a timetable that the paper is about, or so many days of one.
LEAST_ROWS, LEAST_DAYS = 6, 3
#: A mark of a footnote has no more characters.
LONGEST_MARK = 2
#: A line of the masthead has no more characters, and is one of so many blocks.
LONGEST_LINE, MOST_BLOCKS = 80, 12


@prepared
def _cited() -> re.Pattern[str]:
    """The word for a resolution or decision with a number right behind it, in the languages of the papers."""
    nouns = either("references", "nouns.resolution", "nouns.decision")
    return compiled(rf"(?<!\w)(?:{nouns})\s(?:(?:{either('references', 'links.number_marks')})\s?)?({_NUMBER})")


@rule(
    "checks.coverage.cited", source="contract: every resolution and decision of the text is a reference", otherwise=()
)
def cited(result: Result) -> Iterator[Note]:
    """A number behind the word for a resolution, or joined to that of one, is part of a reference."""
    ends: dict[int, list[int]] = {}
    for one in result.agenda.references:
        if one.kind in ("resolution", "decision") and one.block is not None and one.span is not None:
            ends.setdefault(one.block, []).append(one.span[1])
    for block in result.blocks:
        if "/" not in block.text and "(" not in block.text:
            continue
        mentions = result.mentions_in(block.id)
        joined = (_JOINED.match(block.text, end) for end in ends.get(block.id, ()))
        for found in (*_cited().finditer(block.text), *filter(None, joined)):
            if not mentions.touch(*found.span(1)):
                yield REFERENCE_UNREAD.note(block.page, path="references", text=found[0])
                return


@prepared
def _numbered() -> Phrases:
    """The word for a decision with a plain number in a sentence, or as boards print it behind their sign."""
    nouns = either("references", "nouns.resolution", "nouns.decision")
    plain = rf"(?<![\w/])(?<!, )(?:{nouns})\s\d{{1,2}}(?=[.;)](?:\s|$)|\s[^\W\d_])"
    return Phrases(compiled(rf"{plain}|(?<!\w)[A-Z]{{1,3}}/(?:{nouns})(?!\w)"))


@rule("checks.coverage.numbered", source="1990s papers, boards: `decision 2`, `231 EX/Decision 4.I`", otherwise=())
def numbered(result: Result) -> Iterator[Note]:
    """A decision that an agenda cites by a plain number, or by the sign of a board, is part of a reference."""
    pattern = _numbered()
    if not result.listed or not pattern.open(result.running):
        return
    for block in result.texts:
        for found in pattern.finditer(block.text) if block.type != "heading" else ():
            if not result.mentions_in(block.id).touch(*found.span()):
                yield REFERENCE_UNREAD.note(block.page, path="references", text=found[0])
                return


@rule("checks.coverage.symbols", source="boards: the session is part of the first word, `EB164/2`", otherwise=())
def symbols(result: Result) -> Iterator[Note]:
    """What begins like a symbol of the paper whose first word has a number, and ends in one, is part of a reference."""
    known = {one.symbol for one in result.agenda.references if one.kind == "document" and one.symbol}
    firsts = {one.partition("/")[0] for one in (*known, *result.agenda.document.symbols) if one and "/" in one}
    numbered = [one for one in firsts if has_figure(one)]
    if not numbered:
        return
    pattern = re.compile(rf"(?<![\w/.])(?:{choice(numbered)})/(?:[A-Z]{{1,8}}/)?[A-Z]{{0,8}}\.?\d{{1,4}}(?!\w)")
    for block in result.blocks:
        if "/" not in block.text or block.role in ("masthead", "title"):
            continue
        mentions = result.mentions_in(block.id)
        for found in pattern.finditer(block.text):
            if not mentions.touch(*found.span()) and not SYMBOL.fullmatch(found[0]):
                yield SYMBOL_UNREAD.note(block.page, path="references", symbol=found[0])
                return


@rule("checks.coverage.family", source="agencies: `CCP 35/2`, `231 EX/6`, `GC(76)/4`", otherwise=())
def family(result: Result) -> Iterator[Note]:
    """What is printed like other symbols of the paper's own body, or in one way several times, is a reference."""
    known = {one.symbol.partition("/")[0] for one in result.agenda.references if one.symbol}
    found: dict[str, dict[str, PrintedBlock]] = {}
    for block in result.blocks:
        if "/" in block.text and block.role not in ("masthead", "title"):
            mentions = result.mentions_in(block.id)
            for one in _FAMILY.finditer(block.text):
                if not mentions.touch(*one.span()):
                    found.setdefault(one[1], {}).setdefault(one[0], block)
    for name, members in found.items():
        if name in known or len(members) >= LEAST_FAMILY:
            text, block = next(iter(members.items()))
            listed = block.role in ("documentation", "list") or not is_prose(block.text)
            for path in ("references", *(("documents",) if listed and result.listed else ())):
                yield SYMBOL_UNREAD.note(block.page, path=path, symbol=text)
            return


#: A body or its session before the stroke, and a number or letters behind it.
_FAMILY = compiled(
    r"(?<![\w/.(])([A-Z]{2,6}(?::[A-Z/]{2,6})?\s\d{1,3}|\d{1,3}\s[A-Z]{1,3}|[A-Z]{2,4}\(\d{1,3}\))/[A-Z0-9][\w./]*+"
)
#: The same in a masthead, where days stand as well.
_OWN = compiled(r"(?<![\w/])[A-Z]{2,6}(?:\s?\d{1,3}|-[XVILC]{1,9})/(?:[A-Z]{1,5}/?)?\d{1,3}(?![\w/])")
#: So many that are printed in one way are symbols.
LEAST_FAMILY = 3


@rule("checks.coverage.own", source="agencies: `LHB 14/1`, `IOC-XXXVIII/1` beside the name of the body", otherwise=())
def own(result: Result) -> Iterator[Note]:
    """A paper without a symbol prints nothing in its masthead that is like one."""
    if result.agenda.document.symbol or not result.listed:
        return
    for block in result.blocks:
        found = _OWN.search(block.text) if block.role == "masthead" and "/" in block.text else None
        if found is not None:
            for path in ("document.symbol", "references"):
                yield SYMBOL_UNREAD.note(block.page, path=path, symbol=found[0])
            return


@rule(
    "checks.coverage.bracketed",
    source="Main Committees: `Programme planning [137]`, in the tables of documents",
    otherwise=(),
)
def bracketed(result: Result) -> Iterator[Note]:
    """Where headings have the numbers of their items in brackets behind them, each such number is one of an item."""
    items = {item.number for _, item in result.items}
    found = {
        match[1]: block for block in result.blocks if "[" in block.text and (match := _BRACKETED.search(block.text))
    }
    if sum(number in items for number in found) < LEAST_BRACKETED:
        return
    for number, block in found.items():
        if number not in items and not any((one or "").startswith(f"{number}(") for one in items):
            for path in ("items", "documents"):
                yield LIST_STOPS.note(block.page, path=path, number=number, text=block.text[:60])
            return


@rule("checks.coverage.days", source="UN mastheads: body, session, place and days stand together", otherwise=())
def days(result: Result) -> Iterator[Note]:
    """Days that a short line over the text prints are those of a meeting, where no meeting has any."""
    meetings = result.agenda.meetings
    if result.agenda.document.kind == "other" or any(meeting.periods for meeting in meetings):
        return
    lines = {
        block.id
        for block in result.blocks[:MOST_BLOCKS]
        if block.page == 1 and len(block.text) <= LONGEST_LINE and not is_prose(block.text)
        and block.role in ("text", "heading", "unassigned", "title")
    }  # fmt: skip
    for one in result.agenda.dates:
        if one.block in lines and one.start is not None and one.start != result.agenda.document.date:
            yield MEETING_UNREAD.note(one.page, path="meetings", text=one.text)
            return


@rule("checks.coverage.slots", source="contract 1.1: nothing lost", otherwise=())
def slots(result: Result) -> Iterator[Note]:
    """A paper of a meeting without a timetable has no lines with the hours of its slots, but in sentences."""
    if result.agenda.schedule or result.agenda.document.kind == "other":
        return
    found = [
        (block, match[0]) for block in result.blocks if not is_prose(block.text) for match in SLOT.finditer(block.text)
    ]
    if len(found) >= LEAST_SLOTS:
        yield HOUR_UNREAD.note(found[0][0].page, path="schedule", text=found[0][1])


@rule("checks.coverage.kind", source="contract 1.1: a kind that the paper denies", otherwise=())
def kind(result: Result) -> Iterator[Note]:
    """A paper with a timetable and no items is a programme of work."""
    head = result.agenda.document
    days = sum(one.role == "schedule" for one in result.agenda.dates)
    if head.kind != "other" or result.agenda.items or speaks_of_agenda.applies(head.title):
        return
    if len(result.agenda.schedule) >= LEAST_ROWS or days >= LEAST_DAYS:
        yield KIND_DENIED.note(1, path="document.kind", kind=head.kind, title=(head.title or "")[:60])


@rule("checks.coverage.wordless", source="contract: blocks hold words", otherwise=())
def wordless(result: Result) -> Iterator[Note]:
    """No paragraph of the text of an item consists of its number alone."""
    for path, item in result.items:
        for at, block in enumerate(item.annotation):
            if block.type != "table" and not any(map(str.isalpha, block.text)):
                is_cut = len(block.text) > LONGEST_MARK or not (at and item.annotation[at - 1].text.endswith(STOPS))
                others = ("references", "meetings") if is_cut else ()
                for place in (f"{path}.annotation[{at}]", *others):
                    yield ANNOTATION_BROKEN.note(block.page, path=place, text=block.text[:50] or str(block.number))


@rule("checks.coverage.mandates", source="Assembly: the resolutions on an item stand above its documents", otherwise=())
def mandates(result: Result) -> Iterator[Note]:
    """No listed document is a row of numbers of resolutions."""
    for path, item in result.items:
        for at, one in enumerate(item.documents):
            if not one.symbols and len(_NUMBERS.findall(one.title or "")) > 1:
                yield DOCUMENT_EMPTY.note(one.page, path=f"{path}.documents[{at}]", title=(one.title or "")[:60])


@rule("checks.coverage.documentation", source="contract: documents under `Documentation` are listed", otherwise=())
def documentation(result: Result) -> Iterator[Note]:
    """What stands under a heading `Documentation` of an annotated agenda is a list of documents."""
    if not result.is_annotated:
        return
    for block, below in pairwise(result.blocks):
        if (
            block.type == "heading"
            and is_heading(block.text, "documentation")
            and below.role in ("text", "annotation", "unassigned")
            and not is_prose(below.text)
        ):
            path = result.path_of(below)
            for place in dict.fromkeys((path if not path.startswith("blocks") else "documents", "documents")):
                yield DOCUMENT_UNLISTED.note(below.page, path=place, symbol=below.text[:60])
            return


@prepared
def _hour() -> re.Pattern[str]:
    """An hour as sentences print it: `10 a.m.`, `9.30 hours`, `9 h`, and in Arabic behind its word."""
    arabic = choice(load("ar").words("times.hours"))
    return compiled(rf"{_hour_in_latin().pattern}|(?<!\w)(?:{arabic})\s", re.IGNORECASE)


@prepared
def _hour_in_latin() -> re.Pattern[str]:
    """The same for texts in ASCII, where it begins with a digit."""
    return compiled(
        rf"\d(?:\s?[ap]\.m\.|\d?(?:[:.]\d{{2}})?\s?(?:{choice(everywhere('times.hours'))})(?!\w))", re.IGNORECASE
    )


def hour_in_sentence(text: str) -> str | None:
    """The hour that a text prints, None where there is none."""
    found = _hours_of(text).search(text)
    return found[0] if found else None


def _hours_of(text: str) -> re.Pattern[str]:
    return _hour_in_latin() if text.isascii() else _hour()


@rule("checks.coverage.opening", source="contract: opens_at comes from a sentence saying when it opens", otherwise=())
def opening(result: Result) -> Iterator[Note]:
    """Where a sentence says with an hour that the meeting opens, its hour is known."""
    meetings = result.agenda.meetings
    if not meetings or result.agenda.document.kind == "other" or any(meeting.opens_at for meeting in meetings):
        return
    for block in result.blocks:
        if block.role not in _SENTENCES or not _hours_of(block.text).search(block.text):
            continue
        for sentence in _STOP.split(block.text):
            if _hours_of(sentence).search(sentence) and meeting_words().opens.search(fold(sentence)):
                yield OPENING_UNREAD.note(block.page, path="meetings[0].opens_at", text=sentence[:60])
                return


#: Blocks that say in a sentence when a meeting opens.
_SENTENCES = ("text", "annotation", "masthead", "title")
#: The end of a sentence, but not that of `a.m.`
_STOP = compiled(r"(?<![\s.][ap]\.m)(?<=[^\d\s.]{3}[.。؟])\s+|。")


CHECKS = (
    cited,
    numbered,
    symbols,
    family,
    own,
    bracketed,
    days,
    slots,
    kind,
    wordless,
    mandates,
    documentation,
    opening,
)
