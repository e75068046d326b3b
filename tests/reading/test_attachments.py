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
