"""Listed documents: documentation blocks, tables of documents, code lines (format catalogue 3.5).

An entry is one document whatever it is called; its symbols are those in the brackets behind its title, or before it,
or in the cell
beside it. An entry without a symbol is a document without one. Papers only mentioned in prose are none.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.grammar.numbering import read_label
from extractor.grammar.symbols.placeholder import holds_placeholder
from extractor.layout.blocks.model import Block
from extractor.layout.lines.model import Line, box_of
from extractor.layout.text import join_lines
from extractor.structure.documents.entry import (
    ENTRY_END,
    TITLE_LETTERS,
    _is_code_line,
    closed_symbol,
    ends_with_symbol,
    entry,
    letters_besides,
    lists_codes,
    nothing,
    papers_at,
    symbols_in,
)
from extractor.structure.documents.model import ListedDocument
from extractor.structure.documents.tables import are_most, from_table


def from_block(block: Block) -> list[ListedDocument]:
    """The documents of a block of a documentation list: usually one; lines set close are cut where an entry ends."""
    if block.table:
        return from_table(block.table)
    found = []
    text = block.text
    spans = symbols_in(text)
    if spans and (
        _is_code_line(text, spans)
        or lists_codes(text, spans)
        or (are_most(text, spans) and letters_besides(text, spans) <= TITLE_LETTERS)
    ):
        return papers_at(spans, block.page, block.bbox)
    for group in _entries(block.lines):
        text = join_lines(group)[0]
        one = entry(text, group[0].page, box_of(group, group[0].page))
        if one:
            found.append(one)
    return found


def _entries(lines: Sequence[Line]) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for line in lines:
        if groups:
            last = groups[-1]
            text = join_lines(last)[0]
            done = ends_with_symbol(text) or (
                ENTRY_END.search(text) and (closed_symbol(text) or holds_placeholder(text[-40:]))
            )
            if _heads_entry(line, last[0]):
                groups.append([line])
                continue
            if (done and line.text[:1].isupper()) or (read_label(line.text) or nothing).form == "bullet":
                groups.append([line])
                continue
            last.append(line)
        else:
            groups.append([line])
    return groups


def _heads_entry(line: Line, first: Line) -> bool:
    """Whether a line begins with a symbol as the first line of its list does (`ECE/TRANS/402   Report of …`)."""
    spans = symbols_in(line.text[:60])
    return bool(spans) and spans[0].start < 2 and bool(found := symbols_in(first.text[:60])) and found[0].start < 2
