"""Loads what every worker needs, for the server that workers are forked from to load it once."""

import pypdfium2  # noqa: F401

import extractor.batch.executor
import extractor.pipeline
import extractor.reading.pdfium
import extractor.structure.assemble
import extractor.structure.recognise
import extractor.structure.references  # noqa: F401
