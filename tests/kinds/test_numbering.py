"""How lists are numbered: small papers, two or more of each way."""

from __future__ import annotations

import pytest

from extractor.structure.agenda.list import agenda_list
from tests.kinds.sheet import read, tree
from tests.structure.parts import blocks
from tests.structure.parts import tree as nodes_of

UNION = r"""
#align(center)[*Society of Lamp Trimmers* \ Twelfth Meeting of Wardens \ Lisbon, 4–6 October 2033]
"""

#: name -> text of the paper, its items.
NUMBERED = {
    "bis": (
        r"#head[Provisional agenda] #e[1.][Opening] #e[2.][Lamps] #e[2 bis.][Lenses] #e[2 ter.][Wicks] #e[3.][Close]",
        [(0, "1", "Opening"), (0, "2", "Lamps"), (0, "2bis", "Lenses"), (0, "2ter", "Wicks"), (0, "3", "Close")],
    ),
    "bis in the text of the entry, with sub-items": (
        r"#head[Draft agenda] 1. Opening of the session" "\n\n" r"1bis. Tribute to the late keeper" "\n\n"
        r"2. Review of lamps:" "\n\n" r"#at(28pt)[(a) Oil;]" "\n\n" r"#at(28pt)[(b) Gas.]" "\n\n" r"3. Other matters",
        [
            (0, "1", "Opening of the session"), (0, "1bis", "Tribute to the late keeper"), (0, "2", "Review of lamps"),
            (1, "2(a)", "Oil"), (1, "2(b)", "Gas"), (0, "3", "Other matters"),
        ],
    ),
    "Roman numerals around numbers": (
        r"#head[Provisional agenda] #e[I.][Opening] #e[II.][Lamps] #at(28pt)[1. Oil lamps]" "\n\n"
        r"#at(28pt)[2. Gas lamps]" "\n\n" r"#e[III.][Close]",
        [
            (0, "I", "Opening"), (0, "II", "Lamps"), (1, "II.1", "Oil lamps"), (1, "II.2", "Gas lamps"),
            (0, "III", "Close"),
        ],
    ),
    "an ordinal sign": (
        r"#head[Provisional agenda] #e[1º][Opening] #e[2º][Lamps] #e[3º][Other matters]",
        [(0, "1", "Opening"), (0, "2", "Lamps"), (0, "3", "Other matters")],
    ),
    "a colon": (
        r"#head[Provisional agenda] #e[1:][Opening] #e[2:][Lamps] #e[3:][Other matters]",
        [(0, "1", "Opening"), (0, "2", "Lamps"), (0, "3", "Other matters")],
    ),
    "square brackets": (
        r"#head[Provisional agenda] #e[\[1\]][Opening] #e[\[2\]][Lamps] #e[\[3\]][Other matters]",
        [(0, "1", "Opening"), (0, "2", "Lamps"), (0, "3", "Other matters")],
    ),
    "capital behind the number and a hyphen": (
        r"#head[Provisional agenda] #e[1.][Opening] #e[2.][Lamps] #e[2-A.][Lenses] #e[3.][Other matters]",
        [(0, "1", "Opening"), (0, "2", "Lamps"), (0, "2A", "Lenses"), (0, "3", "Other matters")],
    ),
    "bis behind the letter of a sub-item": (
        r"#head[Provisional agenda] #e[1.][Lamps:] #e(x: 28pt)[(a)][Oil;] #e(x: 28pt, step: 40pt)[(a bis)][Gas;]"
        r"#e(x: 28pt)[(b)][Wicks.] #e[2.][Other matters]",
        [(0, "1", "Lamps"), (1, "1(a)", "Oil"), (1, "1(abis)", "Gas"), (1, "1(b)", "Wicks"), (0, "2", "Other matters")],
    ),
    "a dash apart from the number": (
        r"#head[Provisional agenda] #e[1 –][Opening] #e[2 –][Lamps] #e[3 –][Other matters]",
        [(0, "1", "Opening"), (0, "2", "Lamps"), (0, "3", "Other matters")],
    ),
    "Roman numerals with brackets": (
        r"#head[Provisional agenda] #e[I)][Opening] #e[II)][Lamps] #e[III)][Lenses] #e[IV)][Other matters]",
        [(0, "I", "Opening"), (0, "II", "Lamps"), (0, "III", "Lenses"), (0, "IV", "Other matters")],
    ),
    "capital behind the number": (
        r"#head[Provisional agenda] #e[1.][Opening] #e[1A.][Lamps] #e[1B.][Lenses] #e[2.][Other matters]",
        [(0, "1", "Opening"), (0, "1A", "Lamps"), (0, "1B", "Lenses"), (0, "2", "Other matters")],
    ),
    "capital behind the number, without a stop": (
        r"#head[Agenda] #e[1][Opening] #e[2][Lamps] #e[2A][Lenses] #e[3][Other matters]",
        [(0, "1", "Opening"), (0, "2", "Lamps"), (0, "2A", "Lenses"), (0, "3", "Other matters")],
    ),
    "Roman numerals": (
        r"#head[Provisional agenda] #e[I.][Opening] #e[II.][Lamps:] #e(x: 28pt)[(a)][Oil;] #e(x: 28pt)[(b)][Gas.]"
        r"#e[III.][Lenses] #e[IV.][Other matters]",
        [
            (0, "I", "Opening"), (0, "II", "Lamps"), (1, "II(a)", "Oil"), (1, "II(b)", "Gas"), (0, "III", "Lenses"),
            (0, "IV", "Other matters"),
        ],
    ),
    "Roman numerals with annotations": (
        r"#head[Provisional agenda] #e[I.][Opening] #e[II.][Lamps] #e[III.][Close of the session]"
        r"#head[Annotations] *I. Opening*" "\n\n" r"The Chair will open the session." "\n\n" r"*II. Lamps*" "\n\n"
        r"The Committee will have before it a report on lamps." "\n\n" r"*III. Close of the session*" "\n\n"
        r"The Committee is expected to close its session on Friday.",
        [(0, "I", "Opening"), (0, "II", "Lamps"), (0, "III", "Close of the session")],
    ),
    "capital letters": (
        r"#head[Draft agenda] #e[A.][Opening] #e[B.][Lamps] #e[C.][Lenses] #e[D.][Wicks]",
        [(0, "A", "Opening"), (0, "B", "Lamps"), (0, "C", "Lenses"), (0, "D", "Wicks")],
    ),
    "capital letters up to I": (
        r"#head[Agenda] #e[A.][Opening] #e[B.][Lamps] #e[C.][Lenses] #e[D.][Wicks] #e[E.][Oil] #e[F.][Gas]"
        r"#e[G.][Ropes] #e[H.][Boats] #e[I.][Other matters]",
        [
            (0, number, title)
            for number, title in zip(
                "ABCDEFGHI",
                ["Opening", "Lamps", "Lenses", "Wicks", "Oil", "Gas", "Ropes", "Boats", "Other matters"],
                strict=True,
            )
        ],
    ),
    "zeros before the numbers": (
        r"#head[Provisional agenda] #e[01.][Opening] #e[02.][Lamps] #e[03.][Other matters]",
        [(0, "1", "Opening"), (0, "2", "Lamps"), (0, "3", "Other matters")],
    ),
    "zeros before the numbers, within the text": (
        "#head[Agenda] 01. Opening of the meeting\n\n02. Lamps and lenses\n\n03. Other matters",
        [(0, "1", "Opening of the meeting"), (0, "2", "Lamps and lenses"), (0, "3", "Other matters")],
    ),
    "zeros before the numbers, without a stop": (
        r"#head[Provisional agenda] #e[01][Opening] #e[02][Lamps] #e[03][Other matters]",
        [(0, "1", "Opening"), (0, "2", "Lamps"), (0, "3", "Other matters")],
    ),
    "zeros before the first nine numbers, with sub-items": (
        r"#head[Draft agenda] #e[01][Opening] #e[02][Lamps:] #e(x: 28pt)[(a)][Oil;] #e(x: 28pt)[(b)][Gas.]"
        r"#e[03][Lenses] #e[04][Wicks] #e[05][Ropes] #e[06][Boats] #e[07][Bells] #e[08][Fog] #e[09][Ice]"
        r"#e[10][Stores] #e[11][Other matters]",
        [
            (0, "1", "Opening"), (0, "2", "Lamps"), (1, "2(a)", "Oil"), (1, "2(b)", "Gas"), (0, "3", "Lenses"),
            (0, "4", "Wicks"), (0, "5", "Ropes"), (0, "6", "Boats"), (0, "7", "Bells"), (0, "8", "Fog"),
            (0, "9", "Ice"), (0, "10", "Stores"), (0, "11", "Other matters"),
        ],
    ),
    "zeros before the numbers, without a stop within the text": (
        "#head[Agenda] 01 Opening of the meeting\n\n02 Lamps and lenses\n\n03 Other matters",
        [(0, "1", "Opening of the meeting"), (0, "2", "Lamps and lenses"), (0, "3", "Other matters")],
    ),
    "a slash behind the number": (
        r"#head[Provisional agenda] #e[1/][Opening] #e[2/][Lamps] #e[3/][Other matters]",
        [(0, "1", "Opening"), (0, "2", "Lamps"), (0, "3", "Other matters")],
    ),
    "a slash behind the number, within the text": (
        "#head[Agenda] 1/ Opening of the meeting\n\n2/ Lamps and lenses\n\n3/ Other matters",
        [(0, "1", "Opening of the meeting"), (0, "2", "Lamps and lenses"), (0, "3", "Other matters")],
    ),
    "dash behind the number": (
        r"#head[Provisional agenda] #e[1.-][Opening] #e[2.-][Lamps] #e[3.-][Other matters]",
        [(0, "1", "Opening"), (0, "2", "Lamps"), (0, "3", "Other matters")],
    ),
    "dash behind the number, without space": (
        r"#head[Temario provisional] 1.-Apertura de la reunión" "\n\n2.-Faros y boyas\n\n3.-Otros asuntos",
        [(0, "1", "Apertura de la reunión"), (0, "2", "Faros y boyas"), (0, "3", "Otros asuntos")],
    ),
    "small letters and figures with stops": (
        r"#head[Provisional agenda] #e[1.][Opening] #e(x: 28pt)[a.][Lamps] #e(x: 56pt)[i.][Oil] #e(x: 56pt)[ii.][Gas]"
        r"#e(x: 28pt)[b.][Lenses] #e[2.][Other matters]",
        [
            (0, "1", "Opening"), (1, "1(a)", "Lamps"), (2, "1(a)(i)", "Oil"), (2, "1(a)(ii)", "Gas"),
            (1, "1(b)", "Lenses"), (0, "2", "Other matters"),
        ],
    ),
    "small letters with one bracket": (
        r"#head[Agenda] #e[1.][Opening] #e(x: 20pt)[a)][Lamps] #e(x: 20pt)[b)][Lenses] #e(x: 20pt)[c)][Wicks]"
        r"#e[2.][Other matters]",
        [
            (0, "1", "Opening"), (1, "1(a)", "Lamps"), (1, "1(b)", "Lenses"), (1, "1(c)", "Wicks"),
            (0, "2", "Other matters"),
        ],
    ),
    "four levels": (
        r"#head[Provisional agenda] #e[1.][Opening] #e(x: 28pt)[(a)][Lamps] #e(x: 56pt)[(i)][Oil]"
        r"#e(x: 84pt)[a.][Whale]#e(x: 84pt)[b.][Colza] #e(x: 56pt)[(ii)][Gas] "
        r"#e(x: 28pt)[(b)][Lenses] #e[2.][Other matters]",
        [
            (0, "1", "Opening"), (1, "1(a)", "Lamps"), (2, "1(a)(i)", "Oil"), (3, "1(a)(i)(a)", "Whale"),
            (3, "1(a)(i)(b)", "Colza"), (2, "1(a)(ii)", "Gas"), (1, "1(b)", "Lenses"), (0, "2", "Other matters"),
        ],
    ),
    "four levels, double letters": (
        r"#head[Draft agenda] #e[1.][Opening] #e[2.][Work:] #e(x: 28pt)[(a)][Lamps:] #e(x: 56pt)[(i)][Oil:]"
        r"#e(x: 84pt)[(aa)][Whale] #e(x: 84pt)[(bb)][Colza] #e(x: 56pt)[(ii)][Gas] #e[3.][Other matters]",
        [
            (0, "1", "Opening"), (0, "2", "Work"), (1, "2(a)", "Lamps"), (2, "2(a)(i)", "Oil"),
            (3, "2(a)(i)(aa)", "Whale"), (3, "2(a)(i)(bb)", "Colza"), (2, "2(a)(ii)", "Gas"), (0, "3", "Other matters"),
        ],
    ),
}  # fmt: skip

