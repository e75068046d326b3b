"""Annotations: headings in every form of format catalogue 3.2, paragraph numbers kept apart, trees without a list."""

from __future__ import annotations

import pytest

from extractor.structure.agenda.annotations import Annotator
from extractor.structure.agenda.list import choose_list, find_lists
from extractor.structure.agenda.model import walk
from extractor.structure.agenda.rebuilt import rebuild
from extractor.structure.agenda.titles import alike
from tests.structure.parts import blocks, tree

PROSE = (
    "The Committee will be invited to consider the report of the Secretariat and to take such action as it deems fit."
)
MORE = "It may also wish to recall that the matter was discussed at its previous session, held in Vienna in June 2030."


def annotated(*entries):
    made = blocks(*entries)
    found = choose_list(find_lists(made, True), True)
    assert found is not None
    Annotator(found.items, 10.0).run(made[found.end :])
    return {node.number or node.title: [block.text for _, block in node.annotation] for node in walk(found.items)}


LIST = (
    "# Provisional agenda",
    "1.|Opening of the session.",
    "2.|Review of the implementation of the Convention.",
    "3.|Other matters.",
)


@pytest.mark.parametrize(
    "headings",
    [
        ("## 1.|Opening of the session", "## 2.|Review of the implementation of the Convention", "## 3.|Other matters"),
        (
            "## Item 1.|Opening of the session",
            "## Item 2.|Review of the implementation of the Convention",
            "## Item 3.|Other matters",
        ),
        (
            "Item 1: Opening of the session",
            "Item 2: Review of the implementation of the Convention",
            "Item 3: Other matters",
        ),
        (
            "_ Agenda item 1: Opening of the session",
            "_ Agenda item 2: Review of the implementation",
            "_ Agenda item 3: Other matters",
        ),
        (
            "### A.|Opening of the session (item 1 of the provisional agenda)",
            "### B.|Review of implementation (agenda item 2)",
            "### C.|Other matters (item 3)",
        ),
        ("### Opening of the session", "### Review of the implementation of the Convention", "### Other matters"),
    ],
)
def test_every_form_of_heading(headings):
    one, two, three = headings
    found = annotated(*LIST, "# Annotations", one, PROSE, two, PROSE, MORE, three, MORE)
    assert found == {"1": [PROSE], "2": [PROSE, MORE], "3": [MORE]}


def test_item_word_and_title_on_two_lines():
    found = annotated(
        *LIST,
        "# Annotations",
        "## Item 1",
        "## Opening of the session",
        PROSE,
        "## Item 2",
        "## Review of the implementation of the Convention",
        MORE,
        "## Item 3",
        "## Other matters",
        PROSE,
    )
    assert found == {"1": [PROSE], "2": [MORE], "3": [PROSE]}


def test_paragraph_numbers_are_no_item_numbers():
    found = annotated(
        *LIST,
        "# Annotations",
        "## 1.|Opening of the session",
        f"1.|{PROSE}",
        f"2.|{MORE}",
        "## 2.|Review of the implementation of the Convention",
        f"3.|{PROSE}",
        "## 3.|Other matters",
        f"4.|{MORE}",
    )
    assert found["1"] == [f"1. {PROSE}", f"2. {MORE}"]
    assert found["2"] == [f"3. {PROSE}"]
    assert found["3"] == [f"4. {MORE}"]


def test_sub_items_take_their_own_text():
    found = annotated(
        "# Provisional agenda",
        "1.|Organizational matters:",
        ">(a)|Opening of the meeting;",
        ">(b)|Adoption of the agenda.",
        "2.|Other matters.",
        "# Annotations",
        "## 1.|Organizational matters",
        "### (a)|Opening of the meeting",
        PROSE,
        "### (b)|Adoption of the agenda",
        MORE,
        "## 2.|Other matters",
        PROSE,
    )
    assert found == {"1": [], "1(a)": [PROSE], "1(b)": [MORE], "2": [PROSE]}


def test_inner_headings_are_annotation():
    found = annotated(
        *LIST,
        "# Annotations",
        "## 1.|Opening of the session",
        PROSE,
        "### Changes to the format",
        MORE,
        "## 2.|Review of the implementation of the Convention",
        PROSE,
    )
    assert found["1"] == [PROSE, "Changes to the format", MORE]


def test_a_cluster_heading_between_items_belongs_to_none():
    found = annotated(
        "# Provisional agenda",
        "_ Joint segment",
        "1.|Opening of the session.",
        "_ Programme segment",
        "2.|Other matters.",
        "# Annotations",
        "# Joint segment",
        "## Item 1.|Opening of the session",
        PROSE,
        "# Programme segment",
        "## Item 2.|Other matters",
        MORE,
    )
    assert found == {"1": [PROSE], "2": [MORE]}


def test_a_heading_set_like_an_items_but_on_no_list_ends_the_last_item():
    found = annotated(*LIST, "# Annotations", "## Item 1.|Opening of the session", PROSE, "## Closing", MORE)
    assert found["1"] == [PROSE]


