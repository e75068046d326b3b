"""Archives: many papers at once, resumable, in workers that can be killed.

>>> from extractor.batch import BatchOptions, run_batch  # doctest: +SKIP
>>> run_batch(["archive/"], "json/", BatchOptions(workers=4))  # doctest: +SKIP
"""

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
