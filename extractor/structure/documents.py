"""Listed documents: documentation blocks, tables of documents, code lines (format catalogue 3.5).

An entry is one document whatever it is called; its symbols are those in the brackets behind its title, or before it,
or in the cell
beside it. An entry without a symbol is a document without one. Papers only mentioned in prose are none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractor.grammar.numbering import read_label
from extractor.grammar.symbols import SymbolSpan, find_symbols
from extractor.layout.blocks.model import Block, make_block
from extractor.layout.lines.model import Line, box_of
from extractor.layout.tables.geometry import column_texts
from extractor.layout.tables.model import Row, Table
from extractor.layout.text import join_lines
from extractor.reading.page import BBox
from extractor.structure.items import ListedDocument, Node, clean_title
from extractor.structure.timetable_words import is_clockwork
from extractor.structure.words import fold, has_figure, is_heading, is_prose, is_purpose_line, is_whole, says

_TAIL = re.compile(r"[\s*†]*(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])[\s.;,*†]*$")
_PLACEHOLDER = re.compile(r"\b[A-Z][A-Za-z.0-9]*/(?:[A-Za-z0-9.()]+/)*[_.…-]{1,4}|/_{1,4}|/\.{3}|/…")
_ENTRY_END = re.compile(r"(?:[)\]][*†]{0,3}[.;,]?|[;.])$")
_OUTER = re.compile(r"\s*\[(\d{1,3})(?:\s?\(([a-z]{1,2})\))?\]\s*$")
_ITEM_NUMBER = re.compile(r"^(\d{1,3})\s*(?:\(?([a-z])\))?\.?$")
_LETTERS = re.compile(r"[^\W\d_]")
_NOTE = re.compile(r"\([a-z][^()]{2,20}\)|\b(?:PROV|Prov)\.?(?: ?\d{1,2})?")
_AND = re.compile(r"\s*(?:[,;]|,?\s*\b(?:and|et|y|и|和)\b|\s)\s*")
_AND_MORE = re.compile(r"[\s*.;]*$|\s*,?\s*(?:and|et|y|и)\s|\s*[,;]\s")
_SYMBOL_DASH = re.compile(r"[A-Z][^\s–—]*/[^\s–—]*(?: and (?:Add|Corr|Rev)[.\d ,-]*)? ?[–—:] ?[A-Z“]")
_RESOLUTIONS = re.compile(
    r"^(?:\S+\s+){0,4}(?:resolutions?|decisions?|résolutions?|décisions?|resoluci[oó]n(?:es)?|резолюци\w+)\s+\d",
    re.IGNORECASE,
)
_SYMBOL_HEAD = re.compile(
    r"symbol|cote|signatura|условн|обознач|文号|الرمز|document(?:ation|o|os|s)?\b|документ|文件|الوثيقة", re.IGNORECASE
)


def symbols_in(text: str) -> list[SymbolSpan]:
    return find_symbols(text)


def entry(text: str, page: int, bbox: BBox) -> ListedDocument | None:
    """One listed document from its whole text; None when the text is empty or no document."""
    text = text.strip()
    label = read_label(text)
    if label and label.form in ("bullet", "letter", "arabic", "roman") and not label.item and not label.bare:
        text = text[label.length :].strip()
    if not text or _RESOLUTIONS.match(text):
        return None
    spans = symbols_in(text)
    title, symbols = text, [str(span.symbol) for span in spans]
    if spans:
        bracket = _TAIL.search(text)
        tails: list[tuple[int, int]] = []
        end = len(text)
        while bracket:
            tails.append((bracket.start(), end))
            end = bracket.start()
            bracket = _TAIL.search(text[:end])
        inside = [span for span in spans if any(start <= span.start < stop for start, stop in tails)]
        if inside:
            symbols = [str(span.symbol) for span in inside]
            title = text[: min(start for start, stop in tails if any(start <= s.start < stop for s in inside))]
        elif spans[0].start <= 2:
            title = text[spans[-1].end if all(s.start < 60 for s in spans) else spans[0].end :].lstrip(" :*,.–-")
        elif text[spans[-1].end :].strip(" .;)*") == "":
            title = text[: spans[0].start].rstrip(" :(–-")
            start = spans[0].start
            symbols = [str(span.symbol) for span in spans if span.start >= start]
    elif _PLACEHOLDER.search(text):
        tail = _TAIL.search(text)
        title = text[: tail.start()] if tail else text
    return ListedDocument(clean_title(title) or clean_title(text), _unique(symbols), page, bbox)


def _unique(symbols: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(symbols))


def from_block(block: Block) -> list[ListedDocument]:
    """The documents of a block of a documentation list: usually one; lines set close are cut where an entry ends."""
    if block.table:
        return from_table(block.table)
    found = []
    text = block.text
    spans = symbols_in(text)
    if spans and (
        _is_code_line(text, spans)
        or _lists_codes(text, spans)
        or (_are_most(text, spans) and _letters_besides(text, spans) <= TITLE_LETTERS)
    ):
        return _papers_at(spans, block.page, block.bbox)
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
            done = _ends_with_symbol(text) or (
                _ENTRY_END.search(text) and (_closed_symbol(text) or _PLACEHOLDER.search(text[-40:]))
            )
            if _heads_entry(line, last[0]):
                groups.append([line])
                continue
            if (done and line.text[:1].isupper()) or (read_label(line.text) or _none).form == "bullet":
                groups.append([line])
                continue
            last.append(line)
        else:
            groups.append([line])
    return groups


def _ends_with_symbol(text: str) -> bool:
    """`Note by the Secretariat: A/CN.9/1299`: the entry is complete (but for `/` or `and`, which go on)."""
    spans = symbols_in(text[-60:])
    return bool(spans) and spans[-1].end >= len(text[-60:].rstrip(" .;*"))


def _heads_entry(line: Line, first: Line) -> bool:
    """Whether a line begins with a symbol as the first line of its list does (`ECE/TRANS/402   Report of …`)."""
    spans = symbols_in(line.text[:60])
    return bool(spans) and spans[0].start < 2 and bool(found := symbols_in(first.text[:60])) and found[0].start < 2


#: So many letters behind a symbol may be the purpose of the paper (`For information`).
PURPOSE_LETTERS = 24
#: More letters than these besides symbols are words of a title, not conjunctions.
TITLE_LETTERS = 12


class _None:
    form = ""


_none = _None()


def _closed_symbol(text: str) -> bool:
    """Whether the text ends with brackets that hold a symbol."""
    tail = _TAIL.search(text)
    return bool(tail and symbols_in(text[tail.start() :]))


def papers_of(text: str, page: int, bbox: BBox) -> list[ListedDocument]:
    """The papers of `For decision (SYM, SYM/Add.1)` or a list of codes: one document each, addenda with their paper."""
    return _papers_at(symbols_in(text), page, bbox)


def _papers_at(spans: Sequence[SymbolSpan], page: int, bbox: BBox) -> list[ListedDocument]:
    documents: list[ListedDocument] = []
    for span in spans:
        name = str(span.symbol)
        if documents and any(name.startswith(symbol + "/") for symbol in documents[-1].symbols):
            documents[-1].symbols.append(name)
        else:
            documents.append(ListedDocument(None, [name], page, bbox))
    return documents


def is_code_line(text: str) -> bool:
    """Whether a line holds the symbols of papers and nothing else but a word for them (`See documents A/1 and A/2`)."""
    return _is_code_line(text, symbols_in(text))


def _is_code_line(text: str, spans: Sequence[SymbolSpan]) -> bool:
    head = text[: spans[0].start] if spans else ""
    return _are_all(text, spans, len(head)) and (not head or is_whole(head, "sentences", "code_lead"))


def _are_all(text: str, spans: Sequence[SymbolSpan], start: int = 0) -> bool:
    """Whether nothing stands in the text behind `start` but symbols, conjunctions and a note in brackets
    (`(annotated)`)."""
    return bool(spans) and len(_LETTERS.findall(_NOTE.sub("", _without(text, spans)[start:]))) <= 3 * len(spans)


def _without(text: str, spans: Sequence[SymbolSpan]) -> str:
    """The text without the symbols in it."""
    for span in reversed(spans):
        text = text[: span.start] + text[span.end :]
    return text


def _letters_besides(text: str, spans: Sequence[SymbolSpan]) -> int:
    """How many letters stand in the text besides its symbols."""
    return len(_LETTERS.findall(_without(text, spans)))


def _lists_codes(text: str, spans: Sequence[SymbolSpan]) -> bool:
    """Whether a text begins with several symbols one after the other and names no title: each is a paper of its own
    (`ECE/TRANS/2, ECE/TRANS/3 and informal document No. 4`)."""
    spans = [span for span in spans if "joint" not in span.flags]
    if len(spans) < 2 or spans[0].start > 2:
        return False
    gaps = [text[one.end : two.start] for one, two in pairwise(spans) if two.start >= one.end]
    return all(_AND.fullmatch(gap) for gap in gaps) and _AND_MORE.match(text[spans[-1].end :]) is not None


def split_codes(title: str, page: int, bbox: BBox) -> tuple[str, list[ListedDocument]]:
    """The title of an entry and the papers that stand behind it in brackets, with the purpose that may introduce them:
    `Reports of the Committee: for decision (CL 188/9; CL 188/10)`."""
    documents: list[ListedDocument] = []
    tail = _TAIL.search(title)
    inner = tail[0].strip(" ()[].;,*†") if tail and "/" in tail[0] and tail.start() > 0 else ""
    if tail and inner and _are_all(inner, symbols_in(inner)):
        documents = papers_of(tail[0], page, bbox)
        title = title[: tail.start()].rstrip(" :,–-")
    head, colon, rest = title.rstrip(" .;:").rpartition(":")
    if colon and head and is_purpose_line(rest.strip()):
        title = head
    return title, documents


def is_document_table(table: Table) -> bool:
    """Whether a table lists documents: a column of symbols, or a header that says so."""
    if not table.rows:
        return False
    header = " ".join(table.rows[0].text(column) for column in range(len(table.columns)))
    rows = table.rows
    for column in range(len(table.columns)):
        texts = [row.text(column) for row in rows if row.text(column)]
        holding = [t for t in texts if _mostly_symbols(t)]
        if holding and len(holding) >= 0.4 * len(texts):
            return True
    with_symbols = sum(any(symbols_in(row.text(c)) for c in row.cells) for row in rows)
    return bool(_SYMBOL_HEAD.search(header)) and with_symbols >= max(1, 0.4 * (len(rows) - 1))


def _mostly_symbols(text: str) -> bool:
    return _are_most(text, symbols_in(text))


def _are_most(text: str, spans: Sequence[SymbolSpan]) -> bool:
    if spans and spans[0].start < 2 and len(_LETTERS.findall(text[spans[-1].end :])) <= PURPOSE_LETTERS:
        return True
    return bool(spans) and sum(span.end - span.start for span in spans) >= 0.5 * len(text.replace(" and ", ""))


def from_table(table: Table) -> list[ListedDocument]:
    """One document a row; the symbols are those of the cell that holds little else, else of the brackets behind the
    title."""
    symbol_column = _symbol_column(table)
    found: list[ListedDocument] = []
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
                found[-1].title = f"{found[-1].title or ''} {title}"
                continue
            if not symbols and not row.text(symbol_column) and len(row.cells) == 1:
                continue  # a sub-heading over the whole width
            found.append(ListedDocument(clean_title(title) or ", ".join(symbols), _unique(symbols), row.page, row.bbox))
            continue
        first = row.text(min(row.cells))
        one = entry(first, row.page, row.bbox)
        if one:
            found.append(one)
    return found


def by_item(table: Table) -> list[tuple[ListedDocument, str | None]]:
    """The documents of a table with the number of the item in their row, where a column holds item numbers."""
    numbers: dict[tuple[int, BBox], str] = {}
    for column in range(len(table.columns)):
        cells = [(row, _ITEM_NUMBER.match(row.text(column))) for row in table.rows if row.text(column)]
        found = [(row, number) for row, number in cells if number]
        if len(found) > 1 and len(found) >= len(cells) - 1:
            for row, number in found:
                numbers[row.page, row.bbox] = number[1] + (f"({number[2]})" if number[2] else "")
            break
    return [(document, numbers.get((document.page, document.bbox))) for document in from_table(table)]


def _symbol_column(table: Table) -> int | None:
    best: tuple[int, int] | None = None
    for column in range(len(table.columns)):
        count = sum(_mostly_symbols(row.text(column)) for row in table.rows)
        if count and (best is None or count > best[0]):
            best = (count, column)
    return best[1] if best else None


def _is_header(table: Table, row: Row, index: int, symbol_column: int | None) -> bool:
    if any(symbols_in(row.text(c)) for c in row.cells):
        return False
    text = " ".join(row.text(c) for c in sorted(row.cells))
    over = row.text(symbol_column) if symbol_column is not None else ""
    if over and len(over.split()) <= 3 and not has_figure(over) and _SYMBOL_HEAD.search(over):
        return True  # of another table joined to the first, or repeated
    if index == 0 and (_SYMBOL_HEAD.search(text) or all(len(row.text(c).split()) <= 4 for c in row.cells)):
        return symbol_column is not None or is_heading(text, "documentation") or len(row.cells) > 1
    return text == " ".join(table.rows[0].text(c) for c in sorted(table.rows[0].cells)) and index > 0


def settle(node: Node) -> None:
    """Move what is documentation out of an item's annotation into its documents, and note that none is foreseen."""
    kept: list[tuple[str, Block]] = []
    listing = before_it = False
    for position, (kind, block) in enumerate(node.annotation):
        text = block.text
        head, rest = _run_in_heading(text)
        if block.table:
            if is_document_table(block.table):
                node.documents += from_table(block.table)  # a documentation list, which is no annotation
            else:
                kept.append((kind, block))
            listing = before_it = False
            continue
        if is_heading(text, "documentation") and _heads_list(node.annotation, position):
            listing, before_it = True, False
            continue
        if head and rest:
            if says(text, "no_documentation"):
                node.no_documentation = True
            elif _lists_codes(rest, spans := symbols_in(rest)):
                node.documents += _papers_at(spans, block.page, block.bbox)
                listing = True
                continue
            elif one := entry(rest, block.page, block.bbox):
                node.documents.append(one)
                listing = True
                continue
        if _is_column_heads(block):
            listing, before_it = True, False
            continue
        if is_purpose_line(text):
            node.documents += papers_of(text, block.page, block.bbox)
            listing = before_it = False
            continue
        if says(text, "no_documentation") and len(text) < 2500:
            node.no_documentation = True
            if listing and not node.documents and len(text) < 60:
                continue
            kept.append((kind, block))
            listing = False
            continue
        if _symbol_beside_title(block):
            node.documents += _from_row(block)
            continue
        if listing and is_whole(text, "sentences", "none"):
            node.no_documentation = not node.documents
            continue
        if listing and _heads_entries(node.annotation, position):
            continue
        if listing:
            if kind == "heading" or (is_prose(text) and not _like_entry(block)):
                listing = False
            else:
                node.documents += from_block(block)
                continue
        if before_it:
            bulleted = block.label is not None and block.label.form in ("bullet", "letter", "roman", "arabic")
            if (bulleted and not is_prose(block.body)) or (_like_entry(block) and symbols_in(text)):
                node.documents += from_block(block)
                continue
            before_it = False
        if kind != "heading" and _stands_alone(block):
            node.documents += from_block(block)
            continue
        kept.append((kind, block))
        if says(text, "before_it") and text.rstrip().endswith(":"):
            before_it = True
    node.annotation = kept
    node.documents = _merge(node.documents)


