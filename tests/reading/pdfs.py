"""A small PDF writer for tests: raw objects, so that a file can be as odd as the test needs."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")

_STATES = b"/ExtGState << /Clear << /ca 0 >> >>"


@dataclass
class Sheet:
    """One page: its content stream and what else its dictionary holds."""

    content: bytes = b""
    box: tuple[float, float, float, float] = (0, 0, 595, 842)
    extra: bytes = b""
    links: Sequence[tuple[tuple[float, float, float, float], str]] = ()
    fields: Sequence[Field] = ()


@dataclass
class Field:
    """A form field, filled: how it looks (the corner of its box is the origin) and the flags of its annotation."""

    box: tuple[float, float, float, float]
    look: bytes
    flags: int = 4
    kind: str = "Widget"


@dataclass
class Font:
    """A simple font; `letters` is the ToUnicode table (code -> text), `widths` the advances from code 32 on."""

    name: str | None = "Times-Roman"
    letters: Mapping[int, str] | None = None
    widths: Sequence[int] | None = None


@dataclass
class Pdf:
    """A document. Fonts are called /F1, /F2 ... in the content; /Im1 is a grey picture of one pixel, /Clear the state
    of filling that is not seen."""

    sheets: Sequence[Sheet] = ()
    fonts: Sequence[Font] = field(default_factory=lambda: [Font(), Font("Times-Bold"), Font("Times-Italic")])
    password: str | None = None

    def build(self) -> bytes:
        """The bytes of the file."""
        objects: list[bytes] = [b"", b""]  # catalogue and page tree come last but have the first numbers

        def add(body: bytes) -> int:
            objects.append(body)
            return len(objects)

        fonts = b" ".join(b"/F%d %d 0 R" % (place, _font(font, add)) for place, font in enumerate(self.fonts, 1))
        head = b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
        picture = add(_stream(b"\x80", head))
        resources = add(b"<< /Font << %s >> /XObject << /Im1 %d 0 R >> %s >>" % (fonts, picture, _STATES))
        kids = []
        for sheet in self.sheets:
            content = add(_stream(sheet.content))
            notes = b" ".join(
                b"<< /Type /Annot /Subtype /Link /Rect [%s] /A << /S /URI /URI (%s) >> >>"
                % (_numbers(box), uri.encode())
                for box, uri in sheet.links
            )
            for one in sheet.fields:
                size = (0.0, 0.0, one.box[2] - one.box[0], one.box[3] - one.box[1])
                head = b"/Type /XObject /Subtype /Form /BBox [%s] /Resources %d 0 R" % (_numbers(size), resources)
                notes += b" << /Type /Annot /Subtype /%s /FT /Tx /T (a) /F %d /Rect [%s] /AP << /N %d 0 R >> >>" % (
                    one.kind.encode(), one.flags, _numbers(one.box), add(_stream(one.look, head)),
                )  # fmt: skip
            kids.append(
                add(
                    b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents %d 0 R /Resources %d 0 R /Annots [%s] %s >>"
                    % (_numbers(sheet.box), content, resources, notes, sheet.extra)
                )
            )
        form = b"/AcroForm << /Fields [] >>" if any(sheet.fields for sheet in self.sheets) else b""
        objects[0] = b"<< /Type /Catalog /Pages 2 0 R %s >>" % form
        objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (
            len(kids),
            b" ".join(b"%d 0 R" % kid for kid in kids),
        )
        trailer = b""
        if self.password is not None:
            objects, trailer = _encrypt(objects, self.password)
        return _file(objects, trailer)


def text(words: str | bytes, x: float, y: float, size: float = 10, font: int = 1, mode: int = 0) -> bytes:
    """Content that shows words at a place (points from the lower left corner)."""
    raw = words if isinstance(words, bytes) else words.encode("cp1252")
    return b"BT %d Tr /F%d %g Tf 1 0 0 1 %g %g Tm <%s> Tj ET\n" % (mode, font, size, x, y, raw.hex().encode())


def picture(x: float, y: float, width: float, height: float) -> bytes:
    """Content that draws the picture in a rectangle."""
    return b"q %g 0 0 %g %g %g cm /Im1 Do Q\n" % (width, height, x, y)


def document(*contents: bytes, **options: object) -> bytes:
    """A file with a page for each content stream."""
    return Pdf([Sheet(content) for content in contents], **options).build()  # type: ignore[arg-type]


def _numbers(box: Sequence[float]) -> bytes:
    return b" ".join(b"%g" % number for number in box)


def _stream(data: bytes, head: bytes = b"") -> bytes:
    packed = zlib.compress(data)
    return b"<< %s /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (head, len(packed), packed)


def _font(font: Font, add) -> int:  # type: ignore[no-untyped-def]
    body = b"<< /Type /Font /Subtype /Type1"
    if font.name is not None:
        body += b" /BaseFont /%s /Encoding /WinAnsiEncoding" % font.name.encode()
    if font.widths is not None:
        last = 31 + len(font.widths)
        body += b" /FirstChar 32 /LastChar %d /Widths [%s]" % (last, _numbers(font.widths))
        name = (font.name or "Nameless").encode()
        body += b" /FontDescriptor << /Type /FontDescriptor /FontName /%s /Flags 32 /Ascent 700 /Descent -200" % name
        body += b" /FontBBox [0 -200 1000 900] /ItalicAngle 0 /CapHeight 660 /StemV 80 >>"
    if font.letters is not None:
        table = b"\n".join(
            b"<%02x> <%s>" % (code, letter.encode("utf-16-be").hex().encode()) for code, letter in font.letters.items()
        )
        cmap = (
            b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
            b"1 begincodespacerange <00> <ff> endcodespacerange\n"
            b"%d beginbfchar\n%s\nendbfchar endcmap end end" % (len(font.letters), table)
        )
        body += b" /ToUnicode %d 0 R" % add(_stream(cmap))
    return int(add(body + b" >>"))


def _file(objects: Sequence[bytes], trailer: bytes) -> bytes:
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(out)


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    swap = 0
    for index in range(256):
        swap = (swap + state[index] + key[index % len(key)]) % 256
        state[index], state[swap] = state[swap], state[index]
    out = bytearray()
    first = second = 0
    for byte in data:
        first = (first + 1) % 256
        second = (second + state[first]) % 256
        state[first], state[second] = state[second], state[first]
        out.append(byte ^ state[(state[first] + state[second]) % 256])
    return bytes(out)


def _encrypt(objects: Sequence[bytes], password: str) -> tuple[list[bytes], bytes]:
    """Encrypt streams by the standard security handler, revision 2 (PDF 32000-1, 7.6.3), 40-bit RC4."""
    padded = (password.encode() + _PADDING)[:32]
    owner = _rc4(hashlib.md5((b"owner" + _PADDING)[:32]).digest()[:5], padded)
    permissions, ident = -4, b"0123456789abcdef"
    key = hashlib.md5(padded + owner + permissions.to_bytes(4, "little", signed=True) + ident).digest()[:5]
    user = _rc4(key, _PADDING)
    coded = []
    for number, body in enumerate(objects, 1):
        before, sign, rest = body.partition(b"\nstream\n")
        if sign:
            data, _, after = rest.rpartition(b"\nendstream")
            own = hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10]
            body = before + sign + _rc4(own, data) + b"\nendstream" + after
        coded.append(body)
    coded.append(
        b"<< /Filter /Standard /V 1 /R 2 /P %d /O <%s> /U <%s> >>"
        % (permissions, owner.hex().encode(), user.hex().encode())
    )
    return coded, b"/Encrypt %d 0 R /ID [<%s> <%s>]" % (len(coded), ident.hex().encode(), ident.hex().encode())
