"""Papers whose titles run on into their text, typeset and read as a whole: bold titles, and underlined
ones."""

from __future__ import annotations

import typst

from extractor import extract
from extractor.model import Agenda, Item

BOLD = r"""
#set page(width: 210mm, height: 297mm, margin: 25mm)
#set text(size: 10pt)
#set par(justify: true)
#grid(columns: (1fr, 1fr), [United Nations], align(right)[*A/AC.99/2031/1*])
Distr.: General \ 3 March 2031 \ Original: English
#v(8pt)
#text(14pt)[*Committee on Lighthouses*] \
*Fourth session* \
Geneva, 2–6 June 2031

#text(14pt)[*Annotated provisional agenda*]

#text(12pt)[*Provisional agenda*]

#enum(tight: false, [Opening of the session.], [Adoption of the agenda.], [Review of the implementation of the
Convention on the Lighting of Harbours and the Marking of Wrecks in Coastal Waters, including its Protocols.],
[Other matters.])

#text(12pt)[*Annotations*]

*1. Opening of the session.* The session will be opened on Monday, 2 June 2031, at 10 a.m. by the Chair of the
Committee, who will make a statement.

*2. Adoption of the agenda.* The Committee will have before it the provisional agenda (A/AC.99/2031/1) and may
wish to adopt it. It may also wish to agree on the organization of its work, as set out in the note by the
secretariat.

*3. Review of the implementation of the Convention on the Lighting of Harbours and the Marking of Wrecks in
Coastal Waters, including its Protocols.* The Committee will consider the report of the Secretary-General on
the lighting of harbours. It will hear the views of States.

The Committee may wish to take note of the report.

_Documentation_

Report of the Secretary-General on the lighting of harbours (A/AC.99/2031/2)

*4. Other matters.* No documentation is foreseen.
"""

UNDERLINED = r"""
#set page(width: 216mm, height: 279mm, margin: 22mm)
#set text(size: 11pt, font: "New Computer Modern")
#align(right)[E/CN.99/2032/1]
Distr.: General \ 4 January 2032 \ Original: English
#v(6pt)
*Commission on Canals* \
Tenth session \
Vienna, 5–7 April 2032

*Provisional agenda and annotations*

= Provisional agenda
#set par(hanging-indent: 18pt)
1. Election of officers.

2. Organizational matters:

#h(18pt);(a) Adoption of the agenda;

#h(18pt);(b) Programme of work.

3. Tolls and dues on inland waterways.

4. Provisional agenda for the eleventh session.

= Annotations
#set par(hanging-indent: 0pt)
#underline[Item 1. Election of officers] – The Commission will elect a Chair and three Vice-Chairs in
accordance with rule 15 of its rules of procedure.

Item 2. #underline[Organizational matters]

_(a) Adoption of the agenda._ The provisional agenda was approved by the Commission at its ninth session. It
is contained in document E/CN.99/2032/1.

_(b) Programme of work._ The Commission may wish to work in two working groups. No documentation is foreseen
for this sub-item.

#underline[Item 3. Tolls and dues.] The Commission will have before it the report of the Executive Secretary
on tolls and dues (E/CN.99/2032/2). It may wish to adopt a resolution on them.

#underline[Item 4. Provisional agenda for the eleventh session.] No documentation is foreseen.
"""


def read(source: str) -> Agenda:
    return extract(bytes(typst.compile(source.encode(), ignore_system_fonts=True)))


def rows(items: list[Item]) -> list[tuple[str | None, list[str], bool, list[list[str]]]]:
    """Number, the first words of each text, whether no document is foreseen, documents; of all items."""
    found = []
    for item in items:
        words = [" ".join(block.text.split()[:4]) for block in item.annotation]
        symbols = [document.symbols for document in item.documents]
        found += [(item.number, words, item.no_documentation, symbols), *rows(item.items)]
    return found


def test_bold_titles_of_one_line_and_of_two():
    agenda = read(BOLD)
    assert agenda.document.kind == "annotated_agenda"
    assert rows(agenda.items) == [
        ("1", ["The session will be"], False, []),
        ("2", ["The Committee will have"], False, []),
        ("3", ["The Committee will consider", "The Committee may wish"], False, [["A/AC.99/2031/2"]]),
        ("4", ["No documentation is foreseen."], True, []),
    ]
    assert [one.code for one in agenda.diagnostics if one.severity != "info"] == []


def test_underlined_titles_and_lettered_ones_in_italics():
    agenda = read(UNDERLINED)
    assert agenda.document.kind == "annotated_agenda"
    assert rows(agenda.items) == [
        ("1", ["The Commission will elect"], False, []),
        ("2", [], False, []),
        ("2(a)", ["The provisional agenda was"], False, []),
        ("2(b)", ["The Commission may wish"], True, []),
        ("3", ["The Commission will have"], False, []),
        ("4", ["No documentation is foreseen."], True, []),
    ]
    assert [(reference.text, reference.item) for reference in agenda.references] == [
        ("E/CN.99/2032/1", None),
        ("E/CN.99/2032/1", "2(a)"),
        ("E/CN.99/2032/2", "3"),
    ]
