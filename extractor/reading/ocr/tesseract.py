"""Tesseract as a recogniser: in this process, through tesserocr. The language data are those of the system."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from extractor.errors import MissingExtra
from extractor.reading.ocr.recognise import Reading, Sign, Word

if TYPE_CHECKING:
    from extractor.reading.ocr.picture import Grey

__all__ = ["Tesseract", "data_folder"]

#: Where Debian, Fedora and Homebrew keep the language data.
_FOLDERS = ("/usr/share/tesseract-ocr/*/tessdata", "/usr/share/tesseract/tessdata", "/opt/homebrew/share/tessdata")


def data_folder(languages: Iterable[str]) -> str:
    """The folder with the data of languages (codes of Tesseract, such as ``eng``).

    Raises:
        MissingExtra: there is none; the message names the packages.
    """
    wanted = list(languages)
    folders = [Path(os.environ["TESSDATA_PREFIX"])] if os.environ.get("TESSDATA_PREFIX") else []
    for pattern in _FOLDERS:
        folders += sorted(Path("/").glob(pattern.lstrip("/")), reverse=True)
    for folder in folders:
        if all((folder / f"{code}.traineddata").is_file() for code in wanted):
            return str(folder)
    missing = [code for code in wanted if not any((f / f"{code}.traineddata").is_file() for f in folders)]
    packages = " ".join(f"tesseract-ocr-{code.replace('_', '-')}" for code in missing or wanted)
    raise MissingExtra(
        f"the language data of Tesseract are missing: {', '.join(missing or wanted)}",
        hint=f"Install them (Debian, Ubuntu: apt install {packages}), or name their folder in TESSDATA_PREFIX.",
    )


class Tesseract:
    """One API of Tesseract, which reads crops one after the other."""

    def __init__(self, *languages: str) -> None:
        # One thread a worker: pages are read side by side, and more threads only wait for each other.
        os.environ.setdefault("OMP_THREAD_LIMIT", "1")
        import tesserocr

        self._tesserocr = tesserocr
        self._api: Any = tesserocr.PyTessBaseAPI(
            path=data_folder(languages),
            lang="+".join(languages),
            psm=tesserocr.PSM.SINGLE_LINE,
            oem=tesserocr.OEM.LSTM_ONLY,
        )
        version = tesserocr.tesseract_version().split()[1]
        self.name = f"Tesseract {version} ({'+'.join(languages)})"

    def recognise(self, crop: Grey) -> Reading:
        """The words of a crop, see :class:`extractor.reading.ocr.recognise.Recogniser`."""
        data = np.ascontiguousarray(crop)
        height, width = data.shape
        self._api.SetImageBytes(data.tobytes(), width, height, 1, width)
        self._api.SetSourceResolution(300)
        words = tuple(self._words()) if self._api.Recognize() else ()
        if not words:
            words = self._raw()
        return Reading(words)

    def _raw(self) -> tuple[Word, ...]:
        """The words of the crop that was set, taken for text as a whole: else some lines are taken for pictures."""
        modes = self._tesserocr.PSM
        self._api.SetPageSegMode(modes.RAW_LINE)
        try:
            return tuple(self._words()) if self._api.Recognize() else ()
        finally:
            self._api.SetPageSegMode(modes.SINGLE_LINE)

    def digits(self, crop: Grey) -> Reading:
        """A crop that holds nothing but digits and stars: the mark of a note."""
        self._api.SetVariable("tessedit_char_whitelist", "0123456789*")
        try:
            return self.recognise(crop)
        finally:
            self._api.SetVariable("tessedit_char_whitelist", "")

    def _words(self) -> Iterator[Word]:
        level, found = self._tesserocr.RIL, self._api.GetIterator()
        if found is None:
            return
        signs: list[Sign] = []
        text, box, confidence = "", (0, 0, 0, 0), 0.0
        for sign in self._tesserocr.iterate_level(found, level.SYMBOL):
            if sign.IsAtBeginningOf(level.WORD):
                if text.strip():
                    yield Word(text, box[0], box[2], confidence, tuple(signs))
                text = _logical(sign.GetUTF8Text(level.WORD) or "")
                box = sign.BoundingBox(level.WORD) or (0, 0, 0, 0)
                confidence, signs = sign.Confidence(level.WORD), []
            place = sign.BoundingBox(level.SYMBOL)
            if place is not None:
                left, top, right, bottom = place
                signs.append(
                    Sign(sign.GetUTF8Text(level.SYMBOL) or "", left, top, right, bottom, sign.Confidence(level.SYMBOL))
                )
        if text.strip():
            yield Word(text, box[0], box[2], confidence, tuple(signs))

    def close(self) -> None:
        """Let the data go."""
        self._api.End()


def _logical(word: str) -> str:
    """A word in the order of reading: of Arabic words Tesseract gives the letters from left to right."""
    return word[::-1] if any("\u0600" <= char <= "\u06ff" for char in word) else word
