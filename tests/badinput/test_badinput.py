"""Papers that are broken, odd or huge: a clear error or a result, never a traceback, a hang or half a file.

Each case runs through Python and through the command, whose exit code and single line of complaint are part of its
interface.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor import errors, extract
from extractor.model import Agenda
from extractor.reading.engines import ENGINES
from tests.conftest import ROOT, Run
from tests.reading.pdfs import Font, Pdf, Sheet, document, picture, text

BODY = (
    text("United Nations", 72, 790, 14, 2) + text("A/CN.99/12", 420, 790) + text("Provisional agenda", 72, 700, 14, 2)
    + text("1.  Opening of the session.", 90, 660) + text("2.  Adoption of the agenda.", 90, 645)
    + text("3.  Other matters.", 90, 630)
)  # fmt: skip
SOUND = document(BODY)
GARBLED = Font("Times-Roman", {code: chr(0xE000 + code) for code in range(33, 127)})
NAMELESS = [Font(None, widths=[500] * 96), Font(None, widths=[500] * 96), Font(None, widths=[500] * 96)]


MATTERS = ("water", "forests", "statistics", "roads", "rivers and lakes", "trade", "housing", "the sea", "energy")


def four_hundred_items() -> bytes:
    pages = [text("Provisional agenda", 72, 760, 14, 2)]
    for start in range(0, 400, 40):
        rows = (
            text(
                f"{number + 1}.  Report on {MATTERS[number % 7]} {MATTERS[number % 9]}.",
                90,
                730 - 15 * (number - start),
            )
            for number in range(start, start + 40)
        )
        pages.append((pages.pop() if start == 0 else b"") + b"".join(rows))
    return document(*pages)


def cut(share: float) -> bytes:
    return SOUND[: int(len(SOUND) * share)]


LOOP = SOUND.replace(b"/Type /Pages /Count 1 /Kids [", b"/Type /Pages /Count 1 /Kids [2 0 R ")
BOMB = b"0 0 m 1 1 l S\n" * 500_000

#: name -> (bytes, errors that may be raised; an empty tuple where a result must come)
CASES: dict[str, tuple[Callable[[], bytes], tuple[type[errors.AgendaError], ...]]] = {
    "not a PDF": (lambda: b"<!DOCTYPE html><title>Not found</title>", (errors.NotAPdf,)),
    "empty": (lambda: b"", (errors.NotAPdf,)),
    **{
        f"truncated at {share}": (lambda share=share: cut(share), (errors.Damaged, errors.NoTextLayer, errors.NotAPdf))  # type: ignore[misc]
        for share in (0.01, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.75, 0.9, 0.98)
    },
    "garbage after the header": (lambda: b"%PDF-1.4\n" + bytes(range(256)) * 40, (errors.Damaged,)),
    "header alone": (lambda: b"%PDF-1.7", (errors.Damaged,)),
    "a page tree that holds itself": (lambda: LOOP, (errors.Damaged, errors.NoTextLayer)),
    "encrypted": (lambda: document(BODY, password="secret"), (errors.Encrypted,)),
    "zero pages": (lambda: Pdf([]).build(), (errors.Damaged,)),
    "a page of 0 by 0": (lambda: Pdf([Sheet(BODY, box=(0, 0, 0, 0))]).build(), (errors.Damaged, errors.NoTextLayer)),
    "no text layer": (lambda: document(picture(0, 0, 595, 842)), (errors.NoTextLayer,)),
    "blank": (lambda: document(b""), (errors.NoTextLayer,)),
    "text layer of garbage": (lambda: Pdf([Sheet(BODY * 3)], [GARBLED] * 3).build(), (errors.NoTextLayer,)),
    "broken content": (lambda: document(b"BT (unclosed \xff\xfe <<< 1 2 3 Tf"), (errors.NoTextLayer,)),
    "a page of 14,400 points": (
        lambda: Pdf([Sheet(BODY, box=(0, 0, 14_400, 14_400))]).build(),
        (),
    ),
    **{
        f"turned by {turn}": (lambda turn=turn: Pdf([Sheet(BODY, extra=b"/Rotate %d" % turn)]).build(), ())  # type: ignore[misc]
        for turn in (90, 180, 270, 45, -90)
    },
    "encrypted with an empty password": (lambda: document(BODY, password=""), ()),
    "fonts without names": (lambda: Pdf([Sheet(BODY)], NAMELESS).build(), ()),
    "bytes before the header": (lambda: b"\r\n\r\n" + SOUND, ()),
    "bytes after the end": (lambda: SOUND + b"\0" * 5_000, ()),
    "an agenda of 400 items": (four_hundred_items, ()),
    "half a million strokes": (lambda: document(BODY + BOMB), (errors.LimitExceeded,)),
}


def attempt(data: bytes, engine: str = "auto") -> Agenda | errors.AgendaError:
    """What comes of a paper; anything but a result or an error of the project's own goes through."""
    try:
        return extract(data, engine=engine)  # type: ignore[arg-type]
    except errors.AgendaError as error:
        return error


