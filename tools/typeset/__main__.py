"""`python -m tools.typeset samples [NAME…]`: print the samples and write their truth.

`python -m tools.typeset one SOURCE.json -o OUT.pdf`: print one source.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from tools.typeset.press import press
from tools.typeset.truth import truth

SAMPLES = Path(__file__).parents[2] / "samples"


def main() -> int:
    """Entry point."""
    parser = argparse.ArgumentParser(prog="python -m tools.typeset", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    samples = verbs.add_parser("samples", help="all of samples/, or those named")
    samples.add_argument("names", nargs="*")
    one = verbs.add_parser("one", help="one source file")
    one.add_argument("source", type=Path)
    one.add_argument("-o", "--output", type=Path, required=True)
    args = parser.parse_args()
    if args.verb == "one":
        args.output.write_bytes(press(json.loads(args.source.read_text(encoding="utf-8"))))
        return 0
    for path in sorted(SAMPLES.glob("*.source.json")):
        name = path.name.removesuffix(".source.json")
        if args.names and name not in args.names:
            continue
        source = json.loads(path.read_text(encoding="utf-8"))
        path.with_name(f"{name}.pdf").write_bytes(press(source))
        expected = json.dumps(truth(source), ensure_ascii=False, indent=1) + "\n"
        path.with_name(f"{name}.truth.json").write_text(expected, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
