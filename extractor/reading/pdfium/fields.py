"""Form fields: what is filled in is text of the page, as a reader sees it.

PDFium keeps how a field looks apart from the objects of the page. Flattened, it becomes one of them.
"""

from __future__ import annotations

from typing import Any

import pypdfium2_raw as c

#: A page with more annotations than this is no form that anybody filled in.
MOST_FIELDS = 10_000
#: Flags of an annotation that no viewer shows: hidden, no view (PDF 32000-1, 12.5.3).
UNSHOWN = c.FPDF_ANNOT_FLAG_HIDDEN | c.FPDF_ANNOT_FLAG_NOVIEW


def has_form(document: Any) -> bool:
    """Whether a file has form fields."""
    return bool(c.FPDF_GetFormType(document) != c.FORMTYPE_NONE)


def flatten_fields(page: Any) -> bool:
    """Draw the fields of a page on it, where it has any; it must be loaded anew to see them.

    Other annotations (comments, links, stamps) are no text of the page: they go.
    """
    fields: list[int] = []
    others: list[int] = []
    for index in range(min(max(c.FPDFPage_GetAnnotCount(page), 0), MOST_FIELDS)):
        annotation = c.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        field = c.FPDFAnnot_GetSubtype(annotation) == c.FPDF_ANNOT_WIDGET
        shown = not c.FPDFAnnot_GetFlags(annotation) & UNSHOWN
        (fields if field and shown else others).append(index)
        c.FPDFPage_CloseAnnot(annotation)
    if not fields:
        return False
    for index in reversed(others):
        c.FPDFPage_RemoveAnnot(page, index)
    return bool(c.FPDFPage_Flatten(page, c.FLAT_NORMALDISPLAY) == c.FLATTEN_SUCCESS)
