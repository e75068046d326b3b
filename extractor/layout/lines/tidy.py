"""The characters of a line as they are kept: NFC, ligatures spelled out, blanks folded."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_LOOSE_STOP = re.compile(r"(?<=[^\W\d_]) (?=[.,](?: [^.]|$))")
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "\u00ad": "", "\ufeff": "", "\u200b": ""}
)


def tidy(text: str) -> str:
    """Unicode NFC, ligatures spelled out, soft hyphens and zero-width blanks dropped, blanks folded to one and
    trimmed."""
    if not text.isascii():
        if not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", text)
        text = text.translate(_LIGATURES)
    if "  " in text or text[:1] == " " or text[-1:] == " " or not text.isprintable() or not text.isascii():
        text = " ".join(text.split())
    if " ." in text or " ," in text:
        text = _LOOSE_STOP.sub("", text)  # no language sets a blank there; kerning looks like one
    return text


def tidy_with_offsets(text: str, offsets: Iterable[int]) -> tuple[str, list[int]]:
    """`tidy`, and where the given offsets went."""
    whole = tidy(text)
    return whole, [min(len(tidy(text[:offset])), len(whole)) for offset in offsets]
