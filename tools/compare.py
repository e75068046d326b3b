"""The parts of a result as facts, what is wrong with each part beside a truth, and which parts a result itself doubts.

A truth is a result that is known to be right, or labels of the same form. Of an annotation only the beginning and the
end count, as labels have no more.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

#: The parts of a result that a diagnostic may speak of.
PARTS = ("document", "meetings", "items", "annotations", "documents", "schedule", "footnotes", "references")

#: A diagnostic without a path speaks of what its code names, and one of the text speaks of all.
_SUBJECTS = {
    "item": "items", "annotation": "annotations", "meeting": "meetings", "symbol": "references", "text": "text",
    "source": "text",
}  # fmt: skip
#: So many characters of the beginning and the end of an annotation are compared, and of a footnote.
_EDGE = 40

Paper = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a part says: `key` must be equal, and `text` alike from a share of `least` on or begin alike."""

    key: tuple[Any, ...]
    text: str = ""
    least: float = 1.0
    begins: bool = False

    def is_met(self, other: Fact) -> bool:
        """Whether a fact found is this one of the truth."""
        if self.key != other.key:
            return False
        if self.text == other.text or (self.begins and other.text.startswith(self.text[:_EDGE])):
            return True
        return self.least < 1 and SequenceMatcher(None, self.text, other.text, autojunk=False).ratio() >= self.least


def squash(text: str | None) -> str:
    """A text without spaces, case, soft hyphens and kinds of dashes."""
    text = re.sub(r"[‐-―−]", "-", unicodedata.normalize("NFKC", text or "").replace("’", "'"))
    return re.sub(r"[\s\u00ad]+", "", text).casefold()


def faults(truth: Paper, found: Paper) -> dict[str, int]:
    """How many facts of each part are missing or invented."""
    expected, got = facts(truth), facts(found)
    return {part: _apart(expected[part], got[part]) for part in PARTS} | {"annotations": _annotations(truth, found)}


def _apart(expected: list[Fact], got: list[Fact]) -> int:
    left = list(got)
    missing = 0
    for fact in expected:
        at = next((at for at, other in enumerate(left) if fact.is_met(other)), None)
        if at is None:
            missing += 1
        else:
            left.pop(at)
    return missing + len(left)


def facts(paper: Paper) -> dict[str, list[Fact]]:
    """What each part says, but for the annotations."""
    listed = list(_flat(paper.get("items") or []))
    return {
        "document": list(_document(paper.get("document") or {})),
        "meetings": list(_meetings(paper.get("meetings") or [])),
        "items": [
            *(Fact((key,), squash(item.get("title")), 0.9) for key, item in listed),
            *(Fact((key, "no documentation")) for key, item in listed if item.get("no_documentation")),
        ],
        "annotations": [],
        "documents": [
            Fact((key, *sorted(one if isinstance(one, list) else one.get("symbols") or [])))
            for key, item in listed
            for one in item.get("documents") or []
        ],
        "schedule": list(_schedule(paper.get("schedule") or [])),
        "footnotes": [
            Fact((str(note.get("marker")),), squash(note.get("text") or note.get("starts")), begins=True)
            for note in paper.get("footnotes") or []
        ],
        "references": [Fact(key) for key in sorted(_mentioned(paper, listed), key=str)],
    }


def _flat(items: Iterable[Paper], above: str = "") -> Iterator[tuple[str, Paper]]:
    """Every item by its number; one without a number is named after the item above it."""
    for item in items:
        number = _number(item)
        key = number if number is not None else f"{above}~"
        yield key, item
        yield from _flat(item.get("items") or [], key)


def _number(item: Paper | None) -> str | None:
    number = (item or {}).get("number")
    return None if number is None else re.sub(r"\s+", "", str(number)).rstrip(".")


def _document(head: Paper) -> Iterator[Fact]:
    for name in ("symbol", "kind", "distribution", "date", "original_language", "job_number"):
        if head.get(name):
            yield Fact((name, head[name]))
    for name in ("title", "organ", "body"):
        if head.get(name):
            yield Fact((name,), squash(head[name]), 0.95)
    if number := _number(head.get("agenda_item")):
        yield Fact(("agenda_item", number))


