"""Exports read back with libraries that had no part in writing them, and compared with the agenda."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from pathlib import Path

import duckdb
import icalendar
import pytest
from lxml import html

from extractor import extract
from extractor.cli import main
from extractor.export.common import walk
from extractor.export.csv import neutral
from extractor.export.formats import FORMATS, TABLE_NAMES, export
from extractor.export.tables import TABLES, rows
from extractor.model import Agenda
from tests.conftest import ROOT

GOLDEN = ROOT / "tests" / "golden" / "export"
SAMPLES = sorted((ROOT / "samples").glob("*.pdf"))


@pytest.fixture(scope="module")
def agendas() -> list[Agenda]:
    found = []
    for path in SAMPLES:
        agenda = extract(path)
        agenda.source.path = path.name
        found.append(agenda)
    return found


def made(agendas: list[Agenda], format: str) -> bytes:
    return b"".join(export(agendas, format))


def test_lines_are_the_agendas(agendas: list[Agenda]) -> None:
    lines = made(agendas, "jsonl").splitlines()
    assert [Agenda.from_json(line) for line in lines] == agendas


def test_csv_rows_are_the_items(agendas: list[Agenda], capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["export", *map(str, SAMPLES), "--format", "csv", "--table", "items"]) == 0
    read = list(csv.DictReader(io.StringIO(capfdbinary.readouterr().out.decode("utf-8"), newline="")))
    expected = [
        (agenda.document.symbol or "", place.item.number or "", place.item.title)
        for agenda in agendas
        for place in walk(agenda.items)
    ]
    assert [(row["symbol"], row["number"], row["title"]) for row in read] == expected


def test_parquet_tables_answer_questions(agendas: list[Agenda], tmp_path: Path) -> None:
    assert main(["export", *map(str, SAMPLES), "--format", "parquet", "-o", str(tmp_path / "tables")]) == 0
    database = duckdb.connect()
    for table in TABLE_NAMES:
        path = tmp_path / "tables" / f"{table}.parquet"
        read = database.execute(f"SELECT * FROM '{path}'")
        names = [column[0] for column in read.description or ()]
        assert names == [column.name for column in TABLES[table].columns]
        expected = [row for agenda in agendas for row in rows(agenda, table)]
        found = read.fetchall()
        assert len(found) == len(expected)
        for one, other in zip(found, expected, strict=True):
            for value, wanted, name in zip(one, other, names, strict=True):
                if isinstance(wanted, dt.datetime):
                    assert value.astimezone(dt.UTC) == wanted.astimezone(dt.UTC), name
                else:
                    assert value == wanted, name


def test_calendar_events_are_the_schedule(agendas: list[Agenda]) -> None:
    for agenda in agendas:
        events = list(icalendar.Calendar.from_ical(made([agenda], "ics")).walk("VEVENT"))
        dated = [entry for entry in agenda.schedule if entry.date or entry.starts_at]
        assert len({str(event["UID"]) for event in events}) == len(events)
        if not dated:
            assert len(events) == sum(len(meeting.periods) for meeting in agenda.meetings)
            continue
        starts = {event["DTSTART"].dt for event in events}
        for entry in dated:
            if entry.starts_at is not None:
                assert entry.starts_at in {s for s in starts if isinstance(s, dt.datetime) and s.tzinfo}


def test_a_revision_takes_the_place_of_what_it_revises(agendas: list[Agenda]) -> None:
    first = next(agenda for agenda in agendas if agenda.schedule and agenda.document.symbol)
    revised = first.model_copy(deep=True)
    assert revised.document.symbol is not None
    revised.document.symbol += "/Rev.1"
    revised.document.symbols = [revised.document.symbol]
    uids = []
    for papers in ([first], [revised], [first, revised], [revised, first]):
        events = list(icalendar.Calendar.from_ical(made(papers, "ics")).walk("VEVENT"))
        uids.append([str(event["UID"]) for event in events])
        assert {int(event["SEQUENCE"]) for event in events} == {0 if papers == [first] else 1}
    assert uids[0] == uids[1] == uids[2] == uids[3]


def test_html_and_markdown_have_every_title(agendas: list[Agenda]) -> None:
    for agenda in agendas:
        page = html.fromstring(made([agenda], "html").decode("utf-8"))
        text = " ".join(" ".join(page.itertext()).split())
        for place in walk(agenda.items):
            assert " ".join(place.item.title.split()) in text
        markdown = made([agenda], "md").decode("utf-8").replace("\\", "")
        for place in walk(agenda.items):
            assert place.item.title.split()[0] in markdown


@pytest.fixture
def nasty(agendas: list[Agenda]) -> Agenda:
    """An agenda whose titles are attacks."""
    agenda = next(one for one in agendas if len(one.items) >= 3).model_copy(deep=True)
    agenda.items[0].title = "=HYPERLINK(\"http://evil\",\"x\")"
    agenda.items[1].title = "<script>alert(1)</script> '; DROP TABLE items; --"
    agenda.items[2].title = "../../etc/passwd\r\nBEGIN:VEVENT [x](javascript:alert(1))"
    return agenda


def test_tricks_come_out_as_data(nasty: Agenda, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    page = html.fromstring(made([nasty], "html").decode("utf-8"))
    assert page.findall(".//script") == []
    assert not [link for link in page.iter("a") if str(link.get("href")).lower().startswith("javascript")]
    assert "<script>alert(1)</script>" in page.text_content()
    markdown = made([nasty], "md").decode("utf-8")
    assert "<script" not in markdown
    assert re.search(r"(?<!\\)\]\(javascript", markdown) is None
    assert all(not line.startswith(b"BEGIN:VEVENT ") for line in made([nasty], "ics").splitlines())
    path = tmp_path / "nasty.json"
    path.write_text(nasty.to_json())
    for extra, first in (([], "'=HYPERLINK"), (["--raw-cells"], "=HYPERLINK")):
        assert main(["export", str(path), "--format", "csv", "--table", "items", *extra]) == 0
        read = list(csv.DictReader(io.StringIO(capfdbinary.readouterr().out.decode("utf-8"), newline="")))
        assert read[0]["title"].startswith(first)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "＝1"])
def test_formulas_are_neutral(text: str) -> None:
    assert neutral(text) == "'" + text
    assert neutral("x" + text) == "x" + text


def test_exports_are_deterministic_and_as_they_were(agendas: list[Agenda]) -> None:
    """The golden files are rewritten by `make golden`; look at what changed."""
    agenda = next(one for one in agendas if one.schedule and one.document.kind == "annotated_agenda")
    for format in FORMATS:
        content = made([agenda], format)
        assert content == made([agenda], format)
        golden = GOLDEN / f"sample.{format}"
        if format == "jsonl":
            assert json.loads(golden.read_bytes()) == json.loads(content)
        else:
            assert golden.read_bytes() == content


def test_failures_are_told_and_the_rest_is_written(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text("{")
    out = tmp_path / "out.jsonl"
    assert main(["export", str(bad), str(SAMPLES[0]), "--format", "jsonl", "-o", str(out)]) == 10
    assert len(out.read_text().splitlines()) == 1
    assert str(bad) in capfd.readouterr().err
    assert main(["export", str(SAMPLES[0]), "--format", "csv"]) == 2
    assert main(["export", str(SAMPLES[0]), "--format", "md", "--table", "items"]) == 2