def _heads_list(stream: list[tuple[str, Block]], position: int) -> bool:
    """A heading `Documents` is one when something follows it."""
    return position + 1 < len(stream)


def _heads_entries(stream: list[tuple[str, Block]], position: int) -> bool:
    """`(b) Reports of the Secretary-General:` over entries `(i)`, `(ii)`: the words that they share, no document."""
    text = stream[position][1].text.rstrip()
    if not text.endswith((":", "：")) or symbols_in(text) or position + 1 >= len(stream):
        return False
    after = stream[position + 1][1]
    own = stream[position][1].label
    return after.label is not None and own is not None and after.label.value in ("i", "a", "1")


def _run_in_heading(text: str) -> tuple[str, str]:
    """`Documentation: Report of … (SYM)` in one paragraph."""
    head, colon, rest = text.partition(":")
    if colon and len(head) < 40 and is_heading(head, "documentation"):
        return head, rest.strip()
    return "", ""


def _symbol_beside_title(block: Block) -> bool:
    """A row of a table of one line: a symbol in a cell of its own with the title in the next."""
    cells = block.lines[0].cells
    if block.label is not None or not 2 <= len(cells) <= 3 or len(block.text) > 400:
        return False
    return any(_mostly_symbols(cell.text) for cell in cells)


def _is_column_heads(block: Block) -> bool:
    """`Document | Title`: the head of a table whose only row was read as a block of its own."""
    cells = block.lines[0].cells
    return (
        len(block.lines) == 1
        and len(cells) >= 2
        and all(len(cell.text.split()) <= 3 and not has_figure(cell.text) for cell in cells)
        and _SYMBOL_HEAD.search(fold(block.text)) is not None
    )


