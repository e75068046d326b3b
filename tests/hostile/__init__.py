"""Papers made to hurt: each must end as a result or as a clear error, inside its limits, and touch nothing else.

``pdf.py`` writes the bytes, ``cases_*.py`` say which files there are and how each may end, ``child.py`` reads one paper
in a process with limits and tells what it did.
"""
