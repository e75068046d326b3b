"""Series of agencies whose numbers hold spaces or lack a slash.

FAO, UNESCO, WHO, UNEP's Mediterranean plan, ECLAC and UNIDO have such.

Source: format catalogue 6.1 ("with an inner space") and the naming convention for agency documents in AKN4UN.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.built import compiled
from extractor.grammar.symbols.elements import Component

#: How the symbols of agencies begin.
_BEGINNING = compiled(
    r"[A-Z]{1,9}\d|[A-Z]{1,4} |CCP:|\d{1,3} "
    r"|CX/|WIPO/|CDIP/|SC(?:CR|IT|P|T)/|CWS/|ACE/|[A-Z]{1,3}-WP|UNEP|TD/|ECLAC|IOC|CONFINTEA|A/FCTC|FCTC|(?:GB|ILC)\."
    r"|[A-Z]{2,3}/RC|CWG-|WTDC-|(?:EC|C[g]|INFCOM|SERCOM|RA [IV]{1,3})-"
)
_BLANKS, _SLASH, _STOP = compiled(r"\s+"), compiled(r" ?/ ?"), compiled(r"(?<=[A-Za-z])\. (?=\d)")
#: A modification in brackets, as the ILO prints it: `GB.362/INS/3(Rev.1)`; the space before such brackets.
_IN_BRACKETS = compiled(r"\((?:Add|Corr|Rev)\.\d{1,2}\)$")
_BEFORE_BRACKETS = compiled(r" (?=\((?:Add|Corr|Rev)\.)")

# Each pattern: a full symbol, blanks already folded to one. Named groups tell the elements.
_SUFFIX = (
    r"(?:(?:[ /-])(?:Add|Corr|Rev|Sup|Amend|(?i:Prov)|INF|Inf)\b\.?(?: ?\d{1,3})?(?: Rev\.)?){0,3}"
    r"(?: Annex(?:\.?) ?\d{1,2})?(?: ?\((?:Add|Corr|Rev)\. ?\d{1,2}\))?"
)
_PATTERNS = (
    # IMO: Council, whose items have letters (C 145/5(b)/1).
    r"(?P<organ>C) (?P<session>1\d\d)/(?P<number>\d{1,2}\([a-z]\)(?:/\d{1,2})?)" + _SUFFIX,
    # Committee on World Food Security (CFS 2034/60/3, CFS 2034/60/Inf.1).
    r"(?P<organ>CFS) (?P<session>\d{4}/\d{1,3})/(?P<nature>(?:INF|Inf)[./])?(?P<number>\d{1,3})" + _SUFFIX,
    # FAO: Conference and Council papers and its committees (CL 128/INF/1, C 2003/12-Sup.1, PC 93/5 Sup. 1, JM 05.1/1).
    r"(?P<organ>CL|C|PC|FC|CCLM|JM|COAG|COFI|CCP(?:: ?[A-Z]{2}(?:[/-][A-Z]{2}){0,2})?) "
    r"(?P<session>\d{1,4}(?:\.\d)?)/(?P<nature>(?:INF|LIM|REP|PV|LIT"
    r"|OD)/)?(?P<number>\d{1,3})" + _SUFFIX,
    # UNESCO: Executive Board and General Conference (200 EX/1, 39 C/1 Prov. Rev., 156 EX/7.2).
    r"(?P<session>\d{1,3}) (?P<organ>EX|C)/(?P<nature>(?:INF|DR|PLEN|PRIV|NGO|PX(?:/DR)?|FA|SR|REP|INF\.|Res\."
    r"|DR\.)[./]? ?)?"
    r"(?P<number>\d{1,3}(?:\.[IVX\d]{1,4}(?:\.[A-Z\d])?)?(?:\.INF)?)" + _SUFFIX,
    r"(?P<organ>IOC(?:/[A-Z]{2,4})?|CONFINTEA)[- ](?P<session>[IVXLC]+|\d{1,3})/(?P<nature>INF\.?/?)?"
    r"(?P<number>\d{1,3})" + _SUFFIX,
    # WHO: Health Assembly and Executive Board (A68/7, EB147/1 Add.1, EB125.R1, EB131(4), WHA68.7).
    r"(?P<organ>A|EB|EBSS|EBPBAC|SSA)(?P<session>\d{1,3})/(?P<nature>(?:INF\.?(?:DOC\.?)?|DIV|CONF|PSR)[./ ]{1,2})?"
    r"(?P<number>\d{1,3})" + _SUFFIX,
    r"(?P<organ>WHA|EB)(?P<session>\d{1,3})\.(?P<nature>R)?(?P<number>\d{1,3})",
    r"(?P<organ>EB)(?P<session>\d{1,3})\((?P<number>\d{1,3})\)",
    # WHO: regional committees (WPR/RC79/4, SEA/RC77/12 Rev.1, WPR/RC79.R1, AFR/RC74/INF.DOC/2).
    r"(?P<organ>AFR|AMR|EM|EUR|SEA|WPR)/RC(?P<session>\d{1,3})[./](?P<nature>(?:INF\.?(?:DOC\.?)?[./]|R\.?))?"
    r"(?P<number>\d{1,3})" + _SUFFIX,
    r"(?P<organ>A/FCTC|FCTC|FCTC/COP)/?(?P<body>COP|INB)/?(?P<session>\d{1,2})\((?P<number>\d{1,3})\)",
    # UNEP regional seas (UNEP/MED IG.24/2/Rev.1, UNEP(DEPI)/MED WG.431/2 Rev.2, UNEP(DEPI)/CAR WG.40/1).
    r"(?P<organ>UNEP(?:\([A-Z]{2,5}\))?)/(?P<body>(?:MED|CAR|WCR|GCL|NWPA|EAF|OCA|IG|WBRS|GC)[ /](?:IG|WG|WBRS|INF"
    r"|BUR)\.\d{1,4})/"
    r"(?P<nature>(?:Inf|INF|L|CRP)\.?/?)?(?P<number>\d{1,3})" + _SUFFIX,
    r"(?P<organ>TD/B/C\.1|TD/B)/(?P<body>IRON ORE|CODE TOT)/(?P<nature>(?:AC|L|INF)\.\d{1,3}/)?(?P<number>\d{1,3})"
    + _SUFFIX,
    r"(?P<organ>TD/CODE TOT)/(?P<number>\d{1,3})" + _SUFFIX,
    # ECLAC resolutions, UNIDO decisions and resolutions (ECLAC 751(PLEN.36), IDB.50/Dec.11, GC.19/Res.2).
    r"(?P<organ>ECLAC) (?P<number>\d{1,4})\((?P<session>(?:PLEN|SES)\.\d{1,3}|[IVXLC]+)\)",
    # ILO: Governing Body and Conference (GB.350/INS/1, GB.350/PFA/2/1, ILC.113/I(A)).
    r"(?P<organ>GB|ILC)\.(?P<session>\d{2,3})/(?P<number>[A-Z][a-z]{4,8})" + _SUFFIX,
    r"(?P<organ>GB|ILC)\.(?P<session>\d{2,3})/(?P<nature>(?:INS|PFA|POL|LILS|WP|INST|TC|ESP|STM|PV|Record|D)/?)?"
    r"(?P<number>\d{1,2}(?:/\d{1,2})?)" + _SUFFIX,
    # ITU: Council and conferences with their language (C24/1-E); ICAO: working papers (A41-WP/1, C-WP/15400).
    r"(?P<organ>C|PP|WRC|WTSA)(?P<session>\d\d)/(?P<number>\d{1,4})(?:\([A-Z][a-z]{2,3}\. ?\d\))?-(?P<nature>[EFSRAC])",
    r"(?P<organ>A)(?P<session>\d\d)-WP/(?P<number>\d{1,4})" + _SUFFIX,
    r"(?P<organ>C|AN|ATC)-WP/(?P<number>\d{3,5})" + _SUFFIX,
    # ITU: working groups of the Council, development conferences (CWG-FHR-20/4, WTDC-30/12); WMO: Congress, Executive
    # Council, commissions and regional associations (Cg-21/INF. 2.1, EC-81/Doc. 2.2(2), INFCOM-5/Doc. 8.1(3)).
    r"(?P<organ>CWG-[A-Z]{2,8}|WTDC)-(?P<session>\d\d)/(?P<nature>INF/)?(?P<number>\d{1,4})" + _SUFFIX,
    r"(?P<organ>EC|C[g]|INFCOM|SERCOM|RA [IV]{1,3})-(?P<session>\d{1,3}|[IVX]{1,6})/(?P<nature>(?:Doc|INF|Inf)\.) ?"
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,2}(?:\(\d{1,2}(?:-\d{1,2})?\))?)" + _SUFFIX,
    # Codex Alimentarius committees (CX/CAC 24/47/1).
    r"(?P<organ>CX)/(?P<body>[A-Z]{2,6}) (?P<session>\d\d/\d{1,2})/(?P<number>\d{1,3})" + _SUFFIX,
    # WIPO: drafts of agendas (WIPO/GRTKF/IC/57/1 PROV. 2, CDIP/27/1 PROV.).
    r"(?P<organ>WIPO|CDIP|SCCR|SCIT|SCP|SCT|CWS|ACE)(?:/(?P<body>[A-Z]{1,6}(?:/[A-Z]{1,6}){0,2}))?/(?P<session>\d{1,3})/(?P<number>\d{1,3})"
    r" (?:PROV|Prov)\b\.?(?: ?\d{1,2}(?!\d))?",
    # Maritime committees (MSC 99/22, MEPC 80/17/Add.1).
    r"(?P<organ>MSC|MEPC|LEG|FAL|TCCP) (?P<session>\d{1,3})/(?P<nature>(?:INF|WP|J)\.)?(?P<number>\d{1,3}(?:/\d{1,3})?)"
    + _SUFFIX,
)
_ORDER = ("organ", "body", "session", "nature", "number")


@cache
def _compiled() -> tuple[re.Pattern[str], ...]:
    return tuple(compiled(pattern) for pattern in _PATTERNS)


@cache
def scanner() -> re.Pattern[str]:
    """One pattern that finds any agency symbol in running text."""
    bare = "|".join(re.sub(r"\?P<\w+>", "?:", pattern) for pattern in _PATTERNS)
    return compiled(rf"(?<![A-Za-z0-9./-])(?:{bare})(?![A-Za-z0-9]|[/][A-Za-z0-9])")


def parse_agency(text: str) -> tuple[str, tuple[Component, ...]] | None:
    """Canonical text and components of an agency symbol, ``None`` where ``text`` is none.

    Inner spaces are kept, folded to one.
    """
    if not _BEGINNING.match(text):
        return None
    folded = _SLASH.sub("/", _BLANKS.sub(" ", text))
    folded = _BEFORE_BRACKETS.sub("", _STOP.sub(".", folded))
    for pattern in _compiled():
        match = pattern.fullmatch(folded)
        if match is None:
            continue
        groups = {name: value for name, value in match.groupdict().items() if value}
        parts = [Component(name, groups[name].strip("./ ")) for name in _ORDER if name in groups]
        tail = folded[match.end("number") :].strip()
        bracketed = _IN_BRACKETS.search(tail)
        if bracketed:
            tail = tail[: bracketed.start()]
        pieces = re.split(r"[ /-](?=[A-Z])", tail.strip("/ -)"))
        if bracketed:
            pieces.append(bracketed[0])
        parts += [Component("modification", piece) for piece in pieces if piece]
        return folded, tuple(parts)
    return None
