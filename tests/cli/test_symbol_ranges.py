"""`un-agenda symbol` spells ranges out, as its help says, and leaves number ranges of one paper alone."""

from __future__ import annotations

import json

from tests.conftest import Run


def symbols(run_command: Run, text: str) -> list[str]:
    done = run_command("symbol", text)
    assert done.returncode == 0
    return [row["symbol"] for row in json.loads(done.stdout)]


def test_a_range_of_addenda_is_spelled_out(run_command: Run) -> None:
    assert symbols(run_command, "A/80/10/Add.1-3") == ["A/80/10/Add.1", "A/80/10/Add.2", "A/80/10/Add.3"]


def test_combined_reports_are_one_paper(run_command: Run) -> None:
    assert symbols(run_command, "CEDAW/C/BLZ/5-9") == ["CEDAW/C/BLZ/5-9"]
