"""Write the pages of ``docs/`` that come from the code, as ``make pages`` does; a test fails when one is stale.

python -m tools.pages
"""

from __future__ import annotations

from collections.abc import Callable

from tools import cli_docs, error_docs, format_docs, grammar_docs, python_docs, schema_docs
from tools.grammar_docs_tables import ROOT

DOCS = ROOT / "docs"

#: What makes each page out of the page as it is.
PAGES: dict[str, Callable[[str], str]] = {
    "cli.md": lambda old: cli_docs.page(),
    "errors.md": error_docs.merged,
    "formats.md": format_docs.merged,
    "grammar.md": grammar_docs.merged,
    "python.md": python_docs.merged,
    "schema.md": lambda old: schema_docs.page(),
}


def main() -> None:
    """Write all pages."""
    for name, make in PAGES.items():
        path = DOCS / name
        old = path.read_text(encoding="utf-8") if path.exists() else ""
        path.write_text(make(old), encoding="utf-8")


if __name__ == "__main__":
    main()
