"""What tests let workers do instead of extracting: each goes wrong in its own way."""

from __future__ import annotations

import os
import time

from extractor.batch.work import Failure, Result, Task

GOOD = Result("A_1-EN", "A/1", "en", "agenda", 1, 0.0, 0)


def work(task: Task) -> Result | Failure:
    """The task's path says what to do."""
    if task.path == "sleep":
        time.sleep(60)
    elif task.path == "spin":
        while True:
            pass
    elif task.path == "abort":
        os.abort()
    elif task.path == "exit":
        os._exit(3)
    elif task.path == "eat":
        hoard = []
        while True:
            hoard.append(bytes(64 << 20))  # asked for and never touched: it takes no time, however busy the machine
    elif task.path == "raise":
        raise RuntimeError("no such thing")
    elif task.path.startswith("grow"):
        return Result("A_1-EN", "A/1", "en", "agenda", os.getpid(), 0.0, 0, growth=1 << 40)
    elif task.path == "pid":
        return Result("A_1-EN", "A/1", "en", "agenda", os.getpid(), 0.0, 0)
    return GOOD
