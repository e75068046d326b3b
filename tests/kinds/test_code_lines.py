"""Lines of codes and of purposes with the items of a list: papers of the item, never words of its title."""

from __future__ import annotations

import pytest

from tests.kinds.sheet import MASTHEAD, read, tree

AGENCY = r"#align(center)[*World Lamp Organization* \ *EXECUTIVE BOARD* \ 164th session \ Geneva, 7–11 June 2032]" "\n"
ITEMS = ("Opening", "Lamps", "Lenses", "Other matters")
LONG = (
    "Lamps of the western coast and of its islands, with their keepers, their oil and their boats, in the winter months"
)

#: Symbols of the second and third item, as they come out.
TWO, THREE = ["EB164/8"], ["EB164/9", "EB164/9 Corr.1"]


def below(second: str, third: str, *, head: str = "Provisional agenda", x: int = 28, items=ITEMS) -> str:
    """A list with a line below its second and third entries."""
    lines = {2: f"#at({x}pt)[{second}]", 3: f"#at({x}pt)[{third}]"}
    return f"#head[{head}] " + " ".join(f"#e[{n}.][{title}] {lines.get(n, '')}" for n, title in enumerate(items, 1))


def right(*codes: str, titles=ITEMS) -> str:
    """A list with a text flush right on the line of each entry."""
    rows = zip(titles, codes, strict=True)
    return "#head[Provisional agenda] " + " ".join(
        f"#at(0pt)[#grid(columns: (28pt, 1fr, auto), column-gutter: 12pt, [{n}.], [{title}], [{code}])]"
        for n, (title, code) in enumerate(rows, 1)
    )


#: name -> body, titles, documents as (symbols, item).
CODES = {
    "purpose below": (below("For decision", "For information"), ITEMS, []),
    "purpose below, in italics": (below("_For discussion and guidance_", "_For approval_", x=0), ITEMS, []),
    "purpose with codes": (
        below("For decision (E/ICEF/2032/5)", "For information (E/ICEF/2032/6 and Add.1)"), ITEMS,
        [(["E/ICEF/2032/5"], "2"), (["E/ICEF/2032/6", "E/ICEF/2032/6/Add.1"], "3")],
    ),
    "documents": (
        below("Document EB164/8", "Documents EB164/9 and EB164/9 Corr.1"), ITEMS, [(TWO, "2"), (THREE, "3")],
    ),
    "documents in bold": (below("*Document EB164/8*", "*Document EB164/10*", x=0), ITEMS,
                          [(TWO, "2"), (["EB164/10"], "3")]),
    "documents in italics at the left": (below("_Document EB164/8_", "_Documents EB164/10 and EB164/11_", x=-10), ITEMS,
                                         [(TWO, "2"), (["EB164/10"], "3"), (["EB164/11"], "3")]),
    "in brackets": (below("(Document EB164/8)", "(Documents EB164/10 and EB164/11)"), ITEMS,
                    [(TWO, "2"), (["EB164/10"], "3"), (["EB164/11"], "3")]),
    "behind a dash": (
        below("– WFP/EB.1/2028/4-A", "– WFP/EB.1/2028/8-A/Rev.2 (for information)"), ITEMS,
        [(["WFP/EB.1/2028/4-A"], "2"), (["WFP/EB.1/2028/8-A/Rev.2"], "3")],
    ),
    "joint": (
        below("GC(71)/2", "GOV/2032/4-GC(71)/3"), ITEMS, [(["GC(71)/2"], "2"), (["GOV/2032/4", "GC(71)/3"], "3")],
    ),
    "French": (
        below("Pour décision", "Documents EB164/9 et EB164/9 Corr.1", head="Ordre du jour provisoire",
              items=("Ouverture", "Phares", "Lentilles", "Divers")),
        ("Ouverture", "Phares", "Lentilles", "Divers"), [(THREE, "3")],
    ),
    "Spanish": (
        below("Documento EB164/8", "Para información", head="Orden del día provisional",
              items=("Apertura", "Faros", "Lentes", "Otros asuntos")),
        ("Apertura", "Faros", "Lentes", "Otros asuntos"), [(TWO, "2")],
    ),
    "at the right": (
        right("TRADE/WP.7/R.230", "TRADE/WP.7/R.231", "TRADE/WP.7/R.232 and Add.1", ""), ITEMS,
        [(["TRADE/WP.7/R.230"], "1"), (["TRADE/WP.7/R.231"], "2"),
         (["TRADE/WP.7/R.232", "TRADE/WP.7/R.232/Add.1"], "3")],
    ),
    "at the right of a title of two lines": (
        right("", r"TRADE/WP.7/R.231 \ TRADE/WP.7/R.233", "", "", titles=("Opening", LONG, "Lenses", "Other matters")),
        ("Opening", LONG, "Lenses", "Other matters"), [(["TRADE/WP.7/R.231"], "2"), (["TRADE/WP.7/R.233"], "2")],
    ),
    "at the right, of UNESCO": (
        right("228 EX/1 Prov.", "228 EX/4.I.A", "228 EX/5.I and Add.1", ""), ITEMS,
        [(["228 EX/1 Prov."], "1"), (["228 EX/4.I.A"], "2"), (["228 EX/5.I", "228 EX/5.I Add.1"], "3")],
    ),
    "purpose at the right": (right("For decision", "For information", "For decision", ""), ITEMS, []),
}  # fmt: skip


