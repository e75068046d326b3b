"""Whether the JSON of every paper is the same as at another commit: `make same`, or `make same BASE=REV`.

A change that only moves or renames code must not change a byte of the output. The papers are the samples, generated
agendas (`tests/roundtrip`) and, where it lies beside the repository, all PDFs of `../shared`. The other commit is
unpacked beside `build/same/`, where its output is kept by the commit's and the papers' hashes (one folder for all work
trees), so that only this tree is run again. Both run in the same environment, two papers side by side.

Prints one line a paper that differs, with the first paths that differ in it; exit code 1 when there is one.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SEEDS = range(20)
#: So many papers are named, and so many paths for each of them.
MOST, SHOWN = 15, 6

#: Run in a process of its own for each tree: papers by line on standard input, a JSON object a line on standard output.
_WORK = """
import json, sys
from extractor import extract
for line in sys.stdin:
    path, name = json.loads(line)
    try:
        agenda = extract(path)
        agenda.source.path = name
        text = agenda.to_json()
    except Exception as error:
        text = json.dumps({"failed": f"{type(error).__name__}: {error}".replace(path, name)})
    print(json.dumps([name, text]), flush=True)
"""


def home() -> Path:
    """The folder that keeps trees, outputs and generated papers; all work trees share it."""
    return Path(_git("rev-parse", "--path-format=absolute", "--git-common-dir")).parent / "build" / "same"


def name_of(path: Path) -> str:
    """What a paper is called here, wherever the work tree lies."""
    return "/".join(path.parts[-3:])


def papers() -> list[Path]:
    """All PDFs that are compared, generated ones included (typeset once and kept)."""
    found = sorted((ROOT / "samples").glob("*.pdf")) + _generated()
    shared = ROOT.parent / "shared"
    return found + sorted(path for path in shared.rglob("*.pdf") if "hostile" not in path.parts)


def _generated() -> list[Path]:
    maker = b"".join(
        path.read_bytes()
        for folder in ("tests/roundtrip", "tools/typeset")
        for path in sorted((ROOT / folder).iterdir())
        if path.is_file()
    )
    folder = home() / f"generated-{hashlib.sha256(maker).hexdigest()[:12]}"
    made = [folder / f"{seed}.pdf" for seed in SEEDS]
    if not all(path.exists() for path in made):
        from tests.roundtrip.generator import generate
        from tools.typeset.press import press

        folder.mkdir(parents=True, exist_ok=True)
        for seed, path in zip(SEEDS, made, strict=True):
            _write(path, press(generate(seed)))
    return made


def _write(path: Path, data: bytes) -> None:
    """Whole or not at all: several work trees may write the same."""
    part = path.with_name(f"{path.name}.{os.getpid()}")
    part.write_bytes(data)
    part.replace(path)


def output_of(tree: Path, paths: list[Path]) -> dict[str, str]:
    """The JSON that the package in ``tree`` makes of each paper, by its name."""
    environment = {**os.environ, "PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": ""}
    jobs = [
        subprocess.Popen(
            [sys.executable, "-c", _WORK], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment,
            cwd=tree,
        )
        for _ in range(2)
    ]  # fmt: skip
    # the larger papers are dealt out first, so that both processes end at about the same time
    dealt = sorted(paths, key=lambda path: -path.stat().st_size)
    found: dict[str, str] = {}
    for at, job in enumerate(jobs):
        assert job.stdin is not None
        job.stdin.write("".join(json.dumps([str(path), name_of(path)]) + "\n" for path in dealt[at::2]))
        job.stdin.close()
    for job in jobs:
        assert job.stdout is not None
        for line in job.stdout:
            name, text = json.loads(line)
            found[name] = text
        if job.wait():
            raise SystemExit(f"same: the extraction in {tree} ended with exit code {job.returncode}")
    return found


def base_output(revision: str, paths: list[Path]) -> dict[str, str]:
    """The output at a commit, from the folder where it is kept or made now."""
    commit = _git("rev-parse", "--verify", f"{revision}^{{commit}}")
    if not commit:
        raise SystemExit(f"same: there is no commit {revision!r}")
    kept = _kept(commit, paths)
    if kept.exists():
        return dict(json.loads(kept.read_text(encoding="utf-8")))
    with tempfile.TemporaryDirectory(dir=kept.parent) as tree:
        archive = subprocess.run(["git", "archive", commit, "extractor"], cwd=ROOT, capture_output=True, check=True)
        subprocess.run(["tar", "-x", "-C", tree], input=archive.stdout, check=True)
        found = output_of(Path(tree), paths)
    _write(kept, json.dumps(found).encode())
    return found


def new_output(paths: list[Path]) -> dict[str, str]:
    """The output of this tree; kept for its commit where nothing is uncommitted."""
    found = output_of(ROOT, paths)
    if not _git("status", "--porcelain"):
        _write(_kept(_git("rev-parse", "HEAD"), paths), json.dumps(found).encode())
    return found


def _git(*args: str) -> str:
    return subprocess.run(["git", *args], cwd=ROOT, capture_output=True, text=True).stdout.strip()


def _kept(commit: str, paths: list[Path]) -> Path:
    key = hashlib.sha256("".join(f"{name_of(p)}:{p.stat().st_size}\n" for p in paths).encode()).hexdigest()[:12]
    folder = home()
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{commit[:16]}-{key}.json"


def differences(old: Any, new: Any, path: str = "") -> Iterator[str]:
    """The paths at which two JSON values differ, with both values in short."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in [*old, *(key for key in new if key not in old)]:
            yield from differences(old.get(key), new.get(key), f"{path}.{key}" if path else key)
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for at, (one, other) in enumerate(zip(old, new, strict=True)):
            yield from differences(one, other, f"{path}[{at}]")
    elif old != new:
        yield f"{path}: {_short(old)} -> {_short(new)}"


def _short(value: Any) -> str:
    text = f"{len(value)} entries" if isinstance(value, list) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else text[:57] + "..."


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", default="HEAD", help="the commit to compare with (HEAD: what is uncommitted now)")
    parser.add_argument("--all", action="store_true", help="name every paper and path that differs")
    parser.add_argument("--only", default="", help="only papers whose path holds this")
    args = parser.parse_args()
    paths = [path for path in papers() if args.only in str(path)]
    old, new = base_output(args.base, paths), new_output(paths)
    unlike = 0
    for path in map(name_of, paths):
        if old.get(path) == new.get(path):
            continue
        unlike += 1
        if unlike > MOST and not args.all:
            continue
        where = list(differences(json.loads(old.get(path) or "null"), json.loads(new.get(path) or "null")))
        print(path)
        for line in where if args.all else where[:SHOWN]:
            print(f"    {line}")
        if len(where) > SHOWN and not args.all:
            print(f"    ... and {len(where) - SHOWN} more")
    print(f"same: {len(paths) - unlike} of {len(paths)} papers are byte-equal to {args.base}")
    return 1 if unlike else 0


if __name__ == "__main__":
    sys.exit(main())
