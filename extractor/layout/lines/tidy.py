"""The characters of a line as they are kept: NFC, ligatures spelled out, spaces folded."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from extractor.built import compiled
from extractor.memo import remembered
from extractor.rules import rule

_LOOSE_STOP = compiled(r"(?<=[^\W\d_]) (?=[.,](?: [^.]|$))")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "\ufeff": "", "\u200b": ""})
_LIGATURE = compiled("[\ufb00-\ufb04\ufeff\u200b]")
_SOFT = "\u00ad"
_WIDE_SPACE = compiled(r"(?<=[、，。；：！？）》」]) (?=\S)|(?<=[\u4e00-\u9fff0-9)]) (?=[、，。；：！？）（《「])")
_APART = compiled(r"[\u4e00-\u9fff](?: [\u4e00-\u9fff])+")
_SOFT_HYPHEN = compiled("\u00ad(?!$)")


@rule("lines.loose_stop", source="no language sets a space there; kerning looks like one")
def has_loose_stop(text: str) -> bool:
    """A space between a word and the stop or comma behind it is dropped."""
    return _LOOSE_STOP.search(text) is not None


@rule("lines.soft_hyphen", source="converters that write all hyphens so: `V.31-02410`", otherwise="")
def hyphen_between(found: re.Match[str]) -> str:
    """A soft hyphen between digits is a hyphen that is seen; others in a line are none."""
    return (
        "-" if found.string[found.start() - 1 : found.start()].isdigit() and found.string[found.end()].isdigit() else ""
    )


@rule("lines.wide_space", source="Chinese signs are narrow in wide boxes, which look like a space; `大 会` set apart")
def has_wide_space(text: str) -> bool:
    """Beside Chinese signs and between single Chinese characters there is no space."""
    return _WIDE_SPACE.search(text) is not None or _APART.fullmatch(text) is not None


@remembered
def tidy(text: str) -> str:
    """Unicode NFC, ligatures spelled out, zero-width spaces dropped, spaces folded to one, trimmed.

    Soft hyphens stay at the end of the text, where one breaks a word, and as hyphens between digits.
    """
    if not text.isascii():
        if not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", text)
        if _LIGATURE.search(text):
            text = text.translate(_LIGATURES)
        if _SOFT in text:
            text = _SOFT_HYPHEN.sub(hyphen_between.applies, text.strip())
    if "  " in text or text[:1] == " " or text[-1:] == " " or not text.isprintable() or not text.isascii():
        text = " ".join(text.split())
    if (" ." in text or " ," in text) and has_loose_stop.applies(text):
        text = _LOOSE_STOP.sub("", text)
    if " " in text and not text.isascii() and has_wide_space.applies(text):
        text = text.replace(" ", "") if _APART.fullmatch(text) else _WIDE_SPACE.sub("", text)
    return text


def tidy_with_offsets(text: str, offsets: Iterable[int]) -> tuple[str, list[int]]:
    """`tidy`, and where the given offsets went."""
    whole = tidy(text)
    if text.isascii() and whole == text.rstrip() and " ." not in text and " ," not in text:  # the end alone is another
        return whole, [min(len(text[:offset].rstrip()), len(whole)) for offset in offsets]
    return whole, [min(len(tidy(text[:offset])), len(whole)) if offset else 0 for offset in offsets]
