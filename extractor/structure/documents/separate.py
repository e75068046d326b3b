"""Documentation taken out of annotations: which blocks list documents, which say that none is foreseen.

`SEPARATING` are the rules in order: the first that says what becomes of a block decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

from extractor.layout.blocks.model import Block, make_block
from extractor.lexicon.folding import fold
from extractor.records import Struct, field
from extractor.rules import rule
from extractor.structure.documents.blocks import from_block
from extractor.structure.documents.entry import (
    entry,
    is_code_line,
    is_mandate,
    lists_codes,
    papers_at,
    papers_of,
    symbols_in,
)
from extractor.structure.documents.model import ListedDocument
from extractor.structure.documents.none_foreseen import foresees_none
from extractor.structure.documents.settings import DOCUMENTS
from extractor.structure.documents.tables import (
    from_row,
    from_table,
    is_document_table,
    like_entry,
    mostly_symbols,
    stands_alone,
    symbol_head,
)
from extractor.structure.vocabulary import has_figure, is_heading, is_prose, is_purpose_line, is_whole, says

if TYPE_CHECKING:  # at run time it would load pydantic
    from extractor.model import BlockType

Annotation: TypeAlias = "Sequence[tuple[BlockType, Block]]"


class Separated(Struct, frozen=True):
    """An annotation without its documentation, the documents of that, and whether it says that none is foreseen."""

    annotation: list[tuple[BlockType, Block]]
    documents: list[ListedDocument]
    none_foreseen: bool


class Place(Struct, frozen=True):
    """A block of an annotation where it stands.

    Attributes:
        kind: its type.
        block: the block.
        after: the block behind it, None at the end.
        listing: a documentation list is open.
        announced: a sentence above it says what is before the body.
        listed: the item has documents already.
        bullets: the block above it is a bullet with a paper.
    """

    kind: BlockType
    block: Block
    after: Block | None
    listing: bool
    announced: bool
    listed: bool
    bullets: bool = False

    @property
    def text(self) -> str:
        """The text of the block."""
        return self.block.text


class Step(Struct, frozen=True):
    """What becomes of a block: its documents, whether it stays annotation, what is open behind it."""

    documents: Sequence[ListedDocument] = field(default=())
    kept: bool = False
    listing: bool = False
    announced: bool = False
    none_foreseen: bool | None = None
    bullets: bool = False


def separate(annotation: Annotation, listed: Sequence[ListedDocument] = ()) -> Separated:
    """Part what is documentation from the text of an item that has the `listed` documents already."""
    kept: list[tuple[BlockType, Block]] = []
    documents: list[ListedDocument] = []
    none_foreseen = listing = announced = bullets = False
    for at, (kind, block) in enumerate(annotation):
        after = annotation[at + 1][1] if at + 1 < len(annotation) else None
        step = _step(Place(kind, block, after, listing, announced, bool(listed or documents), bullets))
        documents += step.documents
        if step.kept:
            kept.append((kind, block))
        if step.none_foreseen is not None:
            none_foreseen = step.none_foreseen
        listing, announced, bullets = step.listing, step.announced, step.bullets
    return Separated(kept, documents, none_foreseen)


def _step(place: Place) -> Step:
    for one in SEPARATING:
        step = one.applies(place)
        if step is not None:
            return step
    return Step(kept=True, announced=says(place.text, "before_it") and place.text.rstrip().endswith(":"))


@rule("documents.table", source="catalogue 3.5: documents of an item set as a table", otherwise=None)
def _table(place: Place) -> Step | None:
    """A table of documents is no annotation; another table is, and ends a list."""
    table = place.block.table
    if table is None:
        return None
    return Step(from_table(table)) if is_document_table(table) else Step(kept=True)


@rule(
    "documents.heading",
    source="catalogue 3.5: lists under `Documentation`, `Documents`, `Working documents`",
    otherwise=None,
)
def _heading(place: Place) -> Step | None:
    """A heading `Documents` opens a list when something follows it."""
    if place.after is not None and is_heading(place.text, "documentation"):
        return Step(listing=True)
    return None


@rule(
    "documents.annotation_heading",
    source="ESCAP: `Documentation` with the papers of each item, below it `Annotation` with the text",
    otherwise=None,
)
def _annotation_heading(place: Place) -> Step | None:
    """A heading `Annotation` behind the papers of an item ends their list and is no text of the item."""
    return Step() if place.kind == "heading" and is_heading(place.text, "annotations") else None


@rule(
    "documents.run_in_heading",
    source="catalogue 3.5: the heading and the first document in one paragraph",
    otherwise=None,
)
def _run_in(place: Place) -> Step | None:
    """`Documentation: Report of … (SYM)` in one paragraph opens a list and holds its first document."""
    head, _, rest = place.text.partition(":")
    rest = rest.strip()
    if not (rest and len(head) < DOCUMENTS.longest_head and is_heading(head, "documentation")) or foresees_none(
        place.text
    ):
        return None
    block = place.block
    if lists_codes(rest, spans := symbols_in(rest)):
        return Step(papers_at(spans, block.lines), listing=True)
    one = entry(rest, block.lines)
    return Step([one], listing=True) if one else None


@rule(
    "documents.heading_over",
    source="papers set close: `Documentos de trabajo` on a line of its own over its papers",
    otherwise=None,
)
def _heading_over(place: Place) -> Step | None:
    """A first line that says documents, set close over its papers, opens a list."""
    lines = place.block.lines
    if len(lines) < 2 or len(lines[0].text) >= DOCUMENTS.longest_head or not like_entry(place.block):
        return None
    if not is_heading(lines[0].text, "documentation"):
        return None
    return Step(from_block(make_block(lines[1:])), listing=True)


@rule(
    "documents.column_heads",
    source="round trips: a table of documents with one row, whose head is read as a block of its own",
    otherwise=None,
)
def _column_heads(place: Place) -> Step | None:
    """`Document title | Document symbol`: heads of columns over a table with a single row."""
    lines = place.block.lines
    cells = lines[0].cells
    if len(lines) > 1 or len(cells) < 2 or not symbol_head().search(fold(place.text)):
        return None
    if any(len(cell.text.split()) > DOCUMENTS.head_words or has_figure(cell.text) for cell in cells):
        return None
    return Step(listing=True)


@rule(
    "documents.purpose",
    source="boards of funds and agencies: `For decision (E/ICEF/2025/12)` under each item",
    otherwise=None,
)
def _purpose(place: Place) -> Step | None:
    """`For decision (E/ICEF/2025/12)`: what the item is for, with the papers in brackets."""
    if is_purpose_line(place.text):
        return Step(papers_of(place.text, place.block.lines))
    return None


@rule(
    "documents.none_foreseen",
    source="output contract: no_documentation; catalogue 3.5: `No documentation is foreseen`",
    otherwise=None,
)
def _none_foreseen(place: Place) -> Step | None:
    """A text that says that no documentation is foreseen; all that a list holds where it is short."""
    if len(place.text) >= DOCUMENTS.longest_none or not foresees_none(place.text):
        return None
    if _only_none.applies(place):
        return Step(none_foreseen=True, listing=True, announced=place.announced)
    return Step(kept=True, none_foreseen=True, announced=place.announced)


@rule("documents.only_none", source="a list that only says so adds nothing to the annotation")
def _only_none(place: Place) -> bool:
    """A short text in a list, which says that none is foreseen and nothing else."""
    return place.listing and not place.listed and len(place.text) < DOCUMENTS.only_none


@rule(
    "documents.symbol_beside_title",
    source="catalogue 3.5: rows of symbol and title without borders, too few for a table",
    otherwise=None,
)
def _symbol_beside_title(place: Place) -> Step | None:
    """Rows of a table read as a block: a symbol in a cell of its own with the title in the next."""
    block = place.block
    cells = block.lines[0].cells
    if block.label is not None or not 2 <= len(cells) <= 3 or len(block.text) > DOCUMENTS.longest_entry:
        return None
    if any(mostly_symbols(cell.text) for cell in cells):
        return Step(from_row(block), listing=place.listing, announced=place.announced)
    return None


@rule("documents.none_listed", source="catalogue 3.5: `Documentation: None`", otherwise=None)
def _none_listed(place: Place) -> Step | None:
    """`None` as all that stands in a list."""
    if place.listing and is_whole(place.text, "sentences", "none"):
        return Step(none_foreseen=not place.listed, listing=True, announced=place.announced)
    return None


@rule(
    "documents.shared_words",
    source="lists of the General Assembly: `Reports of the Secretary-General:` over (i), (ii)",
    otherwise=None,
)
def _heads_entries(place: Place) -> Step | None:
    """`(b) Reports of the Secretary-General:` over entries `(i)`, `(ii)`: the words that they share, no document."""
    text = place.text.rstrip()
    if not place.listing or place.after is None or not text.endswith((":", "：")) or symbols_in(text):
        return None
    label, own = place.after.label, place.block.label
    if label is not None and own is not None and label.value in ("i", "a", "1"):
        return Step(listing=True, announced=place.announced)
    return None


@rule("documents.listed", source="catalogue 3.5: what stands under the heading is a document each", otherwise=None)
def _listed(place: Place) -> Step | None:
    """What stands in a documentation list."""
    if not place.listing or _list_ends.applies(place):
        return None
    return Step(from_block(place.block), listing=True, announced=place.announced)


@rule("documents.list_ends", source="catalogue 3.5: the annotation goes on behind the list")
def _list_ends(place: Place) -> bool:
    """A documentation list ends with a heading or with prose, if that is not like an entry.

    Titles of books are set in italics, and are no headings.
    """
    return (place.kind == "heading" or is_prose(place.text)) and not like_entry(place.block)


@rule("documents.announced", source="catalogue 3.5: `The Board will have before it:` and bullets", otherwise=None)
def _announced(place: Place) -> Step | None:
    """Bullets, or entries with symbols, behind a sentence that says what is before the body."""
    if not place.announced:
        return None
    block = place.block
    bulleted = block.label is not None and block.label.form in ("bullet", "letter", "roman", "arabic")
    if (bulleted and not is_prose(block.body)) or (like_entry(block) and symbols_in(block.text)):
        return Step(from_block(block), announced=True)
    return None


@rule("documents.alone", source="catalogue 3.5: entries without any heading over them", otherwise=None)
def _alone(place: Place) -> Step | None:
    """An entry without any heading over it."""
    if place.kind != "heading" and (stands_alone(place.block) or _more_bullets.applies(place)):
        return Step(from_block(place.block), bullets=_is_bullet(place.block))
    return None


@rule(
    "documents.codes_as_heading",
    source="boards of agencies: `Documents EB188/4 and EB188/5` in italics or bold below the heading of an item",
    otherwise=None,
)
def _codes_as_heading(place: Place) -> Step | None:
    """A line set like a heading that holds nothing but the symbols of papers is no heading; acts are no papers."""
    if place.kind == "heading" and is_code_line(place.text) and not is_mandate(place.text):
        return Step(papers_of(place.text, place.block.lines))
    return None


@rule("documents.more_bullets", source="conventions: `– Comments of Parties (no document number)` among papers")
def _more_bullets(place: Place) -> bool:
    """Behind a bullet with a paper, one that ends in brackets is a paper as well, with a symbol or without."""
    return place.bullets and _is_bullet(place.block) and place.text.rstrip(" ;.").endswith(")")


def _is_bullet(block: Block) -> bool:
    return block.label is not None and block.label.form == "bullet"


#: A block of which none speaks stays annotation.
SEPARATING = (
    _table,
    _heading,
    _annotation_heading,
    _run_in,
    _heading_over,
    _column_heads,
    _purpose,
    _none_foreseen,
    _symbol_beside_title,
    _none_listed,
    _heads_entries,
    _listed,
    _announced,
    _alone,
    _codes_as_heading,
)
