"""Load, export and validate accept and refuse the same JSON, and one bad record costs no other."""

from __future__ import annotations

import copy
import json
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extractor.errors import InternalError, InvalidAgenda
from extractor.export.formats import export
from extractor.model.check import breaches
from extractor.papers import Paper, Record, papers, read_agenda
from extractor.store import load_agendas, open_store
from extractor.store.rows import rows_of
from extractor.store.write import write_papers
from tests.conftest import Run
from tests.store.agendas import agenda

FORMATS = ("jsonl", "ics", "akn", "jsonld", "ocd", "md", "html")
BASE: dict[str, Any] = json.loads(agenda().to_json())


def changed(*path: str | int, to: object) -> bytes:
    """The base with one value replaced; text between `@` is written as it is."""
    data = copy.deepcopy(BASE)
    node: Any = data
    for key in path[:-1]:
        node = node[key]
    node[path[-1]] = to
    text = json.dumps(data)
    if isinstance(to, str) and to.startswith("@"):
        text = text.replace(json.dumps(to), to.strip("@"))
    return text.encode()


def more(text: str) -> bytes:
    return (json.dumps(BASE)[:-1] + text + "}").encode()


DAYS = {"start": "2031-05-02", "end": "2031-05-01"}
RECORDS: dict[str, tuple[bytes, bool]] = {
    "as written": (json.dumps(BASE).encode(), True),
    "another order of keys": (json.dumps(dict(reversed(BASE.items()))).encode(), True),
    "a field of a later version": (more(', "later": [1]'), True),
    "a whole number with a point": (changed("items", 0, "page", to=1.0), True),
    "a NUL in a title": (changed("items", 0, "title", to="a\0b"), True),
    "the same number twice": (changed("items", to=[*BASE["items"], BASE["items"][0]]), True),
    "the largest number": (changed("source", "bytes", to=2**63 - 1), True),
    "2^63": (changed("source", "bytes", to=2**63), False),
    "2^63 pages": (changed("source", "pages", to=2**63), False),
    "2^200": (changed("source", "bytes", to=2**200), False),
    "5,000 digits": (changed("source", "bytes", to=f"@{'9' * 5_000}@"), False),
    "1e400": (changed("items", 0, "bbox", to=f"@{[0, 0, '1e400', 9]}@".replace("'", "")), False),
    "NaN": (changed("items", 0, "bbox", to=[float("nan"), 0, 1, 1]), False),
    "Infinity": (changed("items", 0, "bbox", to=[0, 0, float("inf"), 1]), False),
    "true for a number": (changed("items", 0, "page", to=True), False),
    "true in a box": (changed("items", 0, "bbox", to=[True, 0, 1, 1]), False),
    "text for a number": (changed("items", 0, "page", to="1"), False),
    "a number for a truth value": (changed("items", 0, "no_documentation", to=1), False),
    "text for a truth value": (changed("items", 0, "no_documentation", to="yes"), False),
    "a number for a date": (changed("document", "date", to=1), False),
    "an end before its start": (changed("meetings", 0, "periods", to=[DAYS]), False),
    "an offset at the start alone": (changed("schedule", 0, "ends_at", to="2031-06-27T13:00:00"), True),
    "an end before a start of another form": (changed("schedule", 0, "ends_at", to="2031-06-26T13:00:00"), False),
    "a page that is not there": (changed("items", 0, "page", to=999), False),
    "a page below one": (changed("items", 0, "page", to=0), False),
    "a key twice": (more(', "items": []'), False),
    "a list that is missing": (json.dumps({k: v for k, v in BASE.items() if k != "footnotes"}).encode(), False),
    "half a surrogate pair": (changed("items", 0, "title", to="\ud800"), False),
    "bytes that are not UTF-8": (json.dumps(BASE).encode().replace(b"Test", b"\xff"), False),
    "brackets 100,000 deep": (more(', "x": ' + "[" * 100_000 + "]" * 100_000), False),
    "another version": (changed("schema_version", to="2.0"), False),
    "a list": (b'["not an agenda"]', False),
    "half of it": (json.dumps(BASE).encode()[:400], False),
}


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database without papers, of which each test has a copy: to make one takes a hundred times as long."""
    path = tmp_path_factory.mktemp("empty") / "a.db"
    open_store(str(path)).close()
    return path


@pytest.mark.parametrize("name", RECORDS)
def test_the_verbs_agree(name: str, empty: Path, tmp_path: Path) -> None:
    text, sound = RECORDS[name]
    file = tmp_path / "a.json"
    file.write_bytes(text)
    assert (not list(breaches(text))) is sound
    (read,) = papers([str(file)])
    assert isinstance(read, Paper) is sound
    with open_store(str(shutil.copy(empty, tmp_path / "a.db"))) as store:
        result = load_agendas(store, papers([str(file)]))
    assert (result.loaded, result.failed) == ((1, 0) if sound else (0, 1))
    if isinstance(read, Paper):
        for format in FORMATS:
            assert b"".join(export([read.agenda], format))


@pytest.mark.parametrize("bulk", [False, True])
def test_a_bad_record_costs_no_other(bulk: bool, tmp_path: Path) -> None:
    lines = [json.dumps(json.loads(agenda(f"A/AC.999/2031/{n}").to_json())).encode() for n in range(20)]
    bad = [text.replace(b"\n", b" ") for text, sound in RECORDS.values() if not sound]
    (tmp_path / "all.jsonl").write_bytes(b"\n".join(lines[:10] + bad + lines[10:]) + b"\n")
    with open_store(str(tmp_path / "a.db")) as store:
        result = load_agendas(store, papers([str(tmp_path / "all.jsonl")]), bulk=bulk)
    assert result.loaded == 20
    assert result.failed >= len(bad) - 1  # what is open at its end takes in the line after it


def test_the_three_commands_agree(run_command: Run, tmp_path: Path) -> None:
    for name in ("2^63", "NaN", "true for a number", "an end before its start", "half a surrogate pair"):
        (tmp_path / "a.json").write_bytes(RECORDS[name][0])
        for verb in (["validate"], ["load", "--db", "a.db"], ["export", "--format", "md"]):
            done = run_command(verb[0], "a.json", *verb[1:], cwd=tmp_path)
            assert done.returncode == 13, (name, verb)
            assert done.stdout == b""


@pytest.mark.parametrize("replaced", [False, True])
def test_a_number_beyond_the_database_is_the_fault_of_its_paper(replaced: bool) -> None:
    # As a program may build it; JSON with such a number is refused before.
    large = agenda()
    with open_store("sqlite:///:memory:") as store:
        if replaced:
            write_papers(store, [rows_of(agenda())], None)
        large.source.bytes = 2**63
        found: list[str] = []
        result = load_agendas(store, [large, agenda("A/AC.999/2031/9")], report=lambda error: found.append(str(error)))
    assert (result.loaded, result.failed) == (1, 1)
    assert "too large" in found[0]


# Mutations

HOSTILE: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2**31, 2**63 - 1, 2**63, -(2**63) - 1, 2**300, 0.5, 1e308, -0.0, float("nan"),
    float("inf"), "", "1", "\0", "\ud800", "\udfff", "2031-02-30", "2031-06-27", "9999-12-31", "0001-01-01", "24:00",
    "10:00", "2031-06-27T10:00:00+99:99", "2031-06-27T10:00:00", "en", "xx", "🏛", "a" * 5_000, "../x", [], [[]],
    [1, 2, 3, 4], [4, 3, 2, 1], {}, {"": ""}, {"number": "1"}, "1(a)", "http://[", "javascript:alert(1)", "=1+1",
)  # fmt: skip


def mutations(count: int, seed: int = 2031) -> Iterator[bytes]:
    """Records of which values, keys or bytes are others; each depends on its number and the seed alone."""
    for number in range(count):
        dice = random.Random(seed * 1_000_003 + number)
        data = copy.deepcopy(BASE)
        for _ in range(dice.choice((1, 1, 1, 2, 4))):
            _mutate(data, dice)
        text = bytearray(json.dumps(data, ensure_ascii=dice.random() < 0.5).encode("utf-8", "surrogatepass"))
        if dice.random() < 0.2:
            for _ in range(dice.choice((1, 4))):
                text[dice.randrange(len(text))] = dice.choice(b'\0"\\{}[],:019-eE.\xff\xc3tfn ')
        yield bytes(text)


def _mutate(data: Any, dice: random.Random) -> None:
    node = data
    while True:
        keys = list(node) if isinstance(node, dict) else list(range(len(node)))
        if not keys:
            return
        key = dice.choice(keys)
        if isinstance(node[key], dict | list) and node[key] and dice.random() < 0.8:
            node = node[key]
            continue
        match dice.randrange(4):
            case 0:
                del node[key]
            case 1 if isinstance(node, list):
                node.append(copy.deepcopy(node[key]))
            case _:
                node[key] = copy.deepcopy(dice.choice(HOSTILE))
        return


def hold(count: int, seed: int) -> int:
    """Read that many mutated records; how many were sound."""
    sound = 0
    with open_store("sqlite:///:memory:") as store:
        for number, text in enumerate(mutations(count, seed)):
            record = Record(f"record {number}", text)
            try:
                read = read_agenda(record)
            except InvalidAgenda:
                assert list(breaches(text)), text
                continue
            sound += 1
            assert list(breaches(text)) == [], text
            for format in FORMATS:
                b"".join(export([read], format))
            result = load_agendas(store, [read], report=lambda error: pytest.fail(str(error)))
            assert result.failed == 0
    return sound


def test_some_mutated_records() -> None:
    assert hold(300, seed=1) > 20


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2031, 2041))
def test_thousands_of_mutated_records(seed: int) -> None:
    assert hold(2_000, seed) > 100


def test_no_record_is_a_fault_of_this_program(tmp_path: Path) -> None:
    (tmp_path / "all.jsonl").write_bytes(b"\n".join(mutations(300, seed=7)))
    for read in papers([str(tmp_path / "all.jsonl")]):
        assert isinstance(read, Paper) or not isinstance(read.error, InternalError)
