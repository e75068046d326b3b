"""Signs that are printed in many forms and read as one: the tables that every folding is made of.

Sources: Unicode character database; format catalogue 6.1 and 8 (dashes, slashes and signs without width of real text
layers).
"""

from __future__ import annotations

#: Printed for a hyphen or a dash.
DASHES = "‐‑‒–—―−﹘﹣－⁃˗"
#: A hyphen or dash between the ends of a range, behind a number or a time, as patterns over printed text have it.
DASH = "[-–—]"
SLASHES = "／⁄∕"
APOSTROPHES = "’‘ʼ´`′"
#: Spaces of any width, but for the line feed.
SPACES = "\t\r\f\v\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
#: Signs without width that converters leave between letters: soft hyphen, zero-width spaces and marks of direction.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
#: Letters from here on stand without spaces between words (Han, kana).
UNSPACED = "\u2e80"
#: Arabic vowel signs, with the doubling of letters and the small alif.
VOWELS = "".join(map(chr, (*range(0x064B, 0x0653), 0x0670)))
#: Arabic signs that are written or left out at will: vowel signs, the small alif, the stroke that stretches a word.
VOWEL_SIGNS = "".join(map(chr, (*range(0x064B, 0x0656), 0x0670, 0x0640)))

_ZEROS = (0x0660, 0x06F0, 0xFF10)  # Arabic, Persian and full-width digits
_WIDE = 0xFEE0  # from a character of ASCII to its full-width form


def plain_digits() -> dict[int, str]:
    """Digits of other scripts and widths to those of ASCII."""
    return {zero + digit: str(digit) for zero in _ZEROS for digit in range(10)}


def plain_widths() -> dict[int, str]:
    """Full-width letters, digits and signs to those of ASCII."""
    return {code + _WIDE: chr(code) for code in range(ord("!"), ord("~") + 1)}


def to_one(signs: str, one: str) -> dict[int, str]:
    """Each of the signs to the one that they are read as."""
    return {ord(sign): one for sign in signs}
