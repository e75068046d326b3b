"""Two ends that pdfminer lacks: to references that lead back to themselves, and to ranges of codes that a font names.

An object of a PDF may be nothing but a reference to another one. pdfminer follows such references until something else
turns up; where they go in a ring, it never stops. pdfplumber makes the document itself, so that its class has to be
exchanged in pdfplumber's own module.

Tables of a font (widths, letters) may name a range of codes, which pdfminer counts through and keeps code by code, be
it from 0 to 2^31. A font has no more than 65,536 codes, so that a longer range is cut.
"""

from __future__ import annotations

from typing import SupportsIndex

import pdfminer.cmapdb
import pdfminer.pdffont
import pdfplumber.pdf
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfexceptions import PDFObjectNotFound
from pdfminer.pdftypes import PDFObjRef

__all__ = ["install"]

_CODES = 65_536


class _Document(PDFDocument):
    def getobj(self, objid: int) -> object:
        """The object, never a reference; one in a ring of references counts as missing, which reads as null."""
        seen = {objid}
        found = super().getobj(objid)
        while isinstance(found, PDFObjRef):
            if found.objid in seen:
                raise PDFObjectNotFound(objid)
            seen.add(found.objid)
            found = super().getobj(found.objid)
        return found


def _range(*limits: SupportsIndex) -> range:
    return range(*limits)[:_CODES]


def install() -> None:
    """Let pdfplumber open and read files so from now on; for sound files nothing changes."""
    pdfminer.pdffont.range = pdfminer.cmapdb.range = _range  # type: ignore[attr-defined]
    pdfplumber.pdf.PDFDocument = _Document  # type: ignore[attr-defined]
