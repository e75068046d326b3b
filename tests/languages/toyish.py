"""Toyish, a made-up language: the files of a lexicon of its own, and a paper in it."""

from __future__ import annotations

from pathlib import Path

MONTHS = (
    *("unmes", "dumes", "trimes", "kvames", "kinmes", "sesmes"),
    *("sepmes", "okmes", "naumes", "dekmes", "unkmes", "dukmes"),
)
DAYS = ("lundak", "mardak", "merdak", "jodak", "vendak", "sabdak", "domdak")
ORDINALS = (
    *("unarem", "duarem", "triarem", "kvararem", "kinarem"),
    *("sesarem", "separem", "okarem", "nauarem", "dekarem"),
)


def _numbered(words: tuple[str, ...]) -> str:
    return "\n".join(f'{number} = ["{word}"]' for number, word in enumerate(words, 1))


LANGUAGE = f"""
language = "tt"
name = "Toyish"
[connectives]
and = ["kaj"]
or = ["aux"]
to = ["gxis"]
of = ["dil"]
the = []
under = ["subu"]
from = ["ekde"]
[numbering]
items = ["punkto", "punktoj"]
tails = ["dil tagordo"]
[months]
{_numbered(MONTHS)}
[weekdays]
{_numbered(DAYS)}
[dates]
and = ["kaj"]
to = ["gxis"]
of = ["dil"]
[half_days]
am = ["matene"]
pm = ["posttage"]
[times]
hours = ["horoj"]
to = ["gxis"]
at = ["jeh"]
[clock]
before = ["jeh"]
[ordinals.units]
{_numbered(ORDINALS)}
[ordinals.cardinals]
1 = ["unuo"]
[ordinals.joints]
words = []
suffixes = ["ar"]
[sessions]
nouns = ["sesiado"]
adjectives = ["ordinara"]
leading = ["ordinara"]
"""

STOPWORDS = """
[stop_words]
tt = ["dil", "kaj", "estos", "jeh", "pri", "havos", "kune"]
"""

STRUCTURE = r"""
[headings]
agenda.tt = ["(?:provizora )?labora listo"]
annotations.tt = ["klarigoj"]
documentation.tt = ["dokumentaro"]
contents.tt = ["enhavo"]
column_heads.tt = ["pagxo"]
annex.tt = ["aldono"]
schedule.tt = ["(?:provizora )?horplano"]
[columns]
resolution.tt = ["rezolucio"]
decision.tt = ["decido"]
item.tt = ["punkto"]
page.tt = ["pagxo"]
documents.tt = ["signo", "dokumento"]
state.tt = ["sxtato"]
reference.tt = ["fonto"]
[runs]
documents.tt = ["dokumentaro"]
[sentences]
none.tt = ["neniu"]
oral.tt = ["parola raporto"]
code_lead.tt = ["vidu"]
purpose.tt = ["por decido"]
before_it.tt = ['\bhavos antaux si\b']
author.tt = ["noto dil .{3,40}"]
may_lack.tt = ['\bneniu\b.{0,20}\bdokumento']
[inner]
headings.tt = ["fono"]
[words]
verbs.tt = ["estos", "havos"]
[order]
never.tt = ["dil : dil kaj gxis"]
[kinds]
annotated.tt = ['\bklarig']
agenda.tt = ['\blabora listo\b']
organization.tt = ['\bhorplano\b']
annotations.tt = ["^klarigoj"]
list_of_documents.tt = ["^listo dil dokumentoj"]
[lacks.tt]
"numerals.sections" = "chapters are numbered with digits"
"titles.abbreviations" = "nothing is abbreviated"
"kinds.allocation" = "no assembly distributes its items"
"kinds.never" = "no other paper is known"
"kinds.report" = "no other paper is known"
"""

NONE_FORESEEN = r"""
documents.tt = ['dokumento\b']
adjectives.tt = ['nova']
verbs.tt = ['estos']
forms.tt = ['\bneniu (?:<A> )?<D>', '<D>[^.]{0,30} ne <V>']
past.tt = ['\bestis\b']
partial.tt = ['\balia\b']
set_apart.tt = ['\bkrom\b']
"""

