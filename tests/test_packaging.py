"""What the package index, a container and a public CI see of the project: metadata, Dockerfile, workflows, forms."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from glob import glob
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

import pytest

import extractor.nlp.loading
from extractor.cli import build_parser
from extractor.contract import PUBLISHED, SCHEMA_VERSION, schema_id
from extractor.errors import MissingExtra
from tests.conftest import ROOT

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
HOME = PROJECT["urls"]["Homepage"]
VERSIONS = [one.rpartition(" ")[2] for one in PROJECT["classifiers"] if re.search(r":: 3\.\d+$", one)]


def loaded(path: Path) -> Any:
    yaml = pytest.importorskip("yaml", reason="PyYAML is not installed")
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def test_the_index_knows_home_documentation_changes_issues_and_author() -> None:
    assert {"Homepage", "Documentation", "Changelog", "Issues"} <= set(PROJECT["urls"])
    assert all(url.startswith(HOME) for url in PROJECT["urls"].values())
    assert PROJECT["authors"][0]["name"]


def test_links_of_the_readme_are_absolute_in_the_index(monkeypatch: pytest.MonkeyPatch) -> None:
    # The interfaces of hatchling, which is there when the package is built and seldom else.
    for module, interface in (("builders.hooks", "BuildHookInterface"), ("metadata", "MetadataHookInterface")):
        stub = ModuleType(f"hatchling.{module}.plugin.interface")
        setattr(stub, interface, object)
        monkeypatch.setitem(sys.modules, stub.__name__, stub)
    monkeypatch.syspath_prepend(ROOT)
    hooks = import_module("hatch_build")
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)]+)\)", hooks.with_absolute_links(text, HOME))
    assert len(links) > 15
    for link in links:
        assert link.startswith("https://"), link
        if link.startswith(f"{HOME}/blob/main/"):
            assert (ROOT / link.removeprefix(f"{HOME}/blob/main/")).exists(), link


def test_the_id_of_the_schema_is_an_address_with_the_version() -> None:
    assert len({schema_id(version) for version in PUBLISHED}) == len(PUBLISHED)
    address = schema_id(SCHEMA_VERSION)
    assert address.startswith("https://")
    assert (ROOT / "schemas" / address.rpartition("/")[2]).is_file()


def test_all_takes_every_extra_of_users() -> None:
    extras = PROJECT["optional-dependencies"]
    (everything,) = extras["all"]
    named = set(re.findall(r"\[(.*)\]", everything)[0].split(","))
    assert named == set(extras) - {"all", "dev", "docs", "slow"}
    assert not any(one.startswith("spacy") for one in PROJECT["dependencies"])


def test_without_spacy_entities_say_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name=name)

    monkeypatch.setattr(extractor.nlp.loading, "find_spec", lambda _: None)
    monkeypatch.setattr("extractor.extras.import_module", missing)
    for call in (extractor.nlp.loading.need_spacy, extractor.nlp.loading.load_pipelines):
        with pytest.raises(MissingExtra, match=re.escape("un-agenda-extractor[entities]")):
            call()


class TestDockerfile:
    """The image: slim, not root, a folder in and a folder out."""

    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()

    def of(self, word: str) -> list[str]:
        return [line.removeprefix(f"{word} ") for line in self.lines if line.startswith(f"{word} ")]

    def test_it_is_slim_and_of_a_supported_version(self) -> None:
        for base in self.of("FROM"):
            assert re.match(r"python:(3\.\d+)-slim\b", base)[1] in VERSIONS  # type: ignore[index]

    def test_it_does_not_run_as_root(self) -> None:
        assert self.of("USER") == ["reader"]
        begins = [line.partition(" ")[0] for line in self.lines]
        assert begins.index("USER") < begins.index("ENTRYPOINT")

    def test_what_it_runs_is_a_call_of_the_command(self) -> None:
        (words,) = self.of("CMD")
        args = build_parser().parse_args(re.findall(r'"([^"]*)"', words))
        assert ([args.verb], args.inputs, args.out) == (["batch"], ["/in"], "/out")
        assert self.of("ENTRYPOINT") == ['["un-agenda"]']
        assert self.of("VOLUME") == ['["/in", "/out"]']

    def test_the_build_is_given_what_the_wheel_needs(self) -> None:
        kept = [line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")]
        assert all(list(ROOT.glob(one)) for one in kept)
        assert {"extractor", "pyproject.toml", "hatch_build.py", "README.md", "samples/*.pdf"} <= set(kept)


def test_the_workflow_runs_on_every_supported_python() -> None:
    jobs = loaded(ROOT / ".github" / "workflows" / "check.yml")["jobs"]
    for job in jobs.values():
        assert job["strategy"]["matrix"]["python"] == VERSIONS
    steps = [step.get("run", "") for job in jobs.values() for step in job["steps"]]
    assert "make test" in steps
    for call in (step.split() for step in steps if step.startswith("un-agenda ")):
        build_parser().parse_args(call[1:])


#: The published schema of each kind of file of the forge, by its folder or name.
FORGE = {"workflows": "github-workflows", "config.yml": "github-issue-config", "ISSUE_TEMPLATE": "github-issue-forms"}


@pytest.mark.parametrize("path", sorted((ROOT / ".github").rglob("*.yml")), ids=lambda path: path.name)
def test_every_file_of_the_forge_is_valid_by_its_schema(path: Path) -> None:
    pytest.importorskip("check_jsonschema", reason="check-jsonschema is not installed")
    schema = FORGE.get(path.name) or FORGE[path.parent.name]
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_file_of_the_forge_with_a_misspelt_key_is_not_valid(tmp_path: Path) -> None:
    pytest.importorskip("check_jsonschema", reason="check-jsonschema is not installed")
    text = (ROOT / ".github" / "workflows" / "check.yml").read_text(encoding="utf-8")
    (tmp_path / "check.yml").write_text(text.replace("runs-on:", "run-on:"), encoding="utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows"]
    done = subprocess.run([*command, str(tmp_path / "check.yml")], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "runs-on" in done.stdout


def _as(user: int) -> Callable[[], None]:
    """What makes a process one of another user, who has nothing but what it is given."""

    def become() -> None:
        os.setgroups([])
        os.setgid(user)
        os.setuid(user)

    return become


def _python_for_all() -> str | None:
    """A Python that every user may run and that can make environments; that of the tests may lie in root's home."""
    for python in (sys.executable, "/usr/local/bin/python3", "/usr/bin/python3"):
        ask = [python, "-c", "import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))"]
        try:
            if subprocess.run(ask, cwd="/", preexec_fn=_as(1000), capture_output=True, check=False).returncode == 0:
                return python
        except OSError:
            continue
    return None


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user may enter; those of pytest are for one user alone."""
    with TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        yield Path(folder)


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may become another user")
def test_the_steps_of_the_image_build_it_and_its_user_reads_a_folder_and_writes_a_folder(open_folder: Path) -> None:
    """All that the Dockerfile does but the base image: its context, its two `pip` steps, its user, its command."""
    python = _python_for_all()
    if python is None:
        pytest.skip("no Python from 3.11 on that another user may run")
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    steps = re.findall(r"pip (wheel|install) ([^&\n]*)", "\n".join(re.findall(r"^RUN (.*)", text, re.M)))
    assert [verb for verb, _ in steps] == ["wheel", "install"]
    context = open_folder / "src"
    context.mkdir()
    for kept in (line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")):
        for path in ROOT.glob(kept):
            goal = context / path.relative_to(ROOT)
            goal.parent.mkdir(parents=True, exist_ok=True)
            copy = shutil.copytree if path.is_dir() else shutil.copy
            copy(path, goal)
    home = open_folder / "env"
    subprocess.run([python, "-m", "venv", str(home)], check=True)
    for verb, options in steps:
        words = options.replace("/wheels", str(open_folder / "wheels")).split()
        words = [one for word in words for one in (glob(word) or [word])]
        command = [str(home / "bin" / "python"), "-m", "pip", verb, "--quiet", *words]
        subprocess.run(command, cwd=context, check=True, capture_output=True)
    came, goes = open_folder / "in", open_folder / "out"
    came.mkdir(mode=0o555)
    goes.mkdir()
    paper = next((ROOT / "samples").glob("*.pdf"))
    shutil.copy(paper, came)
    os.chown(goes, 1000, 1000)
    (call,) = re.findall(r"^CMD (.*)", text, re.M)
    args = [{"/in": str(came), "/out": str(goes)}.get(word, word) for word in json.loads(call)]
    environment = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent"}
    done = subprocess.run(
        [str(home / "bin" / "un-agenda"), *args],
        cwd=goes, env=environment, preexec_fn=_as(1000), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    written = json.loads((goes / f"{paper.stem}.json").read_text(encoding="utf-8"))
    assert written["items"]
    assert (goes / f"{paper.stem}.json").stat().st_uid == 1000
