"""Functions of a text that are asked the same again: the stages look at a line, a cell or a block several times.

Answers are kept for some texts, and not for long ones: papers come without end, and one of them may be large.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from typing import TYPE_CHECKING, TypeVar

T = TypeVar("T")

#: So many answers of a function are kept, those for some ten pages, before they are let go together.
_MOST = 1024
#: Longer texts are asked about once or twice; a line of print has some hundred characters.
_LONGEST = 400


class Remembered(dict[str, T]):
    """A function with its answers by their texts; to ask for one that is there runs no code of Python's own."""

    def __init__(self, function: Callable[[str], T]) -> None:
        super().__init__()
        self._function = function
        update_wrapper(self, function)

    def __missing__(self, text: str) -> T:
        answer = self._function(text)
        if len(text) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[text] = answer
        return answer

    if TYPE_CHECKING:

        def __call__(self, text: str) -> T:
            """The answer for a text."""
            ...

    else:
        __call__ = dict.__getitem__

    cache_clear = dict.clear


def remembered(function: Callable[[str], T]) -> Remembered[T]:
    """The function with its answers kept; these must be values that nobody changes."""
    return Remembered(function)
