"""CSV and Parquet read back with pandas, DuckDB and pyarrow, and compared with the agenda."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from pathlib import Path
from typing import Any

import duckdb
import pandas
import pyarrow.parquet
import pytest

from extractor.cli import main
from extractor.export import parquet
from extractor.export.common import walk
from extractor.export.csv import neutral, stream
from extractor.export.formats import TABLE_NAMES
from extractor.export.parquet import ParquetTable, arrow_schema
from extractor.export.tables import TABLES, rows
from extractor.model import Agenda
from extractor.model.masthead import Meeting
from tests.conftest import sample_pdfs
from tests.export.conftest import TRICKS


def table(agendas: list[Agenda], name: str, *, raw: bool = False) -> list[dict[str, str]]:
    text = b"".join(stream(agendas, name, raw=raw)).decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def facts(agenda: Agenda) -> dict[str, list[tuple[Any, ...]]]:
    """What a reader must find in each table, taken from the agenda without the exporter."""
    source = agenda.source
    days = {
        at: [day for period in meeting.periods for day in (period.start, period.end) if day]
        for at, meeting in enumerate(agenda.meetings)
    }
    all_days = [day for some in days.values() for day in some]
    return {
        "papers": [
            (
                agenda.document.title,
                agenda.document.kind,
                agenda.document.date,
                min(all_days, default=None),
                max(all_days, default=None),
                agenda.meetings[0].place if agenda.meetings else None,
                source.pages,
                source.review,
            )
        ],
        "meetings": [
            (
                one.body,
                one.session.label,
                one.place,
                min(days[at], default=None),
                max(days[at], default=None),
                one.opens_at,
            )
            for at, one in enumerate(agenda.meetings)
        ],
        "footnotes": [(one.marker, one.text, one.page) for one in agenda.footnotes],
        "diagnostics": [(one.code, one.severity, one.message, one.page, one.path) for one in agenda.diagnostics],
        "items": [(place.item.number, place.item.title, place.level, place.item.page) for place in walk(agenda.items)],
        "documents": [(one.title, "; ".join(one.symbols) or None, one.item, one.page) for one in agenda.documents],
        "schedule": [
            (one.date, one.starts_at, one.title, "; ".join(one.items) or None, one.continued) for one in agenda.schedule
        ],
        "references": [(one.kind, one.text, one.symbol, one.number, one.url) for one in agenda.references],
        "blocks": [(one.id, one.role, one.type, one.number, one.item, one.text, one.page) for one in agenda.blocks],
    }


COLUMNS = {
    "papers": ["title", "kind", "date", "first_day", "last_day", "place", "pages", "review"],
    "meetings": ["body", "session", "place", "first_day", "last_day", "opens_at"],
    "footnotes": ["marker", "text", "page"],
    "diagnostics": ["code", "severity", "message", "page", "path"],
    "items": ["number", "title", "level", "page"],
    "documents": ["title", "symbols", "item", "page"],
    "schedule": ["date", "starts_at", "title", "items", "continued"],
    "references": ["kind", "text", "reference_symbol", "number", "url"],
    "blocks": ["id", "role", "type", "number", "item", "text", "page"],
}


def as_printed(value: Any) -> str:
    """A fact as CSV has it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dt.datetime):
        return f"{value.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}" if value.tzinfo else ""
    return str(value)


@pytest.mark.parametrize("name", TABLE_NAMES)
def test_csv_read_by_pandas_has_the_facts(agendas: list[Agenda], name: str) -> None:
    data = io.BytesIO(b"".join(stream(agendas, name, raw=True)))
    frame = pandas.read_csv(data, dtype=str, keep_default_na=False)
    assert list(frame.columns) == [column.name for column in TABLES[name].columns]
    expected = [tuple(map(as_printed, row)) for agenda in agendas for row in facts(agenda)[name]]
    assert list(frame[COLUMNS[name]].itertuples(index=False, name=None)) == expected
    assert list(frame["sha256"]) == [agenda.source.sha256 for agenda in agendas for _ in facts(agenda)[name]]


def test_parquet_tables_answer_questions(agendas: list[Agenda], tmp_path: Path) -> None:
    papers = [str(path) for path in sample_pdfs()]
    assert main(["export", *papers, "--format", "parquet", "-o", str(tmp_path / "tables")]) == 0
    database = duckdb.connect()
    database.execute("SET TimeZone = 'UTC'")
    for name in TABLE_NAMES:
        path = tmp_path / "tables" / f"{name}.parquet"
        kept = [f"list_aggregate({one}, 'string_agg', '; ')" if one in ("symbols", "items") else one
                for one in COLUMNS[name]]  # fmt: skip
        found = database.execute(f"SELECT {', '.join(kept)} FROM '{path}'").fetchall()
        expected = [row for agenda in agendas for row in facts(agenda)[name]]
        assert len(found) == len(expected)
        for row, wanted in zip(found, expected, strict=True):
            assert tuple(map(as_printed, row)) == tuple(map(as_printed, wanted))
    # The question of a data officer: which documents does each timetabled item need?
    joined = database.execute(
        f"""SELECT DISTINCT s.symbol, s.number, d.document_symbol
        FROM (SELECT symbol, unnest(items) AS number FROM '{tmp_path}/tables/schedule.parquet') s
        JOIN '{tmp_path}/tables/documents.parquet' d ON d.symbol = s.symbol AND d.item = s.number
        WHERE d.document_symbol IS NOT NULL"""
    ).fetchall()
    assert set(joined) == {
        (agenda.document.symbol, listed.item, listed.symbols[0])
        for agenda in agendas
        for listed in agenda.documents
        if listed.symbols and listed.item in {number for entry in agenda.schedule for number in entry.items}
    }


