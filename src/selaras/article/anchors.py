"""
Words that stand in source and target alike: names, numbers, addresses.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from selaras.article.units import Extent, Unit

LONG_ENOUGH = 4
"""
Letters from which a word in small letters is believed to be the same word in another
language: "virus" is, while Indonesian "air" is water.
"""

UNSPACED = frozenset({"CJK", "HIRAGANA", "HANGUL"})
"""
First words of the Unicode names of letters that stand side by side across words.
"""

NOT_DIGIT = re.compile(r"\D+")


def fold(text: str) -> str:
    """
    The text with its differences of script form and case taken away, as long as it was.

    >>> fold("Rp１.２٥٠ di CIANJUR")
    'rp1.250 di cianjur'
    """
    return text.lower() if text.isascii() else "".join(map(fold_character, text))


@lru_cache(maxsize=4096)
def fold_character(character: str) -> str:
    """
    One character: a digit of any script as ASCII, a full-width form as its plain one.
    """
    decimal = unicodedata.decimal(character, None)
    if decimal is not None:
        return str(decimal)
    plain = unicodedata.normalize("NFKC", character).lower()
    return plain if len(plain) == 1 else character


def occurrences(needle: str, text: str, *, inside: bool = False) -> list[Extent]:
    """
    Where a string stands as whole words, or with ``inside`` in the middle of them too.

    >>> occurrences("BI", "ABIDJAN dan BI")
    [(12, 14)]
    """
    if not needle:
        return []
    found = [
        (match.start(), match.end()) for match in re.finditer(re.escape(needle), text)
    ]
    return found if inside else [at for at in found if stands_alone(text, at)]


def stands_alone(text: str, extent: Extent) -> bool:
    """
    Whether no word goes on at either end of an extent.
    """
    start, end = extent
    return not (
        continues(text[start - 1 : start], text[start])
        or continues(text[end - 1], text[end : end + 1])
    )


def continues(left: str, right: str) -> bool:
    """
    Whether two neighbours are of one word: letters of one script, or digits.

    >>> continues("a", "b"), continues("由", "B"), continues("a", "")
    (True, False, False)
    """
    return bool(left and right) and sort_of(left) == sort_of(right) != "none"


def sort_of(character: str) -> str:
    """
    The script of a letter that is written in words, "digit", or "none".

    >>> [sort_of(character) for character in "aب5字ア."]
    ['LATIN', 'ARABIC', 'digit', 'none', 'KATAKANA', 'none']
    """
    if character.isdecimal():
        return "digit"
    script = unicodedata.name(character, "none").split()[0]
    if not character.isalpha() or script in UNSPACED:
        return "none"
    return script


def is_telling(word: str) -> bool:
    """
    Whether finding this word in another language says that it is the same word.

    >>> [is_telling(word) for word in ("5", "Ani", "virus", "air", "di")]
    [True, True, True, False, False]
    """
    if any(character.isdecimal() for character in word):
        return True
    if not any(character.isalpha() for character in word):
        return False
    return len(word) >= LONG_ENOUGH or (len(word) > 1 and word != word.lower())


def anchor_words(
    source: str,
    target: str,
    source_units: Sequence[Unit],
    target_units: Sequence[Unit],
) -> dict[int, Extent]:
    """
    Target units, by their number, that are a word of the source, with its extent there.

    Only words that stand once in either text: anything else would be a guess.
    """
    ours = by_key(source, source_units)
    theirs = by_key(target, target_units)
    anchors = {}
    for key, numbers in ours.items():
        if len(numbers) == len(theirs.get(key, ())) == 1:
            unit = source_units[numbers[0]]
            anchors[theirs[key][0]] = (unit.start, unit.end)
    return anchors


def by_key(text: str, units: Sequence[Unit]) -> dict[str, list[int]]:
    """
    The numbers of the telling words of a text, by what two languages share of them.
    """
    found: dict[str, list[int]] = defaultdict(list)
    for number, key in keys(text, units):
        found[key].append(number)
    return found


def keys(text: str, units: Sequence[Unit]) -> Iterator[tuple[int, str]]:
    """
    Every telling word with its key: a number is its digits, whatever separates them.
    """
    for number, unit in enumerate(units):
        word = text[unit.start : unit.end]
        if unit.kind == "word" and is_telling(word):
            folded = fold(word)
            is_number = folded[0].isdecimal()
            yield number, NOT_DIGIT.sub("", folded) if is_number else folded
