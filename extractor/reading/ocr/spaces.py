"""Spaces that a recogniser left out, from the gaps in the ink."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractor.median import median
from extractor.reading.ocr.settings import OCR, SPACES
from extractor.records import replace
from extractor.rules import rule

if TYPE_CHECKING:
    from extractor.reading.ocr.parts import Part
    from extractor.reading.ocr.recognise import Reading, Word

__all__ = ["spaced"]


@rule("spaces.symbol", source="symbols and pairs: what stands beside a stroke stands far from it")
def is_whole(word: str) -> bool:
    """A word with a stroke, which is not parted."""
    return "/" in word


@rule("spaces.joined", source="inside symbols and numbers recognisers see spaces at which no ink is parted")
def is_joined(gap: float, usual: float) -> bool:
    """Words between which the ink has hardly a gap."""
    return gap < OCR.no_space * usual


@rule("spaces.read_twice", source="Tesseract: `annex` and in the same place `x`, before a lone digit")
def is_read_twice(last: Word, word: Word) -> bool:
    """A word whose middle lies within the one before it, and which is its end, was read twice."""
    within = last.left < word.left and word.left + word.right < 2 * last.right
    return within and last.text.endswith(word.text)


@rule("spaces.pitch", source="typewriters: spaces are as wide as letters", otherwise=None)
def typed_space(pitch: float | None) -> float | None:
    """The least gap that is a space, by the width of a letter; None on pages that were not typed."""
    return OCR.space_pitch * pitch if pitch else None


def spaced(reading: Reading, parts: Sequence[Part], left: int, usual: float, pitch: float | None = None) -> Reading:
    """A reading whose words are parted where the ink is.

    Args:
        reading: what was read.
        parts: the ink, from left to right.
        left: where the boxes of the reading count from, in pixels of the page.
        usual: an em of the page's body in pixels.
        pitch: the width of a letter on a page that was typed on a typewriter, None on others.
    """
    if not any(len(word.signs) > 1 for word in reading.words) or _is_rtl(reading):
        return reading
    reading = _joined(reading, parts, left, usual)
    space = typed_space.applies(pitch) or OCR.space * usual
    wide: list[tuple[float, float]] = []
    end = parts[0].right
    for part in parts[1:]:
        if part.left - end > space:
            wide.append((part.left - end, (part.left + end) / 2 - left))
        end = max(end, part.right)
    # In a line that is stretched the gaps between letters are wide as well: spaces that were seen say how wide.
    seen = sorted(wide, reverse=True)[: len(reading.words) - 1]
    least = SPACES.like_seen * median(gap for gap, _ in seen) if len(seen) > 2 else 0.0
    gaps = [at for gap, at in wide if gap > least]
    if not gaps:
        return reading
    words: list[Word] = []
    for word in reading.words:
        words += _parted(word, [gap for gap in gaps if word.left + SPACES.inside < gap < word.right - SPACES.inside])
    return replace(reading, words=tuple(words))


def _is_rtl(reading: Reading) -> bool:
    """Whether the words come from right to left: they are in the order of reading, the ink is from left to right."""
    return any("\u0590" <= char <= "\u08ff" for char in reading.text)


def _joined(reading: Reading, parts: Sequence[Part], left: int, usual: float) -> Reading:
    """A reading without the spaces at which no ink is parted: inside symbols and numbers recognisers see some."""
    words: list[Word] = []
    for word in reading.words:
        last = words[-1] if words else None
        if last and is_read_twice.applies(last, word):
            continue
        if (
            last
            and last.signs
            and word.signs
            and is_joined.applies(_gap(parts, left + last.right, left + word.left), usual)
        ):
            words[-1] = replace(
                last,
                text=last.text + word.text,
                right=word.right,
                confidence=min(last.confidence, word.confidence),
                signs=(*last.signs, *word.signs),
            )
        else:
            words.append(word)
    return replace(reading, words=tuple(words))


def _gap(parts: Sequence[Part], start: int, end: int) -> float:
    """The widest gap in the ink about where one word ends and the next begins."""
    reach = (end - start) / 2 + SPACES.near
    middle = (start + end) / 2
    widest, edge = 0.0, None
    for part in parts:
        if edge is not None and part.left > edge and edge - reach < middle < part.left + reach:
            widest = max(widest, part.left - edge)
        edge = part.right if edge is None else max(edge, part.right)
    return widest


def _parted(word: Word, gaps: Sequence[float]) -> list[Word]:
    """A word cut at gaps."""
    signs = word.signs
    if is_whole.applies(word.text):
        return [word]
    middles = [(sign.left + sign.right) / 2 for sign in signs]
    cuts = sorted({at for at in (bisect(middles, gap) for gap in gaps) if 0 < at < len(signs)})
    # Only between a letter or digit and what begins a word: strokes, points and the digit 1 have wide gaps as well.
    cuts = [
        at
        for at in cuts
        if (signs[at].text.isalnum() or signs[at].text in "(“«")
        and (signs[at - 1].text.isalnum() or signs[at - 1].text in ")].,;:”»*")
        and not (signs[at - 1].text + signs[at].text).isdigit()
        # A letter alone is no word, but where a label is.
        and not (at in (1, len(signs) - 1) and (signs[0] if at == 1 else signs[-1]).text.islower())
        # The last letter before a dash stands where the dash parts it: boxes of letters are not exact.
        and not (at + 1 < len(signs) and signs[at + 1].text in "-–—")
    ]
    if not cuts or "".join(sign.text for sign in signs) != word.text:
        return [word]
    found: list[Word] = []
    for start, end in zip([0, *cuts], [*cuts, len(signs)], strict=True):
        part = signs[start:end]
        text = "".join(one.text for one in part)
        found.append(replace(word, text=text, left=part[0].left, right=part[-1].right, signs=part))
    return found
