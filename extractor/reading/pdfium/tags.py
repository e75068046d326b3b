"""The tags of a page: what its makers say is a table with its cells, a label, a note, a heading.

A file with tags (PDF 32000-1, 14.8) has a tree of elements; their leaves name marked pieces of the content of pages,
and so boxes. Trees of bad converters name the wrong pieces, none, or themselves: what is read is bounded in depth and
number, and two measures say how far it is to be trusted.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

import pypdfium2.raw as c

from extractor.reading.page import BBox, Tag, Tags
from extractor.records import Struct, replace


class TagSettings(Struct, frozen=True):
    """Bounds of what is read of a tree, and from where on it is trusted."""

    #: Elements nested deeper, and more of them on a page, are left out; papers have 12 and 1,500.
    depth: int = 40
    elements: int = 20_000
    #: Characters of the name of a kind of element.
    name: int = 64


TAGS = TagSettings()


def tags_of(page: Any, boxes: Sequence[tuple[int, BBox]]) -> Tags | None:
    """The tags of a page of PDFium, None where it has none.

    Args:
        page: its handle.
        boxes: the number of the marked content of each text object (less than 0 for none) and its box.
    """
    tree = c.FPDF_StructTree_GetForPage(page)
    if not tree:
        return None
    marked: dict[int, BBox] = {}
    for mark, box in boxes:
        if mark >= 0:
            marked[mark] = _around((marked.get(mark, box), box))
    try:
        roots = [
            c.FPDF_StructTree_GetChildAtIndex(tree, at) for at in range(_count(c.FPDF_StructTree_CountChildren(tree)))
        ]
        elements, named = _walked([root for root in roots if root], marked)
    finally:
        c.FPDF_StructTree_Close(tree)
    covered = sum(mark in named for mark, _ in boxes if mark >= 0)
    return Tags(elements, covered / max(sum(mark >= 0 for mark, _ in boxes), 1), _apart(elements)) if elements else None


def _walked(roots: Sequence[Any], marked: dict[int, BBox]) -> tuple[tuple[Tag, ...], set[int]]:
    """The elements in the order of the tree, each with its depth and the box of all below it; which marks they name."""
    found: list[Tag] = []
    named: set[int] = set()
    parents: list[int] = []
    todo = [(root, 0) for root in reversed(roots)]
    seen: set[int] = set()
    while todo and len(found) < TAGS.elements:
        element, depth = todo.pop()
        address = ctypes.addressof(element.contents)
        if address in seen:
            continue
        seen.add(address)
        del parents[depth:]
        own: list[BBox] = []
        below: list[tuple[Any, int]] = []
        for at in range(_count(c.FPDF_StructElement_CountChildren(element))):
            mark = c.FPDF_StructElement_GetChildMarkedContentID(element, at)
            if mark in marked:
                own.append(marked[mark])
                named.add(mark)
            elif mark < 0 and depth < TAGS.depth and (child := c.FPDF_StructElement_GetChildAtIndex(element, at)):
                below.append((child, depth + 1))
        box = _around(own) if own else None
        found.append(Tag(_kind(element), depth, box, bool(own)))
        parents.append(len(found) - 1)
        if box is not None:
            for parent in parents[:-1]:
                above = found[parent]
                found[parent] = replace(above, bbox=_around([box, *([above.bbox] if above.bbox is not None else [])]))
        todo += reversed(below)
    return tuple(found), named


def _count(number: int) -> int:
    return min(max(number, 0), TAGS.elements)


def _kind(element: Any) -> str:
    """The name of the kind of an element (`Table`, `TD`, `Note`)."""
    buffer = ctypes.create_string_buffer(2 * TAGS.name)
    length = c.FPDF_StructElement_GetType(element, buffer, len(buffer))
    return buffer.raw[: max(min(length, len(buffer)) - 2, 0)].decode("utf-16-le", "replace")


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
