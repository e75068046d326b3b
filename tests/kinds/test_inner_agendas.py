"""Agendas inside papers that are none: resolutions, draft decisions, reports; and lists that are no agenda there."""

from __future__ import annotations

import pytest

from tests.kinds.sheet import MASTHEAD, read, tree

WORDS = "The Committee took note of the report of the Secretary-General on the lighting of harbours and on its costs. "
ENTRIES = "#e[1.][Election of officers] #e[2.][Lamps:] #e(x: 28pt)[(a)][Oil;] #e(x: 28pt)[(b)][Gas.] #e[3.][Close]"
ITEMS = [(0, "1", "Election of officers"), (0, "2", "Lamps"), (1, "2(a)", "Oil"), (1, "2(b)", "Gas"), (0, "3", "Close")]

#: name -> title of the paper, what stands over the list.
INNER = {
    "resolution, announced": (
        "Congress of Lamplighters",
        "#e[1.][Notes the offer of the city of Porto;] #e[2.][Approves the following provisional agenda for the Tenth "
        "Congress of Lamplighters:]",
    ),
    "resolution, annex": (
        "Conference on harbour lights",
        "1. Decides to hold the Conference in the city of Porto.\n\n#pagebreak()\n\n*Annex*\n\n"
        "*Provisional agenda of the United Nations Conference on Harbour Lights*",
    ),
    "draft decision": (
        "Report of the Committee on Lighthouses on its fourth session",
        "#text(12pt)[*Draft decision II*] \n\n *Dates and provisional agenda of the fifth session of the Committee*",
    ),
    "in French": (
        "Rapport du Comité des phares",
        "*Projet de décision* \n\n *Ordre du jour provisoire de la cinquième session du Comité*",
    ),
    "in Spanish": (
        "Informe del Comité de Faros",
        "2. Aprueba el siguiente programa provisional del quinto período de sesiones del Comité:",
    ),
}


@pytest.mark.parametrize("name", INNER)
def test_the_agenda_of_a_session_to_come(name: str) -> None:
    title, above = INNER[name]
    agenda = read(f"#head[{title}]\n\n{WORDS * 3}\n\n{above}\n\n{ENTRIES}\n\n{WORDS * 2}", masthead=MASTHEAD)
    assert tree(agenda.items) == ITEMS
    assert agenda.document.kind == "other"
    assert agenda.schedule == []


def test_the_papers_of_an_item_of_a_session_to_come() -> None:
    papers = "#e(x: 28pt)[][_Documentation_] \n\n #e(x: 28pt)[][Annotated provisional agenda]"
    entries = f"#e[1.][Election of officers.] #e[2.][Adoption of the agenda.] {papers} #e[3.][Close.]"
    above = "(b) Approves the provisional agenda and documentation for the fifth session, as follows:"
    agenda = read(f"#head[Report of the keepers]\n\n{WORDS * 3}\n\n{above}\n\n{entries}\n\n{WORDS}", masthead=MASTHEAD)
    found = [(item.number, [one.title for one in item.documents]) for item in agenda.items]
    assert found == [("1", []), ("2", ["Annotated provisional agenda"]), ("3", [])]


def test_the_days_that_a_report_recommends() -> None:
    above = "2. The Committee recommended that the fifth session be held in Lisbon from 3 to 7 March 2036."
    heading = "*Provisional agenda of the fifth session of the Committee*"
    agenda = read(f"#head[Report of the keepers]\n\n{above}\n\n{heading}\n\n{ENTRIES}\n\n{WORDS}", masthead=MASTHEAD)
    to_come = agenda.meetings[-1]
    assert (to_come.session.number, to_come.place, [str(one.start) for one in to_come.periods]) == (
        5,
        "Lisbon",
        ["2036-03-03"],
    )


#: name -> what stands over a list that is no agenda of a session to come.
OTHERS = {
    "points": "The Committee agreed on the following points:",
    "agenda of the session that is reported": "At its first meeting the Committee dealt with these matters:",
    "work": "*Programme of work of the Committee*",
}


@pytest.mark.parametrize("name", OTHERS)
def test_another_list_is_no_agenda(name: str) -> None:
    agenda = read(f"#head[Report on lighthouses]\n\n{WORDS * 3}\n\n{OTHERS[name]}\n\n{ENTRIES}\n\n{WORDS * 2}")
    assert agenda.items == []
