"""What is loaded when: the package and the help are light, the layers import downwards only."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from extractor import built
from extractor.store import load_agendas, open_store
from tests.conftest import ROOT, parsed
from tests.store.agendas import agenda

# What must not be loaded before it is needed, by the top-level name of the module.
HEAVY = {
    "alembic",
    "datasette",
    "dateparser",
    "numpy",
    "pdfminer",
    "pdfplumber",
    "PIL",
    "pydantic",
    "pypdfium2",
    "pypdfium2_raw",
    "psycopg",
    "regex",
    "spacy",
    "sqlalchemy",
    "thinc",
}

_PROBE = """
import json, sys
before = set(sys.modules)
{statement}
print()
print(json.dumps(sorted({{name.partition(".")[0] for name in set(sys.modules) - before}})))
"""

_MAIN = "from extractor.cli import main\nassert main({argv!r}) == 0"


def loaded_by(statement: str) -> set[str]:
    """Top-level names of the modules that ``statement`` loads in a fresh interpreter."""
    done = subprocess.run(
        [sys.executable, "-c", _PROBE.format(statement=statement)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    "statement",
    [
        "import extractor",
        "import extractor.errors, extractor.source",
        "import extractor.grammar",
        _MAIN.format(argv=["--help"]),
        _MAIN.format(argv=["--version"]),
        _MAIN.format(argv=["extract", "--help"]),
        _MAIN.format(argv=["look", "--help"]),
        _MAIN.format(argv=["symbol", "--help"]),
        _MAIN.format(argv=["refs", "--help"]),
        _MAIN.format(argv=["schema", "--help"]),
        _MAIN.format(argv=["load", "--help"]),
        _MAIN.format(argv=["search", "--help"]),
        _MAIN.format(argv=["browse", "--help"]),
    ],
)
def test_nothing_heavy_is_loaded_early(statement: str) -> None:
    assert loaded_by(statement) & HEAVY == set()


def test_the_help_loads_few_modules() -> None:
    # A measure of start-up time that no busy machine disturbs: 100 modules of the standard library take some 0.05 s.
    probe = "import sys\nfrom extractor.cli import main\nmain(['--help'])\nprint(len(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True, cwd=ROOT)
    assert int(done.stderr) < 155


@pytest.mark.skipif(not built.FILE.exists(), reason=f"{built.FILE.name} is not built: make built")
@pytest.mark.parametrize("verb", ["extract", "refs"])
def test_one_paper_is_read_without_the_package_of_pydantic(verb: str) -> None:
    # Fewer than were loaded with pydantic, of which 85 are its own and those that it needs; 310 are our own.
    probe = f"import sys\nfrom extractor.cli import main\nmain([{verb!r}, '--in-process', sys.argv[1]])\n"
    probe += "print(len(sys.modules), *(name.partition('.')[0] for name in sys.modules), file=sys.stderr)"
    sample = str(ROOT / "samples" / "newyork_executive_board.pdf")
    done = subprocess.run([sys.executable, "-c", probe, sample], capture_output=True, text=True, check=True, cwd=ROOT)
    count, *loaded = done.stderr.splitlines()[-1].split()
    assert HEAVY & set(loaded) == {"pypdfium2_raw"}
    assert int(count) < 515


def test_a_search_in_sqlite_loads_nothing_of_postgresql_nor_of_the_grammar(tmp_path: Path) -> None:
    base = str(tmp_path / "a.db")
    with open_store(base) as store:
        load_agendas(store, [agenda()])
    probe = "import json, sys\nfrom extractor.cli import main\nmain(['search', 'lighthouse*', '--db', sys.argv[1]])\n"
    probe += "print(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", probe, base], capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = json.loads(done.stderr.splitlines()[-1])
    assert done.stdout
    assert "sqlalchemy.dialects.sqlite" in loaded
    unwanted = ("sqlalchemy.dialects.postgresql", "extractor.grammar", "extractor.model", "alembic", "pydantic")
    assert [name for name in loaded if name.startswith(unwanted)] == []


def test_the_package_offers_what_a_user_imports() -> None:
    import extractor

    assert set(extractor.__all__) <= set(dir(extractor))
    assert extractor.extract.__module__ == "extractor.pipeline"
    assert extractor.Agenda.__module__ == "extractor.model.agenda"
    with pytest.raises(AttributeError, match="nonsense"):
        _ = extractor.nonsense  # type: ignore[attr-defined]


# Each layer may import itself, the layers named here and those that every layer may use.
ALLOWED = {
    "cli": {
        "bundle",
        "browsing",
        "corrections",
        "looking",
        "loopback",
        "reviewing",
        "nlp",
        "papers",
        "pipeline",
        "batch",
        "store",
        "export",
        "reading",
        "grammar",
        "lexicon",
        "source",
    },
    "batch": {
        "corrections",
        "pipeline",
        "structure",
        "reading",
        "grammar",
        "source",
    },  # workers load all of it before they begin
    "looking": {"structure", "layout", "reading", "source"},
    "reviewing": {"batch", "corrections", "papers", "store", "source", "loopback"},
    "browsing": {"store", "export"},
    "loopback": set(),
    "store": {"loopback", "papers", "export", "grammar", "lexicon", "source"},
    "export": {"papers", "grammar", "lexicon"},
    "papers": {"corrections", "pipeline", "source", "json_values"},
    "json_values": set(),
    "corrections": {"structure", "source"},  # the checks are run again
    "pipeline": {
        "collector",
        "differences",
        "folding",
        "structure",
        "layout",
        "reading",
        "repair",
        "grammar",
        "lexicon",
        "entities",
        "source",
    },
    "entities": {"nlp", "structure"},
    "nlp": {"grammar", "lexicon"},
    "structure": {"layout", "grammar", "lexicon", "reading"},
    "folding": {"layout", "reading"},
    "layout": {"reading", "grammar", "lexicon"},  # labels such as "(a)" decide where a block begins
    "repair": {"reading", "grammar", "lexicon"},
    "reading": {"source", "lexicon"},  # small words tell in which language a picture is
    "grammar": {"lexicon"},
    "lexicon": set(),
    "source": set(),
    "model": set(),
    "contract": set(),
    "errors": set(),
    "extras": set(),
    "rules": set(),
    "diagnostics": set(),
    "review": set(),
    "differences": set(),
    "writing": set(),
    "limits": set(),
    "messages": set(),
    "naming": set(),
    "median": set(),
    "memo": set(),
    "collector": set(),
    "built": set(),
    "records": set(),
    "bundle": set(),
    "building": {"bundle", "pipeline", "lexicon"},
}
EVERYWHERE = {
    "contract",
    "model",
    "errors",
    "extras",
    "rules",
    "diagnostics",
    "review",
    "writing",
    "limits",
    "messages",
    "naming",
    "median",
    "memo",
    "built",
    "records",
}


def test_layers_import_downwards_only() -> None:
    package = ROOT / "extractor"
    wrong = []
    for path in sorted(package.rglob("*.py")):
        layer = path.relative_to(package).parts[0].removesuffix(".py")
        if layer in ("__init__", "__main__"):
            continue
        assert layer in ALLOWED, f"{layer} has no place among the layers: give it one here and in the design"
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("extractor."):
                names = [node.module]
            elif isinstance(node, ast.Import):
                names = [alias.name for alias in node.names if alias.name.startswith("extractor.")]
            else:
                continue
            for name in names:
                target = name.split(".")[1]
                if target != layer and target not in ALLOWED[layer] | EVERYWHERE:
                    wrong.append(f"{path.relative_to(ROOT)}:{node.lineno} imports {name}")
    assert wrong == []


def loaded_modules(path: Path, known: set[str]) -> set[str]:
    """The modules of the package that a file loads when it is loaded itself, not when a function of it is called."""
    found: set[str] = set()
    waiting: list[ast.AST] = list(parsed(path).body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            waiting += node.orelse
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= names & known or {node.module} & known
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names} & known
        else:
            waiting += ast.iter_child_nodes(node)
    return found


def test_no_modules_import_each_other_in_a_circle() -> None:
    files = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
        for path in (ROOT / "extractor").rglob("*.py")
    }
    imports = {name: loaded_modules(path, set(files)) - {name} for name, path in files.items()}
    assert sum(map(len, imports.values())) > len(files) / 2  # they are found at all
    list(TopologicalSorter(imports).static_order())  # raises CycleError, which names the circle
