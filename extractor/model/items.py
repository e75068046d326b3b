"""The agenda items with their annotations, and the documents listed for them."""

from __future__ import annotations

from pydantic import Field

from extractor.model.base import BOX, BOX_EXAMPLE, PAGE, SINCE_1_1, Part
from extractor.model.places import BlockType, Place, places_field
from extractor.model.scalars import BBox


class Block(Part):
    """A piece of an annotation."""

    id: int | None = Field(
        default=None,
        description="Id of the same block in `blocks`.",
        ge=1,
        examples=[17],
        json_schema_extra=SINCE_1_1,
    )
    type: BlockType = Field(description="What kind of text it is.", examples=["paragraph"])
    number: str | None = Field(
        default=None,
        description="Paragraph number or list label, as printed without stop or brackets.",
        examples=["12"],
    )
    text: str = Field(
        description="The text: blanks folded, words rejoined, footnote marks and page furniture removed.",
        examples=["The working group will elect a rapporteur."],
    )
    page: int | None = Field(default=None, description=PAGE, ge=1, examples=[3])
    bbox: BBox | None = Field(default=None, description=BOX, examples=BOX_EXAMPLE)


class ItemDocument(Part):
    """A document listed under an item."""

    title: str | None = Field(
        default=None, description="Title as printed.", examples=["Note by the secretariat on working methods"]
    )
    symbols: list[str] = Field(
        default_factory=list,
        description="Its symbols in canonical form, addenda on the same entry included; empty where none is printed.",
        examples=[["A/AC.999/2031/2", "A/AC.999/2031/2/Add.1"]],
    )
    page: int | None = Field(default=None, description=PAGE, ge=1, examples=[3])
    bbox: BBox | None = Field(default=None, description=BOX, examples=BOX_EXAMPLE)
    places: list[Place] = places_field()


class Item(Part):
    """An agenda item."""

    number: str | None = Field(
        default=None,
        description="The whole number without blanks; null for an unnumbered item.",
        examples=["1", "1(a)", "1(a)(i)", "4.1"],
    )
    label: str | None = Field(
        default=None, description="Number or letter as printed before the title.", examples=["(a)"]
    )
    title: str = Field(
        description="Title as in the list, without the final stop, colon or semicolon.",
        examples=["Election of officers"],
    )
    cluster: str | None = Field(
        default=None, description="Unnumbered heading over the item; first level only.", examples=["Joint segment"]
    )
    page: int | None = Field(default=None, description=PAGE, ge=1, examples=[1])
    bbox: BBox | None = Field(default=None, description=BOX, examples=BOX_EXAMPLE)
    places: list[Place] = places_field()
    annotation: list[Block] = Field(
        default_factory=list,
        description="The item's own annotation, those of its sub-items excluded.",
        examples=[
            [
                {
                    "id": 17,
                    "type": "paragraph",
                    "number": "12",
                    "text": "The group will elect a rapporteur.",
                    "page": 3,
                    "bbox": None,
                }
            ]
        ],
    )
    documents: list[ItemDocument] = Field(
        default_factory=list,
        description="Documents listed under the item, in printed order.",
        examples=[
            [
                {
                    "title": "Note by the secretariat",
                    "symbols": ["A/AC.999/2031/2"],
                    "page": 3,
                    "bbox": None,
                    "places": [],
                }
            ]
        ],
    )
    no_documentation: bool = Field(
        default=False, description="Whether the text says that no documentation is foreseen.", examples=[True]
    )
    items: list[Item] = Field(default_factory=list, description="Sub-items, in printed order.", examples=[[]])


class ListedDocument(Part):
    """A document listed anywhere in the paper."""

    title: str | None = Field(
        default=None, description="Title as printed.", examples=["Note by the secretariat on working methods"]
    )
    symbols: list[str] = Field(
        default_factory=list,
        description="Its symbols in canonical form; empty where none is printed.",
        examples=[["A/AC.999/2031/2"]],
    )
    item: str | None = Field(
        default=None,
        description="Number of the item under which it is listed; null for a list that hangs on none.",
        examples=["2"],
    )
    page: int | None = Field(default=None, description=PAGE, ge=1, examples=[3])
    bbox: BBox | None = Field(default=None, description=BOX, examples=BOX_EXAMPLE)
    places: list[Place] = places_field()
