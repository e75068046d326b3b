"""Whether the program knows where it is wrong: `make selfcheck`.

Something is broken on purpose, and a warning or an error must name each part of the result that comes out worse:

- knock-out: each named rule of reading, layout and structure is taken out in turn;
- harm: lines, labels, words and drawn lines are deleted or swapped in what reading gives (seeded).

What is right says the unbroken program, and where `../shared` lies beside the repository its labels. The pages of each
paper are read once; a rule that decides nothing in a paper is not taken out there. Printed are the share of worse parts
that are named, and the share of sound parts of the unbroken program with an alarm, by part, by rule and by code.
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import sys
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from tools.compare import PARTS, Paper, alarms, doubted, faults
from tools.deciding import deciding
from tools.harm import HARMS, OF_WORDS, harmed, says_otherwise
from tools.same import ROOT, papers

#: Where the labelled papers of the optional corpus lie: labels, and PDFs.
LABELLED = (("gold", "corpus/agendas"), ("made", "made"), ("edge", "edge"))
#: So many times each harm is done to each paper.
TIMES = 4
#: So many silent rules are named.
MOST = 60


@dataclass(frozen=True, slots=True)
class Trial:
    """One part of one paper that came out worse.

    Attributes:
        cause: the rule that was taken out, or the harm.
        paper: which paper.
        part: which part of the result.
        is_named: whether a warning or error speaks of it.
        shows: something in the paper contradicts the harm (:func:`tools.harm.says_otherwise`).
    """

    cause: str
    paper: str
    part: str
    is_named: bool
    shows: bool = True


@dataclass
class Subject:
    """One paper with its pages, and what the unbroken program makes of it."""

    name: str
    pages: bytes
    truth: Paper | None = None
    #: The rules that decide something in this paper.
    deciding: frozenset[str] = field(default_factory=frozenset)

    def result(self, pages: bytes | None = None) -> Paper | None:
        """What comes out now; None where the extraction fails, which nobody can overlook."""
        from extractor.model.drafts import Source, json_of
        from extractor.pipeline import interpret

        read = pickle.loads(pages or self.pages)
        source = Source(path="-", sha256="0" * 64, bytes=1, pages=len(read), producer=None, text_layer="digital")
        try:
            return dict(json.loads(json_of(interpret(source, read), compact=True)))
        except Exception:
            return None

    @cached_property
    def unbroken(self) -> Paper:
        """What the unbroken program makes of it."""
        found = self.result()
        assert found is not None, self.name
        return found

    @cached_property
    def usual(self) -> dict[str, int]:
        """How many faults each part has as it is."""
        return faults(self.right, self.unbroken)

    @property
    def right(self) -> Paper:
        """What is right."""
        return self.truth or self.unbroken

    def trials(self, cause: str, found: Paper | None) -> Iterable[Trial]:
        """The parts that are worse than usual."""
        if found is None or found == self.unbroken:
            return []
        named, now = doubted(found), faults(self.right, found)
        return [Trial(cause, self.name, part, part in named) for part in PARTS if now[part] > self.usual[part]]


def subjects(only: str = "") -> list[Subject]:
    """The samples, the generated agendas, and the labelled papers of the optional corpus."""
    shared = ROOT.parent / "shared"
    labels = {
        shared / pdfs / str(label["file"]): label
        for folder, pdfs in LABELLED
        for label in (json.loads(path.read_text(encoding="utf-8")) for path in sorted((shared / folder).glob("*.json")))
    }
    own = [path for path in papers() if shared not in path.parents]
    return [_subject(path, labels.get(path)) for path in [*own, *labels] if only in str(path)]


def _subject(path: Path, truth: Paper | None) -> Subject:
    from extractor.reading.reader import open_pdf

    with open_pdf(path.read_bytes()) as reader:
        pages = list(reader.pages())
    made = Subject(f"{path.parent.name}/{path.name}", pickle.dumps(pages), truth)
    made.deciding = frozenset(name for name in deciding(made.result)[1] if not name.startswith("checks."))
    return made


def rules(prefix: str = "", part: int = 1) -> list[str]:
    """The rules that are taken out: all but the checks, or one in `part` of them, drawn by their names."""
    from extractor.rules import all_rules

    return [
        name
        for name in all_rules()
        if name.startswith(prefix) and not name.startswith("checks.") and zlib.crc32(name.encode()) % part == 0
    ]


def knock_outs(names: Sequence[str], chosen: Sequence[Subject]) -> list[Trial]:
    """What comes out worse without each of the rules."""
    from extractor.rules import without

    found: list[Trial] = []
    for name in names:
        needing = [paper for paper in chosen if name in paper.deciding and paper.usual]
        if needing:
            with without(name):
                results = [paper.result() for paper in needing]
            for paper, result in zip(needing, results, strict=True):
                found += paper.trials(name, result)
    return found


def harms(seeds: Sequence[int], chosen: Sequence[Subject]) -> list[Trial]:
    """What comes out worse where the pages are harmed."""
    found: list[Trial] = []
    for paper in chosen:
        pages = pickle.loads(paper.pages)
        for name in HARMS:
            for seed in seeds:
                broken = harmed(pages, name, f"{paper.name} {seed}")
                if broken is not None:
                    trials = paper.trials(name, paper.result(pickle.dumps(broken)))
                    shows = name not in OF_WORDS or says_otherwise(pages, broken)
                    found += [replace(one, shows=shows) for one in trials]
    return found


def standing(chosen: Iterable[Subject]) -> list[Trial]:
    """The sound parts of the unbroken program: is_named says that one has an alarm."""
    return [
        Trial("unbroken", paper.name, part, part in doubted(paper.unbroken))
        for paper in chosen
        for part in PARTS
        if not paper.usual[part]
    ]


def share(trials: Sequence[Trial]) -> float:
    """How many of the parts are named, as a share."""
    return sum(one.is_named for one in trials) / len(trials) if trials else 1.0


def _share_of(only: str, at: int, jobs: int, prefix: str, kinds: Sequence[str], part: int) -> dict[str, Any]:
    """The trials of one process: every `jobs`-th rule, and every `jobs`-th paper."""
    chosen = subjects(only)
    found = {}
    if "rules" in kinds:
        found["knock-out"] = knock_outs(rules(prefix, part)[at::jobs], chosen)
    if "harm" in kinds:
        found["harm"] = harms(range(max(1, TIMES // part)), chosen[at::jobs])
    found["alarms"] = standing(chosen) if at == 0 else []
    codes = Counter(code for paper in chosen for part, code in alarms(paper.unbroken) if not paper.usual.get(part))
    return {"trials": found, "codes": codes if at == 0 else Counter()}


def measure(
    only: str, prefix: str, kinds: Sequence[str], part: int, jobs: int
) -> tuple[dict[str, list[Trial]], Counter[str]]:
    """All trials by their kind, and the codes of the alarms on sound parts."""
    trials: dict[str, list[Trial]] = {}
    codes: Counter[str] = Counter()
    with ProcessPoolExecutor(jobs) as pool:
        work = [pool.submit(_share_of, only, at, jobs, prefix, kinds, part) for at in range(jobs)]
        for done in (one.result() for one in work):
            codes += done["codes"]
            for kind, found in done["trials"].items():
                trials.setdefault(kind, []).extend(found)
    return trials, codes


def _table(title: str, trials: Sequence[Trial], key: Callable[[Trial], str], most: int = MOST) -> None:
    named: Counter[str] = Counter()
    silent: Counter[str] = Counter()
    for one in trials:
        (named if one.is_named else silent)[key(one)] += 1
    print(f"  {title}")
    for name in sorted(named.keys() | silent.keys(), key=lambda name: (-silent[name], name))[:most]:
        print(f"    {name:44}{named[name]:6} named{silent[name]:6} silent")


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tools.selfcheck", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rules", default="", help="only rules whose names begin so")
    parser.add_argument("--papers", default="", help="only papers whose path holds this")
    parser.add_argument("--only", choices=("rules", "harm"), help="only one way of breaking")
    parser.add_argument("--silent", action="store_true", help="name each silent part")
    parser.add_argument("--part", type=int, default=1, metavar="N", help="only one rule in N")
    args = parser.parse_args()
    kinds = [args.only] if args.only else ["rules", "harm"]
    trials, codes = measure(args.papers, args.rules, kinds, args.part, os.cpu_count() or 1)
    sound = trials.pop("alarms")
    for kind, found in trials.items():
        print(
            f"{kind}: {sum(one.is_named for one in found)} of {len(found)} worse parts are named ({share(found):.3f})"
        )
        if any(not one.shows for one in found):
            shown = [one for one in found if one.shows]
            print(
                f"  of the {len(shown)} that something in the paper contradicts, "
                f"{sum(one.is_named for one in shown)} are named ({share(shown):.3f})"
            )
        _table("by part", found, lambda one: one.part)
        _table("by cause", found, lambda one: one.cause)
        if args.silent:
            for one in found:
                if not one.is_named:
                    print(f"    silent: {one.cause}: {one.paper} {one.part}")
    print(f"alarms: {sum(one.is_named for one in sound)} of {len(sound)} sound parts ({share(sound):.3f})")
    for one in sound:
        if one.is_named:
            print(f"    {one.paper} {one.part}")
    print("    " + ", ".join(f"{code} {count}" for code, count in codes.most_common()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
