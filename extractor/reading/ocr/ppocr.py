"""PP-OCR as a recogniser: its models lie in the wheel of rapidocr and run in onnxruntime, in this process.

The model is run without the code of rapidocr, which takes longer to load than a page to read, and which is made for
pictures whose lines are not known yet.
"""

from __future__ import annotations

import os
from importlib import import_module
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from extractor.errors import MissingExtra
from extractor.reading.ocr.recognise import Reading, Sign, Word
from extractor.reading.ocr.settings import OCR

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from extractor.reading.ocr.picture import Grey

__all__ = ["PP_NAME", "PpOcr"]

#: As it stands in a diagnostic.
PP_NAME = "PP-OCRv6"

#: The model that reads lines, in the folder of rapidocr.
_MODEL = "models/PP-OCR*_rec_*.onnx"
#: Height and least width of the picture that the model is given, in pixels; a narrow one costs a tenth of the usual.
_HEIGHT, _LEAST_WIDTH = 48, 96
#: A column of its answer is a slice of that picture, so many pixels wide.
_COLUMN = 8


def _model() -> Path:
    """The file of the model.

    Raises:
        MissingExtra: it is not there.
    """
    package = find_spec("rapidocr")
    folders = package.submodule_search_locations if package and find_spec("onnxruntime") else None
    for folder in folders or ():
        for path in sorted(Path(folder).glob(_MODEL)):
            return path
    raise MissingExtra("PP-OCR is not installed", hint="Install it: pip install 'un-agenda-extractor[ocr]'.")


def _runtime() -> Any:
    """ONNX Runtime without its reports on how it is used, which version 1.32 sends and 1.28 does not."""
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
    return import_module("onnxruntime")


class PpOcr:
    """The recogniser of lines of PP-OCR: English, French, Spanish and Chinese, in one model."""

    def __init__(self) -> None:
        path = _model()
        onnxruntime = _runtime()
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 4
        options.enable_cpu_mem_arena = False
        # One thread a worker: pages are read side by side.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session: Any = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        self._input: str = self._session.get_inputs()[0].name
        known = self._session.get_modelmeta().custom_metadata_map["character"].splitlines()
        #: What the classes of the model stand for; the first is that of no character.
        self._signs = ["", *known, " "]
        self.name = PP_NAME

    def recognise(self, crop: Grey) -> Reading:
        """The words of a crop, see :class:`extractor.reading.ocr.recognise.Recogniser`."""
        shares: NDArray[np.float32] = self._session.run(None, {self._input: _as_input(crop)})[0][0]
        best = shares.argmax(axis=1)
        # A sign is seen in several columns, and signs that are the same have a column of no sign between them.
        taken = best > 0
        taken[1:] &= best[1:] != best[:-1]
        columns = np.flatnonzero(taken)
        text = "".join([self._signs[at] for at in best[columns]])
        if not text.strip():
            return Reading()
        sure = (100 * shares[columns, best[columns]]).tolist()
        places = ((columns + 0.5) * (_COLUMN * crop.shape[0] / _HEIGHT)).tolist()
        return Reading(tuple(_words(text, places, sure)))


def _as_input(crop: Grey) -> NDArray[np.float32]:
    """A crop as the model takes it: of one height, in three colours from -1 to 1, padded to the least width."""
    height, width = crop.shape
    wanted = int(_HEIGHT * max(width / height, _LEAST_WIDTH / _HEIGHT))
    own = min(-(-_HEIGHT * width // height), wanted)
    found = np.zeros((1, 3, _HEIGHT, wanted), dtype=np.float32)
    found[..., :own] = cv2.resize(crop, (own, _HEIGHT)).astype(np.float32) / 127.5 - 1
    return found


def _words(text: str, places: list[float], sure: list[float]) -> list[Word]:
    """The words of a text, each as sure as the line is on the average; their signs are as sure as they are."""
    confidence = sum(sure) / len(sure)
    words: list[Word] = []
    start = 0
    for piece in text.split():
        at = text.index(piece, start)
        start = at + len(piece)
        middles = places[at:start]
        gaps = [after - before for before, after in pairwise(middles)]
        half = (sorted(gaps)[len(gaps) // 2] if gaps else OCR.dpi / 25) / 2
        signs = tuple(
            Sign(char, round(middle - half), 0, round(middle + half), 0, own)
            for char, middle, own in zip(piece, middles, sure[at:start], strict=True)
        )
        words.append(Word(piece, signs[0].left, signs[-1].right, confidence, signs))
    return words
