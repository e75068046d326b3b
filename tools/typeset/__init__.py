"""Typesets agendas of our own making in the house style of the United Nations.

A paper starts as a source: the values that an extractor should find, in the words of the output contract, and
hints on how they are printed. `typeset.paper` turns a source into Typst, `typeset.press` into a PDF, and
`typeset.truth` into what must come back. Nothing here imports the extractor, so that the truth cannot lean on what
it is to check.
"""
