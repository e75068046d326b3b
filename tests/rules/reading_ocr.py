"""Cases of the rules by which sizes agree, words are parted and readings are text, from measures and words."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.reading.ocr.recognise import Reading, Sign, Word
from extractor.reading.ocr.sizes import Face, body_of, is_bold, settled
from extractor.reading.ocr.spaces import spaced
from extractor.reading.ocr.texts import is_text, typeset
from tests.rules.case import Case


def face(size: float, line: float, letters: int, left: int = 100, stem: float = 2.0) -> Face:
    """A run of letters of a size on a line; lines are fifty pixels apart."""
    return Face(size, 50.0 * line, stem, letters, left=left, right=left + 20 * letters)


#: Lines of the body and, below, of a table in smaller type.
BODY = (face(40, 0, 60), face(40, 1, 60), face(40, 2, 60))
SMALL = (face(30, 8, 40, 300), face(30, 9, 40, 300))


def size(one: Face, *, arabic: bool = False) -> float:
    """The size that a run takes on a page with a body and small type."""
    return settled([one, *BODY, *SMALL], arabic=arabic)[0].size


def bold() -> list[bool]:
    """Whether runs of a page are bold, of which one has thicker stems."""
    faces = [*BODY, face(40, 4, 30, stem=4.5)]
    return [is_bold.applies(one, body_of(faces)) for one in faces[-2:]]


@dataclass(frozen=True)
class Ink:
    """A piece of ink from its left edge to its right."""

    left: int
    right: int


def words(*found: str, gap: int = 20, pitch: float | None = None, inside: int = 2) -> str:
    """What becomes of words, each letter as wide as fourteen pixels, with gaps between letters and between words."""
    made: list[Word] = []
    parts: list[Ink] = []
    at = 0
    for text in found:
        signs: list[Sign] = []
        for char in text:
            parts.append(Ink(at, at + 14))
            signs.append(Sign(char, at, 0, at + 14, 20))
            at += 14 + (inside if char != "_" else 0)
        made.append(Word(text, signs[0].left, signs[-1].right, 95.0, tuple(signs)))
        at += gap - inside
    return spaced(Reading(tuple(made)), parts, 0, 40.0, pitch).text  # type: ignore[arg-type]


def doubled() -> str:
    """What becomes of a word whose last letter was read a second time."""
    signs = tuple(Sign(char, 20 * at, 0, 20 * at + 14, 20) for at, char in enumerate("annex"))
    found = (Word("annex", 0, 94, 95.0, signs), Word("x", 80, 94, 95.0, signs[-1:]))
    return spaced(Reading(found), [Ink(0, 94)], 0, 40.0).text  # type: ignore[list-item]


CASES: dict[str, Case] = {
    "spaces.read_twice": Case(doubled, "annex"),
    "sizes.line": Case(lambda: size(face(38, 8, 2)), 30),
    "sizes.paragraph": Case(lambda: size(face(34, 9.7, 8, 300)), 30),
    "sizes.body": Case(lambda: size(face(46, 20, 2)), 40),
    "sizes.arabic": Case(lambda: size(face(50, 20, 8), arabic=True), 40),
    "sizes.bold": Case(bold, [False, True]),
    "spaces.symbol": Case(lambda: words("A/CN", inside=12), "A/CN"),
    "spaces.joined": Case(lambda: words("A/CN.9/", "1201", gap=3), "A/CN.9/1201"),
    "spaces.pitch": Case(lambda: words("Distr.", inside=11, gap=40, pitch=25.0), "Distr."),
    "ocr.script": Case(lambda: [is_text(text, han=False) for text in ("目", "A目")], [False, True]),
    "ocr.bars": Case(lambda: [is_text(text, han=False) for text in ("IIIIIII", "III")], [False, True]),
    "ocr.quotes": Case(lambda: typeset('the "tides" of it\'s'), "the “tides” of it’s"),
    "ocr.chinese": Case(lambda: typeset("议程*说明"), "议程* 说明"),
    "ocr.speck": Case(lambda: typeset("(a) | Tides"), "(a) Tides"),
    "ocr.stroke": Case(lambda: typeset("l. Tides"), "1. Tides"),
    "ocr.wave": Case(lambda: typeset("8~19 May"), "8–19 May"),
    "ocr.years": Case(lambda: typeset("1961-1966"), "1961–1966"),
}
