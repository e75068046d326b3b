"""Pages as pictures, drawn by PDFium in a process of its own: what a file makes it do ends that process alone.

The process reads the PDF from its standard input and then one line a picture: the page's number and how it is to be
drawn. It answers with the length and the bytes of a PNG; a length of 0 stands for a page that cannot be drawn. It ends
when its input does, and so with the process that began it.
"""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any

from extractor.limits import limit_memory

if TYPE_CHECKING:
    from types import TracebackType

    from PIL.Image import Image

__all__ = ["Painter"]


@dataclass(frozen=True, slots=True)
class PaintSettings:
    """How pages are drawn."""

    #: Pixels a point on the screen: a page fills half of a wide one, sharp on screens of two pixels a point.
    screen: float = 2.0
    #: Pixels a point in a file: 100 dots an inch, small type can be read, and a page has 20 to 50 KB.
    kept: float = 1.4
    #: Pixels of the longer side at most: a page may be as large as a poster.
    longest: int = 4000
    #: From this difference of two colours of a point on, a page is kept in colour.
    coloured: int = 40
    #: Seconds that a page may take, the start of the process included: dense maps take ten.
    seconds: float = 60.0
    #: Bytes by which the process may grow.
    memory: int = 1 << 30


PAINT = PaintSettings()
_LENGTH = struct.Struct(">Q")


class Painter:
    """Draws the pages of one PDF. A process that has died or hangs is replaced for the next page."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False

    def __enter__(self) -> Painter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def sizes(self) -> list[tuple[float, float]]:
        """Width and height of each page in points; empty where the file cannot be opened."""
        sizes = self._asked(b"sizes\n")
        values = struct.unpack(f">{len(sizes) // 8}d", sizes)
        return [(values[at], values[at + 1]) for at in range(0, len(values), 2)]

    def picture(self, page: int, *, kept: bool = False) -> bytes:
        """A page as PNG, from 1 on; `kept`: small, for a file. Empty where it cannot be drawn."""
        return self._asked(b"%s %d\n" % (b"kept" if kept else b"screen", page))

    def close(self) -> None:
        """End the process; nothing is drawn any more."""
        with self._lock:
            self._closed = True
            self._end()

    def _asked(self, line: bytes) -> bytes:
        with self._lock:
            if self._closed:
                return b""
            if self._process is not None and self._process.poll() is not None:
                self._end()
            process = self._process or self._begun()
            self._process = process
            timer = threading.Timer(PAINT.seconds, process.kill)
            timer.start()
            try:
                return _exchange(process, line)
            except (OSError, ValueError, struct.error):
                self._end()
                return b""
            finally:
                timer.cancel()

    def _begun(self) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, "-m", "extractor.reviewing.painter"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        with suppress(OSError):  # the first question says so
            _write(process.stdin, _LENGTH.pack(len(self._data)) + self._data)
        return process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()


def _exchange(process: subprocess.Popen[bytes], line: bytes) -> bytes:
    _write(process.stdin, line)
    (length,) = _LENGTH.unpack(_read(process.stdout, _LENGTH.size))
    return _read(process.stdout, length)


def _write(stream: IO[bytes] | None, data: bytes) -> None:
    assert stream is not None
    stream.write(data)
    stream.flush()


def _read(stream: IO[bytes] | None, length: int) -> bytes:
    assert stream is not None
    data = stream.read(length)
    if len(data) != length:
        raise OSError("the process has ended")
    return data


def main() -> None:
    """The process: answers each line until there are no more."""
    import pypdfium2 as pdfium

    stdin, stdout = sys.stdin.buffer, sys.stdout.buffer
    (length,) = _LENGTH.unpack(stdin.read(_LENGTH.size))
    data = stdin.read(length)
    limit_memory(PAINT.memory)
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        document = None
    for line in stdin:
        answer = b"" if document is None else _answer(document, line.decode("ascii").split())
        stdout.write(_LENGTH.pack(len(answer)) + answer)
        stdout.flush()


def _answer(document: Any, asked: list[str]) -> bytes:
    if asked == ["sizes"]:
        sizes = [document.get_page_size(at) for at in range(len(document))]
        return b"".join(struct.pack(">2d", *size) for size in sizes)
    how, number = asked
    try:
        page = document[int(number) - 1]
        scale = PAINT.kept if how == "kept" else PAINT.screen
        scale = min(scale, PAINT.longest / max(*page.get_size(), 1.0))
        picture = page.render(scale=scale).to_pil().convert("RGB")
        page.close()
    except Exception:  # whatever the engine cannot do: the page is shown as one that cannot be drawn
        return b""
    file = io.BytesIO()
    _reduced(picture, how).save(file, "PNG", compress_level=9 if how == "kept" else 3)
    return file.getvalue()


def _reduced(picture: Image, how: str) -> Image:
    """A picture in grey where it has no colour; in few shades where it is kept in a file."""
    from PIL import Image, ImageChops

    red, green, blue = picture.split()
    differences = (ImageChops.difference(red, one) for one in (green, blue))
    if any(sum(one.histogram()[PAINT.coloured :]) for one in differences):
        return picture.quantize(64, method=Image.Quantize.FASTOCTREE) if how == "kept" else picture
    grey = picture.convert("L")
    if how != "kept":
        return grey
    shades = grey.point([value // 17 for value in range(256)])
    shades.putpalette([level * 17 for level in range(16) for _ in range(3)])
    return shades


if __name__ == "__main__":
    main()
