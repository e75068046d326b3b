"""Speed and memory, measured as ratios in one run so that they hold on any machine.

The target of ten times pdfplumber is for real agendas of a dozen pages with the samples (``make bench``); what is
reached on the short samples alone is held here as a floor.
"""

from __future__ import annotations

import pytest

from benchmarks import bench

pytestmark = pytest.mark.slow


def test_extract_is_fast_beside_other_readers() -> None:
    rows = {row.name: row for row in bench.compare(bench.papers(samples_only=True), rounds=3)}
    own = rows["extract"].seconds
    assert rows["pdfplumber extract_text"].seconds / own >= bench.FLOOR_TIMES_PDFPLUMBER_SAMPLES
    if "pdftotext -layout" in rows:
        assert own / rows["pdftotext -layout"].seconds <= bench.TIMES_PDFTOTEXT


def test_time_grows_linearly_and_memory_hardly() -> None:
    rows = {pages: (seconds, peak) for pages, seconds, peak in bench.growth(bench.papers(samples_only=True))}
    (short, _), (long, peak) = rows[100], rows[500]
    # Five times the pages; half as much again is left for the noise of a busy machine, far from 25 when quadratic.
    assert long / short < 5 * 1.5
    assert peak < bench.PEAK_500_PAGES_MB