@pytest.mark.parametrize("masthead", [MASTHEAD, AGENCY], ids=["United Nations", "agency"])
@pytest.mark.parametrize("name", CODES)
def test_codes_are_papers_of_their_item(name: str, masthead: str) -> None:
    body, titles, documents = CODES[name]
    agenda = read(body, masthead=masthead)
    assert tree(agenda.items) == [(0, str(n), title) for n, title in enumerate(titles, 1)]
    assert [(one.symbols, one.item) for one in agenda.documents] == documents
    assert not any(item.cluster for item in agenda.items)


#: name -> lines over the first and the third item, whether the numbers restart.
SEGMENTS = {
    "bold": ("*Pillar 1: One billion lamps*", "*Pillar 2: One billion lenses*", False),
    "plain": ("Pillar 1: One billion lamps", "Pillar 2: One billion lenses", False),
    "plain, numbers restart": ("Segment I. Technical matters", "Segment II. Ministers", True),
    "bold, numbers restart": ("*Part one. Technical matters*", "*Part two. Ministers*", True),
}


@pytest.mark.parametrize("name", SEGMENTS)
def test_pillars_and_segments_are_clusters(name: str) -> None:
    first, second, restart = SEGMENTS[name]
    numbers = ("1", "2") if restart else ("3", "4")
    agenda = read(
        f"#head[Provisional agenda] #at(0pt)[{first}] #e[1.][Opening] #e[2.][Lamps] #at(28pt)[Document EB164/8]"
        f" #at(0pt)[{second}] #e[{numbers[0]}.][Lenses] #e[{numbers[1]}.][Other matters]",
        masthead=AGENCY,
    )
    assert tree(agenda.items) == [(0, number, title) for number, title in zip(("1", "2", *numbers), ITEMS, strict=True)]
    clusters = [title.strip("*") for title in (first, second)]
    assert [item.cluster for item in agenda.items] == [clusters[0]] * 2 + [clusters[1]] * 2
    assert [(one.symbols, one.item) for one in agenda.documents] == [(TWO, "2")]


#: name -> the list below its heading, its items.
LEVELS = {
    "dashes": (
        "#e[1.][Opening] #e[2.][Lamps] #e(x: 28pt, step: 14pt)[–][Oil] #e(x: 28pt, step: 14pt)[–][Gas] #e[3.][Lenses]",
        [(0, "1", "Opening"), (0, "2", "Lamps"), (1, None, "Oil"), (1, None, "Gas"), (0, "3", "Lenses")],
    ),
    "bullets below a letter": (
        "#e[1.][Opening] #e[2.][Lamps] #e(x: 28pt)[(a)][Oil] #e(x: 56pt, step: 14pt)[•][Whale] #e(x: 28pt)[(b)][Gas]"
        " #e[3.][Lenses]",
        [(0, "1", "Opening"), (0, "2", "Lamps"), (1, "2(a)", "Oil"), (2, None, "Whale"), (1, "2(b)", "Gas"),
         (0, "3", "Lenses")],
    ),
    "third level plain below bold": (
        "#e[*1.*][*Opening*] #e[*2.*][*Lamps*] #e(x: 28pt)[*2.1*][*Oil*] #e(x: 56pt)[2.1.1][Whale]"
        " #e(x: 56pt)[2.1.2][Colza] #e(x: 28pt)[*2.2*][*Gas*] #e[*3.*][*Lenses*]",
        [(0, "1", "Opening"), (0, "2", "Lamps"), (1, "2.1", "Oil"), (2, "2.1.1", "Whale"), (2, "2.1.2", "Colza"),
         (1, "2.2", "Gas"), (0, "3", "Lenses")],
    ),
    "third level of numerals, plain": (
        "#e[*1.*][*Opening*] #e[*2.*][*Lamps*] #e(x: 28pt)[*(a)*][*Oil*] #e(x: 56pt)[(i)][Whale]"
        " #e(x: 56pt)[(ii)][Colza] #e(x: 28pt)[*(b)*][*Gas*] #e[*3.*][*Lenses*]",
        [(0, "1", "Opening"), (0, "2", "Lamps"), (1, "2(a)", "Oil"), (2, "2(a)(i)", "Whale"),
         (2, "2(a)(ii)", "Colza"), (1, "2(b)", "Gas"), (0, "3", "Lenses")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LEVELS)
def test_levels_below_the_items(name: str) -> None:
    body, items = LEVELS[name]
    assert tree(read("#head[Provisional agenda] " + body).items) == items
