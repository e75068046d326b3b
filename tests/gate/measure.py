"""Accuracy as F1, measured, compared with the floors reached so far, and the floors raised.

The project's own samples (truth beside each PDF, facts compared for equality here) and, where the repository has the
optional corpus ``../shared`` beside it: its gold labels and its made papers (scored by its own ``score``), and the
ledger of both (measured by its own ``audit``, which needs poppler's ``pdftotext``), and its papers whose tables are
known (``make tables``). Floors are keyed to a hash of what they were measured on, and only rise.

usage: python -m tests.gate.measure [--raise] [--gold DIR]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from typing import Any

from extractor.grammar.symbols import parse_symbol
from extractor.grammar.symbols.address import target_of
from extractor.model import Agenda
from tests.conftest import SAMPLES, SHARED
from tests.gate.boxes import boxed
from tests.gate.tables import has_tables, table_files, tables

FLOORS = Path(__file__).with_name("floors.json")

Scores = dict[str, float]


def corpus_hash(paths: Iterable[Path]) -> str:
    """A hash of the names and contents of files."""
    total = hashlib.sha256()
    for path in sorted(paths, key=lambda path: (path.parent.name, path.name)):
        total.update(f"{path.parent.name}/{path.name}\0".encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


#: The sets of the optional corpus: where the labels of each lie, and where its PDFs.
SETS = {"gold": ("gold", "corpus/agendas"), "made": ("made", "made")}


def set_files(name: str, shared: Path = SHARED) -> list[Path]:
    """Everything that the scores on a set depend on, but for the extractor."""
    labels, papers = SETS[name]
    return [
        *(shared / labels).glob("*.json"),
        *(shared / papers).glob("*.pdf"),
        *(path for path in [shared / "score"] if path.is_file()),
    ]


def has_set(name: str, shared: Path = SHARED) -> bool:
    """Whether a set of the optional corpus is there with its labels and the scorer."""
    return (shared / "score").is_file() and all((shared / folder).is_dir() for folder in SETS[name])


def score_set(name: str, shared: Path = SHARED) -> Scores:
    """F1 a measure on the labels of a set, and how well warnings tell right from wrong, by the corpus's own scorer.

    `told` is the share of parts of papers that are right or have a warning, `quiet` that of right parts without one.
    """
    from extractor import extract

    labels, papers = SETS[name]
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        for label in sorted((shared / labels).glob("*.json")):
            pdf = shared / papers / json.loads(label.read_text(encoding="utf-8"))["file"]
            (out / label.name).write_text(extract(pdf).to_json(compact=True), encoding="utf-8")
        table = _measured(
            [
                str(shared / "score"),
                "--flags",
                "--out",
                str(out),
                "--gold",
                str(shared / labels),
                "--pdf",
                str(shared / papers),
            ],
            out,
        )
    flags = table["flags"]
    silent = (flags["wrong"] - flags["flagged"]) / (flags["wrong"] + flags["sound"])
    known = {"told": 1 - silent, "quiet": 1 - flags["alarms"] / max(1, flags["sound"])}
    return {measure: row["f1"] for measure, row in table["measures"].items()} | known


def audit_files(shared: Path = SHARED) -> list[Path]:
    """Everything that the measures of the ledger depend on, but for the extractor and poppler."""
    return [*(shared / "corpus" / "agendas").glob("*.pdf"), *(shared / "made").glob("*.pdf"), shared / "audit"]


def has_audit(shared: Path = SHARED) -> bool:
    """Whether the optional corpus has its audit, and the machine has what that needs."""
    return (shared / "audit").is_file() and shutil.which("pdftotext") is not None


def audit(shared: Path = SHARED) -> Scores:
    """The shares of words kept, of words held once, and of values in their boxes, by the corpus's own audit."""
    from extractor import extract

    papers = sorted(path for path in audit_files(shared) if path.suffix == ".pdf")
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        for pdf in papers:
            (out / f"{pdf.stem}.json").write_text(extract(pdf).to_json(compact=True), encoding="utf-8")
        table = _measured([str(shared / "audit"), "--out", str(out), *map(str, papers)], out)
        kinds = boxed(shared / "audit", papers, out)
    least = min(row["kept"] for row in table["papers"].values())
    shares = {name: table["mean"][name] for name in ("kept", "once", "boxed", "linked")}
    return {**shares, "kept of each paper": least, **kinds}


#: The folders of papers whose links say what they cite.
LINKED = ("agendas", "documents")


def linked_files(shared: Path = SHARED) -> list[Path]:
    """Everything that the measures of links depend on, but for the extractor."""
    papers = [path for name in LINKED for path in (shared / "corpus" / name).glob("*.pdf")]
    return [*papers, *(path for path in [shared / "audit"] if path.is_file())]


def has_linked(shared: Path = SHARED) -> bool:
    """Whether the optional corpus has papers with links."""
    return (shared / "audit").is_file() and all((shared / "corpus" / name).is_dir() for name in LINKED)


