"""The executors: what each is called, what it is for, and how it is made from the options of a batch.

This is the one list of them: the batch, the command line, its pages and the tests all read it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.errors import UsageError

if TYPE_CHECKING:
    from extractor.batch.executors.protocol import Executor
    from extractor.batch.options import BatchOptions

__all__ = ["DEFAULT", "EXECUTORS", "NAMES", "ExecutorKind", "chosen", "described"]


@dataclass(frozen=True, slots=True)
class ExecutorKind:
    """An executor that can be chosen.

    Args:
        name: what it is called on the command line and in the options.
        purpose: a few words for the help.
        make: makes it.
        extra: the extra of the distribution that installs what it needs; None when that is always there.
        addressed: whether it can be given an address.
        files: open files that each worker takes of this process.
    """

    name: str
    purpose: str
    make: Callable[[BatchOptions], Executor]
    extra: str | None = None
    addressed: bool = False
    files: int = 0


def _local(options: BatchOptions) -> Executor:
    from extractor.batch.executors.local import LocalExecutor

    return LocalExecutor(options.processes, options.limits)


def _serial(options: BatchOptions) -> Executor:
    from extractor.batch.executors.serial import SerialExecutor

    return SerialExecutor(options.limits)


def _ray(options: BatchOptions) -> Executor:
    from extractor.batch.executors.ray import RayExecutor

    return RayExecutor(options.address, options.workers, options.limits)


EXECUTORS: tuple[ExecutorKind, ...] = (
    ExecutorKind("local", "worker processes", _local, files=8),
    ExecutorKind("serial", "this process, for debuggers", _serial),
    ExecutorKind("ray", "a Ray cluster", _ray, extra="ray", addressed=True),
)
"""All executors, the default first."""

NAMES: tuple[str, ...] = tuple(kind.name for kind in EXECUTORS)
DEFAULT = EXECUTORS[0].name


def chosen(options: BatchOptions) -> ExecutorKind:
    """The executor that a batch's options ask for.

    Raises:
        UsageError: there is none of that name, or it takes no address.
    """
    kind = next((kind for kind in EXECUTORS if kind.name == options.engine), None)
    if kind is None:
        raise UsageError(f"there is no executor {options.engine!r}; choose from {', '.join(NAMES)}")
    if options.address is not None and not kind.addressed:
        takers = " or ".join(f"--executor {other.name}" for other in EXECUTORS if other.addressed)
        raise UsageError("--address is that of a Ray cluster", hint=f"Give {takers} with it.")
    return kind


def described() -> str:
    """The executors with what they are for, for a help text."""
    return ", ".join(f"{kind.name} ({kind.purpose})" for kind in EXECUTORS)
