"""Opening a file to draw its pages."""

from __future__ import annotations

import pypdfium2

from extractor.errors import Damaged, Encrypted

__all__ = ["opened"]


def opened(data: bytes, password: str | None) -> pypdfium2.PdfDocument:
    """The file.

    Raises:
        Encrypted: it needs a password that was not given.
        Damaged: it cannot be opened.
    """
    try:
        return pypdfium2.PdfDocument(data, password=password)
    except pypdfium2.PdfiumError as error:
        if b"/Encrypt" in data:
            raise Encrypted.locked(password) from error
        raise Damaged() from error
