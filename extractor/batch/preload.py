"""Loads what every worker needs, for the server that workers are forked from to load it once.

Modules are the smaller part of it: the lexicon and the patterns made from it are built when a paper first asks for
them, which takes longer than ten papers. So one is read here, of our own and made for nothing else.
"""

from __future__ import annotations

from contextlib import suppress

import extractor.batch.executors.local
import extractor.model.drafts
import extractor.pipeline
import extractor.reading.pdfium.engine
import extractor.structure.assemble
import extractor.structure.mentions
import extractor.structure.recognise

__all__ = ["paper"]

#: Points from the left, points from the foot, size, text.
_LINES = (
    (72, 740, 12, "United Nations"),
    (400, 740, 12, "A/AC.999/2025/1"),
    (72, 700, 18, "General Assembly"),
    (400, 700, 10, "Distr.: General"),
    (400, 688, 10, "3 March 2025"),
    (400, 676, 10, "Original: English"),
    (72, 640, 10, "First session"),
    (72, 628, 10, "New York, 5-9 May 2025"),
    (72, 616, 10, "Item 2 of the provisional agenda"),
    (72, 580, 14, "Annotated provisional agenda"),
    (72, 550, 12, "Provisional agenda"),
    (72, 530, 10, "1. Opening of the session."),
    (72, 516, 10, "2. Adoption of the agenda and other organizational matters:"),
    (90, 502, 10, "(a) Adoption of the agenda;"),
    (90, 488, 10, "(b) Organization of work."),
    (72, 460, 12, "Annotations"),
    (72, 440, 12, "1. Opening of the session"),
    (72, 420, 10, "The session will be opened at 10 a.m. on Monday, 5 May 2025, pursuant to resolution 79/1."),
    (72, 400, 12, "2. Adoption of the agenda and other organizational matters"),
    (72, 380, 10, "The agenda is before the Committee in accordance with rule 7 of its rules of procedure."),
    (72, 360, 12, "Documentation"),
    (72, 340, 10, "Annotated provisional agenda (A/AC.999/2025/1)"),
    (72, 310, 12, "Proposed organization of work"),
    (72, 290, 10, "Monday, 5 May"),
    (72, 276, 10, "10 a.m.-1 p.m."),
    (200, 276, 10, "1"),
    (300, 276, 10, "Opening of the session"),
    (72, 262, 10, "3-6 p.m."),
    (200, 262, 10, "2 (a)"),
    (300, 262, 10, "Adoption of the agenda"),
)


def paper() -> bytes:
    """A PDF of one page that asks for what most papers ask for."""
    text = "".join(
        "BT /F {} Tf {} {} Td ({}) Tj ET\n".format(size, x, y, line.replace("(", r"\(").replace(")", r"\)"))
        for x, y, size, line in _LINES
    )
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        f"<</Length {len(text)}>>stream\n{text}endstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>",
    )
    content = "%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(content))
        content += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = len(objects) + 1
    content += f"xref\n0 {end}\n0000000000 65535 f \n{table}trailer\n<</Size {end}/Root 1 0 R>>\n"
    return (content + f"startxref\n{content.rindex('xref')}\n%%EOF\n").encode()


with suppress(Exception):  # a worker says by itself what is wrong
    extractor.model.drafts.json_of(extractor.pipeline.drafted(paper(), extractor.pipeline.How()))
