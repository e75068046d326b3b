"""Recognised pages kept in a folder: reading a page takes seconds, all else milliseconds.

So grammar and layout run again over an archive without reading its pictures again. An entry is known by the file, the
page, the languages asked for, the versions of the recognisers and the code that reads; a version of the program that
reads no other way finds the pages of the one before.
"""

from __future__ import annotations

import hashlib
import json
import os
import uuid
from contextlib import suppress
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

from extractor.reading.ocr.languages import Language
from extractor.reading.page import Page, Recognised, Rule, Span
from extractor.records import to_builtins

__all__ = ["PageCache"]

#: What reads, apart from this program.
_LIBRARIES = ("tesserocr", "rapidocr", "onnxruntime", "opencv-python-headless", "opencv-python", "pypdfium2")


class PageCache:
    """The recognised pages of one file.

    Args:
        folder: where pages are kept, made when the first is.
        data: the bytes of the file.
        asked: what else decides how a page is read: languages, the first page.
    """

    def __init__(self, folder: str, data: bytes, *asked: str) -> None:
        self._folder = Path(folder)
        self._file = hashlib.sha256(data).hexdigest()
        self._asked = asked

    def get(self, number: int) -> tuple[Page, Language] | None:
        """A page by its number, and what its paper is written in; None where it was not kept, or cannot be read."""
        try:
            kept = json.loads(self._path(number).read_bytes())
            return _page(kept["page"]), Language(kept["script"], tuple(kept["codes"]))
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def put(self, page: Page, language: Language) -> None:
        """Keep a page; where there is no room or no right to, it is read again another time."""
        path = self._path(page.number)
        kept = {"page": to_builtins(page), "script": language.script, "codes": language.codes}
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            temporary = path.with_name(f"{path.name}.{uuid.uuid4().hex}")
            temporary.write_text(json.dumps(kept), encoding="utf-8")
            os.replace(temporary, path)

    def _path(self, number: int) -> Path:
        key = json.dumps([self._file, number, self._asked, _versions()])
        name = hashlib.sha256(key.encode()).hexdigest()
        return self._folder / name[:2] / f"{name[2:]}.page"


@cache
def _versions() -> tuple[str, ...]:
    """The versions of the libraries and a hash of the code that reads."""
    code = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        code.update(path.read_bytes())
    found = [code.hexdigest()]
    for name in _LIBRARIES:
        with suppress(metadata.PackageNotFoundError):
            found.append(f"{name} {metadata.version(name)}")
    return tuple(found)


def _page(kept: dict[str, Any]) -> Page:
    """A page from what :func:`to_builtins` and JSON made of it."""
    how = kept["recognised"]
    doubts = tuple((tuple(box), word, confidence) for box, word, confidence in how["doubts"])
    return Page(
        **{
            **kept,
            "spans": [Span(**one) for one in kept["spans"]],
            "rules": [Rule(**one) for one in kept["rules"]],
            "images": [tuple(one) for one in kept["images"]],
            "recognised": Recognised(**{**how, "doubts": doubts, "repairs": ()}),
        }
    )
