"""The characters of PDFium's text layer, and which of them each text object draws.

PDFium goes through the whole page's characters for each text object that it is asked the text of. Asked once for all
of them, and then where each object's begin and end, it answers in half the time.
"""

from __future__ import annotations

from array import array
from codecs import utf_16_le_decode

from extractor.built import compiled
from extractor.reading.pdfium import calls as call

#: Ends of the lines, which PDFium adds; between two of them there is often one object.
_LINE_END = "\r"
#: How far the end of a run of characters is looked for first; nearly all objects are longer than this.
_FIRST_STEP = 6
#: PDFium's own sign for a hyphen at the end of a line, in the text of a page and in that of an object.
_PAGE_HYPHEN, _OBJECT_HYPHEN = "\ufffe", "\x02"
#: A glyph of which the font does not say what it is, between others; elsewhere such signs are left out.
_UNREAD = compiled(r"(?<=[^\s\x00-\x1f])[\x00\x01\x03-\x08\x0e-\x1f](?=[^\s\x00-\x1f])")
_CONTROL = compiled(r"[\x00\x01\x03-\x08\x0a-\x1f]")


def readable(text: str) -> str:
    """A text with the sign for what cannot be read for each such glyph between others; control characters are left out.

    PDFium gives the codes of glyphs of which the font does not say what they are.
    """
    return _CONTROL.sub("", _UNREAD.sub("\ufffd", text))


class PageText:
    """The text of a page, object by object.

    Attributes:
        chars: the characters of the page in PDFium's order, one for each index.
        runs: for each text object that has characters, the indices [start, end) of them; several where others stand
            between.
    """

    def __init__(self, text_page: int) -> None:
        self._page = text_page
        count = max(call.count_chars(text_page), 0)
        buffer = array("H", bytes(2 * count + 2))
        length = call.get_chars(text_page, 0, count, buffer.buffer_info()[0]) - 1 if count else 0
        self.chars: str = utf_16_le_decode(memoryview(buffer)[:length], "replace")[0]
        # Control characters are left out, characters beyond the basic plane take two units: the indices are others.
        self._whole = len(self.chars) == count
        if not self._whole:
            self.chars = "".join([chr(call.get_unicode(text_page, at)) for at in range(count)])
        self.runs = self._runs()

    def text(self, obj: int) -> str:
        """What an object says, with the blank that follows it."""
        chars, runs = self.chars, self.runs.get(obj)
        if runs is None:
            return ""
        text = ""
        for start, end in runs:
            text += chars[start : end + 1] if chars[end : end + 1] == " " else chars[start:end]
        return text.replace(_PAGE_HYPHEN, _OBJECT_HYPHEN) if _PAGE_HYPHEN in text else text

    def _runs(self) -> dict[int, list[tuple[int, int]]]:
        runs: dict[int, list[tuple[int, int]]] = {}
        object_at, page, chars = call.text_object, call.given(self._page), self.chars
        start, count = 0, len(chars)
        while start < count:
            obj = object_at(page, start)
            if not obj:
                start += 1
                continue
            # An object's characters stand together: `low` is one of them, `high` is none or the end.
            high = chars.find(_LINE_END, start)
            low = (high if high >= 0 else count) - 1
            if low <= start or object_at(page, low) != obj:
                low, step = start, _FIRST_STEP
                high = low + step
                while high < count and object_at(page, high) == obj:
                    low, step = high, 2 * step
                    high = low + step
                high = min(high, count)
                while high - low > 1:
                    middle = (low + high) // 2
                    if object_at(page, middle) == obj:
                        low = middle
                    else:
                        high = middle
            runs.setdefault(obj, []).append((start, low + 1))
            start = low + 1
        return runs
