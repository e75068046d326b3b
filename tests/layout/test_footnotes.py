"""Footnote bodies are found by rule, type and mark; each sign alone may be missing."""

from __future__ import annotations

from extractor.layout.footnotes.take import take_footnotes
from extractor.layout.furniture import sheets_of
from extractor.reading.page import Rule
from tests.layout.pages import LETTER, page, span


def body(rows=8, top=200):
    return [span(f"The Committee will consider the report on subject {n}.", 124, top + 12 * n) for n in range(rows)]


def notes(*spans, rules=()):
    sheets = sheets_of([page([*body(), *spans], 1, rules)])
    return take_footnotes(sheets, 10.0)


def raised(sign, baseline, x0=110):
    return span(sign, x0, baseline - 3, 5.5)


def test_below_a_rule_with_a_raised_mark():
    sheets, found = notes(
        raised("1", 700),
        span("Subject to confirmation by the Bureau.", 120, 700, 8.5),
        rules=[Rule(110, 690, 182, 690.5)],
    )
    assert [(n.sign, n.text) for n in found] == [("1", "Subject to confirmation by the Bureau.")]
    assert all("confirmation" not in line.text for line in sheets[0].body)


def test_below_a_row_of_underscores():
    _, found = notes(span("__________________", 100, 690, 8), raised("2", 702), span("See annex II.", 120, 702, 8.5))
    assert [(n.sign, n.text) for n in found] == [("2", "See annex II.")]


def test_without_any_rule_in_small_type():
    _, found = notes(span("* Reissued for technical reasons.", 110, 700, 8.5))
    assert [(n.sign, n.text) for n in found] == [("*", "Reissued for technical reasons.")]


def test_a_star_note_in_the_size_of_the_text_set_off_by_space():
    _, found = notes(span("* To be issued.", 124, 690))
    assert [(n.sign, n.text) for n in found] == [("*", "To be issued.")]


def test_lines_without_a_mark_go_on_with_the_note_above():
    _, found = notes(
        raised("1", 690),
        span("If the meeting is held in a hybrid format,", 120, 690, 8.5),
        span("times will be announced.", 110, 700, 8.5),
        raised("2", 711),
        span("Ibid.", 120, 711, 8.5),
    )
    assert [(n.sign, n.text) for n in found] == [
        ("1", "If the meeting is held in a hybrid format, times will be announced."),
        ("2", "Ibid."),
    ]


def test_the_small_table_at_a_page_foot_is_no_note():
    rows = [span("10 a.m.", 60, 640 + 14 * n, 8.5) for n in range(4)] + [
        span("Item 1", 160, 640 + 14 * n, 8.5) for n in range(4)
    ]
    _, found = notes(*rows)
    assert found == []


def test_a_mark_set_in_plain_figures_is_found_by_its_note():
    end = 124 + LETTER * 10 * len("The session opens at 10 a.m.1")
    sheets = sheets_of(
        [
            page(
                [
                    *body(),
                    span("The session opens at 10 a.m.1", 124, 400),
                    span("Tentative.", 124, 412),
                    raised("1", 700),
                    span("Subject to change.", 120, 700, 8.5),
                ],
                1,
                [Rule(110, 690, 182, 690.5)],
            )
        ]
    )
    sheets, found = take_footnotes(sheets, 10.0)
    assert end > 0
    assert [n.sign for n in found] == ["1"]
    marked = [line for line in sheets[0].body if line.marks]
    assert [(line.text, line.marks[0].sign) for line in marked] == [("The session opens at 10 a.m.", "1")]


def test_the_number_of_an_addendum_is_no_mark():
    sheets = sheets_of(
        [
            page(
                [
                    *body(),
                    span("as contained in A/99/12 and Add.1", 124, 400),
                    raised("1", 700),
                    span("Subject to change.", 120, 700, 8.5),
                ],
                1,
                [Rule(110, 690, 182, 690.5)],
            )
        ]
    )
    sheets, _ = take_footnotes(sheets, 10.0)
    assert all(not line.marks for line in sheets[0].body)


def slashed(*text, foot=("1/   See the report on its eighth session.", "2/   Ibid., para. 4."), rule=True):
    rows = [span(line, 124, 400 + 12 * n) for n, line in enumerate(text)]
    notes_ = [span(line, 124, 700 + 12 * n, 9 if rule else 10) for n, line in enumerate(foot)]
    sheets = sheets_of([page([*body(), *rows, *notes_], 1, [Rule(124, 688, 196, 688.5)] if rule else [])])
    return take_footnotes(sheets, 10.0)


def test_marks_with_a_slash_are_taken_out_of_the_text():
    sheets, found = slashed("The Convention 1/ and the Protocol,", "2/ which entered into force in 2030.")
    assert [n.sign for n in found] == ["1", "2"]
    assert [line.text for line in sheets[0].body[-2:]] == [
        "The Convention and the Protocol,",
        "which entered into force in 2030.",
    ]


def test_notes_with_a_slash_are_known_by_their_marks_without_a_rule():
    _, found = slashed("The Convention 1/ and the Protocol. 2/", rule=False)
    assert [(n.sign, n.text) for n in found] == [
        ("1", "See the report on its eighth session."),
        ("2", "Ibid., para. 4."),
    ]


def test_a_figure_with_a_slash_that_nothing_calls_is_no_note():
    _, found = slashed("The Convention and the Protocol.", rule=False)
    assert found == []


def test_the_note_of_a_table_in_the_middle_of_the_page():
    sheets, found = notes(
        span("Harbours", 124, 320), raised("a", 320, 161),
        raised("a", 340, 130), span("Subject to the decision of the Bureau on the", 136, 340, 8.5),
        span("sharing of the quays.", 136, 351, 8.5),
        span("The Committee will close its debate.", 124, 380),
        raised("1", 700), span("Ibid.", 120, 700, 8.5),
        rules=[Rule(110, 690, 182, 690.5)],
    )  # fmt: skip
    assert [(n.sign, n.text) for n in found] == [
        ("a", "Subject to the decision of the Bureau on the sharing of the quays."),
        ("1", "Ibid."),
    ]
    assert sheets[0].body[-1].text == "The Committee will close its debate."


def test_small_type_with_a_letter_that_nothing_calls_is_text():
    _, found = notes(raised("a", 340, 130), span("In thousands of tons.", 136, 340, 8.5), span("Item 5", 124, 380))
    assert found == []
