"""The pages as HTML: the same scripts and styles, sent by the server or held in one file, and the data for them.

All that comes from papers travels as JSON and becomes text by the scripts, never markup. The policy of each page lets
run what this package brings, by its hash, and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from extractor.corrections.apply import Outcome, shown_place
from extractor.diagnostics import CODES
from extractor.reviewing.spots import spots_of

if TYPE_CHECKING:
    from extractor.corrections.model import Entry
    from extractor.model import Agenda

__all__ = ["POLICY", "list_page", "paper_data", "paper_page"]

_PAPER_SCRIPTS = ("dom.js", "state.js", "paper.js", "values.js", "edit.js", "main.js")
_LIST_SCRIPTS = ("dom.js", "list.js")

Data = Mapping[str, Any]
"""What a page is given, as JSON."""


def paper_data(
    outcome: Outcome, entries: Sequence[Entry], *, file: str | None, pages: Sequence[Sequence[float]]
) -> Data:
    """The data of the page of a paper.

    Args:
        outcome: the result with its corrections.
        entries: the entries of its file of corrections, in order.
        file: what the paper is called.
        pages: width and height of each page.
    """
    agenda = outcome.agenda
    refused = {conflict.entry.id: conflict.why for conflict in outcome.conflicts}
    return {
        "paper": json.loads(agenda.to_json(compact=True)),
        "file": file,
        "pages": [[round(width, 2), round(height, 2)] for width, height in pages],
        "spots": spots_of(agenda),
        "codes": _codes(agenda),
        "corrections": [
            {
                "entry": json.loads(entry.to_json()),
                "state": "conflict" if entry.id in refused else "before",
                "why": refused.get(entry.id, ""),
                "path": shown_place(entry),
            }
            for entry in entries
        ],
    }


def _codes(agenda: Agenda) -> dict[str, dict[str, str]]:
    found = {note.code: CODES[note.code] for note in agenda.diagnostics if note.code in CODES}
    return {code: {"meaning": one.meaning, "advice": one.advice} for code, one in found.items()}


def paper_page(data: Data) -> str:
    """The page of a paper, whole in itself."""
    return _page("page.html", _PAPER_SCRIPTS, data)


def list_page(data: Data) -> str:
    """The page that lists papers."""
    return _page("list.html", _LIST_SCRIPTS, data)


def _page(name: str, scripts: Sequence[str], data: Data) -> str:
    style, script = _resource("style.css"), "".join(map(_resource, scripts))
    policy = f"{POLICY}; style-src {_hash(style)}; script-src {_hash(script)}"
    head = (
        f'<meta http-equiv="Content-Security-Policy" content="{html.escape(policy)}">\n<title>review</title>\n'
        f"<style>{style}</style>"
    )
    # The text of JSON may hold no end of the element: "<" is written as an escape of JSON.
    told = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    body = f'<script type="application/json" id="data">{told}</script>\n<script>{script}</script>'
    return _resource(name).replace("<!--head-->", head).replace("<!--data-->", body)


#: What a page may load, beside its own scripts and styles: pictures and answers of its own server.
POLICY = "default-src 'none'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _resource(name: str) -> str:
    return (files("extractor.reviewing") / "static" / name).read_text(encoding="utf-8")
