"""Which texts are sentences and which are titles, in languages other than English."""

from __future__ import annotations

import pytest

from extractor.structure.vocabulary import is_prose


@pytest.mark.parametrize(
    "text",
    [
        "Conformément à l’article 23 du Règlement intérieur, le Conseil élira un président et trois vice-présidents.",
        "De conformidad con el artículo 23 del reglamento, la Junta elegirá una Presidencia y tres Vicepresidencias.",
        "В соответствии с правилом 23 правил процедуры Совет изберет Председателя и трех заместителей Председателя.",
        "سيعتمد المجلس تقريره في جلسته الأخيرة بعد ظهر يوم الأربعاء 3 تموز/يوليه.",
        "ستُفتتح الدورة يوم الاثنين 1 تموز/يوليه 2030، الساعة 10:00. وقد أُعدّ جدول الأعمال المؤقت وفقاً للمادة 9.",
        "委员会将选举主席团成员。秘书处将作口头介绍。",
    ],
)
def test_sentences(text: str) -> None:
    assert is_prose(text)


@pytest.mark.parametrize(
    "text",
    [
        "Élection du Bureau et adoption du rapport du Conseil sur les travaux de sa cinquante-septième session.",
        "التقرير السنوي لمفوض الأمم المتحدة السامي لحقوق الإنسان وتقارير المفوضية السامية والأمين العام.",
        "利用《公约》第16条和第18条开展引渡和司法协助，包括采用新技术收集电子证据的做法。",
    ],
)
def test_titles(text: str) -> None:
    assert not is_prose(text)
