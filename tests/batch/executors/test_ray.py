"""The Ray engine on real clusters: the same bytes, limits that hold, and a node that dies."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extractor.batch import BatchOptions, WorkLimits, run_batch
from tests.batch import duties
from tests.batch.conftest import copies, json_files
from tests.batch.executors.test_executor import categories, run

pytestmark = pytest.mark.slow
ray: Any = pytest.importorskip("ray", reason="Ray is not installed (extra 'ray')")


@pytest.fixture(scope="module")
def two_nodes() -> Iterator[Any]:
    from ray.cluster_utils import Cluster

    # Tasks unpickle functions of this package by name.
    root = str(Path(__file__).resolve().parents[3])
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH", "")]))
    cluster: Any = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
    cluster.add_node(num_cpus=1)
    ray.init(address=cluster.address, log_to_driver=False)
    yield cluster
    ray.shutdown()
    cluster.shutdown()


def test_limits_hold_and_nothing_takes_another_with_it(two_nodes: Any) -> None:
    from extractor.batch.executors.ray import RayExecutor

    executor = RayExecutor(limits=WorkLimits(seconds=3.0, memory=512 << 20), function=duties.work)
    found = run(executor, "a", "sleep", "abort", "b", "eat", "raise", "exit", "c")
    assert categories(found) == {
        "a": "ok", "b": "ok", "c": "ok", "sleep": "limit.time", "abort": "worker.crashed", "exit": "worker.crashed",
        "eat": "limit.memory", "raise": "internal",
    }  # fmt: skip


def test_all_papers_are_done_though_a_node_dies(two_nodes: Any, tmp_path: Path) -> None:
    papers = copies(tmp_path / "papers", 120)
    run_batch([str(papers)], tmp_path / "expected", BatchOptions(workers=2))
    node = next(iter(two_nodes.worker_nodes))
    raylet = node.all_processes["raylet"][0].process
    out = tmp_path / "out"

    def kill_in_mid_run() -> None:
        for _ in range(600):
            if len(json_files(out)) >= 10:
                break
            time.sleep(0.05)
        os.kill(raylet.pid, signal.SIGKILL)

    killer = threading.Thread(target=kill_in_mid_run)
    killer.start()
    summary = run_batch([str(papers)], out, BatchOptions(engine="ray"))
    killer.join()
    assert raylet.wait(timeout=30) != 0
    assert (summary.done, summary.failed) == (120, 0)
    assert json_files(out) == json_files(tmp_path / "expected")


def test_nodes_write_behind_a_url(tmp_path: Path) -> None:
    papers = copies(tmp_path / "papers", 20)
    run_batch([str(papers)], tmp_path / "expected", BatchOptions(workers=2))
    options = BatchOptions(engine="ray", workers=2, journal=str(tmp_path / "journal"))
    assert run_batch([f"file://{papers}"], f"file://{tmp_path}/out", options).done == 20
    made = json_files(tmp_path / "out")
    assert made.keys() == json_files(tmp_path / "expected").keys()
    assert run_batch([f"file://{papers}"], f"file://{tmp_path}/out", options).reused == 20