def test_cells_and_places_of_blocks_are_json(agendas: list[Agenda]) -> None:
    found = table(agendas, "blocks", raw=True)
    blocks = [block for agenda in agendas for block in agenda.blocks]
    assert [json.loads(row["cells"] or "null") for row in found] == [block.cells for block in blocks]
    assert [json.loads(row["places"]) for row in found] == [
        json.loads(block.model_dump_json())["places"] for block in blocks
    ]
    assert table([agenda.without_blocks() for agenda in agendas], "blocks") == []


@pytest.mark.parametrize("name", TABLE_NAMES)
def test_the_arrow_schema_describes_itself(agendas: list[Agenda], name: str) -> None:
    buffer = io.BytesIO()
    with ParquetTable(buffer, name) as writer:
        for agenda in agendas:
            writer.add(agenda)
    read = pyarrow.parquet.read_table(io.BytesIO(buffer.getvalue()))
    assert read.schema.equals(arrow_schema(name), check_metadata=False)
    for column in TABLES[name].columns:
        assert read.schema.field(column.name).metadata[b"description"].decode() == column.meaning
    assert read.num_rows == sum(1 for agenda in agendas for _ in rows(agenda, name))


def test_parquet_comes_in_row_groups(agendas: list[Agenda], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "ROW_GROUP", 10)
    sizes = []
    data = b""
    for part in parquet.stream(agendas * 3, "items"):
        data += part
        sizes.append(len(data))
    read = pyarrow.parquet.ParquetFile(io.BytesIO(data))
    assert read.num_row_groups > 5
    assert sizes[0] < len(data) / 5
    titles = [place.item.title for agenda in agendas * 3 for place in walk(agenda.items)]
    assert read.read().column("title").to_pylist() == titles


def test_pandas_joins_items_with_those_above_them_without_being_told_types(agendas: list[Agenda]) -> None:
    frame = pandas.read_csv(io.BytesIO(b"".join(stream(agendas, "items"))))
    joined = frame.merge(frame, left_on=["sha256", "parent_path"], right_on=["sha256", "path"], suffixes=("", "_above"))
    below = [place for agenda in agendas for place in walk(agenda.items) if place.parent is not None]
    assert [place.parent.title for place in below if place.parent] == list(joined["title_above"])
    assert [place.item.title for place in below] == list(joined["title"])
    assert frame["path"][0] == "/1"


def test_periods_are_runs_of_days(timed: Agenda) -> None:
    agenda = timed.model_copy(deep=True)
    days = [("2031-06-02", "2031-06-06"), ("2031-06-09", "2031-06-09"), ("2031-06-12", None), (None, None)]
    agenda.meetings = [
        Meeting.model_validate({"periods": [{"start": start, "end": end}]}) for start, end in days
    ]  # fmt: skip
    (row,) = table([agenda], "papers")
    assert row["periods"] == "2031-06-02/2031-06-06; 2031-06-09; 2031-06-12"
    assert (row["first_day"], row["last_day"], row["meetings"]) == ("2031-06-02", "2031-06-12", "4")
    assert [row["periods"] for row in table([agenda], "meetings")] == [*row["periods"].split("; "), ""]


def test_a_byte_order_mark_comes_first_where_asked_for(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    paper = str(sample_pdfs()[0])
    assert main(["extract", paper, "--format", "csv", "--bom", "-o", str(tmp_path / "tables")]) == 0
    for name in TABLE_NAMES:
        written = (tmp_path / "tables" / f"{name}.csv").read_bytes()
        assert written.startswith(b"\xef\xbb\xbfsymbol,")
        assert written.count(b"\xef\xbb\xbf") == 1
    assert main(["extract", paper, "--format", "csv", "--bom", "--table", "papers"]) == 0
    assert capfdbinary.readouterr().out == (tmp_path / "tables" / "papers.csv").read_bytes()
    assert main(["extract", paper, "--format", "ics", "--bom"]) == 2
    assert b"--bom is for csv" in capfdbinary.readouterr().err


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x"])
def test_formulas_are_neutral(text: str) -> None:
    assert neutral(text) == "'" + text
    assert neutral("x" + text) == "x" + text


def test_tricks_are_cells(tricks: Agenda, tmp_path: Path) -> None:
    shown = [title.replace("\0", "\ufffd").replace("\ud800", "?") for title in TRICKS]
    assert [row["title"] for row in table([tricks], "items", raw=True)] == shown
    neutralised = [row["title"] for row in table([tricks], "items")]
    assert neutralised == [f"'{title}" if title[0] in "=+-@" else title for title in shown]
    cells = [cell for name in TABLE_NAMES for row in table([tricks], name) for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))]
    path = tmp_path / "items.parquet"
    with path.open("wb") as stream_, ParquetTable(stream_, "items") as writer:
        writer.add(tricks)
    titles = [title for (title,) in duckdb.connect().execute(f"SELECT title FROM '{path}'").fetchall()]
    assert titles == [title.replace("\ud800", "?") for title in TRICKS]


def test_raw_cells_on_the_command_line(
    timed: Agenda, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    agenda = timed.model_copy(deep=True)
    agenda.items[0].title = TRICKS[0]
    path = tmp_path / "formula.json"
    path.write_text(agenda.to_json())
    for extra, title in (([], f"'{TRICKS[0]}"), (["--raw-cells"], TRICKS[0])):
        assert main(["export", str(path), "--format", "csv", "--table", "items", *extra]) == 0
        read = list(csv.DictReader(io.StringIO(capfdbinary.readouterr().out.decode("utf-8"), newline="")))
        assert read[0]["title"] == title
