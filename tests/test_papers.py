"""Reading papers back from files, lists, lines, folders and standard input."""

from __future__ import annotations

import io
import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from extractor.errors import Damaged, InvalidAgenda, LimitExceeded, NoPapers, NotAPdf, NotFound, Unreadable
from extractor.model import Agenda, Document, Item, Source
from extractor.papers import Failure, Paper, agendas, dotted, papers
from extractor.source import Limits
from tests.conftest import sample_pdfs


def agenda(symbol: str) -> Agenda:
    source = Source(sha256="0" * 64, bytes=3, pages=1)
    return Agenda(source=source, document=Document(symbol=symbol, symbols=[symbol]), items=[Item(title='A "{" title')])


def symbols(*sources: str | Path) -> list[str | None]:
    """The symbols read, in order; None for what failed."""
    found = papers([str(source) for source in sources])
    return [one.agenda.document.symbol if isinstance(one, Paper) else None for one in found]


def failures(*sources: str | Path) -> list[Failure]:
    return [one for one in papers([str(source) for source in sources]) if isinstance(one, Failure)]


A, B, C = (agenda(symbol) for symbol in ("A/1", "B/2", "C/3"))


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(one.to_json(compact=True) for one in (A, B, C)),
        "\r\n\r\n".join(one.to_json(compact=True) for one in (A, B, C)) + "\r\n",
        "\n".join(one.to_json() for one in (A, B, C)),
        A.to_json() + "\n" + B.to_json(compact=True) + "\n" + C.to_json(),
        "[" + ",\n".join(one.to_json() for one in (A, B, C)) + "]",
        "[" + ",\n".join(one.to_json(compact=True) for one in (A, B, C)) + "]\n",
        "\ufeff" + "\n".join(one.to_json(compact=True) for one in (A, B, C)),
    ],
    ids=["jsonl", "jsonl-crlf", "concatenated", "mixed", "list", "list-of-lines", "bom"],
)
def test_all_ways_of_writing_several_papers(tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "papers"
    path.write_text(text, encoding="utf-8", newline="")
    assert symbols(path) == ["A/1", "B/2", "C/3"]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert symbols("-") == ["A/1", "B/2", "C/3"]


def test_a_pdf_is_extracted_on_the_way() -> None:
    pdf = sample_pdfs()[0]
    (one,) = agendas([str(pdf)])
    assert isinstance(one, Agenda)
    assert one.source.path == str(pdf)
    assert one.items


def test_a_broken_paper_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "papers.jsonl"
    broken = B.to_json(compact=True)
    wrong = json.loads(broken)
    wrong["items"][0]["title"] = 7
    lines = [A.to_json(compact=True), broken[:90], json.dumps(wrong), C.to_json(compact=True)]
    path.write_text("\n".join(lines))
    assert symbols(path) == ["A/1", None, None, "C/3"]
    cut, bad = failures(path)
    assert (cut.where, bad.where) == (f"{path}:2", f"{path}:3")
    assert str(cut.error).startswith(f"{path}:2: not JSON: ")
    assert "at line 2 column" in str(cut.error)
    assert "items[0].title: Input should be a valid string" in str(bad.error)
    assert bad.error.exit_code == 13


def test_a_broken_indented_paper_ends_where_the_next_begins(tmp_path: Path) -> None:
    path = tmp_path / "papers.json"
    path.write_text(A.to_json()[:-200] + "\n" + B.to_json() + "\n" + C.to_json()[:-9])
    assert symbols(path) == [None, "B/2", None]


def test_a_folder_is_read_in_order_and_what_is_no_paper_passed_over(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name, one in {"b.json": B, "a.json": A, "deep/c.JSON": C, ".hidden/d.json": A, ".e.json": A}.items():
        (tmp_path / name).write_text(one.to_json())
    (tmp_path / "package.json").write_text('{"name": "something else"}')
    (tmp_path / "list.json").write_text("[1, 2]")
    (tmp_path / "journal.sqlite").write_bytes(b"SQLite format 3\0")
    (tmp_path / "report.html").write_text("<!doctype html>")
    assert symbols(tmp_path) == ["A/1", "B/2", "C/3"]
    (tmp_path / "cut.json").write_text(B.to_json()[:50])
    os.symlink(tmp_path, tmp_path / "loop")
    os.symlink(tmp_path / "nowhere", tmp_path / "dangling.json")
    assert symbols(tmp_path) == ["A/1", "B/2", None, None, "C/3"]


def test_a_pipe_in_a_folder_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(A.to_json())
    os.mkfifo(tmp_path / "b.json")
    assert symbols(tmp_path) == ["A/1", None]


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("empty.json", b"", InvalidAgenda),
        ("empty", b"", NotAPdf),
        ("junk.json", b"hello\nworld\n", InvalidAgenda),
        ("junk.pdf", b"hello\nworld\n", NotAPdf),
        ("wide.json", "{}".encode("utf-16"), InvalidAgenda),
        ("deep.json", b'{"a":' * 3000 + b"1" + b"}" * 3000, InvalidAgenda),
        ("deep_list.json", b"[" * 200_000, InvalidAgenda),
        ("bytes.json", b'{"schema_version": "1.0", "source": "\xff\xfe"}', InvalidAgenda),
        ("surrogate.json", b'{"schema_version": "1.0", "source": "\\ud800"}', InvalidAgenda),
        ("two.json", b'{"schema_version": "2.0"}', InvalidAgenda),
    ],
)
def test_each_failure_is_one_of_ours(tmp_path: Path, name: str, data: bytes, kind: type) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    (failure,) = failures(path)
    assert type(failure.error) is kind
    assert str(failure.error).startswith(str(path))


