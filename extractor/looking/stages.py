"""Every stage as a list of things in the order in which the stage has them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from extractor.layout.arrange import Paper, arrange
from extractor.layout.blocks.model import Block
from extractor.layout.lines.model import Line
from extractor.layout.tables.model import Table
from extractor.looking.model import Stage, Thing
from extractor.reading.page import BBox, Page, Span
from extractor.structure.agenda.model import walk
from extractor.structure.masthead.box import read_box
from extractor.structure.masthead.rows import rows_outside
from extractor.structure.recognise import Recognised, recognise
from extractor.structure.timetable.columns import layout_of
from extractor.structure.timetable.model import Event, EventKind
from extractor.structure.timetable.moments import Moment
from extractor.structure.timetable.read import events_of
from extractor.structure.timetable.ruled import ruled_of


class Part(NamedTuple):
    """What a block is of the agenda: its role, the rule that decided, the number of its item."""

    role: str
    rule: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """What the stages made of a paper."""

    paper: Paper
    found: Recognised


def things_of(pages: Sequence[Page], stage: Stage) -> list[Thing]:
    """What a stage made of a paper. `pages` are all its pages as they were read: a stage needs the others too."""
    if stage == "spans":
        return [_span(span, page) for page in pages for span in page.spans]
    if stage == "tags":
        return [thing for page in pages for thing in _tags(page)]
    paper = arrange(pages)
    return list(_STAGES[stage](Made(paper, recognise(paper))))


def _span(span: Span, page: Page) -> Thing:
    face = [name for name, holds in (("bold", span.bold), ("italic", span.italic)) if holds]
    role = "rotated" if span.sideways else "hidden" if span.hidden else " ".join(face) or "plain"
    box = (span.x0, span.top, span.x1, span.bottom)
    return Thing(page.number, box, f"{role} {span.size:g}", span.text)


def _tags(page: Page) -> Iterator[Thing]:
    """The elements with text on the page, set in by their depth, and below them what they are worth."""
    if page.tags is None:
        return
    for one in page.tags.elements:
        if one.bbox is not None:
            text = " ".join(span.text.strip() for span in page.spans if one.is_leaf and _in(span, one.bbox))
            yield Thing(page.number, one.bbox, "." * one.depth + one.kind, text)
    trust = "sound" if page.tags.are_sound else "in doubt"
    shares = f"{page.tags.coverage:.0%} of the marked text, {page.tags.order:.0%} of neighbours apart"
    yield Thing(page.number, (0.0, 0.0, page.width, page.height), trust, shares)


def _in(span: Span, box: BBox) -> bool:
    x, y = (span.x0 + span.x1) / 2, (span.top + span.bottom) / 2
    return box[0] - 1 < x < box[2] + 1 and box[1] - 1 < y < box[3] + 1


def _lines(made: Made) -> Iterator[Thing]:
    """Each line with where it was put: running head, body, footnote, foot."""
    for sheet in made.paper.sheets:
        for role, lines in (
            ("head", sheet.head),
            ("body", sheet.body),
            ("footnote", sheet.notes),
            ("foot", sheet.foot),
        ):
            for line in lines:
                yield Thing(line.page, line.bbox, role, line.text, line.rule)


def _blocks(made: Made) -> Iterator[Thing]:
    """Each block of the paper with its part in the agenda.

    The rule is that by which the block was taken for an entry or heading, else that by which it begins.
    """
    body = made.found.body
    parts = _parts(made.found)
    for where, blocks in (("masthead", body.head), ("text", body.blocks), ("timetable", body.timed)):
        for block in blocks:
            role, rule, item = parts.get(block, Part("contents" if block.leader else where))
            if block.table is not None:
                role, rule = f"{role}, table", rule or block.table.rule
            yield Thing(block.page, block.bbox, role, block.text, rule or block.rule, item)


def _parts(found: Recognised) -> Mapping[Block, Part]:
    """The blocks that the items of the agenda are made of."""
    parts = dict.fromkeys(found.unmatched, Part("unmatched"))
    for node in walk(found.items):
        number = node.number or ""
        parts.update((block, Part(kind, item=number)) for kind, block in node.annotation)
        if node.block is not None:
            parts[node.block] = Part("item", node.rule, number)
        if node.heading is not None:
            parts[node.heading] = Part("title", node.heading_rule, number)
    return parts


def _tables(made: Made) -> Iterator[Thing]:
    """Each table with the rule by which it is one, its rows and their cells."""
    body = made.found.body
    for block in (*body.head, *body.blocks, *body.timed):
        if block.table is not None:
            yield Thing(block.page, block.bbox, "table", f"{len(block.table.columns)} columns", block.table.rule)
            yield from _rows(block.table)


def _rows(table: Table) -> Iterator[Thing]:
    for number, row in enumerate(table.rows, 1):
        if not row.cells:
            continue
        yield Thing(row.page, row.bbox, "row", f"row {number}", row.rule)
        for column, cell in sorted(row.cells.items()):
            lines = [line for line in cell.lines if line.page == row.page]
            yield Thing(row.page, _around(lines), f"column {column + 1}", cell.text)


def _masthead(made: Made) -> Iterator[Thing]:
    """The cells of the box, the rows of the organ beside it, and the rows of block and title with their kinds."""
    if not made.paper.sheets:
        return
    first, language = made.paper.sheets[0], made.found.language or "en"
    box = read_box(first.body, first, language)
    for line, at in sorted(box.used):
        cells = first.body[line].cells
        if 0 <= at < len(cells):
            yield Thing(first.page.number, first.body[line].only([cells[at]]).bbox, "box", cells[at].text)
    rows = made.found.masthead.rows
    organ = [("organ", row) for row in rows_outside(first.body, box, first, language).organ]
    for role, row in [*organ, *((str(row.kind), row) for row in rows)]:
        x0, x1 = first.body[row.line].across(row.x0, row.x1) if row.page == first.page.number else (row.x0, row.x1)
        yield Thing(row.page, (x0, row.top, x1, row.bottom), role, row.text, row.rule)


def _timetable(made: Made) -> Iterator[Thing]:
    """The columns of each timetable and its events: dates and times with the height from which they hold, entries."""
    body, drawn = made.found.body, made.paper.rules
    for lines in body.timetables:
        yield from _columns(lines, made.paper)
        spans = {page: _around([line for line in lines if line.page == page]) for page in {line.page for line in lines}}
        for event in events_of(lines, drawn, body.context):
            left, _, right, _ = spans[event.page]
            entry = event.kind is EventKind.ENTRY
            box = event.bbox if entry else (left, event.height, right, event.height)
            yield Thing(event.page, box, event.kind.name.lower(), _words(event), event.rule)


def _columns(lines: Sequence[Line], paper: Paper) -> Iterator[Thing]:
    layout = layout_of(lines, ruled_of(lines, paper.rules))
    if layout is None:
        return
    own = [line for line in lines if line.page == lines[0].page]
    end = max(layout.edges[-1], *(line.x1 for line in own))
    top, bottom = min(line.top for line in own), max(line.bottom for line in own)
    for (left, right), role in zip(pairwise([*layout.edges, end]), layout.roles, strict=True):
        x0, x1 = own[0].across(left, right)
        yield Thing(own[0].page, (x0, top, x1, bottom), f"column {role}", "")


def _words(event: Event) -> str:
    moment = event.moment
    said: list[str] = [f"[{', '.join(event.items)}]"] if event.items else []
    if moment is not None:
        said.append(_moment(moment))
    said += [f"column {at + 1}: {_moment(day)}" for at, day in event.days.items()]
    return " ".join([*said, event.text]).strip()


def _moment(moment: Moment) -> str:
    days = [str(day) for day in (moment.first, moment.last) if day]
    clock = [f"{time:%H:%M}" for time in (moment.start, moment.end) if time]
    return " ".join(part for part in ("/".join(days), "-".join(clock)) if part)


def _around(lines: Sequence[Line]) -> tuple[float, float, float, float]:
    boxes = [line.bbox for line in lines]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return (min(lefts), min(tops), max(rights), max(bottoms))


_STAGES: Mapping[Stage, Callable[[Made], Iterator[Thing]]] = {
    "lines": _lines,
    "blocks": _blocks,
    "tables": _tables,
    "masthead": _masthead,
    "timetable": _timetable,
}
