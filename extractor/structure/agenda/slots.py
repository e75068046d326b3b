"""Items that a paper has only as the numbered entries of its timetable: `9.30–11.00 | 2. Counting of ships`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.built import compiled
from extractor.grammar.numbering import Label, read_label
from extractor.layout.blocks.model import Block, make_block
from extractor.layout.lines.model import Line
from extractor.layout.tables.model import Table
from extractor.records import Struct, replace
from extractor.rules import rule
from extractor.structure.agenda.model import Node
from extractor.structure.agenda.settings import SETTINGS
from extractor.structure.agenda.titles import clean_title
from extractor.structure.timetable.phrases import column_role

#: The hour at the head of a line.
_HOUR = compiled(r"\d{1,2}[:.h]\d{2}(?!\d)")


class _Entry(Struct, frozen=True):
    """A numbered entry and its lines; the label stands at the head of the first."""

    label: Label
    lines: Sequence[Line]


def items_of_slots(timed: Sequence[Block]) -> list[Node]:
    """The numbered entries of the cells of timetables, or of their lines, where they are numbered from 1 on."""
    cells = [
        cell.lines
        for block in timed
        if block.table
        for row in block.table.rows
        for cell in row.cells.values()
        if cell.column
    ]
    found = _running(node for lines in cells if (node := _node(lines)) is not None)
    found = found or _running(numbered_lines.applies([line for block in timed for line in block.lines]))
    return found or _running(node for block in timed if block.table for node in numbered_rows.applies(block.table))


def _running(nodes: Iterator[Node]) -> list[Node]:
    items = list(nodes)
    return items if [node.number for node in items] == [str(at) for at in range(1, len(items) + 1)] else []


def _node(lines: Sequence[Line]) -> Node | None:
    """The item of a cell, with the parts that its further lines number."""
    entry = _entry(lines)
    if entry is None or entry.label.form != "arabic":
        return None
    cuts = [at for at in range(1, len(lines)) if parts_below.applies(lines[at], entry.label.value)]
    first, *others = (lines[a:b] for a, b in zip([0, *cuts], [*cuts, len(lines)], strict=True))
    parts = (_entry(part) for part in others)
    return replace(_item(_Entry(entry.label, first)), children=[_item(part) for part in parts if part is not None])


@rule("agenda_slots.parts", source="networks of agencies: `3. Energy`, `3.1 Solar roofs` in one cell of the timetable")
def parts_below(line: Line, number: str) -> bool:
    """A line of a cell that begins with the number of its item and one more is a part of the item."""
    label = read_label(line.text)
    return label is not None and label.form == "decimal" and label.value.startswith(f"{number}.")


def _entry(lines: Sequence[Line]) -> _Entry | None:
    """The lines with their label, where they begin with a number before a text."""
    label = read_label(lines[0].text) if lines else None
    if label is None or label.form not in ("arabic", "decimal") or label.length >= len(lines[0].text):
        return None
    return None if label.bare and label.form == "arabic" else _Entry(label, lines)


def _item(entry: _Entry) -> Node:
    own = make_block(list(entry.lines))
    title = clean_title(" ".join(line.text for line in entry.lines)[entry.label.length :])
    return Node(entry.label.value, entry.label.printed, title, own.page, own.bbox, lines=entry.lines)


@rule("agenda_slots.rows", source="working groups: `Time | Item | Subject | Lead` is the whole agenda", otherwise=())
def numbered_rows(table: Table) -> Iterator[Node]:
    """The titles behind the numbers of a column that is headed as that of items."""
    head = table.rows[0]
    column = next((at for at in head.cells if column_role(head.text(at)) == "item"), None)
    if column is None:
        return
    for row in table.rows[1:]:
        title = next((row.cells[at] for at in sorted(row.cells) if at > column), None)
        if title is not None and (number := row.text(column).rstrip(".")).isdecimal():
            own = make_block(title.lines)
            yield Node(number, row.text(column), clean_title(title.text), own.page, own.bbox, lines=title.lines)


@rule(
    "agenda_slots.lines",
    source="pages of working groups: hour, numbered title and speaker in columns without drawn lines",
    otherwise=(),
)
def numbered_lines(lines: Sequence[Line]) -> Iterator[Node]:
    """The titles behind a number that stand beside an hour, with the lines below them at the edge of their words."""
    for at, line in enumerate(lines):
        if len(line.cells) < 2 or not _HOUR.match(line.text):
            continue
        own = [line.with_cells([line.cells[1]])]
        entry = _entry(own)
        if entry is None:
            continue
        for below in lines[at + 1 :]:
            if abs(below.x0 - line.cells[1].x0) >= SETTINGS.same_edge or read_label(below.text):
                break
            own.append(below.with_cells([below.cells[0]]))
        yield _item(_Entry(entry.label, own))
