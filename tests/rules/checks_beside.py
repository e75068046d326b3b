"""The smallest result that sets off each check of values against those that stand beside them."""

from __future__ import annotations

from extractor.model import Meeting, Period
from tests.rules.case import Case
from tests.structure.checks.results import DAY, HEAD, block, cited, codes, item, listed

REPORT = "A/AC.999/2031/4"
#: As `A/AC.999/2031/4, Add.1 and Corr.1` is read.
ADDED = f"{REPORT}/Add.1"
CORRECTED = f"{ADDED}/Corr.1"
PROGRAMME = HEAD.model_copy(update={"kind": "other", "title": "Harbour forum"})
OWN = HEAD.symbol or ""


def _without_symbol(line: str) -> list[tuple[str, str | None]]:
    """The codes for a paper without a symbol whose masthead has a line."""
    head = HEAD.model_copy(update={"symbol": None, "symbols": [], "original_language": None})
    return codes(blocks=[block(1, "masthead", line)], document=head)


CASES = {
    "checks.beside.own": Case(
        lambda: codes(
            blocks=[block(1, "masthead", f"{OWN} PROV.2")],
            references=[cited(f"{OWN} PROV.2", 1, 0)],
        ),
        [("document.symbol_conflict", "document.symbol"), ("document.symbol_conflict", "references")],
    ),
    "checks.beside.supplement": Case(
        lambda: codes(
            [item("1", "Lamps", documents=[listed("Report on lamps", REPORT, ADDED, CORRECTED)])],
            references=[cited(REPORT, 1, 0), cited("Add.1", 1, 17, ADDED), cited("Corr.1", 1, 27, CORRECTED)],
        ),
        [
            ("documents.supplement_doubt", "references[2]"),
            ("documents.supplement_doubt", "items[0].documents[0]"),
        ],
    ),
    "checks.beside.apart": Case(
        lambda: codes(
            [
                item(
                    "1",
                    "Lamps",
                    documents=[
                        listed("Report on lamps", REPORT),
                        listed("", f"{REPORT}/Corr.1").model_copy(update={"title": None}),
                    ],
                )
            ]
        ),
        [("documents.supplement_apart", "items[0].documents[1]")],
    ),
    "checks.beside.owner": Case(
        lambda: codes(
            blocks=[
                block(1, "text", "Under its decision 60/104 the Commission will consider the work of the keepers.")
            ],
            document=HEAD.model_copy(update={"symbol": "E/LHB/2031/1", "symbols": ["E/LHB/2031/1"]}),
            references=[cited("decision 60/104", 1, 10, "A/DEC/60/104", "General Assembly")],
        ),
        [("reference.owner_doubt", "references[0]")],
    ),
    "checks.beside.open": Case(
        lambda: codes(
            [item("1", "Lamps", documents=[listed("Report on lamps", "24 HB/3")])],
            blocks=[block(1, "documentation", "24 HB/3 and").model_copy(update={"item": "1"})],
            references=[cited("24 HB/3", 1, 0)],
        ),
        [("symbol.broken", "references"), ("symbol.broken", "items[0].documents")],
    ),
    "checks.names.sign": Case(
        lambda: codes(document=HEAD.model_copy(update={"organ": "HARBOURS Committee on Lamps"})),
        [("document.name_broken", "document.organ")],
    ),
    "checks.names.number": Case(
        lambda: codes(
            document=HEAD.model_copy(update={"kind": "other", "title": "Decision XVII/9. Provisional agenda"})
        ),
        [("document.name_broken", "document.title"), ("document.name_broken", "references")],
    ),
    "checks.unread.numbered": Case(
        lambda: codes(
            blocks=[block(1, "masthead", "Minutes of the fourth meeting of the keepers")],
            document=PROGRAMME,
            meetings=[Meeting(periods=[Period(start=DAY)])],
        ),
        [("meeting.unread", "meetings")],
    ),
    "checks.coverage.numbered": Case(
        lambda: codes(blocks=[block(1, "text", "The Board acts in accordance with its decision 2.")]),
        [("reference.unread", "references")],
    ),
    "checks.coverage.own": Case(
        lambda: [_without_symbol("LAMPS AND BUOYS LHB 14/1"), _without_symbol("LBC-XVII/1 prov.")],
        [[("symbol.unread", "document.symbol"), ("symbol.unread", "references")]] * 2,
    ),
}
