"""What a batch shows on a terminal."""

from __future__ import annotations

from extractor.batch.progress import Bar
from extractor.batch.work import Result


def test_the_line_of_a_terminal_names_the_last_paper() -> None:
    bar = Bar()
    bar.total = 2
    assert bar.line(bar.began + 1).endswith("-:--:-- left")
    bar.done("papers/A_CN.9_1201[en].pdf", Result("A_CN.9_1201-EN", None, None, "other", 3, 0.1, 0))
    assert bar.line(bar.began + 10).endswith("0:00:10 left, A_CN.9_1201[en].pdf")
    bar.done(f"papers/{30 * 'x'}.pdf", Result("x", None, None, "other", 3, 0.1, 0))
    assert bar.line(bar.began + 10).endswith(f", {23 * 'x'}…")
