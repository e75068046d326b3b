"""Truth beside output: what differs, in words that a person can read.

Pages, boxes, diagnostics, entities and dates are no part of a truth. A country, a time zone or a moment that the truth
leaves open may be inferred by the extractor.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

_MAY_BE_INFERRED = ("country", "timezone", "starts_at", "ends_at", "format")


@dataclass(frozen=True)
class Difference:
    """One value that is not as printed; `cause` groups differences of a kind (`items.title`, `schedule.date`)."""

    cause: str
    where: str
    expected: Any
    found: Any

    def __str__(self) -> str:
        return f"{self.cause} at {self.where}\n    expected {self.expected!r}\n    found    {self.found!r}"


def compare(truth: dict[str, Any], found: dict[str, Any]) -> list[Difference]:
    """Every difference between a truth and an output of the contract's shape; empty when they agree."""
    return list(_differences(truth, found))


def report(name: str, differences: list[Difference]) -> str:
    """The differences as an indented text, for an assertion message."""
    return "\n".join([f"{name}: {len(differences)} differences"] + [f"  {d}" for d in differences])


def _clean(value: Any) -> Any:
    return unicodedata.normalize("NFC", " ".join(value.split())) if isinstance(value, str) else value


def _differences(truth: dict[str, Any], found: dict[str, Any]) -> Iterator[Difference]:
    yield from _record("document", "document", truth["document"], found["document"])
    expected, got = truth["meetings"], found["meetings"]
    if len(expected) != len(got):
        yield Difference("meetings", "number of meetings", [m["body"] for m in expected], [m["body"] for m in got])
    for index, (a, b) in enumerate(zip(expected, got, strict=False)):
        yield from _record("meetings", f"meetings[{index}]", a, b)
    yield from _items(truth["items"], found["items"], "items")
    yield from _rows("documents", truth["documents"], found["documents"], lambda d: (d["title"], tuple(d["symbols"])))
    yield from _rows(
        "schedule", truth["schedule"], found["schedule"], lambda r: (r["date"], r["start"], r["title"], r["continued"])
    )
    yield from _rows("footnotes", truth["footnotes"], found["footnotes"], lambda n: (n["marker"], n["text"]))
    for kind in ("symbols", "resolutions"):
        a, b = (_MENTIONS[kind](paper) for paper in (truth, found))
        if a != b:
            yield Difference(f"references.{kind}", kind, sorted(map(str, a - b)), sorted(map(str, b - a)))


def _record(cause: str, where: str, a: dict[str, Any], b: dict[str, Any]) -> Iterator[Difference]:
    for key, expected in a.items():
        got = b.get(key)
        if key == "opens_at" and expected and got and len(expected) == 16:
            got = got[:16]  # no place is printed: the zone is for the extractor to infer
        if key in _MAY_BE_INFERRED and expected is None:
            continue
        if isinstance(expected, dict) and isinstance(got, dict):
            yield from _record(f"{cause}.{key}", f"{where}.{key}", expected, got)
        elif isinstance(expected, list) and isinstance(got, list) and expected and isinstance(expected[0], dict):
            slim = [{k: g.get(k) for k in expected[0]} for g in got]
            if slim != expected:
                yield Difference(f"{cause}.{key}", f"{where}.{key}", expected, slim)
        elif _clean(expected) != _clean(got) and [*_listed(expected)] != [*_listed(got)]:
            yield Difference(f"{cause}.{key}", f"{where}.{key}", expected, got)


def _listed(value: Any) -> Iterator[Any]:
    """Sittings come as lists or tuples: only their members count."""
    if isinstance(value, (list, tuple)):
        for member in value:
            yield from _listed(member)
        yield len(value)
    else:
        yield _clean(value)


def _bare(label: str | None) -> str | None:
    """A label without the word and the stop that stand about it: a heading says `Item 4:` where a list says `4.`."""
    return label.removeprefix("Agenda ").removeprefix("Item ").rstrip(".:") if label else None


