"""PDFium itself: a file is opened and closed here, and its functions are those of the binding.

The binding is that of pypdfium2, without the classes that pypdfium2 puts around it: a command that reads one paper
would load them for nothing.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import pypdfium2_raw as c

__all__ = ["Document", "Refused"]


class Refused(Exception):
    """PDFium cannot open a file; `code` is what it says last, which may be about another file."""

    def __init__(self, code: int) -> None:
        super().__init__(f"PDFium cannot open it ({code})")
        self.code = code


@cache
def _start() -> None:
    """Start the library, once; where pypdfium2 has started it, this does nothing."""
    c.FPDF_InitLibraryWithConfig(c.FPDF_LIBRARY_CONFIG(version=2))


class Document:
    """A file that is open; `raw` is what the functions of PDFium take."""

    def __init__(self, data: bytes, password: str | None = None) -> None:
        _start()
        self._data: bytes | None = data  # PDFium reads from it as long as the file is open
        secret = None if password is None else f"{password}\0".encode()
        self.raw: Any = c.FPDF_LoadMemDocument64(data, len(data), secret)
        if not len(self):
            code = c.FPDF_GetLastError()
            self.close()
            raise Refused(code)

    def __len__(self) -> int:
        return max(int(c.FPDF_GetPageCount(self.raw)), 0)

    def close(self) -> None:
        """Let the file go."""
        if self._data is not None:
            c.FPDF_CloseDocument(self.raw)
            self._data = None
