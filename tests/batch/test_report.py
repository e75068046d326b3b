"""The report: whole, self-contained, and safe whatever the papers are called."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

from lxml import html

from extractor.batch import BatchOptions, run_batch
from tests.batch.conftest import SAMPLES


def test_report_has_tables_and_plots_and_nothing_from_outside(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for sample in SAMPLES[:8]:
        (folder / sample.name).write_bytes(sample.read_bytes())
    (folder / "<script>alert(1)<.pdf").write_bytes(b"%PDF-1.4\n")
    run_batch([str(folder)], tmp_path / "out", BatchOptions(engine="serial"))
    text = (tmp_path / "out" / "report.html").read_text("utf-8")
    assert "<script" not in text
    assert "http" not in text
    page = html.fromstring(text)
    assert [heading.text for heading in page.iter("h2")] == [
        "Throughput", "Seconds and pages by paper", "Review", "Kinds", "Languages", "Errors by category",
        "Diagnostics by code", "Papers that failed", "Papers done",
    ]  # fmt: skip
    assert len(page.findall(".//circle")) == 8
    assert len(page.findall(".//polyline")) == 1
    cells = [cell.text_content() for cell in page.findall(".//td")]
    links = [unquote(link) for link in page.xpath("//td/a/@href")]
    assert len(links) == 9
    assert all((tmp_path / "out" / link).exists() for link in links)
    assert str(folder) in page.xpath("string(//p[@class='soft'])")
    assert "input.damaged" in cells
    assert any(cell and cell.endswith("/<script>alert(1)<.pdf") for cell in cells)
