"""What all tests share: where things are, the optional corpus, and running the command as a user would."""

from __future__ import annotations

import ast
import gc
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests.command import forked, serve_workers

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "samples"
SHARED = ROOT.parent / "shared"

# A busy machine takes ten times as long for one example; how long things take is tested where calls are counted.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


def sample_pdfs() -> list[Path]:
    """The project's own sample PDFs."""
    return sorted(SAMPLES.glob("*.pdf"))


def corpus_agendas() -> list[Path]:
    """The agendas of the optional corpus beside the repository; none where it is absent."""
    return sorted((SHARED / "corpus" / "agendas").glob("*.pdf"))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int | None:
    """One worker more than processors (`-n auto`): while a test waits for a process, another has its processor."""
    if "PYTEST_XDIST_AUTO_NUM_WORKERS" in os.environ:
        return None  # it decides
    allowed = getattr(os, "sched_getaffinity", None)
    return (len(allowed(0)) if allowed else os.cpu_count() or 1) + 1


def pytest_configure(config: pytest.Config) -> None:
    """Workers share the process of which commands are forked; it loads while they look for their tests."""
    if not hasattr(config, "workerinput") and config.getoption("numprocesses", None):
        serve_workers()


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """What the thousands of tests hold stays to the end: no collection of garbage has to go through it."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@cache
def parsed(path: Path) -> ast.Module:
    """A Python file as its tree, which the tests that look at the code share; none changes it."""
    return ast.parse(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The optional corpus of real papers beside the repository; tests that need it are skipped without it."""
    if not (SHARED / "corpus" / "agendas").is_dir():
        pytest.skip("the optional corpus ../shared is not there")
    return SHARED


@pytest.fixture(scope="session")
def sample() -> Path:
    """One sample PDF, the first by name."""
    return sample_pdfs()[0]


@pytest.fixture(scope="session")
def run_command() -> Run:
    """Run ``un-agenda`` in a process of its own and return it completed, with the bytes that it wrote."""

    def run(
        *args: str | os.PathLike[str], stdin: bytes | None = None, cwd: Path | None = None, timeout: float = 60
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            forked(*args), input=stdin, capture_output=True, cwd=cwd, timeout=timeout, check=False
        )  # fmt: skip

    return run


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Any]:
    """Chromium without a window; ``get_log("browser")`` has what its console said."""
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if not chromium or not driver:
        pytest.skip("Chromium or its driver (packages chromium, chromium-driver) is not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for option in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1200,900"):
        options.add_argument(option)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    options.add_argument(f"--user-data-dir={tmp_path / 'profile'}")
    one = webdriver.Chrome(options=options, service=webdriver.ChromeService(executable_path=driver))
    one.set_page_load_timeout(60)
    one.implicitly_wait(20)
    yield one
    one.quit()
