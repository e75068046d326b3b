"""What the JSON of a paper is called: the library's file name for its symbol and language, else that of the file.

Names are flat, bounded and harmless: whatever a symbol or a file's name holds, the JSON lands inside the output folder,
visible, under a name that every file system takes. Where two different papers would have the same name, whatever the
case of its letters, each gets the first eight hex digits of its content's hash; so names depend on the set of papers
alone, not on the order in which they are done.
"""

from __future__ import annotations

import os
import re
import unicodedata

from extractor.naming import shown_path

__all__ = ["base_name", "is_output_name", "local_name", "output_name", "path_bytes", "shown_path"]

#: Bytes of a name without hash and ending; file systems allow 255 for all.
MOST_BYTES = 200
_LONGEST = 255
_HASH_DIGITS = 8
_TAME = re.compile(r"[^\w.()\[\]+,=@ -]|[\x00-\x1f\x7f]")
# Names that Windows keeps for devices.
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


def base_name(symbol: str | None, language: str | None, path: str) -> str:
    """The name without ending: ``A_80_150-EN`` for a paper with a symbol, the file's own stem for one without.

    Args:
        symbol: canonical symbol of the paper.
        language: its language, ISO 639-1; English where unknown.
        path: path or URL of the PDF.
    """
    if symbol:
        from extractor.grammar import SymbolError, parse_symbol

        try:
            name = parse_symbol(symbol).filename(language or "en")
            return _tame(name.removesuffix(".pdf"))
        except (SymbolError, ValueError):
            pass
    last = re.split(r"[/\\]", path.rstrip("/\\"))[-1]
    return _tame(last[:-4] if last.lower().endswith(".pdf") else last)


def output_name(base: str, sha256: str, *, shared: bool) -> str:
    """The file name: the base, the content's hash where several papers share the base, and the ending."""
    return f"{base}-{sha256[:_HASH_DIGITS]}.json" if shared else f"{base}.json"


def is_output_name(name: str) -> bool:
    """Whether a name may be one that :func:`output_name` has made.

    Such a name stays inside the output folder and is not one of the batch's own files.
    """
    return name.endswith(".json") and name[0] != "." and not _TAME.search(name) and len(name.encode()) <= _LONGEST


def path_bytes(path: str) -> bytes:
    """The bytes of a path, as the system has them; of a URL, which may hold what the system cannot say, its UTF-8."""
    try:
        return os.fsencode(path)
    except UnicodeEncodeError:
        return path.encode("utf-8", "backslashreplace")


def local_name(name: str) -> str:
    """A name of an output as this process must spell it for the system: its bytes are UTF-8 in every locale."""
    return os.fsdecode(name.encode("utf-8"))


def _tame(name: str) -> str:
    name = unicodedata.normalize("NFC", shown_path(name))
    name = _TAME.sub("_", name).lstrip(". ").rstrip(". ")
    encoded = name.encode("utf-8", "replace")
    if len(encoded) > MOST_BYTES:
        name = encoded[:MOST_BYTES].decode("utf-8", "ignore")
    if not name or _RESERVED.fullmatch(name.split(".")[0]):
        name = f"paper_{name}"
    # The journal and the report of a batch lie in the same folder; they have other endings.
    return name
