"""Where the reader of meetings draws the line: all measures of the folder, with what set them."""

from __future__ import annotations

import datetime as dt

from extractor.records import Struct


class MeetingSettings(Struct, frozen=True):
    """The measures of the meetings; `SETTINGS` holds the ones in use."""

    #: Blocks of text looked at: the opening is spoken of in the introduction or under the first item.
    blocks: int = 60
    #: A session is named in the first characters of the sentence that opens it.
    early: int = 60
    #: A session without a printed end is over after this time.
    longest: dt.timedelta = dt.timedelta(days=400)
    #: A paper is issued at most this long after the meeting has begun; earlier dates in a sentence are those of the
    #: resolutions that it cites.
    late: dt.timedelta = dt.timedelta(days=60)
    #: The opening may be some days off the printed period where the two disagree, not more.
    stray: dt.timedelta = dt.timedelta(days=4)
    #: An abbreviation before a full stop has no more characters than this.
    abbreviation: int = 8
    #: A body is named in so many characters after `session of`, by the first word ...
    body_reach: int = 120
    #: ... that has more letters than this.
    short_word: int = 3
    #: No more words than this stand before the verb where the session as such opens: `The eighth regular session will`.
    alone: int = 4
    #: A line below the heading of an agenda that only says when and where has fewer characters.
    longest_line: int = 90
    #: The name of a body to come has more characters; a sentence names it by so many of its first words.
    shortest_name: int = 10
    name_words: int = 4
    #: No more characters stand between the verb of opening and its hour: `opened at 10 a.m.`.
    behind_verb: int = 4


SETTINGS = MeetingSettings()
