"""Every format of one sample as it was when somebody last looked at it, and the same bytes each time."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

import pyarrow.parquet
import pytest

from extractor.export import parquet
from extractor.export.csv import stream
from extractor.export.formats import FORMATS, TABLE_FORMATS, TABLE_NAMES
from extractor.model import Agenda
from tests.conftest import ROOT
from tests.export.conftest import made

GOLDEN = ROOT / "tests" / "golden" / "export"


def test_every_format_has_a_golden_file() -> None:
    expected = {f"sample.{format}" for format in FORMATS}
    expected |= {f"sample.{table}.{format}" for table in TABLE_NAMES for format in TABLE_FORMATS}
    assert {path.name for path in GOLDEN.iterdir()} == expected


@pytest.mark.parametrize("format", FORMATS)
def test_formats_of_one_file(timed: Agenda, format: str) -> None:
    content = made([timed], format)
    assert content == made([timed.model_copy(deep=True)], format)
    golden = GOLDEN / f"sample.{format}"
    if format == "jsonl":
        assert json.loads(golden.read_bytes()) == json.loads(content)
    else:
        assert golden.read_bytes() == content


@pytest.mark.parametrize("table", TABLE_NAMES)
def test_tables(timed: Agenda, table: str) -> None:
    assert (GOLDEN / f"sample.{table}.csv").read_bytes() == b"".join(stream([timed], table))
    golden = pyarrow.parquet.read_table(GOLDEN / f"sample.{table}.parquet")
    contents = [b"".join(parquet.stream([timed], table)) for _ in range(2)]
    # The bytes name the version of the library that wrote them; rows and schema must not change.
    assert contents[0] == contents[1]
    assert pyarrow.parquet.read_table(io.BytesIO(contents[0])).equals(golden, check_metadata=True)


@pytest.mark.parametrize("format", [format for format in FORMATS if format not in ("ics", "akn")])
def test_papers_are_written_as_they_come(agendas: list[Agenda], format: str) -> None:
    """A paper is out before the second one behind it is asked for: a long stream fits into little memory."""
    taken: list[Agenda] = []

    def papers() -> Iterator[Agenda]:
        for agenda in agendas:
            taken.append(agenda)
            yield agenda

    written = b""
    for piece in FORMATS[format](papers()):
        if len(taken) == 3:
            break
        written += piece
    assert len(taken) == 3
    title = agendas[0].items[0].title
    assert title.isascii()
    assert title.encode() in written
