"""Archives: many papers at once, resumable, in workers that can be killed.

>>> from extractor.batch import BatchOptions, run_batch  # doctest: +SKIP
>>> run_batch(["archive/"], "json/", BatchOptions(workers=4))  # doctest: +SKIP
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.batch.executors.local import LocalExecutor
    from extractor.batch.executors.protocol import Executor, WorkLimits
    from extractor.batch.executors.serial import SerialExecutor
    from extractor.batch.options import BatchOptions
    from extractor.batch.run import run_batch
    from extractor.batch.summary import Summary
    from extractor.batch.work import Failure, Result, Task, WorkOptions

__all__ = [
    "BatchOptions",
    "Executor",
    "Failure",
    "LocalExecutor",
    "Result",
    "SerialExecutor",
    "Summary",
    "Task",
    "WorkLimits",
    "WorkOptions",
    "run_batch",
]

# Loaded when first asked for: the command line reads the list of executors for its help alone.
_LAZY = {
    "BatchOptions": "options",
    "Executor": "executors.protocol",
    "Failure": "work",
    "LocalExecutor": "executors.local",
    "Result": "work",
    "SerialExecutor": "executors.serial",
    "Summary": "summary",
    "Task": "work",
    "WorkLimits": "executors.protocol",
    "WorkOptions": "work",
    "run_batch": "run",
}

# Hidden from type checkers: they take a module with this function to have every name.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Load a public name when it is first asked for."""
        if name in _LAZY:
            value: object = getattr(import_module(f"{__name__}.{_LAZY[name]}"), name)
            globals()[name] = value
            return value
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
