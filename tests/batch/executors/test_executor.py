"""Executors: limits hold, workers that die are replaced, and nothing takes another paper with it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from extractor.batch import BatchOptions, run_batch
from extractor.batch.executors.local import LocalExecutor
from extractor.batch.executors.protocol import A_WORKER, Executor, WorkLimits
from extractor.batch.executors.registry import EXECUTORS
from extractor.batch.executors.serial import SerialExecutor
from extractor.batch.work import Failure, Result, Task, WorkOptions
from extractor.errors import SystemRefused, UsageError
from tests.batch import duties

LIMITS = WorkLimits(seconds=2.0, memory=512 << 20)


def task(path: str) -> Task:
    return Task(path, path, "0" * 64, "/nowhere", WorkOptions())


def run(executor: Executor, *paths: str) -> dict[str, Result | Failure]:
    waiting = [task(f"{path}") for path in paths]
    found: dict[str, Result | Failure] = {}
    under_way = 0
    while waiting or under_way:
        while waiting and under_way < executor.capacity:
            executor.submit(waiting.pop(0))
            under_way += 1
        outcome = executor.next(60)
        assert outcome is not None
        found[outcome[0].path] = outcome[1]
        under_way -= 1
    return found


def categories(found: dict[str, Result | Failure]) -> dict[str, str]:
    return {path: "ok" if isinstance(one, Result) else one.category for path, one in found.items()}


@pytest.fixture(scope="module")
def local() -> Iterator[LocalExecutor]:
    executor = LocalExecutor(2, LIMITS, duties.work)
    yield executor
    executor.close()


def test_whatever_goes_wrong_is_the_failure_of_its_paper_alone(local: LocalExecutor) -> None:
    paths = ("a", "sleep", "b", "abort", "c", "eat", "d", "exit", "e", "raise", "f", "spin", "g")
    assert categories(run(local, *paths)) == {
        **dict.fromkeys("abcdefg", "ok"),
        "sleep": "limit.time", "spin": "limit.time", "eat": "limit.memory", "abort": "worker.crashed",
        "exit": "worker.crashed", "raise": "internal",
    }  # fmt: skip


def test_a_crash_says_by_what(local: LocalExecutor) -> None:
    found = run(local, "abort")["abort"]
    assert isinstance(found, Failure)
    assert "SIGABRT" in found.message
    assert found.retryable


def test_a_worker_that_has_grown_is_retired() -> None:
    executor = LocalExecutor(1, LIMITS, duties.work)
    try:
        grown, after = run(executor, "grow"), run(executor, "pid")
        again = run(executor, "pid")
    finally:
        executor.close()
    pids = [next(iter(found.values())) for found in (grown, after, again)]
    assert all(isinstance(one, Result) for one in pids)
    first, second, third = (one.pages for one in pids if isinstance(one, Result))
    assert first != second == third


def test_workers_that_grow_are_retired_while_papers_wait() -> None:
    executor = LocalExecutor(2, LIMITS, duties.work)
    paths = [f"grow{number}" for number in range(12)]
    try:
        found = run(executor, *paths)
    finally:
        executor.close()
    assert categories(found) == dict.fromkeys(paths, "ok")
    lives = Counter(one.pages for one in found.values() if isinstance(one, Result))
    assert max(lives.values()) <= A_WORKER  # what it had been given before it was seen to have grown


class _Lost:
    """A pool whose server is killed before it has begun a worker."""

    def schedule(self, *_: object, **__: object) -> None:
        raise RuntimeError from EOFError("unexpected EOF")

    def stop(self) -> None:
        """Nothing was begun."""

    join = stop


@pytest.mark.parametrize(("times", "costs"), [(12, "nothing"), (100, "the batch")])
def test_a_server_that_is_killed_whenever_it_begins_is_begun_again(
    times: int, costs: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extractor.batch.executors.local._PAUSES", (0.0, 0.1))
    executor = LocalExecutor(1, LIMITS, duties.work)
    slot = executor._slots[0]
    slot.pool.stop()
    begin, pools = slot._make, iter([_Lost() for _ in range(times)])
    slot.pool, slot._make = _Lost(), lambda: next(pools, None) or begin()
    try:
        if costs == "nothing":
            assert categories(run(executor, "a", "b")) == {"a": "ok", "b": "ok"}
        else:
            with pytest.raises(SystemRefused, match="cannot be started"):
                run(executor, "a")
    finally:
        executor.stop()


def _serial() -> Executor:
    return SerialExecutor(LIMITS, duties.work)


def _local() -> Executor:
    return LocalExecutor(2, LIMITS, duties.work)


def _ray() -> Executor:
    pytest.importorskip("ray", reason="Ray is not installed (extra 'ray')")
    from extractor.batch.executors.ray import RayExecutor

    # Tasks unpickle the duties by name.
    root = str(Path(__file__).resolve().parents[3])
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH", "")]))
    return RayExecutor(None, 2, LIMITS, duties.work)


@pytest.mark.parametrize("make", [_serial, _local, pytest.param(_ray, marks=pytest.mark.slow)])
def test_every_executor_keeps_the_protocol(make: Callable[[], Executor]) -> None:
    """What a worker survives is the same failure everywhere; what it dies of, serial cannot survive."""
    executor = make()
    try:
        assert executor.capacity >= 1
        assert executor.next(0.1) is None
        found = categories(run(executor, "a", "sleep", "b", "spin", "c", "eat", "d", "raise", "e"))
    finally:
        executor.close()
    assert found == {
        **dict.fromkeys("abcde", "ok"),
        "sleep": "limit.time", "spin": "limit.time", "eat": "limit.memory", "raise": "internal",
    }  # fmt: skip


def test_the_paper_that_workers_are_warmed_with_asks_for_what_most_ask_for() -> None:
    from extractor import extract
    from extractor.batch.preload import paper

    agenda = extract(paper())
    assert (agenda.document.kind, agenda.document.symbol) == ("annotated_agenda", "A/AC.999/2025/1")
    assert [item.number for item in agenda.items] == ["1", "2"]
    assert [entry.items for entry in agenda.schedule] == [["1"], ["2(a)"]]


def test_a_paper_that_was_changed_since_it_was_planned_says_so(tmp_path: Path) -> None:
    from extractor.batch.preload import paper
    from extractor.batch.work import work

    for name, content in (("whole.pdf", paper()), ("broken.pdf", b"%PDF-1.4\nnothing")):
        path, target = tmp_path / name, tmp_path / f"{name}.json"
        path.write_bytes(content)
        outcome = work(Task(str(path), name, "0" * 64, str(target), WorkOptions()))
        assert isinstance(outcome, Failure)
        assert "changed while the batch ran" in outcome.message
        assert not target.exists()


def test_executors_are_made_from_the_list() -> None:
    made = {kind.name: kind.make(BatchOptions(engine=kind.name)) for kind in EXECUTORS if kind.extra is None}
    try:
        assert {name: type(one) for name, one in made.items()} == {"local": LocalExecutor, "serial": SerialExecutor}
    finally:
        for one in made.values():
            one.close()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (BatchOptions(engine="abacus"), "local, serial, ray"),
        (BatchOptions(engine="local", address="localhost:6379"), "--executor ray"),
    ],
)
def test_an_executor_that_does_not_exist_or_takes_no_address_is_a_wrong_call(
    options: BatchOptions, message: str, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match=message):
        run_batch([str(tmp_path)], tmp_path / "out", options)
    assert not (tmp_path / "out").exists()
