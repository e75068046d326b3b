"""Listed documents in all orders of format catalogue 3.5; what is only mentioned is none."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from extractor.layout.blocks.find import blocks_of
from extractor.layout.blocks.metrics import measure
from extractor.layout.lines.rows import lines_of
from extractor.lexicon import OFFICIAL
from extractor.structure.agenda.kinds import block_type
from extractor.structure.documents.entry import entry, is_code_line
from extractor.structure.documents.none_foreseen import foresees_none
from extractor.structure.documents.separate import separate
from extractor.structure.documents.tables import from_table
from extractor.structure.vocabulary import is_purpose_line
from tests.each import each
from tests.layout.pages import page, span
from tests.structure.parts import blocks

PROSE = (
    "The Committee will consider the progress made in the implementation of the decisions taken at its last session."
)


def separated(*entries):
    return separate([(block_type(block, 10.0), block) for block in blocks(*entries)])


@pytest.mark.parametrize(
    ("text", "title", "symbols"),
    [
        ("Report of the Secretary-General on peace (A/99/12)", "Report of the Secretary-General on peace", ["A/99/12"]),
        ("Note by the Secretariat: A/CN.9/1299", "Note by the Secretariat", ["A/CN.9/1299"]),
        ("ECE/TRANS/WP.1/299 Report of the Working Party", "Report of the Working Party", ["ECE/TRANS/WP.1/299"]),
        ("A/AC.999/2031/INF/1", "A/AC.999/2031/INF/1", ["A/AC.999/2031/INF/1"]),
        ("Budget outline (A/99/6 and Add.1)", "Budget outline", ["A/99/6", "A/99/6/Add.1"]),
        (
            "Statistical review, 2030 (DP/FPA/2031/4 (Part I)/Add.1)",
            "Statistical review, 2030",
            ["DP/FPA/2031/4(PartI)/Add.1"],
        ),
        ("Report on progress towards the Goals (A/99/_-E/2031/_)", "Report on progress towards the Goals", []),
        ("Formative evaluation of the programme", "Formative evaluation of the programme", []),
        ("• Provisional agenda (IDB.59/1)", "Provisional agenda", ["IDB.59/1"]),
        ("Joint letter (A/99/97-E/2031/82)", "Joint letter", ["A/99/97", "E/2031/82"]),
    ],
)
def test_entries(text, title, symbols):
    found = entry(text, ())
    assert found
    assert (found.title, found.symbols) == (title, symbols)


def test_resolutions_alone_are_no_document():
    assert entry("General Assembly resolutions 58/269, 62/224 and 63/247", ()) is None


def test_a_documentation_list_leaves_the_annotation():
    found = separated(
        PROSE,
        "### Documentation",
        "Report of the Secretariat on assets (CAC/COSP/WG.9/2031/2)",
        "Note on training (CAC/COSP/WG.9/2031/3)",
    )
    assert [block.text for _, block in found.annotation] == [PROSE]
    assert [d.symbols for d in found.documents] == [["CAC/COSP/WG.9/2031/2"], ["CAC/COSP/WG.9/2031/3"]]


@pytest.mark.parametrize("head", ["Working document:", "Documento de trabajo:", "Documents de travail :"])
def test_a_list_of_working_documents(head):
    found = separated(PROSE, head, "–|Report of the harbour master (LC/PORT.9/3)")
    assert [d.symbols for d in found.documents] == [["LC/PORT.9/3"]]
    assert [block.text for _, block in found.annotation] == [PROSE]


def test_bullets_after_a_sentence_that_says_what_is_before_the_body():
    found = separated(
        "The Board will have before it:", "•|Provisional agenda (IDB.59/1)", "•|Annotations (IDB.59/1/Add.1)"
    )
    assert [d.symbols for d in found.documents] == [["IDB.59/1"], ["IDB.59/1/Add.1"]]
    assert [block.text for _, block in found.annotation] == ["The Board will have before it:"]


def test_a_code_line_gives_one_document_each_with_its_addenda():
    found = separated("For decision (E/ICEF/2031/12, E/ICEF/2031/12/Add.1, E/ICEF/2031/13)", PROSE)
    assert [d.symbols for d in found.documents] == [["E/ICEF/2031/12", "E/ICEF/2031/12/Add.1"], ["E/ICEF/2031/13"]]
    assert [block.text for _, block in found.annotation] == [PROSE]


def test_a_purpose_without_papers_is_no_annotation():
    found = separated("For information", PROSE)
    assert [block.text for _, block in found.annotation] == [PROSE]
    assert found.documents == []


@pytest.mark.parametrize(
    "sentence",
    [
        "No documentation regarding the item is currently foreseen.",
        "Документацию по этому пункту представлять не предполагается.",
        "目前预计没有与该项目有关的文件。",
        "As no matters have come to the attention of the Secretariat, no documentation on the item is foreseen.",
        "There is no documentation under this item.",
        "Никаких документов по этому пункту не представлено.",
        "No se han presentado documentos en relación con este tema.",
        "Aucune documentation n’est prévue au titre de ce point.",
        "No se prevé documentación en relación con este tema.",
    ],
)
def test_no_documentation_in_a_sentence(sentence):
    found = separated(sentence)
    assert found.none_foreseen
    assert [block.text for _, block in found.annotation] == [sentence]


def test_a_paper_mentioned_in_prose_is_not_listed():
    found = separated(
        "The Chairs will discuss the conclusions contained in the report on their thirty-sixth meeting (A/99/292)."
    )
    assert found.documents == []


def test_prose_after_the_list_goes_back_to_the_annotation():
    found = separated("### Documentation", "Report of the Secretariat (A/99/12)", "### Side events", PROSE)
    assert [block.text for _, block in found.annotation] == ["Side events", PROSE]
    assert len(found.documents) == 1


@pytest.mark.parametrize("line", ["For decision", "For information (A/99/1)", "Pour décision (IDB.59/2)", "For noting"])
def test_purpose_lines(line):
    assert is_purpose_line(line)


@pytest.mark.parametrize(
    "line", ["For its consideration of this item, the Group will have a report", "Decision-making"]
)
def test_other_lines(line):
    assert not is_purpose_line(line)


@pytest.mark.parametrize("rest", ["None.", "None", "Nil"])
def test_an_empty_documentation_list_says_that_there_is_none(rest):
    found = separated(PROSE, "### Documentation", rest)
    assert (found.documents, found.none_foreseen) == ([], True)


def test_codes_in_a_row_are_a_paper_each():
    found = separated(
        PROSE, "### Documentation", "ECE/TRANS/WP.1/2031/2, ECE/TRANS/WP.1/2031/3 and informal document No. 4"
    )
    assert [d.symbols for d in found.documents] == [["ECE/TRANS/WP.1/2031/2"], ["ECE/TRANS/WP.1/2031/3"]]


def test_the_words_that_entries_share_are_no_document():
    found = separated(
        PROSE,
        "_ Documents:",
        "(a)|Report of the Council (A/99/3);",
        "(b)|Reports of the Secretary-General:",
        ">(i)|Small islands (A/99/201);",
        ">(ii)|Large islands (A/99/202 and Corr.1);",
    )
    assert [d.symbols for d in found.documents] == [["A/99/3"], ["A/99/201"], ["A/99/202", "A/99/202/Corr.1"]]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("See document WO/GB/99/1.", True),
        ("Documents EB199/1 and EB199/2", True),
        ("см. документы A/99/1 и A/99/2", True),
        ("Report of the Board (A/99/1)", False),
        ("See also the resolution that the Board adopted", False),
    ],
)
def test_code_lines(line, expected):
    assert is_code_line(line) is expected


def test_a_symbol_and_its_title_behind_a_dash_need_no_heading():
    found = separated(PROSE, "ICCD/COP(19)/2 – Programme and budget of the coast. Note by the secretariat")
    assert [block.text for _, block in found.annotation] == [PROSE]
    assert [(d.title, d.symbols) for d in found.documents] == [
        ("Programme and budget of the coast. Note by the secretariat", ["ICCD/COP(19)/2"])
    ]


def test_the_days_of_consideration_are_no_title():
    rows = [("State party", "Report", "Date"), ("Ruritania", "CCPR/C/RUR/6", "28 June 2031 (p.m.)"),
            ("Freedonia", "CCPR/C/FRE/5", "4 July 2031 (p.m.)")]  # fmt: skip
    spans = [
        span(text, x0, 100 + 20 * at)
        for at, row in enumerate(rows)
        for text, x0 in zip(row, (124, 260, 400), strict=True)
    ]
    lines = lines_of(page(spans))
    (table,) = [block.table for block in blocks_of(lines, {}, measure(lines)) if block.table]
    assert [(d.title, d.symbols) for d in from_table(table)] == [
        ("Ruritania", ["CCPR/C/RUR/6"]),
        ("Freedonia", ["CCPR/C/FRE/5"]),
    ]


NONE_FORESEEN = [
    line.split("\t")
    for line in Path(__file__).with_name("none_foreseen.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@each(NONE_FORESEEN)
def test_whether_a_sentence_says_that_no_document_is_foreseen(language, answer, sentence):
    assert foresees_none(sentence) == (answer == "yes")


def test_ten_wordings_in_each_language():
    said = Counter(language for language, answer, _ in NONE_FORESEEN if answer == "yes")
    assert set(said) == set(OFFICIAL)
    assert min(said.values()) >= 10