def test_paths_that_lead_nowhere(tmp_path: Path) -> None:
    found = failures(tmp_path / "none.json", tmp_path, "a\0b", tmp_path / "x" / "y")
    assert [type(one.error) for one in found] == [NotFound, NoPapers, NotFound, NotFound]
    assert "no JSON and no PDF in this folder" in str(found[1].error)


def test_a_folder_of_pdfs_is_read_where_it_has_no_json(tmp_path: Path, sample: Path) -> None:
    (tmp_path / "sub").mkdir()
    shutil.copy(sample, tmp_path / "sub" / "a.PDF")
    (paper,) = papers([str(tmp_path)])
    assert isinstance(paper, Paper)
    assert paper.where == str(tmp_path / "sub" / "a.PDF")
    (tmp_path / "b.json").write_text(A.to_json())
    assert [one.where for one in papers([str(tmp_path)])] == [str(tmp_path / "b.json")]  # a batch has read the PDF


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(A.to_json())
    path.chmod(0)
    (failure,) = failures(path)
    assert isinstance(failure.error, Unreadable)


def test_a_pdf_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "cut.pdf"
    path.write_bytes(b"%PDF-1.7\ncut off")
    (failure,) = failures(tmp_path)
    assert isinstance(failure.error, Damaged)
    assert str(failure.error).startswith(f"{path}: ")


def test_what_is_too_large_is_refused_and_the_rest_read(tmp_path: Path) -> None:
    path = tmp_path / "papers.jsonl"
    large = agenda("L" * 5000)
    path.write_text("\n".join(one.to_json(compact=True) for one in (A, large, C)))
    found = list(papers([str(path)], limits=Limits(bytes=2000)))
    assert [type(one) for one in found] == [Paper, Failure, Paper]
    assert isinstance(found[1], Failure)
    assert isinstance(found[1].error, LimitExceeded)


def test_another_major_version_is_refused_in_one_clear_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"schema_version": "2.1", "agenda": []}')
    (failure,) = failures(path)
    assert "version 2.1 of the contract is newer than this program, which reads 1.x: update it" in str(failure.error)


def test_places_are_written_as_people_write_them() -> None:
    assert dotted(("items", 2, "documents", 0, "symbols", 1)) == "items[2].documents[0].symbols[1]"
    assert dotted((0, "title")) == "[0].title"
    assert dotted(()) == "$"
