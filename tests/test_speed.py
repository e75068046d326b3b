"""Speed and memory: calls where they can be counted, else ratios of one run, so that they hold on any machine.

The targets beside pdfplumber and pdftotext are for real agendas of a dozen pages with the samples (``make bench``);
what is reached on the short samples alone is held here as a floor.
"""

from __future__ import annotations

import cProfile

import pytest

from benchmarks import bench
from extractor.pipeline import How, drafted

#: So many calls of functions, those of Python's own among them, a page of the samples may take: what is reached, and a
#: fiftieth more for other versions of Python.
MOST_CALLS_A_PAGE = 32_200


def test_a_page_takes_no_more_calls() -> None:
    files = bench.papers(samples_only=True)
    for file in files:  # patterns are compiled, lexicons read
        drafted(file, How())
    profile = cProfile.Profile()
    profile.enable()
    for file in files:
        drafted(file, How())
    profile.disable()
    calls = sum(entry.callcount for entry in profile.getstats())
    assert calls / bench.count_pages(files) <= MOST_CALLS_A_PAGE


@pytest.mark.slow
def test_extract_is_fast_beside_other_readers() -> None:
    rows = {row.name: row for row in bench.compare(bench.papers(samples_only=True), rounds=3)}
    own = rows["extract"].seconds
    assert rows["pdfplumber extract_text"].seconds / own >= bench.FLOOR_TIMES_PDFPLUMBER_SAMPLES
    if "pdftotext -layout" in rows:
        assert own / rows["pdftotext -layout"].seconds <= bench.FLOOR_TIMES_PDFTOTEXT_SAMPLES


@pytest.mark.slow
def test_time_grows_linearly_and_memory_hardly() -> None:
    rows = {pages: (seconds, peak) for pages, seconds, peak in bench.growth(bench.papers(samples_only=True))}
    (short, _), (long, peak) = rows[100], rows[500]
    # Five times the pages; half as much again is left for the noise of a busy machine, far from 25 when quadratic.
    assert long / short < 5 * 1.5
    assert peak < bench.PEAK_500_PAGES_MB
