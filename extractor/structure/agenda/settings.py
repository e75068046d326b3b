"""The thresholds by which the list of items and the annotations are read."""

from __future__ import annotations

from extractor.records import Struct


class AgendaSettings(Struct, frozen=True):
    """Thresholds of lists and annotations. Lengths are points where nothing else is said."""

    # ---- where things stand ----
    #: Left edges that differ by less are flush, as in the layout's blocks.
    flush: float = 3.5
    #: Entries of one level differ by less than this: two flushes, for labels of one digit and of two are set ragged.
    same_edge: float = 7.0
    #: What hangs on an entry begins no further than this before the entry's text: half an indent of the UN's manual.
    indent: float = 8.75

    # ---- the list ----
    #: A run of fewer entries is a list only under a heading that says so.
    least_entries: int = 2
    #: ... whose numbers have no stop.
    least_bare: int = 3
    #: ... and one in Roman numerals or capital letters, which number sections as well, one of fewer is none at all.
    least_in_style: int = 3
    #: Blocks that may stand between a heading and the run that belongs to it.
    heading_reach: int = 4
    #: The agenda of a meeting of which a record tells stands behind so many blocks at most; in reports with chapters
    #: on the organization of the session it comes later, and is none that the paper is for.
    record_reach: int = 12
    #: An unlabelled line of more words is no cluster heading.
    cluster_words: int = 40
    #: The papers of an entry are looked for in so many of its last lines: each begins a tail that is read to the end.
    papers_lines: int = 60
    #: A run in which this share of the entries are sentences is the numbered text of the annotations, no list.
    prose_share: float = 0.5
    #: A run with no more than this share of the entries of the longest is a lone first heading, no list.
    least_share: float = 0.5
    #: The list of a paper that names every item loses at most so many entries in a row (the catalogue's worst: two).
    most_lost: int = 3
    #: An entry follows within so many blocks, or what stands between is not part of the list.
    more_reach: int = 4
    #: ... of the next entry in bold, behind text on the one above.
    bold_reach: int = 12
    #: Lists have no more levels (catalogue 2.2).
    deepest: int = 4
    #: A line that only says that an entry has no document is shorter.
    longest_no_paper: int = 60
    #: A lettered sentence of more characters is a paragraph, no entry.
    longest_sub_entry: int = 200
    #: A sentence of more characters among the documents of an entry begins the annotations.
    longest_document: int = 500

    # ---- annotations ----
    #: A heading and a list title are the same when this share of their letters agrees.
    alike: float = 0.78
    #: ... without a number before it, where the item is near or has no number either,
    alike_near: float = 0.9
    #: ... and anywhere: a text as like a title as this is the title itself.
    alike_far: float = 0.97
    #: A heading that only begins like the title (shortened, or cut at the colon) has at least this many letters.
    prefix: int = 10
    #: A sentence that is a heading has at most this many times the letters of the item's title.
    longer: float = 1.3
    #: ... a heading in several blocks no more than this.
    longer_together: float = 1.1
    #: A block of more characters is no heading ...
    longest_heading: int = 600
    #: ... or this many, where no number stands before it.
    longest_unnumbered: int = 400
    #: Italic type in a block of more characters is not that of a heading.
    longest_italic: int = 160
    #: A numbered text of fewer characters that ends in a stop may be a heading.
    shortest_paragraph: int = 80
    #: ... and one of so many that ends in a stop is a sentence, where no heading names an item.
    shortest_sentence: int = 40
    #: A title that runs on into its text ends within this many characters.
    furthest_stop: int = 300

    #: Text behind a title has this many words at least, or characters where they are written without spaces ...
    least_words: int = 3
    least_signs: int = 6
    #: ... or this many, where it does not end in a stop (it goes on behind a table).
    open_words: int = 10
    #: A title in plain type behind the word `Item` has this many words at most.
    longest_title: int = 25

    # ---- rebuilt lists ----
    #: Numbers of headings skip no more than this many items that are not annotated ...
    furthest: int = 3
    #: ... or this many, where the headings say `Item`.
    furthest_named: int = 30
    #: Fewer headings without the word `Item` are no agenda.
    least_headings: int = 2

    # ---- tables ----
    #: A cell at the right of an entry that only cites resolutions or decisions is no longer.
    longest_mandate: int = 60
    #: So many labelled lines in one column make a table a list.
    least_labels: int = 2
    #: Texts beside one entry whose left edges differ by no more stand in one column: three times what is aligned.
    column: float = 12.0


SETTINGS = AgendaSettings()