def linked(shared: Path = SHARED) -> Scores:
    """The share of what papers link that is cited on its page, with the links and without them.

    The audit of the corpus asks for the symbol of each link; `held` counts a link to the sheet of a resolution as cited
    where one of its parts is.
    """
    from extractor import extract

    loader = SourceFileLoader("audit_of_the_corpus", str(shared / "audit"))
    spec = spec_from_loader(loader.name, loader)
    assert spec is not None
    script = module_from_spec(spec)
    loader.exec_module(script)
    shares: dict[str, list[float]] = {}
    for name in LINKED:
        for pdf in sorted((shared / "corpus" / name).glob("*.pdf")):
            wanted = [(page, one) for page, found in script.targets(str(pdf)).items() for one in sorted(found)]
            if not wanted:
                continue
            shown, ignored = extract(pdf, blocks=False), extract(pdf, blocks=False, ignore=["links"])
            for how, agenda in (("", shown), (" by text", ignored)):
                cited = _cited(agenda)
                plain = {(page, script.canonical(symbol)) for page, symbol in cited}
                exact = [one in plain for one in wanted]
                held = [found or _is_held(*one, cited) for one, found in zip(wanted, exact, strict=True)]
                shares.setdefault(name + how, []).append(sum(exact) / len(wanted))
                shares.setdefault(f"{name}{how}, held", []).append(sum(held) / len(wanted))
    return {measure: sum(found) / len(found) for measure, found in shares.items()}


def _cited(agenda: Agenda) -> set[tuple[int | None, str]]:
    """The symbols that a result cites, each with its page."""
    cited = {(one.page, one.symbol) for one in agenda.references if one.symbol}
    cited |= {(one.page, symbol) for one in agenda.documents for symbol in one.symbols}
    return cited | {(1, symbol) for symbol in agenda.document.symbols}


def _is_held(page: int, symbol: str, cited: set[tuple[int | None, str]]) -> bool:
    """Whether a part of the paper of a symbol is cited on the page."""
    target = target_of(f"https://undocs.org/{symbol}")
    return target is not None and any(on == page and target.holds(parse_symbol(one)) for on, one in cited)