def _from_row(block: Block) -> list[ListedDocument]:
    """Rows of a table that were read as a block: each begins where a symbol stands in a cell."""
    rows: list[list[Line]] = []
    for line in block.lines:
        if not rows or any(_mostly_symbols(cell.text) for cell in line.cells):
            rows.append([line])
        else:
            rows[-1].append(line)
    found: list[ListedDocument] = []
    for row in rows:
        texts = column_texts(row)
        symbols = [str(span.symbol) for text in texts if _mostly_symbols(text) for span in symbols_in(text)]
        title = next((text for text in texts if not _mostly_symbols(text)), "")
        found.append(ListedDocument(clean_title(title) or None, _unique(symbols), block.page, box_of(row, row[0].page)))
    return found


def _stands_alone(block: Block) -> bool:
    """An entry without any heading over it: a title, no sentence, that ends with its symbol and no stop."""
    text = block.text.rstrip()
    if len(text) > 400 or text.endswith("."):
        return False
    if _SYMBOL_DASH.match(text) and (spans := symbols_in(text)) and spans[0].start < 2:
        return True  # ICCD/COP(16)/2 – Programme and budget. Note by the secretariat
    if is_prose(text + "."):
        return False
    if text.endswith(")"):
        return _closed_symbol(text)
    return _ends_with_symbol(text) and ":" in text


