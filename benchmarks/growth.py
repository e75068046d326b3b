"""How the time of each function of the grammar, and of each stage, grows with the length of what it is given.

The texts are the repeated parts of the tests (``tests/growth``): leaders, labels, symbols, dates. Of each function the
part by which it grows most is shown, with the exponent of growth from an eighth of the length to the length; 0 stands
for what takes next to no time. Stages are given papers of one line a thousand times over.

usage: python -m benchmarks.growth [--length CHARACTERS ...] [--lines LINES ...]
"""

from __future__ import annotations

import argparse
import math
import sys
import time
from collections.abc import Sequence

from extractor import grammar, pipeline
from extractor.layout import arrange
from extractor.model.drafts import Source
from extractor.structure import assemble, recognise
from tests.growth.measure import MOST, PARTS, QUICK, TooLong, exponent
from tests.growth.papers import PARTS as LINES
from tests.growth.papers import paper
from tests.growth.test_functions import CALLS

STAGES = ((arrange, "arrange"), (recognise, "recognise"), (recognise, "ledger_of"), (assemble, "assemble"))


def functions() -> list[str]:
    """The functions of the grammar that are measured."""
    return [name for name in CALLS if name in grammar.__all__]


def steepest(name: str, length: int) -> tuple[float, str]:
    """The largest exponent of a function at a length, and the part of which the text was made."""
    found = []
    for part in PARTS:
        try:
            found.append((exponent(CALLS[name], part, length), part))
        except TooLong:
            found.append((math.inf, part))
    return max(found)


def spent(part: str, count: int) -> dict[str, float]:
    """The CPU seconds of each stage for a paper of so many lines."""
    pages = paper(part, count)
    seconds: dict[str, float] = {}
    before = [getattr(module, name) for module, name in STAGES]

    def clocked(name: str, stage: object) -> object:
        def run(*given: object) -> object:
            start = time.process_time()
            made = stage(*given)  # type: ignore[operator]
            seconds[name] = seconds.get(name, 0.0) + time.process_time() - start
            return made

        return run

    for (module, name), stage in zip(STAGES, before, strict=True):
        setattr(module, name, clocked(name, stage))
    try:
        source = Source(path=None, sha256="0" * 64, bytes=1, pages=len(pages), producer=None, text_layer="digital")
        start = time.process_time()
        pipeline.interpret(source, pages)
        seconds["all stages"] = time.process_time() - start
    finally:
        for (module, name), stage in zip(STAGES, before, strict=True):
            setattr(module, name, stage)
    return seconds


def steepest_stages(lines: int) -> dict[str, tuple[float, str]]:
    """Of each stage the largest exponent from a quarter of so many lines to all, and what the lines were."""
    found: dict[str, tuple[float, str]] = {}
    for part in LINES:
        spent(part, 20)
        small, large = spent(part, lines // 4), spent(part, lines)
        for name, seconds in large.items():
            quick = seconds < QUICK * lines / 400  # some 40 characters a line
            power = 0.0 if quick or not small.get(name) else math.log(seconds / small[name], 4)
            found[name] = max(found.get(name, (0.0, "")), (power, part))
    return found


def _cell(power: float, part: str) -> str:
    if not power:
        return f"{'0':>6} {'':14}"
    return f"{power:6.2f} {part!r:14}"


def _verdict(powers: Sequence[float]) -> str:
    return "met" if max(powers) <= MOST else "NOT MET"


def main(argv: Sequence[str] | None = None) -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.growth", description="Exponents of growth.")
    parser.add_argument("--length", nargs="*", type=int, default=[16_000], metavar="CHARACTERS")
    parser.add_argument("--lines", nargs="*", type=int, default=[2_000], metavar="LINES")
    args = parser.parse_args(argv)
    powers: list[float] = [0.0]
    if args.length:
        print(f"{'exponent, at characters':24}" + "".join(f"{length:>7,}{'':14}" for length in args.length))
        for name in functions():
            row = [steepest(name, length) for length in args.length]
            powers += [power for power, _ in row]
            print(f"{name:24}" + "".join(f" {_cell(*one)}" for one in row), flush=True)
    if args.lines:
        print(f"\n{'exponent, at lines':24}" + "".join(f"{lines:>7,}{'':14}" for lines in args.lines))
        tables = [steepest_stages(lines) for lines in args.lines]
        for name in tables[0]:
            powers += [table[name][0] for table in tables]
            print(f"{name:24}" + "".join(f" {_cell(*table[name])}" for table in tables), flush=True)
    print(f"target: at most {MOST:g}: {_verdict(powers)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
