"""What stands for a symbol, or for a part of one, that is not yet assigned: `A/80/_`, `E/2031/...`, `A/C.6/80/L.__`."""

from __future__ import annotations

from extractor.built import compiled

_PLACEHOLDER = compiled(
    r"\b[A-Z][A-Za-z.0-9]{0,40}/(?:[A-Za-z0-9.()]{1,40}/){0,12}[_.…-]{1,4}"
    r"|/_{1,4}|/\.{3}|/…"
    r"|/[A-Za-z0-9.()-]{1,40}_++(?![^\W_])"
)


def holds_placeholder(text: str) -> bool:
    """Whether a placeholder stands in the text."""
    return "/" in text and _PLACEHOLDER.search(text) is not None
