"""What generated agendas are made of: bodies, subjects, sentences. All of it is made up, in our own words."""

from __future__ import annotations

# organ (left of the Distr. block), body, stem of its symbols, letters of the symbol in larger type, place, job prefix
BODIES = [
    (
        "Conference of the Parties to the United Nations Convention against Transnational Organized Crime",
        "Working Group on Firearms",
        "CTOC/COP/WG.6/{year}",
        4,
        "Vienna",
        "V",
    ),
    (
        "Conference of the States Parties to the United Nations Convention against Corruption",
        "Implementation Review Group",
        "CAC/COSP/IRG/{year}",
        3,
        "Vienna",
        "V",
    ),
    ("Economic and Social Council", "Commission on Narcotic Drugs", "E/CN.7/{year}", 1, "Vienna", "V"),
    ("Economic and Social Council", "Commission on Population and Development", "E/CN.9/{year}", 1, "New York", "N"),
    ("Economic and Social Council", "Statistical Commission", "E/CN.3/{year}", 1, "New York", "N"),
    ("General Assembly", "Committee on the Peaceful Uses of Outer Space", "A/AC.105/{year}", 1, "Vienna", "V"),
    ("General Assembly", "Committee on Information", "A/AC.198/{year}", 1, "New York", "N"),
    (
        "Economic and Social Council",
        "Working Party on Inland Water Transport",
        "ECE/TRANS/SC.3/{year}",
        3,
        "Geneva",
        "GE",
    ),
    (
        "United Nations Conference on Trade and Development",
        "Trade and Development Commission",
        "TD/B/C.I/{year}",
        2,
        "Geneva",
        "GE",
    ),
    (
        "Framework Convention on Climate Change",
        "Subsidiary Body for Implementation",
        "FCCC/SBI/{year}",
        4,
        "Bonn",
        "GE",
    ),
    ("United Nations Human Settlements Programme", "Executive Board", "HSP/EB.{year}", 3, "Nairobi", "K"),
    (
        "Convention on Biological Diversity",
        "Subsidiary Body on Scientific Advice",
        "CBD/SBSTTA/{year}",
        3,
        "Montreal",
        "CBD",
    ),
    ("Economic and Social Council", "Committee on Social Development", "E/ESCAP/CSD/{year}", 1, "Bangkok", "B"),
    (
        "Economic and Social Council",
        "Committee of Experts on Public Administration",
        "E/C.16/{year}",
        1,
        "New York",
        "N",
    ),
]

# place -> country, zone
PLACES = {
    "Vienna": ("AT", "Europe/Vienna"),
    "New York": ("US", "America/New_York"),
    "Geneva": ("CH", "Europe/Zurich"),
    "Bonn": ("DE", "Europe/Berlin"),
    "Nairobi": ("KE", "Africa/Nairobi"),
    "Montreal": ("CA", "America/Toronto"),
    "Bangkok": ("TH", "Asia/Bangkok"),
}

SUBJECTS = [
    "tracing of stolen boats",
    "harvest forecasts",
    "trade in scrap metal",
    "care of old people in the countryside",
    "quality of statistics",
    "satellite data for ferries",
    "school meals",
    "noise on inland waterways",
    "migration of seasonal workers",
    "storage of vaccines",
    "open registers of companies",
    "drought and wells",
    "cheap lamps",
    "mapping of landslides",
    "courts for small claims",
    "radio in remote valleys",
    "repair of bridges",
    "women who run farms",
    "waste from ships",
    "prisons and health",
    "bamboo and rattan",
    "grain reserves",
]

TITLES = [
    "{Subject}",
    "Good practice in {subject}",
    "Follow-up to the recommendations on {subject}",
    "{Subject} and {other}",
    "Report on {subject} and on {other}",
    "Exchange of views on {subject}",
    "{Subject}: costs and gains",
    "High-level segment: {subject}; {other}; and the way forward",
    "Implementation of article 63, paragraph 4 (c), of the Convention: {subject}",
    "Review of rule 12 (b) of the rules of procedure",
    "Agreement on {subject} (1968)",
    "Amendments to annex 3 (R.E.1): {subject}",
    "International Decade for {subject} (2028–2037)",
    "Preparations for the Conference on {subject} and for its side events, including the joint day of {other} and the "
    "exhibition in the rotunda",
    "Matters related to {subject}, including (in the light of recent floods) {other}",
    "Self-help and know-how in {subject}",
    "Programme of work for 2033/34",
    "States parties’ reports on {subject}",
    "2030 Agenda for Sustainable Development and {subject}",
]

LAST = ["Other matters", "Any other business", "Provisional agenda for the next session", "Other business"]
REPORT = ["Adoption of the report", "Adoption of the report of the {meeting}", "Adoption of conclusions"]

SENTENCES = [
    "The {organ_short} may wish to hear from delegations that have tried the approach and to note what it cost them.",
    "Delegations are invited to speak for no longer than five minutes, and to hand in longer texts in writing.",
    "The debate on {subject} has gone on since {past}, and much of it turns on money.",
    "A panel of four speakers will introduce the subject, after which the floor will be opened.",
    "Earlier meetings touched upon {subject} only in passing; the present item takes it up for its own sake.",
    "The Bureau met on 14 October {past} and agreed that the item should be kept short.",
    "Steps taken so far include: (a) a shared register; (b) training for {subject}; and (c) a help line.",
    "Under rule 3, paragraph 2, of the rules of procedure, a simple majority is enough.",
    "It is recalled that article 12 (d) of the Convention speaks of such measures without naming them.",
    "The extended Bureau looked at the question between sessions and has left it open.",
    "In the view of many, {subject} and {other} belong together and should be dealt with side by side.",
    "The paper sets out options, their price and the time that each of them would take to carry out.",
    "Copies of the national replies can be read on the web page, where an index by region is kept up to date.",
    "The text was agreed upon by consensus, 12 States having first asked for a vote.",
    "Some 40 per cent of the replies came from cities, 25 per cent from provinces and the rest from capitals.",
    "Interpretation will be provided from and into the six official languages of the United Nations.",
]

NOTES = [
    "Should the timetable change, delegations will be told through the <i>Journal</i>.",
    "See also the guide of {past}, available on the web page of the secretariat.",
    "The figures were compiled by the secretariat from national replies and have not been edited.",
    "Reissued for technical reasons on 3 March {year}.",
    "Two delegations asked that their reservations be recorded; those are kept on file with the secretariat.",
]

NONE_FORESEEN = [
    "No documentation is foreseen under this item.",
    "There is no documentation under this item.",
    "No documentation regarding the item is currently foreseen.",
]

PAPERS = [
    "Note by the Secretariat on {subject}",
    "Report of the Secretary-General on {subject}",
    "Background paper prepared by the Secretariat on {subject}",
    "Report of the Executive Director on {subject}",
    "Summary of the replies of Governments on {subject}",
    "Conference room paper on {subject} and {other}",
    "Draft decision on {subject}",
]

_ONES = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_TENS = {2: "twent", 3: "thirt", 4: "fort", 5: "fift", 6: "sixt", 7: "sevent", 8: "eight", 9: "ninet"}


def ordinal(number: int) -> str:
    """`21` -> `twenty-first`; up to 99."""
    ones = _ONES.split(" ")
    if number < 20:
        return ones[number]
    tens, rest = divmod(number, 10)
    return f"{_TENS[tens]}y-{ones[rest]}" if rest else f"{_TENS[tens]}ieth"


def numeral(number: int) -> str:
    """`21` -> `21st`."""
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"
