"""The tags of a page: what its makers say is a table with its cells, a label, a note, a heading.

A file with tags (PDF 32000-1, 14.8) has a tree of elements; their leaves name marked pieces of the content of pages,
and so boxes. Trees of bad converters name the wrong pieces, none, or themselves: what is read is bounded in depth and
number, and two measures say how far it is to be trusted.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Any

import pypdfium2_raw as c

from extractor.reading.page import BBox, Tag, Tags
from extractor.reading.pdfium import calls as call
from extractor.records import Struct, replace


class TagSettings(Struct, frozen=True):
    """Bounds of what is read of a tree, and from where on it is trusted."""

    #: Elements nested deeper, and more of them on a page, are left out; papers have 12 and 1,500.
    depth: int = 40
    elements: int = 20_000
    #: A cell has so many attributes at most.
    attributes: int = 64
    #: A cell reaches over so many rows or columns at most.
    reach: int = 200


TAGS = TagSettings()

_CELLS = frozenset({"TD", "TH"})


def is_tagged(document: Any) -> bool:
    """Whether a file says that it has tags."""
    return bool(c.FPDFCatalog_IsTagged(document))


def tags_of(page: Any, boxes: Callable[[], Sequence[tuple[int, BBox]]], kinds: frozenset[str] | None) -> Tags | None:
    """The tags of a page of PDFium, None where it has none.

    Args:
        page: its handle.
        boxes: gives the number of the marked content of each text object (less than 0 for none) and its box.
        kinds: the kinds of elements that are asked for; a page without any of them has no tags. None for all.
    """
    read = _read(page)
    if not read or (kinds is not None and all(one.tag.kind not in kinds for one in read)):
        return None
    placed = boxes()
    elements = _with_boxes(read, _boxes_of(placed))
    named = {mark for one in read for mark in one.marks}
    own = [mark for mark, _ in placed if mark >= 0]
    return Tags(elements, sum(mark in named for mark in own) / max(len(own), 1), _apart(elements))


def said_of(page: Any, boxes: Callable[[], Sequence[tuple[int, BBox]]]) -> list[tuple[BBox, str]]:
    """What the tags of a page say that some of its text means (ActualText), each with the box around that text."""
    read = [one for one in _read(page, said=True) if one.said.strip() and one.marks]
    marked = _boxes_of(boxes()) if read else {}
    found: list[tuple[BBox, str]] = []
    for one in read:
        own = [marked[mark] for mark in one.marks if mark in marked]
        if own:
            found.append((_around(own), one.said.strip()))
    return found


def _read(page: Any, *, said: bool = False) -> list[_Read]:
    """The elements of the tree of a page in their order; `said`: with what they say that their text means."""
    tree = c.FPDF_StructTree_GetForPage(page)
    if not tree:
        return []
    try:
        count = min(max(c.FPDF_StructTree_CountChildren(tree), 0), TAGS.elements)
        roots = [call.address(c.FPDF_StructTree_GetChildAtIndex(tree, at)) for at in range(count)]
        return _walked([root for root in roots if root], said=said)
    finally:
        c.FPDF_StructTree_Close(tree)


def _boxes_of(placed: Iterable[tuple[int, BBox]]) -> dict[int, BBox]:
    """The box around all text of each mark."""
    marked: dict[int, BBox] = {}
    for mark, box in placed:
        if mark >= 0:
            marked[mark] = _around((marked.get(mark, box), box))
    return marked


class _Read(Struct, gc=False):
    """An element as read: its tag without a box, the place of the one that holds it, the marks that it names.

    `said` is what it says that its text means.
    """

    tag: Tag
    parent: int
    marks: list[int]
    said: str = ""


def _walked(roots: Sequence[int], *, said: bool) -> list[_Read]:
    """The elements in the order of the tree."""
    found: list[_Read] = []
    todo = [(root, 0, -1) for root in reversed(roots)]
    seen: set[int] = set()
    given, count_children, mark_at, child_at = call.given, call.count_children, call.child_mark, call.child
    most, deepest = TAGS.elements, TAGS.depth
    while todo and len(found) < most:
        address, depth, parent = todo.pop()
        if address in seen:
            continue
        seen.add(address)
        element = given(address)
        marks: list[int] = []
        below: list[tuple[int, int, int]] = []
        count = count_children(element)  # less than 0 for none
        for at in range(count if count < most else most):
            mark = mark_at(element, at)
            if mark >= 0:
                marks.append(mark)
            elif depth < deepest and (child := child_at(element, at)):
                below.append((child, depth + 1, len(found)))
        kind = call.kind_of_element(element)
        rows, columns = _reach(element) if kind in _CELLS else (1, 1)
        found.append(
            _Read(
                Tag(kind, depth, None, False, rows, columns), parent, marks, call.actual_text(element) if said else ""
            )
        )
        todo += reversed(below)
    return found


def _reach(element: Any) -> tuple[int, int]:
    """Over how many rows and columns a cell reaches."""
    found = {b"RowSpan": 1, b"ColSpan": 1}
    number = ctypes.c_float()
    for at in range(min(max(call.count_attributes(element), 0), TAGS.attributes)):
        attribute = call.attribute(element, at)
        for name in found if attribute else ():
            value = call.attribute_value(attribute, name)
            if value and call.number_of(value, ctypes.addressof(number)) and number.value >= 1:
                found[name] = int(min(number.value, TAGS.reach))
    return found[b"RowSpan"], found[b"ColSpan"]


def _with_boxes(read: Sequence[_Read], marked: dict[int, BBox]) -> tuple[Tag, ...]:
    """The elements, each with the box of all below it."""
    boxes: list[BBox | None] = [None] * len(read)
    leaves = [False] * len(read)
    for at in range(len(read) - 1, -1, -1):
        own = [marked[mark] for mark in read[at].marks if mark in marked]
        leaves[at] = bool(own)
        box, below = boxes[at], [*own]
        if box is not None:
            below.append(box)
        if below:
            boxes[at] = whole = below[0] if len(below) == 1 else _around(below)
            above = read[at].parent
            if above >= 0:
                held = boxes[above]
                boxes[above] = whole if held is None else _around((held, whole))
    return tuple(replace(one.tag, bbox=box, is_leaf=leaf) for one, box, leaf in zip(read, boxes, leaves, strict=True))


def _around(boxes: Iterable[BBox]) -> BBox:
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return (min(x0), min(top), max(x1), max(bottom))


def _apart(elements: Sequence[Tag]) -> float:
    """The share of neighbours whose middles lie outside each other, of the elements that hold text of their own.

    What stands within the text of another (links, notes) is not compared.
    """
    own: list[Tag] = []
    within = TAGS.depth + 1
    for one in elements:
        if one.depth <= within:
            within = one.depth if one.is_leaf else TAGS.depth + 1
            own += [one] if one.is_leaf else []
    pairs = list(pairwise(own))
    if not pairs:
        return 1.0
    return sum(not (_holds(one, other) or _holds(other, one)) for one, other in pairs) / len(pairs)


def _holds(one: Tag, other: Tag) -> bool:
    if one.bbox is None or other.bbox is None:
        return False
    x, y = (other.bbox[0] + other.bbox[2]) / 2, (other.bbox[1] + other.bbox[3]) / 2
    return one.bbox[0] < x < one.bbox[2] and one.bbox[1] < y < one.bbox[3]
