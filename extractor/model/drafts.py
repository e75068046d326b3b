"""Drafts of the models: what the stages make, and change until it is done; then the whole is validated at once.

A draft has the fields of its model and their defaults, taken from the model (:mod:`extractor.model.stored`), and is not
validated: it is made in a tenth of the time, and without loading pydantic. To type checkers a draft is its model, which
has the same fields; of the methods it has none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from extractor.model.values import round_box
from extractor.records import Struct, replace

if TYPE_CHECKING:
    from collections.abc import Callable

    from extractor.model import (
        Agenda,
        Anchor,
        Block,
        DateMention,
        Diagnostic,
        Document,
        Entity,
        Footnote,
        Item,
        ItemDocument,
        ItemLine,
        ListedDocument,
        Meeting,
        Period,
        Place,
        PrintedBlock,
        Reference,
        ScheduleEntry,
        Session,
        Source,
    )

__all__ = [
    "Agenda",
    "Anchor",
    "Block",
    "DateMention",
    "Diagnostic",
    "Document",
    "Entity",
    "Footnote",
    "Item",
    "ItemDocument",
    "ItemLine",
    "ListedDocument",
    "Meeting",
    "Period",
    "Place",
    "PrintedBlock",
    "Reference",
    "ScheduleEntry",
    "Session",
    "Source",
    "json_of",
    "moved",
    "validated",
]

T = TypeVar("T")
Box = tuple[float, float, float, float]


def _made() -> dict[str, type]:
    """A class for each model."""
    from msgspec import defstruct, field

    from extractor.model.stored import default_of, models

    classes: dict[str, type] = {}

    def class_of(name: str) -> type:
        if name not in classes:
            fields = [(each, Any, field(**default_of(one, class_of))) for each, one in models()[name].items()]
            classes[name] = defstruct(name, fields, module=__name__, kw_only=True, gc=False)
        return classes[name]

    return {name: class_of(name) for name in models()}


if not TYPE_CHECKING:
    globals().update(_made())


def validated(agenda: Agenda) -> Agenda:
    """The model of a draft. Raises pydantic's ValidationError only on a defect of this program."""
    from extractor.model.agenda import Agenda as Model

    return Model.model_validate(agenda, from_attributes=True)


def json_of(agenda: Agenda, *, compact: bool = False) -> bytes:
    """A draft validated and written: the bytes of :meth:`extractor.model.Agenda.to_json` of its model."""
    from msgspec import json

    from extractor.model.stored import validator

    fields = vars(validator().validate_python(agenda, from_attributes=True))
    if not agenda.corrected:
        del fields["corrected"]
    written = json.encode(fields, enc_hook=vars)
    return written if compact else json.format(written, indent=2)


def moved(draft: T, move: Callable[[int, Box | None], tuple[int, Box | None]]) -> T:
    """A part with all that it holds, or a list of parts, with other pages and boxes.

    Args:
        draft: the part or parts; what is neither stays as it is.
        move: is given a page and the box on it (None for a part that has none), and returns what takes their place.
    """
    if isinstance(draft, list):
        return [moved(one, move) for one in draft]  # type: ignore[return-value]
    if not isinstance(draft, Struct):
        return draft
    changes = {name: moved(getattr(draft, name), move) for name in draft.__struct_fields__}
    page, box = changes.get("page"), changes.get("bbox")
    if page is not None:
        changes["page"], box = move(page, None if box is None else round_box(tuple(box)))
        if box is not None:
            changes["bbox"] = box
    return replace(draft, **changes)
