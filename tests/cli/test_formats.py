"""`export` and `extract --format`: the same bytes, files and folders, and what does not go together."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
from pathlib import Path

import pytest
from lxml import html

from extractor import extract
from extractor.cli import main
from extractor.export.formats import NAMES, TABLE_NAMES
from tests.command import forked
from tests.conftest import ROOT, Run, sample_pdfs

SAMPLE = ROOT / "samples" / "vienna_working_group.pdf"


@pytest.mark.parametrize("format", [format for format in NAMES if format not in ("csv", "parquet")])
def test_extract_writes_what_export_writes(format: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["export", str(SAMPLE), "--format", format]) == 0
    exported = capfdbinary.readouterr().out
    assert main(["extract", str(SAMPLE), "--format", format]) == 0
    assert capfdbinary.readouterr().out == exported
    assert exported


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_extract_writes_tables_too(format: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    for verb in ("export", "extract"):
        assert main([verb, str(SAMPLE), "--format", format, "-o", str(tmp_path / verb)]) == 0
        assert sorted(path.name for path in (tmp_path / verb).iterdir()) == sorted(
            f"{one}.{format}" for one in TABLE_NAMES
        )
    for table in TABLE_NAMES:
        written = [(tmp_path / verb / f"{table}.{format}").read_bytes() for verb in ("export", "extract")]
        assert written[0] == written[1]
        assert main(["extract", str(SAMPLE), "--format", format, "--table", table]) == 0
        assert capfdbinary.readouterr().out == written[0]


def test_extract_reads_the_pages_asked_for(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(SAMPLE), "--format", "jsonl", "--pages", "1"]) == 0
    read = json.loads(capfd.readouterr().out)
    assert read["items"]
    assert {item["page"] for item in read["items"]} == {1}


def test_failures_are_reported_and_the_rest_is_written(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    bad, out = tmp_path / "bad.json", tmp_path / "out.jsonl"
    bad.write_text("{")
    assert main(["export", str(bad), str(SAMPLE), "--format", "jsonl", "-o", str(out)]) == 10
    assert len(out.read_text().splitlines()) == 1
    assert str(bad) in capfd.readouterr().err


def test_where_nothing_can_be_read_nothing_is_replaced(tmp_path: Path) -> None:
    bad, out = tmp_path / "bad.json", tmp_path / "out.html"
    bad.write_text("{")
    out.write_text("yesterday's copy")
    assert main(["export", str(bad), "--format", "html", "-o", str(out)]) == 13
    assert main(["export", str(bad), str(bad), "--format", "html", "-o", str(out)]) == 10
    assert out.read_text() == "yesterday's copy"
    assert main(["export", str(bad), "--format", "csv", "-o", str(tmp_path / "tables")]) == 13
    assert not (tmp_path / "tables").exists()


def test_akoma_ntoso_is_a_file_a_paper(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    papers = [str(path) for path in sample_pdfs()]
    assert main(["export", *papers, "--format", "akn", "-o", f"{tmp_path}/akn/"]) == 0
    files = sorted((tmp_path / "akn").iterdir())
    assert len(files) == len(papers)
    assert all(path.suffix == ".xml" for path in files)
    one = tmp_path / "one.xml"
    assert main(["export", *papers, "--format", "akn", "-o", str(one)]) == 2
    assert not one.exists()
    assert capfd.readouterr().err.count("\n") == 1
    assert main(["export", papers[0], "--format", "akn", "-o", str(one)]) == 0
    assert one.read_bytes() in [path.read_bytes() for path in files]


def test_files_stay_in_their_folder_whatever_the_symbol(tmp_path: Path) -> None:
    """Symbols that lead out of the folder, that name devices or hide, that differ in capitals only, that are long."""
    symbols = ["../../escaped", "/etc/passwd", "CON", ".hidden", "A/1", "a/1", "A/1", "x" * 400, "a\nb", "..", "ß/“"]
    lines = []
    for number, symbol in enumerate(symbols):
        agenda = json.loads(extract(SAMPLE).to_json())
        agenda["document"]["symbol"], agenda["document"]["symbols"] = symbol, [symbol]
        agenda["source"]["sha256"] = f"{number:064x}"[::-1]
        lines.append(json.dumps(agenda))
    source = tmp_path / "in.jsonl"
    source.write_text("\n".join(lines))
    folder = tmp_path / "deep" / "out"
    assert main(["export", str(source), "--format", "akn", "-o", f"{folder}/"]) == 0
    files = list(folder.iterdir())
    assert len(files) == len(symbols)
    assert not [path for path in files if path.name.startswith(".") or len(path.name) > 140 or "\n" in path.name]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["deep", "in.jsonl"]
    assert sorted(path.name for path in (tmp_path / "deep").iterdir()) == ["out"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--format", "csv"],
        ["--format", "parquet"],
        ["--format", "md", "--table", "items"],
        ["--format", "parquet", "--table", "items", "--raw-cells"],
        ["--format", "ics", "--raw-cells"],
        ["--format", "docx"],
    ],
)
def test_what_does_not_go_together(arguments: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    for verb in ("export", "extract"):
        assert main([verb, str(SAMPLE), *arguments]) == 2
        told = capfd.readouterr()
        assert told.out == ""
        assert arguments[1] in told.err
    assert main(["extract", str(SAMPLE), "--format", "md", "--compact"]) == 2
    assert main(["extract", str(SAMPLE), "--table", "items"]) == 2


@pytest.mark.parametrize("verb", ["export", "extract"])
def test_parquet_does_not_go_to_a_terminal(verb: str) -> None:
    ours, theirs = pty.openpty()
    command = forked(verb, SAMPLE, "--format", "parquet", "--table", "items")
    try:
        done = subprocess.run(command, stdout=theirs, stderr=subprocess.PIPE, cwd=ROOT, timeout=60, check=False)
    finally:
        os.close(theirs)
        os.close(ours)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"terminal" in done.stderr
    assert b"-o" in done.stderr


def test_nothing_but_the_format_on_standard_output(run_command: Run) -> None:
    done = run_command("extract", SAMPLE, "--format", "ics")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"BEGIN:VCALENDAR\r\n")
    assert done.stdout.endswith(b"END:VCALENDAR\r\n")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of HTML copies with their review pages, of two papers."""
    folder = tmp_path_factory.mktemp("html") / "out"
    papers = [SAMPLE, ROOT / "samples" / "newyork_closed_meeting.pdf"]
    call = ["export", *map(str, papers), "--format", "html", "--with-review", "-o", f"{folder}/"]
    assert main(call) == 0
    return folder


