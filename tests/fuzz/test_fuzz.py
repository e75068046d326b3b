"""What the fuzzers check holds for their seeds and simple changes of them; and each is let loose for a while."""

from __future__ import annotations

import importlib.util
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.fuzz import grammar, layout

#: What the fuzzers have found, as found.
TEXTS = (
    ". . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . and no page",
    "\ud800A/\udfff1",
    "\0A/1\0",
)


def mutated(seeds: list[bytes], count: int) -> list[bytes]:
    """Seeds of which parts are turned, dropped, doubled or exchanged."""
    dice = random.Random(2031)
    made = []
    for _ in range(count):
        data, other = bytearray(dice.choice(seeds)), dice.choice(seeds)
        for _ in range(dice.randint(1, 6)):
            at, size = dice.randrange(len(data) + 1), dice.randint(1, 40)
            match dice.randrange(4):
                case 0:
                    data[at : at + 1] = bytes([dice.randrange(256)])
                case 1:
                    del data[at : at + size]
                case 2:
                    data[at:at] = data[at : at + size]
                case _:
                    data[at : at + size] = other[at : at + size]
        made.append(bytes(data))
    return made


def test_the_readers_of_text() -> None:
    seeds = [seed[:600] for seed in grammar.seeds()]
    for data in [*seeds[::7], *mutated(seeds, 150)]:
        grammar.check(data.decode("utf-8", "surrogateescape"))
    for text in TEXTS:
        grammar.check(text)
        grammar.check_time(text)


def test_the_readers_of_pages() -> None:
    seeds = list(layout.seeds())
    for data in [*seeds, *mutated(seeds, 60)]:
        layout.check(data)


@pytest.mark.parametrize("text", TEXTS)
def test_texts_once_found_as_lines_of_a_page(text: str) -> None:
    from extractor.reading.page import Page, Span

    words = text.encode("utf-8", "replace").decode()
    spans = [Span(words, 72, 93 + 12 * n, 400, 102 + 12 * n, 100 + 12 * n, 10.0, "Times") for n in range(20)]
    layout.check(layout.encode([Page(1, 612, 792, spans)]))


def test_pages_stand_for_themselves() -> None:
    from extractor.reading.reader import open_pdf

    with open_pdf((ROOT / "samples" / "vienna_working_group.pdf").read_bytes()) as reader:
        read = list(reader.pages())
    again = layout.pages(layout.encode(read))
    assert [[span.text for span in page.spans] for page in again] == [
        [span.text for span in page.spans] for page in read
    ]


@pytest.mark.slow
@pytest.mark.parametrize("target", ["grammar", "layout"])
def test_let_loose(target: str, tmp_path: Path) -> None:
    if importlib.util.find_spec("atheris") is None:
        pytest.skip("atheris is not installed: coverage-guided fuzzing is left out")
    done = subprocess.run(
        [sys.executable, "-m", f"tests.fuzz.{target}", "-max_total_time=40", "-seed=1",
         f"-artifact_prefix={tmp_path}/"],
        cwd=ROOT, capture_output=True, text=True, errors="replace", timeout=400, check=False,
    )  # fmt: skip
    kept = [path.read_bytes() for path in tmp_path.iterdir()]
    assert done.returncode == 0, (done.stdout[-2_000:], done.stderr[-4_000:], kept)