def _items(expected: list[Any], got: list[Any], where: str) -> Iterator[Difference]:
    keys = [[(i["number"], _clean(i["title"])[:25].casefold()) for i in side] for side in (expected, got)]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes():
        if tag != "equal" and (i2 - i1 != j2 - j1):
            name = [(i["number"], i["title"]) for i in expected[i1:i2]], [(i["number"], i["title"]) for i in got[j1:j2]]
            yield Difference("items.tree", where, *name)
            continue
        for a, b in zip(expected[i1:i2], got[j1:j2], strict=True):
            yield from _item(a, b, f"{where}/{a['number']}")


def _item(a: dict[str, Any], b: dict[str, Any], where: str) -> Iterator[Difference]:
    for key in ("number", "label", "title", "cluster", "no_documentation"):
        tidy = _bare if key == "label" else _clean
        if tidy(a[key]) != tidy(b[key]):
            yield Difference(f"items.{key}", where, a[key], b[key])
    texts = [_clean(" ".join(block["text"] for block in side["annotation"])) for side in (a, b)]
    if texts[0] != texts[1]:
        yield Difference("items.annotation", where, *_narrowed(*texts))
    elif (blocks := _blocks(a)) != (other := _blocks(b)):
        yield Difference("items.blocks", where, *_first_unlike(blocks, other))
    papers = [[(_clean(d["title"]), d["symbols"]) for d in side["documents"]] for side in (a, b)]
    if papers[0] != papers[1]:
        yield Difference("items.documents", where, *papers)
    yield from _items(a["items"], b["items"], where)


def _blocks(item: dict[str, Any]) -> list[tuple[str, str | None, str]]:
    """Blocks with unnumbered paragraphs in a row run together: where those end is for the eye to say."""
    out: list[tuple[str, str | None, str]] = []
    for block in item["annotation"]:
        kind, number, text = block["type"], block["number"], _clean(block["text"])
        if out and kind == "paragraph" and number is None and out[-1][0] == "paragraph":
            out[-1] = (kind, out[-1][1], f"{out[-1][2]} {text}")
        else:
            out.append((kind, number, text))
    return out


def _first_unlike(a: list[Any], b: list[Any]) -> tuple[Any, Any]:
    for index in range(max(len(a), len(b))):
        x, y = (side[index] if index < len(side) else None for side in (a, b))
        if x != y:
            return x, y
    return None, None


def _narrowed(a: str, b: str) -> tuple[str, str]:
    """Two long texts cut to the surroundings of their first difference."""
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    low = max(0, at - 40)

    def cut(text: str) -> str:
        return ("…" if low else "") + text[low : at + 60] + ("…" if len(text) > at + 60 else "")

    return cut(a), cut(b)


def _rows(cause: str, expected: list[Any], got: list[Any], key: Callable[[Any], Any]) -> Iterator[Difference]:
    keys = [[key(row) for row in side] for side in (expected, got)]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes():
        if i2 - i1 != j2 - j1:
            yield Difference(cause, f"{cause}[{i1}:{i2}] {tag}", keys[0][i1:i2], keys[1][j1:j2])
            continue
        for a, b in zip(expected[i1:i2], got[j1:j2], strict=True):
            yield from _record(cause, f"{cause}[{key(a)}]", a, b)


def _symbols(paper: dict[str, Any]) -> set[str]:
    found = set(paper["document"]["symbols"]) | {r["symbol"] for r in paper["references"] if r["kind"] == "document"}
    return {s for s in found | {s for d in paper["documents"] for s in d["symbols"]} if s}


def _resolutions(paper: dict[str, Any]) -> set[tuple[str, str, str | None]]:
    references = (r for r in paper["references"] if r["kind"] != "document")
    return {(r["kind"], r["number"], r["symbol"]) for r in references}


_MENTIONS: dict[str, Callable[[dict[str, Any]], set[Any]]] = {"symbols": _symbols, "resolutions": _resolutions}
