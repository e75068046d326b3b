"""Documents listed in tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.grammar.symbols import SymbolSpan
from extractor.grammar.symbols.placeholder import holds_placeholder
from extractor.layout.blocks.model import Block, make_block
from extractor.layout.lines.model import Line, box_of
from extractor.layout.tables.geometry import column_texts
from extractor.layout.tables.model import Row, Table
from extractor.structure.agenda.model import Node
from extractor.structure.agenda.titles import clean_title
from extractor.structure.documents.entry import (
    LETTERS,
    OUTER,
    PURPOSE_LETTERS,
    SYMBOL_DASH,
    closed_symbol,
    ends_with_symbol,
    entry,
    symbols_in,
    unique,
)
from extractor.structure.documents.model import ListedDocument
from extractor.structure.timetable.words import is_clockwork
from extractor.structure.vocabulary import has_figure, is_heading, is_prose, says

_ITEM_NUMBER = re.compile(r"^(\d{1,3})\s*(?:\(?([a-z])\))?\.?$")
SYMBOL_HEAD = re.compile(
    r"symbol|cote|signatura|условн|обознач|文号|الرمز|document(?:ation|o|os|s)?\b|документ|文件|الوثيقة", re.IGNORECASE
)


def is_document_table(table: Table) -> bool:
    """Whether a table lists documents: a column of symbols, or a header that says so."""
    if not table.rows:
        return False
    header = " ".join(table.rows[0].text(column) for column in range(len(table.columns)))
    rows = table.rows
    for column in range(len(table.columns)):
        texts = [row.text(column) for row in rows if row.text(column)]
        holding = [t for t in texts if mostly_symbols(t)]
        if holding and len(holding) >= 0.4 * len(texts):
            return True
    with_symbols = sum(any(symbols_in(row.text(c)) for c in row.cells) for row in rows)
    return bool(SYMBOL_HEAD.search(header)) and with_symbols >= max(1, 0.4 * (len(rows) - 1))


def mostly_symbols(text: str) -> bool:
    return are_most(text, symbols_in(text))


def are_most(text: str, spans: Sequence[SymbolSpan]) -> bool:
    if spans and spans[0].start < 2 and len(LETTERS.findall(text[spans[-1].end :])) <= PURPOSE_LETTERS:
        return True
    return bool(spans) and sum(span.end - span.start for span in spans) >= 0.5 * len(text.replace(" and ", ""))


def from_table(table: Table) -> list[ListedDocument]:
    """One document a row; the symbols are those of the cell that holds little else, else of the brackets behind the
    title.
    """
    return [document for document, _ in _rows(table)]


def _rows(table: Table) -> list[tuple[ListedDocument, Row]]:
    """The documents of a table, each with the row that it begins in."""
    symbol_column = _symbol_column(table)
    found: list[tuple[ListedDocument, Row]] = []
    for index, row in enumerate(table.rows):
        if _is_header(table, row, index, symbol_column):
            continue
        if symbol_column is not None:
            symbols = [str(s.symbol) for s in symbols_in(row.text(symbol_column))]
            others = [c for c in sorted(row.cells) if c != symbol_column]
            words = [row.text(c) for c in others[:2] if not is_clockwork(row.text(c))]  # not the days of consideration
            title = max(words, key=len, default="")
            if not symbols and not title:
                continue
            if not symbols and found and not row.text(symbol_column) and title[:1].islower():
                above = found[-1][0]
                found[-1] = replace(above, title=f"{above.title or ''} {title}"), found[-1][1]
                continue
            if not symbols and not row.text(symbol_column) and len(row.cells) == 1:
                continue  # a sub-heading over the whole width
            name = clean_title(title) or ", ".join(symbols)
            found.append((ListedDocument(name, unique(symbols), row.page, row.bbox), row))
            continue
        first = row.text(min(row.cells))
        one = entry(first, row.page, row.bbox)
        if one:
            found.append((one, row))
    return found


def by_item(table: Table) -> list[tuple[ListedDocument, str | None]]:
    """The documents of a table with the number of the item in their row, where a column holds item numbers."""
    rows = _rows(table)
    for column in range(len(table.columns)):
        if _holds_item_numbers(table, column):
            return [(document, _item_number(row.text(column))) for document, row in rows]
    return [(document, None) for document, _ in rows]


def _holds_item_numbers(table: Table, column: int) -> bool:
    """Whether a column holds item numbers, but for one cell at most (its head)."""
    texts = [text for row in table.rows if (text := row.text(column))]
    numbers = sum(_item_number(text) is not None for text in texts)
    return numbers > 1 and numbers >= len(texts) - 1


def _item_number(text: str) -> str | None:
    found = _ITEM_NUMBER.match(text)
    return found[1] + (f"({found[2]})" if found[2] else "") if found else None


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
    if over and len(over.split()) <= 3 and not has_figure(over) and SYMBOL_HEAD.search(over):
        return True  # of another table joined to the first, or repeated
    if index == 0 and (SYMBOL_HEAD.search(text) or all(len(row.text(c).split()) <= 4 for c in row.cells)):
        return symbol_column is not None or is_heading(text, "documentation") or len(row.cells) > 1
    return text == " ".join(table.rows[0].text(c) for c in sorted(table.rows[0].cells)) and index > 0


def from_row(block: Block) -> list[ListedDocument]:
    """Rows of a table that were read as a block: each begins where a symbol stands in a cell."""
    rows: list[list[Line]] = []
    for line in block.lines:
        if not rows or any(mostly_symbols(cell.text) for cell in line.cells):
            rows.append([line])
        else:
            rows[-1].append(line)
    found: list[ListedDocument] = []
    for row in rows:
        texts = column_texts(row)
        symbols = [str(span.symbol) for text in texts if mostly_symbols(text) for span in symbols_in(text)]
        title = next((text for text in texts if not mostly_symbols(text)), "")
        found.append(ListedDocument(clean_title(title) or None, unique(symbols), block.page, box_of(row, row[0].page)))
    return found


def stands_alone(block: Block) -> bool:
    """An entry without any heading over it: a title, no sentence, that ends with its symbol and no stop."""
    text = block.text.rstrip()
    if len(text) > 400 or text.endswith("."):
        return False
    if SYMBOL_DASH.match(text) and (spans := symbols_in(text)) and spans[0].start < 2:
        return True  # ICCD/COP(16)/2 – Programme and budget. Note by the secretariat
    if is_prose(text + "."):
        return False
    if text.endswith(")"):
        return closed_symbol(text)
    return ends_with_symbol(text) and ":" in text


def like_entry(block: Block) -> bool:
    """Whether a block reads like an entry of a documentation list: it ends with its symbol, or begins with it."""
    text = block.text.rstrip()
    return (
        closed_symbol(text)
        or holds_placeholder(text[-40:])
        or bool(symbols_in(text[:60]) and symbols_in(text)[0].start < 3)
    )


def merge(documents: list[ListedDocument]) -> list[ListedDocument]:
    """The same paper announced twice in one list counts once."""
    seen: set[tuple[str, ...]] = set()
    kept: list[ListedDocument] = []
    for document in documents:
        mark = tuple(document.symbols)
        if mark and mark in seen:
            continue
        seen.add(mark)
        kept.append(document)
    return kept


def items_of_tables(tables: Sequence[Table]) -> list[Node]:
    """Items of a table whose rows are titles with the item's number in brackets (`Diplomatic protection [82]`), their
    documents below.

    The form of the Main Committees' organization papers; rows without a number under a numbered one are its documents.
    """
    items: list[Node] = []
    for table in tables:
        marked = [row for row in table.rows if row.cells and OUTER.search(row.text(min(row.cells)))]
        if not marked or len(marked) < 2:
            continue
        for row in table.rows:
            first = min(row.cells)
            text = row.text(first)
            found = OUTER.search(text)
            if found:
                number = found[1] + (f"({found[2]})" if found[2] else "")
                node = Node(number, f"[{found[1]}]", clean_title(text[: found.start()]), row.page, row.bbox)
                node.no_documentation = any(says(row.text(c), "no_documentation") for c in row.cells)
                items.append(node)
            elif items and first == 0 and len(text) > 3:
                one = entry(text, row.page, row.bbox)
                listed = one is not None and (one.symbols or holds_placeholder(text) or not text.startswith("("))
                if one is not None and listed:
                    items[-1].documents.append(one)
                else:
                    items[-1].annotation.append(("paragraph", make_block(row.cells[first].lines)))
    return items