@pytest.mark.parametrize("name", CASES)
def test_through_python(name: str) -> None:
    make, refusals = CASES[name]
    data = make()
    begun = time.process_time()
    outcome = attempt(data)
    if isinstance(outcome, errors.AgendaError):
        assert isinstance(outcome, refusals), repr(outcome)
        assert "\n" not in str(outcome)
    else:
        assert not refusals or name.startswith(("truncated", "a page"))
        assert json.loads(outcome.to_json())["schema_version"]
    assert time.process_time() - begun < 30


@pytest.mark.parametrize("engine", [kind.name for kind in ENGINES if kind.extra is None])
@pytest.mark.parametrize("name", [name for name in CASES if name != "half a million strokes"])
def test_through_either_engine(name: str, engine: str) -> None:
    make, refusals = CASES[name]
    outcome = attempt(make(), engine)
    if isinstance(outcome, errors.AgendaError):
        # What one engine mends another may give up: the error is a clear one all the same.
        assert isinstance(outcome, (*refusals, errors.Damaged, errors.NoTextLayer)), repr(outcome)


@pytest.mark.parametrize("name", CASES)
def test_through_the_command(name: str, run_command: Run, tmp_path: Path) -> None:
    make, refusals = CASES[name]
    paper, result = tmp_path / "paper.pdf", tmp_path / "result.json"
    paper.write_bytes(make())
    done = run_command("extract", paper, "-o", result)
    assert b"Traceback" not in done.stderr
    assert done.stdout == b""
    if done.returncode == 0:
        assert json.loads(result.read_bytes())["source"]["pages"] >= 1
    else:
        assert done.returncode in {refusal.exit_code for refusal in refusals}, done.stderr
        assert len(done.stderr.decode().splitlines()) == 1
        assert "paper.pdf" in done.stderr.decode()
    assert [path.name for path in tmp_path.iterdir() if path != paper] == (["result.json"] if result.exists() else [])
    assert result.exists() == (done.returncode == 0)


def test_an_error_is_not_blamed_on_the_paper_before() -> None:
    """PDFium keeps the code of its last error, and sets none for a paper without pages."""
    assert isinstance(attempt(document(BODY, password="secret")), errors.Encrypted)
    assert isinstance(attempt(Pdf([]).build()), errors.Damaged)


