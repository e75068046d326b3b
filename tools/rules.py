"""What each rule is worth: how many papers come out otherwise without it. `make rules`, or `make rules RULE=blocks.`.

The pages of each paper are read once; then each rule that decides something in it is taken out in turn and the later
stages run again. The papers are those of `make same`: samples, generated agendas and, where they are, those of
`../shared`.
"""

from __future__ import annotations

import argparse
import os
import pickle
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tools.deciding import deciding
from tools.same import ROOT, papers

#: The columns of the table, by the folder a paper lies in.
_GROUPS = ("samples", "generated", "shared")


def _group(path: Path) -> str:
    if any(part.startswith("generated-") for part in path.parts):
        return "generated"
    return "samples" if path.is_relative_to(ROOT) else "shared"


def changes(path: Path, names: list[str]) -> list[str]:
    """The rules without which one paper comes out otherwise."""
    from extractor.errors import AgendaError
    from extractor.model.drafts import Source, json_of
    from extractor.pipeline import interpret
    from extractor.reading.reader import open_pdf
    from extractor.rules import without

    try:
        with open_pdf(path.read_bytes()) as reader:
            pages = pickle.dumps(list(reader.pages()))
    except AgendaError:
        return []

    def output() -> str:
        read = pickle.loads(pages)
        source = Source(path="-", sha256="0" * 64, bytes=1, pages=len(read), producer=None, text_layer="digital")
        try:
            return json_of(interpret(source, read)).decode()
        except Exception as error:
            return repr(error)

    usual, needed = deciding(output)
    found = []
    for name in names:
        if name not in needed:
            continue
        with without(name):
            if output() != usual:
                found.append(name)
    return found


def main() -> int:
    from extractor.rules import all_rules

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("prefix", nargs="?", default="", help="only rules whose names begin so")
    parser.add_argument("--papers", default="", help="only papers whose path holds this")
    args = parser.parse_args()
    names = [name for name in all_rules() if name.startswith(args.prefix)]
    paths = [path for path in papers() if args.papers in str(path)]
    counts: Counter[tuple[str, str]] = Counter()
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for path, found in zip(paths, pool.map(changes, paths, [names] * len(paths), chunksize=4), strict=True):
            counts.update((name, _group(path)) for name in found)
    print("\t".join(("rule", *_GROUPS)))
    for name in names:
        print("\t".join((name, *(str(counts[name, group]) for group in _GROUPS))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
