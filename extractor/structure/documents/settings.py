"""The thresholds by which listed documents are read."""

from __future__ import annotations

from extractor.records import Struct


class DocumentSettings(Struct, frozen=True):
    """Thresholds of documentation lists, tables and entries. Lengths are characters where nothing else is said."""

    # ---- entries ----
    #: So many letters behind a symbol may be the purpose of the paper (`For information`).
    purpose_letters: int = 24
    #: More letters than these besides symbols are words of a title, not conjunctions.
    title_letters: int = 12
    #: A symbol that begins before this place begins its text: a bracket or a bullet may stand before it.
    text_start: int = 3
    #: Symbols within so many characters from the beginning stand together before the title.
    lead: int = 60
    #: The symbol of an entry, and a placeholder for one, stands in so many characters at its end.
    tail: int = 60
    placeholder_tail: int = 40
    #: An entry with no heading over it, and a row of a table read as a block, is no longer.
    longest_entry: int = 400

    # ---- lists ----
    #: Titles beside symbols begin within so many points of each other.
    same_edge: float = 1.0
    #: A heading `Documentation` before text of the same paragraph is shorter.
    longest_head: int = 40
    #: So much before and behind the words that say that none is foreseen may tell that they speak of the past; of their
    #: clause and of their sentence, that they speak of some documents only. Measured on sentences in six languages.
    before_none: int = 12
    clause_before_none: int = 40
    sentence_before_none: int = 160
    behind_none: int = 60
    #: A longer text has more to say than that no documentation is foreseen.
    longest_none: int = 2500
    #: A line that says only that is shorter.
    only_none: int = 60

    # ---- tables ----
    #: The head of a column has no more words ...
    head_words: int = 3
    #: ... and each cell of a row of heads no more than this.
    header_words: int = 4
    #: A column of symbols holds them in this share of its cells, as do the rows of a table headed `Document`: the
    #: others are documents not yet numbered.
    least_symbols: float = 0.4
    #: Symbols are what a cell holds when this share of its characters is theirs.
    mostly: float = 0.5
    #: A row of fewer characters under an item is a stray sign.
    least_row: int = 4


DOCUMENTS = DocumentSettings()
