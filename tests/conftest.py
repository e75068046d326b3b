"""What all tests share: where things are, the optional corpus, and running the command as a user would."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "samples"
SHARED = ROOT.parent / "shared"

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


def sample_pdfs() -> list[Path]:
    """The project's own sample PDFs."""
    return sorted(SAMPLES.glob("*.pdf"))


def corpus_agendas() -> list[Path]:
    """The agendas of the optional corpus beside the repository; none where it is absent."""
    return sorted((SHARED / "corpus" / "agendas").glob("*.pdf"))


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
        command: Sequence[str | os.PathLike[str]] = [sys.executable, "-m", "extractor", *args]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        return subprocess.run(
            command, input=stdin, capture_output=True, cwd=cwd, env=environment, timeout=timeout, check=False
        )

    return run
