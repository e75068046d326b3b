"""The memory limit of a worker process."""

from __future__ import annotations

from extractor.batch.work import statm

#: ... or when it has grown by this many bytes since its first paper.
MOST_GROWTH = 128 * 1024 * 1024
#: Seconds beyond the limit that a paper is given to be told apart from one whose worker hangs.
GRACE = 1.0


def limit_memory(memory: int) -> tuple[int, int] | None:
    """Let the address space grow by so much from what it is now, where the system can; returns the limits before."""
    try:
        import resource

        now = statm(0)
        before = resource.getrlimit(resource.RLIMIT_AS)
        ceiling = before[1]
        wanted = now + memory if ceiling == resource.RLIM_INFINITY else min(now + memory, ceiling)
        resource.setrlimit(resource.RLIMIT_AS, (wanted, ceiling))
    except (ImportError, OSError, ValueError):
        return None
    return before


def unlimit_memory(before: tuple[int, int] | None) -> None:
    """Give the process back the limits that :func:`limit_memory` returned."""
    if before is not None:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, before)
