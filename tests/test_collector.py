"""The collector of cycles stands still while a paper is read, and is afterwards as it was."""

from __future__ import annotations

import gc

import pytest

from benchmarks.bench import papers
from extractor import extract
from extractor.collector import at_rest
from extractor.errors import NotAPdf


def test_it_stands_still_and_runs_again() -> None:
    assert gc.isenabled()
    with at_rest():
        assert not gc.isenabled()
        with at_rest():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_runs_again_after_a_failure() -> None:
    with pytest.raises(NotAPdf):
        extract(b"not a PDF")
    assert gc.isenabled()


def test_where_it_did_not_run_it_does_not_run_afterwards() -> None:
    gc.disable()
    try:
        with at_rest():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_paper_leaves_few_cycles() -> None:
    """What a paper holds goes without the collector, so that it may stand still over a long one."""
    paper = papers(samples_only=True)[0]
    extract(paper)
    gc.collect()
    gc.disable()
    try:
        extract(paper)
        assert gc.collect() < 300
    finally:
        gc.enable()