def test_a_heading_over_several_items_opens_the_first():
    found = annotated(*LIST, "# Annotations", "## Items 2 and 3", PROSE)
    assert found == {"1": [], "2": [PROSE], "3": []}


def test_an_item_without_annotation_keeps_none():
    found = annotated(*LIST, "# Annotations", "## 1.|Opening of the session", PROSE, "## 3.|Other matters", MORE)
    assert found == {"1": [PROSE], "2": [], "3": [MORE]}


def test_the_tree_is_rebuilt_from_item_headings():
    made = blocks(
        "## Item 1.|Opening of the session",
        PROSE,
        "## Item 2.|Organizational matters",
        "### (a)|Officers",
        PROSE,
        "### (b)|Agenda",
        MORE,
        "## Item 3.|Other matters",
        PROSE,
    )
    assert tree(rebuild(made, 10.0)) == [
        (0, "1", "Opening of the session"),
        (0, "2", "Organizational matters"),
        (1, "2(a)", "Officers"),
        (1, "2(b)", "Agenda"),
        (0, "3", "Other matters"),
    ]


def test_headings_that_say_item_may_skip_many():
    made = blocks("## Item 1.|Opening", PROSE, "## Item 2.|Agenda", MORE, "## Item 11.|Closure of the session", PROSE)
    assert [node.number for node in rebuild(made, 10.0)] == ["1", "2", "11"]
    made = blocks("## 1.|Opening", PROSE, "## 2.|Agenda", MORE, "## 31.|Ships of the line", PROSE)
    assert [node.number for node in rebuild(made, 10.0)] == ["1", "2"]


def test_the_tree_is_rebuilt_from_numbers_in_brackets():
    made = blocks(
        "## I.|Preparatory segment",
        "### A.|Opening of the segment (item 1 of the provisional agenda for the segment)",
        PROSE,
        "### B.|Reports of the panels (item 2 of the provisional agenda for the segment)",
        MORE,
        "## II.|High-level segment",
        "### A.|Opening of the segment (item 1 of the provisional agenda for the segment)",
        PROSE,
    )
    assert [(node.number, node.title, node.cluster) for node in rebuild(made, 10.0)] == [
        ("1", "Opening of the segment", "Preparatory segment"),
        ("2", "Reports of the panels", "Preparatory segment"),
        ("1", "Opening of the segment", "High-level segment"),
    ]


def test_decimal_headings_hang_on_their_item():
    made = blocks(
        "## Item 1.|Opening of the meeting",
        PROSE,
        "## Item 2.|Organizational matters",
        "### 2.1.|Officers",
        PROSE,
        "## Item 2.2.|Organization of work",
        MORE,
        "## Item 3.|Closure",
        PROSE,
    )
    assert tree(rebuild(made, 10.0)) == [
        (0, "1", "Opening of the meeting"),
        (0, "2", "Organizational matters"),
        (1, "2.1", "Officers"),
        (1, "2.2", "Organization of work"),
        (0, "3", "Closure"),
    ]


@pytest.mark.parametrize(
    ("heading", "title", "same"),
    [
        ("Opening of the sixth session", "Opening of the sixth session of the Conference", True),
        ("ADOPTION OF THE AGENDA", "Adoption of the agenda", True),
        ("Élection du Bureau", "Election du bureau", True),
        ("Other matters", "Other business and dates of the next session", False),
        ("Election of officers", "Adoption of the report", False),
    ],
)
def test_how_alike_a_heading_and_a_title_are(heading, title, same):
    assert (alike(heading, title) >= 0.78) is same


def test_the_item_in_brackets_counts_where_the_number_before_the_heading_is_another():
    made = blocks(
        "## A.|Organizational matters (item 1 of the provisional agenda)",
        "### 1.|Adoption of the agenda (item 1 (a) of the provisional agenda)",
        PROSE,
        "### 2.|Organization of work (item 1 (b) of the provisional agenda)",
        MORE,
        "## B.|Other matters (item 2 of the provisional agenda)",
        PROSE,
    )
    items = rebuild(made, 10.0)
    Annotator(items, 10.0).run(made)
    found = {node.number: [block.text for _, block in node.annotation] for node in walk(items)}
    assert found == {"1": [], "1(a)": [PROSE], "1(b)": [MORE], "2": [PROSE]}


def test_references_to_an_item_of_another_session_are_no_heading():
    made = blocks(
        "### 1.|Opening of the session",
        PROSE,
        "_ References for the ninetieth session (agenda item 2)",
        "### 2.|Other matters",
        MORE,
    )
    assert [node.title for node in rebuild(made, 10.0)] == ["Opening of the session", "Other matters"]


def test_an_item_keeps_the_rule_by_which_its_heading_was_known():
    made = blocks(
        *LIST, "# Annotations", "1.|Opening of the session", PROSE, f"Item 2. Lamps. {PROSE}", "Item 3", PROSE
    )
    found = choose_list(find_lists(made, True), True)
    Annotator(found.items, 10.0).run(made[found.end :])
    assert [node.heading_rule for node in found.items] == ["annotations.number_and_title", "", "annotations.item_word"]
