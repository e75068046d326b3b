"""Checks of the masthead against the symbol, the items and what else the paper prints of itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.built import compiled
from extractor.diagnostics import (
    AGENDA_UNREAD,
    FIELD_MISSING,
    JOB_NUMBER_UNREAD,
    KIND_DENIED,
    MEETING_UNREAD,
    NAME_BROKEN,
    Note,
)
from extractor.grammar.calendar.fold import fold_word
from extractor.grammar.calendar.vocabulary import words as calendar_words
from extractor.lexicon.folding import fold
from extractor.lexicon.registry import Body, bodies
from extractor.lexicon.signs import DASH
from extractor.rules import rule
from extractor.structure.checks.result import Result, is_right_to_left, number_of
from extractor.structure.masthead.bodies import known_bodies
from extractor.structure.masthead.words import words
from extractor.structure.meetings.words import words as meeting_words
from extractor.structure.vocabulary import has_figure, says

#: The number of a job as its bar code has it: `*2501647*`.
_BAR = compiled(r"\*\d{7}\*")
#: ... and alone on its line.
_JOB_LINE = compiled(r"\d{2}-\d{5}(?:\s?\([A-Z]\))?[\s\d*.]*")
#: A line that says whose note a paper is has no more characters.
LONGEST_AUTHOR = 50
_LABEL = compiled(r"^\d+[.)]\s+")
_CLOCK = compiled(r"\d{1,2}[:.]\d{2}\s?[–-]\s?\d{1,2}[:.]\d{2}")
#: What may stand between a day and the rest of its range: a dash, and the name of a month.
_BEFORE = compiled(rf"\d\s?{DASH}\s?$")
_BEHIND = compiled(rf"\s?(?:{DASH}\s?|([^\W\d_]{{3,}})\s?{DASH}?\s?)\d")
#: Rows of the registry that were seen in print.
_KNOWN = ("certain", "likely")


@rule("checks.head.item", source="mastheads: `Item 2 of the provisional agenda`, its title below", otherwise=())
def item(result: Result) -> Iterator[Note]:
    """Neither body nor organ has the title of an item."""
    head = result.agenda.document
    titles = {fold(one.title).rstrip(".") for one in result.agenda.items}
    if head.agenda_item is not None and head.agenda_item.title:
        titles.add(fold(head.agenda_item.title).rstrip("."))
    for field, name in (("organ", head.organ), ("body", head.body)):
        if (name and fold(name) in titles) or (name and words().adoption.match(fold(name))):
            yield NAME_BROKEN.note(1, path=f"document.{field}", name=name)


@rule(
    "checks.head.adopted",
    source="resolutions: the title stands beside the number, not in the line on the adoption",
    otherwise=(),
)
def adopted(result: Result) -> Iterator[Note]:
    """The title is not the standing line that says when the paper was adopted."""
    name = result.agenda.document.title
    if name and words().adopted.search(fold(name)):
        yield NAME_BROKEN.note(1, path="document.title", name=name)


@rule(
    "checks.head.listless",
    source="catalogue 0, F4: `Annotations to the provisional agenda`, the list in another paper",
    otherwise=(),
)
def listless(result: Result) -> Iterator[Note]:
    """A paper whose title names annotations and which prints no list is annotations alone."""
    head, blocks = result.agenda.document, result.agenda.blocks
    if head.kind != "annotated_agenda" or not head.title or not says(head.title, "annotations", "kinds"):
        return
    if blocks and not any(block.role in ("list", "contents") for block in blocks):
        yield KIND_DENIED.note(1, path="document.kind", kind=head.kind, title=head.title)


def registered(symbol: str) -> Body | None:
    """The row of the registry of the body that a symbol names."""
    parts = symbol.split("/")
    prefixes = ("/".join(parts[:end]) for end in range(len(parts), 0, -1))
    return next((bodies()[prefix] for prefix in prefixes if prefix in bodies()), None)


@rule(
    "checks.head.parent", source="registry of bodies: symbols name the body, mastheads its parents first", otherwise=()
)
def parent(result: Result) -> Iterator[Note]:
    """The body is not the parent of the one that the symbol names."""
    head = result.agenda.document
    if not head.symbol or not head.body or head.kind == "other":
        return
    row = registered(head.symbol)
    if (
        row is not None
        and row.certainty in _KNOWN
        and row.parent
        and fold(row.parent) == fold(head.body) != fold(row.name)
    ):
        yield NAME_BROKEN.note(1, path="document.body", name=head.body)


@rule("checks.head.title", source="mastheads: the title names the paper, not its author", otherwise=())
def title(result: Result) -> Iterator[Note]:
    """The title is not the name of a body, nor says whose note the paper is, nor is that of an item."""
    name = result.agenda.document.title
    if not name:
        return
    folded = fold(name)
    is_author = len(name) <= LONGEST_AUTHOR and words().note_by.match(folded) and not has_figure(name)
    of_item = result.agenda.document.agenda_item
    if folded in known_bodies() or is_author or (of_item and of_item.title and fold(of_item.title) == folded):
        yield NAME_BROKEN.note(1, path="document.title", name=name)


@rule("checks.head.organization", source="mastheads: the organization stands above the organ", otherwise=())
def organization(result: Result) -> Iterator[Note]:
    """No name of the masthead begins with that of the organization, with another name behind it."""
    head = result.agenda.document
    for field, name in (("organ", head.organ), ("body", head.body)):
        folded = fold(name or "")
        first = max(
            (one for one in words().organization if " " in one and folded.startswith(f"{one} ")), key=len, default=""
        )
        rest = (name or "")[len(first) + 1 :] if first else ""
        if (
            first
            and folded not in known_bodies()
            and folded not in result.whole_names
            and rest[:1].isupper()
            and (_is_body(rest) or first not in words().organization_leads)
        ):
            yield NAME_BROKEN.note(1, path=f"document.{field}", name=name)


@rule("checks.head.hours", source="mastheads: a name holds no hours", otherwise=())
def hours(result: Result) -> Iterator[Note]:
    """No name of a body holds the hours of a slot."""
    head = result.agenda.document
    for field, name in (("organ", head.organ), ("body", head.body)):
        if name and _CLOCK.search(name):
            yield NAME_BROKEN.note(1, path=f"document.{field}", name=name)
    for at, meeting in enumerate(result.agenda.meetings):
        if _CLOCK.search(meeting.body or ""):
            yield NAME_BROKEN.note(1, path=f"meetings[{at}].body", name=meeting.body)


def _is_body(name: str) -> bool:
    return fold(name) in known_bodies()


@rule("checks.head.language", source="UN mastheads: date and original language stand together", otherwise=())
def language(result: Result) -> Iterator[Note]:
    """A masthead with symbol, distribution and date has the original language as well."""
    head = result.agenda.document
    if head.symbol and head.distribution and head.date and head.original_language is None and head.kind != "other":
        yield FIELD_MISSING.note(1, path="document.original_language", name="original_language")


@rule("checks.head.bar", source="UN job numbers: `25-01647 (E)` above its bar code `*2501647*`", otherwise=())
def bar(result: Result) -> Iterator[Note]:
    """A paper that prints a job number on a line of its own, or its bar code, has one."""
    if result.agenda.document.job_number is None:
        for block in result.agenda.blocks:
            found = _BAR.search(block.text) if block.page == 1 else None
            if found or is_job_number(block.text):
                text = found[0] if found else block.text[:60]
                yield JOB_NUMBER_UNREAD.note(block.page, path="document.job_number", text=text)
                return


def is_job_number(text: str) -> bool:
    """Whether a line holds a job number and nothing else."""
    return _JOB_LINE.fullmatch(text) is not None


@rule("checks.head.days", source="UN mastheads: place and days stand on one line", otherwise=())
def days(result: Result) -> Iterator[Note]:
    """In the masthead no number stands beside the days of the meeting that is part of no date."""
    dates = [one for one in result.agenda.dates if one.block is not None and one.span is not None]
    for block in result.blocks:
        if block.role != "masthead" or block.page != 1 or is_right_to_left(block.text):
            continue  # a range may stand the other way round
        own = [one for one in dates if one.block == block.id]
        for one in own:
            if one.role == "meeting" and _is_beside(block.text, one.span, [other.span for other in own]):
                yield MEETING_UNREAD.note(1, path="meetings[0].periods", text=one.text)
                return


def _is_beside(text: str, span: tuple[int, int] | None, others: Sequence[tuple[int, int] | None]) -> bool:
    """Whether a number stands beside a date, by a dash or the name of a month, that is part of no other date."""
    start, end = span or (0, 0)
    before, behind = _BEFORE.search(text, 0, start), _BEHIND.match(text, end)
    places = [before.start()] if before else []
    if behind and (behind[1] is None or _is_month(behind[1])):
        places.append(behind.end() - 1)
    return any(not any(one and one[0] <= place < one[1] for one in others) for place in places)


def _is_month(word: str) -> bool:
    known = calendar_words().get(fold_word(word), ())
    return any(one.kind == "month" for one in known)


@rule("checks.head.agenda", source="contract 1.1: an agenda heading inside a paper read as other", otherwise=())
def agenda(result: Result) -> Iterator[Note]:
    """A paper without a title of its own has no list that begins with the adoption of the agenda or the opening."""
    head = result.agenda.document
    names = {fold(name) for name in (head.organ, head.body) if name}
    if result.agenda.items or head.kind != "other" or (head.title and fold(head.title) not in names):
        return
    for block in result.blocks:
        number = int(block.number) if block.number and block.number.isdecimal() else number_of(block.text)
        if block.page == 1 and number == 1:
            text = fold(_LABEL.sub("", block.text)).rstrip(" .;")
            if words().adoption.match(text) or meeting_words().opening_entry.match(text):
                for path in ("items", "document.title", "document.kind", "meetings"):
                    yield AGENDA_UNREAD.note(1, path=path, heading=block.text[:60])
                return


CHECKS = (adopted, listless, item, parent, title, organization, hours, language, bar, days, agenda)
