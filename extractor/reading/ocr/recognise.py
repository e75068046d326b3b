"""What a recogniser of text is: a crop of a page in, its words out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from extractor.reading.ocr.picture import Grey

__all__ = ["Reading", "Recogniser", "Sign", "Word"]


@dataclass(frozen=True, slots=True)
class Sign:
    """A recognised character: its box in pixels of the crop."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: float = 100.0


@dataclass(frozen=True, slots=True)
class Word:
    """A recognised word; `confidence` goes from 0 to 100, `signs` are empty where the recogniser gives none."""

    text: str
    left: int
    right: int
    confidence: float
    signs: tuple[Sign, ...] = ()

    @property
    def weakest(self) -> float:
        """The confidence of the letter or digit that is the least sure; that of the word where it has none."""
        return min((sign.confidence for sign in self.signs if sign.text.isalnum()), default=self.confidence)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a recogniser made of a crop with one line of text."""

    words: tuple[Word, ...] = ()

    @property
    def text(self) -> str:
        """The words, a space between them."""
        return " ".join(word.text for word in self.words)

    @property
    def confidence(self) -> float:
        """The least of the words' (0 to 100); 0 without words."""
        return min((word.confidence for word in self.words), default=0.0)


class Recogniser(Protocol):
    """Reads a line of text from its picture."""

    @property
    def name(self) -> str:
        """The name and the version of the recogniser, as they stand in a diagnostic and in the key of a cache."""
        ...

    def recognise(self, crop: Grey) -> Reading:
        """The words of a crop that holds one line, dark on white, in the order in which they stand from the left."""
        ...
