"""Taking in papers: every kind of source gives the same bytes, every kind of failure its own error."""

from __future__ import annotations

import hashlib
import io
import os
import pathlib
import threading

import pytest

from extractor.errors import LimitExceeded, NotAPdf, NotFound, Unreadable
from extractor.source import Limits, load

DATA = b"%PDF-1.7\n" + b"x" * 3000


@pytest.fixture
def paper(tmp_path: pathlib.Path) -> pathlib.Path:
    path = tmp_path / "paper.pdf"
    path.write_bytes(DATA)
    return path


def test_path_bytes_and_file_are_the_same_paper(paper: pathlib.Path) -> None:
    with paper.open("rb") as stream:
        read = [load(str(paper)), load(paper), load(DATA), load(io.BytesIO(DATA)), load(stream)]
    assert {file.data for file in read} == {DATA}
    assert {file.sha256 for file in read} == {hashlib.sha256(DATA).hexdigest()}
    assert [file.path for file in read] == [str(paper), str(paper), None, None, str(paper)]
    assert read[0].size == len(DATA)


def test_missing_and_impossible_paths_are_not_found(tmp_path: pathlib.Path, paper: pathlib.Path) -> None:
    for path in (tmp_path / "none.pdf", paper / "under-a-file.pdf", tmp_path / ("x" * 5000), "nul\0l.pdf"):
        with pytest.raises(NotFound):
            load(path)


def test_a_directory_is_unreadable(tmp_path: pathlib.Path) -> None:
    with pytest.raises(Unreadable, match="directory"):
        load(tmp_path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_no_permission_is_unreadable(paper: pathlib.Path) -> None:
    paper.chmod(0)
    with pytest.raises(Unreadable, match="permission"):
        load(paper)


def test_an_empty_file_is_not_a_pdf(tmp_path: pathlib.Path) -> None:
    (tmp_path / "empty.pdf").touch()
    with pytest.raises(NotAPdf, match="empty"):
        load(tmp_path / "empty.pdf")


def test_the_limit_holds_for_files_streams_and_bytes(paper: pathlib.Path) -> None:
    limits = Limits(bytes=len(DATA) - 1)
    for source in (paper, DATA, io.BytesIO(DATA)):
        with pytest.raises(LimitExceeded, match="3,008"):
            load(source, limits)
    assert load(paper, Limits(bytes=len(DATA))).size == len(DATA)


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="no /dev/zero on this system")
def test_an_endless_device_stops_at_the_limit() -> None:
    with pytest.raises(LimitExceeded):
        load("/dev/zero", Limits(bytes=5_000_000))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_named_pipe_is_read_to_its_end(tmp_path: pathlib.Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(DATA,))
    writer.start()
    assert load(pipe).data == DATA
    writer.join()


def test_a_file_in_text_mode_is_refused_before_it_is_decoded(paper: pathlib.Path) -> None:
    paper.write_bytes(DATA + b"\xff")  # is no UTF-8
    with paper.open(encoding="utf-8") as stream, pytest.raises(Unreadable, match=r"paper\.pdf.*text mode.*binary"):
        load(stream)  # type: ignore[arg-type]
    with pytest.raises(Unreadable, match="binary"):
        load(io.StringIO("text"))  # type: ignore[arg-type]


def test_an_empty_path_is_named() -> None:
    with pytest.raises(NotFound, match=r"^input: the path is empty"):
        load("")


def test_other_objects_are_wrong_calls() -> None:
    with pytest.raises(TypeError, match="int"):
        load(3)  # type: ignore[arg-type]


def test_a_failing_stream_is_unreadable() -> None:
    class Failing(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def read(self, size: int = -1) -> bytes:
            raise OSError(5, "Input/output error")

    with pytest.raises(Unreadable, match="Input/output error"):
        load(Failing())  # type: ignore[arg-type]
