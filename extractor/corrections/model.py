"""The file of corrections: entries in the order in which they were made, each a JSON Patch (RFC 6902)."""

from __future__ import annotations

import hashlib
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from extractor.model.mentions import Action, Correction

#: What the member `format` says; a later format has another number.
FORMAT: Literal["un-agenda corrections 1"] = "un-agenda corrections 1"


class _Part(BaseModel):
    """Base of all parts of the file: a name that is not known is an error, for writing the file again would lose it."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class Operation(_Part):
    """One operation of a JSON Patch. `old` is the value that it replaces or removes, and must still stand there.

    (RFC 6902 lets an operation have members that it does not know.)
    """

    op: Literal["test", "replace", "add", "remove", "move"]
    path: str
    value: Any = None
    old: Any = None
    source: str | None = Field(default=None, alias="from")


class Settled(_Part):
    """A diagnostic that the person dealt with."""

    code: str
    path: str | None = None


class Entry(_Part):
    """One thing that a person did: all of its operations are applied, or none."""

    action: Action = "edit"
    reason: str = ""
    patch: list[Operation] = Field(default_factory=list)
    settles: list[Settled] = Field(default_factory=list)

    @property
    def id(self) -> str:
        """What the entry is known by in the results to which it was applied: a hash of all that it says."""
        return hashlib.sha256(self.to_json().encode()).hexdigest()[:16]

    @property
    def pointer(self) -> str:
        """The place that it is about, as a JSON Pointer: that of its first operation."""
        return self.patch[0].path if self.patch else ""

    def to_json(self) -> str:
        """The entry as JSON, without what is not set."""
        return self.model_dump_json(by_alias=True, exclude_unset=True)

    def applied(self, path: str | None) -> Correction:
        """The entry as the result lists it; `path` is the place as people write it."""
        return Correction(id=self.id, action=self.action, path=path, reason=self.reason)


class Corrections(_Part):
    """The file: of which paper it is, and the entries."""

    format: Literal["un-agenda corrections 1"] = FORMAT
    file: str | None = None
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    corrections: list[Entry] = Field(default_factory=list)

    def to_json(self) -> str:
        """The file as JSON text with a final line break, one operation under the other."""
        import json

        entries = [json.loads(entry.to_json()) for entry in self.corrections]
        whole = {"format": self.format, "file": self.file, "sha256": self.sha256, "corrections": entries}
        return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
