"""Small results, made by hand, for the tests of the checks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from extractor.layout.lines.model import Mark
from extractor.layout.lines.rows import lines_of
from extractor.model import (
    Agenda,
    Anchor,
    Block,
    DateMention,
    Document,
    Footnote,
    Item,
    ItemDocument,
    Meeting,
    Period,
    Place,
    PrintedBlock,
    Reference,
    Role,
    ScheduleEntry,
    Session,
    Source,
)
from extractor.records import replace
from extractor.structure.checks import check
from extractor.structure.printed import Piece, Printed
from tests.layout.pages import page, span

SOURCE = Source(sha256="0" * 64, bytes=1, pages=1, text_layer="digital")
#: A whole masthead of an annotated agenda.
HEAD = Document(
    symbol="A/AC.999/2031/1",
    symbols=["A/AC.999/2031/1"],
    kind="annotated_agenda",
    title="Provisional agenda",
    body="Harbour Board",
    distribution="general",
    date=dt.date(2031, 3, 16),
    original_language="en",
    job_number="V.31-01610",
)
DAY = dt.date(2031, 6, 27)  # a Friday


def codes(
    items: Sequence[Item] = (),
    rows: Sequence[ScheduleEntry] = (),
    blocks: Sequence[PrintedBlock] = (),
    document: Document = HEAD,
    references: Sequence[Reference] = (),
    dates: Sequence[DateMention] = (),
    footnotes: Sequence[Footnote] = (),
    printed: Sequence[Printed] = (),
    meetings: Sequence[Meeting] = (
        Meeting(session=Session(number=8), periods=[Period(start=DAY, end=dt.date(2031, 6, 28))]),
    ),
    language: str = "en",
) -> list[tuple[str, str | None]]:
    """Codes and paths that the checks give; the meeting is on 27 and 28 June 2031."""
    agenda = Agenda(
        source=SOURCE.model_copy(update={"language": language}),
        document=document, meetings=list(meetings), items=list(items), schedule=list(rows),
        blocks=list(blocks), references=list(references), dates=list(dates), footnotes=list(footnotes),
    )  # fmt: skip
    return [(note.code, note.path) for note in check(agenda, printed)]


def item(
    number: str,
    title: str,
    *text: str,
    documents: Sequence[ItemDocument] = (),
    kind: str = "paragraph",
    after: str = "",
    ids: Sequence[int | None] = (),
    placed: bool = True,
) -> Item:
    """An item with paragraphs; the last one but `after` is of the `kind`. It stands at the left edge, at 300 points."""
    box = (100.0, 300.0, 300.0, 310.0)
    types = ["paragraph"] * (len(text) - 1) + [kind, "paragraph"]
    text = (*text, after) if after else text
    return Item(
        number=number,
        label=f"{number}.",
        title=title,
        page=1,
        bbox=box,
        places=[Place(page=1, bbox=box)] if placed else [],
        annotation=[
            Block(type=t, text=one, page=1, id=at)  # type: ignore[arg-type]
            for t, one, at in zip(types, text, [*ids, *[None] * len(text)], strict=False)
        ],
        documents=list(documents),
    )


def listed(title: str, *symbols: str) -> ItemDocument:
    """A listed document."""
    return ItemDocument(title=title, symbols=list(symbols), page=1)


def block(number: int, role: Role, text: str, top: float = 400.0, x0: float = 100.0) -> PrintedBlock:
    """A block of the ledger on the first page."""
    box = (x0, top, 400.0, top + 10)
    return PrintedBlock(id=number, role=role, text=text, page=1, bbox=box, places=[Place(page=1, bbox=box)])


def row(
    title: str, hour: int | None = 10, day: dt.date | None = DAY, items: Sequence[str] = (), top: float = 0.0
) -> ScheduleEntry:
    """A row of the timetable of two hours."""
    return ScheduleEntry(
        date=day,
        start=dt.time(hour) if hour is not None else None,
        end=dt.time(hour + 2) if hour is not None else None,
        items=list(items),
        title=title,
        page=1,
        bbox=(100.0, top, 300.0, top + 10),
    )


def cited(text: str, number: int, start: int, symbol: str | None = None, owner: str | None = None) -> Reference:
    """A mention in a block: of a resolution where it has an owner, else of a document."""
    return Reference(
        kind="resolution" if owner else "document", text=text, symbol=symbol or (None if owner else text), owner=owner,
        page=1, block=number, span=(start, start + len(text)),
    )  # fmt: skip


def note(mark: str, *, anchored: bool = True) -> Footnote:
    """A footnote, with a mark in the first block."""
    anchors = [Anchor(block=1, offset=0)] if anchored else []
    return Footnote(marker=mark, text="See above.", page=1, anchors=anchors)


def set_in(*rows: tuple[float, str] | None, mark: str | None = None) -> Printed:
    """A block of the layout: lines of a size and a text, 12 points apart; None leaves room for a line.

    The `mark` of a footnote is raised behind the last one.
    """
    spans = [span(one[1], 100.0, 300.0 + 12 * at, one[0]) for at, one in enumerate(rows) if one is not None]
    lines = lines_of(page(spans))
    if mark is not None:
        cell = replace(lines[-1].cells[-1], marks=[Mark(mark, len(lines[-1].text))])
        lines[-1] = lines[-1].with_cells([cell])
    text = " ".join(line.text for line in lines)
    return Printed("annotation", text, [Piece(0, len(text), lines)])
