"""Checks of the footnotes and of their marks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractor.built import compiled
from extractor.diagnostics import (
    FOOTNOTE_GAP,
    FOOTNOTE_IN_TEXT,
    FOOTNOTE_MISSING,
    FOOTNOTE_UNMARKED,
    FOOTNOTE_UNWHOLE,
    FOOTNOTE_WORDLESS,
    MARK_IN_TEXT,
    Note,
)
from extractor.lexicon.folding import fold
from extractor.median import median
from extractor.rules import rule
from extractor.structure.checks.head import is_job_number
from extractor.structure.checks.result import Result
from extractor.structure.masthead.words import words

if TYPE_CHECKING:  # at run time it would load pydantic
    from extractor.model import PrintedBlock

#: Lines of at most this share of the size of the text are set as small as notes are (UN papers: 8.5 under 10 points).
SMALL = 0.93
#: Of fewer notes the only mark may stand in a title or a drawing.
LEAST_NOTES = 2
_TEXT = ("annotation", "list", "text", "documentation", "unassigned", "heading")
_MARKED = compiled(r"(?:\*{1,3}|\d{1,2})\s?\S")
#: A mark that was read as a character of the text: behind a sentence, or before a word without a space.
_MARK = compiled(
    r"\d{1,2}(?=$|\s+[^\W\d_a-zа-я])(?:(?<=[^\W\d_]{4}[.。”»)]\d)(?<!Corr\.\d)|(?<=[^\W\d_]{4}[.。”»)]\d\d))"
    r"|^\d{1,2}[A-ZÀ-ÞА-Я][a-zà-ÿа-я]"
)


@rule("checks.footnotes.gap", source="contract 1.1: numbers that skip or repeat", otherwise=())
def gap(result: Result) -> Iterator[Note]:
    """The numbers of footnotes begin with 1, and do not skip; they may begin anew."""
    above = 0
    for at, one in enumerate(result.agenda.footnotes):
        if not one.marker.isdecimal():
            continue
        number = int(one.marker)
        if number > above + 1 or number < above != 1 != number:
            yield FOOTNOTE_GAP.note(one.page, path=f"footnotes[{at}]", number=above + 1 if number > above else 1)
        above = number


@rule("checks.footnotes.unmarked", source="contract 1.1: anchors of footnotes", otherwise=())
def unmarked(result: Result) -> Iterator[Note]:
    """The mark of one of several footnotes stands in the text, and no note asks to recycle the paper."""
    notes = list(enumerate(result.agenda.footnotes))
    bare = {at for at, one in notes if not one.anchors}
    lost = bare if len(bare) == len(notes) >= LEAST_NOTES else set()
    for at, one in notes:
        if at in lost or words().advance.search(fold(one.text.lstrip("0123456789 "))):
            yield FOOTNOTE_UNMARKED.note(one.page, path=f"footnotes[{at}]", mark=one.marker)


@rule("checks.footnotes.in_text", source="UN papers: notes are smaller than the text", otherwise=())
def in_text(result: Result) -> Iterator[Note]:
    """No text of an item ends in lines that are set as small as notes are."""
    sizes = [
        line.size
        for block, lines in result.set_blocks
        if block.role in _TEXT and block.type != "table"
        for line in lines
    ]
    if not sizes:
        return
    small = SMALL * median(sizes)
    for block, lines in result.set_blocks:
        if block.role not in _TEXT or block.type == "table" or lines[-1].size > small:
            continue
        marked = _MARKED.match(lines[-1].text) is not None and not is_job_number(lines[-1].text)
        if block.role != "annotation":
            if marked:
                yield FOOTNOTE_IN_TEXT.note(lines[-1].page, path="footnotes", text=lines[-1].text[:60])
        elif lines[0].size > small or marked:
            yield FOOTNOTE_IN_TEXT.note(lines[-1].page, path=result.path_of(block), text=lines[-1].text[:60])
            yield FOOTNOTE_IN_TEXT.note(lines[-1].page, path="footnotes", text=lines[-1].text[:60])


@rule("checks.footnotes.mark", source="contract 1.1: anchors of footnotes", otherwise=())
def mark(result: Result) -> Iterator[Note]:
    """No mark of a footnote was read as a character of the text of an item."""
    for block in result.blocks:
        if block.role == "annotation" and block.type != "table" and (found := _MARK.search(block.text)):
            near = block.text[max(0, found.start() - 30) : found.end() + 10]
            yield MARK_IN_TEXT.note(block.page, path=result.path_of(block), text=near)
            yield MARK_IN_TEXT.note(block.page, path="footnotes", text=near)


@rule("checks.footnotes.missing", source="contract 1.1: anchors of footnotes", otherwise=())
def missing(result: Result) -> Iterator[Note]:
    """Each raised mark in the text has its footnote."""
    for block, sign in _lacking(result):
        yield FOOTNOTE_MISSING.note(block.page, path="footnotes", mark=sign)


def _lacking(result: Result) -> Iterator[tuple[PrintedBlock, str]]:
    """The marks in the text that no footnote has, each once, with the first block that has it."""
    known = {one.marker for one in result.agenda.footnotes}
    for block, lines in result.set_blocks:
        for sign in (mark.sign for line in lines for mark in line.marks):
            if sign not in known and (sign.isdecimal() or sign == "*"):
                known.add(sign)
                yield block, sign


@rule("checks.footnotes.taken", source="UN papers: a note begins with its mark at the foot of the page", otherwise=())
def taken(result: Result) -> Iterator[Note]:
    """No line of the text of an item, or of its documents, begins with a mark that has no footnote."""
    signs = {sign for _, sign in _lacking(result)}
    for block, lines in result.set_blocks if signs else ():
        if block.role not in ("annotation", "documentation") or block.type == "table":
            continue
        for line in lines:
            raised = any(mark.sign in signs and mark.offset == 0 for mark in line.marks)
            if raised or (line.text[:1] in "*123456789" and line.text.partition(" ")[0] in signs):
                yield FOOTNOTE_IN_TEXT.note(line.page, path=result.path_of(block), text=line.text[:60])
                break


@rule("checks.footnotes.words", source="job numbers and bar codes at the foot of the first page", otherwise=())
def wordless(result: Result) -> Iterator[Note]:
    """A footnote has more letters than digits."""
    for at, one in enumerate(result.agenda.footnotes):
        if "/" not in one.text and sum(map(str.isdecimal, one.text)) > sum(map(str.isalpha, one.text)):
            yield FOOTNOTE_WORDLESS.note(one.page, path=f"footnotes[{at}]", mark=one.marker, text=one.text[:60])


@rule("checks.footnotes.begins", source="typesetting: a note begins with a capital, as the others do", otherwise=())
def begins(result: Result) -> Iterator[Note]:
    """Where other notes begin with capitals, none begins with a word in small letters."""
    notes = list(enumerate(result.agenda.footnotes))
    small = [(at, one) for at, one in notes if _SMALL.match(one.text) and one.page not in result.recognised]
    if len(small) != 1 or len(notes) < LEAST_NOTES:
        return
    at, one = small[0]
    yield FOOTNOTE_UNWHOLE.note(one.page, path=f"footnotes[{at}]", mark=one.marker, text=one.text[:60])


#: A note that begins in the middle of a sentence, and not with an address or an abbreviation (`ibid.`).
_SMALL = compiled(r"[a-zà-ÿа-я]{3,},?\s")


CHECKS = (begins, wordless, missing, taken, gap, unmarked, in_text, mark)
