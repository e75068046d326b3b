"""What a type checker knows of the package: a script of a user is checked, wrong names in it are found."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import extractor
import extractor.batch
import extractor.grammar
import extractor.model
from extractor.model import Agenda
from tests.conftest import ROOT

CLIENT = """\
from pathlib import Path

from extractor import Agenda, AgendaError, Item, Meeting, extract
from extractor.batch import BatchOptions, run_batch
from extractor.grammar import Period, find_symbols, parse_symbol

agenda: Agenda = extract(Path("agenda.pdf"), pages=[1, 2])
titles: list[str] = [item.title for item in agenda.walk()]


def bodies(meetings: list[Meeting]) -> list[str | None]:
    return [meeting.body for meeting in meetings]


def depth(item: Item) -> int:
    return 1 + max((depth(one) for one in item.items), default=0)


spans: list[str] = [str(span.symbol) for span in find_symbols("A/80/150")]
name: str = parse_symbol("A/80/150").filename("fr")
run_batch(["archive/"], "json/", BatchOptions(workers=4))
refused: type[AgendaError] = AgendaError
period: type[Period] = Period
"""

WRONG = """\
from extractor import nonsense
from extractor.batch import nothing
from extractor.grammar import not_there, parse_symbol

number: int = parse_symbol("A/80/150")
"""


@pytest.mark.slow
def test_mypy_checks_a_script_of_a_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    api = pytest.importorskip("mypy.api")
    monkeypatch.chdir(ROOT)
    (tmp_path / "client.py").write_text(CLIENT)
    (tmp_path / "wrong.py").write_text(WRONG)
    options = ["--strict", "--no-error-summary", "--follow-imports=silent", "--config-file="]
    shown, problems, code = api.run([*options, str(tmp_path / "client.py")])
    assert (shown, problems, code) == ("", "", 0)
    shown, _, code = api.run([*options, str(tmp_path / "wrong.py")])
    assert code == 1
    lines = [line.partition(": error: ")[2] for line in shown.splitlines() if ": error: " in line]
    assert [line for line in lines if "nonsense" in line or "nothing" in line or "not_there" in line] == lines[:3]
    assert 'expression has type "Symbol", variable has type "int"' in lines[3]


@pytest.mark.slow
def test_pyright_checks_a_script_of_a_user(tmp_path: Path) -> None:
    pytest.importorskip("pyright", reason="pyright is not installed (extra 'slow')")
    if not shutil.which("node"):
        pytest.skip("pyright needs node, which is not installed")

    def errors(name: str, script: str) -> list[str]:
        (tmp_path / name).write_text(script)
        settings = {"include": [name], "extraPaths": [str(ROOT)], "typeCheckingMode": "strict"}
        (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings))
        command = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False)
        found = json.loads(done.stdout)
        assert found["summary"]["filesAnalyzed"] == 1
        return [one["message"] for one in found["generalDiagnostics"] if one["severity"] == "error"]

    assert errors("client.py", CLIENT) == []
    wrong = "\n".join(errors("wrong.py", WRONG))
    for name in ("nonsense", "nothing", "not_there"):
        assert f'"{name}" is unknown import symbol' in wrong
    assert '"Symbol" is not assignable to "int"' in wrong


@pytest.mark.parametrize("module", [extractor, extractor.grammar, extractor.batch])
def test_every_name_that_is_offered_is_there(module: object) -> None:
    names = module.__all__  # type: ignore[attr-defined]
    assert len(names) == len(set(names))
    for name in names:
        assert getattr(module, name) is not None
    with pytest.raises(AttributeError, match="not_there"):
        _ = module.not_there  # type: ignore[attr-defined]


def test_all_models_are_offered_by_the_package() -> None:
    assert set(extractor.model.__all__) <= set(extractor.__all__)
    assert extractor.Item is extractor.model.Item


def test_walking_gives_each_item_before_those_below_it() -> None:
    tree = [{"title": "1", "items": [{"title": "1a", "items": [{"title": "1ai"}]}, {"title": "1b"}]}, {"title": "2"}]
    agenda = Agenda.model_validate({"source": {"sha256": "0" * 64, "bytes": 1, "pages": 1}, "items": tree})
    assert [item.title for item in agenda.walk()] == ["1", "1a", "1ai", "1b", "2"]
    assert len(agenda.items) == 2


def test_errors_name_the_file(tmp_path: Path) -> None:
    path = tmp_path / "cut.pdf"
    path.write_bytes(b"%PDF-1.7\n1 0 obj")
    with pytest.raises(extractor.InputError) as caught:
        extractor.extract(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert repr(caught.value) == f"{type(caught.value).__name__}({str(caught.value)!r})"
    with pytest.raises(extractor.UsageError, match="pages='1-2': pages are numbers"):
        extractor.extract(path, pages="1-2")
