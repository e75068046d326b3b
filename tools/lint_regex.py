"""Regular expressions of the package that take more than linear time: a part of `make lint`.

All modules are imported and the samples are read while the compiler of `re` is watched, so that patterns that are built
from the lexicon are seen too. How a pattern is used (`match`, `fullmatch` or a search) is read from the source where it
can be; others count as searched for.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

from extractor import built

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "extractor"


class Place(NamedTuple):
    """Where a pattern is compiled."""

    path: str
    line: int
    function: str = ""


def collect() -> dict[tuple[str, int], Place]:
    """All patterns that the package compiles, with their flags, and where each is compiled first."""
    compiler: Any = importlib.import_module("re._compiler")
    plain: Callable[..., Any] = compiler.compile
    found: dict[tuple[str, int], Place] = {}

    def watched(pattern: Any, flags: int = 0) -> Any:
        place = _place(sys._getframe(1))
        if place is not None and isinstance(pattern, str):
            found.setdefault((pattern, int(flags)), place)
        return plain(pattern, flags)

    built.forget()  # patterns from the build are not compiled
    compiler.compile = watched
    re.purge()
    try:
        _run()
    finally:
        compiler.compile = plain
    return found


def _place(frame: FrameType | None) -> Place | None:
    while frame is not None and frame.f_code.co_filename in (re.__file__, built.__file__):
        frame = frame.f_back
    path = Path(frame.f_code.co_filename) if frame is not None else ROOT
    if frame is None or PACKAGE not in path.parents:
        return None  # a library's own
    return Place(str(path.relative_to(ROOT)), frame.f_lineno, frame.f_code.co_name)


def _run() -> None:
    """Import all modules, read the samples, and write them in each format."""
    import extractor

    for module in pkgutil.walk_packages(extractor.__path__, "extractor."):
        if ".migrations" not in module.name and module.name != "extractor.__main__":
            try:
                importlib.import_module(module.name)
            except ModuleNotFoundError as error:
                if (error.name or "").startswith("extractor"):
                    raise
                # It needs an extra that is not installed; its patterns are read from its text alone.
    for path in sorted((ROOT / "samples").glob("*.pdf")):
        extractor.extract(path)
    from extractor import grammar

    for name in grammar.__all__:
        thing = getattr(grammar, name)
        if callable(thing) and name.startswith("find_"):
            for text in (
                "Item 3 (a) of resolution 80/1, in Geneva on 3 May 2031, A/80/1",
                "第八十届会议",
                "الدورة الثمانون",
            ):
                thing(text)


#: Patterns that functions build, by file and function, and how they are used.
BUILT = {
    ("extractor/structure/masthead/patterns.py", "whole"): {"match"},
    ("extractor/structure/vocabulary.py", "_whole"): {"match"},
    ("extractor/structure/timetable/phrases.py", "pattern"): {"match"},
    ("extractor/structure/timetable/item_numbers.py", "_token"): {"match"},
    ("extractor/grammar/calendar/periods.py", "_status"): {"match"},
    ("extractor/grammar/citations/find.py", "_into"): {"match"},
    ("extractor/grammar/citations/numbers.py", "connector"): {"match"},
    ("extractor/grammar/citations/numbers.py", "between"): {"match"},
}


def uses() -> tuple[dict[Place, set[str]], dict[str, set[str]], dict[str, Place]]:
    """How patterns are used: those that have a name by the place of `re.compile`, those of `re.match(...)` by text.

    And where the latter stand: they are compiled when they are first used.
    """
    called: dict[str, set[str]] = defaultdict(set)
    texts: dict[str, set[str]] = defaultdict(set)
    places: dict[str, Place] = {}
    fields: dict[str, set[str]] = defaultdict(set)
    compiled: list[tuple[str, str, ast.Call]] = []
    by_field: list[tuple[str, str, ast.Call]] = []
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        name = str(path.relative_to(ROOT))
        asked = {node.value for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign) and _is_compile(node.value) and isinstance(node.targets[0], ast.Name):
                assert isinstance(node.value, ast.Call)
                compiled.append((name, node.targets[0].id, node.value))
            elif isinstance(node, ast.FunctionDef) and node.body and _is_compile(_returned(node)):
                returned = _returned(node)
                assert isinstance(returned, ast.Call)
                compiled.append((name, f"{node.name}()", returned))
            elif isinstance(node, ast.keyword) and node.arg and _is_compile(node.value):
                assert isinstance(node.value, ast.Call)
                by_field.append((name, node.arg, node.value))
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node not in asked:
                called[_key(name, node.id)].add("passed on")
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                owner = node.func.value
                if isinstance(owner, ast.Name):
                    called[_key(name, owner.id)].add(node.func.attr)
                elif isinstance(owner, ast.Attribute):
                    fields[owner.attr].add(node.func.attr)
                elif isinstance(owner, ast.Call) and isinstance(owner.func, ast.Name):
                    called[_key(name, owner.func.id) + "()"].add(node.func.attr)
                literal = node.args[0] if node.args else None
                if isinstance(owner, ast.Name) and owner.id == "re" and isinstance(literal, ast.Constant):
                    texts[str(literal.value)].add(node.func.attr)
                    places.setdefault(str(literal.value), Place(name, node.lineno))
    named: dict[Place, set[str]] = {}
    asked_of = [(name, call, called[_key(name, own)]) for name, own, call in compiled]
    asked_of += [(name, call, fields[own]) for name, own, call in by_field]
    for name, call, how in asked_of:
        for line in range(call.lineno, (call.end_lineno or call.lineno) + 1):
            named[Place(name, line)] = how
    return named, texts, places


def _key(path: str, name: str) -> str:
    """Names that begin with an underscore are a file's own."""
    return f"{path}:{name}" if name.startswith("_") else name


