"""`make variations`: every sample in fifty harmless variations; each must give the values of the sample.

Some are made where the sample is typeset (fonts, sizes, margins, watermarks, numbered lines), some on its PDF (rotated,
scaled and reordered pages, stamps, other writers). Prints the variations that differ, with the first paths; exit code 1
when one does that is not listed as open. `--part N` takes one pair of sample and variation in N.
"""

from __future__ import annotations

import argparse

from tools.variations.run import NAMES, failures, is_open, pairs


def main() -> int:
    """Entry point."""
    parser = argparse.ArgumentParser(prog="python -m tools.variations", description=__doc__)
    parser.add_argument("names", nargs="*", help="variations by a part of their names (default: all)")
    parser.add_argument("--sample", default="", help="samples by a part of their names (default: all)")
    parser.add_argument("--part", type=int, default=1, help="one pair of sample and variation in so many")
    parser.add_argument("--paths", type=int, default=4, help="so many paths are shown of each (default: 4)")
    args = parser.parse_args()
    named = [name for name in NAMES if not args.names or any(part in name for part in args.names)]
    chosen = [pair for pair in pairs(args.part) if pair[1] in named and args.sample in pair[0]]
    failed = known = 0
    for sample, name in chosen:
        found = failures(sample, name)
        if found:
            known += is_open(sample, name)
            failed += not is_open(sample, name)
            print(f"{sample}: {name}{' (open)' * is_open(sample, name)}: {len(found)} differences", flush=True)
            for line in found[: args.paths]:
                print(f"    {line}", flush=True)
    right = len(chosen) - failed - known
    print(f"variations: {right} of {len(chosen)} give the values of their sample, {known} are known not to")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
