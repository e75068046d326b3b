"""Which rules decide something in a paper: only these need to be taken out of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from extractor.rules import all_rules, forget

T = TypeVar("T")


def deciding(work: Callable[[], T]) -> tuple[T, frozenset[str]]:
    """What `work` gives, and the rules that gave something else in it than what they give when they are taken out."""
    seen: set[str] = set()
    rules = all_rules().values()

    def watched(name: str, condition: Callable[..., Any], otherwise: object) -> Callable[..., Any]:
        def applies(*args: object, **kwargs: object) -> object:
            answer = condition(*args, **kwargs)
            if answer != otherwise:
                seen.add(name)
            return answer

        return applies

    forget()  # what is cached asks no rule again
    before = {one: one.applies for one in rules}
    for one in rules:
        one.applies = watched(one.name, one.applies, one.otherwise)
    try:
        return work(), frozenset(seen)
    finally:
        for one, applies in before.items():
            one.applies = applies
