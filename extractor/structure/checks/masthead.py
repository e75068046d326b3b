"""Checks of the masthead and of the meetings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from extractor.built import compiled
from extractor.diagnostics import (
    FIELD_MISSING,
    JOB_NUMBER_UNREAD,
    KIND_DENIED,
    MEETING_INCOMPLETE,
    MEETING_UNREAD,
    NAME_BROKEN,
    SYMBOL_CONFLICT,
    WEEKDAY_CONFLICT,
    Note,
)
from extractor.grammar.calendar.dates import find_dates
from extractor.grammar.calendar.vocabulary import weekdays, words
from extractor.grammar.ordinals import find_session
from extractor.lexicon.folding import fold
from extractor.lexicon.signs import UNSPACED
from extractor.rules import rule
from extractor.structure.checks.head import registered
from extractor.structure.checks.result import Result, goes_on
from extractor.structure.kinds import is_companion, names_agenda
from extractor.structure.masthead.words import words as masthead_words
from extractor.structure.vocabulary import has_figure, says

_JOB_NUMBER = compiled(r"(?<![\w.])[A-Z][A-Za-z]{0,3}\.\d{2}-\d{4,6}(?!\d)")


@rule("checks.masthead.fields", source="UN mastheads: symbol, distribution, date stand together", otherwise=())
def fields(result: Result) -> Iterator[Note]:
    """A masthead with a distribution and an original language has a symbol and a date as well, and the other way."""
    head = result.agenda.document
    box = {"symbol": head.symbol, "distribution": head.distribution, "date": head.date}
    missing = [name for name, value in box.items() if value is None]
    if missing == ["distribution"] and registered(head.symbol or "") is None:
        return  # the papers of UNESCO and others have none
    if len(missing) == 1 and head.original_language is not None:
        for path in (f"document.{missing[0]}", *(("references",) if missing == ["symbol"] else ())):
            yield FIELD_MISSING.note(1, path=path, name=missing[0])


#: `English only`, `Original: French`.
LONGEST_MARK = 24
#: One or two dates beside a wrong weekday are slips; more have a wrong year.
LEAST_DAYS = 3
#: A title may begin with a quotation or a bracket.
_OPENING = "“«(\"'[„‘"
_LOWER = compiled(r"[a-zà-ÿа-я]{2,}\s")


#: The name of a body is no number, and holds no days behind a comma.
_DAYS = compiled(r"^\d{1,3}\D{0,2}$|,\s\d{1,2}\D")


def _is_line(field: str, name: str, language: str) -> bool:
    """Whether a name is a line that stands beside it in mastheads: of the session, or of place and days."""
    if not name[0].isalnum() and name[0] not in _OPENING:
        return True
    found = find_session(name, language)
    if found is not None and found.end >= len(name) - 1 and (found.start == 0 or found.number is not None):
        return field != "title"
    if field != "title" and _DAYS.search(name):
        return True
    if field == "title" and not name[0].isdigit():
        return has_figure(name) and any(one.first and one.first != one.last for one in find_dates(name))
    return has_figure(name) and bool(find_dates(name))


_SYMBOL = compiled(r"[A-Z][A-Z0-9.]*(?:/[A-Z0-9][A-Za-z0-9.]*){2,}")
#: A symbol, or the rest of one, in a name.
_SYMBOL_IN_NAME = compiled(r"^/|\w/[A-Z]{0,12}\.?\w{0,24}/\d")


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
            (field != "title" and name in pieces)
            or _SYMBOL_IN_NAME.search(name)
            or "|" in name
            or holds
            or goes_on(name)
            or _LOWER.match(name)
            or (field != "title" and len(name) <= LONGEST_MARK and marks.original_mark.match(folded))
            or _is_line(field, name, result.agenda.source.language or "en")
        ):
            yield NAME_BROKEN.note(1, path=f"document.{field}", name=name)
            if field != "title" and find_session(name, result.agenda.source.language or "en") is not None:
                yield NAME_BROKEN.note(1, path="meetings", name=name)
    if head.title and result.listed and not names_agenda(head.title):
        yield NAME_BROKEN.note(1, path="document.title", name=head.title)
    if head.title and result.listed and fold(head.title) in {fold(item.title) for item in result.agenda.items}:
        yield NAME_BROKEN.note(1, path="document.title", name=head.title)
    organ, body = fold(head.organ or ""), fold(head.body or "")
    behind = body.removeprefix(organ)[:1] if organ and body.startswith(organ) else ""
    if behind and behind < UNSPACED and not behind.isspace():
        yield NAME_BROKEN.note(1, path="document.body", name=head.body)


@rule("checks.masthead.kind", source="contract 1.1: a kind that the title denies", otherwise=())
def kind(result: Result) -> Iterator[Note]:
    """A paper whose title is that of annotations is no mere agenda."""
    head = result.agenda.document
    if head.title and head.kind in ("agenda", "other", "organization_of_work"):
        names = ("annotations", "annotated") if head.kind == "agenda" else ("annotations",)
        if any(says(head.title, name, "kinds") for name in names):
            yield KIND_DENIED.note(1, path="document.kind", kind=head.kind, title=head.title)


@rule("checks.masthead.companion", source="contract 1.1: a kind that the title denies", otherwise=())
def companion(result: Result) -> Iterator[Note]:
    """A paper whose title names a list of documents is one, and the title of a timetable is no session."""
    head = result.agenda.document
    if head.kind == "other" and is_companion(head.title) == "list_of_documents":
        yield KIND_DENIED.note(1, path="document.kind", kind=head.kind, title=head.title)
    if head.title and head.kind == "organization_of_work":
        found = find_session(head.title)
        if found is not None and found.start == 0 and found.end >= len(head.title) - 1:
            yield NAME_BROKEN.note(1, path="document.title", name=head.title)


@rule("checks.meetings.parts", source="UN mastheads: body, session, place and days stand together", otherwise=())
def parts(result: Result) -> Iterator[Note]:
    """The meeting of an agenda has a session or a number, and of several meetings each has its days or none."""
    meetings = result.agenda.meetings
    dated = [bool(meeting.periods) for meeting in meetings]
    for at, meeting in enumerate(meetings):
        named = meeting.session is not None and (meeting.session.number is not None or meeting.session.label)
        nowhere = meeting.place is None and meeting.format != "online"
        if result.listed and not named and (nowhere or len(meetings) > 1):
            for path in (f"meetings[{at}].session", "document.body"):  # it stands below the name of the body
                yield MEETING_INCOMPLETE.note(1, path=path, part="session or number")
        elif any(dated) and not dated[at] and result.agenda.document.kind != "other":
            yield MEETING_INCOMPLETE.note(1, path=f"meetings[{at}].periods", part="days, and another one has")


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


@rule("checks.meetings.year", source="contract 1.1: a year inferred against all weekdays", otherwise=())
def year(result: Result) -> Iterator[Note]:
    """Not all of the dates that are printed with a weekday fall on another one."""
    found = []
    for one in result.agenda.dates if result.agenda.document.kind != "other" else ():
        named = [word for word in re.findall(r"\w+", fold(one.text)) if word in weekdays()]
        if len(named) == 1 and one.start is not None and one.end in (None, one.start):
            days = {w.value for w in words()[named[0]] if w.kind == "weekday"}
            found.append((one.start.weekday() in days, one))
    if len(found) >= LEAST_DAYS and not any(falls for falls, _ in found):
        first = found[0][1]
        for path in ("meetings[0].periods", "schedule"):
            yield WEEKDAY_CONFLICT.note(first.page, path=path, text=first.text)


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


@rule("checks.meetings.order", source="UN mastheads: a meeting has its days from the first to the last", otherwise=())
def order(result: Result) -> Iterator[Note]:
    """The periods of a meeting run forwards, and are not two single days within one fortnight."""
    for at, meeting in enumerate(result.agenda.meetings):
        own = [(one.start, one.end or one.start) for one in meeting.periods if one.start is not None]
        for (start, end), (below, last) in pairwise(own):
            single = len(own) == 2 and start == end and below == last
            if end is None or below < end or (single and 1 < (below - end).days < FORTNIGHT):
                yield MEETING_UNREAD.note(1, path=f"meetings[{at}].periods", text=f"{start}, {below}")
                break


#: A meeting that begins and ends within so many days does not meet on these two alone.
FORTNIGHT = 14


CHECKS = (order, year, companion, parts, symbol, fields, names, kind, job_number, weekday)
