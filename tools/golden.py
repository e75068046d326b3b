"""Rewrite the golden files of the exports: `make golden`. Look at what changed before you commit it."""

from __future__ import annotations

from pathlib import Path

from extractor import extract
from extractor.export import csv, parquet
from extractor.export.formats import FORMATS, TABLE_NAMES, export

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Write `tests/golden/export/sample.FORMAT` from the first annotated sample with a timetable."""
    for path in sorted((ROOT / "samples").glob("*.pdf")):
        agenda = extract(path)
        if agenda.schedule and agenda.document.kind == "annotated_agenda":
            break
    agenda.source.path = path.name
    folder = ROOT / "tests" / "golden" / "export"
    folder.mkdir(parents=True, exist_ok=True)
    for format in FORMATS:
        (folder / f"sample.{format}").write_bytes(b"".join(export([agenda], format)))
    for table in TABLE_NAMES:
        (folder / f"sample.{table}.csv").write_bytes(b"".join(csv.stream([agenda], table)))
        (folder / f"sample.{table}.parquet").write_bytes(b"".join(parquet.stream([agenda], table)))


if __name__ == "__main__":
    main()
