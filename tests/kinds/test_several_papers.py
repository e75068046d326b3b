"""Two papers in one file: the first is read, the second is text and is reported."""

from __future__ import annotations

import pytest

from tests.kinds.sheet import MASTHEAD, read, tree
from tests.kinds.textpapers import outline

LIST = "#head[Provisional agenda] #e[1.][Opening] #e[2.][Lamps] #e[3.][Close] "
NOTES = (
    "#head[Annotations] *1. Opening* \n\n The Chair will open the session. \n\n *3. Close* \n\n"
    " The Chair will close the session, as in resolution 80/3."
)
OTHER = MASTHEAD.replace("A/AC.97/2032/1", "A/AC.98/2032/4").replace("Lighthouses", "Wells")
#: name -> what stands behind the first paper.
SECOND = {
    "of another body": OTHER
    + "#head[Provisional agenda] #e[1.][Opening] #e[2.][Wells#footnote[Of stone.]] #e[3.][Ropes]",
    "the same again": MASTHEAD + LIST + NOTES,
    "no agenda": OTHER + "#head[Note by the Secretariat] Wells are deep, see A/80/5.",
}


@pytest.mark.parametrize("name", SECOND)
def test_the_first_of_two_papers_is_read(name: str) -> None:
    alone = read(LIST + NOTES)
    both = read(f"{LIST}{NOTES} #pagebreak() {SECOND[name]}")
    assert (both.document, both.meetings) == (alone.document, alone.meetings)
    assert outline(both) == outline(alone)
    assert [*both.documents, *both.schedule, *both.footnotes] == []
    assert [one.text for one in both.references if one.kind == "resolution"] == ["resolution 80/3"]
    (note,) = [one for one in both.diagnostics if one.code == "source.several_papers"]
    assert (note.page, note.severity) == (2, "error")
    assert not any(one.code == "source.several_papers" for one in alone.diagnostics)
    assert {block.role for block in both.blocks if block.page == 2} <= {"text", "footnote", "furniture"}
    assert tree(both.items) == [(0, "1", "Opening"), (0, "2", "Lamps"), (0, "3", "Close")]


def test_a_resolution_with_an_agenda_says_where_it_stands() -> None:
    agenda = read(
        "#head[Congress of Lamplighters] 1. Approves the following provisional agenda for the Tenth Congress:\n\n"
        + LIST.partition("] ")[2]
    )
    (note,) = [one for one in agenda.diagnostics if one.code == "agenda.embedded"]
    assert (note.page, note.path) == (1, "items")
