"""Calls and time of the stages of layout and structure grow with the length of the paper, not with a power of it."""

from __future__ import annotations

import cProfile
import gc
import math
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from pathlib import Path

import pytest

from extractor import pipeline
from extractor.layout import arrange
from extractor.model.drafts import Source
from extractor.reading.page import Page, Rule
from extractor.structure import assemble, recognise
from tests.growth.papers import PARTS, paper
from tests.layout.pages import page

#: From one length to another, calls and time may grow by this power of it.
MOST = 1.2
#: Lengths at which calls are counted: what does not grow with the paper is no longer most of it.
FEW, MANY = 150, 300
#: Parts of the program that are called less often are not looked at.
SELDOM = 3_000
#: What takes fewer seconds for 64,000 lines is not slow, whatever the clock says of its growth.
QUICK = 6.4
#: A busy machine lets a stage take longer, now and then: the least of so many times is the code's own.
ROUNDS = 4

PACKAGE = Path(pipeline.__file__).parent
STAGES = ((arrange, "arrange"), (recognise, "recognise"), (recognise, "ledger_of"), (assemble, "assemble"))


@contextmanager
def _watched(spent: dict[str, float], patch: pytest.MonkeyPatch) -> Iterator[None]:
    """Adds up the CPU time of each stage while the block runs."""
    with patch.context() as stages:
        for module, name in STAGES:
            stages.setattr(module, name, _clocked(getattr(module, name), name, spent))
        gc.disable()  # how often it runs depends on what other tests have left behind
        try:
            yield
        finally:
            gc.enable()


def _clocked(stage: Callable[..., object], name: str, spent: dict[str, float]) -> Callable[..., object]:
    @wraps(stage)
    def clocked(*arguments: object) -> object:
        begin = time.process_time()
        made = stage(*arguments)
        spent[name] = spent.get(name, 0.0) + time.process_time() - begin
        return made

    return clocked


def _source(pages: Sequence[Page]) -> Source:
    return Source(path=None, sha256="0" * 64, bytes=1, pages=len(pages), producer=None, text_layer="digital")


def _times(part: str, count: int, patch: pytest.MonkeyPatch) -> dict[str, float]:
    """The CPU time of each stage and of all for a paper with so many of a part."""
    pages = paper(part, count)
    spent: dict[str, float] = {}
    with _watched(spent, patch):
        begin = time.process_time()
        pipeline.interpret(_source(pages), pages)
        spent["interpret"] = time.process_time() - begin
    return spent


def _calls(part: str, count: int) -> Counter[str]:
    """How often the functions of each part of the program are called for a paper with so many of a part.

    Unlike time this is the same on every machine, whatever else runs there.
    """
    pages = paper(part, count)
    profile = cProfile.Profile()
    profile.enable()
    pipeline.interpret(_source(pages), pages)
    profile.disable()
    calls: Counter[str] = Counter()
    for entry in profile.getstats():
        calls["built in" if isinstance(entry.code, str) else _part(Path(entry.code.co_filename))] += entry.callcount
    return calls


def _part(file: Path) -> str:
    """The folder of the package in which a file lies."""
    return file.relative_to(PACKAGE).parts[0] if file.is_relative_to(PACKAGE) else "libraries"


@pytest.mark.parametrize("part", [*PARTS, "footnotes"])
def test_a_longer_paper_takes_as_many_calls_more(part: str) -> None:
    _calls(part, 20)  # patterns are compiled, lexicons read
    few, many = _calls(part, FEW), _calls(part, MANY)
    powers = {
        name: math.log(calls / few[name], MANY / FEW) for name, calls in many.items() if calls >= SELDOM and few[name]
    }
    assert {"layout", "structure"} <= powers.keys()
    assert {name: power for name, power in powers.items() if power > MOST} == {}


#: Drawn lines of one page: where each stands, from the first to the last.
DRAWINGS: dict[str, Callable[[int, float], Rule]] = {
    "at one height": lambda n, share: Rule(50 + n % 400, 100, 90 + n % 400, 100.5),
    "at one place": lambda n, share: Rule(50, 100, 90, 100.5),
    "one under the other": lambda n, share: Rule(50, 60 + 700 * share, 90, 60.4 + 700 * share),
    "one after the other": lambda n, share: Rule(20.0 * n, 100, 20.0 * n + 19, 100.5),
    "that cross": lambda n, share: (
        Rule(50, 60 + 700 * share, 500, 60.4 + 700 * share)
        if n % 2
        else Rule(50 + 500 * share, 50, 50.4 + 500 * share, 700)
    ),
}


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_more_lines_of_a_drawing_take_as_many_calls_more(drawing: str) -> None:
    rows = paper("items", 20)[0].spans
    calls: list[int] = []
    for count in (20, FEW * 10, MANY * 10):
        drawn = page(rows, 1, [DRAWINGS[drawing](n, n / count) for n in range(count)])
        profile = cProfile.Profile()
        profile.enable()
        pipeline.interpret(_source([drawn]), [drawn])
        profile.disable()
        calls.append(sum(entry.callcount for entry in profile.getstats()))
    assert math.log(calls[2] / calls[1], MANY / FEW) <= MOST


@pytest.mark.slow
@pytest.mark.parametrize("part", [*PARTS, "footnotes"])
def test_a_very_long_paper_takes_linear_time(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    small: dict[str, float] = {}
    large: dict[str, float] = {}
    grown: dict[str, float] = {}
    _times(part, 20, monkeypatch)
    for _ in range(ROUNDS):
        for least, count in ((large, 64_000), (small, 16_000)):
            for name, spent in _times(part, count, monkeypatch).items():
                least[name] = min(spent, least.get(name, spent))
        grown = {name: math.log(spent / small[name], 4) for name, spent in large.items() if spent >= QUICK}
        grown = {name: power for name, power in grown.items() if power > MOST}
        if not grown:
            break
    assert grown == {}
