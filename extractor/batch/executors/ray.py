"""The same work on a Ray cluster: one task a paper, on whatever node has a processor free.

Inputs and the output folder lie on storage that all nodes share. A node that dies takes its papers' attempts with it,
and Ray gives them to another; a paper that takes too long has its worker killed. The journal, the names and the order
stay with the supervisor, as with every executor.
"""

from __future__ import annotations

import signal
import time
from typing import Any

from extractor.batch.executors.protocol import Outcome, Work, WorkLimits, crashed, out_of_time
from extractor.batch.outputs import is_remote, sync_file
from extractor.batch.work import Failure, Result, Task, keep_time, work
from extractor.errors import write_error
from extractor.extras import load_extra
from extractor.limits import limit_memory

__all__ = ["RayExecutor"]

#: A worker ends after so many papers.
PAPERS_A_LIFE = 200
#: A paper whose node or worker dies is tried so many times more.
RETRIES = 3
#: Tasks under way for each processor of the cluster: enough to keep it busy, few enough to wait for.
AHEAD = 2
#: Seconds that a task may wait for a processor on top of its own limit, before it counts as lost.
_WAITING = 600.0


class RayExecutor:
    """An executor on a Ray cluster.

    Args:
        address: of the cluster (``auto``, ``host:port``); a new one on this machine when None.
        workers: papers at once; as many as the cluster has processors when None.
        limits: time and memory of a paper.
        function: what is done with a task.

    Raises:
        MissingExtra: Ray is not installed.
    """

    def __init__(
        self,
        address: str | None = None,
        workers: int | None = None,
        limits: WorkLimits | None = None,
        function: Work | None = None,
    ) -> None:
        self._limits = limits or WorkLimits()
        self._ray: Any = load_extra("ray", "ray")
        self._own = not self._ray.is_initialized()
        if self._own:
            # Without an address Ray would look for a cluster that runs here already, and take no number of processors.
            processors = workers if address is None else None
            self._ray.init(address=address or "local", num_cpus=processors, log_to_driver=False,
                           include_dashboard=False, logging_level="ERROR")  # fmt: skip
        self._remote = self._ray.remote(num_cpus=1, max_retries=RETRIES, max_calls=PAPERS_A_LIFE)(_run)
        self._function = function or _work
        self._workers = workers
        self._under_way: dict[Any, tuple[Task, float]] = {}

    @property
    def capacity(self) -> int:
        """How many tasks may be under way."""
        processors = int(self._ray.cluster_resources().get("CPU", 1))
        return AHEAD * max(1, min(self._workers or processors, processors))

    def submit(self, task: Task) -> None:
        """Take a task."""
        reference = self._remote.remote(self._function, task, self._limits)
        self._under_way[reference] = (task, time.monotonic())

    def next(self, timeout: float | None = None) -> Outcome | None:
        """The next outcome; None when none came in time."""
        if not self._under_way:
            return None
        ready, _ = self._ray.wait(list(self._under_way), num_returns=1, timeout=timeout)
        if ready:
            task, _ = self._under_way.pop(ready[0])
            return task, self._fetch(ready[0])
        return self._overdue()

    def _fetch(self, reference: Any) -> Result | Failure:
        errors = self._ray.exceptions
        try:
            outcome: Result | Failure = self._ray.get(reference)
            return outcome
        except errors.OutOfMemoryError:
            return Failure("limit.memory", "it needs more memory than its node has")
        except (errors.WorkerCrashedError, errors.NodeDiedError, errors.ObjectLostError):
            return crashed()
        except errors.RayError as error:
            return Failure(
                "worker.crashed", f"the worker process died while it read the paper ({type(error).__name__})"
            )

    def _overdue(self) -> Outcome | None:
        """A paper that neither its own worker nor Ray has brought to an end."""
        late = time.monotonic() - self._limits.longest - _WAITING
        for reference, (task, began) in self._under_way.items():
            if began < late:
                self._ray.cancel(reference, force=True)
                del self._under_way[reference]
                return task, out_of_time(self._limits.seconds)
        return None

    def close(self) -> None:
        """Release all workers."""
        self._under_way.clear()
        if self._own and self._ray.is_initialized():
            self._ray.shutdown()

    def stop(self) -> None:
        """End all workers at once."""
        for reference in self._under_way:
            self._ray.cancel(reference, force=True)
        self.close()


def _work(task: Task) -> Result | Failure:
    """The work, and the sync as well: what another node has written, the supervisor's cannot sync."""
    outcome = work(task)
    if isinstance(outcome, Result) and not is_remote(task.target):
        try:
            sync_file(task.target)
        except OSError as error:
            failed = write_error(error)
            return Failure(failed.code, str(failed), outcome.seconds, outcome.memory)
    return outcome


def _run(function: Work, task: Task, limits: WorkLimits) -> Result | Failure:
    """On the node: the work in a process of its own, which can be killed when its time is over."""
    import multiprocessing

    import extractor.batch.preload  # noqa: F401  # once a worker: its children would load it for each paper

    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_child, args=(sender, function, task, limits), daemon=True)
    child.start()
    sender.close()
    try:
        if receiver.poll(limits.longest):
            outcome: Result | Failure = receiver.recv()
            return outcome
        return out_of_time(limits.seconds)
    except EOFError:
        child.join(10)
        if limits.clock is not None and child.exitcode == -signal.SIGALRM:
            return out_of_time(limits.seconds)
        return crashed(child.exitcode)
    finally:
        child.kill()
        child.join()
        receiver.close()


def _child(sender: Any, function: Work, task: Task, limits: WorkLimits) -> None:
    import logging
    import warnings

    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    limit_memory(limits.memory)
    keep_time(limits.clock)
    try:
        outcome = function(task)
    except MemoryError:
        outcome = Failure("limit.memory", "it needs more memory than a worker may use")
    except Exception as error:
        outcome = Failure("internal", f"{type(error).__name__}: {error}")
    sender.send(outcome)
    sender.close()
