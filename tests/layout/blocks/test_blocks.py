"""Lines to blocks: where a paragraph, a heading, an entry begins, and what runs on."""

from __future__ import annotations

from extractor.layout.blocks.find import blocks_of
from extractor.layout.blocks.metrics import measure
from extractor.layout.lines.rows import lines_of
from tests.layout.pages import blocks, page, paragraph, span


def test_more_space_begins_a_paragraph():
    found = blocks(*paragraph(100), *paragraph(142))
    assert [len(block.lines) for block in found] == [3, 3]


def test_another_face_begins_a_block():
    found = blocks(span("Election of officers", 124, 100, bold=True), *paragraph(112))
    assert [block.bold for block in found] == [True, False]


def test_list_entries_with_their_labels_and_wrapped_lines():
    found = blocks(
        span("1.", 124, 100),
        span("Matters pertaining to the Mechanism for the Review of the", 148, 100),
        span("Implementation of the Convention.", 148, 112),
        span("2.", 124, 130),
        span("Other matters:", 148, 130),
        span("(a)", 148, 148),
        span("Future meetings;", 172, 148),
    )
    assert [(block.label.value, block.body) for block in found] == [
        ("1", "Matters pertaining to the Mechanism for the Review of the Implementation of the Convention."),
        ("2", "Other matters:"),
        ("a", "Future meetings;"),
    ]


def test_a_letter_at_the_head_of_a_wrapped_line_begins_nothing():
    found = blocks(
        span(
            "Under article 63 of the Convention the Conference shall agree upon activities, see paragraph 4", 124, 100
        ),
        span("(c) specialized agencies and related organizations, which have been invited to the session of", 124, 112),
        span("the Conference as observers.", 124, 124),
    )
    assert len(found) == 1


def test_a_year_at_the_head_of_a_line_is_no_label():
    found = blocks(
        span(
            "The Committee was established by the General Assembly in its resolution of 20 December and since", 124, 100
        ),
        span("2031 has met each year in Vienna.", 124, 112),
    )
    assert len(found) == 1


def test_a_sentence_goes_on_over_the_page():
    more = [[span("are contained in the annex.", 124, 100)]]
    found = blocks(*paragraph(600), more=more)
    assert len(found) == 1
    assert [line.page for line in found[0].lines] == [1, 1, 1, 2]


def test_a_new_paragraph_at_the_head_of_a_page_stays_apart():
    more = [[span("The Bureau will meet before the session.", 124, 100)]]
    found = blocks(*paragraph(600), span("are contained in the annex.", 124, 636), more=more)
    assert len(found) == 2


def test_leaders_and_page_number_are_cut():
    (one, two) = blocks(
        span("1.", 100, 100),
        span("Opening of the session ......................................", 124, 100),
        span("3", 540, 100),
        span("2.", 100, 118),
        span("Other matters ...............................................", 124, 118),
        span("4", 540, 118),
    )
    assert one.leader
    assert two.leader
    assert (one.body, two.body) == ("Opening of the session", "Other matters")


def test_a_section_heading_set_close_over_the_first_numbered_heading_stays_apart():
    found = blocks(
        *paragraph(60),
        span("Annotations", 124, 120, bold=True),
        span("1. Opening of the session", 124, 132, bold=True),
        *paragraph(144),
    )
    assert [block.text for block in found[1:3]] == ["Annotations", "1. Opening of the session"]


def test_a_figure_at_the_head_of_the_second_line_of_a_heading_begins_nothing():
    found = blocks(
        *paragraph(60),
        span("Report of the Committee on the work of its meetings held under article", 124, 120, bold=True),
        span("12. of the Convention", 124, 132, bold=True),
    )
    assert len(found) == 2


def test_codes_below_an_entry_are_lines_of_their_own():
    found = blocks(
        *paragraph(50),
        span("2.", 124, 100),
        span("Prevention of fevers on the coast and in the ports", 148, 100),
        span("EB199/3", 148, 112),
        span("EB199/3 Add.1", 148, 124),
        span("3.", 124, 140),
        span("Other matters", 148, 140),
    )
    assert [block.text for block in found[1:]] == [
        "2. Prevention of fevers on the coast and in the ports",
        "EB199/3",
        "EB199/3 Add.1",
        "3. Other matters",
    ]


def test_lines_of_many_lengths_make_no_right_edge():
    lines = lines_of(page([span("a" * n, 124, 100 + 12 * k) for k, n in enumerate((20, 20, 34, 47, 55, 61))], 1))
    assert measure(lines).right > 350


def test_right_to_left_paragraphs_hang_on_their_numbers():
    spans = []
    for right, top, text in (
        (510, 100, "1-"),
        (484, 100, "أعد جدول الأعمال المؤقت وفقا لما قررته اللجنة في دورتها الثامنة، وسيعرض عليها لإقراره في"),
        (484, 112, "جلستها الأولى."),
        (510, 124, "2-"),
        (484, 124, "طلب المؤتمر إلى اللجنة أن تستعرض تنفيذ الاتفاقية."),
    ):
        one = span(text, 0, top)
        one.x0, one.x1 = right - one.x1, right
        spans.append(one)
    made = page(spans)
    made.rtl = True
    lines = lines_of(made)
    found = blocks_of(lines, {1: []}, measure(lines))
    assert [(block.label.value, block.body.split(" ")[-1]) for block in found] == [
        ("1", "الأولى."),
        ("2", "الاتفاقية."),
    ]
    assert found[0].bbox[2] == 510


def test_a_letter_in_a_title_that_hangs_on_its_number_begins_nothing():
    found = blocks(
        *paragraph(50),
        span("2.", 124, 100, bold=True),
        span("Work of the group: (a) preparation of the review; (b) follow-up to the review; and", 148, 100, bold=True),
        span("(c) other matters", 148, 112, bold=True),
        *paragraph(130),
    )
    assert [block.label.value for block in found if block.label] == ["2"]
