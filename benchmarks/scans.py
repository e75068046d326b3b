"""CPU seconds that a page of a scan takes, with both recognisers, beside ``ocrmypdf`` on the same scans.

The scans are those of three of our own samples, made with mild damage (:mod:`tools.scan`). Each is read by a process of
its own, so that what is loaded once a paper counts as well.

usage: python -m benchmarks.scans [--degree clean|mild|harsh]
"""

from __future__ import annotations

import argparse
import importlib.util
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ("vienna_working_group", "geneva_working_party", "newyork_organization_of_work")

#: The target of the project: CPU seconds a page.
TARGET = 2.5

#: What reads scans beside PDFium: the extra ``ocr``, and what the damage is made with.
_NEEDED = ("cv2", "tesserocr", "onnxruntime", "rapidocr", "PIL")


def spent(command: Sequence[str]) -> float:
    """CPU seconds of a command and of what it started."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--degree", choices=("clean", "mild", "harsh"), default="mild")
    degree = parser.parse_args(argv).degree
    missing = [name for name in _NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        print(f"scans are not measured: {', '.join(missing)} not installed")
        return 0
    import pypdfium2

    from tools.scan import scanned

    own = [sys.executable, "-m", "extractor", "extract", "--ocr", "force"]
    other = shutil.which("ocrmypdf")
    ours = theirs = 0.0
    pages = 0
    with tempfile.TemporaryDirectory() as folder:
        for name in SAMPLES:
            path = Path(folder) / f"{name}.pdf"
            path.write_bytes(scanned((ROOT / "samples" / f"{name}.pdf").read_bytes(), degree))
            pages += len(pypdfium2.PdfDocument(path))
            ours += spent([*own, str(path)])
            if other:
                theirs += spent(
                    [other, "--jobs", "1", "--output-type", "pdf", str(path), str(path.with_suffix(".out"))]
                )
    print(f"{len(SAMPLES)} {degree} scans, {pages} pages: CPU seconds a page")
    print(f"  extract   {ours / pages:5.2f}   (target {TARGET})")
    print(f"  ocrmypdf  {theirs / pages:5.2f}" if other else "  ocrmypdf is not installed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
