"""Documents listed in tables."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import cache

from extractor.built import compiled
from extractor.grammar.symbols import SymbolSpan
from extractor.grammar.symbols.placeholder import holds_placeholder
from extractor.layout.blocks.model import Block, make_block
from extractor.layout.lines.model import Cell, Line, cut_cell
from extractor.layout.tables.geometry import column_texts
from extractor.layout.tables.model import Row, Table
from extractor.lexicon.words import choice, connectives, either
from extractor.records import replace
from extractor.rules import first, rule
from extractor.structure.agenda.model import Node
from extractor.structure.agenda.titles import clean_title
from extractor.structure.documents.entry import (
    LETTERS,
    OUTER,
    closed_symbol,
    ends_with_symbol,
    entry,
    is_code_line,
    papers_of,
    symbol_dash,
    symbols_in,
    unique,
)
from extractor.structure.documents.model import ListedDocument
from extractor.structure.documents.none_foreseen import foresees_none
from extractor.structure.documents.settings import DOCUMENTS
from extractor.structure.timetable.item_numbers import leading_items, read_items
from extractor.structure.timetable.words import is_clockwork
from extractor.structure.vocabulary import has_figure, is_heading, is_prose, is_whole

#: The last sentence of an entry, before its symbol in brackets.
_LAST_SENTENCE = compiled(r"(?:。|\.\s)([^。.]{4,90}?)\s*[(（][^()（）]*[)）]$")


@cache
def symbol_head() -> re.Pattern[str]:
    """What the head of a column of documents or symbols holds."""
    return compiled(either("structure", "columns.documents"), re.IGNORECASE)


def is_document_table(table: Table) -> bool:
    """Whether a table lists documents."""
    return first(TABLES, table) is not None


@rule("documents.column_of_symbols", source="catalogue 3.5: tables of documents have a column of symbols")
def _has_symbol_column(table: Table) -> bool:
    """A column holds symbols."""
    for column in range(len(table.columns)):
        texts = [row.text(column) for row in table.rows if row.text(column)]
        holding = sum(map(mostly_symbols, texts))
        if holding and holding >= DOCUMENTS.least_symbols * len(texts):
            return True
    return False


@rule("documents.table_head", source="catalogue 3.5: `Title and symbol | Para.` over titles with symbols in brackets")
def _has_table_head(table: Table) -> bool:
    """The head says documents, and symbols stand in the rows."""
    if not table.rows:
        return False
    header = " ".join(table.rows[0].text(column) for column in range(len(table.columns)))
    with_symbols = sum(any(symbols_in(row.text(c)) for c in row.cells) for row in table.rows)
    enough = with_symbols >= max(1, DOCUMENTS.least_symbols * (len(table.rows) - 1))
    return enough and symbol_head().search(header) is not None


#: What makes a table one of documents.
TABLES = (_has_symbol_column, _has_table_head)


def mostly_symbols(text: str) -> bool:
    """Whether a text is symbols and little else."""
    return are_most(text, symbols_in(text))


def are_most(text: str, spans: Sequence[SymbolSpan]) -> bool:
    """Whether symbols are most of a text, or all but a word on their purpose."""
    if spans and spans[0].start < 2 and len(LETTERS.findall(text[spans[-1].end :])) <= DOCUMENTS.purpose_letters:
        return True
    return bool(spans) and sum(span.end - span.start for span in spans) >= DOCUMENTS.mostly * len(
        _joints().sub("", text)
    )


@cache
def _joints() -> re.Pattern[str]:
    """What stands between symbols and is no other text."""
    return compiled(rf" (?:{choice(connectives('and'))}) ")


def from_table(table: Table) -> list[ListedDocument]:
    """One document a row.

    The symbols are those of the cell that holds little else, else of the brackets behind the title.
    """
    return [document for document, _ in rows_of_documents(table)]


def rows_of_documents(table: Table, item_column: int | None = None) -> list[tuple[ListedDocument, int]]:
    """The documents of a table, each with the place of the row that it begins in; a column of items is no title."""
    symbol_column = _symbol_column(table)
    more = [column for column in range(len(table.columns)) if more_symbols.applies(table, column, symbol_column)]
    found: list[tuple[ListedDocument, int]] = []
    for index, row in enumerate(table.rows):
        if _is_header(table, row, index, symbol_column):
            continue
        if symbol_column is not None:
            holding = sorted({symbol_column, *more})
            symbols = [str(s.symbol) for column in holding for s in symbols_in(row.text(column))]
            title = _title(table, row, {*holding, item_column})
            if not symbols and not title:
                continue
            if found and not symbols and title_goes_on.applies(row.text(symbol_column), title):
                above = found[-1][0]
                found[-1] = replace(above, title=f"{above.title or ''} {title}"), found[-1][1]
                continue
            if not symbols and sub_heading.applies(row, symbol_column):
                continue
            if not title and item_column is not None:
                title = title_below_item.applies(row, item_column)
            papers = papers_of_cell.applies(row.text(symbol_column), row.lines) if not title else ()
            name = clean_title(title) or ", ".join(symbols)
            found += [(one, index) for one in papers or (ListedDocument(name, unique(symbols), row.lines),)]
            continue
        words = [row.text(c) for c in sorted(row.cells) if c != item_column]
        one = entry(words[0], row.lines) if words else None
        if one:
            found.append((one, index))
    return found


@rule("documents.title_below_item", source="lists by item set close: `Agenda item 3` right above a title", otherwise="")
def title_below_item(row: Row, item_column: int) -> str:
    """The title of a document in the cell of its item, below a line with no more than the item; empty without."""
    cell = row.cells.get(item_column)
    if cell is None or len(cell.lines) < 2 or read_items(cell.lines[0].text) is None:
        return ""
    lead = leading_items(cell.text)
    return lead.rest if lead is not None and lead.worded else ""


@rule(
    "documents.papers_of_cell", source="UNCITRAL: `Agenda item | Dates | Documentation`, several papers", otherwise=()
)
def papers_of_cell(text: str, lines: Sequence[Line]) -> Sequence[ListedDocument]:
    """In a row without a title each symbol of the cell is a paper of its own, addenda with theirs."""
    papers = papers_of(text, lines)
    return [replace(one, title=", ".join(one.symbols)) for one in papers] if len(papers) > 1 else ()


def _title(table: Table, row: Row, others: Container[int | None]) -> str:
    """The title that a row gives its document: the longest of its first texts; `others` are columns that hold none."""
    own = [column for column in sorted(row.cells) if column not in others][:2]
    words = [row.text(column) for column in own if not days_of_consideration.applies(row.text(column))]
    if len(words) == 2 and names_state.applies(table, own[0]):
        return ": ".join(words)
    return max(words, key=len, default="")


@rule("documents.more_symbols", source="treaty bodies: `State party | Report | List of issues`, each with its symbol")
def more_symbols(table: Table, column: int, first_column: int | None) -> bool:
    """A further column of symbols, one in most of its cells, holds more symbols of the same documents."""
    if first_column is None or column == first_column:
        return False
    texts = [text for row in table.rows[1:] if (text := row.text(column))]
    return bool(texts) and sum(map(mostly_symbols, texts)) > len(texts) / 2


@rule("documents.state_in_title", source="treaty bodies: `State party | Report | Symbol`")
def names_state(table: Table, column: int) -> bool:
    """A column headed `State party` names whose paper it is: that is part of the title."""
    return bool(table.rows) and is_whole(table.rows[0].text(column), "columns", "state")


@rule("documents.days_no_title", source="treaty bodies: `State party | Report | Date of consideration`")
def days_of_consideration(text: str) -> bool:
    """Days and hours in a table of documents are no title."""
    return is_clockwork(text)


@rule("documents.title_goes_on", source="rows parted by a page end: the title goes on in the next row")
def title_goes_on(symbol: str, title: str) -> bool:
    """A row without symbol that begins in small letters goes on with the title above."""
    return not symbol and title[:1].islower()


@rule("documents.sub_heading", source="catalogue 3.5: tables of documents with headings over groups of rows")
def sub_heading(row: Row, symbol_column: int) -> bool:
    """A row of one cell without symbol is a heading of the rows below it."""
    return not row.text(symbol_column) and len(row.cells) == 1


def _symbol_column(table: Table) -> int | None:
    best: tuple[int, int] | None = None
    for column in range(len(table.columns)):
        count = sum(mostly_symbols(row.text(column)) for row in table.rows)
        if count and (best is None or count > best[0]):
            best = (count, column)
    return best[1] if best else None


def _is_header(table: Table, row: Row, index: int, symbol_column: int | None) -> bool:
    if any(symbols_in(row.text(c)) for c in row.cells):
        return False
    text = " ".join(row.text(c) for c in sorted(row.cells))
    over = row.text(symbol_column) if symbol_column is not None else ""
    if over and len(over.split()) <= DOCUMENTS.head_words and not has_figure(over) and symbol_head().search(over):
        return True  # of another table joined to the first, or repeated
    if index == 0 and (
        symbol_head().search(text) or all(len(row.text(c).split()) <= DOCUMENTS.header_words for c in row.cells)
    ):
        return symbol_column is not None or is_heading(text, "documentation") or len(row.cells) > 1
    return text == " ".join(table.rows[0].text(c) for c in sorted(table.rows[0].cells)) and index > 0


def from_row(block: Block) -> list[ListedDocument]:
    """Rows of a table that were read as a block: each begins where a symbol stands in a cell."""
    rows: list[list[Line]] = []
    edge = column_of_titles.applies(block.lines)
    for line in block.lines:
        if edge is not None:
            line = _in_two(line, edge)
        if not rows or any(mostly_symbols(cell.text) for cell in line.cells):
            rows.append([line])
        else:
            rows[-1].append(line)
    found: list[ListedDocument] = []
    for row in rows:
        texts = column_texts(row)
        symbols = [str(span.symbol) for text in texts if mostly_symbols(text) for span in symbols_in(text)]
        title = next((text for text in texts if not mostly_symbols(text)), "")
        found.append(ListedDocument(clean_title(title) or None, unique(symbols), row))
    return found


@rule(
    "documents.cells_close",
    source="UNCTAD: symbols of two lines beside titles, with hardly a space between them",
    otherwise=None,
)
def column_of_titles(lines: Sequence[Line]) -> float | None:
    """Where titles beside symbols begin: a run that begins there is in their column, however close it stands."""
    both = (line.cells for line in lines if len(line.cells) == 2)
    return next((cells[1].x0 for cells in both if mostly_symbols(cells[0].text)), None)


def _in_two(line: Line, edge: float) -> Line:
    """The line with a cell of what stands before an edge, and one of the rest."""
    cells = [part for cell in line.cells for part in _cut(cell, edge)]
    before = [cell for cell in cells if cell.x0 < edge - DOCUMENTS.same_edge]
    if len(before) < 2:
        return line.with_cells(cells)
    joined = replace(before[0], text=" ".join(cell.text for cell in before), x1=before[-1].x1)
    return line.with_cells([joined, *cells[len(before) :]])


def _cut(cell: Cell, edge: float) -> list[Cell]:
    """A cell cut before the run that begins at an edge."""
    for offset, left, _ in cell.runs[1:]:
        if abs(left - edge) < DOCUMENTS.same_edge:
            return list(cut_cell(cell, offset, left))
    return [cell]


def stands_alone(block: Block) -> bool:
    """An entry without any heading over it: a title, no sentence, that ends with its symbol and no stop."""
    text = block.text.rstrip()
    if len(text) > DOCUMENTS.longest_entry or text.endswith((".", "。", "؟", "؛")):
        return False
    return first(ALONE, text) is not None


@rule("documents.symbol_dash", source="conferences of parties: `ICCD/COP(16)/2 – Programme and budget. Note by …`")
def _symbol_dash(text: str) -> bool:
    """A symbol, a dash and a title."""
    return bool(symbol_dash().match(text)) and bool(spans := symbols_in(text)) and spans[0].start < 2


@rule("documents.symbol_over_title", source="conferences of parties in Chinese: `UNEP/CHW.19/2   Draft budget`")
def _symbol_and_title(text: str) -> bool:
    """A symbol and a title in a script without capitals, which is no sentence."""
    spans = symbols_in(text)
    rest = text[spans[-1].end :].lstrip() if spans else ""
    if not rest or spans[0].start > 1 or any(span.start > DOCUMENTS.lead for span in spans) or is_prose(text + "."):
        return False
    return rest[0].isalpha() and not (rest[0].isupper() or rest[0].islower())


@rule("documents.closed_symbol", source="catalogue 3.5: a title that ends with its symbol in brackets")
def _title_with_symbol(text: str) -> bool:
    """A title that ends with its symbol in brackets."""
    if not text.endswith((")", "）")) or not closed_symbol(text):
        return False
    return not is_prose((before_author.applies(text) or text) + ".")


@rule("documents.author_behind", source="Chinese lists: `人事事项。总干事的报告(IDB.62/7)`; conventions", otherwise="")
def before_author(text: str) -> str:
    """The title of an entry that goes on with who wrote it, as a sentence of its own; empty without."""
    found = _LAST_SENTENCE.search(text)
    return text[: found.start()] if found and is_whole(found[1], "sentences", "author") else ""


@rule("documents.symbol_behind_colon", source="catalogue 3.5: `Note by the Secretariat: A/CN.9/1299`")
def _symbol_behind_colon(text: str) -> bool:
    """A title that ends with a colon and its symbol."""
    return not text.endswith(")") and ":" in text and not is_prose(text + ".") and ends_with_symbol(text)


@rule("documents.codes_alone", source="agencies: `Document EB164/2`, `Documents EB164/8 and EB164/9` below an item")
def _codes_alone(text: str) -> bool:
    """Symbols with nothing but a word for them."""
    return is_code_line(text)


#: What makes a block an entry without any heading over it.
ALONE = (_symbol_dash, _symbol_and_title, _title_with_symbol, _symbol_behind_colon, _codes_alone)


def like_entry(block: Block) -> bool:
    """Whether a block reads like an entry of a documentation list: it ends with its symbol, or begins with it."""
    text = block.text.rstrip()
    return (
        closed_symbol(text)
        or holds_placeholder(text[-DOCUMENTS.placeholder_tail :])
        or bool(symbols_in(text[: DOCUMENTS.lead]) and symbols_in(text)[0].start < DOCUMENTS.text_start)
    )


def merge(documents: Sequence[ListedDocument]) -> list[ListedDocument]:
    """The documents without those that are announced twice."""
    kept: list[ListedDocument] = []
    above: set[tuple[str, ...]] = set()
    for document in documents:
        if not announced_twice.applies(document, above):
            kept.append(document)
            above.add(tuple(document.symbols))
    return kept


@rule("documents.announced_twice", source="catalogue 3.5: a paper under the item and again in the list below it")
def announced_twice(document: ListedDocument, above: Container[tuple[str, ...]]) -> bool:
    """The same paper announced twice for one item counts once; `above` are the symbols of those before it."""
    return bool(document.symbols) and tuple(document.symbols) in above


def items_of_tables(tables: Sequence[Table]) -> list[Node]:
    """Items of a table whose rows are titles with the item's number in brackets, their documents below.

    As in `Diplomatic protection [82]`.

    The form of the Main Committees' organization papers; rows without a number under a numbered one are its documents.
    """
    items: list[Node] = []
    for table in tables:
        marked = [row for row in table.rows if row.cells and OUTER.search(row.text(min(row.cells)))]
        if len(marked) < 2:
            continue
        for row in table.rows:
            first = min(row.cells)
            text = row.text(first)
            found = OUTER.search(text)
            if found:
                number = found[1] + (f"({found[2]})" if found[2] else "")
                node = Node(
                    number, f"[{found[1]}]", clean_title(text[: found.start()]), row.page, row.bbox, lines=row.lines
                )
                node.no_documentation = any(foresees_none(row.text(c)) for c in row.cells)
                items.append(node)
            elif items and first == 0 and len(text) >= DOCUMENTS.least_row:
                one = entry(text, row.lines)
                listed = one is not None and (one.symbols or holds_placeholder(text) or not text.startswith("("))
                if one is not None and listed:
                    items[-1].documents.append(one)
                else:
                    items[-1].annotation.append(("paragraph", make_block(row.cells[first].lines)))
    return items
