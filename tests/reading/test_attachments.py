"""Files that a PDF carries are named, and not read."""

from __future__ import annotations

from extractor.pipeline import extract
from tests.hostile.pdf import paper, stream

CARRIED = {
    10: b"<< /Names [(a) 11 0 R] >>",
    11: b"<< /Type /Filespec /F (annex.pdf) /UF (annex.pdf) /EF << /F 12 0 R >> >>",
    12: stream(b"%PDF-1.4", b"/Type /EmbeddedFile"),
}


def test_attached_files_are_named() -> None:
    carried = extract(paper(objects=CARRIED, catalogue=b"/Names << /EmbeddedFiles 10 0 R >>")).diagnostics
    alone = extract(paper()).diagnostics
    assert [one.message.rpartition(": ")[2] for one in carried if one.code == "source.attachments"] == ["annex.pdf"]
    assert not any(one.code == "source.attachments" for one in alone)


def test_characters_of_a_name_that_steer_a_terminal_are_escaped() -> None:
    name = "\x07red\u202egpj.exe\n".encode("utf-16-be").hex().encode()
    objects = CARRIED | {11: b"<< /Type /Filespec /F (a) /UF <feff%s> /EF << /F 12 0 R >> >>" % name}
    carried = extract(paper(objects=objects, catalogue=b"/Names << /EmbeddedFiles 10 0 R >>")).diagnostics
    (message,) = [one.message for one in carried if one.code == "source.attachments"]
    assert message.endswith(r"\x07red\u202egpj.exe\n")
    assert message.isprintable()
