"""What a font's name and flags say of weight and slant."""

from __future__ import annotations

import re

from extractor.built import compiled

_SUBSET = compiled(r"^[A-Z]{6}\+")
_BOLD = compiled(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
#: Names that say that a face is not bold.
_PLAIN = compiled(r"regular|light|book$|-(?:roman|text|medium|italic|oblique|it)$", re.IGNORECASE)
_ITALIC = compiled(r"italic|oblique|slanted", re.IGNORECASE)
_SYMBOL_FONT = compiled("[\uf020-\uf0ff]")
_BULLETS = "\uf0b7\uf0a7\uf0d8\uf076\uf02d\uf0fc\uf06e\uf06c"
_FLAG_ITALIC = 1 << 6
#: Weights of fonts (OpenType, OS/2): 400 is regular, 600 semi-bold.
_SEMI_BOLD = 600
_FLAG_FORCE_BOLD = 1 << 18


def plain_name(name: str) -> str:
    """The font's name without the six-letter prefix of a subset (PDF 32000-1, 9.6.4)."""
    return _SUBSET.sub("", name)


def is_bold(name: str, flags: int = 0, weight: int = 0) -> bool:
    """Whether the face is bold: by its name, else by the descriptor's ForceBold flag or a weight of 600 and more.

    PDFium reckons the weight from the thickness of the stems, which Chromium overstates for Arabic faces: the name of a
    face whose style is another (`-Regular`, `-Italic`) stands against it.
    """
    if _BOLD.search(name) or flags & _FLAG_FORCE_BOLD:
        return True
    return weight >= _SEMI_BOLD and not _PLAIN.search(name)


def is_italic(name: str, flags: int = 0) -> bool:
    """Whether the face slants: by its name or the descriptor's Italic flag (PDF 32000-1, table 123)."""
    return bool(_ITALIC.search(name)) or bool(flags & _FLAG_ITALIC)


def plain_text(text: str) -> str:
    """Text with an engine's own signs replaced: PDFium's U+0002 is a line-end hyphen; symbol fonts use U+F0xx."""
    if "\x02" in text:
        text = text.replace("\x02", "-")
    if _SYMBOL_FONT.search(text):
        text = _SYMBOL_FONT.sub(lambda found: "•" if found[0] in _BULLETS else chr(ord(found[0]) - 0xF000), text)
    return text
