"""
Whether each word of a name is heard where it belongs: one part of it may be another.

*Paul Barreira* sounds enough like 保罗·苏普里亚迪, since *Paul* is there and some of
the rest is alike by chance. Chinese and Japanese part the words of a name by a dot,
Arabic by spaces, so that each can be compared with its own part alone.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from selaras.languages import Tag
from selaras.terms.closely import UNWRITTEN
from selaras.terms.name import Name
from selaras.terms.persons import has_person_form
from selaras.terms.skeleton import (
    ARABIC_WORD,
    BREAK,
    JOINTS,
    fold,
    skeleton_of_name,
    skeleton_of_text,
    spellings,
)
from selaras.terms.translation import Translation
from selaras.text.spans import Span

Parts = Sequence[str]
"""
What stands in a text where the words of a name should, one for each.
"""


def has_other_part(name: Name, translation: Translation) -> bool:
    """
    Whether one word of a name is surely there and another one surely something else.

    >>> from selaras.terms.names import read_names
    >>> name = read_names("Kata Paul Barreira, profesor psikiatri.")[0]
    >>> has_other_part(name, Translation("教授保罗·苏普里亚迪表示不满。", "zh"))
    True
    >>> has_other_part(name, Translation("教授保罗·巴雷拉表示不满。", "zh"))
    False
    """
    words = [part for word in name.words for part in word.split("-")]
    if not 1 < len(words) <= MOST:
        return False
    language = translation.language
    span = translation.heard(" ".join(name.words)).span
    scores = [
        scores_of(words, parts, language)
        for parts in parts_of(len(words), span, translation)
    ]
    best = max(scores, key=min, default=())
    if not best or min(best) >= ANOTHER[language]:
        return False
    # The dot says where a name is; spaces do not, and one word must show it.
    return language != "ar" or max(best) >= SURELY


MOST = 4
SURELY = 80.0
ANOTHER: Mapping[Tag, float] = {"zh": 72.0, "ja": 62.0, "ar": 62.0}
"""
How alike one word must sound to be there, and below what another one is not.
"""


def scores_of(words: Sequence[str], parts: Parts, language: Tag) -> list[float]:
    """
    How much each word of a name sounds like its part.
    """
    last = len(words) - 1
    return [
        score_of(word, part, language, first=place == 0, last=place == last)
        for place, (word, part) in enumerate(zip(words, parts, strict=True))
    ]


def score_of(word: str, part: str, language: Tag, *, first: bool, last: bool) -> float:
    """
    How much a word sounds like a part, of which in Chinese one side is open.

    What stands before the first part and behind the last one cannot be told from them.
    """
    known = has_person_form(word, Translation(part, language))
    if known or UNWRITTEN[language].search(fold(word)):
        return ALL
    if language != "zh" or first is last:
        stretches = [part]
    elif first:
        stretches = [part[-length:] for length in lengths(word, part)]
    else:
        stretches = [part[:length] for length in lengths(word, part)]
    heard = [sounds for one in stretches for sounds in sounds_of(one, language)]
    ways = [skeleton_of_name(way, language) for way in spellings(word, language)]
    # What is alike side by side is written once: 德迪 is no longer than *Di*.
    ways += [way for one in ways if (way := TWICE.sub(r"\1", one)) != one]
    if not heard or len(word) < SHORTEST:
        return ALL
    return max(fuzz.ratio(way.strip(BREAK), one) for way in ways for one in heard)


@lru_cache(maxsize=8192)
def is_told_by_sound(word: str, language: Tag) -> bool:
    """
    Whether a word is written as it sounds, and has no consonant twice that is one.

    >>> is_told_by_sound("Marpaung", "zh"), is_told_by_sound("Dedi", "zh")
    (True, False)
    """
    plain = fold(word)
    if UNWRITTEN[language].search(plain) or UNEVEN.search(plain):
        return False
    return TWICE.search(skeleton_of_name(word, language)) is None


UNEVEN = re.compile(r"[vxq]|dz")
"""
Letters that are written now in this way and now in that.
"""

TWICE = re.compile(r"(([A-Z])\2)[a-z]\1")
"""
The same consonant twice, with a vowel between that some scripts leave out.
"""

ALL = 100.0
SHORTEST = 3


def lengths(word: str, part: str) -> range:
    """
    How many characters may write a word.
    """
    return range(1, min(len(part), len(word) + 1) + 1)


@lru_cache(maxsize=8192)
def sounds_of(part: str, language: Tag) -> tuple[str, ...]:
    """
    How a part sounds; in Arabic, also without a letter that is written onto it.
    """
    ways = (part, part[1:]) if language == "ar" else (part,)
    heard = (skeleton_of_text(way, language).sounds.strip(BREAK) for way in ways)
    return tuple(sounds for sounds in heard if sounds)


def parts_of(count: int, span: Span, translation: Translation) -> Iterator[Parts]:
    """
    The stretches of a text that may be the words of a name which is heard in a span.
    """
    language = translation.language
    if language == "ar":
        near = translation.text[max(0, span.start - NEAR) : span.end + NEAR]
        words = [match["stem"] for match in ARABIC_WORD.finditer(near)]
        yield from (
            words[start : start + count] for start in range(len(words) - count + 1)
        )
        return
    for run in DOTTED[language].finditer(translation.text):
        dots = [match.start() for match in DOT.finditer(run[0])]
        inside = all(span.start < run.start() + dot < span.end for dot in dots)
        if inside and len(dots) == count - 1:
            yield DOT.split(run[0])


NEAR = 16
"""
How far from where a name is heard its words may stand.
"""

DOT = re.compile(f"[{''.join(sorted(JOINTS))}]")

DOTTED: Mapping[Tag, re.Pattern[str]] = {
    "zh": re.compile(rf"[\u4e00-\u9fff]+(?:{DOT.pattern}[\u4e00-\u9fff]+)+"),
    "ja": re.compile(rf"[ァ-ヺー]+(?:{DOT.pattern}[ァ-ヺー]+)+"),
}
"""
Words of a name in another script, parted by dots.
"""
