"""The rows under the masthead's box, and what each of them is: body, session, place and dates, item line, title,
`Note by`.

A row is one line of one column. Rows are known by their words (session, date, item line) and, where words do not
tell, by how they are set: type size, indent, gap (format catalogue 1.1 and 1.3).
"""

from __future__ import annotations

import re

from extractor.structure.masthead.model import Row
from extractor.structure.masthead.sessions import dates_of, session_of

#: A gap this many type sizes wide parts the title from what stands above it (measured: 1.8 between item titles, 2.1
#: and more above titles).
TITLE_GAP = 1.9
#: Indent that sets the title off from the block of body and session (points; measured: 57 and more).
TITLE_INDENT = 25.0
#: Type larger by this much is another kind of line (points).
LARGER = 1.2
_LIST_START = re.compile(
    r"^(?:\d{1,2}\s?[.)\-–．、](?!\d)|\d{1,2}\s*$|[٠-٩]{1,2}\s*[-–.]|[IVX]{1,4}\.(?:\s|$)|[一二三四五六七八九十]{1,3}[.、．]|TEMA\s+[IVX\d])"
)


def starts_list(row: Row) -> bool:
    """Whether the row begins a numbered list or a numbered paragraph."""
    return (
        bool(_LIST_START.match(row.lead))
        and (row.cells > 1 or len(row.text) > len(row.lead.rstrip()) or row.lead == row.text)
        and (row.lead[:1] in "IVX" or not (session_of(row.text, None) or dates_of(row.text, None)))
    )
