"""What is no part of the text: running heads, page and job numbers, bar code."""

from __future__ import annotations

import pytest

from extractor.layout.furniture import sheets_of
from extractor.layout.furniture_words import JOB_NUMBER
from extractor.layout.spans.clear import cleared
from extractor.records import replace
from tests.layout.pages import page, paragraph, span


def sheet(number, *extra):
    body = [span("The Committee will have before it the report.", 124, 200 + 12 * n) for n in range(5)]
    return page([*body, *extra], number)


def test_a_running_symbol_goes_on_every_page_but_the_first():
    pages = [sheet(1, span("A/99/1", 480, 60)), sheet(2, span("A/99/1", 60, 60)), sheet(3, span("A/99/1", 480, 60))]
    sheets = sheets_of(pages)
    assert [[line.text for line in s.head] for s in sheets[1:]] == [["A/99/1"], ["A/99/1"]]
    assert all("A/99/1" not in [line.text for line in s.body] for s in sheets[1:])


@pytest.mark.parametrize(
    "foot",
    [
        "31-04711 (E) 160531", "GE.31-04731(E)", "V.31-01610 (E) 130431 140431", "2/9", "/...",
        "31-04711 (E) 160531 /...", "- 3 -", "*3104711*", "7",
    ],
)  # fmt: skip
def test_what_stands_at_the_foot_goes(foot):
    (s,) = sheets_of([sheet(1, span(foot, 60, 760))])
    assert [line.text.rstrip("*") for line in s.foot] == [foot.rstrip("*")]


def test_the_last_words_of_a_page_stay():
    (s,) = sheets_of([sheet(1, span("adopted in 2031.", 124, 740))])
    assert s.foot == []
    assert s.body[-1].text == "adopted in 2031."


def test_what_repeats_at_the_same_height_goes_whatever_it_says():
    pages = [sheet(n, span(f"Advance version, leaf {n}", 200, 50)) for n in range(1, 6)]
    assert all(len(s.head) == 1 for s in sheets_of(pages))


@pytest.mark.parametrize(
    ("text", "number", "language"),
    [
        ("31-05502X (E) 240431", "31-05502X", "E"),
        ("GE.31-06441 (F)", "GE.31-06441", "F"),
        ("V.31-09303 (E) 230631 240631", "V.31-09303", "E"),
        ("K1402364 100914", "K1402364", None),
        ("17-13704* (E) 180817", "17-13704", "E"),
        ("B31-00012", "B31-00012", None),
    ],
)
def test_job_numbers_of_the_stations(text, number, language):
    found = JOB_NUMBER.match(text)
    assert found
    assert (found["number"], found["language"]) == (number, language)


def test_headings_of_decisions_at_one_height_stay():
    heads = [f"Decision {n}/CP.43" for n in range(2, 8)]
    pages = [sheet(n, span(head, 124, 70, bold=True)) for n, head in enumerate(heads, 2)]
    assert [s.body[0].text for s in sheets_of(pages)] == heads


def test_a_running_head_of_several_lines():
    pages = [
        sheet(n, *(span(text, 60, 62 + 14 * at) for at, text in enumerate(["A/99/1", "English", f"Page {n}"])))
        for n in range(2, 5)
    ]
    assert [[line.text for line in s.head] for s in sheets_of(pages)][1] == ["A/99/1", "English", "Page 3"]


def test_job_numbers_of_four_digits_behind_the_letters_of_a_station():
    for text in ("Na.93-0012", "V.87-8522", "GE.95-1234"):
        (found,) = sheets_of([page([span("Text of the paper.", 124, 200), span(text, 60, 760)])])
        assert [line.text for line in found.foot] == [text]


def test_letters_that_come_again_in_a_white_title_are_no_watermark() -> None:
    title = "Letters set one by one"
    letters = [
        replace(span(letter, 100 + 12 * at, 90, 16), x1=110 + 12 * at, color=0xFFFFFF)
        for at, letter in enumerate(title)
        if letter != " "
    ]
    (one,) = cleared([page([*letters, *paragraph(140), *paragraph(240)])])
    assert one.aside == []
