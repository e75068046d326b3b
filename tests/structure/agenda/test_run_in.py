"""Titles that run on into their text: `2. Adoption of the agenda. The Committee will …` (format catalogue 3.2)."""

from __future__ import annotations

import pytest

from extractor.structure.agenda.annotations import Annotator
from extractor.structure.agenda.list import choose_list, find_lists
from extractor.structure.agenda.model import walk
from extractor.structure.agenda.rebuilt import rebuild
from extractor.structure.agenda.run_in import part_labelled, put_in
from tests.structure.parts import blocks

TITLE = "Review of the implementation of the Convention on Lighthouses"
LIST = (
    "# Provisional agenda",
    "1.|Opening of the session.",
    f"2.|{TITLE}.",
    "3.|Other matters.",
)
WILL = "The Committee will be invited to consider the report of the Secretariat and to take such action as it sees fit."
MAY = "It may also wish to recall that the matter was discussed at its previous session, held in the harbour in 2030."
NONE = "No documentation is foreseen."


def annotated(*entries):
    made = blocks(*entries)
    found = choose_list(find_lists(made, True), True)
    assert found is not None
    done = Annotator(found.items, 10.0).run(made[found.end :])
    return {node.number or node.title: [block.text for _, block in node.annotation] for node in walk(found.items)}, done


@pytest.mark.parametrize(
    ("one", "two", "three"),
    [
        ("**1. Opening of the session.**", f"**2. {TITLE}.**", "**3. Other matters.**"),
        ("**1.|Opening of the session.**", "**2.|Review of implementation.**", "**3.|Other matters.**"),
        ("1.|**Opening of the session.**", "2.|**Review of the implementation**.", "3.|**Other matters** –"),
        ("1. //Opening of the session.//", "2. //Review of the implementation.//", "3. //Other matters//."),
        ("//Opening of the session.//", f"//{TITLE}.//", "//Other matters.//"),
        ("1.|Opening of the session.", "2.|Review of the implementation of the Convention.", "3.|Other matters."),
        ("Item 1. Opening of the session –", "Item 2. Review of the implementation –", "Item 3. Other matters:"),
        ("Opening of the session.", f"{TITLE}.", "Other matters."),
        ("**Item 1: Opening.**", "**Item 2: Implementation.**", "**Item 3: Matters.**"),
    ],
)  # fmt: skip
def test_the_text_behind_the_title_is_the_items(one, two, three):
    found, done = annotated(*LIST, "# Annotations", f"{one} {WILL}", f"{two} {WILL}", MAY, f"{three} {NONE}")
    assert found == {"1": [WILL], "2": [WILL, MAY], "3": [NONE]}
    assert [parted.whole.text for parted in done.parted] == [
        f"{parted.title.text} {parted.text.text}" for parted in done.parted
    ]


def test_lettered_titles_run_on_too():
    listed = ("# Provisional agenda", "1.|Organization:", ">(a)|Election of officers;", ">(b)|Adoption of the agenda.")
    listed += ("2.|Other matters.", "# Annotations", "## 1.|Organization")
    expected = {"1": [], "1(a)": [WILL], "1(b)": [MAY], "2": [NONE]}
    bold = (f"**(a)|Election of officers.** {WILL}", f"**(b)|Adoption of the agenda.** {MAY}")
    plain = (f"(a)|Election of officers. {WILL}", f"(b)|Adoption of the agenda. {MAY}")
    for run_in in (bold, plain):
        assert annotated(*listed, *run_in, "## 2.|Other matters", NONE)[0] == expected


def test_a_title_over_two_lines():
    long = f"{TITLE}, Foghorns and other Signals to Ships in Danger at Sea"
    listed = (*LIST[:2], f"2.|{long}.", LIST[3], "# Annotations", f"**1. Opening of the session.** {WILL}")
    found, _ = annotated(*listed, f"**2.|{long}.** {WILL} {MAY}", f"**3.|Other matters.** {NONE}")
    assert found == {"1": [WILL], "2": [f"{WILL} {MAY}"], "3": [NONE]}


def test_the_title_may_fill_most_of_its_line():
    short = "They meet."
    found, _ = annotated(*LIST, "# Annotations", f"**2. {TITLE}.** {short} {WILL} {MAY}")
    assert found["2"] == [f"{short} {WILL} {MAY}"]


@pytest.mark.parametrize(
    "text",
    [
        f"2. **Background.** {WILL}",  # a numbered paragraph with words of its own at its head
        f"2. {WILL}",
        f"**Note.** {WILL}",
        "Other matters (continued)",
        f"Opening of the session. {WILL}",  # of an item that was before
    ],
)
def test_what_is_no_title_is_left_whole(text):
    found, done = annotated(*LIST, "# Annotations", "## 1.|Opening of the session", MAY, "## 2.|Review", MAY, text)
    assert found["2"] == [MAY, text.replace("**", "")]
    assert done.parted == []


def test_a_title_with_a_stop_in_it_is_whole():
    listed = ("# Provisional agenda", "1.|Opening.", "2.|Question of the quays. Report of the Secretary-General.")
    found, done = annotated(
        *listed, "# Annotations", "## 2.|Question of the quays. Report of the Secretary-General.", MAY
    )
    assert found["2"] == [MAY]
    assert done.parted == []


@pytest.mark.parametrize("form", ["**{}. {}.** {}", "Item {}. {}. {}", "**Item {}: {}** {}"])
def test_a_list_is_rebuilt_from_titles_that_run_on(form):
    titles = ["Opening of the meeting", "Election of officers", "Other matters"]
    made = blocks(*[form.format(number, title, WILL) for number, title in enumerate(titles, 1)])
    assert rebuild(made, 10.0) == []
    parted = put_in(made, part_labelled(made))
    items = rebuild(parted, 10.0)
    Annotator(items, 10.0).run(parted)
    assert [(node.title, [block.text for _, block in node.annotation]) for node in items] == [
        (title, [WILL]) for title in titles
    ]
