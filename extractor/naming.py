"""Names of files, addresses and arguments as they are shown: as text that is valid UTF-8, and without passwords.

A name is bytes until it is shown. Python keeps the bytes that the locale has no characters for as halves of surrogate
pairs (PEP 383), which can neither be printed nor written into JSON.
"""

from __future__ import annotations

import os
import re

__all__ = ["decoded", "masked", "path_of", "shown_path"]

# Patterns are compiled where a name or text needs one: most do not, and every command would wait for them.
_BYTES = "[\udc80-\udcff]+"
#: What stands for a byte in a name that is shown. Bytes below 0x80 are characters of their own.
_ESCAPED = r"\\(?:\\|x([89a-f][0-9a-f]))"
_LOOKS_ESCAPED = r"\\x[89a-f][0-9a-f]"

_PASSWORD = r"(?P<before>://[^/\s:@]{0,256}:)[^\s'\"]{0,1024}@"
_PARAMETER = (
    r"(?i)(?P<before>(?:^|[?&;\s'\"])[\w-]{0,40}?(?:passw(?:or)?d|passphrase|secret|token|signature|credential|pwd|key|sig)=)(?!\.\.\.)"
    r"[^&;\s'\"]+"
)


def decoded(text: str) -> str:
    """``text`` with its bytes read as UTF-8, whatever the locale; those that are not become ``\\xNN``."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return re.sub(_BYTES, _as_utf8, text).encode("utf-8", "backslashreplace").decode("utf-8")
    return text


def _as_utf8(found: re.Match[str]) -> str:
    return found[0].encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def shown_path(path: str) -> str:
    """A path as JSON and reports have it: :func:`path_of` gives the path back.

    Most paths stay as they are. Where bytes are not UTF-8 they become ``\\xNN``, and a backslash becomes two.
    Passwords in URLs are masked, which nothing gives back.
    """
    text = decoded(path)
    if text != path or _looks_escaped(path):
        whole = decoded(path.replace("\\", "\\\\"))
        text = whole if _looks_escaped(whole) else text
    return masked(text) if "://" in text else text


def _looks_escaped(text: str) -> bool:
    return "\\x" in text and re.search(_LOOKS_ESCAPED, text) is not None


def path_of(shown: str) -> str:
    """The path that :func:`shown_path` shows."""
    if not _looks_escaped(shown):
        return shown
    pieces: list[bytes] = []
    at = 0
    for found in re.finditer(_ESCAPED, shown):
        pieces += [os.fsencode(shown[at : found.start()]), bytes([int(found[1], 16)]) if found[1] else b"\\"]
        at = found.end()
    return os.fsdecode(b"".join(pieces) + os.fsencode(shown[at:]))


def masked(text: str) -> str:
    """``text`` with the passwords of its URLs, and those among their parameters, replaced by ``***``."""
    text = re.sub(_PASSWORD, r"\g<before>***@", text) if "://" in text else text
    return re.sub(_PARAMETER, r"\g<before>***", text) if "=" in text else text
