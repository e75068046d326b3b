"""A made-up seventh language, added by files alone: an agenda in it is read, and a list left out is named."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typst

from extractor.errors import UsageError
from extractor.lexicon.files import names_in
from tests.languages import toyish

ROOT = Path(__file__).resolve().parents[2]

GRAMMAR = """
import json
from extractor.grammar import find_dates, find_session, find_times
from extractor.grammar.calendar import CalendarContext
from extractor.lexicon import LANGUAGES

[day] = find_dates("mardak, 6 kinmes 2031", CalendarContext(language="tt"))
[period] = find_dates("6 gxis 8 kinmes 2031", CalendarContext(language="tt"))
session = find_session("Kinarem ordinara sesiado", "tt")
print(json.dumps({
    "languages": LANGUAGES,
    "day": str(day.first),
    "period": [str(period.first), str(period.last)],
    "session": [session.label, session.number],
    "moments": [str(start) for one in find_times("10.30 horoj") for start, _ in one.sittings],
}))
"""

#: Asks for each list of each file; prints those that do not complain of the language, and what one says.
LISTS = """
import json
from extractor.lexicon import OFFICIAL, LexiconError
from extractor.lexicon.files import read_tables
from extractor.lexicon.words import connectives, words

def lists(table, name=""):
    for key, value in table.items():
        if key != "lacks" and isinstance(value, dict):
            inside = f"{name}.{key}".lstrip(".")
            yield from [inside] if set(value) & set(OFFICIAL) else lists(value, inside)

silent, says = [], ""
for part in ("structure", "masthead", "timetable", "references", "page", "layout", "zones"):
    for concept in lists(read_tables(f"parts/{part}.toml")):
        try:
            words(part, concept)
            silent.append(f"{part} {concept}")
        except LexiconError as error:
            says = says or str(error)
try:
    connectives("and")
    silent.append("connectives")
except LexiconError as error:
    print(json.dumps([silent, says, str(error)]))
"""


def run(folder: Path, *command: str) -> Any:
    done = subprocess.run(
        [sys.executable, *command],
        env=os.environ | {"UN_AGENDA_LEXICON": str(folder)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lexicon")
    toyish.write(folder, toyish.FILES)
    return folder


@pytest.fixture(scope="module")
def paper(lexicon: Path) -> dict[str, Any]:
    """The JSON of the paper, typeset and read by the command."""
    source, pdf = lexicon / "paper.typ", lexicon / "paper.pdf"
    source.write_text(toyish.PAPER, encoding="utf-8")
    pdf.write_bytes(typst.compile(str(source), ignore_system_fonts=True, format="pdf"))
    read: dict[str, Any] = run(lexicon, "-m", "extractor", "extract", str(pdf))
    return read


def test_the_grammar_reads_its_words(lexicon: Path) -> None:
    assert run(lexicon, "-c", GRAMMAR) == {
        "languages": ["en", "fr", "es", "ru", "zh", "ar", "tt"],
        "day": "2031-05-06",
        "period": ["2031-05-06", "2031-05-08"],
        "session": ["Kinarem ordinara sesiado", 5],
        "moments": ["10:30:00"],
    }


def test_its_language_is_known(paper: dict[str, Any]) -> None:
    assert paper["source"]["language"] == "tt"


def test_the_masthead_is_read(paper: dict[str, Any]) -> None:
    found = {name: paper["document"][name] for name in ("symbol", "kind", "title", "body", "distribution", "date")}
    assert found == {
        "symbol": "A/AC.99/2031/1",
        "kind": "annotated_agenda",
        "title": "Provizora labora listo kun klarigoj",
        "body": "Komitato pri Lumturoj",
        "distribution": "general",
        "date": "2031-03-03",
    }
    assert paper["document"]["original_language"] == "tt"
    assert paper["document"]["agenda_item"] == {"number": "2", "title": None}


def test_the_meeting_is_read(paper: dict[str, Any]) -> None:
    [meeting] = paper["meetings"]
    assert meeting["session"] == {"label": "Kvararem ordinara sesiado", "number": 4}
    assert meeting["place"] == "Geneva"
    assert meeting["periods"] == [{"start": "2031-06-02", "end": "2031-06-06"}]
    assert meeting["opens_at"] == "2031-06-02T10:00:00+02:00"


def test_the_items_and_their_annotations_are_read(paper: dict[str, Any]) -> None:
    assert [(item["number"], item["title"]) for item in paper["items"]] == [
        ("1", "Malfermo dil sesiado"),
        ("2", "Akcepto dil labora listo"),
        ("3", "Revuo dil lumturoj kaj havenoj"),
        ("4", "Aliaj aferoj"),
    ]
    assert [item["annotation"][0]["text"].split()[:3] for item in paper["items"]] == [
        ["Dil", "sesiado", "estos"],
        ["Dil", "komitato", "havos"],
        ["Subu", "rezolucio", "75/12"],
        ["Neniu", "dokumento", "estos"],
    ]


def test_the_documents_are_read(paper: dict[str, Any]) -> None:
    assert [(one["item"], one["title"], one["symbols"]) for one in paper["documents"]] == [
        ("2", "Provizora labora listo kun klarigoj", ["A/AC.99/2031/1"]),
        ("3", "Raporto dil sekretariejo pri dil lumturoj", ["A/AC.99/2031/2"]),
    ]
    assert [item["no_documentation"] for item in paper["items"]] == [False, False, False, True]


def test_the_timetable_is_read(paper: dict[str, Any]) -> None:
    rows = [
        (row["date"], row["start"], row["end"], row["items"], row["title"], row["continued"])
        for row in paper["schedule"]
    ]
    assert rows == [
        ("2031-06-02", "10:00", "13:00", ["1"], "Malfermo dil sesiado", False),
        ("2031-06-02", "15:00", "18:00", ["2"], "Akcepto dil labora listo", False),
        ("2031-06-03", "10:00", "13:00", ["3", "4"], "Revuo dil lumturoj", True),
    ]


def test_the_references_are_read(paper: dict[str, Any]) -> None:
    found = [(one["kind"], one["number"]) for one in paper["references"] if one["kind"] == "resolution"]
    assert found == [("resolution", "75/12"), ("resolution", "76/3"), ("resolution", "76/4")]


def test_each_list_that_is_left_out_is_an_error_that_names_it(tmp_path: Path) -> None:
    toyish.write(tmp_path, {"languages/tt.toml": 'language = "tt"\n'})
    silent, says, connectives = run(tmp_path, "-c", LISTS)
    assert silent == []
    assert "parts/structure.toml has no list 'headings.agenda' for language 'tt'" in says
    assert "languages/tt.toml has no list 'connectives.and'" in connectives


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('language = "tt\n', "languages/tt.toml is not a TOML file"),
        ('language = "tt"\n', "languages/tt.toml has no list 'connectives.and'"),
    ],
)
def test_faulty_lists_are_the_users_own_fault(tmp_path: Path, text: str, complaint: str) -> None:
    (tmp_path / "languages").mkdir()
    (tmp_path / "languages" / "tt.toml").write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "extractor", "extract", str(ROOT / "samples" / "bonn_numbered_paragraphs.pdf")],
        env=os.environ | {"UN_AGENDA_LEXICON": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert "UN_AGENDA_LEXICON" in done.stderr
    assert complaint in done.stderr
    assert "report it" not in done.stderr


def test_a_folder_that_is_not_there_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UN_AGENDA_LEXICON", str(tmp_path / "gone"))
    with pytest.raises(UsageError, match="UN_AGENDA_LEXICON: no folder"):
        names_in("languages", ".toml")
