"""Copies of sound papers with bits turned and chunks dropped, doubled, exchanged or overwritten; the seed decides."""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Callable, Iterator, Sequence

_STREAM = re.compile(rb"/FlateDecode[^>]*>>\s*stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_NUMBER = re.compile(rb"(?<![\w.])\d{1,6}(?![\w.])")


def copies(papers: Sequence[bytes], count: int, seed: int = 2031) -> Iterator[bytes]:
    """`count` mutated copies; each depends on its number and the seed alone."""
    for number in range(count):
        dice = random.Random(seed * 1_000_003 + number)
        data = bytearray(papers[number % len(papers)])
        for _ in range(dice.choice((1, 1, 2, 4, 16))):
            dice.choice(KINDS)(data, dice, papers)
        yield bytes(data)


def _bits(data: bytearray, dice: random.Random, papers: Sequence[bytes]) -> None:
    for _ in range(dice.choice((1, 8, 64, 512))):
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)


def _chunk(data: bytearray, dice: random.Random) -> slice:
    at = dice.randrange(len(data))
    return slice(at, at + dice.choice((1, 16, 256, 4096)))


def _dropped(data: bytearray, dice: random.Random, papers: Sequence[bytes]) -> None:
    if len(data) > 8192:
        del data[_chunk(data, dice)]


def _doubled(data: bytearray, dice: random.Random, papers: Sequence[bytes]) -> None:
    part = _chunk(data, dice)
    data[part.start : part.start] = data[part]


def _overwritten(data: bytearray, dice: random.Random, papers: Sequence[bytes]) -> None:
    part = _chunk(data, dice)
    data[part] = dice.choice((b"\0", b"\xff", b" ", b"(", b"<<", b"9")) * (part.stop - part.start)


def _exchanged(data: bytearray, dice: random.Random, papers: Sequence[bytes]) -> None:
    other = dice.choice(papers)
    part = _chunk(data, dice)
    at = dice.randrange(len(other))
    data[part] = other[at : at + part.stop - part.start]


def _number(data: bytearray, dice: random.Random, papers: Sequence[bytes]) -> None:
    """Another number in the file's skeleton: references, lengths, counts, boxes."""
    places = list(_NUMBER.finditer(data))
    if places:
        place = dice.choice(places)
        new = dice.choice((b"0", b"-1", b"1", b"3", b"7", b"65536", b"2147483647", b"99999999999999999999", b"1e9"))
        data[place.start() : place.end()] = new


def _content(data: bytearray, dice: random.Random, papers: Sequence[bytes]) -> None:
    """A change inside a packed stream, which turned bits hardly ever survive: unpack, change, pack again."""
    found = list(_STREAM.finditer(data))
    if not found:
        return
    place = dice.choice(found)
    try:
        inner = bytearray(zlib.decompress(place[1]))
    except zlib.error:
        return
    if inner:
        dice.choice((_bits, _dropped, _doubled, _overwritten, _number))(inner, dice, papers)
        data[place.start(1) : place.end(1)] = zlib.compress(inner)


KINDS: Sequence[Callable[[bytearray, random.Random, Sequence[bytes]], None]] = (
    _bits, _dropped, _doubled, _overwritten, _exchanged, _number, _content, _content,
)  # fmt: skip
