"""A case a rule: the smallest page or sequence of lines that comes out wrong without it.

`CASES` of each module here maps the name of a rule to a case. `test_each_rule_is_needed` takes each rule out in turn
and demands that its case fails; `test_every_rule_has_a_case` demands that none lacks one.
"""
