"""The versions of the output contract; here and not with the models, so that the command line loads no pydantic."""

from __future__ import annotations

from typing import Literal

#: The version that is written.
SCHEMA_VERSION: Literal["1.1"] = "1.1"

#: Every version whose schema is published, oldest first.
PUBLISHED = ("1.0", SCHEMA_VERSION)
