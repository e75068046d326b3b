"""What the package index, a container and a public CI see of the project: metadata, Dockerfile, workflows, forms."""

from __future__ import annotations

import re
import sys
import tomllib
from importlib import import_module
from pathlib import Path
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


@pytest.mark.parametrize("path", sorted((ROOT / ".github").rglob("*.yml")), ids=lambda path: path.name)
def test_every_file_of_the_forge_can_be_read(path: Path) -> None:
    found = loaded(path)
    if path.parent.name == "ISSUE_TEMPLATE" and path.name != "config.yml":
        assert {"name", "description", "body"} <= set(found)
        assert len({field["id"] for field in found["body"]}) == len(found["body"])
