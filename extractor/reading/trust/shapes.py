"""Drawn shapes and pictures, as all engines read them."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.reading.page import BBox, Page, Rule, Span

#: Drawn things thinner than this are lines, not areas (points). Word draws table borders as 0.5 pt and 1.5 pt boxes.
RULE_THICKNESS = 2.5
#: So many pictures of a page are asked whether they hide text; a scan has one, or some ten strips.
MAX_COVERS = 200
#: A page with more rules than this, doublets aside, shows a drawing and no table; a table of 60 rows by 10 columns
#: whose cells are boxes has 2,400.
MAX_RULES = 10_000


def rules_of(box: BBox, outlined: bool) -> list[Rule]:
    """The rules that a shape with this box stands for: itself when thin, its four sides when it is an outlined box."""
    x0, top, x1, bottom = box
    if x1 - x0 <= RULE_THICKNESS or bottom - top <= RULE_THICKNESS:
        return [Rule(x0, top, x1, bottom)] if max(x1 - x0, bottom - top) > RULE_THICKNESS else []
    if not outlined:
        return []
    sides = ((x0, top, x1, top), (x0, bottom, x1, bottom), (x0, top, x0, bottom), (x1, top, x1, bottom))
    return [Rule(*side) for side in sides]


def tables_only(rules: list[Rule]) -> list[Rule]:
    """The rules of a page, none where they are so many that they must be a drawing."""
    if len(rules) <= MAX_RULES:
        return rules
    once = {(rule.x0, rule.top, rule.x1, rule.bottom): rule for rule in rules}
    return list(once.values()) if len(once) <= MAX_RULES else []


def covers(box: BBox, page: Page) -> bool:
    """Whether a picture covers so much of the page (half of it) that text drawn before it is out of sight."""
    width = min(box[2], page.width) - max(box[0], 0.0)
    height = min(box[3], page.height) - max(box[1], 0.0)
    return width > 0 and height > 0 and width * height >= 0.5 * page.width * page.height


def hide_under(box: BBox, spans: Iterable[Span]) -> None:
    """Mark the runs that lie under a picture drawn after them."""
    x0, top, x1, bottom = box
    for span in spans:
        if x0 - 2 <= span.x0 and span.x1 <= x1 + 2 and top - 2 <= span.baseline <= bottom + 2:
            span.hidden = True
