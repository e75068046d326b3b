"""Addresses of the document system: the symbol in each, and which are none."""

from __future__ import annotations

import pytest

from extractor.grammar.symbols import parse_symbol
from extractor.grammar.symbols.address import LONGEST_ADDRESS, target_of

LEADS = {
    "https://docs.un.org/en/A/85/7": "A/85/7",
    "https://docs.un.org/A/85/7": "A/85/7",
    "http://undocs.org/A/C.5/85/SR.1": "A/C.5/85/SR.1",
    "https://undocs.org/fr/E/CN.9/2031/1.": "E/CN.9/2031/1",
    "http://www.undocs.org/a/res/85/9": "A/RES/85/9",
    "https://undocs.org/a/85/1/add.2": "A/85/1/Add.2",
    "https://docs.un.org/en/A/85/7?direct=true": "A/85/7",
    "https://undocs.org/en/S/RES/1373%20(2001)": "S/RES/1373(2001)",
    "https://undocs.org/en/A%252F85%252F7": "A/85/7",
    "https://undocs.org/Home/Mobile?FinalSymbol=A%2F85%2F1&Language=E": "A/85/1",
    "http://www.un.org/ga/search/view_doc.asp?symbol=A/RES/85/1&Lang=E": "A/RES/85/1",
    "http://daccess-ods.un.org/access.nsf/Get?Open&DS=A/RES/85/1&Lang=E": "A/RES/85/1",
    "http://www.un.org/Docs/asp/ws.asp?m=A/RES/48/134": "A/RES/48/134",
    "https://documents.un.org/symbol-explorer?s=A/85/1/REV.1&i=A/85/1/REV.1_69": "A/85/1/Rev.1",
    "https://undocs.org/A/64/49(Vol.I)": "A/64/49(Vol.I)",
}


@pytest.mark.parametrize("address", LEADS)
def test_an_address_leads_to_a_paper(address: str) -> None:
    target = target_of(address)
    assert target is not None
    assert target.filed == target.symbol.text == LEADS[address]
    assert target.names(parse_symbol(LEADS[address]))


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no=IV-4&chapter=4",
        "https://documents.un.org/contact-us",
        "https://journal.un.org/en/new-york/meeting/officials/f827bf5b/2031-04-29",
        "https://example.org/A/85/7",
        "https://undocs.org.example.org/A/85/7",
        "mailto:unit@undocs.org/A/85/7",
        "https://digitallibrary.un.org/record/671274",
        "https://undocs.org/" + "A/" * LONGEST_ADDRESS + "1",
        "https://undocs.org/%ff%fe/%00",
    ],
)
def test_other_addresses_lead_to_none(address: str) -> None:
    assert target_of(address) is None


@pytest.mark.parametrize(
    ("address", "held", "others"),
    [
        ("https://docs.un.org/en/A/RES/79/93a-b", ["A/RES/79/93A", "A/RES/79/93B"], ["A/RES/79/93", "A/RES/79/93C"]),
        ("https://docs.un.org/en/A/RES/49/75[K]", ["A/RES/49/75K"], ["A/RES/49/75J"]),
        ("https://docs.un.org/en/A/RES/49/75", ["A/RES/49/75", "A/RES/49/75K"], ["A/RES/49/751", "A/RES/49/7"]),
        ("https://docs.un.org/en/A/RES/2200(XXI)", ["A/RES/2200(XXI)A"], ["A/RES/2200(XX)A"]),
        ("https://docs.un.org/en/E/2005/23(supp)", ["E/2005/23"], ["E/2005/23/Corr.1"]),
        ("https://docs.un.org/en/A/85/7", ["A/85/7"], ["A/85/71", "A/85/7/Add.1"]),
    ],
)
def test_a_paper_holds_its_parts(address: str, held: list[str], others: list[str]) -> None:
    target = target_of(address)
    assert target is not None
    assert [one for one in (*held, *others) if target.holds(parse_symbol(one))] == held


def test_the_address_of_a_sheet_keeps_what_it_is_filed_under() -> None:
    target = target_of("https://docs.un.org/en/A/RES/79/93a-b")
    assert target is not None
    assert target.url("fr") == "https://undocs.org/fr/A/RES/79/93A-B"
