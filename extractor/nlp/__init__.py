"""spaCy components: sentence bounds, named bodies and places, references.

``un_sentences``, ``un_entities`` and ``un_references`` are registered as spaCy factories through entry points, so that
``nlp.add_pipe("un_references")`` works after installation without an import. Only the modules below load spaCy; the
gazetteer (:mod:`extractor.nlp.gazetteer`) is pure data.
"""
