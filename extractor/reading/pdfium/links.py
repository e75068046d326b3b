"""The links of a page: where they stand, line by line where the file says so, and the address that each leads to."""

from __future__ import annotations

import ctypes
from array import array
from collections.abc import Callable
from typing import Any

import pypdfium2_raw as c

from extractor.reading.page import BBox, Link
from extractor.reading.pdfium import calls as call

#: Addresses of so many bytes and pages with so many links are none that a paper has.
_LONGEST_ADDRESS, _MOST_LINKS = 8192, 10_000
#: A link stands on so many lines at most.
_MOST_LINES = 50
#: Its boxes on them stand out of its own by so many points at most; others are left out (PDF 32000-1, 12.5.6.5).
_SLACK = 1.0


def links_of(document: Any, page: Any, seen: Callable[[float, float, float, float], BBox]) -> list[Link]:
    """The links of a page with an address; `seen` maps a box (left, bottom, right, top) to where a reader sees it."""
    links: list[Link] = []
    file, handle = call.given(call.address(document)), call.given(call.address(page))
    place, box = call.Whole(2), call.Floats(4)
    link = ctypes.c_void_p()
    at, into = place.at[0], ctypes.addressof(link)
    buffer = array("B", bytes(_LONGEST_ADDRESS))
    room, _ = buffer.buffer_info()
    while len(links) < _MOST_LINKS and call.next_link(handle, at, into):
        action = call.link_action(link.value)
        if not action or call.action_kind(action) != c.PDFACTION_URI:
            continue
        length = call.action_address(file, action, room, _LONGEST_ADDRESS)  # with the final NUL
        if 1 < length < _LONGEST_ADDRESS and call.link_box(link.value, box.at[0]):
            left, top, right, bottom = box.values
            whole = (left, bottom, right, top)
            address = ctypes.string_at(room, length - 1).decode("utf-8", "replace")
            links += [Link(seen(*one), address) for one in _lines(link.value, whole) or [whole]]
    return links


def _lines(link: Any, whole: BBox) -> list[BBox]:
    """The boxes of a link on each of its lines (left, bottom, right, top); none where they are not all in its own."""
    count = call.count_quads(link)
    if not 0 < count <= _MOST_LINES:
        return []
    corners = call.Floats(8)
    found: list[BBox] = []
    for at in range(count):
        if not call.get_quad(link, at, corners.at[0]):
            return []
        xs, ys = corners.values[::2], corners.values[1::2]
        box = (min(xs), min(ys), max(xs), max(ys))
        if not (
            whole[0] - _SLACK <= box[0] < box[2] <= whole[2] + _SLACK
            and whole[1] - _SLACK <= box[1] < box[3] <= whole[3] + _SLACK
        ):
            return []
        found.append(box)
    return found
