"""A corrected result as a gold file: what an extractor must find in the paper, in the form that ``make gate`` reads."""

from __future__ import annotations

import json
from typing import Any

from extractor.corrections.patch import essence
from extractor.model import Agenda

#: What is no part of the truth of a paper: how it was read, and where its values stand.
_LEFT_OUT = ("schema_version", "source", "dates", "entities", "blocks", "diagnostics", "corrected")


def gold_of(agenda: Agenda) -> str:
    """The gold file of a result that a person has looked at: its values without pages, boxes and diagnostics.

    Of the references, documents are left out: those that count are listed with their items.
    """
    data: dict[str, Any] = json.loads(agenda.to_json())
    truth = {name: essence(value) for name, value in data.items() if name not in _LEFT_OUT}
    truth["references"] = [
        {name: one[name] for name in ("kind", "owner", "number", "symbol")}
        for one in truth["references"]
        if one["kind"] != "document"
    ]
    return json.dumps(truth, ensure_ascii=False, indent=1) + "\n"
