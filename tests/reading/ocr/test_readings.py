"""What becomes of recorded words: two readings of a line, and lines from right to left."""

from __future__ import annotations

import pytest

from extractor.reading.ocr.arabic import alef, turned
from extractor.reading.ocr.languages import language_of
from extractor.reading.ocr.recognise import Reading, Sign, Word
from extractor.reading.ocr.votes import as_weak, merged, stretches


def reading(text: str, *confidences: float) -> Reading:
    """A reading of words, each with its confidence (95 where none is given)."""
    words = text.split()
    sure = [*confidences, *[95.0] * (len(words) - len(confidences))]
    return Reading(tuple(Word(word, 40 * at, 40 * at + 30, sure[at]) for at, word in enumerate(words)))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (reading("the tides of Mavch", 95, 95, 95, 60), reading("the tides of March"), "the tides of March"),
        (reading("the tides of March"), reading("the tldes of March"), "the tides of March"),
        (reading("see E/AC.9J2031/3"), reading("see E/AC.9/2031/3"), "see E/AC.9/2031/3"),
        # a digit within a word is garbled
        (reading("they will be", 95, 70, 95), reading("they wil1 be"), "they will be"),
        # PP-OCR is not sure of accents
        (reading("la dix-septième réunion", 95, 70), reading("la dix-septiéme réunion"), "la dix-septième réunion"),
    ],
)
def test_the_better_word_of_two_readings_is_taken(first: Reading, second: Reading, expected: str) -> None:
    assert merged(first, second).text == expected


def test_words_on_which_two_readings_agree_are_sure_whatever_the_apostrophe() -> None:
    assert [word.confidence for word in merged(reading("l’ordre", 40), reading("l'ordre")).words] == [100.0]


def test_words_on_which_two_readings_differ_stay_in_doubt() -> None:
    assert merged(reading("see E/AC.9/2031/8", 95, 55), reading("see E/AC.9/2031/3")).words[1].confidence == 55.0


def by_letters(word: str, *sure: float) -> Word:
    """A word of PP-OCR in a line of which it is sure, with the confidence of its letters (99 where none is given)."""
    signs = tuple(
        Sign(char, 8 * at, 0, 8 * at + 7, 20, sure[at] if at < len(sure) else 99.0) for at, char in enumerate(word)
    )
    return Word(word, 0, 8 * len(word), 98.0, signs)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (reading("Portlanb,", 59), by_letters("Portland,"), 98.0),
        (reading("(E£/AC.9/2031/3", 39), by_letters("(E/AC.9/2031/3"), 98.0),
        # the digits are not the same
        (reading("E/AC.9/2031/8", 39), by_letters("E/AC.9/2031/3"), 39.0),
        # one of the letters is hardly seen
        (reading("Portlanb", 59), by_letters("Portland", 99.0, 60.0), 59.0),
    ],
)
def test_a_word_of_sure_letters_is_beyond_doubt_where_the_digits_are_the_same(
    first: Reading, second: Word, expected: float
) -> None:
    (word,) = merged(first, Reading((second,))).words
    assert (word.text, word.confidence) == (second.text, expected)


def test_a_word_that_one_recogniser_alone_has_read_is_as_sure_as_its_weakest_letter() -> None:
    assert as_weak(by_letters("forrnat", 99.0, 55.0)).confidence == 55.0
    assert as_weak(by_letters("(4).", 40.0)).confidence == 98.0  # brackets do not count


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        (reading("the tides of March and the ports"), []),
        (reading("the tides of Mavch and the ports", 95, 95, 95, 60), ["of Mavch and"]),
        (
            reading("see E/AC.9J2031/3 and the report of the Committce", 95, 95, 95, 95, 95, 95, 95, 60),
            ["see E/AC.9J2031/3 and", "the Committce"],
        ),
        (reading("thc tides oI March", 60, 95, 60), ["thc tides oI March"]),
    ],
)
def test_a_second_recogniser_reads_words_in_doubt_and_codes_with_their_neighbours(
    first: Reading, expected: list[str]
) -> None:
    words = [word.text for word in first.words]
    assert [" ".join(words[start:end]) for start, end in stretches(first)] == expected


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        ("-2", "2-"),
        (")i(", "(أ)"),
        ("3ب", "3 (ب)"),
        ("الأربعاء, 3 يونيه,", "الأربعاء، 3 يونيه،"),
        ("قرارها .80/243", "قرارها 80/243."),
        ("حزيران /يونيه", "حزيران/يونيه"),
        ("الوثيقة A/AC.9/3)", "الوثيقة (A/AC.9/3"),
    ],
)
def test_lines_from_right_to_left_have_their_signs_where_they_are_read(read: str, expected: str) -> None:
    assert turned(reading(read)).text == expected


@pytest.mark.parametrize(("read", "expected"), [("(i)", "(أ)"), ("(i)3", "3 (أ)"), ("(ii)", None), ("3.", None)])
def test_the_first_letter_of_the_arabic_alphabet_looks_like_a_latin_one(read: str, expected: str | None) -> None:
    found = alef(reading(read))
    assert (found.text if found else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Report of the Committee on the tides and the ports", "eng"),
        ("Rapport du Comité sur les marées et les ports", "fra"),
        ("Informe del Comité sobre las mareas y los puertos", "spa"),
        ("A/AC.9/3", None),
    ],
)
def test_the_language_of_lines_is_that_of_their_small_words(text: str, expected: str | None) -> None:
    assert language_of(text) == expected
