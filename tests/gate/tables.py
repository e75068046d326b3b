"""How well tables are read on the papers of the optional corpus (`make tables`), for the floors."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import SHARED
from tools.adjacency import mean
from tools.tables import OURS, against_tags, against_truth

#: The sets of papers whose tables are measured: by known cells, and by the tags of the papers.
TABLE_SETS = ("foreign/icdar2013", "corpus/agendas", "corpus/documents")


def table_files(shared: Path = SHARED) -> list[Path]:
    """Everything that the measures of tables depend on, but for the extractor."""
    return [path for name in TABLE_SETS for path in (shared / name).glob("*") if path.suffix in {".pdf", ".xml"}]


def has_tables(shared: Path = SHARED) -> bool:
    """Whether the optional corpus has the papers whose tables are measured."""
    return all((shared / name).is_dir() for name in TABLE_SETS)


def tables(shared: Path = SHARED) -> dict[str, float]:
    """The mean F1 of relations between cells, against known cells and against the tags of papers (`make tables`)."""
    known, *tagged = (shared / name for name in TABLE_SETS)
    return {
        "cells known": mean(scores[OURS] for _, scores in against_truth(known, control=False)),
        "cells tagged": mean(scores[OURS] for folder in tagged for _, scores in against_tags(folder)),
        "cells tagged, with tags": mean(
            scores[OURS] for folder in tagged for _, scores in against_tags(folder, shown=True)
        ),
    }
