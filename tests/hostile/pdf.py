"""PDF bytes by hand: objects as they are given, however wrong, with a table of offsets that is right unless asked."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence

#: A short agenda that any sound page of a hostile file shows, so that a good reading can be told from an empty one.
LINES = (
    (14, 420, 790, "A/CN.99/2031/1"),
    (14, 72, 760, "Provisional agenda"),
    (10, 90, 720, "1.  Opening of the session."),
    (10, 90, 705, "2.  Adoption of the agenda."),
    (10, 90, 690, "3.  Other matters."),
)


def show(words: str | bytes, x: float, y: float, size: float = 10) -> bytes:
    """Content that shows words at a place."""
    raw = words if isinstance(words, bytes) else words.encode("cp1252")
    return b"BT /F1 %g Tf 1 0 0 1 %g %g Tm <%s> Tj ET\n" % (size, x, y, raw.hex().encode())


BODY = b"".join(show(words, x, y, size) for size, x, y, words in LINES)
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>"


def stream(data: bytes, head: bytes = b"", length: bytes | None = None) -> bytes:
    """A stream object; `length` replaces the true one."""
    return b"<< %s /Length %s >>\nstream\n%s\nendstream" % (head, length or b"%d" % len(data), data)


def flate(data: bytes, head: bytes = b"") -> bytes:
    """A stream object packed with Flate."""
    return stream(zlib.compress(data), b"/Filter /FlateDecode " + head)


def file(
    objects: Mapping[int, bytes], trailer: bytes = b"", *, offsets: Mapping[int, int] | None = None, tail: bytes = b""
) -> bytes:
    """A file of these objects. Object 1 is the catalogue; `offsets` replace places in the table, `tail` follows it."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places: dict[int, int] = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    places |= offsets or {}
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number in sorted(places):
        out += b"%d 1\n%010d 00000 n \n" % (number, places[number])
    out += b"trailer << /Size %d /Root 1 0 R %s >>\n%sstartxref\n%d\n%%%%EOF\n" % (size, trailer, tail, start)
    return bytes(out)


def paper(
    content: bytes = BODY,
    *,
    objects: Mapping[int, bytes] | None = None,
    resources: bytes = b"",
    page: bytes = b"",
    catalogue: bytes = b"",
    trailer: bytes = b"",
    box: bytes = b"0 0 595 842",
    font: bytes = FONT,
    contents: bytes | None = None,
) -> bytes:
    """A file with one page: 1 catalogue, 2 page tree, 3 page, 4 font, 5 content; further objects from 10 on.

    `contents` is the whole object 5 where a plain stream of `content` will not do.
    """
    basic = {
        1: b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalogue,
        2: b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 5 0 R "
        b"/Resources << /Font << /F1 4 0 R >> %s >> %s >>" % (box, resources, page),
        4: font,
        5: contents if contents is not None else flate(content),
    }
    return file({**basic, **(objects or {})}, trailer)


def compressed(inner: Mapping[int, bytes], outer: Mapping[int, bytes], number: int, head: bytes = b"") -> bytes:
    """A file with an object stream (`number`) that holds `inner` and a cross-reference stream (PDF 32000-1, 7.5.7-8).

    `inner` may name `number` itself.
    """
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    rows: dict[int, tuple[int, int, int]] = {0: (0, 0, 255)}
    index, bodies = b"", b""
    for body_number, body in inner.items():
        index += b"%d %d " % (body_number, len(bodies))
        bodies += body + b"\n"
    holder = flate(index + bodies, b"/Type /ObjStm /N %d /First %d %s" % (len(inner), len(index), head))
    for body_number, body in {**outer, number: holder}.items():
        rows[body_number] = (1, len(out), 0)
        out += b"%d 0 obj\n%s\nendobj\n" % (body_number, body)
    for place, body_number in enumerate(inner):
        rows[body_number] = (2, number, place)  # where the stream holds itself, this is the loop
    start, table = len(out), max(rows) + 1
    rows[table] = (1, start, 0)
    sections = b" ".join(b"%d 1" % row for row in sorted(rows))
    table_rows = [rows[row] for row in sorted(rows)]
    data = b"".join(bytes([kind]) + place.to_bytes(4, "big") + bytes([last]) for kind, place, last in table_rows)
    entries = b"/Type /XRef /Size %d /Root 1 0 R /W [1 4 1] /Index [%s]" % (table + 1, sections)
    out += b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, flate(data, entries), start)
    return bytes(out)


def bomb(megabytes: int, byte: bytes = b" ", times: int = 1) -> bytes:
    """Flate data that unpacks to so many MiB of one byte, made without ever holding them; packed `times` times."""
    block = zlib.compressobj(9, zlib.DEFLATED, -15)
    part = block.compress(byte * (1 << 20)) + block.flush(zlib.Z_FULL_FLUSH)  # parts stand for themselves
    count, modulus = megabytes << 20, 65521
    low = (1 + byte[0] * count) % modulus
    high = (count + byte[0] * (count * (count + 1) // 2)) % modulus
    packed = b"\x78\xda" + part * megabytes + b"\x03\x00" + (high << 16 | low).to_bytes(4, "big")
    for _ in range(times - 1):
        packed = zlib.compress(packed, 9)
    return packed


def forms(count: int, content: Sequence[bytes], resources: Sequence[bytes], first: int = 10) -> dict[int, bytes]:
    """Form XObjects numbered from `first`."""
    head = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> /XObject << %s >> >>"
    return {first + n: flate(content[n], head % resources[n]) for n in range(count)}