MASTHEAD = r"""
organization.tt = ["Unuigitaj Nacioj"]
organization_acronyms.tt = []
organization_leads.tt = []
[distribution]
marks.tt = ["Disdon"]
spelled.tt = ["disdonado"]
words.general.tt = ["gxenerala"]
[original]
marks.tt = ["Originalo"]
only.tt = ["nur"]
languages.tt.tt = ["toya"]
languages.tt.en = ["Toyish"]
[item]
heads.tt = ["punktoj?"]
tails.tt = ['dil\s+provizora\s+labora\s+listo']
[lines]
note_by.tt = ['noto dil\b.*']
stop.tt = ["klarigoj"]
venue.tt = ["loko"]
as_of.tt = ['stato dil\b']
officer.tt = ["prezidanto"]
hosts.tt = ["organizita de"]
invited.tt = ["laŭ invito de [^,]{3,60}"]
reference.tt = ["referenco"]
salutation.tt = ["kara .*"]
series.tt = ["oficialaj aktoj"]
sponsors.tt = [".{3,300}: malneto de rezolucio"]
[titles]
words.tt = ['\blabora listo\b']
annotated.tt = ["klarig"]
list_heads.tt = ["(?:provizora )?labora listo"]
[bodies]
heads.tt = ['komitato\b.*']
starts.tt = ['komitato pri\b']
bare.tt = ["asembleo"]
open_ends.tt = ['\b(?:dil|kaj|pri)']
[opening]
opens.tt = ['\bestos malfermita\b']
held.tt = ['\bestos tenata\b']
subjects.tt = ['\bsesiado\b']
gatherings.tt = ['\bsesiado\b']
which.tt = ["kiu"]
entries.tt = ["malfermo dil sesiado"]
[lacks.tt]
"advance" = "no mark is known"
"distribution.words.limited" = "all papers are for everybody"
"distribution.words.restricted" = "all papers are for everybody"
"distribution.words.provisional" = "all papers are for everybody"
"distribution.words.confidential" = "all papers are for everybody"
"distribution.words.for participants only" = "all papers are for everybody"
"original.behind" = "the mark stands alone"
"original.languages" = "papers are written in Toyish"
"item.broken" = "the line is short"
"lines.qualifier" = "sessions have no parts"
"lines.subtitle" = "no line says when it is held"
"lines.supplement" = "there are no supplements"
"titles.adoption" = "no such line"
"titles.adopted" = "no such line"
"titles.rest" = "titles stand in one line"
"titles.numbered" = "decisions have no numbers"
"lines.rooms" = "keepers meet outdoors"
"lines.ways" = "keepers meet in person"
"bodies.treaties" = "there are no treaties"
"session_in_body" = "the session stands in a line of its own"
"opening.holders" = "the session opens"
"opening.before" = "no fixed form is known"
"opening.others" = "there are no other gatherings"
"opening.sittings" = "there are no sittings by name"
"opening.parts" = "sessions have no parts"
"opening.online" = "all meet in person"
"opening.hybrid" = "all meet in person"
"opening.in_person" = "nothing else is known"
"sentences.abbreviations" = "nothing is abbreviated"
"not_a_paper.patterns" = "no server answers in it"
"dates.labels" = "the date stands alone"
"lists.heads" = "the lists have bare numbers"
[lacks]
fr."original.languages.tt" = "Toyish is made up"
es."original.languages.tt" = "Toyish is made up"
ru."original.languages.tt" = "Toyish is made up"
zh."original.languages.tt" = "Toyish is made up"
ar."original.languages.tt" = "Toyish is made up"
"""

TIMETABLE = r"""
[columns]
when.tt = ["tago", "horo"]
item.tt = ["punkto"]
title.tt = ["temo"]
other.tt = ["salono"]
[marks]
continued.tt = ["dauxrigo"]
undated.tt = ["poste anoncota"]
[lines]
code_lead.tt = ["vidu"]
roles.tt = ["prezidanto"]
addresses.tt = ['s-ro(?= )']
[items]
word.tt = ["punktoj?"]
sub.tt = ["subpunktoj?"]
and.tt = ["kaj"]
to.tt = ["gxis"]
of.tt = ["dil"]
agenda.tt = ["dil labora listo"]
more.tt = ["kaj"]
open.tt = ["kaj", "gxis"]
later.tt = ['dil\s+punkto']
[clock]
words.tt = ["jeh"]
open.tt = ["kaj", "gxis"]
hour.tt = ["horoj"]
span.tt = ["horoj"]
mark.tt = ['\bhoroj\b']
until.tt = ["gxis jeh"]
sittings.tt = [" kunsido"]
ordinals.tt = ['\d+-a']
[lacks.tt]
marks = "no other mark is printed"
items = "letters stand behind numbers"
clock = "the words of the calendar are known one by one"
"""

REFERENCES = r"""
[nouns]
resolution.tt = ["rezolucioj?"]
decision.tt = ["decidoj?"]
[links]
number_marks.tt = ["numero"]
connectors.tt = ["kaj"]
joints.tt = ["kaj"]
ranges.tt = ["gxis"]
of.tt = ["dil"]
[locators]
units.tt = ["alineo"]
leads.tt = ['dil\s{1,3}']
joints.tt = ["kaj"]
[others]
item.tt = ["punktoj?"]
rule.tt = ["reguloj?"]
article.tt = ["artikoloj?"]
paragraph.tt = ["alineoj?"]
chapter.tt = ["cxapitro"]
section.tt = ["sekcio"]
[symbols]
joints.tt = ["kaj"]
[instruments]
owners.tt = ['\sdil\s(Granda Interkonsento)']
[lacks.tt]
"numbers.letters" = "parts are lettered in Latin"
"numbers.sessions" = "sessions stand in Roman numerals"
"symbols.behind_letter" = "nothing stands there"
"nouns.resolution_after" = "the noun stands before the number"
"nouns.decision_after" = "the noun stands before the number"
"links.possessives" = "there are none"
"links.adopted" = "no body is named so"
"links.of_date" = "no date follows"
"links.titled" = "no title follows"
"links.articles" = "there are no articles"
"links.before_number" = "nothing stands there"
"links.inner" = "nothing stands there"
"links.in_particular" = "nothing stands there"
"links.of_organ" = "nothing stands there"
"links.before_noun" = "nothing stands there"
"links.lettered" = "numbers have no letters"
"locators.before" = "nothing stands there"
"locators.articles" = "there are no articles"
"locators.into" = "nothing stands there"
"organs" = "no organ has a short name"
"counted" = "the noun is one of others"
"instruments.articles" = "there are no articles"
"instruments.rules" = "there are none"
"instruments.places" = "there are none"
"sentences.abbreviations" = "nothing is abbreviated"
"""

