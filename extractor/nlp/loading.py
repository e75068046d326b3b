"""Loading spaCy and the pipelines, which takes a second, and a clear error where it is not installed."""

from __future__ import annotations

from importlib.util import find_spec

from extractor.extras import load_extra

__all__ = ["load_pipelines", "need_spacy"]

#: The extra of the distribution that installs spaCy.
EXTRA = "entities"


def need_spacy() -> None:
    """Raise MissingExtra where spaCy is not installed, without loading it where it is."""
    if find_spec("spacy") is None:
        load_extra("spacy", EXTRA)


def load_pipelines() -> None:
    """Load the pipelines.

    Raises:
        MissingExtra: spaCy is not installed.
    """
    load_extra("spacy", EXTRA)
    import extractor.nlp.pipelines  # noqa: F401