#: The same, in papers without the masthead of the United Nations.
UNIONS = {
    "agenda item and colon": (
        r"#align(center)[*Provisional Agenda*] #e(step: 90pt)[Agenda Item 1:][Trimming of wicks]"
        r"#e(step: 90pt)[Agenda Item 2:][Lamp oil] #e(x: 60pt, step: 60pt)[a)][Whale]"
        r"#e(x: 60pt, step: 60pt)[b)][Colza]#e(step: 90pt)[Agenda Item 3:][Other business]",
        [
            (0, "1", "Trimming of wicks"), (0, "2", "Lamp oil"), (1, "2(a)", "Whale"), (1, "2(b)", "Colza"),
            (0, "3", "Other business"),
        ],
    ),
    "item and stop": (
        r"#text(13pt)[*Draft agenda*]" "\n\n" r"Item 1. Opening by the Warden" "\n\nItem 2. Lamps of the west coast\n\n"
        "Item 3. Any other business",
        [(0, "1", "Opening by the Warden"), (0, "2", "Lamps of the west coast"), (0, "3", "Any other business")],
    ),
}  # fmt: skip


#: Lists in full-width characters, as blocks.
WIDE = {
    "brackets": (
        ["# 临时议程", "1.|组织事项：", ">（a）|会议开幕；", ">（b）|通过议程。", "2.|灯塔。"],
        [(0, "1", "组织事项"), (1, "1(a)", "会议开幕"), (1, "1(b)", "通过议程"), (0, "2", "灯塔")],
    ),
    "digits and letters": (
        ["# 临时议程", "１．|会议开幕。", "２．|灯塔和浮标：", ">（ａ）|灯油；", ">（ｂ）|灯芯。", "３．|其他事项。"],
        [(0, "1", "会议开幕"), (0, "2", "灯塔和浮标"), (1, "2(a)", "灯油"), (1, "2(b)", "灯芯"), (0, "3", "其他事项")],
    ),
}


@pytest.mark.parametrize("name", WIDE)
def test_a_list_in_full_width_characters(name: str) -> None:
    entries, items = WIDE[name]
    found = agenda_list(blocks(*entries), True)
    assert found is not None
    assert nodes_of(found.items) == items


@pytest.mark.parametrize("name", NUMBERED)
def test_a_list_of_any_numbering(name: str) -> None:
    body, items = NUMBERED[name]
    agenda = read(body)
    assert tree(agenda.items) == items
    assert agenda.document.kind in ("agenda", "annotated_agenda")
    assert all(item.cluster is None for item in agenda.items)


@pytest.mark.parametrize("name", UNIONS)
def test_a_list_of_numbered_words(name: str) -> None:
    body, items = UNIONS[name]
    agenda = read(body, masthead=UNION)
    assert tree(agenda.items) == items
    assert (agenda.document.kind, agenda.document.agenda_item) == ("agenda", None)
