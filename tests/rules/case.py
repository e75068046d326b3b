"""What a case of a rule is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Case:
    """What a stage makes of a smallest paper.

    Attributes:
        made: makes it: a function without arguments (a lambda over the helpers of the stage's tests).
        expected: what must come out with the rule, and does not without it.
    """

    made: Callable[[], Any]
    expected: Any