def _returned(node: ast.FunctionDef) -> ast.expr | None:
    """What the last line of a function returns."""
    last = node.body[-1]
    return last.value if isinstance(last, ast.Return) else None


def _is_compile(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) in ("compiled", "re.compile")


#: Patterns that the check takes for slow, by a part of their text, and why they are not.
ALLOWED = {
    r"(?P<before>://[^/\s:@]{0,256}:)": "ends after 1,024 characters, and meets addresses and messages, not texts",
    r"(?<=;)\s*\n)": "a lookbehind lets only a semicolon stand before the spaces: one run for each",
    r"(?<![.…])(?<![.…]\s)": "the second lookbehind is two characters wide: a run begins once",
    r"(\[[^\]]*\])|( \?)|( )": "meets patterns of the lexicon, not texts",
    r"\\.|\[[^\]]*\]": "meets patterns of the lexicon, not texts",
    r"(.*/(?:RES|DEC)/": "meets one symbol, of 200 characters at most",
    r"([A-Z][a-z]+|[A-Z]+)\.?\s?": "meets a component of one symbol, of 200 characters at most",
    r"(?:,\s?|\s?\(|\s)(?P<locator>": "a letter is a value only where no letter follows: lookaheads are not seen",
    r"(.*?)(?<!\d)(\d+)": "the lookbehind lets a run of digits begin once",
}


def main() -> int:
    """Print each pattern that can take more than linear time; 1 where there is one."""
    from tools.regex_growth import growth

    named, texts, places = uses()
    bad = 0
    found = {(pattern, 0): place for pattern, place in places.items()} | collect()
    for (pattern, flags), place in sorted(found.items(), key=lambda pair: pair[1]):
        how = named.get(Place(place.path, place.line)) or texts.get(pattern)
        how = how or BUILT.get((place.path, place.function)) or {"search"}
        searched = not how <= {"match", "fullmatch"}
        kind = growth(pattern, flags, searched=searched, whole=how == {"fullmatch"})
        if kind and not any(part in pattern for part in ALLOWED):
            bad += 1
            print(f"{place.path}:{place.line}: {kind} ({', '.join(sorted(how))}): {pattern[:200]!r}")
    print(f"{len(found)} patterns, {bad} of them can take more than linear time")
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
