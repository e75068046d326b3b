"""Labels of sub-items in Arabic and Chinese papers."""

from __future__ import annotations

import pytest

from extractor.grammar.numbering import read_label


@pytest.mark.parametrize(
    ("text", "form", "value"),
    [
        ("أ- الأنشطة المواضيعية", "letter", "a"),
        ("ب -  رصد التقدم", "letter", "b"),
        ("(هـ) مسائل أخرى", "letter", "e"),
        ("(一) 技术准则", "roman", "i"),
        ("（二）国家报告", "roman", "ii"),
        ("项目 3：组织事项", "arabic", "3"),
        ("项目3：组织事项", "arabic", "3"),
        ("No. 3 Pension fund", "arabic", "3"),
        ("البند ٣: مسائل أخرى", "arabic", "3"),
        ("البند 2 (أ) من جدول الأعمال", "arabic", "2"),
        ("(٤) مسائل أخرى", "arabic", "4"),
        ("‘2’ الموانئ الكبيرة", "arabic", "2"),
        ("هـ- مسائل أخرى", "letter", "e"),
        ("باء - الشروح", "capital", "B"),
        ("ثانياً- الشروح", "roman", "II"),
        ("TEMA 1.- Apertura", "arabic", "1"),
        ("Point 4 de l’ordre du jour. Autres questions", "arabic", "4"),
        ("البند 4 من جدول الأعمال - مسائل أخرى", "arabic", "4"),
        ("II.- Élection du Bureau", "roman", "II"),
        ("Пункт № 3 Прочие вопросы", "arabic", "3"),
        ("Nº 3", "arabic", "3"),
        ("B) Hives and smoke", "capital", "B"),
        ("I) Ouverture", "roman", "I"),
    ],
)
def test_labels(text: str, form: str, value: str) -> None:
    label = read_label(text)
    assert label is not None
    assert (label.form, label.value) == (form, value)
    assert not text[label.length :].startswith(("：", ":", "-"))


def test_a_word_is_no_label() -> None:
    assert read_label("و مسائل أخرى") is None
