"""Item numbers in timetable cells, titles and deadlines (format catalogue 4.2)."""

from __future__ import annotations

import pytest

from extractor.structure.timetable.item_numbers import leading_items, mentioned_items, read_items, trailing_items
from extractor.structure.timetable.phrases import take_continued

CELLS = {
    "1 (a)": "1(a)",
    "1(a)": "1(a)",
    "2a": "2(a)",
    "Item 2.b": "2(b)",
    "(b)": "7(b)",
    "Item 12": "12",
    "Items 3 and 4": "3 4",
    "1–4": "1 2 3 4",
    "3, 4 and 6": "3 4 6",
    "2 (a)–(c)": "2(a) 2(b) 2(c)",
    "2 (a), (b) and (d); 5": "2(a) 2(b) 2(d) 5",
    "1 (a) (i)": "1(a)(i)",
    "Item 2 (b) (i) and (ii)": "2(b)(i) 2(b)(ii)",
    "2 (b) (i)–(iii)": "2(b)(i) 2(b)(ii) 2(b)(iii)",
    "2 (b) (i) and (c)": "2(b)(i) 2(c)",
    "4.1–4.3": "4.1 4.2 4.3",
    "Item 3 and sub items (a)–(c), items 4, 5 & 6": "3 3(a) 3(b) 3(c) 4 5 6",
    "Points 3 et 4": "3 4",
    "Temas 2 a) y b)": "2(a) 2(b)",
    "Пункты 3 и 4": "3 4",
    "项目 3": "3",
    "البند 2 (أ)": "2(a)",
}


@pytest.mark.parametrize(("text", "items"), CELLS.items())
def test_cells_of_item_numbers(text: str, items: str):
    assert read_items(text, "7") == items.split()


@pytest.mark.parametrize("text", ["10 a.m.", "General debate", "24 June", "3 p.m. and 5", "", "Item"])
def test_cells_of_something_else(text: str):
    assert read_items(text) is None


def test_items_named_in_a_sentence():
    assert mentioned_items("under item 21 and sub-items (a) and (b) and item 23") == ["21", "21(a)", "21(b)", "23"]
    assert mentioned_items("under sub-items (d) to (f) of item 18 and item 60") == ["18(d)", "18(e)", "18(f)", "60"]
    assert mentioned_items("deadline for everything else") == []


def test_items_at_the_head_and_at_the_end():
    head = leading_items("Items 3 and 4. Reports")
    assert head is not None
    assert (head.items, head.rest) == (("3", "4"), "Reports")
    assert leading_items("137 delegations") is None
    assert leading_items("10.30 a.m.") is None
    assert trailing_items("Crimes at sea [81]") == (["81"], "Crimes at sea")
    assert trailing_items("Reports (agenda item 2 (d))") == (["2(d)"], "Reports")
    assert trailing_items("Third Decade (2018–2027)") is None


@pytest.mark.parametrize(
    "mark",
    [
        "(continued)",
        "(concluded)",
        "(cont’d)",
        "(cont'd)",
        "cont’d",
        "(suite)",
        "(continuación)",
        "(продолжение)",
        "(续)",
        "(تابع)",
    ],
)
def test_marks_of_continuation_leave_the_title(mark: str):
    assert take_continued(f"General debate {mark}") == ("General debate", True)


def test_other_brackets_stay():
    assert take_continued("Decade (2018–2027)") == ("Decade (2018–2027)", False)


def test_letters_with_one_bracket_only():
    for text in ("1 a) Ouverture de la session", "1 а). Ouverture de la session", "1a) Ouverture de la session"):
        lead = leading_items(text)
        assert lead is not None
        assert (lead.items, lead.rest) == (("1(a)",), "Ouverture de la session")
    lead = leading_items("2 a), b) y d) Faros")
    assert lead is not None
    assert (lead.items, lead.rest) == (("2(a)", "2(b)", "2(d)"), "Faros")
    assert trailing_items("Apertura [tema 1 a)]") == (["1(a)"], "Apertura")
    assert trailing_items("Phares (points 3 a) et b))") == (["3(a)", "3(b)"], "Phares")
    assert trailing_items("Lighthouses (item 3 (a) (i))") == (["3(a)(i)"], "Lighthouses")


def test_item_in_brackets_may_say_which_agenda_it_is_on():
    assert trailing_items("Opening (item 1 of the provisional agenda)") == (["1"], "Opening")
    assert trailing_items("Ouverture (point 1 a) de l’ordre du jour provisoire)") == (["1(a)"], "Ouverture")
    assert trailing_items("Opening (of the provisional agenda)") is None
