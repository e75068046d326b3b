"""The calls that are made for every object of a page, bound so that each costs half of what the library's binding does.

A page has some hundred text objects and each is asked eight things. What a call of the general binding costs is mostly
the making of pointer objects and the letting go of the interpreter's lock, for answers that PDFium has at hand. Here
handles are plain addresses (0 is none) and out-parameters are addresses of buffers made once.
"""

from __future__ import annotations

import ctypes
from array import array
from functools import partial
from typing import Any

import pypdfium2.raw as c


def _bound(name: str) -> Any:
    """The library's function of that name, with every pointer that it takes or gives as an address."""
    general = getattr(c, name)
    kinds = (general.restype, *general.argtypes)
    types = [kind if issubclass(kind, ctypes._SimpleCData) else ctypes.c_void_p for kind in kinds]
    return ctypes.PYFUNCTYPE(*types)(ctypes.cast(general, ctypes.c_void_p).value or 0)


def address(handle: Any) -> int:
    """The address behind a handle of the library's own binding; 0 for none."""
    return ctypes.addressof(handle.contents) if handle else 0


class _Buffer:
    """Numbers that PDFium answers into: their addresses `at` and, as they now are, their `values`."""

    def __init__(self, kind: str, count: int) -> None:
        # Numbers of an array are taken out five times as fast as those of a ctypes array.
        self.values: Any = array(kind, [0] * count)
        first, _ = self.values.buffer_info()
        self.at = [first + self.values.itemsize * index for index in range(count)]


Floats = partial(_Buffer, "f")
Doubles = partial(_Buffer, "d")
Whole = partial(_Buffer, "I")

count_objects = _bound("FPDFPage_CountObjects")
get_object = _bound("FPDFPage_GetObject")
count_form_objects = _bound("FPDFFormObj_CountObjects")
get_form_object = _bound("FPDFFormObj_GetObject")
kind_of = _bound("FPDFPageObj_GetType")
get_bounds = _bound("FPDFPageObj_GetBounds")
get_matrix = _bound("FPDFPageObj_GetMatrix")
get_fill_color = _bound("FPDFPageObj_GetFillColor")

get_text = _bound("FPDFTextObj_GetText")
get_font_size = _bound("FPDFTextObj_GetFontSize")
get_render_mode = _bound("FPDFTextObj_GetTextRenderMode")
get_font = _bound("FPDFTextObj_GetFont")

get_draw_mode = _bound("FPDFPath_GetDrawMode")
count_segments = _bound("FPDFPath_CountSegments")
get_segment = _bound("FPDFPath_GetPathSegment")
segment_kind = _bound("FPDFPathSegment_GetType")
get_point = _bound("FPDFPathSegment_GetPoint")

count_annotations = _bound("FPDFPage_GetAnnotCount")
next_link = _bound("FPDFLink_Enumerate")
link_action = _bound("FPDFLink_GetAction")
action_kind = _bound("FPDFAction_GetType")
action_address = _bound("FPDFAction_GetURIPath")
link_box = _bound("FPDFLink_GetAnnotRect")

_font_name = _bound("FPDFFont_GetBaseFontName")
_font_flags = _bound("FPDFFont_GetFlags")
_font_weight = _bound("FPDFFont_GetWeight")
get_glyph_width = _bound("FPDFFont_GetGlyphWidth")
get_glyph_path = _bound("FPDFFont_GetGlyphPath")
count_glyph_segments = _bound("FPDFGlyphPath_CountGlyphSegments")
get_glyph_segment = _bound("FPDFGlyphPath_GetGlyphPathSegment")

count_chars = _bound("FPDFText_CountChars")
get_chars = _bound("FPDFText_GetText")
text_object = _bound("FPDFText_GetTextObject")
get_origin = _bound("FPDFText_GetCharOrigin")
get_unicode = _bound("FPDFText_GetUnicode")


def font_facts(font: int) -> tuple[str, int, int]:
    """What a font says of itself: its base name ("" where it has none), descriptor flags and weight."""
    name = ctypes.create_string_buffer(256)
    length = _font_name(font, ctypes.addressof(name), len(name))
    text = name.value.decode("utf-8", "replace") if length else ""
    return text, max(_font_flags(font), 0), _font_weight(font)
