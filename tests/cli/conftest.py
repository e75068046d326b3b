"""What tests of the command share."""

from __future__ import annotations

import pytest

from extractor import extract
from tests.conftest import sample_pdfs


@pytest.fixture(scope="session", autouse=True)
def _loaded() -> None:
    """Load what reading a paper needs: each process that the command forks would do it anew."""
    extract(sample_pdfs()[0])
