"""Cases of the rules that say which recogniser is believed, from recorded words."""

from __future__ import annotations

from extractor.reading.ocr import choice
from extractor.reading.ocr.parts import Part
from extractor.reading.ocr.recognise import Reading, Word
from extractor.rules import first
from tests.rules.case import Case


def read(text: str, *confidences: float) -> Reading:
    """A reading of words, each with its confidence (99 where none is given)."""
    sure = [*confidences, *[99.0] * len(text.split())]
    words = zip(text.split(), sure, strict=False)
    return Reading(tuple(Word(word, 40 * at, 40 * at + 30, one) for at, (word, one) in enumerate(words)))


def alone(text: str, *, english: bool) -> bool:
    """Whether a short piece in Latin letters is left to PP-OCR."""
    return first(choice.ALONE, read(text), english) is not None


def plain(text: str, room: float) -> bool:
    """Whether a short piece in another script is left to PP-OCR; `room` is that for letters."""
    return choice.is_plain(read(text), room)


def groups(text: str, *confidences: float) -> list[str]:
    """The words of a line that are read again together."""
    return [" ".join(word.text for word in group) for group in choice.grouped(read(text, *confidences).words)]


def mark(text: str, *widths: int) -> str:
    """What a raised mark is, of pieces of ink of these widths that are ten pixels high."""
    return choice.mark_of(read(text), [Part(1, 0, 0, width, 10, 50) for width in widths], 30).text


CASES: dict[str, Case] = {
    "readers.label": Case(lambda: [alone(text, english=False) for text in ("2.", "Ouverture")], [True, False]),
    "readers.english": Case(lambda: [alone("Opening", english=english) for english in (True, False)], [True, False]),
    "readers.mostly_again": Case(
        lambda: [choice.is_mostly_again.applies(widths, 100) for widths in ([50, 30], [20])], [True, False]
    ),
    "readers.covered": Case(lambda: plain("15", room=10), False),
    "readers.item": Case(lambda: plain("1 (a)", room=5), True),
    "readers.digits": Case(lambda: plain("10.30-12.45", room=11), True),
    "readers.symbol": Case(lambda: plain("A/80/15", room=5), True),
    "readers.own_script": Case(
        lambda: [choice.is_own_script.applies(read(*one)) for one in (("Комитет", 60), ("Комитет", 40), ("Kom", 99))],
        [True, False, False],
    ),
    "readers.prose": Case(lambda: choice.is_latin(read("I<OM{T3T"), room=8), False),
    "readers.known": Case(
        lambda: [choice.is_known.applies(word) for word in read("Комитет А/80 порт", 95, 95, 60).words],
        [True, False, False],
    ),
    "readers.lost": Case(lambda: groups("см. ЕСЕ ТКА 5", 95, 30, 30, 95), ["см.", "ЕСЕ ТКА", "5"]),
    "readers.part": Case(lambda: choice.part_of.applies(read("و00.1").words[0], read("Add. 19")), "وAdd.1"),
    "readers.code": Case(lambda: choice.code_of.applies(read("A/80/ 15")), "A/80/15"),
    "readers.ending": Case(lambda: mark("rd", 5, 5), "rd"),
    "readers.note_letter": Case(lambda: mark("a", 5), "a"),
    "readers.stars": Case(lambda: [mark("%", 10), mark("%", 4)], ["*", ""]),
}
