"""Adding elements and text to an XML tree, and indenting it: what :mod:`extractor.export.akn` builds with."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree

from extractor.export.common import xml_text

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# Elements whose text and children run on: a line break within them would be a space in the text.
RUNNING = frozenset({"p", "num", "heading", "crossHeading", "block"})


def add(parent: Element, tag: str, text: str | None = None, **attributes: str) -> Element:
    """Add an element at the end of ``parent``."""
    made = ElementTree.SubElement(parent, tag, {name: xml_text(value) for name, value in attributes.items()})
    if text:
        made.text = xml_text(text)
    return made


def table(parent: Element, rows: list[list[str]]) -> None:
    """Add a table of cells."""
    made = add(parent, "table")
    for row in rows:
        line = add(made, "tr")
        for cell in row:
            add(add(line, "td"), "p", cell)


def add_text(parent: Element, text: str) -> None:
    """Add ``text`` at the end of ``parent``."""
    text = xml_text(text)
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def add_space(parent: Element) -> None:
    """Add a space, unless ``parent`` is empty."""
    if len(parent) or parent.text:
        add_text(parent, " ")


def indent(element: Element, level: int = 0) -> None:
    """Break and indent the lines between elements, but not within running text."""
    if element.tag in RUNNING or len(element) == 0:
        return
    break_ = "\n" + "  " * (level + 1)
    element.text = break_
    for child in element:
        indent(child, level + 1)
        child.tail = break_
    child.tail = break_[:-2]
