"""
How names sound, as a skeleton that is the same in every script.

A name is rarely written twice in the same way: *Retnowati* is 雷特诺瓦蒂,
レトノワティ and ريتنوواتي. What stays is the order of its consonants, by class, and
most of its vowels. Both sides are written as such classes, consonants twice because
they weigh more, and the name is looked for in the whole of the other text.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from selaras.languages import Tag
from selaras.terms.foreign import as_english, is_foreign
from selaras.terms.hanzi_words import WORD_SIGNS
from selaras.terms.sounds import (
    ARABIC,
    NASAL_BEFORE_VOWEL,
    PINYIN_SYLLABLE,
    SOUNDS,
    is_pinyin,
    kana_sounds,
    sounds_of_hanzi,
    sounds_of_pinyin,
)
from selaras.text.spans import Span


@dataclass(frozen=True, slots=True)
class Skeleton:
    """
    A text as classes of sounds, and which character of the text each of them is from.
    """

    sounds: str
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Likeness:
    """
    Where in a text a name sounds most alike, and how much, from 0 to 100.
    """

    score: float
    span: Span


@lru_cache(maxsize=16384)
def skeleton_of_name(name: str, language: Tag) -> str:
    """
    The sounds of a name in Latin letters, as far as a transcription keeps them.

    >>> skeleton_of_name("Retnowati", "ar")
    '|RRiTTNNuaTTi|'
    >>> skeleton_of_name("Budi", "zh"), skeleton_of_name("Putih", "zh")
    ('PPuTTi', 'PPuTTi')
    """
    words = (sounds_of_latin(word, language) for word in fold(name).split())
    if language not in BROKEN:
        return TWICE.sub(r"\1", "".join(words))
    sounds = BREAK.join(filter(None, words))
    return f"{BREAK}{sounds}{BREAK}" if sounds else ""


@lru_cache(maxsize=4096)
def skeleton_of_pinyin(name: str) -> str:
    """
    The sounds of a Chinese name in pinyin; nothing if it is no such name.

    >>> skeleton_of_pinyin("Shen Yuqing"), skeleton_of_pinyin("Trump")
    ('SSiNNiuCCiNN', '')
    """
    words = fold(name).split()
    if not all(map(is_pinyin, words)):
        return ""
    syllables = (part for word in words for part in PINYIN_SYLLABLE.findall(word))
    return TWICE.sub(r"\1", "".join(map(sounds_of_pinyin, syllables)))


def skeleton_of_text(text: str, language: Tag) -> Skeleton:
    """
    A text of a language as sounds; what has no sound in its own script is left out.

    >>> skeleton_of_text("雷特诺瓦蒂说", "zh").sounds
    'LLiTTNNuWWaTTiSSu'
    """
    sounds: list[str] = []
    places: list[int] = []
    last = BREAK
    for place, heard in READERS[language](text):
        sound = between(last, heard) if heard[0] == BREAK else unlike(last, heard)
        last = heard
        sounds.append(sound)
        places.extend([place] * len(sound))
    return Skeleton("".join(sounds), tuple(places))


def likeness(name: str, text: Skeleton, language: Tag) -> Likeness:
    """
    Where a name sounds most alike in a text, and how much.

    >>> text = skeleton_of_text("デワ・アユ・スクマ氏は語った", "ja")
    >>> found = likeness("Dewa Ayu Sukma", text, "ja")
    >>> round(found.score), found.span.of("デワ・アユ・スクマ氏は語った")
    (95, 'デワ・アユ・スクマ')
    """
    ways = (skeleton_of_name(way, language) for way in spellings(name, language))
    return max((alike(way, text) for way in ways), key=lambda found: found.score)


def alike(sounds: str, text: Skeleton) -> Likeness:
    """
    Where some sounds are most alike in a text, and how much.
    """
    if not sounds or not text.sounds:
        return Likeness(0.0, Span(0, 0))
    if len(sounds) > len(text.sounds):
        score, start, end = fuzz.ratio(sounds, text.sounds), 0, len(text.sounds)
    else:
        found = fuzz.partial_ratio_alignment(sounds, text.sounds)
        if found is None or found.dest_start == found.dest_end:
            return Likeness(0.0, Span(0, 0))
        start, end = within(text.sounds, found.dest_start, found.dest_end)
        trimmed = fuzz.ratio(sounds, text.sounds[start:end])
        score = max(found.score, trimmed)
    while start < end - 1 and text.sounds[start] == BREAK:
        start += 1
    while start < end - 1 and text.sounds[end - 1] == BREAK:
        end -= 1
    return Likeness(score, Span(text.places[start], text.places[end - 1] + 1))


def within(sounds: str, start: int, end: int) -> tuple[int, int]:
    """
    The longest part of a stretch that is not cut by what parts names.

    >>> within("SSa|||TTPPSS|", 3, 12)
    (6, 12)
    """
    best, place = (start, start), start
    for part in sounds[start:end].split(APART):
        if len(part) > best[1] - best[0]:
            best = place, place + len(part)
        place += len(part) + len(APART)
    return best if best[1] > best[0] else (start, end)


@lru_cache(maxsize=16384)
def spellings(name: str, language: Tag) -> tuple[str, ...]:
    """
    A name as Indonesian reads it and, where others read it otherwise, as they do.

    >>> spellings("Tacna", "zh"), spellings("Budi", "zh")
    (('tacna', 'takna'), ('budi',))
    >>> spellings("Jones", "zh"), spellings("Gordon", "ar")
    (('jones', 'jons'), ('gordon', 'jordon'))
    >>> spellings("Rosa", "ja")
    ('rosa', 'roza')
    """
    plain = fold(name)
    ways = [plain, SOFT_C.sub("s", HARD_C.sub("k", plain)), VOICED_S.sub("z", plain)]
    if is_foreign(plain):
        ways.append(" ".join(as_english(word, language) for word in plain.split()))
    if language == "ar":
        ways.append(HARD_G.sub("j", plain))
    return tuple(dict.fromkeys(ways))


VOICED_S = re.compile(r"(?<=[aeiou])s(?=[aeiou])")
HARD_G = re.compile(r"(?<!n)g(?!h)|(?<=n)g(?=[aeiou])")
"""
What Egypt writes ج.
"""

HARD_C = re.compile(r"c(?![eihyk])|ck|qu(?=[ei])")
SOFT_C = re.compile(r"c(?=[eiy])")


def fold(text: str) -> str:
    """
    A text in small letters without diacritics.

    >>> fold("Müller Đoković Ma’ruf")
    "muller dokovic ma'ruf"
    """
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.translate(LETTERS))
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).lower()


LETTERS = str.maketrans(
    {"Đ": "D", "đ": "d", "Ø": "O", "ø": "o", "Ł": "L", "ł": "l", "ß": "ss", "ı": "i"}
    | dict.fromkeys("‘’ʼʻ`´", "'")
    | {"Æ": "Ae", "æ": "ae", "Œ": "Oe", "œ": "oe"}
)


def sounds_of_latin(word: str, language: Tag) -> str:
    """
    Small Latin letters as classes of sounds.
    """
    table = SOUNDS[language]
    if language in MUTE_H:
        word = word.removesuffix("h")
    sounds = "".join(
        NASAL_BEFORE_VOWEL if is_open_nasal(match, word) else table.get(match[0], "")
        for match in SPELLING.finditer(word)
    )
    return TWICE.sub(r"\1", sounds)


def is_open_nasal(match: re.Match[str], word: str) -> bool:
    """
    Whether a *g* is heard, because a vowel follows: Singaraja, シンガラジャ.
    """
    return match[0] == "ng" and word[match.end() : match.end() + 1] in VOWEL_LETTERS


VOWEL_LETTERS = frozenset("aeiou")

SPELLING = re.compile(r"wu|ts|ng|ny|sy|sh|kh|dh|th|ph|ch|tj|dj|oe|[a-z]")


def between(last: str, heard: str) -> str:
    """
    What of a break is left behind another: the end of a name, or more.
    """
    if last[0] != BREAK:
        return heard
    return heard[1:] if len(heard) > len(last) else ""


def unlike(last: str, heard: str) -> str:
    """
    What is heard of a sound behind another: 翰尼 has one *n*.
    """
    if heard[:2] == last[-2:] and heard[0].isupper():
        return heard[2:]
    return heard[1:] if heard[0] == last[-1:] and heard[0].islower() else heard


TWICE = re.compile(r"([A-Z]{2}|[a-z])\1+")
"""
A consonant that is written twice is heard once: Muhammad, محمد.
"""


def read_kana(text: str) -> Iterator[tuple[int, str]]:
    """
    The sounds of the katakana of a text, with their places.
    """
    yield 0, BREAK
    for place, sound in kana_sounds(text):
        joined = sound != BREAK or text[place] in JOINTS
        yield place, sound if joined else APART
    yield max(0, len(text) - 1), BREAK


def read_hanzi(text: str) -> Iterator[tuple[int, str]]:
    """
    The sounds of the Chinese characters of a text that may write names.
    """
    for place, sign in enumerate(text):
        heard = sound_of_sign(sign)
        if heard:
            yield place, heard


@lru_cache(maxsize=16384)
def sound_of_sign(sign: str) -> str:
    """
    What a character is in a name: sounds, nothing, or a sign that names are parted.
    """
    if sign in JOINTS:
        return ""
    return (sounds_of_hanzi(sign) if sign not in WORD_SIGNS else "") or APART


def read_all_hanzi(text: str) -> Iterator[tuple[int, str]]:
    """
    The sounds of all Chinese characters of a text: names that are Chinese.
    """
    for place, sign in enumerate(text):
        yield place, sounds_of_hanzi(sign) or BREAK


def read_arabic(text: str) -> Iterator[tuple[int, str]]:
    """
    The sounds of the Arabic letters of a text, without the article.
    """
    yield 0, BREAK
    end = 0
    for word in ARABIC_WORD.finditer(text):
        if text[end : word.start()].strip():
            yield word.start(), APART
        end = word.end()
        for place in range(word.start("stem"), word.end("stem")):
            sound = ARABIC.get(text[place])
            if sound:
                yield place, sound
        yield word.end() - 1, BREAK


ARABIC_WORD = re.compile(
    "(?:[وفبك]?ال(?=[\u0620-\u06ff]{3}))?(?P<stem>[\u0620-\u06ff]+)"
)

BREAK = "|"
APART = "|||"
"""
Words of one name are parted by a dot or a space, and what is parted otherwise is not
one name.
"""

JOINTS = frozenset("·・•‧＝=")

MUTE_H = ("zh", "ja")
"""
Where an *h* at the end of a word is not written: Aceh, アチェ.
"""

BROKEN = ("ja", "ar")
"""
The languages in which one sees where a name begins and ends.
"""

Reader = Callable[[str], Iterator[tuple[int, str]]]

READERS: Mapping[Tag, Reader] = {
    "zh": read_hanzi,
    "zh-all": read_all_hanzi,
    "ja": read_kana,
    "ar": read_arabic,
}
