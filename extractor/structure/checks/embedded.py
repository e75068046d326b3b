"""Checks of agendas and timetables inside other papers, and of mastheads that are not those of the Secretariat."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.built import compiled
from extractor.diagnostics import (
    FIELD_MISSING,
    HOUR_UNREAD,
    MEETING_UNREAD,
    NAME_BROKEN,
    OPENING_UNREAD,
    REFERENCE_UNREAD,
    ROW_BROKEN,
    SYMBOL_UNREAD,
    Note,
)
from extractor.grammar.ordinals import find_session
from extractor.lexicon.folding import fold
from extractor.rules import rule
from extractor.structure.checks.coverage import LEAST_SLOTS, SLOT, hour_in_sentence
from extractor.structure.checks.result import LEAST_TITLE, Result
from extractor.structure.checks.timetable import named
from extractor.structure.vocabulary import says

#: The number of a resolution or decision before its title: `78/128. Ocean conference`.
_OWN_NUMBER = compiled(r"\d{1,4}/\d{1,4}(?=\.\s+[^\W\d_])")
#: What is printed like the symbol of an agency: a name, a year, a number.
_AGENCY = compiled(r"(?<![\w/.:@-])[A-Z]\w+(?:-[A-Z]\w+)?/(?:\w+/)?(?:19|20)\d\d/\d{1,3}(?![\w/])")


@rule("checks.embedded.session", source="reports: the agenda of the session to come names it above", otherwise=())
def session(result: Result) -> Iterator[Note]:
    """In a paper that is no agenda, the session that the heading of an agenda names is that of a meeting."""
    if result.agenda.document.kind != "other" or not result.agenda.items:
        return
    known = {meeting.session.number for meeting in result.agenda.meetings if meeting.session}
    for block in result.blocks:
        if block.role == "heading" and says(block.text, "agenda", "kinds"):
            found = find_session(block.text, result.agenda.source.language or "en")
            if found is not None and found.number is not None and found.number not in known:
                yield MEETING_UNREAD.note(block.page, path="meetings", text=block.text[:60])
                return


@rule("checks.embedded.slots", source="letters with a concept note: the programme of the debate", otherwise=())
def slots(result: Result) -> Iterator[Note]:
    """The rows of a timetable inside a paper that is no agenda are read."""
    if result.agenda.document.kind != "other" or result.agenda.schedule:
        return
    found = [
        (block, one[0]) for block in result.blocks if block.role == "timetable" for one in SLOT.finditer(block.text)
    ]
    if len(found) >= LEAST_SLOTS:
        for path in ("schedule", "meetings"):
            yield HOUR_UNREAD.note(found[0][0].page, path=path, text=found[0][1])


@rule("checks.embedded.opening", source="boards: the line of place and days has the hour of the opening", otherwise=())
def opening(result: Result) -> Iterator[Note]:
    """The hour that the masthead of an agenda prints is that of the opening."""
    meetings = result.agenda.meetings
    if not meetings or not result.listed or any(meeting.opens_at for meeting in meetings):
        return
    for block in result.blocks:
        if block.role == "masthead" and block.page == 1 and (found := hour_in_sentence(block.text)):
            yield OPENING_UNREAD.note(1, path="meetings[0].opens_at", text=found)
            return


@rule("checks.embedded.names", source="contract: organ and body are names as printed", otherwise=())
def names(result: Result) -> Iterator[Note]:
    """No name of a body is that of an agenda, and an agenda has a title, and a body or an organ."""
    head = result.agenda.document
    for field, name in (("organ", head.organ), ("body", head.body)):
        if name and says(name, "agenda", "kinds"):
            yield NAME_BROKEN.note(1, path=f"document.{field}", name=name)
    if result.listed and not head.organ and not head.body:
        yield FIELD_MISSING.note(1, path="document.body", name="body")


@rule("checks.embedded.number", source="resolutions: the number stands before the title, `78/128. Ocean`", otherwise=())
def number(result: Result) -> Iterator[Note]:
    """The number before the title of a resolution or decision is a reference."""
    for block in result.blocks:
        found = _OWN_NUMBER.match(block.text) if block.type == "heading" else None
        if found is not None and not result.mentions_in(block.id).touch(*found.span()):
            yield REFERENCE_UNREAD.note(block.page, path="references", text=found[0])
            return


@rule("checks.embedded.agencies", source="agencies: `UN-Water/2031/3`, a name in small letters", otherwise=())
def agencies(result: Result) -> Iterator[Note]:
    """What is printed like the symbol of an agency, with a year and a number, is a reference, or that of the paper."""
    known = ("masthead", "title") if result.agenda.document.symbol else ()
    for block in result.blocks:
        if "/" not in block.text or block.role in known:
            continue
        for found in _AGENCY.finditer(block.text):
            if not result.mentions_in(block.id).touch(*found.span()):
                yield SYMBOL_UNREAD.note(block.page, path="references", symbol=found[0])
                return


@rule("checks.embedded.merged", source="timetables: an item and what follows it stand in two rows", otherwise=())
def merged(result: Result) -> Iterator[Note]:
    """The title of a row that takes up one item does not go on behind the title of that item."""
    titles = {item.number: item.title.rstrip(" .;:") for _, item in result.items if item.number}
    for at, row in enumerate(result.agenda.schedule):
        own = titles.get(row.items[0], "") if len(row.items) == 1 else ""
        rest = (row.title or "")[len(own) + 1 :] if len(own) >= LEAST_TITLE else ""
        if rest[:1].isupper() and fold(row.title or "").startswith(f"{fold(own)} "):
            yield ROW_BROKEN.note(row.page, path=f"schedule[{at}]", title=named(row))


CHECKS = (session, slots, opening, names, number, agencies, merged)
