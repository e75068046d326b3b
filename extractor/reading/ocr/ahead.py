"""Pages read side by side: while one is waited for, those behind it are read, each in a thread of its own.

Nearly all of the time goes into code that lets other threads run. PDFium does not: pages are drawn before they come
here.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.reading.ocr.readers import Readers
    from extractor.reading.page import Page

__all__ = ["Ahead"]


class Ahead:
    """Reads pages in threads, with as many sets of recognisers.

    Args:
        workers: how many pages are read at once.
        first: recognisers that know the language of the paper.
    """

    def __init__(self, workers: int, first: Readers) -> None:
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="ocr")
        self._first = first
        self._readers = [first]
        self._free = [first]
        self._begun: dict[int, Future[Page]] = {}

    def __contains__(self, number: int) -> bool:
        return number in self._begun

    def __len__(self) -> int:
        return len(self._begun)

    def begin(self, number: int, read: Callable[[Readers], Page]) -> None:
        """Have a page read: by the first thread that is free, with what `read` does."""
        self._begun[number] = self._pool.submit(self._with_readers, read)

    def take(self, number: int) -> Page:
        """A page that was begun, once it is read."""
        return self._begun.pop(number).result()

    def _with_readers(self, read: Callable[[Readers], Page]) -> Page:
        try:
            readers = self._free.pop()
        except IndexError:  # the first page of this thread
            readers = self._first.copy()
            self._readers.append(readers)
        try:
            return read(readers)
        finally:
            self._free.append(readers)

    def close(self) -> None:
        """Stop what is being read, and let all recognisers but the first go."""
        for one in self._readers:
            one.stop()
        self._pool.shutdown(cancel_futures=True)
        for one in self._readers[1:]:
            one.close()
