"""The ready pipeline: a blank spaCy tokenizer with our components."""

from __future__ import annotations

from functools import cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.util import compile_infix_regex, compile_suffix_regex

import extractor.nlp.references
import extractor.nlp.ruler
import extractor.nlp.sentences  # noqa: F401  (importing registers the factories where the package is not installed)

# Each Chinese character is a token of its own; the elided article of French is split off; a full stop after a letter
# without case too.
_INFIXES = (r"[\u3400-\u4dbf\u4e00-\u9fff]", r"(?<=\b[dlDL])['’]", r"(?<=\bqu)['’]", "[、，。；：（）《》]")
_SUFFIXES = (r"(?<=[\u0600-\u06ff])\.", r"(?<=[\u0600-\u06ff])[،؛]", "[、，。；：（）《》]")


def tokenized(nlp: Language) -> Language:
    """Give `nlp` the tokenizer that serves the six official languages alike; returns it."""
    defaults = nlp.Defaults
    tokenizer: Any = nlp.tokenizer  # spaCy states no more of it than that it can be called
    tokenizer.infix_finditer = compile_infix_regex([*(defaults.infixes or ()), *_INFIXES]).finditer
    tokenizer.suffix_search = compile_suffix_regex([*(defaults.suffixes or ()), *_SUFFIXES]).search
    return nlp


@cache
def entity_pipeline(language: str | None = None) -> Language:
    """The pipeline behind ``--entities``: sentence bounds and named things.

    In `language` (ISO 639-1), in all six without one. Cached.

    It stands on the multilingual tokenizer: those of single languages part words differently and are slow to load.
    """
    nlp = tokenized(spacy.blank("xx"))
    nlp.add_pipe("un_sentences", config={"language": language})
    nlp.add_pipe("un_entities", config={"language": language})
    return nlp
