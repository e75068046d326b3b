"""What one paper needs in one piece: it is what the files say, and of no use where they say something else."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import marshal
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from extractor import building, built, bundle
from extractor.built import prepared
from extractor.grammar.calendar.types import DateSpan, Period
from extractor.records import Value

NAME = "extractor.median"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the build writes, with answers and modules as they were before when the test is over."""
    monkeypatch.setattr(built, "FILE", tmp_path / "built.x.bin")
    monkeypatch.setattr(built, "answers", {})
    importlib.import_module(NAME)
    was = sys.modules[NAME]
    yield tmp_path
    sys.modules[NAME] = was


def loaded_anew() -> ModuleType:
    del sys.modules[NAME]
    return importlib.import_module(NAME)


def test_a_module_is_taken_from_the_bundle_and_knows_its_file(home: Path) -> None:
    bundle.write(bundle.bundled([NAME], [], {}), bundle.file_of_bundle())
    with bundle.in_use():
        module = loaded_anew()
    assert isinstance(module.__loader__, bundle._Loader)
    assert module.__file__ == str(Path(bundle.__file__).with_name("median.py"))
    assert module.median.__code__.co_filename == module.__file__
    assert module.median([3, 1, 2]) == 2
    assert "ordered = sorted(values)" in inspect.getsource(module.median)
    assert importlib.reload(module).median([1, 3]) == 2
    assert not isinstance(loaded_anew().__loader__, bundle._Loader)  # only while it is in use


def test_code_of_another_place_gets_the_name_of_its_file(home: Path) -> None:
    made = bundle.bundled([NAME], [], {})
    place, code = made.modules[NAME]
    moved = bundle.Bundle(made.files, {NAME: (place, code.replace(co_filename="/built/median.py"))}, {})
    bundle.write(moved, bundle.file_of_bundle())
    with bundle.in_use():
        module = loaded_anew()
    assert module.median.__code__.co_filename == module.__file__


def test_a_bundle_of_other_files_is_passed_over(home: Path) -> None:
    made = bundle.bundled([NAME], [Path(bundle.__file__)], {("f", (), ()): b""})
    for place in made.files:
        changed = bundle.Bundle({**made.files, place: b"another"}, made.modules, made.answers)
        bundle.write(changed, bundle.file_of_bundle())
        assert bundle.read(bundle.file_of_bundle()) is None
    bundle.write(bundle.Bundle({**made.files, "gone.py": b""}, made.modules, made.answers), bundle.file_of_bundle())
    with bundle.in_use():
        assert not isinstance(loaded_anew().__loader__, bundle._Loader)
    assert built.answers == {}


def test_a_bundle_is_of_no_use_where_the_user_adds_word_lists(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bundle.write(bundle.bundled([NAME], [], {("f", (), ()): b""}), bundle.file_of_bundle())
    monkeypatch.setenv(built.MORE_WORDS, str(home))
    with bundle.in_use():
        assert built.answers == {}
    monkeypatch.delenv(built.MORE_WORDS)
    with bundle.in_use():
        assert built.answers == {("f", (), ()): b""}


def test_a_bundle_that_is_damaged_missing_or_of_another_python_is_passed_over(home: Path) -> None:
    file = bundle.file_of_bundle()
    assert bundle.read(file) is None
    bundle.write(bundle.bundled([NAME], [], {}), file)
    whole = file.read_bytes()
    assert bundle.read(file) is not None
    for length in (0, 1, len(whole) // 2, len(whole) - 1):
        file.write_bytes(whole[:length])
        assert bundle.read(file) is None
    file.write_bytes(marshal.dumps((("another", 0), {}, {}, {})))
    assert bundle.read(file) is None


calls: list[str] = []


@prepared
def _answer(word: str, *, times: int = 1) -> tuple[re.Pattern[str], str]:
    calls.append(word)
    return built.compiled(rf"(?i){word}+", re.MULTILINE), word * times


def test_an_answer_is_that_of_the_build_and_its_pattern_needs_no_compiling(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls.clear()
    monkeypatch.setattr(built, "noted", {})
    monkeypatch.setattr(built, "noted_answers", {})
    plain = _answer("ab", times=2)
    assert plain == _answer("ab", times=2)
    assert calls == ["ab"]
    assert built.noted is not None
    assert built.noted_answers is not None
    answers = building.pickled(built.noted_answers, built.noted)
    building.write(built.noted, home / "built.x.bin")
    monkeypatch.setattr(built, "_values", built.read(home / "built.x.bin"))
    monkeypatch.setattr(built, "answers", answers)
    monkeypatch.setattr(re, "compile", None)  # not asked
    _answer.cache_clear()
    assert _answer("ab", times=2) == plain
    assert calls == ["ab"]
    monkeypatch.undo()
    _answer.cache_clear()
    assert _answer("ab", times=3)[1] == "ababab"
    assert calls == ["ab", "ab"]


def test_a_value_of_the_grammar_is_a_dataclass_to_its_users() -> None:
    span = DateSpan("12 May", 0, 6, None, None, day=12, flags=frozenset({"x"}))
    assert dataclasses.is_dataclass(span)
    assert [one.name for one in dataclasses.fields(Period)] == ["first", "last"]
    assert dataclasses.asdict(Period(None, date(2031, 5, 2))) == {"first": None, "last": date(2031, 5, 2)}
    assert dataclasses.replace(span, day=13).day == 13
    assert dataclasses.fields(DateSpan)[5].default is None
    assert sorted([Period(date(2031, 5, 2), None), Period(date(2031, 5, 1), None)])[0].first == date(2031, 5, 1)
    assert isinstance(span, Value)
    with pytest.raises(AttributeError):
        span.day = 1  # type: ignore[misc]