def test_a_folder_of_html_has_a_page_a_paper_and_an_index(pages: Path) -> None:
    names = sorted(path.name for path in pages.iterdir())
    assert len(names) == 5
    copies = [name for name in names if name != "index.html" and not name.endswith(".review.html")]
    index = html.parse(str(pages / "index.html"))
    assert sorted(index.xpath("//tbody//a/@href")) == copies
    rows = [[cell.text_content() for cell in row] for row in index.xpath("//tbody/tr")]
    assert [row[0] for row in rows] != sorted(row[0] for row in rows), "the latest meeting comes first"
    assert ["CAC/COSP/WG.2/2031/1", "Vienna", "12–13 May 2031"] in [[row[0], row[3], row[4]] for row in rows]
    page = html.parse(str(pages / "CAC_COSP_WG-2_2031_1-EN.html"))
    assert page.xpath("//nav/a/@href") == ["index.html", "CAC_COSP_WG-2_2031_1-EN.review.html"]


def test_numbers_of_pages_lead_to_boxes_of_the_review_page(pages: Path) -> None:
    page = html.parse(str(pages / "CAC_COSP_WG-2_2031_1-EN.html"))
    links = dict(zip(page.xpath("//*[@class='page']/a/@href"), page.xpath("//*[@class='page']/a/text()"), strict=True))
    review = "CAC_COSP_WG-2_2031_1-EN.review.html"
    assert links[f"{review}#items[0].items[0].title"] == "p. 1"
    assert {f"{review}#schedule[0]", f"{review}#items[1].documents[0]"} <= links.keys()
    found = extract(SAMPLE).model_dump(mode="json")
    for link in links:
        value = found
        for step in re.findall(r"[a-z_]+|\d+", link.partition("#")[2]):
            value = value[int(step) if step.isdecimal() else step]
        assert value
    assert b"data:image/png" in (pages / review).read_bytes() or b"pictures" in (pages / review).read_bytes()


def test_review_pages_are_written_where_the_pdf_is_there(tmp_path: Path) -> None:
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(SAMPLE.read_bytes())
    assert main(["extract", str(paper), "-o", str(tmp_path / "paper.json")]) == 0
    paper.write_bytes(b"%PDF-1.7\n")
    call = ["export", str(tmp_path / "paper.json"), "--format", "html", "--with-review", "-o", f"{tmp_path}/html/"]
    assert main(call) == 0
    assert sorted(path.name for path in (tmp_path / "html").iterdir()) == ["CAC_COSP_WG-2_2031_1-EN.html", "index.html"]
    assert "review.html" not in (tmp_path / "html" / "CAC_COSP_WG-2_2031_1-EN.html").read_text()
    assert main(["export", str(paper), "--format", "html", "--with-review", "-o", f"{tmp_path}/a.html"]) == 2


@pytest.mark.parametrize("format", NAMES)
def test_an_output_that_ends_in_a_slash_is_a_folder(format: str, tmp_path: Path) -> None:
    for verb in ("export", "extract"):
        folder = tmp_path / verb
        assert main([verb, str(SAMPLE), "--format", format, "-o", f"{folder}/"]) == 0
        names = {path.name for path in folder.iterdir()}
        if format in ("csv", "parquet"):
            assert names == {f"{table}.{format}" for table in TABLE_NAMES}
        else:
            own = f"CAC_COSP_WG-2_2031_1-EN.{'xml' if format == 'akn' else format}"
            assert names == {own, *({"index.html"} if format == "html" else ())}


def test_json_review_and_single_tables_go_into_folders(tmp_path: Path) -> None:
    for more in ([], ["--format", "review"], ["--format", "csv", "--table", "items"]):
        assert main(["extract", str(SAMPLE), *more, "-o", f"{tmp_path}/out/"]) == 0
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {"CAC_COSP_WG-2_2031_1-EN.json", "CAC_COSP_WG-2_2031_1-EN.review.html", "items.csv"}
