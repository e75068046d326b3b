"""What the models share."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict

PAGE = "Page of the PDF on which it starts, counted from 1."
BOX = "Box on that page: x0, top, x1, bottom in PDF points, origin at the top left corner."
BOX_EXAMPLE: list[Any] = [[108.02, 310.5, 487.1, 346.88]]

#: Marks a field that version 1.1 of the contract added: the schema of 1.0 is written without it.
SINCE_1_1: dict[str, Any] = {"since": "1.1"}
#: The same for a field that is written only where it has something.
OPTIONAL_SINCE_1_1: dict[str, Any] = {"since": "1.1", "optional": True}


class Part(BaseModel):
    """Base of all models: unknown fields are errors in a constructor, so that a misspelt name never passes for data.

    (Reading JSON leaves them out: see :meth:`extractor.model.Agenda.from_json`.)
    """

    model_config = ConfigDict(extra="forbid", json_schema_serialization_defaults_required=True)
