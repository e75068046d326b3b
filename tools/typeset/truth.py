"""Source -> what an extractor should find, in the shape of the output contract.

Left out are what a source cannot say: pages, boxes, diagnostics, entities, dates of the running text.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from tools.typeset.markup import plain

_DOCUMENT = (
    "symbol", "symbols", "kind", "title", "organ", "body", "distribution", "date", "original_language", "job_number",
    "agenda_item",
)  # fmt: skip


def _moment(day: str | None, clock: str | None, zone: str | None) -> str | None:
    if not (day and clock and zone):
        return None
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=ZoneInfo(zone)).isoformat()


def title_of(text: str) -> str:
    """A title without marks and without the stop that ends it in a list."""
    return re.sub(r"[.:;]$", "", plain(text)).strip()


def _document(document: dict[str, Any]) -> dict[str, Any]:
    title = document.get("title")
    return {"title": plain(title) if title else None, "symbols": list(document.get("symbols", []))}


def _block(block: dict[str, Any]) -> dict[str, Any]:
    """A block of an annotation: the number of a paragraph stands apart, the letter of a list entry is part of it."""
    kind, number, text = block.get("type", "paragraph"), block.get("number"), plain(block["text"])
    if kind == "list_item" and number:
        return {"type": kind, "number": None, "text": f"({number}) {text}"}
    return {"type": kind, "number": number, "text": text}


def _item(item: dict[str, Any], top: bool) -> dict[str, Any]:
    blocks = [_block(b) for b in item.get("annotation", [])]
    return {
        "number": item["number"],
        "label": item.get("label"),
        "title": title_of(item["title"]),
        "cluster": item.get("cluster") if top else None,
        "annotation": blocks,
        "documents": [_document(d) for d in item.get("documents", [])],
        "no_documentation": bool(item.get("no_documentation", False)),
        "items": [_item(sub, False) for sub in item.get("items", [])],
    }


def _listed(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    out: list[dict[str, Any]] = []
    for item in items:
        out += [{**document, "item": item["number"]} for document in item["documents"]]
        out += _listed(item["items"])
    return out


def _entry(row: dict[str, Any], zone: str | None) -> dict[str, Any]:
    day, last = row.get("date"), row.get("end_date")
    return {
        "date": day,
        "end_date": last,
        "start": row.get("start"),
        "end": row.get("end"),
        "sittings": row.get("sittings", []),
        "starts_at": _moment(day, row.get("start"), zone),
        "ends_at": _moment(last or day, row.get("end"), zone),
        "items": row.get("items", []),
        "title": plain(row["title"]) if row.get("title") else None,
        "continued": bool(row.get("continued", False)),
    }


def truth(source: dict[str, Any]) -> dict[str, Any]:
    """The expected output of a source; keys and order as in the contract."""
    meetings = []
    for meeting in source.get("meetings", []):
        zone, opens = meeting.get("timezone"), meeting.get("opens_at")
        if opens and zone and len(opens) == 16:
            opens = _moment(opens[:10], opens[11:], zone)
        meetings.append(
            {
                "body": meeting["body"],
                "session": {"label": None, "number": None, **(meeting.get("session") or {})},
                "place": meeting.get("place"),
                "country": meeting.get("country"),
                "timezone": zone,
                "periods": meeting.get("periods", []),
                "opens_at": opens,
                "format": meeting.get("format"),
            }
        )
    zone = meetings[0]["timezone"] if meetings else None
    document = {key: source["document"].get(key) for key in _DOCUMENT}
    document["symbols"] = document["symbols"] or ([document["symbol"]] if document["symbol"] else [])
    document["title"] = plain(document["title"])
    items = [_item(item, True) for item in source.get("items", [])]
    documents = _listed(items) + [{**_document(d), "item": None} for d in source.get("documents", [])]
    references = [
        {"kind": kind, "owner": owner, "number": number, "symbol": symbol}
        for kind, owner, number, symbol in source.get("references", [])
    ]
    return {
        "document": document,
        "meetings": meetings,
        "items": items,
        "documents": documents,
        "schedule": [_entry(row, zone) for row in source.get("schedule", [])],
        "footnotes": [{"marker": n["marker"], "text": plain(n["text"])} for n in source.get("footnotes", [])],
        "references": references,
    }
