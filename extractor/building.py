"""Work out what :mod:`extractor.built` reads: ``python -m extractor.building [PAPER.pdf ...]``.

The build of the wheel runs it. All modules of the stages are imported, and each cached function that can be called
without arguments, or with a language, is called: these build the patterns from the lexicon. The papers given are
extracted, so that what only a paper asks for is worked out as well; what is missed is worked out when it is needed.
"""

from __future__ import annotations

import functools
import importlib
import inspect
import io
import marshal
import pickle
import pkgutil
import re
import sys
from array import array
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import accumulate, pairwise
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

from extractor import built, bundle, lexicon

#: The packages whose patterns a paper may need.
HOMES = (
    "extractor.lexicon",
    "extractor.grammar",
    "extractor.reading",
    "extractor.layout",
    "extractor.structure",
    "extractor.model",
)


def modules() -> Iterator[ModuleType]:
    """The modules of the stages; those of an extra that is not installed are left out."""
    for home in HOMES:
        package = importlib.import_module(home)
        yield package
        for found in pkgutil.walk_packages(package.__path__, f"{home}."):
            with suppress(ModuleNotFoundError):
                yield importlib.import_module(found.name)


def calls(module: ModuleType) -> None:
    """Call the cached functions of a module that need no more than a language."""
    from extractor.lexicon import LANGUAGES

    for one in list(vars(module).values()):
        if not isinstance(one, functools._lru_cache_wrapper) or one.__module__ != module.__name__:
            continue
        needed = [each for each in inspect.signature(one).parameters.values() if each.default is each.empty]
        if not needed:
            one()
        elif [each.name for each in needed] == ["language"]:
            for language in LANGUAGES:
                one(language)


def code_of(pattern: str, flags: int) -> built.Code:
    """What `re` makes of a pattern, taken where its compiler hands it over."""
    compiler: Any = importlib.import_module("re._compiler")
    plain = compiler._sre
    handed: list[Any] = []

    def caught(_pattern: str, all_flags: int, code: list[int], *groups: Any) -> None:
        handed.append((all_flags, array("I", code).tobytes(), *groups))

    compiler._sre = SimpleNamespace(**{**vars(plain), "compile": caught})
    try:
        compiler.compile(pattern, flags)
    finally:
        compiler._sre = plain
    return handed[0]  # type: ignore[no-any-return]


class _Pickler(pickle.Pickler):
    """Pickles answers; a pattern in them is taken from the values of the build when they are loaded.

    Args:
        stream: is written to.
        flags: those that patterns were compiled with, by the patterns; they know more of their own.
    """

    def __init__(self, stream: io.BytesIO, flags: Mapping[re.Pattern[str], int]) -> None:
        super().__init__(stream, protocol=pickle.HIGHEST_PROTOCOL)
        self._flags = flags

    def reducer_override(self, value: Any) -> Any:
        """How a pattern is made; of all else what `pickle` does."""
        if not isinstance(value, re.Pattern):
            return NotImplemented
        return built.compiled, (value.pattern, self._flags.get(value, value.flags))


def pickled(answers: Mapping[built.Asked, Any], noted: Mapping[bytes, Any]) -> dict[built.Asked, bytes]:
    """The answers as :func:`extractor.built.prepared` takes them."""
    flags = {re.compile(*one): one[1] for one in noted.values() if isinstance(one, tuple)}
    found: dict[built.Asked, bytes] = {}
    for asked, answer in answers.items():
        stream = io.BytesIO()
        _Pickler(stream, flags).dump(answer)
        found[asked] = stream.getvalue()
    return found


def main(papers: Sequence[str]) -> None:
    """Work everything out and write the files."""
    built.forget()
    built.noted, built.noted_answers = {}, {}
    from extractor.pipeline import extract, load_stages

    load_stages()
    needed = [name for name in sys.modules if name.startswith("extractor.")]
    for module in modules():
        calls(module)
    for paper in papers:
        extract(paper)
    write(built.noted, built.FILE)
    lists = [path for path in Path(lexicon.__file__).parent.rglob("*") if path.suffix in (".toml", ".tsv", ".txt")]
    answers = pickled(built.noted_answers, built.noted)
    bundle.write(bundle.bundled(needed, lists, answers), bundle.file_of_bundle())


def write(noted: dict[bytes, Any], file: Path) -> None:
    """Write what was noted, complete or not at all; patterns as `re` keeps them."""
    values = {key: one if isinstance(one, bytes) else marshal.dumps(code_of(*one)) for key, one in noted.items()}
    ends = list(accumulate(map(len, values.values())))
    places = dict(zip(values, pairwise([0, *ends]), strict=True))
    part = file.with_suffix(".part")
    joined = b"".join(values.values())
    head = marshal.dumps((built.MAKER, len(joined), places))
    part.write_bytes(len(head).to_bytes(8, "little") + head + joined)
    part.replace(file)


if __name__ == "__main__":
    main(sys.argv[1:])
