"""The time of the stages of layout and structure grows with the length of the paper, not with a power of it."""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps

import pytest

from extractor import pipeline
from extractor.layout import arrange
from extractor.model import Source
from extractor.structure import assemble, recognise
from tests.growth.papers import PARTS, paper

#: From a quarter of a length to the length, time may grow by this power of it.
MOST = 1.2
#: What is allowed on top for a busy machine. Not measured on an idle one: two columns came to 1.23 (`interpret`) and
#: 1.25 (`recognise`) among other tests; whether that is the machine or the code is open.
NOISE = 0.15
#: What takes fewer seconds for 4,000 lines is not slow, whatever the clock says of its growth.
QUICK = 0.4
#: A busy machine lets a call take longer, now and then: the least of so many is the code's own.
ROUNDS = 2

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


def _times(part: str, count: int, patch: pytest.MonkeyPatch) -> dict[str, float]:
    """The CPU time of each stage and of all for a paper with so many of a part."""
    pages = paper(part, count)
    source = Source(path=None, sha256="0" * 64, bytes=1, pages=len(pages), producer=None, text_layer="digital")
    spent: dict[str, float] = {}
    with _watched(spent, patch):
        begin = time.process_time()
        pipeline.interpret(source, pages)
        spent["interpret"] = time.process_time() - begin
    return spent


def _grown(part: str, count: int, rounds: int, patch: pytest.MonkeyPatch) -> dict[str, float]:
    """The stages that grow faster than they may from a quarter of the count to the count, with their exponents."""
    quick = QUICK * count / 4_000
    _times(part, 20, patch)  # patterns are compiled, lexicons read
    grown: dict[str, float] = {}
    for _ in range(rounds):
        large = _times(part, count, patch)
        if all(spent < quick for spent in large.values()):
            return {}
        small = _times(part, count // 4, patch)
        powers = {name: math.log(spent / max(small[name], 1e-3), 4) for name, spent in large.items() if spent >= quick}
        grown = {name: min(power, grown.get(name, power)) for name, power in powers.items()}
        if all(power <= MOST + NOISE for power in grown.values()):
            break
    return {name: power for name, power in grown.items() if power > MOST + NOISE}


@pytest.mark.parametrize("part", [*PARTS, "footnotes"])
def test_a_long_paper_takes_linear_time(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _grown(part, 4_000, ROUNDS, monkeypatch) == {}


@pytest.mark.slow
@pytest.mark.parametrize("count", [16_000, 64_000])
@pytest.mark.parametrize("part", [*PARTS, "footnotes"])
def test_a_very_long_paper_takes_linear_time(part: str, count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _grown(part, count, ROUNDS, monkeypatch) == {}
