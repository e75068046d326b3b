"""Rules of layout and structure as values: each has a name, a source and a condition, and can be taken out.

A stage says what decides in an ordered tuple of rules; what it makes remembers the name of the rule that made it, so
that `un-agenda look` can say why. Tests take each rule out in turn and demand that its case fails; `make rules` counts
the papers that change without it. A rule that nothing needs goes.

How to write one::

    @rule("blocks.leader", source="catalogue 3.2: a contents entry ends in dots and a page number")
    def after_leader(above: Line, line: Line) -> bool:
        '''A line that ends in leaders ends its block.'''
        return leader_of(above.text) is not None

    SPLITS = (after_leader, other_edge, ...)

    if after_leader.applies(above, line): ...               # one rule
    first(SPLITS, above, line)                              # the first of several that applies, or None
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from types import FunctionType
from typing import Any, Generic, ParamSpec, TypeVar

from extractor import built
from extractor.memo import Remembered

P = ParamSpec("P")
R = TypeVar("R")

#: The packages whose modules hold rules, and those of them that are not imported yet.
_HOMES = ("extractor.reading", "extractor.repair", "extractor.layout", "extractor.structure")
#: Modules of the reader of scans that need no extra: what they decide rests on words and measures.
_BY_MEASURES = ("choice", "lining", "marks", "sizes", "spaces", "texts", "votes")
_WITHOUT_EXTRA = frozenset({"extractor.reading.ocr", *(f"extractor.reading.ocr.{name}" for name in _BY_MEASURES)})
_homes = list(_HOMES)
_known: dict[str, Rule[..., Any]] = {}


class Rule(Generic[P, R]):
    """One rule.

    Attributes:
        name: stable and unique, the stage before the first dot (``blocks.leader``).
        source: why it holds: the reason, a part of the catalogue of formats, or the UN Editorial Manual.
        applies: the condition, a plain function; `otherwise` when the rule is taken out.
        otherwise: what the condition gives for what the rule is not for.
    """

    def __init__(self, name: str, source: str, condition: Callable[P, R], otherwise: R) -> None:
        if name in _known:
            raise ValueError(f"two rules are named {name!r}")
        self.name, self.source, self.otherwise = name, source, otherwise
        self._condition = condition
        self.applies: Callable[P, R] = condition
        self.__doc__ = condition.__doc__
        self.__module__ = condition.__module__
        _known[name] = self

    def __repr__(self) -> str:
        return f"Rule({self.name!r})"


def rule(name: str, *, source: str, otherwise: Any = False) -> Callable[[Callable[P, R]], Rule[P, R]]:
    """Make a function the condition of a rule; `otherwise` is its answer when the rule is taken out."""

    def made(condition: Callable[P, R]) -> Rule[P, R]:
        return Rule(name, source, condition, otherwise)

    return made


def first(rules: Iterable[Rule[P, Any]], *args: P.args, **kwargs: P.kwargs) -> Rule[P, Any] | None:
    """The first of the rules that applies, None when none does."""
    for one in rules:
        if one.applies(*args, **kwargs):
            return one
    return None


def all_rules() -> dict[str, Rule[..., Any]]:
    """Every rule by its name, in the order of the modules that hold them; imports these modules."""
    _import_homes()
    return dict(_known)


def _import_homes() -> None:
    while _homes:
        home = _homes.pop(0)
        package = importlib.import_module(home)
        for found in pkgutil.walk_packages(package.__path__, f"{home}."):
            if found.name.startswith("extractor.reading.ocr") and found.name not in _WITHOUT_EXTRA:
                continue  # needs an extra
            importlib.import_module(found.name)


@contextmanager
def without(name: str) -> Iterator[None]:
    """Take one rule out while the context lasts; what modules have cached is forgotten before and after."""
    taken = all_rules()[name]
    taken.applies = lambda *_args, **_kwargs: taken.otherwise
    forget()
    try:
        yield
    finally:
        taken.applies = taken._condition
        forget()


def forget() -> None:
    """Empty the caches of the modules that may ask rules."""
    for one in _caches():
        one.cache_clear()


@functools.cache
def _caches() -> list[Any]:
    """The caches of the modules that may ask rules.

    Lexicon and grammar, from which they import some, know none, nor do answers that the build prepares.
    """
    held: dict[int, Any] = {
        id(one): one
        for name, module in list(sys.modules.items())
        if name.startswith(_HOMES)
        for one in vars(module).values()
        if isinstance(one, FunctionType | functools._lru_cache_wrapper | Remembered)
        and one.__module__.startswith(_HOMES)
        if hasattr(one, "cache_clear")
    }
    return [one for one in held.values() if f"{one.__module__}.{one.__qualname__}" not in built.without_rules]
