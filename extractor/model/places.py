"""Where values stand, and the ledger of all that the paper prints."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from extractor.model.base import BOX, BOX_EXAMPLE, PAGE, SINCE_1_1, Part
from extractor.model.scalars import BBox

BlockType = Literal["paragraph", "heading", "list_item", "table"]
Role = Literal[
    "masthead", "title", "heading", "contents", "list", "annotation", "documentation", "timetable", "footnote",
    "furniture", "text", "unassigned",
]  # fmt: skip

PLACES = "Where it stands: one tight box for each line; empty for what is inferred and not printed."
PLACES_EXAMPLE: list[Any] = [[{"page": 3, "bbox": [108.02, 310.5, 487.1, 346.88]}]]
BLOCK = "Id of the block (of `blocks`) in whose text it stands; null where it was found in none."
SPAN = "From which to which character of that block's text it reaches."

Span = Annotated[tuple[int, int], Field(min_length=2, max_length=2)]
"""``(start, end)`` in characters of a block's text."""


class Place(Part):
    """A box on a page on which (a part of) something stands."""

    page: int = Field(description="Page of the PDF, counted from 1.", ge=1, examples=[3])
    bbox: BBox = Field(description=BOX, examples=BOX_EXAMPLE)


def places_field() -> Any:
    """The field `places` of a value."""
    return Field(default_factory=list, description=PLACES, examples=PLACES_EXAMPLE, json_schema_extra=SINCE_1_1)


def block_field() -> Any:
    """The field `block` of a value."""
    return Field(default=None, description=BLOCK, ge=1, examples=[17], json_schema_extra=SINCE_1_1)


def span_field() -> Any:
    """The field `span` of a value."""
    return Field(default=None, description=SPAN, examples=[[33, 47]], json_schema_extra=SINCE_1_1)


class PrintedBlock(Part):
    """A block of the ledger: what the paper prints, each word in exactly one block, in reading order."""

    id: int = Field(description="Number of the block, from 1 on in reading order.", ge=1, examples=[17])
    role: Role = Field(
        description="What it is to the paper; 'unassigned' in an agenda for what no part of the result holds.",
        examples=["annotation"],
    )
    type: BlockType = Field(default="paragraph", description="What kind of text it is.", examples=["paragraph"])
    number: str | None = Field(
        default=None,
        description="Paragraph number, list label or footnote mark before the text.",
        examples=["12"],
    )
    text: str = Field(
        description="The text without `number`: blanks folded, words rejoined, footnote marks removed; of a table the "
        "texts of its cells, row by row.",
        examples=["The working group will elect a rapporteur."],
    )
    item: str | None = Field(default=None, description="Number of the agenda item that it belongs to.", examples=["2"])
    cells: list[list[str]] | None = Field(
        default=None,
        description="Of a table: its rows, each a list of the texts of its cells.",
        examples=[[["Monday, 27 June", "10 a.m.", "Opening of the meeting"]]],
    )
    page: int = Field(description=PAGE, ge=1, examples=[3])
    bbox: BBox | None = Field(default=None, description=BOX, examples=BOX_EXAMPLE)
    places: list[Place] = Field(
        default_factory=list,
        description="One box for each page on which it stands.",
        examples=PLACES_EXAMPLE,
    )
    in_doubt: bool = Field(
        default=False,
        description="The file's text is garbage here and not what the page shows: it stands as the file gives it, and "
        "no value was read from it.",
        examples=[False],
    )


class Anchor(Part):
    """A place in the text where the mark of a footnote stands."""

    block: int = Field(description="Id of the block.", ge=1, examples=[17])
    offset: int = Field(description="How many characters of its text stand before the mark.", ge=0, examples=[120])
