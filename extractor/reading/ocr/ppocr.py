"""PP-OCR as a recogniser: its models lie in the wheel of rapidocr and run in onnxruntime, in this process."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import cv2

from extractor.errors import MissingExtra
from extractor.reading.ocr.recognise import Reading, Sign, Word
from extractor.reading.ocr.settings import OCR

if TYPE_CHECKING:
    from extractor.reading.ocr.picture import Grey

__all__ = ["PP_NAME", "PpOcr"]

#: As it stands in a diagnostic.
PP_NAME = "PP-OCRv6"

#: Height and least width of the picture that the model is given, in pixels; a narrow one costs a tenth of the usual.
_HEIGHT, _LEAST_WIDTH = 48, 96


class PpOcr:
    """The recogniser of lines of PP-OCR: English, French, Spanish and Chinese, in one model."""

    def __init__(self) -> None:
        try:
            import rapidocr
        except ImportError as error:
            raise MissingExtra(
                "PP-OCR is not installed", hint="Install it: pip install 'un-agenda-extractor[ocr]'."
            ) from error
        threads = "EngineConfig.onnxruntime.{}_op_num_threads"
        self._ocr: Any = rapidocr.RapidOCR(
            params={
                "Global.log_level": "critical",
                "Global.text_score": 0.0,
                "Rec.rec_img_shape": [3, _HEIGHT, _LEAST_WIDTH],
                # One thread a worker: pages are read side by side.
                threads.format("intra"): 1,
                threads.format("inter"): 1,
            }
        )
        self.name = PP_NAME

    def recognise(self, crop: Grey) -> Reading:
        """The words of a crop, see :class:`extractor.reading.ocr.recognise.Recogniser`."""
        height, width = crop.shape
        found = self._ocr(
            cv2.cvtColor(crop, cv2.COLOR_GRAY2BGR), use_det=False, use_cls=False, use_rec=True, return_word_box=True
        )
        if not found.txts or not found.txts[0].strip():
            return Reading()
        text = found.txts[0]
        return Reading(tuple(_words(text, self._places(found, text, width, height), 100 * float(found.scores[0]))))

    def _places(self, found: Any, text: str, width: int, height: int) -> list[float]:
        """The middle of each character in pixels of the crop."""
        info = found.word_results[0] if found.word_results else None
        columns = [place for word in getattr(info, "word_cols", ()) for place in word]
        inked = [at for at, char in enumerate(text) if not char.isspace()]
        if len(columns) != len(inked):
            return [(at + 0.5) / len(text) * width for at in range(len(text))]
        # A column is a slice of the picture as the model sees it: as high as 48 pixels, padded to the least width.
        total = max(width / height * _HEIGHT, _LEAST_WIDTH)
        steps = total / 8
        scale = total / steps * height / _HEIGHT
        places = [0.0] * len(text)
        for at, column in zip(inked, columns, strict=True):
            places[at] = (column + 0.5) * scale
        return places


def _words(text: str, places: list[float], confidence: float) -> list[Word]:
    words: list[Word] = []
    start = 0
    for piece in text.split():
        at = text.index(piece, start)
        start = at + len(piece)
        middles = places[at:start]
        gaps = [after - before for before, after in pairwise(middles)]
        half = (sorted(gaps)[len(gaps) // 2] if gaps else OCR.dpi / 25) / 2
        signs = tuple(
            Sign(char, round(middle - half), 0, round(middle + half), 0, confidence)
            for char, middle in zip(piece, middles, strict=True)
        )
        words.append(Word(piece, signs[0].left, signs[-1].right, confidence, signs))
    return words
