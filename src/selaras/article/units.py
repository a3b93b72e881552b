"""
What a mark may cover a whole number of: words, and in Chinese and Japanese characters.
"""

import unicodedata
from dataclasses import dataclass
from typing import Literal

import regex

Extent = tuple[int, int]

UnitKind = Literal["word", "character", "punctuation", "space"]

PART_OF_A_WORD = frozenset("%‰٪％#@&＆§°")
"""
Punctuation that belongs to the word beside it, as in "5%" and "#banjir".
"""

UNIT = regex.compile(
    r"""
      (?P<space> \s+ )
    | (?P<word>
          (?: https?:// | www\. ) [!-~]* [A-Za-z0-9/]
        | [A-Za-z0-9._%+-]+ @ [A-Za-z0-9-]+ (?: \. [A-Za-z0-9-]+ )+
        | [#@] [\p{L}\p{M}\p{N}_]+
        | \p{Nd}+ (?: [.,\N{ARABIC DECIMAL SEPARATOR}\N{ARABIC THOUSANDS SEPARATOR}]
                      \p{Nd}+ )* [%‰٪％]?
        | [\p{Katakana}ー]+ (?: [・＝] [\p{Katakana}ー]+ )*
        | (?: (?! [\p{Han}\p{Hiragana}\p{Katakana}\p{Nd}] ) [\p{L}\p{M}\p{N}_] )+
      )
    | (?P<other> \X )
    """,
    regex.VERBOSE,
)

CLUSTER = regex.compile(r"\X")


@dataclass(frozen=True, slots=True)
class Unit:
    """
    One unit of a text, by its place.
    """

    start: int
    end: int
    kind: UnitKind


def units_of(text: str) -> list[Unit]:
    """
    The units of a text, which cover all of it and never cut what a reader sees as one.

    >>> text = "Harga BBM naik 5%, kata Ani."
    >>> [text[unit.start : unit.end] for unit in units_of(text) if unit.kind == "word"]
    ['Harga', 'BBM', 'naik', '5%', 'kata', 'Ani']
    >>> [unit.kind for unit in units_of("ジョコ・ウィドド氏")]
    ['word', 'character']
    """
    seams = {cluster.start() for cluster in CLUSTER.finditer(text)}
    units: list[Unit] = []
    for found in UNIT.finditer(text):
        unit = Unit(found.start(), found.end(), kind_of(found))
        if units and unit.start not in seams:
            last = units.pop()
            unit = Unit(last.start, unit.end, last.kind)
        units.append(unit)
    return units


def kind_of(found: regex.Match[str]) -> UnitKind:
    """
    What kind of unit the pattern found.
    """
    if found["space"]:
        return "space"
    if found["word"]:
        return "word"
    return "punctuation" if is_edge(found["other"][0]) else "character"


def is_edge(character: str) -> bool:
    """
    Whether it is white space or punctuation that no word owns.

    >>> [is_edge(character) for character in ".”» a%"]
    [True, True, True, True, False, False]
    """
    if character in PART_OF_A_WORD:
        return False
    return character.isspace() or unicodedata.category(character)[0] in "PZ"


def trim(text: str, extent: Extent) -> Extent:
    """
    The extent without white space at its ends.

    >>> trim("di Jakarta kini", (2, 11))
    (3, 10)
    """
    start, end = extent
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def core(text: str, extent: Extent) -> Extent:
    """
    The extent without the punctuation and white space at its ends.

    >>> core("“Kami siap.”", (0, 12))
    (1, 10)
    """
    start, end = extent
    while start < end and is_edge(text[start]):
        start += 1
    while start < end and is_edge(text[end - 1]):
        end -= 1
    return start, end


def overlap(one: Extent, other: Extent) -> int:
    """
    How many positions two extents share.

    >>> overlap((0, 5), (3, 9))
    2
    """
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def contains(outer: Extent, inner: Extent) -> bool:
    """
    Whether one extent lies in another, or is it.
    """
    return outer[0] <= inner[0] and inner[1] <= outer[1]