def _meetings(meetings: list[Paper]) -> Iterator[Fact]:
    for at, meeting in enumerate(meetings):
        session = meeting.get("session") or {}
        exact = {
            "number": session.get("number"),
            "periods": tuple((one.get("start"), one.get("end")) for one in meeting.get("periods") or []),
            "opens_at": (meeting.get("opens_at") or "")[: len("2031-06-27T10:00")],
        }
        yield from (Fact((at, name, value)) for name, value in exact.items() if value)
        for name, text in (("label", session.get("label")), ("place", meeting.get("place"))):
            if text:
                yield Fact((at, name), squash(text), 0.9)


def _schedule(rows: list[Paper]) -> Iterator[Fact]:
    """The rows one by one, and which items are taken up when."""
    timed: set[tuple[Any, ...]] = set()
    for row in rows:
        when = row.get("date"), row.get("start"), row.get("end")
        numbers = sorted(str(number).replace(" ", "").rstrip(".") for number in row.get("items") or [])
        timed |= {(*when, number) for number in numbers}
        yield Fact((*when, *numbers, bool(row.get("continued"))), squash(row.get("title")), 0.85)
    yield from (Fact(("taken up", *one)) for one in sorted(timed, key=str))


def _mentioned(paper: Paper, listed: list[tuple[str, Paper]]) -> set[tuple[Any, ...]]:
    """The documents, resolutions and decisions that the paper names; labels have them in two lists of their own."""
    if "symbols" in paper:
        return {(symbol,) for symbol in paper["symbols"]} | {
            (kind, number, symbol) for kind, _, number, symbol in paper.get("resolutions") or []
        }
    head = paper.get("document") or {}
    found: set[tuple[Any, ...]] = {(symbol,) for symbol in (head.get("symbol"), *(head.get("symbols") or [])) if symbol}
    found |= {(s,) for _, item in listed for one in item.get("documents") or [] for s in one.get("symbols") or []}
    for one in paper.get("references") or []:
        if one.get("kind") == "document":
            found.add((one.get("symbol"),))
        elif one.get("kind") in ("resolution", "decision"):
            found.add((one["kind"], one.get("number"), one.get("symbol")))
    return found - {(None,)}


def _annotations(truth: Paper, found: Paper) -> int:
    """How many items have another text, by its beginning and end."""
    left: dict[str, list[str]] = {}
    for key, item in _flat(found.get("items") or []):
        left.setdefault(key, []).append(_text(item))
    wrong = 0
    for key, item in _flat(truth.get("items") or []):
        text = left[key].pop(0) if left.get(key) else ""
        starts, ends = _edges(item)
        wrong += not (text.startswith(starts) and text.endswith(ends)) if starts else bool(text)
    return wrong + sum(bool(text) for texts in left.values() for text in texts)


def _text(item: Paper) -> str:
    blocks = item.get("annotation") or []
    return squash(" ".join(block.get("text") or "" for block in blocks if block.get("type") != "table"))


def _edges(item: Paper) -> tuple[str, str]:
    if "annotation_starts" in item:
        return squash(item["annotation_starts"]), squash(item["annotation_ends"])
    text = _text(item)
    return text[:_EDGE], text[-_EDGE:]


def doubted(found: Paper) -> set[str]:
    """The parts that a warning or an error speaks of."""
    return {part for part, _ in alarms(found)}


def alarms(found: Paper) -> list[tuple[str, str]]:
    """The part that each warning and error speaks of, and its code; one of the text as a whole speaks of all parts."""
    named = []
    for note in found.get("diagnostics") or []:
        if note.get("severity") not in ("warning", "error"):
            continue
        part = _part(note)
        named += [(one, note["code"]) for one in (PARTS if part == "text" else (part,))]
    return named


def _part(note: Paper) -> str:
    names = re.findall(r"[a-z_]+", note.get("path") or "")
    if not names:
        subject = str(note.get("code", "")).split(".")[0]
        return _SUBJECTS.get(subject, subject)
    inner = [name for name in names if name in ("annotation", "documents")]
    name = inner[-1] if inner else names[0]
    return {"annotation": "annotations", "blocks": "text"}.get(name, name)
