"""What the build does beside packing: patterns and tables are worked out once, so that no process has to.

They stand in one file (see `extractor/built.py`). Without it everything works, and each process starts half a second
later.
"""

from __future__ import annotations

import compileall
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface


class Built(BuildHookInterface):
    """Runs for wheels and for editable installations."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the file into the package, and have the wheel take it."""
        root = Path(self.root)
        papers = sorted(map(str, (root / "samples").glob("*.pdf")))
        found = [str(root), *filter(None, [os.environ.get("PYTHONPATH")])]  # pip names its packages there
        done = subprocess.run(
            [sys.executable, "-m", "extractor.building", *papers],
            cwd=root,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(found)},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            last = (done.stderr.strip().splitlines() or ["no message"])[-1]
            self.app.display_warning(f"patterns are not worked out in advance, the command will start slower: {last}")
        if version == "editable":  # pip compiles what it copies, and this is not copied
            compileall.compile_dir(root / "extractor", quiet=2)
        build_data["artifacts"].append("/extractor/built.*.bin")


def with_absolute_links(text: str, home: str) -> str:
    """A page of the repository as it can be read elsewhere: links to its other files lead to where these are kept."""
    return re.sub(r"\]\((?!https?:|#)([^)\s]+)\)", rf"]({home}/blob/main/\1)", text)


class Readme(MetadataHookInterface):
    """The README of the package."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Add it to the metadata."""
        text = (Path(self.root) / "README.md").read_text(encoding="utf-8")
        home = metadata["urls"]["Homepage"]
        metadata["readme"] = {"content-type": "text/markdown", "text": with_absolute_links(text, home)}
