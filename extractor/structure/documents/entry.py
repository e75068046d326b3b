"""One listed document from its text: title and symbols."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractor.grammar.numbering import read_label
from extractor.grammar.symbols import SymbolSpan, find_symbols
from extractor.grammar.symbols.placeholder import holds_placeholder
from extractor.reading.page import BBox
from extractor.structure.agenda.titles import clean_title
from extractor.structure.documents.model import ListedDocument
from extractor.structure.vocabulary import is_purpose_line, is_whole

_TAIL = re.compile(r"[\s*†]*(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])[\s.;,*†]*$")
ENTRY_END = re.compile(r"(?:[)\]][*†]{0,3}[.;,]?|[;.])$")
OUTER = re.compile(r"\s*\[(\d{1,3})(?:\s?\(([a-z]{1,2})\))?\]\s*$")
LETTERS = re.compile(r"[^\W\d_]")
_NOTE = re.compile(r"\([a-z][^()]{2,20}\)|\b(?:PROV|Prov)\.?(?: ?\d{1,2})?")
_AND = re.compile(r"\s*(?:[,;]|,?\s*\b(?:and|et|y|и|和)\b|\s)\s*")
_AND_MORE = re.compile(r"[\s*.;]*$|\s*,?\s*(?:and|et|y|и)\s|\s*[,;]\s")
SYMBOL_DASH = re.compile(r"[A-Z][^\s–—]*/[^\s–—]*(?: and (?:Add|Corr|Rev)[.\d ,-]*)? ?[–—:] ?[A-Z“]")
_RESOLUTIONS = re.compile(
    r"^(?:\S+\s+){0,4}(?:resolutions?|decisions?|résolutions?|décisions?|resoluci[oó]n(?:es)?|резолюци\w+)\s+\d",
    re.IGNORECASE,
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
    elif holds_placeholder(text):
        tail = _TAIL.search(text)
        title = text[: tail.start()] if tail else text
    return ListedDocument(clean_title(title) or clean_title(text), unique(symbols), page, bbox)


def unique(symbols: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(symbols))


def ends_with_symbol(text: str) -> bool:
    """`Note by the Secretariat: A/CN.9/1299`: the entry is complete (but for `/` or `and`, which go on)."""
    spans = symbols_in(text[-60:])
    return bool(spans) and spans[-1].end >= len(text[-60:].rstrip(" .;*"))


#: So many letters behind a symbol may be the purpose of the paper (`For information`).
PURPOSE_LETTERS = 24
#: More letters than these besides symbols are words of a title, not conjunctions.
TITLE_LETTERS = 12


class _Nothing:
    form = ""


nothing = _Nothing()


def closed_symbol(text: str) -> bool:
    """Whether the text ends with brackets that hold a symbol."""
    tail = _TAIL.search(text)
    return bool(tail and symbols_in(text[tail.start() :]))


def papers_of(text: str, page: int, bbox: BBox) -> list[ListedDocument]:
    """The papers of `For decision (SYM, SYM/Add.1)` or a list of codes: one document each, addenda with their paper."""
    return papers_at(symbols_in(text), page, bbox)


def papers_at(spans: Sequence[SymbolSpan], page: int, bbox: BBox) -> list[ListedDocument]:
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
    return bool(spans) and len(LETTERS.findall(_NOTE.sub("", _without(text, spans)[start:]))) <= 3 * len(spans)


def _without(text: str, spans: Sequence[SymbolSpan]) -> str:
    """The text without the symbols in it."""
    for span in reversed(spans):
        text = text[: span.start] + text[span.end :]
    return text


def letters_besides(text: str, spans: Sequence[SymbolSpan]) -> int:
    """How many letters stand in the text besides its symbols."""
    return len(LETTERS.findall(_without(text, spans)))


def lists_codes(text: str, spans: Sequence[SymbolSpan]) -> bool:
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
