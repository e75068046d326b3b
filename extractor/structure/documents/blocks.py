"""Listed documents: documentation blocks, tables of documents, code lines (format catalogue 3.5).

An entry is one document whatever it is called; its symbols are those in the brackets behind its title, or before it,
or in the cell
beside it. An entry without a symbol is a document without one. Papers only mentioned in prose are none.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.built import compiled
from extractor.grammar.symbols import SymbolSpan
from extractor.grammar.symbols.placeholder import holds_placeholder
from extractor.layout.blocks.model import Block
from extractor.layout.lines.model import Line
from extractor.layout.text import join_lines
from extractor.rules import first, rule
from extractor.structure.documents.entry import (
    ENTRY_END,
    LETTERS,
    closed_symbol,
    codes_only,
    ends_with_symbol,
    entry,
    letters_besides,
    lists_codes,
    papers_at,
    symbols_in,
)
from extractor.structure.documents.model import ListedDocument
from extractor.structure.documents.settings import DOCUMENTS
from extractor.structure.documents.tables import are_most, from_table
from extractor.structure.vocabulary import is_purpose_line

_SEMICOLON = compiled(r"(?<=\));\s+(?=[^\W\d_])")
#: What a title may begin with besides a letter.
OPENING_QUOTES = frozenset("“«《„")


def from_block(block: Block) -> list[ListedDocument]:
    """The documents of a block of a documentation list: usually one; lines set close are cut where an entry ends."""
    if block.table:
        return from_table(block.table)
    text = block.text
    spans = symbols_in(text)
    if spans and any(one.applies(text, spans) for one in CODES):
        return papers_at(spans, block.lines)
    found = []
    for group in _entries(block.lines):
        text = join_lines(group)[0]
        parts = parted_by_semicolons.applies(text) or (text,)
        found += [one for part in parts if (one := entry(part, group))]
    return found


@rule(
    "documents.semicolons",
    source="treaty bodies: `Reports of agencies: FAO (CED/C/3/Add.1); ILO (CED/C/3/Add.4)`",
    otherwise=(),
)
def parted_by_semicolons(text: str) -> Sequence[str]:
    """Titles in one paragraph, each with its symbol in brackets and a semicolon behind it."""
    parts = _SEMICOLON.split(text)
    return parts if len(parts) > 1 and all(closed_symbol(part.rstrip(" .;")) for part in parts) else ()


@rule("documents.code_line", source="catalogue 3.5: `See documents A/1 and A/2`")
def _code_line(text: str, spans: Sequence[SymbolSpan]) -> bool:
    """Symbols and nothing else but a word for them: each is a paper of its own."""
    return codes_only(text, spans)


@rule("documents.codes_in_a_row", source="catalogue 3.5: `ECE/TRANS/2, ECE/TRANS/3 and informal document No. 4`")
def _codes_in_a_row(text: str, spans: Sequence[SymbolSpan]) -> bool:
    """Several symbols one after the other, without a title: each is a paper of its own."""
    return lists_codes(text, spans)


@rule("documents.codes_with_purpose", source="catalogue 3.5: a symbol and its purpose, `For information`")
def _codes_with_purpose(text: str, spans: Sequence[SymbolSpan]) -> bool:
    """Symbols with too few words for a title; a word before symbols in brackets is one, unless it says the purpose."""
    if closed_symbol(text) and not is_purpose_line(text) and LETTERS.search(text[: spans[0].start]):
        return False
    return are_most(text, spans) and letters_besides(text, spans) <= DOCUMENTS.title_letters


#: Blocks that are a list of symbols, each of which is a paper of its own.
CODES = (_code_line, _codes_in_a_row, _codes_with_purpose)


def _entries(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each entry."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and first(ENTRIES, groups[-1], line) is None:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


@rule("documents.symbol_heads_entry", source="catalogue 3.5: lists whose entries begin with their symbol")
def _symbol_heads(above: Sequence[Line], line: Line) -> bool:
    """A line begins an entry with a symbol, as the first line of the entry above did."""
    own, others = symbols_in(line.text[: DOCUMENTS.lead]), symbols_in(above[0].text[: DOCUMENTS.lead])
    return bool(own and others) and own[0].start < 2 and others[0].start < 2


@rule("documents.entry_complete", source="catalogue 3.5: entries set close, each ended by its symbol")
def _complete(above: Sequence[Line], line: Line) -> bool:
    """The entry above ends with its symbol, and the line begins anew."""
    first = line.text[:1]
    if first.islower() or not (first.isalpha() or first in OPENING_QUOTES):  # letters of some scripts have no case
        return False
    text = join_lines(above)[0]
    if ends_with_symbol(text):
        return True
    closed = closed_symbol(text) or holds_placeholder(text[-DOCUMENTS.placeholder_tail :])
    return closed and ENTRY_END.search(text) is not None


#: What begins an entry inside a block.
ENTRIES = (_symbol_heads, _complete)
