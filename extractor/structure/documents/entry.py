"""One listed document from its text: title and symbols."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from extractor.built import compiled
from extractor.grammar.numbering import read_label
from extractor.grammar.symbols import SymbolSpan, find_symbols
from extractor.grammar.symbols.placeholder import holds_placeholder
from extractor.layout.lines.model import Line
from extractor.lexicon import written
from extractor.lexicon.signs import DASH
from extractor.lexicon.words import choice, connectives, either
from extractor.records import Struct
from extractor.rules import rule
from extractor.structure.agenda.titles import clean_title
from extractor.structure.documents.model import ListedDocument
from extractor.structure.documents.none_foreseen import foresees_none
from extractor.structure.documents.settings import DOCUMENTS
from extractor.structure.vocabulary import is_purpose_line, is_whole

_TAIL = compiled(
    r"(?<![\s*†])[\s*†]*+(?:\([^()]*+(?:\([^()]*+\)[^()]*+)*+\)|（[^（）]*+）|\[[^\[\]]*+\])[\s.;,。；，*†]*+$"
)
#: What may stand behind these brackets.
_BEHIND = compiled(r"[\s.;,。；，*†]*+")
ENTRY_END = compiled(r"(?:[)）\]][*†]{0,3}[.;,。；，]?|[;.。；])$")
OUTER = compiled(r"(?<!\s)\s*+\[(\d{1,3})(?:\s?\(([a-z]{1,2})\))?\]\s*$")
LETTERS = compiled(r"[^\W\d_]")
_ACT = compiled(r"/(?:RES|DEC)[/.]|^(?:WHA|EB)\d{1,3}(?:\.R?\d|\()", re.IGNORECASE)
_HAN = compiled("[\u3400-\u9fff]")
_DASH = compiled(rf"\s{DASH}\s(?=[A-Z0-9])")
#: Who has submitted a paper: `ECE/TRANS/WP.11/2034/2 (Spain)`.
_BRACKETS = compiled(r"\s?\([^()]{2,60}\)")
#: The last brackets of a title.
_REMARK = compiled(r"[(（]([^()（）/\d]{4,60})[)）][ .;,:。；，]{0,3}$")
_NOTE = compiled(r"\([a-z][^()]{2,20}\)|\b(?:PROV|Prov)\.?(?: ?\d{1,2})?")


@cache
def _and() -> re.Pattern[str]:
    """Between two symbols."""
    return compiled(rf"\s++|\s*+(?:[,;]\s*+|(?:,\s*+)?\b(?:{choice(connectives('and'))})\b\s*+)")


@cache
def _and_more() -> re.Pattern[str]:
    """Behind the last symbol: the end, or a title that goes on with the list."""
    return compiled(rf"[\s*.;]*+$|\s*+(?:,\s*+)?(?:{choice(connectives('and'))})\s|\s*+[,;]\s")


@cache
def symbol_dash() -> re.Pattern[str]:
    """A symbol and a dash before a title."""
    joints = choice(connectives("and"))
    return compiled(rf"[A-Z][^\s–—/]*+/[^\s–—]*(?: (?:{joints}) (?:Add|Corr|Rev)[.\d ,-]*)? ?[–—:] ?[A-Z“]")


@cache
def _joined() -> re.Pattern[str]:
    """The second symbol of a joint document in brackets, before the word that joins it to what follows."""
    spaced = choice(word for code in written("spaced") for word in connectives("and", language=code))
    unspaced = choice(word for code in written("unspaced", "attached") for word in connectives("and", language=code))
    return compiled(rf"\s\(([^()]{{3,60}})\)(?=,?\s(?:{spaced})\b|,?\s?(?:{unspaced}))(?=[^()]{{3,120}}$)")


@cache
def _resolutions() -> re.Pattern[str]:
    nouns = either("references", "nouns.resolution", "nouns.decision")
    return compiled(rf"^(?:\S+\s+){{0,4}}(?:{nouns})\s+\d", re.IGNORECASE)


def symbols_in(text: str) -> list[SymbolSpan]:
    """The document symbols of a text, in order."""
    return find_symbols(text)


class Named(Struct, frozen=True):
    """The title of an entry, before it is cleaned, and its symbols."""

    title: str
    symbols: list[str]


def entry(text: str, lines: Sequence[Line]) -> ListedDocument | None:
    """One listed document from its whole text; None when the text is empty or no document."""
    text = text.strip()
    label = read_label(text)
    if label and label.form in ("bullet", "letter", "arabic", "roman") and not label.item and not label.bare:
        text = text[label.length :].strip()
    if not text or resolutions_alone.applies(text):
        return None
    spans = symbols_in(text)
    named = next((found for one in TITLES if (found := one.applies(text, spans)) is not None), None)
    if named is None:
        named = Named(text, [str(span.symbol) for span in spans])
    return ListedDocument(clean_title(named.title) or clean_title(text), unique(named.symbols), lines)


@rule("documents.resolutions_alone", source="output contract: a resolution is a reference, not a listed document")
def resolutions_alone(text: str) -> bool:
    """`General Assembly resolutions 58/269 and 62/224`, or `42 C/Res. 1`, in a list of documents."""
    return _resolutions().match(text) is not None or (_ACT.search(text) is not None and is_mandate(text))


@rule("documents.symbol_in_brackets", source="catalogue 3.5: `Report of the Board (A/80/5)`", otherwise=None)
def _in_brackets(text: str, spans: Sequence[SymbolSpan]) -> Named | None:
    """The symbols are those in the brackets behind the title; those in the title are mentioned only."""
    bracket = _TAIL.search(text) if spans else None
    tails: list[tuple[int, int]] = []
    end = len(text)
    while bracket:
        tails.append((bracket.start(), end))
        end = bracket.start()
        bracket = _TAIL.search(text[:end])
    inside = [span for span in spans if any(start <= span.start < stop for start, stop in tails)]
    if not inside:
        return None
    first = min(start for start, stop in tails if any(start <= span.start < stop for span in inside))
    before = _together.applies(text[:first])
    if before is not None:
        return Named(
            before.title + text[before.behind : first], [*before.symbols, *(str(one.symbol) for one in inside)]
        )
    return Named(text[:first], [str(span.symbol) for span in inside])


class Earlier(Struct, frozen=True):
    """The first of two papers that one entry names: its title, its symbols, and where the brackets behind it end."""

    title: str
    symbols: list[str]
    behind: int


@rule(
    "documents.two_in_entry",
    source="treaty bodies: `Initial report of Ruritania (CED/C/RUR/1) and list of issues (CED/C/RUR/Q/1)`",
    otherwise=None,
)
def _together(text: str) -> Earlier | None:
    """A paper with its symbol in brackets, joined by a conjunction to the one behind it."""
    found = _joined().search(text)
    spans = symbols_in(found[1]) if found else []
    if found is None or not _are_all(found[1], spans):
        return None
    return Earlier(text[: found.start()], [str(span.symbol) for span in spans], found.end(1) + 1)


@rule("documents.symbol_first", source="catalogue 3.5: `A/CN.9/1082   Draft guide`", otherwise=None)
def _symbol_first(text: str, spans: Sequence[SymbolSpan]) -> Named | None:
    """The symbols stand before the title."""
    if not spans or spans[0].start >= DOCUMENTS.text_start:
        return None
    together = all(span.start < DOCUMENTS.lead for span in spans)
    title = text[spans[-1].end if together else spans[0].end :].lstrip(" :*,.–-")
    return Named(title, [str(span.symbol) for span in spans])


@rule("documents.symbol_last", source="catalogue 3.5: `Note by the Secretariat: A/CN.9/1299`", otherwise=None)
def _symbol_last(text: str, spans: Sequence[SymbolSpan]) -> Named | None:
    """The symbols stand behind the title without brackets."""
    if not spans or text[spans[-1].end :].strip(" .;)*"):
        return None
    return Named(text[: spans[0].start].rstrip(" :(–-"), [str(span.symbol) for span in spans])


@rule("documents.placeholder_behind", source="output contract: placeholders have no symbol", otherwise=None)
def _placeholder(text: str, spans: Sequence[SymbolSpan]) -> Named | None:
    """A placeholder in the brackets behind the title is no part of it."""
    tail = _TAIL.search(text) if not spans and holds_placeholder(text) else None
    return Named(text[: tail.start()], []) if tail else None


#: Where the title of an entry ends; of other entries all is title.
TITLES = (_in_brackets, _symbol_first, _symbol_last, _placeholder)


def unique(symbols: Sequence[str]) -> list[str]:
    """The symbols, each once, in order."""
    return list(dict.fromkeys(symbols))


def ends_with_symbol(text: str) -> bool:
    """`Note by the Secretariat: A/CN.9/1299`: the entry is complete (but for `/` or `and`, which go on)."""
    spans = symbols_in(text[-DOCUMENTS.tail :])
    return bool(spans) and spans[-1].end >= len(text[-DOCUMENTS.tail :].rstrip(" .;*"))


def starts_with_symbol(text: str) -> bool:
    """Whether a text begins with a symbol."""
    spans = symbols_in(text[: DOCUMENTS.lead])
    return bool(spans) and spans[0].start < DOCUMENTS.text_start


def closed_symbol(text: str) -> bool:
    """Whether the text ends with brackets that hold the symbol of a paper."""
    closed = max(text.rfind(")"), text.rfind("]"), text.rfind("）"))
    if closed < 0 or not _BEHIND.fullmatch(text, closed + 1):
        return False  # as most, which a search from the first bracket on finds out slowly
    tail = _TAIL.search(text)
    return bool(tail and symbols_in(tail[0]) and not mandates.applies(tail[0]))


def papers_of(text: str, lines: Sequence[Line]) -> list[ListedDocument]:
    """The papers of `For decision (SYM, SYM/Add.1)` or a list of codes: one document each, addenda with their paper."""
    return papers_at(symbols_in(text), lines)


@rule("documents.act_among_codes", source="IAEA: `GC(78)/10; GC(77)/RES/10` beside an item: a report and its mandate")
def is_act(span: SymbolSpan) -> bool:
    """Among the symbols of papers that of a resolution or decision is no paper."""
    return _ACT.search(str(span.symbol)) is not None


def papers_at(spans: Sequence[SymbolSpan], lines: Sequence[Line]) -> list[ListedDocument]:
    """A document without a title for each symbol; addenda and the other half of a joint symbol go with it."""
    documents: list[ListedDocument] = []
    before: SymbolSpan | None = None
    for span in [span for span in spans if not is_act.applies(span)] or spans:
        name = str(span.symbol)
        above = documents[-1].symbols if documents else []
        half = before is not None and "joint" in before.flags & span.flags and span.start <= before.end + 1
        if half or any(name.startswith((symbol + "/", symbol + " ")) for symbol in above):
            above.append(name)
        else:
            documents.append(ListedDocument(None, [name], lines))
        before = span
    return documents


def is_code_line(text: str) -> bool:
    """Whether a line holds the symbols of papers and nothing else but a word for them (`See documents A/1 and A/2`)."""
    return codes_only(text, symbols_in(text))


def codes_only(text: str, spans: Sequence[SymbolSpan]) -> bool:
    """Whether nothing stands in the text but its symbols and a word for them."""
    head = text[: spans[0].start] if spans else ""
    return _are_all(text, spans, len(head)) and (not head or is_whole(head, "sentences", "code_lead"))


def _are_all(text: str, spans: Sequence[SymbolSpan], start: int = 0) -> bool:
    """Whether nothing stands in the text behind `start` but symbols, conjunctions and a note in brackets.

    As in `(annotated)`.
    """
    return bool(spans) and len(LETTERS.findall(_NOTE.sub("", _without(text, spans)[start:]))) <= 3 * len(spans)


def _without(text: str, spans: Sequence[SymbolSpan]) -> str:
    """The text without the symbols in it."""
    ends = [0, *(span.end for span in spans)]
    return "".join([text[end:start] for end, start in zip(ends, [*(span.start for span in spans), None], strict=True)])


def letters_besides(text: str, spans: Sequence[SymbolSpan]) -> int:
    """How many letters stand in the text besides its symbols; a Chinese one counts for a word of three."""
    rest = _without(text, spans)
    return len(LETTERS.findall(rest)) + 2 * len(_HAN.findall(rest))


def lists_codes(text: str, spans: Sequence[SymbolSpan]) -> bool:
    """Whether a text begins with several symbols one after the other and names no title.

    Then each is a paper of its own (`ECE/TRANS/2, ECE/TRANS/3 and informal document No. 4`).
    """
    spans = [span for span in spans if "joint" not in span.flags]
    if len(spans) < 2 or spans[0].start > 2:
        return False
    gaps = [_BRACKETS.sub("", text[one.end : two.start]) for one, two in pairwise(spans) if two.start >= one.end]
    behind = _BRACKETS.sub("", text[spans[-1].end :])
    return all(_and().fullmatch(gap) for gap in gaps) and _and_more().match(behind) is not None


@rule("documents.mandate_in_brackets", source="IAEA: `Staffing of the Secretariat (GC(73)/RES/14.A)` in the list")
def mandates(inner: str) -> bool:
    """Resolutions in the brackets behind a title are the mandate of the item, no papers."""
    return bool(spans := symbols_in(inner)) and all(_ACT.search(str(span.symbol)) for span in spans)


def is_mandate(text: str) -> bool:
    """Whether a text is the symbol of a resolution or decision, or several of them, and nothing else."""
    spans = symbols_in(text)
    return bool(spans) and codes_only(text, spans) and mandates.applies(text)


@rule(
    "documents.codes_behind_dash", source="agencies: `2. Lamps – UNEP/WG.2/2; UNEP/WG.2/3` in the list", otherwise=None
)
def codes_behind_dash(title: str) -> int | None:
    """Where a title ends behind which a dash and nothing but symbols stand."""
    for dash in _DASH.finditer(title):
        rest = title[dash.end() :]
        if is_code_line(rest) and symbols_in(rest)[0].start == 0:
            return dash.start()
    return None


@rule(
    "documents.purpose_behind_dash", source="FAO: `2.1 Lamps (CCP 99/2) – for discussion` in the list", otherwise=None
)
def purpose_behind_dash(title: str) -> int | None:
    """Where a title ends behind which a dash and nothing but what the item is for stand."""
    head, dash, rest = title.rpartition(" – ") if " – " in title else title.rpartition(" - ")
    return len(head) if dash and head and is_purpose_line(rest.rstrip(" .;:")) else None


class Remarked(Struct, frozen=True):
    """A title without the remark in brackets behind it, and whether that says that there is no document."""

    title: str
    without: bool = False


@rule(
    "documents.remark_in_brackets",
    source="WFP: `3. Lamps (for approval)`, FAO: `5. Methods of work (no document)` in the list",
    otherwise=None,
)
def remark_in_brackets(title: str) -> Remarked | None:
    """A title behind which nothing but what the item is for, or that it has no document, stands in brackets."""
    found = _REMARK.search(title)
    parts = [part.strip() for part in re.split("[;；]", found[1])] if found and found.start() else []
    none = [is_none(part) for part in parts]
    if found is None or not all(no or is_purpose_line(part) for no, part in zip(none, parts, strict=True)) or not parts:
        return None
    return Remarked(title[: found.start()].rstrip(), any(none))


def is_none(text: str) -> bool:
    """Whether all that a short text says is that there is no document, or that the report is oral."""
    short = len(text) < DOCUMENTS.only_none
    return short and (is_whole(text, "sentences", "oral") or is_whole(text, "sentences", "none") or foresees_none(text))


def parts_of_title(title: str, lines: Sequence[Line]) -> tuple[Remarked, list[ListedDocument]]:
    """The title of an item without the papers and remarks behind it, and the papers."""
    before = remark_in_brackets.applies(title) or Remarked(title)
    rest, documents = split_codes(before.title, lines)
    after = remark_in_brackets.applies(rest) or Remarked(rest)
    return Remarked(after.title, before.without or after.without), documents


def split_codes(title: str, lines: Sequence[Line]) -> tuple[str, list[ListedDocument]]:
    """The title of an entry and the papers behind it in brackets, with the purpose that may introduce them.

    As in `Reports of the Committee: for decision (CL 188/9; CL 188/10)`.
    """
    documents: list[ListedDocument] = []
    title = title[: purpose_behind_dash.applies(title)]
    if (at := codes_behind_dash.applies(title)) is not None:
        return title[:at], papers_of(title[at:], lines)
    tail = _TAIL.search(title)
    inner = tail[0].strip(" ()[].;,*†") if tail and "/" in tail[0] and tail.start() > 0 else ""
    if tail and inner and not mandates.applies(inner) and (_are_all(inner, symbols_in(inner)) or is_code_line(inner)):
        documents = papers_of(tail[0], lines)
        title = title[: tail.start()].rstrip(" :,–-")
    head, colon, rest = title.rstrip(" .;:").rpartition(":")
    if colon and head and is_purpose_line(rest.strip()):
        title = head
    return title, documents
