"""Lines of other kinds between the items of a list: none of them ends it."""

from __future__ import annotations

import pytest

from tests.kinds.sheet import read, tree

ONE = [(0, "1", "Opening"), (0, "2", "Lamps")]
TWO = [(0, "3", "Lenses"), (0, "4", "Other matters")]
PLAIN = "#head[Provisional agenda] #e[1.][Opening] #e[2.][Lamps] {line} #e[3.][Lenses] #e[4.][Other matters]"
STOPS = "#head[Draft agenda] #e[1.][Opening.] #e[2.][Lamps.] {line} #e[3.][Lenses.]"

#: name -> the line, whether it is an entry, and the clusters of the items.
LINES = {
    "asterisks": ("#align(center)[\\* \\* \\*]", False, None),
    "dashes": ("#at(0pt)[– – – – –]", False, None),
    "plain line at the numbers": ("#at(0pt)[Reception by the Mayor]", True, None),
    "plain line at the text": ("#at(28pt)[Visit to the old lighthouse]", True, None),
    "plain entry of two lines": (
        "#at(0pt)[#box(width: 210pt)[Ceremony on the hundredth anniversary of the lighthouse at the northern cape]]",
        True, None,
    ),
    "plain line at the left": ("#at(-30pt)[Technical segment]", False, "Technical segment"),
    "bold line": ("#at(0pt)[*Technical segment*]", False, "Technical segment"),
    "bold day": ("#at(-14pt)[*DAY 2 – Tuesday, 8 June 2032*]", False, "DAY 2 – Tuesday, 8 June 2032"),
    "day in larger type": ("#at(0pt)[#text(12pt)[Tuesday, 8 June]]", False, "Tuesday, 8 June"),
    "pause in italics": ("#at(0pt)[_Coffee break_]", False, None),
    "pause in plain type": ("#at(28pt)[Lunch]", False, None),
    "pause in bold": ("#at(0pt)[*Lunch break*]", False, None),
    "pause in French": ("#at(0pt)[_Pause déjeuner_]", False, None),
    "pause in Spanish": ("#at(0pt)[*Receso para el almuerzo*]", False, None),
    "note in brackets": ("#at(28pt)[_(Items 3 and 4 will be taken together.)_]", False, None),
    "note in square brackets": ("#at(0pt)[*\\[To be confirmed\\]*]", False, None),
    "heading again": ("#pagebreak() #head[Provisional agenda (_continued_)]", False, None),
    "heading again, without a word": ("#pagebreak() #head[Provisional agenda]", False, None),
    "heading again in French": ("#pagebreak() #head[Ordre du jour provisoire (suite)]", False, None),
}  # fmt: skip


@pytest.mark.parametrize("name", LINES)
def test_a_line_between_two_items_does_not_end_the_list(name: str) -> None:
    line, entry, cluster = LINES[name]
    agenda = read(PLAIN.replace("{line}", line))
    items = agenda.items
    assert tree([item for item in items if item.number]) == [*ONE, *TWO]
    assert [item.number for item in items] == ["1", "2", *([None] if entry else []), "3", "4"]
    assert [item.cluster for item in items if item.number] == [None, None, cluster, cluster]
    assert agenda.document.kind == "agenda"


@pytest.mark.parametrize("name", LINES)
def test_a_line_between_items_that_end_in_stops(name: str) -> None:
    line, _, cluster = LINES[name]
    items = read(STOPS.replace("{line}", line)).items
    assert [item.number for item in items if item.number] == ["1", "2", "3"]
    assert [item.items for item in items if item.number] == [[], [], []]
    assert [item.cluster for item in items if item.number] == [None, None, cluster]


def test_a_reception_and_days() -> None:
    items = read(
        "#head[Draft agenda] *DAY 1: Monday, 7 June 2032* #e[1.][Opening] #e[2.][Lamps] #at(0pt)[Welcome reception]"
        "\n\n*DAY 2: Tuesday, 8 June 2032* #e[3.][Lenses] #e[4.][Close] #at(0pt)[Walk along the pier]"
    ).items
    assert [(item.number, item.title, item.cluster and item.cluster[:5]) for item in items] == [
        ("1", "Opening", "DAY 1"), ("2", "Lamps", "DAY 1"), (None, "Welcome reception", "DAY 1"),
        ("3", "Lenses", "DAY 2"), ("4", "Close", "DAY 2"), (None, "Walk along the pier", "DAY 2"),
    ]  # fmt: skip


def test_text_behind_the_list_is_no_entry() -> None:
    items = read(
        "#head[Provisional agenda] #e[1.][Opening] #e[2.][Lamps] #at(0pt)[The paper was closed on 1 March]"
        "\n\nDelegations are asked to bring their own lamps to the session."
    ).items
    assert tree(items) == ONE
