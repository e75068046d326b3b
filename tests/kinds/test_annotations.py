"""Annotations of unusual form: small papers, two or more of each."""

from __future__ import annotations

import pytest

from tests.kinds.sheet import read, tree

LIST = "#head[Provisional agenda] #e[1.][Opening] #e[2.][Lamps] #e[3.][Lenses] #e[4.][Other matters] "
HEAD = "#head[Annotations] "
TEXTS = (
    "The Committee will hear the keeper of the western light on the state of the tower.",
    "Members may wish to say how many lamps they have lit since the third session of the Committee.",
    "Lenses of the second order were made in two towns and are sold at the price of glass.",
    "The Committee is expected to adopt its report on the last day of the session.",
)
TITLES = ("Opening", "Lamps", "Lenses", "Other matters")
BADGES = "The secretariat will set up a desk for badges in the hall of the tower on the first morning."
SLOTS = (
    r"#table(columns: (150pt, 50pt, 1fr), stroke: 0.5pt, [Date and time], [Item], [Subject],"
    r" [Monday, 7 June \ 10 a.m.–1 p.m.], [1], [Opening], [3–6 p.m.], [2], [Lamps],"
    r" [Tuesday, 8 June \ 10 a.m.–1 p.m.], [3], [Lenses], [3–6 p.m.], [4], [Other matters]) "
)
ONE_MORE = "Badges were of brass in the year before, and of tin in the year before that."


def each(form: str, *, between: str = "\n\n") -> str:
    """One text for each item, in the given form."""
    rows = enumerate(zip(TITLES, TEXTS, strict=True), 1)
    return between.join(form.format(number=n, title=title, text=text) for n, (title, text) in rows)


PLAIN = each("#at(0pt)[*{number}. {title}*]\n\n{text}")

#: name -> what stands below the list; the texts are those of the items.
FORMS = {
    "run-in title in bold": HEAD + each("#at(0pt)[*{number}. {title}.* {text}]"),
    "run-in title with a dash": HEAD + each("#at(0pt)[Item {number} – {title} – {text}]"),
    "run-in title, underlined": HEAD + each("#at(0pt)[#underline[Item {number}]. #underline[{title}]. {text}]"),
    "titles beside their texts": (
        f"{HEAD}#grid(columns: (110pt, 1fr), column-gutter: 12pt, row-gutter: 12pt, "
        + each("[*{number}. {title}*], [{text}]", between=", ") + ")"
    ),
    "paragraph numbers alone": HEAD + each("#at(0pt)[{number}. {text}]"),
    "paragraph numbers alone, in a column": "#head[Notes on the provisional agenda] " + each("#e[{number}.][{text}]"),
    "text behind the timetable": f"{HEAD}{PLAIN}\n\n#head[Proposed timetable] {SLOTS}\n\n{BADGES}",
    "heading and text behind the timetable": (
        f"{HEAD}{PLAIN}\n\n#head[Proposed timetable] {SLOTS}\n\n*Registration*\n\n{BADGES} {ONE_MORE}"
    ),
    "two columns": (
        f"#pagebreak() {HEAD}#block(height: 110pt, columns(2)["
        + each("*{number}. {title}* \n\n {text}").replace(TEXTS[1], f"{TEXTS[1]}") + " #v(0pt)])"
    ),
    "two columns, numbers set out, below the list": (
        f"{HEAD}#block(height: 100pt, columns(2, gutter: 30pt)["
        + each("#e[*{number}.*][*{title}*] {text}") + " #v(0pt)])"
    ),
    "another part": f"#head[II. Annotations] {PLAIN}\n\n#head[III. Registration]\n\n{BADGES}",
    "label over each text": HEAD + each("#at(0pt)[*{number}. {title}*]\n\n_Annotation_\n\n{text}"),
    "headings over items between the texts": HEAD + PLAIN.replace("#at(0pt)[*3.", "*Pillar 2: Glass*\n\n#at(0pt)[*3."),
}  # fmt: skip


@pytest.mark.parametrize("name", FORMS)
def test_each_item_has_its_text(name: str) -> None:
    agenda = read(LIST + FORMS[name])
    assert tree(agenda.items) == [(0, str(n), title) for n, title in enumerate(TITLES, 1)]
    texts = [" ".join(block.text for block in item.annotation) for item in agenda.items]
    assert [text.removeprefix(f"{n}. ") for n, text in enumerate(texts, 1)] == list(TEXTS)
    assert agenda.document.kind == "annotated_agenda"
    assert not any(block.role == "unassigned" for block in agenda.blocks)


#: name -> headings of the first item, of the second and third together, and of the fourth.
TOGETHER = {
    "to": ("Item 1: Opening", "Item 2 to 3", "Item 4"),
    "Items": ("Item 1", "Items 2 and 3", "Item 4"),
    "Items, with titles": ("Item 1: Opening", "Items 2 and 3: Lamps and lenses", "Item 4: Other matters"),
}


@pytest.mark.parametrize("weight", ["", "*"], ids=["plain", "bold"])
@pytest.mark.parametrize("name", TOGETHER)
def test_one_heading_for_several_items(name: str, weight: str) -> None:
    parts = zip(TOGETHER[name], (TEXTS[0], TEXTS[1], TEXTS[3]), strict=True)
    body = "\n\n".join(f"#at(0pt)[{weight}{heading}{weight}]\n\n{text}" for heading, text in parts)
    items = read(LIST + HEAD + body).items
    texts = [" ".join(block.text for block in item.annotation) for item in items]
    assert texts == [TEXTS[0], TEXTS[1], "", TEXTS[3]]


def test_a_footnote_does_not_cut_the_list() -> None:
    entries = LIST.replace("[Lamps]", "[Lamps#footnote[The lamps are those of the paper of 1999, see A/54/100.]]")
    for space in (0, 380):
        agenda = read(entries.replace("#e[1.]", f"#v({space}pt) #e[1.]") + f"#pagebreak() {HEAD}{PLAIN}")
        assert tree(agenda.items) == [(0, str(n), title) for n, title in enumerate(TITLES, 1)]
        assert [note.text[:9] for note in agenda.footnotes] == ["The lamps"]
        assert [" ".join(block.text for block in item.annotation) for item in agenda.items] == list(TEXTS)


RUSSIAN = (
    "Сессия будет открыта Председателем в зале старого маяка в понедельник утром.",
    "Комитет рассмотрит доклад о маяках на островах и об их смотрителях.",
    "Ожидается, что Комитет утвердит доклад о работе своей сессии.",
)
#: name -> the form of a text below the list.
IN_RUSSIAN = {
    "paragraph numbers alone": "#at(0pt)[{number}. {text}]",
    "run-in title": "#at(0pt)[*Пункт {number}. {title}.* {text}]",
}


@pytest.mark.parametrize("name", IN_RUSSIAN)
def test_annotations_in_russian(name: str) -> None:
    titles = ("Открытие сессии", "Маяки", "Прочие вопросы")
    rows = list(enumerate(zip(titles, RUSSIAN, strict=True), 1))
    entries = " ".join(f"#e[{number}.][{title}]" for number, (title, _) in rows)
    texts = "\n\n".join(IN_RUSSIAN[name].format(number=n, title=title, text=text) for n, (title, text) in rows)
    items = read(f"#head[Предварительная повестка дня] {entries} #head[Аннотации] {texts}").items
    assert tree(items) == [(0, str(number), title) for number, (title, _) in rows]
    assert [[block.text for block in item.annotation] for item in items] == [[text] for text in RUSSIAN]
