"""How a target is run: seeds into a folder of their own, the package instrumented, libFuzzer's options passed on."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

#: Bytes of an input at most; seeds are cut to it.
LONGEST = 4096


def fuzz(
    load: Callable[[], tuple[Callable[[bytes], None], Iterable[bytes], Iterable[str]]], arguments: list[str]
) -> None:
    """Fuzz until an option of libFuzzer says stop or something breaks (then the process ends with its code 77).

    `load` imports what is to be instrumented and returns the target, the seeds and words worth trying.
    """
    import atheris

    with atheris.instrument_imports(include=["extractor"]):
        target, seeds, words = load()
    own = [argument for argument in arguments if argument.startswith("-")]
    folders = [argument for argument in arguments if not argument.startswith("-")]
    with tempfile.TemporaryDirectory() as place:
        start, table = Path(place, "seeds"), Path(place, "words")
        start.mkdir()
        for number, seed in enumerate(seeds):
            (start / f"{number:04}").write_bytes(seed[:LONGEST])
        escaped = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in words)
        table.write_text("".join(f'"{word}"\n' for word in escaped))
        defaults = [f"-max_len={LONGEST}", f"-dict={table}", "-timeout=60", f"-artifact_prefix={place}/"]
        again = any(Path(folder).is_file() for folder in folders)  # inputs to be run once more, each by itself
        atheris.Setup([sys.argv[0], *defaults, *own, *folders, *([] if again else [str(start)])], target)
        atheris.Fuzz()
