"""``make extract`` takes the name of any file, and prints nothing but the JSON."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

INSTALLED = ROOT / ".venv" / ".installed"


@pytest.mark.skipif(not INSTALLED.exists() or not shutil.which("make"), reason="needs make and its .venv")
@pytest.mark.parametrize("name", ['it\'s a "paper", `id`; echo.pdf', "-x.pdf"])
def test_any_name_is_that_of_a_file(name: str, sample: Path, tmp_path: Path) -> None:
    shutil.copy(sample, tmp_path / name)
    # the recipe of the Makefile, with neither an installation nor a look at the dates of its files
    command = ["make", "-s", "-f", ROOT / "Makefile", "-o", ".venv/.installed", f"PDF={name}", "extract"]
    (tmp_path / ".venv").symlink_to(ROOT / ".venv")
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["source"]["path"] == name
    assert done.stderr == ""