PAGE = """
[margin.comment]
tt = ["Rimarko ["]
[furniture.recycling]
tt = ["Bonvolu recikligi"]
[notes.heading]
tt = ["Notoj"]
[lacks.tt]
"hyphens" = "compounds have no hyphens"
"""

LAYOUT = """
joiners.tt = ["kaj"]
page.tt = ["Pagxo"]
[lacks.tt]
ordinals = "ordinals have no raised ending"
cited = "nothing is abbreviated"
numero = "nothing is abbreviated"
languages = "no head names it"
"""

ZONES = """
city.tt = ["{} tempo"]
[lacks.tt]
names = "times are those of the place"
"""

LISTS = """
headings.pause.tt = ["pauxzo"]
headings.group.tt = ["parto [0-9]"]
[lacks.tt]
"sentences.adopted" = "no agenda stands in another paper"
"headings.plain" = "no agenda stands in another paper"
"headings.segment" = "sessions have no segments"
"headings.inner" = "no agenda stands in another paper"
"headings.of" = "no agenda stands in another paper"
"sentences.announces" = "no agenda stands in another paper"
"""

FILES = {
    "languages/tt.toml": LANGUAGE,
    "parts/stopwords.toml": STOPWORDS,
    "parts/zones.toml": ZONES,
    "parts/structure.toml": STRUCTURE,
    "parts/lists.toml": LISTS,
    "parts/none_foreseen.toml": NONE_FORESEEN,
    "parts/masthead.toml": MASTHEAD,
    "parts/timetable.toml": TIMETABLE,
    "parts/references.toml": REFERENCES,
    "parts/page.toml": PAGE,
    "parts/layout.toml": LAYOUT,
}

PAPER = r"""
#set page(width: 210mm, height: 297mm, margin: 25mm)
#set text(size: 10pt)
#grid(columns: (1fr, 1fr), [Unuigitaj Nacioj], align(right)[*A/AC.99/2031/1*])
#line(length: 100%)
#align(right)[#box(width: 120pt)[#align(left)[Disdon.: gxenerala \ 3 trimes 2031 \ Originalo: toya]]]
#v(8pt)
#text(14pt)[*Komitato pri Lumturoj*] \
*Kvararem ordinara sesiado* \
Geneva, 2 gxis 6 sesmes 2031 \
Punkto 2 dil provizora labora listo

#text(14pt)[*Provizora labora listo kun klarigoj*]

#text(12pt)[*Provizora labora listo*]

#enum(tight: false, [Malfermo dil sesiado.], [Akcepto dil labora listo.], [Revuo dil lumturoj kaj havenoj.],
[Aliaj aferoj.])

#text(12pt)[*Klarigoj*]

*1. Malfermo dil sesiado*

Dil sesiado estos malfermita lundak, 2 sesmes 2031, jeh 10.00 horoj, en dil granda salono dil palaco. Dil prezidanto
havos mallongan parolon pri dil laboro kaj pri dil estonto dil komitato.

*2. Akcepto dil labora listo*

Dil komitato havos antaux si dil provizoran liston kaj estos petata akcepti gxin kune kun dil horplano.

_Dokumentaro_

Provizora labora listo kun klarigoj (A/AC.99/2031/1)

*3. Revuo dil lumturoj kaj havenoj*

Subu rezolucio 75/12 kaj rezolucioj 76/3 kaj 76/4 dil komitato estos petata revui dil staton dil lumturoj.

_Dokumentaro_

Raporto dil sekretariejo pri dil lumturoj (A/AC.99/2031/2)

*4. Aliaj aferoj*

Neniu dokumento estos preparita pri cxi tiu punkto dil listo.

#text(12pt)[*Provizora horplano*]

#table(columns: (90pt, 100pt, 50pt, 1fr), [Tago], [Horo], [Punkto], [Temo],
[lundak, 2 sesmes], [10.00–13.00 horoj], [1], [Malfermo dil sesiado],
[], [15.00–18.00 horoj], [2], [Akcepto dil labora listo],
[mardak, 3 sesmes], [10.00–13.00 horoj], [3 kaj 4], [Revuo dil lumturoj (dauxrigo)])
"""


def write(folder: Path, files: dict[str, str]) -> None:
    """The files in a directory for ``UN_AGENDA_LEXICON``."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
