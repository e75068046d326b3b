"""Coverage-guided fuzzing of the entry points that meet text and pages of strangers.

``python -m tests.fuzz.grammar`` and ``python -m tests.fuzz.layout`` take the options of libFuzzer
(``-max_total_time=600``) and a folder to keep what they learn; they need atheris (the group `slow` of pyproject.toml).
What they check stands in functions of their own, which the fast tests call as well.
"""
