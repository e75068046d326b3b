"""Archives: many papers at once, resumable, in workers that can be killed.

>>> from extractor.batch import BatchOptions, run_batch  # doctest: +SKIP
>>> run_batch(["archive/"], "json/", BatchOptions(workers=4))  # doctest: +SKIP
"""

from extractor.batch.executor import Executor, LocalExecutor, SerialExecutor, WorkLimits
from extractor.batch.supervisor import BatchOptions, Summary, run_batch
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
