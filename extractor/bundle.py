"""What one paper needs of the package, in one piece: the code of the modules, and answers that the build worked out.

To look for three hundred files and to take their bytecode in one by one takes as long as to read ten pages; to put the
patterns of the grammar together from the word lists takes as long again. The build (:mod:`extractor.building`) does
both and keeps what comes of it beside the values of :mod:`extractor.built`. A command that reads one paper takes it
from there where each module and each word list is as it was then, and the user adds none; else it does without. The
bundle can be of no use, never wrong.
"""

from __future__ import annotations

import importlib
import marshal
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import MAGIC_NUMBER, source_hash, spec_from_file_location
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

from extractor import built
from extractor.records import Struct

# The module written in C that gives code the name of its file, as the import of bytecode does.
_imp: Any = importlib.import_module("_imp")

#: What code and answers were made by.
MAKER = (MAGIC_NUMBER, sys.flags.optimize)
#: The folder of the package.
_HOME = os.path.dirname(os.path.abspath(__file__))


class Bundle(Struct, frozen=True):
    """What a file holds.

    Attributes:
        files: the hash of each file that it was made from, by its path in the package.
        modules: path and code of each module, by its name.
        answers: what :func:`extractor.built.prepared` keeps.
    """

    files: dict[str, bytes]
    modules: dict[str, tuple[str, CodeType]]
    answers: dict[built.Asked, bytes]


def file_of_bundle() -> Path:
    """Where the bundle is."""
    return built.FILE.with_name(built.FILE.name.replace("built.", "built.modules.", 1))


def bundled(names: Iterable[str], data: Iterable[Path], answers: Mapping[built.Asked, bytes]) -> Bundle:
    """The bundle of these modules of the package, which are loaded, and of answers that were made from these files."""
    files: dict[str, bytes] = {}
    modules: dict[str, tuple[str, CodeType]] = {}
    for path in data:
        files[os.path.relpath(path, _HOME)] = source_hash(path.read_bytes())
    for name in names:
        path = Path(sys.modules[name].__file__ or "")
        text, place = path.read_bytes(), os.path.relpath(path, _HOME)
        files[place] = source_hash(text)
        modules[name] = place, compile(text, str(path), "exec", dont_inherit=True)
    return Bundle(files, modules, dict(answers))


def write(bundle: Bundle, file: Path) -> None:
    """Write a bundle, complete or not at all."""
    part = file.with_suffix(".part")
    part.write_bytes(marshal.dumps((MAKER, bundle.files, bundle.modules, bundle.answers)))
    part.replace(file)


def read(file: Path) -> Bundle | None:
    """The bundle of a file; None where it is missing, damaged, made by another interpreter or from other files."""
    try:
        maker, files, modules, answers = marshal.loads(file.read_bytes())
        if maker != MAKER:
            return None
        for place, made_from in files.items():
            with open(os.path.join(_HOME, place), "rb", buffering=0) as stream:
                if source_hash(stream.readall()) != made_from:
                    return None
    except (OSError, EOFError, ValueError, TypeError):
        return None
    return Bundle(files, modules, answers)


class _Loader(SourceFileLoader):
    """Loads a module from its code; all else that may be asked about it is that of its file."""

    def __init__(self, name: str, path: str, code: CodeType) -> None:
        super().__init__(name, path)
        self._code: CodeType | None = code

    def get_code(self, fullname: str) -> CodeType | None:
        code, self._code = self._code, None  # once: a module that is loaded again may have changed
        return code or super().get_code(fullname)


class _Finder:
    """Finds the modules of a bundle."""

    def __init__(self, modules: Mapping[str, tuple[str, CodeType]]) -> None:
        self._modules = modules

    def find_spec(self, name: str, _path: Sequence[str] | None, _target: ModuleType | None = None) -> ModuleSpec | None:
        """What the import system asks; of other modules nothing is known."""
        known = self._modules.get(name)
        if known is None:
            return None
        place, code = known
        file = os.path.join(_HOME, place)
        if code.co_filename != file:
            _imp._fix_co_filename(code, file)
        inside = [os.path.dirname(file)] if place.endswith("__init__.py") else None
        return spec_from_file_location(name, file, loader=_Loader(name, file, code), submodule_search_locations=inside)


@contextmanager
def in_use() -> Iterator[None]:
    """Import modules from the bundle, and take answers from it from now on."""
    bundle = None if os.environ.get(built.MORE_WORDS) else read(file_of_bundle())
    if bundle is None:
        yield
        return
    built.answers.update(bundle.answers)
    finder = _Finder(bundle.modules)
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
