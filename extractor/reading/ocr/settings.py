"""The thresholds of reading a page from its picture. Lengths are points (1/72 inch) unless a field says otherwise."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["BARS", "CUT", "FACES", "MARKS", "OCR", "SKEW", "SPACES", "STROKES", "OcrSettings"]


@dataclass(frozen=True, slots=True)
class OcrSettings:
    """How a page is cut and measured. The values were set on made scans (200 dpi; clean, mildly and badly damaged)."""

    #: Pixels an inch at which a page is drawn: Tesseract reads letters best that are 20 to 40 pixels high.
    dpi: int = 300
    #: A page of more pixels is drawn with fewer an inch, down to `least_dpi`; one that is still larger is skipped.
    most_pixels: int = 60_000_000
    least_dpi: int = 150
    #: Paper is not tilted by more degrees in a scanner that feeds it.
    most_skew: float = 4.0
    #: Tilts under so many degrees move a line of text by less than a third of its height; turning blurs more than that.
    least_skew: float = 0.06
    #: Ink is darker than the ground by this share of what the darkest pixel within `ink_reach` is, and the darkest by
    #: `least_ink` of the way from white to black at least.
    ink_share: float = 0.45
    ink_reach: float = 3.0
    least_ink: float = 0.3
    #: The ground is the brightness of the paper within this distance.
    ground_reach: float = 12.0
    #: Marks of less than this in both directions are specks, unless they stand beside a letter (dots, commas).
    speck: float = 0.9
    #: Specks stay that stand within this many heights of a letter beside or above them.
    speck_reach: float = 0.45
    #: A stroke is a rule when it is longer than this and thinner than `rule_thickness`.
    rule_length: float = 26.0
    rule_thickness: float = 4.5
    #: ... with ink in more than this share of its length; the heads of small letters in a row have 0.8.
    rule_solid: float = 0.92
    #: ... and touched by ink on neither side along more than this share: Arabic letters grow out of their line.
    rule_letters: float = 0.2
    #: A hairline that the scanner broke is as long as this at least, with breaks of less than `faint_gap`.
    faint_length: float = 90.0
    faint_gap: float = 5.0
    #: A vertical rule is longer than this: letters are not.
    upright_length: float = 24.0
    #: What is higher or wider than these is a picture: an emblem, a bar code, a stamp.
    picture_height: float = 34.0
    #: Ink within this distance belongs to one ornament, which is as wide and as high as these at least and at most.
    ornament_reach: float = 2.4
    ornament_least: float = 20.0
    ornament_most: float = 90.0
    #: An ornament is black by more than this share of its box, as codes and emblems are (0.4; text: 0.1 to 0.3) ...
    ornament_black: float = 0.36
    #: ... or has this many pieces, of which fewer than this share end at the three most usual heights.
    ornament_parts: int = 14
    ornament_even: float = 0.5
    #: ... and is no more than so many times as long as wide.
    ornament_long: float = 2.0
    #: Pieces of fewer pixels are left out of that count, and heights that differ by fewer pixels are one.
    ornament_speck: int = 12
    ornament_foot: int = 4
    #: Pixels around a piece that are given to the recogniser: it reads letters at the very edge badly.
    margin: int = 9
    #: Most letters are small: their height in ems. Dots are no higher than so many pixels.
    usual_height: float = 0.47
    dot: int = 6
    #: The size of a page that has no letters.
    usual_size: float = 10.0
    #: The letters of a run stand nearer to each other than this many heights of capital letters.
    run_gap: float = 1.35
    #: A page is typewritten when more than this share of the distances between its letters (as many as these at least)
    #: differs by less than `pitch_slack` from one letter, one and a half or two: 0.15 to 0.35 of those of Times, 0.46
    #: of Russian print, 0.67 and more of typewriters (0.57 on a fax).
    pitch_share: float = 0.55
    pitch_slack: float = 0.09
    pitch_letters: int = 100
    #: ... and a run of such a page when this share of at least so many is as on the page.
    run_share: float = 0.4
    pitch_run: int = 5
    #: There words stand within so many letters of each other: two spaces follow a full stop.
    pitch_gap: float = 2.8
    #: So many pixels the threshold adds to the height of a letter.
    spread: float = 1.0
    #: Sizes that differ by less than this share are one: those of letters are measured to a pixel.
    same_size: float = 0.07
    #: Arabic letters stand on the lowest row with more than this share of the ink of the darkest; alef and lam are so
    #: many ems high.
    arabic_line: float = 0.7
    arabic_tall: float = 0.66
    #: Their pieces are higher than small Latin letters: an em is so much less than those would say.
    arabic_usual: float = 0.71
    #: The height of small letters beside them in ems.
    arabic_small: float = 0.46
    #: ... which are no lower than this share of the usual: some words have neither.
    arabic_least: float = 0.85
    #: Their sizes differ by this share more than those of other letters: many words have neither.
    arabic_same: float = 0.06
    #: Small letters beside Chinese signs are so many times as high as these.
    han_small: float = 0.5
    #: ... and reach below the line by this share of their height.
    han_below: float = 0.08
    #: So few pieces of Arabic ink say little of a size.
    arabic_few: int = 10
    #: So few letters say little of a size.
    few_letters: int = 3
    #: and so many say it well.
    many_letters: int = 20
    #: A run of fewer than `many_letters` takes the size of the line before or behind it, no further away than so many
    #: ems, whose size differs by less than this share: lines of a paragraph stand 1.15 to 1.25 ems apart.
    line_pitch: float = 1.35
    near_size: float = 0.2
    #: A run of few letters keeps its size when it is this many times that of the body.
    clearly_larger: float = 1.3
    #: Thickness in ems of the stems of a plain font, and from where on a font is bold (ems of the body in smaller type,
    #: whose stems are as thick as those of the body once they are blurred).
    plain_stem: float = 0.053
    bold_stem: float = 0.068
    #: A gap behind a label of more than this many ems is a tab.
    label_gap: float = 0.62
    label_pitch: float = 1.7  # letters of a typewriter, whose spaces are as wide as its letters
    #: A gap between letters of this many ems is a space,
    space: float = 0.2
    #: or of this many letters of a typewriter, whose narrow ones stand far apart.
    space_pitch: float = 0.9
    #: and one of less is none, whatever the recogniser says.
    no_space: float = 0.11
    #: Confidence (0 to 100) under which a word of Tesseract is read by the second reader as well.
    doubtful: float = 85.0
    #: and under which a word is not one of the language at all: it is in other letters.
    lost: float = 50.0
    #: and from where on a reading of PP-OCR is taken for a short piece of a script that it does not know.
    sure: float = 90.0
    #: Words of PP-OCR of whose every letter it is so sure are right where Tesseract sees others: on mild scans all of
    #: them were, and words that it misread on bad ones have a letter of 24 to 82.
    certain: float = 85.0
    #: What is raised and not read is a star when each piece of it is so many times as wide as high; digits are slimmer.
    star_least: float = 0.75
    star_most: float = 1.35
    #: ... or of one for the number of an item in a table, which has a shape of its own,
    sure_item: float = 80.0
    #: ... and for a whole piece in a script that it does not know.
    quite_sure: float = 95.0
    #: A run that is narrower than this many ems is read by PP-OCR at once.
    short_run: float = 12.0
    #: The width of a letter in ems on the average, and the share of the letters that fit which must be read for a
    #: script to be one that the recogniser knows.
    usual_width: float = 0.5
    latin_cover: float = 0.55
    #: ... and which must be filled by what is read so in a paper of another script,
    plain_cover: float = 0.75
    #: ... and which a symbol must fill to be all that a piece holds.
    code_cover: float = 1.0
    #: A line is read a second time as a whole where what is in doubt is more than this share of its width: a
    #: stretch alone costs as much as its width, but its ends may be cut.
    most_again: float = 0.6
    #: A pixel of a crop is ink below this brightness.
    dark: int = 140
    #: The script is found from so many ems of a line.
    sample_width: float = 16.0
    #: The share of Chinese characters from which on a paper is Chinese.
    han_share: float = 0.3


@dataclass(frozen=True, slots=True)
class CutSettings:
    """How ink is cut into runs. Lengths are shares of the height of most letters of the page, which are small.

    The values were set on the same scans, by the runs that they join or tear.
    """

    #: What is wider than so many times the height of a picture is one.
    picture_wide: float = 3.0
    #: A letter is higher than so many specks; letters from which runs are made are higher than this share.
    letter: float = 2.4
    large: float = 0.62
    #: Capitals are so many times as high as small letters.
    capital: float = 1.45
    #: Distances between letters above so many times the usual one are those of letters that touch, or of words.
    touching: float = 1.25
    #: A full stop stands no further below its letter than this share of that.
    stop_below: float = 0.3
    #: A letter stands beside the last ones of its run along this share of its height; so many say how high the line is,
    #: and the last of this number how high its letters are.
    overlap: float = 0.5
    band: int = 4
    known: int = 12
    #: It is no more than so many times as high or as low as they are.
    unlike: float = 3.2
    #: Letters of a run count as this high at least where likeness is asked, and where distance is.
    least_tall: float = 0.7
    least_reach: float = 0.8
    #: No letter that comes later is nearer to a run that ended so far before it.
    ended: float = 12.0
    #: A box lies in another with this share of its width and of its height.
    inside: float = 0.6
    #: The halves of a broken letter stand no further apart, and are together no higher.
    broken: float = 0.2
    broken_height: float = 1.7
    #: Specks belong to a letter that is no further away.
    tiny_reach: float = 0.9
    #: What is off the line of a run counts so many times as far away as what is on it.
    off_line: float = 3.0
    #: A dash that stands alone is wider than this.
    dash: float = 0.8
    #: Arabic pieces count for the height of alef and lam that end at the line but for this share of it; those two are
    #: higher than this share of them.
    arabic_near: float = 0.3
    arabic_high: float = 0.8


@dataclass(frozen=True, slots=True)
class MarkSettings:
    """What a raised mark is. Lengths are shares of the height of the small letters of its line."""

    #: A mark ends above the line by more than this,
    raised: float = 0.42
    #: and is higher than this: quotation marks and apostrophes are lower.
    least: float = 0.72
    #: Marks are as high as small letters or a little higher.
    most: float = 1.45
    #: A mark that is a run of its own ends no higher above the line than this, and is no wider (three digits);
    high: float = 1.6
    wide: float = 3.2
    #: it stands no further behind its line, no further in it, and no further before the note that it opens.
    behind: float = 1.2
    into: float = 0.2
    before: float = 6.0
    #: A point behind a mark ends this much above the line.
    point: float = 0.25
    #: Wider gaps behind a mark are spaces.
    space: float = 0.4
    #: The halves of a broken stroke are no further apart than this share of it, and one under the other by this share.
    gap: float = 0.15
    under: float = 0.3
    #: Raised small letters (`23rd`) are higher than this.
    letter: float = 0.5
    #: Strokes and their halves are slimmer than this, letters before a mark are not.
    slim: float = 0.6
    #: The upper half of a broken stroke is slimmer than this share of its height; the digit 1 is not.
    thin: float = 0.3
    #: Letters of one word stand no further apart than this.
    tight: float = 0.45
    #: Pieces of a run that are this share as high as the highest are letters; fewer than `few` do not show a line.
    letter_share: float = 0.5
    few: int = 4
    #: Tall letters are as high as this share of the letters of a run is not above; small ones are lower than `low` of
    #: that, and a run that has fewer than `low_share` of them is in capitals.
    tall: float = 0.9
    low: float = 0.78
    low_share: float = 0.25


@dataclass(frozen=True, slots=True)
class SkewSettings:
    """How the tilt of a page is measured: on a small picture, then on a larger one near what that gave."""

    #: Sizes of the two pictures, as shares of the page's.
    rough_size: float = 0.25
    fine_size: float = 0.5
    #: Degrees between two angles that are tried, and how far from the first result.
    rough_step: float = 0.2
    fine_step: float = 0.04
    near: float = 0.24
    #: Angles at which lines are this share as clear as at the best one count for the middle.
    nearly: float = 0.9
    #: Pixels are ink that are darker than this (of 255), and a page with fewer of them is empty.
    dark: int = 100
    pixels: int = 200


@dataclass(frozen=True, slots=True)
class StrokeSettings:
    """What a rule is, beside the lengths of :class:`OcrSettings`. Lengths are pixels."""

    #: Pixels that may be missing in a stroke.
    bridge: int = 5
    #: Rows from one piece of a stroke to the next, where it is not quite level; the pieces are no further apart than
    #: one part in `joined` of the least length of a rule. So many of the last pieces are compared with the next one.
    step: int = 3
    joined: int = 4
    last: int = 24
    #: The blurred edge of a stroke.
    edge: int = 2
    #: A stroke that letters touch is a rule from so many times the least length of one on: the lines on which Arabic
    #: letters are joined end with the word.
    underline: float = 2.0
    #: Such a one is in the rows with this share of the ink of its darkest, which are no higher than this share of what
    #: other rules are, and has no more ink than this above it: feet of letters that run together on a fax are higher.
    core: float = 0.85
    slim: float = 0.4
    feet: float = 0.75
    #: Ink is looked for within the thickness of the stroke, or this: on one side less than `white` of it, on the other
    #: less than `beside`, and for a broken hairline less than `faint_beside`.
    least_beside: int = 6
    white: float = 0.08
    beside: float = 0.5
    faint_beside: float = 0.08


@dataclass(frozen=True, slots=True)
class SpaceSettings:
    """Where the ink is parted and the words are not. Lengths are pixels, but for `like_seen`."""

    #: A gap is a space from this share of the spaces that the recogniser saw in the line.
    like_seen: float = 0.65
    #: A gap lies in a word when it is further from its ends.
    inside: int = 4
    #: The boxes of words are exact to so many pixels.
    near: int = 12


@dataclass(frozen=True, slots=True)
class FaceSettings:
    """How letters are measured. Lengths are ems, unless a field says otherwise."""

    #: A letter is whole when it is this share as high as its kind is in the body; a Chinese sign when it is this high.
    whole: float = 0.3
    whole_han: float = 0.5
    #: A piece of ink is that of the letter whose middle is no further away.
    reach: float = 0.5
    #: The dot of a letter ends so many pixels behind it at most, and half its own width.
    over: int = 2
    #: The baseline of a run without a letter that stands on it is this share of its height above its foot.
    below: float = 0.05
    #: Stems are measured on so many pixels of a run.
    stem_width: int = 600
    #: Columns of italics are clearer when they are moved back by this share of their height (9 degrees): so many times
    #: and more. Measured on five pages: italics 1.2 to 1.5, upright type 1.0 and less, symbols with strokes the most.
    lean: float = 0.16
    leaning: float = 1.1
    #: Runs stand on one line whose baselines differ by less.
    same_line: float = 0.2
    #: The width of the letters of a typewriter.
    pitch: float = 0.6
    #: So few long runs do not show how far sizes lie apart.
    few_runs: int = 4


@dataclass(frozen=True, slots=True)
class BarSettings:
    """What a bar code is, cut into runs.

    More than `least` pieces, and more than `share` of them, are upright strokes, so many times as high as wide.
    """

    slim: float = 4.0
    least: int = 8
    share: float = 0.7


OCR = OcrSettings()
CUT = CutSettings()
MARKS = MarkSettings()
SKEW = SkewSettings()
STROKES = StrokeSettings()
SPACES = SpaceSettings()
FACES = FaceSettings()
BARS = BarSettings()
