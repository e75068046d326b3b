"""Which recogniser reads what: the languages of the paper, and the order in which they are asked.

Measured on made scans (mild damage): a word that Tesseract is sure of at 90 or more is right 997 times of 1,000, at 80
to 89 88 times of 100, below that 64 and fewer. PP-OCR is nearly always sure; it reads labels, symbols and times, which
stand alone, where Tesseract has nothing to go by, and takes four times as long over a long line.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import cv2
import numpy as np

from extractor.errors import MissingExtra
from extractor.median import median
from extractor.reading.ocr.arabic import alef, turned
from extractor.reading.ocr.choice import (
    ALONE,
    code_of,
    grouped,
    is_known,
    is_latin,
    is_mostly_again,
    is_own_script,
    is_plain,
    mark_of,
    part_of,
)
from extractor.reading.ocr.languages import (
    HAN,
    LANGUAGES,
    LATIN,
    OTHER,
    RIGHT_TO_LEFT,
    Language,
    Letters,
    Script,
    language_of,
)
from extractor.reading.ocr.ppocr import PP_NAME, PpOcr
from extractor.reading.ocr.recognise import Reading, Word
from extractor.reading.ocr.settings import OCR
from extractor.reading.ocr.tesseract import Tesseract
from extractor.reading.ocr.votes import as_weak, merged, stretches
from extractor.records import replace
from extractor.rules import first

if TYPE_CHECKING:
    from extractor.reading.ocr.marks import Piece
    from extractor.reading.ocr.picture import Grey

__all__ = ["Readers"]


#: Lines from which the language is found.
_SAMPLES = 6


class Readers:
    """The recognisers of a paper, made when they are needed. The language is found from the first page."""

    def __init__(self, languages: Sequence[str] = ()) -> None:
        self._wanted = tuple(LANGUAGES.get(code, code) for code in languages)
        #: What the paper is written in; None until that is found or given.
        self.language: Language | None = None
        self._loaded: dict[str, Tesseract] = {}
        self._pp: PpOcr | None = None
        #: Lines that were read to find the language, by their recogniser and picture.
        self._sampled: dict[tuple[str, bytes], Reading] = {}
        self._stopped = False

    def copy(self) -> Readers:
        """Others for the same paper, which read beside these in another thread."""
        other = Readers()
        other.language = self.language
        return other

    def stop(self) -> None:
        """Give up the page that is being read in another thread."""
        self._stopped = True

    @property
    def names(self) -> str:
        """The recognisers that read, with their versions."""
        return " and ".join([*(one.name for one in (self._own(),) if one is not None), PP_NAME])

    @property
    def rtl(self) -> bool:
        """Whether the paper is written from right to left."""
        return self.language is not None and RIGHT_TO_LEFT in self.language.codes

    @property
    def han(self) -> bool:
        """Whether the paper is Chinese."""
        return self.language is not None and self.language.script == "han"

    @property
    def letters(self) -> Letters:
        """The kind of letters, by which raised marks are told from them."""
        return "arabic" if self.rtl else "han" if self.han else "latin"

    @property
    def _is_english(self) -> bool:
        """Whether no letter has an accent, which PP-OCR often takes for another."""
        return self.language is not None and self.language.codes == ("eng",)

    def _own(self) -> Tesseract | None:
        """The Tesseract that reads the language; None where PP-OCR reads it alone."""
        codes = self.language.codes if self.language else ()
        return self._tesseract(*codes) if codes else None

    def read(self, crops: Sequence[Grey], pieces: Sequence[Piece], usual: float, until: float) -> list[Reading] | None:
        """What the pieces of a page say, one reading a piece; None where the time is over before all are read.

        Args:
            crops: their pictures.
            pieces: the pieces.
            usual: an em of the body in pixels.
            until: when the time is over, by the clock of :func:`time.thread_time`.
        """
        script: Script = self.language.script if self.language else "latin"
        tesseract = self._own()
        found: list[Reading] = []
        for crop, piece in zip(crops, pieces, strict=True):
            if self._stopped or time.thread_time() > until:
                return None
            found.append(_mark(self._ppocr(), crop, piece) if piece.mark else self._one(crop, script, tesseract, usual))
        return found

    def settle(self, crops: Sequence[Grey], usual: float) -> None:
        """Find the language from the pieces of a page."""
        self.language = self._found(crops, usual)

    def _one(self, crop: Grey, script: Script, tesseract: Tesseract | None, usual: float) -> Reading:
        if tesseract is None:
            return self._ppocr().recognise(crop)
        short = crop.shape[1] < OCR.short_run * usual
        if script == "other":
            alone = self._ppocr().recognise(crop) if short else Reading()
            if self.rtl and (label := alef(alone)):
                return label
            if is_plain(alone, _room(crop, usual)):
                return turned(alone) if self.rtl else alone
            found = tesseract.recognise(crop)
            if latin := self._as_latin(found, crop, usual):
                return latin
            found = self._with_codes(found, crop)
            return turned(found) if self.rtl else found
        if short:
            alone = self._ppocr().recognise(crop)
            if first(ALONE, alone, self._is_english) is not None:
                return Reading(tuple(as_weak(word) for word in alone.words))
            return merged(tesseract.recognise(crop), alone)
        return self._with_second(self._sampled.get((tesseract.name, crop.tobytes())) or tesseract.recognise(crop), crop)

    def _with_second(self, line: Reading, crop: Grey) -> Reading:
        """A line of Tesseract, with what is in doubt read a second time: by itself where that is less than the line."""
        wide = stretches(line)
        edges = [(_edge(line.words, start, crop), _edge(line.words, end, crop)) for start, end in wide]
        if not line.words or is_mostly_again.applies([right - left for left, right in edges], crop.shape[1]):
            return merged(line, self._ppocr().recognise(crop))
        words: list[Word] = []
        done = 0
        for (start, end), (left, right) in zip(wide, edges, strict=True):
            second = self._ppocr().recognise(np.ascontiguousarray(crop[:, left:right]))
            words += line.words[done:start]
            words += merged(Reading(line.words[start:end]), _moved(second, left)).words
            done = end
        return Reading((*words, *line.words[done:]))

    def _as_latin(self, reading: Reading, crop: Grey, usual: float) -> Reading | None:
        """A piece of nothing but Latin letters and digits as PP-OCR sees it; None where it is not one.

        Its own recogniser cannot read such a piece.
        """
        if is_own_script.applies(reading):
            return None
        second = self._ppocr().recognise(crop)
        return second if is_latin(second, _room(crop, usual)) else None

    def _with_codes(self, reading: Reading, crop: Grey) -> Reading:
        """A reading in another script with its symbols, numbers and addresses as PP-OCR reads them.

        PP-OCR knows Latin letters and digits alone. Words that are lost and stand beside each other are read as one.
        """
        words: list[Word] = []
        for group in grouped(reading.words):
            if is_known.applies(group[0]):
                words += group
                continue
            left = max(min(word.left for word in group) - _AROUND, 0)
            right = min(max(word.right for word in group) + _AROUND, crop.shape[1])
            second = self._ppocr().recognise(np.ascontiguousarray(crop[:, left:right]))
            if part := part_of.applies(group[0], second):
                words.append(replace(group[0], text=part, confidence=second.confidence))
            elif code := code_of.applies(second):
                signs = tuple(sign for word in _moved(second, left).words for sign in word.signs)
                words.append(Word(code, left, right, second.confidence, signs))
            else:
                words += group
        return Reading(tuple(words))

    def _found(self, crops: Sequence[Grey], usual: float) -> Language:
        """What a paper is written in, from pieces of its first page."""
        if self._wanted:
            if HAN in self._wanted:
                return Language("han")
            return Language("other" if set(self._wanted) & set(OTHER) else "latin", self._wanted)
        samples = sorted(crops, key=lambda crop: -crop.shape[1])[:_SAMPLES]
        code = self._code(samples)
        script: Script = "latin" if code else self._script(samples, usual)
        if script == "han":
            return Language("han")
        latin = script == "latin"
        found: list[tuple[float, str]] = []
        missing: list[MissingExtra] = []
        for one in [code] if code else LATIN if latin else OTHER:
            try:
                reader = self._tesseract(one)
            except MissingExtra as error:
                missing.append(error)
                continue
            words = [word for crop in samples for word in reader.recognise(crop).words] if not code else []
            found.append((sum(word.confidence for word in words) / max(len(words), 1), one))
        if found:
            return Language("latin" if latin else "other", (max(found)[1],))
        if latin or not missing:
            return Language("latin")
        raise missing[0]

    def _script(self, samples: Sequence[Grey], usual: float) -> Script:
        """The script of some lines, from what PP-OCR makes of the head of each: it knows Latin letters and Chinese."""
        width = int(OCR.sample_width * usual)
        heads = [np.ascontiguousarray(crop[:, :width]) for crop in samples]
        seen = "".join(self._ppocr().recognise(crop).text.replace(" ", "") for crop in heads)
        if sum("\u4e00" <= char <= "\u9fff" for char in seen) > OCR.han_share * len(seen):
            return "han"
        room = sum(crop.shape[1] for crop in heads) / (OCR.usual_width * usual)
        return "latin" if len(seen) > OCR.latin_cover * room else "other"

    def _code(self, samples: Sequence[Grey]) -> str | None:
        """The language of some lines as the reader of English sees them, where their small words say it.

        They have no accents.
        """
        try:
            reader = self._tesseract("eng")
        except MissingExtra:
            return None
        readings = [reader.recognise(crop) for crop in samples]
        words = [word for one in readings for word in one.words]
        if not words or median(word.confidence for word in words) < OCR.lost:
            return None
        self._sampled = {
            (reader.name, crop.tobytes()): one for crop, one in zip(samples, readings, strict=True) if one.words
        }
        return language_of(" ".join(one.text for one in readings))

    def _tesseract(self, *codes: str) -> Tesseract:
        key = "+".join(codes)
        if key not in self._loaded:
            self._loaded[key] = Tesseract(*codes)
        return self._loaded[key]

    def _ppocr(self) -> PpOcr:
        if self._pp is None:
            self._pp = PpOcr()
        return self._pp

    def close(self) -> None:
        """Let the models go."""
        for one in self._loaded.values():
            one.close()
        self._loaded, self._pp, self.language = {}, None, None


#: Pixels around a word that is read again.
_AROUND = 5


def _edge(words: Sequence[Word], at: int, crop: Grey) -> int:
    """Where a line may be cut before a word: in the middle of the widest white gap between it and the word before."""
    width: int = crop.shape[1]
    if at in (0, len(words)):
        return width if at else 0
    before, after = words[at - 1], words[at]
    left, right = (before.left + before.right) // 2, (after.left + after.right) // 2
    inked: list[int] = np.flatnonzero((crop[:, left:right] < OCR.dark).any(axis=0)).tolist()
    if len(inked) < 2:
        return (before.right + after.left) // 2
    _, middle = max((second - first, (first + second) // 2) for first, second in pairwise(inked))
    return left + middle


def _moved(reading: Reading, by: int) -> Reading:
    """A reading of a part of a line, in pixels of the line."""
    return Reading(
        tuple(
            replace(
                word,
                left=word.left + by,
                right=word.right + by,
                signs=tuple(replace(sign, left=sign.left + by, right=sign.right + by) for sign in word.signs),
            )
            for word in reading.words
        )
    )


def _room(crop: Grey, usual: float) -> float:
    """How many letters of usual width a picture has room for."""
    width: int = crop.shape[1]
    return (width - 2 * OCR.margin) / (OCR.usual_width * usual)


def _mark(reader: PpOcr, crop: Grey, piece: Piece) -> Reading:
    """A raised mark; it is read larger than it is printed."""
    large = cv2.resize(crop, None, fx=2.0, fy=2.0, interpolation=cv2.INTER_CUBIC)
    return mark_of(reader.recognise(large), piece.parts, crop.shape[1])
