"""Makes a variation of a sample, reads it, and says what comes out otherwise."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from extractor import extract
from tools.typeset.paper import Paper
from tools.typeset.press import press, press_code
from tools.variations.sheets import SHEETS
from tools.variations.source import SOURCES
from tools.variations.values import differences, values

_SAMPLES = Path(__file__).parents[2] / "samples"
_ENDING = ".source.json"

#: The variations.
NAMES = (*SOURCES, *SHEETS)

#: Why these do not give the values of the sample yet, by the names of sample and variation.
OPEN: dict[tuple[str, str], str] = {
    **dict.fromkeys(
        (
            ("bonn_numbered_paragraphs", "letters set apart"),
            ("geneva_two_bodies", "letters set apart"),
            ("newyork_executive_board", "letters set apart"),
            ("newyork_letter_headings", "letters set apart"),
            ("newyork_organization_of_work", "letters set apart"),
        ),
        "PDFium puts spaces into words whose letters stand so far apart",
    ),
    ("newyork_organization_of_work", "font with serifs"): "two short entries of a list of days stand as close as lines",
    ("newyork_organization_of_work", "font of a typewriter"): "two short entries of a list stand as close as lines",
    ("newyork_executive_board", "font of a typewriter"): "entries of the contents wrap",
    ("newyork_assembly_list", "font of a typewriter"): "headings between the items wrap",
    ("newyork_letter_headings", "font of a typewriter"): "a symbol breaks at its slash, without a hyphen",
    ("geneva_two_bodies", "font of a typewriter"): "labels run into their titles",
    ("geneva_two_bodies", "font with serifs"): "labels run into their titles",
    ("geneva_working_party", "words broken at line ends"): "`Trans-port` breaks behind what may be a word of its own",
    ("newyork_documented_list", "lines apart"): "the title of the item stands apart from its line",
    ("newyork_assembly_list", "each fifth line numbered"): "the numbers stand beside those of the items",
    ("newyork_closed_meeting", "each fifth line numbered"): "two numbers are too few to tell",
}  # fmt: skip


def is_open(sample: str, name: str) -> bool:
    """Whether a variation of a sample is known not to give its values yet."""
    return (sample, name) in OPEN


def samples() -> list[str]:
    """The names of the samples."""
    return sorted(path.name.removesuffix(_ENDING) for path in _SAMPLES.glob(f"*{_ENDING}"))


def pairs(part: int = 1, offset: int = 0) -> list[tuple[str, str]]:
    """Samples with variations, one pair in `part`; each variation meets another sample."""
    every = [(sample, name) for name in NAMES for sample in samples()]
    return every[offset::part]


@cache
def _source(sample: str) -> Any:
    return json.loads((_SAMPLES / f"{sample}{_ENDING}").read_text(encoding="utf-8"))


@cache
def _plain(sample: str) -> bytes:
    return press(_source(sample))


@cache
def _expected(sample: str) -> dict[str, Any]:
    return values(json.loads(extract(_plain(sample)).to_json()))


def made(sample: str, name: str) -> bytes:
    """The PDF of a variation of a sample."""
    if name in SOURCES:
        return press_code(SOURCES[name](Paper(_source(sample)).code()))
    return SHEETS[name](_plain(sample))


def failures(sample: str, name: str) -> list[str]:
    """What a variation of a sample gives otherwise than the sample, with its paths."""
    found = values(json.loads(extract(made(sample, name)).to_json()))
    return list(differences(_expected(sample), found))
