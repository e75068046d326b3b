"""Whether the boxes of values hold their words, on cropped pages and in Chinese as well.

The optional corpus's own audit takes the words of `pdftotext -bbox`. That gives boxes on the sheet before it is
cropped, and in scripts without spaces a whole clause as one word, whose middle lies in no value of it. Here the boxes
are those on the cropped page, and what holds a character of such a script is taken apart into its characters.
"""

from __future__ import annotations

import html
import json
import re
import subprocess
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

_WORD = re.compile(r'<word xMin="([^"]+)" yMin="([^"]+)" xMax="([^"]+)" yMax="([^"]+)">(.*)</word>')
_SQUARE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")

#: Where the middle of a word is, and the word.
Word = tuple[float, float, str]


def boxed(audit: Path, papers: Iterable[Path], out: Path) -> dict[str, float]:
    """The share of the values of each kind whose boxes hold their words and no others."""
    module = _loaded(audit)
    found: dict[str, list[bool]] = defaultdict(list)
    for pdf in papers:
        pages = _words(pdf)
        data = json.loads((out / f"{pdf.stem}.json").read_text(encoding="utf-8"))
        for kind, value, places in module.values(data):
            if value and sum(module.letters(value).values()) > 2:
                found[kind].append(bool(places) and module.is_boxed(value, places, pages))
    return {f"boxed: {kind}": sum(each) / len(each) for kind, each in sorted(found.items())}


def _loaded(path: Path) -> ModuleType:
    loader = SourceFileLoader("corpus_audit", str(path))
    spec = spec_from_loader(loader.name, loader)
    assert spec is not None
    module = module_from_spec(spec)
    loader.exec_module(module)
    return module


def _words(pdf: Path) -> dict[int, list[Word]]:
    """The words of each page."""
    command = ["pdftotext", "-cropbox", "-bbox", str(pdf), "-"]
    pages: dict[int, list[Word]] = defaultdict(list)
    number = 0
    for line in subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines():
        number += line.lstrip().startswith("<page ")
        if found := _WORD.search(line):
            x0, top, x1, bottom = map(float, found.groups()[:4])
            pages[number] += [(x, (top + bottom) / 2, word) for x, word in _parts(html.unescape(found[5]), x0, x1)]
    return pages


def _parts(word: str, x0: float, x1: float) -> Iterator[tuple[float, str]]:
    """A word, or its characters, each with its middle; characters of Chinese are twice as wide as others."""
    if not _SQUARE.search(word):
        yield (x0 + x1) / 2, word
        return
    widths = [2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in word]
    unit = (x1 - x0) / sum(widths)
    for char, width in zip(word, widths, strict=True):
        yield x0 + unit * width / 2, char
        x0 += unit * width