def _measured(command: list[str], out: Path) -> Any:
    """The table that one of the corpus's own tools writes."""
    table = out / "measured.table"
    done = subprocess.run(
        [sys.executable, command[0], "--json", str(table), *command[1:]], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{command[0]} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return json.loads(table.read_text(encoding="utf-8"))


#: Of the rules one in so many is taken out for the floors, and each harm is done once.
SELFCHECK_PART = 8


def selfcheck() -> Scores:
    """Whether the program knows where it is wrong, on the own samples (`make selfcheck` has all rules and papers).

    The shares of worse parts that a warning names, without a rule and from harmed pages, and of sound parts that have
    no alarm.
    """
    from tools.selfcheck import harms, knock_outs, rules, share, standing, subjects

    papers = subjects("samples/")
    harmed = harms([0], papers)
    return {
        "named without a rule": share(knock_outs(rules(part=SELFCHECK_PART), papers)),
        "named after harm": share(harmed),
        "named after harm that shows": share([one for one in harmed if one.shows]),
        "quiet": 1 - share(standing(papers)),
    }


def sample_files(folder: Path = SAMPLES) -> list[Path]:
    """The samples and their truth."""
    return [*folder.glob("*.pdf"), *folder.glob("*.truth.json")]


def score_samples(folder: Path = SAMPLES) -> Scores:
    """F1 a section of the output on the own samples, or on gold files in the same form.

    The mean of the papers that have the section or invent it.
    """
    from extractor import extract

    papers: dict[str, list[float]] = {}
    for path in sorted(folder.glob("*.truth.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        found = json.loads(extract(path.with_name(path.name.replace(".truth.json", ".pdf"))).to_json())
        expected, got = facts(truth), facts(found)
        for section in sorted(expected):
            if expected[section] or got[section]:
                papers.setdefault(section, []).append(f1(expected[section], got[section]))
    return {section: sum(scores) / len(scores) for section, scores in sorted(papers.items())}


def f1(expected: Counter[Any], got: Counter[Any]) -> float:
    """Harmonic mean of precision and recall over multisets."""
    return 2 * (expected & got).total() / (expected.total() + got.total())


def facts(paper: dict[str, Any]) -> dict[str, Counter[Any]]:
    """What a paper says, section by section, as comparable facts.

    No part of the truth, and so left out: pages and boxes; what is inferred and not printed (zones, moments); the word
    before a number ("Item 1"); mentions of documents, which the truth lists with their items.
    """
    items = list(flat(paper.get("items", [])))
    return {
        "document": _pairs(paper.get("document") or {}),
        "meetings": sum((_pairs(_printed(meeting)) for meeting in paper.get("meetings", [])), Counter()),
        "items": Counter((item["number"], _figure(item["label"]), item["title"], item["cluster"]) for item in items),
        "annotations": Counter(
            (item["number"], item["title"], block["type"], block["number"], block["text"])
            for item in items
            for block in item["annotation"]
        ),
        "documents": Counter(
            (document["item"], document["title"], tuple(document["symbols"])) for document in paper.get("documents", [])
        ),
        "schedule": Counter(
            _frozen({key: value for key, value in _printed(row).items() if key not in ("page", "bbox", "places")})
            for row in paper.get("schedule", [])
        ),
        "footnotes": Counter((note["marker"], note["text"]) for note in paper.get("footnotes", [])),
        "references": Counter(
            {
                (reference["kind"], reference["number"], reference["symbol"])
                for reference in paper.get("references", [])
                if reference["kind"] != "document"
            }
        ),
    }


def flat(items: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Items and their sub-items, in printed order."""
    for item in items:
        yield item
        yield from flat(item["items"])


def _printed(values: dict[str, Any]) -> dict[str, Any]:
    """Without what is inferred from the place: the zone, and moments with their offset from UTC."""
    return {
        key: value[: len("2031-10-29T10:30")] if key == "opens_at" and value else value
        for key, value in values.items()
        if key not in ("timezone", "starts_at", "ends_at")
    }


def _figure(label: str | None) -> str | None:
    """The last word of a printed label, without its full stop."""
    return label.split()[-1].rstrip(".") if label and label.split() else label


def _pairs(values: dict[str, Any]) -> Counter[Any]:
    return Counter((key, _frozen(value)) for key, value in values.items() if value not in (None, []))


def _frozen(value: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def read_floors() -> dict[str, dict[str, Any]]:
    """The floors as recorded: ``{"samples": {hash: {measure: floor}}, "gold": {…}}``."""
    recorded: dict[str, dict[str, Any]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return recorded


def raised(floors: Scores, reached: Scores) -> Scores:
    """The floors after ``reached``: higher where it is higher, never lower. Rounded down to a thousandth."""
    return {
        measure: max(floors.get(measure, 0.0), math.floor(reached.get(measure, 0.0) * 1000 + 1e-9) / 1000)
        for measure in sorted(floors.keys() | reached.keys())
    }


def shortfalls(floors: Scores, reached: Scores) -> list[str]:
    """The measures below their floor, in words."""
    return [
        f"{measure}: {reached.get(measure, 0.0):.4f}, the floor is {floor:.3f}"
        for measure, floor in floors.items()
        if reached.get(measure, 0.0) < floor - 1e-9
    ]


def main() -> int:
    """Print what is reached beside the floors; with ``--raise`` record it."""
    parser = argparse.ArgumentParser(prog="python -m tests.gate.measure", description="Accuracy beside its floors.")
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors to what is reached now")
    parser.add_argument(
        "--gold", type=Path, help="print only what is reached on the gold files of `un-agenda corrections export`"
    )
    args = parser.parse_args()
    if args.gold is not None:
        for measure, value in score_samples(args.gold).items():
            print(f"  {measure:18}{value:8.3f}")
        return 0
    recorded = read_floors() if FLOORS.exists() else {}
    corpora = {
        "samples": (corpus_hash(sample_files()), score_samples()),
        "selfcheck": (corpus_hash(sample_files()), selfcheck()),
    }
    for name in SETS:
        if has_set(name):
            corpora[name] = (corpus_hash(set_files(name)), score_set(name))
    if has_audit():
        corpora["ledger"] = (corpus_hash(audit_files()), audit())
    if has_linked():
        corpora["linked"] = (corpus_hash(linked_files()), linked())
    if has_tables():
        corpora["tables"] = (corpus_hash(table_files()), tables())
    wrong = []
    for name, (key, reached) in corpora.items():
        known = recorded.setdefault(name, {})
        # Samples that were added or changed must reach what the old ones reached; another corpus starts afresh.
        floors = known.get(key) or (raised({}, _highest(known)) if name == "samples" else {})
        print(f"{name} ({key[:12]})")
        for measure, value in reached.items():
            print(f"  {measure:18}{value:8.3f}   floor {floors.get(measure, 0.0):.3f}")
        wrong += [f"{name}: {line}" for line in shortfalls(floors, reached)]
        if name == "samples":
            known.clear()
        known[key] = raised(floors, reached)
    for line in wrong:
        print("BELOW THE FLOOR " + line)
    if args.lift:
        if wrong:
            print("the floors stay as they are: they only rise")
            return 3
        FLOORS.write_text(json.dumps(recorded, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 3 if wrong else 0


def _highest(known: dict[str, Scores]) -> Scores:
    highest: Scores = {}
    for floors in known.values():
        highest = raised(highest, floors)
    return highest


if __name__ == "__main__":
    sys.exit(main())