def test_truncated_papers_never_invent_what_was_cut_off() -> None:
    whole = {item.title for item in extract(SOUND).items}
    for place in range(0, len(SOUND), max(1, len(SOUND) // 60)):
        try:
            found = {item.title for item in extract(SOUND[:place]).items}
        except errors.AgendaError:
            continue
        assert found <= whole


def test_bits_flipped_at_random_end_in_a_result_or_a_clear_error() -> None:
    state = 1
    for _ in range(60):
        broken = bytearray(SOUND)
        for _ in range(20):
            state = (state * 1103515245 + 12345) % 2**31
            broken[state % len(broken)] = state >> 16 & 255
        try:
            extract(bytes(broken))
        except errors.AgendaError:
            continue


def is_private(text: str) -> bool:
    return any(0xE000 <= ord(char) <= 0xF8FF for char in text)


def test_garbage_stands_in_the_ledger_alone_and_is_reported() -> None:
    sound = text("A line of sound text that stands for what it says and says enough of it", 72, 400, font=2)
    agenda = extract(Pdf([Sheet(BODY * 3 + sound)], [GARBLED, Font("Times-Bold")]).build())
    (note,) = [one for one in agenda.diagnostics if one.code == "text.suspect"]
    at = next(index for index, block in enumerate(agenda.blocks) if block.in_doubt)
    assert (note.page, note.path) == (1, f"blocks[{at}]")
    assert is_private(agenda.blocks[at].text)
    assert [block.in_doubt for block in agenda.blocks] == [is_private(block.text) for block in agenda.blocks]
    assert not is_private(agenda.model_copy(update={"blocks": []}).to_json())
    assert agenda.source.review == "doubtful"


def test_nothing_is_read_from_text_in_doubt() -> None:
    """The letters are shifted by one, as in a font whose table is wrong; digits stand for themselves."""
    shifted = {code: chr(code + 1) if chr(code).isalpha() else chr(code) for code in range(33, 127)}
    lines = (
        "1. Opening of the meeting on 3/5/2031 by the chair, who welcomes delegations from all the regions. 2. Report "
        "of the secretariat on harbours, lamps and bridges (see A/80/15 and A/80/16), with tables of fishing fleets. "
        "3. Adoption of decisions 5/12 and 5/13, and closure of the session on 7/5/2031 in the afternoon."
    )
    body = b"".join(text(lines[at : at + 80], 72, 700 - at / 5) for at in range(0, len(lines), 80))
    sound = text(
        "A line of sound text that says what it stands for, and enough of it to be known as sound", 72, 400, font=2
    )
    agenda = extract(Pdf([Sheet(body + sound)], [Font("Times-Roman", shifted), Font("Times-Bold")]).build())
    assert [block.in_doubt for block in agenda.blocks] == [False, True]
    assert "efmfhbujpot" in agenda.blocks[1].text
    assert (agenda.items, agenda.references, agenda.dates, agenda.documents) == ([], [], [], [])


def test_rotated_text_beside_other_text_stands_in_the_ledger_alone_and_is_reported() -> None:
    turned = b"".join(
        b"BT /F1 10 Tf 0 1 -1 0 %d 100 Tm (Dates of the meetings and the items taken up at each) Tj ET\n" % x
        for x in range(300, 360, 14)
    )
    plain = b"BT /F1 10 Tf 1 0 0 1 80 %d Tm (The Committee will consider the matter.) Tj ET\n"
    upright = b"".join(plain % y for y in range(500, 720, 14))
    agenda = extract(Pdf([Sheet(BODY), Sheet(upright + turned)], [Font("Times-Roman")]).build())
    assert [one.page for one in agenda.diagnostics if one.code == "text.sideways"] == [2]
    kept = [one for one in agenda.blocks or () if "items taken up" in one.text]
    assert {one.role for one in kept} == {"furniture"}
    assert sum(one.text.count("items taken up") for one in kept) == 5
    assert "items taken up" not in agenda.without_blocks().to_json()
    alone = extract(Pdf([Sheet(BODY), Sheet(turned)], [Font("Times-Roman")]).build())
    assert not any(one.code == "text.sideways" for one in alone.diagnostics)  # a page set along its long side is read
    assert {one.role for one in alone.blocks or () if "items taken up" in one.text} == {"text"}


def test_a_page_with_only_a_few_rotated_words_is_reported_too() -> None:
    turned = b"BT /F1 10 Tf 0 1 -1 0 300 100 Tm (Annex to the agenda) Tj ET\n"
    alone = extract(Pdf([Sheet(BODY), Sheet(turned)], [Font("Times-Roman")]).build())
    label = extract(Pdf([Sheet(BODY + turned)], [Font("Times-Roman")]).build())
    assert [one.page for one in alone.diagnostics if one.code == "text.sideways"] == [2]
    assert not any(one.code == "text.sideways" for one in label.diagnostics)


def test_four_hundred_items_are_four_hundred() -> None:
    assert [item.number for item in extract(four_hundred_items()).items] == [str(number) for number in range(1, 401)]


def test_a_directory(run_command: Run, tmp_path: Path) -> None:
    with pytest.raises(errors.Unreadable):
        extract(tmp_path)
    assert run_command("extract", tmp_path).returncode == errors.ExitCode.UNREADABLE


#: Root may read all, so that the process becomes somebody else once all modules are loaded.
FORBIDDEN = """
import os, sys
import extractor.pipeline
from extractor import errors, extract
if os.geteuid() == 0:
    os.setuid(65534)
try:
    extract(sys.argv[1])
except errors.Unreadable:
    print("refused")
"""


def test_no_permission(tmp_path: Path) -> None:
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(SOUND)
    paper.chmod(0)
    done = subprocess.run(
        [sys.executable, "-c", FORBIDDEN, str(paper)], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.strip() == "refused", done.stderr


#: The peak of this program alone: ru_maxrss would count what the parent held when it forked.
MANY = """
import re, resource, sys
from extractor.reading.reader import open_pdf
data = open(sys.argv[1], "rb").read()
with open_pdf(data, sys.argv[2]) as reader:
    count = sum(len(page.spans) > 0 for page in reader.pages())
try:
    peak = int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1])
except (OSError, TypeError):
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(count, peak // 1024)
"""


def dense(pages: int) -> bytes:
    line = "The committee will have before it the reports listed below and may wish to take note of them all"
    rows = b"".join(text(line, 60, 800 - 14 * number, 9) for number in range(52))
    return document(*(rows + text(str(number), 300, 20) for number in range(pages)))


@pytest.mark.parametrize(("engine", "pages", "most"), [("auto", 500, 200), ("pdfplumber", 40, 200)])
def test_pages_are_released_as_they_are_read(engine: str, pages: int, most: int, tmp_path: Path) -> None:
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(dense(pages))
    done = subprocess.run(
        [sys.executable, "-c", MANY, paper, engine], cwd=ROOT, capture_output=True, text=True, timeout=300, check=True
    )
    count, peak = map(int, done.stdout.split())
    assert count == pages
    assert peak < most, f"{peak} MB"


def test_two_thousand_pages() -> None:
    data = document(*(text(f"Page {number} of a long paper", 72, 700) for number in range(2_000)))
    agenda = extract(data)
    assert agenda.source.pages == 2_000


def test_more_pages_than_the_limit() -> None:
    from extractor.source import Limits

    with pytest.raises(errors.LimitExceeded):
        extract(document(*[BODY] * 5), limits=Limits(pages=4))
