"""Large initials: the first letter of a paragraph, several lines tall, is the first letter of its first word."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.layout.spans.settings import CLEAR
from extractor.reading.page import Span
from extractor.records import replace
from extractor.rules import rule


@rule("text.initial", source="papers for the public: a paragraph begins with a letter two or three lines tall")
def is_initial(letter: Span, word: Span) -> bool:
    """A large letter at whose right a word goes on at its head."""
    first = word.text.split(" ", 1)[0]
    return (
        letter.size >= CLEAR.initial * word.size
        and -CLEAR.level * word.size < word.x0 - letter.x1 < CLEAR.beside * word.size
        and word.baseline < letter.baseline - CLEAR.level * word.size
        and abs(_head(word) - _head(letter)) < CLEAR.level * letter.size
        and (first[:1].islower() or (len(first) > 1 and first.isupper()))
    )


def with_initials(spans: Sequence[Span], body: float) -> Sequence[Span]:
    """The runs with large initials put before the words that they begin; lines beside them begin where they begin."""
    made: list[Span] = []
    least = CLEAR.initial * CLEAR.small_comment * body  # annotations may be set a little smaller than most of the text
    for letter in [span for span in spans if span.size > least and len(span.text) <= 2 and span.text.strip().isupper()]:
        word = next((one for one in spans if is_initial.applies(letter, one)), None)
        if word is None:
            continue
        made = []
        for one in spans:
            if one is word:
                made.append(replace(one, text=letter.text.strip() + one.text, x0=letter.x0))
            elif one is not letter:
                beside = abs(one.x0 - word.x0) < CLEAR.same_edge and word.baseline < one.baseline <= letter.baseline + 1
                made.append(replace(one, x0=letter.x0) if beside else one)
        spans = made
    return spans


def _head(span: Span) -> float:
    """Where capitals of a run reach to."""
    return span.baseline - CLEAR.capital * span.size
