"""Tables of documents by item, wherever they stand: each row is a document of the item that its row names.

`Item | Title | Symbol` in any order, with merged cells, over pages, or with a row for each item over its documents.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from extractor.layout.blocks.model import Block
from extractor.layout.tables.model import Row, Table
from extractor.records import Struct
from extractor.rules import first, rule
from extractor.structure.documents.entry import papers_of
from extractor.structure.documents.model import ListedDocument
from extractor.structure.documents.tables import from_table, is_document_table, names_state, rows_of_documents
from extractor.structure.kinds import is_companion
from extractor.structure.timetable.item_numbers import leading_items, read_items
from extractor.structure.vocabulary import is_heading, is_prose, is_whole


class Items(Struct, frozen=True):
    """The items of a table's rows.

    Attributes:
        column: the column that names them, None where rows of their own do.
        of: the number of each row's item, by the row's place, None where it has none.
    """

    column: int | None
    of: Sequence[str | None]


class Placed(Struct, frozen=True):
    """A table that may list documents by item, and where it stands.

    Attributes:
        items: the items of its rows.
        above: the block above it, None at the beginning.
        listed: the numbers of the entries of a list that stand above it.
        last: the last of these, or of the items of a table that is the list itself; empty for none.
    """

    items: Items
    above: Block | None
    listed: Collection[str]
    last: str = ""

    @property
    def numbers(self) -> list[str]:
        """The items of its rows, in order, each as often as it has rows in a row."""
        return [number for number in self.items.of if number is not None]


def items_of_rows(table: Table, before: Items | None = None, over: str | None = None) -> Items | None:
    """The items that the rows of a table name; `before` are those of the table that it goes on with.

    `over` is the item that a line above the table names.
    """
    column = _item_column(table)
    if column is None and before is not None and before.column is not None and before.column < len(table.columns):
        column = before.column
    last = next((number for number in reversed(before.of) if number), None) if before is not None else None
    if column is not None:
        return Items(column, _carried(table, column, last))
    last = last or over
    found: list[str | None] = []
    named = False
    for row in table.rows:
        if len(row.cells) == 1 and (item := _item_alone(row.text(min(row.cells)))):
            last, named = item, True
        found.append(last)
    return Items(None, found) if named or (before is not None and any(found)) else None


def _item_alone(text: str) -> str | None:
    """The first item that a line names by the word for item: `Item 3: Lenses`."""
    named = leading_items(text)
    return named.items[0] if named is not None and named.worded and named.items else None


@rule(
    "documents.item_over_rows",
    source="lists set in columns: `Item 2: …` over the rows, `Item 3: …` among them",
    otherwise=None,
)
def item_over(above: Block | None) -> str | None:
    """The item that the line right above a table names, as rows of the table name theirs."""
    return _item_alone(above.text) if above is not None and above.table is None else None


def _item_column(table: Table) -> int | None:
    """The column headed `Item`, else one that holds numbers of items alone."""
    columns = range(len(table.columns))
    head = table.rows[0] if table.rows else None
    named = [column for column in columns if head is not None and headed.applies(head, column)]
    if named:
        return named[0]
    return next((column for column in columns if numbers_alone.applies(table, column)), None)


@rule("documents.item_head", source="catalogue 3.5: tables `Item | Title | Symbol`, `Agenda item | Title | Document`")
def headed(head: Row, column: int) -> bool:
    """The head of a column says that items stand below it."""
    return is_whole(head.text(column), "columns", "item")


@rule("documents.column_of_items", source="catalogue 3.5: annexed lists `Symbol | Item | Title`")
def numbers_alone(table: Table, column: int) -> bool:
    """A column holds item numbers, but for one cell at most (its head, which says nothing else)."""
    texts = [text for row in table.rows if (text := row.text(column))]
    numbers = sum(number_of(text) is not None for text in texts)
    other = next((text for text in texts if number_of(text) is None), "")
    return numbers > 1 and numbers >= len(texts) - 1 and not is_whole(other, "columns", "page")


def number_of(text: str, above: str | None = None) -> str | None:
    """The item that a cell names, by its number alone or before its title; a letter goes on the item `above`."""
    found = read_items(text)
    if found:
        return found[0]
    leading = leading_items(text)
    if leading is None or not leading.rest:
        return None
    if leading.items:
        return leading.items[0]
    return lettered_row.applies(leading.letters, above)


@rule(
    "documents.lettered_row",
    source="UNCITRAL: rows `Item 4. …`, below it `(a) …`, each with its papers",
    otherwise=None,
)
def lettered_row(letters: Sequence[str], above: str | None) -> str | None:
    """A letter before a title stands below the item of the rows above."""
    return f"{above.split('(')[0]}({letters[0]})" if letters and above else None


def _carried(table: Table, column: int, last: str | None) -> list[str | None]:
    """The item of each row: its own, that of its merged cell, or that of the rows above."""
    found: list[str | None] = []
    for group in _merged_rows(table.rows, column):
        own = next((number for row in group if (number := number_of(row.text(column), last))), None)
        said = any(row.text(column) for row in group)
        if own is None and (said or (column != min(group[0].cells) and goes_without.applies(group[0]))):
            last = None  # `All items`, a dash, or the head
        last = own or last
        found += [last] * len(group)
    return found


@rule("documents.group_row", source="tables with a heading over documents that belong to no item")
def goes_without(row: Row) -> bool:
    """A row of one cell parts the documents below it from the item above."""
    return len(row.cells) == 1


def _merged_rows(rows: Sequence[Row], column: int) -> Iterator[list[Row]]:
    """The rows between which no border is drawn in a column."""
    group: list[Row] = []
    for row in rows:
        if group and not merged.applies(row, column):
            yield group
            group = []
        group.append(row)
    if group:
        yield group


@rule("documents.merged_items", source="tables of documents where one cell names the item of several rows")
def merged(row: Row, column: int) -> bool:
    """No border is drawn over the cell of the item: it is one with the cell above."""
    return column in row.joined


# ---- which tables ----------------------------------------------------------------------------------------------------


@rule("documents.several_of_item", source="tables of documents: an item has several, and an agenda names it once")
def repeats(place: Placed) -> bool:
    """An item stands in several rows."""
    return len(place.numbers) > len(set(place.numbers))


@rule("documents.headed_table", source="catalogue 3.5: `List of documents` over a table")
def under_heading(place: Placed) -> bool:
    """The table stands below a heading that says documents."""
    return place.above is not None and is_list_heading(place.above)


@rule("documents.items_above", source="tables of documents at the end of an agenda, one document an item")
def listed_above(place: Placed) -> bool:
    """The items of the table have been listed above it."""
    heads = {number.split("(")[0] for number in place.numbers}
    return bool(heads) and heads <= set(place.listed)


@rule("documents.agenda_itself", source="boards: the agenda set as `Item | Title | Document`, with rows (a), (b)")
def is_agenda(place: Placed) -> bool:
    """A table right below the heading or title of an agenda, or that goes on with the numbers above it, is the list."""
    if place.above is None:
        return place.numbers[0] == "1"
    if is_heading(place.above.text, "agenda"):
        return True
    return place.last.isdigit() and place.numbers[0] == str(int(place.last) + 1) != place.numbers[-1]


#: What makes a table with a column of items one of documents, and not the agenda itself.
BY_ITEM = (repeats, under_heading, listed_above)


def _by_item(place: Placed) -> bool:
    """Whether a table lists documents by item and is not the agenda itself."""
    return first(BY_ITEM, place) is not None and not (place.numbers and is_agenda.applies(place))


def is_list_heading(block: Block) -> bool:
    """Whether a block heads a list of documents."""
    if block.table is not None:
        return False
    text = block.text
    return _says_documents(text) or _says_documents(behind_annex.applies(text))


def _says_documents(text: str) -> bool:
    return is_heading(text, "documentation") or is_companion(text) == "list_of_documents"


@rule("documents.annex_before_heading", source="`Annex: documents before the Committee` on one line", otherwise="")
def behind_annex(text: str) -> str:
    """What stands behind the word for an annex on the line of a heading."""
    head, stop, rest = text.partition(":") if ":" in text else text.partition(". ")
    return rest.strip() if stop and is_heading(head, "annex") else ""


def tables_by_item(blocks: Sequence[Block]) -> dict[Block, Items]:
    """The tables that list documents by item, with the items of their rows."""
    found: dict[Block, Items] = {}
    listed: set[str] = set()
    above: Block | None = None
    last = ""
    for block in blocks:
        if block.table is not None:
            before = found.get(above) if above is not None else None
            listing = is_document_table(block.table)
            items = items_of_rows(block.table, before, item_over.applies(above)) if listing else None
            place = Placed(items, above, listed, last) if items is not None else None
            if items is not None and place is not None and (before is not None or _by_item(place)):
                found[block] = items
            elif place is not None and place.numbers:
                last = place.numbers[-1].split("(")[0].split(".")[0]
        elif block.label is not None and not is_prose(block.text):
            listed.add(block.label.value)
            last = block.label.value if block.label.form == "arabic" else last
        above = block
    return found


def documents_by_item(found: Iterable[tuple[Block, Items]]) -> list[tuple[ListedDocument, str | None]]:
    """The documents of such tables with the numbers of their items."""
    every: list[tuple[ListedDocument, str | None]] = []
    for block, items in found:
        assert block.table is not None
        every += [(document, items.of[at]) for document, at in rows_of_documents(block.table, items.column)]
    return every


# ---- timetables ------------------------------------------------------------------------------------------------------


def papers_in_timetables(timed: Iterable[Block]) -> list[tuple[ListedDocument, str | None]]:
    """The papers that timetables name beside their items, each with the number of its item."""
    found: list[tuple[ListedDocument, str | None]] = []
    for block in timed:
        table = block.table
        column = _papers_column(table) if table is not None else None
        items = items_of_rows(table) if table is not None and column is not None else None
        if table is not None and column is not None and items is None:
            items = items_in_titles.applies(table, column)
        if table is None or column is None or items is None or items.column == column:
            continue
        for row, number in zip(table.rows, items.of, strict=True):
            cell = row.cells.get(column)
            if cell is not None and number is not None:
                found += [(one, number) for one in papers_of(cell.text, cell.lines)]
    return found


@rule(
    "documents.states_in_timetable",
    source="treaty bodies: `State party | Report | Symbol | Date` in the text of an item",
    otherwise=(),
)
def states_in_timetable(block: Block) -> Sequence[ListedDocument]:
    """The reports of a table that says when those of each State are considered."""
    table = block.table
    if table is None or not is_document_table(table):
        return ()
    named = any(names_state.applies(table, column) for column in range(len(table.columns)))
    return from_table(table) if named else ()


@rule(
    "documents.items_in_titles",
    source="regional commissions: `Date and time | Activity | Document`, items named in the activities",
    otherwise=None,
)
def items_in_titles(table: Table, papers: int) -> Items | None:
    """The items that the texts beside the column of papers begin with, each after the word for item."""
    found: list[str | None] = []
    at: int | None = None
    for row in table.rows:
        named = None
        for column in row.cells:
            leading = leading_items(row.text(column)) if column != papers else None
            if leading is not None and leading.worded and leading.items:
                named, at = leading.items[0], column
        found.append(named)
    return Items(at, found) if any(found) else None


def _papers_column(table: Table) -> int | None:
    """The column of a timetable that holds the papers of its items."""
    heads = ((row, column) for row in table.rows for column in row.cells)
    return next((column for row, column in heads if papers_head.applies(row, column)), None)


@rule("documents.column_in_timetable", source="UNCITRAL: `Agenda item | Proposed date(s) | Documentation`")
def papers_head(row: Row, column: int) -> bool:
    """The head of a column of a timetable says that documents stand below it."""
    return is_heading(row.text(column), "documentation")
