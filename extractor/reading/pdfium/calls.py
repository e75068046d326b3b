"""The calls that are made for every object of a page, bound so that each costs a third of the general binding.

A page has some hundred text objects and each is asked eight things. A call of the library's binding costs mostly
the making of pointer objects, the looking at what is given and the letting go of the interpreter's lock, for answers
that PDFium has at hand. Here handles that come back are plain addresses (0 or None is none), `given` makes of one what
the calls take, and out-parameters are buffers made once.
"""

from __future__ import annotations

import ctypes
from array import array
from functools import lru_cache, partial
from typing import Any

import pypdfium2_raw as c

#: A handle or an address as an argument: `_quick` functions take nothing else, the others this as well.
given = ctypes.c_void_p.from_param


def _plain(kind: Any) -> Any:
    return kind if issubclass(kind, ctypes._SimpleCData) else ctypes.c_void_p


def _bound(name: str) -> Any:
    """The library's function of that name, with every pointer that it takes or gives as an address."""
    general = getattr(c, name)
    types = [_plain(kind) for kind in (general.restype, *general.argtypes)]
    return ctypes.PYFUNCTYPE(*types)(ctypes.cast(general, ctypes.c_void_p).value or 0)


def _quick(name: str) -> Any:
    """The same for a function of handles, out-parameters and indices alone, which does not look at what it is given.

    A bare number would be taken for an index, and cut to its size: every pointer must be `given`.
    """
    general = getattr(c, name)
    return ctypes.PYFUNCTYPE(_plain(general.restype))(ctypes.cast(general, ctypes.c_void_p).value or 0)


def address(handle: Any) -> int:
    """The address behind a handle of the library's own binding; 0 for none."""
    return ctypes.addressof(handle.contents) if handle else 0


class _Buffer:
    """Numbers that PDFium answers into: their addresses `at`, as arguments, and, as they now are, their `values`."""

    def __init__(self, kind: str, count: int) -> None:
        # Numbers of an array are taken out five times as fast as those of a ctypes array.
        self.values: Any = array(kind, [0] * count)
        first, _ = self.values.buffer_info()
        self.at = [given(first + self.values.itemsize * index) for index in range(count)]


Floats = partial(_Buffer, "f")
Doubles = partial(_Buffer, "d")
Whole = partial(_Buffer, "I")

count_objects = _bound("FPDFPage_CountObjects")
get_object = _quick("FPDFPage_GetObject")
count_form_objects = _bound("FPDFFormObj_CountObjects")
get_form_object = _quick("FPDFFormObj_GetObject")
kind_of = _quick("FPDFPageObj_GetType")
get_bounds = _quick("FPDFPageObj_GetBounds")
get_matrix = _quick("FPDFPageObj_GetMatrix")
get_fill_color = _quick("FPDFPageObj_GetFillColor")
get_mark = _quick("FPDFPageObj_GetMarkedContentID")

has_transparency = _quick("FPDFPageObj_HasTransparency")
get_clip = _quick("FPDFPageObj_GetClipPath")
count_clip_paths = _quick("FPDFClipPath_CountPaths")
count_clip_segments = _quick("FPDFClipPath_CountPathSegments")
get_clip_segment = _quick("FPDFClipPath_GetPathSegment")

get_font_size = _quick("FPDFTextObj_GetFontSize")
get_render_mode = _quick("FPDFTextObj_GetTextRenderMode")
get_font = _quick("FPDFTextObj_GetFont")

get_draw_mode = _quick("FPDFPath_GetDrawMode")
count_segments = _quick("FPDFPath_CountSegments")
get_segment = _quick("FPDFPath_GetPathSegment")
segment_kind = _quick("FPDFPathSegment_GetType")
get_point = _quick("FPDFPathSegment_GetPoint")

next_link = _bound("FPDFLink_Enumerate")
link_action = _bound("FPDFLink_GetAction")
action_kind = _bound("FPDFAction_GetType")
action_address = _bound("FPDFAction_GetURIPath")
link_box = _bound("FPDFLink_GetAnnotRect")
count_quads = _bound("FPDFLink_CountQuadPoints")
get_quad = _bound("FPDFLink_GetQuadPoints")

count_children = _quick("FPDF_StructElement_CountChildren")
child_mark = _quick("FPDF_StructElement_GetChildMarkedContentID")
child = _quick("FPDF_StructElement_GetChildAtIndex")
count_attributes = _bound("FPDF_StructElement_GetAttributeCount")
attribute = _bound("FPDF_StructElement_GetAttributeAtIndex")
attribute_value = _bound("FPDF_StructElement_Attr_GetValue")
number_of = _bound("FPDF_StructElement_Attr_GetNumberValue")
_actual_text = _bound("FPDF_StructElement_GetActualText")
_element_kind = _bound("FPDF_StructElement_GetType")

_font_name = _bound("FPDFFont_GetBaseFontName")
_font_flags = _bound("FPDFFont_GetFlags")
_font_weight = _bound("FPDFFont_GetWeight")
get_glyph_width = _bound("FPDFFont_GetGlyphWidth")
get_glyph_path = _bound("FPDFFont_GetGlyphPath")
count_glyph_segments = _bound("FPDFGlyphPath_CountGlyphSegments")
get_glyph_segment = _bound("FPDFGlyphPath_GetGlyphPathSegment")

count_chars = _bound("FPDFText_CountChars")
get_chars = _bound("FPDFText_GetText")
text_object = _quick("FPDFText_GetTextObject")
get_origin = _quick("FPDFText_GetCharOrigin")
get_unicode = _bound("FPDFText_GetUnicode")


_KIND = ctypes.create_string_buffer(128)
_KIND_AT = ctypes.addressof(_KIND)
_SAID = ctypes.create_string_buffer(4096)
_SAID_AT = ctypes.addressof(_SAID)


def actual_text(element: Any) -> str:
    """What an element of the tree of tags says that its text means; "" where it says nothing, or too much."""
    length = _actual_text(element, _SAID_AT, len(_SAID))
    return _SAID.raw[: length - 2].decode("utf-16-le", "replace") if 2 < length <= len(_SAID) else ""


def kind_of_element(element: Any) -> str:
    """The name of the kind of an element of the tree of tags (`Table`, `TD`, `Note`); "" for longer ones."""
    length = _element_kind(element, _KIND_AT, len(_KIND))
    return _named(_KIND.raw[: length - 2]) if 2 < length <= len(_KIND) else ""


@lru_cache(maxsize=64)  # a paper has a dozen kinds
def _named(kind: bytes) -> str:
    return kind.decode("utf-16-le", "replace")


# A type made once: `create_string_buffer` makes one at each call, which costs more than the call that it is for.
_Name = ctypes.c_char * 256


def font_facts(font: int) -> tuple[str, int, int]:
    """What a font says of itself: its base name ("" where it has none), descriptor flags and weight."""
    name = _Name()
    length = _font_name(font, ctypes.addressof(name), len(name))
    text = name.value.decode("utf-8", "replace") if length else ""
    return text, max(_font_flags(font), 0), _font_weight(font)
