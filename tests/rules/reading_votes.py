"""Cases of the rules that say which of two readings of a line is taken, from recorded words."""

from __future__ import annotations

from extractor.reading.ocr.recognise import Reading, Sign, Word
from extractor.reading.ocr.votes import merged
from tests.rules.case import Case


def line(text: str, *confidences: float) -> Reading:
    """A reading of words, each with its confidence (95 where none is given), all letters as sure as the word."""
    sure = [*confidences, *[95.0] * len(text.split())]
    return Reading(
        tuple(
            Word(word, 40 * at, 40 * at + 30, one, tuple(Sign(char, 0, 0, 0, 0, one) for char in word))
            for at, (word, one) in enumerate(zip(text.split(), sure, strict=False))
        )
    )


def taken(first: Reading, second: Reading) -> list[tuple[str, float]]:
    """The words that are taken, with their confidence."""
    return [(word.text, word.confidence) for word in merged(first, second).words]


CASES: dict[str, Case] = {
    "votes.code": Case(lambda: taken(line("E/AC.9J2031/3"), line("E/AC.9/2031/3"))[0][0], "E/AC.9/2031/3"),
    "votes.sure_letters": Case(
        lambda: taken(line("Portlanb, then 17", 59, 95, 40), line("Portland, then 11", 97, 97, 97))[::2],
        [("Portland,", 97.0), ("11", 40.0)],
    ),
    "votes.garbled": Case(lambda: taken(line("they will", 95, 70), line("they wil1"))[1][0], "will"),
    "votes.accents": Case(lambda: taken(line("la septième", 95, 70), line("la septiéme"))[1][0], "septième"),
}
