"""Many small cases in one test: each has its line in the message, and none hides another.

The runner spends some milliseconds on a test, whatever it does: hundreds of rows of a table are one test. What takes
longer, or needs a fixture, is a test of its own (`pytest.mark.parametrize`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any


def each(rows: Iterable[Any]) -> Callable[[Callable[..., None]], Callable[[], None]]:
    """A test that calls the function with each row: a tuple or list has one value an argument."""

    def over(check: Callable[..., None]) -> Callable[[], None]:
        def test() -> None:
            failed: list[str] = []
            for row in rows:
                values = row if isinstance(row, (tuple, list)) else (row,)
                try:
                    check(*values)
                except Exception as error:
                    failed.append(f"{' | '.join(map(str, values))}: {type(error).__name__}: {error}")
            assert not failed, "\n".join(failed)

        # Not `functools.wraps`: pytest would see the arguments of the function and look for fixtures.
        test.__name__, test.__doc__, test.__module__ = check.__name__, check.__doc__, check.__module__
        return test

    return over
