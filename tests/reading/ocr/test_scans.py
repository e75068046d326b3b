"""Scans of our own samples, read by the real recognisers: the values are those of the typeset papers."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

pytest.importorskip("cv2", reason="the extra 'ocr' is not installed")
pytest.importorskip("tesserocr", reason="the extra 'ocr' is not installed")
pytest.importorskip("rapidocr", reason="the extra 'ocr' is not installed")

from extractor import extract
from extractor.errors import MissingExtra, NoTextLayer
from extractor.model import Agenda, Item
from extractor.reading.ocr.tesseract import data_folder
from extractor.source import Ocr
from tests.conftest import ROOT
from tools.scan import scanned

try:
    data_folder(["eng"])
except MissingExtra as error:
    pytest.skip(str(error), allow_module_level=True)

SAMPLES = ROOT / "samples"


@cache
def typeset(name: str) -> Agenda:
    """A sample as it is."""
    return extract(SAMPLES / f"{name}.pdf")


@cache
def scan(name: str, degree: str) -> Agenda:
    """A scan of a sample."""
    return extract(scanned((SAMPLES / f"{name}.pdf").read_bytes(), degree), ocr=Ocr("force"))


def test_reading_a_picture_writes_nothing_into_the_home_of_its_user(tmp_path: Path) -> None:
    """Left alone, ONNX Runtime reports how it is used, and keeps an identifier and a database for that."""
    program = "from extractor.reading.ocr.ppocr import PpOcr; PpOcr()"
    home = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path), "TMPDIR": str(tmp_path)}
    environment = {name: text for name, text in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"} | home
    subprocess.run([sys.executable, "-c", program], env=environment, cwd=ROOT, check=True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("said", ["Non-zero status code: std::bad_alloc", "no such input"])
def test_a_library_without_memory_is_known_by_what_it_says(said: str) -> None:
    from onnxruntime.capi.onnxruntime_pybind11_state import RuntimeException

    from extractor.reading.ocr.engine import lacks_memory

    assert lacks_memory(RuntimeException(said)) == ("bad_alloc" in said)


def titles(items: list[Item]) -> list[tuple[str | None, str]]:
    """Numbers and titles of all items, in order."""
    return [pair for item in items for pair in [(item.number, item.title), *titles(item.items)]]


@pytest.mark.slow
@pytest.mark.parametrize("degree", ["clean", "mild"])
@pytest.mark.parametrize("name", ["vienna_working_group", "geneva_working_party", "newyork_organization_of_work"])
def test_a_scan_gives_what_the_paper_gives(name: str, degree: str) -> None:
    ours, theirs = scan(name, degree), typeset(name)
    assert ours.source.text_layer == "ocr"
    assert ours.document.symbol == theirs.document.symbol
    assert ours.document.kind == theirs.document.kind
    assert ours.document.date == theirs.document.date
    assert titles(ours.items) == titles(theirs.items)
    assert [(row.date, row.start, row.end) for row in ours.schedule] == [
        (row.date, row.start, row.end) for row in theirs.schedule
    ]
    # Raised stars are lost in some scans; the notes with numbers are there.
    assert [note.marker for note in ours.footnotes if note.marker.isdigit()] == [
        note.marker for note in theirs.footnotes if note.marker.isdigit()
    ]


@pytest.mark.slow
def test_boxes_are_those_of_the_page_as_scanned() -> None:
    """The page is turned by nearly a degree: over its width that is more than the height of a line."""
    ours, theirs = scan("vienna_working_group", "mild"), typeset("vienna_working_group")
    first = next(one for one in ours.diagnostics if one.code == "ocr.page")
    assert "0.0°" not in first.message
    for mine, other in zip(ours.items, theirs.items, strict=True):
        assert mine.bbox is not None
        assert other.bbox is not None
        assert mine.bbox[0] == pytest.approx(other.bbox[0], abs=12)
        assert mine.bbox[1] == pytest.approx(other.bbox[1], abs=12)


@pytest.mark.slow
def test_what_is_wrong_in_a_bad_scan_is_said() -> None:
    ours, theirs = scan("vienna_working_group", "harsh"), typeset("vienna_working_group")
    said = {one.path for one in ours.diagnostics if one.severity in ("warning", "error")}
    for at, (mine, other) in enumerate(zip(ours.items, theirs.items, strict=False)):
        if mine.title != other.title:
            assert any(path and path.startswith(f"items[{at}]") for path in said)


def test_pages_beyond_the_limit_are_left_and_named() -> None:
    paper = scanned((SAMPLES / "vienna_working_group.pdf").read_bytes(), "clean")
    agenda = extract(paper, pages=[1, 2], ocr=Ocr("force", pages=1))
    assert [one.page for one in agenda.diagnostics if one.code == "ocr.skipped"] == [2]
    assert agenda.document.symbol == typeset("vienna_working_group").document.symbol


def test_a_scan_is_refused_when_reading_pictures_is_off() -> None:
    paper = scanned((SAMPLES / "vienna_working_group.pdf").read_bytes(), "clean")
    with pytest.raises(NoTextLayer):
        extract(paper, ocr=Ocr("off"))


def test_a_page_that_cannot_be_loaded_is_no_fault_of_the_program() -> None:
    pages = b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 2/Kids[3 0 R 9 0 R]>>endobj "
    page = b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj trailer<</Root 1 0 R>>"
    with pytest.raises(NoTextLayer):
        extract(b"%PDF-1.4\n" + pages + page, ocr=Ocr("auto"))
