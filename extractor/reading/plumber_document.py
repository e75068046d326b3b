"""pdfminer's document with an end to references that lead back to themselves.

An object of a PDF may be nothing but a reference to another one. pdfminer follows such references until something else
turns up; where they go in a ring, it never stops. pdfplumber makes the document itself, so that its class has to be
exchanged in pdfplumber's own module.
"""

from __future__ import annotations

import pdfplumber.pdf
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfexceptions import PDFObjectNotFound
from pdfminer.pdftypes import PDFObjRef

__all__ = ["install"]


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


def install() -> None:
    """Let pdfplumber open files with this document from now on; for sound files nothing changes."""
    pdfplumber.pdf.PDFDocument = _Document  # type: ignore[attr-defined]
