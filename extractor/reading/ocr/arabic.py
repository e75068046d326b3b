"""Labels and signs of Arabic papers: a recogniser of lines gives them as they stand, or as Latin letters."""

from __future__ import annotations

import re

from extractor.built import compiled
from extractor.reading.ocr.recognise import Reading, Word
from extractor.records import replace

__all__ = ["alef", "turned"]

#: A number with its point or dash as it stands in a line from right to left, read from the left.
_LABEL = compiled(r"([-–.])(\d{1,3})")
#: The first letter of the Arabic alphabet alone in brackets, as a reader of Latin letters sees it.
_ALEF = compiled(r"[()][iIl1!|0غاأ]{1,2}[()]")
_LETTERED = compiled(r"(\d{1,2})\(?([\u0621-\u064a])\)?")
_NUMBERED_ALEF = compiled(r"[(\[][iIl1!|j][)\]](\d{1,2})?")


#: Signs of print as they stand in Arabic; a stop or comma that leads a number stands behind it.
_ARABIC_SIGNS = str.maketrans({",": "،", ";": "؛", "?": "؟", "“": '"', "”": '"', "’": "", "'": ""})
_LEADING = compiled(r"([.,،:؛]+)(\d.*)")


def turned(reading: Reading) -> Reading:
    """A reading of a paper from right to left with its labels and signs in the order of reading."""
    words: list[Word] = []
    for word in reading.words:
        text = word.text
        label = _LABEL.fullmatch(text) if len(reading.words) == 1 else None
        if label:
            text = label[2] + label[1]
        elif _ALEF.fullmatch(text):
            text = "(أ)"
        elif lettered := _LETTERED.fullmatch(text):
            text = f"{lettered[1]} ({lettered[2]})"
        elif re.search(r"[A-Za-z]", text):
            text = _upright(text)
        else:
            if leading := _LEADING.fullmatch(text):
                text = leading[2] + leading[1]
            text = text.replace(",.", ",")
            inner = text.rstrip(",;?")
            text = inner.replace("“", '"').replace("”", '"') + text[len(inner) :].translate(_ARABIC_SIGNS)
        if text.startswith("/") and words and len(text) > 1:
            words[-1] = replace(words[-1], text=words[-1].text + text, left=word.left)
        else:
            words.append(replace(word, text=text))
    return Reading(tuple(words))


def _upright(text: str) -> str:
    """A Latin word of a line from right to left: the signs at its left stand behind it, and brackets are mirrored."""
    if text[0] in ".,:;":
        text = text[1:] + text[0].translate(_ARABIC_SIGNS)
    core = text.rstrip(".,:;،؛")
    behind = text[len(core) :]
    if core.startswith("(") and ")" not in core:
        core = core[1:] + ")"
    elif core.endswith(")") and "(" not in core:
        core = "(" + core[:-1]
    return core + behind


def alef(reading: Reading) -> Reading | None:
    """The first label of the Arabic alphabet, as PP-OCR reads it from the left; None where it is not one.

    It stands alone or with the number of its item: `(i)3`.
    """
    match = _NUMBERED_ALEF.fullmatch(reading.text.replace(" ", ""))
    if match is None:
        return None
    text = f"{match[1]} (أ)" if match[1] else "(أ)"
    return Reading((replace(reading.words[0], text=text),))
