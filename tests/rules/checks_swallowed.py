"""The smallest result that sets off each check for texts that ran into one another, and for what a result lacks."""

from __future__ import annotations

import datetime as dt

from tests.rules.case import Case
from tests.structure.checks.results import DAY, HEAD, block, codes, item, row

OTHER = HEAD.model_copy(update={"kind": "other", "title": "Work of the keepers"})

CASES = {
    "checks.swallowed.number": Case(
        lambda: codes(
            [item("1", "Lamps"), item("3", "Buoys")],
            blocks=[block(1, "text", "Pillar 1: Light for one more harbour 2. Keepers")],
            document=HEAD.model_copy(update={"kind": "agenda"}),
        ),
        [("item.title_holds_label", "items")],
    ),
    "checks.swallowed.leaders": Case(
        lambda: codes([item("1", "Lamps ........ Add.1"), item("2", "Buoys")]),
        [("item.title_broken", "items[0].title"), ("item.title_broken", "items[0].documents")],
    ),
    "checks.swallowed.closing": Case(
        lambda: codes([item("1", "Lamps"), item("2", "Buoys"), item("3", "Closing [End of paper]")]),
        [("item.title_broken", "items[2].title")],
    ),
    "checks.swallowed.table": Case(
        lambda: codes(
            blocks=[
                block(1, "text", "Agenda"),
                block(2, "text", "1 Lamps 2 Buoys 3 Keepers").model_copy(
                    update={"type": "table", "cells": [["1", "Lamps"], ["2", "Buoys"], ["3", "Keepers"]]}
                ),
            ],
            document=OTHER,
        ),
        [
            ("item.agenda_unread", "items"),
            ("item.agenda_unread", "documents"),
            ("document.kind_denied", "document.kind"),
        ],
    ),
    "checks.swallowed.meeting": Case(
        lambda: codes([item("1", "Lamps"), item("2", "Buoys")], [row("Lamps of the keepers")], meetings=[]),
        [("meeting.incomplete", "meetings")],
    ),
    "checks.swallowed.heads": Case(
        lambda: codes(
            rows=[
                row("Topic", None),
                row("Lighting the lamps", 10),
                row("Topic", None, DAY + dt.timedelta(days=1)),
                row("Painting the buoys", 10, DAY + dt.timedelta(days=1)),
            ],
        ),
        [("schedule.title_broken", "schedule[0]"), ("schedule.title_broken", "schedule[2]")],
    ),
}