def _like_entry(block: Block) -> bool:
    """Whether a block reads like an entry of a documentation list: it ends with its symbol, or begins with it."""
    text = block.text.rstrip()
    return (
        _closed_symbol(text)
        or bool(_PLACEHOLDER.search(text[-40:]))
        or bool(symbols_in(text[:60]) and symbols_in(text)[0].start < 3)
    )


def _merge(documents: list[ListedDocument]) -> list[ListedDocument]:
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
        marked = [row for row in table.rows if row.cells and _OUTER.search(row.text(min(row.cells)))]
        if not marked or len(marked) < 2:
            continue
        for row in table.rows:
            first = min(row.cells)
            text = row.text(first)
            found = _OUTER.search(text)
            if found:
                number = found[1] + (f"({found[2]})" if found[2] else "")
                node = Node(number, f"[{found[1]}]", clean_title(text[: found.start()]), row.page, row.bbox)
                node.no_documentation = any(says(row.text(c), "no_documentation") for c in row.cells)
                items.append(node)
            elif items and first == 0 and len(text) > 3:
                one = entry(text, row.page, row.bbox)
                listed = one is not None and (one.symbols or _PLACEHOLDER.search(text) or not text.startswith("("))
                if one is not None and listed:
                    items[-1].documents.append(one)
                else:
                    items[-1].annotation.append(("paragraph", make_block(row.cells[first].lines)))
    return items
