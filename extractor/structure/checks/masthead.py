"""Checks of the masthead and of the meetings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from extractor.diagnostics import (
    FIELD_MISSING,
    JOB_NUMBER_UNREAD,
    KIND_DENIED,
    NAME_BROKEN,
    OPENING_UNREAD,
    SYMBOL_CONFLICT,
    WEEKDAY_CONFLICT,
    Note,
)
from extractor.grammar.calendar.dates import find_dates
from extractor.grammar.calendar.vocabulary import weekdays, words
from extractor.grammar.ordinals import find_session
from extractor.rules import rule
from extractor.structure.checks.result import Result, goes_on
from extractor.structure.kinds import names_agenda
from extractor.structure.masthead.words import words as masthead_words
from extractor.structure.vocabulary import fold, has_figure, says

_JOB_NUMBER = re.compile(r"(?<![\w.])[A-Z][A-Za-z]{0,3}\.\d{2}-\d{4,6}(?!\d)")


@rule("checks.masthead.fields", source="UN mastheads: symbol, distribution, date stand together", otherwise=())
def fields(result: Result) -> Iterator[Note]:
    """A masthead with a distribution and an original language has a symbol and a date as well, and the other way."""
    head = result.agenda.document
    box = {"symbol": head.symbol, "distribution": head.distribution, "date": head.date}
    missing = [name for name, value in box.items() if value is None]
    if len(missing) == 1 and head.original_language is not None:
        yield FIELD_MISSING.note(1, path=f"document.{missing[0]}", name=missing[0])


#: A title may begin with a quotation or a bracket.
_OPENING = "“«(\"'[„‘"
_LOWER = re.compile(r"[a-zà-ÿа-я]{2,}\s")


def _is_line(field: str, name: str) -> bool:
    """Whether a name is a line that stands beside it in mastheads: of the session, or of place and days."""
    if not name[0].isalnum() and name[0] not in _OPENING:
        return True
    found = find_session(name)
    if found is not None and found.start == 0 and found.end >= len(name) - 1:
        return field != "title"
    if field == "title" and not name[0].isdigit():
        return has_figure(name) and any(one.first and one.first != one.last for one in find_dates(name))
    return has_figure(name) and bool(find_dates(name))


_SYMBOL = re.compile(r"[A-Z][A-Z0-9.]*(?:/[A-Z0-9][A-Za-z0-9.]*){2,}")
#: A symbol, or the rest of one, in a name.
_SYMBOL_IN_NAME = re.compile(r"^/|\w/[A-Z]{0,12}\.?\w{0,24}/\d")


@rule("checks.masthead.names", source="contract: organ and body are names as printed", otherwise=())
def names(result: Result) -> Iterator[Note]:
    """The names of bodies are no pieces of a symbol, and the one does not begin with the other."""
    head = result.agenda.document
    pieces = {piece for symbol in head.symbols for piece in symbol.split("/")}
    marks = masthead_words()
    for field, name in (("organ", head.organ), ("body", head.body), ("title", head.title)):
        if name is None:
            continue
        folded = fold(name)
        holds = (marks.distribution_mark.search(name) and ":" in name) or (
            marks.original_mark.search(folded) and ":" in name
        )
        if (
            name in pieces
            or _SYMBOL_IN_NAME.search(name)
            or holds
            or goes_on(name)
            or _LOWER.match(name)
            or _is_line(field, name)
        ):
            yield NAME_BROKEN.note(1, path=f"document.{field}", name=name)
    if head.title and result.listed and not names_agenda(head.title):
        yield NAME_BROKEN.note(1, path="document.title", name=head.title)
    if head.title and result.listed and fold(head.title) in {fold(item.title) for item in result.agenda.items}:
        yield NAME_BROKEN.note(1, path="document.title", name=head.title)
    organ, body = fold(head.organ or ""), fold(head.body or "")
    if organ and body != organ and body.startswith(organ) and not body[len(organ)].isspace():
        yield NAME_BROKEN.note(1, path="document.body", name=head.body)


@rule("checks.masthead.kind", source="contract 1.1: a kind that the title denies", otherwise=())
def kind(result: Result) -> Iterator[Note]:
    """A paper whose title is that of annotations is no mere agenda."""
    head = result.agenda.document
    if head.title and head.kind in ("agenda", "other", "organization_of_work"):
        names = ("annotations", "annotated") if head.kind == "agenda" else ("annotations",)
        if any(says(head.title, name, "kinds") for name in names):
            yield KIND_DENIED.note(1, path="document.kind", kind=head.kind, title=head.title)


@rule("checks.masthead.job_number", source="UN job numbers: `V.22-01610` at the foot of the first page", otherwise=())
def job_number(result: Result) -> Iterator[Note]:
    """A paper that prints a job number on its first or last page has one."""
    if result.agenda.document.job_number is not None:
        return
    for block in result.agenda.blocks:
        found = _JOB_NUMBER.search(block.text)
        if found and (block.role in ("furniture", "masthead") or found.start() == 0):
            yield JOB_NUMBER_UNREAD.note(block.page, path="document.job_number", text=found[0])
            return


@rule("checks.meetings.opening", source="contract: opens_at comes from a sentence saying when it opens", otherwise=())
def opening(result: Result) -> Iterator[Note]:
    """Where a sentence says at which hour of its days the meeting opens, that hour is known."""
    meetings = result.agenda.meetings
    days = {period.start for meeting in meetings for period in meeting.periods}
    if not days or any(meeting.opens_at for meeting in meetings):
        return
    blocks = {block.id: block for block in result.blocks}
    timed = [
        one
        for one in result.agenda.dates
        if one.start in days and one.start_time is not None and one.role != "schedule"
    ]
    for one in timed:
        block = blocks.get(one.block or 0)
        if block and block.role in ("text", "annotation") and masthead_words().opens.search(fold(block.text)):
            yield OPENING_UNREAD.note(block.page, path="meetings[0].opens_at", text=one.text)
            return


@rule("checks.meetings.weekday", source="contract 1.1: periods whose weekday contradicts", otherwise=())
def weekday(result: Result) -> Iterator[Note]:
    """A date of the text falls on the weekday printed in it."""
    for at, one in enumerate(result.agenda.dates):
        if one.start is None or one.end not in (None, one.start) or one.role == "schedule":
            continue
        found = [word for word in re.findall(r"\w+", fold(one.text)) if word in weekdays()]
        if len(found) == 1 and one.start.weekday() not in {w.value for w in words()[found[0]] if w.kind == "weekday"}:
            path = "meetings[0].periods" if one.role == "meeting" else f"dates[{at}]"
            yield WEEKDAY_CONFLICT.note(one.page, path=path, text=one.text)


@rule("checks.masthead.symbol", source="contract 1.1: symbols that contradict the running head", otherwise=())
def symbol(result: Result) -> Iterator[Note]:
    """The symbol that pages bear at their head is that of the paper."""
    head = result.agenda.document
    known = {re.sub(r"\W", "", one) for one in head.symbols}
    heads = Counter(block.text for block in result.agenda.blocks if block.role == "furniture" and block.page > 1)
    for text, count in heads.items():
        found = _SYMBOL.fullmatch(text)
        if found and count > 1 and re.sub(r"\W", "", text) not in known:
            yield SYMBOL_CONFLICT.note(1, path="document.symbol", symbol=head.symbol, head=text)


CHECKS = (symbol, fields, names, kind, job_number, opening, weekday)
